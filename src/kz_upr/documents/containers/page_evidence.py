"""What the pages of a document show: their numbers, whether they are upright, and what is on them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from kz_upr.messages import count
from kz_upr.model import ReadingWarning, damaged, inconsistent
from kz_upr.numbers import SYMBOL_HEAD

_NUMBER = re.compile(
    rf"(?:[Pp]age\s+)?(\d{{1,3}})"
    rf"|{SYMBOL_HEAD}.{{0,20}}?\s(?:[Pp]age\s+)?(\d{{1,3}})"
    rf"|(\d{{1,3}})\s+(?:GE\.\S.{{0,40}}|{SYMBOL_HEAD}\S*)"
    rf"|GE\.\d\d-\d+\s*(?:\(E\))?\s+(\d{{1,3}})"
)
#: Bullets that word processors print before the items of a list.
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf02d\uf076\uf0e0"
_MEANINGFUL = "\r\n\t\x02"
_SAME_HEIGHT = 6.0  # points
_MOST_HEIGHTS = 4  # at which the numbers of pages are printed


@frozen
class PageEvidence:
    """What can be seen of one page.

    Attributes:
        edges: The lines near the head and the foot, where the number of the page is printed, and their heights.
        blank: Whether nothing is printed on it.
        turned: Whether its text is shown sideways or upside down.
        unknown: The number of undefined characters in its text.
        private: The number of private-use characters, which have a meaning only in their font.
    """

    edges: tuple[tuple[str, float], ...]
    blank: bool
    turned: bool
    unknown: int
    private: int

    @property
    def numbers(self) -> list[tuple[int, float]]:
        """The numbers that may be the page number, and their heights."""
        matches = [(_NUMBER.fullmatch(text), height) for text, height in self.edges]
        return [(int(next(filter(None, match.groups()))), height) for match, height in matches if match]


def unknown_characters(text: str) -> tuple[int, int]:
    """The numbers of undefined characters and of private-use characters, other than bullets, in a line."""
    kinds = [
        "Cn" if character == "\ufffd" else unicodedata.category(character)
        for character in text.lstrip(_BULLETS)
        if character not in _MEANINGFUL
    ]
    return sum(kind in ("Cc", "Cn", "Cs") for kind in kinds), kinds.count("Co")


def remarks_on_pages(pages: Sequence[PageEvidence]) -> Iterator[ReadingWarning]:
    """Warnings of pages that are missing, repeated, out of order, blank, turned or garbled.

    The second page is numbered 2, and so on; documents without page numbers are not checked for this.
    """
    for number, page in enumerate(pages, 1):
        place = f"page {number}"
        if page.blank and number == len(pages) and not number % 2:  # the back of the last leaf
            yield inconsistent("blank-page", place, f"{place}, the last page, is blank")
        elif page.blank:
            yield damaged("blank-page", place, f"{place} of {len(pages)} is blank")
        if page.turned:
            yield damaged("turned-page", place, f"the text of {place} is not upright")
        if page.unknown:
            yield damaged("unknown-letters", place, f"{place} has {count(page.unknown, 'undefined character')}")
        elif page.private:
            yield inconsistent("unknown-letters", place, f"{place} has {count(page.private, 'private-use character')}")
    yield from _remarks_on_numbers(pages)


def _remarks_on_numbers(pages: Sequence[PageEvidence]) -> Iterator[ReadingWarning]:
    heights = Counter(round(height) for page in pages[1:] for _, height in page.numbers)
    usual = [height for height, _ in heights.most_common(_MOST_HEIGHTS)]
    printed = {
        number: [value for value, at in page.numbers if any(abs(at - height) <= _SAME_HEIGHT for height in usual)]
        for number, page in enumerate(pages, 1)
        if number > 1 and not page.blank
    }
    if 2 * sum(map(bool, printed.values())) < len(pages) - 1:
        return
    for number, values in printed.items():
        if values and number not in values:
            place = f"page {number}"
            message = f"page {number} of the file is numbered {min(values)}: pages are missing or out of order"
            yield damaged("page-number", place, message)
            return  # all pages after it may be
    for number, values in printed.items():
        if not values:
            yield inconsistent(
                "page-number", f"page {number}", f"page {number} has no page number, unlike the other pages"
            )
