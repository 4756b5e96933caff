"""Where a recommendation begins, by its number and its place."""

import pytest

from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.groups import FULL_NUMBER, LETTER, SHORT_NUMBER, Group, Item
from kz_upr.documents.item_starts import starts_item

MARGIN, ITEMS = 113.0, 142.0
COMPLETE = "Paint the pier (Peru);"


def group(*items: tuple[int, str], closed: bool = False) -> Group:
    """A group of paragraph 9 that holds these items, of which each has the lines of a text."""
    read = [Item(9, index, text.split("\n"), None, None, 9) for index, text in items]
    return Group(9, MARGIN, items=read, left=ITEMS if read else MARGIN, closed=closed)


def begun(text: str, *items: tuple[int, str], left: float = ITEMS, closed: bool = False) -> str | None:
    """The number and the wording with which a line begins a recommendation."""
    start = starts_item(Line(text, left, 700.0, 10.0), group(*items, closed=closed))
    return f"{start.paragraph}.{start.index} {start.rest}" if start else None


@pytest.mark.parametrize("printed", ["9.1 Light it", "1. Light it", "(a) Light it", "9.1. Light it", "9.1: Light it"])
@pytest.mark.parametrize("left", [MARGIN, ITEMS])
def test_the_first_number(printed: str, left: float) -> None:
    assert begun(printed, left=left) == "9.1 Light it"


@pytest.mark.parametrize(
    "printed", ["0. Light it", "2. Light it", "(b) Light it", "8.2 Light it", "10.2 Light it", "Light it"]
)
@pytest.mark.parametrize("left", [MARGIN, ITEMS])
def test_what_is_no_first_number(printed: str, left: float) -> None:
    assert begun(printed, left=left) is None


@pytest.mark.parametrize(
    ("style", "printed"), [(FULL_NUMBER, "9.3 Light it"), (SHORT_NUMBER, "3. Light it"), (LETTER, "(c) Light it")]
)
def test_a_group_prints_its_numbers_in_one_form(style: object, printed: str) -> None:
    for printed_in in (FULL_NUMBER, SHORT_NUMBER, LETTER):
        known = group((2, COMPLETE))
        known.style = printed_in
        start = starts_item(Line(printed, ITEMS, 700.0, 10.0), known)
        assert (start is not None) is (printed_in is style)
        assert start is None or start.style is style


@pytest.mark.parametrize(
    ("printed", "last", "expected"),
    [
        ("9.3 Light it", COMPLETE, "9.3 Light it"),
        ("9.8 Light it", COMPLETE, "9.8 Light it"),
        ("9.2 Light it", COMPLETE, "9.2 Light it"),  # printed twice
        ("8.3 Light it", COMPLETE, "8.3 Light it"),  # a misprint of 9.3
        ("8.4 Light it", COMPLETE, None),
        ("10.1 Light it", COMPLETE, "10.1 Light it"),  # the next paragraph
        ("10.2 Light it", COMPLETE, None),
        ("11.1 Light it", COMPLETE, None),
        ("9.3 Light it", "Paint the pier and", "9.3 Light it"),
        ("9.3 million", "Spend on the pier", None),
        ("9.2 Light it", "Paint the pier and", None),
        ("9.1 Light it", "Paint the pier and", None),
        ("10.1 Light it", "Paint the pier and", None),
    ],
)
def test_full_numbers_after_item_2(printed: str, last: str, expected: str | None) -> None:
    assert begun(printed, (2, last)) == expected


@pytest.mark.parametrize(
    ("number", "near", "far"),
    [(1, False, False), (2, False, False), (3, True, True), (4, True, False), (5, True, False), (6, False, False)],
)
def test_short_numbers_after_item_2(number: int, near: bool, far: bool) -> None:
    """The next number may stand anywhere; a list that leaves out one number or two, where its items stand."""
    for left, begins in ((ITEMS, near), (ITEMS + 20, far)):
        assert begun(f"{number}. Light it", (2, COMPLETE), left=left) == (f"9.{number} Light it" if begins else None)


@pytest.mark.parametrize(
    ("last", "printed", "begins"),
    [
        (COMPLETE, "3. Light it", True),
        ("Paint the pier (Peru),", "3. Light it", True),  # a comma after the States
        ("Paint the pier (Peru),", "4. Light it", False),
        ("Paint the pier (Peru);\nLamps and boats", "3. Light it", True),  # a heading
        ("Paint the pier (Peru);\nLamps and boats", "4. Light it", False),
        ("Paint the pier (Peru);\nLamps\nand boats", "3. Light it", True),
        ("Paint the pier (Peru);\nLamps\nand\nboats", "3. Light it", False),
        ("Paint the pier under article", "3. Light it", False),
    ],
)
def test_a_short_number_begins_after_a_whole_item(last: str, printed: str, begins: bool) -> None:
    assert (begun(printed, (2, last)) is not None) is begins
    if last != COMPLETE:
        assert begun(printed, (2, last), left=ITEMS + 20) is None


@pytest.mark.parametrize(
    ("printed", "last", "begins"),
    [
        ("(c) Light it", COMPLETE, True),
        ("(d) Light it", COMPLETE, False),
        ("(b) Light it", COMPLETE, False),
        ("(c) (i) Light it", COMPLETE, False),  # an enumeration
        ("(c) Light it", "Paint the pier (Peru);\nLamps and boats", True),
        ("(c) Light it", "Paint the pier and", False),
        ("(c) the doors;", "Mend what is old:\n(b) the roof;", False),  # a part of the item
        ("(c) the doors;", "Paint it (Peru); mend what is old:\n(b) the roof;", True),
    ],
)
def test_letters_after_item_2(printed: str, last: str, begins: bool) -> None:
    assert (begun(printed, (2, last)) is not None) is begins


@pytest.mark.parametrize(("last", "letters"), [(25, "z"), (26, "aa"), (27, "ab"), (52, "ba"), (78, "ca")])
def test_letters_beyond_z(last: int, letters: str) -> None:
    assert begun(f"({letters}) Light it", (last, COMPLETE)) == f"9.{last + 1} Light it"


def test_after_the_text_below_a_list_the_list_may_go_on() -> None:
    for printed in ("9.3 Light it", "3. Light it", "(c) Light it"):
        assert begun(printed, (2, "Paint the pier and"), closed=True) == "9.3 Light it"


def test_the_last_item_decides() -> None:
    unfinished = "Mend what is old:\n(b) the roof;"

    assert begun("(c) the doors;", (1, COMPLETE), (2, unfinished)) is None
    assert begun("(c) Light it", (1, unfinished), (2, COMPLETE)) == "9.3 Light it"
    assert begun("3. Light it", (1, COMPLETE), (2, "Paint the pier under article")) is None
    assert begun("3. Light it", (1, "Paint the pier under article"), (2, COMPLETE)) == "9.3 Light it"
