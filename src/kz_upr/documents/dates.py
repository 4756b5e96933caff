"""Dates read from the text of United Nations documents."""

import datetime
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

from kz_upr.dates import MONTHS
from kz_upr.numbers import DASH

#: A first and a last day.
Span: TypeAlias = tuple[datetime.date, datetime.date]

_MONTH = "(?i:" + "|".join(MONTHS) + ")"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DATE = re.compile(rf"\b{_DAY}\s+({_MONTH}),?\s*(\d{{4}})\b")
_DAY_ONLY = re.compile(rf"\b{_DAY}\s+({_MONTH})\b")
#: A span, which may be printed with two first days: *28 April 7 to 9 May 2014*.
_SPAN = re.compile(
    rf"(?P<before>\b\d{{1,2}}(?:\s+(?:{_MONTH}))?(?:\s+\d{{4}})?,?\s+)?"
    rf"\b{_DAY}(?:\s+({_MONTH}))?(?:\s+(\d{{4}}))?\s*(?:to|{DASH}|and)\s*{_DAY}\s+({_MONTH})\s+(\d{{4}})\b"
)


def find_date(text: str) -> datetime.date | None:
    """The first full date in a text; None if there is none."""
    for match in _DATE.finditer(text):
        date = _date(match[1], match[2], match[3])
        if date is not None:
            return date
    return None


def find_day(text: str, within: Span) -> datetime.date | None:
    """The first day that is printed without a year (*on 24 January*) and lies within a span; None if there is none."""
    first, last = within
    for match in _DAY_ONLY.finditer(text):
        for year in range(first.year, last.year + 1):
            date = _date(match[1], match[2], str(year))
            if date is not None and first <= date <= last:
                return date
    return None


def find_span(text: str) -> Span | None:
    """The first span of days in a text (*from 8 to 19 February 2010*).

    None if there is none, or if it is printed with two first days (*from 28 April 7 to 9 May 2014*).
    """
    for match in _SPAN.finditer(text):
        if match["before"]:
            return None
        if (span := _span(match)) is not None:
            return span
    return None


def _span(match: re.Match[str]) -> Span | None:
    """The days of a printed span; None if it runs backwards, or if one of them does not exist."""
    _, start_day, start_month, start_year, end_day, end_month, end_year = match.groups()
    start = _date(start_day, start_month or end_month, start_year or end_year)
    end = _date(end_day, end_month, end_year)
    return (start, end) if start is not None and end is not None and start <= end else None


def contradictions(text: str, session: Span | None, days: Mapping[str, datetime.date | None]) -> Iterator[str]:
    """What cannot be right about the days of a review.

    ``text`` is what the document prints of them; ``days`` are the review, its adoption, and the date of the document,
    in this order. The first two lie in the session. What is None agrees with everything.
    """
    for match in _SPAN.finditer(text):
        if match["before"]:
            yield f"a date range has two first days: “{match.group()}”"
        elif _span(match) is None:
            yield f"a date range runs backwards: “{match.group()}”"
    known = [(name, day) for name, day in days.items() if day is not None]
    for name, day in known:
        if session is not None and name in ("review", "adoption") and not session[0] <= day <= session[1]:
            yield f"the {name} ({day}) is not within the session ({session[0]} to {session[1]})"
    for (first, day), (second, later) in pairwise(known):
        if later < day:
            yield f"the {second} ({later}) is before the {first} ({day})"


def _date(day: str, month: str, year: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), MONTHS.index(month.capitalize()) + 1, int(day))
    except ValueError:
        return None
