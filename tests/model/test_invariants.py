"""The rules that hold in every review: each is broken in turn, and the fault is found at its place."""

import datetime
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

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
    Qualifier,
    Recommendation,
    Review,
    Speaker,
    SpeakerKind,
    Stage,
    Statement,
    Totals,
)
from kz_upr.model import faults_of
from strategies import CLASSES, of_class, recommendations, reviews, statements, times

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


#: Each broken rule: a review that breaks it, the path of the fault and the message.
BROKEN: dict[str, tuple[Callable[[], Review], str, str]] = {
    "id of the review": (
        lambda: a_review(id="KAZ-2", recommendations=()),
        "$.id",
        "expected KAZ-3 (State and cycle), got KAZ-2",
    ),
    "cycle": (lambda: a_review(cycle=0), "$.cycle", "must be 1 or more: 0"),
    "review without a citation": (
        lambda: a_review(citations=()),
        "$.citations",
        "a review needs at least one citation",
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
    "negative number held": (
        lambda: a_review(coverage=kz_upr.Coverage(recommendations=Held(held=-1), statements=Held(held=1))),
        "$.coverage.recommendations.held",
        "must not be negative: -1",
    ),
    "more held than stated": (
        lambda: a_review(coverage=kz_upr.Coverage(recommendations=Held(held=2, stated=1), statements=Held(held=1))),
        "$.coverage.recommendations.held",
        "2 held, but only 1 stated",
    ),
    "totals do not add up": (
        lambda: a_review(totals=Totals(received=10, supported=9, noted=2, citations=HERE)),
        "$.totals",
        "9 + 2 answered, but only 10 received",
    ),
    "totals with partly supported ones do not add up": (
        lambda: a_review(totals=Totals(received=10, supported=8, noted=2, partly=1, citations=HERE)),
        "$.totals",
        "8 + 2 + 1 answered, but only 10 received",
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
    "totals without a citation": (
        lambda: a_review(totals=Totals(received=10)),
        "$.totals.citations",
        "a set of totals needs at least one citation",
    ),
    "negative total": (
        lambda: a_review(totals=Totals(received=10, noted=-1, citations=HERE)),
        "$.totals.noted",
        "must not be negative: -1",
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
    "number of a recommendation": (
        lambda: a_review(recommendations=(recommendation("139.1"), recommendation("139-2"))),
        "$.recommendations[1].number",
        "expected a number like 139.124, got '139-2'",
    ),
    "recommendation without a citation": (
        lambda: with_recommendation(citations=()),
        "$.recommendations[1].citations",
        "a recommendation needs at least one citation",
    ),
    "fingerprint": (
        lambda: with_recommendation(text_sha256="ABC"),
        "$.recommendations[1].text_sha256",
        "expected 64 lower-case hexadecimal digits, got 'ABC'",
    ),
    "action without a summary": (
        lambda: with_clause(actions=(Action.RATIFY,)),
        "$.recommendations[1].clauses[1]",
        "a clause with an action needs a summary",
    ),
    "summary of a clause too long": (
        lambda: with_clause(summary="x" * 241),
        "$.recommendations[1].clauses[1].summary",
        "expected at most 240 characters, got 241",
    ),
    "empty summary of a clause": (
        lambda: with_clause(summary=""),
        "$.recommendations[1].clauses[1].summary",
        "expected text, got ''",
    ),
    "duplicate action": (
        lambda: with_clause(actions=(Action.ADOPT, Action.AMEND, Action.ADOPT), summary="Adopt. Amend. Adopt."),
        "$.recommendations[1].clauses[1].actions[2]",
        "duplicate action: adopt",
    ),
    "duplicate theme of a clause": (
        lambda: with_clause(themes=(TORTURE, TORTURE)),
        "$.recommendations[1].clauses[1].themes[1]",
        "duplicate theme: torture",
    ),
    "duplicate persons of a clause": (
        lambda: with_clause(affected_persons=(GIRLS, GIRLS)),
        "$.recommendations[1].clauses[1].affected_persons[1]",
        "duplicate affected persons: girls",
    ),
    "duplicate instrument of a clause": (
        lambda: with_clause(instruments=(named("CAT", Manner.JOIN), named("CAT", Manner.STANDARD)) * 2),
        "$.recommendations[1].clauses[1].instruments[2]",
        "duplicate instrument: CAT (join)",
    ),
    "duplicate State in a clause": (
        lambda: with_recommendation(clauses=(Clause(states=(PER, FRA, PER)),)),
        "$.recommendations[1].clauses[0].states[2]",
        "duplicate State: PER",
    ),
    "stages out of order": (
        lambda: with_recommendation(
            positions=(answer(PositionValue.NOTED), answer(PositionValue.SUPPORTED, Stage.WORKING_GROUP))
        ),
        "$.recommendations[1].positions",
        "must be in chronological order: working group, addendum, council, list",
    ),
    "position without a citation": (
        lambda: with_recommendation(positions=(answer(PositionValue.NOTED, citations=()),)),
        "$.recommendations[1].positions[0].citations",
        "a position needs at least one citation",
    ),
    "qualifier of a position that is not support": (
        lambda: with_recommendation(positions=(answer(PositionValue.NOTED, qualifier=Qualifier.IN_PROCESS),)),
        "$.recommendations[1].positions[0].qualifier",
        "only a supported recommendation can be “in process”; this one is noted",
    ),
    "duplicate theme of a point": (
        lambda: with_point(themes=(TORTURE, TORTURE)),
        "$.statements[0].points[0].themes[1]",
        "duplicate theme: torture",
    ),
    "duplicate persons of a point": (
        lambda: with_point(affected_persons=(GIRLS, GIRLS)),
        "$.statements[0].points[0].affected_persons[1]",
        "duplicate affected persons: girls",
    ),
    "duplicate instrument of a point": (
        lambda: with_point(instruments=(named("CAT", Manner.IMPLEMENT),) * 2),
        "$.statements[0].points[0].instruments[1]",
        "duplicate instrument: CAT (implement)",
    ),
    "summary of a point too long": (
        lambda: with_point(summary="x" * 241),
        "$.statements[0].points[0].summary",
        "expected at most 240 characters, got 241",
    ),
    "empty summary of a point": (
        lambda: with_point(summary=""),
        "$.statements[0].points[0].summary",
        "expected text, got ''",
    ),
    "id of a point": (
        lambda: with_statement(points=(point("KAZ-3-fra-p1"), point("KAZ-3-fra-p3"))),
        "$.statements[0].points[1].id",
        "expected KAZ-3-fra-p2, got KAZ-3-fra-p3",
    ),
    "id of a point that belongs to another statement": (
        lambda: with_statement(points=(point("KAZ-3-per-p1"),)),
        "$.statements[0].points[0].id",
        "expected KAZ-3-fra-p1, got KAZ-3-per-p1",
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
    "note without a citation": (
        lambda: a_review(notes=(Note(text="A remark.", citations=HERE), Note(text="Another."))),
        "$.notes[1].citations",
        "a note needs at least one citation",
    ),
    "duplicate statement": (
        lambda: a_review(statements=(statement("KAZ-3-fra"), statement("KAZ-3-fra"))),
        "$.statements[1]",
        "duplicate id: KAZ-3-fra",
    ),
    "statement without a citation": (
        lambda: with_statement(citations=()),
        "$.statements[0].citations",
        "a statement needs at least one citation",
    ),
    "statement without a point": (
        lambda: with_statement(points=()),
        "$.statements[0].points",
        "a statement needs at least one point, or its official text",
    ),
    "speaking State without its State": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE, name="France")),
        "$.statements[0].speaker.states",
        "a speaker of kind “State” needs one State, got 0",
    ),
    "speaking State with two States": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE, name="both", states=(FRA, PER))),
        "$.statements[0].speaker.states",
        "a speaker of kind “State” needs one State, got 2",
    ),
    "State under review without its State": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE_UNDER_REVIEW, name="Kazakhstan")),
        "$.statements[0].speaker.states",
        "a speaker of kind “State under review” needs one State, got 0",
    ),
    "organization with a State": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.NGO, name="an organization", states=(FRA,))),
        "$.statements[0].speaker.states",
        "a speaker of kind “NGO” is not a State",
    ),
    "duplicate State of a group": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="some", states=(FRA, PER, FRA))),
        "$.statements[0].speaker.states[2]",
        "duplicate State: FRA",
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
    "discrepancy with one account": (
        lambda: a_review(
            discrepancies=tuple(attrs.evolve(d, accounts=d.accounts[:1]) for d in a_review().discrepancies)
        ),
        "$.discrepancies[0].accounts",
        "a discrepancy needs at least two accounts",
    ),
    "duplicate discrepancy": (
        lambda: a_review(discrepancies=a_review().discrepancies * 2),
        "$.discrepancies[1]",
        "duplicate id: KAZ-3-d-number",
    ),
    "duplicate institution": (
        lambda: a_review(
            delegation=kz_upr.Delegation(
                institutions=(kz_upr.Institution(id="court", name="Court", kind=kz_upr.InstitutionKind.COURT),) * 2
            )
        ),
        "$.delegation.institutions[1]",
        "duplicate id: court",
    ),
    "session of another cycle": (
        lambda: a_review(session=20),
        "$.session",
        "session 20 belongs to cycle 2, not to cycle 3",
    ),
    "session before the first": (lambda: a_review(session=0), "$.session", "must be 1 or more: 0"),
    "negative session": (lambda: a_review(session=-3), "$.session", "must be 1 or more: -3"),
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
    "later stage with an earlier date": (
        lambda: with_recommendation(
            positions=(
                answer(PositionValue.NOTED, Stage.ADDENDUM, date=day(11, 20)),
                answer(PositionValue.SUPPORTED, Stage.COUNCIL, date=day(11, 19)),
            )
        ),
        "$.recommendations[1].positions",
        "council on 2019-11-19, but addendum on 2019-11-20",
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
    "delegation of fewer than its members": (
        lambda: a_review(
            delegation=kz_upr.Delegation(members=tuple(map(delegate, ("Eve Boat", "Adam Sailor"))), stated_size=1)
        ),
        "$.delegation.stated_size",
        "2 members named, but only 1 stated",
    ),
    "former id of a living recommendation": (
        lambda: with_recommendation(former_ids=("KAZ-3-139.1",)),
        "$.recommendations[1].former_ids[0]",
        "KAZ-3-139.1 is the id of another recommendation",
    ),
    "former id that is the id": (
        lambda: with_recommendation(former_ids=("KAZ-3-139.2",)),
        "$.recommendations[1].former_ids",
        "KAZ-3-139.2 is the id itself",
    ),
    "former id twice": (
        lambda: with_recommendation(former_ids=("KAZ-3-139.9", "KAZ-3-139.9")),
        "$.recommendations[1].former_ids[1]",
        "duplicate id: KAZ-3-139.9",
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
        f"number {number}": (
            partial(a_review, recommendations=(recommendation("139.1"), recommendation(number))),
            "$.recommendations[1].number",
            f"expected a number like 139.124, got {number!r}",
        )
        for number in ("0.0", "124.02", "0124.2", "124.0", "124", "124.2.1", "12345.1", "124.12345", "١٢٤.١", " 124.1")
    },
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
    "point that answers itself": (
        lambda: with_point(answers=("KAZ-3-fra-p1",)),
        "$.statements[0].points[0].answers",
        "a point cannot answer itself",
    ),
    "point that answers twice": (
        lambda: with_statement(
            points=(point("KAZ-3-fra-p1"), point("KAZ-3-fra-p2", answers=("KAZ-3-fra-p1", "KAZ-3-fra-p1")))
        ),
        "$.statements[0].points[1].answers[1]",
        "duplicate id: KAZ-3-fra-p1",
    ),
    "point about a recommendation twice": (
        lambda: with_point(recommendations=("KAZ-3-139.1", "KAZ-3-139.1")),
        "$.statements[0].points[0].recommendations[1]",
        "duplicate id: KAZ-3-139.1",
    ),
    "hash of a file": (
        lambda: a_review(documents=(attrs.evolve(SOURCE, id="other", sha256="zz"),)),
        "$.documents[0].sha256",
        "expected 64 lower-case hexadecimal digits, got 'zz'",
    ),
    "id of a source": (
        lambda: a_review(documents=(attrs.evolve(SOURCE, id="A/HRC/43/10"),)),
        "$.documents[0].id",
        "expected small letters, digits and hyphens, got 'A/HRC/43/10'",
    ),
    **{
        f"{field} of a review": (
            partial(a_review, **{field: value}),
            f"$.{field}",
            f"must {'be 1 or more' if value == 0 else 'not be negative'}: {value}",
        )
        for field, value in (("meeting", 0), ("adopted_meeting", 0), ("speakers", -1))
    },
    **{
        f"{field} of an outcome": (
            partial(a_review, outcome=outcome(**{field: 0})),
            f"$.outcome.{field}",
            "must be 1 or more: 0",
        )
        for field in ("council_session", "meeting")
    },
    "negative size of the delegation": (
        lambda: a_review(delegation=kz_upr.Delegation(stated_size=-1)),
        "$.delegation.stated_size",
        "must not be negative: -1",
    ),
    **{
        f"blank text {text!r}": (
            partial(a_review, venue=text),
            "$.venue",
            f"expected text, got {text!r}",
        )
        for text in ("", " ", "\n\t", "\u200b", "\u00a0\u00ad")
    },
    **{
        f"text {text!r} with white space at an end": (
            partial(a_review, venue=text),
            "$.venue",
            f"expected no white space at the ends, got {text!r}",
        )
        for text in (" Geneva", "Geneva\u00a0", "\nGeneva\n")
    },
    "half a character": (
        lambda: a_review(venue="Gen\ud800eva"),
        "$.venue",
        "cannot be written as UTF-8: it contains half of a character, '\\ud800'",
    ),
    "blank text in a list": (
        lambda: with_point(answers=("",)),
        "$.statements[0].points[0].answers[0]",
        "expected text, got ''",
    ),
}


def test_the_review_from_which_the_others_are_made_has_no_fault() -> None:
    assert faults_of(a_review()) == []


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_found_at_its_place(broken: str) -> None:
    make, path, fault = BROKEN[broken]
    assert (path, fault) in faults_of(make())


@pytest.mark.parametrize("broken", BROKEN)
def test_a_document_that_breaks_a_rule_is_refused(broken: str) -> None:
    make, path, fault = BROKEN[broken]
    document = kz_upr.to_dict(make())
    with pytest.raises(InvalidDocumentError, match=re.escape(f"{path}: {fault}")) as caught:
        kz_upr.from_dict(document)
    assert (path, fault) in caught.value.faults


def test_two_sources_with_one_id() -> None:
    """In a document an id stands for the source; only one of the two could be written."""
    made = a_review(documents=(attrs.evolve(SOURCE, title="Another"),))
    assert ("$.statements[0].citations[0].source.id", "two different sources have the id report") in faults_of(made)


def test_all_faults_are_reported_at_once() -> None:
    bad = recommendation("139.2", citations=(), clauses=(Clause(summary="x" * 300),), text_sha256="x")
    paths = [path for path, _ in faults_of(a_review(recommendations=(recommendation("139.1"), bad), speakers=1))]
    assert sorted(paths) == [
        "$.recommendations[1].citations",
        "$.recommendations[1].clauses[0].summary",
        "$.recommendations[1].text_sha256",
        "$.speaking_states",
    ]


def test_a_recommendation_of_which_only_the_number_is_known_is_legal() -> None:
    # A/HRC/43/10/Add.1, para. 9: 139.2 is noted; its text is not known
    bare = Recommendation(id="KAZ-3-139.2", number="139.2", citations=HERE)
    assert faults_of(bare) == []


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
    "list with an earlier date than the Council": lambda: with_recommendation(
        positions=(
            answer(PositionValue.NOTED, date=day(12, 2)),
            answer(PositionValue.NOTED, Stage.LIST, date=day(12, 1)),
        )
    ),
    "troika of three": lambda: a_review(troika=(FRA, PER, *others(1))),
    "as many members as stated, and the head": lambda: a_review(
        delegation=kz_upr.Delegation(head=delegate("Ana Reef"), members=(delegate("Eve Boat"),), stated_size=1)
    ),
    "head among the members": lambda: a_review(
        delegation=kz_upr.Delegation(
            head=delegate("Ana Reef"), members=(delegate("Ana Reef"), delegate("Eve Boat")), stated_size=1
        )
    ),
    "number that is printed twice": lambda: a_review(
        recommendations=(recommendation("139.1"), recommendation("139.1", id="KAZ-3-139.1-2"))
    ),
    "number that is printed for the tenth time": lambda: a_review(
        recommendations=(recommendation("139.1"), recommendation("139.1", id="KAZ-3-139.1-10"))
    ),
    "number of four digits": lambda: a_review(recommendations=(recommendation("139.1"), recommendation("1390.1240"))),
    "text of several lines": lambda: with_statement(points=(), official_text="One.\n\nTwo."),
    "text that begins with a mark": lambda: a_review(venue="\u200bGeneva"),
    "largest numbers": lambda: a_review(speakers=1_000_000, meeting=1),
    "no speakers and no members": lambda: a_review(
        speakers=0, speaking_states=(), delegation=kz_upr.Delegation(stated_size=0)
    ),
    "summaries of 240 characters": lambda: with_clause(summary="x" * 240),
    "clause without an action": lambda: with_clause(summary="Paint the fences."),
    "several actions in a clause": lambda: with_clause(
        actions=(Action.ADOPT, Action.AMEND), summary="Adopt a law. Amend another."
    ),
    "one instrument in two manners": lambda: with_clause(
        instruments=(named("CAT", Manner.JOIN), named("CAT", Manner.RESERVATION))
    ),
    "joint statement": lambda: with_statement(
        speaker=Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="both", states=(FRA, PER))
    ),
    "joint statement with the State under review": lambda: with_statement(
        speaker=Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="both", states=(KAZ, PER))
    ),
    "group of States that the source does not name": lambda: with_statement(
        speaker=Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="some States")
    ),
    "statement of which only the official text is known": lambda: with_statement(points=(), official_text="Thank you."),
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
    made = LEGAL[legal]()
    assert faults_of(made) == []
    assert kz_upr.from_dict(kz_upr.to_dict(made)) == made


@given(reviews())
def test_reviews_that_keep_the_rules_have_no_fault(review: Review) -> None:
    assert faults_of(review) == []


@given(recommendations())
def test_recommendations_that_keep_the_rules_have_no_fault(made: Recommendation) -> None:
    assert faults_of(made) == []


@given(statements())
def test_statements_that_keep_the_rules_have_no_fault(made: Statement) -> None:
    assert faults_of(made) == []


@times(4)
@given(st.sampled_from(CLASSES).flatmap(of_class))
def test_the_rules_can_be_checked_on_any_object(thing: object) -> None:
    """Whatever an object contains, its faults are returned and nothing is raised."""
    assert all(path.startswith("$") and fault for path, fault in faults_of(thing))


@pytest.mark.parametrize(
    ("thing", "path", "fault"),
    [
        (Clause(summary="x" * 241), "$.summary", "expected at most 240 characters, got 241"),
        (answer(PositionValue.NOTED, citations=()), "$.citations", "a position needs at least one citation"),
        (
            Speaker(kind=SpeakerKind.STATE, name="France"),
            "$.states",
            "a speaker of kind “State” needs one State, got 0",
        ),
        (Held(held=2, stated=1), "$.held", "2 held, but only 1 stated"),
        (Totals(received=1, supported=2, citations=HERE), "$", "2 answered, but only 1 received"),
        (
            Discrepancy(id="d", question="How many?", accounts=(), why="because"),
            "$.accounts",
            "a discrepancy needs at least two accounts",
        ),
        (statement("x", points=()), "$.points", "a statement needs at least one point, or its official text"),
        (point("x", themes=(TORTURE,) * 2), "$.themes[1]", "duplicate theme: torture"),
        (statement("x", points=(point("p1"),)), "$.points[0].id", "expected x-p1, got p1"),
        (Note(text="x"), "$.citations", "a note needs at least one citation"),
        (
            attrs.evolve(SOURCE, sha256="A" * 64),
            "$.sha256",
            f"expected 64 lower-case hexadecimal digits, got '{'A' * 64}'",
        ),
        (attrs.evolve(SOURCE, title=""), "$.title", "expected text, got ''"),
        (delegate(" "), "$.name", "expected text, got ' '"),
    ],
    ids=lambda value: "" if isinstance(value, str) else type(value).__name__,
)
def test_the_rules_of_a_part_hold_when_it_stands_alone(thing: object, path: str, fault: str) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.from_dict(kz_upr.to_dict(thing))
    assert caught.value.faults == ((path, fault),)


@pytest.mark.parametrize("edition", [edition.id for edition in kz_upr.editions()])
def test_every_edition_keeps_the_rules(edition: str) -> None:
    for review in kz_upr.load_reviews(edition=edition):
        assert faults_of(review) == []


class TestTypes:
    """Objects made by a program may hold anything; the rules are then not checked, since they would not hold."""

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
    def test_a_field_of_another_type(self, fields: dict[str, Any], path: str, fault: str) -> None:
        assert faults_of(a_review(**fields)) == [(path, fault)]

    def test_every_such_field_is_named_and_nothing_else(self) -> None:
        wrong = with_clause(states=("FRA", PER), summary=3)
        assert faults_of(changed(wrong, cycle=0, id=None)) == [
            ("$.id", "expected a string, got NoneType None"),
            ("$.recommendations[1].clauses[1].summary", "expected a string or None, got int 3"),
            ("$.recommendations[1].clauses[1].states[0]", "expected a State, got str 'FRA'"),
        ]

    @pytest.mark.parametrize("cls", [*CLASSES, Review], ids=lambda cls: cls.__name__)
    def test_of_every_field_of_every_class(self, cls: type[Any]) -> None:
        names = [field.name for field in attrs.fields(cls)]
        faults = faults_of(cls(**dict.fromkeys(names, object)))
        assert [path for path, _ in faults] == [f"$.{name}" for name in names]
