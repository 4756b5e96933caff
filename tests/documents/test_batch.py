"""Many documents: one element for each, in order, whatever is wrong with some, and no process left behind."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kz_upr.documents import (
    DocumentError,
    ListReading,
    ReportReading,
    batch,
    isolation,
    read_documents,
    read_report,
)
from kz_upr.documents.batch import documents_in, processors

from papers import pdf_that_draws_itself, report, word_list  # isort: skip
from refusals import not_installed  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

EXPORT = '[{"Text": "9.1 Paint it (Peru);", "Document Symbol": "A/HRC/99/1", "UPR Position": "Noted"}]'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a report, a list, an export, and files that are none of these."""
    made = tmp_path / "papers"
    (made / "b").mkdir(parents=True)
    report([("The recommendations below enjoy the support of Fiji:", ["Paint it (Peru);"])]).save(made / "a.pdf")
    word_list(made / "b" / "list.docx", [("9.1 Paint it (Peru);", "Noted", "- Harbours", "")])
    (made / "c.json").write_text(EXPORT, encoding="utf-8")
    (made / "d.PDF").write_bytes(b"<html>Moved</html>")
    return made


def summary(element: object) -> str:
    return element.reason if isinstance(element, DocumentError) else type(element).__name__


@pytest.mark.parametrize("workers", [1, 3, None])
def test_one_element_for_each_document_in_order(folder: Path, workers: int | None) -> None:
    elements = list(read_documents(folder, workers=workers))

    assert [summary(element) for element in elements] == [
        "ReportReading",
        "ListReading",
        "ListReading",
        "expected a PDF, got a web page (HTML)",
    ]
    assert elements[0] == read_report(folder / "a.pdf")
    assert isinstance(elements[3], DocumentError)
    assert elements[3].path == folder / "d.PDF"


def test_paths_in_any_order_and_more_than_once(folder: Path) -> None:
    paths: list[str | Path] = [
        folder / "c.json",
        str(folder / "a.pdf"),
        folder / "none.pdf",
        folder / "b",
        folder / "a.pdf",
    ]

    assert [summary(element) for element in read_documents(paths, workers=2)] == [
        "ListReading",
        "ReportReading",
        "cannot be opened (No such file or directory)",
        "is not a file",
        "ReportReading",
    ]


def test_a_single_file(folder: Path) -> None:
    (reading,) = read_documents(folder / "a.pdf")

    assert isinstance(reading, ReportReading)


def test_what_is_in_a_folder(tmp_path: Path) -> None:
    for name in ("b.pdf", "B.docx", "a/z.xlsx", "a.json", ".hidden.pdf", "~$b.docx", "x.txt", ".git/y.json", "old.doc"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    found = [path.relative_to(tmp_path).as_posix() for path in documents_in(tmp_path)]
    assert found == sorted(["b.pdf", "B.docx", "a/z.xlsx", "a.json", "old.doc"], key=lambda name: name.split("/"))


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege on Windows")
def test_a_link_to_a_folder_above(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    (tmp_path / "up").symlink_to(tmp_path)

    assert documents_in(tmp_path) == [tmp_path / "a.pdf"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert list(read_documents(tmp_path)) == []


def test_what_is_wrong_with_the_call_is_raised_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read_documents(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="expected at least 1 worker, got 0"):
        read_documents(tmp_path, workers=0)


def test_documents_are_read_as_they_are_asked_for(folder: Path) -> None:
    """Of endless paths, at most two for each worker are taken ahead."""
    taken = 0

    def paths() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield folder / "c.json"

    stream = read_documents(paths(), workers=2)
    assert taken == 0
    for number in range(1, 6):
        assert isinstance(next(stream), ListReading)
        assert taken == number + 3
    stream.close()


def test_a_faulty_document_does_not_end_the_stream(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "GIGABYTES" if sys.platform != "win32" else "SECONDS", 0.25)
    (folder / "a0.pdf").write_bytes(pdf_that_draws_itself())

    elements = list(read_documents([folder / "a0.pdf", folder / "a.pdf"], workers=1))
    assert isinstance(elements[0], DocumentError)
    assert "more than" in elements[0].reason
    assert isinstance(elements[1], ReportReading)


def faulty(path: Path, *, strict: bool) -> None:
    raise ZeroDivisionError("lamps")


def forbidden(path: Path, *, strict: bool) -> None:
    raise PermissionError(13, "Permission denied", str(path))


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (faulty, "cannot be read (ZeroDivisionError: lamps)"),
        (forbidden, "cannot be opened (Permission denied)"),
    ],
)
def test_a_fault_of_a_reader_is_told_as_that_of_a_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch, reader: object, reason: str
) -> None:
    monkeypatch.setattr(batch, "read_document", reader)

    (element,) = read_documents(folder / "a.pdf")
    assert isinstance(element, DocumentError)
    assert element.reason == reason


def test_a_library_that_is_not_installed_is_no_fault_of_a_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "read_document", not_installed)

    with pytest.raises(ImportError, match="pip install"):
        list(read_documents(folder))


def test_closing_the_stream_ends_the_processes(folder: Path, started: list[isolation.Child]) -> None:
    """Also one inside a call that would go on for minutes."""
    (folder / "endless.pdf").write_bytes(pdf_that_draws_itself())
    stream = read_documents([folder / "c.json", folder / "endless.pdf", *[folder / "endless.pdf"] * 9], workers=2)
    next(stream)
    stream.close()

    assert len(started) == 2
    assert not any(child.alive for child in started)


def test_the_number_of_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as this process may use processors, where the system tells."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1, 4, 5}, raising=False)
    assert processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert processors() == 6
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1
