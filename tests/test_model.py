"""What every object can and cannot do."""

import copy
import pickle
from enum import Enum
from typing import Any

import attrs
import pytest
from hypothesis import given

import kz_upr
from kz_upr import Clause, Evidence, Position, PositionValue, Recommendation, Review, Stage, model
from strategies import CLASSES, SOURCES, of_class, recommendations, reviews

OBJECT_CLASSES = (*CLASSES, Review)
FRANCE, PERU = kz_upr.resolve_state("FRA"), kz_upr.resolve_state("PER")
CITATION = kz_upr.Citation(source=SOURCES[0], locator="para. 1")


def position(value: str, stage: str) -> Position:
    return Position(value=PositionValue(value), stage=Stage(stage), citations=(CITATION,))


def recommendation(**fields: Any) -> Recommendation:
    return Recommendation(**{"id": "KAZ-3-139.1", "number": "139.1", "citations": (CITATION,), **fields})


@pytest.mark.parametrize("cls", OBJECT_CLASSES, ids=lambda cls: cls.__name__)
class TestEveryClass:
    def test_has_slots_and_no_dict(self, cls: type[Any]) -> None:
        assert "__slots__" in cls.__dict__
        assert not hasattr(cls, "__dict__") or "__dict__" not in dir(object.__new__(cls))

    def test_takes_keywords_alone(self, cls: type[Any]) -> None:
        assert all(field.kw_only for field in attrs.fields(cls))
        with pytest.raises(TypeError, match="positional"):
            cls("something")

    def test_has_tuples_and_nothing_that_can_change(self, cls: type[Any]) -> None:
        assert all(field.default is attrs.NOTHING or field.default in (None, (), False) for field in attrs.fields(cls))

    def test_explains_itself(self, cls: type[Any]) -> None:
        assert cls.__doc__
        assert cls.__doc__.partition("\n")[0].endswith(".")


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_objects_of_every_class(cls: type[Any]) -> None:
    @given(of_class(cls))
    def check(thing: Any) -> None:
        for field in attrs.fields(cls):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(thing, field.name, None)
        with pytest.raises((AttributeError, TypeError)):
            thing.something_new = 1
        for twin in (
            copy.copy(thing),
            copy.deepcopy(thing),
            pickle.loads(pickle.dumps(thing)),  # noqa: S301
            attrs.evolve(thing),
        ):
            assert twin == thing
            assert hash(twin) == hash(thing)
            assert repr(twin) == repr(thing)
        assert thing != "something else"

    check()


@given(reviews())
def test_reviews(review: Review) -> None:
    for twin in (copy.copy(review), copy.deepcopy(review), pickle.loads(pickle.dumps(review)), attrs.evolve(review)):  # noqa: S301
        assert twin == review
        assert hash(twin) == hash(review)
    assert attrs.evolve(review, cycle=review.cycle + 1) != review


def test_every_word_of_a_vocabulary_is_its_own_text() -> None:
    for name in model.__all__:
        thing = getattr(model, name)
        if issubclass(thing, Enum):
            assert thing.__doc__
            for word in thing:
                assert str(word) == word.value == f"{word}"
                assert thing(word.value) is word
                assert pickle.loads(pickle.dumps(word)) is word  # noqa: S301


def test_at_most_sixteen_actions() -> None:
    assert len(kz_upr.Action) <= 16


@pytest.mark.parametrize("cycle", [1, 2, 3, 4])
def test_a_review_prints_in_a_line(cycle: int) -> None:
    text = repr(kz_upr.load_review(cycle))
    assert len(text) < 160
    assert "\n" not in text
    assert f"KAZ-{cycle}" in text


def test_no_repr_repeats_what_it_holds() -> None:
    review = kz_upr.load_review()
    things = [*review.statements, *review.recommendations, *review.discrepancies, review.delegation, review.totals]
    assert max(len(repr(thing)) for thing in things) < 300


class TestRecommendation:
    def test_states_are_those_of_all_clauses_once_each(self) -> None:
        made = recommendation(
            clauses=(Clause(states=(FRANCE, PERU)), Clause(states=(PERU,)), Clause(states=(FRANCE,))),
        )
        assert made.states == (FRANCE, PERU)

    def test_nothing_known_but_the_number(self) -> None:
        made = recommendation()
        assert (made.states, made.position, made.summary, made.final_position) == ((), None, None, None)
        assert "not known" in repr(made)

    def test_summary_joins_the_clauses(self) -> None:
        made = recommendation(
            clauses=(
                Clause(action=kz_upr.Action.RATIFY, subject="the treaty"),
                Clause(subject="something"),
                Clause(states=(PERU,)),
            ),
        )
        assert made.summary == "ratify: the treaty; something"

    def test_the_last_stage_is_the_final_one(self) -> None:
        # 126.27 of 2014 moved from noted to supported: A/HRC/28/2, para. 602
        made = recommendation(positions=(position("noted", "working group"), position("supported", "council")))
        assert made.position is PositionValue.SUPPORTED
        assert made.final_position is made.positions[-1]

    def test_a_list_is_a_witness_not_a_stage(self) -> None:
        made = recommendation(positions=(position("noted", "addendum"), position("supported", "list")))
        assert made.position is PositionValue.NOTED

    def test_a_list_alone_is_better_than_nothing(self) -> None:
        assert recommendation(positions=(position("supported", "list"),)).position is PositionValue.SUPPORTED

    @given(recommendations())
    def test_computed_values_follow_from_the_parts(self, made: Recommendation) -> None:
        assert set(made.states) == {state for clause in made.clauses for state in clause.states}
        assert len(made.states) == len(set(made.states))
        assert (made.position is None) == (not made.positions)


def test_evidence_from_strongest_to_weakest() -> None:
    assert list(Evidence) == [
        Evidence.OFFICIAL_TEXT,
        Evidence.LISTED_BY_STATE,
        Evidence.QUOTED,
        Evidence.DESCRIBED,
    ]
