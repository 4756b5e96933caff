"""Recommendations, their clauses and the positions on them."""

from typing import Any

import pytest
from hypothesis import given

import kz_upr
from kz_upr import (
    Action,
    Clause,
    Manner,
    NamedInstrument,
    Position,
    PositionValue,
    Qualifier,
    Recommendation,
    Stage,
)
from strategies import SOURCES, recommendations, times

FRANCE, PERU = kz_upr.resolve_state("FRA"), kz_upr.resolve_state("PER")
CAT = kz_upr.resolve_instrument("CAT")
CITATION = kz_upr.Citation(source=SOURCES[0], locator="para. 1")


def position(value: str, stage: str) -> Position:
    return Position(value=PositionValue(value), stage=Stage(stage), citations=(CITATION,))


def recommendation(**fields: Any) -> Recommendation:
    return Recommendation(**{"id": "KAZ-3-139.1", "number": "139.1", "citations": (CITATION,), **fields})


def test_states_are_those_of_all_clauses_each_once() -> None:
    made = recommendation(
        clauses=(Clause(states=(FRANCE, PERU)), Clause(states=(PERU,)), Clause(states=(FRANCE,))),
    )
    assert made.states == (FRANCE, PERU)


def test_only_the_number_is_known() -> None:
    made = recommendation()
    assert (made.states, made.position, made.summary, made.final_position) == ((), None, None, None)
    assert repr(made) == "<Recommendation KAZ-3-139.1 (State unknown), position unknown: content unknown>"


def test_summary_joins_the_clauses() -> None:
    made = recommendation(
        clauses=(
            Clause(actions=(kz_upr.Action.RATIFY,), summary="Ratify the treaty."),
            Clause(summary="Paint the fences."),
            Clause(states=(PERU,)),
        ),
    )
    assert made.summary == "Ratify the treaty. Paint the fences."


def test_codes_are_those_of_all_clauses_each_once() -> None:
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


def test_without_clauses_there_are_no_codes() -> None:
    made = recommendation()
    assert (made.actions, made.themes, made.affected_persons, made.instruments) == ((), (), (), ())


def test_the_last_stage_is_final() -> None:
    # 126.27 of 2014 moved from noted to supported: A/HRC/28/2, para. 602
    made = recommendation(positions=(position("noted", "working group"), position("supported", "council")))
    assert made.position is PositionValue.SUPPORTED
    assert made.final_position is made.positions[-1]


def test_a_list_does_not_overrule_a_stage_of_the_review() -> None:
    made = recommendation(positions=(position("noted", "addendum"), position("supported", "list")))
    assert made.position is PositionValue.NOTED


def test_a_list_decides_if_no_stage_gives_an_answer() -> None:
    assert recommendation(positions=(position("supported", "list"),)).position is PositionValue.SUPPORTED
    deferred = (position("pending", "working group"), position("supported", "list"))
    assert recommendation(positions=deferred).position is PositionValue.SUPPORTED


def test_a_deferred_answer_does_not_replace_an_answer() -> None:
    made = recommendation(positions=(position("noted", "addendum"), position("undecided", "council")))
    assert made.position is PositionValue.NOTED


def test_a_deferred_answer_stands_if_there_is_no_other() -> None:
    assert recommendation(positions=(position("pending", "working group"),)).position is PositionValue.PENDING


@times(2)
@given(recommendations())
def test_computed_values_follow_from_the_parts(made: Recommendation) -> None:
    assert set(made.states) == {state for clause in made.clauses for state in clause.states}
    assert len(made.states) == len(set(made.states))
    for name in ("actions", "themes", "affected_persons", "instruments"):
        codes = getattr(made, name)
        assert set(codes) == {code for clause in made.clauses for code in getattr(clause, name)}
        assert len(codes) == len(set(codes))
    assert (made.position is None) == (not made.positions)
    assert made.final_position is None or made.final_position in made.positions


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (Clause(), "<Clause not coded (State unknown)>"),
        (Clause(summary="Paint it.", states=(FRANCE, PERU)), "<Clause Paint it. (FRA, PER)>"),
        (position("noted", "council"), "<Position noted, council>"),
        (
            Position(value=PositionValue.SUPPORTED, stage=Stage.COUNCIL, qualifier=Qualifier("already implemented")),
            "<Position supported (already implemented), council>",
        ),
        (kz_upr.Tag(kind=kz_upr.TagKind.SDG, scheme="s", label="PEACE", code="16"), "<Tag SDG: PEACE>"),
        (
            recommendation(
                clauses=(Clause(summary="Paint it.", states=(PERU,)),), positions=(position("noted", "council"),)
            ),
            "<Recommendation KAZ-3-139.1 (PER), noted: Paint it.>",
        ),
        (
            recommendation(official_text="x" * 79),
            f"<Recommendation KAZ-3-139.1 (State unknown), position unknown: {'x' * 79}>",
        ),
        (
            recommendation(official_text="x" * 80),
            f"<Recommendation KAZ-3-139.1 (State unknown), position unknown: {'x' * 79}…>",
        ),
    ],
    ids=str,
)
def test_how_it_is_shown(thing: object, shown: str) -> None:
    assert repr(thing) == shown


@pytest.mark.parametrize("value", PositionValue)
def test_what_settles_the_matter(value: PositionValue) -> None:
    assert position(value, "council").is_answer is (value in ("supported", "noted", "partly supported"))
