"""What the values of a record of the Index say: the States that recommend, the position, the labels."""

from collections.abc import Sequence
from functools import partial

from attrs import evolve

from kz_upr.attribution import entries_in
from kz_upr.documents.export_records import Record, labels_in
from kz_upr.documents.labels import tag_of
from kz_upr.documents.position_words import position_in_cell
from kz_upr.documents.remembering import Remembered
from kz_upr.errors import UnknownStateError
from kz_upr.model import PositionValue, ReadingWarning, State, Tag, TagKind, inconsistent, unread
from kz_upr.reference import named_state, resolve_state
from kz_upr.wording import ParsedClause

_SCHEME = "Universal Human Rights Index"
_MOST_STATES = 250
_LONGEST_CODE = 3
_LABELS = (("themes", TagKind.THEME), ("persons", TagKind.AFFECTED_PERSONS), ("sdgs", TagKind.SDG))


# States


def unknown_states(names: Sequence[str]) -> str:
    """What a warning says of names that are not those of a State."""
    return f"unrecognized State name: {', '.join(names[:5])}"


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
            listed, others = _listed_states(names[position])
            states += listed
            unknown += others
            position += 1
    return tuple(dict.fromkeys(states)), tuple(unknown)


def _listed_states(text: str) -> tuple[Sequence[State], Sequence[str]]:
    """The States of a list in words (*Peru, Togo and Chad*) or of a code; the text itself if it has anything else.

    *Congo, Dem. Rep.* must not become Congo.
    """
    if len(text) <= _LONGEST_CODE and text.isascii() and text.isupper():
        try:
            return (resolve_state(text),), ()
        except UnknownStateError:
            return (), (text,)
    listed = entries_in(text)
    return (listed.states, ()) if listed.states and not listed.others else ((), (text,))


#: The States that such names name, and the names that name none.
STATES_NAMED = Remembered(_states_named)


def with_column(
    demands: list[tuple[ParsedClause, ...]], names: Sequence[str], record: Record, warnings: list[ReadingWarning]
) -> list[tuple[ParsedClause, ...]]:
    """The demands; if there is only one and its wording names no State, it has the States of the column.

    ``names`` are what warnings call the recommendations.
    """
    column, unknown = STATES_NAMED[record.names("states")]
    if column and not unknown and [clause.states for clauses in demands for clause in clauses] == [column]:
        return demands  # as most are
    if unknown:
        warnings.append(unread("unknown-name", names[0], f"{names[0]}: {unknown_states(unknown)}"))
    worded = {state for clauses in demands for clause in clauses for state in clause.states}
    if not worded and column and len(demands) == 1:
        [[clause]] = demands
        return [(evolve(clause, states=column),)]
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
        warnings.append(unread("unknown-position", names[0], f"{names[0]}: unrecognized position {printed[:60]!r}"))
    elif value is PositionValue.PARTLY_SUPPORTED and len(names) > 1:
        message = (
            f"{names[0]}: {printed!r} does not say which of the {len(names)} recommendations in the record it concerns"
        )
        warnings.append(unread("shared-position", names[0], message))
        return None
    return value


#: The position that such a text names.
_POSITIONS = Remembered(position_in_cell)


# The labels


def tags_of(record: Record) -> tuple[Tag, ...]:
    """The labels of a record, each once; goals among the themes are goals."""
    return tuple(dict.fromkeys(tag for column, remembered in _TAGS for tag in record.each(column, remembered)))


def _tags_in(text: str, kind: TagKind) -> tuple[Tag, ...]:
    return tuple(tag_of(label, kind, _SCHEME) for label in labels_in(text))


_TAGS = tuple((column, Remembered(partial(_tags_in, kind=kind))) for column, kind in _LABELS)
