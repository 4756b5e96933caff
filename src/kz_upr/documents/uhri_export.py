"""Exports of the Universal Human Rights Index: recommendations of the review, record by record or all together."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from kz_upr.documents.answers import position_named
from kz_upr.documents.assembling import inconsistent, number_inside, printed_recommendation, unread
from kz_upr.documents.containers.files import sha256_of, size_of
from kz_upr.documents.demands import demands_in
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.export_records import Record, export_records, is_code
from kz_upr.documents.goals import goal_among_themes, goal_named
from kz_upr.documents.readings import ListReading
from kz_upr.documents.sessions import cycle_named, session_named
from kz_upr.model import (
    Citation,
    Position,
    PositionValue,
    ReadingWarning,
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
from kz_upr.wording import ParsedClause, parse_recommendation

T = TypeVar("T")

_SCHEME = "Universal Human Rights Index"
#: Older records begin with *Recommendation No. 4, para. 9: 21*.
_OLD_NUMBER = re.compile(r"\s*Recommendation\b.{0,60}?\bpara(?:graph|\.)?\s*(?=\d)", re.IGNORECASE)
_MOST_STATES = 250
_REVIEW = re.compile(r"\bUPR\b|universal periodic review|examen périodique|examen periódico", re.IGNORECASE)
_BETWEEN_POSITIONS = re.compile(r"\n|;|,|&|\band\b|\s-\s|^-\s")
_IN_PARTS = frozenset({PositionValue.SUPPORTED, PositionValue.NOTED, PositionValue.PARTLY_SUPPORTED})


@frozen
class ToldReview:
    """What the caller says of the review, for records that do not say it; None for what is not said."""

    state: State | None = None
    cycle: int | None = None
    session: int | None = None


_NOTHING_TOLD = ToldReview()


def read(path: Path, *, symbol: str | None = None, told: ToldReview = _NOTHING_TOLD) -> ListReading:
    """The reading of an export; see :func:`kz_upr.documents.read_uhri_export`."""
    found: list[ListReading] = []
    warnings: list[ReadingWarning] = []
    for reading in readings(path, symbol=symbol, told=told):
        source = reading.source
        warnings += reading.warnings
        if reading.recommendations:
            found.append(reading)
    recommendations, repeated = _distinct(found)
    return ListReading(
        recommendations=tuple(recommendations),
        source=source,
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
    wanted = _symbol(symbol) if symbol is not None else None
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
        symbol = _symbol(record.text("symbol"))
        if not _is_of_review(record, symbol) or wanted not in (None, symbol):
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
    review = _review(record, told, warnings)
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


# The review


def _symbol(printed: str) -> str:
    return "/".join(part.strip() for part in printed.upper().strip(" -\n").split("/")).replace("ADD.", "Add.")


def _is_of_review(record: Record, symbol: str) -> bool:
    body, kind = record.text("body"), record.text("kind").casefold()
    if "concern" in kind and "recommend" not in kind:
        return False
    if body and not is_code(body):
        return _REVIEW.search(body) is not None
    return re.match(r"A/HRC/\d+/\d+$", symbol) is not None


def _review(record: Record, told: ToldReview, warnings: list[ReadingWarning]) -> ToldReview:
    """The review of a record, as the record says, or else the caller."""
    state = _state(record, warnings)
    session = _number(record, "session", session_named, warnings)
    cycle, printed_cycle = cycle_of(session), _number(record, "cycle", cycle_named, warnings)
    if cycle and printed_cycle and cycle != printed_cycle:
        message = f"{record.place}: session {session} is of cycle {cycle}, but it says cycle {printed_cycle}"
        warnings.append(inconsistent("other-cycle", record.place, message))
    review = ToldReview(state, cycle or printed_cycle, session)
    for name in ("state", "cycle", "session"):
        said, expected = getattr(review, name), getattr(told, name)
        if said is not None and expected not in (None, said):
            said, expected = (value.name if isinstance(value, State) else value for value in (said, expected))
            message = f"{record.place}: its {name} is {said}, not {expected} as the caller says"
            warnings.append(inconsistent("other-review", record.place, message))
    cycle = review.cycle or told.cycle or cycle_of(session or told.session)
    return ToldReview(
        state or told.state, cycle, session or (told.session if cycle_of(told.session) == cycle else None)
    )


def _number(
    record: Record, name: str, read_number: Callable[[str], int | None], warnings: list[ReadingWarning]
) -> int | None:
    """The session or cycle of a record; a code of the Index tells nothing."""
    printed = record.text(name).strip(" -;\n")
    number = read_number(printed)
    if number is None and printed and not is_code(printed):
        warnings.append(
            unread(f"unknown-{name}", record.place, f"{record.place}: unrecognised {name} {printed[:60]!r}")
        )
    return None if is_code(printed) else number


def _state(record: Record, warnings: list[ReadingWarning]) -> State | None:
    states, unknown = _resolved(record.names("countries"))
    if unknown:
        warnings.append(_unknown_names(record.place, unknown))
    if len(states) > 1:
        names = ", ".join(state.name for state in states)
        warnings.append(unread("several-states", record.place, f"{record.place}: several States under review: {names}"))
    return states[0] if len(states) == 1 else None


def _unknown_names(place: str, names: list[str]) -> ReadingWarning:
    return unread("unknown-name", place, f"{place}: unrecognised State name: {', '.join(names[:5])}")


def _resolved(names: tuple[str, ...]) -> tuple[tuple[State, ...], list[str]]:
    """States by name; a name that a separator split (*Timor; Leste*) is put together again."""
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
    clauses = _with_column([parse_recommendation(text) for text in texts], names, record, warnings)
    value = _position(record, names, warnings)
    if review.state is not None and review.cycle is not None:
        prefix = f"{review.state.iso3}-{review.cycle}"
    else:
        prefix = source_id(symbol) or source.id
    tags = tuple(_tags(record))
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


def _with_column(
    demands: list[tuple[ParsedClause, ...]], names: list[str], record: Record, warnings: list[ReadingWarning]
) -> list[tuple[ParsedClause, ...]]:
    """The demands; one whose wording names no State, with the States of the column if it is the only one."""
    column, unknown = _resolved(record.names("states"))
    if unknown:
        warnings.append(_unknown_names(names[0], unknown))
    worded = {state for clauses in demands for clause in clauses for state in clause.states}
    if not worded and column and len(demands) == 1:
        return [(ParsedClause(text=demands[0][0].text, states=column),)]
    for name, clauses in zip(names, demands, strict=True):
        if not any(clause.states for clause in clauses):
            warnings.append(unread("no-state", name, f"{name}: names no State"))
    if column and worded and worded != set(column):
        listed, named = (", ".join(sorted(state.iso3 for state in states)) for states in (column, worded))
        message = f"{names[0]}: the wording names {named}, the column {listed}"
        warnings.append(inconsistent("other-states", names[0], message))
    return demands


def _position(record: Record, names: list[str], warnings: list[ReadingWarning]) -> PositionValue | None:
    """The position of a record; both answers make it *partly supported*. None if it has none that can be read."""
    printed = record.text("position")
    if not printed:
        return None
    value = position_named(printed) or _together(record.names("position"))
    if value is None:
        warnings.append(unread("unknown-position", names[0], f"{names[0]}: unrecognised position {printed!r}"))
    elif value is PositionValue.PARTLY_SUPPORTED and len(names) > 1:
        message = (
            f"{names[0]}: {printed!r} does not tell which of the {len(names)} recommendations in the record it is about"
        )
        warnings.append(unread("shared-position", names[0], message))
        return None
    return value


def _together(printed: Iterable[str]) -> PositionValue | None:
    """The position that several words make together; None if one is unknown, or they make none."""
    words = {word.strip() for entry in printed for word in _BETWEEN_POSITIONS.split(entry) if word.strip()}
    values = {position_named(word) for word in words}
    if len(values) == 1:
        return values.pop()
    return PositionValue.PARTLY_SUPPORTED if values and values <= _IN_PARTS else None


def _tags(record: Record) -> Iterator[Tag]:
    for column, kind in (("themes", TagKind.THEME), ("persons", TagKind.AFFECTED_PERSONS), ("sdgs", TagKind.SDG)):
        for label in record.labels(column):
            goal = {TagKind.SDG: goal_named, TagKind.THEME: goal_among_themes}.get(kind, lambda _: None)(label)
            if goal is None:
                yield Tag(kind=kind, scheme=_SCHEME, label=label)
            else:
                yield Tag(kind=TagKind.SDG, scheme=_SCHEME, label=goal[1], code=goal[0])


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
