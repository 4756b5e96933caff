"""Which documents belong to a review: what a document says about itself decides."""

import datetime
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import kz_upr
import made_pairs
import papers
from kz_upr import OtherReviewError, PositionValue
from kz_upr.choosing import read_for
from kz_upr.documents import Document, ListReading, read_report
from made_readings import ADDENDUM, LIST, a_list, a_report, an_addendum

EXPORT = """[
    {"Text": "95.1 Paint it (Peru);", "Document Symbol": "A/HRC/14/10", "UPR Position": "Noted"},
    {"Text": "9.1 Mend it (Chad);", "Document Symbol": "A/HRC/99/1", "UPR Position": "Noted"}
]"""
NOTED = {"139.5": PositionValue.NOTED}


def test_a_document_of_another_state_is_refused(official: Path) -> None:
    with pytest.raises(OtherReviewError, match=r"^A/HRC/43/15 belongs to a review of Slovenia, not of Kazakhstan$"):
        kz_upr.complete(kz_upr.load_review(), official / "A-HRC-43-15.pdf")


def test_a_document_of_another_cycle_is_refused(official: Path) -> None:
    expected = r"^A/HRC/28/10 belongs to cycle 2, not to cycle 3; use load_review\(2\)$"
    with pytest.raises(OtherReviewError, match=expected):
        kz_upr.complete(kz_upr.load_review(), official / "A-HRC-28-10.pdf")


def test_the_addendum_of_another_cycle_is_refused(official: Path) -> None:
    """It answers 97 bare numbers, all of which the later report has, too."""
    expected = r"^A/HRC/14/15/Add\.1 belongs to the report A/HRC/14/15; that of SVN-2 is A/HRC/28/15$"
    for call in (kz_upr.complete, kz_upr.check):
        with pytest.raises(OtherReviewError, match=expected):
            call(official / "A-HRC-28-15.pdf", official / "A-HRC-14-15-Add.1.pdf")


def test_the_bundled_reviews_are_named_only_to_who_uses_one(official: Path) -> None:
    """The owner of a document of Slovenia is not sent to load_review(3), which is Kazakhstan's."""
    with pytest.raises(OtherReviewError) as caught:
        kz_upr.complete(official / "A-HRC-28-15.pdf", official / "A-HRC-43-15.pdf")

    assert str(caught.value) == "A/HRC/43/15 belongs to cycle 3, not to cycle 2"


def test_the_symbol_of_the_report_decides() -> None:
    """An addendum that mentions another cycle in its text still belongs to the report that it answers."""
    completed = kz_upr.complete(kz_upr.load_review(), a_report(), an_addendum(NOTED, cycle=1))

    assert kz_upr.find_recommendation(completed, "139.5").position == "noted"


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        ({"symbol": "A/HRC/14/10/Add.1"}, r"belongs to the report A/HRC/14/10; that of KAZ-3 is A/HRC/43/10"),
        ({"symbol": None, "cycle": 2}, r"belongs to cycle 2, not to cycle 3"),
        ({"symbol": None, "session": 20}, "its session is 20, that of the review is 34"),
        (
            {"symbol": None, "source": attrs.evolve(ADDENDUM, date=datetime.date(2015, 3, 10))},
            "its date is 2015-03-10, that of the review is 2019-11-07",
        ),
        (
            {"symbol": None, "source": attrs.evolve(ADDENDUM, date=datetime.date(2025, 6, 1))},
            "its date is 2025-06-01, that of the review is 2019-11-07",
        ),
    ],
    ids=["symbol", "cycle", "session", "earlier", "years later"],
)
def test_what_shows_that_a_document_belongs_elsewhere(about: dict[str, object], reason: str) -> None:
    with pytest.raises(OtherReviewError, match=reason):
        kz_upr.complete(kz_upr.load_review(), an_addendum(NOTED, **about))


def test_numbers_of_other_paragraphs_belong_elsewhere() -> None:
    expected = r"its recommendations are numbered 95\.…, those of the review 138\.…"
    with pytest.raises(OtherReviewError, match=expected):
        kz_upr.complete(kz_upr.load_review(), an_addendum({"95.1": PositionValue.NOTED}, symbol=None))


def test_an_export_without_this_review_is_refused() -> None:
    listed = a_report().review.recommendations
    foreign = ListReading(recommendations=tuple(attrs.evolve(r, id=f"TGO-3-{r.number}") for r in listed), source=LIST)
    with pytest.raises(OtherReviewError, match="has no recommendation of KAZ-4"):
        kz_upr.complete(kz_upr.load_review(4), foreign)


def test_a_list_that_names_the_report_belongs_to_it() -> None:
    listed = a_list(state=None, cycle=None, session=None, symbol="A/HRC/43/10")

    assert len(kz_upr.complete(kz_upr.load_review(), listed).recommendations) == 245


@pytest.mark.parametrize("isolated", [False, True])
def test_of_an_export_only_the_report_of_the_review_is_read(tmp_path: Path, isolated: bool) -> None:
    file = tmp_path / "export.json"
    file.write_text(EXPORT, encoding="utf-8")

    assert read_for(kz_upr.load_review(1), file, isolated=isolated).numbers == ("95.1",)


# -- a small review and documents that say little of themselves ------------------------------------

DAY = made_pairs.DAY
#: An addendum without a symbol: only the rest of what it says can tell where it belongs.
BARE: dict[str, Any] = {"symbol": None}


def small(**header: Any) -> kz_upr.Review:
    return made_pairs.review_of(made_pairs.coded("95.1"), made_pairs.coded("96.1"), **header)


def refusal(review: kz_upr.Review, document: Document) -> str | None:
    """Why a document is refused; None if it is taken, by both functions that take documents."""
    reasons: set[str | None] = set()
    for call in (kz_upr.complete, kz_upr.check):
        try:
            call(review, document)
            reasons.add(None)
        except OtherReviewError as error:
            reasons.add(str(error))
    [reason] = reasons
    return reason


def noting(number: str = "95.1", **about: Any) -> Document:
    return made_pairs.addendum_of({number: "noted"}, **about)


def test_the_state_decides_first() -> None:
    expected = "A/HRC/99/1/Add.1 belongs to a review of Togo, not of Fiji"

    assert refusal(small(documents=(made_pairs.REPORT,)), noting(state=made_pairs.TOGO)) == expected
    for state in (made_pairs.FIJI, attrs.evolve(made_pairs.FIJI), None):
        assert refusal(small(), noting(state=state)) is None


REPORT_2010 = attrs.evolve(made_pairs.REPORT, symbol="A/HRC/14/10")


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        (None, "A/HRC/99/1/Add.1 belongs to the report A/HRC/99/1; that of FJI-3 is A/HRC/14/10"),
        (3, "A/HRC/99/1/Add.1 belongs to the report A/HRC/99/1; that of FJI-3 is A/HRC/14/10"),
        (2, "A/HRC/99/1/Add.1 belongs to cycle 2, not to cycle 3"),
    ],
)
def test_another_report_is_named_unless_the_cycle_says_more(cycle: int | None, expected: str) -> None:
    assert refusal(small(documents=(REPORT_2010,)), noting(cycle=cycle)) == expected


def test_a_report_and_what_corrects_it_have_one_symbol() -> None:
    """The report may be known as its corrected or revised version."""
    documents = (
        attrs.evolve(
            made_pairs.REPORT, id="national", kind=kz_upr.SourceKind.NATIONAL_REPORT, symbol="A/HRC/WG.6/7/FJI/1"
        ),
        attrs.evolve(made_pairs.REPORT, id="unknown", symbol=None),
        attrs.evolve(made_pairs.REPORT, symbol="A/HRC/99/1/Corr.1"),
    )

    assert refusal(small(documents=documents), noting("97.1", cycle=2)) is None


def test_the_hint_is_for_who_uses_the_data_of_the_package() -> None:
    expected = "A/HRC/99/1/Add.1 belongs to cycle 2, not to cycle 3"

    assert refusal(small(edition="2026.11"), noting(cycle=2)) == f"{expected}; use load_review(2)"
    assert "load_review" not in str(refusal(small(edition="2026.11"), noting(cycle=2, state=made_pairs.TOGO)))
    assert refusal(small(), noting(cycle=2)) == expected
    assert refusal(small(), noting(cycle=4)) == "A/HRC/99/1/Add.1 belongs to cycle 4, not to cycle 3"
    assert refusal(small(), noting(cycle=3)) is None


@pytest.mark.parametrize(
    ("known", "told", "refused"),
    [(34, 20, True), (34, 34, False), (None, 20, False), (34, None, False), (None, None, False)],
    ids=str,
)
def test_sessions_must_agree_where_both_are_known(known: int | None, told: int | None, refused: bool) -> None:
    expected = "Addendum does not belong to FJI-3: its session is 20, that of the review is 34"
    source = attrs.evolve(made_pairs.ADDENDUM, symbol=None)

    assert refusal(small(session=known), noting(**BARE, session=told, source=source)) == (expected if refused else None)


@pytest.mark.parametrize(("days", "refused"), [(-1, True), (0, False), (3 * 365, False), (3 * 365 + 1, True)], ids=str)
def test_an_answer_is_dated_within_three_years_after_the_review(days: int, refused: bool) -> None:
    date = DAY + datetime.timedelta(days)
    document = noting(**BARE, source=attrs.evolve(made_pairs.ADDENDUM, date=date))
    expected = f"A/HRC/99/1/Add.1 does not belong to FJI-3: its date is {date}, that of the review is 2019-11-07"

    assert refusal(small(date=DAY), document) == (expected if refused else None)
    assert refusal(small(), document) is None


@pytest.mark.parametrize(
    ("printed", "refused"),
    [
        (("98.1", "97.2"), True),
        (("97.1", "1"), True),
        (("97.1", "96.7"), False),
        (("1", "97"), False),
        ((), False),
    ],
    ids=str,
)
def test_numbers_of_other_paragraphs_show_another_review(printed: tuple[str, ...], refused: bool) -> None:
    document = made_pairs.addendum_of(dict.fromkeys(printed, "noted"), **BARE)
    expected = (
        "A/HRC/99/1/Add.1 does not belong to FJI-3: its recommendations are numbered 97.…, those of the review 95.…"
    )

    assert refusal(small(), document) == (expected if refused else None)
    assert refusal(made_pairs.review_of(), document) is None


# -- lists of several reviews ----------------------------------------------------------------------

MIXED = (
    made_pairs.printed("95.1", source=made_pairs.LIST),
    made_pairs.printed("95.2", source=made_pairs.LIST, id="TGO-3-95.2"),
    made_pairs.printed("95.3", source=made_pairs.LIST, id="FJI-30-95.3"),
)


@pytest.mark.parametrize(
    ("about", "taken"),
    [
        ({"state": None, "cycle": None}, ["95.1"]),
        ({"cycle": None}, ["95.1"]),
        ({"state": None}, ["95.1"]),
        ({}, ["95.1", "95.2", "95.3"]),
        ({"state": None, "cycle": None, "symbol": "A/HRC/99/1"}, ["95.1", "95.2", "95.3"]),
    ],
    ids=["neither", "State alone", "cycle alone", "State and cycle", "symbol"],
)
def test_of_a_list_that_does_not_tell_its_review_the_own_part_is_taken(about: dict[str, Any], taken: list[str]) -> None:
    review = made_pairs.review_of(documents=(made_pairs.REPORT,))
    completed = kz_upr.complete(review, made_pairs.list_of(*MIXED, **about))

    assert made_pairs.numbers(completed) == taken


def test_without_a_report_no_symbol_shows_that_a_list_belongs() -> None:
    listed = made_pairs.list_of(*MIXED, state=None, cycle=None)

    assert made_pairs.numbers(kz_upr.complete(made_pairs.review_of(), listed)) == ["95.1"]


def test_a_list_without_any_recommendation_of_the_review_is_refused() -> None:
    listed = made_pairs.list_of(MIXED[1], cycle=None)

    assert refusal(small(), listed) == "Thematic list does not name a review and has no recommendation of FJI-3"


# -- files -----------------------------------------------------------------------------------------


def a_file(folder: Path) -> Path:
    pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")
    return papers.report([("Fiji supports these:", ["Light the lamps (Peru);"])]).save(folder / "report.pdf")


def test_a_report_may_be_a_path_or_its_reading(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    reading = read_report(path)
    review = reading.review

    assert kz_upr.complete(path) == kz_upr.complete(str(path)) == kz_upr.complete(reading) == review
    assert kz_upr.check(review, path) == kz_upr.check(str(path), reading)
    assert kz_upr.check(review, path)


def test_of_an_export_only_the_records_of_the_report_are_read(tmp_path: Path) -> None:
    told = {"Countries": ["Fiji"], "Body": "UPR", "AnnotationType": "Recommendations", "UprSession": "34"}
    records = [
        {
            "AnnotationId": number,
            "Symbol": symbol,
            "Text": f"{number} Light the lamps (Peru);",
            "UprRecommendingStates": "- Peru",
            "UprPosition": "Supported",
            "Themes": [],
            **told,
        }
        for number, symbol in (("95.2", "A/HRC/99/1"), ("95.3", "A/HRC/99/7"))
    ]
    path = tmp_path / "export.json"
    path.write_text(json.dumps(records), encoding="utf-8")
    review = small(documents=(made_pairs.REPORT,))

    assert made_pairs.numbers(kz_upr.complete(review, path)) == ["95.1", "95.2", "96.1"]
