"""Exports of the Universal Human Rights Index: real records, and made-up files with every oddity."""

import json
import pickle
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kz_upr import Recommendation, State
from kz_upr.documents import DocumentError, iter_uhri_export, read_uhri_export

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


def whole(text: str, **changes: Any) -> Row:
    """A record as the export of the whole Index has it."""
    renamed = {
        "UprSession": ["34"],
        "UprCycle": "Third cycle",
        "UprPositions": ["Supported"],
        "UprRecommendingCountry": ["Peru"],
        "UprRecommendingRegions": [],
    }
    left_out = ("UprPosition", "UprRecommendingStates")
    return {key: value for key, value in record(text).items() if key not in left_out} | renamed | changes


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


# The export of the whole Index


@pytest.mark.parametrize(
    ("positions", "position"),
    [
        (["Supported"], "supported"),
        (["- Noted"], "noted"),
        (["Supported", "Noted"], "partly supported"),
        (["Noted", "Supported"], "partly supported"),
        (["Noted", "Partially supported"], "partly supported"),
        (["Supported", "Supported"], "supported"),
        ("- Supported\n- Noted", "partly supported"),
        ("Supported, Noted", "partly supported"),
        (["Not supported"], "noted"),
        ([{"Name": "Noted"}], "noted"),
    ],
)
def test_lists_of_positions(tmp_path: Path, positions: object, position: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", UprPositions=positions)]))

    assert (reading.recommendations[0].position, reading.warnings) == (position, ())


@pytest.mark.parametrize("positions", [["Supported", "Lamps"], ["Supported", "Pending"], ["Concerns/Observations"]])
def test_positions_that_make_no_answer_are_told(tmp_path: Path, positions: object) -> None:
    records = [whole("9.1 Paint it (Peru);"), whole("9.2 Light it (Peru);", UprPositions=positions)]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert reading.recommendations[1].positions == ()
    assert [warning.code for warning in reading.warnings] == ["unknown-position"]


@pytest.mark.parametrize("states", [["Togo", "Peru"], ["- Togo - Peru"], "- Togo\n- Peru", ["Togo; Peru"]])
def test_lists_of_states(tmp_path: Path, states: object) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it;", UprRecommendingCountry=states)]))

    assert [state.iso3 for state in reading.recommendations[0].states] == ["TGO", "PER"]
    assert reading.warnings == ()


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


@pytest.mark.parametrize("changes", [{"UprPositions": []}, {"UprPositions": None}, {"UprPositions": ["Lamps"]}])
def test_a_file_without_any_position_is_told(tmp_path: Path, changes: Row) -> None:
    file = written(tmp_path / "x.json", [whole(f"9.{i} Paint it (Peru);", **changes) for i in (1, 2)])

    assert read_uhri_export(file).warnings[-1].code == "no-position"
    assert [reading.warnings[-1].code for reading in iter_uhri_export(file) if not reading.recommendations] == [
        "no-position"
    ]


@pytest.mark.parametrize(
    ("session", "cycle", "expected"),
    [
        (["34"], "Third cycle", (34, 3)),
        (["2019 - Session 34"], None, (34, 3)),
        ("2019, thirty-fourth session", None, (34, 3)),
        ("34th session (4-15 November 2019)", None, (34, 3)),
        (34.0, None, (34, 3)),
        ([], "Third cycle", (None, 3)),
        (None, "2nd cycle (2012-2016)", (None, 2)),
        (None, ["Cycle IV"], (None, 4)),
        (None, 3, (None, 3)),
    ],
)
def test_session_and_cycle(tmp_path: Path, session: object, cycle: object, expected: tuple[int | None, int]) -> None:
    made = whole("9.1 Paint it (Peru);", UprSession=session, UprCycle=cycle)
    reading = read_uhri_export(written(tmp_path / "x.json", [made]))

    assert (reading.session, reading.cycle) == expected
    assert [r.id for r in reading.recommendations] == [f"FJI-{expected[1]}-9.1"]
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"UprSession": ["34", "35"]}, "unknown-session"),
        ({"UprSession": "lamps"}, "unknown-session"),
        ({"UprCycle": "lamps"}, "unknown-cycle"),
        ({"UprCycle": "Second cycle"}, "other-cycle"),
    ],
)
def test_sessions_and_cycles_that_cannot_be_read(tmp_path: Path, changes: Row, code: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", **changes)]))

    assert [warning.code for warning in reading.warnings] == [code]
    assert reading.cycle == 3


def test_what_the_caller_says_fills_what_the_records_lack(tmp_path: Path) -> None:
    bare: Row = {"Countries": [], "UprSession": [], "UprCycle": None}
    records = [whole("9.1 Paint it (Peru);", **bare), whole("9.2 Light it (Peru);", Countries=["Egypt"])]
    reading = read_uhri_export(written(tmp_path / "x.json", records), state="Fiji", session=34)

    assert [r.id for r in reading.recommendations] == ["FJI-3-9.1", "EGY-3-9.2"]
    assert [warning.code for warning in reading.warnings] == ["other-review", "several-reviews"]


def test_the_ids_of_the_records_are_kept(tmp_path: Path) -> None:
    ids = ("00aa", "00bb", "00cc")
    texts = ("9.1 Paint it (Peru);", "9.2 Light it (Peru);", "9.1 Paint it (Peru);")
    records = [whole(text, AnnotationId=id) for text, id in zip(texts, ids, strict=True)]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert dict(reading.annotations) == {"FJI-3-9.1": ("00aa", "00cc"), "FJI-3-9.2": ("00bb",)}
    assert isinstance(hash(reading), int)
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301


@pytest.mark.parametrize("between", [" ", "\n", "", " and "])
def test_two_recommendations_in_one_record(tmp_path: Path, between: str) -> None:
    text = f"9.1 Paint it (Peru);{between}9.2 Light it (Togo);"
    made = whole(text, UprRecommendingCountry=["Peru", "Togo"])
    reading = read_uhri_export(written(tmp_path / "x.json", [made]))

    assert [(r.number, r.official_text, [state.iso3 for state in r.states]) for r in reading.recommendations] == [
        ("9.1", "Paint it (Peru);", ["PER"]),
        ("9.2", "Light it (Togo);", ["TGO"]),
    ]
    assert reading.warnings == ()


def test_what_two_recommendations_in_one_record_share_is_not_guessed(tmp_path: Path) -> None:
    made = whole("9.1 Paint it; 9.2 Light it;", UprPositions=["Supported", "Noted"], UprRecommendingCountry=["Peru"])
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.3 Widen it (Peru);"), made]))

    assert [(r.number, r.states, r.positions) for r in reading.recommendations[:2]] == [
        ("9.1", (), ()),
        ("9.2", (), ()),
    ]
    assert [warning.code for warning in reading.warnings] == ["no-state", "no-state", "shared-position"]


@pytest.mark.parametrize(
    ("printed", "wording"),
    [
        ("Keep &lt;5 boats and &gt;3 lamps (Peru);", "Keep <5 boats and >3 lamps (Peru);"),
        ("Keep <5 boats and >3 lamps (Peru);", "Keep <5 boats and >3 lamps (Peru);"),
        ("<p class='a'>Paint&nbsp;it<br/>(Peru);</p>", "Paint it (Peru);"),
        ("Paint it &amp;amp; light it (Peru);", "Paint it & light it (Peru);"),
    ],
)
def test_only_tags_are_markup(tmp_path: Path, printed: str, wording: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole(f"9.1 {printed}")]))

    assert reading.recommendations[0].official_text == wording


def test_goals_among_the_themes_of_an_export(tmp_path: Path) -> None:
    made = whole("9.1 Paint it (Peru);", Themes=["SDG 16 - peace", "Lamps"], Sdgs=[])
    [recommendation] = read_uhri_export(written(tmp_path / "x.json", [made])).recommendations

    assert [(tag.kind, tag.code, tag.label) for tag in recommendation.tags] == [
        ("SDG", "16", "peace"),
        ("theme", None, "Lamps"),
    ]


# Record by record


def test_the_records_one_by_one(tmp_path: Path) -> None:
    records = [
        whole("9.2 Paint it (Peru);", AnnotationId="00aa"),
        whole("Light it (Peru);"),
        whole("9.1 Widen it (Ruritania);", Symbol="A/HRC/99/2"),
    ]
    file = written(tmp_path / "x.json", records)
    found = list(iter_uhri_export(file))

    assert [reading.numbers for reading in found] == [("9.2",), (), ("9.1",)]
    assert [reading.symbol for reading in found] == ["A/HRC/99/1", "A/HRC/99/1", "A/HRC/99/2"]
    assert [len(reading.warnings) > 0 for reading in found] == [False, True, False]
    assert dict(found[0].annotations) == {"FJI-3-9.2": ("00aa",)}
    assert sorted(r.id for reading in found for r in reading.recommendations) == sorted(
        r.id for r in read_uhri_export(file).recommendations
    )
    assert [reading.numbers for reading in iter_uhri_export(file, symbol="A/HRC/99/2")] == [("9.1",)]


def test_what_can_be_read_before_the_damage_is_given_first(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(f"[{json.dumps(whole('9.1 Paint it (Peru);'))}, {{", encoding="utf-8")
    found = iter_uhri_export(file)

    assert next(found).numbers == ("9.1",)
    with pytest.raises(DocumentError, match="cut off"):
        next(found)
    with pytest.raises(DocumentError, match="cannot be opened"):
        iter_uhri_export(tmp_path / "none.json")


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        file = written(tmp_path / "x.json", [whole(f"9.{i + 1} Paint it (Peru);") for i in range(count)])
        tracemalloc.start()
        assert sum(len(reading.recommendations) for reading in iter_uhri_export(file)) == count
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(5)  # what is read once and kept
    assert peak(1600) < peak(500) + 300_000


# What is wrong with a file or a record


def paint(count: int, **changes: Any) -> list[Row]:
    """A report whose records have the numbers from 9.1 on."""
    return [
        whole(f"9.{i} Paint boat {i} (Peru);", **{"AnnotationId": f"{i:04}", "Symbol": "A/HRC/43/21"} | changes)
        for i in range(1, count + 1)
    ]


def codes(file: Path, **told: Any) -> list[str]:
    return [warning.code for warning in read_uhri_export(file, **told).warnings]


@pytest.mark.parametrize("lost", range(9))
def test_a_record_that_is_lost(tmp_path: Path, lost: int) -> None:
    records = paint(10)
    del records[lost]
    file = written(tmp_path / "x.json", records)
    [warning] = read_uhri_export(file).warnings

    assert (warning.kind, warning.code, str(warning)) == (
        "inconsistency",
        "gap",
        f"A/HRC/43/21: no record has 9.{lost + 1}",
    )
    assert list(iter_uhri_export(file))[-1].warnings == (warning,)


def test_many_records_that_are_lost_are_one_warning(tmp_path: Path) -> None:
    records = [record for i, record in enumerate(paint(60), 1) if i % 3 and i not in (10, 11)]
    [warning] = read_uhri_export(written(tmp_path / "x.json", records)).warnings

    assert str(warning) == (
        "A/HRC/43/21: no record has 9.3, 9.6, 9.9 to 9.12, 9.15, 9.18, 9.21, 9.24, 9.27 and 10 others"
    )


@pytest.mark.parametrize("numbers", [(7,), (3, 9), (20, 30, 35, 50)])
def test_the_records_of_a_search_are_no_list_with_gaps(tmp_path: Path, numbers: tuple[int, ...]) -> None:
    records = [record for i, record in enumerate(paint(60), 1) if i in numbers]

    assert codes(written(tmp_path / "x.json", records)) == []


@pytest.mark.parametrize(
    ("place", "changes", "expected"),
    [
        (4, {"Text": "9.7 Paint boat 5 (Peru);"}, ["repeated-number", "gap"]),
        (9, {"Text": "19.10 Paint boat 10 (Peru);"}, ["gap"]),
        (4, {"UprPositions": []}, ["no-position"]),
        (4, {"UprPositions": None}, ["no-position"]),
        (4, {"UprPositions": ""}, ["no-position"]),
        (4, {"Countries": []}, ["no-country", "several-reviews"]),
        (4, {"Countries": ["Peru"]}, ["several-reviews"]),
        (4, {"UprSession": ["33"]}, ["several-reviews"]),
        (4, {"UprSession": ["24"], "UprCycle": "Second cycle"}, ["other-cycle", "several-reviews"]),
        (4, {"UprSession": []}, ["several-reviews"]),
        (4, {"Symbol": ""}, ["no-symbol", "gap"]),
        (4, {"Symbol": "A/HRC/43/12"}, ["gap"]),
        (4, {"Body": "UPS"}, ["other-body", "gap"]),
        (4, {"Body": "", "Symbol": ""}, ["no-symbol", "gap"]),
        (4, {"Text": ""}, ["no-number", "gap"]),
        (4, {"UprRecommendingCountry": ["Togo"]}, ["other-states"]),
    ],
)
def test_a_value_that_is_lost_or_altered(tmp_path: Path, place: int, changes: Row, expected: list[str]) -> None:
    records = paint(10)
    records[place] |= changes

    assert codes(written(tmp_path / "x.json", records)) == expected


@pytest.mark.parametrize("key", ["Text", "Symbol", "Countries", "UprPositions"])
def test_a_key_that_one_record_lacks(tmp_path: Path, key: str) -> None:
    records = paint(10)
    del records[4][key]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert reading.warnings != ()
    assert reading.warnings[0].place in ("record 5", "0005, 9.5")


@pytest.mark.parametrize("key", ["AnnotationId", "Themes", "AffectedPersons", "Sdgs"])
@pytest.mark.parametrize("how", ["removed", None])
def test_what_a_few_records_lack(tmp_path: Path, key: str, how: str) -> None:
    records = paint(20)
    for record in records[4:6]:
        record[key] = None
        if how == "removed":
            del record[key]
    [warning] = read_uhri_export(written(tmp_path / "x.json", records)).warnings

    assert (warning.code, warning.place) == ("lost-value", "record 5")
    assert "record 5, record 6: no " in str(warning)


@pytest.mark.parametrize(("key", "expected"), [("AnnotationId", 1), ("Themes", 1), ("Sdgs", 0)])
def test_a_few_empty_lists(tmp_path: Path, key: str, expected: int) -> None:
    records = paint(20)
    records[4][key] = [] if key != "AnnotationId" else ""

    assert codes(written(tmp_path / "x.json", records)) == ["lost-value"] * expected


def test_what_many_records_lack_is_no_loss(tmp_path: Path) -> None:
    records = [record | {"Themes" if i % 3 else "Sdgs": None} for i, record in enumerate(paint(20))]

    assert codes(written(tmp_path / "x.json", records)) == []


@pytest.mark.parametrize(("key", "code"), [("Countries", "no-country"), ("Symbol", "no-symbol")])
def test_what_no_record_has_is_told_once(tmp_path: Path, key: str, code: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", paint(10, **{key: ""})))

    assert [(warning.code, warning.place) for warning in reading.warnings] == [(code, "the file")]


def test_the_last_record_of_a_report_with_another_symbol(tmp_path: Path) -> None:
    records = paint(12)
    records[11]["Symbol"] = "A/HRC/43/12"

    assert codes(written(tmp_path / "x.json", records)) == ["several-reports"]


def test_the_symbol_tells_the_cycle_if_nothing_else_does(tmp_path: Path) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", paint(2, UprSession=[], UprCycle=None)))

    assert ([r.id for r in reading.recommendations], reading.warnings) == (["FJI-3-9.1", "FJI-3-9.2"], ())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "which say the same"),
        ({"UprPositions": ["Noted"]}, "they differ in their position"),
        ({"Text": "9.2 Light it (Peru);"}, "they differ in their wording"),
        ({"Text": "9.2 Light it (Peru, Togo);", "UprRecommendingCountry": ["Peru", "Togo"]}, "wording and States"),
    ],
)
def test_two_records_with_the_same_number(tmp_path: Path, changes: Row, said: str) -> None:
    records = paint(3)
    file = written(tmp_path / "x.json", [*records, records[1] | {"AnnotationId": "0099"} | changes])
    reading = read_uhri_export(file)
    [warning] = reading.warnings

    assert reading.recommendations[1].official_text == "Paint boat 2 (Peru);"
    assert str(warning).startswith("FJI-3-9.2: 2 records (record 0002, record 0099)")
    assert said in str(warning)
    assert [each.code for each in list(iter_uhri_export(file))[-1].warnings] == ["repeated-number"]


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


def test_a_number_in_the_middle_of_a_text_is_no_old_number(tmp_path: Path) -> None:
    made = whole("9.1 Carry out recommendation No. 4, para. 9: 21 of the Keeper (Peru);")
    [recommendation] = read_uhri_export(written(tmp_path / "x.json", [made])).recommendations

    assert recommendation.official_text == "Carry out recommendation No. 4, para. 9: 21 of the Keeper (Peru);"


# Workbooks that are not whole


def sheet_of(path: Path, rows: list[list[Any]], header: Iterable[str] = HEADER) -> Path:
    return workbook(path, header, rows)


def lamps(count: int) -> list[list[Any]]:
    return [row(f"9.{i} Light lamp {i} (Peru);", **{"OHCHR Annotation Id": f"{i:04}"}) for i in range(1, count + 1)]


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
    file = sheet_of(tmp_path / "x.xlsx", rows)

    assert codes(file) == expected
    assert set(codes(file, symbol="A/HRC/99/1")) == set(expected)


@pytest.mark.parametrize("column", range(9))
@pytest.mark.parametrize("symbol", [None, "A/HRC/99/1"])
def test_cells_that_have_moved(tmp_path: Path, column: int, symbol: str | None) -> None:
    shorter, longer = lamps(6), lamps(6)
    del shorter[5][column]
    longer[5].insert(column, None)

    assert codes(sheet_of(tmp_path / "x.xlsx", shorter), symbol=symbol) != []
    assert codes(sheet_of(tmp_path / "y.xlsx", longer), symbol=symbol) != []


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
    reading = read_uhri_export(sheet_of(tmp_path / "x.xlsx", rows, [*HEADER, "UPR Position"]))

    assert [r.position for r in reading.recommendations] == [None, None]
    assert {"doubled-column", "two-values"} <= {warning.code for warning in reading.warnings}


def test_merged_cells_are_told(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="makes workbooks with openpyxl")
    book = openpyxl.load_workbook(sheet_of(tmp_path / "x.xlsx", lamps(4)))
    book.active.merge_cells("D3:D4")
    book.save(tmp_path / "x.xlsx")

    assert set(codes(tmp_path / "x.xlsx")) >= {"broken-sheet", "no-symbol"}


# Other forms of the same


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ("Peru, Togo", "PER TGO"),
        (["Peru and Togo"], "PER TGO"),
        ("Peru / Togo", "PER TGO"),
        ("Iran (Islamic Republic of), Bolivia, Plurinational State of, Peru", "IRN BOL PER"),
        ("Antigua and Barbuda, Trinidad and Tobago", "ATG TTO"),
        ("Korea, Republic of", "KOR"),
        ("Micronesia, Federated States of; Peru", "FSM PER"),
        (["PER", "TGO"], "PER TGO"),
        ([{"Name": "Peru"}, {"Value": "Togo"}], "PER TGO"),
        ("秘鲁", "PER"),
    ],
)
def test_states_in_one_text(tmp_path: Path, states: object, expected: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it;", UprRecommendingCountry=states)]))

    assert " ".join(state.iso3 for state in reading.recommendations[0].states) == expected
    assert reading.warnings == ()


@pytest.mark.parametrize("states", ["Congo, Dem. Rep.", "Peru, Ruritania", "XXX"])
def test_a_list_with_a_name_that_is_none_gives_no_state(tmp_path: Path, states: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it;", UprRecommendingCountry=states)]))

    assert reading.recommendations[0].states == ()
    assert "unknown-name" in [warning.code for warning in reading.warnings]


@pytest.mark.parametrize(
    ("printed", "position"),
    [
        ("Acceptée", "supported"),
        (["Prend note"], "noted"),
        ("- Apoyada\n- Se tomó nota", "partly supported"),
        ("Поддержано", "supported"),
        ("Принято к сведению", "noted"),
        ("支持", "supported"),
        ("注意到", "noted"),
        ("مقبولة", "supported"),
    ],
)
def test_positions_in_other_languages(tmp_path: Path, printed: object, position: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", UprPositions=printed)]))

    assert (reading.recommendations[0].position, reading.warnings) == (position, ())


@pytest.mark.parametrize(
    "body", ["EPU", "Универсальный периодический обзор", "普遍定期审议", "الاستعراض الدوري الشامل"]
)
def test_the_review_in_other_languages(tmp_path: Path, body: str) -> None:
    assert read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", Body=body)])).numbers == (
        "9.1",
    )


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


def test_goals_in_one_text(tmp_path: Path) -> None:
    made = whole("9.1 Paint it (Peru);", Themes=["Lamps; boats"], Sdgs="14 - LIFE; SDG 16 - PEACE")
    [recommendation] = read_uhri_export(written(tmp_path / "x.json", [made])).recommendations

    assert [(tag.code, tag.label) for tag in recommendation.tags] == [
        (None, "Lamps; boats"),
        ("14", "LIFE"),
        ("16", "PEACE"),
    ]


@pytest.mark.parametrize("depth", [5, 500])
def test_lists_in_lists_are_no_text(tmp_path: Path, depth: int) -> None:
    file = tmp_path / "x.json"
    nested = "[" * depth + "]" * depth
    content = json.dumps([whole("9.1 Paint it (Peru);", Themes="HERE")]).replace('"HERE"', nested)
    file.write_text(content, encoding="utf-8")

    assert [tag.kind for tag in read_uhri_export(file).recommendations[0].tags] == ["SDG"]


def test_an_empty_cell_is_an_empty_list(tmp_path: Path) -> None:
    rows = lamps(20)
    rows[4][HEADER.index("Affected Persons")] = None

    assert codes(sheet_of(tmp_path / "x.xlsx", rows)) == []
    rows[5][HEADER.index("OHCHR Annotation Id")] = None
    assert codes(sheet_of(tmp_path / "x.xlsx", rows)) == ["lost-value"]


@pytest.mark.parametrize(("symbol", "id"), [(None, "uhri-export"), ("A/HRC/99/1", "uhri-export-a-hrc-99-1")])
def test_the_source_of_a_part_is_not_that_of_the_whole(tmp_path: Path, symbol: str | None, id: str) -> None:
    file = tmp_path / "export.json"
    file.write_text(json.dumps([record("9.1 Paint it (Peru);")]), encoding="utf-8")

    assert read_uhri_export(file, symbol=symbol).source.id == id
