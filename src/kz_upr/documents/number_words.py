"""Numbers in words, as United Nations documents write them."""

import re

_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def ordinal(word: str) -> int | None:
    """The number that an ordinal means (*34th*, *thirty-fourth*); None if the word is not an ordinal."""
    word = word.casefold().strip()
    if match := re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word):
        return int(match[1])
    if word in _UNITS:
        return _UNITS.index(word) + 1
    match = re.fullmatch(r"([a-z]+?)(?:ieth|y[\s‑-]+([a-z]+))", word)
    if match is None or match[1] not in _TENS or (match[2] and match[2] not in _UNITS[:9]):
        return None
    return _TENS[match[1]] + (_UNITS.index(match[2]) + 1 if match[2] else 0)


def cardinal(word: str) -> int | None:
    """The number that a word or digits mean (*one*, *23*); None if they mean none."""
    if word.isdecimal():
        return int(word)
    return _CARDINALS.index(word.casefold()) + 1 if word.casefold() in _CARDINALS else None
