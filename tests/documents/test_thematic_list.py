"""Thematic lists: OHCHR's real ones against independent counts, and made-up ones with every oddity."""

import copy
import json
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kz_upr import OtherReviewError, PositionValue, TagKind, check, complete, load_review, select
from kz_upr.documents import DocumentError, ListReading, read_thematic_list

from papers import paragraph, word_list, word_package, word_table  # isort: skip

pytest.importorskip("docx", reason="makes Word documents with python-docx")

PLACE = "\nSource of Position: A/HRC/99/1/Add.1 - Para.3"

#: A list as it is read, and what is known of it.
Real = tuple[ListReading, dict[str, Any]]


@pytest.fixture(scope="module", params=["SVN-2", "SVN-3", "SVN-4"])
def real(request: pytest.FixtureRequest, shared: Path) -> Real:
    index = json.loads((shared / "corpus" / "expected" / "index.json").read_text(encoding="utf-8"))
    facts = next(entry for entry in index["thematic_lists"] if entry["review"] == request.param)
    return read_thematic_list(shared / "corpus" / "documents" / facts["file"].rpartition("/")[2]), facts


def test_every_row_is_read(real: Real) -> None:
    reading, facts = real

    assert len(reading.recommendations) == facts["rows"]
    assert reading.state is not None
    assert f"{reading.state.iso3}-{reading.cycle}" == facts["review"]
    assert reading.warnings == ()


def test_positions_are_those_counted(real: Real) -> None:
    reading, facts = real

    assert Counter(str(r.position).capitalize() for r in reading.recommendations) == facts["positions"]


def test_tags_are_those_counted(real: Real) -> None:
    reading, facts = real
    labels = {
        kind: {tag.label for r in reading.recommendations for tag in r.tags if tag.kind is kind} for kind in TagKind
    }

    assert len(labels[TagKind.THEME]) == facts["distinct_themes_in_rows"]
    assert len(labels[TagKind.AFFECTED_PERSONS]) == facts["distinct_affected_person_labels"]
    assert len(labels[TagKind.SDG]) == facts["distinct_sdgs"]


def test_the_theme_over_a_row_is_its_first_tag(real: Real, shared: Path) -> None:
    reading, facts = real
    file = shared / "corpus" / "expected" / f"{facts['review']}.json"
    rows = json.loads(file.read_text(encoding="utf-8"))["rows"] if file.exists() else []
    headings = {row["number"]: row["heading_theme"] for row in rows}

    for recommendation in reading.recommendations:
        tag = recommendation.tags[0]
        printed = f"{tag.code} {tag.label}" if tag.code else tag.label
        assert headings.get(recommendation.number, printed) == printed


def test_every_row_names_its_source(real: Real) -> None:
    reading, _ = real

    assert all(re.search(r"A/HRC/\d+/15", r.positions[0].citations[0].note or "") for r in reading.recommendations)


# Made up


def rows() -> list[str | tuple[str, ...]]:
    iran = "Iran (Islamic Republic of)"
    coded = "A12 Harbours\nB3 Lamps & light\nAffected persons:\n- sailors"
    plain = "- Harbours\nSDGs:\n- 14 - LIFE\nAffected persons: \n- Sailors\n- non-citizens"
    return [
        "Theme: A12 Harbours",
        (f"9.2 Light it (Togo);{PLACE}", "Supported", coded, ""),
        (f"9.1 Paint the harbour\u00a0 (Peru, {iran});{PLACE}", "Noted", plain, ""),
        "Theme: B3 Lamps & light",
        (f"9.3. Widen it (Fiji);take it (Kenya).{PLACE}", "Supported/Noted", "- Lamps", ""),
    ]


def test_a_row(tmp_path: Path) -> None:
    reading = read_thematic_list(word_list(tmp_path / "list.docx", rows()))
    first, second, third = reading.recommendations

    assert [r.id for r in reading.recommendations] == ["FJI-3-9.1", "FJI-3-9.2", "FJI-3-9.3"]
    assert first.official_text == "Paint the harbour (Peru, Iran (Islamic Republic of));"
    assert [state.iso3 for state in first.states] == ["PER", "IRN"]
    assert [(tag.kind, tag.code, tag.label) for tag in first.tags] == [
        ("theme", None, "Harbours"),
        ("SDG", "14", "LIFE"),
        ("affected persons", None, "Sailors"),
        ("affected persons", None, "non-citizens"),
    ]
    assert [(tag.code, tag.label) for tag in second.tags] == [
        ("A12", "Harbours"),
        ("B3", "Lamps & light"),
        (None, "sailors"),
    ]
    assert [r.position for r in reading.recommendations] == ["noted", "supported", "partly supported"]
    assert len(third.clauses) == 2
    assert first.positions[0].stage == "list"
    assert first.positions[0].citations[0].note == "Source of position as printed: A/HRC/99/1/Add.1 - Para.3"
    assert (reading.cycle, reading.session, reading.symbol) == (3, 34, "A/HRC/99/1")
    assert {tag.scheme for r in reading.recommendations for tag in r.tags} == {"OHCHR thematic list 2020"}


def test_a_matrix_names_the_states_in_a_column(tmp_path: Path) -> None:
    columns = ("Recommendation", "Recommending State/s", "Position", "Assessment/comments")
    made = [(f"166.1. Paint the harbour{PLACE}", "Peru\nTogo\nBosnia and Herzegovina", "Supported/Noted", "")]
    [recommendation] = read_thematic_list(
        word_list(tmp_path / "matrix.docx", made, columns=columns, head="UPR of Egypt (2nd Cycle – 20th session)")
    ).recommendations

    assert recommendation.id == "EGY-2-166.1"
    assert [state.iso3 for state in recommendation.states] == ["PER", "TGO", "BIH"]
    assert recommendation.official_text == "Paint the harbour"


def test_the_fourth_cycle_has_the_goals_in_a_column(tmp_path: Path) -> None:
    columns = (
        "Recommendation and recommending State",
        "Position of the State under review",
        "Human rights themes and groups of persons",
        "Relevant SDGs",
    )
    made = [
        (f"140.1 Paint it (Peru).{PLACE}", "Supported", "- Harbours\nGroups of Persons: \n- Sailors", "- 14 - LIFE")
    ]
    [recommendation] = read_thematic_list(
        word_list(tmp_path / "l.docx", made, columns=columns, head="UPR of Fiji (4th Cycle - 48th Session)")
    ).recommendations

    assert [(tag.kind, tag.label) for tag in recommendation.tags] == [
        ("theme", "Harbours"),
        ("affected persons", "Sailors"),
        ("SDG", "LIFE"),
    ]


def test_a_row_cut_in_half_is_told(tmp_path: Path) -> None:
    import docx

    file = word_list(
        tmp_path / "list.docx", [(f"9.1 Paint it (Peru);{PLACE}", "Noted", "- Harbours", ""), ("9.2 Light", "", "", "")]
    )
    document = docx.Document(str(file))
    row = document.tables[0].rows[2]._tr
    for cell in list(row.tc_lst)[2:]:
        row.remove(cell)
    document.save(str(file))
    reading = read_thematic_list(file)

    assert [r.number for r in reading.recommendations] == ["9.1", "9.2"]
    assert reading.recommendations[1].positions == ()
    assert any(str(warning).startswith("9.2") and "2 of 4 cells" in str(warning) for warning in reading.warnings)
    assert any("9.2: unrecognized position ''" in str(warning) for warning in reading.warnings)


def test_oddities_are_told(tmp_path: Path) -> None:
    made = [
        (f"9.1 Paint it (Peru);{PLACE}", "Agreed", "- Harbours", ""),
        (f"9.1 Paint it (Peru);{PLACE}", "Noted", "- Harbours", ""),
        (f"9.4 Light it;{PLACE}", "Noted", "- Harbours", ""),
        ("Widen it (Togo);", "Noted", "- Harbours", ""),
    ]
    warnings = " | ".join(map(str, read_thematic_list(word_list(tmp_path / "list.docx", made)).warnings))

    for told in (
        "'Agreed'",
        "9.1 is in 2 rows",
        "9.4 names no recognized State",
        "no row for 9.2",
        "no row for 9.3",
        "has no number",
    ):
        assert told in warnings


def test_a_reading_is_copied_whole(tmp_path: Path) -> None:
    reading = read_thematic_list(word_list(tmp_path / "list.docx", rows()))

    assert isinstance(hash(reading), int)
    for again in (copy.copy(reading), copy.deepcopy(reading), pickle.loads(pickle.dumps(reading))):  # noqa: S301
        assert again == reading


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"columns": ("Number", "Lamp", "Harbour", "Sea")}, "Recommendation and Position"),
        ({"rows": []}, "no row with the number of a recommendation"),
    ],
)
def test_what_is_no_list(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    made = {"rows": rows()[1:2]} | change
    file = word_list(tmp_path / "list.docx", made.pop("rows"), **made)

    with pytest.raises(DocumentError, match=reason):
        read_thematic_list(file)


@pytest.mark.parametrize(
    ("head", "review", "session"),
    [
        ("UPR of Egypt – Second Cycle", "EGY-2", None),
        ("Matrix of recommendations: Egypt, UPR, 20th session", "EGY-2", 20),
        ("Universal Periodic Review of the Niger (cycle III, thirty-eighth session)", "NER-3", 38),
        ("State under review: Guinea-Bissau. Session: 35. Cycle: 3", "GNB-3", 35),
        ("UPR of Fiji, A/HRC/WG.6/34/FJI/1", "FJI-3", 34),
    ],
)
def test_heads_in_use(tmp_path: Path, head: str, review: str, session: int | None) -> None:
    reading = read_thematic_list(word_list(tmp_path / "list.docx", rows()[1:2], head=head))

    assert [r.id for r in reading.recommendations] == [f"{review}-9.2"]
    assert (f"{reading.state.iso3 if reading.state else None}-{reading.cycle}", reading.session) == (review, session)


def test_the_symbol_of_the_report_tells_the_cycle(tmp_path: Path) -> None:
    made = [(f"9.1 Paint it (Peru);{PLACE.replace('99/1', '43/8')}", "Noted", "", "")]
    reading = read_thematic_list(word_list(tmp_path / "list.docx", made, head="UPR of Fiji"))

    assert (reading.cycle, reading.session, reading.symbol) == (3, None, "A/HRC/43/8")


def test_a_title_in_a_table_before_the_list(tmp_path: Path) -> None:
    title = word_table(("UPR of Fiji", "3rd cycle"))
    file = word_package(tmp_path / "list.docx", title + paragraph("") + word_table(HEAD, row(1)), heads=["Lamps"])

    assert [r.id for r in read_thematic_list(file).recommendations] == ["FJI-3-9.1"]


def test_a_list_that_does_not_tell_its_review(tmp_path: Path) -> None:
    file = word_list(tmp_path / "list.docx", [row(1)], head="Lamps of the sea")
    reading = read_thematic_list(file)

    assert (reading.state, reading.cycle, reading.numbers) == (None, None, ("9.1",))
    assert [warning.code for warning in reading.warnings] == ["no-head"]
    told = read_thematic_list(file, state="Fiji", session=34)
    assert ([r.id for r in told.recommendations], told.warnings) == (["FJI-3-9.1"], ())


def test_what_the_caller_says_goes_before_the_head(tmp_path: Path) -> None:
    file = word_list(tmp_path / "list.docx", [row(1)])
    reading = read_thematic_list(file, state="EGY", cycle=2)

    assert ([r.id for r in reading.recommendations], reading.session) == (["EGY-2-9.1"], None)
    assert [warning.code for warning in reading.warnings] == ["other-review", "other-review"]
    assert read_thematic_list(file, state="Fiji", cycle=3, session=34) == read_thematic_list(file)
    with pytest.raises(LookupError, match="Ruritania"):
        read_thematic_list(file, state="Ruritania")


@pytest.mark.parametrize(
    "themes",
    ["S14 SDG 14 - life in the sea", "A12 Harbours\nSDG 14: the sea", "S14 - Goal 14 – the sea\nAffected persons:"],
)
def test_goals_among_the_themes(tmp_path: Path, themes: str) -> None:
    made = [(f"9.1 Paint it (Peru);{PLACE}", "Noted", themes, "")]
    reading = read_thematic_list(word_list(tmp_path / "list.docx", made))

    assert select(reading.recommendations, sdg=14) == reading.recommendations
    assert [tag.code for tag in reading.recommendations[0].tags if tag.kind is TagKind.THEME] in ([], ["A12"])


def test_cells_that_are_merged(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "UPR of Fiji (3rd Cycle - 34th Session)"
    table = document.add_table(rows=5, cols=5)
    columns = ("Recommendation", "Recommending State/s", "Position", "Full list of themes", "Assessment")
    rows = (
        columns,
        ("Right or area: lamps",),
        ("9.1. Paint it" + PLACE, "Peru\nTogo", "Supported", "- Harbours", ""),
        ("9.2. Light it" + PLACE, "Fiji", "", "- Lamps", ""),
        ("9.3. Widen it" + PLACE, "Iceland", "Noted", "- Harbours", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    table.rows[1].cells[0].merge(table.rows[1].cells[4])
    table.rows[2].cells[2].merge(table.rows[3].cells[2])
    table.rows[4].cells[3].merge(table.rows[4].cells[4])
    document.save(str(tmp_path / "list.docx"))
    reading = read_thematic_list(tmp_path / "list.docx")

    assert [(r.number, r.position) for r in reading.recommendations] == [
        ("9.1", "supported"),
        ("9.2", "supported"),
        ("9.3", "noted"),
    ]
    assert [[state.iso3 for state in r.states] for r in reading.recommendations] == [["PER", "TGO"], ["FJI"], ["ISL"]]
    assert [tag.label for tag in reading.recommendations[2].tags] == ["Harbours"]
    assert reading.warnings == ()


# Several tables

HEAD = ("Recommendation", "Position", "Full list of themes", "Relevant SDGs")


def row(
    number: int, state: str = "Peru", position: str = "Noted", theme: str = "Harbours"
) -> tuple[str, str, str, str]:
    return (f"9.{number} Paint it ({state}); Source of position: A/HRC/99/1", position, f"- {theme}", "- 14 - LIFE")


def read(tmp_path: Path, *tables: str) -> tuple[list[tuple[str, PositionValue | None, list[str]]], tuple[str, ...]]:
    """What is read of each recommendation, and the warnings."""
    reading = read_thematic_list(word_package(tmp_path / "list.docx", paragraph("").join(tables)))
    found = [(r.number, r.position, [tag.label for tag in r.tags]) for r in reading.recommendations]
    return found, tuple(map(str, reading.warnings))


def in_order(order: Sequence[int], *rows: Sequence[str]) -> str:
    return word_table(*(tuple(cells[index] for index in order) for cells in rows))


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 2, 3), (0, 2, 1, 3), (2, 0, 3, 1), (2, 3, 1, 0)])
@pytest.mark.parametrize("first", [(0, 1, 2, 3), (1, 0, 2, 3)])
def test_every_table_is_read_by_its_own_head(tmp_path: Path, first: Sequence[int], order: Sequence[int]) -> None:
    tables = in_order(first, HEAD, row(1)), in_order(order, HEAD, row(2, position="Supported", theme="Lamps"))

    assert read(tmp_path, *tables) == (
        [("9.1", "noted", ["Harbours", "LIFE"]), ("9.2", "supported", ["Lamps", "LIFE"])],
        (),
    )


def test_a_head_in_the_middle_of_a_table(tmp_path: Path) -> None:
    table = word_table(
        ("Theme: Harbours",), HEAD, row(1), (HEAD[1], HEAD[0], *HEAD[2:]), (row(2)[1], row(2)[0], "", "")
    )

    assert read(tmp_path, table) == ([("9.1", "noted", ["Harbours", "LIFE"]), ("9.2", "noted", [])], ())


def test_a_table_without_a_head_goes_on_with_the_columns_before(tmp_path: Path) -> None:
    tables = in_order((1, 0, 2, 3), HEAD, row(1)), in_order((1, 0, 2, 3), row(2), row(3))
    found, warnings = read(tmp_path, *tables)

    assert found == [(f"9.{number}", "noted", ["Harbours", "LIFE"]) for number in (1, 2, 3)]
    assert warnings == ()


@pytest.mark.parametrize(
    "table",
    [
        word_table(row(2)[:3]),
        word_table((*row(2), "more")),
        word_table(("Recommendation", "Themes", "SDGs", "Comments"), (row(2)[0], "- Harbours", "", "")),
        word_table(("Key", "Meaning"), ("Noted", "Not supported")),
    ],
)
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, table: str) -> None:
    found, warnings = read(tmp_path, word_table(HEAD, row(1)), table, word_table(HEAD, row(2)))

    assert [number for number, _, _ in found] == ["9.1", "9.2"]
    assert warnings == ("table 2 is not read: no row names its columns Recommendation and Position",)


def test_a_table_before_the_list(tmp_path: Path) -> None:
    title = word_table(("UPR of Fiji", "2019"))
    other = word_table(("9.7 Paint it (Peru);", "Noted"))

    assert read(tmp_path, title, word_table(HEAD, row(1))) == read(tmp_path, word_table(HEAD, row(1)))
    assert read(tmp_path, other, word_table(HEAD, row(1)))[1] == (
        "table 1 is not read: no row names its columns Recommendation and Position",
    )


@pytest.mark.parametrize("column", range(4))
def test_a_table_in_a_cell_does_not_break_the_row(tmp_path: Path, column: int) -> None:
    cells = list(row(1))
    cells[column] = f"<w:tc>{paragraph(cells[column])}{word_table(('x', 'y'), ('z', 'x'))}<w:p/></w:tc>"
    found, warnings = read(tmp_path, word_table(HEAD, tuple(cells), row(2)))

    assert found == [(f"9.{number}", "noted", ["Harbours", "LIFE"]) for number in (1, 2)]
    assert warnings == ("table 2 is not read: no row names its columns Recommendation and Position",)


def test_a_list_in_a_cell_of_a_table(tmp_path: Path) -> None:
    inner = word_table(HEAD, row(1), row(2))
    found, warnings = read(tmp_path, word_table((f"<w:tc>{inner}<w:p/></w:tc>", "")))

    assert found == [(f"9.{number}", "noted", ["Harbours", "LIFE"]) for number in (1, 2)]
    assert warnings == ()


def test_a_position_in_the_first_column_merged_over_two_rows(tmp_path: Path) -> None:
    top = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("Noted")}</w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    table = word_table((HEAD[1], HEAD[0]), (top, row(1)[0]), (below, row(2)[0]), ("Supported", row(3)[0]))
    found, warnings = read(tmp_path, table)

    assert found == [("9.1", "noted", []), ("9.2", "noted", []), ("9.3", "supported", [])]
    assert warnings == ()


def test_a_recommendation_merged_over_two_rows_is_not_two(tmp_path: Path) -> None:
    top = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph(row(1)[0])}</w:tc>'
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    found, warnings = read(tmp_path, word_table(HEAD, (top, *row(1)[1:]), (below, *row(1)[1:])))

    assert [number for number, _, _ in found] == ["9.1"]
    assert any("no number" in str(warning) for warning in warnings)


@pytest.mark.parametrize("between", ["\n", " ", f"{PLACE}\n", " and "])
def test_two_recommendations_in_one_row(tmp_path: Path, between: str) -> None:
    made = [(f"9.1 Paint it (Peru);{between}9.2 Light it (Togo);{PLACE}", "Noted", "- Harbours", "")]
    reading = read_thematic_list(word_list(tmp_path / "list.docx", made))

    assert [
        (r.number, r.official_text, [state.iso3 for state in r.states], r.position) for r in reading.recommendations
    ] == [
        ("9.1", "Paint it (Peru);", ["PER"], "noted"),
        ("9.2", "Light it (Togo);", ["TGO"], "noted"),
    ]
    assert all(r.tags and r.positions[0].citations[0].note for r in reading.recommendations)
    assert reading.warnings == ()


def test_an_answer_in_parts_to_two_recommendations_is_left_out(tmp_path: Path) -> None:
    made = [(f"9.1 Paint it (Peru);\n9.2 Light it (Togo);{PLACE}", "Supported/Noted", "", "")]
    reading = read_thematic_list(word_list(tmp_path / "list.docx", made))

    assert [r.positions for r in reading.recommendations] == [(), ()]
    assert [warning.code for warning in reading.warnings] == ["shared-position"]


def test_a_column_of_states_for_two_recommendations_is_left_out(tmp_path: Path) -> None:
    columns = ("Recommendation", "Recommending State/s", "Position", "Assessment")
    made = [(f"9.1 Paint it;\n9.2 Light it;{PLACE}", "Peru\nTogo", "Noted", "")]
    reading = read_thematic_list(word_list(tmp_path / "list.docx", made, columns=columns))

    assert [(r.number, r.states) for r in reading.recommendations] == [("9.1", ()), ("9.2", ())]
    assert [warning.code for warning in reading.warnings] == ["no-state", "no-state"]


# What the rows show together


def block(first: int, last: int, position: str, source: str = PLACE) -> list[tuple[str, ...]]:
    return [(f"9.{i} Paint boat {i} (Peru);{source}", position, "- Harbours", "") for i in range(first, last + 1)]


def codes(tmp_path: Path, made: Iterable[str | Sequence[str]]) -> list[tuple[str, str]]:
    reading = read_thematic_list(word_list(tmp_path / "list.docx", made))
    return [(warning.code, warning.place) for warning in reading.warnings]


BLOCKS = [*block(1, 12, "Supported"), *block(13, 24, "Noted", PLACE.replace("3", "4"))]
HARBOURS = block(1, 10, "Noted")
LAMPS = [(text, position, "- Lamps", "") for text, position, *_ in block(11, 20, "Noted")]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (BLOCKS, []),
        ([*BLOCKS[:4], *BLOCKS[5:], (BLOCKS[4][0], "Noted", *BLOCKS[4][2:])], [("other-position", "9.5")]),
        ([block(i, i, "Noted" if i % 5 == 0 else "Supported")[0] for i in range(1, 40)], []),  # in any order
        (["Theme: Harbours", *HARBOURS, "Theme: LAMPS", *LAMPS], []),
        (
            [
                "Theme: Harbours",
                *HARBOURS[:4],
                (HARBOURS[4][0], "Noted", "- Lamps", ""),
                *HARBOURS[5:],
                "Theme: LAMPS",
                *LAMPS,
            ],
            [("other-heading", "9.5")],
        ),
        (["Theme: Boats", *HARBOURS, *LAMPS], []),
        (
            ["Theme: Harbours", *HARBOURS[:2], "Theme: Lamps", "Theme: Boats", HARBOURS[2], "Theme: Sea"],
            [("empty-section", "Lamps"), ("empty-section", "Sea")],
        ),
        *(([*HARBOURS[:lost], *HARBOURS[lost + 1 :]], [("gap", f"9.{lost + 1}")]) for lost in range(9)),
    ],
)
def test_what_the_rows_show_together(
    tmp_path: Path, made: list[str | tuple[str, ...]], told: list[tuple[str, str]]
) -> None:
    assert codes(tmp_path, made) == told


def test_a_position_unlike_those_of_the_rows_around_it(tmp_path: Path) -> None:
    runs = ((1, 9, "Supported"), (10, 10, "Noted"), (11, 20, "Supported"), (21, 40, "Noted"))
    made = [row for first, last, position in runs for row in block(first, last, position, "")]

    assert [each for each in codes(tmp_path, made) if each[0] == "other-position"] == [("other-position", "9.10")]


def test_a_row_that_is_there_twice_is_one_recommendation(tmp_path: Path) -> None:
    made = block(1, 2, "Noted")
    reading = read_thematic_list(word_list(tmp_path / "list.docx", [*made, made[0]]))

    assert reading.numbers == ("9.1", "9.2")
    assert [str(warning) for warning in reading.warnings] == ["9.1 is in 2 rows, which are identical"]


def test_two_rows_with_the_same_number_that_differ_stay_two(tmp_path: Path) -> None:
    first, second = block(1, 2, "Noted")
    other = (first[0].replace("boat 1", "the quay"), "Supported", *first[2:])
    reading = read_thematic_list(word_list(tmp_path / "list.docx", [first, second, other]))

    assert [(r.number, r.position) for r in reading.recommendations] == [
        ("9.1", "noted"),
        ("9.1", "supported"),
        ("9.2", "noted"),
    ]
    assert [str(warning) for warning in reading.warnings] == ["9.1 is in 2 rows, which differ in text and position"]


# Other forms of the same


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        (("No.", "Recommendation", "Position", "Theme"), ("9.1", f"Paint it (Peru);{PLACE}", "Noted", "- Lamps")),
        (
            ("Recommendation No.", "Recommendation", "Position", "Theme"),
            ("9.1.", f"Paint it (Peru);{PLACE}", "Noted", "- Lamps"),
        ),
        (("Recommendation", "State", "Position", "Theme"), (f"9.1 Paint it{PLACE}", "Peru", "Noted", "- Lamps")),
        (
            ("Theme", "Final position", "Recommending countries", "Recommendations"),
            ("- Lamps", "Noted", "Peru", f"9.1 Paint it{PLACE}"),
        ),
        (("Recommendation", "Response", "Theme", ""), (f"9.1 Paint it (Peru);{PLACE}", "Noted", "- Lamps", "")),
    ],
)
def test_other_columns(tmp_path: Path, columns: Sequence[str], cells: Sequence[str]) -> None:
    reading = read_thematic_list(word_list(tmp_path / "list.docx", [cells], columns=columns))
    [recommendation] = reading.recommendations

    assert (recommendation.number, recommendation.position) == ("9.1", "noted")
    assert [state.iso3 for state in recommendation.states] == ["PER"]
    assert [tag.label for tag in recommendation.tags] == ["Lamps"]
    assert reading.warnings == ()


def test_a_list_that_does_not_name_a_review_completes_none(tmp_path: Path) -> None:
    file = word_list(tmp_path / "list.docx", [("95.1 Paint it (Peru);", "Noted", "- Lamps", "")], head="Lamps")

    for join in (complete, check):
        with pytest.raises(OtherReviewError, match="does not name a review"):
            join(load_review(1), file)


@pytest.mark.parametrize(
    ("head", "place", "id"),
    [
        ("UPR of Fiji (3rd Cycle - 34th Session)", "\nSource of Position: A/HRC/43/9/Add.1", "fji-3"),
        ("UPR of Fiji (3rd Cycle)", "", "fji-3"),
        ("Lamps", "\nSource of Position: A/HRC/43/9/Add.1", "3-a-hrc-43-9"),
        ("UPR of Fiji", "", "fji"),
        ("Lamps", "", ""),
    ],
)
def test_the_id_of_a_list_tells_reviews_apart(tmp_path: Path, head: str, place: str, id: str) -> None:
    """Two lists of different reviews are two sources when both are joined."""
    rows = [(f"9.1 Paint it (Peru);{place}", "Supported", "- Lamps", "")]
    source = read_thematic_list(word_list(tmp_path / "list.docx", rows, head=head)).source

    assert source.id == "-".join(filter(None, ("ohchr-thematic-list", id)))


def heads(tmp_path: Path, head: str, **told: Any) -> tuple[ListReading, list[str]]:
    """The reading of a list with such a head, and its warnings."""
    reading = read_thematic_list(word_package(tmp_path / "list.docx", word_table(HEAD, row(1)), heads=[head]), **told)
    return reading, list(map(str, reading.warnings))


@pytest.mark.parametrize(
    ("head", "told", "review", "warnings"),
    [
        ("UPR of Fiji (3rd Cycle - 34th Session)", {}, ("FJI", 3, 34), []),
        (
            "UPR of Fiji (2nd Cycle - 34th Session)",
            {},
            ("FJI", 2, 34),
            ["the head has cycle 2, but session 34"],
        ),
        (
            "UPR of Fiji",
            {},
            ("FJI", None, None),
            ["the document does not state its cycle; pass cycle="],
        ),
        (
            "Lamps",
            {},
            (None, None, None),
            ["the document does not state its State and cycle; pass state= and cycle="],
        ),
        ("Lamps", {"cycle": 3}, (None, 3, None), ["the document does not state its State; pass state="]),
        ("Lamps", {"session": 34, "state": "Fiji"}, ("FJI", 3, 34), []),
        (
            "UPR of Fiji (3rd Cycle - 34th Session)",
            {"session": 20},
            ("FJI", 2, 20),
            ["the head has the session 34; 20 is used, as the caller says"],
        ),
        (
            "UPR of Fiji (3rd Cycle - 34th Session)",
            {"state": "Peru"},
            ("PER", 3, 34),
            ["the head has the state Fiji; Peru is used, as the caller says"],
        ),
        (
            "UPR of Fiji (3rd Cycle - 34th Session)",
            {"cycle": 2},
            ("FJI", 2, None),
            ["the head has the cycle 3; 2 is used, as the caller says"],
        ),
        ("UPR of Fiji (34th Session)", {"cycle": 3}, ("FJI", 3, 34), []),
    ],
)
def test_the_head_and_what_the_caller_says(
    tmp_path: Path,
    head: str,
    told: dict[str, Any],
    review: tuple[str | None, int | None, int | None],
    warnings: list[str],
) -> None:
    reading, found = heads(tmp_path, head, **told)
    code, cycle, _ = review

    assert (reading.state.iso3 if reading.state else None, reading.cycle, reading.session) == review
    assert found == warnings
    assert [r.id for r in reading.recommendations] == [f"{code}-{cycle}-9.1" if code and cycle else "a-hrc-99-1-9.1"]


@pytest.mark.parametrize(
    ("cycle", "scheme"),
    [
        (1, "OHCHR thematic list of cycle 1"),
        (2, "OHCHR thematic list 2014"),
        (3, "OHCHR thematic list 2020"),
        (4, "OHCHR thematic list 2025"),
        (None, "OHCHR thematic list"),
    ],
)
def test_the_labels_of_each_cycle_are_a_scheme(tmp_path: Path, cycle: int | None, scheme: str) -> None:
    reading, _ = heads(tmp_path, "UPR of Fiji", cycle=cycle)

    assert {tag.scheme for tag in reading.recommendations[0].tags} == {scheme}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("UPR of Fiji, cycle 3", "Thematic list of recommendations: Fiji, cycle 3"),
        ("UPR of Fiji", "Thematic list of recommendations: Fiji"),
        ("Lamps, cycle 3", "Thematic list of recommendations: cycle 3"),
        ("Lamps", "Thematic list of recommendations"),
    ],
)
def test_the_title_of_a_list_as_a_source(tmp_path: Path, head: str, title: str) -> None:
    assert heads(tmp_path, head)[0].source.title == title


def test_the_symbol_that_most_rows_name(tmp_path: Path) -> None:
    symbols = ["A/HRC/99/2", "A/HRC/99/1/Add.1", "A/HRC/99/1"]
    rows = [(f"9.{i} Paint it (Peru); Source of position: {symbol}", "Noted") for i, symbol in enumerate(symbols, 1)]
    reading = read_thematic_list(word_package(tmp_path / "list.docx", word_table(HEAD[:2], *rows)))

    assert reading.symbol == "A/HRC/99/1"


@pytest.mark.parametrize(
    ("label", "kind", "code", "text"),
    [
        ("A12 Harbours", "theme", "A12", "Harbours"),
        ("D2.1  Lamps", "theme", "D2.1", "Lamps"),
        ("Lamps A12", "theme", None, "Lamps A12"),
        ("A123 Lamps", "theme", None, "A123 Lamps"),
        ("SDG 5 - equality", "SDG", "5", "equality"),
    ],
)
def test_the_code_of_a_label(tmp_path: Path, label: str, kind: str, code: str | None, text: str) -> None:
    rows = [
        (row(1)[0], "Noted", f"{label}\n{label}\nGroups of persons:\nA1 Sailors".replace("\n", "</w:t><w:br/><w:t>"))
    ]
    reading = read_thematic_list(word_package(tmp_path / "list.docx", word_table(HEAD[:3], *rows)))

    assert [(tag.kind, tag.code, tag.label) for tag in reading.recommendations[0].tags] == [
        (kind, code, text),
        ("affected persons", None, "A1 Sailors"),
    ]


def test_what_a_row_without_a_position_or_a_source_gives(tmp_path: Path) -> None:
    table = word_table(HEAD[:2], ("9.2 Paint it (Peru);", "Lamps"), ("9.1 Light it (Peru);", "Noted"))
    reading = read_thematic_list(word_package(tmp_path / "list.docx", table))
    first, second = reading.recommendations

    assert (first.number, first.positions[0].citations[0].note, first.citations[0].locator) == ("9.1", None, "no. 9.1")
    assert second.positions == ()
