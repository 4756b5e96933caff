"""Dates as United Nations documents print them."""

import datetime

import pytest

from kz_upr.dates import MONTHS, long_date

NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@pytest.mark.parametrize(("month", "name"), list(enumerate(NAMES, start=1)))
def test_day_month_and_year(month: int, name: str) -> None:
    assert long_date(datetime.date(2020, month, 9)) == f"9 {name} 2020"
    assert MONTHS[month - 1] == name


def test_an_early_year() -> None:
    assert long_date(datetime.date(1, 12, 31)) == "31 December 1"


def test_months_do_not_follow_the_locale() -> None:
    """The date is not asked to format itself, which it would do in the language of the program."""

    class Date(datetime.date):
        def strftime(self, format: str) -> str:
            raise AssertionError(format)

        __format__ = strftime

    assert long_date(Date(2019, 11, 7)) == "7 November 2019"
