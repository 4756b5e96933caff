"""What an addendum says without numbers, and the numbers that it leaves open."""

import pytest

from kz_upr import PositionValue, ReadingWarning
from kz_upr.documents.answer_blocks import Block
from kz_upr.documents.answered_lists import Said, SaidOfRest
from kz_upr.documents.answered_paragraphs import BELOW_EARLIER, Answer, Found
from kz_upr.documents.unnumbered import left_open, remarks, said_of_rest

SUPPORTED, NOTED = PositionValue.SUPPORTED, PositionValue.NOTED
ANSWERS = {"50.1": Answer("50.1", SUPPORTED, None, "para. 2")}


def rest(*said: tuple[PositionValue | None, tuple[str, ...]], numbered: bool = True) -> Found:
    found = Found(
        rest=[(f"para. {n}", SaidOfRest(value, places, "All is said.")) for n, (value, places) in enumerate(said, 3)]
    )
    if numbered:
        found.listed = list(ANSWERS.values())
    return found


@pytest.mark.parametrize(
    ("found", "value", "paragraphs", "codes"),
    [
        (rest(), None, (), []),
        (rest((SUPPORTED, ())), SUPPORTED, (), []),
        (rest((NOTED, ("50", "51"))), NOTED, ("50", "51"), []),
        (rest((SUPPORTED, ()), (SUPPORTED, ())), SUPPORTED, (), []),
        (rest((SUPPORTED, ()), (NOTED, ())), None, (), ["unnumbered"]),
        (rest((SUPPORTED, ("50",)), (SUPPORTED, ("51",))), None, (), ["unnumbered"]),
        (rest((None, ())), None, (), ["unnumbered"]),
        (rest((SUPPORTED, ()), (None, ()), (None, ())), None, (), ["unnumbered", "unnumbered"]),
        (rest((SUPPORTED, ()), numbered=False), SUPPORTED, (), ["no-number"]),
    ],
)
def test_what_is_said_of_the_rest(
    found: Found, value: PositionValue | None, paragraphs: tuple[str, ...], codes: list[str]
) -> None:
    warnings: list[ReadingWarning] = []
    answer, limits = said_of_rest(found, warnings)

    assert (answer and answer.value, limits) == (value, paragraphs)
    assert answer is None or answer.locator == "para. 3"
    assert [warning.code for warning in warnings] == codes


def test_answers_below_numbers_are_numbers_too() -> None:
    found = rest((SUPPORTED, ()), numbered=False)
    found.below = list(ANSWERS.values())
    warnings: list[ReadingWarning] = []

    assert said_of_rest(found, warnings)[0] is not None
    assert warnings == []


@pytest.mark.parametrize(("letters", "cut"), [(89, False), (90, False), (91, True)])
def test_a_warning_shows_ninety_letters_of_a_sentence(letters: int, cut: bool) -> None:
    sentence = "a" * letters
    warnings: list[ReadingWarning] = []
    said_of_rest(Found(rest=[("para. 3", SaidOfRest(None, (), sentence))]), warnings)

    assert f"“{sentence[:90]}…”" in str(warnings[0]) if cut else f"“{sentence}”" in str(warnings[0])


@pytest.mark.parametrize(
    ("sentence", "numbers", "expected"),
    [
        ("Recommendation 50.2 is long.", ("50.2",), ["50.2"]),
        ("Recommendation 50.1 is long.", ("50.1",), []),
        ("Rec. 61.2 is long.", ("61.2",), ["61.2"]),
        ("It said so in 50.2 and 50.3.", ("50.1", "50.2", "50.3"), ["50.2", "50.3"]),  # numbers like those answered
        ("It said so in 61.50.", ("61.50",), []),  # no recommendation of this report
        ("It said so in 2.", ("2",), []),
    ],
)
def test_numbers_without_an_answer(sentence: str, numbers: tuple[str, ...], expected: list[str]) -> None:
    said = Said(numbers, None, sentence, "its answer is unclear")

    assert list(left_open(Found(unanswered=[("para. 4", said)]), ANSWERS)) == [
        (number, f"para. 4: its answer is unclear: “{sentence}”") for number in expected
    ]


def test_numbers_of_an_earlier_review_are_not_left_open() -> None:
    said = Said(("50.2",), None, "Recommendation 50.2 was done.", BELOW_EARLIER, earlier=True)

    assert list(left_open(Found(unanswered=[("para. 4", said)]), ANSWERS)) == []


def test_numbers_with_nothing_below_them() -> None:
    found = Found(bare=[("para. 4", Block(("50.1", "50.2"), []))])

    assert list(left_open(found, ANSWERS)) == [("50.2", "para. 4: no answer is given")]


def test_numbers_that_begin_a_line_of_another_text() -> None:
    found = Found(inside=[("para. 4", number) for number in ("50.1", "50.2", "61.50")])

    assert list(left_open(found, ANSWERS)) == [("50.2", "para. 4: it begins a line of the text below another number")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji takes note of 50.9 to 50.1, and 50.3.", ["50.9", "50.3"]),  # a range that runs backwards
        ("Fiji takes note of 50.9 to 50.2.", ["50.9", "50.2"]),
        ("Fiji takes note of 61.50 to 61.2.", []),  # of another report
        ("Fiji takes note of 50.2.", []),  # a list that can be read
        ("It cost 50.3% of A/50.2.", []),
    ],
)
def test_lists_that_cannot_be_read(text: str, expected: list[str]) -> None:
    assert list(left_open(Found(text=["Lamps.", text]), ANSWERS)) == [
        (number, "the list could not be read") for number in expected
    ]


def test_a_vague_answer_is_told() -> None:
    vague, sure = Answer("50.1", None, None, "para. 2"), Answer("50.2", SUPPORTED, None, "para. 2")
    undecided, other = Answer("50.3", PositionValue.UNDECIDED, None, "para. 2"), Answer("50.4", None, None, "para. 2")
    answers = {each.number: each for each in (vague, sure, undecided)} | {
        "50.4": Answer("50.4", NOTED, None, "para. 9")
    }
    found = Found(below=[vague, sure, undecided, other])

    assert [(warning.code, warning.place) for warning in remarks(found, answers, {})] == [
        ("unanswered", "50.1"),
        ("unanswered", "50.3"),
    ]


def test_numbers_left_open_for_one_reason_are_told_together() -> None:
    told = remarks(Found(), {}, {"50.2": "it is long", "50.3": "it is short", "50.4": "it is long"})

    assert [(warning.place, str(warning)) for warning in told] == [
        ("50.2", "50.2, 50.4 without an answer; it is long"),
        ("50.3", "50.3 without an answer; it is short"),
    ]


@pytest.mark.parametrize(
    ("numbers", "why", "sentence", "earlier", "told"),
    [
        (("50.1", "50.2"), BELOW_EARLIER, "It was done.", True, ["50.2"]),
        (("50.2",), "it is of 2014", "Recommendation 50.2 was done.", True, ["50.2"]),
        (("50.2",), "it is of 2014", "It was done.", True, []),
        (("50.1",), BELOW_EARLIER, "It was done.", True, []),
        (("50.2",), BELOW_EARLIER, "It was done.", False, []),
    ],
)
def test_answers_to_an_earlier_review_are_told(
    numbers: tuple[str, ...], why: str, sentence: str, earlier: bool, told: list[str]
) -> None:
    said = Said(numbers, None, sentence, why, earlier=earlier)
    warnings = list(remarks(Found(unanswered=[("para. 4", said)]), ANSWERS, {}))

    assert [str(warning).partition(" not read")[0] for warning in warnings] == told
    assert all((warning.code, warning.place) == ("earlier-review", "para. 4") for warning in warnings)
