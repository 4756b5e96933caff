"""Office packages that are hostile or damaged: one clear error, whatever the part."""

import zipfile
from pathlib import Path

import pytest

from papers import package, word_list, word_package, workbook, workbook_package  # isort: skip
from refusals import refused  # isort: skip

pytest.importorskip("docx", reason="needs the extra kz_upr[documents]")

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lamp">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><w:document xmlns:w='w'><w:tbl><w:tr><w:tc>&i;</w:tc></w:tr></w:tbl></w:document>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><tr><tc>&x;</tc></tr></d>'


@pytest.mark.parametrize("content", [BOMB, OUTSIDE], ids=["billion laughs", "outside entity"])
def test_entities(tmp_path: Path, content: str) -> None:
    assert "document type" in refused(package(tmp_path / "list.docx", {"word/document.xml": content}))
    sheet = {"xl/worksheets/sheet1.xml": content}
    assert "document type" in refused(package(tmp_path / "export.xlsx", sheet))


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


def test_more_rows_than_any_list(tmp_path: Path) -> None:
    row = b"<tr><tc><p><r><t>9.1 Paint it (Peru)</t></r></p></tc></tr>"
    content = b"<d><tbl>" + row * 500_000 + b"</tbl></d>"

    assert "rows" in refused(
        package(tmp_path / "list.docx", {"word/document.xml": content}, compression=zipfile.ZIP_STORED)
    )


def test_elements_nested_too_deep(tmp_path: Path) -> None:
    content = "<d><tr>" + "<tc>" * 100_000 + "</tc>" * 100_000 + "</tr></d>"

    refused(package(tmp_path / "list.docx", {"word/document.xml": content}))


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
    assert "no workbook" in refused(package(tmp_path / "export.xlsx", {"mimetype": "application/epub+zip"}))


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
@pytest.mark.parametrize("content", [BOMB, OUTSIDE], ids=["billion laughs", "outside entity"])
def test_entities_in_a_whole_package(tmp_path: Path, suffix: str, content: str) -> None:
    declaration = content[: content.index("]>") + 2]
    for encoding in ("utf-8", "utf-16"):
        file = hostile(tmp_path / f"paper.{suffix}", "&a;", start=declaration)
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
def test_an_element_of_two_million_attributes(tmp_path: Path, suffix: str) -> None:
    attributes = " ".join(f'a{number}=""' for number in range(2_000_000))

    assert "tag of over" in refused(hostile(tmp_path / f"paper.{suffix}", f"<row {attributes}/>"))


@BOTH
def test_elements_of_a_million_names(tmp_path: Path, suffix: str) -> None:
    content = "".join(f"<a{number}/>" for number in range(1_000_000))

    assert "names" in refused(hostile(tmp_path / f"paper.{suffix}", content))


@BOTH
def test_elements_nested_in_a_whole_package(tmp_path: Path, suffix: str) -> None:
    content = "<x>" * 100_000 + "</x>" * 100_000

    assert "nested" in refused(hostile(tmp_path / f"paper.{suffix}", content))


@BOTH
@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_packed_in_another_way(tmp_path: Path, suffix: str, method: int) -> None:
    assert "packed in a way" in refused(hostile(tmp_path / f"paper.{suffix}", " " * 100_000_000, compression=method))


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
