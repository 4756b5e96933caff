"""What goes wrong with the rows and cells of a thematic list, in a package that is otherwise sound."""

import copy
import io
from collections.abc import Callable
from random import Random
from typing import Any

import docx

from mutations.alterations import Alteration

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _altered(change: Callable[[list[Any], Random], str]) -> Alteration:
    """An alteration of the rows of all tables."""

    def alteration(content: bytes, chance: Random) -> tuple[bytes, str]:
        document = docx.Document(io.BytesIO(content))
        told = change(list(document.element.iter(f"{_W}tr")), chance)
        file = io.BytesIO()
        document.save(file)
        return file.getvalue(), told

    return alteration


def _row(rows: list[Any], chance: Random) -> tuple[int, Any]:
    place = chance.randrange(1, len(rows))
    return place, rows[place]


def _cell(rows: list[Any], chance: Random) -> tuple[str, Any]:
    place, row = _row(rows, chance)
    cells = row.findall(f"{_W}tc")
    column = chance.randrange(len(cells))
    return f"cell {column + 1} of row {place + 1}", cells[column]


def _row_removed(rows: list[Any], chance: Random) -> str:
    place, row = _row(rows, chance)
    row.getparent().remove(row)
    return f"without row {place + 1}"


def _row_doubled(rows: list[Any], chance: Random) -> str:
    place, row = _row(rows, chance)
    row.addnext(copy.deepcopy(row))
    return f"row {place + 1} twice"


def _rows_swapped(rows: list[Any], chance: Random) -> str:
    first, second = chance.sample(range(1, len(rows)), 2)
    _swap(rows[first], rows[second])
    return f"rows {first + 1} and {second + 1} swapped"


def _cells_swapped(rows: list[Any], chance: Random) -> str:
    (one, first), (other, second) = _cell(rows, chance), _cell(rows, chance)
    if first is not second:
        _swap(first, second)
    return f"{one} and {other} swapped"


def _cell_removed(rows: list[Any], chance: Random) -> str:
    place, cell = _cell(rows, chance)
    cell.getparent().remove(cell)
    return f"without {place}"


def _cell_emptied(rows: list[Any], chance: Random) -> str:
    place, cell = _cell(rows, chance)
    for text in cell.iter(f"{_W}t"):
        text.text = ""
    return f"{place} emptied"


def _last_rows_lost(rows: list[Any], chance: Random) -> str:
    kept = chance.randrange(2, len(rows))
    for row in rows[kept:]:
        row.getparent().remove(row)
    return f"only {kept} of {len(rows)} rows"


def _swap(first: Any, second: Any) -> None:
    place = copy.deepcopy(first)
    second.addprevious(place)
    first.getparent().replace(first, second)


ROWS: dict[str, Alteration] = {
    "a row removed": _altered(_row_removed),
    "a row doubled": _altered(_row_doubled),
    "rows swapped": _altered(_rows_swapped),
    "last rows lost": _altered(_last_rows_lost),
    "a cell removed": _altered(_cell_removed),
    "a cell emptied": _altered(_cell_emptied),
    "cells swapped": _altered(_cells_swapped),
}
