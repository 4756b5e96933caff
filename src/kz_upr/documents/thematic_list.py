"""Thematic lists of OHCHR: Word tables of recommendations with the final position and official tags."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from kz_upr.documents.assembling import printed_recommendation, remarks_on_names, remarks_on_states
from kz_upr.documents.containers.files import sha256_of
from kz_upr.documents.containers.word import read_word
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.labels import tag_of
from kz_upr.documents.list_heads import head_of
from kz_upr.documents.list_remarks import remarks_on_rows
from kz_upr.documents.list_rows import ListEntry, list_entries, titles
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
    Tag,
    TagKind,
    cycle_of,
    inconsistent,
    unread,
)
from kz_upr.numbers import find_symbols, number_key, report_symbol, source_id

_CODED = re.compile(r"(?P<code>[A-Z]\d{1,2}(?:\.\d+)?)\s+(?P<label>\S.*)")
#: The year by which a generation of labels is known; they were renamed from cycle to cycle.
_GENERATIONS = {2: "2014", 3: "2020", 4: "2025"}


def read(path: Path, *, told: ToldReview = NOTHING_TOLD) -> ListReading:
    """The reading of a thematic list; see :func:`kz_upr.documents.read_thematic_list`."""
    document = read_word(path)
    warnings: list[ReadingWarning] = []
    entries = list_entries(path, document.tables, warnings)
    if not entries:
        raise DocumentError(path, "has no row with the number of a recommendation")
    symbols = Counter(report_symbol(symbol) for entry in entries for symbol in find_symbols(entry.place or ""))
    symbol = symbols.most_common(1)[0][0] if symbols else None
    head = _head(head_of((*document.opening, *titles(document.tables)), symbol), told, warnings)
    source = _source(head, symbol, sha256_of(path))
    scheme = "OHCHR thematic list"
    if head.cycle is not None:
        scheme += f" {_GENERATIONS.get(head.cycle, f'of cycle {head.cycle}')}"
    for entry in entries:
        warnings += remarks_on_names(entry.number, entry.text, entry.clauses)
    review = head.id or source_id(symbol or source.id)
    recommendations = [_recommendation(entry, review, source, scheme) for entry in _distinct(entries)]
    warnings += remarks_on_states(recommendations)
    warnings += remarks_on_rows(entries)
    return ListReading(
        recommendations=tuple(sorted(recommendations, key=lambda recommendation: number_key(recommendation.number))),
        source=source,
        state=head.state,
        cycle=head.cycle,
        session=head.session,
        symbol=symbol,
        warnings=tuple(warnings),
    )


def _head(printed: ToldReview, told: ToldReview, warnings: list[ReadingWarning]) -> ToldReview:
    """The review as the caller gives it, or else the head; with warnings of what differs and what neither gives."""
    if printed.cycle and printed.session and printed.cycle != cycle_of(printed.session):
        message = f"the head has cycle {printed.cycle}, but session {printed.session}"
        warnings.append(inconsistent("other-cycle", "the head", message))
    for name, theirs, ours in printed.differences(told):
        message = f"the head has the {name} {theirs}; {ours} is used, as the caller says"
        warnings.append(inconsistent("other-review", "the head", message))
    head = told.completed(printed)
    missing = [name for name, value in (("State", head.state), ("cycle", head.cycle)) if value is None]
    if missing:
        message = f"the document does not state its {' and '.join(missing)}; pass {'= and '.join(missing).lower()}="
        warnings.append(unread("no-head", "the head", message))
    return head


def _source(head: ToldReview, symbol: str | None, sha256: str) -> Source:
    """The list as a source; its id distinguishes reviews, by the symbol of the report where the head does not."""
    told = (head.state.iso3 if head.state else None, head.cycle, None if head.id else symbol)
    title = ToldReview(head.state, head.cycle).words
    return Source(
        id=source_id(" ".join(("ohchr thematic list", *(str(word) for word in told if word is not None)))),
        kind=SourceKind.THEMATIC_LIST,
        title="Thematic list of recommendations" + (f": {title}" if title else ""),
        publisher="OHCHR",
        language="en",
        sha256=sha256,
    )


# The recommendations


def _distinct(entries: list[ListEntry]) -> Iterable[ListEntry]:
    """The rows, each once; two that have the same number and differ stay two."""
    distinct: dict[object, ListEntry] = {}
    for entry in entries:
        distinct.setdefault((entry.number, entry.text, entry.position, entry.states, *entry.tags), entry)
    return distinct.values()


def _recommendation(entry: ListEntry, review: str, source: Source, scheme: str) -> Recommendation:
    citation = Citation(source=source, locator=f"no. {entry.number}")
    note = f"Source of position as printed: {entry.place}" if entry.place else None
    said = Citation(source=source, locator=f"no. {entry.number}", note=note)
    return printed_recommendation(
        review,
        entry.number,
        entry.text,
        entry.clauses,
        citation,
        positions=(Position(value=entry.position, stage=Stage.LIST, citations=(said,)),) if entry.position else (),
        tags=tuple(dict.fromkeys(_tag(label, kind, scheme) for kind, label in entry.tags)),
    )


def _tag(label: str, kind: TagKind, scheme: str) -> Tag:
    tag = tag_of(label, kind, scheme)
    match = _CODED.fullmatch(label) if tag.kind is TagKind.THEME else None
    return tag if match is None else evolve(tag, label=match["label"], code=match["code"])
