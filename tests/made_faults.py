"""A small review that keeps every rule, and changes of it that break one."""

import datetime
import re
from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
import pytest

import kz_upr
from kz_upr import (
    Action,
    Citation,
    Clause,
    Discrepancy,
    Held,
    InvalidDocumentError,
    Manner,
    NamedInstrument,
    Note,
    Point,
    Position,
    PositionValue,
    Recommendation,
    Review,
    Speaker,
    SpeakerKind,
    Stage,
    Statement,
    Totals,
)
from kz_upr.model import faults_of

KAZ, FRA, PER = (kz_upr.resolve_state(code) for code in ("KAZ", "FRA", "PER"))
SOURCE = kz_upr.Source(id="report", kind=kz_upr.SourceKind.WORKING_GROUP_REPORT, title="Report")
TORTURE = kz_upr.resolve_theme("torture")
GIRLS = kz_upr.resolve_affected_persons("girls")
HERE = (Citation(source=SOURCE, locator="para. 1"),)


def answer(value: PositionValue, stage: Stage = Stage.COUNCIL, **more: Any) -> Position:
    return attrs.evolve(Position(value=value, stage=stage, citations=HERE), **more)


def named(id: str, manner: Manner) -> NamedInstrument:
    return NamedInstrument(instrument=kz_upr.resolve_instrument(id), manner=manner)


def recommendation(number: str, **fields: Any) -> Recommendation:
    made = Recommendation(
        id=f"KAZ-3-{number}",
        number=number,
        clauses=(Clause(actions=(Action.RATIFY,), summary="Ratify the treaty.", states=(FRA,)),),
        positions=(answer(PositionValue.NOTED, Stage.WORKING_GROUP), answer(PositionValue.SUPPORTED)),
        citations=HERE,
    )
    return attrs.evolve(made, **fields)


def point(id: str, **fields: Any) -> Point:
    return attrs.evolve(Point(id=id, act=kz_upr.Act.COMMENDS, summary="praised the progress."), **fields)


def statement(id: str, **fields: Any) -> Statement:
    made = Statement(
        id=id,
        speaker=Speaker(kind=SpeakerKind.STATE, name="France", states=(FRA,)),
        setting=kz_upr.Setting.INTERACTIVE_DIALOGUE,
        points=(point(f"{id}-p1"),),
        citations=HERE,
    )
    return attrs.evolve(made, **fields)


def day(month: int, day: int) -> datetime.date:
    return datetime.date(2019, month, day)


def others(count: int) -> tuple[kz_upr.State, ...]:
    """States other than those of the review below."""
    return tuple(state for state in kz_upr.list_states() if state not in (KAZ, FRA, PER))[:count]


def outcome(**fields: Any) -> kz_upr.Outcome:
    return kz_upr.Outcome(**fields)


def changed(review: Review, **fields: Any) -> Review:
    return attrs.evolve(review, **fields)


def delegate(name: str) -> kz_upr.Delegate:
    return kz_upr.Delegate(name=name)


def a_review(**fields: Any) -> Review:
    made = Review(
        id="KAZ-3",
        state=KAZ,
        cycle=3,
        coverage=kz_upr.Coverage(recommendations=Held(held=2, stated=10), statements=Held(held=1)),
        speakers=2,
        speaking_states=(FRA, PER),
        troika=(FRA, PER),
        recommendations=(recommendation("139.1"), recommendation("139.2")),
        statements=(statement("KAZ-3-fra"),),
        totals=Totals(received=10, supported=8, noted=2, citations=HERE),
        discrepancies=(
            Discrepancy(
                id="KAZ-3-d-number",
                question="How many?",
                accounts=(
                    kz_upr.Account(value="1", citation=HERE[0]),
                    kz_upr.Account(value="2", citation=HERE[0]),
                ),
                why="because",
            ),
        ),
        notes=(Note(text="A remark.", citations=HERE),),
        citations=HERE,
    )
    return attrs.evolve(made, **fields)


def with_recommendation(**fields: Any) -> Review:
    return a_review(recommendations=(recommendation("139.1"), recommendation("139.2", **fields)))


def with_clause(**fields: Any) -> Review:
    return with_recommendation(clauses=(Clause(), Clause(**fields)))


def with_statement(**fields: Any) -> Review:
    return a_review(statements=(statement("KAZ-3-fra", **fields),))


def with_point(**fields: Any) -> Review:
    return with_statement(points=(point("KAZ-3-fra-p1", **fields),))


#: For each broken rule: a review that breaks it, the path of the fault and the message.
Broken: TypeAlias = dict[str, tuple[Callable[[], Review], str, str]]


def check_broken(broken: Broken, name: str) -> None:
    """The fault is found at its place, and a document with it is refused for it."""
    make, path, fault = broken[name]
    assert (path, fault) in faults_of(make())
    document = kz_upr.to_dict(make())
    with pytest.raises(InvalidDocumentError, match=re.escape(f"{path}: {fault}")) as caught:
        kz_upr.from_dict(document)
    assert (path, fault) in caught.value.faults


def check_legal(made: Review) -> None:
    """It has no fault, also as a document."""
    assert faults_of(made) == []
    assert kz_upr.from_dict(kz_upr.to_dict(made)) == made
