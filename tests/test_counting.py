"""Recommendations and statements counted, and grouped by State."""

import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import Act, Action, Manner, PositionValue, Recommendation, RegionalGroup, Review, Statement
from made_review import (
    CAT,
    CHILDREN,
    CRC,
    DETAINEES,
    DETENTION,
    EDUCATION,
    FRA,
    HELD,
    JPN,
    MEDIA,
    PER,
    REMEDY,
    SAID,
    TORTURE,
    review_of,
)
from strategies import STATES, recommendations, reviews, statements


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
            Action.CONTINUE: 1,  # the second action of its clause
            Action.INVESTIGATE: 1,
            None: 2,
        }

    def test_by_group(self) -> None:
        assert kz_upr.count_by(HELD, "group") == {
            RegionalGroup.WESTERN_EUROPE_OTHERS: 2,
            RegionalGroup.LATIN_AMERICA_CARIBBEAN: 2,
            RegionalGroup.ASIA_PACIFIC: 1,
            None: 1,
        }

    def test_by_theme(self) -> None:
        """Torture, in both clauses of 1.2, counts once."""
        assert kz_upr.count_by(HELD, "theme") == {EDUCATION: 1, TORTURE: 1, DETENTION: 1, REMEDY: 1, None: 2}

    def test_by_persons(self) -> None:
        assert kz_upr.count_by(HELD, "persons") == {CHILDREN: 1, DETAINEES: 1, None: 2}

    def test_by_instrument_and_manner(self) -> None:
        assert kz_upr.count_by(HELD, "instrument") == {CRC: 1, CAT: 1, None: 2}
        assert kz_upr.count_by(HELD, "manner") == {Manner.JOIN: 1, Manner.IMPLEMENT: 1, Manner.STANDARD: 1, None: 2}

    def test_recommendations_have_no_acts(self) -> None:
        assert kz_upr.count_by(HELD, "act") == {None: 4}

    @pytest.mark.parametrize(
        ("key", "counts"),
        [
            ("state", {PER: 1, FRA: 1, JPN: 1, None: 1}),
            (
                "group",
                {
                    RegionalGroup.LATIN_AMERICA_CARIBBEAN: 1,
                    RegionalGroup.WESTERN_EUROPE_OTHERS: 1,
                    RegionalGroup.ASIA_PACIFIC: 1,
                    None: 1,
                },
            ),
            ("act", {Act.COMMENDS: 1, Act.RECOMMENDS: 1, Act.IS_CONCERNED: 1, None: 1}),
            ("theme", {EDUCATION: 1, TORTURE: 1, None: 2}),
            ("persons", {DETAINEES: 1, MEDIA: 1, None: 1}),
            ("instrument", {CAT: 1, None: 2}),
            ("manner", {Manner.JOIN: 1, None: 2}),
            ("position", {None: 3}),
            ("action", {None: 3}),
        ],
    )
    def test_statements(self, key: kz_upr.CountKey, counts: dict[object, int]) -> None:
        assert kz_upr.count_by(SAID, key) == counts

    def test_the_most_frequent_first(self) -> None:
        keys: tuple[kz_upr.CountKey, ...] = ("state", "group", "position", "action", "theme", "persons", "instrument")
        for key in keys:
            counts = list(kz_upr.count_by(kz_upr.load_review(1).recommendations, key).values())
            assert counts == sorted(counts, reverse=True)

    def test_any_iterable(self) -> None:
        assert kz_upr.count_by(iter(HELD), "state") == kz_upr.count_by(HELD, "state")
        assert kz_upr.count_by((), "state") == {}

    def test_another_key(self) -> None:
        with pytest.raises(ValueError, match=r"^expected one of state, group, position, .*, manner; got 'colour'$"):
            kz_upr.count_by(HELD, "colour")  # type: ignore[arg-type]

    @given(st.lists(recommendations(), max_size=5))
    def test_sums(self, held: list[Recommendation]) -> None:
        assert sum(kz_upr.count_by(held, "position").values()) == len(held)
        assert sum(kz_upr.count_by(held, "state").values()) == sum(max(1, len(r.states)) for r in held)
        assert sum(kz_upr.count_by(held, "theme").values()) == sum(max(1, len(set(r.themes))) for r in held)
        assert sum(kz_upr.count_by(held, "persons").values()) == sum(max(1, len(r.affected_persons)) for r in held)
        assert sum(kz_upr.count_by(held, "action").values()) == sum(max(1, len(r.actions)) for r in held)

    @given(st.lists(statements(), max_size=5))
    def test_sums_of_statements(self, said: list[Statement]) -> None:
        assert sum(kz_upr.count_by(said, "state").values()) == sum(max(1, len(s.speaker.states)) for s in said)
        acts = [{point.act for point in statement.points} for statement in said]
        assert sum(kz_upr.count_by(said, "act").values()) == sum(max(1, len(each)) for each in acts)

    @given(st.lists(recommendations(), max_size=5))
    def test_a_count_is_what_select_finds(self, held: list[Recommendation]) -> None:
        for action, count in kz_upr.count_by(held, "action").items():
            assert action is None or count == len(kz_upr.select(held, action=action))
        for manner, count in kz_upr.count_by(held, "manner").items():
            assert manner is None or count == len(kz_upr.select(held, manner=manner))

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
        with pytest.raises(kz_upr.UnknownStateError, match=r"^no State 'Kazakhstann'; nearest: Kazakhstan"):
            found["Kazakhstann"]
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
        assert said == sum(len(statement.speaker.states) for statement in review.statements)

    def test_a_joint_statement_is_with_each_of_its_states(self) -> None:
        found = kz_upr.by_state(review_of(statements=SAID))
        assert {state.iso3 for state in found} == {"FRA", "JPN", "PER"}
        assert found["FRA"].statements == found["JPN"].statements == (SAID[1],)

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
