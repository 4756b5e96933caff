"""Workbooks: their rows as text, from an independent library and part by part, and what is refused."""

import tracemalloc
import zipfile
from pathlib import Path

import pytest

from kz_upr.documents import DocumentError
from kz_upr.documents.containers.workbook import Wanted, workbook_sheets

from papers import package, workbook, workbook_package  # isort: skip
from refusals import refused  # isort: skip


def rows(
    tmp_path: Path, sheet: str, strings: str = "", *, wanted: Wanted | None = None
) -> list[tuple[int, dict[int, str]]]:
    file = workbook_package(tmp_path / "x.xlsx", sheet, strings)
    [found] = [[(row.number, row.cells) for row in rows] for rows in workbook_sheets(file, [], wanted=wanted)]
    return found


def test_the_rows_of_an_independent_library(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    made = [("a", "Lamps\nBoats", 3), ("b", None, 1.5), ("a", "é & <b>", "")]
    file = workbook(tmp_path / "x.xlsx", ("Text", "Themes", "Number"), made)

    [found] = [[(row.number, row.cells) for row in rows] for rows in workbook_sheets(file, [])]
    assert found == [
        (1, {0: "Text", 1: "Themes", 2: "Number"}),
        (2, {0: "a", 1: "Lamps\nBoats", 2: "3"}),
        (3, {0: "b", 2: "1.5"}),
        (4, {0: "a", 1: "é & <b>"}),
    ]


def test_a_part_that_is_not_read_must_be_whole_too(tmp_path: Path) -> None:
    file = workbook_package(tmp_path / "x.xlsx", "<row><c><v>1</v></c></row>")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("docProps/app.xml", "<made by='hand'/>")
    content = file.read_bytes()
    file.write_bytes(content.replace(b"<made by='hand'/>", b"<made by='hamd'/>", 1))

    with pytest.raises(DocumentError, match=r"docProps/app\.xml cannot be unpacked"):
        list(workbook_sheets(file, []))


def inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


@pytest.mark.parametrize("kind", ["shared", "inlineStr", "str"])
@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Lamps_x000D_\nBoats", "Lamps\nBoats"),
        ("Lamps_x000D_Boats", "Lamps\nBoats"),
        ("Lamps_x000a_Boats", "Lamps\nBoats"),
        ("_x0041__x005F_x0042_", "A_x0042_"),
        ("_xD83D__xDE00_", "\N{GRINNING FACE}"),
        ("_xD83D_", "\N{REPLACEMENT CHARACTER}"),
        ("lamp_x and _x12_ and _x12345_", "lamp_x and _x12_ and _x12345_"),
    ],
)
def test_escapes(tmp_path: Path, kind: str, printed: str, text: str) -> None:
    cells = {
        "shared": '<c t="s"><v>0</v></c>',
        "inlineStr": inline(printed),
        "str": f'<c t="str"><v>{printed}</v></c>',
    }

    assert rows(tmp_path, f"<row>{cells[kind]}</row>", f"<si><t>{printed}</t></si>") == [(1, {0: text})]


def test_runs_are_joined_and_guides_to_pronunciation_left_out(tmp_path: Path) -> None:
    guide = '<rPh sb="0" eb="1"><t>ランプ</t></rPh>'
    strings = f"<si><r><t>La</t></r><r><rPr><b/></rPr><t>mp</t></r>{guide}</si><si><t>Boat</t>{guide}</si>"

    assert rows(tmp_path, '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', strings) == [
        (1, {0: "Lamp", 1: "Boat"})
    ]


def test_cells_by_reference_and_by_order(tmp_path: Path) -> None:
    sheet = '<row><c r="B1"><v>1</v></c><c><v>2</v></c><c r="AA1"><v>3</v></c><c r="D1"/></row>'

    assert rows(tmp_path, sheet) == [(1, {1: "1", 2: "2", 26: "3"})]


def test_rows_out_of_order_are_those_of_the_file(tmp_path: Path) -> None:
    sheet = '<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row><c><v>3</v></c></row>'

    assert rows(tmp_path, sheet) == [(1, {0: "1"}), (2, {0: "2"}), (3, {0: "3"})]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ('<c r="A1"><f>B1&amp;C1</f></c>', "a formula without a value"),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', "a formula without a value"),
        ('<c r="A1" t="e"><f>B1</f><v>#REF!</v></c>', "the error #REF!"),
        ('<c r="A1" t="s"><v>7</v></c>', "a text that the file does not hold"),
        ('<c r="A1" t="s"><v>-1</v></c>', "a text that the file does not hold"),
        (f'<c r="A1" t="s"><v>{"9" * 5000}</v></c>', "a text that the file does not hold"),
        ('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', "two cells for one column"),
    ],
)
def test_cells_without_a_value_that_should_have_one(tmp_path: Path, cells: str, fault: str) -> None:
    file = workbook_package(tmp_path / "x.xlsx", f'<row>{cells}<c r="B1"><v>1</v></c></row>')
    [[row]] = [list(rows) for rows in workbook_sheets(file, [])]

    assert (row.cells, row.faults) == ({1: "1"}, {0: fault})


def test_the_value_of_a_formula(tmp_path: Path) -> None:
    assert rows(tmp_path, '<row><c t="str"><f>A1&amp;B1</f><v>Lamp</v></c></row>') == [(1, {0: "Lamp"})]


@pytest.mark.parametrize(
    ("start", "sheet", "strings", "said"),
    [
        ("", '<row r="1"/><row r="2"/><row r="4"/>', "", "rows do not follow each other: 4 after 2"),
        ("", '<row r="1"/><row r="3"/><row r="2"/>', "", "rows do not follow each other: 3 after 1, 2 after 3"),
        ('<dimension ref="A1:C9"/>', '<row r="1"/><row r="2"/>', "", "rows up to 9, but ends with 2"),
        (
            '<mergeCell ref="B2:B4"/>',
            '<row r="1"/><row r="2"/>',
            "",
            "merged, so that only the first has a value: B2:B4",
        ),
        ("", "<row/>", "<si><t>a</t></si>", "counts 2 texts, but holds 1"),
    ],
)
def test_what_shows_that_a_sheet_is_not_whole(tmp_path: Path, start: str, sheet: str, strings: str, said: str) -> None:
    parts = {
        "xl/worksheets/sheet1.xml": f"<worksheet>{start}<sheetData>{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst uniqueCount="2">{strings or "<si/><si/>"}</sst>',
    }
    remarks: list[str] = []
    for each in workbook_sheets(package(tmp_path / "x.xlsx", parts), remarks):
        assert list(each)

    assert [said in remark for remark in remarks] == [True]


def test_what_an_independent_library_writes_is_whole(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    remarks: list[str] = []
    file = workbook(tmp_path / "x.xlsx", ("Text", "Themes"), [("a", "b"), ("a", "c"), ("d", "e")])
    found = [row for each in workbook_sheets(file, remarks) for row in each]

    assert [row.faults for row in found] == [{}] * len(found)
    assert remarks == []


def test_the_rows_of_every_sheet(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    book = openpyxl.Workbook()
    for name in ("a", "b"):
        book.create_sheet(name).append([name])
    book.remove(book.active)
    book.save(tmp_path / "x.xlsx")

    found = [[row.cells for row in each] for each in workbook_sheets(tmp_path / "x.xlsx", [])]
    assert found == [[{0: "a"}], [{0: "b"}]]


def test_names_with_a_prefix(tmp_path: Path) -> None:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<x:row xmlns:x="{namespace}"><x:c t="str"><x:v>Lamp</x:v></x:c></x:row>'

    assert rows(tmp_path, sheet) == [(1, {0: "Lamp"})]


def test_rows_that_are_wanted(tmp_path: Path) -> None:
    sheet = (
        '<row><c t="s"><v>0</v></c></row>'
        + "<row><c><v>4</v></c></row>" * 9
        + (
            '<row><c r="B1"><v>3</v></c></row><row><c t="s"><v>1</v></c><c><v>1</v></c></row>'
            f'<row>{inline("lamps")}</row><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
            f"<row>{inline('boats')}</row>"
        )
    )
    strings = "<si><t>Symbol</t></si><si><t>lamps</t></si>"
    wanted = Wanted(lambda cells: 0 if "Symbol" in cells.values() else None, lambda text: text == "lamps")

    assert rows(tmp_path, sheet, strings, wanted=wanted)[10:] == [
        (11, {1: "3"}),
        (12, {0: "lamps", 1: "1"}),
        (13, {0: "lamps"}),
    ]
    assert len(rows(tmp_path, sheet, strings, wanted=Wanted(lambda _: None, lambda _: False))) == 10


# Bounded


def test_one_cell_at_the_far_corner_takes_no_room(tmp_path: Path) -> None:
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1048577"><c r="ZZZZZZZZ1"><v>1</v></c></row>'
    tracemalloc.start()
    found = rows(tmp_path, f"<row>{inline('Lamp')}</row>{corner}")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found == [(1, {0: "Lamp"}), (2, {}), (3, {})]
    assert most < 1_000_000


def test_a_string_that_many_cells_refer_to_is_held_once(tmp_path: Path) -> None:
    cells = '<row><c t="s"><v>0</v></c></row>' * 20_000
    tracemalloc.start()
    found = rows(tmp_path, cells, f"<si><t>{'Lamp ' * 50_000}</t></si>")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(found) == 20_000
    assert most < 20_000_000


def test_more_cells_than_a_row_can_have(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="over 16,384 cells"):
        rows(tmp_path, "<row>" + "<c><v>1</v></c>" * 17_000 + "</row>")

    assert len(rows(tmp_path, "<row>" + "<c><v>1</v></c>" * 16_000 + "</row>")[0][1]) < 1000


def test_more_rows_than_a_sheet_can_have(tmp_path: Path) -> None:
    file = workbook_package(tmp_path / "x.xlsx", "<row/>" * 1_050_000, compression=zipfile.ZIP_STORED)

    with pytest.raises(DocumentError, match="more than 1,048,576 rows"):
        [list(rows) for rows in workbook_sheets(file, [])]


@pytest.mark.parametrize("kind", ["row", "string"])
def test_a_text_longer_than_any(tmp_path: Path, kind: str) -> None:
    text = "Lamp " * 100_000
    sheet, strings = (f"<row>{inline(text)}</row>", "") if kind == "row" else ("<row/>", f"<si><t>{text}</t></si>")
    file = workbook_package(tmp_path / "x.xlsx", sheet, strings)

    assert "characters" in refused(file)


@pytest.mark.parametrize("text", ["<row><c><v>1</v>", "</row>", "<row><c t=s/></row>", "\0"])
def test_damaged_parts(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocumentError, match="not XML"):
        rows(tmp_path, text)
