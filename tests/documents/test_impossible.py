"""What a report prints and no review can be is left out with a warning; the rest of the reading stays."""

import datetime

import attrs
import pytest

import kz_upr
from kz_upr import Delegate, Delegation, WarningKind
from kz_upr.documents.impossible import without_impossible
from kz_upr.model import faults_of
from made_readings import a_report

STATES = tuple(map(kz_upr.resolve_state, ("Chile", "Japan", "Togo", "Kazakhstan")))
REVIEW = a_report().review
LATER, EARLIER = datetime.date(2019, 11, 15), datetime.date(2019, 11, 4)


@pytest.mark.parametrize(
    ("fields", "left", "place", "message"),
    [
        (
            {"session_start": LATER, "session_end": EARLIER},
            {"session_start": LATER},
            "session_end",
            "the last day of the session is left out: 2019-11-04 is before session_start, 2019-11-15",
        ),
        (
            {"date": LATER, "adopted": EARLIER},
            {"date": LATER},
            "adopted",
            "the day of the adoption is left out: 2019-11-04 is before date, 2019-11-15",
        ),
        (
            {"troika": (*STATES[:3], kz_upr.resolve_state("Peru"))},
            {"troika": None},
            "troika",
            "the troika is left out: expected at most 3 States, got 4",
        ),
        (
            {"advance_questions": STATES[2:]},
            {"advance_questions": ()},
            "advance_questions",
            "the States that asked in advance are left out: Kazakhstan is the State under review",
        ),
        (
            {"speaking_states": STATES[2:]},
            {"speaking_states": ()},
            "speaking_states",
            "the States that spoke are left out: Kazakhstan is the State under review",
        ),
        (
            {"delegation": Delegation(members=(Delegate(name="Eve Boat"),), stated_size=0)},
            {"delegation": Delegation(members=(Delegate(name="Eve Boat"),))},
            "delegation.stated_size",
            "the size of the delegation is left out: 1 members named, but only 0 stated",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_it_is_left_out(fields: dict[str, object], left: dict[str, object], place: str, message: str) -> None:
    found = without_impossible(attrs.evolve(REVIEW, **fields))  # type: ignore[arg-type]
    (warning,) = found.warnings
    assert found == attrs.evolve(REVIEW, **left)  # type: ignore[arg-type]
    assert faults_of(found) == []
    assert (warning.kind, warning.place, str(warning)) == (WarningKind.INCONSISTENCY, place, message)


def test_a_review_that_can_be_stays_as_it_is() -> None:
    assert without_impossible(REVIEW) is REVIEW
