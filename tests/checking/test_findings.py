"""The points on which a review and a document are compared."""

import datetime
from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr import Clause, ReadingWarning, Totals, WarningKind
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
    list_of,
    printed,
    report_of,
    review_of,
)

Row = tuple[str, str, str | None, str | None]


def rows(review: kz_upr.Review, *documents: kz_upr.documents.Document) -> list[Row]:
    """The findings of a check: aspect, where, what the data say, what the document says."""
    return [(f.aspect, f.where, f.ours, f.theirs) for f in kz_upr.check(review, *documents).findings]


def of_aspect(found: list[Row], aspect: str) -> list[tuple[str | None, ...]]:
    return [row[1:] for row in found if row[0] == aspect]


# -- the header ------------------------------------------------------------------------------------

HEADER: dict[str, tuple[str, Any, str]] = {
    "session": ("session", 34, "34"),
    "date": ("date", DAY, "2019-11-07"),
    "meeting": ("meeting", 7, "7"),
    "adopted": ("adopted", DAY + datetime.timedelta(5), "2019-11-12"),
    "troika": ("troika", (TOGO, FRANCE, PERU), "FRA, PER, TGO"),
    "speakers": ("speakers", 70, "70"),
    "speaking_states": ("speaking States", (PERU, FRANCE), "FRA, PER"),
    "advance_questions": ("advance questions", (FRANCE,), "FRA"),
}


@pytest.mark.parametrize("field", HEADER)
def test_a_header_is_compared_where_both_sides_have_it(field: str) -> None:
    aspect, value, shown = HEADER[field]
    having, lacking = (
        {field: value},
        {field: None if field == "troika" else attrs.fields_dict(kz_upr.Review)[field].default},
    )
    pairs = [(having, having), (having, lacking), (lacking, having), (lacking, lacking)]
    found = [rows(review_of(**ours), report_of(**theirs)) for ours, theirs in pairs]

    assert found == [[(aspect, "FJI-3", shown, shown)], [], [], []]


def test_all_of_a_header_is_compared_in_one_order() -> None:
    header = {field: value for field, (_, value, _) in HEADER.items()}

    assert rows(review_of(**header), report_of(**header)) == [
        (aspect, "FJI-3", shown, shown) for aspect, _, shown in HEADER.values()
    ]


def test_totals_are_compared_with_the_numbers_in_a_report() -> None:
    totals = Totals(received=3, citations=at(BOOK, "page"))
    report = report_of(printed("1.1"), printed("1.2"))

    assert of_aspect(rows(review_of(totals=totals), report), "totals") == [("FJI-3", "3", "2")]
    assert of_aspect(rows(review_of(totals=attrs.evolve(totals, received=None)), report), "totals") == []
    assert of_aspect(rows(review_of(), report), "totals") == []


# -- numbers ---------------------------------------------------------------------------------------


def test_a_review_that_is_whole_has_every_number_of_a_document() -> None:
    ours = review_of(coded("1.1"), coded("1.2"), stated=2)

    assert of_aspect(rows(ours, report_of(printed("1.3"), printed("1.1"))), "numbers") == [
        ("1.3", None, "1.3"),
        ("1.1", "1.1", "1.1"),
        ("1.2", "1.2", None),
    ]
    assert kz_upr.check(ours, report_of(printed("1.3"))).not_held == ()


def test_a_large_review_can_be_whole() -> None:
    """Reviews of the third cycle have more than 300 recommendations."""
    ours = review_of(*(coded(f"1.{item}") for item in range(1, 301)), stated=300)

    assert kz_upr.check(ours, list_of(printed("1.301"))).not_held == ()


@pytest.mark.parametrize("stated", [3, None], ids=["one is missing", "not known"])
def test_a_review_that_lacks_some_misses_no_number(stated: int | None) -> None:
    ours = review_of(coded("1.1"), coded("1.2"), stated=stated)
    found = kz_upr.check(ours, report_of(printed("1.3"), printed("1.1"), printed("1.4")))

    assert [(f.where, f.ours, f.theirs) for f in found.findings if f.aspect == "numbers"] == [
        ("1.1", "1.1", "1.1"),
        ("1.2", "1.2", None),
    ]
    assert found.not_held == ("1.3", "1.4")


def test_a_list_need_not_have_every_recommendation() -> None:
    """An export can be that of a search."""
    found = kz_upr.check(review_of(coded("1.1"), coded("1.2")), list_of(printed("1.2"), printed("1.3")))

    assert [f.where for f in found.findings if f.aspect == "numbers"] == ["1.2"]
    assert found.not_held == ("1.3",)


# -- each recommendation ---------------------------------------------------------------------------


def pair(
    ours: dict[str, Any], theirs: dict[str, Any], in_list: bool = False
) -> list[tuple[str, str | None, str | None]]:
    """What is found on one recommendation, apart from its number."""
    document = list_of(printed("1.1", **theirs)) if in_list else report_of(printed("1.1", **theirs))
    found = rows(review_of(coded("1.1", **ours)), document)
    return [(aspect, here, there) for aspect, _, here, there in found if aspect != "numbers"]


NOTHING: dict[str, Any] = {"clauses": (), "text_sha256": None}


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((FRANCE, PERU), (PERU, FRANCE), [("States", "FRA PER", "FRA PER")]),
        ((FRANCE,), (PERU,), [("States", "FRA", "PER")]),
        ((), (PERU,), []),
        ((FRANCE,), (), []),
    ],
    ids=["same", "other", "ours unknown", "theirs unknown"],
)
def test_states_are_compared_whatever_their_order(
    ours: tuple[kz_upr.State, ...], theirs: tuple[kz_upr.State, ...], expected: list[Any]
) -> None:
    found = pair({"clauses": (Clause(states=ours),)}, {**NOTHING, "clauses": (Clause(states=theirs),)})

    assert [row for row in found if row[0] == "States"] == expected


def test_the_number_of_clauses_is_compared() -> None:
    one, two = (Clause(),), (Clause(), Clause())

    assert pair({"clauses": two}, {**NOTHING, "clauses": one}) == [("clauses", "2", "1")]
    assert pair({"clauses": one}, {**NOTHING, "clauses": one}) == [("clauses", "1", "1")]
    assert pair({"clauses": ()}, {**NOTHING, "clauses": one}) == []
    assert pair({"clauses": one}, NOTHING) == []


def test_the_wording_is_compared_by_its_fingerprint() -> None:
    a, b = "a" * 64, "b" * 64
    bare = {"clauses": ()}

    assert pair({**bare, "text_sha256": a}, {**bare, "text_sha256": b}) == [("wording", "a" * 12, "b" * 12)]
    for source in (REPORT, ADDENDUM):
        answered = {**bare, "text_sha256": b, "positions": (answer("noted", source),)}
        assert ("wording", "a" * 12, "b" * 12) in pair({**bare, "text_sha256": a}, answered)
    assert pair(bare, {**bare, "text_sha256": b}) == []
    assert pair({**bare, "text_sha256": a}, NOTHING) == []


def test_the_wording_of_a_list_is_not_compared() -> None:
    """Lists often lose a space or a hyphen."""
    bare = {"clauses": (), "text_sha256": "a" * 64}
    in_list = {**bare, "text_sha256": "b" * 64, "positions": (answer("noted", LIST),)}

    assert pair(bare, in_list, in_list=True) == []


def test_positions_are_compared_stage_by_stage() -> None:
    ours = {"clauses": (), "positions": (answer("pending"), answer("noted", ADDENDUM), answer("supported", BOOK))}
    theirs = {**NOTHING, "positions": (answer("noted"), answer("noted", ADDENDUM))}

    assert pair(ours, theirs) == [
        ("position (working group)", "pending", "noted"),
        ("position (addendum)", "noted", "noted"),
    ]
    assert pair({**ours, "positions": (answer("noted", ADDENDUM),)}, {**NOTHING, "positions": (answer("noted"),)}) == []


def test_the_position_in_a_list_is_compared_with_the_final_one() -> None:
    theirs = {**NOTHING, "positions": (answer("supported", LIST),)}

    assert pair({"clauses": (), "positions": (answer("supported"), answer("noted", ADDENDUM))}, theirs, True) == [
        ("position (list)", "noted", "supported")
    ]
    assert pair({"clauses": ()}, theirs, True) == []


# -- an addendum -----------------------------------------------------------------------------------


def test_an_addendum_is_compared_by_the_numbers_that_it_prints() -> None:
    ours = review_of(
        coded("1.1", positions=(answer("noted"),)),
        coded("1.2", positions=(answer("noted"),)),
        coded("1.3", positions=(answer("pending"), answer("supported", ADDENDUM), answer("noted", BOOK))),
        coded("1.4"),
    )
    found = rows(ours, addendum_of({"2": "supported", "1.3": "supported", "1.4": "noted"}))

    assert found == [
        ("position (addendum)", "1.2", "noted", "supported"),
        ("position (addendum)", "1.3", "supported", "supported"),
    ]


def test_answers_of_an_addendum_that_fit_nothing_are_named() -> None:
    ours = review_of(coded("1.1", positions=(answer("noted"),)), coded("2.1", positions=(answer("noted"),)))
    found = kz_upr.check(ours, addendum_of({"1": "noted", "7": "noted"}, warnings=WARNINGS))

    assert (found.findings, found.not_held) == ((), ())
    assert [str(warning) for warning in found.warnings] == [
        "a lamp is out",
        "A/HRC/99/1/Add.1 answers 1, which could be any of 1.1, 2.1",
        "A/HRC/99/1/Add.1 answers 7, which is not among the recommendations held",
    ]


# -- several documents -----------------------------------------------------------------------------

WARNINGS = (ReadingWarning(kind=WarningKind.UNREAD, code="lamp", place="para. 1", message="a lamp is out"),)


def test_several_documents_are_compared_one_after_the_other() -> None:
    ours = review_of(coded("1.1"), edition="2026.11")
    found = kz_upr.check(
        ours, list_of(printed("1.2"), printed("1.1"), warnings=WARNINGS), report_of(printed("1.2"), warnings=WARNINGS)
    )

    assert (found.review, found.edition) == ("FJI-3", "2026.11")
    assert [(f.document, f.where) for f in found.findings if f.aspect == "numbers"] == [
        ("A/HRC/99/1", "1.1"),
        ("Thematic list", "1.1"),
    ]
    assert (found.not_held, found.warnings) == (("1.2",), WARNINGS)
