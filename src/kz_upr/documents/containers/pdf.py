"""The lines of a PDF: text, place and size, without running heads, page numbers and footnotes.

Only this module uses the PDF library. PDFium gives the characters in reading order, but does not tell which of them
belong to the page rather than to the text. Their place does: running heads and page numbers are in the margins,
footnotes at the foot in smaller type, and their marks are raised.
"""

import ctypes
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
from kz_upr.documents.containers.page_evidence import PageEvidence, remarks_on_pages, unknown_characters
from kz_upr.documents.containers.pdf_structure import faults_of_pdf
from kz_upr.documents.containers.running_heads import running_heads
from kz_upr.documents.damage import damaged_file
from kz_upr.documents.errors import DocumentError
from kz_upr.model import ReadingWarning, unread
from kz_upr.numbers import SYMBOL_HEAD

#: A report has some 30 pages; these limits bound the cost of any other file.
_MOST_PAGES = 400
_MOST_CHARACTERS = 60_000
_LEAST_CHARACTERS = 40

_MARGIN = 0.115  # of the page's height, above and below, holds running heads and page numbers
_SMALLER = 0.95  # type of notes, as a share of the body's
_RAISED = 0.85  # type of their marks

_pdfium = threading.Lock()  # the library is not thread-safe


@frozen
class Line:
    """One printed line: its text, where it begins (points from the left and from the foot), and its type size."""

    text: str
    left: float
    baseline: float
    size: float


@frozen
class Page:
    """One page: its number in the file (from 1), the lines of the text in reading order, and those of the footnotes."""

    number: int
    lines: tuple[Line, ...]
    notes: tuple[Line, ...]


@frozen
class PrintedPages:
    """The pages of a PDF, and warnings of what shows that the file is not whole."""

    pages: tuple[Page, ...]
    warnings: tuple[ReadingWarning, ...]


@frozen
class _RawPage:
    """A page as it is in the file, with what belongs to the page rather than to the text."""

    height: float
    lines: list[Line]
    turned: bool
    unknown: int
    private: int


def read_pages(path: Path) -> PrintedPages:
    """The pages of a PDF.

    Raises DocumentError for a file that is not a PDF, is cut off, needs a password, or holds no text, and ImportError
    if the PDF library is not installed.
    """
    library, raw = _library()
    content = read_document(path, kind="PDF")
    if b"%%EOF" not in content[-2048:]:
        raise DocumentError(path, "is a PDF that is cut off: the end is missing")
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
                pages.append(_raw_page(path, page, raw, first=index == 0))
                page.close()
            encrypted = raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1
        finally:
            document.close()
    if sum(len(line.text) for page in pages for line in page.lines) < _LEAST_CHARACTERS * len(pages):
        raise DocumentError(path, "holds no text: its pages may be scanned images")
    faults = faults_of_pdf(content[content.find(b"%PDF-") :], count)
    warnings = [damaged_file(faults)] if faults else []
    if encrypted:
        message = "the file is encrypted: whether what is packed in it is whole cannot be told"
        warnings.append(unread("encrypted", "the file", message))
    warnings += remarks_on_pages([_evidence(page) for page in pages])
    size = common_size([line for page in pages for line in page.lines])
    return PrintedPages(
        tuple(_page(number, height, lines, size) for number, (height, lines) in enumerate(_without_heads(pages), 1)),
        tuple(warnings),
    )


def _evidence(page: _RawPage) -> PageEvidence:
    edges = [line for line in page.lines if not _MARGIN < line.baseline / page.height < 1 - _MARGIN]
    return PageEvidence(
        edges=tuple((line.text, line.baseline) for line in edges),
        blank=not page.lines,
        turned=page.turned,
        unknown=page.unknown,
        private=page.private,
    )


def _library() -> tuple[Any, Any]:
    """The PDF library and its low-level functions, which have no types."""
    try:
        import pypdfium2
        import pypdfium2.raw
    except ImportError as error:
        raise ImportError("reading PDF documents needs pypdfium2: pip install 'kz_upr[documents]'") from error
    return pypdfium2, pypdfium2.raw


# Characters to lines

_IGNORED = dict.fromkeys(map(ord, "\0\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_HYPHEN_AT_END = "\x02"  # the library's sign for a hyphen at the end of a line
_END_OF_LINE = re.compile(f"[\r\n{_HYPHEN_AT_END}]")
_SURROGATE = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")
_PRINTED = re.compile(r"\S")
_POSSIBLE_MARK = re.compile(r"[\d*†‡§]")
_LONE_MARK = re.compile(r"[\d*†‡§]{1,3}")


def _raw_page(path: Path, page: Any, raw: Any, *, first: bool) -> _RawPage:
    text_page = page.get_textpage()
    height = page.get_height()
    try:
        handle = text_page.raw
        count = raw.FPDFText_CountChars(handle)
        if count > _MOST_CHARACTERS:
            raise DocumentError(path, f"has a page of {count:,} characters; a report has at most {_MOST_CHARACTERS:,}")
        characters = _characters(handle, raw, count)
        lines, unknown, private = [], 0, 0
        turned: Counter[bool] = Counter()
        for run in _runs(characters):
            line = _line(handle, raw, characters, run)
            if line is None:
                continue
            lines.append(line)
            if not first or line.baseline > height * _MARGIN:  # the bar code of a cover has an alphabet of its own
                nothing, own = unknown_characters(characters[run.start : run.stop])
                unknown, private = unknown + nothing, private + own
            direction = (_direction(handle, raw, run.start) - page.get_rotation()) % 360
            turned[45 <= direction <= 315] += 1
        return _RawPage(height, lines, turned[True] > turned[False], unknown, private)
    finally:
        text_page.close()


def _characters(handle: Any, raw: Any, count: int) -> str:
    """The characters of a page: all at once, since one by one takes longer than all that is done with them."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "surrogatepass")
    if written == count + 1 and not _SURROGATE.search(text):
        return text[:-1].replace("\ufffe", _HYPHEN_AT_END)
    # without a place for each: some have no letter, or two halves
    return "".join(chr(raw.FPDFText_GetUnicode(handle, index)) for index in range(count))


def _runs(characters: str) -> Iterator[range]:
    start = 0
    for end in _END_OF_LINE.finditer(characters):
        yield range(start, end.end() if end[0] == _HYPHEN_AT_END else end.start())
        start = end.end()
    yield range(start, len(characters))


def _line(handle: Any, raw: Any, characters: str, run: range) -> Line | None:
    printed = [place.start() for place in _PRINTED.finditer(characters, run.start, run.stop)]
    if not printed:
        return None
    # a few characters tell the type size of a line; the first and the last may be marks of footnotes
    fifth = max(1, len(printed) // 5)
    samples = [_measure(handle, raw, index) for index in printed[::fifth]]
    left = samples[0][0]
    size = statistics.median_high(size for _, _, size in samples)
    baseline = min(baseline for _, baseline, sample in samples if sample >= size * _RAISED)
    kept, start = [], run.start
    for mark in _POSSIBLE_MARK.finditer(characters, run.start, run.stop):
        _, raised, small = _measure(handle, raw, mark.start())
        if small < size * _RAISED and raised > baseline + size * 0.15:
            kept.append(characters[start : mark.start()])
            start = mark.end()
    text = "".join([*kept, characters[start : run.stop]]).replace(_HYPHEN_AT_END, "-").translate(_IGNORED)
    text = " ".join(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
    return Line(text, left, baseline, size) if text else None


def _measure(handle: Any, raw: Any, index: int) -> tuple[float, float, float]:
    """Left edge, baseline and type size of a character, in points of the page."""
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(handle, index, x, y)
    raw.FPDFText_GetMatrix(handle, index, matrix)  # some files set all type at size 1 and scale it
    return x.value, y.value, abs(raw.FPDFText_GetFontSize(handle, index)) * math.hypot(matrix.b, matrix.d)


def _direction(handle: Any, raw: Any, index: int) -> float:
    """The direction in which a character is printed, in degrees against the clock from upright."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    return math.degrees(math.atan2(matrix.b, matrix.a))


# What belongs to the page

_FURNITURE = re.compile(
    rf"""
    (?: United\ Nations \s+ )? {SYMBOL_HEAD} (?: \s+ \d{{1,3}} )?   # running head, in some layouts with a page number
    | (?: [Pp]age \s+ )? \d{{1,3}} (?: \s+ {SYMBOL_HEAD} )?
    | (?: \d{{1,3}} \s+ )? GE\.\d{{2}}-\d{{4,6}} .{{0,40}}                 # job number, at the foot
    | [\ue000-\uf8ff\s]+                                           # bar codes
    """,
    re.VERBOSE,
)


def _without_heads(pages: list[_RawPage]) -> Iterator[tuple[float, list[Line]]]:
    """The pages without the lines that they repeat in their upper and lower margins; the first page is left alone."""
    upper: dict[int, list[tuple[str, float]]] = {}
    lower: dict[int, list[tuple[str, float]]] = {}
    for number, page in enumerate(pages[1:], 2):
        descending = sorted(((line.text, line.baseline) for line in page.lines), key=lambda line: -line[1])
        upper[number] = [line for line in descending if line[1] > page.height * (1 - _MARGIN)]
        lower[number] = [line for line in reversed(descending) if line[1] < page.height * _MARGIN]
    repeated = {*running_heads(upper), *running_heads(lower)}
    for number, page in enumerate(pages, 1):
        kept = [line for line in page.lines if (number, (line.text, line.baseline)) not in repeated]
        yield page.height, kept


def _page(number: int, height: float, lines: list[Line], size: float) -> Page:
    kept = []
    for line in lines:
        in_margin = not height * _MARGIN < line.baseline < height * (1 - _MARGIN)
        if line.size < size * _RAISED and _LONE_MARK.fullmatch(line.text):
            continue
        if number > 1 and _FURNITURE.fullmatch(line.text) and (in_margin or line.text.startswith("GE.")):
            continue
        kept.append(line)
    foot = _foot(kept, size) if number > 1 else 0.0
    body = [line for line in kept if line.baseline > foot]
    return Page(number, tuple(_in_order(body)), tuple(line for line in kept if line.baseline <= foot))


def _foot(lines: list[Line], size: float) -> float:
    """The height below which a page has only footnotes; 0 if it has none."""
    foot = 0.0
    for line in sorted(lines, key=lambda line: line.baseline):
        if line.size >= size * _SMALLER:
            return foot
        foot = line.baseline + size * 0.3  # the mark of a footnote may be a line of its own, slightly higher
    return 0.0  # a page entirely in small type is not a page of footnotes


def common_size(lines: list[Line]) -> float:
    """The type size of most of the text, in points; 0 if there is none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines in the order of the file, or by place if the file jumps; pieces of one printed line are joined."""
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
