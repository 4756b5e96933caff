"""What the words of a query mean: themes, affected persons, instruments and States, by all of their names."""

import bisect
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kz_upr.model import AffectedPersons, Instrument, State, Theme
from kz_upr.reference.edits import within_edits
from kz_upr.reference.instruments import list_instruments
from kz_upr.reference.lookup import everyday_words
from kz_upr.reference.persons import list_affected_persons, names_of_persons
from kz_upr.reference.states import list_states, named_state, printed_names, resolve_state, states_described_as
from kz_upr.reference.themes import list_themes
from kz_upr.reference.words import COMMON, stem, words

Meaning = Theme | AffectedPersons | Instrument | State


class Phrase(NamedTuple):
    """Consecutive words of a query and what they mean; nothing if they are only words.

    ``typed`` are the same words as they were written, where ``words`` are spelt correctly; ``stands_for`` are the words
    of documents for an everyday word.
    """

    words: tuple[str, ...]
    meanings: tuple[Meaning, ...] = ()
    typed: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether it is only words."""
        return not self.meanings and not self.stands_for


@functools.cache
def _meanings() -> dict[tuple[str, ...], tuple[Meaning, ...]]:
    found: dict[tuple[str, ...], dict[Meaning, None]] = {}
    for name, meaning in _names():
        if key := _key(name):
            found.setdefault(key, {})[meaning] = None
    meanings = {key: tuple(things) for key, things in found.items()}
    everyday = {_key(entry["words"]): _key(entry["means"]) for entry in everyday_words()}
    for key, meant in everyday.items():  # what it means may be an everyday word too
        meanings.setdefault(key, meanings.get(meant) or meanings.get(everyday.get(meant, ()), ()))
    return meanings


@functools.cache
def _stands_for() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words of documents for everyday words, if they say more than the label of a theme."""
    labels = {_key(name) for theme in list_themes() for name in (theme.id, theme.label, *theme.other_labels)}
    return {
        _key(entry["words"]): tuple(word for word in words(entry["means"]) if word not in COMMON | _FILLERS)
        for entry in everyday_words()
        if _key(entry["means"]) not in labels
    }


def _names() -> Iterator[tuple[str, Meaning]]:
    for theme in list_themes():
        yield from ((name, theme) for name in (theme.label, *theme.other_labels, *theme.search_words))
    for persons in list_affected_persons():
        yield from ((name, persons) for name in names_of_persons(persons))
    for instrument in list_instruments():
        names = (instrument.id, instrument.official_name, *instrument.other_names)
        yield from ((name, instrument) for name in names)


def _key(name: str) -> tuple[str, ...]:
    """The stems that find a name: of its words without those that occur everywhere or in every question."""
    said = [word for word in words(name) if word not in COMMON]
    return tuple(stem(word) for word in said if word not in _FILLERS) or tuple(map(stem, said))


@functools.cache
def _words_of_names() -> list[str]:
    names = (*(name for name, _ in _names()), *(entry["words"] for entry in everyday_words()))
    return sorted({word for name in names for word in words(name)})


@functools.cache
def _longest() -> int:
    return max(map(len, _meanings()))


@functools.cache
def _longest_state() -> int:
    return max(len(name.split()) for name in printed_names())


def phrases(query: str, known: Sequence[Sequence[str]]) -> list[Phrase]:
    """The States of a query, then its other phrases, the longest that mean something first, then single words.

    ``known`` are sorted lists of the words that occur anywhere; a word that is neither known nor part of a name is
    taken for the most similar one that is.
    """
    typed = [stripped for word in query.replace("-", " ").split() if (stripped := word.strip("?!.,;:'\"()"))]
    if query.isupper() and len(typed) > 1:  # AND is a word here, not Andorra
        typed = [word.lower() if word.lower() in COMMON | _FILLERS else word for word in typed]
    found: list[Phrase] = []
    rest: list[str] = []
    position = 0
    while position < len(typed):
        for length in range(min(_longest_state(), len(typed) - position), 0, -1):
            end = position + length
            after = " ".join(typed[end : end + 1]).casefold()
            if states := _states_called(" ".join(typed[position:end]), after):
                found.append(Phrase((), states))
                position = end
                break
        else:
            rest.append(typed[position])
            position += 1
    asked = [word for word in words(" ".join(rest)) if word not in COMMON] or words(" ".join(rest))
    telling = [word for word in asked if word not in _FILLERS] or ([] if found else asked)
    return found + _phrases_of(telling, [_spelt(word, known) for word in telling])


def _states_called(name: str, after: str) -> tuple[State, ...]:
    """The State of that name or abbreviation, or the States of an adjective before a word such as *recommendations*.

    Other adjectives say something else: *teaching in Uzbek*.
    """
    name = re.sub("['’]s$", "", name)  # France's recommendations
    state = named_state(name) if len(name) > 3 else _by_abbreviation().get(name)
    if state is not None:
        return (state,)
    return states_described_as(name) if after.rstrip("s'’") in _SAYINGS else ()


_SAYINGS = frozenset(
    {"comment", "concern", "delegation", "demand", "government", "position", "proposal", "question", "recommendation"}
    | {"request", "statement", "suggestion"}
)


#: Words of questions that do not say what is asked for.
_FILLERS = frozenset("""
    able about across after against allowed also am anyone anything are ask asked asking asks at be because been
    before being between but by call called calls can combat combating comment comments concerning concerns could
    countries country delegation demand demands did do does doing done during even ever every everyone fight
    fighting get getting give giving good had happen happened has have having hold how human i if is issue issues it
    just kazakh kazakhstan kazakhstani less let like list made make makes many me mention mentioned mentions more
    most much must need needs never no not nothing now only ordinary other over people please problem problems
    proposal proposals really recommend recommendation recommendations recommended recommends regarding request
    requests right rights said say says should show so some something statement statements still suggest suggested
    tackle tackling take taken takes tell than that them there these they thing things this those through too took
    under up urge urged use used very want wanted wants was way ways we were what when where which while who whom
    whose why will within without would you your
""".split())  # fmt: skip  # noqa: SIM905


def _phrases_of(typed: list[str], asked: list[str]) -> list[Phrase]:
    roots = [stem(word) for word in asked]
    found: list[Phrase] = []
    position = 0
    while position < len(asked):
        for length in range(min(_longest(), len(asked) - position), 0, -1):
            end = position + length
            key = tuple(roots[position:end])
            meanings, stands_for = _meanings().get(key, ()), _stands_for().get(key, ())
            if meanings or stands_for or length == 1:
                found.append(Phrase(tuple(asked[position:end]), meanings, tuple(typed[position:end]), stands_for))
                position = end
                break
    return found


def _spelt(word: str, known: Sequence[Sequence[str]]) -> str:
    """The word, or the most similar one, of the same first letter, if none begins with it or shares its stem.

    A number is never taken for another.
    """
    lists = (*known, _words_of_names())
    if (
        len(word) < 5
        or word[0].isdecimal()
        or stem(word) in _stems_of_names()
        or any(_begins(word, one) for one in lists)
    ):
        return word
    for allowed in (1, 2) if len(word) > 7 else (1,):
        for one in lists:
            first, last = bisect.bisect_left(one, word[0]), bisect.bisect_left(one, chr(ord(word[0]) + 1))
            for other in one[first:last]:
                close = abs(len(other) - len(word)) <= allowed and within_edits(word, other, allowed)
                if close and other not in _FILLERS:
                    return other
    return word


def _begins(word: str, known: Sequence[str]) -> bool:
    place = bisect.bisect_left(known, word)
    return place < len(known) and known[place].startswith(word)


@functools.cache
def _stems_of_names() -> frozenset[str]:
    return frozenset(root for key in _meanings() for root in key)


@functools.cache
def _by_abbreviation() -> dict[str, State]:
    short = {state.iso3: state for state in list_states()}
    return short | {name: resolve_state(name) for name in ("UK", "US", "UAE")}
