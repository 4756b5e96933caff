"""One Source object for each document, whichever side brings it."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve, fields_dict

from kz_upr.completing.merging import missing_values
from kz_upr.documents.readings import AnyReading
from kz_upr.model import ReadingWarning, Review, Source, difference, rebuilt, sources_of

_FIELDS = tuple(fields_dict(Source))


def with_common_sources(
    review: Review, readings: Sequence[AnyReading]
) -> tuple[Review, list[AnyReading], list[ReadingWarning]]:
    """The review and the readings with one Source object per document, which combines what both sides know of it.

    Documents are the same if they have the same symbol, or, without a symbol, the same id and file: two exports of the
    Index are two sources. The warnings name documents that were given as two different files.
    """
    brought = [*sources_of(review), *(source for reading in readings for source in sources_of(reading))]
    whole: dict[str, Source] = {}
    ids: dict[str, str] = {}  # of a document with a symbol: the id under which it came first
    ours: dict[Source, str] = {}
    for source in brought:
        id = ids.setdefault(source.symbol, source.id) if source.symbol else source.id
        if not source.symbol and id in whole and _differ(whole[id], source):
            id = f"{id}-{(source.sha256 or '')[:8]}"
        first = whole.setdefault(id, evolve(source, id=id))
        whole[id] = evolve(first, **missing_values(first, source, _FIELDS))
        ours[source] = id
    changed = {source: whole[id] for source, id in ours.items() if source != whole[id]}

    def replaced(part: Any) -> Any:
        return changed.get(part, part) if isinstance(part, Source) else part

    if changed:
        review, readings = rebuilt(review, replaced), [rebuilt(reading, replaced) for reading in readings]
    return review, list(readings), list(_different_files(readings, brought))


def _differ(one: Source, other: Source) -> bool:
    return one.sha256 is not None and other.sha256 is not None and one.sha256 != other.sha256


def _different_files(readings: Sequence[AnyReading], brought: Sequence[Source]) -> Iterator[ReadingWarning]:
    symbols = [reading.source.symbol for reading in readings]
    for symbol in dict.fromkeys(symbol for symbol in symbols if symbol and symbols.count(symbol) > 1):
        files = {source.sha256 for source in brought if source.symbol == symbol and source.sha256}
        if len(files) > 1:
            message = f"{symbol} was given as {len(files)} different files"
            yield difference("different-files", symbol, message)
