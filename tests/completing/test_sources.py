"""One source for each document, whichever side brings it."""

from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr import Review, Source, WarningKind
from kz_upr.documents import ReportReading
from kz_upr.model import sources_of
from made_pairs import BOOK, FRANCE, LIST, REPORT, at, coded, list_of, printed, report_of, review_of

A, B, C = (letter * 64 for letter in "abc")


def report(**about: Any) -> ReportReading:
    """The reading of a report from a file of its own."""
    source = attrs.evolve(REPORT, **{"symbol": "/".join(("A", "HRC", "99", "1")), **about})
    return report_of(printed("1.1", FRANCE, source=source), source=source)


def export(sha256: str | None, **about: Any) -> kz_upr.documents.ListReading:
    read = None if sha256 is None else "".join(list(sha256))  # each file is hashed by itself
    source = attrs.evolve(LIST, **{"id": "export", "sha256": read, **about})
    return list_of(printed("1.1", FRANCE, source=source), source=source)


def cited(review: Review) -> dict[str, str | None]:
    """The hash of every source of a review except the book, by the id of the source."""
    return {source.id: source.sha256 for source in sources_of(review) if source.id != "book"}


def knowing(source: Source) -> Review:
    """A review that cites a source before any document is joined."""
    return review_of(coded("1.1", FRANCE, citations=(*at(BOOK, "page"), *at(source, "para. 1.1"))), documents=(source,))


def test_what_either_side_knows_of_a_document_is_known_everywhere() -> None:
    ours = attrs.evolve(REPORT, id="first", title="As coded", job_number="GE.19-1", language="en")
    theirs = report(title="As read", sha256=A, language="fr", url="https://example.org/report")
    review = kz_upr.complete(knowing(ours), theirs)
    [source] = [source for source in sources_of(review) if source.symbol]

    assert source == attrs.evolve(ours, sha256=A, url="https://example.org/report")
    assert {c.source for r in review.recommendations for c in r.citations} == {BOOK, source}
    assert review.documents == (source,)


def test_a_source_that_nobody_adds_to_stays_as_it_is() -> None:
    review = kz_upr.complete(knowing(REPORT), report())

    assert [source for source in sources_of(review) if source.symbol] == [REPORT]


@pytest.mark.parametrize("hashes", [(A, B), (B, A), (A, B, C), (A, A), (A, B, A)], ids="".join)
def test_exports_with_different_content_are_different_sources(hashes: tuple[str, ...]) -> None:
    first, *others = dict.fromkeys(hashes)
    review = kz_upr.complete(review_of(coded("1.1", FRANCE)), *map(export, hashes))

    assert cited(review) == {"export": first} | {f"export-{sha256[:8]}": sha256 for sha256 in others}


@pytest.mark.parametrize("hashes", [(None, A), (A, None)], ids=str)
def test_an_export_without_a_hash_is_the_one_that_is_known(hashes: tuple[str | None, ...]) -> None:
    review = kz_upr.complete(review_of(coded("1.1", FRANCE)), *map(export, hashes))

    assert cited(review) == {"export": A}


def different_files(review: Review) -> list[tuple[str, str]]:
    return [(str(warning), warning.place) for warning in review.warnings if warning.code == "different-files"]


@pytest.mark.parametrize(
    ("hashes", "number"),
    [((A, B), 2), ((A, B, A), 2), ((A, B, C), 3), ((A, A), None), ((A, None), None), ((A,), None)],
    ids=str,
)
def test_a_document_that_was_given_as_different_files(hashes: tuple[str | None, ...], number: int | None) -> None:
    readings = [report(sha256=sha256) for sha256 in hashes]
    review = kz_upr.complete(review_of(coded("1.1", FRANCE)), *readings)
    expected = [(f"A/HRC/99/1 was given as {number} different files", "A/HRC/99/1")] if number else []

    assert different_files(review) == expected
    assert {w.kind for w in review.warnings} <= {WarningKind.DIFFERENCE}
    assert cited(review) == {"report": A}


def test_only_documents_with_a_symbol_have_different_files() -> None:
    """Two exports of the Index are two documents."""
    assert different_files(kz_upr.complete(review_of(), export(A), export(B))) == []


def test_one_file_is_not_different_from_what_the_data_cite() -> None:
    assert different_files(kz_upr.complete(knowing(attrs.evolve(REPORT, sha256=A)), report(sha256=B))) == []


def test_readings_without_hashes_are_not_known_to_differ() -> None:
    assert different_files(kz_upr.complete(review_of(), report(), report())) == []
