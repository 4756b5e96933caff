"""The lines of a PDF: text, place and size, without running heads, page numbers and notes.

The only module that knows the PDF library. PDFium gives the characters in reading order; what it cannot
know is what belongs to the page and not to the text. That follows from the place: running heads and page
numbers stand in the margins, notes at the foot in smaller type, and their marks are raised.
"""

import ctypes
import importlib
import math
import re
import statistics
import threading
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from kz_upr.documents.containers.files import read_document
from kz_upr.documents.errors import DocumentError

#: A report has some 30 pages; these bound what a file that is none may cost.
_MOST_PAGES = 400
_MOST_CHARACTERS = 60_000
_LEAST_CHARACTERS = 40

_MARGIN = 0.115  # of the page's height, above and below, holds running heads and page numbers
_SMALLER = 0.95  # type of notes, as a share of the body's
_RAISED = 0.85  # type of their marks

_pdfium = threading.Lock()  # the library is not to be entered twice at a time


@frozen
class Line:
    """One printed line: its text, the place where it begins (points from the left and from the foot), its type size."""

    text: str
    left: float
    baseline: float
    size: float


@frozen
class Page:
    """One page: number in the file (from 1), lines of the text in reading order, lines of the notes at its foot."""

    number: int
    lines: tuple[Line, ...]
    notes: tuple[Line, ...]


def read_pages(path: Path) -> tuple[Page, ...]:
    """The pages of a PDF.

    Raises DocumentError for a file that is no PDF, is cut off, needs a password, or holds no text, and
    ImportError when the PDF library is not installed.
    """
    library, raw = _library()
    content = read_document(path, kind="PDF")
    if b"%%EOF" not in content[-2048:]:
        raise DocumentError(path, "is a PDF that is cut off: its end is missing")
    with _pdfium:
        try:
            document = library.PdfDocument(content)
        except library.PdfiumError as error:
            reason = "needs a password" if "password" in str(error).casefold() else f"is a damaged PDF ({error})"
            raise DocumentError(path, reason) from error
        try:
            count = len(document)
            if count > _MOST_PAGES:
                raise DocumentError(path, f"has {count} pages; a document of this kind has at most {_MOST_PAGES}")
            pages = []
            for index in range(count):
                try:
                    page = document[index]
                except library.PdfiumError as error:
                    raise DocumentError(path, f"is a damaged PDF: page {index + 1} cannot be read") from error
                pages.append((page.get_height(), _lines(path, page, raw)))
                page.close()
        finally:
            document.close()
    if sum(len(line.text) for _, lines in pages for line in lines) < _LEAST_CHARACTERS * len(pages):
        raise DocumentError(path, "holds no text: its pages are pictures (a scan?)")
    size = common_size([line for _, lines in pages for line in lines])
    return tuple(_page(number, height, lines, size) for number, (height, lines) in enumerate(pages, 1))


def _library() -> tuple[Any, Any]:
    """The PDF library and its plain functions; it has no types, so that nothing beyond this module sees it."""
    try:
        return importlib.import_module("pypdfium2"), importlib.import_module("pypdfium2.raw")
    except ImportError as error:
        raise ImportError("reading PDF documents needs a further library: pip install kz_upr[documents]") from error


# Characters to lines

_IGNORED = dict.fromkeys(map(ord, "\0\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_HYPHEN_AT_END = "\x02"  # what the library puts for a hyphen that ends a line
_POSSIBLE_MARK = re.compile(r"[\d*†‡§]")
_LONE_MARK = re.compile(r"[\d*†‡§]{1,3}")


def _lines(path: Path, page: Any, raw: Any) -> list[Line]:
    text_page = page.get_textpage()
    try:
        handle = text_page.raw
        count = raw.FPDFText_CountChars(handle)
        if count > _MOST_CHARACTERS:
            raise DocumentError(path, f"has a page of {count:,} characters; that is no page of a report")
        characters = [chr(raw.FPDFText_GetUnicode(handle, index)) for index in range(count)]
        return [line for run in _runs(characters) if (line := _line(handle, raw, characters, run))]
    finally:
        text_page.close()


def _runs(characters: list[str]) -> Iterator[range]:
    start = 0
    for index, character in enumerate(characters):
        if character in "\r\n":
            yield range(start, index)
            start = index + 1
        elif character == _HYPHEN_AT_END:
            yield range(start, index + 1)
            start = index + 1
    yield range(start, len(characters))


def _line(handle: Any, raw: Any, characters: list[str], run: range) -> Line | None:
    printed = [index for index in run if not characters[index].isspace()]
    if not printed:
        return None
    # a few characters tell the type of a line; the first and the last may be marks of notes
    fifth = max(1, len(printed) // 5)
    samples = [_measure(handle, raw, index) for index in printed[::fifth]]
    left = _measure(handle, raw, printed[0])[0]
    size = statistics.median_high(size for _, _, size in samples)
    baseline = min(baseline for _, baseline, sample in samples if sample > size * _RAISED)
    kept = []
    for index in run:
        if _POSSIBLE_MARK.match(characters[index]):
            _, raised, small = _measure(handle, raw, index)
            if small < size * _RAISED and raised > baseline + size * 0.15:
                continue
        kept.append("-" if characters[index] == _HYPHEN_AT_END else characters[index])
    text = "".join(kept).translate(_IGNORED).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = " ".join(text.split())
    return Line(text, left, baseline, size) if text else None


def _measure(handle: Any, raw: Any, index: int) -> tuple[float, float, float]:
    """Left edge, baseline and type size of a character, in points of the page."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(handle, index, x, y)
    raw.FPDFText_GetMatrix(handle, index, matrix)  # some files set all type at size 1 and scale it
    return x.value, y.value, raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.b, matrix.d)


# What belongs to the page

_FURNITURE = re.compile(
    r"""
    (?: United\ Nations \s+ )? A/HRC/[\w./-]+ (?: \s+ \d{1,3} )?   # running head, in some layouts with a page number
    | (?: [Pp]age \s+ )? \d{1,3} (?: \s+ A/HRC/[\w./-]+ )?
    | (?: \d{1,3} \s+ )? GE\.\d{2}-\d{4,6} .{0,40}                 # job number, at the foot
    | [\ue000-\uf8ff\s]+                                           # bar codes
    """,
    re.VERBOSE,
)


def _page(number: int, height: float, lines: list[Line], size: float) -> Page:
    kept = []
    for line in lines:
        in_margin = not height * _MARGIN < line.baseline < height * (1 - _MARGIN)
        # a page head that slipped among the lines is one wherever it stands if nothing else is on its line
        if line.size < size * _RAISED and _LONE_MARK.fullmatch(line.text):
            continue
        if number > 1 and _FURNITURE.fullmatch(line.text) and (in_margin or line.text.startswith("GE.")):
            continue
        kept.append(line)
    foot = _foot(kept, size) if number > 1 else 0.0
    body = [line for line in kept if line.baseline > foot]
    return Page(number, tuple(_in_order(body)), tuple(line for line in kept if line.baseline <= foot))


def _foot(lines: list[Line], size: float) -> float:
    """The height below which a page has notes alone; 0 where it has none."""
    foot = 0.0
    for line in sorted(lines, key=lambda line: line.baseline):
        if line.size >= size * _SMALLER:
            return foot
        foot = line.baseline + size * 0.3  # the mark of a note may stand on a line of its own, a little higher
    return 0.0  # a page all in small type is no page of notes


def common_size(lines: list[Line]) -> float:
    """The type size of most of the text, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines as the file orders them, unless it jumps about; pieces of one printed line as one."""
    upward = sum(after.baseline > before.baseline + 1 for before, after in pairwise(lines))
    if upward > max(3, len(lines) // 10):
        lines = sorted(lines, key=lambda line: (-round(line.baseline), line.left))
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and abs(last.baseline - line.baseline) < 1 and line.left > last.left and not last.text.endswith("-"):
            joined[-1] = evolve(last, text=f"{last.text} {line.text}", size=max(last.size, line.size))
        else:
            joined.append(line)
    return joined
