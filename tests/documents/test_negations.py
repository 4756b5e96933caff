"""Negations, and which verbs of answering they turn round."""

import pytest

from made_answers import answers


@pytest.mark.parametrize(
    "sentence",
    [
        "Fiji does not, for the time being and for want of lamps, accept 50.1.",
        "Fiji cannot, at this stage and for want of lamps, support 50.1.",
        "Fiji does not (for want of lamps) accept 50.1.",
        "Fiji does not – for want of lamps and of boats – accept 50.1.",
        "Fiji does not, while it is grateful, accept 50.1.",
        "Fiji does not, however, accept 50.1.",
        "Fiji does not, although it notes the concern, accept 50.1.",
        "Fiji is not, and will not be, in a position to accept 50.1.",
        "Fiji is not, for want of lamps and boats, able to accept 50.1.",
        "50.1 is not, for the time being and for want of lamps, supported.",
        "50.1 has not been, and cannot be, accepted.",
        "50.1 does not, for the time being and for want of lamps, enjoy the support of Fiji.",
        "Fiji can neither accept nor support 50.1.",
        "Fiji is no longer able to accept 50.1.",
        "Under no circumstances can Fiji accept 50.1.",
        "On no account can Fiji, or any of its bodies, accept 50.1.",
        "Neither Fiji’s Government nor its Parliament supports 50.1.",
        "Nor does Fiji accept 50.1.",
        "Never has Fiji accepted 50.1.",
        "Fiji never accepts 50.1.",
        "Fiji fails to accept 50.1.",
        "Without accepting 50.1, Fiji will study it.",
        "No part of 50.1 can be accepted.",
        "Fiji says that it does not support 50.1.",
        "Fiji does not supports 50.1.",
        "Fiji does not yet accepts 50.1.",
        "Fiji has not been able to accept 50.1.",
        "No authority of Fiji can accept 50.1.",
        "Under no circumstances can it accept 50.1.",
        "None of them can be accepted: 50.1.",
        "50.1, none of which is supported.",
        "Nobody supports 50.1.",
        "No State supports 50.1.",
        "Neither Fiji nor Peru, for want of lamps, supports 50.1.",
        "Neither Fiji, nor Peru, supports 50.1.",
        "Neither Fiji nor, for now, Peru supports 50.1.",
        "After talks neither Fiji nor Peru of all States supports 50.1.",
        "In all its parts, neither Fiji nor Peru, for want of lamps, supports 50.1.",
        "For want of lamps, no State supports 50.1.",
        "For want of lamps, no authority of Fiji can accept 50.1.",
        "Neither Fiji nor Peru is ready to give its support to any of 50.1.",
        "Fiji is not in a position to accept 50.1.",
        "Fiji does not (for want of lamps (and boats)) accept 50.1.",
        "Fiji does not [for want of lamps] accept 50.1.",
        "The only recommendation that is not, for now and for want of means, accepted is 50.1.",
    ],
)
def test_a_negation_reaches_its_verb_over_what_stands_between(sentence: str) -> None:
    assert answers(sentence) == {"50.1": "noted"}


@pytest.mark.parametrize(
    "sentence",
    [
        "As Fiji does not have lamps, it accepts 50.1.",
        "Although Fiji does not have lamps, it accepts 50.1.",
        "Since there is no law on lamps, Fiji has accepted 50.1.",
        "Fiji, which has no lamps, accepts 50.1.",
        "Fiji does not have a law on lamps and, therefore, accepts 50.1.",
        "Not having lamps, Fiji has decided to accept 50.1.",
        "Without prejudice to its laws, Fiji accepts 50.1.",
        "Fiji not only accepts 50.1 but has carried it out.",
        "50.1, which does not require new laws, enjoys the support of Fiji.",
        "50.1 is not new and is accepted.",
        "As Fiji has neither lamps nor boats, it supports 50.1.",
        "Fiji does not have lamps; it accepts 50.1.",
        "Fiji (which has no lamps) accepts 50.1.",
        "As there is no law on lamps, Fiji decided to accept 50.1.",
        "Having no lamps, Fiji says that it supports 50.1.",
        "Lamps do not last, Fiji says that it supports 50.1.",
        "Fiji (which does not have a law on lamps) has decided to accept 50.1.",
    ],
)
def test_a_negation_of_another_clause_turns_nothing_round(sentence: str) -> None:
    assert answers(sentence) == {"50.1": "supported"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Fiji does not say that it supports 50.1.",
        "Fiji has not said whether it supports 50.1.",
        "It cannot be said that Fiji accepts 50.1.",
        "Fiji denies that it supports 50.1.",
        "It is not, of course, true that Fiji supports 50.1.",
        "There is no reason to accept 50.1.",
        "There is no reason not to accept 50.1.",
        "Fiji does not merely note 50.1.",
        "Fiji does not fully accept 50.1.",
        "The recommendations in 50.1 that do not concern lamps are accepted.",
        "Fiji is not, of course, rich, and has, like others, decided to accept 50.1 at no cost.",
        "Fiji lacks no will in supporting 50.1.",
        "50.1 does not lack the support of Fiji.",
        "As there is no law Fiji accepts 50.1.",
        "As there is no law Fiji can accept 50.1.",
        "Since Fiji has no lamps it supports 50.1.",
        "As Fiji is not rich it accepts 50.1.",
        "Fiji cannot fully accept 50.1.",
        "50.1 is not merely noted.",
        "As no law forbids it Fiji can accept 50.1.",
        "No State not only accepts 50.1.",
        "Fiji cannot not accept 50.1.",
    ],
)
def test_a_negation_of_which_nothing_can_be_told(sentence: str) -> None:
    assert answers(sentence)["50.1"] != "noted"
    assert answers(sentence)["50.1"] is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fiji cannot accept 50.1 or support 50.2.", {"50.1": "noted", "50.2": "noted"}),
        ("Fiji cannot accept 50.1 and support 50.2.", {"50.1": "noted", "50.2": None}),
        ("We do not accept 50.1 and we support 50.2.", {"50.1": "noted", "50.2": "supported"}),
        ("We do not accept 50.1, and the authorities support 50.2.", {"50.1": "noted", "50.2": "supported"}),
        ("No recommendation of 50.1 and 50.2 can be accepted.", {"50.1": "noted", "50.2": "noted"}),
        ("50.1 enjoys, and 50.2 does not enjoy, the support of Fiji.", {"50.1": "supported", "50.2": "noted"}),
        ("50.1 does not enjoy, but 50.2 enjoys, the support of Fiji.", {"50.1": "noted", "50.2": "supported"}),
        ("50.1 is not, and 50.2 is, supported by Fiji.", {"50.1": None, "50.2": "supported"}),
        ("Fiji did not accept 50.1, or fully support 50.2.", {"50.1": "noted", "50.2": "noted"}),
        ("Fiji did not accept 50.1, or also gladly support 50.2.", {"50.1": "noted", "50.2": "noted"}),
        ("As Fiji does not have lamps, it accepts 50.1 and notes 50.2.", {"50.1": "supported", "50.2": "noted"}),
        (
            "Fiji has not, for want of lamps, accepted 50.1 and has accepted 50.2.",
            {"50.1": "noted", "50.2": "supported"},
        ),
        ("Fiji does not accept 50.1; recommendation 50.2 supported.", {"50.1": "noted", "50.2": "supported"}),
        ("As Fiji does not have lamps, it notes 50.2.", {"50.2": "noted"}),
        ("Fiji does not accept 50.1; it has accepted 50.2.", {"50.1": "noted", "50.2": "supported"}),
    ],
)
def test_verbs_that_share_a_negation_or_an_object(sentence: str, expected: dict[str, str | None]) -> None:
    assert answers(sentence) == expected
