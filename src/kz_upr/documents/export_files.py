"""The records in a file that is an export of the Universal Human Rights Index, as JSON or as a workbook."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import chain, dropwhile, islice
from pathlib import Path
from typing import Any

from attrs import evolve

from kz_upr.documents.containers.files import kind_of
from kz_upr.documents.containers.records import DoubledKeys, json_lists
from kz_upr.documents.containers.workbook import Row, Wanted, workbook_sheets
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.export_records import KEYS_BY_MEANING, Record, meaning_of, record_of
from kz_upr.model import ReadingWarning, inconsistent, unread
from kz_upr.numbers import REPORT_SYMBOL

_NEEDED = {"text": "Text", "symbol": "Document Symbol", "position": "UPR Position"}
#: The last row that may name the columns.
_LAST_HEAD = 10
#: The symbol of a report, alone in a cell.
_REPORT = re.compile(rf"\W*{REPORT_SYMBOL}\W*")


def export_records(path: Path, symbol: str | None, warnings: list[ReadingWarning]) -> Iterator[Record]:
    """The records of an export in order; a workbook's only if they have ``symbol``, where it is given.

    ``warnings`` receives what is wrong with the file as a whole.
    """
    with path.open("rb") as file:
        head = file.read(1024)
    kind = kind_of(head)
    if kind.startswith("a zip package"):
        return _sheet_records(path, symbol, warnings)
    if kind == "an unrecognized file" and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        return _json_records(path, warnings)
    raise DocumentError(path, f"is {kind}, not an export of the Index (.json or .xlsx)")


def _need(path: Path, found: Container[str | None], *needed: str) -> None:
    missing = [_NEEDED[name] for name in needed if name not in found]
    if missing:
        raise DocumentError(path, f"is not an export of the Index: it has no {' and no '.join(missing)}")


# JSON


def _json_records(path: Path, warnings: list[ReadingWarning]) -> Iterator[Record]:
    number = read = 0
    others: list[frozenset[str]] = []
    for objects in json_lists(path):
        first = next(objects, None)
        if first is None:
            continue
        names = _json_record("", first).values.keys()
        if not {"text", "symbol"} <= names:
            others.append(frozenset(names))
            continue
        read += 1
        for members in chain((first,), objects):
            number += 1
            keys = KEYS_BY_MEANING[tuple(members)]
            if keys is None or type(members) is not dict:
                yield _json_record(f"record {number}", members)
            else:
                yield Record(f"record {number}", members, keys)
    if others and not read:
        _need(path, others[0], "text", "symbol")
    if others:
        message = f"{len(others)} of the file's lists have no Text and Document Symbol; they are not read"
        warnings.append(unread("other-list", "the file", message))
    if read > 1:
        message = f"the file has {read} lists of records; all are read"
        warnings.append(inconsistent("several-lists", "the file", message))


def _json_record(place: str, members: dict[str, Any]) -> Record:
    """The record of members with keys that mean the same or are the same."""
    doubled = members.doubled if isinstance(members, DoubledKeys) else {}
    named = [(meaning_of(key), value) for key, member in members.items() for value in doubled.get(key, (member,))]
    record = record_of(place, named)
    told = (
        inconsistent("doubled-key", place, f"{place}: duplicate key {key[:40]!r} ({len(values)} times)")
        for key, values in doubled.items()
    )
    return evolve(record, warnings=(*told, *record.warnings))


# Workbooks


def _sheet_records(path: Path, symbol: str | None, warnings: list[ReadingWarning]) -> Iterator[Record]:
    remarks: list[str] = []
    seen: set[str | None] = set()
    read = others = 0
    for rows in workbook_sheets(path, remarks, wanted=None if symbol is None else _wanted(symbol)):
        first = list(islice(rows, _LAST_HEAD))
        below = dropwhile(lambda row: _symbol_column(row.cells) is None, first)
        head = next(below, None)
        if head is None:
            seen.update(meaning_of(cell) for row in first for cell in row.cells.values())
            others += any(row.cells for row in first)
            continue
        read += 1
        columns = {index: name for index, cell in head.cells.items() if (name := meaning_of(cell)) is not None}
        counts = Counter(head.cells[index].strip().casefold() for index in columns)
        if doubled := [name for name, count in counts.items() if count > 1]:
            message = f"several columns have the heading {' and '.join(map(repr, doubled))}"
            warnings.append(inconsistent("doubled-column", "the file", message))
        for row in chain(below, rows):
            if row.cells or row.faults:
                yield _sheet_record(f"row {row.number}" + (f" of sheet {read}" if read > 1 else ""), row, columns, head)
    if not read:
        _need(path, seen, *_NEEDED)
    if others:
        message = f"{others} of the sheets have no header row; they are not read"
        warnings.append(unread("other-sheet", "the file", message))
    warnings += (inconsistent("broken-sheet", "the file", remark) for remark in dict.fromkeys(remarks))


def _symbol_column(cells: Mapping[int, str]) -> int | None:
    """The column of the symbol; None for a row that is not the head."""
    names = {meaning_of(cell): index for index, cell in cells.items()}
    return names["symbol"] if names.keys() >= _NEEDED.keys() else None


def _wanted(symbol: str) -> Wanted:
    """The rows with a symbol, and those that have anything else than a symbol in its place."""
    folded = _without_space(symbol)
    return Wanted(_symbol_column, lambda text: "/" not in text or folded in _without_space(text))


def _without_space(text: str) -> str:
    return "".join(text.split()).casefold()


def _sheet_record(place: str, row: Row, columns: Mapping[int, str], head: Row) -> Record:
    record = record_of(place, ((name, row.cells.get(index, "")) for index, name in columns.items()))
    faults = {columns[index]: fault for index, fault in row.faults.items() if index in columns}
    told = [unread("unread-cell", place, f"{place}: its {name} is {fault}") for name, fault in faults.items()]
    beyond = [index for index in row.cells if index > max(head.cells)]
    if beyond:
        message = f"{place}: it has {len(beyond)} cells beyond the last column of the header row"
        told.append(inconsistent("other-cells", place, message))
    if "/" not in record.text("symbol") and any(_REPORT.fullmatch(cell) for cell in row.cells.values()):
        message = f"{place}: the symbol of its document is in another column; its cells may have moved"
        told.append(inconsistent("other-cells", place, message))
    return evolve(record, warnings=(*told, *record.warnings), untold=record.untold | faults.keys())
