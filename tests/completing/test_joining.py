"""A review joined with one document: what is filled in, what stays, and what is reported."""

import datetime
from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr import Delegate, Delegation, InvalidDocumentError, PositionValue, ReadingWarning, Totals, WarningKind
from kz_upr.documents import AnyReading
from made_pairs import (
    ADDENDUM,
    BOOK,
    DAY,
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
    rest,
    review_of,
    without_text,
)
from made_readings import messages

HEADER: dict[str, tuple[Any, Any]] = {
    "session": (34, 33),
    "session_start": (DAY, DAY + datetime.timedelta(1)),
    "session_end": (DAY, DAY + datetime.timedelta(1)),
    "date": (DAY, DAY + datetime.timedelta(1)),
    "meeting": (7, 8),
    "venue": ("Suva", "Geneva"),
    "adopted": (DAY, DAY + datetime.timedelta(1)),
    "adopted_meeting": (9, 10),
    "troika": ((FRANCE, PERU, TOGO), (PERU, FRANCE)),
    "speakers": (70, 71),
    "speaking_states": ((FRANCE, PERU), (FRANCE, TOGO)),
    "advance_questions": ((FRANCE,), (PERU,)),
    "totals": (Totals(received=3, citations=at(REPORT, "para. 9")), Totals(received=2, citations=at(BOOK, "page"))),
}


def odd(code: str) -> tuple[ReadingWarning, ...]:
    """A warning that the reader of a document gave."""
    return (ReadingWarning(kind=WarningKind.UNREAD, code=code, place="para. 1", message=f"{code} in a lamp"),)


# -- the header of a report ------------------------------------------------------------------------


@pytest.mark.parametrize("field", HEADER)
def test_a_report_fills_in_the_header_and_changes_nothing_in_it(field: str) -> None:
    told, known = HEADER[field]
    reading = report_of(printed("1.1", FRANCE), **{field: told})

    filled = kz_upr.complete(review_of(coded("1.1", FRANCE)), reading)
    assert (getattr(filled, field), filled.warnings) == (told, ())
    kept = kz_upr.complete(review_of(coded("1.1", FRANCE), documents=(REPORT,), **{field: known}), reading)
    assert getattr(kept, field) == known


def test_a_header_that_a_report_does_not_have_stays() -> None:
    ours = {field: known for field, (_, known) in HEADER.items()}
    review = kz_upr.complete(review_of(coded("1.1", FRANCE), **ours), report_of(printed("1.1", FRANCE)))

    assert {field: getattr(review, field) for field in ours} == ours
    assert review.warnings == ()


def test_a_header_that_differs_is_reported_by_its_field() -> None:
    told = {field: told for field, (told, _) in HEADER.items()}
    known = {field: known for field, (_, known) in HEADER.items()}
    review = kz_upr.complete(
        review_of(coded("1.1", FRANCE), documents=(REPORT,), **known), report_of(printed("1.1", FRANCE), **told)
    )

    compared = ["session", "date", "meeting", "adopted", "troika", "speakers", "speaking-states", "advance-questions"]
    assert codes(review) == [(code, "FJI-3") for code in compared]
    assert "speaking States: FRA, TGO in the review, FRA, PER in A/HRC/99/1" in messages(review)


def test_totals_that_a_report_does_not_reach_are_no_difference() -> None:
    review = review_of(coded("1.1", FRANCE), totals=HEADER["totals"][0])

    assert kz_upr.complete(review, report_of(printed("1.1", FRANCE))).warnings == ()


def test_the_documents_and_citations_of_a_report_are_added() -> None:
    corrigendum = attrs.evolve(REPORT, id="corrigendum", symbol="A/HRC/99/1/Corr.1")
    review = kz_upr.complete(
        review_of(coded("1.1"), documents=(REPORT,)), report_of(printed("1.1"), documents=(REPORT, corrigendum))
    )

    assert review.documents == (REPORT, corrigendum)
    assert review.citations == (*at(BOOK, "page"), *at(REPORT, "para. 1"))


# -- States that spoke -----------------------------------------------------------------------------


def test_a_list_of_speaking_states_that_lacks_recommending_states_is_left_out() -> None:
    """A review in which a State recommends that is not among the speakers would break a rule."""
    listed = (printed("1.1", FRANCE), printed("1.2", TOGO, PERU))
    for document in (report_of(*listed), list_of(*listed)):
        review = kz_upr.complete(review_of(speaking_states=(FRANCE,)), document)

        assert review.speaking_states == ()
        assert codes(review) == [("silent-states", "FJI-3")]
        assert messages(review) == [
            "the list of speaking States is omitted, since it lacks recommending States: Peru, Togo"
        ]


def test_a_list_of_speaking_states_stays_if_all_that_recommend_are_in_it() -> None:
    review = kz_upr.complete(review_of(speaking_states=(FRANCE, PERU)), report_of(printed("1.1", FRANCE)))

    assert (review.speaking_states, review.warnings) == ((FRANCE, PERU), ())


def test_without_any_list_of_speaking_states_none_is_missed() -> None:
    review = kz_upr.complete(review_of(), report_of(printed("1.1", FRANCE)))

    assert (review.speaking_states, review.warnings) == ((), ())


def test_a_result_that_would_break_a_rule_is_refused() -> None:
    """Two States cannot have spoken if the review says that one delegation did."""
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.complete(review_of(speakers=1), report_of(speaking_states=(FRANCE, PERU)))

    assert caught.value.faults == (("$.speaking_states", "2 States listed, but only 1 speakers stated"),)
    assert caught.value.__notes__ == ["FJI-3, completed"]


# -- the delegation --------------------------------------------------------------------------------

LUME, DOCHT = Delegate(name="Ana Lume"), Delegate(name="Rosa Docht")


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (None, None, None),
        (None, Delegation(head=LUME), Delegation(head=LUME)),
        (Delegation(head=LUME), None, Delegation(head=LUME)),
        (
            Delegation(head=LUME, citations=at(BOOK, "page")),
            Delegation(head=DOCHT, members=(DOCHT,), stated_size=12, citations=at(REPORT, "annex")),
            Delegation(
                head=LUME,
                members=(DOCHT,),
                stated_size=12,
                citations=(*at(BOOK, "page"), *at(REPORT, "annex")),
            ),
        ),
        (  # nothing comes from the report, so nothing is cited from it
            Delegation(head=LUME, citations=at(BOOK, "page")),
            Delegation(head=DOCHT, citations=at(REPORT, "annex")),
            Delegation(head=LUME, citations=at(BOOK, "page")),
        ),
        (
            Delegation(members=(LUME,)),
            Delegation(
                head=DOCHT,
                institutions=(kz_upr.Institution(id="fji-lamps", name="Lamps", kind=kz_upr.InstitutionKind.MINISTRY),),
            ),
            Delegation(
                head=DOCHT,
                members=(LUME,),
                institutions=(kz_upr.Institution(id="fji-lamps", name="Lamps", kind=kz_upr.InstitutionKind.MINISTRY),),
            ),
        ),
    ],
    ids=["none", "theirs", "ours", "filled in", "nothing new", "head and institutions"],
)
def test_the_delegation_is_filled_in(
    ours: Delegation | None, theirs: Delegation | None, expected: Delegation | None
) -> None:
    assert kz_upr.complete(review_of(delegation=ours), report_of(delegation=theirs)).delegation == expected


# -- the recommendations of a report ---------------------------------------------------------------


def test_the_report_gives_the_order() -> None:
    ours = review_of(coded("1.1", FRANCE), coded("1.2", PERU))
    review = kz_upr.complete(ours, report_of(printed("1.2", PERU), printed("1.10", TOGO), printed("1.1", FRANCE)))

    assert numbers(review) == ["1.2", "1.10", "1.1"]
    assert [r.summary for r in review.recommendations] == ["Light lamp 1.2.", None, "Light lamp 1.1."]
    assert review.warnings == ()


def test_what_the_report_lacks_is_kept_in_the_order_of_numbers() -> None:
    ours = review_of(coded("1.9", FRANCE), coded("1.1", FRANCE))
    review = kz_upr.complete(ours, report_of(printed("1.10", PERU), printed("1.1", FRANCE)))

    assert numbers(review) == ["1.1", "1.9", "1.10"]
    assert codes(review) == [("not-in-report", "FJI-3-1.9")]
    assert messages(review) == ["FJI-3-1.9 is not in A/HRC/99/1; it is kept"]
    assert review.recommendations[1] == ours.recommendations[0]


def test_new_recommendations_have_the_id_of_the_review() -> None:
    """A report that names another cycle in its text is still the report of the review if its symbol says so."""
    misread = report_of(printed("1.1", id="FJI-2-1.1"), cycle=2, id="FJI-2")
    review = kz_upr.complete(review_of(documents=(REPORT,)), misread)

    assert [r.id for r in review.recommendations] == ["FJI-3-1.1"]


def test_warnings_of_the_report_and_those_from_before_are_kept_once() -> None:
    before = review_of(coded("1.1", FRANCE), warnings=odd("before"))
    reading = report_of(printed("1.1", PERU), warnings=odd("reading"))
    once = kz_upr.complete(before, reading)

    assert [code for code, _ in codes(once)] == ["before", "reading", "other-states"]
    assert kz_upr.complete(once, reading).warnings == once.warnings


# -- an addendum -----------------------------------------------------------------------------------


def values(review: kz_upr.Review) -> dict[str, str]:
    """The last position on each recommendation that has one."""
    return {r.number: r.positions[-1].value.value for r in review.recommendations if r.positions}


def test_an_addendum_adds_its_positions_and_itself() -> None:
    ours = review_of(coded("1.1"), coded("1.2"), documents=(REPORT,), warnings=odd("before"))
    review = kz_upr.complete(ours, addendum_of({"1.2": "noted"}, warnings=odd("reading")))

    assert [r.positions for r in review.recommendations] == [(), (answer("noted", ADDENDUM, "item 1.2"),)]
    assert review.documents == (REPORT, ADDENDUM)
    assert [code for code, _ in codes(review)] == ["before", "reading"]


def test_answers_that_fit_no_or_several_recommendations_are_reported() -> None:
    ours = review_of(coded("1.1"), coded("2.1"), coded("2.2"))
    review = kz_upr.complete(ours, addendum_of({"1": "noted", "2": "noted", "3": "noted", "1.2": "noted"}))

    assert values(review) == {"2.2": "noted"}
    assert messages(review) == [
        "A/HRC/99/1/Add.1 answers 1, which could be any of 1.1, 2.1",
        "A/HRC/99/1/Add.1 answers 3, which is not among the recommendations held",
        "A/HRC/99/1/Add.1 answers 1.2, which is not among the recommendations held",
    ]
    assert codes(review) == [("unknown-number", number) for number in ("1", "3", "1.2")]
    assert {warning.kind for warning in review.warnings} == {WarningKind.DIFFERENCE}


def test_the_rest_holds_for_what_is_open() -> None:
    """A deferred answer and one that takes no position are open; *supported* and *noted* are answers."""
    taken = {"1.1": "pending", "1.2": "undecided", "1.3": "supported", "1.4": "noted", "1.5": "partly supported"}
    ours = review_of(*(coded(number, positions=(answer(value),)) for number, value in taken.items()), coded("1.6"))
    review = kz_upr.complete(ours, addendum_of({}, **rest("noted")))

    assert values(review) == {**taken, "1.1": "noted", "1.2": "noted", "1.6": "noted"}


@pytest.mark.parametrize(("named", "open_"), [("1.2", "2.2"), ("2", None)], ids=["full", "bare"])
def test_the_rest_does_not_hold_for_what_is_named(named: str, open_: str | None) -> None:
    ours = review_of(coded("1.1"), coded("1.2"), coded("2.2"))
    expected = {"1.1": "noted"} | ({open_: "noted"} if open_ else {})

    assert values(kz_upr.complete(ours, addendum_of({}, **rest("noted", unanswered=(named,))))) == expected


def test_the_rest_does_not_hold_for_what_a_bare_number_answers() -> None:
    ours = review_of(coded("1.1"), coded("1.2"))
    review = kz_upr.complete(ours, addendum_of({"2": "supported"}, **rest("noted")))

    assert values(review) == {"1.1": "noted", "1.2": "supported"}
    assert [len(r.positions) for r in review.recommendations] == [1, 1]


def test_the_rest_of_one_paragraph_holds_for_that_alone() -> None:
    ours = review_of(coded("1.2"), coded("2.1"), coded("3.3"))
    review = kz_upr.complete(ours, addendum_of({}, **rest("noted", rest_paragraphs=("2", "3"))))

    assert values(review) == {"2.1": "noted", "3.3": "noted"}


# -- a list ----------------------------------------------------------------------------------------


def listed(number: str, *states: kz_upr.State, value: str = "supported", **fields: Any) -> kz_upr.Recommendation:
    return printed(number, *states, source=LIST, positions=(answer(value, LIST, "row"),), **fields)


def test_a_list_adds_what_is_missing_in_the_order_of_numbers() -> None:
    ours = review_of(coded("1.9", FRANCE), coded("1.2", PERU), warnings=odd("before"))
    review = kz_upr.complete(
        ours, list_of(listed("1.10", TOGO), listed("1.2", PERU), listed("1.1", TOGO), warnings=odd("reading"))
    )

    assert numbers(review) == ["1.1", "1.2", "1.9", "1.10"]
    assert values(review) == {"1.1": "supported", "1.2": "supported", "1.10": "supported"}
    assert [code for code, _ in codes(review)] == ["before", "reading"]
    assert review.recommendations[1].summary == "Light lamp 1.2."


def test_the_wording_of_a_list_is_joined_where_there_is_no_other() -> None:
    """Lists often lose a space or a hyphen, so that the wording of a report stands."""
    in_list = listed("1.1", FRANCE, official_text="Lightthe lamp 1.1 (France)")
    ours = review_of(coded("1.1", FRANCE))
    [alone] = kz_upr.complete(ours, list_of(in_list)).recommendations
    [both] = kz_upr.complete(ours, report_of(printed("1.1", FRANCE)), list_of(in_list)).recommendations

    assert alone.official_text == "Lightthe lamp 1.1 (France)"
    assert both.official_text == "Light the lamp 1.1 (France)"
    assert (both.position, both.citations[-1].source) == (PositionValue.SUPPORTED, LIST)


def test_the_clauses_of_a_list_do_not_contest_those_of_the_report() -> None:
    in_list = listed("1.1", FRANCE, PERU)
    review = kz_upr.complete(review_of(coded("1.1", FRANCE)), report_of(printed("1.1", FRANCE)), list_of(in_list))

    assert (review.recommendations[0].states, review.warnings) == ((FRANCE,), ())


def test_new_recommendations_of_a_list_have_the_id_of_the_review() -> None:
    misread = list_of(listed("1.1", id="FJI-2-1.1"), cycle=2, symbol="A/HRC/99/1")
    review = kz_upr.complete(review_of(documents=(REPORT,)), misread)

    assert [r.id for r in review.recommendations] == ["FJI-3-1.1"]


def test_a_number_that_a_list_corrects() -> None:
    review = kz_upr.complete(review_of(coded("2.1", FRANCE), coded("1.2")), list_of(listed("1.1", FRANCE)))

    assert [(r.id, r.former_ids) for r in review.recommendations] == [
        ("FJI-3-1.1", ("FJI-3-2.1",)),
        ("FJI-3-1.2", ()),
    ]
    assert messages(review) == ["FJI-3-2.1 has the number 1.1 in Thematic list"]


@pytest.mark.parametrize("document", [report_of(printed("1.1", FRANCE)), list_of(listed("1.1", FRANCE))], ids=str)
@pytest.mark.parametrize(
    ("ours", "ids"),
    [
        (("1.1", "2.1"), ["FJI-3-1.1", "FJI-3-2.1"]),
        (("2.1", "1.1"), ["FJI-3-1.1", "FJI-3-2.1"]),
        (("2.1", "3.1", "1.9"), ["FJI-3-1.1", "FJI-3-1.9", "FJI-3-3.1"]),
    ],
)
def test_two_recommendations_do_not_become_one(ours: tuple[str, ...], ids: list[str], document: AnyReading) -> None:
    """A number that one has is not corrected to that of another; of two that it could be, one is."""
    review = kz_upr.complete(review_of(*(coded(number, FRANCE) for number in ours)), document)

    assert [r.id for r in review.recommendations] == ids
    assert {r.summary for r in review.recommendations} == {f"Light lamp {number}." for number in ours}


def test_text_is_not_needed_in_a_list() -> None:
    """An export can hold positions without texts."""
    [joined] = kz_upr.complete(review_of(coded("1.1", FRANCE)), list_of(without_text(listed("1.1")))).recommendations

    assert (joined.official_text, joined.position) == (None, PositionValue.SUPPORTED)
