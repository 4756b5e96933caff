"""Workbooks: their rows as text, from an independent library and part by part, and what is refused."""

import tracemalloc
import zipfile
from pathlib import Path

import pytest

from kz_upr.documents import DocumentError
from kz_upr.documents.containers import workbook_parts as module
from kz_upr.documents.containers.workbook import Wanted, workbook_sheets

from papers import package, workbook, workbook_package  # isort: skip


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
        (f'<c r="A1" t="e"><v>{"#LAMP" * 5}</v></c>', "the error #LAMP#LAMP#LAMP#LAMP"),
        ('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', "two cells for one column"),
        *(
            (f'<c r="A1" t="s"><v>{index}</v></c>', "a text that the file does not contain")
            for index in ("3", "7", "-1", "1000000000", "9" * 5000, "1.0", "lamp")
        ),
    ],
)
def test_cells_without_a_value_that_should_have_one(tmp_path: Path, cells: str, fault: str) -> None:
    sheet = f'<row>{cells}<c r="B1"><v>1</v></c></row>'
    file = workbook_package(tmp_path / "x.xlsx", sheet, "<si><t>a</t></si>" * 3)
    [[row]] = [list(rows) for rows in workbook_sheets(file, [])]

    assert (row.cells, row.faults) == ({1: "1"}, {0: fault})


def test_the_value_of_a_formula(tmp_path: Path) -> None:
    assert rows(tmp_path, '<row><c t="str"><f>A1&amp;B1</f><v>Lamp</v></c></row>') == [(1, {0: "Lamp"})]


def remarks_on(tmp_path: Path, sheet: str, start: str = "", **parts: str) -> list[str]:
    """What is said of a workbook with such a sheet, and ``parts`` such as its strings."""
    sheets = {"xl/worksheets/sheet1.xml": f"<worksheet>{start}{sheet}</worksheet>"}
    remarks: list[str] = []
    for each in workbook_sheets(package(tmp_path / "x.xlsx", sheets | parts), remarks):
        list(each)
    return remarks


def test_fewer_strings_than_the_workbook_counts(tmp_path: Path) -> None:
    strings = {"xl/sharedStrings.xml": '<sst uniqueCount="2"><si><t>a</t></si></sst>'}

    assert remarks_on(tmp_path, "<row/>", **strings) == ["the workbook states 2 texts, but contains 1"]


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


@pytest.mark.parametrize("text", ["<row><c><v>1</v>", "</row>", "<row><c t=s/></row>", "\0"])
def test_damaged_parts(tmp_path: Path, text: str) -> None:
    with pytest.raises(DocumentError, match="not XML"):
        rows(tmp_path, text)


@pytest.mark.parametrize(("cells", "many"), [(16_384, False), (16_385, True)])
def test_as_many_cells_as_a_row_can_have(tmp_path: Path, cells: int, many: bool) -> None:
    """Row by row."""
    sheet = "<row><c/></row><row>" + "<c/>" * cells + "</row>"
    if many:
        with pytest.raises(DocumentError, match="has a row of over 16,384 cells, which no sheet can have"):
            rows(tmp_path, sheet)
    else:
        assert rows(tmp_path, sheet) == [(1, {}), (2, {})]


def test_as_many_rows_as_a_sheet_can_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert module._MOST_ROWS == 2**20
    monkeypatch.setattr(module, "_MOST_ROWS", 3)

    assert len(rows(tmp_path, "<row/>" * 3)) == 3
    with pytest.raises(DocumentError, match="has more than 3 rows, which no sheet can have"):
        rows(tmp_path, "<row/>" * 4)


def test_cells_far_to_the_right(tmp_path: Path) -> None:
    """GR is column 200, the last that is read."""
    sheet = (
        "<row>" + "".join(f'<c r="{column}1"><v>{column}</v></c>' for column in ("GR", "GS", "AAA", "XFD")) + "</row>"
    )

    assert rows(tmp_path, sheet) == [(1, {199: "GR"})]
    assert rows(tmp_path, "<row>" + "<c><v>1</v></c>" * 16_000 + "</row>") == [(1, dict.fromkeys(range(200), "1"))]


@pytest.mark.parametrize(
    ("reference", "column"), [("A1", 0), ("Z1", 25), ("AA10", 26), ("BA1", 52), ("ZZ", None), ("1", 0), ("", 0)]
)
def test_columns(tmp_path: Path, reference: str, column: int | None) -> None:
    expected = {} if column is None else {column: "Lamp"}

    assert rows(tmp_path, f'<row><c r="{reference}" t="str"><v>Lamp</v></c></row>') == [(1, expected)]


@pytest.mark.parametrize(("last", "long"), [(1, False), (2, True)])
def test_the_longest_text(tmp_path: Path, last: int, long: bool) -> None:
    """A row, or a string, has up to 300,000 characters, whatever comes before it."""
    row = f"<row>{inline('a' * 200_000)}{inline('b' * 99_999)}{inline('c' * last)}</row>"
    string = f"<si><r><t>{'a' * 299_999}</t></r><r><t>{'c' * last}</t></r></si>"
    for sheet, strings in (
        (row, ""),
        (f"<row>{inline('a')}</row>" + row, ""),
        ("<row/>", "<si><t>a</t></si>" + string),
    ):
        if long:
            with pytest.raises(DocumentError, match="has a row or string of over 300,000 characters"):
                list(rows(tmp_path, sheet, strings))
        else:
            assert rows(tmp_path, sheet, strings)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([5, 6, 7], ""),
        ([1, None, 3], ""),
        ([1, None, 4], "4 after 2"),
        ([1, 2, 2], "2 after 2"),
        ([1, 3, 2], "3 after 1, 2 after 3"),
        ([1, 999_999_999], "999,999,999 after 1"),
        ([1, 1_000_000_000], ""),  # no number of a row
        ([2, 4, 6, 8, 10, 12], "4 after 2, 6 after 4, 8 after 6, 10 after 8, 12 after 10"),
        ([2, 4, 6, 8, 10, 12, 14], "4 after 2, 6 after 4, 8 after 6, 10 after 8, 12 after 10 and 1 more"),
        ([*range(2, 3000, 2)], "4 after 2, 6 after 4, 8 after 6, 10 after 8, 12 after 10 and 1,493 more"),
    ],
)
def test_rows_that_do_not_follow_each_other(tmp_path: Path, numbers: list[int | None], told: str) -> None:
    sheet = "".join("<row/>" if number is None else f'<row r="{number}"/>' for number in numbers)

    assert remarks_on(tmp_path, sheet) == ([f"rows are not consecutive: {told}"] if told else [])


@pytest.mark.parametrize(
    ("reference", "rows", "last"),
    [
        ("A1:P3", 3, ""), ("A1:P4", 3, "4"), ("A1:P3", 4, ""), ("A1:P9", 0, ""), ("A9", 3, "9"),
        ("A1:P9999999", 3, "9,999,999"), ("A1:P99999999", 3, ""), ("A:P", 3, ""), ("", 3, ""), ("A1:P4:Q9", 3, ""),
    ],
)  # fmt: skip
def test_the_last_row_as_the_sheet_says(tmp_path: Path, reference: str, rows: int, last: str) -> None:
    told = [f"the sheet states rows up to {last}, but ends with row {rows}"] if last else []

    assert remarks_on(tmp_path, "<row/>" * rows, f'<dimension ref="{reference}"/>') == told


@pytest.mark.parametrize(
    ("merged", "told"),
    [
        (["A2:A3"], "A2:A3"), (["A1:A3"], ""), (["A2:D2"], ""), (["A2"], ""), (["A3:A2"], ""), (["lamps:A2"], ""),
        (["A2:A3"] * 5, "A2:A3, A2:A3, A2:A3, A2:A3, A2:A3"), (["A2:A3"] * 6, "A2:A3, A2:A3, A2:A3, A2:A3, A2:A3"),
    ],
)  # fmt: skip
def test_merged_cells(tmp_path: Path, merged: list[str], told: str) -> None:
    """The head of a table may be merged."""
    cells = "".join(f'<mergeCell ref="{reference}"/>' for reference in merged)
    said = f"cells of several rows are merged, so that only the first has a value: {told}"

    assert remarks_on(tmp_path, "<row/>" + cells) == ([said] if told else [])


def test_the_first_rows_and_those_that_are_wanted(tmp_path: Path) -> None:
    """Ten rows may be the head of a table or stand above it; the column is that of the first that is."""
    wanted = Wanted(lambda cells: 1 if "Symbol" in cells.values() else None, lambda text: text == "lamps")
    head = f"<row>{inline('Piers')}{inline('Symbol')}</row>"
    sheet = head + "".join(f"<row>{inline('piers')}{inline(text)}</row>" for text in ["boats"] * 10 + ["lamps"])

    assert [number for number, _ in rows(tmp_path, sheet, wanted=wanted)] == [*range(1, 11), 12]
    assert [number for number, _ in rows(tmp_path, "<row/>" * 9 + sheet, wanted=wanted)] == [*range(1, 11), 21]
    assert [number for number, _ in rows(tmp_path, "<row/>" * 10 + sheet, wanted=wanted)] == [*range(1, 11)]


def test_sheets_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    names = ("sheet10", "sheet9", "sheet1")
    parts = {f"xl/worksheets/{name}.xml": f"<worksheet><row>{inline(name)}</row></worksheet>" for name in names}
    file = package(tmp_path / "x.xlsx", parts | {"xl/worksheets/_rels/sheet1.xml": "<a/>"})

    found = [[row.cells[0] for row in rows] for rows in workbook_sheets(file, [])]
    assert found == [["sheet1"], ["sheet9"], ["sheet10"]]
