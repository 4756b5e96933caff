"""A small review, made up, for tests of what can be asked of one."""

from typing import Any

import kz_upr
from kz_upr import Action, Citation, Clause, PositionValue, Recommendation, Review, Tag, TagKind
from strategies import SOURCES, TOPICS

HERE = (Citation(source=SOURCES[1], locator="para. 1"),)
FRA, PER, JPN = (kz_upr.resolve_state(code) for code in ("FRA", "PER", "JPN"))
D2, D4, E5 = (next(topic for topic in TOPICS if topic.code == code) for code in ("D2", "D4", "E5"))


def made(number: str, **fields: Any) -> Recommendation:
    return Recommendation(**{"id": f"KAZ-9-{number}", "number": number, "citations": HERE, **fields})


def answered(value: str) -> tuple[kz_upr.Position, ...]:
    return (kz_upr.Position(value=PositionValue(value), stage=kz_upr.Stage.COUNCIL, citations=HERE),)


def review_of(*recommendations: Recommendation) -> Review:
    held = kz_upr.Held(held=len(recommendations))
    return Review(
        id="KAZ-9",
        state=kz_upr.resolve_state("KAZ"),
        cycle=9,
        coverage=kz_upr.Coverage(recommendations=held, statements=kz_upr.Held(held=0)),
        recommendations=recommendations,
        citations=HERE,
    )


HELD = (
    made(
        "1.1",
        clauses=(Clause(action=Action.RATIFY, subject="the treaty on children's rights", states=(FRA, PER)),),
        positions=answered("supported"),
        topics=(E5,),
        tags=(Tag(kind=TagKind.SDG, scheme="s", label="16 - PEACE", code="16"),),
    ),
    made(
        "1.2",
        clauses=(
            Clause(action=Action.PREVENT, subject="torture in prisons", states=(PER,)),
            Clause(action=Action.INVESTIGATE, subject="torture", states=(JPN,)),
        ),
        positions=answered("noted"),
        topics=(D2, D4),
        tags=(Tag(kind=TagKind.SDG, scheme="s", label="1 - NO POVERTY", code="1"),),
    ),
    made("1.3", positions=answered("noted")),
    made("1.10", clauses=(Clause(subject="Élections libres", states=(FRA,)),), official_text="Hold ELECTIONS soon"),
)
REVIEW = review_of(*HELD)
