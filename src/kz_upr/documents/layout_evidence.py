"""What the positions of the printed lines show: pages are filled from head to foot, without holes.

United Nations documents are set so evenly that a hole in a page means missing text. In other layouts, where many pages
have holes, the positions show nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from kz_upr.documents.containers.pdf import Line, Page, common_size

#: In points. In some 160 reports the widest gaps have 46 within the text and 62 at a heading, and no page begins
#: more than 26 lower than others.
_HOLE, _HOLE_AT_HEADING, _HOLE_AT_HEAD = 54.0, 75.0, 38.0
_USUAL_HOLES = 3
#: How near to its foot a full page ends, and how near to the end of the paper if no other page shows where the foot is.
_NEAR = 40.0
_FULL = 160.0
_OPEN = 1.7  # times the distance of lines, within a sentence
_SAME_SIZE = 0.5  # points
_ENDED = re.compile(r"[.;:!?…,][)\]”\"’*\d†]*$|[)”’\"]$")
_PRINTED = re.compile(r"[^\W_]")


def holes(pages: Sequence[Page]) -> Iterator[tuple[int, str]]:
    """The pages with holes in their text, each with what was found; none if the whole document is set that way."""
    size = _size_of_text(pages)
    tops = sorted(max(line.baseline for line in page.lines) for page in pages[1:] if page.lines)
    top = tops[len(tops) // 2] if tops else 0.0
    found = [hole for page in pages[1:] if (hole := _hole(page, top, size)) is not None]
    if len(found) <= _USUAL_HOLES:
        yield from found


def _size_of_text(pages: Sequence[Page]) -> float:
    return common_size([line for page in pages for line in page.lines])


def _hole(page: Page, top: float, size: float) -> tuple[int, str] | None:
    """The hole of a page; ``top`` is where the text of most pages begins."""
    lines = [line for line in page.lines if _PRINTED.search(line.text)]
    if lines and page.number > 2 and top - max(line.baseline for line in lines) > _HOLE_AT_HEAD:
        return page.number, f"page {page.number} has no text at its head"
    for above, below in pairwise(lines):
        gap = above.baseline - below.baseline
        if gap > (_HOLE if _in_text(above, below, size) else _HOLE_AT_HEADING):
            return page.number, f"page {page.number} has a gap of {gap:.0f} points in its text"
    return None


def broken_sentences(pages: Sequence[Page]) -> Iterator[tuple[int, str]]:
    """The pages on which a line is missing within a sentence, each with the line before it."""
    size = _size_of_text(pages)
    downward = [
        (above.baseline - below.baseline, page, above, below)
        for page in pages[1:]
        for above, below in pairwise(page.lines)
        if above.baseline > below.baseline
    ]
    distances = Counter(round(gap) for gap, *_ in downward)
    usual = max(distances, key=lambda gap: (distances[gap], gap), default=inf)
    for gap, page, above, below in downward:
        if gap > _OPEN * usual and _in_sentence(above, below, size):
            yield page.number, above.text
    yield from _broken_at_foot(pages, size)


def _in_sentence(above: Line, below: Line, size: float) -> bool:
    return _in_text(above, below, size) and not _ENDED.search(above.text) and below.text[:1].islower()


def _in_text(above: Line, below: Line, size: float) -> bool:
    return all(abs(line.size - size) <= _SAME_SIZE for line in (above, below))


def _broken_at_foot(pages: Sequence[Page], size: float) -> Iterator[tuple[int, str]]:
    """The pages that end high above their foot although the next one continues the same sentence."""
    foot = min((line.baseline for page in pages[2:-1] for line in page.lines), default=0.0)
    for page, following in pairwise(pages[1:]):
        if page.lines and following.lines:
            last = min(page.lines, key=lambda line: line.baseline)
            notes = max((line.baseline for line in page.notes), default=foot)
            if last.baseline - notes > _HOLE_AT_HEADING and _in_sentence(last, following.lines[0], size):
                yield page.number, last.text


def is_full(pages: Sequence[Page]) -> bool:
    """Whether the text of the last page reaches its foot, as it does where more pages should follow."""
    last = min((line.baseline for line in pages[-1].lines), default=None)
    if last is None:
        return False
    feet = [min(line.baseline for line in (*page.lines, *page.notes)) for page in pages[1:-1] if page.lines]
    foot = min((*feet, *(line.baseline for line in pages[-1].notes)), default=None)
    return last < _FULL if foot is None else last - foot < _NEAR
