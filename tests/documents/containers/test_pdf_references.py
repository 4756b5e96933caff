"""Where cross-reference tables and streams say that objects are, and where these are."""

import re
from collections.abc import Mapping

import pytest

from kz_upr.documents.containers.pdf_file import PdfFile, read_file
from kz_upr.documents.containers.pdf_references import check_references

HEAD = b"%PDF-1.5\n"


def checked(content: bytes) -> PdfFile:
    file = read_file(content)
    assert file.faults == []
    check_references(file)
    return file


# Tables


def listed(*places: int, first: int = 1) -> bytes:
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    return b"xref\n%d %d\n" % (first, len(places)) + entries


ONE, TWO = b"1 0 obj 7 endobj\n", b"2 0 obj 8 endobj\n"
TABLE = len(HEAD + ONE + TWO)
TRAILER, END = b"trailer << /Size 3 >>\n", b"startxref\n%d\n%%%%EOF\n" % TABLE
NO_TABLE = "its end does not point to its cross-reference table"


@pytest.mark.parametrize(
    ("after", "faults"),
    [
        (listed(9, 26) + TRAILER + END, []),
        (listed(9) + TRAILER + END, ["object 2 is not in the cross-reference table"]),
        (
            listed(9, 27) + TRAILER + END,
            [
                "object 2 is not at byte 27, where the cross-reference table places it",
                "object 2 is not in the cross-reference table",
            ],
        ),
        (listed(9, 26, 9) + TRAILER + END, ["object 3 is not at byte 9, where the cross-reference table places it"]),
        (listed(9, 26) + TRAILER, [NO_TABLE]),
        (listed(9, 26) + TRAILER + b"startxref\n9\n%%EOF\n", [NO_TABLE]),
        (listed(9, 26) + b"trailer << /Size 3 /Prev 9 >>\n" + END, [NO_TABLE]),
        (listed(9, 26) + b"trailer << /Size 3 /XRefStm 9 >>\n" + END, [NO_TABLE]),
        (listed(9, 26) + b"trailer << /Size 3 /Prev %d >>\n" % TABLE + END, []),
        # an object that was written again: both are listed
        (listed(9, 26) + TRAILER + END + ONE, ["object 1 is not in the cross-reference table"]),
    ],
)
def test_tables(after: bytes, faults: list[str]) -> None:
    assert checked(HEAD + ONE + TWO + after).faults == faults


def test_a_table_that_adds_to_another() -> None:
    content = HEAD + ONE + listed(9) + b"trailer << /Size 2 >>\n" + b"startxref\n26\n%%EOF\n"
    place = len(content)
    content += TWO + listed(place, first=2) + b"trailer << /Size 3 /Prev 26 >>\n"
    content += b"startxref\n%d\n%%%%EOF\n" % (place + len(TWO))

    assert checked(content).faults == []


# Streams


def filed(objects: Mapping[int, bytes], rows: bytes, settings: bytes, *, number: int = 9) -> bytes:
    """A file whose objects are listed in a stream, in which ``{n}`` stands for the place of object n."""
    content, places = HEAD, {}
    for each, body in objects.items():
        places[each] = len(content)
        content += b"%d 0 obj " % each + body + b" endobj\n"
    places[number] = start = len(content)
    data = re.sub(rb"\{(\d)\}", lambda match: places[int(match[1])].to_bytes(2, "big"), rows)
    entries = b"<< /Type /XRef /Length %d %s >>" % (len(data), settings)
    content += b"%d 0 obj " % number + entries + b" stream\n" + data + b"\nendstream endobj\n"
    return content + b"startxref\n%d\n%%%%EOF\n" % start


NUMBERS = {1: b"7", 2: b"8"}
FREE = b"\0\0\0\0"
ROWS = FREE + b"\1{1}\0" + b"\1{2}\0"


def inside(text: bytes, entries: bytes = b"/First 8 /N 2") -> dict[int, bytes]:
    """An object stream, as object 3, beside another object."""
    return NUMBERS | {3: b"<< /Type /ObjStm %s /Length %d >> stream\n" % (entries, len(text)) + text + b"\nendstream"}


PACKED = ROWS + b"\1{3}\0" + b"\2\0\3\0" + b"\2\0\3\1"
SIX = b"/W [1 2 1] /Size 6"


@pytest.mark.parametrize(
    ("rows", "settings"),
    [
        (ROWS, b"/W [1 2 1] /Size 3"),
        (ROWS, b"/W [1 2 1] /Index [0 3]"),
        (ROWS[4:], b"/W [1 2 1] /Index [1 2]"),
        (b"\1{2}\0" + b"\1{1}\0", b"/W [1 2 1] /Index [2 1 1 1]"),
        (b"\1{2}\0" + b"\1{1}\0" + b"\1{9}\0", b"/W [1 2 1] /Index [2 1 1 1 9 1]"),
        (ROWS[4:], b"/W [1 2 1] /Index [1 2 7]"),
        (b"{1}{2}", b"/W [0 2 0] /Index [1 2]"),
        (b"\1{1}\1{2}", b"/W [1 2 0] /Index [1 2]"),
        (b"{1}\0{2}\0", b"/W [0 2 1] /Index [1 2]"),
        (b"\0\1\0\0\0\0\0\0{1}\0\0" + b"\0\1\0\0\0\0\0\0{2}\0\0", b"/W [2 8 2] /Index [1 2]"),
        (ROWS + b"\3\0\0\0", b"/W [1 2 1] /Size 4"),
    ],
)
def test_streams_of_entries(rows: bytes, settings: bytes) -> None:
    """A type of no bytes is 1, a place; a generation of no bytes is 0."""
    assert checked(filed(NUMBERS, rows, settings)).faults == []


@pytest.mark.parametrize(
    ("rows", "settings"),
    [
        (ROWS, b"/W [1 2 1] /Size 4"),
        (ROWS, b"/W [1 2 1] /Size 2"),
        (ROWS, b"/W [1 2] /Size 4"),
        (ROWS, b"/W [1 2 1 0] /Size 3"),
        (ROWS, b"/W [2 3 -1] /Size 3"),
        (ROWS, b"/W [1 (a) 1] /Size 3"),
        (ROWS, b"/W 4 /Size 3"),
        (ROWS, b"/Size 3"),
        (b"", b"/W [0 0 0] /Size 3"),
        (b"\1\0\0\0\0\0\0\0{1}\1\0\0\0\0\0\0\0{2}", b"/W [1 9 0] /Index [1 2]"),
        (ROWS, b"/W [1 2 1]"),
        (ROWS, b"/W [1 2 1] /Size (a)"),
        (ROWS, b"/W [1 2 1] /Index [0 -3]"),
    ],
)
def test_streams_that_do_not_hold_what_they_say(rows: bytes, settings: bytes) -> None:
    told = "the cross-reference stream 9 does not have as many entries as it states"

    assert told in checked(filed(NUMBERS, rows, settings)).faults


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (ROWS.replace(b"{1}\0", b"{2}\0"), "object 1 is not at byte 26, where the cross-reference table places it"),
        (ROWS.replace(b"{2}\0", b"{2}\5"), "object 2 is not at byte 26, where the cross-reference table places it"),
        (ROWS.replace(b"\1{2}\0", FREE), "object 2 is not in the cross-reference table"),
        (ROWS.replace(b"\1{2}", b"\3{2}"), "object 2 is not in the cross-reference table"),
    ],
)
def test_entries_that_do_not_fit(rows: bytes, fault: str) -> None:
    assert checked(filed(NUMBERS, rows, b"/W [1 2 1] /Size 3")).faults[0] == fault


def test_objects_in_a_stream() -> None:
    for text, entries in (
        (b"4 0 5 7 (lamp) /Pier", b"/First 8 /N 2"),
        (b"4 1  5 6  /Lamp /Pier ", b"/First 9 /N 2"),
    ):
        file = checked(filed(inside(text, entries), PACKED, SIX))

        assert file.faults == []
        assert file.objects[5] == "Pier"
        assert file.objects[4] in (b"lamp", "Lamp")


def test_objects_in_a_stream_in_any_order() -> None:
    file = checked(filed(inside(b"5 0 4 6 /Pier /Lamp"), PACKED[:-8] + b"\2\0\3\1" + b"\2\0\3\0", SIX))

    assert (file.faults, file.objects[4], file.objects[5]) == ([], "Lamp", "Pier")


def test_an_object_in_a_stream_that_was_written_again() -> None:
    file = checked(filed(inside(b"2 0 5 6 /Lamp /Pier"), ROWS + b"\1{3}\0" + FREE + b"\2\0\3\1", SIX))

    assert (file.faults, file.objects[2], file.objects[5]) == ([], 8, "Pier")
    again = filed(
        inside(b"2 0 5 6 /Lamp /Pier"), PACKED[:-8] + b"\2\0\3\0" + b"\2\0\3\1", b"/W [1 2 1] /Index [0 4 2 1 5 1]"
    )
    assert checked(again).objects[2] == 8


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (b"4 0 6 6 /Lamp /Pier", b"/First 8 /N 2"),
        (b"4 0 5 6 /Lamp /Pier", b"/First 8 /N 3"),
        (b"4 0 5 6 /Lamp /Pier", b"/First 8 /N 1"),
        (b"4 0 5 x /Lamp /Pier", b"/First 8 /N 2"),
        (b"4 0 5 6 /Lamp lamps", b"/First 8 /N 2"),
        (b"4 0     /Lamp /Pier", b"/First 8 /N 1"),
        (b"4 0 5 6 /Lamp /Pier", b"/N 2"),
        (b"4 0 5 6 /Lamp /Pier", b"/First 8"),
        (b"4 0 5 6 /Lamp /Pier", b"/First (a) /N 2"),
    ],
)
def test_an_object_stream_that_does_not_hold_what_the_table_says(text: bytes, entries: bytes) -> None:
    file = checked(filed(inside(text, entries), PACKED, SIX))

    assert file.faults == ["the object stream 3 does not hold what the cross-reference table lists"]


@pytest.mark.parametrize("kind", [b"/Lamp", b"/Pier", b"null", b""])
def test_an_object_that_is_no_object_stream(kind: bytes) -> None:
    body = b"<< /Type %s /Length 4 >> stream\nlamp\nendstream" % kind if kind else b"7"
    file = checked(filed(NUMBERS | {3: body}, PACKED + b"\2\0\6\0", b"/W [1 2 1] /Size 7"))

    assert file.faults == ["object 3 is not an object stream", "object 6 is not an object stream"]


@pytest.mark.parametrize("number", [9, 10])
def test_a_stream_that_adds_to_another(number: int) -> None:
    """It may have the number of the other."""
    content = filed({1: b"7"}, b"\1{1}\0" + b"\1{9}\0", b"/W [1 2 1] /Index [1 1 9 1]")
    before, place = content.rindex(b"9 0 obj"), len(content)
    rows = b"".join(b"\1" + at.to_bytes(2, "big") + b"\0" for at in (place, place + len(TWO)))
    entries = b"/Type /XRef /W [1 2 1] /Index [2 1 %d 1] /Prev %d /Length 8" % (number, before)
    content += TWO + b"%d 0 obj << %s >> stream\n" % (number, entries) + rows + b"\nendstream endobj\n"

    assert checked(content + b"startxref\n%d\n%%%%EOF\n" % (place + len(TWO))).faults == []


def test_what_is_encrypted_is_not_looked_into() -> None:
    file = checked(filed(inside(b"lamps"), PACKED, SIX + b" /Encrypt 1 0 R"))

    assert (file.faults, set(file.objects)) == ([], {1, 2, 3, 9})
