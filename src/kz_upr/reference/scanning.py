"""States named in running text."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from kz_upr.model import State
from kz_upr.reference.folding import fold
from kz_upr.reference.letters import INVISIBLE
from kz_upr.reference.states import printed_names

_SUPERSCRIPTS = "²³¹⁰⁴-⁹"
#: A word, which invisible characters do not divide; the mark of a note is not part of it: *Spain2*, *Spain²*.
#: Compiled when first used.
_WORD = rf"[^\W\d_{_SUPERSCRIPTS}](?:[^\W\d_{_SUPERSCRIPTS}]|[{INVISIBLE}])*|\d+"


class _Word(NamedTuple):
    start: int
    end: int
    folded: str


class _Name(NamedTuple):
    """The words from ``first`` up to ``following`` name the State."""

    first: int
    following: int
    state: State


@functools.cache
def _longest_by_first_word() -> dict[str, int]:
    """For every word that begins a printed name, the number of words in the longest such name."""
    longest: dict[str, int] = {}
    for name in printed_names():
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def find_states(text: str) -> Iterator[tuple[int, int, State]]:
    """Every State named in a text, from left to right, as (start, end, State).

    Of several names the longest counts, unless a shorter one and the next name together are longer still: *Chile,
    Republic of Korea* names two States, *Korea, Republic of* one.
    """
    words = [_Word(match.start(), match.end(), fold(match.group())) for match in re.finditer(_WORD, text)]
    position = 0
    while position < len(words):
        names = list(_names_at(text, words, position))
        if not names:
            position += 1
            continue
        name = next((shorter for shorter in names[1:] if _leaves_fewer_words(text, words, shorter, names[0])), names[0])
        start, end = words[position].start, words[name.following - 1].end
        end += text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")"
        yield start, end, name.state
        position = name.following


def _names_at(text: str, words: list[_Word], first: int) -> Iterator[_Name]:
    """The names that begin with a word, the longest first."""
    start = words[first].start
    longest = min(_longest_by_first_word().get(words[first].folded, 0), len(words) - first)
    for following in range(first + longest, first, -1):
        state = printed_names().get(" ".join(word.folded for word in words[first:following]))
        printed = text[start : words[following - 1].end]
        if state is None or printed.islower():  # "turkey" is a bird, "Turkey" a State
            continue
        if not re.search(r"[;:]|\.\s", printed.replace("St. ", "")):
            yield _Name(first, following, state)


def _leaves_fewer_words(text: str, words: list[_Word], shorter: _Name, longest: _Name) -> bool:
    """Whether another State's name begins right after the shorter one and continues after the end of the longest."""
    following = next(_names_at(text, words, shorter.following), None) if shorter.following < len(words) else None
    if following is None or following.following <= longest.following:
        return False
    return "," not in text[words[following.first].start : words[following.following - 1].end]
