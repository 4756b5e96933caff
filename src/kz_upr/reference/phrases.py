"""What the words of a query mean: themes, affected persons, instruments and States, by all of their names."""

import bisect
import functools
from collections.abc import Sequence
from typing import NamedTuple

from kz_upr import bundle
from kz_upr.model import AffectedPersons, Instrument, State, Theme
from kz_upr.reference.edits import within_edits
from kz_upr.reference.instruments import list_instruments
from kz_upr.reference.persons import list_affected_persons
from kz_upr.reference.states import list_states, named_state
from kz_upr.reference.themes import list_themes
from kz_upr.reference.words import COMMON, stem, stems

Meaning = Theme | AffectedPersons | Instrument | State


class Phrase(NamedTuple):
    """Consecutive words of a query, as stems, and what they mean; nothing if they are only words."""

    stems: tuple[str, ...]
    meanings: tuple[Meaning, ...] = ()


@functools.cache
def _meanings() -> dict[tuple[str, ...], tuple[Meaning, ...]]:
    found: dict[tuple[str, ...], dict[Meaning, None]] = {}

    def add(name: str, meaning: Meaning) -> None:
        key = tuple(word for word in stems(name) if word not in COMMON)
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
        key = tuple(word for word in stems(entry["words"]) if word not in COMMON)
        means = tuple(word for word in stems(entry["means"]) if word not in COMMON)
        meanings.setdefault(key, meanings.get(means, ()))
    return meanings


@functools.cache
def _longest() -> int:
    return max(map(len, _meanings()))


def phrases(query: str, known: Sequence[Sequence[str]]) -> list[Phrase]:
    """The States of a query, then its other phrases, the longest that mean something first, then single words.

    ``known`` are sorted lists of the stems that occur anywhere; a word that is neither known nor part of a name is
    taken for the most similar one that is.
    """
    words = [stripped for word in query.replace("-", " ").split() if (stripped := word.strip("?!.,;:'\"()"))]
    found: list[Phrase] = []
    rest: list[str] = []
    position = 0
    while position < len(words):
        for length in range(min(5, len(words) - position), 0, -1):
            name = " ".join(words[position : position + length])
            state = named_state(name) if len(name) > 3 else _by_abbreviation().get(name)
            if state is not None:
                found.append(Phrase((), (state,)))
                position += length
                break
        else:
            rest.append(words[position])
            position += 1
    asked = [_spelt(word, known) for word in stems(" ".join(rest)) if word not in _FILLERS]
    return found + _phrases_of(asked)


#: Words of questions that do not say what is asked for.
_FILLERS = {stem(word) for word in (
    "about", "ask", "asked", "be", "been", "by", "can", "combat", "combating", "concerning", "could", "did",
    "do", "does", "fight", "fighting", "for", "from", "give", "had", "has", "have", "how", "is", "issue",
    "issues", "kazakhstan", "list", "me", "must", "on", "please", "recommend", "recommendation",
    "recommendations", "recommended", "regarding", "said", "say", "show", "should", "suggest", "suggested",
    "tackle", "tackling", "that", "there", "they", "use", "used", "was", "were", "what", "when", "where",
    "which", "who", "why", "will", "would",
)}  # fmt: skip


def _phrases_of(asked: list[str]) -> list[Phrase]:
    asked = [word for word in asked if word not in COMMON] or asked
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


def _spelt(word: str, known: Sequence[Sequence[str]]) -> str:
    """The word, or the one most similar to it if nothing begins with it: of the same first letter, one letter apart."""
    lists = (*known, _words_of_names())
    if len(word) < 5 or word in COMMON or any(_begins(word, words) for words in lists):
        return word
    for allowed in (1, 2) if len(word) > 7 else (1,):
        for words in lists:
            first, last = bisect.bisect_left(words, word[0]), bisect.bisect_left(words, chr(ord(word[0]) + 1))
            for other in words[first:last]:
                if abs(len(other) - len(word)) <= allowed and within_edits(word, other, allowed):
                    return other
    return word


def _begins(word: str, words: Sequence[str]) -> bool:
    place = bisect.bisect_left(words, word)
    return place < len(words) and words[place].startswith(word)


@functools.cache
def _words_of_names() -> list[str]:
    return sorted({word for key in _meanings() for word in key})


@functools.cache
def _by_abbreviation() -> dict[str, State]:
    """States by the abbreviations that people write in capitals: *UK*, *USA*, *UAE*."""
    short = {state.iso3: state for state in list_states()}
    return short | {name: state for name in ("UK", "US", "UAE") if (state := named_state(name))}
