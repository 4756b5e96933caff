"""The text of a Word document (.docx): what comes before its first table, and its tables cell by cell.

python-docx opens the package. Its ``text`` leaves out content controls and tracked insertions, so the text is
taken from the elements instead: that of ``w:t``, without deletions, field codes and fallbacks.
"""

from collections.abc import Iterator
from itertools import islice, takewhile
from pathlib import Path
from typing import Any

from attrs import frozen

from kz_upr.documents.containers.files import content_of
from kz_upr.documents.containers.packages import Handler, Package
from kz_upr.documents.errors import DocumentError

#: What the parts may unpack to, in bytes. The longest known list unpacks to less than 2 MB.
_LARGEST = 30_000_000
#: Elements and attributes, each some 150 bytes once read. The longest known list has some 100,000.
_MOST_MARKUP = 1_000_000
#: The longest known list has 400 rows.
_MOST_ROWS = 10_000
_LONGEST_TEXT = 300_000
_MOST_PARAGRAPHS = 50

#: The texts of a row's cells, None for a cell that is merged with the one above it.
Row = tuple[str | None, ...]


@frozen
class WordDocument:
    """The text of a document: paragraphs and line breaks end lines, and runs of white space are single spaces.

    ``opening`` has the page heads, then the paragraphs before the first table. ``tables`` has the rows of each
    table. A table inside a cell follows the table that holds it, and its text is not part of the cell. A cell that
    spans columns is followed by empty ones, unless it is alone in its row.
    """

    opening: tuple[str, ...]
    tables: tuple[tuple[Row, ...], ...]


def read_word(path: Path) -> WordDocument:
    """The text of a Word document.

    Raises DocumentError for a file that is not a Word document, is damaged, or is far larger than any list of
    recommendations, and ImportError when python-docx is not installed.
    """
    part = _main_part(path)
    if sum(1 for _ in part.element.iter("{*}tr")) > _MOST_ROWS:
        raise DocumentError(path, f"has more than {_MOST_ROWS:,} rows; no list of recommendations is that long")
    try:
        return WordDocument(
            tuple(map(_text, _opening(part))),
            tuple(tuple(tuple(_cells(row)) for row in _outermost(table, {"tr"})) for table in _tables(part.element)),
        )
    except ValueError as error:
        raise DocumentError(path, str(error)) from error


def _main_part(path: Path) -> Any:
    try:
        import docx
    except ImportError as error:
        raise ImportError("reading Word documents needs kz_upr[documents]: pip install 'kz_upr[documents]'") from error
    content_of(path, kind="zip")
    _check(path)
    try:
        return docx.Document(str(path)).part
    except Exception as error:  # in a damaged package python-docx raises whatever its code runs into
        reason = " ".join(str(error).split())
        raise DocumentError(
            path, f"is not a complete Word document, with word/document.xml and the parts it refers to ({reason})"
        ) from error


def _check(path: Path) -> None:
    """Reject a package that would fill memory, before a library reads it."""
    counter = _Counter()
    with Package(path, largest=_LARGEST) as package:
        for part in package.parts:
            if part.endswith((".xml", ".rels")) or package.begins_as_xml(part):
                for _ in package.parse(part, counter):
                    if counter.markup > _MOST_MARKUP:
                        raise DocumentError(
                            path, f"has over {_MOST_MARKUP:,} elements and attributes; {_MOST_ROWS:,} rows need fewer"
                        )
            else:
                package.check(part)


class _Counter(Handler):
    """How many elements and attributes there are."""

    markup = 0

    def start(self, _name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.markup += 1 + len(attributes)


# Elements


_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOT_TEXT = frozenset({"del", "instrText", "Fallback", "moveFrom"})


def _name(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _outermost(element: Any, names: set[str]) -> Iterator[Any]:
    """The elements inside one that have such a name, without those inside another of them."""
    for child in element:
        name = _name(child)
        if name in names:
            yield child
        elif name not in _NOT_TEXT:
            yield from _outermost(child, names)


def _opening(part: Any) -> Iterator[Any]:
    """The paragraphs of the page heads, then those before the first table."""
    heads = {
        relation.target_part.partname: getattr(relation.target_part, "element", ())
        for relation in part.rels.values()
        if not relation.is_external and relation.reltype.endswith("/header")
    }
    for _, head in sorted(heads.items()):
        yield from _outermost(head, {"p"})
    before = takewhile(lambda block: _name(block) == "p", _outermost(part.element, {"p", "tbl"}))
    yield from islice(before, _MOST_PARAGRAPHS)


def _tables(element: Any) -> Iterator[Any]:
    """The tables inside an element, each before those in its cells."""
    for table in _outermost(element, {"tbl"}):
        yield table
        yield from _tables(table)


def _cells(row: Any) -> Iterator[str | None]:
    cells = list(_outermost(row, {"tc"}))
    for cell in cells:
        merged, span = _merging(cell)
        yield None if merged else _text(cell)
        if len(cells) > 1:
            yield from [""] * (span - 1)


def _merging(cell: Any) -> tuple[bool, int]:
    """Whether a cell is merged with the one above it, and how many columns it spans."""
    merged, span = False, 1
    for properties in cell:
        for entry in properties if _name(properties) == "tcPr" else ():
            value = next((value for key, value in entry.items() if key.endswith("}val")), "")
            if _name(entry) == "vMerge":
                merged = value != "restart"
            elif _name(entry) == "gridSpan" and value.isdecimal():
                span = min(int(value), 20)
    return merged, span


def _text(element: Any) -> str:
    """The text of a cell or paragraph; paragraphs and line breaks as line ends."""
    text = "".join(_pieces(element))
    if len(text) > _LONGEST_TEXT:
        raise ValueError(f"has a cell or paragraph of over {_LONGEST_TEXT:,} characters")
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name not in _NOT_TEXT and name != "tbl":
            yield from _pieces(child)
    if _name(element) == "p":
        yield "\n"
