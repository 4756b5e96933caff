"""Which recommendations an addendum answers, by number and as the rest."""

import pytest

import kz_upr
from made_pairs import ADDENDUM, BOOK, LIST, addendum_of, answer, coded, rest, review_of

OPEN_OR_NOT: list[tuple[tuple[kz_upr.Position, ...], bool]] = [
    ((), True),
    ((answer("pending"),), True),
    ((answer("undecided"),), True),
    ((answer("supported"),), False),
    ((answer("noted"),), False),
    ((answer("partly supported"),), False),
    ((answer("pending"), answer("supported", BOOK)), True),  # the Council records what the addendum answered
    ((answer("noted"), answer("supported", BOOK)), False),
    ((answer("supported", ADDENDUM),), True),  # the report is not known, and an addendum answered
    ((answer("supported", BOOK),), False),
    ((answer("supported", LIST),), False),
]
NAMES = [", ".join(f"{p.stage} {p.value}" for p in positions) or "none" for positions, _ in OPEN_OR_NOT]


@pytest.mark.parametrize(("positions", "open_"), OPEN_OR_NOT, ids=NAMES)
def test_the_rest_holds_for_what_the_report_left_open(positions: tuple[kz_upr.Position, ...], open_: bool) -> None:
    ours = review_of(coded("1.1", positions=positions))
    found = kz_upr.complete(ours, addendum_of({}, **rest("supported")))
    rested = [c for r in found.recommendations for p in r.positions for c in p.citations if c.locator == "para. 2"]

    assert bool(rested) is open_


@pytest.mark.parametrize(
    ("positions", "compared"),
    [
        ((), None),
        ((answer("pending"),), None),
        ((answer("undecided"),), None),
        ((answer("supported"),), None),  # the report answered: the rest is not about it
        ((answer("noted", ADDENDUM),), ("noted", "supported")),
        ((answer("pending"), answer("noted", BOOK)), ("noted", "supported")),
    ],
    ids=["none", "pending", "undecided", "answered", "addendum", "Council"],
)
def test_a_check_compares_the_rest_with_answers_alone(
    positions: tuple[kz_upr.Position, ...], compared: tuple[str, str] | None
) -> None:
    """What the review leaves open is not a difference."""
    found = kz_upr.check(review_of(coded("1.1", positions=positions)), addendum_of({}, **rest("supported"))).findings

    assert [(f.ours, f.theirs) for f in found] == ([compared] if compared else [])


@pytest.mark.parametrize("value", ["pending", "undecided"])
def test_a_check_compares_an_open_answer_of_an_addendum(value: str) -> None:
    ours = review_of(coded("1.1", positions=(answer(value, ADDENDUM),)), coded("1.2", positions=(answer(value),)))
    found = kz_upr.check(ours, addendum_of({"1.1": "noted", "1.2": "noted"})).findings

    assert [(f.where, f.ours, f.theirs) for f in found] == [("1.1", value, "noted")]


def test_a_number_of_its_own_goes_before_the_rest() -> None:
    """Also a number that fits several recommendations, of which none is then answered."""
    ours = review_of(coded("1.1"), coded("2.1"), coded("2.2"), coded("2.3"))
    found = kz_upr.complete(ours, addendum_of({"1": "noted", "2.2": "noted"}, **rest("supported")))

    assert [r.position for r in found.recommendations] == [None, None, "noted", "supported"]


def test_a_check_finds_again_what_the_rest_answered() -> None:
    ours = review_of(coded("1.1"), coded("1.2"), coded("1.3"))
    completed = kz_upr.complete(ours, addendum_of({"1.1": "noted"}, **rest("supported")))
    same, turned_round = (
        kz_upr.check(completed, addendum_of({"1.1": "noted"}, **rest(value))) for value in ("supported", "noted")
    )

    assert [finding.where for finding in same.agreements] == ["1.1", "1.2", "1.3"]
    assert [finding.where for finding in turned_round.differences] == ["1.2", "1.3"]
