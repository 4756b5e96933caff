"""The records of an export of the Universal Human Rights Index, with what their keys or columns mean.

The whole Index in JSON has lists under ``UprPositions`` and ``UprRecommendingCountry``; exports of searches have one
text with dashes under ``UPR Position`` and ``UPR Reccomending States``. Both come out the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from attrs import define, evolve

from kz_upr.documents.containers.files import kind_of
from kz_upr.documents.containers.records import DoubledKeys, json_lists
from kz_upr.documents.containers.workbook import Row, Wanted, workbook_sheets
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.markup import plain_text
from kz_upr.documents.remembering import Remembered
from kz_upr.model import ReadingWarning, inconsistent, unread

T = TypeVar("T")

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")

# the columns of the export by their letters, since their spelling has varied ("Reccomending")
_COLUMNS = {
    "text": "text",
    "countriesconcerned": "countries",
    "countries": "countries",
    "recommendingbody": "body",
    "body": "body",
    "documentsymbol": "symbol",
    "symbol": "symbol",
    "themes": "themes",
    "affectedpersons": "persons",
    "sdgs": "sdgs",
    "type": "kind",
    "annotationtype": "kind",
    "ohchrannotationid": "id",
    "annotationid": "id",
    "uprsessions": "session",
    "uprsession": "session",
    "uprcycles": "cycle",
    "uprcycle": "cycle",
} | {language: language for language in _LANGUAGES}
#: Names of columns that are in use in many forms: *UPR Position*, *UprPositions*, *Reccomending States*.
_IN_MANY_FORMS = (
    (re.compile(r"position(?:s|names?)?$"), "position"),
    (re.compile(r"recommending(?:states?|countr(?:y|ies))(?:names?)?$"), "states"),
)
_NEEDED = {"text": "Text", "symbol": "Document Symbol", "position": "UPR Position"}
#: The row that names the columns is one of the first.
_LAST_HEAD = 10
_ITSELF = {name: name for name in (*_COLUMNS.values(), "position", "states")}

#: Where an object that stands for a value has its name.
_NAME_KEYS = ("Name", "name", "Value", "value", "Label", "label", "Title", "title", "en")

#: The internal code of a value, whose meaning the file does not tell.
_CODE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

#: The symbol of a report, alone in a cell.
_REPORT = re.compile(r"\W*A/HRC/\d+/\d+\W*")

# values begin with a dash on lines of their own, or are joined by dashes or semicolons
_BETWEEN_NAMES = re.compile(r"\n\s*+(?:-\s)?|;|\s-\s|^-\s")
_BETWEEN_LABELS = re.compile(r"\n\s*+(?:-\s)?|(?<!\d)\s-\s(?=[A-Z\d])|^-\s|;\s*(?=(?:(?:SDG|GOAL|Goal)\s*)?\d{1,2}\b)")


@define
class Record:
    """One record, whose values come out as plain text when they are asked for.

    Attributes:
        place: Where it is in the file, in words.
        values: The values, as the file has them.
        keys: The key in ``values`` of each meaning.
        warnings: What is wrong with the record as a part of the file.
        untold: The meanings whose values are left out, as the warnings say.
    """

    place: str
    values: Mapping[str, Any]
    keys: Mapping[str, str] = _ITSELF
    warnings: tuple[ReadingWarning, ...] = ()
    untold: frozenset[str] = frozenset()

    def raw(self, name: str) -> Any:
        """The value as the file has it; None if the record has none."""
        return self.values.get(self.keys.get(name, ""))

    def text(self, name: str) -> str:
        """The value as one text."""
        value = self.values.get(self.keys.get(name, ""))
        if type(value) is list and len(value) == 1:
            value = value[0]
        return plain_text(value) if type(value) is str else "; ".join(_texts(value))

    def names(self, name: str) -> tuple[str, ...]:
        """The names of States in a value, or of positions."""
        return _each(self.raw(name), _NAMES)

    def each(self, name: str, remembered: Remembered[tuple[T, ...]]) -> tuple[T, ...]:
        """What is remembered of the value, or of each value of a list."""
        return _each(self.raw(name), remembered)


def export_records(path: Path, symbol: str | None, warnings: list[ReadingWarning]) -> Iterator[Record]:
    """The records of an export in order; a workbook's only if they have ``symbol``, where it is given.

    ``warnings`` receives what is wrong with the file as a whole.
    """
    with path.open("rb") as file:
        head = file.read(1024)
    kind = kind_of(head)
    if kind.startswith("a zip package"):
        return _sheet_records(path, symbol, warnings)
    if kind == "something else" and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        return _json_records(path, warnings)
    raise DocumentError(path, f"is {kind}, not an export of the Index (.json or .xlsx)")


def is_code(value: str) -> bool:
    """Whether a value is an internal code of the Index."""
    return _CODE.fullmatch(value) is not None


# JSON


def _json_records(path: Path, warnings: list[ReadingWarning]) -> Iterator[Record]:
    number = read = 0
    passed_over: list[frozenset[str]] = []
    for objects in json_lists(path):
        first = next(objects, None)
        if first is None:
            continue
        names = _record("", ((_meaning(key), member) for key, member in first.items())).values.keys()
        if not {"text", "symbol"} <= names:
            passed_over.append(frozenset(names))
            continue
        read += 1
        for members in chain((first,), objects):
            number += 1
            keys = _SHAPES[tuple(members)]
            if keys is None or type(members) is not dict:
                yield _json_record(f"record {number}", members)
            else:
                yield Record(f"record {number}", members, keys)
    if passed_over and not read:
        _need(path, passed_over[0], ("text", "symbol"))
    if passed_over:
        message = f"{len(passed_over)} of the file's lists have no Text and Document Symbol; they are not read"
        warnings.append(unread("other-list", "the file", message))
    if read > 1:
        warnings.append(
            inconsistent("several-lists", "the file", f"the file has {read} lists of records; all are read")
        )


def _json_record(place: str, members: dict[str, Any]) -> Record:
    """The record of members with keys that mean the same, or that are the same."""
    doubled = members.doubled if isinstance(members, DoubledKeys) else {}
    named = [(_meaning(key), value) for key, member in members.items() for value in doubled.get(key, (member,))]
    record = _record(place, named)
    told = tuple(
        inconsistent("doubled-key", place, f"{place}: the key {key[:40]!r} is there {len(values)} times")
        for key, values in doubled.items()
    )
    return evolve(record, warnings=(*told, *record.warnings))


def _record(place: str, members: Iterable[tuple[str | None, Any]]) -> Record:
    """The record that has such members by meaning; of two with the same one, that which is not empty."""
    values: dict[str, Any] = {}
    contradicted: dict[str, None] = {}
    for name, member in members:
        if name is None:
            continue
        if name not in values or not _texts(values[name]):
            values[name] = member
        elif _texts(member) and {*names_in(values[name])} != {*names_in(member)}:
            contradicted[name] = None
    if "text" not in values:
        language = next((language for language in _LANGUAGES if values.get(language)), None)
        if language is not None:
            values["text"] = values[language]
    for name in contradicted:
        values[name] = None
    told = (
        inconsistent("two-values", place, f"{place}: two values under the keys for its {name}; none is taken")
        for name in contradicted
    )
    return Record(place, values, warnings=tuple(told), untold=frozenset(contradicted))


def _shape(keys: tuple[str, ...]) -> Mapping[str, str] | None:
    """The key of each meaning; None if two have the same one, or none is the text."""
    named = [(name, key) for key in keys if (name := _meaning(key)) is not None]
    shape = dict(named)
    return shape if len(shape) == len(named) and "text" in shape else None


# Workbooks


def _sheet_records(path: Path, symbol: str | None, warnings: list[ReadingWarning]) -> Iterator[Record]:
    remarks: list[str] = []
    seen: set[str] = set()
    read = others = 0
    for rows in workbook_sheets(path, remarks, wanted=None if symbol is None else _wanted(symbol)):
        first = list(islice(rows, _LAST_HEAD))
        place = next((place for place, row in enumerate(first) if _symbol_column(row.cells) is not None), None)
        if place is None:
            seen |= {name for row in first for cell in row.cells.values() if (name := _meaning(cell)) is not None}
            others += any(row.cells for row in first)
            continue
        head = first[place]
        read += 1
        columns = {index: name for index, cell in head.cells.items() if (name := _meaning(cell)) is not None}
        counts = Counter(head.cells[index].strip().casefold() for index in columns)
        if doubled := [name for name, count in counts.items() if count > 1]:
            message = f"several columns have the head {' and '.join(map(repr, doubled))}"
            warnings.append(inconsistent("doubled-column", "the file", message))
        for row in chain(first[place + 1 :], rows):
            if row.cells or row.faults:
                yield _sheet_record(f"row {row.number}" + (f" of sheet {read}" if read > 1 else ""), row, columns, head)
    if not read:
        _need(path, seen, tuple(_NEEDED))
    if others:
        warnings.append(unread("other-sheet", "the file", f"{others} of the sheets have no head; they are not read"))
    warnings += (inconsistent("broken-sheet", "the file", remark) for remark in dict.fromkeys(remarks))


def _symbol_column(cells: Mapping[int, str]) -> int | None:
    """The column of the symbol; None for a row that is not the head."""
    names = {_meaning(cell): index for index, cell in cells.items()}
    return names["symbol"] if names.keys() >= _NEEDED.keys() else None


def _wanted(symbol: str) -> Wanted:
    """The rows with a symbol, and those that have anything else than a symbol in its place."""
    folded = _without_space(symbol)
    return Wanted(_symbol_column, lambda text: "/" not in text or folded in _without_space(text))


def _without_space(text: str) -> str:
    return "".join(text.split()).casefold()


def _sheet_record(place: str, row: Row, columns: Mapping[int, str], head: Row) -> Record:
    record = _record(place, ((name, row.cells.get(index, "")) for index, name in columns.items()))
    faults = {columns[index]: fault for index, fault in row.faults.items() if index in columns}
    told = [unread("unread-cell", place, f"{place}: its {name} is {fault}") for name, fault in faults.items()]
    beyond = [index for index in row.cells if index > max(head.cells)]
    if beyond:
        message = f"{place}: it has {len(beyond)} cells beyond the last column of the head"
        told.append(inconsistent("other-cells", place, message))
    if "/" not in record.text("symbol") and any(_REPORT.fullmatch(cell) for cell in row.cells.values()):
        message = f"{place}: the symbol of its document is in another column; its cells may have moved"
        told.append(inconsistent("other-cells", place, message))
    return evolve(record, warnings=(*told, *record.warnings), untold=record.untold | faults.keys())


def _need(path: Path, found: Iterable[str], needed: tuple[str, ...]) -> None:
    missing = [_NEEDED[name] for name in needed if name not in found]
    if missing:
        raise DocumentError(path, f"is not an export of the Index: it has no {' and no '.join(missing)}")


# Keys and values


@lru_cache(maxsize=1000)
def _meaning(key: str) -> str | None:
    letters = re.sub(r"[^a-z]", "", key.casefold()).replace("reccomend", "recommend")
    for pattern, meaning in _IN_MANY_FORMS:
        if pattern.search(letters):
            return meaning
    return _COLUMNS.get(letters)


def _texts(value: Any) -> tuple[str, ...]:
    """A value, or each of a list, as plain text, without those that are empty."""
    members = value if isinstance(value, list) else (value,)
    return tuple(filter(None, map(_plain, members)))


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, dict):
        return next((_plain(value[key]) for key in _NAME_KEYS if value.get(key)), "")
    return "" if value is None or isinstance(value, list) else str(value)


def _each(value: Any, remembered: Remembered[tuple[T, ...]]) -> tuple[T, ...]:
    if type(value) is not list:
        return remembered[_text(value)]
    if len(value) == 1:
        return remembered[_text(value[0])]
    found: list[T] = []
    for member in value:
        found += remembered[_text(member)]
    return tuple(found)


def _text(value: Any) -> str:
    return value if type(value) is str else _plain(value)


def labels_in(text: str) -> tuple[str, ...]:
    """The labels in a text; a dash inside a label belongs to it."""
    return _entries(text, _BETWEEN_LABELS)


def _entries(text: str, between: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in between.split(plain_text(text)) if entry and not entry.isspace())


def names_in(value: Any) -> tuple[str, ...]:
    """The names in a value, which may have them joined by dashes or semicolons, or one a line."""
    return _each(value, _NAMES)


_NAMES = Remembered(partial(_entries, between=_BETWEEN_NAMES))
_SHAPES = Remembered(_shape)
