"""The rules that hold in every object: citations, texts and numbers; and the rules of all classes together."""

from collections.abc import Callable
from functools import partial

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import (
    Clause,
    Held,
    Note,
    PositionValue,
    Recommendation,
    Review,
    Statement,
    Totals,
)
from kz_upr.model import faults_of
from made_faults import (
    HERE,
    SOURCE,
    Broken,
    a_review,
    answer,
    check_broken,
    check_legal,
    outcome,
    recommendation,
    with_clause,
    with_point,
    with_recommendation,
    with_statement,
)
from strategies import CLASSES, of_class, recommendations, reviews, statements, times

BROKEN: Broken = {
    "cycle": (lambda: a_review(cycle=0), "$.cycle", "must be 1 or more: 0"),
    "review without a citation": (
        lambda: a_review(citations=()),
        "$.citations",
        "a review needs at least one citation",
    ),
    "negative number held": (
        lambda: a_review(coverage=kz_upr.Coverage(recommendations=Held(held=-1), statements=Held(held=1))),
        "$.coverage.recommendations.held",
        "must not be negative: -1",
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
    "recommendation without a citation": (
        lambda: with_recommendation(citations=()),
        "$.recommendations[1].citations",
        "a recommendation needs at least one citation",
    ),
    "empty summary of a clause": (
        lambda: with_clause(summary=""),
        "$.recommendations[1].clauses[1].summary",
        "expected text, got ''",
    ),
    "position without a citation": (
        lambda: with_recommendation(positions=(answer(PositionValue.NOTED, citations=()),)),
        "$.recommendations[1].positions[0].citations",
        "a position needs at least one citation",
    ),
    "empty summary of a point": (
        lambda: with_point(summary=""),
        "$.statements[0].points[0].summary",
        "expected text, got ''",
    ),
    "note without a citation": (
        lambda: a_review(notes=(Note(text="A remark.", citations=HERE), Note(text="Another."))),
        "$.notes[1].citations",
        "a note needs at least one citation",
    ),
    "statement without a citation": (
        lambda: with_statement(citations=()),
        "$.statements[0].citations",
        "a statement needs at least one citation",
    ),
    "session before the first": (lambda: a_review(session=0), "$.session", "must be 1 or more: 0"),
    "negative session": (lambda: a_review(session=-3), "$.session", "must be 1 or more: -3"),
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


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_found_at_its_place(broken: str) -> None:
    check_broken(BROKEN, broken)


LEGAL: dict[str, Callable[[], Review]] = {
    "text of several lines": lambda: with_statement(points=(), official_text="One.\n\nTwo."),
    "text that begins with a mark": lambda: a_review(venue="\u200bGeneva"),
    "largest numbers": lambda: a_review(speakers=1_000_000, meeting=1),
    "no speakers and no members": lambda: a_review(
        speakers=0, speaking_states=(), delegation=kz_upr.Delegation(stated_size=0)
    ),
}


@pytest.mark.parametrize("legal", LEGAL)
def test_what_is_legal(legal: str) -> None:
    check_legal(LEGAL[legal]())


def test_the_review_from_which_the_others_are_made_has_no_fault() -> None:
    assert faults_of(a_review()) == []


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


@pytest.mark.parametrize("edition", [edition.id for edition in kz_upr.editions()])
def test_every_edition_keeps_the_rules(edition: str) -> None:
    for review in kz_upr.load_reviews(edition=edition):
        assert faults_of(review) == []
