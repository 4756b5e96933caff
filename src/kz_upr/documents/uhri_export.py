"""Exports of the Universal Human Rights Index: recommendations of the review, record by record or all together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from kz_upr.documents.assembling import inconsistent, number_inside, printed_recommendation, unread
from kz_upr.documents.containers.files import sha256_of, size_of
from kz_upr.documents.demands import demands_in
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.export_records import Record, export_records
from kz_upr.documents.export_values import (
    ToldReview,
    is_of_review,
    position_of,
    review_of,
    symbol_in,
    tags_of,
    with_column,
)
from kz_upr.documents.readings import ListReading
from kz_upr.model import (
    Citation,
    Position,
    ReadingWarning,
    Recommendation,
    Source,
    SourceKind,
    Stage,
)
from kz_upr.numbers import number_key, source_id
from kz_upr.wording import parse_recommendation

T = TypeVar("T")

#: Older records begin with *Recommendation No. 4, para. 9: 21*.
_OLD_NUMBER = re.compile(r"\s*Recommendation\b.{0,60}?\bpara(?:graph|\.)?\s*(?=\d)", re.IGNORECASE)


_NOTHING_TOLD = ToldReview()


def read(path: Path, *, symbol: str | None = None, told: ToldReview = _NOTHING_TOLD) -> ListReading:
    """The reading of an export; see :func:`kz_upr.documents.read_uhri_export`."""
    found: list[ListReading] = []
    warnings: list[ReadingWarning] = []
    for reading in readings(path, symbol=symbol, told=told):
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
        warnings=(*warnings, *repeated),
        annotations=_annotations(found),
    )


def readings(path: Path, *, symbol: str | None = None, told: ToldReview = _NOTHING_TOLD) -> Iterator[ListReading]:
    """The readings of the records one by one; see :func:`kz_upr.documents.iter_uhri_export`."""
    size_of(path)
    wanted = symbol_in(symbol) if symbol is not None else None
    return _readings(path, wanted, told)


def _readings(path: Path, wanted: str | None, told: ToldReview) -> Iterator[ListReading]:
    records = export_records(path, wanted)
    source = Source(
        id="uhri-export" if wanted is None else source_id(f"uhri export {wanted}"),
        kind=SourceKind.INDEX_RECORD,
        title="Universal Human Rights Index, export" + ("" if wanted is None else f": {wanted}"),
        publisher="OHCHR",
        sha256=sha256_of(path),
    )
    any_recommendation = any_position = False
    for record in records:
        symbol = symbol_in(record.text("symbol"))
        if not is_of_review(record, symbol) or wanted not in (None, symbol):
            continue
        reading = _reading(record, symbol, source, told)
        any_recommendation = any_recommendation or bool(reading.recommendations)
        any_position = any_position or any(recommendation.positions for recommendation in reading.recommendations)
        yield reading
    if not any_recommendation:
        raise DocumentError(path, f"has no recommendation of {wanted or 'the Universal Periodic Review'}")
    if not any_position:
        message = "no record has a position that can be read: the file gives none, or under another name"
        yield ListReading(source=source, recommendations=(), warnings=(unread("no-position", "the file", message),))


def _reading(record: Record, symbol: str, source: Source, told: ToldReview) -> ListReading:
    """The reading of one record: its recommendation, or several if its text holds several."""
    warnings = [
        inconsistent(
            "two-values", record.place, f"{record.place}: two values under the keys for its {name}; none is taken"
        )
        for name in record.contradicted
    ]
    review = review_of(record, told, warnings)
    recommendations = tuple(_recommendations(record, review, symbol, source, warnings))
    id = record.text("id")
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
    record: Record, review: ToldReview, symbol: str, source: Source, warnings: list[ReadingWarning]
) -> Iterator[Recommendation]:
    printed = record.text("text")
    demands = demands_in(_OLD_NUMBER.sub("", printed, count=1))
    if demands is None:
        message = f"{record.place}: no number in {' '.join(printed.split())[:60]!r}"
        warnings.append(unread("no-number", record.place, message))
        return
    id = record.text("id")
    names = [f"{id or record.place}, {number}" for number, _ in demands.numbered]
    if demands.doubtful:
        warnings.append(number_inside(names[0], demands.doubtful))
    texts = [re.sub(r"\s+(?=[;؛；])", "", " ".join(wording.split())) for _, wording in demands.numbered]
    clauses = with_column([parse_recommendation(text) for text in texts], names, record, warnings)
    value = position_of(record, names, warnings)
    if review.state is not None and review.cycle is not None:
        prefix = f"{review.state.iso3}-{review.cycle}"
    else:
        prefix = source_id(symbol) or source.id
    tags = tuple(tags_of(record))
    for (number, _), text, parsed in zip(demands.numbered, texts, clauses, strict=True):
        citation = Citation(source=source, locator=f"no. {number}", note=f"record {id}" if id else None)
        yield printed_recommendation(
            prefix,
            number,
            text,
            parsed,
            citation,
            positions=(Position(value=value, stage=Stage.LIST, citations=(citation,)),) if value else (),
            tags=tags,
        )


# All together


def _one(values: Iterable[T]) -> T | None:
    """The value that all have; None if they differ."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


def _distinct(found: list[ListReading]) -> tuple[list[Recommendation], list[ReadingWarning]]:
    """One recommendation per id, the first, by document and number; and warnings of those with several records."""
    kept: dict[str, tuple[str, Recommendation]] = {}
    counts: Counter[str] = Counter()
    for reading in found:
        for recommendation in reading.recommendations:
            kept.setdefault(recommendation.id, (reading.symbol or "", recommendation))
            counts[recommendation.id] += 1
    warnings = [
        inconsistent("repeated-number", id, f"{id}: {count} records; the first is taken")
        for id, count in counts.items()
        if count > 1
    ]
    ordered = sorted(kept.values(), key=lambda entry: (entry[0], number_key(entry[1].number)))
    return [recommendation for _, recommendation in ordered], warnings


def _annotations(found: list[ListReading]) -> dict[str, tuple[str, ...]]:
    """The ids of all records of each recommendation."""
    ids: dict[str, tuple[str, ...]] = {}
    for reading in found:
        for recommendation, records in reading.annotations.items():
            ids[recommendation] = (*ids.get(recommendation, ()), *records)
    return ids
