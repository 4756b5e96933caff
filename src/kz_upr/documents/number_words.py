"""Numbers in words, as United Nations documents write them."""

import functools
import re
from itertools import product

from kz_upr.numbers import DASH

_BELOW_TWENTY = {
    "one": "first", "two": "second", "three": "third", "four": "fourth", "five": "fifth", "six": "sixth",
    "seven": "seventh", "eight": "eighth", "nine": "ninth", "ten": "tenth", "eleven": "eleventh",
    "twelve": "twelfth", "thirteen": "thirteenth", "fourteen": "fourteenth", "fifteen": "fifteenth",
    "sixteen": "sixteenth", "seventeen": "seventeenth", "eighteen": "eighteenth", "nineteen": "nineteenth",
}  # fmt: skip
_TENS = {
    "twenty": "twentieth", "thirty": "thirtieth", "forty": "fortieth", "fifty": "fiftieth",
    "sixty": "sixtieth", "seventy": "seventieth", "eighty": "eightieth", "ninety": "ninetieth",
}  # fmt: skip
_VALUES = dict(zip(_BELOW_TWENTY, range(1, 20), strict=True)) | dict(zip(_TENS, range(20, 100, 10), strict=True))
_CARDINALS = {counted: word for word, counted in (_BELOW_TWENTY | _TENS | {"hundred": "hundredth"}).items()}

_BETWEEN = rf"(?:\s|{DASH}){{1,3}}"  # bounded, as is the number of words: a long text takes linear time
_A_WORD = rf"(?:{'|'.join(sorted([*_VALUES, 'hundred'], key=len, reverse=True))})"

#: A number in digits or words, as a part of another pattern; :func:`cardinal` gives the value of what it matches.
NUMBER = rf"\b(?:\d{{1,3}}|(?i:(?:a\s(?=hundred))?{_A_WORD}(?:{_BETWEEN}(?:and{_BETWEEN})?{_A_WORD}){{0,3}}))\b"

#: More letters than any number below a thousand has.
_MOST_LETTERS = 60


def ordinal(word: str) -> int | None:
    """The number that an ordinal means (*34th*, *thirty-fourth*); None if the word is not an ordinal."""
    if len(word) > _MOST_LETTERS:
        return None
    if match := re.fullmatch(r"(\d{1,3})\s?(?:st|nd|rd|th)", word.casefold().strip()):
        return int(match[1])
    words = _words(word)
    return _numbers().get(" ".join([*words[:-1], _CARDINALS.get(words[-1], "")]))


def cardinal(word: str) -> int | None:
    """The number below a thousand that words mean, or that digits do (*one*, *forty-five*, *23*); None for others."""
    if len(word) > _MOST_LETTERS:
        return None
    return int(word) if word.strip().isdecimal() else _numbers().get(" ".join(_words(word)))


def _words(text: str) -> list[str]:
    return re.split(_BETWEEN, text.casefold().strip())


@functools.cache
def _numbers() -> dict[str, int]:
    """All numbers below a thousand, with and without *and*: *five*, *fifty five*, *one hundred and five*."""
    units = {word: _VALUES[word] for word in list(_BELOW_TWENTY)[:9]}
    below = _VALUES | {f"{tens} {unit}": _VALUES[tens] + units[unit] for tens in _TENS for unit in units}
    hundreds = {"hundred": 100, "a hundred": 100} | {f"{unit} hundred": 100 * value for unit, value in units.items()}
    both = product(hundreds, (" ", " and "), below)
    return below | hundreds | {hundred + joint + rest: hundreds[hundred] + below[rest] for hundred, joint, rest in both}
