"""Office packages that are hostile or damaged: one clear error, whatever the part."""

import zipfile
from pathlib import Path

import pytest

from kz_upr.documents import DocumentError
from kz_upr.documents.containers.packages import Handler, Package

from papers import package, word_list, word_package, workbook, workbook_package  # isort: skip
from refusals import refused  # isort: skip

pytest.importorskip("docx", reason="needs the extra kz_upr[documents]")

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lamp">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><w:document xmlns:w='w'><w:tbl><w:tr><w:tc>&i;</w:tc></w:tr></w:tbl></w:document>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><tr><tc>&x;</tc></tr></d>'


def test_a_zip_bomb(tmp_path: Path) -> None:
    row = b"<tr><tc><p><r><t>9.1 Paint it (Peru)</t></r></p></tc></tr>"
    whole = b"<d><tbl>" + row * 1_500_000 + b"</tbl></d>"
    file = package(tmp_path / "list.docx", {"word/document.xml": whole})
    assert file.stat().st_size < 1_000_000
    del whole

    assert "zip bomb" in refused(file)


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    file = package(tmp_path / "list.docx", {"word/document.xml": b"<d>" + b" " * 90_000_000 + b"</d>"})
    content = bytearray(file.read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.find(mark) + place
        content[at : at + 4] = (1000).to_bytes(4, "little")
    file.write_bytes(content)

    refused(file)


def test_one_cell_that_fills_memory(tmp_path: Path) -> None:
    content = b"<d><tbl><tr><tc><p><r><t>" + b"9.1 Paint it (Peru) " * 2_900_000 + b"</t></r></p></tc></tr></tbl></d>"

    refused(package(tmp_path / "list.docx", {"word/document.xml": content}, compression=zipfile.ZIP_STORED))


def test_too_many_parts(tmp_path: Path) -> None:
    assert "parts" in refused(package(tmp_path / "list.docx", {f"word/{i}.xml": "<d/>" for i in range(3000)}))


@pytest.mark.parametrize("share", [0.2, 0.6, 0.97])
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_truncated_package(tmp_path: Path, suffix: str, share: float) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("openpyxl")
    file = tmp_path / f"paper.{suffix}"
    if suffix == "docx":
        word_list(file, [("9.1 Paint it (Peru);", "Noted", "- Harbours", "")])
    else:
        workbook(file, ("Text", "Document Symbol", "UPR Position"), [("9.1 Paint it (Peru);", "A/HRC/99/1", "Noted")])
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])

    assert "cut off" in refused(file)


def test_xml_that_is_cut_off(tmp_path: Path) -> None:
    assert "not XML" in refused(package(tmp_path / "list.docx", {"word/document.xml": "<d><tr><tc>9.1 Paint"}))


def test_a_package_of_another_kind(tmp_path: Path) -> None:
    assert "word/document.xml" in refused(package(tmp_path / "list.docx", {"mimetype": "application/epub+zip"}))
    assert "not a workbook" in refused(package(tmp_path / "export.xlsx", {"mimetype": "application/epub+zip"}))


def test_nothing_is_unpacked_to_the_disk(tmp_path: Path) -> None:
    file = package(
        tmp_path / "list.docx", {"../../outside.xml": "<d/>", "word/document.xml": "<d><tr><tc>Lamp</tc></tr></d>"}
    )

    refused(file)
    assert not (tmp_path.parent / "outside.xml").exists()


BOTH = pytest.mark.parametrize("suffix", ["docx", "xlsx"])


def hostile(file: Path, content: str, *, start: str = "", compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """A package of the file's kind with such a content among its elements."""
    make = word_package if file.suffix == ".docx" else workbook_package
    return make(file, content, start=start, compression=compression)


@BOTH
@pytest.mark.parametrize(
    ("content", "entity"), [(BOMB, "&i;"), (OUTSIDE, "&x;")], ids=["billion laughs", "outside entity"]
)
def test_entities_in_a_whole_package(tmp_path: Path, suffix: str, content: str, entity: str) -> None:
    declaration = content[: content.index("]>") + 2]
    for encoding in ("utf-8", "utf-16"):
        file = hostile(tmp_path / f"paper.{suffix}", entity, start=declaration)
        recoded(file, encoding)

        assert "document type" in refused(file)


def recoded(file: Path, encoding: str) -> None:
    with zipfile.ZipFile(file) as out:
        parts = {name: out.read(name) for name in out.namelist()}
    package(file, {name: content.decode().encode(encoding) for name, content in parts.items()})


def test_entities_in_any_part(tmp_path: Path) -> None:
    for name in ("word/styles.xml", "docProps/core.xml", "word/_rels/footer1.xml.rels", "word/other.bin"):
        file = word_package(tmp_path / "list.docx", "")
        with zipfile.ZipFile(file, "a") as out:
            out.writestr(name, BOMB)

        assert "document type" in refused(file)


def test_a_document_under_another_name_is_checked_too(tmp_path: Path) -> None:
    assert "document type" in refused(
        word_package(tmp_path / "list.docx", "&a;", start=BOMB[: BOMB.index("]>") + 2], part="document.bin")
    )


@BOTH
@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<row " + " ".join(f'a{number}=""' for number in range(200_000)) + "/>", "tag of over"),
        ("".join(f"<a{number}/>" for number in range(20_000)), "names"),
        ("<x>" * 100_000 + "</x>" * 100_000, "nested"),
    ],
    ids=["attributes", "names", "depth"],
)
def test_elements_that_fill_memory(tmp_path: Path, suffix: str, content: str, told: str) -> None:
    assert told in refused(hostile(tmp_path / f"paper.{suffix}", content))


@BOTH
@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_packed_in_another_way(tmp_path: Path, suffix: str, method: int) -> None:
    assert "compressed in a way" in refused(hostile(tmp_path / f"paper.{suffix}", " " * 1_000_000, compression=method))


def test_many_parts_that_are_large_together(tmp_path: Path) -> None:
    file = word_package(tmp_path / "list.docx", "")
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as out:
        for number in range(8):
            out.writestr(f"word/{number}.xml", "<a/>" + " " * 4_000_000)

    assert "zip bomb" in refused(file)


@BOTH
def test_a_part_that_needs_a_password(tmp_path: Path, suffix: str) -> None:
    file = hostile(tmp_path / f"paper.{suffix}", "")
    content = bytearray(file.read_bytes())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(content)

    assert "password" in refused(file)


# Bounds


def opened(file: Path, *, largest: int = 10**9) -> str:
    """Why a package is not opened; empty if it is."""
    try:
        with Package(file, largest=largest):
            return ""
    except DocumentError as error:
        return error.reason


def stated(file: Path, *sizes: tuple[int, int]) -> Path:
    """The package with such sizes in its table of contents: packed and unpacked, part by part."""
    content, place = bytearray(file.read_bytes()), 0
    for size in sizes:
        place = content.index(b"PK\x01\x02", place + 1)
        content[place + 20 : place + 28] = b"".join(number.to_bytes(4, "little") for number in size)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("packed", "unpacked", "told"),
    [
        (1000, 5_000_000, ""),
        (1000, 5_000_001, "would unpack to 5,000,001 bytes (a.xml): a zip bomb?"),
        (20_001, 5_000_250, ""),
        (20_001, 5_000_251, "would unpack to 5,000,251 bytes (a.xml): a zip bomb?"),
    ],
)
def test_how_much_a_part_may_unpack_to(tmp_path: Path, packed: int, unpacked: int, told: str) -> None:
    """5 MB, or 250 times its size."""
    assert opened(stated(package(tmp_path / "x", {"a.xml": "<a/>"}), (packed, unpacked))) == told


def test_how_much_all_parts_may_unpack_to(tmp_path: Path) -> None:
    file = stated(package(tmp_path / "x", {"a.xml": "<a/>", "b.xml": "<a/>"}), (999, 3_000), (999, 2_000))

    assert opened(file, largest=5_000) == ""
    assert opened(file, largest=4_999) == "would unpack to 5,000 bytes, more than 4,999: a zip bomb?"


@pytest.mark.parametrize(("suffix", "largest"), [("docx", 30_000_000), ("xlsx", 1_000_000_000)])
def test_how_much_a_list_or_a_workbook_may_unpack_to(tmp_path: Path, suffix: str, largest: int) -> None:
    for more in (0, 1):
        file = package(tmp_path / f"paper.{suffix}", {"[Content_Types].xml": "<a/>"})
        told = refused(stated(file, (largest, largest + more)))
        assert (f"would unpack to {largest + 1:,} bytes, more than {largest:,}" in told) == bool(more)


@pytest.mark.parametrize(("count", "told"), [(500, ""), (501, "has 501 parts; a package of this kind has at most 500")])
def test_how_many_parts_a_package_may_have(tmp_path: Path, count: int, told: str) -> None:
    assert opened(package(tmp_path / "x", {f"{number}.xml": "" for number in range(count)})) == told


def test_two_parts_of_one_name(tmp_path: Path) -> None:
    file = package(tmp_path / "x", {"a.xml": "", "b.xml": "", "A.xml": ""})

    assert opened(file) == "has two parts named a.xml"


@pytest.mark.parametrize(
    ("flags", "told"), [(0, ""), (1, "needs a password"), (6, ""), (8, ""), (9, "needs a password")]
)
def test_flags_of_a_part(tmp_path: Path, flags: int, told: str) -> None:
    """One says that there is a password, others how it is packed."""
    file = package(tmp_path / "x", {"a.xml": "<a/>"})
    content = bytearray(file.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] = flags
    file.write_bytes(content)

    assert opened(file) == told


def parsed(tmp_path: Path, content: str, handler: Handler | None = None) -> str:
    """Why a part is not parsed; empty if it is."""
    file = package(tmp_path / "x", {"a.xml": content}, compression=zipfile.ZIP_STORED)
    try:
        with Package(file, largest=10**9) as whole:
            for _ in whole.parse("a.xml", handler or Handler()):
                pass
    except DocumentError as error:
        return error.reason
    return ""


def test_what_a_handler_is_given(tmp_path: Path) -> None:
    class Keeper(Handler):
        def __init__(self) -> None:
            self.given: list[object] = []

        def start(self, name: str, attributes: dict[str, str]) -> None:
            super().start(name, attributes)
            self.given.append((name, attributes, self.depth))

        def text(self, text: str) -> None:
            self.given.append(text)

        def end(self, name: str) -> None:
            super().end(name)
            self.given.append((name, self.depth))

    keeper = Keeper()
    assert parsed(tmp_path, '<a b="c">La&amp;mp<d/></a>', keeper) == ""
    assert keeper.given == [("a", {"b": "c"}, 1), "La&mp", ("d", {}, 2), ("d", 1), ("a", 0)]


def test_a_part_is_parsed_to_its_end(tmp_path: Path) -> None:
    for content in ("", "<a>", "<a/><b/>", "lamp"):
        assert "is a damaged package: a.xml is not XML" in parsed(tmp_path, content)


@pytest.mark.parametrize(
    ("length", "told"), [(1_000_000, "is not XML"), (1_000_001, "has a tag of over 1,000,000 bytes (a.xml)")]
)
def test_the_longest_tag(tmp_path: Path, length: int, told: str) -> None:
    """One that has not ended where the file does."""
    tag = '<b c="'

    assert told in parsed(tmp_path, "<a>" + tag + "c" * (length - len(tag)))


@pytest.mark.parametrize(("count", "told"), [(5000, ""), (5001, "has elements of over 5,000 names (a.xml)")])
def test_the_most_names(tmp_path: Path, count: int, told: str) -> None:
    assert parsed(tmp_path, "<a>" + "".join(f"<b{number}/>" for number in range(count - 1)) + "</a>") == told


@pytest.mark.parametrize(("depth", "told"), [(200, ""), (201, "has elements nested over 200 deep (a.xml)")])
def test_the_deepest_elements(tmp_path: Path, depth: int, told: str) -> None:
    """As many may be open where a piece of the file ends."""
    assert parsed(tmp_path, "<a>" * depth + " " * 70_000 + "</a>" * depth) == told


@pytest.mark.parametrize(
    ("content", "is_xml"),
    [
        (b"<a/>", True),
        (b"\xef\xbb\xbf <a/>", True),
        ("<a/>".encode("utf-16"), True),
        ("<a/>".encode("utf-16-be"), True),
        (b"lamp <a/>", False),
        (b"", False),
    ],
)
def test_whether_a_part_begins_as_xml(tmp_path: Path, content: bytes, is_xml: bool) -> None:
    with Package(package(tmp_path / "x", {"a.bin": content}), largest=10**9) as whole:
        assert whole.begins_as_xml("a.bin") == is_xml
