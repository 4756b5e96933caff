"""What the pages of a document say of themselves: their numbers, whether they stand upright, what is on them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from attrs import frozen

from kz_upr.documents.damage import damaged
from kz_upr.model import ReadingWarning, WarningKind
from kz_upr.numbers import SYMBOL_HEAD

_NUMBER = re.compile(
    rf"(?:[Pp]age\s+)?(\d{{1,3}})"
    rf"|{SYMBOL_HEAD}.{{0,20}}?\s(?:[Pp]age\s+)?(\d{{1,3}})"
    rf"|(\d{{1,3}})\s+(?:GE\.\S.{{0,40}}|{SYMBOL_HEAD}\S*)"
    rf"|GE\.\d\d-\d+\s*(?:\(E\))?\s+(\d{{1,3}})"
)
#: Signs that word processors print at the beginning of the items of a list.
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf02d\uf076\uf0e0"
_MEANINGFUL = "\r\n\t\x02"


@frozen
class PageEvidence:
    """What can be seen of one page.

    Attributes:
        edges: The lines near the head and the foot, where the number of the page is printed.
        blank: Whether nothing is printed on it.
        turned: Whether its text is shown sideways or upside down.
        unknown: How many characters in its text stand for nothing.
    """

    edges: tuple[str, ...]
    blank: bool
    turned: bool
    unknown: int

    @property
    def numbers(self) -> set[int]:
        """The numbers that may be that of the page."""
        matches = filter(None, map(_NUMBER.fullmatch, self.edges))
        return {int(next(filter(None, match.groups()))) for match in matches}


def unknown_characters(text: str) -> int:
    """How many characters of a line stand for nothing, the sign of an item at its beginning left out."""
    text = text.removeprefix(text[:1] if text[:1] in _BULLETS else "")
    return sum(
        character == "\ufffd" or (unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs"))
        for character in text
        if character not in _MEANINGFUL
    )


def remarks_on_pages(pages: Sequence[PageEvidence]) -> Iterator[ReadingWarning]:
    """Warnings of pages that are missing, doubled, out of order, blank, turned or garbled.

    The second page is numbered 2, and so on; documents that number none of their pages are not judged by that.
    """
    for number, page in enumerate(pages, 1):
        place = f"page {number}"
        if page.blank:
            if number == len(pages) and number % 2 == 0:  # the back of the last leaf
                yield ReadingWarning(
                    kind=WarningKind.INCONSISTENCY,
                    code="blank-page",
                    place=place,
                    message=f"{place}, the last, is blank",
                )
            else:
                yield damaged("blank-page", place, f"{place} of {len(pages)} is blank")
        if page.turned:
            yield damaged("turned-page", place, f"the text of {place} is not upright")
        if page.unknown:
            yield damaged("unknown-letters", place, f"{place} has {page.unknown} letters that stand for nothing")
    yield from _remarks_on_numbers(pages)


def _remarks_on_numbers(pages: Sequence[PageEvidence]) -> Iterator[ReadingWarning]:
    numbered = [page for page in pages[1:] if page.numbers]
    if 2 * len(numbered) < len(pages) - 1 or not numbered:
        return
    printed = [(number, page.numbers) for number, page in enumerate(pages, 1) if number > 1 and not page.blank]
    for number, numbers in printed:
        if numbers and number not in numbers:
            place = f"page {number}"
            message = f"page {number} of the file is numbered {min(numbers)}: pages are missing or out of order"
            yield damaged("page-number", place, message)
            return  # all pages behind it may be
    for number, numbers in printed:
        if not numbers:
            message = f"page {number} has no page number, as all others have"
            yield ReadingWarning(
                kind=WarningKind.INCONSISTENCY, code="page-number", place=f"page {number}", message=message
            )
