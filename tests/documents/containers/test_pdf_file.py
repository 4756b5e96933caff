"""A PDF file proves itself: streams, places of objects, page tree, fonts."""

import io
import zlib
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from kz_upr import ReadingWarning, WarningKind
from kz_upr.documents import DocumentError, ReportReading, read_report

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
    """What is packed is also encrypted, so that its checksums are out of reach."""
    pypdf = pytest.importorskip("pypdf")
    writer, file = pypdf.PdfWriter(), io.BytesIO()
    writer.append(io.BytesIO(SOUND))
    writer.encrypt("", owner_password="lamp", algorithm="RC4-128")  # noqa: S106
    writer.write(file)

    assert len(read(file.getvalue(), tmp_path, strict=True).numbers) == 3


def test_a_stream_that_fails_its_checksum(tmp_path: Path) -> None:
    start = SOUND.index(b"stream\n", SOUND.index(b"/FlateDecode", SOUND.index(b"/FlateDecode") + 1)) + len(b"stream\n")
    packed = SOUND[start : SOUND.index(b"\nendstream", start)]
    altered = zlib.compress(zlib.decompress(packed))
    assert altered == packed
    content = SOUND[: start + len(packed) - 1] + bytes([packed[-1] ^ 1]) + SOUND[start + len(packed) :]

    (warning,) = damage(read(content, tmp_path))
    assert warning.code == "damaged-file"
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
        (b"/F1 3 0 R", b"/F1 2 0 R", "is no font"),
        (b"/F1 3 0 R", b"/F2 3 0 R", "uses the font F1, which it does not have"),
        (b"/F1 3 0 R", b"/F1 0 0 R", "points to object 0, which is not in the file"),
        (b"/Subtype /Type1", b"/Subtype /Type7", "of the unknown kind Type7"),
        (b"/ToUnicode ", b"/ToUnicodf ", "has the key ToUnicodf where ToUnicode is meant"),
        (b"/Parent 2 0 R", b"/Parent 1 0 R", "does not point to the node above it"),
        (b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 942]", "595 by 942 points large, unlike any other page"),
        (b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595    ]", "does not say how large it is"),
        (b"/Contents 5 0 R", b"/Contents 7 0 R", "has the contents of another page"),
        (b"/Contents 5 0 R", b"/Contents 6 0 R", "the contents of page 1 are no stream"),
        (b"/Filter /FlateDecode", b"/Filter /FlatfDecode", "unknown filter FlatfDecode"),
        (b"/Filter /FlateDecode", b"/Filter             ", "are no part of a PDF"),
        (b"/Type /Catalog", b"/Type /Catalof", "does not point to its catalogue"),
        (b"endobj", b"endob ", "are no part of a PDF"),
        (b"00000 n", b"00001 n", "where the cross-reference table has it"),
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
