"""Dates read from the text of United Nations documents."""

import datetime
import re

from kz_upr.dates import MONTHS

_MONTH = "|".join(MONTHS)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DATE = re.compile(rf"\b{_DAY}\s+({_MONTH}),?\s+(\d{{4}})\b")
_SPAN = re.compile(
    rf"\b{_DAY}(?:\s+({_MONTH}))?(?:\s+(\d{{4}}))?\s*(?:to|[-–—]|and)\s*{_DAY}\s+({_MONTH})\s+(\d{{4}})\b"
)


def find_date(text: str) -> datetime.date | None:
    """The first full date in a text; None if there is none."""
    for match in _DATE.finditer(text):
        date = _date(match[1], match[2], match[3])
        if date is not None:
            return date
    return None


def find_span(text: str) -> tuple[datetime.date, datetime.date] | None:
    """The first span of days in a text (*from 8 to 19 February 2010*); None if there is none."""
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
