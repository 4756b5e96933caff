"""What the values of a record of the Index say: the review, the States that recommend, the position, the labels."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from kz_upr.documents.answers import position_named
from kz_upr.documents.assembling import inconsistent, unread
from kz_upr.documents.export_records import Record, is_code
from kz_upr.documents.goals import goal_among_themes, goal_named
from kz_upr.documents.sessions import cycle_named, session_named
from kz_upr.model import PositionValue, ReadingWarning, State, Tag, TagKind, cycle_of
from kz_upr.reference import named_state
from kz_upr.wording import ParsedClause

_SCHEME = "Universal Human Rights Index"
_MOST_STATES = 250
_REVIEW = re.compile(r"\bUPR\b|universal periodic review|examen périodique|examen periódico", re.IGNORECASE)
_BETWEEN_POSITIONS = re.compile(r"\n|;|,|&|\band\b|\s-\s|^-\s")
_IN_PARTS = frozenset({PositionValue.SUPPORTED, PositionValue.NOTED, PositionValue.PARTLY_SUPPORTED})
_LABELS = (("themes", TagKind.THEME), ("persons", TagKind.AFFECTED_PERSONS), ("sdgs", TagKind.SDG))
#: Longer labels are not held on to.
_LONGEST_LABEL = 300


@frozen
class ToldReview:
    """What the caller says of the review, for records that do not say it; None for what is not said."""

    state: State | None = None
    cycle: int | None = None
    session: int | None = None


def symbol_in(printed: str) -> str:
    """A symbol in the one form in which symbols are compared."""
    return "/".join(part.strip() for part in printed.upper().strip(" -\n").split("/")).replace("ADD.", "Add.")


def is_of_review(record: Record, symbol: str) -> bool:
    """Whether a record is a recommendation of the Universal Periodic Review."""
    body, kind = record.text("body"), record.text("kind").casefold()
    if "concern" in kind and "recommend" not in kind:
        return False
    if body and not is_code(body):
        return _REVIEW.search(body) is not None
    return re.match(r"A/HRC/\d+/\d+$", symbol) is not None


def review_of(record: Record, told: ToldReview, warnings: list[ReadingWarning]) -> ToldReview:
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
        warnings.append(_unknown(record.place, unknown))
    if len(states) > 1:
        names = ", ".join(state.name for state in states)
        warnings.append(unread("several-states", record.place, f"{record.place}: several States under review: {names}"))
    return states[0] if len(states) == 1 else None


def _unknown(place: str, names: list[str]) -> ReadingWarning:
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


def with_column(
    demands: list[tuple[ParsedClause, ...]], names: list[str], record: Record, warnings: list[ReadingWarning]
) -> list[tuple[ParsedClause, ...]]:
    """The demands; one whose wording names no State, with the States of the column if it is the only one."""
    column, unknown = _resolved(record.names("states"))
    if unknown:
        warnings.append(_unknown(names[0], unknown))
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


def position_of(record: Record, names: list[str], warnings: list[ReadingWarning]) -> PositionValue | None:
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


def tags_of(record: Record) -> Iterator[Tag]:
    """The labels of a record; goals among the themes are goals."""
    for column, kind in _LABELS:
        for label in record.labels(column):
            yield (_tag if len(label) < _LONGEST_LABEL else _tag.__wrapped__)(kind, label)


@lru_cache(maxsize=2000)
def _tag(kind: TagKind, label: str) -> Tag:
    goal = None
    if kind is TagKind.SDG:
        goal = goal_named(label)
    elif kind is TagKind.THEME:
        goal = goal_among_themes(label)
    if goal is None:
        return Tag(kind=kind, scheme=_SCHEME, label=label)
    return Tag(kind=TagKind.SDG, scheme=_SCHEME, label=goal[1], code=goal[0])
