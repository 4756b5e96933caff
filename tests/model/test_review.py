"""A review as a whole: its numbers, its outcome and how it is shown."""

import datetime

import attrs
import pytest

from kz_upr import Coverage, Held, Outcome, Totals
from made_review import REVIEW


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (
            Totals(received=245, supported=214, noted=31),
            "<Totals received 245, supported 214, noted 31, partly None>",
        ),
        (Held(held=3, stated=245), "<Held 3 of 245>"),
        (Held(held=0, stated=0), "<Held 0 of 0>"),
        (Held(held=3), "<Held 3 of an unknown number>"),
        (
            Coverage(recommendations=Held(held=3, stated=245), statements=Held(held=1)),
            "<Coverage recommendations 3 of 245, statements 1 of an unknown number>",
        ),
        (
            Outcome(decision="43/109", date=datetime.date(2020, 3, 12)),
            "<Outcome decision 43/109, 2020-03-12>",
        ),
        (
            attrs.evolve(REVIEW, edition="2026.11"),
            "<Review KAZ-9: Kazakhstan, None, edition 2026.11, 4 of an unknown number recommendations, 3 statements>",
        ),
        (
            attrs.evolve(REVIEW, statements=REVIEW.statements[:1], date=datetime.date(2019, 11, 7)),
            "<Review KAZ-9: Kazakhstan, 2019-11-07, edition None, 4 of an unknown number recommendations, 1 statement>",
        ),
    ],
    ids=str,
)
def test_how_it_is_shown(thing: object, shown: str) -> None:
    assert repr(thing) == shown
