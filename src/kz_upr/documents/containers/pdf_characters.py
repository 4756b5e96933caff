"""The characters of a PDF, page by page, with the places where they are printed.

Only this module uses the PDF library. PDFium gives the characters of a page in reading order.
"""

import contextlib
import ctypes
import math
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from kz_upr.documents.containers.files import content_of
from kz_upr.documents.errors import DocumentError

#: A report has some 30 pages; these limits bound the cost of any other file.
_MOST_PAGES = 400
_MOST_CHARACTERS = 60_000

#: The library's sign for a hyphen at the end of a line.
HYPHEN_AT_END = "\x02"
_SURROGATE = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")

_pdfium = threading.Lock()  # the library is not thread-safe


@contextlib.contextmanager
def open_pdf(path: Path) -> Iterator["OpenPdf"]:
    """Open a PDF; only one thread at a time can do so.

    Raises DocumentError for a file that is not a PDF, is cut off, needs a password or has too many pages, and
    ImportError if the PDF library is not installed.
    """
    try:
        import pypdfium2 as library
    except ImportError as error:
        raise ImportError("reading PDF documents needs pypdfium2: pip install 'kz_upr[documents]'") from error
    content = content_of(path, kind="PDF")
    if b"%%EOF" not in content[-2048:]:
        raise DocumentError(path, "is a PDF that is cut off: the end is missing")
    with _pdfium:
        try:
            document = library.PdfDocument(content)
        except library.PdfiumError as error:
            reason = "needs a password" if "password" in str(error).casefold() else f"is a damaged PDF ({error})"
            raise DocumentError(path, reason) from error
        with document:
            count = len(document)
            if count > _MOST_PAGES:
                raise DocumentError(path, f"has {count} pages; a document of this kind has at most {_MOST_PAGES}")
            yield OpenPdf(path, content, document, library)


@frozen
class OpenPdf:
    """A PDF that is open; ``content`` is the file."""

    path: Path
    content: bytes
    _document: Any
    _library: Any

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted, even if it needs no password."""
        return bool(self._library.raw.FPDF_GetSecurityHandlerRevision(self._document.raw) != -1)

    def pages(self) -> Iterator["Characters"]:
        """The characters of each page, which can be measured until the next page is asked for."""
        for number in range(1, len(self._document) + 1):
            try:
                page = self._document[number - 1]
                text_page = page.get_textpage()
                count = text_page.count_chars()
            except self._library.PdfiumError as error:
                raise DocumentError(self.path, f"is a damaged PDF: page {number} cannot be read") from error
            if count > _MOST_CHARACTERS:
                message = f"has a page of {count:,} characters; a report has at most {_MOST_CHARACTERS:,}"
                raise DocumentError(self.path, message)
            yield Characters(page, text_page, self._library.raw)
            page.close()


class Characters:
    """The characters of a page that is open, as a text; each can be measured by its place in the text."""

    def __init__(self, page: Any, text_page: Any, raw: Any) -> None:
        self._text_page, self._raw = text_page, raw
        self._rotation: int = page.get_rotation()
        self.height: float = page.get_height()
        self.text: str = self._characters(text_page.count_chars())

    def _characters(self, count: int) -> str:
        """All at once, since reading them one by one takes longer than everything that is done with them."""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self._raw.FPDFText_GetText(self._text_page.raw, 0, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "surrogatepass")
        if written == count + 1 and not _SURROGATE.search(text):
            return text[:-1].replace("\ufffe", HYPHEN_AT_END)
        # not one unit for each character: some have no letter, or two halves
        return "".join(chr(self._raw.FPDFText_GetUnicode(self._text_page.raw, index)) for index in range(count))

    def measure(self, index: int) -> tuple[float, float, float]:
        """Left edge, baseline and type size of a character, in points of the page."""
        handle, raw = self._text_page.raw, self._raw
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetMatrix(handle, index, matrix)  # some files set all type at size 1 and scale it
        return x.value, y.value, abs(raw.FPDFText_GetFontSize(handle, index)) * math.hypot(matrix.b, matrix.d)

    def is_upright(self, index: int) -> bool:
        """Whether a character is upright on the page as it is shown, not sideways or upside down."""
        angle = math.degrees(self._raw.FPDFText_GetCharAngle(self._text_page.raw, index)) + self._rotation
        return not 45 <= angle % 360 <= 315
