"""States: their tables, and the look-up by every name and code that documents use for a State."""

import functools
from collections.abc import Iterator

from kz_upr import bundle
from kz_upr.arguments import expect
from kz_upr.errors import UnknownStateError
from kz_upr.model import RegionalGroup, State
from kz_upr.reference.bundled import read_table
from kz_upr.reference.folding import LONGEST_NAME, fold


@functools.cache
def _states() -> dict[str, State]:
    return read_table("states", State, "iso3", group=RegionalGroup)


def list_states() -> tuple[State, ...]:
    """All States of the package, by ISO3 code: the members of the United Nations and four others."""
    return tuple(_states().values())


def state_by_iso3(code: str) -> State:
    """The State with that ISO 3166-1 alpha-3 code. Raises :class:`~kz_upr.errors.UnknownStateError` if none has it."""
    try:
        return _states()[code]
    except KeyError:
        raise UnknownStateError(code, nearest=lambda: _near_states(code)) from None


def _near_states(name: str) -> tuple[str, ...]:
    """States whose names share a distinctive word with the name, or have one spelt much like it; at most three."""
    import difflib  # only an error needs it

    asked = [word for word in fold(name[:LONGEST_NAME]).split() if len(word) > 3 and word not in _STYLES]
    near: dict[str, float] = {}
    for printed, state in printed_names().items():
        for known in set(printed.split()) - _STYLES:
            for word in asked:
                if word[0] == known[0] and (alike := difflib.SequenceMatcher(None, word, known).ratio()) > 0.79:
                    near[state.name] = max(near.get(state.name, alike), alike)
    return tuple(sorted(near, key=lambda each: (-near[each], each))[:3])


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
    """Forms of a folded name that documents also print: *Korea (Republic of)*, *Bosnia & Herzegovina*."""
    kind, of, land = name.partition(" of ")
    if of and land:
        yield f"{land.removeprefix('the ')} {kind} of"
        yield f"{land.removeprefix('the ')} {kind} of the"
    yield name.replace(" and ", " ")
    yield name.replace(" the ", " ")


#: Words of official names that say what kind of State it is.
_STYLES = frozenset(
    {"commonwealth", "democratic", "federal", "islamic", "kingdom", "people", "plurinational", "republic", "socialist"}
    | {"state", "states"}
)
#: Names that two States have used, or that another government uses which is not a State of the package.
_SHARED_LANDS = frozenset({"china", "congo", "germany", "korea", "viet nam", "vietnam", "yemen"})
_ABBREVIATED = {
    "dem": "democratic",
    "fed": "federated",
    "fyr": "former yugoslav republic",
    "rb": "bolivarian republic",
    "rep": "republic",
    "st": "saint",
    "sts": "states",
}


@functools.cache
def _by_words() -> dict[tuple[str, ...], State]:
    """The names by their words in any order, which distinguish States just as well."""
    return {_words(name): state for name, state in printed_names().items()}


def _words(folded: str) -> tuple[str, ...]:
    full = " ".join(_ABBREVIATED.get(word, word) for word in folded.split())
    return tuple(sorted(word for word in full.split() if word not in ("and", "of", "s", "the")))


def _reordered(folded: str) -> State | None:
    """The State of a name whose words are in another order or are shortened, as in *Congo, Dem. Rep.* or *U.S.A.*.

    A style that is not the official one (*Republic of Ireland*) is accepted if only one State has used the name.
    """
    if all(len(word) == 1 for word in folded.split()):
        letters = folded.replace(" ", "")
        return _codes().get(letters) or printed_names().get(letters)
    words = _words(folded)
    if state := _by_words().get(words):
        return state
    land = tuple(word for word in words if word not in _STYLES)
    return None if " ".join(land) in _SHARED_LANDS or land == words else _by_words().get(land)


@functools.cache
def _codes() -> dict[str, State]:
    return {fold(code): state for state in list_states() for code in (state.iso3, state.iso2, state.m49)}


def named_state(name: str) -> State | None:
    """The State that running text calls by that name; None if it is not the name of a State.

    Unlike :func:`resolve_state`, it accepts no codes: in a document *(AU)* is a union and *(MDG)* are goals.
    """
    return _named(name) if len(name) < 100 else _named.__wrapped__(name)


@functools.lru_cache(maxsize=4096)
def _named(name: str) -> State | None:
    folded = fold(name)
    return printed_names().get(folded) or printed_names().get(folded.replace(" the ", " "))


@functools.cache
def _adjectives() -> dict[str, tuple[State, ...]]:
    entries = bundle.read_json("state-names.json")["adjectives"]
    return {fold(adjective): tuple(map(state_by_iso3, codes)) for adjective, codes in entries.items()}


def states_described_as(adjective: str) -> tuple[State, ...]:
    """The States of an adjective: one for *Dutch*, two for *Congolese*, none for other words."""
    return _adjectives().get(fold(adjective), ())


_resolved: dict[str, State] = {}


def resolve_state(name: str) -> State:
    """The State with that name or code.

    ``name`` is any form that United Nations documents print (today's name, earlier names, with or without *the*, in
    any case, in the six official languages), that ISO, the World Bank or the press use (*Congo, Dem. Rep.*, *Ivory
    Coast*), or an ISO 3166-1 or M49 code. Only whole names match: *Niger* is never *Nigeria*. Raises
    :class:`~kz_upr.errors.UnknownStateError`, a LookupError with the nearest names, and TypeError if ``name`` is not a
    string.

    >>> import kz_upr
    >>> kz_upr.resolve_state("Bolivarian Republic of Venezuela").iso3
    'VEN'
    """
    try:
        return _resolved[name]
    except (KeyError, TypeError):  # not looked up before, or not hashable
        pass
    expect(name, str)
    folded = fold(name)
    state = _codes().get(folded) or printed_names().get(folded) or _reordered(folded)
    if state is None:
        raise UnknownStateError(name, nearest=lambda: _near_states(name))
    if len(_resolved) < 4096:  # bounded, so that no input can fill the memory
        _resolved[name] = state
    return state
