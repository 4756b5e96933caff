"""What goes wrong with the pages of a PDF, in a file that is otherwise sound."""

import io
from collections.abc import Callable, Sequence
from random import Random

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from mutations.alterations import Alteration

#: The pages of another file, by their places in the sound one, and how they came about.
_Order = Callable[[int, Random], tuple[Sequence[int], str]]


def _dropped(count: int, chance: Random) -> tuple[Sequence[int], str]:
    place = chance.randrange(count)
    return [*range(place), *range(place + 1, count)], f"without page {place + 1}"


def _doubled(count: int, chance: Random) -> tuple[Sequence[int], str]:
    place = chance.randrange(count)
    return [*range(place + 1), *range(place, count)], f"page {place + 1} twice"


def _swapped(count: int, chance: Random) -> tuple[Sequence[int], str]:
    first, second = sorted(chance.sample(range(count), 2))
    order = list(range(count))
    order[first], order[second] = order[second], order[first]
    return order, f"pages {first + 1} and {second + 1} swapped"


def _reversed(count: int, chance: Random) -> tuple[Sequence[int], str]:
    first, last = sorted(chance.sample(range(count), 2))
    order = [*range(first), *range(last, first - 1, -1), *range(last + 1, count)]
    return order, f"pages {first + 1} to {last + 1} reversed"


def _last_lost(count: int, chance: Random) -> tuple[Sequence[int], str]:
    kept = chance.randrange(1, count)
    return range(kept), f"only {kept} of {count} pages"


def _reordered(order: _Order) -> Alteration:
    def alteration(content: bytes, chance: Random) -> tuple[bytes, str]:
        places, told = order(page_count(content), chance)
        return reordered(content, places), told

    return alteration


def page_count(content: bytes) -> int:
    """The number of pages of a PDF."""
    return len(PdfReader(io.BytesIO(content)).pages)


def reordered(content: bytes, places: Sequence[int]) -> bytes:
    """A PDF of the pages at these places of another."""
    pages = PdfReader(io.BytesIO(content)).pages
    writer = PdfWriter()
    for place in places:
        writer.add_page(pages[place])
    return _written(writer)


def rewritten(content: bytes) -> bytes:
    """The same pages in a file that another program wrote."""
    writer = PdfWriter()
    writer.append(io.BytesIO(content))
    return _written(writer)


def blanked(content: bytes, chance: Random) -> tuple[bytes, str]:
    """A page has nothing on it: no contents, or empty ones."""
    writer = PdfWriter()
    writer.append(io.BytesIO(content))
    place = chance.randrange(len(writer.pages))
    page = writer.pages[place]
    if chance.random() < 0.5:
        page.pop(NameObject("/Contents"), None)
    else:
        page[NameObject("/Contents")] = writer._add_object(StreamObject())
    return _written(writer), f"page {place + 1} blanked"


def rotated(content: bytes, chance: Random) -> tuple[bytes, str]:
    """A page is turned: by its entry, or with all that is on it."""
    writer = PdfWriter()
    writer.append(io.BytesIO(content))
    place, angle = chance.randrange(len(writer.pages)), chance.choice((90, 180, 270))
    writer.pages[place].rotate(angle)
    if told := chance.random() < 0.5:
        writer.pages[place].transfer_rotation_to_content()
    return _written(writer), f"page {place + 1} turned by {angle}{' with its content' if told else ''}"


def thinned(content: bytes, chance: Random) -> tuple[bytes, str]:
    """A part of the operations of a page is missing."""
    writer = PdfWriter()
    writer.append(io.BytesIO(content))
    place = chance.randrange(len(writer.pages))
    page = writer.pages[place]
    contents = page.get_contents()
    if contents is not None:
        start, end = sorted(chance.sample(range(len(contents.operations) + 1), 2))
        del contents.operations[start:end]
        page[NameObject("/Contents")] = writer._add_object(contents)
    return _written(writer), f"page {place + 1} without a part of its contents"


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


PAGES: dict[str, Alteration] = {
    "a page dropped": _reordered(_dropped),
    "a page doubled": _reordered(_doubled),
    "pages swapped": _reordered(_swapped),
    "pages reversed": _reordered(_reversed),
    "last pages lost": _reordered(_last_lost),
    "a page blanked": blanked,
    "a page rotated": rotated,
    "a page thinned": thinned,
}
