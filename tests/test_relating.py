"""Recommendations of one review that may correspond to those of another."""

import attrs
import pytest
from hypothesis import given

import kz_upr
from kz_upr import Recommendation, Review
from made_review import HELD, REVIEW
from strategies import recommendations, reviews


def test_best_first() -> None:
    hits = kz_upr.related(HELD[1], kz_upr.load_review(2))
    assert len(hits) == 5
    assert all(0 < hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_never_itself() -> None:
    assert HELD[1] not in [hit.found for hit in kz_upr.related(HELD[1], REVIEW)]


def test_the_same_demand_in_another_review_scores_highest() -> None:
    other = attrs.evolve(HELD[1], id="KAZ-8-7.7", number="7.7")
    hit, *rest = kz_upr.related(other, REVIEW)
    assert hit.found is HELD[1]
    assert hit.score == pytest.approx(1.0)
    assert all(more.score < 0.9 for more in rest)


def test_of_an_unknown_content() -> None:
    assert kz_upr.related(HELD[2], kz_upr.load_review()) == ()
    # A/HRC/43/10/Add.1, para. 9: of 139.2 only the number is known
    unknown = kz_upr.find_recommendation(kz_upr.load_review(), "139.2")
    assert all(kz_upr.related(unknown, review) == () for review in kz_upr.load_reviews())


def test_in_a_review_without_recommendations() -> None:
    assert kz_upr.related(HELD[1], kz_upr.load_review(4)) == ()


def test_at_most_the_limit() -> None:
    assert len(kz_upr.related(HELD[1], kz_upr.load_review(2), limit=2)) == 2
    assert kz_upr.related(HELD[1], kz_upr.load_review(2), limit=0) == ()


def test_something_other_than_a_recommendation_and_a_review() -> None:
    with pytest.raises(TypeError, match=r"^expected a Recommendation, got a Review$"):
        kz_upr.related(REVIEW, REVIEW)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"^expected a Review, got a tuple$"):
        kz_upr.related(HELD[1], HELD)  # type: ignore[arg-type]


@given(reviews(), recommendations())
def test_any(review: Review, asked: Recommendation) -> None:
    hits = kz_upr.related(asked, review, limit=3)
    assert len(hits) <= 3
    assert all(0 < hit.score <= 1 for hit in hits)
    assert asked.id not in {hit.found.id for hit in hits}


def test_every_recommendation_held() -> None:
    for recommendation in kz_upr.load_review().recommendations:
        for review in kz_upr.load_reviews():
            for hit in kz_upr.related(recommendation, review):
                assert 0 < hit.score <= 1
                assert hit.found.id != recommendation.id
