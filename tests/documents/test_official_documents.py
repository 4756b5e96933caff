"""Official documents of every State and year, as far as a user relies on the same thing in all of them."""

import io
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from kz_upr import Review, from_json, to_json
from kz_upr.documents import AnyReading, ReportReading, read_document
from kz_upr.model import damage_in

pypdfium2 = pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

#: Reviews whose report prints no number of delegations.
_NO_NUMBER_OF_SPEAKERS = {"ALB-1", "ARE-1", "BHR-1", "FIN-1", "IDN-1"}
_NO_SESSION_DAYS = {"CRI-2"}  # a span with two first days


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[Path, AnyReading]:
    paths = sorted(path for path in (shared / "corpus").rglob("*") if path.suffix in (".pdf", ".docx"))
    with ProcessPoolExecutor(2) as pool:
        return dict(zip(paths, pool.map(read_document, paths, chunksize=4), strict=True))


@pytest.fixture(scope="module")
def readings(documents: dict[Path, AnyReading]) -> list[ReportReading]:
    """Of the reports of 2008 to 2014."""
    found = [reading for path, reading in documents.items() if path.parent.name == "reports-2008-2014"]
    reports = [reading for reading in found if isinstance(reading, ReportReading)]
    assert len(reports) == len(found)
    return reports


def test_no_undamaged_document_is_suspected(documents: dict[Path, AnyReading]) -> None:
    assert {path.name: damage for path, each in documents.items() if (damage := damage_in(each.warnings))} == {}
    assert len(documents) > 100


def test_nor_is_one_that_another_program_wrote_again(shared: Path, tmp_path: Path) -> None:
    paging = pytest.importorskip("mutations.paging", reason="needs pypdf")
    documents = sorted((shared / "corpus").rglob("*.pdf"))[::12]
    file = tmp_path / "again.pdf"
    for path in documents:
        content = path.read_bytes()
        saved = io.BytesIO()
        with pypdfium2.PdfDocument(content) as document:
            document.save(saved)
        for again in (paging.rewritten(content), saved.getvalue()):
            file.write_bytes(again)
            read_document(file, strict=True)


def lacking(readings: list[ReportReading], field: str) -> set[str]:
    return {reading.review.id for reading in readings if getattr(reading.review, field) is None}


def test_every_reading_is_kept_as_json(readings: list[ReportReading]) -> None:
    assert [reading.review.id for reading in readings if from_json(to_json(reading.review)) != reading.review] == []


def test_every_header_is_read(readings: list[ReportReading]) -> None:
    for field in ("date", "meeting", "adopted", "troika", "delegation"):
        assert lacking(readings, field) == set(), field
    assert lacking(readings, "session_start") == _NO_SESSION_DAYS
    assert lacking(readings, "speakers") == _NO_NUMBER_OF_SPEAKERS
    assert {len(reading.review.troika or ()) for reading in readings} == {3}
    assert all(reading.review.delegation.head for reading in readings if reading.review.delegation)


def test_the_members_of_a_delegation_are_as_many_as_it_says(readings: list[ReportReading]) -> None:
    stated = [
        each.review.delegation for each in readings if each.review.delegation and each.review.delegation.stated_size
    ]
    near = [each for each in stated if abs(len(each.members) - (each.stated_size or 0)) <= 1]
    assert len(stated) >= 50
    assert len(near) / len(stated) >= 0.9


def test_the_speakers_are_as_many_as_the_report_says(readings: list[ReportReading]) -> None:
    """In nearly all reports of 2011 to 2014; elsewhere a warning says how many were found."""
    agree: dict[bool, int] = {True: 0, False: 0}
    for reading in readings:
        if reading.review.date is None or reading.review.date.year < 2011 or reading.review.speakers is None:
            continue
        same = _speaking(reading.review) == reading.review.speakers
        agree[same] += 1
        assert same is not any(warning.code == "speakers" for warning in reading.warnings)
    assert agree[True] / sum(agree.values()) >= 0.95


def _speaking(review: Review) -> int:
    """How many States other than the one under review speak in the dialogue."""
    return len({s for statement in review.statements for s in statement.speaker.states} - {review.state})
