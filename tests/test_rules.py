"""What must hold in every review: broken one rule at a time, and found at the right place."""

from collections.abc import Callable

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
from kz_upr.model.invariants import faults_of
from strategies import CLASSES, of_class, recommendations, reviews, statements

KAZ, FRA, PER = (kz_upr.resolve_state(code) for code in ("KAZ", "FRA", "PER"))
SOURCE = kz_upr.Source(id="report", kind=kz_upr.SourceKind.WORKING_GROUP_REPORT, title="Report")
HERE = (Citation(source=SOURCE, locator="para. 1"),)


def answer(value: PositionValue, stage: Stage = Stage.COUNCIL, **more: object) -> Position:
    return attrs.evolve(Position(value=value, stage=stage, citations=HERE), **more)


def recommendation(number: str, **fields: object) -> Recommendation:
    made = Recommendation(
        id=f"KAZ-3-{number}",
        number=number,
        clauses=(Clause(action=Action.RATIFY, subject="the treaty", states=(FRA,)),),
        positions=(answer(PositionValue.NOTED, Stage.WORKING_GROUP), answer(PositionValue.SUPPORTED)),
        topics=kz_upr.list_topics()[:2],
        citations=HERE,
    )
    return attrs.evolve(made, **fields)


def statement(id: str, **fields: object) -> Statement:
    made = Statement(
        id=id,
        speaker=Speaker(kind=SpeakerKind.STATE, name="France", state=FRA),
        setting=kz_upr.Setting.INTERACTIVE_DIALOGUE,
        points=(kz_upr.Point(act=kz_upr.Act.COMMENDS, summary="progress"),),
        citations=HERE,
    )
    return attrs.evolve(made, **fields)


def a_review(**fields: object) -> Review:
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
                subject="a number",
                accounts=(
                    kz_upr.Account(value="1", citation=HERE[0]),
                    kz_upr.Account(value="2", citation=HERE[0]),
                ),
                why="because",
            ),
        ),
        citations=HERE,
    )
    return attrs.evolve(made, **fields)


def with_recommendation(**fields: object) -> Review:
    return a_review(recommendations=(recommendation("139.1"), recommendation("139.2", **fields)))


def with_statement(**fields: object) -> Review:
    return a_review(statements=(statement("KAZ-3-fra", **fields),))


BROKEN: dict[str, tuple[Callable[[], Review], str, str]] = {
    "id": (lambda: a_review(id="KAZ-2", recommendations=()), "$.id", "KAZ-3"),
    "cycle": (lambda: a_review(cycle=0), "$.cycle", "first cycle is 1"),
    "no citation": (lambda: a_review(citations=()), "$.citations", "citation"),
    "held, recommendations": (
        lambda: a_review(recommendations=(recommendation("139.1"),)),
        "$.coverage.recommendations.held",
        "says 2, there are 1",
    ),
    "held, statements": (lambda: a_review(statements=()), "$.coverage.statements.held", "says 1, there are 0"),
    "held more than stated": (
        lambda: a_review(coverage=kz_upr.Coverage(recommendations=Held(held=2, stated=1), statements=Held(held=1))),
        "$.coverage.recommendations.held",
        "2 held, but only 1 stated",
    ),
    "totals add up": (
        lambda: a_review(totals=Totals(received=10, supported=9, noted=2, citations=HERE)),
        "$.totals",
        "9 + 2 answered, but only 10 received",
    ),
    "totals, partly": (
        lambda: a_review(totals=Totals(received=10, supported=8, noted=2, partly=1, citations=HERE)),
        "$.totals",
        "8 + 2 + 1",
    ),
    "totals below what is held": (
        lambda: a_review(totals=Totals(received=10, supported=1, noted=2, citations=HERE)),
        "$.totals",
        "2 recommendations are supported, but only 1",
    ),
    "received below what is held": (
        lambda: a_review(totals=Totals(received=1, citations=HERE)),
        "$.totals",
        "2 recommendations held, but only 1 received",
    ),
    "totals without a place": (lambda: a_review(totals=Totals(received=10)), "$.totals.citations", "citation"),
    "totals below nothing": (
        lambda: a_review(totals=Totals(received=10, noted=-1, citations=HERE)),
        "$.totals.noted",
        "less than nothing",
    ),
    "more speaking States than speakers": (lambda: a_review(speakers=1), "$.speaking_states", "2 States listed"),
    "a State twice in the troika": (lambda: a_review(troika=(FRA, PER, FRA)), "$.troika[2]", "FRA stands there twice"),
    "recommends without speaking": (
        lambda: a_review(speaking_states=(PER,)),
        "$.recommendations[0].clauses[0].states[0]",
        "France recommends but is not among",
    ),
    "a number twice": (
        lambda: a_review(recommendations=(recommendation("139.1"), recommendation("139.1"))),
        "$.recommendations[1]",
        "KAZ-3-139.1 stands there twice",
    ),
    "id of a recommendation": (
        lambda: with_recommendation(id="KAZ-3-139.3"),
        "$.recommendations[1].id",
        "expected KAZ-3-139.2",
    ),
    "number": (
        lambda: a_review(recommendations=(recommendation("139.1"), recommendation("139-2"))),
        "$.recommendations[1].number",
        "a number like",
    ),
    "recommendation without a place": (
        lambda: with_recommendation(citations=()),
        "$.recommendations[1].citations",
        "citation",
    ),
    "fingerprint": (lambda: with_recommendation(text_sha256="ABC"), "$.recommendations[1].text_sha256", "64"),
    "action without subject": (
        lambda: with_recommendation(clauses=(Clause(action=Action.RATIFY),)),
        "$.recommendations[1].clauses[0]",
        "without a subject",
    ),
    "subject too long": (
        lambda: with_recommendation(clauses=(Clause(), Clause(subject="x" * 121))),
        "$.recommendations[1].clauses[1].subject",
        "found 121",
    ),
    "subject empty": (
        lambda: with_recommendation(clauses=(Clause(subject=""),)),
        "$.recommendations[1].clauses[0].subject",
        "found 0",
    ),
    "a State twice in a clause": (
        lambda: with_recommendation(clauses=(Clause(states=(PER, FRA, PER)),)),
        "$.recommendations[1].clauses[0].states[2]",
        "PER stands there twice",
    ),
    "stages out of order": (
        lambda: with_recommendation(
            positions=(answer(PositionValue.NOTED), answer(PositionValue.SUPPORTED, Stage.WORKING_GROUP))
        ),
        "$.recommendations[1].positions",
        "order of time",
    ),
    "position without a place": (
        lambda: with_recommendation(positions=(answer(PositionValue.NOTED, citations=()),)),
        "$.recommendations[1].positions[0].citations",
        "citation",
    ),
    "qualifier of what is not supported": (
        lambda: with_recommendation(positions=(answer(PositionValue.NOTED, qualifier=Qualifier.IN_PROCESS),)),
        "$.recommendations[1].positions[0].qualifier",
        "only a supported",
    ),
    "a topic twice": (
        lambda: with_recommendation(topics=(kz_upr.list_topics()[0],) * 2),
        "$.recommendations[1].topics[1]",
        "A1 stands there twice",
    ),
    "statement twice": (
        lambda: a_review(statements=(statement("KAZ-3-fra"), statement("KAZ-3-fra"))),
        "$.statements[1]",
        "KAZ-3-fra stands there twice",
    ),
    "statement without a place": (lambda: with_statement(citations=()), "$.statements[0].citations", "citation"),
    "statement without a point": (lambda: with_statement(points=()), "$.statements[0].points", "at least one"),
    "State without a State": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE, name="France")),
        "$.statements[0].speaker.state",
        "needs a State",
    ),
    "group of States that is one": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.GROUP_OF_STATES, name="some", state=FRA)),
        "$.statements[0].speaker.state",
        "no single State",
    ),
    "another State under review": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE_UNDER_REVIEW, name="France", state=FRA)),
        "$.statements[0].speaker.kind",
        "in the review of Kazakhstan",
    ),
    "the State under review as one of the States": (
        lambda: with_statement(speaker=Speaker(kind=SpeakerKind.STATE, name="Kazakhstan", state=KAZ)),
        "$.statements[0].speaker.kind",
        "in the review of Kazakhstan",
    ),
    "one account is no discrepancy": (
        lambda: a_review(
            discrepancies=tuple(attrs.evolve(d, accounts=d.accounts[:1]) for d in a_review().discrepancies)
        ),
        "$.discrepancies[0].accounts",
        "at least two",
    ),
    "discrepancy twice": (
        lambda: a_review(discrepancies=a_review().discrepancies * 2),
        "$.discrepancies[1]",
        "d stands there twice",
    ),
    "institution twice": (
        lambda: a_review(
            delegation=kz_upr.Delegation(
                institutions=(kz_upr.Institution(id="court", name="Court", kind=kz_upr.InstitutionKind.COURT),) * 2
            )
        ),
        "$.delegation.institutions[1]",
        "court stands there twice",
    ),
}


def test_the_review_that_the_others_are_made_of_is_sound() -> None:
    assert faults_of(a_review()) == []


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_found_where_it_is_broken(broken: str) -> None:
    make, path, fault = BROKEN[broken]
    found = faults_of(make())
    assert [f for p, f in found if p == path and fault in f], found


@pytest.mark.parametrize("broken", BROKEN)
def test_a_document_that_breaks_a_rule_is_refused(broken: str) -> None:
    make, path, _ = BROKEN[broken]
    document = kz_upr.to_dict(make())
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.from_dict(document)
    assert path in [p for p, _ in caught.value.faults]


def test_all_broken_rules_at_once() -> None:
    bad = recommendation("139.2", citations=(), topics=(), clauses=(Clause(subject="x" * 200),), text_sha256="x")
    paths = [path for path, _ in faults_of(a_review(recommendations=(recommendation("139.1"), bad), speakers=1))]
    assert set(paths) == {
        "$.speaking_states",
        "$.recommendations[1].citations",
        "$.recommendations[1].text_sha256",
        "$.recommendations[1].clauses[0].subject",
    }


def test_a_recommendation_with_a_number_and_nothing_else_is_legal() -> None:
    # A/HRC/43/10/Add.1, para. 9: 139.2 is noted, and no text of it is known
    bare = Recommendation(id="KAZ-3-139.2", number="139.2", citations=HERE)
    assert faults_of(bare) == []


@given(reviews())
def test_reviews_that_keep_the_rules_have_no_fault(review: Review) -> None:
    assert faults_of(review) == []


@given(recommendations())
def test_recommendations_that_keep_the_rules_have_no_fault(made: Recommendation) -> None:
    assert faults_of(made) == []


@given(st.data())
def test_no_object_of_any_class_breaks_the_rules_themselves(data: st.DataObject) -> None:
    """Whatever is in an object, its faults are told and nothing else is raised."""
    thing = data.draw(of_class(data.draw(st.sampled_from(CLASSES))))
    assert all(path.startswith("$") and fault for path, fault in faults_of(thing))


@pytest.mark.parametrize(
    ("thing", "path"),
    [
        (Clause(subject="x" * 121), "$.subject"),
        (answer(PositionValue.NOTED, citations=()), "$.citations"),
        (Speaker(kind=SpeakerKind.STATE, name="France"), "$.state"),
        (Held(held=2, stated=1), "$.held"),
        (Totals(received=1, supported=2, citations=HERE), "$"),
        (Discrepancy(id="d", subject="", accounts=(), why=""), "$.accounts"),
        (statement("x", points=()), "$.points"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_the_rules_of_a_part_hold_when_it_stands_alone(thing: object, path: str) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.from_dict(kz_upr.to_dict(thing))
    assert [p for p, _ in caught.value.faults] == [path]


@given(statements())
def test_statements_that_keep_the_rules_have_no_fault(made: Statement) -> None:
    assert faults_of(made) == []


@pytest.mark.parametrize("edition", [edition.id for edition in kz_upr.editions()])
def test_every_edition_keeps_the_rules(edition: str) -> None:
    for review in kz_upr.load_reviews(edition=edition):
        assert faults_of(review) == []
