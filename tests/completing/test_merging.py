"""One recommendation merged from two accounts of it."""

import datetime
from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr import Clause, Evidence, Qualifier, Recommendation, Review, Stage, Tag, TagKind
from made_pairs import (
    ADDENDUM,
    BOOK,
    FRANCE,
    LIST,
    PERU,
    REPORT,
    TOGO,
    addendum_of,
    answer,
    at,
    coded,
    codes,
    list_of,
    numbers,
    printed,
    report_of,
    review_of,
)
from made_readings import messages


def joined(ours: Recommendation, theirs: Recommendation) -> tuple[Recommendation, Review]:
    review = kz_upr.complete(review_of(ours), report_of(theirs))
    return review.recommendations[0], review


# -- which recommendation it is --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "in_report", "found"),
    [
        ((FRANCE,), {"2.4": (FRANCE,)}, "2.4"),
        ((FRANCE,), {"2.4": (FRANCE, PERU)}, "2.4"),
        ((FRANCE, PERU), {"2.4": (FRANCE,)}, None),
        ((FRANCE,), {"2.4": (PERU,)}, None),
        ((FRANCE,), {"2.5": (FRANCE,)}, None),
        ((FRANCE,), {"4.2": (FRANCE,)}, None),
        ((), {"2.4": (FRANCE,)}, None),
        ((FRANCE,), {"2.4": (FRANCE,), "3.4": (FRANCE,)}, None),
        ((FRANCE,), {"2.4": (PERU,), "3.4": (FRANCE,)}, "3.4"),
        ((FRANCE,), {"1.4": (PERU,), "2.4": (FRANCE,)}, "1.4"),
    ],
    ids=[
        "its State", "among its States", "one of two States", "another State", "another item", "item and paragraph",
        "no State", "two like it", "one of two items", "the number itself",
    ],
)  # fmt: skip
def test_a_wrong_paragraph_is_found_by_item_and_states(
    states: tuple[kz_upr.State, ...], in_report: dict[str, tuple[kz_upr.State, ...]], found: str | None
) -> None:
    read = [printed(number, *recommending) for number, recommending in {"2.1": (TOGO,), **in_report}.items()]
    review = kz_upr.complete(review_of(coded("2.1", TOGO), coded("1.4", *states)), report_of(*read))
    held = {r.summary: r for r in review.recommendations}["Light lamp 1.4."]

    assert held.number == (found or "1.4")
    moved = found not in (None, "1.4")
    assert held.former_ids == (("FJI-3-1.4",) if moved else ())
    assert ("other-number", "FJI-3-1.4") in codes(review) or not moved
    assert (("not-in-report", "FJI-3-1.4") in codes(review)) == (found is None)


def test_a_recommendation_that_moves_twice_is_found_by_both_ids() -> None:
    ours = coded("1.4", FRANCE, former_ids=("FJI-3-0.4",))
    review = kz_upr.complete(
        review_of(coded("2.1", TOGO), ours), report_of(printed("2.1", TOGO), printed("2.4", FRANCE))
    )

    assert kz_upr.find_recommendation(review, "2.4").id == "FJI-3-2.4"
    assert kz_upr.find_recommendation(review, "2.4").former_ids == ("FJI-3-0.4", "FJI-3-1.4")
    assert messages(review) == ["FJI-3-1.4 has the number 2.4 in A/HRC/99/1"]


def test_an_id_that_another_recommendation_has_is_no_former_id() -> None:
    """The report corrects 1.4 to 2.4; then a list brings another recommendation 1.4."""
    france, peru, said = "FJI-3-2.4", "FJI-3-1.4", "FJI-3-per"
    speaker = kz_upr.Speaker(kind=kz_upr.SpeakerKind.STATE, name="Peru", states=(PERU,))
    points = tuple(
        kz_upr.Point(id=f"{said}-p{place}", act=kz_upr.Act.RECOMMENDS, summary="asked for lamps", recommendations=meant)
        for place, meant in enumerate((("FJI-3-1.4",), ("FJI-3-2.1", "FJI-3-1.4"), ("FJI-3-2.1",)), 1)
    )
    statement = kz_upr.Statement(
        id=said, speaker=speaker, setting=kz_upr.Setting.INTERACTIVE_DIALOGUE, points=points, citations=at(BOOK, "page")
    )
    ours = review_of(coded("2.1", TOGO), coded("1.4", FRANCE, former_ids=("FJI-3-0.4",)))
    ours = attrs.evolve(
        ours, statements=(statement,), coverage=attrs.evolve(ours.coverage, statements=kz_upr.Held(held=1))
    )
    moved = kz_upr.complete(ours, report_of(printed("2.1", TOGO), printed("2.4", FRANCE)))
    whole = kz_upr.complete(moved, list_of(printed("1.4", PERU), printed("2.4", FRANCE)))

    assert [point.recommendations for point in moved.statements[0].points] == [p.recommendations for p in points]
    assert {r.id: r.former_ids for r in whole.recommendations} == {
        peru: (),
        "FJI-3-2.1": (),
        france: ("FJI-3-0.4",),
    }
    assert [point.recommendations for point in whole.statements[0].points] == [
        (france,),
        ("FJI-3-2.1", france),
        ("FJI-3-2.1",),
    ]


def test_of_a_number_that_is_printed_twice_the_first_is_taken() -> None:
    twice = attrs.evolve(printed("1.1", PERU), id="FJI-3-1.1-2")
    review = kz_upr.complete(review_of(), report_of(printed("1.1", FRANCE), twice))

    assert [r.states for r in review.recommendations] == [(FRANCE,)]


# -- wording ---------------------------------------------------------------------------------------


def test_the_wording_comes_with_fingerprint_and_evidence() -> None:
    ours = coded("1.1", FRANCE, evidence=Evidence.QUOTED)
    theirs = printed("1.1", FRANCE)
    held, review = joined(ours, theirs)

    assert held.official_text == "Light the lamp 1.1 (France)"
    assert held.text_sha256 == kz_upr.fingerprint("Light the lamp 1.1 (France)")
    assert held.evidence is Evidence.OFFICIAL_TEXT
    assert held.citations == (*at(BOOK, "1.1"), *at(REPORT, "para. 1.1"))
    assert review.warnings == ()


@pytest.mark.parametrize("coded_text", ["Light  the lamp 1.1 (France)", "Light a lamp"], ids=["same", "other"])
def test_a_wording_that_was_not_the_coded_one_is_reported_once(coded_text: str) -> None:
    """The list, which comes after the report, has the same number and is not compared with it."""
    ours = coded("1.1", FRANCE, text_sha256=kz_upr.fingerprint(coded_text))
    in_list = printed("1.1", FRANCE, source=LIST, official_text="Lightthe lamp 1.1 (France)")
    review = kz_upr.complete(review_of(ours), report_of(printed("1.1", FRANCE)), list_of(in_list))
    expected = "FJI-3-1.1: the wording in A/HRC/99/1, para. 1.1 is not the one that was coded (text_sha256 differs)"

    assert messages(review) == ([expected] if coded_text == "Light a lamp" else [])
    assert [r.text_sha256 for r in review.recommendations] == [kz_upr.fingerprint(coded_text)]


@pytest.mark.parametrize("digit", ["0", "f"])
def test_any_other_fingerprint_is_reported(digit: str) -> None:
    _, review = joined(coded("1.1", FRANCE, text_sha256=digit * 64), printed("1.1", FRANCE))

    assert codes(review) == [("other-wording", "FJI-3-1.1")]


def test_without_wording_there_is_nothing_to_report() -> None:
    ours = coded("1.1", FRANCE, text_sha256="0" * 64, evidence=Evidence.QUOTED)
    held, review = joined(ours, printed("1.1", FRANCE, official_text=None, text_sha256=None, clauses=()))

    assert (held.official_text, held.text_sha256, held.evidence) == (None, "0" * 64, Evidence.QUOTED)
    assert review.warnings == ()


def test_tags_are_joined_each_once() -> None:
    water, light = (Tag(kind=TagKind.THEME, scheme="lamps", label=label) for label in ("Water", "Light"))
    held, _ = joined(coded("1.1", tags=(water,)), printed("1.1", tags=(light, water)))

    assert held.tags == (water, light)


# -- clauses ---------------------------------------------------------------------------------------


def clauses(*states: tuple[kz_upr.State, ...], **fields: Any) -> tuple[Clause, ...]:
    return tuple(Clause(states=named, **fields) for named in states)


def test_clauses_come_from_the_side_that_has_them() -> None:
    bare, whole = coded("1.1", clauses=()), printed("1.1", FRANCE)

    assert joined(bare, whole)[0].clauses == whole.clauses
    assert joined(coded("1.1", FRANCE), attrs.evolve(whole, clauses=()))[0].clauses == coded("1.1", FRANCE).clauses


@pytest.mark.parametrize(
    ("ours", "theirs", "expected", "warned"),
    [
        ((FRANCE,), (FRANCE,), (FRANCE,), ""),
        ((FRANCE, PERU), (PERU, FRANCE), (FRANCE, PERU), ""),
        ((), (PERU,), (PERU,), ""),
        ((FRANCE,), (), (FRANCE,), ""),
        ((FRANCE,), (PERU,), (FRANCE,), "coded with FRA; A/HRC/99/1, para. 1.1 has PER"),
        ((FRANCE,), (FRANCE, TOGO), (FRANCE,), "coded with FRA; A/HRC/99/1, para. 1.1 has FRA, TGO"),
        ((FRANCE, TOGO), (FRANCE,), (FRANCE, TOGO), "coded with FRA, TGO; A/HRC/99/1, para. 1.1 has FRA"),
    ],
    ids=["same", "other order", "not known", "not printed", "others", "more", "fewer"],
)
def test_the_states_of_a_clause(
    ours: tuple[kz_upr.State, ...], theirs: tuple[kz_upr.State, ...], expected: tuple[kz_upr.State, ...], warned: str
) -> None:
    held, review = joined(coded("1.1", *ours), printed("1.1", *theirs))

    assert held.states == expected
    assert messages(review) == ([f"FJI-3-1.1: {warned}"] if warned else [])
    assert codes(review) == ([("other-states", "FJI-3-1.1")] if warned else [])


def test_clauses_are_joined_one_by_one() -> None:
    ours = coded(
        "1.1", clauses=(*clauses((FRANCE,), summary="Light."), *clauses((), summary="Clean.", official_text="clean"))
    )
    theirs = printed("1.1", clauses=clauses((FRANCE,), (PERU,), official_text="as printed"))
    held, _ = joined(ours, theirs)

    assert [(c.summary, c.states, c.official_text) for c in held.clauses] == [
        ("Light.", (FRANCE,), "as printed"),
        ("Clean.", (PERU,), "clean"),
    ]


def test_states_known_to_the_data_stay_if_the_clauses_differ_in_number() -> None:
    ours = coded("1.1", FRANCE)
    held, review = joined(ours, printed("1.1", clauses=clauses((FRANCE,), (PERU,))))

    assert held.clauses == ours.clauses
    assert codes(review) == [("other-clauses", "FJI-3-1.1")]
    assert messages(review) == ["FJI-3-1.1: coded as 1 clause; A/HRC/99/1, para. 1.1 has 2"]


def test_states_that_no_clause_has_go_to_the_first() -> None:
    """The report prints one demand of two States; the data have coded three."""
    summaries = ["Light.", "Clean.", "Paint."]
    ours = coded("1.1", clauses=tuple(Clause(summary=summary) for summary in summaries))
    held, _ = joined(ours, printed("1.1", FRANCE, PERU))

    assert [clause.states for clause in held.clauses] == [(FRANCE, PERU), (), ()]
    assert [clause.summary for clause in held.clauses] == summaries


# -- positions -------------------------------------------------------------------------------------


NINE, EIGHT = (answer("noted", locator=f"para. {number}") for number in (9, 8))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected", "told"),
    [
        (  # a stage that was missing is put in its place
            (answer("supported", BOOK, "para. 700"),),
            (answer("pending"),),
            [("working group", "pending", ["para. 1"]), ("council", "supported", ["para. 700"])],
            None,
        ),
        ((NINE,), (answer("noted"),), [("working group", "noted", ["para. 9", "para. 1"])], None),
        ((NINE, EIGHT), (), [("working group", "noted", ["para. 9", "para. 8"])], None),
        (
            (NINE,),
            (answer("supported"),),
            [("working group", "noted", ["para. 9"])],
            "noted at the stage working group (A/HRC/99/1, para. 9), but supported in A/HRC/99/1, para. 1",
        ),
        (  # lists may differ: both are kept, so that the discrepancy can be shown
            (answer("noted", LIST, "row 1"),),
            (answer("supported", stage=Stage.LIST),),
            [("list", "noted", ["row 1"]), ("list", "supported", ["para. 1"])],
            None,
        ),
    ],
    ids=["another stage", "the same", "twice", "another position", "lists"],
)
def test_the_positions_of_both(
    ours: tuple[kz_upr.Position, ...], theirs: tuple[kz_upr.Position, ...], expected: list[Any], told: str | None
) -> None:
    held, review = joined(coded("1.1", positions=ours), printed("1.1", positions=theirs))

    assert [(p.stage.value, p.value.value, [c.locator for c in p.citations]) for p in held.positions] == expected
    assert messages(review) == ([f"FJI-3-1.1: {told}"] if told else [])
    assert codes(review) == ([("other-position", "FJI-3-1.1")] if told else [])


def test_what_one_side_says_of_a_position_is_kept() -> None:
    day, later = datetime.date(2019, 11, 12), datetime.date(2020, 3, 12)
    bare = answer("supported")
    full = answer("supported", qualifier=Qualifier.IN_PROCESS, date=day)
    other = answer("supported", qualifier=Qualifier.ALREADY_IMPLEMENTED, date=later)

    for ours, theirs in ((bare, full), (full, bare), (full, other)):
        held, _ = joined(coded("1.1", positions=(ours,)), printed("1.1", positions=(theirs,)))
        assert held.positions == (full,)


def test_an_addendum_that_answers_twice_adds_nothing_new() -> None:
    reading = addendum_of({"1.1": "noted"})
    once = kz_upr.complete(review_of(coded("1.1")), reading)

    assert kz_upr.complete(once, reading) == once
    assert once.recommendations[0].positions == (answer("noted", ADDENDUM, "item 1.1"),)
    assert numbers(once) == ["1.1"]


@pytest.mark.parametrize(
    ("wording", "told"), [("Light  the lamp 1.1\n(France)", []), ("Light a lamp", [("other-wording", "FJI-3-1.1")])]
)
def test_the_wording_that_the_review_has_stands(wording: str, told: list[tuple[str, str]]) -> None:
    ours = printed("1.1", FRANCE)
    made, review = joined(ours, printed("1.1", FRANCE, official_text=wording))

    assert (made.official_text, made.text_sha256) == (ours.official_text, ours.text_sha256)
    assert codes(review) == told
