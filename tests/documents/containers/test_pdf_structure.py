"""Where the pages of a PDF, what is on them and their fonts do not fit together."""

import zlib
from collections.abc import Sequence

import pytest

from kz_upr.documents.containers.pdf_structure import faults_of_pdf

from made_pdfs import pdf, stream  # isort: skip

#: The numbers of the catalogue, the page tree and a font; pages and their contents begin at 10.
CATALOGUE, TREE, FONT = b"<< /Type /Catalog /Pages 2 0 R >>", 2, b"<< /Type /Font /Subtype /Type1 >>"
BOX, FONTS = b"/MediaBox [0 0 595 842]", b"/Resources << /Font << /F1 3 0 R >> >>"
TEXT = b"BT /F1 10 Tf (Lamps) Tj ET"


def tree(*kids: int, count: int | None = None, entries: bytes = b"") -> bytes:
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    return b"<< /Type /Pages /Kids [%s] /Count %d %s >>" % (listed, len(kids) if count is None else count, entries)


def page(contents: bytes = b"", entries: bytes = BOX + FONTS, parent: int = TREE) -> bytes:
    return b"<< /Type /Page /Parent %d 0 R %s %s >>" % (parent, contents and b"/Contents " + contents, entries)


def faults(
    pages: Sequence[bytes],
    more: dict[int, bytes] | None = None,
    *,
    found: int | None = None,
    trailer: bytes = b"/Root 1 0 R",
) -> list[str]:
    """The faults of a file with such pages, numbered from 10, and such other objects."""
    numbered = dict(enumerate(pages, 10))
    objects = {1: CATALOGUE, TREE: tree(*numbered), 3: FONT, **numbered, **(more or {})}
    return faults_of_pdf(pdf(objects, trailer), len(pages) if found is None else found)


def test_sound_pages() -> None:
    assert faults([page(b"20 0 R"), page(b"[21 0 R]"), page()], {20: stream(TEXT), 21: stream(TEXT + b" ")}) == []


# The tree


def test_pages_that_the_tree_does_not_have() -> None:
    assert faults([page()], found=2) == ["it has 2 pages, but its page tree has 1"]
    assert faults([page(), page()], found=1) == ["it has 1 pages, but its page tree has 2"]
    assert faults([page()], {TREE: tree(10, count=2)}) == ["object 2 of the page tree states 2 pages, but has 1"]
    assert faults([page()], {TREE: tree(10, 10)}, found=1) == [
        "object 10 is not a page, or occurs twice in the page tree",
        "object 2 of the page tree states 2 pages, but has 1",
    ]


@pytest.mark.parametrize(
    ("objects", "fault"),
    [
        ({10: page(parent=3)}, "object 10 of the page tree does not point to the node above it"),
        ({2: tree(10, entries=b"/Parent 1 0 R")}, "object 2 of the page tree does not point to the node above it"),
        ({10: page().replace(b"/Page", b"/Lamp")}, "object 10 of the page tree is neither a page nor a node"),
        ({10: b"<< /Type /Pages /Parent 2 0 R >>"}, "object 10 of the page tree is neither a page nor a node"),
        ({10: b"<< /Type /Lamp /Kids [] /Parent 2 0 R >>"}, "object 10 of the page tree is neither a page nor a node"),
        ({10: b"[7]"}, "object 10 is not a page, or occurs twice in the page tree"),
        ({2: tree(2, 10)}, "object 2 is not a page, or occurs twice in the page tree"),
        (
            {1: CATALOGUE.replace(b"2 0 R", b"<< /Type /Pages /Kids [] /Count 0 >>")},
            "a page or node of the page tree is not an indirect object",
        ),
        ({1: b"<< /Type /Catalof >>"}, "its trailer does not point to its catalogue"),
        ({1: b"[]"}, "its trailer does not point to its catalogue"),
    ],
)
def test_a_tree_that_is_not_whole(objects: dict[int, bytes], fault: str) -> None:
    assert fault in faults([page()], objects)


def test_what_is_no_page_does_not_count() -> None:
    kids = b"<< /Type /Pages /Kids [10 0 R << /Type /Page >>] /Count 1 >>"

    assert faults([page()], {TREE: kids}) == ["a page or node of the page tree is not an indirect object"]


def test_a_tree_of_many_levels() -> None:
    """A page may stand 30 levels below the root; what stands deeper is not looked at."""
    for depth in (30, 31):
        nodes = {
            100 + level: tree(101 + level, count=1, entries=b"/Parent %d 0 R" % (99 + level))
            for level in range(1, depth)
        }
        nodes |= {TREE: tree(101, count=1), 101: tree(102, count=1, entries=b"/Parent 2 0 R")}
        nodes |= {100 + depth: page(parent=99 + depth)}
        told = faults_of_pdf(pdf({1: CATALOGUE, 3: FONT, **nodes}), 1)
        assert (told == []) == (depth == 30), told


def test_pages_have_what_the_nodes_above_them_have() -> None:
    above = tree(10, 11, entries=BOX + FONTS + b"/Rotate 90")
    own = page(b"21 0 R", b"/MediaBox [0 0 595 842] /Resources << /Font << /F2 3 0 R >> >>")

    contents = {20: stream(TEXT), 21: stream(TEXT.replace(b"F1", b"F2"))}
    assert faults([page(b"20 0 R", b""), own], {TREE: above, **contents}) == []


# Objects


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"<< /A [1 << /B 8 0 R >> 8 0 R] >>", ["object 7 points to object 8, which is not in the file"]),
        (stream(b"lamp", b"/A 8 0 R"), ["object 7 points to object 8, which is not in the file"]),
        (b"[8 0 R]", ["object 7 points to object 8, which is not in the file"]),
        (b"8 0 R", ["object 7 points to object 8, which is not in the file"]),
        (b"<< /Fomt 1 >>", ["object 7 has the key Fomt; expected Font"]),
        (stream(b"lamp", b"/Fomt 1"), ["object 7 has the key Fomt; expected Font"]),
        (b"<< /Lamps 1 /Filter /Lamp >>", []),
        (stream(b"lamp", b"/Filter /Lamp"), ["object 7 has the unknown filter Lamp"]),
        (stream(b"lamp", b"/Filter [/DCTDecode /Lamp]"), ["object 7 has the unknown filter Lamp"]),
        (stream(b"lamp", b"/Filter [/DCTDecode]"), []),
        (stream(b"lamp", b"/Filter []"), []),
    ],
)
def test_objects(body: bytes, told: list[str]) -> None:
    assert faults([page()], {7: body}) == told


# Pages


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        (FONTS, "page 1 does not state its size"),
        (FONTS + b"/MediaBox 595", "page 1 does not state its size"),
        (FONTS + b"/MediaBox [0 0 595]", "page 1 does not state its size"),
        (FONTS + b"/MediaBox [0 0 595 842 0]", "page 1 does not state its size"),
        (FONTS + b"/MediaBox [0 0 595 /A]", "page 1 does not state its size"),
        (FONTS + b"/MediaBox [595 0 595 842]", "page 1 does not state its size"),
        (FONTS + b"/MediaBox [0 842 595 842]", "page 1 does not state its size"),
        (FONTS + BOX + b"/CropBox [0 0 595]", "page 1 does not state its size"),
        (FONTS + BOX + b"/CropBox [595 0 600 842]", "page 1 does not state its size"),
        (FONTS + BOX + b"/Rotate 45", "page 1 does not state its size"),
        (BOX, "page 1 has no resources"),
        (BOX + b"/Resources [3 0 R]", "page 1 has no resources"),
        (BOX + b"/Resources << /Font [3 0 R] >>", "page 1 has no resources"),
        (BOX + FONTS.replace(b"/Font", b"/XObject [3 0 R] /Font"), "page 1 has no resources"),
        (BOX + b"/Resources << /Font << /F2 3 0 R >> >>", "page 1 uses the font F1, which it does not have"),
        (BOX + b"/Resources << >>", "page 1 uses the font F1, which it does not have"),
    ],
)
def test_pages_that_lack_something(entries: bytes, fault: str) -> None:
    assert faults([page(b"20 0 R", entries), page()], {20: stream(TEXT)}) == [fault]


@pytest.mark.parametrize(
    "entries",
    [b"/Rotate 0", b"/Rotate 90", b"/Rotate 180", b"/Rotate 270", b"/MediaBox [4 0 R 0 595.5 842]", b"/CropBox null"],
)
def test_pages_that_lack_nothing(entries: bytes) -> None:
    box = b"" if b"Media" in entries else BOX
    assert faults([page(b"20 0 R", box + FONTS + entries)], {4: b"0", 20: stream(TEXT)}) == []


def test_an_empty_page_needs_no_resources() -> None:
    assert faults([page(b"", BOX), page(b"[]", BOX)]) == []


@pytest.mark.parametrize("contents", [b"3 0 R", b"[20 0 R 3 0 R]"])
def test_contents_that_are_no_stream(contents: bytes) -> None:
    assert faults([page(contents)], {20: stream(TEXT)}) == ["the contents of page 1 are not a stream"]


def test_contents_that_stand_twice() -> None:
    told = ["page 2 has the contents of another page"]

    assert faults([page(b"20 0 R"), page(b"20 0 R")], {20: stream(TEXT)}) == told
    assert faults([page(b"20 0 R"), page(b"21 0 R")], {20: stream(TEXT), 21: stream(TEXT)}) == told
    assert faults([page(b"[20 0 R 21 0 R]"), page(b"[20 0 R 21 0 R]")], {20: stream(b"q"), 21: stream(TEXT)}) == told
    assert faults([page(b"[20 0 R 21 0 R]"), page(b"20 0 R")], {20: stream(TEXT), 21: stream(TEXT + b" ")}) == []
    # a frame or a picture without text may be on many pages
    assert faults([page(b"20 0 R"), page(b"20 0 R")], {20: stream(b"0 0 9 9 re S")}) == []


def test_contents_that_do_not_say_how_they_are_packed() -> None:
    packed = zlib.compress(TEXT)

    assert faults([page(b"20 0 R")], {20: stream(packed, b"/Filter /FlateDecode")}) == []
    told = ["the contents of page 1 are packed but not declared as such"]
    assert faults([page(b"20 0 R")], {20: stream(packed)}) == told


def test_objects_that_are_drawn() -> None:
    entries = BOX + b"/Resources << /XObject << /X1 5 0 R >> >>"
    drawn = {5: stream(b"lamp", b"/Subtype /Image"), 20: stream(b"q /X1 Do Q")}

    assert faults([page(b"20 0 R", entries)], drawn) == []
    assert faults([page(b"20 0 R", entries)], drawn | {20: stream(b"/X1 Do /X2\nDo /X3 Dots")}) == [
        "page 1 draws the object X2, which it does not have"
    ]


def test_a_name_over_two_streams_is_not_one() -> None:
    assert faults([page(b"[20 0 R 21 0 R]")], {20: stream(b"BT /F1 9 Tf /F"), 21: stream(b"1 9 Tf ET")}) == []


def test_a_fault_of_a_font_is_told_once() -> None:
    told = ["the font F1 of page 1 is of the unknown kind Type9"]

    font = {3: b"<< /Type /Font /Subtype /Type9 >>"}
    assert faults([page(b"20 0 R"), page(b"21 0 R")], font | {20: stream(TEXT), 21: stream(TEXT + b" ")}) == told
    two = BOX + b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
    assert faults([page(b"20 0 R", two)], {3: FONT, 4: font[3], 20: stream(TEXT)}) == [told[0].replace("F1", "F2")]


# Sizes


def sized(*sizes: tuple[float, float]) -> list[str]:
    return faults([page(entries=FONTS + b"/MediaBox [0 0 %g %g]" % size) for size in sizes])


@pytest.mark.parametrize(
    "paper",
    [
        (595, 842), (842, 595), (612, 792), (792, 612), (612, 1008), (1008, 612),
        (842, 1191), (1191, 842), (792, 1224), (1224, 792), (420, 595), (595, 420),
    ],
)  # fmt: skip
@pytest.mark.parametrize("away", [-4, -3, 3, 4])
def test_a_page_of_no_usual_size(paper: tuple[int, int], away: int) -> None:
    """A4, Letter, Legal, A3, Tabloid and A5 on their side or upright, within 3 points."""
    size, others = (paper[0] + away, paper[1]), (2 * paper[0], paper[1])

    told = [f"page 1 measures {size[0]} by {size[1]} points, unlike any other page"] if abs(away) > 3 else []
    assert sized(size, others, others) == told


def test_pages_of_different_sizes() -> None:
    a4, higher, wider, other = (595, 842), (595, 942), (642, 842), (700, 900)
    told = ["page 2 measures 595 by 942 points, unlike any other page"]

    assert sized(a4, higher, a4) == told
    assert sized(a4, higher) == told
    assert sized(a4, (595.3, 941.8), a4) == told
    assert sized(a4, wider, a4) == ["page 2 measures 642 by 842 points, unlike any other page"]
    assert sized(a4, other, a4) == []
    assert sized(a4, higher, higher, a4, a4) == []
    assert sized(higher) == []
    assert sized(higher, higher, higher) == []
    assert sized(higher, higher, a4) == []


@pytest.mark.parametrize(
    "boxes",
    [
        b"/MediaBox [10 20 605 962]",
        b"/MediaBox [605 962 10 20]",
        b"/MediaBox [10 962 605 20]",
        b"/MediaBox [605 20 10 962]",
        b"/MediaBox [-10 -20 585 922]",
        b"/MediaBox [0 0 700 1000] /CropBox [10 20 605 962]",
        b"/MediaBox [0 0 700 1000] /CropBox [605 962 10 20]",
        b"/MediaBox [10 20 605 962] /CropBox [0 0 700 1000]",
        b"/MediaBox [10 0 700 962] /CropBox [0 20 605 1000]",
    ],
)
def test_boxes(boxes: bytes) -> None:
    """Their corners stand in any order, and what is cut off does not count."""
    told = ["page 2 measures 595 by 942 points, unlike any other page"]

    assert faults([page(), page(entries=FONTS + boxes), page()]) == told


# The whole file


def test_what_is_encrypted_is_not_looked_into() -> None:
    assert faults([page()], found=2, trailer=b"/Root 1 0 R /Encrypt 3 0 R") == []


def test_faults_of_the_file_come_alone() -> None:
    assert faults_of_pdf(b"%PDF-1.4\nlamps", 1) == ["unexpected bytes at 9"]
    content = pdf({1: CATALOGUE, TREE: tree(10), 10: page()}).replace(b"startxref\n", b"startxref\n1")
    assert faults_of_pdf(content, 2) == ["its end does not point to its cross-reference table"]
