"""The rows of a workbook's first sheet, as text.

A workbook keeps its strings in one table apart from the rows. Where only the rows of one document are
wanted, the table is gone through twice and never held, so that memory does not grow with the file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from kz_upr.documents.errors import DocumentError
from kz_upr.documents.packages import LARGEST_SHEET_PART, Package

_STRINGS = "xl/sharedStrings.xml"
_MOST_COLUMNS = 200


def sheet_rows(path: Path, *, containing: str | None = None) -> Iterator[tuple[int, dict[int, str]]]:
    """The rows of the first sheet as (number from 1, cells by column from 0); empty cells are left out.

    ``containing`` leaves out rows without a cell that has that text (case and white space aside), the first row
    excepted. Raises DocumentError for a file that is no workbook or is damaged.
    """
    with Package(path, largest=LARGEST_SHEET_PART) as package:
        sheet = _first_sheet(package)
        wanted = _folded(containing) if containing is not None else None
        if wanted is None:
            strings = dict(enumerate(_strings(package)))
            for number, row in _rows(package, sheet):
                yield number, _as_text(row, strings)
            return
        holding = {index for index, text in enumerate(_strings(package)) if wanted in _folded(text)}
        kept = [
            (number, row)
            for number, row in _rows(package, sheet)
            if number == 1 or any(_holds(cell, wanted, holding) for cell in row.values())
        ]
        needed = {cell for _, row in kept for cell in row.values() if isinstance(cell, int)}
        strings = {index: text for index, text in enumerate(_strings(package)) if index in needed}
        for number, row in kept:
            yield number, _as_text(row, strings)


def _holds(cell: int | str, wanted: str, holding: set[int]) -> bool:
    return cell in holding if isinstance(cell, int) else wanted in _folded(cell)


def _first_sheet(package: Package) -> str:
    sheets = [name for name in package.names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
    if not sheets:
        raise DocumentError(package.path, "is no workbook (.xlsx): it has no sheet")
    return min(sheets, key=lambda name: (len(name), name))


def _strings(package: Package) -> Iterator[str]:
    if _STRINGS in package.names:
        for element in package.elements(_STRINGS, frozenset({"si"})):
            yield _string(element)


def _string(element: Element) -> str:
    """The text of a string, its runs joined, without readings (phonetic guides)."""
    parts = (part for part in element if part.tag in ("t", "r"))
    return "".join(text.text or "" for part in parts for text in part.iter("t"))


def _rows(package: Package, sheet: str) -> Iterator[tuple[int, dict[int, int | str]]]:
    """Rows with their cells: the index of a string, or the text itself."""
    for place, row in enumerate(package.elements(sheet, frozenset({"row"})), 1):
        cells: dict[int, int | str] = {}
        for position, cell in enumerate(row.iter("c")):
            if position >= _MOST_COLUMNS:
                break
            column = _column(cell.get("r")) if cell.get("r") else position
            value = cell.find("v")
            if cell.get("t") == "inlineStr":
                inline = cell.find("is")
                cells[column] = _string(inline) if inline is not None else ""
            elif value is None or not value.text:
                continue
            elif cell.get("t") == "s":
                cells[column] = int(value.text) if value.text.isdecimal() else ""
            else:
                cells[column] = value.text
        yield place, cells


def _as_text(row: dict[int, int | str], strings: dict[int, str]) -> dict[int, str]:
    return {column: strings.get(cell, "") if isinstance(cell, int) else cell for column, cell in row.items()}


def _column(reference: str | None) -> int:
    """The column of a cell such as ``AB12``, from 0."""
    index = 0
    for letter in (reference or "").rstrip("0123456789"):
        index = min(index * 26 + ord(letter) - ord("A") + 1, _MOST_COLUMNS)
    return max(index - 1, 0)


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
