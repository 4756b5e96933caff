"""Exports of the Universal Human Rights Index: recommendations of the review, record by record or all together."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kz_upr.documents.assembling import number_inside, printed_recommendation
from kz_upr.documents.containers.files import sha256_of, size_of
from kz_upr.documents.demands import demands_in
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.export_files import export_records
from kz_upr.documents.export_headers import LACKS, Header, Headers, symbol_in
from kz_upr.documents.export_records import Record
from kz_upr.documents.export_remarks import Lacks, Reports
from kz_upr.documents.export_values import position_of, tags_of, with_column
from kz_upr.documents.readings import ListReading
from kz_upr.documents.told_reviews import NOTHING_TOLD, ToldReview
from kz_upr.model import (
    Citation,
    Position,
    ReadingWarning,
    Recommendation,
    Source,
    SourceKind,
    Stage,
    inconsistent,
    unread,
)
from kz_upr.numbers import number_key, source_id, split_number
from kz_upr.reference import spaced
from kz_upr.wording import parse_recommendation

T = TypeVar("T")


def read(path: Path, *, symbol: str | None = None, told: ToldReview = NOTHING_TOLD) -> ListReading:
    """The reading of an export; see :func:`kz_upr.documents.read_uhri_export`."""
    size_of(path)
    reports = Reports()
    found: list[ListReading] = []
    warnings: list[ReadingWarning] = []
    for reading in _readings(path, symbol, told, reports):
        warnings += reading.warnings
        if reading.recommendations:
            found.append(reading)
    recommendations, repeated = _distinct(found)
    return ListReading(
        recommendations=tuple(recommendations),
        source=found[0].source,
        state=_one(reading.state for reading in found),
        cycle=_one(reading.cycle for reading in found),
        session=_one(reading.session for reading in found),
        symbol=_one(reading.symbol for reading in found),
        warnings=(*_gathered(warnings, len(found)), *repeated, *reports.contradictions()),
        annotations=_annotations(found),
    )


def readings(path: Path, *, symbol: str | None = None, told: ToldReview = NOTHING_TOLD) -> Iterator[ListReading]:
    """The readings of the records one by one; see :func:`kz_upr.documents.iter_uhri_export`."""
    size_of(path)
    return _readings_and_rest(path, symbol, told)


def _readings_and_rest(path: Path, symbol: str | None, told: ToldReview) -> Iterator[ListReading]:
    reports = Reports()
    reading = None
    for reading in _readings(path, symbol, told, reports):
        yield reading
    if reading is not None and (warnings := (*reports.repetitions(), *reports.contradictions())):
        yield ListReading(source=reading.source, recommendations=(), warnings=warnings)


def _readings(path: Path, asked: str | None, told: ToldReview, reports: Reports) -> Iterator[ListReading]:
    """The readings of the records, and one without recommendations about what is wrong with the file."""
    wanted = symbol_in(asked) if asked is not None else None
    of_file: list[ReadingWarning] = []
    records = export_records(path, wanted, of_file)
    source = Source(
        id="uhri-export" if wanted is None else source_id(f"uhri export {wanted}"),
        kind=SourceKind.INDEX_RECORD,
        title="Universal Human Rights Index, export" + ("" if wanted is None else f": {wanted}"),
        publisher="OHCHR",
        sha256=sha256_of(path),
    )
    headers, lacks = Headers(told), Lacks()
    any_recommendation = any_position = False
    for record in records:
        header = headers.of(record)
        if not header.of_review:
            of_file += (warning for warning in record.warnings if warning.code == "other-cells")
            if header.symbol in reports or not header.symbol:
                of_file += _doubt(record, header)
        elif wanted is None or header.symbol == wanted:
            lacks.add(record)
            reading = _reading(record, header, source, reports)
            if reading.recommendations:
                any_recommendation = True
                any_position = any_position or any(each.positions for each in reading.recommendations)
            yield reading
        elif "/" not in header.symbol:
            of_file.append(_lacks(record, "no-symbol"))
    if not any_recommendation:
        raise DocumentError(path, f"has no recommendation of {wanted or 'the Universal Periodic Review'}")
    if not any_position:
        message = "no record has a position that can be read: the file gives none, or gives it under another name"
        of_file.append(unread("no-position", "the file", message))
    of_file += lacks.warnings()
    if of_file:
        yield ListReading(source=source, recommendations=(), warnings=tuple(of_file))


def _doubt(record: Record, header: Header) -> Iterator[ReadingWarning]:
    """A warning of a record that is not treated as one of the review, but may be one."""
    if header.symbol and header.body and record.text("position"):
        if "concern" not in record.text("kind").casefold():
            message = f"{record.place}: it has a position, but its mechanism is {header.body[:60]!r}; it is left out"
            yield inconsistent("other-body", record.place, message)
    elif not header.symbol and not header.body and split_number(record.text("text")):
        yield _lacks(record, "no-symbol")


def _lacks(record: Record, code: str) -> ReadingWarning:
    return unread(code, record.place, f"{record.place}: it lacks {LACKS[code]}")


def _reading(record: Record, header: Header, source: Source, reports: Reports) -> ListReading:
    """The reading of one record: its recommendation, or several if its text holds several."""
    review, symbol, id = header.review, header.symbol, record.text("id")
    warnings = [*record.warnings, *header.warnings(record.place)]
    prefix = review.id or source_id(symbol) or source.id
    recommendations = _recommendations(record, id, prefix, source, warnings)
    reports.add(symbol, review, recommendations, record.place)
    return ListReading(
        recommendations=recommendations,
        source=source,
        state=review.state,
        cycle=review.cycle,
        session=review.session,
        symbol=symbol or None,
        warnings=tuple(warnings),
        annotations={recommendation.id: (id,) for recommendation in recommendations} if id else {},
    )


# The recommendations


def _recommendations(
    record: Record, id: str, prefix: str, source: Source, warnings: list[ReadingWarning]
) -> tuple[Recommendation, ...]:
    printed = record.text("text")
    demands = demands_in(printed)
    if demands is None:
        message = f"{record.place}: no number in {' '.join(printed.split())[:60]!r}"
        warnings.append(unread("no-number", record.place, message))
        return ()
    names = [f"{id or record.place}, {number}" for number, _ in demands.numbered]
    if demands.doubtful:
        warnings.append(number_inside(names[0], demands.doubtful))
    texts = [_folded(wording) for _, wording in demands.numbered]
    clauses = with_column([parse_recommendation(text) for text in texts], names, record, warnings)
    value = position_of(record, names, warnings)
    tags = tags_of(record)
    recommendations = []
    for (number, _), text, parsed in zip(demands.numbered, texts, clauses, strict=True):
        citation = Citation(source=source, locator=f"no. {number}", note=f"record {id}" if id else None)
        positions = (Position(value=value, stage=Stage.LIST, citations=(citation,)),) if value else ()
        recommendations.append(
            printed_recommendation(prefix, number, text, parsed, citation, positions=positions, tags=tags)
        )
    return tuple(recommendations)


def _folded(wording: str) -> str:
    """The wording with single spaces, none of them before a semicolon."""
    return spaced(wording).replace(" ;", ";").replace(" ؛", "؛").replace(" ；", "；")


# All together


def _gathered(warnings: list[ReadingWarning], count: int) -> Iterator[ReadingWarning]:
    """The warnings; one for the file of what no record has, instead of one for each."""
    counts = Counter(warning.code for warning in warnings if warning.place != "the file")
    of_all = {code for code in LACKS if counts[code] >= count > 1}
    for code in of_all - {"no-position"}:  # the file has that warning already
        yield unread(code, "the file", f"no record has {LACKS[code]}")
    yield from (each for each in warnings if each.code not in of_all or each.place == "the file")


def _one(values: Iterable[T | None]) -> T | None:
    """The value that all have that have one; None if they differ."""
    distinct = set(values) - {None}
    return distinct.pop() if len(distinct) == 1 else None


def _distinct(found: list[ListReading]) -> tuple[list[Recommendation], list[ReadingWarning]]:
    """One recommendation per id, the first, by document and number; and warnings of those with several records."""
    symbols: dict[str, str] = {}
    records: dict[str, list[Recommendation]] = {}
    for reading in found:
        for recommendation in reading.recommendations:
            symbols.setdefault(recommendation.id, reading.symbol or "")
            records.setdefault(recommendation.id, []).append(recommendation)
    firsts = sorted((first for first, *_ in records.values()), key=lambda r: (symbols[r.id], number_key(r.number)))
    return firsts, [_repeated(id, each) for id, each in records.items() if len(each) > 1]


def _repeated(id: str, recommendations: list[Recommendation]) -> ReadingWarning:
    differing = [aspect for aspect, of in _ASPECTS.items() if len(set(map(of, recommendations))) > 1]
    said = f"; they differ in their {' and '.join(differing)}" if differing else ", which are identical"
    notes = dict.fromkeys(citation.note for each in recommendations for citation in each.citations if citation.note)
    named = f" ({', '.join(list(notes)[:5])})" if notes else ""
    message = f"{id}: {len(recommendations)} records{named}{said}; the first is taken"
    return inconsistent("repeated-number", id, message)


_ASPECTS: dict[str, Callable[[Recommendation], Hashable]] = {
    "wording": lambda recommendation: recommendation.text_sha256,
    "States": lambda recommendation: frozenset(recommendation.states),
    "position": lambda recommendation: recommendation.position,
    "labels": lambda recommendation: frozenset(recommendation.tags),
}


def _annotations(found: list[ListReading]) -> dict[str, tuple[str, ...]]:
    """The ids of all records of each recommendation."""
    ids: dict[str, tuple[str, ...]] = {}
    for reading in found:
        for recommendation, records in reading.annotations.items():
            ids[recommendation] = (*ids.get(recommendation, ()), *records)
    return ids
