"""What a file is by its first bytes, and what is refused before it is read."""

import hashlib
from pathlib import Path

import pytest

from kz_upr.documents import DocumentError
from kz_upr.documents.containers.files import content_of, kind_of, sha256_of

ZIP, OTHER = "a zip package (such as .docx or .xlsx)", "an unrecognized file"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"%pdf", "a PDF"),
        (b"lamp" * 255 + b"%PDF-", OTHER),
        (b"lamp" * 254 + b"%PDF-", "a PDF"),
        (b"lam" + b"lamp" * 254 + b"%PDF-", "a PDF"),
        (b"PK\x03\x04lamp", ZIP),
        (b"\xd0\xcf\x11\xe0", "an old Office file (.doc or .xls) or a password-protected .docx or .xlsx"),
        (rb"{\rtf1", "an RTF text"),
        (b"\xef\xbb\xbf\r\n\t <!DOCTYPE HTML>", "a web page (HTML)"),
        (b"<html>", "a web page (HTML)"),
        (b"<?xml?>", "an XML text"),
        (b"\0<?XML?>", "an XML text"),
        (b"lamps <html>", OTHER),
        (b"<h", OTHER),
        (b"", OTHER),
    ],
)
def test_kinds(content: bytes, kind: str) -> None:
    """The sign of a PDF may stand anywhere in the first 1,024 bytes."""
    assert kind_of(content) == kind


def test_only_the_wanted_kind_is_read(tmp_path: Path) -> None:
    file = tmp_path / "paper"
    file.write_bytes(b"PK\x03\x04")

    assert content_of(file, kind="zip") == b"PK\x03\x04"
    with pytest.raises(DocumentError, match=r"paper: expected a PDF, got a zip package \(such as \.docx or \.xlsx\)$"):
        content_of(file, kind="PDF")
    file.write_bytes(b"%PDF-1.7")
    assert content_of(file, kind="PDF") == b"%PDF-1.7"
    with pytest.raises(DocumentError, match=r"paper: expected a zip package \(such as \.docx or \.xlsx\), got a PDF$"):
        content_of(file, kind="zip")


@pytest.mark.parametrize(
    ("size", "told"),
    [(100_000_000, "got an unrecognized file"), (100_000_001, "has 100,000,001 bytes; .*at most 100,000,000$")],
)
def test_the_largest_file(tmp_path: Path, size: int, told: str) -> None:
    file = tmp_path / "paper"
    with file.open("wb") as out:
        out.truncate(size)

    with pytest.raises(DocumentError, match=told):
        content_of(file, kind="PDF")


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()

    for path, told in (
        (tmp_path, r"is not a file$"),
        (tmp_path / "empty", r"is empty \(0 bytes\)$"),
        (tmp_path / "none", r"cannot be opened \(No such file or directory\)$"),
        (tmp_path / "no\0ne", r"cannot be opened \(.*null.*\)$"),
    ):
        with pytest.raises(DocumentError, match=told):
            content_of(path, kind="PDF")


def test_the_hash_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "paper").write_bytes(b"lamps")

    assert sha256_of(tmp_path / "paper") == hashlib.sha256(b"lamps").hexdigest()
