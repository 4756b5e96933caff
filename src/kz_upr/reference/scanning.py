"""States named in running text."""

import functools
import re
from collections.abc import Iterator

from kz_upr.model import State
from kz_upr.reference.folding import fold
from kz_upr.reference.states import printed_names


@functools.cache
def _longest_by_first_word() -> dict[str, int]:
    """For every word that begins a printed name, the number of words in the longest such name."""
    longest: dict[str, int] = {}
    for name in printed_names():
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def find_states(text: str) -> Iterator[tuple[int, int, State]]:
    """Every State named in a text, from left to right, as (start, end, State); of several names the longest counts."""
    words = [(match.start(), match.end(), fold(match.group())) for match in re.finditer(r"[^\W_]+", text)]
    names, longest = printed_names(), _longest_by_first_word()
    position = 0
    while position < len(words):
        start, _, first = words[position]
        for length in range(longest.get(first, 0), 0, -1):
            end = words[min(position + length, len(words)) - 1][1]
            state = names.get(" ".join(word for _, _, word in words[position : position + length]))
            if state is None or text[start:end].islower():  # "turkey" is a bird, "Turkey" a State
                continue
            if not re.search(r"[;:]|\.\s", text[start:end].replace("St. ", "")):
                end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
                yield start, end, state
                position += length
                break
        else:
            position += 1
