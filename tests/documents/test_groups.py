"""The forms of numbers in conclusions, and what is read of a group."""

import pytest

from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.groups import Group, Item, stands_at


def item(*lines: str) -> Item:
    return Item(95, 12, list(lines), None, None, 95)


@pytest.mark.parametrize(
    ("left", "distance", "expected"),
    [(142.0, 0, True), (142.0, 7, True), (142.0, -7, True), (142.0, 8, False), (142.0, 9, False), (142.0, -29, False)],
    ids=str,
)
def test_a_line_stands_where_the_items_stand(left: float, distance: float, expected: bool) -> None:
    """Places vary by a few points; an indent is a quarter of an inch or more."""
    line = Line("Light the lamps", 142.0 + distance, 700.0, 10.0)

    assert stands_at(line, Group(95, 113.0, left=left)) is expected


def test_an_item_is_its_number_and_its_wording() -> None:
    found = item("Light the lamps of the har-", "bour and the", "pier (Peru);")

    assert (found.number, found.text) == ("95.12", "Light the lamps of the har-bour and the pier (Peru);")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Light them (Peru)3;", "Light them (Peru);"),
        ("Light them (Peru);12", "Light them (Peru);"),
        ("Light them (Peru).3", "Light them (Peru)."),
        ("Light them (Peru)3", "Light them (Peru)"),
        ("Light 12", "Light 12"),
        ("Light them (of 1948) 3 times (Peru);", "Light them (of 1948) 3 times (Peru);"),
    ],
)
def test_the_mark_of_a_note_is_no_wording(printed: str, text: str) -> None:
    assert item(printed).text == text
