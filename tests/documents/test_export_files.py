"""The records in a file: JSON and workbooks in any form, and files that are not whole."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kz_upr import ReadingWarning
from kz_upr.documents import DocumentError, read_uhri_export
from kz_upr.documents.export_files import export_records
from kz_upr.documents.export_records import Record
from made_exports import HEADER, codes, lamps, paint, row, written

from papers import workbook, workbook_package  # isort: skip


def test_the_escapes_of_a_workbook(tmp_path: Path) -> None:
    changes = {
        "UPR Position": "Noted_x000D_",
        "Themes": "- Harbours_x000D_\n- Lamps",
        "Countries Concerned": "_x002D_ Fiji",
    }
    made = row("9.1 Paint it_x000D_ (Peru);", **changes)
    reading = read_uhri_export(workbook_of_strings(tmp_path / "x.xlsx", HEADER, made))

    assert [(r.number, r.official_text, r.position) for r in reading.recommendations] == [
        ("9.1", "Paint it (Peru);", "noted")
    ]
    assert [tag.label for tag in reading.recommendations[0].tags if tag.kind == "theme"] == ["Harbours", "Lamps"]
    assert reading.state is not None
    assert reading.state.iso3 == "FJI"


def workbook_of_strings(path: Path, *rows: Iterable[object]) -> Path:
    """A workbook whose cells have such texts as they stand, escapes among them."""
    cells = ("".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts) for texts in rows)
    return workbook_package(path, "".join(f"<row>{row}</row>" for row in cells))


def test_renamed_columns(tmp_path: Path) -> None:
    header = [name.replace("Text", "Wortlaut").replace("UPR Position", "Haltung") for name in HEADER]
    file = workbook(tmp_path / "x.xlsx", header, [row("9.1 Paint it (Peru);")])

    with pytest.raises(DocumentError, match=r"x\.xlsx: .*no Text and no UPR Position"):
        read_uhri_export(file)


def test_a_key_that_a_record_has_twice(tmp_path: Path) -> None:
    texts = [json.dumps(record) for record in paint(4)]
    texts[1] = texts[1].replace('"UprPositions"', '"UprPositions": ["Noted"], "UprPositions"')
    texts[2] = texts[2].replace('"Countries"', '"Countries": ["Fiji"], "Countries"')
    file = tmp_path / "x.json"
    file.write_text(f"[{', '.join(texts)}]", encoding="utf-8")
    reading = read_uhri_export(file)

    assert [r.position for r in reading.recommendations] == ["supported", None, "supported", "supported"]
    assert [(warning.code, warning.place) for warning in reading.warnings] == [
        ("doubled-key", "record 2"),
        ("two-values", "record 2"),
        ("doubled-key", "record 3"),
    ]


@pytest.mark.parametrize("rest", ["x", "[]", "{}", "\0", ", 1", "]"])
def test_a_file_that_goes_on_after_its_end(tmp_path: Path, rest: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps(paint(2)) + "\n" + rest, encoding="utf-8")

    with pytest.raises(DocumentError, match="after its end"):
        read_uhri_export(file)


@pytest.mark.parametrize("separator", [" ", ",,", ";", "\n\n"])
def test_records_that_no_comma_parts(tmp_path: Path, separator: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(f"[{separator.join(map(json.dumps, paint(2)))}]", encoding="utf-8")

    with pytest.raises(DocumentError, match=r"damaged JSON .*expected"):
        read_uhri_export(file)


def test_several_lists_of_records(tmp_path: Path) -> None:
    both = written(tmp_path / "x.json", {"records": paint(4)[:2], "more": {"records": paint(4)[2:]}})
    themes = written(tmp_path / "y.json", {"themes": [{"Name": "Lamps"}], "records": paint(4)})

    assert [r.number for r in read_uhri_export(both).recommendations] == ["9.1", "9.2", "9.3", "9.4"]
    assert codes(both) == ["several-lists"]
    assert [r.number for r in read_uhri_export(themes).recommendations] == ["9.1", "9.2", "9.3", "9.4"]
    assert codes(themes) == ["other-list"]


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("UPR Position", "=A1", ["unread-cell"]),
        ("UPR Position", "#N/A", ["unread-cell"]),
        ("UPR Position", None, ["no-position"]),
        ("Text", None, ["no-number", "gap"]),
        ("Document Symbol", None, ["no-symbol", "gap"]),
        ("Countries Concerned", None, ["no-country", "several-reviews"]),
    ],
)
def test_a_cell_without_its_value(tmp_path: Path, column: str, value: object, expected: list[str]) -> None:
    rows = lamps(6)
    rows[2][HEADER.index(column)] = value
    file = workbook(tmp_path / "x.xlsx", HEADER, rows)

    assert codes(file) == expected
    assert set(codes(file, symbol="A/HRC/99/1")) == set(expected)


@pytest.mark.parametrize("column", range(9))
@pytest.mark.parametrize("symbol", [None, "A/HRC/99/1"])
def test_cells_that_have_moved(tmp_path: Path, column: int, symbol: str | None) -> None:
    shorter, longer = lamps(6), lamps(6)
    del shorter[5][column]
    longer[5].insert(column, None)

    assert codes(workbook(tmp_path / "x.xlsx", HEADER, shorter), symbol=symbol) != []
    assert codes(workbook(tmp_path / "y.xlsx", HEADER, longer), symbol=symbol) != []


def test_a_head_below_a_title_and_sheets_without_one(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["How to read this file"])
    for start in (1, 4):
        sheet = book.create_sheet()
        for cells in (["Export of the Index"], list(HEADER), *lamps(6)[start - 1 : start + 2]):
            sheet.append(cells)
    book.save(tmp_path / "x.xlsx")
    for symbol in (None, "A/HRC/99/1"):
        reading = read_uhri_export(tmp_path / "x.xlsx", symbol=symbol)

        assert [r.number for r in reading.recommendations] == [f"9.{i}" for i in range(1, 7)]
        assert [warning.code for warning in reading.warnings] == ["other-sheet"]


def test_two_columns_with_one_head(tmp_path: Path) -> None:
    rows = [[*cells, "Noted"] for cells in lamps(2)]
    reading = read_uhri_export(workbook(tmp_path / "x.xlsx", [*HEADER, "UPR Position"], rows))

    assert [r.position for r in reading.recommendations] == [None, None]
    assert {"doubled-column", "two-values"} <= {warning.code for warning in reading.warnings}


def test_merged_cells_are_told(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    book = openpyxl.load_workbook(workbook(tmp_path / "x.xlsx", HEADER, lamps(4)))
    book.active.merge_cells("D3:D4")
    book.save(tmp_path / "x.xlsx")

    assert set(codes(tmp_path / "x.xlsx")) >= {"broken-sheet", "no-symbol"}


def read(file: Path, symbol: str | None = None) -> tuple[list[Record], list[str]]:
    """The records of an export, and the warnings of the file as a whole."""
    warnings: list[ReadingWarning] = []
    records = list(export_records(file, symbol, warnings))
    return records, list(map(str, warnings))


def told(records: Iterable[Record]) -> list[str]:
    return [str(warning) for record in records for warning in record.warnings]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7", "is a PDF, not an export of the Index"),
        (b"", "is an unrecognized file, not an export of the Index"),
        (b"Text,Symbol", "is an unrecognized file, not an export of the Index"),
        (b'[{"Text": "9.1 Paint it"}]', "is not an export of the Index: it has no Document Symbol"),
        (b'[{"Symbol": "A/HRC/99/1"}]', "is not an export of the Index: it has no Text"),
        (b'{"a": [{"b": 1}], "c": [{"Text": ""}]}', "it has no Text and no Document Symbol"),
    ],
)
def test_what_is_no_export(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)

    with pytest.raises(DocumentError, match=message):
        read(file)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b"\r\n\t  ", b" " * 1000])
def test_what_may_come_before_the_records(tmp_path: Path, start: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(start + json.dumps(paint(2)).encode())

    assert [each.place for each in read(file)[0]] == ["record 1", "record 2"]


def test_an_empty_list_has_no_records(tmp_path: Path) -> None:
    assert read(written(tmp_path / "x.json", [])) == ([], [])


def test_lists_of_one_file(tmp_path: Path) -> None:
    lists = {"a": [{"Name": "Lamps"}], "b": paint(2), "c": [{"Text": "Lamps"}], "d": paint(1)}
    records, warnings = read(written(tmp_path / "x.json", lists))

    assert [each.place for each in records] == ["record 1", "record 2", "record 3"]
    assert warnings == [
        "2 of the file's lists have no Text and Document Symbol; they are not read",
        "the file has 2 lists of records; all are read",
    ]


@pytest.mark.parametrize(
    ("members", "values", "warnings"),
    [
        ('"Themes": "a", "Themes": "b"', {"themes": None}, ["two-values", "doubled-key"]),
        ('"Themes": "a", "Themes": ["a"]', {"themes": "a"}, ["doubled-key"]),
        ('"Themes": "", "Themes": "b"', {"themes": "b"}, ["doubled-key"]),
        ('"Session": "a"', {"session": None}, []),
        ('"UprSession": "", "UPR Sessions": "34"', {"session": "34"}, []),
        ('"UprSession": "34", "UPR Sessions": ""', {"session": "34"}, []),
        ('"UprSession": "34", "UPR Sessions": "33"', {"session": None}, ["two-values"]),
        ('"Countries": "Peru; Togo", "Countries Concerned": ["Togo", "Peru"]', {"countries": "Peru; Togo"}, []),
    ],
)
def test_keys_that_mean_the_same(
    tmp_path: Path, members: str, values: dict[str, str | None], warnings: list[str]
) -> None:
    file = tmp_path / "x.json"
    file.write_text(f'[{{"Text": "9.1", "Symbol": "A/HRC/99/1", {members}}}]', encoding="utf-8")
    [found], _ = read(file)

    assert {name: found.raw(name) for name in values} == values
    assert sorted(warning.code for warning in found.warnings) == sorted(warnings)
    assert found.untold == ({name for name in values if values[name] is None} if "two-values" in warnings else set())


def test_a_long_key_that_a_record_has_twice(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(f'[{{"Text": "9.1", "Symbol": "A", "{"k" * 50}": 1, "{"k" * 50}": 1}}]', encoding="utf-8")

    assert told(read(file)[0]) == [f"record 1: duplicate key {'k' * 40!r} (2 times)"]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"en": "Paint it", "fr": "Peindre"}, "Paint it"),
        ({"zh": "粉刷", "fr": "Peindre"}, "Peindre"),
        ({"en": "", "zh": "粉刷"}, "粉刷"),
        ({"en": "Paint it", "Text": "Light it"}, "Light it"),
    ],
)
def test_a_text_under_the_name_of_its_language(tmp_path: Path, values: dict[str, str], text: str) -> None:
    [found], _ = read(written(tmp_path / "x.json", [{"Symbol": "A/HRC/99/1", **values}]))

    assert found.text("text") == text


# Rows


@pytest.mark.parametrize(("above", "found"), [(0, True), (9, True), (10, False)])
@pytest.mark.parametrize("symbol", [None, "A/HRC/99/1"])
def test_the_head_is_one_of_the_first_ten_rows(tmp_path: Path, above: int, found: bool, symbol: str | None) -> None:
    rows: list[list[Any]] = [*([["Text"]] * above), [*HEADER], *lamps(2)]
    file = workbook(tmp_path / "x.xlsx", rows[0], rows[1:])
    if not found:
        with pytest.raises(DocumentError, match="it has no Document Symbol and no UPR Position"):
            read(file, symbol)
    else:
        records, warnings = read(file, symbol)
        assert ([each.place for each in records], warnings) == ([f"row {above + 2}", f"row {above + 3}"], [])


def test_the_places_of_rows_and_what_is_beside_the_columns(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Key"])
    for rows in (lamps(2), [lamps(1)[0], [*lamps(2)[1], "a", "", "b"]]):
        sheet = book.create_sheet()
        for cells in (HEADER, *rows):
            sheet.append(list(cells))
    book.create_sheet()
    book.save(tmp_path / "x.xlsx")
    records, warnings = read(tmp_path / "x.xlsx")

    assert [each.place for each in records] == [
        "row 2", "row 3", "row 2 of sheet 2", "row 3 of sheet 2",
    ]  # fmt: skip
    assert told(records) == ["row 3 of sheet 2: it has 2 cells beyond the last column of the header row"]
    assert warnings == ["1 of the sheets have no header row; they are not read"]


def test_columns_that_have_the_same_head(tmp_path: Path) -> None:
    """Columns without a meaning may have any head."""
    header = [*HEADER, "UPR Position ", "Themes", "themes", "Lamps", "Lamps"]
    records, warnings = read(workbook(tmp_path / "x.xlsx", header, [[*cells, "Noted"] for cells in lamps(1)]))

    assert warnings == ["several columns have the heading 'themes' and 'upr position'"]
    assert told(records) == ["row 2: two values under the keys for its position; neither is used"]


@pytest.mark.parametrize(
    ("symbol", "other", "message"),
    [
        ("", "A/HRC/99/1", "row 2: the symbol of its document is in another column; its cells may have moved"),
        ("Lamps", "- A/HRC/99/1.", "row 2: the symbol of its document is in another column; its cells may have moved"),
        ("A/HRC/99/1", "A/HRC/99/2", None),
        ("", "Paint it, as in A/HRC/99/1", None),
        ("", "", None),
    ],
)
def test_a_symbol_in_another_column(tmp_path: Path, symbol: str, other: str, message: str | None) -> None:
    rows = [row("9.1 Paint it (Peru);", **{"Document Symbol": symbol, "Regions Concerned": other})]

    assert told(read(workbook(tmp_path / "x.xlsx", HEADER, rows))[0]) == ([message] if message else [])


def test_the_rows_of_one_document(tmp_path: Path) -> None:
    symbols = ["A/HRC/99/1", "a / hrc / 99 / 1", "A/HRC/98/1", "", "Lamps"]
    rows = [row("9.1 Paint it (Peru);", **{"Document Symbol": symbol}) for symbol in symbols]
    records, _ = read(workbook(tmp_path / "x.xlsx", HEADER, [*([rows[2]] * 9), *rows]), "A/HRC/99/1")

    assert [each.text("symbol") for each in records] == ["A/HRC/98/1"] * 9 + [symbols[0], symbols[1], "", "Lamps"]
