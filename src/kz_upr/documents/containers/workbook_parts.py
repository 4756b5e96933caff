"""The parts of a workbook: the rows of a sheet and the table of strings, read piece by piece."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from attrs import define, field

from kz_upr.documents.containers.packages import Handler, Package
from kz_upr.documents.errors import DocumentError

#: As many as a sheet can have.
_MOST_ROWS, _MOST_CELLS = 1_048_576, 16_384
#: Cells further to the right are not read.
_MOST_COLUMNS = 200
#: The text of a row or string.
_LONGEST_TEXT = 300_000
_MOST_NAMED = 5
_STRINGS = "xl/sharedStrings.xml"
_ESCAPE = re.compile(r"_x([\dA-Fa-f]{4})_")
#: Cells of some rows: *A1:P216*, or a single one.
_RANGE = re.compile(r"[A-Z]{1,3}(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?")


@define
class CodedRow:
    """A row of a sheet as the part gives it.

    Attributes:
        number: Its place in the sheet, from 1.
        cells: By column, from 0, the text of a cell or its index in the table of strings.
        faults: The content of the cells that have no text but should have one, by column.
    """

    number: int
    cells: dict[int, int | str] = field(factory=dict)
    faults: dict[int, str] = field(factory=dict)


def strings_of(package: Package, remarks: list[str]) -> Iterator[str]:
    """The table of strings; ``remarks`` receives, at its end, signs that it may not be complete."""
    gatherer = _Gatherer(package.path)
    count = 0
    for _ in package.parse(_STRINGS, gatherer) if _STRINGS in package.parts else ():
        count += len(gatherer.strings)
        yield from gatherer.strings
        gatherer.strings.clear()
    if gatherer.stated_strings not in (None, count):
        remarks.append(f"the workbook states {gatherer.stated_strings:,} texts, but contains {count:,}")


def rows_of(package: Package, sheet: str, remarks: list[str]) -> Iterator[CodedRow]:
    """The rows of a sheet; ``remarks`` receives, at its end, signs that it may not be complete."""
    gatherer = _Gatherer(package.path)
    for _ in package.parse(sheet, gatherer):
        yield from gatherer.rows
        gatherer.rows.clear()
    remarks += gatherer.remarks()


class _Gatherer(Handler):
    """The completed rows and strings of a part, and what the part states about itself."""

    def __init__(self, path: Path) -> None:
        self.rows: list[CodedRow] = []
        self.strings: list[str] = []
        self.stated_strings: int | None = None
        self._path = path
        self._names = _LocalNames()
        self._type: str | None = None
        self._has_formula = False
        self._text: list[str] = []
        self._reading = False
        self._in_guide = False
        self._last_row = self._stated_last_row = self._jumps = 0
        self._first_jumps: list[str] = []
        self._merged: list[str] = []
        self._row = CodedRow(0)
        self._cells, self._column, self._length = 0, -1, 0

    def remarks(self) -> Iterator[str]:
        """The signs that a sheet may not be complete."""
        if self._jumps:
            more = f" and {self._jumps - _MOST_NAMED:,} more" if self._jumps > _MOST_NAMED else ""
            yield f"rows are not consecutive: {', '.join(self._first_jumps)}{more}"
        if self._last_row and self._stated_last_row > self._last_row:
            yield f"the sheet states rows up to {self._stated_last_row:,}, but ends with row {self._last_row:,}"
        if self._merged:
            yield f"cells of several rows are merged, so that only the first has a value: {', '.join(self._merged)}"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        match self._names[name]:
            case "c":
                self._cells += 1
                if self._cells > _MOST_CELLS:
                    raise DocumentError(self._path, f"has a row of over {_MOST_CELLS:,} cells, which no sheet can have")
                reference = attributes.get("r")
                self._column = self._column + 1 if reference is None else _column(reference[:4].rstrip("0123456789"))
                self._type = attributes.get("t")
                self._has_formula = False
            case "v" | "t":
                self._reading = not self._in_guide and self._column < _MOST_COLUMNS
            case "f":
                self._has_formula = True
            case "rPh":  # how a text is pronounced
                self._in_guide = True
            case "row":
                self._begin_row(_whole(attributes.get("r")))
            case "dimension":
                self._stated_last_row = _range_of(attributes.get("ref", ""))[1]
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "sst":
                self.stated_strings = _whole(attributes.get("uniqueCount"))

    def _begin_row(self, number: int | None) -> None:
        if self._row.number == _MOST_ROWS:
            raise DocumentError(self._path, f"has more than {_MOST_ROWS:,} rows, which no sheet can have")
        self._row = CodedRow(self._row.number + 1)
        self._cells, self._column, self._length = 0, -1, 0
        expected = self._last_row + 1
        if self._last_row and number not in (None, expected):
            self._jumps += 1
            if self._jumps <= _MOST_NAMED:
                self._first_jumps.append(f"{number:,} after {self._last_row:,}")
        self._last_row = number or expected

    def _merge(self, reference: str) -> None:
        first, last = _range_of(reference)
        if 1 < first < last and len(self._merged) < _MOST_NAMED:
            self._merged.append(reference)

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
                self._end_cell(self._taken())
            case "v" | "t":
                self._reading = False
            case "rPh":
                self._in_guide = False
            case "row":
                self.rows.append(self._row)
            case "si":
                self.strings.append(_unescaped(self._taken()))
                self._length = 0

    def _end_cell(self, text: str) -> None:
        column, cells, faults = self._column, self._row.cells, self._row.faults
        if column in cells or column in faults:
            cells.pop(column, None)
            faults[column] = "two cells for one column"
        elif self._type == "e":
            faults[column] = f"the error {text[:20]}"
        elif text:
            cells[column] = self._value(text)
        elif self._has_formula:
            faults[column] = "a formula without a value"

    def _value(self, text: str) -> int | str:
        if self._type == "s":
            index = _whole(text)
            return -1 if index is None else index
        return _unescaped(text)

    def _taken(self) -> str:
        text = "".join(self._text)
        self._text.clear()
        return text


class _LocalNames(dict[str, str]):
    """Names without their prefixes."""

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, name.rpartition(":")[2])


def _whole(number: str | None) -> int | None:
    return int(number) if number and number.isdecimal() and len(number) < 10 else None


def _range_of(reference: str) -> tuple[int, int]:
    """The numbers of the first and last row of a range; 0 for anything else."""
    match = _RANGE.fullmatch(reference)
    return (int(match[1]), int(match[2] or match[1])) if match else (0, 0)


@lru_cache(maxsize=1000)
def _column(letters: str) -> int:
    """The column that has such letters, from 0."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return max(index - 1, 0)


def _unescaped(text: str) -> str:
    """A text with the characters that a workbook writes as ``_xHHHH_``; a carriage return is a line end."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
