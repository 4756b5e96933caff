"""Dates as United Nations documents print them."""

import datetime

#: The names of the months; not strftime's, which follow the locale of the program.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(date: datetime.date) -> str:
    """A date in the form ``7 November 2019``."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"
