"""Word documents: what their text is, cell by cell, and what is refused."""

import re
import zipfile
from pathlib import Path

import pytest

from kz_upr.documents.containers import word
from kz_upr.documents.containers.word import read_word

from papers import package, paragraph, word_list, word_package, word_table  # isort: skip
from refusals import refused  # isort: skip

pytest.importorskip("docx", reason="needs the extra kz_upr[documents]")


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def cell_text(tmp_path: Path, content: str) -> str | None:
    document = read_word(word_package(tmp_path / "x.docx", word_table((cell(f"<w:p>{content}</w:p>"),))))
    return document.tables[0][0][0]


LAMP = run("<w:t>Lamp</w:t>")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("<w:t>Lamps</w:t><w:tab/><w:t>and</w:t><w:br/><w:t>boats</w:t><w:cr/><w:t>!</w:t>"),
         "Lamps and\nboats\n!"),
        (run("<w:t>light</w:t><w:noBreakHyphen/><w:t>house</w:t>"), "light\u2011house"),
        (f"<w:sdt><w:sdtContent>{LAMP}</w:sdtContent></w:sdt>", "Lamp"),
        (f'<w:ins w:id="1" w:author="x">{LAMP}</w:ins>', "Lamp"),
        (f'<w:hyperlink w:anchor="x">{LAMP}</w:hyperlink>', "Lamp"),
        (f"<w:smartTag>{LAMP}</w:smartTag>", "Lamp"),
        (f'{LAMP}<w:del w:id="1" w:author="x">{run("<w:delText>Boat</w:delText>")}{LAMP}</w:del>', "Lamp"),
        (f"<w:moveFrom>{LAMP}</w:moveFrom><w:moveTo>{LAMP}</w:moveTo>", "Lamp"),
        (f"{run('<w:instrText> PAGE </w:instrText>')}{LAMP}", "Lamp"),
        (f"<mc:AlternateContent><mc:Choice>{LAMP}</mc:Choice><mc:Fallback>{LAMP}</mc:Fallback></mc:AlternateContent>",
         "Lamp"),
        (f"<!-- a comment --><?instruction?>{LAMP}", "Lamp"),
        (run('<w:t xml:space="preserve">  Two \u00a0 lamps </w:t>'), "Two lamps"),
    ],
)  # fmt: skip
def test_the_text_of_a_cell(tmp_path: Path, content: str, text: str) -> None:
    assert cell_text(tmp_path, content) == text


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    content = cell(paragraph("Lamps") + paragraph("") + paragraph("Boats"))

    assert read_word(word_package(tmp_path / "x.docx", word_table((content,)))).tables == ((("Lamps\nBoats",),),)


def test_what_comes_before_the_first_table(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('Boats')}</w:sdtContent></w:sdt>"
    body = paragraph("Lamps") + control + word_table(("Quays",)) + paragraph("Ropes")
    document = read_word(word_package(tmp_path / "x.docx", body, heads=("First head", "Second head")))

    assert document.opening == ("First head", "Second head", "Lamps", "Boats")


def test_every_table_is_one(tmp_path: Path) -> None:
    body = word_table(("a", "b"), ("c", "d")) + word_table(("e",)) + paragraph("x") + word_table(("f", "g"))

    assert read_word(word_package(tmp_path / "x.docx", body)).tables == (
        (("a", "b"), ("c", "d")),
        (("e",),),
        (("f", "g"),),
    )


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    inner = word_table(("x", "y"), ("z", cell(word_table(("deep",)) + paragraph(""))))
    body = word_table((cell(paragraph("a") + inner + paragraph("b")), "c"), ("d", "e")) + word_table(("last",))

    assert read_word(word_package(tmp_path / "x.docx", body)).tables == (
        (("a\nb", "c"), ("d", "e")),
        (("x", "y"), ("z", "")),
        (("deep",),),
        (("last",),),
    )


def test_rows_and_cells_in_content_controls(tmp_path: Path) -> None:
    row = (
        "<w:tr>"
        + f"<w:sdt><w:sdtContent>{cell(paragraph('a'))}</w:sdtContent></w:sdt>"
        + cell(paragraph("b"))
        + "</w:tr>"
    )
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"

    assert read_word(word_package(tmp_path / "x.docx", body)).tables == ((("a", "b"),),)


def test_merged_cells(tmp_path: Path) -> None:
    wide = cell(paragraph("wide"), '<w:gridSpan w:val="2"/>')
    alone = cell(paragraph("alone"), '<w:gridSpan w:val="3"/>')
    top, below = cell(paragraph("top"), '<w:vMerge w:val="restart"/>'), cell(paragraph(""), "<w:vMerge/>")
    body = word_table((wide, "b"), (alone,), ("c", top, "d"), ("e", below, "f"))

    assert read_word(word_package(tmp_path / "x.docx", body)).tables == (
        (("wide", "", "b"), ("alone",), ("c", "top", "d"), ("e", None, "f")),
    )


def test_a_document_part_of_another_name(tmp_path: Path) -> None:
    file = word_package(tmp_path / "x.docx", word_table(("a",)), part="document2.xml")

    assert read_word(file).tables == ((("a",),),)


def test_a_document_from_word_processors(tmp_path: Path) -> None:
    document = read_word(word_list(tmp_path / "x.docx", [("9.1 Paint it", "Noted", "Lamps", "")]))

    assert document.opening[0] == "UPR of Fiji (3rd Cycle - 34th Session)"
    assert document.tables[0][1] == ("9.1 Paint it", "Noted", "Lamps", "")


# Refused


def test_more_elements_and_attributes_than_any_list_has(tmp_path: Path) -> None:
    attributes = " ".join(f'a{number}=""' for number in range(2000))

    told = refused(word_package(tmp_path / "x.docx", f"<w:p {attributes}/>" * 510))
    assert told == "has over 1,000,000 elements and attributes; 10,000 rows need fewer"


def parts_of(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def test_a_part_that_is_missing(tmp_path: Path) -> None:
    file = word_package(tmp_path / "x.docx", word_table(("a",)))
    parts = parts_of(file)
    del parts["word/header1.xml"]

    assert "word/header1.xml" in refused(package(file, parts))


def test_relations_without_end(tmp_path: Path) -> None:
    file = word_package(tmp_path / "x.docx", "")
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = '<Relationship Id="r%d" Type="t" Target="http://example.org/%d" TargetMode="External"/>'
    relations = "".join(relation % (number, number) for number in range(201_000))
    added = f'<Relationships xmlns="{namespace}">{relations}</Relationships>'
    parts = parts_of(file) | {"word/_rels/document.xml.rels": added.encode()}

    assert "elements and attributes" in refused(package(file, parts))


def test_another_kind_of_package(tmp_path: Path) -> None:
    file = word_package(tmp_path / "x.docx", "")
    parts = parts_of(file)
    types = parts["[Content_Types].xml"].decode().replace("wordprocessingml.document.main", "spreadsheetml.sheet.main")

    assert "not a complete Word document" in refused(package(file, parts | {"[Content_Types].xml": types}))


# Bounds


def test_as_many_rows_as_a_list_may_have(tmp_path: Path) -> None:
    for rows, told in ((10_000, ""), (10_001, "has more than 10,000 rows; no list of recommendations is that long")):
        file = word_package(tmp_path / "x.docx", f"<w:tbl>{'<w:tr/>' * rows}</w:tbl>")
        if told:
            assert told in refused(file)
        else:
            assert read_word(file).tables == (((),) * rows,)


def test_as_many_elements_and_attributes_as_a_list_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = word_package(tmp_path / "x.docx", '<w:p a="1" b="2"/>' * 50)
    markup = sum(len(re.findall(rb'<\w|[\w:]="', content)) for content in parts_of(file).values())

    monkeypatch.setattr(word, "_MOST_MARKUP", markup)
    assert read_word(file).tables == ()
    monkeypatch.setattr(word, "_MOST_MARKUP", markup - 1)
    assert f"has over {markup - 1:,} elements and attributes; 10,000 rows need fewer" in refused(file)


@pytest.mark.parametrize(("length", "long"), [(299_999, False), (300_000, True)])
def test_the_longest_cell(tmp_path: Path, length: int, long: bool) -> None:
    """The end of a paragraph is a character too."""
    file = word_package(tmp_path / "x.docx", word_table(("a" * length,)))
    if long:
        assert "has a cell or paragraph of over 300,000 characters" in refused(file)
    else:
        assert read_word(file).tables == ((("a" * length,),),)


def test_fifty_paragraphs_before_the_first_table(tmp_path: Path) -> None:
    body = "".join(paragraph(f"Lamp {number}") for number in range(1, 53))

    assert read_word(word_package(tmp_path / "x.docx", body, heads=("Head",))).opening == (
        "Head",
        *(f"Lamp {number}" for number in range(1, 51)),
    )


@pytest.mark.parametrize(("span", "columns"), [("1", 1), ("2", 2), ("20", 20), ("21", 20), ("-2", 1), ("", 1)])
def test_how_many_columns_a_cell_may_span(tmp_path: Path, span: str, columns: int) -> None:
    body = word_table((cell(paragraph("a"), f'<w:gridSpan w:val="{span}"/>'), "b"))

    assert read_word(word_package(tmp_path / "x.docx", body)).tables == ((("a", *[""] * (columns - 1), "b"),),)
