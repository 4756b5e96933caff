"""The rules of a review as a whole: each is broken in turn."""

from collections.abc import Callable
from functools import partial

import attrs
import pytest

import kz_upr
from kz_upr import (
    Held,
    PositionValue,
    Review,
    Speaker,
    SpeakerKind,
    Totals,
)
from made_faults import (
    FRA,
    HERE,
    KAZ,
    PER,
    SOURCE,
    Broken,
    a_review,
    answer,
    check_broken,
    check_legal,
    day,
    others,
    point,
    recommendation,
    statement,
    with_point,
    with_recommendation,
    with_statement,
)

BROKEN: Broken = {
    "id of the review": (
        lambda: a_review(id="KAZ-2", recommendations=()),
        "$.id",
        "expected KAZ-3 (State and cycle), got KAZ-2",
    ),
    "recommendations held": (
        lambda: a_review(recommendations=(recommendation("139.1"),)),
        "$.coverage.recommendations.held",
        "expected 1 (recommendations in the review), got 2",
    ),
    "statements held": (
        lambda: a_review(statements=()),
        "$.coverage.statements.held",
        "expected 0 (statements in the review), got 1",
    ),
    "fewer supported than held": (
        lambda: a_review(totals=Totals(received=10, supported=1, noted=2, citations=HERE)),
        "$.totals",
        "2 recommendations held are supported, but only 1 stated",
    ),
    "fewer received than held": (
        lambda: a_review(totals=Totals(received=1, citations=HERE)),
        "$.totals",
        "2 recommendations held, but only 1 received",
    ),
    "more speaking States than speakers": (
        lambda: a_review(speakers=1),
        "$.speaking_states",
        "2 States listed, but only 1 speakers stated",
    ),
    "duplicate State in the troika": (
        lambda: a_review(troika=(FRA, PER, FRA)),
        "$.troika[2]",
        "duplicate State: FRA",
    ),
    "duplicate speaking State": (
        lambda: a_review(speakers=3, speaking_states=(FRA, PER, PER)),
        "$.speaking_states[2]",
        "duplicate State: PER",
    ),
    "duplicate State among advance questions": (
        lambda: a_review(advance_questions=(PER, PER)),
        "$.advance_questions[1]",
        "duplicate State: PER",
    ),
    "recommending State that did not speak": (
        lambda: a_review(speaking_states=(PER,)),
        "$.recommendations[0].clauses[0].states[0]",
        "France recommends but is not among the speaking States",
    ),
    "duplicate number": (
        lambda: a_review(recommendations=(recommendation("139.1"), recommendation("139.1"))),
        "$.recommendations[1]",
        "duplicate id: KAZ-3-139.1",
    ),
    "id of a recommendation": (
        lambda: with_recommendation(id="KAZ-3-139.3"),
        "$.recommendations[1].id",
        "expected KAZ-3-139.2 (review and number), got KAZ-3-139.3",
    ),
    "recommendation of which a point speaks": (
        lambda: with_point(recommendations=("KAZ-3-139.1", "KAZ-3-139.3")),
        "$.statements[0].points[0].recommendations[1]",
        "KAZ-3-139.3 is not in the review",
    ),
    "number in place of the id of a recommendation": (
        lambda: with_point(recommendations=("139.1",)),
        "$.statements[0].points[0].recommendations[0]",
        "139.1 is not in the review",
    ),
    "point that a point answers": (
        lambda: with_point(answers=("KAZ-3-per-p1",)),
        "$.statements[0].points[0].answers[0]",
        "KAZ-3-per-p1 is not in the review",
    ),
    "duplicate statement": (
        lambda: a_review(statements=(statement("KAZ-3-fra"), statement("KAZ-3-fra"))),
        "$.statements[1]",
        "duplicate id: KAZ-3-fra",
    ),
    "another State as the State under review": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE_UNDER_REVIEW, name="France", states=(FRA,))),
        "$.statements[0].speaker.kind",
        "France cannot be “State under review” in the review of Kazakhstan",
    ),
    "the State under review as another State": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE, name="Kazakhstan", states=(KAZ,))),
        "$.statements[0].speaker.kind",
        "Kazakhstan cannot be “State” in the review of Kazakhstan",
    ),
    "duplicate discrepancy": (
        lambda: a_review(discrepancies=a_review().discrepancies * 2),
        "$.discrepancies[1]",
        "duplicate id: KAZ-3-d-number",
    ),
    "session of another cycle": (
        lambda: a_review(session=20),
        "$.session",
        "session 20 belongs to cycle 2, not to cycle 3",
    ),
    "session after the last of the fourth cycle": (
        lambda: a_review(session=55),
        "$.session",
        "cycle 3 has no session 55",
    ),
    "session that ends before it begins": (
        lambda: a_review(session_start=day(11, 15), session_end=day(11, 4)),
        "$.session_end",
        "2019-11-04 is before session_start, 2019-11-15",
    ),
    "report adopted before the review": (
        lambda: a_review(date=day(11, 7), adopted=day(11, 6)),
        "$.adopted",
        "2019-11-06 is before date, 2019-11-07",
    ),
    "outcome adopted before the report": (
        lambda: a_review(date=day(11, 7), adopted=day(11, 12), outcome=kz_upr.Outcome(date=day(11, 11))),
        "$.outcome.date",
        "2019-11-11 is before adopted, 2019-11-12",
    ),
    "outcome adopted before the review": (
        lambda: a_review(date=day(11, 7), outcome=kz_upr.Outcome(date=day(11, 6))),
        "$.outcome.date",
        "2019-11-06 is before date, 2019-11-07",
    ),
    "statement in the Council before the review": (
        lambda: a_review(
            date=day(11, 7),
            statements=(statement("KAZ-3-fra", setting=kz_upr.Setting.COUNCIL_STATES, date=day(11, 6)),),
        ),
        "$.statements[0].date",
        "2019-11-06 is before date, 2019-11-07",
    ),
    "position before the review": (
        lambda: attrs.evolve(
            with_recommendation(positions=(answer(PositionValue.NOTED, date=day(11, 6)),)), date=day(11, 7)
        ),
        "$.recommendations[1].positions[0].date",
        "2019-11-06 is before date, 2019-11-07",
    ),
    "number stated that is not the number received": (
        lambda: a_review(coverage=kz_upr.Coverage(recommendations=Held(held=2, stated=9999), statements=Held(held=1))),
        "$.coverage.recommendations.stated",
        "expected 10 (received according to the totals), got 9999",
    ),
    "troika of four": (
        lambda: a_review(troika=(FRA, PER, *others(2))),
        "$.troika",
        "expected at most 3 States, got 4",
    ),
    "State under review in its troika": (
        lambda: a_review(troika=(FRA, KAZ, PER)),
        "$.troika[1]",
        "Kazakhstan is the State under review",
    ),
    "State under review among the speaking States": (
        lambda: a_review(speakers=3, speaking_states=(FRA, PER, KAZ)),
        "$.speaking_states[2]",
        "Kazakhstan is the State under review",
    ),
    "State under review among those that ask": (
        lambda: a_review(advance_questions=(KAZ, PER)),
        "$.advance_questions[0]",
        "Kazakhstan is the State under review",
    ),
    "former id of a living recommendation": (
        lambda: with_recommendation(former_ids=("KAZ-3-139.1",)),
        "$.recommendations[1].former_ids[0]",
        "KAZ-3-139.1 is the id of another recommendation",
    ),
    "former id of two recommendations": (
        lambda: a_review(
            recommendations=tuple(recommendation(f"139.{n}", former_ids=("KAZ-3-139.9",)) for n in (1, 2))
        ),
        "$.recommendations[1].former_ids[0]",
        "KAZ-3-139.9 is a former id of another recommendation",
    ),
    "former id of another review": (
        lambda: with_recommendation(former_ids=("KAZ-2-139.9",)),
        "$.recommendations[1].former_ids[0]",
        "expected an id that begins with KAZ-3-, got KAZ-2-139.9",
    ),
    "statement of another review": (
        lambda: a_review(statements=(statement("KAZ-2-fra"),)),
        "$.statements[0].id",
        "expected an id that begins with KAZ-3-, got KAZ-2-fra",
    ),
    "discrepancy of another review": (
        lambda: a_review(discrepancies=tuple(attrs.evolve(d, id="PER-3-d") for d in a_review().discrepancies)),
        "$.discrepancies[0].id",
        "expected an id that begins with KAZ-3-, got PER-3-d",
    ),
    "document twice": (
        lambda: a_review(documents=(SOURCE, SOURCE)),
        "$.documents[1]",
        "duplicate id: report",
    ),
    **{
        f"id of a recommendation with {end!r}": (
            partial(with_recommendation, id=f"KAZ-3-139.2{end}"),
            "$.recommendations[1].id",
            f"expected KAZ-3-139.2 (review and number), got KAZ-3-139.2{end}",
        )
        for end in ("-1", "-0", "-100", "x", "2", "-2-2")
    },
    "id of a recommendation without its number": (
        lambda: with_recommendation(id="KAZ-3--2"),
        "$.recommendations[1].id",
        "expected KAZ-3-139.2 (review and number), got KAZ-3--2",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_found_at_its_place(broken: str) -> None:
    check_broken(BROKEN, broken)


LEGAL: dict[str, Callable[[], Review]] = {
    **{
        f"session {session} in cycle {cycle}": (
            partial(
                a_review,
                id=f"KAZ-{cycle}",
                cycle=cycle,
                session=session,
                statements=(statement(f"KAZ-{cycle}-fra"),),
                recommendations=tuple(recommendation(f"139.{n}", id=f"KAZ-{cycle}-139.{n}") for n in (1, 2)),
                discrepancies=(),
            )
        )
        for cycle, session in ((1, 1), (1, 12), (2, 13), (2, 26), (3, 27), (3, 40), (4, 41), (4, 54), (5, 55))
    },
    "everything on one day": lambda: a_review(
        session_start=day(11, 7),
        session_end=day(11, 7),
        date=day(11, 7),
        adopted=day(11, 7),
        outcome=kz_upr.Outcome(date=day(11, 7)),
        statements=(statement("KAZ-3-fra", setting=kz_upr.Setting.COUNCIL_STATES, date=day(11, 7)),),
        recommendations=tuple(
            recommendation(f"139.{n}", positions=(answer(PositionValue.NOTED, date=day(11, 7)),) * 2) for n in (1, 2)
        ),
    ),
    "statement before the review": lambda: attrs.evolve(
        with_statement(setting=kz_upr.Setting.OUTSIDE, date=day(2, 25)), date=day(11, 7)
    ),
    "troika of three": lambda: a_review(troika=(FRA, PER, *others(1))),
    "number that is printed twice": lambda: a_review(
        recommendations=(recommendation("139.1"), recommendation("139.1", id="KAZ-3-139.1-2"))
    ),
    "number that is printed for the tenth time": lambda: a_review(
        recommendations=(recommendation("139.1"), recommendation("139.1", id="KAZ-3-139.1-10"))
    ),
    "joint statement with the State under review": lambda: with_statement(
        speaker=Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="both", states=(KAZ, PER))
    ),
    "point about a recommendation": lambda: with_point(recommendations=("KAZ-3-139.2",)),
    "point about a recommendation by its former id": lambda: a_review(
        recommendations=(recommendation("139.1"), recommendation("139.2", former_ids=("KAZ-3-139.9",))),
        statements=(statement("KAZ-3-fra", points=(point("KAZ-3-fra-p1", recommendations=("KAZ-3-139.9",)),)),),
    ),
    "point that answers an earlier and a later one": lambda: with_statement(
        points=(
            point("KAZ-3-fra-p1"),
            point("KAZ-3-fra-p2", answers=("KAZ-3-fra-p1", "KAZ-3-fra-p3")),
            point("KAZ-3-fra-p3"),
        )
    ),
}


@pytest.mark.parametrize("legal", LEGAL)
def test_what_is_legal(legal: str) -> None:
    check_legal(LEGAL[legal]())
