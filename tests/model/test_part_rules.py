"""The rules of the parts of a review, in a review and alone: each is broken in turn."""

from collections.abc import Callable
from functools import partial

import attrs
import pytest

import kz_upr
from kz_upr import (
    Action,
    Clause,
    Discrepancy,
    Held,
    InvalidDocumentError,
    Manner,
    Note,
    PositionValue,
    Qualifier,
    Review,
    Speaker,
    SpeakerKind,
    Stage,
    Totals,
)
from kz_upr.model import faults_of
from made_faults import (
    FRA,
    GIRLS,
    HERE,
    PER,
    SOURCE,
    TORTURE,
    Broken,
    a_review,
    answer,
    check_broken,
    check_legal,
    day,
    delegate,
    named,
    point,
    recommendation,
    statement,
    with_clause,
    with_point,
    with_recommendation,
    with_statement,
)
from made_review import SAID

BROKEN: Broken = {
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
    "number of a recommendation": (
        lambda: a_review(recommendations=(recommendation("139.1"), recommendation("139-2"))),
        "$.recommendations[1].number",
        "expected a number like 139.124, got '139-2'",
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
    "discrepancy with one account": (
        lambda: a_review(
            discrepancies=tuple(attrs.evolve(d, accounts=d.accounts[:1]) for d in a_review().discrepancies)
        ),
        "$.discrepancies[0].accounts",
        "a discrepancy needs at least two accounts",
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
    "delegation of fewer than its members": (
        lambda: a_review(
            delegation=kz_upr.Delegation(members=tuple(map(delegate, ("Eve Boat", "Adam Sailor"))), stated_size=1)
        ),
        "$.delegation.stated_size",
        "2 members named, but only 1 stated",
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
    **{
        f"number {number}": (
            partial(a_review, recommendations=(recommendation("139.1"), recommendation(number))),
            "$.recommendations[1].number",
            f"expected a number like 139.124, got {number!r}",
        )
        for number in ("0.0", "124.02", "0124.2", "124.0", "124", "124.2.1", "12345.1", "124.12345", "١٢٤.١", " 124.1")
    },
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
        "expected lower-case letters, digits and hyphens, got 'A/HRC/43/10'",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_found_at_its_place(broken: str) -> None:
    check_broken(BROKEN, broken)


LEGAL: dict[str, Callable[[], Review]] = {
    "list with an earlier date than the Council": lambda: with_recommendation(
        positions=(
            answer(PositionValue.NOTED, date=day(12, 2)),
            answer(PositionValue.NOTED, Stage.LIST, date=day(12, 1)),
        )
    ),
    "as many members as stated, and the head": lambda: a_review(
        delegation=kz_upr.Delegation(head=delegate("Ana Reef"), members=(delegate("Eve Boat"),), stated_size=1)
    ),
    "head among the members": lambda: a_review(
        delegation=kz_upr.Delegation(
            head=delegate("Ana Reef"), members=(delegate("Ana Reef"), delegate("Eve Boat")), stated_size=1
        )
    ),
    "number of four digits": lambda: a_review(recommendations=(recommendation("139.1"), recommendation("1390.1240"))),
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
    "group of States that the source does not name": lambda: with_statement(
        speaker=Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="some States")
    ),
    "statement of which only the official text is known": lambda: with_statement(points=(), official_text="Thank you."),
}


@pytest.mark.parametrize("legal", LEGAL)
def test_what_is_legal(legal: str) -> None:
    check_legal(LEGAL[legal]())


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


@pytest.mark.parametrize("place", range(4))
def test_points_are_numbered_by_their_place(place: int) -> None:
    points = [attrs.evolve(SAID[0].points[0], id=f"KAZ-9-per-p{number}") for number in range(1, 5)]
    points[place] = attrs.evolve(points[place], id="KAZ-9-per-p7")

    assert faults_of(attrs.evolve(SAID[0], points=tuple(points))) == [
        (f"$.points[{place}].id", f"expected KAZ-9-per-p{place + 1}, got KAZ-9-per-p7")
    ]
