"""The rows of a workbook's sheets, as text.

A workbook keeps its strings in one table apart from the rows. If only the rows of one document are wanted, the table is
read several times and never held, so that memory does not grow with the file.

No library is used. python-calamine takes a quarter of the time, but allocates every cell up to the last one of the
sheet and copies a string for every cell that refers to it, so that a file of a few kilobytes can end the process.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from attrs import define, frozen

from kz_upr.documents.containers.packages import Package
from kz_upr.documents.containers.workbook_parts import CodedRow, rows_of, strings_of
from kz_upr.documents.errors import DocumentError

#: In bytes. The whole Index in one sheet has some 250,000 rows in 300 MB.
_LARGEST = 1_000_000_000
#: Rows that may be the head of a table, or be above it.
_FIRST_ROWS = 10


@define
class Row:
    """A row of a sheet.

    Attributes:
        number: Its place in the sheet, from 1.
        cells: The texts of its cells by column, from 0; cells that are empty are left out.
        faults: The content of the cells that have no text but should have one, by column.
    """

    number: int
    cells: dict[int, str]
    faults: dict[int, str]


@frozen
class Wanted:
    """Which rows are wanted: those that have no cell in a column, or one whose text fits.

    Attributes:
        column: The column, by the cells of the head; None for a row that is not the head.
        fits: Whether a text fits.
    """

    column: Callable[[dict[int, str]], int | None]
    fits: Callable[[str], bool]


def workbook_sheets(path: Path, remarks: list[str], *, wanted: Wanted | None = None) -> Iterator[Iterator[Row]]:
    """The rows of each sheet, in the order of the sheets.

    ``remarks`` receives, at the end of a sheet, signs that it may not be complete. ``wanted`` selects rows, apart from
    the first ten; the texts of the others are not held. Raises DocumentError for a file that is not a workbook or is
    damaged.
    """
    with Package(path, largest=_LARGEST) as package:
        for part in package.parts:
            package.check(part)
        sheets = sorted(
            (part for part in package.parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part)),
            key=lambda part: (len(part), part),
        )
        if not sheets:
            raise DocumentError(path, "is not a workbook (.xlsx): it has no sheets")
        for sheet in sheets:
            if wanted is None:
                yield _all_rows(package, sheet, remarks)
            else:
                yield _wanted_rows(package, sheet, remarks, wanted)


def _all_rows(package: Package, sheet: str, remarks: list[str]) -> Iterator[Row]:
    strings = dict(enumerate(strings_of(package, remarks)))
    for row in rows_of(package, sheet, remarks):
        yield _as_text(row, strings)


def _wanted_rows(package: Package, sheet: str, remarks: list[str], wanted: Wanted) -> Iterator[Row]:
    first = list(islice(rows_of(package, sheet, []), _FIRST_ROWS))
    head = _strings_in(first, package)
    columns = (wanted.column(_as_text(row, head).cells) for row in first)
    column = next((each for each in columns if each is not None), None)
    fitting = {index for index, text in enumerate(strings_of(package, remarks)) if wanted.fits(text)}
    kept = [
        row
        for row in rows_of(package, sheet, remarks)
        if row.number <= _FIRST_ROWS or (column is not None and _fits(row.cells.get(column), wanted, fitting))
    ]
    strings = _strings_in(kept, package)
    for row in kept:
        yield _as_text(row, strings)


def _fits(cell: int | str | None, wanted: Wanted, fitting: set[int]) -> bool:
    return cell is None or (cell in fitting if isinstance(cell, int) else wanted.fits(cell))


def _strings_in(rows: Iterable[CodedRow], package: Package) -> dict[int, str]:
    """The strings that the cells of the rows refer to, by index."""
    indices = {cell for row in rows for cell in row.cells.values() if isinstance(cell, int)}
    return {index: text for index, text in enumerate(strings_of(package, [])) if index in indices}


def _as_text(row: CodedRow, strings: dict[int, str]) -> Row:
    texts: dict[int, str] = {}
    for column, cell in row.cells.items():
        text = strings.get(cell) if isinstance(cell, int) else cell
        if text is None:
            row.faults[column] = "a text that the file does not contain"
        elif text:
            texts[column] = text
    return Row(row.number, texts, row.faults)
