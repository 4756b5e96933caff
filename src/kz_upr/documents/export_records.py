"""The records of an export of the Universal Human Rights Index, with what their keys or columns mean.

The whole Index in JSON has lists under ``UprPositions`` and ``UprRecommendingCountry``; exports of searches have one
text with dashes under ``UPR Position`` and ``UPR Reccomending States``. Both come out the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import frozen

from kz_upr.documents.containers.files import kind_of
from kz_upr.documents.containers.records import json_records
from kz_upr.documents.containers.workbook import workbook_rows
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.markup import plain_text

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
    "uprrecommendingstates": "states",
    "uprrecommendingstate": "states",
    "uprrecommendingcountries": "states",
    "uprrecommendingcountry": "states",
    "uprpositions": "position",
    "uprposition": "position",
    "type": "kind",
    "annotationtype": "kind",
    "ohchrannotationid": "id",
    "annotationid": "id",
    "uprsessions": "session",
    "uprsession": "session",
    "uprcycles": "cycle",
    "uprcycle": "cycle",
} | {language: language for language in _LANGUAGES}
_NEEDED = {"text": "Text", "symbol": "Document Symbol", "position": "UPR Position"}

#: The internal code of a value, whose meaning the file does not tell.
_CODE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

# values begin with a dash on lines of their own, or are joined by dashes or semicolons
_BETWEEN_NAMES = re.compile(r"\n|;|\s-\s|^-\s")
_BETWEEN_LABELS = re.compile(r"\n(?:\s*-\s)?|(?<!\d)\s-\s(?=[A-Z\d])|^-\s")


@frozen
class Record:
    """One record, whose values come out as plain text when they are asked for.

    Attributes:
        place: Where it is in the file, in words.
        values: The values by meaning, as the file has them.
        contradicted: The meanings under which two keys give different values; such values are left out.
    """

    place: str
    values: Mapping[str, Any]
    contradicted: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        """The value as one text."""
        return "; ".join(_texts(self.values.get(name)))

    def names(self, name: str) -> tuple[str, ...]:
        """The names of States in a value, or of positions."""
        return _split(self.values.get(name), _BETWEEN_NAMES)

    def labels(self, name: str) -> tuple[str, ...]:
        """The labels in a value; a dash inside a label belongs to it."""
        return _split(self.values.get(name), _BETWEEN_LABELS)


def export_records(path: Path, symbol: str | None) -> Iterator[Record]:
    """The records of an export in order; a workbook's only if they have ``symbol``, where it is given."""
    with path.open("rb") as file:
        head = file.read(1024)
    kind = kind_of(head)
    if kind.startswith("a zip package"):
        return _sheet_records(path, symbol)
    if kind == "something else" and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        return _json_records(path)
    raise DocumentError(path, f"is {kind}, not an export of the Index (.json or .xlsx)")


def is_code(value: str) -> bool:
    """Whether a value is an internal code of the Index."""
    return _CODE.fullmatch(value) is not None


def _json_records(path: Path) -> Iterator[Record]:
    known = False
    for place, members in enumerate(json_records(path), 1):
        named = ((_meaning(key), member) for key, member in members.items())
        record = _record(f"record {place}", named)
        if not known:
            _need(path, record.values.keys(), ("text", "symbol"))
            known = True
        yield record


def _record(place: str, members: Iterable[tuple[str | None, Any]]) -> Record:
    """The record that has such members by meaning; of two with the same one, that which is not empty."""
    values: dict[str, Any] = {}
    contradicted: list[str] = []
    for name, member in members:
        if name is None:
            continue
        if name not in values or not _texts(values[name]):
            values[name] = member
        elif _texts(member) and {*_split(values[name], _BETWEEN_NAMES)} != {*_split(member, _BETWEEN_NAMES)}:
            contradicted.append(name)
    if "text" not in values:
        language = next((language for language in _LANGUAGES if values.get(language)), None)
        if language is not None:
            values["text"] = values[language]
    for name in contradicted:
        values[name] = None
    return Record(place, values, tuple(dict.fromkeys(contradicted)))


def _sheet_records(path: Path, symbol: str | None) -> Iterator[Record]:
    columns: dict[int, str] | None = None
    for place, row in workbook_rows(path, containing=symbol):
        if columns is None:
            columns = {index: name for index, cell in row.items() if (name := _meaning(cell)) is not None}
            _need(path, columns.values(), ("text", "symbol", "position"))
            continue
        yield _record(f"row {place}", ((name, row.get(index)) for index, name in columns.items()))


def _need(path: Path, found: Iterable[str], needed: tuple[str, ...]) -> None:
    missing = [_NEEDED[name] for name in needed if name not in found]
    if missing:
        raise DocumentError(path, f"is not an export of the Index: it has no {' and no '.join(missing)}")


@lru_cache(maxsize=1000)
def _meaning(key: str) -> str | None:
    letters = re.sub(r"[^a-z]", "", key.casefold()).replace("reccomend", "recommend")
    return _COLUMNS.get(letters)


def _texts(value: Any) -> tuple[str, ...]:
    """A value, or each of a list, as plain text, without those that are empty."""
    members = value if isinstance(value, list) else (value,)
    return tuple(filter(None, map(_plain, members)))


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("Name") or value.get("name")
    return "" if value is None else plain_text(str(value))


def _split(value: Any, between: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(
        entry.strip() for text in _texts(value) for entry in between.split(text) if entry and not entry.isspace()
    )
