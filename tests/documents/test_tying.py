"""Which answer of a sentence belongs to which of its numbers."""

import pytest

from kz_upr.documents.declarations import Now, declared

Said = list[tuple[tuple[str, ...], str | None, str]]


def said(sentence: str) -> Said:
    """What a sentence says: numbers, answer, and the reason if there is none."""
    found = declared(sentence, None, Now()).said
    return [(each.numbers, each.value and each.value.value, each.why) for each in found]


def rest(sentence: str) -> list[tuple[str | None, tuple[str, ...]]]:
    found = declared(sentence, None, Now()).rest
    return [(each.value and each.value.value, each.paragraphs) for each in found]


def items(*numbers: int) -> tuple[str, ...]:
    return tuple(f"50.{number}" for number in numbers)


EXCEPTED = "it is excepted, and no answer is given"
UNCLEAR = "its answer is unclear"
UNSAID = "no answer is given"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fiji will look into 50.1.", [(items(1), None, UNSAID)]),
        ("Fiji supports 50.1, which it also notes.", [(items(1), None, UNCLEAR)]),
        ("Fiji supports 50.1 and 50.2, which are noted.", [(items(1, 2), None, UNCLEAR)]),
        ("Fiji supports recommendation 50.1 (noted in 2014).", [(items(1), None, UNCLEAR)]),
        ("Some of 50.1 and 50.2 are long.", [(items(1, 2), None, UNCLEAR)]),
        ("50.1 ... 50.4 are supported.", [(items(1, 4), None, UNCLEAR)]),
        (
            "Fiji supports 50.1 to 50.3, except 50.2.",
            [(items(1, 3), "supported", ""), (items(2), None, EXCEPTED)],
        ),
    ],
)
def test_why_there_is_no_answer(sentence: str, expected: Said) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Fiji supports 50.1 to 50.3, except 50.2, which it notes.",
            [(items(1, 3), "supported", ""), (items(2), "noted", "")],
        ),
        (
            "Fiji supports 50.1 to 50.3; as to 50.2, lamps are lacking.",
            [(items(1, 3), "supported", ""), (items(2), None, UNSAID)],
        ),
        (
            "Fiji supports 50.1 to 50.4 (except 50.2), 50.6 and 50.7.",
            [(items(1, 3, 4), "supported", ""), (items(2), None, EXCEPTED), (items(6, 7), "supported", "")],
        ),
        (
            "Fiji supports 50.1 to 50.4, except 50.2, 50.3; it notes these.",
            [(items(1, 4), "supported", ""), (items(2, 3), None, EXCEPTED)],
        ),
        (
            "The following are noted, with the exception of 50.2: 50.1, 50.2 and 50.3.",
            [(items(2), None, EXCEPTED), (items(1, 3), "noted", "")],
        ),
        (
            "50.4 excepted, Fiji supports 50.1 to 50.5.",
            [(items(4), None, EXCEPTED), (items(1, 2, 3, 5), "supported", "")],
        ),
        (
            "50.1 to 50.5 are supported, 50.4 being excepted.",
            [(items(1, 2, 3, 5), "supported", ""), (items(4), None, EXCEPTED)],
        ),
    ],
)
def test_what_is_excepted_is_taken_out(sentence: str, expected: Said) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "numbers", "answer"),
    [
        ("As to 50.1 and 50.2, Fiji notes them.", items(1, 2), "noted"),
        ("50.1 and 50.2: noted.", items(1, 2), "noted"),
        ("Noted: 50.1; 50.2.", items(1, 2), "noted"),
        ("None of 50.1 and 50.2 enjoys support.", items(1, 2), "noted"),
        ("None of 50.1 and 50.2 is noted.", items(1, 2), None),
        ("Parts of 50.1 and 50.2 are supported.", items(1, 2), "partly supported"),
        ("Parts of 50.1 and 50.2 are not supported.", items(1, 2), "partly supported"),
        ("All recommendations (50.1-50.3) are supported.", items(1, 2, 3), "supported"),
        ("All recommendations: 50.1, 50.2, are noted.", items(1, 2), "noted"),
        ("Any of 50.1 and 50.2 is supported.", items(1, 2), None),
        ("Fiji does not accept any of 50.1 and 50.2.", items(1, 2), "noted"),
        ("As Fiji has no lamps, it accepts any of 50.1 and 50.2.", items(1, 2), None),
        ("Any part of 50.1 and 50.2 is supported.", items(1, 2), "partly supported"),
        ("Fiji, which has its lamps, does not accept all of 50.1 and 50.2.", items(1, 2), None),
        ("Fiji notes all of 50.1 and 50.2.", items(1, 2), "noted"),
        ("In the same vein as 50.1 and 50.2, lamps are supported.", items(1, 2), None),
        ("Fiji supports, for the same reasons as 50.1 and 50.2, lamps.", items(1, 2), None),
    ],
)
def test_a_list_and_its_answer(sentence: str, numbers: tuple[str, ...], answer: str | None) -> None:
    assert said(sentence)[0][:2] == (numbers, answer)
    assert rest(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Fiji accepts 50.1 (in part), 50.2 and 50.3 (in part).",
            [(items(1), "partly supported", ""), (items(3), "partly supported", ""), (items(2), "supported", "")],
        ),
        (
            "50.1 and 50.2 (in part) are noted.",
            [(items(2), "partly supported", ""), (items(1), "noted", "")],
        ),
        (
            "Fiji accepts in part 50.1; it notes in part 50.2.",
            [(items(1), "partly supported", ""), (items(2), "partly supported", "")],
        ),
    ],
)
def test_in_part_belongs_to_the_number_before_its_bracket(sentence: str, expected: Said) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "50.1, 50.2 and 50.3 are supported, noted and supported, respectively.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "supported", "")],
        ),
        (
            "50.1 to 50.3 and 50.4 are supported and noted, respectively.",
            [(items(1, 2, 3), "supported", ""), (items(4), "noted", "")],
        ),
        (
            "Recommendations 50.1, 50.2 and recommendation 50.3 are supported, noted and noted, respectively.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "noted", "")],
        ),
        (
            "Fiji supports and notes 50.1, 50.2 and 50.3, respectively.",
            [(items(1, 2, 3), None, UNCLEAR)],
        ),
        ("50.1 and 50.2 are supported, respectively.", [(items(1, 2), None, UNCLEAR)]),
        (
            "50.1 and 50.2 are supported and noted, respectively, if funds allow.",
            [(items(1, 2), None, UNCLEAR)],
        ),
        (
            "50.1, 50.1 and 50.2 are supported, noted and noted, respectively.",
            [(items(1), "supported", ""), (items(1), "noted", ""), (items(2), "noted", "")],
        ),
        (
            "Recommendations 50.1, 50.2 and recommendations 50.3, 50.4 are supported and noted, respectively.",
            [(items(1, 2), "supported", ""), (items(3, 4), "noted", "")],
        ),
    ],
)
def test_respectively_pairs_answers_with_entries_or_lists(sentence: str, expected: Said) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected", "numbers"),
    [
        ("All recommendations are supported.", [("supported", ())], []),
        ("All recommendations are supported except 50.4.", [("supported", ())], [(items(4), None, EXCEPTED)]),
        ("All recommendations but 50.4 are supported.", [("supported", ())], [(items(4), None, EXCEPTED)]),
        ("Fiji supports every recommendation except for 50.4.", [("supported", ())], [(items(4), None, EXCEPTED)]),
        ("All recommendations, 50.4 excepted, are supported.", [("supported", ())], [(items(4), None, EXCEPTED)]),
        ("Fiji supports all recommendations, 50.4 excepted.", [("supported", ())], [(items(4), None, EXCEPTED)]),
        (
            "Fiji supports all recommendations except 50.4, which it notes.",
            [("supported", ())],
            [(items(4), "noted", "")],
        ),
        ("Fiji supports all other recommendations of paragraphs 50 and 51.", [("supported", ("50", "51"))], []),
        ("Fiji notes all the others.", [("noted", ())], []),
        (
            "Fiji notes 50.7 and supports all other recommendations, 50.4 excepted.",
            [("supported", ())],
            [(items(7), "noted", ""), (items(4), None, EXCEPTED)],
        ),
        (
            "Fiji supports all recommendations, 50.4 excepted, and notes 50.7.",
            [("supported", ())],
            [(items(4), None, EXCEPTED), (items(7), "noted", "")],
        ),
        ("Fiji supports 50.1 and notes all other recommendations.", [("noted", ())], [(items(1), "supported", "")]),
        ("Fiji cannot accept each recommendation.", [(None, ())], []),
        ("Not every recommendation is supported.", [(None, ())], []),
        ("Fiji has read all recommendations.", [], []),
        ("The rest of the lamps are supported.", [], []),
        ("The rest of them are supported.", [], []),
        ("The rest of its recommendations are supported.", [("supported", ())], []),
        ("The rest of recommendations are supported.", [("supported", ())], []),
        ("The remaining 30 recommendations of which 20 are supported are long.", [], []),
        (
            "The other recommendations with the sole exception of 50.4 are supported.",
            [("supported", ())],
            [(items(4), None, EXCEPTED)],
        ),
        ("All recommendations with lamps are supported.", [(None, ())], []),
        ("All recommendations that ask for lamps are supported.", [(None, ())], []),
        ("All recommendations that it received are supported.", [("supported", ())], []),
        ("Among the other recommendations, lamps are supported.", [(None, ())], []),
        ("None of all these lamps is supported.", [], []),
    ],
)
def test_what_is_said_of_all_and_of_single_ones(
    sentence: str, expected: list[tuple[str | None, tuple[str, ...]]], numbers: Said
) -> None:
    assert rest(sentence) == expected
    assert said(sentence) == numbers


@pytest.mark.parametrize(
    "sentence",
    [
        "Fiji notes 50.7 and notes all recommendations 50.1 to 50.3.",
        "50.7, and all recommendations 50.1 to 50.3, are noted.",
        "50.7 and all recommendations, 50.1 to 50.3, are noted.",
        "Fiji notes 50.7 and the remaining recommendations, 50.1 to 50.3.",
    ],
)
def test_all_that_are_named_are_no_others(sentence: str) -> None:
    assert said(sentence) == [(items(7), "noted", ""), (items(1, 2, 3), "noted", "")]
    assert rest(sentence) == []


@pytest.mark.parametrize(
    "sentence", ["As explained under 50.9: lamps are lit.", "Fiji explains, see 50.9: lamps are lit."]
)
def test_a_cross_reference_alone_says_nothing(sentence: str) -> None:
    assert said(sentence) == []
    assert rest(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Recommendation 50.9, recommendation 50.1, which Fiji supports, and recommendation 50.2 are noted.",
            [(items(9), "noted", ""), (items(1), "supported", ""), (items(2), "noted", "")],
        ),
        (
            "Fiji supports 50.1 to 50.5, except 50.2, which it notes, and 50.7 is noted.",
            [(items(1, 3, 4, 5), "supported", ""), (items(2), "noted", ""), (items(7), "noted", "")],
        ),
        (
            "Fiji supports 50.1 to 50.5, except 50.2, which it notes, and notes 50.7.",
            [(items(1, 3, 4, 5), "supported", ""), (items(2), "noted", ""), (items(7), "noted", "")],
        ),
        (
            "Fiji supports 50.3 to 50.5 except that it notes 50.4.",
            [(items(3, 5), "supported", ""), (items(4), "noted", "")],
        ),
        (
            "Fiji supports recommendations 50.1 to 50.5, except recommendation 50.2, recommendation 50.4.",
            [(items(1, 3, 5), "supported", ""), (items(2), None, EXCEPTED), (items(4), None, EXCEPTED)],
        ),
        (
            "Except for recommendation 50.2 and recommendation 50.4, recommendations 50.1 to 50.5 are supported.",
            [(items(2), None, EXCEPTED), (items(4), None, EXCEPTED), (items(1, 3, 5), "supported", "")],
        ),
        ("As to 50.1, Fiji accepts it, and it notes 50.2.", [(items(1), "supported", ""), (items(2), "noted", "")]),
        (
            "50.1, 50.2 (noted), and 50.3 are supported.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "supported", "")],
        ),
        (
            "50.1, 50.2 (which is noted), and 50.3 are supported.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "supported", "")],
        ),
        (
            "50.1, 50.2 (partially supported), and 50.3 are supported.",
            [(items(1), "supported", ""), (items(2), "partly supported", ""), (items(3), "supported", "")],
        ),
        ("50.1 and 50.2 (both noted) are about lamps.", [(items(1, 2), "noted", "")]),
        ("50.1 and 50.2 (noted).", [(items(1), None, UNSAID), (items(2), "noted", "")]),
        (
            "50.1 and 50.2 are supported and noted, respectively (see 50.30).",
            [(items(1), "supported", ""), (items(2), "noted", "")],
        ),
        ("Fiji supports and endorses 50.1.", [(items(1), "supported", "")]),
        ("Fiji supports and notes 50.1.", [(items(1), None, UNCLEAR)]),
        ("50.1 (noted), 50.2 and 50.3 are supported.", [(items(1), "noted", ""), (items(2, 3), "supported", "")]),
        (
            "50.1 (noted), 50.2 (supported), 50.3 (noted) and 50.4 are long.",
            [(items(1), "noted", ""), (items(2), "supported", ""), (items(3), "noted", ""), (items(4), None, UNSAID)],
        ),
        (
            "Fiji supports (50.1), (50.2) and notes (50.3).",
            [(items(1), "supported", ""), (items(2), "supported", ""), (items(3), "noted", "")],
        ),
        (
            "50.1 accepted; 50.2 noted; 50.3 accepted.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "supported", "")],
        ),
        ("Fiji supports 50.1 to 50.3, except: 50.2.", [(items(1, 3), "supported", ""), (items(2), None, EXCEPTED)]),
        (
            "Fiji supports 50.1 to 50.5 (except 50.2 (on lamps), 50.4), 50.7.",
            [
                (items(1, 3, 5), "supported", ""),
                (items(2), None, EXCEPTED),
                (items(4), None, EXCEPTED),
                (items(7), "supported", ""),
            ],
        ),
        (
            "Fiji supports 50.1 to 50.5 (on lamps), except 50.2 (on boats), 50.4.",
            [(items(1, 3, 5), "supported", ""), (items(2), None, EXCEPTED), (items(4), None, EXCEPTED)],
        ),
        ("Fiji supports 50.1 … 50.4.", [(items(1), "supported", ""), (items(4), None, UNCLEAR)]),
        ("Supported 50.1 Noted 50.1", [(items(1), "supported", ""), (items(1), "noted", "")]),
        (
            "Among recommendations 50.1 to 50.3, Fiji supports 50.1 and notes the others.",
            [(items(1), "supported", ""), (items(2, 3), "noted", "")],
        ),
        (
            "Out of 50.1 to 50.3, Fiji supports 50.1 and notes the others.",
            [(items(1), "supported", ""), (items(2, 3), "noted", "")],
        ),
        ("50.1 is, however, noted.", [(items(1), "noted", "")]),
        ("50.1 is noted, cf. 50.4.", [(items(1), "noted", "")]),
        ("50.1 is noted, see 50.4, which is supported.", [(items(1), "noted", "")]),
        ("50.1, see 50.4, is noted.", [(items(1), "noted", "")]),
        (
            "Fiji supports 50.1 and, in part, 50.4, and recommendation 50.2.",
            [(items(1), "supported", ""), (items(4), "partly supported", ""), (items(2), "supported", "")],
        ),
        (
            "Fiji supports recommendation 50.1 on lamps and recommendation 50.2 if funds allow.",
            [(items(1), None, UNCLEAR), (items(2), None, UNCLEAR)],
        ),
        (
            "Recommendation 50.1 is noted, recommendation 50.2 supported; if funds allow.",
            [(items(1), "noted", ""), (items(2), None, UNCLEAR)],
        ),
        (
            "Fiji notes 50.7 and accepts the following, with the exception of 50.2: 50.1, 50.2, 50.3.",
            [(items(7), "noted", ""), (items(2), None, EXCEPTED), (items(1, 3), "supported", "")],
        ),
        ("50.1 is noted, see our answer to 50.4.", [(items(1), "noted", "")]),
        ("Of lamps recommendation 50.1 is noted.", [(items(1), "noted", "")]),
        ("Fiji accepts the aim of recommendation 50.1.", [(items(1), None, UNCLEAR)]),
        ("Fiji accepts the aim of the above recommendation 50.1.", [(items(1), None, UNCLEAR)]),
        (
            "Fiji supports 50.1 and will; 50.2 is noted.",
            [(items(1), "supported", ""), (items(2), "noted", "")],
        ),
        (
            "Fiji supports 50.1, whereas, in the view of all, 50.2 is noted.",
            [(items(1), "supported", ""), (items(2), "noted", "")],
        ),
    ],
)
def test_each_answer_goes_to_its_own_list(sentence: str, expected: Said) -> None:
    assert sorted(said(sentence), key=str) == sorted(expected, key=str)
