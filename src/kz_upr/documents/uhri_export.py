"""Exports of the Universal Human Rights Index: .json read as a stream, .xlsx row by row."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from kz_upr.documents.containers.files import kind_of, sha256_of, size_of
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.json_streams import json_objects
from kz_upr.documents.readings import ListReading
from kz_upr.documents.sheets import sheet_rows
from kz_upr.documents.thematic_list import POSITIONS
from kz_upr.model import (
    Citation,
    Clause,
    Evidence,
    Position,
    Recommendation,
    Source,
    SourceKind,
    Stage,
    State,
    Tag,
    TagKind,
    cycle_of,
)
from kz_upr.numbers import number_key, source_id
from kz_upr.reference import named_state
from kz_upr.wording import fingerprint, parse_recommendation

T = TypeVar("T")

_SCHEME = "Universal Human Rights Index"
_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")

# the export's columns, whose spelling has varied: letters alone, "reccomending" as "recommending"
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
    "uprposition": "position",
    "type": "kind",
    "annotationtype": "kind",
    "ohchrannotationid": "id",
    "annotationid": "id",
    "uprsession": "session",
    "documentpublicationdate": "published",
    "publicationdate": "published",
} | {language: language for language in _LANGUAGES}
_NEEDED = {"text": "Text", "symbol": "Document Symbol", "position": "UPR Position"}

_TAG = re.compile(r"<[^<>]{1,200}>")
_NUMBERS = (
    re.compile(r"\s*(?P<main>\d{1,3})\s*[.‑–—-]\s*(?P<sub>\d{1,3})(?!\d)\s*\.?\s*"),
    re.compile(
        r"\s*Recommendation\b.{0,60}?\bpara(?:graph|\.)?\s*(?P<main>\d{1,3})\s*[:.,]\s*(?P<sub>\d{1,3})\.?\s*",
        re.IGNORECASE,
    ),
)
_MOST_STATES = 250
_REVIEW = re.compile(r"\bUPR\b|universal periodic review|examen périodique|examen periódico", re.IGNORECASE)
_CODE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_GOAL = re.compile(r"(?:GOAL\s+)?(?P<code>\d{1,2}(?:\.[\da-z]{1,2})?)\s*[-–—:]\s*(?P<label>\S.*)", re.IGNORECASE)


# values begin with a dash and stand on lines of their own, or are joined by dashes or semicolons
_BETWEEN_NAMES = re.compile(r"\n|;|\s-\s|^-\s")
_BETWEEN_LABELS = re.compile(r"\n(?:\s*-\s)?|(?<!\d)\s-\s(?=[A-Z\d])|^-\s")


@frozen
class _Found:
    """A recommendation with the document and review that its record names."""

    recommendation: Recommendation
    state: State | None
    session: int | None
    symbol: str


@frozen
class _Record:
    """One row of the export, its values as text."""

    place: str
    values: Mapping[str, str | tuple[str, ...]]

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else "; ".join(value)

    def names(self, name: str) -> tuple[str, ...]:
        """The names of States in a value."""
        return tuple(_split(self._many(name), _BETWEEN_NAMES))

    def labels(self, name: str) -> tuple[str, ...]:
        """The labels in a value; a dash inside one belongs to it."""
        return tuple(_split(self._many(name), _BETWEEN_LABELS))

    def _many(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name, ())
        return (value,) if isinstance(value, str) else value


def read_uhri_export(path: str | Path, *, symbol: str | None = None) -> ListReading:
    """The recommendations of the review that an export of the Universal Human Rights Index holds, by number.

    ``path`` is the .json or .xlsx as OHCHR offers it, in any language, of any size: it is read as a stream.
    ``symbol`` takes those of one document alone (``A/HRC/43/10``); None takes every recommendation of the
    Universal Periodic Review in the file. Positions have the stage *list*; a record whose position, State or number
    cannot be read is a warning. In a record that gives codes instead of labels, what the codes mean is
    not known and left out. The result is a tuple that also has ``state``, ``cycle``, ``session``,
    ``symbol`` (each None where the file holds several), ``source`` and ``warnings``.

    Raises :class:`DocumentError` naming the file and the reason when it is not such an export, lacks a column, is
    damaged, or holds nothing of ``symbol``.

    >>> from kz_upr.documents import read_uhri_export
    >>> reading = read_uhri_export("export-full-en.json", symbol="A/HRC/43/10")  # doctest: +SKIP
    >>> reading.session  # doctest: +SKIP
    34
    """
    path = Path(path)
    size_of(path)
    wanted = _symbol(symbol) if symbol is not None else None
    warnings: list[str] = []
    source = Source(
        id="uhri-export" if wanted is None else source_id(f"uhri export {wanted}"),
        kind=SourceKind.INDEX_RECORD,
        title="Universal Human Rights Index, export" + ("" if wanted is None else f": {wanted}"),
        publisher="OHCHR",
        sha256=sha256_of(path),
    )
    found: list[_Found] = []
    for record in _records(path, wanted):
        if not _is_of_review(record):
            continue
        record_symbol = _symbol(record.text("symbol"))
        if wanted is not None and record_symbol != wanted:
            continue
        state, session = _state(record, warnings), _session(record)
        recommendation = _recommendation(record, state, cycle_of(session), record_symbol, source, warnings)
        if recommendation is not None:
            found.append(_Found(recommendation, state, session, record_symbol))
    if not found:
        raise DocumentError(path, f"holds no recommendation of {wanted or 'the Universal Periodic Review'}")
    found = _distinct(found, warnings)
    session = _one(entry.session for entry in found)
    found.sort(key=lambda entry: (entry.symbol, number_key(entry.recommendation.number)))
    return ListReading(
        (entry.recommendation for entry in found),
        source=source,
        state=_one(entry.state for entry in found),
        cycle=cycle_of(session),
        session=session,
        symbol=_one(entry.symbol for entry in found),
        warnings=warnings,
    )


# Records


def _records(path: Path, symbol: str | None) -> Iterator[_Record]:
    with path.open("rb") as file:
        head = file.read(1024)
    kind = kind_of(head)
    if kind.startswith("a zip package"):
        return _sheet_records(path, symbol)
    if kind == "something else" and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{"):
        return _json_records(path)
    raise DocumentError(path, f"is {kind}, not an export of the Index (.json or .xlsx)")


def _json_records(path: Path) -> Iterator[_Record]:
    known = False
    for place, record in enumerate(json_objects(path), 1):
        values: dict[str, str | tuple[str, ...]] = {}
        for key, value in record.items():
            name = _COLUMNS.get(_letters(key))
            if name is not None:
                values[name] = tuple(map(_plain, value)) if isinstance(value, list) else _plain(value)
        if "text" not in values:
            language = next((language for language in _LANGUAGES if values.get(language)), None)
            if language is not None:
                values["text"] = values[language]
        if not known:
            _need(path, values.keys(), ("text", "symbol"))
            known = True
        yield _Record(f"record {place}", values)


def _sheet_records(path: Path, symbol: str | None) -> Iterator[_Record]:
    columns: dict[int, str] | None = None
    for place, row in sheet_rows(path, containing=symbol):
        if columns is None:
            columns = {index: name for index, cell in row.items() if (name := _COLUMNS.get(_letters(cell))) is not None}
            _need(path, columns.values(), ("text", "symbol", "position"))
            continue
        yield _Record(f"row {place}", {name: row.get(index, "") for index, name in columns.items()})


def _need(path: Path, found: Iterable[str], needed: tuple[str, ...]) -> None:
    missing = [_NEEDED[name] for name in needed if name not in found]
    if missing:
        raise DocumentError(path, f"is no export of the Index: it has no {' and no '.join(missing)}")


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold()).replace("reccomend", "recommend")


def _plain(value: Any) -> str:
    """A value as text, without entities and markup."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = value.get("Name") or value.get("name") or ""
    text = html.unescape(html.unescape(str(value))) if "&" in str(value) else str(value)
    return _TAG.sub(" ", text).strip() if "<" in text else text.strip()


def _split(values: tuple[str, ...], between: re.Pattern[str]) -> Iterator[str]:
    for value in values:
        for entry in between.split(_plain(value)):
            if entry.strip():
                yield entry.strip()


# Values


def _symbol(printed: str) -> str:
    return "/".join(part.strip() for part in printed.upper().strip(" -\n").split("/")).replace("ADD.", "Add.")


def _is_of_review(record: _Record) -> bool:
    body, kind = record.text("body"), record.text("kind").casefold()
    if "concern" in kind and "recommend" not in kind:
        return False
    if body and not _CODE.fullmatch(body):
        return _REVIEW.search(body) is not None
    return re.match(r"A/HRC/\d+/\d+$", _symbol(record.text("symbol"))) is not None


def _session(record: _Record) -> int | None:
    match = re.search(r"\d{1,2}", record.text("session"))
    return int(match.group()) if match else None


def _state(record: _Record, warnings: list[str]) -> State | None:
    states, unknown = _resolved(record.names("countries"))
    if unknown:
        warnings.append(f"{record.place}: {', '.join(unknown)} is no State that is known")
    if len(states) > 1:
        warnings.append(f"{record.place}: several States are reviewed: {', '.join(state.name for state in states)}")
    return states[0] if len(states) == 1 else None


def _resolved(names: tuple[str, ...]) -> tuple[tuple[State, ...], list[str]]:
    """States by name; a name that a separator cut in two (*Timor; Leste*) is put together again."""
    states: list[State] = []
    unknown: list[str] = []
    position = 0
    names = names[:_MOST_STATES]
    while position < len(names):
        for following in range(min(position + 3, len(names)), position, -1):
            if (state := named_state(" ".join(names[position:following]))) is not None:
                states.append(state)
                position = following
                break
        else:
            unknown.append(names[position])
            position += 1
    return tuple(dict.fromkeys(states)), unknown


def _recommendation(
    record: _Record, state: State | None, cycle: int | None, symbol: str, source: Source, warnings: list[str]
) -> Recommendation | None:
    printed = " ".join(_plain(record.text("text")).split())
    match = next((match for pattern in _NUMBERS if (match := pattern.match(printed))), None)
    if match is None:
        warnings.append(f"{record.place}: no number in {printed[:60]!r}")
        return None
    number = f"{int(match['main'])}.{int(match['sub'])}"
    text = re.sub(r"\s+(?=[;؛；])", "", printed[match.end() :])
    name = f"{record.text('id') or record.place}, {number}"
    clauses = [Clause(states=clause.states, official_text=clause.text) for clause in parse_recommendation(text)]
    clauses = _with_column(clauses, record, name, warnings)
    note = f"record {record.text('id')}" if record.text("id") else None
    citation = Citation(source=source, locator=f"no. {number}", note=note)
    prefix = f"{state.iso3}-{cycle}" if state is not None and cycle is not None else source_id(symbol)
    return Recommendation(
        id=f"{prefix}-{number}",
        number=number,
        clauses=tuple(clauses),
        positions=tuple(_positions(record, name, citation, warnings)),
        evidence=Evidence.OFFICIAL_TEXT,
        text_sha256=fingerprint(text),
        official_text=text,
        tags=tuple(dict.fromkeys(_tags(record))),
        citations=(citation,),
    )


def _with_column(clauses: list[Clause], record: _Record, name: str, warnings: list[str]) -> list[Clause]:
    """The demands, where the wording names no State with the States of the column."""
    column, unknown = _resolved(record.names("states"))
    if unknown:
        warnings.append(f"{name}: {', '.join(unknown[:5])} is no State that is known")
    worded = {state for clause in clauses for state in clause.states}
    if not worded and column:
        return [Clause(states=column, official_text=clauses[0].official_text)]
    if not worded:
        warnings.append(f"{name}: names no State")
    elif column and worded != set(column):
        listed = ", ".join(state.iso3 for state in column)
        warnings.append(f"{name}: the wording names {', '.join(sorted(s.iso3 for s in worded))}, the column {listed}")
    return clauses


def _positions(record: _Record, name: str, citation: Citation, warnings: list[str]) -> Iterator[Position]:
    printed = record.text("position")
    value = POSITIONS.get("".join(printed.strip(" -").split()).casefold())
    if value is not None:
        yield Position(value=value, stage=Stage.LIST, citations=(citation,))
    elif printed:
        warnings.append(f"{name}: position {printed!r} is not known")


def _tags(record: _Record) -> Iterator[Tag]:
    for column, kind in (("themes", TagKind.THEME), ("persons", TagKind.AFFECTED_PERSONS), ("sdgs", TagKind.SDG)):
        for label in record.labels(column):
            match = _GOAL.fullmatch(label) if kind is TagKind.SDG else None
            yield Tag(
                kind=kind,
                scheme=_SCHEME,
                label=match["label"] if match else label,
                code=match["code"] if match else None,
            )


def _one(values: Iterable[T]) -> T | None:
    """The value that all have; None where they differ."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


def _distinct(found: list[_Found], warnings: list[str]) -> list[_Found]:
    """One record a recommendation: the first; a second is named."""
    kept: dict[str, _Found] = {}
    again: Counter[str] = Counter()
    for entry in found:
        name = entry.recommendation.id
        if name in kept:
            again[name] += 1
        else:
            kept[name] = entry
    warnings.extend(f"{name}: {count + 1} records; the first is taken" for name, count in again.items())
    return list(kept.values())
