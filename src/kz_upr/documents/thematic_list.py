"""Thematic lists of OHCHR: Word tables of recommendations with the final position and official tags."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve

from kz_upr.documents.assembling import printed_recommendation, remarks_on_names, remarks_on_states
from kz_upr.documents.containers.files import sha256_of
from kz_upr.documents.containers.word import read_word
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.goals import goal_in
from kz_upr.documents.list_heads import ListHead, head_of
from kz_upr.documents.list_remarks import remarks_on_rows
from kz_upr.documents.list_rows import ListEntry, list_entries, titles
from kz_upr.documents.readings import ListReading
from kz_upr.model import (
    Citation,
    Position,
    ReadingWarning,
    Recommendation,
    Source,
    SourceKind,
    Stage,
    State,
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


_NOTHING_TOLD = ListHead(None, None, None)


def read(path: Path, *, told: ListHead = _NOTHING_TOLD) -> ListReading:
    """The reading of a thematic list; see :func:`kz_upr.documents.read_thematic_list`."""
    document = read_word(path)
    warnings: list[ReadingWarning] = []
    entries = list_entries(path, document.tables, warnings)
    if not entries:
        raise DocumentError(path, "has no row with the number of a recommendation")
    symbols = Counter(report_symbol(symbol) for entry in entries for symbol in find_symbols(entry.place or ""))
    symbol = symbols.most_common(1)[0][0] if symbols else None
    head = _head(head_of((*document.opening, *titles(document.tables)), symbol), told, warnings)
    known = head.state is not None and head.cycle is not None
    source = Source(
        id=source_id(" ".join(("ohchr thematic list", *_review_words(head, symbol)))),
        kind=SourceKind.THEMATIC_LIST,
        title=_title(head),
        publisher="OHCHR",
        language="en",
        sha256=sha256_of(path),
    )
    scheme = "OHCHR thematic list"
    if head.cycle is not None:
        scheme += f" {_GENERATIONS.get(head.cycle, f'of cycle {head.cycle}')}"
    for entry in entries:
        warnings += remarks_on_names(entry.number, entry.text, entry.clauses)
    review = f"{head.state.iso3}-{head.cycle}" if head.state and known else source_id(symbol or source.id)
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


def _head(printed: ListHead, told: ListHead, warnings: list[ReadingWarning]) -> ListHead:
    """The head as the caller says, or else the document; with warnings of what differs and what neither says."""
    if printed.cycle and printed.session and printed.cycle != cycle_of(printed.session):
        message = f"the head has cycle {printed.cycle}, but session {printed.session}"
        warnings.append(inconsistent("other-cycle", "the head", message))
    for name in ("state", "cycle", "session"):
        ours, theirs = getattr(told, name), getattr(printed, name)
        if ours is not None and theirs not in (None, ours):
            ours, theirs = (value.name if isinstance(value, State) else value for value in (ours, theirs))
            message = f"the head has the {name} {theirs}; {ours} is taken, as the caller says"
            warnings.append(inconsistent("other-review", "the head", message))
    if told.session is not None:
        printed = evolve(printed, cycle=cycle_of(told.session))
    elif told.cycle is not None and cycle_of(printed.session) != told.cycle:
        printed = evolve(printed, session=None)
    head = ListHead(
        state=told.state or printed.state,
        cycle=told.cycle or printed.cycle,
        session=told.session or printed.session,
    )
    missing = [name for name, value in (("State", head.state), ("cycle", head.cycle)) if value is None]
    if missing:
        message = f"the document does not tell its {' and '.join(missing)}; pass {'= and '.join(missing).lower()}="
        warnings.append(unread("no-head", "the head", message))
    return head


def _review_words(head: ListHead, symbol: str | None) -> Iterator[str]:
    """What tells the review apart in the id of the source."""
    if head.state is not None:
        yield head.state.iso3
    if head.cycle is not None:
        yield str(head.cycle)
    if symbol is not None and (head.state is None or head.cycle is None):
        yield symbol


def _title(head: ListHead) -> str:
    review = [head.state.name] if head.state else []
    review += [f"cycle {head.cycle}"] if head.cycle else []
    return "Thematic list of recommendations" + (f": {', '.join(review)}" if review else "")


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
        tags=tuple(dict.fromkeys(_tag(kind, label, scheme) for kind, label in entry.tags)),
    )


def _tag(kind: TagKind, label: str, scheme: str) -> Tag:
    goal = goal_in(label, kind)
    if goal is not None:
        return Tag(kind=TagKind.SDG, scheme=scheme, label=goal[1], code=goal[0])
    match = _CODED.fullmatch(label) if kind is TagKind.THEME else None
    if match is None:
        return Tag(kind=kind, scheme=scheme, label=label)
    return Tag(kind=kind, scheme=scheme, label=match["label"], code=match["code"])
