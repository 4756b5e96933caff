"""Workbooks: their rows as text, from an independent library and part by part, and what is refused."""

import tracemalloc
import zipfile
from pathlib import Path

import pytest

from kz_upr.documents import DocumentError
from kz_upr.documents.containers.workbook import workbook_rows

from papers import workbook, workbook_package  # isort: skip
from refusals import refused  # isort: skip


def rows(
    tmp_path: Path, sheet: str, strings: str = "", *, containing: str | None = None
) -> list[tuple[int, dict[int, str]]]:
    return list(workbook_rows(workbook_package(tmp_path / "x.xlsx", sheet, strings), containing=containing))


def test_the_rows_of_an_independent_library(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    made = [("a", "Lamps\nBoats", 3), ("b", None, 1.5), ("a", "é & <b>", "")]
    file = workbook(tmp_path / "x.xlsx", ("Text", "Themes", "Number"), made)

    assert list(workbook_rows(file)) == [
        (1, {0: "Text", 1: "Themes", 2: "Number"}),
        (2, {0: "a", 1: "Lamps\nBoats", 2: "3"}),
        (3, {0: "b", 2: "1.5"}),
        (4, {0: "a", 1: "é & <b>"}),
    ]


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


def test_formulas_errors_and_strings_that_are_not_there(tmp_path: Path) -> None:
    sheet = (
        '<row><c t="str"><f>A1&amp;B1</f><v>Lamp</v></c><c t="e"><v>#REF!</v></c><c t="s"><v>7</v></c>'
        f'<c t="s"><v>-1</v></c><c t="s"><v>{"9" * 5000}</v></c></row>'
    )

    assert rows(tmp_path, sheet) == [(1, {0: "Lamp", 1: "#REF!", 2: "", 3: "", 4: ""})]


def test_names_with_a_prefix(tmp_path: Path) -> None:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<x:row xmlns:x="{namespace}"><x:c t="str"><x:v>Lamp</x:v></x:c></x:row>'

    assert rows(tmp_path, sheet) == [(1, {0: "Lamp"})]


def test_rows_that_contain_a_text(tmp_path: Path) -> None:
    sheet = (
        '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c><c><v>1</v></c></row>'
        f'<row>{inline("the A/HRC/ 9/1")}</row><row><c t="s"><v>0</v></c></row><row><c t="s"><v>2</v></c></row>'
    )
    strings = "<si><t>Symbol</t></si><si><t>A/HRC/9/1</t></si><si><t>a/hrc_x002F_9/1</t></si>"

    assert rows(tmp_path, sheet, strings, containing="a/hrc/9/1") == [
        (1, {0: "Symbol"}),
        (2, {0: "A/HRC/9/1", 1: "1"}),
        (3, {0: "the A/HRC/ 9/1"}),
        (5, {0: "a/hrc/9/1"}),
    ]


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
        list(workbook_rows(file))


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
