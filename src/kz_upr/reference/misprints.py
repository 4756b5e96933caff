"""Misprinted names of States."""

import functools

from kz_upr.model import State
from kz_upr.reference.edits import within_edits
from kz_upr.reference.folding import fold
from kz_upr.reference.states import list_states, printed_names, turned

_LEAST_LETTERS, _LONG, _MOST_LETTERS = 6, 11, 80
_SEVERAL = 2  # spaces in a name of several words


@functools.cache
def _names_by_length() -> dict[int, list[tuple[str, State]]]:
    """Folded names by length: those of States, and those other names that have several words, which resemble no word.

    Short names are left out, since they are too similar to other words.
    """
    names = {name: state for name, state in printed_names().items() if name.count(" ") >= _SEVERAL}
    for state in list_states():
        whole = fold(state.name)
        names |= dict.fromkeys((whole, fold(state.name.partition(" (")[0]), *turned(whole)), state)
    by_length: dict[int, list[tuple[str, State]]] = {}
    for name, state in names.items():
        if len(name) >= _LEAST_LETTERS:
            by_length.setdefault(len(name), []).append((name, state))
    return by_length


@functools.cache
def _names_without_links() -> dict[str, State]:
    """Names without *of* and *the*, which distinguish States just as well."""
    return {_without_links(name): state for name, state in printed_names().items()}


def _without_links(name: str) -> str:
    return " ".join(word for word in name.split() if word not in ("of", "the"))


def nearly_named_state(name: str) -> State | None:
    """The one State whose name differs from this only by a misprint: one letter, or two in a long name.

    A letter may be wrong, missing, added, or swapped with the next; *of* and *the* may be missing or added. None if the
    name is correct as it is, if another State's name is as near, or if it is a word derived from a name: *German*,
    *Sri Lankan*.
    """
    asked = fold(name)
    if not name[:1].isupper() or not _LEAST_LETTERS <= len(asked) <= _MOST_LETTERS or asked in printed_names():
        return None
    if state := _names_without_links().get(_without_links(asked)):
        return state
    for allowed in range(1, 3 if len(asked) >= _LONG else 2):
        near = {
            state
            for length in range(len(asked) - allowed, len(asked) + allowed + 1)
            for known, state in _names_by_length().get(length, ())
            if within_edits(asked, known, allowed) and not _is_derived(asked, known)
        }
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _is_derived(word: str, name: str) -> bool:
    if " " in name:
        return word == f"{name}n"
    return word.startswith(name) or name.startswith(word)
