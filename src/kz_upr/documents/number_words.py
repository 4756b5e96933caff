"""Numbers in words, as United Nations documents write them."""

import re

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
    return _value([*words[:-1], _CARDINALS[words[-1]]]) if words and words[-1] in _CARDINALS else None


def cardinal(word: str) -> int | None:
    """The number below a thousand that words mean, or that digits do (*one*, *forty-five*, *23*); None for others."""
    if len(word) > _MOST_LETTERS:
        return None
    return int(word) if word.strip().isdecimal() else _value(_words(word))


def _words(text: str) -> list[str]:
    return re.split(_BETWEEN, text.casefold().strip())


def _value(words: list[str]) -> int | None:
    """The value of *one hundred and twenty-three*; None if the words are not one number."""
    if "hundred" not in words:
        return _below_hundred(words)
    place = words.index("hundred")
    hundreds = 1 if words[:place] in ([], ["a"]) else _below_hundred(words[:place])
    rest = words[place + 1 :]
    below = _below_hundred(rest[1:] if rest[0] == "and" else rest) if rest else 0
    return 100 * hundreds + below if hundreds and hundreds < 10 and below is not None else None


def _below_hundred(words: list[str]) -> int | None:
    """The value of *five*, *fifteen*, *fifty* and *fifty-five*."""
    first, *more = [_VALUES.get(word, 0) for word in words] or [0]
    if not more:
        return first or None
    return first + more[0] if first >= 20 and 0 < more[0] < 10 and len(more) == 1 else None
