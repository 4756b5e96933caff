"""Dates, ordinals and cycles as United Nations documents write them."""

import datetime
import re

from kz_upr.citing import MONTHS

_MONTH = "|".join(MONTHS)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DATE = re.compile(rf"\b{_DAY}\s+({_MONTH}),?\s+(\d{{4}})\b")
_SPAN = re.compile(
    rf"\b{_DAY}(?:\s+({_MONTH}))?(?:\s+(\d{{4}}))?\s*(?:to|[-–—]|and)\s*{_DAY}\s+({_MONTH})\s+(\d{{4}})\b"
)

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

#: The first session of the Working Group in each cycle: 2008, 2012, 2017, 2022.
_FIRST_SESSIONS = ((41, 4), (27, 3), (13, 2), (1, 1))
_LAST_SESSION = 54


def find_date(text: str) -> datetime.date | None:
    """The first full date in a text, None where there is none."""
    for match in _DATE.finditer(text):
        date = _date(match[1], match[2], match[3])
        if date is not None:
            return date
    return None


def find_span(text: str) -> tuple[datetime.date, datetime.date] | None:
    """The first span of days (*from 8 to 19 February 2010*), None where there is none."""
    for match in _SPAN.finditer(text):
        start_day, start_month, start_year, end_day, end_month, end_year = match.groups()
        start = _date(start_day, start_month or end_month, start_year or end_year)
        end = _date(end_day, end_month, end_year)
        if start is not None and end is not None and start <= end:
            return start, end
    return None


def _date(day: str, month: str, year: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def ordinal(word: str) -> int | None:
    """The number of an ordinal (*34th*, *thirty-fourth*), None where it is none."""
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
    """The number of a word or of digits (*one*, *23*), None where it is none."""
    if word.isdecimal():
        return int(word)
    return _CARDINALS.index(word.casefold()) + 1 if word.casefold() in _CARDINALS else None


def cycle_of(session: int | None) -> int | None:
    """The cycle of a session of the Working Group; None for none that is known (1 to 54).

    The first cycle held sessions 1 to 12, the second 13 to 26, the third 27 to 40, the fourth 41 to 54.
    """
    if session is None or not 1 <= session <= _LAST_SESSION:
        return None
    return next(cycle for first, cycle in _FIRST_SESSIONS if session >= first)
