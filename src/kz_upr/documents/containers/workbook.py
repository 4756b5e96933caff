"""The rows of a workbook's sheets, as text.

A workbook keeps its strings in one table apart from the rows. Where only the rows of one document are
wanted, the table is read twice and never held, so that memory does not grow with the file.

No library is used. python-calamine takes a quarter of the time, but makes room for every cell up to the last one of
the sheet and copies a string for every cell that refers to it, so that a file of a few kilobytes ends the process.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from attrs import define, frozen

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
#: Rows that may be the head of a table, or stand above it.
_FIRST_ROWS = 10
_MOST_NAMED = 5
_STRINGS = "xl/sharedStrings.xml"
_ESCAPE = re.compile(r"_x([\dA-Fa-f]{4})_")
#: Cells of some rows: *A1:P216*, or a single one.
_RANGE = re.compile(r"[A-Z]{1,3}(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?")

#: The cells of a row by column from 0: the index of a string, or the text itself.
_Cells = dict[int, int | str]


@define
class Row:
    """A row of a sheet.

    Attributes:
        number: Its place in the sheet, from 1.
        cells: The texts of its cells by column, from 0; cells that are empty are left out.
        faults: What is in the cells that have no text but should have one, by column.
    """

    number: int
    cells: dict[int, str]
    faults: dict[int, str]


@frozen
class Wanted:
    """Which rows are wanted: those that have no cell in a column, or one whose text fits.

    Attributes:
        column: The column, by the cells of the head; None for a row that is not the head.
        fits: Whether a text does.
    """

    column: Callable[[dict[int, str]], int | None]
    fits: Callable[[str], bool]


def workbook_sheets(path: Path, remarks: list[str], *, wanted: Wanted | None = None) -> Iterator[Iterator[Row]]:
    """The rows of each sheet, in the order of the sheets.

    ``remarks`` receives what shows, at the end of a sheet, that it may not be whole. ``wanted`` leaves out other rows
    than those, except the first ten; the texts of the others are not held. Raises DocumentError for a file that is not
    a workbook or is damaged.
    """
    with Package(path, largest=_LARGEST) as package:
        for part in package.parts:
            package.check(part)
        sheets = sorted(
            (part for part in package.parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", part)),
            key=lambda part: (len(part), part),
        )
        if not sheets:
            raise DocumentError(path, "is no workbook (.xlsx): it has no sheet")
        for sheet in sheets:
            if wanted is None:
                yield _all_rows(package, sheet, remarks)
            else:
                yield _wanted_rows(package, sheet, remarks, wanted)


def _all_rows(package: Package, sheet: str, remarks: list[str]) -> Iterator[Row]:
    strings = dict(enumerate(_strings(package, remarks)))
    for row in _rows(package, sheet, remarks):
        yield _as_text(*row, strings)


def _wanted_rows(package: Package, sheet: str, remarks: list[str], wanted: Wanted) -> Iterator[Row]:
    """The rows that are wanted; the strings of the workbook are read again rather than held."""
    first = list(islice(_rows(package, sheet, []), _FIRST_ROWS))
    head = _strings_at(package, _indices(first))
    columns = (wanted.column(_as_text(number, cells, {}, head).cells) for number, cells, _ in first)
    column = next((each for each in columns if each is not None), None)
    fitting = {index for index, text in enumerate(_strings(package, remarks)) if wanted.fits(text)}
    kept = [
        (number, cells, faults)
        for number, cells, faults in _rows(package, sheet, remarks)
        if number <= _FIRST_ROWS or (column is not None and _fits(cells.get(column), wanted, fitting))
    ]
    strings = _strings_at(package, _indices(kept))
    for row in kept:
        yield _as_text(*row, strings)


def _fits(cell: int | str | None, wanted: Wanted, fitting: set[int]) -> bool:
    return cell is None or (cell in fitting if isinstance(cell, int) else wanted.fits(cell))


def _indices(rows: Iterable[tuple[int, _Cells, dict[int, str]]]) -> set[int]:
    return {cell for _, cells, _ in rows for cell in cells.values() if isinstance(cell, int)}


def _strings_at(package: Package, indices: set[int]) -> dict[int, str]:
    return {index: text for index, text in enumerate(_strings(package, [])) if index in indices}


def _as_text(number: int, cells: _Cells, faults: dict[int, str], strings: dict[int, str]) -> Row:
    texts: dict[int, str] = {}
    for column, cell in cells.items():
        text = strings.get(cell) if isinstance(cell, int) else cell
        if text is None:
            faults[column] = "a text that the file does not hold"
        elif text:
            texts[column] = text
    return Row(number, texts, faults)


def _strings(package: Package, remarks: list[str]) -> Iterator[str]:
    gatherer = _Gatherer(package.path)
    count = 0
    for _ in package.parse(_STRINGS, gatherer) if _STRINGS in package.parts else ():
        count += len(gatherer.strings)
        yield from gatherer.strings
        gatherer.strings.clear()
    if gatherer.stated_strings not in (None, count):
        remarks.append(f"the workbook counts {gatherer.stated_strings:,} texts, but holds {count:,}")


def _rows(package: Package, sheet: str, remarks: list[str]) -> Iterator[tuple[int, _Cells, dict[int, str]]]:
    gatherer = _Gatherer(package.path)
    count = 0
    for _ in package.parse(sheet, gatherer):
        for cells, faults in gatherer.rows:
            count += 1
            if count > _MOST_ROWS:
                raise DocumentError(package.path, f"has more than {_MOST_ROWS:,} rows, which no sheet can have")
            yield count, cells, faults
        gatherer.rows.clear()
    remarks += gatherer.remarks()


class _Gatherer(Handler):
    """The rows and strings of a part that have ended, and what the part says of itself."""

    def __init__(self, path: Path) -> None:
        self.rows: list[tuple[_Cells, dict[int, str]]] = []
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
        self._clear()

    def _clear(self) -> None:
        """Begin a row."""
        self._row: _Cells = {}
        self._faults: dict[int, str] = {}
        self._cells, self._column, self._length = 0, -1, 0

    def remarks(self) -> Iterator[str]:
        """What shows that a sheet may not be whole."""
        if self._jumps:
            more = f" and {self._jumps - _MOST_NAMED:,} more" if self._jumps > _MOST_NAMED else ""
            yield f"rows do not follow each other: {', '.join(self._first_jumps)}{more}"
        if self._last_row and self._stated_last_row > self._last_row:
            yield f"the sheet is said to have rows up to {self._stated_last_row:,}, but ends with {self._last_row:,}"
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
                self._clear()
                self._begin_row(_whole(attributes.get("r")))
            case "dimension":
                self._stated_last_row = _rows_of(attributes.get("ref", ""))[1]
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "sst":
                self.stated_strings = _whole(attributes.get("uniqueCount"))

    def _begin_row(self, number: int | None) -> None:
        expected = self._last_row + 1
        if self._last_row and number not in (None, expected):
            self._jumps += 1
            if self._jumps <= _MOST_NAMED:
                self._first_jumps.append(f"{number:,} after {self._last_row:,}")
        self._last_row = number or expected

    def _merge(self, reference: str) -> None:
        first, last = _rows_of(reference)
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
                self.rows.append((self._row, self._faults))
            case "si":
                self.strings.append(_unescaped(self._taken()))
                self._length = 0

    def _end_cell(self, text: str) -> None:
        column = self._column
        if column in self._row or column in self._faults:
            self._row.pop(column, None)
            self._faults[column] = "two cells for one column"
        elif self._type == "e":
            self._faults[column] = f"the error {text[:20]}"
        elif text:
            self._row[column] = self._value(text)
        elif self._has_formula:
            self._faults[column] = "a formula without a value"

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


def _rows_of(reference: str) -> tuple[int, int]:
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
    """A text with the characters for which a workbook has ``_xHHHH_``; a carriage return is a line end."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
