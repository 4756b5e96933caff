"""The steps of reviews in time."""

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import Clause, Event, EventKind, Review, Setting, Stage
from made_review import REVIEW
from strategies import reviews


@pytest.fixture(scope="module")
def events() -> tuple[Event, ...]:
    return kz_upr.timeline(kz_upr.load_reviews())


def test_in_chronological_order_with_citations(events: tuple[Event, ...]) -> None:
    assert [event.date for event in events] == sorted(event.date for event in events)
    assert all(event.citations for event in events)
    assert all(event.title for event in events)


@pytest.mark.parametrize(
    ("date", "kind", "review"),
    [
        ("2010-02-12", "review", "KAZ-1"),  # A/HRC/14/10, para. 1
        ("2010-02-16", "report adopted by the Working Group", "KAZ-1"),  # para. 1
        ("2010-03-23", "report issued", "KAZ-1"),  # its cover
        ("2010-06-09", "outcome adopted by the Council", "KAZ-1"),  # A/HRC/14/37
        ("2014-10-30", "review", "KAZ-2"),  # A/HRC/28/10, para. 1
        ("2014-11-04", "report adopted by the Working Group", "KAZ-2"),  # para. 1
        ("2014-12-10", "report issued", "KAZ-2"),  # its cover
        ("2015-03-19", "outcome adopted by the Council", "KAZ-2"),  # A/HRC/28/2, para. 941
        ("2019-10-16", "national report", "KAZ-3"),  # its cover
        ("2019-11-07", "review", "KAZ-3"),  # A/HRC/43/2, para. 667
        ("2020-02-24", "addendum", "KAZ-3"),  # its cover
        ("2020-03-12", "outcome adopted by the Council", "KAZ-3"),  # A/HRC/43/2, para. 668
        ("2025-01-23", "review", "KAZ-4"),  # kaztag.info
    ],
)
def test_the_steps_of_the_reviews(events: tuple[Event, ...], date: str, kind: str, review: str) -> None:
    assert (date, kind, review) in {(str(e.date), str(e.kind), e.review) for e in events}


def test_titles_name_session_symbol_and_decision(events: tuple[Event, ...]) -> None:
    titles = {(event.review, event.kind): event.title for event in events}
    assert titles["KAZ-3", EventKind.REVIEW] == "Review of Kazakhstan, session 34 of the Working Group"
    assert titles["KAZ-3", EventKind.NATIONAL_REPORT] == "National report (A/HRC/WG.6/34/KAZ/1)"
    assert titles["KAZ-3", EventKind.OUTCOME] == "Outcome adopted by the Council, decision 43/109"
    assert titles["KAZ-2", EventKind.REPORT_ISSUED] == "Report of the Working Group issued (A/HRC/28/10)"


def test_undated_steps_are_omitted() -> None:
    kinds = [event.kind for event in kz_upr.timeline(kz_upr.load_review(4))]
    assert EventKind.OUTCOME not in kinds
    assert kz_upr.timeline(REVIEW) == ()


def test_one_review_or_several(events: tuple[Event, ...]) -> None:
    one = kz_upr.timeline(kz_upr.load_review())
    assert one == kz_upr.timeline([kz_upr.load_review()])
    assert set(one) < set(events)
    assert kz_upr.timeline(()) == ()


def test_steps_of_one_day_are_in_the_order_of_a_review() -> None:
    review = kz_upr.load_review(2)
    assert review.outcome is not None
    same_day = attrs.evolve(review, adopted=review.date, outcome=attrs.evolve(review.outcome, date=review.date))
    kinds = [event.kind for event in kz_upr.timeline(same_day) if event.date == review.date]
    assert kinds == [EventKind.REVIEW, EventKind.REPORT_ADOPTED, EventKind.OUTCOME]


def test_of_a_theme_the_steps_at_which_it_was_spoken_of_recommended_or_answered() -> None:
    first = kz_upr.timeline(kz_upr.load_review(1), theme="death penalty")
    recommended = {f"KAZ-1-{number}" for number in ("95.41", "97.3", "97.16", "97.17", "97.18")}  # A/HRC/14/10
    assert [(event.kind, set(event.about)) for event in first] == [
        (EventKind.REVIEW, recommended),
        (EventKind.REPORT_ADOPTED, recommended),  # answered in the report, or left for the Council
        (EventKind.OUTCOME, recommended),
    ]


def test_a_written_answer_belongs_to_the_addendum() -> None:
    review = kz_upr.load_review()
    (answered,) = (r for r in review.recommendations if r.number == "139.2")
    assert [position.stage for position in answered.positions] == [Stage.ADDENDUM]
    coded = attrs.evolve(answered, clauses=(Clause(themes=(kz_upr.resolve_theme("torture"),)),))
    events = kz_upr.timeline(attrs.evolve(review, recommendations=(coded,), statements=()), theme="torture")
    assert [(event.kind, event.about) for event in events] == [
        (EventKind.REVIEW, (coded.id,)),
        (EventKind.ADDENDUM, (coded.id,)),
    ]


def test_what_was_said_at_the_council_belongs_to_the_outcome() -> None:
    review = kz_upr.load_review()
    spoken = {s.id: s.setting for s in kz_upr.select(review.statements, theme="death penalty")}
    found = {event.kind: event.about for event in kz_upr.timeline(review, theme="death penalty")}
    assert set(found) == {EventKind.REVIEW, EventKind.OUTCOME}
    assert {spoken[id] for id in found[EventKind.REVIEW]} == {Setting.INTERACTIVE_DIALOGUE}
    assert {spoken[id] for id in found[EventKind.OUTCOME]} == {Setting.COUNCIL_OPENING, Setting.COUNCIL_STATES}
    outside = [id for id, setting in spoken.items() if setting is Setting.OUTSIDE]
    assert outside
    assert not set(outside) & {id for about in found.values() for id in about}


def test_a_theme_of_which_nothing_is_known_and_one_that_does_not_exist(events: tuple[Event, ...]) -> None:
    assert kz_upr.timeline(kz_upr.load_review(4), theme="death penalty") == ()
    assert all(event.about == () for event in events)
    with pytest.raises(kz_upr.UnknownThemeError, match="no theme 'death penalti'; nearest: Death penalty"):
        kz_upr.timeline(kz_upr.load_review(), theme="death penalti")


@given(st.lists(reviews(), max_size=2))
def test_any_reviews(some: list[Review]) -> None:
    found = kz_upr.timeline(some)
    assert [event.date for event in found] == sorted(event.date for event in found)
    assert sum(event.kind is EventKind.REVIEW for event in found) == sum(review.date is not None for review in some)
