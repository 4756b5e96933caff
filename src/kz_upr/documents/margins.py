"""The left margins of a document, whose odd and even pages may mirror each other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import evolve

from kz_upr.documents.containers.pdf import Line, Page

#: A paragraph begins with its number and a full stop, which may be alone on a line; *95.1* is not such a number.
PARAGRAPH = re.compile(r"(\d{1,3})(?:\s?\.(?:\s*(?=[^\d\s.,;)])|\s+(?=\d{1,3}\.\d{1,3}\b))|\.(?P<alone>$))")
#: What a line of a table of contents has between a heading and its page.
LEADERS = re.compile(r"\.{4,}|(?:\.\s){4,}|…{2,}")
#: Further on, a long list of recommendations may continue the numbering of the paragraphs.
_DECISIVE = 12
_NEAR = 3.0  # points


def aligned(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages moved sideways so that the numbers of paragraphs begin at one place on all of them.

    Each page is moved by the difference between the margin of its side, odd or even, and the margin of the document.
    """
    counted = list(_counted(pages))
    margin = _usual(line.left for _, line in counted)
    if margin is None:
        return pages
    sides = {side: _usual(line.left for page, line in counted if page.number % 2 == side) for side in (0, 1)}
    return tuple(
        _moved(page, margin - side) if (side := sides[page.number % 2]) is not None else page for page in pages
    )


def paragraph_margin(pages: tuple[Page, ...]) -> float | None:
    """Where the numbers of paragraphs begin, in points from the left; None if no paragraph is numbered."""
    return _usual(line.left for _, line in _counted(pages))


def text_lines(pages: tuple[Page, ...]) -> list[Line]:
    """The lines of the text, without the table of contents."""
    return [line for page in pages for line in page.lines if not LEADERS.search(line.text)]


def _moved(page: Page, distance: float) -> Page:
    if abs(distance) < _NEAR:
        return page
    lines = tuple(evolve(line, left=line.left + distance) for line in page.lines)
    return evolve(page, lines=lines)


def _usual(places: Iterable[float]) -> float | None:
    """The place at which most of the first paragraphs begin."""
    counted = Counter(map(round, islice(places, _DECISIVE)))
    return max(counted, key=counted.__getitem__, default=None)


def _counted(pages: tuple[Page, ...]) -> Iterator[tuple[Page, Line]]:
    """The lines that begin paragraphs 1, 2, 3, …, each with its page."""
    last = 0
    for page in pages:
        for line in text_lines((page,)):
            match = PARAGRAPH.match(line.text)
            if match and int(match[1]) == last + 1:
                last += 1
                yield page, line
