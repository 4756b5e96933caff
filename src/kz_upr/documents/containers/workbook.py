"""The rows of a workbook's first sheet, as text.

A workbook keeps its strings in one table apart from the rows. Where only the rows of one document are
wanted, the table is read twice and never held, so that memory does not grow with the file.

No library is used. python-calamine takes a quarter of the time, but makes room for every cell up to the last one of
the sheet and copies a string for every cell that refers to it, so that a file of a few kilobytes ends the process.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kz_upr.documents.containers.packages import Handler, Package
from kz_upr.documents.errors import DocumentError

#: In bytes. The whole Index in one sheet has some 250,000 rows in 300 MB.
_LARGEST = 1_000_000_000
#: As many as a sheet can have.
_MOST_ROWS, _MOST_CELLS = 1_048_576, 16_384
#: Cells further to the right are not read.
_MOST_COLUMNS = 200
#: The text of a row or string.
_LONGEST_TEXT = 300_000
_STRINGS = "xl/sharedStrings.xml"
_ESCAPE = re.compile(r"_x([\dA-Fa-f]{4})_")

#: The cells of a row by column from 0: the index of a string, or the text itself.
_Row = dict[int, int | str]


def workbook_rows(path: Path, *, containing: str | None = None) -> Iterator[tuple[int, dict[int, str]]]:
    """The rows of the first sheet as (number from 1, cells by column from 0); empty cells are left out.

    ``containing`` leaves out rows without a cell that has that text (case and white space aside), the first row
    excepted. Raises DocumentError for a file that is not a workbook or is damaged.
    """
    with Package(path, largest=_LARGEST) as package:
        sheet = _first_sheet(package)
        if containing is None:
            strings = dict(enumerate(_strings(package)))
            for number, row in enumerate(_rows(package, sheet), 1):
                yield number, _as_text(row, strings)
            return
        wanted = _folded(containing)
        holding = {index for index, text in enumerate(_strings(package)) if wanted in _folded(text)}
        kept = [
            (number, row)
            for number, row in enumerate(_rows(package, sheet), 1)
            if number == 1 or any(_holds(cell, wanted, holding) for cell in row.values())
        ]
        needed = {cell for _, row in kept for cell in row.values() if isinstance(cell, int)}
        strings = {index: text for index, text in enumerate(_strings(package)) if index in needed}
        for number, row in kept:
            yield number, _as_text(row, strings)


def _holds(cell: int | str, wanted: str, holding: set[int]) -> bool:
    return cell in holding if isinstance(cell, int) else wanted in _folded(cell)


def _as_text(row: _Row, strings: dict[int, str]) -> dict[int, str]:
    return {column: strings.get(cell, "") if isinstance(cell, int) else cell for column, cell in row.items()}


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


def _first_sheet(package: Package) -> str:
    sheets = [part for part in package.parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part)]
    if not sheets:
        raise DocumentError(package.path, "is no workbook (.xlsx): it has no sheet")
    return min(sheets, key=lambda part: (len(part), part))


def _strings(package: Package) -> Iterator[str]:
    gatherer = _Gatherer(package.path)
    for _ in package.parse(_STRINGS, gatherer) if _STRINGS in package.parts else ():
        yield from gatherer.strings
        gatherer.strings.clear()


def _rows(package: Package, sheet: str) -> Iterator[_Row]:
    gatherer = _Gatherer(package.path)
    count = 0
    for _ in package.parse(sheet, gatherer):
        count += len(gatherer.rows)
        if count > _MOST_ROWS:
            raise DocumentError(package.path, f"has more than {_MOST_ROWS:,} rows, which no sheet can have")
        yield from gatherer.rows
        gatherer.rows.clear()


class _Gatherer(Handler):
    """The rows and strings of a part that have ended."""

    def __init__(self, path: Path) -> None:
        self.rows: list[_Row] = []
        self.strings: list[str] = []
        self._path = path
        self._names = _LocalNames()
        self._row: _Row = {}
        self._cells = 0
        self._column = -1
        self._type: str | None = None
        self._text: list[str] = []
        self._length = 0
        self._reading = False
        self._in_guide = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        match self._names[name]:
            case "c":
                self._cells += 1
                if self._cells > _MOST_CELLS:
                    raise DocumentError(self._path, f"has a row of over {_MOST_CELLS:,} cells, which no sheet can have")
                reference = attributes.get("r")
                self._column = self._column + 1 if reference is None else _column(reference[:12].rstrip("0123456789"))
                self._type = attributes.get("t")
            case "v" | "t":
                self._reading = not self._in_guide and self._column < _MOST_COLUMNS
            case "rPh":  # how a text is pronounced
                self._in_guide = True
            case "row":
                self._row, self._cells, self._column, self._length = {}, 0, -1, 0

    def text(self, text: str) -> None:
        if self._reading:
            self._text.append(text)
            self._length += len(text)
            if self._length > _LONGEST_TEXT:
                raise DocumentError(self._path, f"has a row or string of over {_LONGEST_TEXT:,} characters")

    def end(self, name: str) -> None:
        self.depth -= 1
        match self._names[name]:
            case "c":
                if self._text:
                    self._row[self._column] = self._value()
            case "v" | "t":
                self._reading = False
            case "rPh":
                self._in_guide = False
            case "row":
                self.rows.append(self._row)
            case "si":
                self.strings.append(_unescaped(self._taken()))
                self._length = 0

    def _value(self) -> int | str:
        text = self._taken()
        if self._type == "s":
            return int(text) if text.isdecimal() and len(text) < 10 else ""
        return _unescaped(text)

    def _taken(self) -> str:
        text = "".join(self._text)
        self._text.clear()
        return text


class _LocalNames(dict[str, str]):
    """Names without their prefixes."""

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, name.rpartition(":")[2])


@lru_cache(maxsize=1000)
def _column(letters: str) -> int:
    """The column that has such letters, from 0."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return max(index - 1, 0)


def _unescaped(text: str) -> str:
    """A text with the characters for which a workbook has ``_xHHHH_``; a carriage return is a line end."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
