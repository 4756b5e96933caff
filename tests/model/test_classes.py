"""What every object can and cannot do."""

import copy
import inspect
import pickle
import re
from typing import Any

import attrs
import pytest
from hypothesis import given

import kz_upr
from kz_upr import (
    Evidence,
    Review,
)
from strategies import CLASSES, SOURCES, VOCABULARIES, of_class, reviews

FRANCE, PERU = kz_upr.resolve_state("FRA"), kz_upr.resolve_state("PER")
CAT = kz_upr.resolve_instrument("CAT")
CITATION = kz_upr.Citation(source=SOURCES[0], locator="para. 1")


@pytest.mark.parametrize("cls", [*CLASSES, Review], ids=lambda cls: cls.__name__)
class TestEveryClass:
    def test_has_slots_and_no_dict(self, cls: type[Any]) -> None:
        assert "__slots__" in cls.__dict__
        assert "__dict__" not in dir(object.__new__(cls))

    def test_takes_keyword_arguments_only(self, cls: type[Any]) -> None:
        assert all(field.kw_only for field in attrs.fields(cls))
        with pytest.raises(TypeError, match=r"takes 1 positional argument but 2 were given"):
            cls("something")

    def test_has_no_mutable_defaults(self, cls: type[Any]) -> None:
        assert all(field.default is attrs.NOTHING or field.default in (None, (), False) for field in attrs.fields(cls))

    def test_has_a_docstring_that_describes_each_field(self, cls: type[Any]) -> None:
        docstring = inspect.getdoc(cls)
        assert docstring is not None
        assert docstring.partition("\n")[0].endswith(".")
        described = re.findall(r"^    (\w+): \S", docstring.partition("Attributes:\n")[2], re.MULTILINE)
        assert described == [field.name for field in attrs.fields(cls)]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_objects_of_every_class(cls: Any) -> None:
    @given(of_class(cls))
    def check(thing: Any) -> None:
        for field in attrs.fields(cls):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(thing, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
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
        assert twin.warnings == review.warnings
    assert attrs.evolve(review, cycle=review.cycle + 1) != review


def test_warnings_are_not_part_of_equality_and_hash() -> None:
    review = kz_upr.load_review()
    warning = kz_upr.ReadingWarning(
        kind=kz_upr.WarningKind.DAMAGE, code="some-code", place="139.1", message="what was found"
    )
    warned = attrs.evolve(review, warnings=(warning,))
    assert warned == review
    assert hash(warned) == hash(review)
    assert str(warning) == "what was found"


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda cls: cls.__name__)
def test_a_word_of_a_vocabulary_is_its_own_text(vocabulary: Any) -> None:
    assert vocabulary.__doc__
    for word in vocabulary:
        assert str(word) == word.value == f"{word}"
        assert vocabulary(word.value) is word
        assert pickle.loads(pickle.dumps(word)) is word  # noqa: S301


def test_there_are_fifteen_vocabularies() -> None:
    assert len(VOCABULARIES) == 15


def test_at_most_sixteen_actions() -> None:
    assert len(kz_upr.Action) <= 16


@pytest.mark.parametrize("cycle", [1, 2, 3, 4])
def test_repr_of_a_review_is_one_short_line(cycle: int) -> None:
    text = repr(kz_upr.load_review(cycle))
    assert len(text) < 160
    assert "\n" not in text
    assert f"KAZ-{cycle}" in text


def test_repr_is_short_whatever_the_object_contains() -> None:
    review = kz_upr.load_review()
    things = [*review.statements, *review.recommendations, *review.discrepancies, review.delegation, review.totals]
    assert max(len(repr(thing)) for thing in things) < 300


def test_evidence_is_ordered_from_strongest_to_weakest() -> None:
    assert list(Evidence) == [
        Evidence.OFFICIAL_TEXT,
        Evidence.LISTED_BY_STATE,
        Evidence.QUOTED,
        Evidence.DESCRIBED,
    ]
