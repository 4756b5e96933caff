"""The objects of a PDF as a document: its pages, their contents and their fonts; and where these do not agree.

Faults that a PDF library passes over in silence show here: a page that its tree does not count, a font that a page uses
but does not have, a key or name with one wrong letter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import inf
from operator import eq
from typing import Any

from attrs import define, field

from kz_upr.documents.containers.pdf_file import PdfFile, is_packed, read_file, unpacked
from kz_upr.documents.containers.pdf_fonts import faults_of_font, misspelt
from kz_upr.documents.containers.pdf_objects import Reference, Stream
from kz_upr.documents.containers.pdf_references import check_references

_DEEPEST = 30
_INHERITED = ("MediaBox", "CropBox", "Resources", "Rotate")
#: The sides of the usual paper sizes in points: A4, Letter, Legal, A3, Tabloid, A5.
_PAPERS = ((595, 842), (612, 792), (612, 1008), (842, 1191), (792, 1224), (420, 595))

#: Keys that say where things are, how they are packed and how they are printed.
_KEYS = (
    "Type", "Subtype", "Parent", "Kids", "Count", "MediaBox", "CropBox", "Rotate", "UserUnit", "Contents",
    "Resources", "Font", "XObject", "ExtGState", "Encoding", "BaseEncoding", "Differences", "ToUnicode", "Widths",
    "FirstChar", "LastChar", "BaseFont", "FontDescriptor", "DescendantFonts", "CIDSystemInfo", "CIDToGIDMap",
    "FontFile", "FontFile2", "FontFile3", "FontName", "Filter", "DecodeParms", "Length", "Predictor", "Columns",
    "Root", "Prev", "XRefStm", "Size", "Index", "Matrix", "BBox", "ProcSet", "Annots", "Group", "Tabs",
    "StructParents", "Name", "Flags",
)  # fmt: skip
_FILTERS = (
    "FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "CCITTFaxDecode",
    "JBIG2Decode", "DCTDecode", "JPXDecode", "Crypt", "Fl", "LZW", "AHx", "A85", "RL", "CCF", "DCT",
)  # fmt: skip
_USED_FONT = re.compile(rb"/([^\s/\[\]<>()]+)[ \r\n\t]+[-+\d.]+[ \r\n\t]+Tf(?![A-Za-z])")
_USED_OBJECT = re.compile(rb"/([^\s/\[\]<>()]+)[ \r\n\t]+Do(?![A-Za-z])")


@define
class _Document:
    file: PdfFile
    faults: list[str] = field(factory=list)
    seen: set[int] = field(factory=set)
    contents: set[tuple[Any, ...]] = field(factory=set)

    def fault(self, text: str) -> None:
        if text not in self.faults:
            self.faults.append(text)


def faults_of_pdf(content: bytes, page_count: int) -> list[str]:
    """The signs that a file is damaged; ``page_count`` is the number of pages that a library finds in it."""
    file = read_file(content)
    if not file.faults:
        check_references(file)
    if "Encrypt" in file.trailer:  # its streams cannot be unpacked
        return file.faults
    return file.faults or _faults_of_structure(file, page_count)


def _faults_of_structure(file: PdfFile, page_count: int) -> list[str]:
    document = _Document(file)
    for number, value in file.objects.items():
        _check_object(document, number, value)
    root = document.file.entry(file.trailer, "Root")
    if not isinstance(root, dict) or root.get("Type") != "Catalog":
        document.fault("its trailer does not point to its catalogue")
        return document.faults
    pages = _pages(document, root.get("Pages"), None, {}, 0)
    if len(pages) != page_count:
        document.fault(f"it has {page_count} pages, but its page tree has {len(pages)}")
    for number, page in enumerate(pages, 1):
        _check_page(document, number, page)
    _check_sizes(document, pages)
    return document.faults


def _check_object(document: _Document, number: int, value: Any) -> None:
    for reference in _references(value):
        if reference.number not in document.file.objects:
            document.fault(f"object {number} points to object {reference.number}, which is not in the file")
    entries = value.entries if isinstance(value, Stream) else value
    if not isinstance(entries, dict):
        return
    for key in entries:
        if (meant := misspelt(key, _KEYS)) is not None:
            document.fault(f"object {number} has the key {key}; expected {meant}")
    if isinstance(value, Stream):
        for name in document.file.each(entries, "Filter"):
            if name not in _FILTERS:
                document.fault(f"object {number} has the unknown filter {name}")


def _references(value: Any) -> Iterator[Reference]:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Reference):
            yield value
        elif isinstance(value, Stream):
            waiting += value.entries.values()
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


# Pages


def _pages(
    document: _Document, reference: Any, parent: Any, inherited: dict[str, Any], depth: int
) -> list[dict[str, Any]]:
    """The pages below a node of the page tree, with what they inherit."""
    if not isinstance(reference, Reference):
        document.fault("a page or node of the page tree is not an indirect object")
        return []
    number, node = reference.number, document.file.resolved(reference)
    if not isinstance(node, dict) or number in document.seen or depth > _DEEPEST:
        document.fault(f"object {number} is not a page, or occurs twice in the page tree")
        return []
    document.seen.add(number)
    if node.get("Parent") != parent:
        document.fault(f"object {number} of the page tree does not point to the node above it")
    entries = inherited | {key: node[key] for key in _INHERITED if key in node}
    if node.get("Type") == "Page":
        return [{**node, **entries}]
    kids = document.file.entry(node, "Kids")
    if node.get("Type") != "Pages" or not isinstance(kids, list):
        document.fault(f"object {number} of the page tree is neither a page nor a node")
        return []
    pages = [page for kid in kids for page in _pages(document, kid, reference, entries, depth + 1)]
    if document.file.entry(node, "Count") != len(pages):
        document.fault(f"object {number} of the page tree states {node.get('Count')!r} pages, but has {len(pages)}")
    return pages


def _check_page(document: _Document, number: int, page: dict[str, Any]) -> None:
    if _size(document.file, page) is None or page.get("Rotate", 0) not in (0, 90, 180, 270):
        document.fault(f"page {number} does not state its size")
    streams, resources = _contents(document.file, page), document.file.entry(page, "Resources")
    if streams is None:
        document.fault(f"the contents of page {number} are not a stream")
        return
    if not streams:
        return
    if not isinstance(resources, dict):
        document.fault(f"page {number} has no resources")
        return
    key = tuple(stream.data for stream in streams)
    if key in document.contents and any(b"BT" in unpacked(document.file, stream) for stream in streams):
        document.fault(f"page {number} has the contents of another page")
    document.contents.add(key)
    _check_contents(document, f"page {number}", streams, resources)


def _contents(file: PdfFile, page: dict[str, Any]) -> list[Stream] | None:
    streams = [file.resolved(piece) for piece in file.each(page, "Contents")]
    return streams if all(isinstance(stream, Stream) for stream in streams) else None


def _check_contents(document: _Document, place: str, streams: Iterable[Stream], resources: dict[str, Any]) -> None:
    """Note what a page uses that is not among its resources."""
    if any("Filter" not in stream.entries and is_packed(stream.data) for stream in streams):
        document.fault(f"the contents of {place} are packed but not declared as such")
    data = b"\n".join(unpacked(document.file, stream) for stream in streams)
    fonts, objects = (document.file.entry(resources, key) or {} for key in ("Font", "XObject"))
    if not isinstance(fonts, dict) or not isinstance(objects, dict):
        document.fault(f"{place} has no resources")
        return
    for name in {match.decode("latin-1") for match in _USED_FONT.findall(data)} - set(fonts):
        document.fault(f"{place} uses the font {name}, which it does not have")
    for name in {match.decode("latin-1") for match in _USED_OBJECT.findall(data)} - set(objects):
        document.fault(f"{place} draws the object {name}, which it does not have")
    for name, font in fonts.items():
        value = document.file.resolved(font)
        if id(value) not in document.seen:
            document.seen.add(id(value))
            for fault in faults_of_font(document.file, value):
                document.fault(f"the font {name} of {place} {fault}")


def _size(file: PdfFile, page: dict[str, Any]) -> tuple[float, float] | None:
    """The width and height of a page, in points; None if it does not state them."""
    left, foot, right, head = -inf, -inf, inf, inf
    media, crop = (file.entry(page, key) for key in ("MediaBox", "CropBox"))
    for box in (media, media if crop is None else crop):
        values = [file.resolved(value) for value in box] if isinstance(box, list) else []
        if len(values) != 4 or not all(isinstance(value, int | float) for value in values):
            return None
        left, foot = max(left, min(values[0], values[2])), max(foot, min(values[1], values[3]))
        right, head = min(right, max(values[0], values[2])), min(head, max(values[1], values[3]))
    return (right - left, head - foot) if right > left and head > foot else None


def _check_sizes(document: _Document, pages: list[dict[str, Any]]) -> None:
    """Note a page of an unusual size that shares one side with all others: a number has changed."""
    sizes = [tuple(map(round, _size(document.file, page) or ())) for page in pages]
    counted = Counter(sizes)
    common = max(counted, key=counted.__getitem__, default=())
    for number, size in enumerate(sizes, 1):
        usual = any(all(abs(a - b) <= 3 for a, b in zip(sorted(size), paper, strict=False)) for paper in _PAPERS)
        if not usual and counted[size] == 1 and sum(map(eq, size, common)) == 1:
            document.fault(f"page {number} measures {size[0]} by {size[1]} points, unlike any other page")
