"""Finding and selecting recommendations."""

import gc
import json
import re
import weakref
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from conftest import Run
from kz_upr import Action, PositionValue, Review
from kz_upr.queries import once_per_review
from made_review import D4, E5, HELD, JPN, REVIEW, review_of
from strategies import STATES, reviews


def numbers(found: Any) -> list[str]:
    return [recommendation.number for recommendation in found]


class TestFind:
    @pytest.mark.parametrize(
        "asked",
        [
            "139.124",
            "KAZ-3-139.124",
            " 139.124 ",
            " 139.124.",
            "139,124",
            "139-124",
            "139 . 124",
            "kaz-3-139.124",
            "Kaz-3-139.124",
            " KAZ-3-139,124 ",
            "١٣٩.١٢٤",
            "KAZ-3-१३९.१२४",
            "１３９.１２４",
        ],
    )
    def test_by_number_or_id_as_people_write_it(self, asked: str) -> None:
        found = kz_upr.find_recommendation(kz_upr.load_review(), asked)
        assert (found.id, found.number) == ("KAZ-3-139.124", "139.124")

    @pytest.mark.parametrize("cycle", [1, 2, 3, 4])
    def test_every_number_and_id_is_found(self, cycle: int) -> None:
        review = kz_upr.load_review(cycle)
        for recommendation in review.recommendations:
            for asked in (recommendation.number, recommendation.id, recommendation.id.lower()):
                assert kz_upr.find_recommendation(review, asked) is recommendation

    @pytest.mark.parametrize(
        ("asked", "near"),
        [
            ("1.4", ("1.2", "1.3", "1.10")),  # numbers are compared by their parts: 1.10 comes after 1.4
            ("1.99", ("1.3", "1.10")),
            ("0.1", ("1.1", "1.2")),
            ("KAZ-9-1.4", ("1.2", "1.3", "1.10")),
            ("KAZ-8-1.1", ()),  # another review
            ("1.1 and more", ()),
            ("word", ()),
            ("", ()),
        ],
    )
    def test_a_number_that_is_not_held(self, asked: str, near: tuple[str, ...]) -> None:
        message = f"no recommendation {asked!r} in KAZ-9 (which holds 4 of an unknown number); nearest: "
        with pytest.raises(kz_upr.UnknownRecommendationError, match=f"^{re.escape(message)}") as caught:
            kz_upr.find_recommendation(REVIEW, asked)
        assert set(near) <= set(caught.value.nearest)
        assert caught.value.existing == ("1.1", "1.2", "1.3", "1.10")

    def test_in_a_review_without_recommendations(self) -> None:
        with pytest.raises(KeyError, match=r"^no recommendation '1\.1' in KAZ-4 \(which holds 0 of 294\)$"):
            kz_upr.find_recommendation(kz_upr.load_review(4), "1.1")

    def test_a_number_that_is_not_a_string(self) -> None:
        """139.20 as a float is 139.2: another recommendation."""
        with pytest.raises(
            TypeError, match=r"^expected a str, got a float: write .* as a number 139\.20 would be 139\.2"
        ):
            kz_upr.find_recommendation(kz_upr.load_review(), 139.20)  # type: ignore[arg-type]

    @pytest.mark.parametrize(("thing", "kind"), [(None, "a NoneType"), ("139.124", "a str"), (HELD, "a tuple")])
    def test_something_other_than_a_review(self, thing: Any, kind: str) -> None:
        with pytest.raises(TypeError, match=f"^expected a Review, got {kind}$"):
            kz_upr.find_recommendation(thing, "139.124")


class TestFormerIds:
    """A recommendation that the joined documents number otherwise is still found under its former id."""

    REVIEW = review_of(HELD[0], attrs.evolve(HELD[1], former_ids=("KAZ-9-7.1", "KAZ-9-7.2")), *HELD[2:])

    @pytest.mark.parametrize("asked", ["7.1", "KAZ-9-7.1", "7,1", "kaz-9-7.2", " 7.2."])
    def test_it_is_found_with_a_warning(self, asked: str) -> None:
        message = r"^KAZ-9-7\.[12] has moved: it is KAZ-9-1\.2 in the joined documents$"
        with pytest.warns(kz_upr.RedirectWarning, match=message) as caught:
            assert kz_upr.find_recommendation(self.REVIEW, asked) is self.REVIEW.recommendations[1]
        assert caught[0].filename == __file__

    def test_other_ids_are_not_found(self) -> None:
        with pytest.raises(
            kz_upr.UnknownRecommendationError, match=r"^no recommendation '7\.3' in KAZ-9 \(which holds 4"
        ):
            kz_upr.find_recommendation(self.REVIEW, "7.3")


#: Asks for ids that have moved; in a process of its own, since the redirects are read only once.
REDIRECTED = """
import json, warnings
from unittest import mock
import kz_upr
from kz_upr import bundle

redirects = {
    "KAZ-3-7.1": {"to": ["KAZ-3-139.124"], "since": "2027.1"},
    "KAZ-3-7.2": {"to": ["KAZ-3-139.124", "KAZ-3-139.161"], "since": "2027.1"},
}
review = kz_upr.load_review()
outcomes = {}
with mock.patch.object(bundle, "read_json", lambda name: {"redirects.json": {"redirects": redirects}}[name]):
    for asked in ("7.1", "KAZ-3-7.1", "kaz-3-7.1", "7,1", "7.2", "KAZ-3-7.2", "7.3"):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                found = kz_upr.find_recommendation(review, asked).id
            except kz_upr.UnknownRecommendationError as error:
                found = [str(error), *error.nearest]
            told = [(w.category.__name__, str(w.message), w.filename) for w in caught]
        outcomes[asked] = (found, told)
print(json.dumps(outcomes))
"""


@pytest.fixture(scope="module")
def outcomes(python: Run) -> dict[str, Any]:
    """For each id asked for: what is found or the error with the nearest numbers, and the warnings."""
    found: dict[str, Any] = json.loads(python(REDIRECTED).stdout)
    return found


class TestRedirects:
    """Ids never die: one that moved is found with a warning, one that was split names its successors."""

    @pytest.mark.parametrize("asked", ["7.1", "KAZ-3-7.1", "kaz-3-7.1", "7,1"])
    def test_moved(self, outcomes: dict[str, Any], asked: str) -> None:
        message = "KAZ-3-7.1 has moved: it is KAZ-3-139.124 since edition 2027.1"
        assert outcomes[asked] == ["KAZ-3-139.124", [["RedirectWarning", message, "<string>"]]]

    @pytest.mark.parametrize("asked", ["7.2", "KAZ-3-7.2"])
    def test_split(self, outcomes: dict[str, Any], asked: str) -> None:
        (message, *nearest), warned = outcomes[asked]
        assert message.startswith("no recommendation '7.2' in KAZ-3 (split or merged since edition 2027.1); nearest: ")
        assert nearest == ["139.124", "139.161"]
        assert warned == []

    def test_an_id_that_never_was(self, outcomes: dict[str, Any]) -> None:
        (message, *_), warned = outcomes["7.3"]
        assert message.startswith("no recommendation '7.3' in KAZ-3 (which holds 18 of 245); nearest: ")
        assert warned == []


class TestSelect:
    @pytest.mark.parametrize(
        ("conditions", "found"),
        [
            ({}, ["1.1", "1.2", "1.3", "1.10"]),
            ({"state": "PER"}, ["1.1", "1.2"]),
            ({"state": "the French Republic"}, ["1.1", "1.10"]),
            ({"state": JPN}, ["1.2"]),
            ({"state": "Germany"}, []),
            ({"position": "noted"}, ["1.2", "1.3"]),
            ({"position": "Noted"}, ["1.2", "1.3"]),
            ({"position": PositionValue.SUPPORTED}, ["1.1"]),
            ({"position": "pending"}, []),
            ({"action": "investigate"}, ["1.2"]),
            ({"action": "INVESTIGATE"}, ["1.2"]),
            ({"action": Action.RATIFY}, ["1.1"]),
            ({"topic": "D2"}, ["1.2"]),
            ({"topic": "d2"}, ["1.2"]),
            ({"topic": D4}, ["1.2"]),
            ({"topic": "D"}, ["1.2"]),
            ({"topic": E5.label}, ["1.1"]),
            ({"sdg": 16}, ["1.1"]),
            ({"sdg": "1"}, ["1.2"]),
            ({"sdg": 6}, []),
            ({"text": "TORTURE"}, ["1.2"]),
            ({"text": "elections"}, ["1.10"]),
            ({"text": "soon libres"}, ["1.10"]),
            ({"text": "1.3"}, ["1.3"]),
            ({"text": ""}, ["1.1", "1.2", "1.3", "1.10"]),
            ({"state": "PER", "position": "noted", "topic": "D", "action": "prevent", "sdg": 1}, ["1.2"]),
            ({"state": "PER", "position": "noted", "text": "treaty"}, []),
        ],
        ids=str,
    )
    def test_conditions(self, conditions: dict[str, Any], found: list[str]) -> None:
        assert numbers(kz_upr.select(HELD, **conditions)) == found

    @pytest.mark.parametrize(
        ("conditions", "error", "message"),
        [
            ({"state": "Ruritania"}, kz_upr.UnknownStateError, "no State 'Ruritania'; nearest: Mauritania"),
            ({"topic": "Z9"}, kz_upr.UnknownTopicError, "no topic 'Z9'; existing: A1, A2"),
            ({"topic": ""}, kz_upr.UnknownTopicError, "no topic ''; existing: A1, A2"),
            ({"topic": "health"}, kz_upr.UnknownTopicError, "no topic 'health'; nearest: E4 Right to health; "),
            (
                {"position": "rejected"},
                ValueError,
                "expected a position, one of supported, noted, partly supported, pending, undecided; got 'rejected'",
            ),
            ({"action": "dance"}, ValueError, "expected an action, one of ratify, consider, "),
            ({"sdg": 99}, ValueError, "expected a Sustainable Development Goal from 1 to 17, got 99"),
            ({"sdg": "peace"}, ValueError, "expected a Sustainable Development Goal from 1 to 17, got 'peace'"),
            ({"state": 3}, TypeError, "expected a str, got an int"),
            ({"topic": 3}, TypeError, "expected a str, got an int"),
            ({"position": 3}, TypeError, "expected a str, got an int"),
        ],
        ids=str,
    )
    def test_a_value_that_does_not_exist(
        self, conditions: dict[str, Any], error: type[Exception], message: str
    ) -> None:
        with pytest.raises(error, match=f"^{re.escape(message)}"):
            kz_upr.select((), **conditions)

    def test_any_iterable_gives_a_tuple(self) -> None:
        assert kz_upr.select(iter(HELD), state="PER") == HELD[:2]
        assert kz_upr.select([]) == ()

    @given(reviews(), st.sampled_from(STATES), st.sampled_from(PositionValue))
    def test_two_conditions_both_hold(self, review: Review, state: kz_upr.State, position: PositionValue) -> None:
        held = review.recommendations
        both = kz_upr.select(held, state=state, position=position)
        assert both == kz_upr.select(kz_upr.select(held, state=state), position=position)
        assert both == tuple(r for r in held if state in r.states and r.position is position)

    @pytest.mark.parametrize(
        "ask",
        [kz_upr.select, kz_upr.to_records, lambda r: kz_upr.count_by(r, "state")],
        ids=["select", "to_records", "count_by"],
    )
    def test_a_review_in_place_of_its_recommendations(self, ask: Callable[[Any], object]) -> None:
        with pytest.raises(TypeError, match=r"^expected recommendations, got a Review: pass its \.recommendations$"):
            ask(kz_upr.load_review())


def test_what_is_computed_for_a_review_is_kept_as_long_as_the_review() -> None:
    calls: list[str] = []

    @once_per_review
    def ids(review: Review) -> list[str]:
        """The ids."""
        calls.append(review.id)
        return [recommendation.id for recommendation in review.recommendations]

    review = review_of(*HELD)
    assert ids(review) is ids(review)
    assert ids(review_of()) == []  # an equal id, another review
    assert calls == ["KAZ-9", "KAZ-9"]
    assert ids.__doc__ == "The ids."
    gone = weakref.ref(review)
    del review
    gc.collect()
    assert gone() is None


def test_questions_change_nothing() -> None:
    before, text = hash(REVIEW), kz_upr.to_json(REVIEW)
    kz_upr.select(REVIEW.recommendations, text="torture")
    kz_upr.count_by(REVIEW.recommendations, "state")
    kz_upr.by_state(REVIEW)
    kz_upr.timeline(REVIEW)
    kz_upr.search(REVIEW, "torture")
    kz_upr.related(HELD[1], REVIEW)
    assert hash(REVIEW) == before
    assert kz_upr.to_json(REVIEW) == text
