"""The lines of a PDF: text, place and size, without running heads, page numbers and footnotes.

The characters come in reading order, but only their position shows which of them belong to the page rather than to the
text: running heads and page numbers are in the margins, footnotes at the foot in smaller type, and their marks are
raised.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from attrs import evolve, frozen

from kz_upr.documents.containers.page_evidence import PageEvidence, remarks_on_pages, unknown_characters
from kz_upr.documents.containers.pdf_characters import HYPHEN_AT_END, Characters, open_pdf
from kz_upr.documents.containers.pdf_structure import faults_of_pdf
from kz_upr.documents.containers.running_heads import Edge, running_heads
from kz_upr.documents.errors import DocumentError, first_of
from kz_upr.model import ReadingWarning, damaged, unread
from kz_upr.numbers import SYMBOL_HEAD

_LEAST_CHARACTERS = 40  # per page, on average

_MARGIN = 0.115  # of the page's height, above and below, holds running heads and page numbers
_SMALLER = 0.95  # type of notes, as a share of the body's
_RAISED = 0.85  # type of their marks


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
class _RawPage:
    """A page as it is in the file: its lines include those that belong to the page rather than to the text."""

    height: float
    lines: list[Line]
    evidence: PageEvidence


def read_pages(path: Path) -> tuple[tuple[Page, ...], tuple[ReadingWarning, ...]]:
    """The pages of a PDF, and warnings of signs that the file is damaged.

    Raises DocumentError for a file that is not a PDF, is cut off, needs a password, or holds no text, and ImportError
    if the PDF library is not installed.
    """
    with open_pdf(path) as pdf:
        pages = [_raw_page(characters, first=not index) for index, characters in enumerate(pdf.pages())]
        encrypted = pdf.encrypted
    lines = [line for page in pages for line in page.lines]
    if sum(len(line.text) for line in lines) < _LEAST_CHARACTERS * len(pages):
        raise DocumentError(path, "holds no text: its pages may be scanned images")
    heads, size = _heads(pages), common_size(lines)
    warnings = _warnings(pdf.content, encrypted, [page.evidence for page in pages])
    return tuple(_page(number, page, heads, size) for number, page in enumerate(pages, 1)), tuple(warnings)


def _warnings(content: bytes, encrypted: bool, pages: list[PageEvidence]) -> Iterator[ReadingWarning]:
    if faults := faults_of_pdf(content[content.find(b"%PDF-") :], len(pages)):
        yield damaged("damaged-file", "the file", f"the file is damaged: {first_of(faults)}")
    if encrypted:
        message = "the file is encrypted, so its streams could not be checked"
        yield unread("encrypted", "the file", message)
    yield from remarks_on_pages(pages)


# Characters to lines

_IGNORED = dict.fromkeys(map(ord, "\0\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_LINE = re.compile(f"[^\r\n{HYPHEN_AT_END}]*{HYPHEN_AT_END}|[^\r\n{HYPHEN_AT_END}]+")
_PRINTED = re.compile(r"\S")
_POSSIBLE_MARK = re.compile(r"[\d*†‡§]")
_LONE_MARK = re.compile(r"[\d*†‡§]{1,3}")


def _raw_page(characters: Characters, *, first: bool) -> _RawPage:
    height = characters.height
    lines = []
    upright = unknown = private = 0
    for printed in _LINE.finditer(characters.text):
        line = _line(characters, printed)
        if line is None:
            continue
        lines.append(line)
        upright += characters.is_upright(printed.start())
        if not first or line.baseline > height * _MARGIN:  # the bar code of a cover has its own alphabet
            nothing, own = unknown_characters(printed[0])
            unknown, private = unknown + nothing, private + own
    evidence = PageEvidence(
        edges=tuple((line.text, line.baseline) for line in lines if _in_margin(line, height)),
        blank=not lines,
        turned=2 * upright < len(lines),
        unknown=unknown,
        private=private,
    )
    return _RawPage(height, lines, evidence)


def _line(characters: Characters, printed: re.Match[str]) -> Line | None:
    begin = printed.start()
    places = [begin + letter.start() for letter in _PRINTED.finditer(printed[0])]
    if not places:
        return None
    # a few characters show the type size of a line; the first and the last may be marks of footnotes
    samples = [characters.measure(place) for place in places[:: max(1, len(places) // 5)]]
    left = samples[0][0]
    size = statistics.median_high(size for _, _, size in samples)
    baseline = min(baseline for _, baseline, sample in samples if sample >= size * _RAISED)

    def unless_raised(mark: re.Match[str]) -> str:
        _, height, small = characters.measure(begin + mark.start())
        return "" if small < size * _RAISED and height > baseline + size * 0.15 else mark[0]

    text = _POSSIBLE_MARK.sub(unless_raised, printed[0]).replace(HYPHEN_AT_END, "-").translate(_IGNORED)
    text = " ".join(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
    return Line(text, left, baseline, size) if text else None


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


def _heads(pages: list[_RawPage]) -> set[tuple[int, Edge]]:
    """The lines that the pages other than the first repeat in their upper and lower margins, with their pages."""
    upper: dict[int, list[Edge]] = {}
    lower: dict[int, list[Edge]] = {}
    for number, page in enumerate(pages[1:], 2):
        descending = sorted(page.evidence.edges, key=lambda edge: -edge[1])
        upper[number] = [edge for edge in descending if edge[1] > page.height / 2]
        lower[number] = [edge for edge in reversed(descending) if edge[1] < page.height / 2]
    return {*running_heads(upper), *running_heads(lower)}


def _page(number: int, page: _RawPage, heads: set[tuple[int, Edge]], size: float) -> Page:
    kept = [
        line
        for line in page.lines
        if (number, (line.text, line.baseline)) not in heads
        and not (line.size < size * _RAISED and _LONE_MARK.fullmatch(line.text))
        and not (number > 1 and _is_furniture(line, page.height))
    ]
    foot = _foot(kept, size) if number > 1 else 0.0
    body = [line for line in kept if line.baseline > foot]
    return Page(number, tuple(_in_order(body)), tuple(line for line in kept if line.baseline <= foot))


def _is_furniture(line: Line, height: float) -> bool:
    known = _FURNITURE.fullmatch(line.text) is not None
    return known and (_in_margin(line, height) or line.text.startswith("GE."))


def _in_margin(line: Line, height: float) -> bool:
    return not height * _MARGIN < line.baseline < height * (1 - _MARGIN)


def _foot(lines: list[Line], size: float) -> float:
    """The height below which a page has only footnotes; 0 if it has none."""
    foot = 0.0
    for line in sorted(lines, key=lambda line: line.baseline):
        if line.size >= size * _SMALLER:
            return foot
        foot = line.baseline + size * 0.3  # the mark of a footnote may be a separate line, slightly higher
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
