"""A small review, made up, for tests of what can be asked of one."""

from typing import Any

from attrs import evolve

import kz_upr
from kz_upr import (
    Act,
    Action,
    Citation,
    Clause,
    Manner,
    NamedInstrument,
    Point,
    PositionValue,
    Recommendation,
    Review,
    Setting,
    Source,
    SourceKind,
    Speaker,
    SpeakerKind,
    Statement,
    Tag,
    TagKind,
)

_SOURCE = Source(id="made", kind=SourceKind.WORKING_GROUP_REPORT, title="A made document", symbol="A/HRC/1")
HERE = (Citation(source=_SOURCE, locator="para. 1"),)
FRA, PER, JPN = map(kz_upr.resolve_state, ("FRA", "PER", "JPN"))
TORTURE, DETENTION, REMEDY, EDUCATION = map(
    kz_upr.resolve_theme, ("torture", "conditions-of-detention", "access-to-justice-and-remedy", "right-to-education")
)
CHILDREN, DETAINEES, MEDIA = map(kz_upr.resolve_affected_persons, ("children", "persons-deprived-of-liberty", "media"))
CRC, CAT = map(kz_upr.resolve_instrument, ("CRC", "CAT"))


def made(number: str, **fields: Any) -> Recommendation:
    return Recommendation(**{"id": f"KAZ-9-{number}", "number": number, "citations": HERE, **fields})


def answered(value: str) -> tuple[kz_upr.Position, ...]:
    return (kz_upr.Position(value=PositionValue(value), stage=kz_upr.Stage.COUNCIL, citations=HERE),)


def named(instrument: kz_upr.Instrument, manner: Manner) -> tuple[NamedInstrument, ...]:
    return (NamedInstrument(instrument=instrument, manner=manner),)


def said(name: str, speaker: Speaker, *points: Point, **fields: Any) -> Statement:
    """A statement; its points are numbered."""
    id = f"KAZ-9-{name}"
    numbered = tuple(evolve(point, id=f"{id}-p{number}") for number, point in enumerate(points, 1))
    held: dict[str, Any] = {"setting": Setting.INTERACTIVE_DIALOGUE, "citations": HERE, **fields}
    return Statement(id=id, speaker=speaker, points=numbered, **held)


def review_of(*recommendations: Recommendation, statements: tuple[Statement, ...] = ()) -> Review:
    return Review(
        id="KAZ-9",
        state=kz_upr.resolve_state("KAZ"),
        cycle=9,
        coverage=kz_upr.Coverage(
            recommendations=kz_upr.Held(held=len(recommendations)), statements=kz_upr.Held(held=len(statements))
        ),
        recommendations=recommendations,
        statements=statements,
        citations=HERE,
    )


HELD = (
    made(
        "1.1",
        clauses=(
            Clause(
                actions=(Action.RATIFY,),
                summary="Ratify the treaty on children's rights.",
                states=(FRA, PER),
                themes=(EDUCATION,),
                affected_persons=(CHILDREN,),
                instruments=named(CRC, Manner.JOIN),
            ),
        ),
        positions=answered("supported"),
        tags=(Tag(kind=TagKind.SDG, scheme="s", label="16 - PEACE", code="16"),),
    ),
    made(
        "1.2",
        clauses=(
            Clause(
                actions=(Action.PREVENT, Action.CONTINUE),
                summary="Continue to prevent torture in prisons.",
                states=(PER,),
                themes=(TORTURE, DETENTION),
                affected_persons=(DETAINEES,),
                instruments=named(CAT, Manner.IMPLEMENT),
            ),
            Clause(
                actions=(Action.INVESTIGATE,),
                summary="Investigate torture as the treaty requires.",
                states=(JPN,),
                themes=(TORTURE, REMEDY),
                instruments=named(CAT, Manner.STANDARD),
            ),
        ),
        positions=answered("noted"),
        tags=(Tag(kind=TagKind.SDG, scheme="s", label="1 - NO POVERTY", code="1"),),
    ),
    made("1.3", positions=answered("noted")),
    made("1.10", clauses=(Clause(summary="Élections libres", states=(FRA,)),), official_text="Hold ELECTIONS soon"),
)

SAID = (
    said(
        "per",
        Speaker(kind=SpeakerKind.STATE, name="Peru", states=(PER,)),
        Point(id="", act=Act.COMMENDS, summary="welcomed the reform of schools", themes=(EDUCATION,)),
        Point(
            id="",
            act=Act.RECOMMENDS,
            summary="recommended joining the treaty against torture",
            themes=(TORTURE,),
            affected_persons=(DETAINEES,),
            instruments=named(CAT, Manner.JOIN),
            recommendations=("KAZ-9-1.2",),
        ),
    ),
    said(
        "joint",
        Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="France and Japan", states=(FRA, JPN)),
        Point(
            id="",
            act=Act.IS_CONCERNED,
            summary="was concerned about attacks on journalists",
            affected_persons=(MEDIA,),
        ),
    ),
    said("ngo", Speaker(kind=SpeakerKind.NGO, name="Lamplighters"), official_text="It spoke of lamps."),
)
REVIEW = review_of(*HELD, statements=SAID)
