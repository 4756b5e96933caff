"""A review completed from its official documents."""

import itertools
import json
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest

import kz_upr
import made_pairs
from kz_upr import Clause, InvalidDocumentError, PositionValue, Review, Totals, WarningKind
from kz_upr.documents import Document, read_addendum, read_report, read_thematic_list
from made_readings import a_list, a_report, an_addendum, answered, messages, printed


def expected_texts(shared: Path, review: str) -> dict[str, str]:
    rows = json.loads((shared / "corpus" / "expected" / f"{review}.json").read_text(encoding="utf-8"))["rows"]
    return {row["number"]: row["text"] for row in rows}


def texts(review: Review) -> dict[str, str]:
    return {r.number: " ".join((r.official_text or "").split()) for r in review.recommendations}


def positions(review: Review) -> Counter[str]:
    return Counter(str(r.position) for r in review.recommendations)


# -- from the real documents -----------------------------------------------------------------------


@pytest.mark.parametrize(("cycle", "report"), [(1, "A-HRC-14-10.pdf"), (2, "A-HRC-28-10.pdf")])
def test_the_official_wording_is_joined_and_the_coding_stays(
    official: Path, shared: Path, cycle: int, report: str
) -> None:
    review = kz_upr.load_review(cycle)
    completed = kz_upr.complete(review, official / report)

    assert texts(completed) == expected_texts(shared, review.id)
    assert [r.summary for r in completed.recommendations] == [r.summary for r in review.recommendations]
    for field in ("actions", "themes", "affected_persons", "instruments"):
        assert [getattr(r, field) for r in completed.recommendations] == [
            getattr(r, field) for r in review.recommendations
        ]
    assert [r.text_sha256 for r in completed.recommendations] == [r.text_sha256 for r in review.recommendations]
    assert all(c.official_text for r in completed.recommendations for c in r.clauses)
    assert completed.warnings == ()
    assert positions(completed) == positions(review)
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_slovenia_2019_from_report_addendum_and_list(official: Path, shared: Path) -> None:
    """The report of the same session, in the same form, as the one that is not at hand."""
    completed = kz_upr.complete(
        official / "A-HRC-43-15.pdf",
        official / "UPR34_Slovenia_Thematic_list_of_Recommendations.docx",
        official / "A-HRC-43-15-Add.1.pdf",
    )

    assert len(completed.recommendations) == 215
    assert texts(completed) == expected_texts(shared, "SVN-3")
    assert positions(completed) == {"supported": 182, "noted": 33}  # A/HRC/43/2, closing statement on Slovenia
    assert all(r.tags for r in completed.recommendations)
    assert {str(p.stage) for r in completed.recommendations for p in r.positions} == {
        "working group",
        "addendum",
        "list",
    }
    assert completed.discrepancies == ()
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_paths_and_readings_in_any_order_give_the_same_review(official: Path) -> None:
    report = official / "A-HRC-43-15.pdf"
    others = (
        official / "UPR34_Slovenia_Thematic_list_of_Recommendations.docx",
        official / "A-HRC-43-15-Add.1.pdf",
    )
    read = (read_thematic_list(others[0]), read_addendum(others[1]))
    expected = kz_upr.complete(report, *others)

    assert kz_upr.complete(read_report(report), *reversed(read)) == expected
    assert kz_upr.complete(read_report(report).review, read[0], others[1]) == expected


def test_bare_numbers_of_an_addendum_are_joined(official: Path) -> None:
    """A/HRC/14/15/Add.1 answers 1 to 97 of the report on Slovenia of 2010."""
    completed = kz_upr.complete(official / "A-HRC-14-15.pdf", official / "A-HRC-14-15-Add.1.pdf")
    answered = [r for r in completed.recommendations if any(p.stage == "addendum" for p in r.positions)]

    assert len(answered) == 97


# -- the third review, from a report made up -------------------------------------------------------


def test_the_third_review_becomes_whole() -> None:
    review = kz_upr.load_review()
    completed = kz_upr.complete(review, a_report())

    assert str(completed.coverage.recommendations) == "245 of 245"
    assert completed.coverage.recommendations.why is None
    assert completed.troika == a_report().review.troika
    assert completed.statements == review.statements
    assert completed.notes == review.notes
    elections = kz_upr.find_recommendation(completed, "139.124")
    assert elections.summary == kz_upr.find_recommendation(review, "139.124").summary
    assert elections.themes == kz_upr.find_recommendation(review, "139.124").themes != ()
    assert elections.position == "supported"
    noted = kz_upr.find_recommendation(completed, "139.2")
    assert noted.position == "noted"  # as the addendum answers; the report deferred the answer
    assert [state.iso3 for state in noted.states] == ["NOR"]
    assert [str(p.stage) for p in noted.positions] == ["working group", "addendum"]
    assert kz_upr.find_recommendation(completed, "139.1").position == "pending"
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_a_wording_that_is_not_the_coded_one_gives_a_warning() -> None:
    completed = kz_upr.complete(kz_upr.load_review(), a_report())
    warnings = [warning for warning in completed.warnings if warning.code == "other-wording"]

    assert [warning.place for warning in warnings] == ["KAZ-3-139.124", "KAZ-3-139.161"]
    assert {warning.kind for warning in warnings} == {WarningKind.DIFFERENCE}
    assert str(warnings[0]) == (
        "KAZ-3-139.124: the wording in A/HRC/43/10, para. 139.124 is not the one that was coded (text_sha256 differs)"
    )


def test_warnings_are_no_part_of_equality_or_of_the_json_form() -> None:
    completed = kz_upr.complete(kz_upr.load_review(), a_report())

    assert completed.warnings
    assert "warnings" not in kz_upr.to_dict(completed)
    assert attrs.evolve(completed, warnings=()) == completed


def test_a_former_id_that_another_recommendation_now_has() -> None:
    """The report has 138.83 as 139.83; a list has a 138.83 beside it, which is another recommendation."""
    review = kz_upr.load_review()
    first, *others = review.statements
    point = attrs.evolve(first.points[0], recommendations=("KAZ-3-138.83", "KAZ-3-139.2"))
    review = attrs.evolve(review, statements=(attrs.evolve(first, points=(point, *first.points[1:])), *others))
    rows = a_list().recommendations
    other = answered(printed("138.83", "Norway"), PositionValue.NOTED)
    completed = kz_upr.complete(review, a_report(), attrs.evolve(a_list(), recommendations=(other, *rows)))

    danish, norwegian = (kz_upr.find_recommendation(completed, number) for number in ("139.83", "138.83"))
    assert (danish.states[0].iso3, danish.former_ids) == ("DNK", ())
    assert (norwegian.states[0].iso3, norwegian.id) == ("NOR", "KAZ-3-138.83")
    assert completed.statements[0].points[0].recommendations == ("KAZ-3-139.83", "KAZ-3-139.2")
    kz_upr.validate(completed)


def test_a_number_that_comes_back() -> None:
    """The report has 138.83 as 139.83, a list as 138.83 again."""
    rows = tuple(
        answered(printed("138.83", "Denmark"), PositionValue.SUPPORTED) if r.number == "139.83" else r
        for r in a_list().recommendations
    )
    completed = kz_upr.complete(kz_upr.load_review(), a_report(), attrs.evolve(a_list(), recommendations=rows))
    (danish,) = (r for r in completed.recommendations if r.number.endswith(".83") and r.states[0].iso3 == "DNK")
    assert danish.id not in danish.former_ids
    kz_upr.validate(completed)


def test_a_number_misprinted_by_others_is_found_in_the_report() -> None:
    """The ICJ prints Denmark's as 138.83; the report has no paragraph 138."""
    completed = kz_upr.complete(kz_upr.load_review(), a_report())
    danish = kz_upr.find_recommendation(completed, "139.83")

    assert danish.summary == kz_upr.find_recommendation(kz_upr.load_review(), "138.83").summary
    assert danish.position == "supported"
    assert "KAZ-3-138.83 has the number 139.83 in A/HRC/43/10" in messages(completed)
    with pytest.warns(kz_upr.RedirectWarning, match=r"KAZ-3-138\.83 has moved: it is KAZ-3-139\.83"):
        assert kz_upr.find_recommendation(completed, "138.83") is danish


def test_the_bundled_review_does_not_change() -> None:
    before = kz_upr.to_json(kz_upr.load_review())
    kz_upr.complete(kz_upr.load_review(), a_report())

    assert kz_upr.to_json(kz_upr.load_review()) == before


def test_the_edition_names_the_documents_once() -> None:
    completed = kz_upr.complete(kz_upr.load_review(), a_report())

    assert completed.edition == "2026.11 with A/HRC/43/10"
    assert kz_upr.cite(completed).endswith("edition 2026.11 with A/HRC/43/10.")
    assert kz_upr.complete(completed, a_report()).edition == "2026.11 with A/HRC/43/10"


def test_without_documents_nothing_changes() -> None:
    assert kz_upr.complete(kz_upr.load_review()) is kz_upr.load_review()


@pytest.mark.parametrize("wrong", [["a.pdf"], 3, None, kz_upr.load_review()], ids=lambda wrong: type(wrong).__name__)
def test_what_is_neither_a_file_nor_a_reading_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError, match="expected a file or a reading of one, got"):
        kz_upr.complete(kz_upr.load_review(), wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [3, None, a_list()], ids=lambda wrong: type(wrong).__name__)
def test_a_review_or_a_report_comes_first(wrong: object) -> None:
    with pytest.raises(TypeError, match="expected a Review or a report first, got"):
        kz_upr.complete(wrong, a_report())  # type: ignore[arg-type]


# -- documents that disagree -----------------------------------------------------------------------


def test_the_list_alone_makes_the_review_whole() -> None:
    """214 supported and 31 noted, as the Council was told (A/HRC/43/2, para. 706)."""
    completed = kz_upr.complete(kz_upr.load_review(), a_list())

    assert str(completed.coverage.recommendations) == "245 of 245"
    assert completed.totals == kz_upr.load_review().totals
    assert positions(completed) == {"supported": 214, "noted": 31}
    assert kz_upr.from_json(kz_upr.to_json(completed)) == completed


def test_states_are_joined_if_the_clauses_differ_in_number() -> None:
    """139.24 is held as one clause, and its State is not known."""
    france, peru = kz_upr.resolve_state("France"), kz_upr.resolve_state("Peru")
    two = attrs.evolve(printed("139.24", "France", "Peru"), clauses=(Clause(states=(france,)), Clause(states=(peru,))))
    listed = a_report().review.recommendations
    report = a_report(recommendations=tuple(two if r.number == "139.24" else r for r in listed))
    completed = kz_upr.complete(kz_upr.load_review(), report)

    assert kz_upr.find_recommendation(completed, "139.24").states == (france, peru)
    assert "KAZ-3-139.24: coded as 1 clause; A/HRC/43/10, para. 139.24 has 2" in messages(completed)


# -- reviews and readings that break a rule --------------------------------------------------------


def test_totals_without_citation_are_refused_by_their_path() -> None:
    review = attrs.evolve(kz_upr.load_review(), totals=Totals(received=10))
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.complete(review, a_report())

    assert ("$.totals.citations", "a set of totals needs at least one citation") in caught.value.faults


def test_recommendations_without_citation_are_refused_by_their_path() -> None:
    listed = a_report().review.recommendations
    bare = (*listed[:-1], attrs.evolve(listed[-1], citations=()))
    for document in (a_report(recommendations=bare), a_list(recommendations=bare)):
        with pytest.raises(InvalidDocumentError) as caught:
            kz_upr.complete(kz_upr.load_review(), document)
        [(path, fault)] = caught.value.faults
        assert path.endswith("recommendations[244].citations")
        assert fault == "a recommendation needs at least one citation"


def test_the_order_of_documents_does_not_matter() -> None:
    documents: tuple[Document, ...] = (a_report(), an_addendum({"139.5": PositionValue.NOTED}), a_list())
    results = [kz_upr.complete(kz_upr.load_review(), *order) for order in itertools.permutations(documents)]

    assert all(result == results[0] for result in results[1:])


# -- the edition, and what a document says of itself -------------------------------------------------


def test_the_edition_names_every_document_in_the_order_of_joining() -> None:
    ours = made_pairs.review_of(made_pairs.coded("1.1"), edition="2026.11")
    once = kz_upr.complete(ours, made_pairs.addendum_of({"1.1": "noted"}))
    twice = kz_upr.complete(once, made_pairs.list_of(made_pairs.printed("1.1")), made_pairs.report_of())

    assert once.edition == "2026.11 with A/HRC/99/1/Add.1"
    assert twice.edition == "2026.11 with A/HRC/99/1/Add.1, A/HRC/99/1, Thematic list"


def test_a_review_without_edition_has_none_afterwards() -> None:
    assert kz_upr.complete(made_pairs.review_of(), made_pairs.report_of()).edition is None


def test_small_documents_in_any_order_give_the_same_review() -> None:
    ours = made_pairs.review_of(made_pairs.coded("1.1", made_pairs.FRANCE))
    in_list = made_pairs.printed("1.1", source=made_pairs.LIST, official_text="Lightthe lamp")
    documents: tuple[Document, ...] = (
        made_pairs.list_of(in_list),
        made_pairs.addendum_of({"1.1": "noted"}),
        made_pairs.report_of(made_pairs.printed("1.1", made_pairs.FRANCE)),
    )
    results = [kz_upr.complete(ours, *order) for order in itertools.permutations(documents)]

    assert all(result == results[0] for result in results)
    assert texts(results[0]) == {"1.1": "Light the lamp 1.1 (France)"}


@pytest.mark.parametrize(
    ("side", "name"), [("review", "FJI-3"), ("report", "A/HRC/99/1"), ("addendum", "A/HRC/99/1/Add.1")]
)
def test_either_side_that_breaks_a_rule_is_refused_by_its_name(side: str, name: str) -> None:
    uncited = made_pairs.answer("noted", citations=())
    broken = made_pairs.coded("1.1", positions=(uncited,))
    documents: dict[str, Document] = {
        "review": made_pairs.report_of(),
        "report": made_pairs.report_of(broken),
        "addendum": made_pairs.addendum_of({}, rest=uncited),
    }
    ours = made_pairs.review_of(broken) if side == "review" else made_pairs.review_of()
    with pytest.raises(InvalidDocumentError, match="a position needs at least one citation") as caught:
        kz_upr.complete(ours, documents[side])
    assert caught.value.__notes__ == [name]


@pytest.mark.parametrize("id", ["KAZ-2", 3])
def test_a_review_that_breaks_a_rule_is_refused_without_documents_too(id: Any) -> None:
    with pytest.raises(InvalidDocumentError, match=r"^\$\.id: expected ") as caught:
        kz_upr.complete(attrs.evolve(kz_upr.load_review(), id=id))
    assert caught.value.__notes__ == [str(id)]
