"""Addenda whose paragraphs have the numbers of the recommendations: *5., 6., 7. The Government …*."""

import re
from itertools import dropwhile

from attrs import define, field

from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.margins import text_lines
from kz_upr.documents.outline import joined
from kz_upr.numbers import expand_numbers

_ITEM = re.compile(r"(?P<list>\d{1,3}\.(?:\s*(?:,|and)\s*\d{1,3}\.)*)(?P<open>\s*,)?\s*(?=[^\d\s.,]|$)")
_SAME_PLACE = 6.0  # points
_COLUMN = 30.0  # points from the numbers to the text of a second column


@define
class NumberedItem:
    """The numbers of one item and its text."""

    numbers: list[str] = field(factory=list)
    said: list[str] = field(factory=list)

    @property
    def text(self) -> str:
        """The running text."""
        return joined(self.said)


def numbered_items(pages: tuple[Page, ...]) -> list[NumberedItem]:
    """The items of an addendum numbered like the report; none if the numbers are those of its own paragraphs.

    Two things distinguish items from paragraphs: several numbers share one text, or the text is in a second column.
    """
    lines = list(dropwhile(lambda line: not _ITEM.match(line.text), text_lines(pages[1:])))
    items = _items(lines)
    return items if any(len(item.numbers) > 1 for item in items) or _in_column(lines) else []


def _in_column(lines: list[Line]) -> bool:
    """Whether most lines that begin no item are in a second column."""
    others = [line for line in lines if not _ITEM.match(line.text)]
    return 2 * sum(line.left > lines[0].left + _COLUMN for line in others) > len(others)


def _items(lines: list[Line]) -> list[NumberedItem]:
    """The items in lines of which the first begins one."""
    items: list[NumberedItem] = []
    unfinished = False  # a list of numbers continues on the next line
    for line in lines:
        match = _ITEM.match(line.text) if abs(line.left - lines[0].left) <= _SAME_PLACE else None
        if match is None:
            items[-1].said.append(line.text)
            continue
        if not unfinished:
            items.append(NumberedItem())
        items[-1].numbers += expand_numbers(match["list"])
        items[-1].said.append(line.text[match.end() :])
        unfinished = match["open"] is not None
    return items
