"""A record of an export: its keys and columns in any form, and its values."""

import json
from pathlib import Path

import pytest

from kz_upr import Recommendation, State
from kz_upr.documents import read_uhri_export
from kz_upr.documents.export_records import Record, is_code, labels_in
from made_exports import HEADER, record, row, whole, written

from papers import workbook  # isort: skip


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


def test_columns_in_another_order_and_spelling(tmp_path: Path) -> None:
    names = [name.replace("Reccomending", "Recommending").upper() for name in reversed(HEADER)]
    file = workbook(tmp_path / "x.xlsx", names, [list(reversed(row("9.1 Paint it (Peru);")))])

    assert [r.id for r in read_uhri_export(file).recommendations] == ["FJI-3-9.1"]


def test_both_forms_in_one_record(tmp_path: Path) -> None:
    empty = whole("9.1 Paint it (Peru);", UprPosition=None, UprRecommendingStates="")
    same = whole("9.2 Paint it (Peru);", UprPosition="- Supported", UprRecommendingStates="- Peru")
    other = whole("9.3 Paint it (Peru);", UprPosition="Noted")
    reading = read_uhri_export(written(tmp_path / "x.json", [empty, same, other]))

    assert [r.position for r in reading.recommendations] == ["supported", "supported", None]
    assert [warning.code for warning in reading.warnings] == ["two-values"]


def test_both_forms_in_one_workbook(tmp_path: Path) -> None:
    header = [*HEADER, "UPR Positions", "UPR Recommending Country", "UPR Cycle"]
    rows = [
        [
            *row("9.1 Paint it;", **{"UPR Position": "", "UPR Reccomending States": ""}),
            "- Noted",
            "- Togo",
            "Third cycle",
        ],
        [*row("9.2 Paint it;"), "", "", ""],
        [*row("9.3 Paint it;"), "Noted", "", ""],
    ]
    reading = read_uhri_export(workbook(tmp_path / "x.xlsx", header, rows))

    assert [(r.position, [state.iso3 for state in r.states]) for r in reading.recommendations] == [
        ("noted", ["TGO"]),
        ("supported", ["PER"]),
        (None, ["PER"]),
    ]
    assert [warning.code for warning in reading.warnings] == ["two-values"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UprPositions", "UprPositionNames"),
        ("UprPositions", "Position"),
        ("UprPositions", "state_positions"),
        ("UprRecommendingCountry", "RecommendingStates"),
        ("UprRecommendingCountry", "UPR Reccomending State/s"),
    ],
)
def test_other_keys(tmp_path: Path, old: str, new: str) -> None:
    made = {new if key == old else key: value for key, value in whole("9.1 Paint it;").items()}
    reading = read_uhri_export(written(tmp_path / "x.json", [made]))
    [recommendation] = reading.recommendations

    assert (recommendation.position, [state.iso3 for state in recommendation.states]) == ("supported", ["PER"])
    assert reading.warnings == ()


def test_keys_of_codes_are_not_those_of_names(tmp_path: Path) -> None:
    codes = ["277ced3b-743d-465c-ae4a-135b32a7fe85"]
    made = whole("9.1 Paint it;", UprPositionIds=codes, UprRecommendingCountryIds=codes)
    reading = read_uhri_export(written(tmp_path / "x.json", [made]))

    assert (reading.recommendations[0].position, reading.warnings) == ("supported", ())


@pytest.mark.parametrize("depth", [5, 500])
def test_lists_in_lists_are_no_text(tmp_path: Path, depth: int) -> None:
    file = tmp_path / "x.json"
    nested = "[" * depth + "]" * depth
    content = json.dumps([whole("9.1 Paint it (Peru);", Themes="HERE")]).replace('"HERE"', nested)
    file.write_text(content, encoding="utf-8")

    assert [tag.kind for tag in read_uhri_export(file).recommendations[0].tags] == ["SDG"]


@pytest.mark.parametrize(
    ("value", "text", "names"),
    [
        ("Peru&nbsp;", "Peru", ("Peru",)),
        (["Peru"], "Peru", ("Peru",)),
        ([], "", ()),
        (["Peru", "", "<p>Togo</p>"], "Peru; Togo", ("Peru", "Togo")),
        ("- Peru\n- Togo", "- Peru\n- Togo", ("Peru", "Togo")),
        ("- Peru - Togo", "- Peru - Togo", ("Peru", "Togo")),
        ("Guinea-Bissau;Togo", "Guinea-Bissau;Togo", ("Guinea-Bissau", "Togo")),
        ({"id": 3, "Name": "Peru"}, "Peru", ("Peru",)),
        ({"name": "", "value": {"label": "Peru"}}, "Peru", ("Peru",)),
        ({"id": 3}, "", ()),
        ([["Peru"], "Togo"], "Togo", ("Togo",)),
        (None, "", ()),
        (34, "34", ("34",)),
        ([34.5, None], "34.5", ("34.5",)),
    ],
)
def test_the_forms_of_a_value(value: object, text: str, names: tuple[str, ...]) -> None:
    made = Record("record 1", {"states": value})

    assert (made.text("states"), made.names("states"), made.raw("states")) == (text, names, value)
    assert (made.text("lamps"), made.names("lamps"), made.raw("lamps")) == ("", (), None)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("- Lamps - general\n- Boats", ("Lamps - general", "Boats")),
        ("- Lamps - general", ("Lamps - general",)),
        ("- Lamps - Boats", ("Lamps", "Boats")),
        ("- 14 - LIFE\n  16 - PEACE", ("14 - LIFE", "16 - PEACE")),
        ("- 14 - LIFE - 16 - PEACE", ("14 - LIFE", "16 - PEACE")),
        ("14 - LIFE;16 - PEACE; SDG 5; Goal5 - x", ("14 - LIFE", "16 - PEACE", "SDG 5", "Goal5 - x")),
        ("Lamps; boats", ("Lamps; boats",)),
        (" \n ", ()),
    ],
)
def test_labels_in_one_text(text: str, labels: tuple[str, ...]) -> None:
    assert labels_in(text) == labels


@pytest.mark.parametrize(("value", "code"), [("277CED3B-743d-465c-ae4a-135b32a7fe85", True), ("0a", False)])
def test_codes_of_the_index(value: str, code: bool) -> None:
    assert is_code(value) is code
    assert is_code(f"{value}0") is False
