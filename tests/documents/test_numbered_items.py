"""Addenda that number their answers like the recommendations of the report."""

import pytest

from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.numbered_items import numbered_items

NUMBERS, TEXT = 57.0, 113.0  # where the two columns begin, in points
FIRST = Page(1, (Line("United Nations", NUMBERS, 700.0, 10.0),), ())


def page(*lines: tuple[str, float]) -> Page:
    return Page(2, tuple(Line(text, left, 700.0 - 12 * row, 10.0) for row, (text, left) in enumerate(lines)), ())


def items(*lines: tuple[str, float]) -> list[tuple[list[str], str]]:
    return [(item.numbers, item.text) for item in numbered_items((FIRST, page(*lines)))]


def test_numbers_that_share_one_text() -> None:
    found = items(
        ("Answers to the recommendations", NUMBERS),
        ("1., 2. and 3. Fiji lights", NUMBERS),
        ("the harbour.", NUMBERS),
        ("4. Fiji paints the pier.", NUMBERS),
    )

    assert found == [(["1", "2", "3"], "Fiji lights the harbour."), (["4"], "Fiji paints the pier.")]


def test_a_list_of_numbers_that_goes_on_in_the_next_line() -> None:
    found = items(("1., 2.,", NUMBERS), ("3. Fiji lights", NUMBERS), ("the harbour.", TEXT), ("4. It paints.", NUMBERS))

    assert found == [(["1", "2", "3"], "Fiji lights the harbour."), (["4"], "It paints.")]


def test_a_text_in_a_second_column() -> None:
    found = items(("1.", NUMBERS), ("Fiji lights", TEXT), ("the harbour.", TEXT), ("2.", NUMBERS), ("It paints.", TEXT))

    assert found == [(["1"], "Fiji lights the harbour."), (["2"], "It paints.")]


@pytest.mark.parametrize(
    ("places", "taken"),
    [
        ([TEXT, TEXT], True),
        ([TEXT, TEXT, NUMBERS], True),
        ([TEXT, NUMBERS], False),
        ([TEXT, NUMBERS, NUMBERS], False),
        ([NUMBERS, NUMBERS], False),
        ([], False),
    ],
    ids=["all", "most", "half", "fewer", "none", "no other line"],
)
def test_most_lines_show_whether_there_is_a_second_column(places: list[float], taken: bool) -> None:
    """Otherwise the numbers are those of the addendum's own paragraphs."""
    found = items(("1. Fiji lights", NUMBERS), *(("the harbour", place) for place in places))

    assert [numbers for numbers, _ in found] == ([["1"]] if taken else [])


def test_lines_before_the_first_number_do_not_show_it() -> None:
    assert items(("Fiji", TEXT), ("and its harbour", TEXT), ("1. Fiji lights", NUMBERS), ("it.", NUMBERS)) == []


def test_a_number_further_right_belongs_to_the_text() -> None:
    found = items(("1.", NUMBERS), ("Fiji has lit", TEXT), ("9. Harbours", TEXT), ("and painted them.", TEXT))

    assert found == [(["1"], "Fiji has lit 9. Harbours and painted them.")]


def test_a_number_may_stand_a_little_to_the_side() -> None:
    found = items(("1.", NUMBERS), ("Fiji lights.", TEXT), ("2.", NUMBERS - 5), ("It paints.", TEXT))

    assert [numbers for numbers, _ in found] == [["1"], ["2"]]


@pytest.mark.parametrize("text", ["Fiji supports all.", "1.5 million lamps", "1 lamp", "12"])
def test_a_document_without_such_numbers(text: str) -> None:
    assert items((text, NUMBERS), ("and more", TEXT)) == []


def test_the_cover_does_not_count() -> None:
    cover = Page(1, page(("1., 2. Fiji lights.", NUMBERS)).lines, ())

    assert numbered_items((cover, page(("Fiji supports all.", NUMBERS)))) == []


@pytest.mark.parametrize(("distance", "begins"), [(-7, False), (-6, True), (0, True), (6, True), (7, False)])
def test_numbers_begin_within_six_points_of_each_other(distance: int, begins: bool) -> None:
    found = items(
        ("1.", NUMBERS), ("It lights.", TEXT), ("2. It paints.", NUMBERS + distance), ("So.", TEXT), ("Yes.", TEXT)
    )

    assert [numbers for numbers, _ in found] == ([["1"], ["2"]] if begins else [["1"]])


@pytest.mark.parametrize(("distance", "second"), [(29, False), (30, False), (31, True)])
def test_a_second_column_begins_more_than_thirty_points_further_right(distance: int, second: bool) -> None:
    assert bool(items(("1. Lamps", NUMBERS), ("are lit.", NUMBERS + distance))) is second


def test_two_numbers_that_share_a_text_are_enough() -> None:
    assert items(("1. and 2. Fiji lights.", NUMBERS)) == [(["1", "2"], "Fiji lights.")]
