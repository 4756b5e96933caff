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
    Action,
    Clause,
    Evidence,
    Manner,
    NamedInstrument,
    Position,
    PositionValue,
    Recommendation,
    Review,
    Stage,
)
from strategies import CLASSES, SOURCES, VOCABULARIES, of_class, recommendations, reviews, times

FRANCE, PERU = kz_upr.resolve_state("FRA"), kz_upr.resolve_state("PER")
CAT = kz_upr.resolve_instrument("CAT")
CITATION = kz_upr.Citation(source=SOURCES[0], locator="para. 1")


def position(value: str, stage: str) -> Position:
    return Position(value=PositionValue(value), stage=Stage(stage), citations=(CITATION,))


def recommendation(**fields: Any) -> Recommendation:
    return Recommendation(**{"id": "KAZ-3-139.1", "number": "139.1", "citations": (CITATION,), **fields})


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


class TestRecommendation:
    def test_states_are_those_of_all_clauses_each_once(self) -> None:
        made = recommendation(
            clauses=(Clause(states=(FRANCE, PERU)), Clause(states=(PERU,)), Clause(states=(FRANCE,))),
        )
        assert made.states == (FRANCE, PERU)

    def test_only_the_number_is_known(self) -> None:
        made = recommendation()
        assert (made.states, made.position, made.summary, made.final_position) == ((), None, None, None)
        assert repr(made) == "<Recommendation KAZ-3-139.1 (State unknown), position unknown: content unknown>"

    def test_summary_joins_the_clauses(self) -> None:
        made = recommendation(
            clauses=(
                Clause(actions=(kz_upr.Action.RATIFY,), summary="Ratify the treaty."),
                Clause(summary="Paint the fences."),
                Clause(states=(PERU,)),
            ),
        )
        assert made.summary == "Ratify the treaty. Paint the fences."

    def test_codes_are_those_of_all_clauses_each_once(self) -> None:
        torture, justice = kz_upr.resolve_theme("torture"), kz_upr.resolve_theme("fair trial")
        women, children = (kz_upr.resolve_affected_persons(name) for name in ("women", "children"))
        joined, standard = (NamedInstrument(instrument=CAT, manner=m) for m in (Manner.JOIN, Manner.STANDARD))
        made = recommendation(
            clauses=(
                Clause(
                    actions=(Action.ADOPT, Action.AMEND),
                    summary="Adopt a law. Amend another.",
                    themes=(torture,),
                    affected_persons=(women,),
                    instruments=(joined,),
                ),
                Clause(
                    actions=(Action.AMEND, Action.RATIFY),
                    summary="Ratify a treaty.",
                    themes=(justice, torture),
                    affected_persons=(children, women),
                    instruments=(standard, joined),
                ),
            )
        )
        assert made.actions == (Action.ADOPT, Action.AMEND, Action.RATIFY)
        assert made.themes == (torture, justice)
        assert made.affected_persons == (women, children)
        assert made.instruments == (joined, standard)

    def test_without_clauses_there_are_no_codes(self) -> None:
        made = recommendation()
        assert (made.actions, made.themes, made.affected_persons, made.instruments) == ((), (), (), ())

    def test_the_last_stage_is_final(self) -> None:
        # 126.27 of 2014 moved from noted to supported: A/HRC/28/2, para. 602
        made = recommendation(positions=(position("noted", "working group"), position("supported", "council")))
        assert made.position is PositionValue.SUPPORTED
        assert made.final_position is made.positions[-1]

    def test_a_list_does_not_overrule_a_stage_of_the_review(self) -> None:
        made = recommendation(positions=(position("noted", "addendum"), position("supported", "list")))
        assert made.position is PositionValue.NOTED

    def test_a_list_decides_if_no_stage_gives_an_answer(self) -> None:
        assert recommendation(positions=(position("supported", "list"),)).position is PositionValue.SUPPORTED
        deferred = (position("pending", "working group"), position("supported", "list"))
        assert recommendation(positions=deferred).position is PositionValue.SUPPORTED

    def test_a_deferred_answer_does_not_replace_an_answer(self) -> None:
        made = recommendation(positions=(position("noted", "addendum"), position("undecided", "council")))
        assert made.position is PositionValue.NOTED

    def test_a_deferred_answer_stands_if_there_is_no_other(self) -> None:
        assert recommendation(positions=(position("pending", "working group"),)).position is PositionValue.PENDING

    @times(2)
    @given(recommendations())
    def test_computed_values_follow_from_the_parts(self, made: Recommendation) -> None:
        assert set(made.states) == {state for clause in made.clauses for state in clause.states}
        assert len(made.states) == len(set(made.states))
        for name in ("actions", "themes", "affected_persons", "instruments"):
            codes = getattr(made, name)
            assert set(codes) == {code for clause in made.clauses for code in getattr(clause, name)}
            assert len(codes) == len(set(codes))
        assert (made.position is None) == (not made.positions)
        assert made.final_position is None or made.final_position in made.positions


class TestReferences:
    """What has a name is shown by it."""

    @pytest.mark.parametrize(
        ("thing", "shown"),
        [
            (kz_upr.resolve_theme("death penalty"), "Death penalty"),
            (kz_upr.resolve_affected_persons("girls"), "Girls"),
            (kz_upr.resolve_instrument("ICERD").kind, "treaty"),
            (FRANCE, "France"),
            (NamedInstrument(instrument=CAT, manner=Manner.JOIN), "CAT (join)"),
        ],
        ids=str,
    )
    def test_as_text(self, thing: object, shown: str) -> None:
        assert str(thing) == shown

    def test_the_manners_of_one_instrument_differ(self) -> None:
        named = [NamedInstrument(instrument=CAT, manner=manner) for manner in Manner]
        assert len(set(named)) == len({str(one) for one in named}) == 4

    def test_a_note(self) -> None:
        assert repr(kz_upr.Note(text="A remark.", citations=(CITATION,))) == "<Note A remark.>"


def test_evidence_is_ordered_from_strongest_to_weakest() -> None:
    assert list(Evidence) == [
        Evidence.OFFICIAL_TEXT,
        Evidence.LISTED_BY_STATE,
        Evidence.QUOTED,
        Evidence.DESCRIBED,
    ]
