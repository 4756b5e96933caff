"""A PDF file proves itself: streams, places of objects, page tree, fonts."""

import io
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kz_upr import ReadingWarning, WarningKind
from kz_upr.documents import DocumentError, ReportReading, read_report
from kz_upr.documents.containers.pdf_file import PdfFile, is_packed, read_file, unpacked
from kz_upr.documents.containers.pdf_objects import Reference, Stream

from papers import Group, report  # isort: skip
from mutations.judging import Outcome, differences, judged  # isort: skip

pypdfium2 = pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

GROUPS: list[Group] = [
    (
        "The following recommendations enjoy the support of Fiji:",
        ["Paint the harbour (Peru);", "Mend the piers of the old town (Togo);", "Light every lamp (Iceland)."],
    )
]
SOUND = report(GROUPS).content()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> ReportReading:
    return read(SOUND, tmp_path_factory.mktemp("sound"))


def read(content: bytes, folder: Path, *, strict: bool = False) -> ReportReading:
    path = folder / "report.pdf"
    path.write_bytes(content)
    return read_report(path, strict=strict)


def damage(reading: ReportReading) -> list[ReadingWarning]:
    return [warning for warning in reading.warnings if warning.kind is WarningKind.DAMAGE]


def replaced(old: bytes, new: bytes, content: bytes = SOUND) -> bytes:
    """The file with the same length, so that its cross-reference table still fits."""
    assert content.count(old) >= 1
    assert len(old) == len(new)
    return content.replace(old, new, 1)


def test_a_sound_file(sound: ReportReading) -> None:
    assert len(sound.numbers) == 3
    assert damage(sound) == []


def test_a_sound_file_that_another_program_wrote(tmp_path: Path, sound: ReportReading) -> None:
    paging = pytest.importorskip("mutations.paging", reason="needs pypdf")
    again = io.BytesIO()
    pypdfium2.PdfDocument(SOUND).save(again)

    for content in (paging.rewritten(SOUND), again.getvalue()):
        reading = read(content, tmp_path, strict=True)
        assert differences(reading, sound) == []


def test_a_file_that_only_its_owner_may_change(tmp_path: Path) -> None:
    """What is packed is also encrypted, so that its checksums are out of reach, and the reading says so."""
    pypdf = pytest.importorskip("pypdf")
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(SOUND))
    writer.encrypt("", owner_password="lamp", algorithm="RC4-128")  # noqa: S106
    writer.write(file)

    reading = read(file.getvalue(), tmp_path, strict=True)
    assert len(reading.numbers) == 3
    assert [(warning.kind, warning.code) for warning in reading.warnings] == [("unread", "encrypted")]


def test_a_stream_that_fails_its_checksum(tmp_path: Path) -> None:
    start = SOUND.index(b"stream\n", SOUND.index(b"/FlateDecode", SOUND.index(b"/FlateDecode") + 1)) + len(b"stream\n")
    packed = SOUND[start : SOUND.index(b"\nendstream", start)]
    altered = zlib.compress(zlib.decompress(packed))
    assert altered == packed
    content = SOUND[: start + len(packed) - 1] + bytes([packed[-1] ^ 1]) + SOUND[start + len(packed) :]

    (warning,) = damage(read(content, tmp_path))
    assert (warning.code, warning.place) == ("damaged-file", "the file")
    assert str(warning).startswith("the file is damaged: object ")
    assert "checksum" in str(warning)


def test_damage_comes_first_and_strict_refuses_it(tmp_path: Path) -> None:
    content = replaced(b"/WinAnsiEncoding", b"/WinAnsiEncodinh")

    warnings = read(content, tmp_path).warnings
    assert warnings[0].kind is WarningKind.DAMAGE
    with pytest.raises(DocumentError, match=r"is damaged: the file is damaged: .*encoding WinAnsiEncodinh"):
        read(content, tmp_path, strict=True)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (b"/F1 3 0 R", b"/F1 2 0 R", "is not a font"),
        (b"/F1 3 0 R", b"/F2 3 0 R", "uses the font F1, which it does not have"),
        (b"/F1 3 0 R", b"/F1 0 0 R", "points to object 0, which is not in the file"),
        (b"/Subtype /Type1", b"/Subtype /Type7", "of the unknown kind Type7"),
        (b"/ToUnicode ", b"/ToUnicodf ", "has the key ToUnicodf; expected ToUnicode"),
        (b"/Parent 2 0 R", b"/Parent 1 0 R", "does not point to the node above it"),
        (b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 942]", "595 by 942 points, unlike any other page"),
        (b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595    ]", "does not state its size"),
        (b"/Contents 5 0 R", b"/Contents 7 0 R", "has the contents of another page"),
        (b"/Contents 5 0 R", b"/Contents 6 0 R", "the contents of page 1 are not a stream"),
        (b"/Filter /FlateDecode", b"/Filter /FlatfDecode", "unknown filter FlatfDecode"),
        (b"/Filter /FlateDecode", b"/Filter             ", "unexpected bytes at "),
        (b"/Type /Catalog", b"/Type /Catalof", "does not point to its catalogue"),
        (b"endobj", b"endob ", "unexpected bytes at "),
        (b"00000 n", b"00001 n", "where the cross-reference table places it"),
    ],
)
def test_what_a_library_passes_over(tmp_path: Path, old: bytes, new: bytes, told: str) -> None:
    try:
        warnings = damage(read(replaced(old, new), tmp_path))
    except DocumentError:
        return  # the library could not pass over it
    assert told in str(warnings[0])


@pytest.mark.parametrize("start", [b"0", b"1", b"99999"])
def test_an_end_that_points_elsewhere(tmp_path: Path, start: bytes) -> None:
    head, _, _ = SOUND.rpartition(b"startxref\n")

    assert "its end does not point" in str(damage(read(head + b"startxref\n" + start + b"\n%%EOF\n", tmp_path))[0])


def test_an_object_in_place_of_another(tmp_path: Path) -> None:
    twice = SOUND.replace(b"xref\n0", b"3 0 obj\n<< /Type /Font >>\nendobj\nxref\n0", 1)

    assert damage(read(twice, tmp_path))


@given(data=st.data())
def test_no_byte_is_changed_in_silence(
    data: st.DataObject, sound: ReportReading, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = data.draw(st.integers(0, len(SOUND) - 1))
    content = bytearray(SOUND)
    content[place] ^= data.draw(st.integers(1, 255))

    outcome, words = judged(bytes(content), ".pdf", sound)
    assert outcome not in (Outcome.SILENT, Outcome.CRASH), words


# Objects and tables


HEAD = b"%PDF-1.4\n"
TABLE = b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n5 1\n0000000017 00003 n \ntrailer << /Size 2 >>\n"


def no_part(content: bytes, place: int) -> list[str]:
    """What is told of a file that goes wrong at a place of ``content``, behind the header."""
    return [f"unexpected bytes at {len(HEAD) + place:,}"]


@pytest.mark.parametrize(
    ("content", "objects"),
    [
        (b"", {}),
        (b"1 0 obj 7 endobj\n2 0 obj /Lamp endobj", {1: 7, 2: "Lamp"}),
        (b"1 0 obj 7 endobj\n1 0 obj 8 endobj", {1: 8}),
        (b"% a comment\n1 0 obj 7 endobj\nstartxref\n9\n%%EOF", {1: 7}),
        (TABLE + b"1 0 obj 7 endobj", {1: 7}),
    ],
)
def test_objects_by_number(content: bytes, objects: dict[int, Any]) -> None:
    file = read_file(HEAD + content)

    assert (file.objects, file.faults) == (objects, [])


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"lamp", 0),
        (b"1 0 obj 7 endobj\nlamp", 17),
        (b"1 0 obj 7 lamp", 9),
        (b"1 0 obj 7 stream\nlamp\nendstream endobj", 9),
        (b"1 0 obj << >> stream\nlamp", 21),
        (b"1 0 obj << >> stream\nlamp endstream", 21),
        (b"1 0 obj << /Length 4 >> stream\nlamp endstream", 31),
        (TABLE.replace(b"00000 n", b"00000 x"), 29),
        (TABLE.replace(b"5 1", b"5 2"), 73),
        (TABLE.replace(b"trailer", b"trailes"), 73),
        (TABLE.replace(b"<< /Size 2 >>", b"[ /Size 2 ]"), 92),
    ],
)
def test_what_is_no_part_of_a_file(content: bytes, place: int) -> None:
    assert read_file(HEAD + content).faults == no_part(content, place)


def test_a_header_must_be_whole() -> None:
    assert read_file(b"%PDF-lamp\n1 0 obj 7 endobj").faults == ["unexpected bytes at 0"]


def test_what_the_tables_say() -> None:
    file = read_file(HEAD + TABLE + TABLE.replace(b"/Size 2", b"/Size 3") + b"startxref\n9\n%%EOF\n")

    assert file.listed == [(1, 0, 9), (5, 3, 17)] * 2
    assert file.trailers == {9: {"Size": 2}, 9 + len(TABLE): {"Size": 3}}
    assert file.starts == [9]


@pytest.mark.parametrize(("starts", "size"), [((9,), 2), ((9 + len(TABLE),), 3), ((9, 9 + len(TABLE)), 3), ((), 3)])
def test_the_entries_of_the_table_that_the_end_points_to_go_before_others(starts: tuple[int, ...], size: int) -> None:
    tables = TABLE.replace(b"/Size 2", b"/Size 2 /Root 5 0 R") + TABLE.replace(b"/Size 2", b"/Size 3")
    start = [len(HEAD) + place for place in (0, tables.index(b"xref", 9))]
    pointers = b"".join(b"startxref\n%d\n%%%%EOF\n" % start[each > 9] for each in starts)

    assert read_file(HEAD + tables + pointers).trailer == {"Size": size, "Root": Reference(5, 0)}


@pytest.mark.parametrize(
    ("start", "rest", "whole"),
    [
        (b"<< /Linearized 1 /L 40 >>", b"lamps", True),
        (b"<< /Linearized 1 /L 41 >>", b"lamps", True),
        (b"<< /Linearized 1 /L 90 >>", b"lamps", True),
        (b"<< /Linearized 1 /L 91 >>", b"lamps", False),
        (b"<< /Linearized 1 /L (a) >>", b"lamps", False),
        (b"<< /Linearized 1 >>", b"lamps", False),
        (b"<< /Rectified 1 /L 40 >>", b"lamps", False),
        (b"[ /Linearized 1 /L 40 ]", b"lamps", False),
        (b"<< /Linearized 1 /L 40 >>", b"lamps startxref\n9\n", True),
        (b"<< /Linearized 1 /L 40 >>", b"lamps startxref\n10\n", False),
    ],
)
def test_what_is_left_of_a_longer_file(start: bytes, rest: bytes, whole: bool) -> None:
    """A file for the web says how long it is; what goes on behind it must not have a table of its own."""
    content = HEAD + b"1 0 obj " + start + b" endobj\nstartxref\n9\n%%EOF\n"
    content += b"%" * (89 - len(content)) + b"\n" + rest

    assert read_file(content).faults == ([] if whole else ["unexpected bytes at 90"])


def test_a_reference_to_a_reference() -> None:
    """A few are followed, one that leads to itself is not."""
    file = PdfFile({number: Reference(number + 1, 0) for number in range(1, 9)} | {9: "Lamp", 20: Reference(20, 0)})

    assert file.resolved(7) == 7
    assert file.resolved(Reference(1, 0)) == "Lamp"
    assert file.resolved(Reference(20, 0)) is None
    assert file.resolved(Reference(99, 0)) is None


# Streams


@pytest.mark.parametrize("length", [b"4", b"9 0 R", b"3", b"7", b"99999", b"-4", b"-40", b"(4)", b"null"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b""])
def test_where_a_stream_ends(length: bytes, end: bytes) -> None:
    """By its length; by its end, where the length is another object or wrong."""
    before = b"1 0 obj << /Length 1 >> stream\na\nendstream endobj\n"
    content = b"2 0 obj << /Length " + length + b" >> stream\nlamp" + end + b"endstream endobj\n3 0 obj 7 endobj"
    file = read_file(HEAD + before + content)

    assert (file.objects[2].data, file.objects[3]) == (b"lamp", 7)
    assert file.faults == []


def test_a_length_that_leads_back_to_another_stream() -> None:
    """The file would never end."""
    before, end = b"1 0 obj << /Length 1 >> stream\na", b"\nendstream endobj\n"
    back = len(end) + len(b"2 0 obj << /Length -50 >> stream\n")
    content = before + end + b"2 0 obj << /Length -%d >> stream\nlamp" % back + end + b"3 0 obj 7 endobj"

    assert read_file(HEAD + content).objects[3] == 7


@pytest.mark.parametrize("data", [b"lamp\n", b"lamp\r", b"lamp\nendstream lamp"])
def test_a_stream_that_ends_like_a_line(data: bytes) -> None:
    content = b"1 0 obj << /Length %d >> stream\r\n" % len(data) + data + b"\r\nendstream endobj"

    assert read_file(HEAD + content).objects[1].data == data


@pytest.mark.parametrize("length", [b"0", b"9 0 R"])
def test_an_empty_stream(length: bytes) -> None:
    content = b"1 0 obj << /Length " + length + b" >> stream\nendstream endobj"

    assert read_file(HEAD + content).objects[1].data == b""


def of_stream(filters: bytes, data: bytes) -> bytes:
    return HEAD + b"7 0 obj << /Filter %s /Length %d >> stream\n" % (filters, len(data)) + data + b"\nendstream endobj"


LAMPS = zlib.compress(b"lamps and piers")


@pytest.mark.parametrize(
    ("filters", "data", "whole"),
    [
        (b"/FlateDecode", LAMPS, True),
        (b"[/FlateDecode]", LAMPS, True),
        (b"[/FlateDecode /DCTDecode]", LAMPS, True),
        (b"/FlateDecode", LAMPS + b"\r\n", True),
        (b"/FlateDecode", zlib.compress(b""), True),
        (b"/FlateDecode", LAMPS[:-1], False),
        (b"[/FlateDecode /DCTDecode]", LAMPS[:-1], False),
        (b"/FlateDecode", LAMPS[:-1] + bytes([LAMPS[-1] ^ 1]), False),
        (b"/FlateDecode", LAMPS + b"lamp", False),
        (b"/FlateDecode", b"", False),
        (b"/DCTDecode", LAMPS[:-1], True),
        (b"null", LAMPS[:-1], True),
        (b"[/DCTDecode /FlateDecode]", LAMPS[:-1], True),
    ],
)
def test_streams_prove_themselves(filters: bytes, data: bytes, whole: bool) -> None:
    told = ["object 7 cannot be decompressed: checksum mismatch"]

    assert read_file(of_stream(filters, data)).faults == ([] if whole else told)


def test_what_is_encrypted_proves_nothing() -> None:
    content = of_stream(b"/FlateDecode", b"lamp") + b"\n" + TABLE.replace(b"/Size", b"/Encrypt 9 0 R /Size")

    assert read_file(content).faults == []


def test_streams_that_unpack_to_more_than_any() -> None:
    """To 200,000,000 bytes and not to one more."""
    large = of_stream(b"/FlateDecode", zlib.compress(bytes(20_000_000)))[len(HEAD) :] + b"\n"
    content = HEAD + b"".join(large.replace(b"7 0 obj", b"%d 0 obj" % number) for number in range(1, 11))

    assert read_file(content).faults == []
    for small in (b"<< /Length 1 >> stream\na", b"<< /Filter /FlateDecode >> stream\n" + zlib.compress(b"a")):
        content_and_more = (
            content + b"11 0 obj " + small + b"\nendstream endobj\n12 0 obj << >> stream\n\nendstream endobj"
        )
        assert read_file(content_and_more).faults == ["its streams unpack to more than 200,000,000 bytes"]


def test_more_than_any_file_has_besides_streams() -> None:
    """20,000,000 bytes of objects, streams not counted, and not one more."""
    stream = b"1 0 obj << >> stream\nlamp\nendstream endobj "
    room = 20_000_000 - (len(stream) - 1 - len(b"lamp")) - len(b"2 0 obj / endobj")

    assert read_file(HEAD + stream + b"2 0 obj /" + b"A" * room + b" endobj").faults == []
    assert read_file(HEAD + stream + b"2 0 obj /" + b"AA" * room + b" endobj").faults == no_part(b"", len(stream))
    assert read_file(HEAD + stream + b"2 0 obj /A" + b"A" * room + b" endobj").faults == no_part(b"", len(stream))


@pytest.mark.parametrize(
    ("data", "packed"),
    [
        (LAMPS, True),
        (zlib.compress(bytes(3_000_000)), True),
        (zlib.compress(b""), False),
        (b"BT ET", False),
        (b"", False),
    ],
)
def test_whether_data_are_packed(data: bytes, packed: bool) -> None:
    assert is_packed(data) == packed


@pytest.mark.parametrize(
    ("entries", "data", "whole"),
    [
        ({}, b"lamps", b"lamps"),
        ({"Filter": "FlateDecode"}, LAMPS, b"lamps and piers"),
        ({"Filter": ["FlateDecode"]}, LAMPS, b"lamps and piers"),
        ({"Filter": ["FlateDecode", "DCTDecode"]}, LAMPS, b""),
        ({"Filter": "DCTDecode"}, LAMPS, b""),
        ({"Filter": "FlateDecode"}, LAMPS[:-1], b""),
        ({"Filter": "FlateDecode", "DecodeParms": {}}, LAMPS, b"lamps and piers"),
        ({"Filter": "FlateDecode", "DecodeParms": []}, LAMPS, b"lamps and piers"),
        ({"Filter": "FlateDecode", "DecodeParms": {"Predictor": 1}}, LAMPS, b"lamps and piers"),
    ],
)
def test_what_streams_unpack_to(entries: dict[str, Any], data: bytes, whole: bytes) -> None:
    assert unpacked(PdfFile(), Stream(entries, data)) == whole


@pytest.mark.parametrize(
    ("settings", "data", "whole"),
    [
        # each row begins with how it is written: as it is, as what it adds to its left, or to the row above
        ({"Columns": 3}, b"\0abc\1\1\1\1\2\1\1\1", b"abc\1\2\3\2\3\4"),
        ({"Columns": 2}, b"\2\xff\1\2\2\xff\1\xff\2", b"\xff\1\1\0\xff\1"),
        ({}, b"\2\1\2\1\2\1", b"\1\2\3"),
        ({"Columns": 3}, b"\2\1\1\1\2\1\1", b"\1\1\1\2\2"),
        ({"Columns": 200}, b"\2" + b"\1" * 200, b"\1" * 200),
        ({"Columns": 201}, b"\2" + b"\1" * 200, b""),
        ({"Columns": -3}, b"\2\1\1\1", b""),
        ({"Columns": None}, b"\2\1\1\1", b""),
    ],
)
def test_what_a_predictor_took_is_given_back(settings: dict[str, Any], data: bytes, whole: bytes) -> None:
    for parameters in (settings | {"Predictor": 12}, [settings | {"Predictor": 12}]):
        stream = Stream({"Filter": "FlateDecode", "DecodeParms": parameters}, zlib.compress(data))
        assert unpacked(PdfFile(), stream) == whole


def test_a_stream_too_large_to_look_into() -> None:
    """Up to 20,000,000 bytes are."""
    for length, shown in ((20_000_000, 20_000_000), (20_000_001, 0)):
        stream = Stream({"Filter": "FlateDecode"}, zlib.compress(bytes(length)))
        assert len(unpacked(PdfFile(), stream)) == shown
