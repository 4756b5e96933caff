"""A document as a file: its bytes, their hash, and the kind of file, judged by its first bytes."""

import hashlib
from pathlib import Path

from kz_upr.documents.errors import DocumentError

#: The largest known report and list are under 1 MB; a file a hundred times that size is not such a document.
LARGEST_DOCUMENT = 100_000_000

_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip package (such as .docx or .xlsx)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc or .xls) or a password-protected .docx or .xlsx"),
    (b"{\\rtf", "an RTF text"),
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"<?xml", "an XML text"),
)


def content_of(path: Path, *, kind: str) -> bytes:
    """The bytes of a file of ``kind`` (``PDF``, ``zip``), judged by how it begins.

    Raises DocumentError for a file that is missing, empty, too large or of another kind.
    """
    size = size_of(path)
    if size > LARGEST_DOCUMENT:
        raise DocumentError(path, f"has {size:,} bytes; a document of this kind has at most {LARGEST_DOCUMENT:,}")
    content = path.read_bytes()
    wanted = {"PDF": "a PDF", "zip": _KINDS[1][1]}[kind]
    found = kind_of(content)
    if found != wanted:
        raise DocumentError(path, f"expected {wanted}, got {found}")
    return content


def size_of(path: Path) -> int:
    """The size in bytes of a file that exists and is not empty; DocumentError otherwise."""
    try:
        size = path.stat().st_size
    except (OSError, ValueError) as error:  # ValueError: a path with a null character, which no system allows
        raise DocumentError(path, f"cannot be opened ({getattr(error, 'strerror', None) or error})") from error
    if not path.is_file():
        raise DocumentError(path, "is not a file")
    if size == 0:
        raise DocumentError(path, "is empty (0 bytes)")
    return size


def kind_of(content: bytes) -> str:
    """What the first bytes say the file is, in words."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0").lower()
    for signature, kind in _KINDS:
        if head.startswith(signature.lower()):
            return kind
    return "a PDF" if b"%pdf-" in head else "an unrecognized file"


def sha256_of(path: Path) -> str:
    """The hash of the file, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
