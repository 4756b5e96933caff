"""PDFs that are made up object by object, or of pages on which lines are printed at places."""

import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from kz_upr.documents.containers.pdf import Page, read_pages

#: What is printed: its text, how far from the left, how high, and in what size.
Printed = tuple[str, float, float, float]
A4 = b"/MediaBox [0 0 600 800]"
MANY = "Every lamp on the piers of the old town, and those in the harbour."


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >> stream\n" % (entries, len(data)) + data + b"\nendstream"


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of objects by number."""
    content, table = b"%PDF-1.4\n", b"xref\n"
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(content))
        content += b"%d 0 obj " % number + body + b" endobj\n"
    return content + table + b"trailer << %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(content))


def pdf_of_pages(contents: Sequence[bytes], entries: bytes = A4, letters: bytes = b"") -> bytes:
    """A PDF of pages with such contents, 600 points wide and 800 high; ``letters`` says what codes stand for."""
    numbers = range(10, 10 + 2 * len(contents), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding %s >>"
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        3: font % (b"/ToUnicode 4 0 R" if letters else b""),
        4: _packed(b"begincmap\n" + letters + b"\nendcmap"),
    }
    page = b"<< /Type /Page /Parent 2 0 R %s /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
    for number, content in zip(numbers, contents, strict=True):
        objects[number] = page % (entries, number + 1)
        objects[number + 1] = _packed(content)
    return pdf(objects, b"/Size 999 /Root 1 0 R")


def _packed(data: bytes) -> bytes:
    return stream(zlib.compress(data), b"/Filter /FlateDecode")


def shown(*printed: Printed) -> bytes:
    """The contents of a page on which these are printed."""
    return "\n".join(
        f"BT /F1 {size:g} Tf 1 0 0 1 {left:g} {height:g} Tm ({text}) Tj ET" for text, left, height, size in printed
    ).encode("cp1252")


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "paper.pdf"
    path.write_bytes(content)
    return path


def read_pdf(folder: Path, content: bytes) -> tuple[tuple[Page, ...], list[str]]:
    """The pages of a file, and the warnings."""
    pages, warnings = read_pages(saved(folder, content))
    return pages, [str(warning) for warning in warnings]
