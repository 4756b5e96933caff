"""What a sentence says of its lists of numbers, and of all recommendations."""

import pytest

from made_answers import EXCEPTED, UNCLEAR, UNSAID, Said, items, rest, said


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
