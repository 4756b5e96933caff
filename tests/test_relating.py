"""Recommendations of one review that may correspond to those of another."""

import attrs
import pytest
from hypothesis import given

import kz_upr
from kz_upr import Recommendation, Review
from made_review import HELD, REVIEW, review_of
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


class TestDeathPenalty:
    """Demands of 2010 to abolish the death penalty or join the protocol on it reach those of 2014.

    In A/HRC/28/10, France asks for abolition in 126.26, and 126.5 to 126.7 are about the Second Optional Protocol.
    """

    def reached(self, number: str) -> set[str]:
        asked = kz_upr.find_recommendation(kz_upr.load_review(1), number)
        return {hit.found.id.removeprefix("KAZ-2-") for hit in kz_upr.related(asked, kz_upr.load_review(2))}

    def test_abolition(self) -> None:
        assert "126.26" in self.reached("97.16")

    @pytest.mark.parametrize("number", ["97.17", "95.41"])
    def test_the_second_optional_protocol(self, number: str) -> None:
        assert self.reached(number) & {"126.5", "126.6", "126.7"}


def test_equal_scores_count_once() -> None:
    """Demands in the same words are returned together, whatever the limit."""
    (clause,) = HELD[0].clauses
    twins = [
        attrs.evolve(HELD[0], id=f"KAZ-9-2.{n}", number=f"2.{n}", clauses=(attrs.evolve(clause, states=(state,)),))
        for n, state in enumerate((kz_upr.resolve_state("MLI"), kz_upr.resolve_state("TGO")))
    ]
    hits = kz_upr.related(HELD[0], review_of(*twins, *HELD[1:]), limit=1)
    assert [hit.found for hit in hits] == twins


def test_an_instrument_alone_relates_two_demands() -> None:
    """Demands to join one treaty are candidates, even in other words."""
    (clause,) = HELD[0].clauses
    other = attrs.evolve(clause, summary="Become a party to it.", themes=(), affected_persons=())
    asked = attrs.evolve(HELD[0], id="KAZ-8-5.5", number="5.5", clauses=(other,))
    assert kz_upr.related(asked, REVIEW)[0].found is HELD[0]
