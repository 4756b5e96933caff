"""States: their tables, and the look-up by every name and code that documents use for a State."""

import functools
from collections.abc import Iterator

from kz_upr import bundle
from kz_upr.errors import UnknownStateError, expect, nearest_names
from kz_upr.model import RegionalGroup, State
from kz_upr.reference.folding import fold


@functools.cache
def _states() -> dict[str, State]:
    return {
        entry["iso3"]: State(
            iso3=entry["iso3"],
            iso2=entry["iso2"],
            m49=entry["m49"],
            name=entry["name"],
            group=RegionalGroup(entry["group"]) if "group" in entry else None,
        )
        for entry in bundle.read_json("states.json")["states"]
    }


def list_states() -> tuple[State, ...]:
    """All States of the package, by ISO3 code: the members of the United Nations and four others."""
    return tuple(_states().values())


def state_by_iso3(code: str) -> State:
    """The State with that ISO 3166-1 alpha-3 code. Raises :class:`~kz_upr.errors.UnknownStateError` if none has it."""
    try:
        return _states()[code]
    except KeyError:
        raise UnknownStateError(code, nearest=_near_states(code)) from None


def _near_states(name: str) -> tuple[str, ...]:
    return nearest_names(name, (state.name for state in list_states()))


@functools.cache
def printed_names() -> dict[str, State]:
    """Every name that documents print for a State, folded."""
    names: dict[str, State] = {}
    for code, aliases in bundle.read_json("state-names.json")["names"].items():
        for alias in aliases:
            names[fold(alias)] = _states()[code]
    for state in list_states():
        names[fold(state.name)] = state
    for name, state in list(names.items()):
        for form in turned(name):
            names.setdefault(form, state)
    return names


def turned(name: str) -> Iterator[str]:
    """Variants of a folded name that documents also print: *Korea (Republic of)*, *Bosnia & Herzegovina*."""
    kind, of, land = name.partition(" of ")
    if of and land:
        yield f"{land.removeprefix('the ')} {kind} of"
        yield f"{land.removeprefix('the ')} {kind} of the"
    if " and " in name:
        yield name.replace(" and ", " ")
    if " the " in name:
        yield name.replace(" the ", " ")


@functools.cache
def _codes() -> dict[str, State]:
    return {fold(code): state for state in list_states() for code in (state.iso3, state.iso2, state.m49)}


def named_state(name: str) -> State | None:
    """The State that running text calls by that name; None if it is not the name of a State.

    Unlike :func:`resolve_state`, it accepts no codes: in a document *(AU)* is a union and *(MDG)* are goals.
    """
    folded = fold(name)
    return printed_names().get(folded) or printed_names().get(folded.replace(" the ", " "))


_resolved: dict[str, State] = {}


def resolve_state(name: str) -> State:
    """The State with that name or code.

    ``name`` is any form that United Nations documents print (today's name, earlier names, with or without *the*, in
    any case, in the six official languages) or an ISO 3166-1 or M49 code. Only whole names match: *Niger* is never
    *Nigeria*. Raises :class:`~kz_upr.errors.UnknownStateError`, a LookupError with the nearest names, and TypeError if
    ``name`` is not a string.

    >>> import kz_upr
    >>> kz_upr.resolve_state("Bolivarian Republic of Venezuela").iso3
    'VEN'
    """
    try:
        return _resolved[name]
    except (KeyError, TypeError):  # not asked for before, or not hashable
        pass
    expect(name, str)
    folded = fold(name)
    state = _codes().get(folded) or printed_names().get(folded)
    if state is None:
        raise UnknownStateError(name, nearest=_near_states(name))
    if len(_resolved) < 4096:  # bounded, so that no input can fill the memory
        _resolved[name] = state
    return state
