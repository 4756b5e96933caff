"""What the rows of a thematic list show together."""

from collections.abc import Iterable
from typing import Any

import pytest

from kz_upr import PositionValue, TagKind
from kz_upr.documents.list_remarks import remarks_on_rows
from kz_upr.documents.list_rows import ListEntry

SUPPORTED, NOTED = PositionValue.SUPPORTED, PositionValue.NOTED


def entry(number: str, position: PositionValue | None = NOTED, **about: Any) -> ListEntry:
    told: dict[str, Any] = {"text": f"Paint boat {number} (Peru);", "place": None, "states": None, "tags": []}
    return ListEntry(number=number, position=position, **{**told, **about})


def entries(*counts: int, positions: Iterable[PositionValue] = (NOTED, SUPPORTED), **about: Any) -> list[ListEntry]:
    """So many rows of the first position, then so many of the second, and so on in turn."""
    kinds = tuple(positions)
    taken = [kinds[turn % len(kinds)] for turn, count in enumerate(counts) for _ in range(count)]
    return [entry(f"9.{item}", position, **about) for item, position in enumerate(taken, 1)]


def remarks(rows: list[ListEntry]) -> list[tuple[str, str]]:
    return [(warning.code, warning.place) for warning in remarks_on_rows(rows)]


def messages(rows: list[ListEntry]) -> list[str]:
    return list(map(str, remarks_on_rows(rows)))


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({}, "which are identical"),
        ({"text": "Mend it (Peru);"}, "which differ in text"),
        ({"position": SUPPORTED}, "which differ in position"),
        ({"states": "Peru", "text": "Mend it"}, "which differ in text and states"),
    ],
)
def test_a_number_in_several_rows(about: dict[str, Any], said: str) -> None:
    rows = [entry("9.1"), entry("9.2"), entry("9.1", **about)]

    assert messages(rows) == [f"9.1 is in 2 rows, {said}"]
    assert messages([*rows, entry("9.1")]) == [f"9.1 is in 3 rows, {said}"]


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (("9.1", "9.2", "10.1"), []),
        (("9.3", "10.2", "9.5"), ["9.1", "9.2", "9.4", "10.1"]),
        (("9.1", "9.22"), [f"9.{item}" for item in range(2, 22)]),
        (("9.1", "9.23", "9.25"), [*(f"9.{item}" for item in range(2, 22)), "9.24"]),  # of one gap, twenty are named
    ],
)
def test_numbers_that_are_missing(numbers: tuple[str, ...], missing: list[str]) -> None:
    assert remarks(list(map(entry, numbers))) == [("gap", number) for number in missing]


@pytest.mark.parametrize(
    ("usual", "others", "told"),
    [(10, 1, True), (20, 1, True), (9, 1, False), (30, 3, True), (29, 3, False), (40, 4, False), (40, 0, False)],
)
def test_a_few_positions_unlike_the_others_of_their_source(usual: int, others: int, told: bool) -> None:
    rows = entries(usual, others, place="A/HRC/99/1/Add.1")
    unlike = [row.number for row in rows[usual:]] if told else []

    assert remarks(rows) == [("other-position", number) for number in unlike]
    assert remarks(entries(usual, others)) == []  # no row names its source
    for number, message in zip(unlike, messages(rows), strict=False):
        assert message == f"{number} is supported, but {usual} rows with the same source (A/HRC/99/1/Add.1) are noted"


def test_rows_without_a_position_are_unlike_nothing() -> None:
    rows = [*entries(10, place="A/HRC/99/1"), entry("9.11", None, place="A/HRC/99/1")]

    assert remarks(rows) == []


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((5, 1, 5), ["9.6"]),
        ((20, 1, 10), ["9.21"]),
        ((4, 1, 5), []),
        ((1, 1, 9), ["9.2"]),
        ((15, 3, 15), ["9.16", "9.17", "9.18"]),
        ((14, 3, 15), []),
        ((20, 4, 20), []),
        ((10, 1), []),
        ((1, 10), []),
        ((5, 1, 5, 20, 4, 4, 4, 20), ["9.6"]),  # eight blocks
        ((5, 1, 5, 20, 4, 4, 4, 20, 4), []),  # a list in another order
    ],
)
def test_a_few_positions_unlike_the_rows_around_them(counts: tuple[int, ...], told: list[str]) -> None:
    assert remarks(entries(*counts)) == [("other-position", number) for number in told]


def test_a_position_between_two_others_is_a_block_of_its_own() -> None:
    assert remarks(entries(10, 1, 10, positions=(NOTED, SUPPORTED, PositionValue.PARTLY_SUPPORTED))) == []


def test_a_position_that_stands_out_twice_is_told_once() -> None:
    rows = entries(5, 1, 5, place="A/HRC/99/1")

    assert messages(rows) == ["9.6 is supported, but 10 rows with the same source (A/HRC/99/1) are noted"]
    assert messages(entries(5, 1, 5)) == ["9.6 is supported, but the rows before and after it are noted"]


@pytest.mark.parametrize(
    ("tags", "first"),
    [
        ([(TagKind.THEME, "Lamps"), (TagKind.THEME, "Harbours")], "Lamps"),
        ([(TagKind.SDG, "Harbours")], "none"),
        ([(TagKind.AFFECTED_PERSONS, "Sailors"), (TagKind.THEME, "HARBOURS  and quays")], None),
    ],
)
@pytest.mark.parametrize(("count", "few"), [(10, True), (9, False)])
def test_a_theme_unlike_the_heading(tags: list[tuple[TagKind, str]], first: str | None, count: int, few: bool) -> None:
    sound = [(TagKind.THEME, "Harbours and Quays")]
    rows = entries(count - 1, tags=sound, heading="Harbours and quays")
    rows += [entry(f"9.{count}", tags=tags, heading="Harbours and quays"), entry(f"9.{count + 1}")]
    message = f"9.{count} is under the heading 'Harbours and quays', but its first theme is {first!r}"

    assert messages(rows) == ([message] if first and few else [])
