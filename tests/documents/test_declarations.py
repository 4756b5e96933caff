"""What a sentence of an addendum says of which recommendations."""

import pytest

from effort import growth
from kz_upr import PositionValue, resolve_state
from kz_upr.documents.declarations import Now, declared
from kz_upr.documents.sentences import phrases
from made_answers import UNKNOWN, answers, items

S, N, P = PositionValue.SUPPORTED, PositionValue.NOTED, PositionValue.PARTLY_SUPPORTED


def taken(text: str, *, now: Now = UNKNOWN) -> dict[PositionValue, tuple[str, ...]]:
    """The numbers of each answer; those without one are left out."""
    by_value: dict[PositionValue, tuple[str, ...]] = {}
    for number, value in answers(text, now=now).items():
        if value is not None:
            by_value[value] = (*by_value.get(value, ()), number)
    return by_value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji supports recommendations 50.1 and 50.2 as well as 50.3.", {S: items(1, 2, 3)}),
        ("Fiji fully supports 50.13.", {S: items(13)}),
        ("Fiji agrees with recommendation 50.3 and endorses 50.4.", {S: items(3, 4)}),
        ("Fiji gives its full support to 50.1.", {S: items(1)}),
        ("The Government is pleased to accept 50.1 through 50.3.", {S: items(1, 2, 3)}),
        ("Fiji tells the Council that it accepts recommendations 50.1/50.2.", {S: items(1, 2)}),
        ("Fiji takes due note of 50.1; it supports 50.2.", {N: items(1), S: items(2)}),
        ("Fiji rejects recommendation 50.1.", {N: items(1)}),
        ("Fiji cannot, for want of lamps, accept recommendation 50.1.", {N: items(1)}),
        ("The Government is unable to support 50.1.", {N: items(1)}),
        ("Fiji does not support 50.1 and 50.2 but supports 50.3.", {N: items(1, 2), S: items(3)}),
        ("None of recommendations 50.1 to 50.3 is supported.", {N: items(1, 2, 3)}),
        ("Recommendations 50.1 and 50.2 did not receive the support of Fiji.", {N: items(1, 2)}),
        ("50.1 and 50.2 are supported, while 50.3 is noted.", {S: items(1, 2), N: items(3)}),
        ("Recommendation 50.1 is noted, recommendation 50.2 supported.", {N: items(1), S: items(2)}),
        ("Fiji supports neither recommendation 50.1 nor 50.2.", {N: items(1, 2)}),
        ("Neither recommendation 50.1 nor 50.2 enjoys the support of Fiji.", {N: items(1, 2)}),
        ("Fiji does not support 50.1, nor 50.2.", {N: items(1, 2)}),
        ("Fiji supports Nos. 50.1 and 50.2.", {S: items(1, 2)}),
        ("Fiji cannot agree to recommendation 50.1.", {N: items(1)}),
        ("Fiji must reject recommendation 50.1.", {N: items(1)}),
        ("Fiji supports recommendations 50.1, 50.2, 50.3 (noted) and 50.4.", {S: items(1, 2, 4), N: items(3)}),
        ("Supported 50.1 Noted 50.2 Supported 50.3", {S: items(1, 3), N: items(2)}),
        ("50.1 Supported 50.2 Noted 50.3 Supported", {S: items(1, 3), N: items(2)}),
        ("50.1 | Supported 50.2 | Noted", {S: items(1), N: items(2)}),
        ("Fiji supports 50.1, since the law is good only if it is kept.", {S: items(1)}),
        ("Fiji supports 50.1, which has been carried out to a great extent.", {S: items(1)}),
        ("50.1 has been studied with care and is accepted.", {S: items(1)}),
        ("As regards recommendation 50.1, Fiji accepts it.", {S: items(1)}),
        ("Recommendation 50.1: Fiji accepts.", {S: items(1)}),
        ("Supported: 50.1, 50.2; noted: 50.3.", {S: items(1, 2), N: items(3)}),
        ("The following enjoy the support of Fiji: 50.1, 50.2.", {S: items(1, 2)}),
        ("Those that do not enjoy the support of Fiji are 50.4 and 50.5.", {N: items(4, 5)}),
        ("Fiji accepts the following, which have already been carried out: 50.1, 50.2.", {S: items(1, 2)}),
        ("Fiji supports 3 recommendations (50.1–50.3) and notes 2 recommendations (50.4, 50.6).",
         {S: items(1, 2, 3), N: items(4, 6)}),
        ("Fiji supports those on lamps (50.1, 50.2) and those on boats (50.3).", {S: items(1, 2, 3)}),
        ("50.1 (supported), 50.2 (noted) and 50.3 (partially supported).", {S: items(1), N: items(2), P: items(3)}),
    ],
)  # fmt: skip
def test_the_verb_of_each_list(text: str, expected: dict[PositionValue, tuple[str, ...]]) -> None:
    assert taken(text) == expected


@pytest.mark.parametrize(
    "exception",
    [
        "except {}",
        "except for {}",
        "(excluding {})",
        "other than {}",
        "apart from {}",
        "aside from recommendations {}",
        "save for {}",
        "with the exception of {}",
        "with the sole exception of recommendations {}",
        "but not {}",
        "not including {}",
    ],
)
@pytest.mark.parametrize("excepted", ["50.2 and 50.4", "2 and 4"])
def test_what_is_excepted_has_no_answer_unless_one_is_said(exception: str, excepted: str) -> None:
    clause = exception.format(excepted)
    supported = f"Fiji supports recommendations 50.1 to 50.5 {clause}"

    assert taken(f"{supported}.") == {S: items(1, 3, 5)}
    assert taken(f"Recommendations 50.1 to 50.5, {clause}, enjoy the support of Fiji.") == {S: items(1, 3, 5)}
    for noted in ("which are noted", "which it notes", "which do not enjoy its support"):
        assert taken(f"{supported.rstrip(')')}, {noted}.") == {S: items(1, 3, 5), N: items(2, 4)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Except for 50.4, Fiji supports recommendations 50.3 to 50.5.", {S: items(3, 5)}),
        ("Apart from 50.4, recommendations 50.3 to 50.5 are supported.", {S: items(3, 5)}),
        ("Fiji notes 50.1 to 50.3, save 50.2, which it accepts.", {N: items(1, 3), S: items(2)}),
        ("Fiji supports 50.3 to 50.5 bar 50.4.", {S: items(3, 5)}),
        ("Fiji supports 50.1-50.3 except 50.2, and notes 50.10.", {S: items(1, 3), N: items(10)}),
        ("Fiji accepts the following, with the exception of 50.2: 50.1, 50.2, 50.3.", {S: items(1, 3)}),
        ("Fiji supports, 50.4 excepted, recommendations 50.3 to 50.5.", {S: items(3, 5)}),
        ("Fiji supports all recommendations except 50.4 (noted) and 50.7 (in part).", {N: items(4)}),
    ],
)
def test_places_of_an_exception(text: str, expected: dict[PositionValue, tuple[str, ...]]) -> None:
    assert taken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recommendations 50.1 and 50.2 are supported and noted, respectively.", {S: items(1), N: items(2)}),
        ("Fiji supports and notes recommendations 50.1 and 50.2, respectively.", {S: items(1), N: items(2)}),
        ("50.1–50.2 and 50.3–50.4 are noted and supported, respectively.", {N: items(1, 2), S: items(3, 4)}),
        ("50.1, 50.2 and 50.3 are supported and noted, respectively.", {}),
        ("Fiji supports 50.1 and notes 50.2, respectively.", {S: items(1), N: items(2)}),
    ],
)
def test_respectively(text: str, expected: dict[PositionValue, tuple[str, ...]]) -> None:
    assert taken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji accepts recommendation 50.14 in part.", {P: items(14)}),
        ("Fiji accepts in part recommendations 50.14 and 50.15.", {P: items(14, 15)}),
        ("Recommendation 50.14 is partially accepted.", {P: items(14)}),
        ("Recommendation 50.14 is accepted partly.", {P: items(14)}),
        ("Recommendation 50.14 enjoys the partial support of Fiji.", {P: items(14)}),
        ("Recommendations 50.14 are supported/noted.", {P: items(14)}),
        ("Fiji supports the first part of recommendation 50.14.", {P: items(14)}),
        ("Fiji partially accepts 50.14 and fully accepts 50.15.", {P: items(14), S: items(15)}),
        ("Fiji accepts 50.1, 50.14 (in part) and 50.15.", {P: items(14), S: items(1, 15)}),
        ("Fiji accepts 50.1, 50.14 (first part only) and 50.15.", {P: items(14), S: items(1, 15)}),
        ("Fiji accepts 50.1, 50.14 (first part) and 50.15.", {P: items(14), S: items(1, 15)}),
        ("Fiji accepts 50.1, 50.14 (only the sentence on lamps) and 50.15.", {P: items(14), S: items(1, 15)}),
        ("Recommendations 50.1 and, in part, 50.14 are supported.", {P: items(14), S: items(1)}),
    ],
)
def test_in_part(text: str, expected: dict[PositionValue, tuple[str, ...]]) -> None:
    assert taken(text) == expected


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("Fiji supports 50.1 and will consider 50.2.", items(2)),
        ("Fiji will consider accepting 50.1.", items(1)),
        ("Fiji would support 50.1 if it had lamps.", items(1)),
        ("Fiji is studying whether to support recommendation 50.1.", items(1)),
        ("Fiji does not reject 50.1.", items(1)),
        ("Fiji supports the spirit of recommendation 50.1.", items(1)),
        ("Some of recommendations 50.1 and 50.2 are supported.", items(1, 2)),
        ("Fiji supports recommendations between 50.1 and 50.4.", items(1, 4)),
        ("Fiji supports 50.1 and 50.2 are noted.", items(1, 2)),
        ("Fiji does not support all of recommendations 50.1 and 50.2.", items(1, 2)),
        ("Fiji supports 50.1; as to 50.2, much is left to do.", items(2)),
        ("Fiji supports the aims of recommendations 50.1 and 50.2.", items(1, 2)),
        ("Fiji hardly supports recommendation 50.1.", items(1)),
        ("Fiji refrains from supporting recommendation 50.1.", items(1)),
        ("Fiji has yet to decide whether to support recommendation 50.1.", items(1)),
        ("Fiji would have supported recommendation 50.1.", items(1)),
        ("Fiji will support recommendation 50.1 only if funds allow.", items(1)),
        ("If funds allow, Fiji supports recommendation 50.1.", items(1)),
        ("Fiji supports recommendation 50.1, but only insofar as it is able to.", items(1)),
        ("Recommendations 50.1 and 50.2 are accepted to some extent.", items(1, 2)),
        ("Recommendation 50.1 is supported subject to the Constitution.", items(1)),
        ("Fiji supports recommendations 50.1 to 50.3, 50.2.", items(1, 2, 3)),
        ("Fiji hopes to be able to support recommendation 50.1.", items(1)),
        ("The human rights commission of Fiji supports recommendation 50.1.", items(1)),
        ("Recommendation 50.1 enjoys the support of the many stakeholders.", items(1)),
        ("Fiji does not, however, wish to say that it supports recommendation 50.1.", items(1)),
        ("Fiji supports recommendations similar to 50.1.", items(1)),
        ("Fiji did not accept or reject recommendation 50.1.", items(1)),
    ],
)
def test_what_is_not_understood_is_left_open(text: str, open_: tuple[str, ...]) -> None:
    assert tuple(number for number, value in answers(text).items() if value is None) == open_


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of recommendations 50.1 to 50.3, Fiji supports all but 50.3, which it notes.", {S: items(1, 2), N: items(3)}),
        ("Of recommendations 50.1 to 50.3, Fiji supports 50.1 and notes the others.", {S: items(1), N: items(2, 3)}),
        ("Of recommendations 50.1 to 50.3, 50.1 and 50.2 are supported.", {}),
    ],
)
def test_all_of_a_list_is_not_all_recommendations(text: str, expected: dict[PositionValue, tuple[str, ...]]) -> None:
    assert taken(text) == expected
    assert declared(text, None, UNKNOWN).rest == ()


@pytest.mark.parametrize(
    "text",
    [
        "Peru supports recommendation 50.1 made by Kenya.",
        "Fiji notes recommendation 50.1, which Peru fully supports.",
        "Peru does not support recommendation 50.1.",
    ],
)
def test_another_state_answers_nothing(text: str) -> None:
    now = Now(state=resolve_state("FJI"))
    assert answers(text, now=now) == {"50.1": None}
    assert answers("Fiji supports 50.1 from Peru.", now=now) == {"50.1": S}
    assert answers("50.1, made by Peru, is accepted.", now=now) == {"50.1": S}


def test_a_cross_reference_is_no_answer() -> None:
    assert answers("Fiji notes 50.1 (see recommendation 50.30).") == {"50.1": N}
    assert answers("Fiji supports 50.1, as noted in 50.30.") == {"50.1": S}
    assert answers("Fiji supports 50.1, as explained under 50.30.") == {"50.1": S}
    assert answers("See also our answer to recommendations 50.30 and 50.31.") == {}


def test_counts_are_no_numbers() -> None:
    assert answers("Fiji accepts 12 of the 20 recommendations and notes 8 recommendations.") == {}
    assert answers("Fiji supports 50.1, 50.2 and 12 others.") == dict.fromkeys(items(1, 2), S)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("In 2014 Fiji had accepted recommendations 60.1 and 60.2.", Now()),
        ("In 2014 Fiji accepted recommendations 60.1 and 60.2.", Now(year=2019)),
        ("Having accepted recommendations 60.1 and 60.2, Fiji lit its lamps.", Now()),
        ("Five years ago Fiji accepted 60.1 and 60.2.", Now()),
        ("Of the previous review, recommendations 60.1 and 60.2 are supported.", Now()),
        *(
            (f"In the {name} cycle, Fiji supported recommendations 60.1 and 60.2.", Now(cycle=cycle + 1))
            for cycle, names in enumerate(["first 1st", "second 2nd", "third 3rd", "fourth 4th"], 1)
            for name in names.split()
        ),
        ("In 2017 Fiji accepted recommendations 60.1 and 60.2.", Now(year=2019)),
        ("In 2014, since 2017, Fiji accepted recommendations 60.1 and 60.2.", Now(year=2019)),
    ],
)
def test_an_earlier_review(text: str, now: Now) -> None:
    assert answers(text, now=now) == {"60.1": None, "60.2": None}
    said = declared(text, None, now).said
    assert {(each.earlier, each.why) for each in said} == {(True, "the sentence is about an earlier review")}


@pytest.mark.parametrize(
    ("text", "now"),
    [
        *(
            (f"In the {name} cycle, Fiji supported recommendations 60.1 and 60.2.", Now(cycle=cycle))
            for cycle, names in enumerate(["first 1st", "second 2nd", "third 3rd", "fourth 4th"], 1)
            for name in names.split()
        ),
        ("In the second cycle, Fiji supported recommendations 60.1 and 60.2.", Now()),
        ("For the fourth cycle, Fiji supported recommendations 60.1 and 60.2.", Now(cycle=3)),
        ("In 2018 Fiji accepted recommendations 60.1 and 60.2.", Now(year=2019)),
        ("In 2014 Fiji accepted recommendations 60.1 and 60.2.", Now()),
        ("In 2014 Fiji lit its lamps, and it supports recommendations 60.1 and 60.2.", Now(year=2019)),
        ("In 2014 and in 2018 Fiji accepted recommendations 60.1 and 60.2.", Now(year=2019)),
    ],
)
def test_this_review(text: str, now: Now) -> None:
    assert answers(text, now=now) == {"60.1": S, "60.2": S}


def test_what_follows_an_earlier_review_is_read() -> None:
    text = "Of the previous review, 60.1 is supported. Fiji supports 50.1. Peru supports 50.2. Fiji notes 50.3."
    said = declared(text, None, Now(state=resolve_state("FJI"))).said

    assert [(each.numbers, each.value, each.earlier) for each in said] == [
        (("60.1",), None, True),
        (items(1), S, False),
        (items(2), None, False),
        (items(3), N, False),
    ]
    assert said[2].why == "the answer is another State's"


def test_the_words_before_an_earlier_review_are_not_those_of_the_next_list() -> None:
    text = "Fiji supports the following recommendations: Those of the previous review were lit. 50.1"

    assert answers(text) == {"50.1": None}


def test_the_sentences_after_a_number_belong_to_it_up_to_the_next() -> None:
    text = "Fiji gives thanks. Fiji supports 50.1. It is lit. It is old. Fiji notes 50.2."

    assert [(each.numbers, each.context) for each in declared(text, None, UNKNOWN).said] == [
        (items(1), "Fiji supports 50.1. It is lit. It is old."),
        (items(2), "Fiji notes 50.2."),
    ]


def test_the_review_itself_is_not_an_earlier_one() -> None:
    text = "In the third cycle, in 2019, Fiji accepted recommendations 60.1 and 60.2."
    assert taken(text, now=Now(cycle=3, year=2020)) == {S: ("60.1", "60.2")}


@pytest.mark.parametrize(
    ("text", "value", "paragraphs"),
    [
        ("All others are supported.", S, ()),
        ("The remaining 12 recommendations do not enjoy the support of Fiji.", N, ()),
        ("Fiji notes the rest of the recommendations.", N, ()),
        ("Fiji accepts all but recommendations 50.4 and 50.7.", S, ()),
        ("Fiji supports all recommendations in paragraph 50 except 50.4.", S, ("50",)),
        ("Fiji supports all recommendations, with the exception of 50.4.", S, ()),
        ("None of the other recommendations is supported.", N, ()),
        ("Fiji takes note of all the other recommendations.", N, ()),
    ],
)
def test_what_is_said_of_all_others(text: str, value: PositionValue, paragraphs: tuple[str, ...]) -> None:
    (rest,) = declared(text, None, UNKNOWN).rest
    assert (rest.value, rest.paragraphs) == (value, paragraphs)
    assert set(answers(text).values()) <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "Fiji accepts all recommendations on lamps.",
        "The remaining recommendations from Peru are noted.",
        "Fiji does not accept all recommendations.",
        "Most of the other recommendations are noted.",
        "Fiji supports all recommendations between 50.1 and 50.4.",
        "Fiji would support all other recommendations if it could.",
    ],
)
def test_some_that_are_not_numbered_are_not_all(text: str) -> None:
    assert [rest.value for rest in declared(text, None, UNKNOWN).rest] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji answers the other 9 recommendations, of which 7 are supported.",
        "Fiji accepts all recommendations 50.1–50.3.",
    ],
)
def test_no_rest(text: str) -> None:
    assert declared(text, None, UNKNOWN).rest == ()


def test_a_heading_answers_what_has_no_verb() -> None:
    assert answers("Recommendations 50.1 and 50.2.", heading=N) == dict.fromkeys(items(1, 2), N)
    assert answers("Fiji supports recommendation 50.1.", heading=N) == {"50.1": S}
    assert answers("The Government will study recommendation 50.1.", heading=N) == {"50.1": None}
    assert answers("50.1, 50.2", heading=N) == dict.fromkeys(items(1, 2), N)
    assert answers("Rec. 50.1, on lamps", heading=N) == {"50.1": N}
    assert answers("On lamps, recommendation 50.1.", heading=N) == {"50.1": N}
    assert answers("It has lit the lamps: 50.1.", heading=N) == {"50.1": N}
    assert answers("On lamps, 50.1.", heading=N) == {"50.1": None}
    assert declared("All recommendations, 50.4 excepted.", N, UNKNOWN).rest == ()


def test_words_before_a_list_in_a_sentence_of_its_own() -> None:
    said = declared("Fiji supports the following recommendations. 50.1, 50.2", None, UNKNOWN).said
    assert [(each.numbers, each.value) for each in said] == [(items(1, 2), S)]
    assert declared("The recommendations below are noted:", None, UNKNOWN).lead is N


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("The recommendations below are noted.", N),
        ("The following recommendations are noted.", N),
        ("These are noted:", N),
        ("These are noted: ", N),
        ("These are noted.", None),
        ("The following are supported or noted:", None),
        ("Fiji notes 50.1 and the following:", None),
        ("All recommendations are noted, as follows:", None),
        ("The following are long:", None),
        ("The following are noted. Lamps.", None),
    ],
)
def test_the_answer_announced_for_what_follows(text: str, lead: PositionValue | None) -> None:
    assert declared(text, None, UNKNOWN).lead is lead


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("No. 50.1", S),
        ("Recommendation 50.1.", S),
        ("The recommendation 50.1 is long.", None),
        ("On lamps, 50.1.", None),
        ("Fiji notes 50.1.", N),
    ],
)
def test_a_sentence_after_one_that_announces_an_answer(text: str, value: PositionValue | None) -> None:
    assert answers(f"Fiji supports the following recommendations. {text}") == {"50.1": value}


@pytest.mark.parametrize(
    "before", ["by ", "by the ", "from  the ", "of the ", "to ", "with the ", "and the ", "(", "/", "on lamps, "]
)
def test_a_state_that_is_not_the_subject(before: str) -> None:
    now = Now(state=resolve_state("FJI"))

    assert answers(f"The lamps {before}Peru notes; Fiji supports 50.1.", now=now) == {"50.1": S}
    assert answers("As to lamps Peru notes; Fiji supports 50.1.", now=now) == {"50.1": None}


@pytest.mark.parametrize(
    "unit", ["50.1, ", "Fiji supports 50.1. ", "which it notes ", "all recommendations ", "no support ("]
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert growth(lambda size: declared(unit * size, None, UNKNOWN), 60) < 1.3
    assert growth(lambda size: phrases(unit * size), 60) < 1.3
