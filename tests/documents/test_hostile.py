"""Files that are not what they are named: one clear error that names the file, bounded, with nothing written."""

import builtins
import io
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from kz_upr.documents import DocumentError, ReportReading, read_report, read_thematic_list, read_uhri_export

from papers import Paper, report, word_list, workbook  # isort: skip
from refusals import refused  # isort: skip

pdfium = pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


@pytest.fixture
def pdf() -> bytes:
    return report([("The recommendations below enjoy the support of Fiji:", ["Paint it (Peru);"] * 30)]).content()


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html><body>404 Not Found</body></html>" * 20, "web page"),
        (b"\n <html>Moved</html>", "web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000, "old Office file"),
        (b"{\\rtf1 lamps}", "RTF"),
        (b"\x89PNG\r\n" + b"\0" * 500, "an unrecognized file"),
    ],
)
def test_another_kind_of_file(tmp_path: Path, suffix: str, content: bytes, reason: str) -> None:
    file = tmp_path / f"paper.{suffix}"
    file.write_bytes(content)

    assert reason in refused(file)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
def test_no_file(tmp_path: Path, suffix: str) -> None:
    assert "cannot be opened" in refused(tmp_path / f"none.{suffix}")


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
def test_a_folder(tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / f"folder.{suffix}"
    folder.mkdir()

    assert "not a file" in refused(folder)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_pdf(tmp_path: Path, pdf: bytes, share: float) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf[: int(len(pdf) * share)])

    assert "cut off" in refused(file)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_truncated_real_report(tmp_path: Path, shared: Path, share: float) -> None:
    content = (shared / "corpus" / "documents" / "A-HRC-28-10.pdf").read_bytes()
    file = tmp_path / "A-HRC-28-10.pdf"
    file.write_bytes(content[: int(len(content) * share)])

    assert "cut off" in refused(file)


def test_bytes_that_only_begin_and_end_like_a_pdf(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 500 + b"\n%%EOF\n")

    assert "damaged PDF" in refused(file)


@pytest.mark.parametrize("seed", range(12))
def test_a_pdf_with_bytes_overwritten_is_refused(tmp_path: Path, pdf: bytes, seed: int) -> None:
    import random

    chance = random.Random(seed)  # noqa: S311
    content = bytearray(pdf)
    for _ in range(200):
        content[chance.randrange(20, len(content) - 20)] = chance.randrange(256)
    file = tmp_path / "paper.pdf"
    file.write_bytes(content)
    with pytest.raises(DocumentError, match=r"is a damaged PDF|holds no text"):
        read_report(file, strict=True)


def test_a_pdf_that_needs_a_password(tmp_path: Path, pdf: bytes) -> None:
    pypdf = pytest.importorskip("pypdf", reason="encrypts a PDF with pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt("lamps", algorithm="RC4-128")
    file = tmp_path / "paper.pdf"
    writer.write(file)

    assert "password" in refused(file)


def test_a_scan_without_text(tmp_path: Path) -> None:
    document = pdfium.PdfDocument.new()
    for _ in range(5):
        document.new_page(595, 842)
    file = tmp_path / "paper.pdf"
    document.save(file)
    document.close()

    assert "holds no text" in refused(file)


def test_too_many_pages(tmp_path: Path) -> None:
    paper = Paper()
    for number in range(500):
        paper.page(number=number)
    file = paper.save(tmp_path / "paper.pdf")

    assert "pages" in refused(file)


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    with file.open("wb") as out:
        out.write(b"%PDF-1.4")
        out.truncate(200_000_000)  # holes: nothing is written to the disk

    assert "bytes" in refused(file)


# The library


def test_without_the_extra_the_error_says_what_to_install(
    tmp_path: Path, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(ImportError, match=r"needs pypdfium2: pip install 'kz_upr\[documents\]'"):
        read_report(file)


def test_without_the_extra_a_list_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = word_list(tmp_path / "l.docx", [("9.1 Paint it (Peru);", "Noted", "- Harbours", "")])
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(ImportError, match=r"needs kz_upr\[documents\]: pip install 'kz_upr\[documents\]'"):
        read_thematic_list(file)


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_exports_need_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    file = tmp_path / f"export.{kind}"
    if kind == "json":
        file.write_text('[{"Text": "9.1 Paint it (Peru);", "Document Symbol": "A/HRC/99/1"}]', encoding="utf-8")
    else:
        workbook(file, ("Text", "Document Symbol", "UPR Position"), [("9.1 Paint it (Peru);", "A/HRC/99/1", "Noted")])
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        assert not name.startswith(("pypdfium2", "docx", "openpyxl", "lxml"))
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    assert len(read_uhri_export(file).recommendations) == 1


def test_many_readers_at_once(tmp_path: Path, pdf: bytes) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    readings: list[ReportReading] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            readings.append(read_report(file))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert all(reading == readings[0] for reading in readings)
    assert len(readings) == 16
