"""Objects made by a program may hold anything; the rules are then not checked, since they would not hold."""

import datetime
from typing import Any

import attrs
import pytest

from kz_upr import (
    Review,
    SpeakerKind,
)
from kz_upr.model import faults_of
from made_faults import FRA, PER, a_review, changed, with_clause
from strategies import CLASSES


@pytest.mark.parametrize(
    ("fields", "path", "fault"),
    [
        ({"cycle": "3"}, "$.cycle", "expected an integer up to 1,000,000, got str '3'"),
        ({"cycle": True}, "$.cycle", "expected an integer up to 1,000,000, got bool True"),
        ({"cycle": 3.0}, "$.cycle", "expected an integer up to 1,000,000, got float 3.0"),
        ({"cycle": 1_000_001}, "$.cycle", "expected an integer up to 1,000,000, got int 1000001"),
        (
            {"speakers": -(10**4000)},
            "$.speakers",
            "expected an integer up to 1,000,000 or None, got int -10**18 or less",
        ),
        (
            {"venue": SpeakerKind.NGO},
            "$.venue",
            "expected a string or None, got SpeakerKind <SpeakerKind.NGO: 'NGO'>",
        ),
        ({"venue": b"Geneva"}, "$.venue", "expected a string or None, got bytes b'Geneva'"),
        ({"state": "KAZ"}, "$.state", "expected a State, got str 'KAZ'"),
        ({"troika": [FRA]}, "$.troika", "expected a tuple or None, got list [<State FRA France>]"),
        ({"troika": (FRA, "PER")}, "$.troika[1]", "expected a State, got str 'PER'"),
        ({"notes": None}, "$.notes", "expected a tuple, got NoneType None"),
        (
            {"date": datetime.datetime(2019, 11, 7)},
            "$.date",
            "expected a date or None, got datetime datetime.datetime(2019, 11, 7, 0, 0)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_a_field_of_another_type(fields: dict[str, Any], path: str, fault: str) -> None:
    assert faults_of(a_review(**fields)) == [(path, fault)]


def test_every_such_field_is_named_and_nothing_else() -> None:
    wrong = with_clause(states=("FRA", PER), summary=3)
    assert faults_of(changed(wrong, cycle=0, id=None)) == [
        ("$.id", "expected a string, got NoneType None"),
        ("$.recommendations[1].clauses[1].summary", "expected a string or None, got int 3"),
        ("$.recommendations[1].clauses[1].states[0]", "expected a State, got str 'FRA'"),
    ]


@pytest.mark.parametrize("cls", [*CLASSES, Review], ids=lambda cls: cls.__name__)
def test_of_every_field_of_every_class(cls: type[Any]) -> None:
    names = [field.name for field in attrs.fields(cls)]
    faults = faults_of(cls(**dict.fromkeys(names, object)))
    assert [path for path, _ in faults] == [f"$.{name}" for name in names]
