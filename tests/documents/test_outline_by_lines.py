"""Numbered paragraphs under their headings, from printed lines."""

import pytest

from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.outline import Paragraph, joined, outline

MARGIN, TEXT = 57.0, 85.0  # where paragraph numbers and further text begin, in points
Printed = str | tuple[str, float] | tuple[str, float, float]


def page(*lines: Printed, number: int = 2) -> Page:
    """Lines at the margin in ten points, unless a place and a size are given."""
    made = []
    for row, line in enumerate(lines):
        text, left, size = (line, MARGIN, 10.0) if isinstance(line, str) else (*line, 10.0)[:3]
        made.append(Line(text, left, 700.0 - 12 * row, size))
    return Page(number, tuple(made), ())


def heading(text: str, size: float = 14.0) -> tuple[str, float, float]:
    return text, MARGIN, size


def read(*lines: Printed) -> list[tuple[int | None, str, tuple[str, ...]]]:
    return [(each.number, each.text, each.headings) for each in outline((page(*lines),))]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Light the", "lamps"], "Light the lamps"),
        (["the har-", "bour"], "the har-bour"),
        (["the harbour -", "and the pier"], "the harbour - and the pier"),
        (["lamps/", "lights"], "lamps/lights"),
        (["1999–", "2001"], "1999–2001"),
        (["-", "lamps"], "- lamps"),
        (["  Light ", "", " them"], "Light them"),
        ([], ""),
    ],
)
def test_printed_lines_as_running_text(lines: list[str], text: str) -> None:
    assert joined(lines) == text


def test_paragraphs_under_headings_of_three_levels() -> None:
    found = read(
        heading("I. Lamps"),
        "1. Fiji lights",
        ("the harbour.", TEXT),
        heading("A. The pier"),
        "2. It paints.",
        heading("Boats", 12.0),
        "3. It sails.",
        heading("B. The quay"),
        "4. It builds.",
        heading("II. Ropes"),
        "5. It ties.",
    )

    assert found == [
        (1, "Fiji lights the harbour.", ("I. Lamps",)),
        (2, "It paints.", ("I. Lamps", "A. The pier")),
        (3, "It sails.", ("I. Lamps", "A. The pier", "Boats")),
        (4, "It builds.", ("I. Lamps", "B. The quay")),
        (5, "It ties.", ("II. Ropes",)),
    ]


def test_a_heading_over_two_lines_within_the_text() -> None:
    long = "2. It paints the pier, the quay and the boats of the harbour in all their colours."
    found = read("1. Fiji lights.", heading("A. Lamps and other"), heading("lights of the harbour"), long)

    assert [headings for _, _, headings in found] == [(), ("A. Lamps and other lights of the harbour",)]


def test_two_headings_that_follow_each_other() -> None:
    found = read("1. Fiji lights.", heading("II. Lamps"), heading("A. The pier"), "2. It paints.")

    assert found[-1] == (2, "It paints.", ("II. Lamps", "A. The pier"))


@pytest.mark.parametrize("name", ["Annex", "ANNEX", "Annexes", "Annex I", "Annex *"])
def test_an_annex_ends_the_paragraphs(name: str) -> None:
    pages = (
        page("1. Fiji lights.", heading("A. Lamps"), "2. It paints.", heading(name), "The delegation:", "3. Ana Lume"),
    )
    paragraphs = outline(pages)

    assert [(each.number, each.annexed, each.headings) for each in paragraphs] == [
        (1, False, ()),
        (2, False, ("A. Lamps",)),
        (None, True, (name,)),
    ]
    assert paragraphs[-1].text == "The delegation: 3. Ana Lume"


@pytest.mark.parametrize(
    ("number", "taken"), [("3", True), ("4", True), ("5", True), ("6", False), ("2", False), ("1", False)]
)
def test_a_small_gap_in_the_count_is_accepted(number: str, taken: bool) -> None:
    """After paragraph 2: documents miscount by one or two, but a list of ten things is no paragraph 10."""
    found = read("1. Fiji lights.", "2. It paints.", f"{number}. It sails.")

    assert [each for each, _, _ in found] == ([1, 2, int(number)] if taken else [1, 2])


@pytest.mark.parametrize(("number", "taken"), [("62", True), ("63", False)])
def test_after_a_heading_the_count_may_resume_later(number: str, taken: bool) -> None:
    found = read("1. Fiji lights.", "2. It paints.", heading("II. Boats"), f"{number}. It sails.")

    assert (int(number) in [each for each, _, _ in found]) is taken


def test_a_number_in_the_text_begins_no_paragraph() -> None:
    found = read("1. Fiji lights", ("2. Lamps of the harbour", TEXT), "2. It paints.")

    assert [(number, text) for number, text, _ in found] == [
        (1, "Fiji lights 2. Lamps of the harbour"),
        (2, "It paints."),
    ]


def test_a_paragraph_left_of_the_others() -> None:
    """Some pages are set a little further left."""
    long = "2. It paints the pier, the quay and the boats of the harbour in all its colours."
    found = read("1. Fiji lights.", (long, MARGIN - 20), "3. It sails.", "4. It ties.")

    assert [number for number, _, _ in found] == [1, 2, 3, 4]


def test_text_before_the_first_paragraph_is_left_out_but_for_its_heading() -> None:
    found = read(heading("Introduction"), "Lamps", heading("I. Proceedings"), "1. Fiji lights.", "2. It paints.")

    assert found == [(1, "Fiji lights.", ("I. Proceedings",)), (2, "It paints.", ("I. Proceedings",))]


def test_a_table_of_contents_is_left_out() -> None:
    found = read("I. Lamps .................. 2", "1. Lights . . . . . . . 3", "1. Fiji lights.", "2. It paints.")

    assert [text for _, text, _ in found] == ["Fiji lights.", "It paints."]


def test_an_empty_document() -> None:
    assert outline(()) == []
    assert read("Lamps", "and boats") == []
    assert Paragraph(None, ()).text == ""
