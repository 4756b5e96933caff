"""Addenda whose paragraphs have the numbers of the recommendations: *5., 6., 7. The Government …*."""

import re
from collections.abc import Iterator

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

    numbers: list[str]
    said: list[str] = field(factory=list)

    @property
    def text(self) -> str:
        """The running text."""
        return joined(self.said)


def numbered_items(pages: tuple[Page, ...]) -> list[NumberedItem]:
    """The items of an addendum numbered like the report; none if the numbers are those of its own paragraphs.

    Two things tell items from paragraphs: several numbers share one text, or the text stands in a second column.
    """
    lines = text_lines(pages[1:])
    margin = next((line.left for line in lines if _ITEM.match(line.text)), None)
    if margin is None:
        return []
    items = list(_items(lines, margin))
    return items if any(len(item.numbers) > 1 for item in items) or _in_column(lines, margin) else []


def _in_column(lines: list[Line], margin: float) -> bool:
    """Whether most lines that begin no item stand in a second column."""
    started = next(index for index, line in enumerate(lines) if _ITEM.match(line.text))
    others = [line for line in lines[started:] if not _ITEM.match(line.text)]
    return bool(others) and 2 * sum(line.left > margin + _COLUMN for line in others) > len(others)


def _items(lines: list[Line], margin: float) -> Iterator[NumberedItem]:
    item: NumberedItem | None = None
    unfinished = False  # a list of numbers continues on the next line
    for line in lines:
        match = _ITEM.match(line.text) if abs(line.left - margin) <= _SAME_PLACE else None
        if match is not None:
            listed = list(expand_numbers(match["list"]))
            if item is not None and unfinished:
                item.numbers += listed
            else:
                if item is not None:
                    yield item
                item = NumberedItem(listed)
            unfinished = match["open"] is not None
        if item is not None:
            item.said.append(line.text[match.end() :] if match else line.text)
    if item is not None:
        yield item
