"""Recommendations counted, and grouped by the State that made them."""

import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import Action, PositionValue, Recommendation, Review
from made_review import D2, D4, E5, FRA, HELD, JPN, PER
from strategies import STATES, recommendations, reviews


class TestCountBy:
    def test_by_state(self) -> None:
        assert kz_upr.count_by(HELD, "state") == {FRA: 2, PER: 2, JPN: 1, None: 1}

    def test_by_position(self) -> None:
        assert kz_upr.count_by(HELD, "position") == {
            PositionValue.NOTED: 2,
            PositionValue.SUPPORTED: 1,
            None: 1,
        }

    def test_by_action(self) -> None:
        assert kz_upr.count_by(HELD, "action") == {
            Action.RATIFY: 1,
            Action.PREVENT: 1,
            Action.INVESTIGATE: 1,
            None: 2,
        }

    def test_by_topic(self) -> None:
        assert kz_upr.count_by(HELD, "topic") == {E5: 1, D2: 1, D4: 1, None: 2}

    def test_the_most_frequent_first(self) -> None:
        for key in ("state", "position", "action", "topic"):
            counts = list(kz_upr.count_by(kz_upr.load_review(1).recommendations, key).values())
            assert counts == sorted(counts, reverse=True)

    def test_any_iterable(self) -> None:
        assert kz_upr.count_by(iter(HELD), "state") == kz_upr.count_by(HELD, "state")
        assert kz_upr.count_by((), "state") == {}

    def test_another_key(self) -> None:
        with pytest.raises(ValueError, match=r"^expected one of state, position, action, topic; got 'colour'$"):
            kz_upr.count_by(HELD, "colour")  # type: ignore[arg-type]

    @given(st.lists(recommendations(), max_size=5))
    def test_sums(self, held: list[Recommendation]) -> None:
        assert sum(kz_upr.count_by(held, "position").values()) == len(held)
        assert sum(kz_upr.count_by(held, "state").values()) == sum(max(1, len(r.states)) for r in held)
        assert sum(kz_upr.count_by(held, "topic").values()) == sum(max(1, len(r.topics)) for r in held)
        actions = [len({clause.action for clause in r.clauses}) for r in held]
        assert sum(kz_upr.count_by(held, "action").values()) == sum(max(1, count) for count in actions)

    @pytest.mark.parametrize("cycle", [1, 2])
    def test_positions_add_up_to_the_totals_of_the_council(self, cycle: int) -> None:
        review = kz_upr.load_review(cycle)
        assert review.totals is not None
        assert kz_upr.count_by(review.recommendations, "position") == {
            PositionValue.SUPPORTED: review.totals.supported,
            PositionValue.NOTED: review.totals.noted,
        }


class TestByState:
    def test_by_name_code_and_state(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        assert found["FRA"] == found["France"] == found["fr"] == found[FRA]
        assert "KAZ-3-139.124" in {r.id for r in found["France"].recommendations}
        assert "KAZ-3-dialogue-fra" in {s.id for s in found["France"].statements}

    def test_a_state_that_neither_spoke_nor_recommended(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        silent = found["Tuvalu"]
        assert (silent.state.iso3, silent.statements, silent.recommendations) == ("TUV", (), ())
        assert "Tuvalu" not in found  # type: ignore[comparison-overlap]
        assert kz_upr.resolve_state("Tuvalu") not in list(found)

    def test_a_name_that_is_not_a_state(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        with pytest.raises(kz_upr.UnknownStateError, match=r"^no State 'Ruritania'; nearest: Mauritania"):
            found["Ruritania"]
        assert "Ruritania" not in found  # type: ignore[comparison-overlap]
        assert 3 not in found  # type: ignore[comparison-overlap]

    def test_get_returns_its_default_for_a_name_that_is_not_a_state(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        assert found.get("Nowhere", 0) == 0
        assert found.get("Nowhere") is None
        assert found.get("France") == found["France"]
        silent = found.get("Tuvalu")
        assert silent is not None
        assert silent.recommendations == ()

    def test_in_alphabetical_order(self) -> None:
        names = [state.name for state in kz_upr.by_state(kz_upr.load_review())]
        assert names == sorted(names)
        assert "Kazakhstan" in names

    def test_length_and_repr(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        assert len(found) == len(list(found)) == len(found.values())
        assert repr(found) == f"<Contributions of {len(found)} States>"
        assert repr(found["Peru"]) == "<Contribution of Peru: 0 statements, 0 recommendations>"

    def test_groups_and_others_are_left_out(self) -> None:
        review = kz_upr.load_review()
        said = sum(len(contribution.statements) for contribution in kz_upr.by_state(review).values())
        assert said == sum(statement.speaker.state is not None for statement in review.statements)

    def test_several_reviews_together(self) -> None:
        alone = [kz_upr.by_state(review) for review in kz_upr.load_reviews()]
        for state, contribution in kz_upr.by_state(kz_upr.load_reviews()).items():
            parts = [found[state] for found in alone]
            assert contribution.recommendations == tuple(r for part in parts for r in part.recommendations)
            assert contribution.statements == tuple(s for part in parts for s in part.statements)

    @given(reviews())
    def test_every_recommendation_is_with_each_of_its_states(self, review: Review) -> None:
        found = kz_upr.by_state(review)
        pairs = {(state, r.id) for state, contribution in found.items() for r in contribution.recommendations}
        assert pairs == {(state, r.id) for r in review.recommendations for state in r.states}

    @given(reviews(), st.sampled_from(STATES))
    def test_every_state_has_a_contribution(self, review: Review, state: kz_upr.State) -> None:
        contribution = kz_upr.by_state(review)[state]
        assert contribution.state is state
        assert contribution.recommendations == kz_upr.select(review.recommendations, state=state)
