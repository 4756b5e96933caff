"""No sound document is suspected: every official one is read with strict, and as other programs write it again."""

import io
from pathlib import Path

import pytest

from kz_upr.documents import DocumentError, read_document

pypdfium2 = pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


def test_no_sound_document_is_suspected(shared: Path) -> None:
    suspected: dict[str, str] = {}
    documents = sorted(path for path in (shared / "corpus").rglob("*") if path.suffix in (".pdf", ".docx"))
    for path in documents:
        try:
            read_document(path, strict=True)
        except DocumentError as error:
            suspected[path.name] = error.reason

    assert suspected == {}
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
