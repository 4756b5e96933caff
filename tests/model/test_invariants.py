"""The rules that hold in every review: each is broken in turn, and the fault is found at its place."""

import re
from collections.abc import Callable
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
                id="d",
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
        "expected 64 lower-case hexadecimal digits",
    ),
    "action without a summary": (
        lambda: with_clause(actions=(Action.RATIFY,)),
        "$.recommendations[1].clauses[1]",
        "a clause with an action needs a summary",
    ),
    "summary of a clause too long": (
        lambda: with_clause(summary="x" * 241),
        "$.recommendations[1].clauses[1].summary",
        "expected 1 to 240 characters, got 241",
    ),
    "empty summary of a clause": (
        lambda: with_clause(summary=""),
        "$.recommendations[1].clauses[1].summary",
        "expected 1 to 240 characters, got 0",
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
        "expected 1 to 240 characters, got 241",
    ),
    "empty summary of a point": (
        lambda: with_point(summary=""),
        "$.statements[0].points[0].summary",
        "expected 1 to 240 characters, got 0",
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
        "duplicate id: d",
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
        (Clause(summary="x" * 241), "$.summary", "expected 1 to 240 characters, got 241"),
        (answer(PositionValue.NOTED, citations=()), "$.citations", "a position needs at least one citation"),
        (
            Speaker(kind=SpeakerKind.STATE, name="France"),
            "$.states",
            "a speaker of kind “State” needs one State, got 0",
        ),
        (Held(held=2, stated=1), "$.held", "2 held, but only 1 stated"),
        (Totals(received=1, supported=2, citations=HERE), "$", "2 answered, but only 1 received"),
        (
            Discrepancy(id="d", question="", accounts=(), why=""),
            "$.accounts",
            "a discrepancy needs at least two accounts",
        ),
        (statement("x", points=()), "$.points", "a statement needs at least one point, or its official text"),
        (point("x", themes=(TORTURE,) * 2), "$.themes[1]", "duplicate theme: torture"),
        (statement("x", points=(point("p1"),)), "$.points[0].id", "expected x-p1, got p1"),
        (Note(text="x"), "$.citations", "a note needs at least one citation"),
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
