"""What the words of a query mean: themes, affected persons, instruments and States, by all of their names."""

import functools
from collections.abc import Iterable
from typing import NamedTuple

from kz_upr import bundle
from kz_upr.model import AffectedPersons, Instrument, State, Theme
from kz_upr.reference.edits import within_edits
from kz_upr.reference.instruments import list_instruments
from kz_upr.reference.persons import list_affected_persons
from kz_upr.reference.states import list_states, named_state
from kz_upr.reference.themes import list_themes
from kz_upr.reference.words import COMMON, stems

Meaning = Theme | AffectedPersons | Instrument | State


class Phrase(NamedTuple):
    """Consecutive words of a query, as stems, and what they mean; nothing if they are only words."""

    stems: tuple[str, ...]
    meanings: tuple[Meaning, ...] = ()


@functools.cache
def _meanings() -> dict[tuple[str, ...], tuple[Meaning, ...]]:
    found: dict[tuple[str, ...], dict[Meaning, None]] = {}

    def add(name: str, meaning: Meaning) -> None:
        key = tuple(stem for stem in stems(name) if stem not in COMMON)
        if key:
            found.setdefault(key, {})[meaning] = None

    for theme in list_themes():
        for name in (theme.label, *theme.other_labels, *theme.search_words):
            add(name, theme)
    for persons in list_affected_persons():
        for name in (persons.label, *persons.other_labels):
            add(name, persons)
    for instrument in list_instruments():
        for name in (instrument.id, instrument.official_name, *instrument.other_names):
            add(name, instrument)
    meanings = {key: tuple(things) for key, things in found.items()}
    for entry in bundle.read_json("synonyms.json")["synonyms"]:
        key = tuple(stem for stem in stems(entry["words"]) if stem not in COMMON)
        means = tuple(stem for stem in stems(entry["means"]) if stem not in COMMON)
        meanings.setdefault(key, meanings.get(means, ()))
    return meanings


@functools.cache
def _longest() -> int:
    return max(map(len, _meanings()))


def phrases(query: str, known: Iterable[str]) -> list[Phrase]:
    """The phrases of a query, the longest that mean something first, then single words.

    ``known`` are the stems that occur anywhere; a word that is neither known nor part of a name is taken for the most
    similar one that is.
    """
    words = [word for word in query.replace("-", " ").split() if word.strip("?!.,;:'\"")]
    found: list[Phrase] = []
    rest: list[str] = []
    position = 0
    while position < len(words):
        for length in range(min(5, len(words) - position), 0, -1):
            name = " ".join(words[position : position + length]).strip("?!.,;:'\"")
            state = named_state(name) if len(name) > 3 else _by_abbreviation().get(name)
            if state is not None:
                found.append(Phrase((), (state,)))
                position += length
                break
        else:
            rest.append(words[position])
            position += 1
    return found + _phrases_of(_spelt(stems(" ".join(rest)), known))


def _phrases_of(asked: list[str]) -> list[Phrase]:
    asked = [stem for stem in asked if stem not in COMMON] or asked
    found: list[Phrase] = []
    position = 0
    while position < len(asked):
        for length in range(min(_longest(), len(asked) - position), 0, -1):
            key = tuple(asked[position : position + length])
            if meanings := _meanings().get(key):
                found.append(Phrase(key, meanings))
                position += length
                break
        else:
            found.append(Phrase((asked[position],)))
            position += 1
    return found


def _spelt(asked: list[str], known: Iterable[str]) -> list[str]:
    known = set(known)
    return [
        stem if stem in known or stem in COMMON or stem in _words_of_names() or len(stem) < 5 else _similar(stem, known)
        for stem in asked
    ]


def _similar(word: str, known: set[str]) -> str:
    """The word of the same beginning that differs least, by one letter or, if it is long, by two; or itself."""
    if any(other.startswith(word) for other in known):
        return word
    for allowed in (1, 2) if len(word) > 7 else (1,):
        for other in sorted(known | _words_of_names()):
            if other[:1] == word[:1] and within_edits(word, other, allowed):
                return other
    return word


@functools.cache
def _words_of_names() -> frozenset[str]:
    return frozenset(stem for key in _meanings() for stem in key)


@functools.cache
def _by_abbreviation() -> dict[str, State]:
    """States by the abbreviations that people write in capitals: *UK*, *USA*, *UAE*."""
    short = {state.iso3: state for state in list_states()}
    return short | {name: state for name in ("UK", "US", "UAE") if (state := named_state(name))}
