"""Exports of the Universal Human Rights Index: real records, and made-up files with every oddity."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kz_upr import Recommendation, State
from kz_upr.documents import DocumentError, read_uhri_export

from papers import workbook, workbook_package  # isort: skip

#: A record of an export in JSON.
Row = dict[str, Any]

HEADER = (
    "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes", "Affected Persons", "Sdgs",
    "Document Publication Date", "UPR Reccomending States", "UPR Position", "Type", "OHCHR Annotation Id",
    "UPR Session",
    "Regions Concerned", "Recommending Regions", "Date of publication on UHRI",
)  # fmt: skip


def row(text: str, **changes: Any) -> list[Any]:
    values = {
        "Text": text,
        "Countries Concerned": "- Fiji",
        "Reccomending Body": "- UPR",
        "Document Symbol": "A/HRC/99/1",
        "Themes": "- Harbours - general measures\n- Lamps",
        "Affected Persons": "- Sailors",
        "Sdgs": "- 14.2 - Sea\n- 16 - PEACE",
        "Document Publication Date": 43819,
        "UPR Reccomending States": "- Peru",
        "UPR Position": "Supported",
        "Type": "- Recommendations",
        "OHCHR Annotation Id": "0a",
        "UPR Session": "34",
    } | changes
    return [values.get(name, "") for name in HEADER]


def record(text: str, **changes: Any) -> Row:
    return {
        "AnnotationId": "0a",
        "Symbol": "A/HRC/99/1",
        "Text": text,
        "Sdgs": ["14.2 - Sea"],
        "Themes": ["- Harbours"],
        "AffectedPersons": [],
        "Countries": ["Fiji"],
        "Regions": ["Asia"],
        "Body": "UPR",
        "AnnotationType": "Recommendations",
        "UprSession": "34",
        "UprRecommendingStates": "- Peru",
        "UprPosition": "Supported",
    } | changes


def written(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


# Real records


def test_real_records(shared: Path) -> None:
    reading = read_uhri_export(shared / "sources" / "cycle-3" / "uhri_A-HRC-43-10_records.json", symbol="A/HRC/43/10")

    assert [(r.number, [state.iso3 for state in r.states]) for r in reading.recommendations] == [
        ("139.124", ["FRA"]),
        ("139.161", ["ISL"]),
    ]
    assert reading.symbol == "A/HRC/43/10"
    assert all(
        r.positions == () for r in reading.recommendations
    )  # they give codes, whose meaning the file does not tell


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_real_wording_in_every_language(shared: Path, tmp_path: Path, language: str) -> None:
    file = shared / "sources" / "cycle-3" / "uhri_A-HRC-43-10_records.json"
    records = json.loads(file.read_text(encoding="utf-8"))["records"]
    made = [
        record(r[language], Symbol=r["symbol"], Countries=["Kazakhstan"], UprRecommendingStates="") for r in records
    ]
    reading = read_uhri_export(written(tmp_path / "x.json", made))

    assert [(r.id, [state.iso3 for state in r.states]) for r in reading.recommendations] == [
        ("KAZ-3-139.124", ["FRA"]),
        ("KAZ-3-139.161", ["ISL"]),
    ]
    wording = [str(r.official_text) for r in reading.recommendations]
    assert not any("&nbsp;" in text or "139" in text for text in wording)
    assert reading.warnings == ()


# Made up


def test_a_workbook(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "export.xlsx",
        HEADER,
        [row("9.2 Light it (Togo);", **{"UPR Reccomending States": "- Togo"}), row("9.1 Paint&nbsp;it (Peru);")],
    )
    reading = read_uhri_export(file)

    assert [r.id for r in reading.recommendations] == ["FJI-3-9.1", "FJI-3-9.2"]
    assert reading.recommendations[0].official_text == "Paint it (Peru);"
    assert [(tag.kind, tag.code, tag.label) for tag in reading.recommendations[0].tags] == [
        ("theme", None, "Harbours - general measures"),
        ("theme", None, "Lamps"),
        ("affected persons", None, "Sailors"),
        ("SDG", "14.2", "Sea"),
        ("SDG", "16", "PEACE"),
    ]
    assert reading.state is not None
    assert (reading.state.iso3, reading.cycle, reading.session, reading.symbol) == ("FJI", 3, 34, "A/HRC/99/1")
    assert reading.recommendations[0].positions[0].stage == "list"
    assert reading.warnings == ()


@pytest.mark.parametrize("wrapped", [False, True])
def test_json_and_workbook_say_the_same(tmp_path: Path, wrapped: bool) -> None:
    records = [record("9.1 Paint it (Peru);"), record("9.2 Light it (Togo);", UprRecommendingStates="Togo")]
    value = {"note": "lamps", "numbers": [1, 2], "nested": {"a": []}, "records": records} if wrapped else records
    reading = read_uhri_export(written(tmp_path / "x.json", value))

    assert [(r.id, r.official_text, r.position) for r in reading.recommendations] == [
        ("FJI-3-9.1", "Paint it (Peru);", "supported"),
        ("FJI-3-9.2", "Light it (Togo);", "supported"),
    ]


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_one_document_of_many(tmp_path: Path, kind: str) -> None:
    if kind == "json":
        records = [record(f"9.{i} Paint it (Peru);", Symbol=f"A/HRC/99/{i}") for i in range(1, 20)]
        file = written(tmp_path / "x.json", records)
    else:
        rows = [row(f"9.{i} Paint it (Peru);", **{"Document Symbol": f"A/HRC/99/{i}"}) for i in range(1, 20)]
        file = workbook(tmp_path / "x.xlsx", HEADER, rows)

    reading = read_uhri_export(file, symbol="a/hrc/99/7")
    assert [(r.number, reading.symbol) for r in reading.recommendations] == [("9.7", "A/HRC/99/7")]
    assert read_uhri_export(file).symbol is None
    with pytest.raises(DocumentError, match="A/HRC/98/1"):
        read_uhri_export(file, symbol="A/HRC/98/1")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"Text": "Paint it (Peru);"}, "no number"),
        ({"UprPosition": "Concerns/Observations"}, "unrecognised position 'Concerns/Observations'"),
        ({"UprPosition": "277ced3b-743d-465c-ae4a-135b32a7fe85"}, "unrecognised position"),
        ({"Countries": ["Ruritania"]}, "Ruritania"),
        ({"Countries": ["Uzbekistan - Czechia"]}, "several States"),
        ({"UprRecommendingStates": "- Togo"}, "the column TGO"),
        ({"Text": "9.2 Paint it;", "UprRecommendingStates": ""}, "names no State"),
    ],
)
def test_oddities_are_told(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    file = written(tmp_path / "x.json", [record("9.1 Paint it (Peru);"), record("9.2 Light it (Peru);") | changes])

    assert told in " | ".join(map(str, read_uhri_export(file).warnings))


def test_a_name_that_was_cut_in_two_is_whole_again(tmp_path: Path) -> None:
    file = written(
        tmp_path / "x.json", [record("9.1 Paint it;", UprRecommendingStates="- Timor; Leste - Guinea-Bissau")]
    )

    assert [state.iso3 for state in read_uhri_export(file).recommendations[0].states] == ["TLS", "GNB"]


@pytest.mark.parametrize(
    "column", ["Themes", "AffectedPersons", "Sdgs", "Countries", "UprRecommendingStates", "UprPosition", "Symbol"]
)
def test_nan_is_no_value(tmp_path: Path, column: str) -> None:
    def read(value: float | None) -> tuple[tuple[Recommendation, ...], str | None, State | None, int]:
        reading = read_uhri_export(written(tmp_path / "x.json", [record("9.1 Paint it (Peru);", **{column: value})]))
        return reading.recommendations, reading.symbol, reading.state, len(reading.warnings)

    nan, none = read(float("nan")), read(None)

    assert [r.tags for r in nan[0]] == [r.tags for r in none[0]]
    assert [r.clauses for r in nan[0]] == [r.clauses for r in none[0]]
    assert nan[1:] == none[1:]


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


def test_other_mechanisms_and_concerns_are_left_out(tmp_path: Path) -> None:
    records = [
        record("9.1 Paint it (Peru);"),
        record("9.2 Light it (Peru);", Body="- CEDAW", Symbol="CEDAW/C/FJI/CO/1"),
        record("9.3 Widen it (Peru);", AnnotationType="Concerns/Observations"),
    ]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert [r.number for r in reading.recommendations] == ["9.1"]


def test_a_record_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    reading = read_uhri_export(
        written(tmp_path / "x.json", [record("9.1 Paint it (Peru);"), record("9.1 Paint it (Peru);")])
    )

    assert len(reading.recommendations) == 1
    assert any("2 records" in str(warning) for warning in reading.warnings)


@pytest.mark.parametrize(
    "printed",
    [
        "9.21 Paint (Peru)",
        "9-21 Paint (Peru)",
        "9 - 21 Paint (Peru)",
        "\n 9.21. Paint (Peru)",
        "Recommendation No. 4, para. 9: 21 Paint (Peru)",
    ],
)
def test_forms_of_the_number(tmp_path: Path, printed: str) -> None:
    assert read_uhri_export(written(tmp_path / "x.json", [record(printed)])).recommendations[0].number == "9.21"


def test_renamed_columns(tmp_path: Path) -> None:
    header = [name.replace("Text", "Wortlaut").replace("UPR Position", "Haltung") for name in HEADER]
    file = workbook(tmp_path / "x.xlsx", header, [row("9.1 Paint it (Peru);")])

    with pytest.raises(DocumentError, match=r"x\.xlsx: .*no Text and no UPR Position"):
        read_uhri_export(file)


def test_columns_in_another_order_and_spelling(tmp_path: Path) -> None:
    names = [name.replace("Reccomending", "Recommending").upper() for name in reversed(HEADER)]
    file = workbook(tmp_path / "x.xlsx", names, [list(reversed(row("9.1 Paint it (Peru);")))])

    assert [r.id for r in read_uhri_export(file).recommendations] == ["FJI-3-9.1"]
