"""What goes wrong with the pages of a PDF, in a file that is otherwise sound."""

import io
from collections.abc import Callable
from random import Random

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from mutations.alterations import Alteration

#: Puts together the pages of another file, and says how.
_Order = Callable[[list[PageObject], Random], tuple[list[PageObject], str]]


def _dropped(pages: list[PageObject], chance: Random) -> tuple[list[PageObject], str]:
    place = chance.randrange(len(pages))
    return pages[:place] + pages[place + 1 :], f"without page {place + 1}"


def _doubled(pages: list[PageObject], chance: Random) -> tuple[list[PageObject], str]:
    place = chance.randrange(len(pages))
    return pages[: place + 1] + pages[place:], f"page {place + 1} twice"


def _swapped(pages: list[PageObject], chance: Random) -> tuple[list[PageObject], str]:
    first, second = sorted(chance.sample(range(len(pages)), 2))
    order = list(pages)
    order[first], order[second] = order[second], order[first]
    return order, f"pages {first + 1} and {second + 1} swapped"


def _reversed(pages: list[PageObject], chance: Random) -> tuple[list[PageObject], str]:
    first, last = sorted(chance.sample(range(len(pages)), 2))
    return pages[:first] + pages[first : last + 1][::-1] + pages[
        last + 1 :
    ], f"pages {first + 1} to {last + 1} reversed"


def _last_lost(pages: list[PageObject], chance: Random) -> tuple[list[PageObject], str]:
    kept = chance.randrange(1, len(pages))
    return pages[:kept], f"only {kept} of {len(pages)} pages"


def _reordered(order: _Order) -> Alteration:
    def alteration(content: bytes, chance: Random) -> tuple[bytes, str]:
        pages, told = order(list(PdfReader(io.BytesIO(content)).pages), chance)
        writer = PdfWriter()
        for page in pages:
            writer.add_page(page)
        return _written(writer), told

    return alteration


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
