"""What the values of a record of the Index say: the review, the States that recommend, the position, the labels."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from attrs import frozen

from kz_upr.documents.answers import position_named
from kz_upr.documents.assembling import inconsistent, unread
from kz_upr.documents.export_records import Record, is_code, labels_in, names_in
from kz_upr.documents.goals import goal_among_themes, goal_named
from kz_upr.documents.remembering import Remembered
from kz_upr.documents.sessions import cycle_named, cycle_of_report, session_named
from kz_upr.model import PositionValue, ReadingWarning, State, Tag, TagKind, cycle_of
from kz_upr.reference import named_state
from kz_upr.wording import ParsedClause

_SCHEME = "Universal Human Rights Index"
_MOST_STATES = 250
_REVIEW = re.compile(r"\bUPR\b|universal periodic review|examen périodique|examen periódico", re.IGNORECASE)
_BETWEEN_POSITIONS = re.compile(r"\n|;|,|&|\band\b|\s-\s|^-\s")
_IN_PARTS = frozenset({PositionValue.SUPPORTED, PositionValue.NOTED, PositionValue.PARTLY_SUPPORTED})
_LABELS = (("themes", TagKind.THEME), ("persons", TagKind.AFFECTED_PERSONS), ("sdgs", TagKind.SDG))
#: What makes a warning.
Fault: TypeAlias = Callable[[str, str, str], ReadingWarning]


@frozen
class ToldReview:
    """What the caller says of the review, for records that do not say it; None for what is not said."""

    state: State | None = None
    cycle: int | None = None
    session: int | None = None


NOTHING_TOLD = ToldReview()


def symbol_in(printed: str) -> str:
    """A symbol in the one form in which symbols are compared."""
    return _SYMBOLS[printed]


def _symbol(printed: str) -> str:
    return "/".join(part.strip() for part in printed.upper().strip(" -\n").split("/")).replace("ADD.", "Add.")


_SYMBOLS = Remembered(_symbol)


def is_of_review(record: Record, symbol: str) -> bool:
    """Whether a record is a recommendation of the Universal Periodic Review."""
    return _OF_REVIEW[record.text("body"), record.text("kind"), symbol]


def _of_review(body_kind_symbol: tuple[str, str, str]) -> bool:
    body, kind, symbol = body_kind_symbol
    kind = kind.casefold()
    if "concern" in kind and "recommend" not in kind:
        return False
    if body and not is_code(body):
        return _REVIEW.search(body) is not None
    return re.match(r"A/HRC/\d+/\d+$", symbol) is not None


_OF_REVIEW = Remembered(_of_review)


# The review


@frozen
class _Said:
    """The review as a record says it, and what is wrong with that: the code of each fault, and its message."""

    review: ToldReview
    faults: tuple[tuple[Fault, str, str], ...]


def review_of(record: Record, symbol: str, told: ToldReview, warnings: list[ReadingWarning]) -> ToldReview:
    """The review of a record, as the record says, or else the caller."""
    said = _SAID[(symbol, record.text("session"), record.text("cycle"), *record.names("countries"))]
    for fault, code, message in said.faults:
        warnings.append(fault(code, record.place, f"{record.place}: {message}"))
    return said.review if told == NOTHING_TOLD else _with_told(said.review, told, record.place, warnings)


def _said(values: tuple[str, ...]) -> _Said:
    symbol, printed_session, printed_cycle, *names = values
    faults: list[tuple[Fault, str, str]] = []
    states, unknown = _STATES_NAMED[tuple(names)]
    if unknown:
        faults.append((unread, "unknown-name", _unknown(unknown)))
    if len(states) > 1:
        message = f"several States under review: {', '.join(state.name for state in states)}"
        faults.append((unread, "several-states", message))
    session = _number("session", printed_session, session_named, faults)
    cycle = _number("cycle", printed_cycle, cycle_named, faults)
    if cycle and session and cycle != cycle_of(session):
        message = f"session {session} is of cycle {cycle_of(session)}, but it says cycle {cycle}"
        faults.append((inconsistent, "other-cycle", message))
    cycle, of_symbol = cycle_of(session) or cycle, cycle_of_report(symbol)
    if cycle and of_symbol and cycle != of_symbol:
        message = f"{symbol} is a report of cycle {of_symbol}, but it says cycle {cycle}"
        faults.append((inconsistent, "other-cycle", message))
    return _Said(ToldReview(states[0] if len(states) == 1 else None, cycle or of_symbol, session), tuple(faults))


_SAID = Remembered(_said)


def _number(
    name: str, printed: str, read_number: Callable[[str], int | None], faults: list[tuple[Fault, str, str]]
) -> int | None:
    """The session or cycle of a record; a code of the Index tells nothing."""
    printed = printed.strip(" -;\n")
    if is_code(printed):
        return None
    number = read_number(printed)
    if number is None and printed:
        faults.append((unread, f"unknown-{name}", f"unrecognised {name} {printed[:60]!r}"))
    return number


def _with_told(review: ToldReview, told: ToldReview, place: str, warnings: list[ReadingWarning]) -> ToldReview:
    """The review of a record with what the caller says where it says nothing."""
    for name in ("state", "cycle", "session"):
        said, expected = getattr(review, name), getattr(told, name)
        if said is not None and expected not in (None, said):
            said, expected = (value.name if isinstance(value, State) else value for value in (said, expected))
            message = f"{place}: its {name} is {said}, not {expected} as the caller says"
            warnings.append(inconsistent("other-review", place, message))
    cycle = review.cycle or told.cycle or cycle_of(told.session)
    session = review.session or (told.session if cycle_of(told.session) == cycle else None)
    return ToldReview(review.state or told.state, cycle, session)


# States


def _unknown(names: Sequence[str]) -> str:
    return f"unrecognised State name: {', '.join(names[:5])}"


def _states_named(names: tuple[str, ...]) -> tuple[tuple[State, ...], tuple[str, ...]]:
    """States by name, and names of none; a name that a separator split (*Timor; Leste*) is put together again."""
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
    return tuple(dict.fromkeys(states)), tuple(unknown)


_STATES_NAMED = Remembered(_states_named)


def with_column(
    demands: list[tuple[ParsedClause, ...]], names: Sequence[str], record: Record, warnings: list[ReadingWarning]
) -> list[tuple[ParsedClause, ...]]:
    """The demands; one whose wording names no State, with the States of the column if it is the only one.

    ``names`` are what warnings call the recommendations.
    """
    column, unknown = _STATES_NAMED[record.names("states")]
    if len(demands) == 1 and len(demands[0]) == 1 and column == demands[0][0].states and column and not unknown:
        return demands
    if unknown:
        warnings.append(unread("unknown-name", names[0], f"{names[0]}: {_unknown(unknown)}"))
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


# The position


def position_of(record: Record, names: Sequence[str], warnings: list[ReadingWarning]) -> PositionValue | None:
    """The position of a record; both answers make it *partly supported*. None if it has none that can be read."""
    printed = record.text("position")
    if not printed:
        if "position" not in record.untold:
            warnings.append(unread("no-position", names[0], f"{names[0]}: has no position"))
        return None
    value = _POSITIONS[printed]
    if value is None:
        warnings.append(unread("unknown-position", names[0], f"{names[0]}: unrecognised position {printed[:60]!r}"))
    elif value is PositionValue.PARTLY_SUPPORTED and len(names) > 1:
        message = (
            f"{names[0]}: {printed!r} does not tell which of the {len(names)} recommendations in the record it is about"
        )
        warnings.append(unread("shared-position", names[0], message))
        return None
    return value


def _position_named(printed: str) -> PositionValue | None:
    """The position that a text names; or that several words make together, unless one is unknown or they make none."""
    if (value := position_named(printed)) is not None:
        return value
    words = {word.strip() for entry in names_in(printed) for word in _BETWEEN_POSITIONS.split(entry) if word.strip()}
    values = {position_named(word) for word in words}
    if len(values) == 1:
        return values.pop()
    return PositionValue.PARTLY_SUPPORTED if values and values <= _IN_PARTS else None


_POSITIONS = Remembered(_position_named)


# The labels


def tags_of(record: Record) -> tuple[Tag, ...]:
    """The labels of a record, each once; goals among the themes are goals."""
    tags = [tag for column, remembered in _TAGS for tag in record.each(column, remembered)]
    one_each = len({tag.label for tag in tags}) == len(tags)
    return tuple(tags if one_each else dict.fromkeys(tags))


def _tags_in(text: str, kind: TagKind) -> tuple[Tag, ...]:
    return tuple(_tag(label, kind) for label in labels_in(text))


def _tag(label: str, kind: TagKind) -> Tag:
    goal = None
    if kind is TagKind.SDG:
        goal = goal_named(label)
    elif kind is TagKind.THEME:
        goal = goal_among_themes(label)
    if goal is None:
        return Tag(kind=kind, scheme=_SCHEME, label=label)
    return Tag(kind=TagKind.SDG, scheme=_SCHEME, label=goal[1], code=goal[0])


_TAGS = tuple((column, Remembered(partial(_tags_in, kind=kind))) for column, kind in _LABELS)
