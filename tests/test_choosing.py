"""Which documents belong to a review: what a document says about itself decides."""

import datetime
from pathlib import Path

import attrs
import pytest

import kz_upr
from kz_upr import OtherReviewError, PositionValue
from kz_upr.choosing import read_for
from kz_upr.documents import ListReading
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
