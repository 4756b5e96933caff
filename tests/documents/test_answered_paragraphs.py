"""What the paragraphs of an addendum say, in sentences, below numbers and in rows."""

import pytest

from kz_upr.documents.answered_paragraphs import BELOW_EARLIER, Found, found_in
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.declarations import Now
from kz_upr.documents.outline import Paragraph


def paragraph(number: int | None, *lines: str, heading: str = "", above: str = "") -> Paragraph:
    printed = [Line(line, 80.0, 700.0 - 12 * at, 10.0) for at, line in enumerate(lines)]
    return Paragraph(number, tuple(filter(None, (above, heading))), lines=printed)


def found(*paragraphs: Paragraph) -> Found:
    return found_in(list(paragraphs), Now())


def below(*paragraphs: Paragraph) -> list[tuple[str, str | None, str]]:
    """The answers below numbers and in rows: number, position and place."""
    return [(each.number, each.value, each.locator) for each in found(*paragraphs).below]


FOLLOWING = "The following recommendations enjoy the support of Fiji:"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # rows of a table are cited by their number, text below numbers by its paragraph
        (["9.1 Noted", "9.2 Supported"], [("9.1", "noted", "no. 9.1"), ("9.2", "supported", "no. 9.2")]),
        (["9.1 Lamps.", "9.2 Lamps.", "9.3 Noted"],
         [("9.1", None, "para. 2"), ("9.2", None, "para. 2"), ("9.3", "noted", "para. 2")]),
        # the words before the blocks answer them, unless the cells of a table do
        ([FOLLOWING, "9.1 Lamps.", "9.2 Quays."],
         [("9.1", "supported", "para. 2"), ("9.2", "supported", "para. 2")]),
        ([FOLLOWING, "9.1 Noted", "9.2 Noted"], [("9.1", "noted", "no. 9.1"), ("9.2", "noted", "no. 9.2")]),
        ([FOLLOWING, "9.1 Paint the Noted", "9.2 Close the Noted"],
         [("9.1", "noted", "no. 9.1"), ("9.2", "noted", "no. 9.2")]),
        ([FOLLOWING, "9.1 Paint the Noted", "9.2 Lamps.", "9.3 Lamps."],
         [("9.1", "supported", "para. 2"), ("9.2", "supported", "para. 2"), ("9.3", "supported", "para. 2")]),
        # an answer below the number that contradicts the words before it
        ([FOLLOWING, "9.1 Lamps.", "Fiji notes this recommendation."], [("9.1", "undecided", "para. 2")]),
    ],
)  # fmt: skip
def test_answers_below_numbers(lines: list[str], expected: list[tuple[str, str | None, str]]) -> None:
    assert below(paragraph(2, *lines)) == expected


@pytest.mark.parametrize(
    ("heading", "lines", "expected"),
    [
        (
            "Recommendations 9.1 and 9.2",
            ["Fiji supports these recommendations."],
            {"9.1": "supported", "9.2": "supported"},
        ),
        ("Recommendations 9.1 and 9.2", ["Fiji notes recommendation 9.7."], {}),
        ("Recommendation 9.1", ["9.7 Lamps.", "Noted."], {"9.7": "noted"}),
        ("Lamps", ["Fiji supports these recommendations."], {}),
    ],
)
def test_numbers_in_the_heading(heading: str, lines: list[str], expected: dict[str, str]) -> None:
    answers = below(paragraph(2, *lines, heading=heading))

    assert {number: value for number, value, _ in answers} == expected


def test_below_a_heading_about_an_earlier_review_nothing_is_answered() -> None:
    read = found(
        paragraph(2, "Fiji supports 9.1.", "9.2 Noted", heading="Recommendations of the previous cycle"),
        paragraph(3, "Fiji notes 9.3.", heading="Lamps"),
    )

    assert [(place, said.numbers, said.why, said.earlier) for place, said in read.unanswered] == [
        ("para. 2", ("9.1", "9.2"), BELOW_EARLIER, True)
    ]
    assert [(each.number, each.locator) for each in read.listed] == [("9.3", "para. 3")]
    assert read.below == []


def test_numbers_that_begin_a_line_of_a_block_and_numbers_alone() -> None:
    read = found(paragraph(2, "9.1 Lamps of 9.2 metres and", "9.3 or more, see", "9.4 The lamps", "9.5"))

    assert read.inside == [("para. 2", "9.3"), ("para. 2", "9.4")]
    assert [(place, block.numbers) for place, block in read.bare] == [("para. 2", ("9.5",))]


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        (paragraph(2, "Fiji notes 9.1."), "para. 2"),
        (paragraph(None, "Fiji notes 9.1.", heading="Lamps"), "under “Lamps”"),
        (paragraph(None, "Fiji notes 9.1.", above="Harbours", heading="Lamps"), "under “Lamps”"),
        (paragraph(None, "Fiji notes 9.1."), "text"),
    ],
)
def test_the_place_of_an_answer(printed: Paragraph, place: str) -> None:
    assert [each.locator for each in found(printed).listed] == [place]
