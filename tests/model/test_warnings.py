"""Warnings: their kinds, and those of damage first."""

import pytest

from kz_upr import ReadingWarning, WarningKind
from kz_upr.model import WarningMaker, damage_first, damage_in, damaged, difference, inconsistent, is_damaged, unread

TORN, ODD = damaged("torn", "page 3", "page 3 is torn"), inconsistent("odd", "9.1", "9.1 is odd")


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (damaged, WarningKind.DAMAGE),
        (inconsistent, WarningKind.INCONSISTENCY),
        (unread, WarningKind.UNREAD),
        (difference, WarningKind.DIFFERENCE),
    ],
)
def test_the_kinds_of_warnings(make: WarningMaker, kind: WarningKind) -> None:
    made = make("a-code", "9.1", "what was found")

    assert made == ReadingWarning(kind=kind, code="a-code", place="9.1", message="what was found")
    assert str(made) == "what was found"
    assert is_damaged([made]) is (kind is WarningKind.DAMAGE)


def test_damage_comes_first_and_each_warning_once() -> None:
    other = unread("blank", "9.2", "9.2 is blank")

    assert damage_first([ODD, TORN, other, ODD, TORN]) == (TORN, ODD, other)
    assert damage_in([ODD, TORN, other]) == [TORN]
    assert (is_damaged([]), is_damaged([ODD, TORN])) == (False, True)
