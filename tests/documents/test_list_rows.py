"""The rows of a thematic list, from tables as cells."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kz_upr import PositionValue, ReadingWarning, TagKind
from kz_upr.documents import DocumentError
from kz_upr.documents.list_rows import ListEntry, list_entries, titles

#: The cells of a row; None for one that goes on with the cell above.
Cells = tuple[str | None, ...]
HEAD: Cells = ("Recommendation", "Position", "Themes")
SOURCE = "\nSource of position: A/HRC/99/1"


def row(number: str, position: str | None = "Noted", theme: str | None = "- Harbours") -> Cells:
    return f"{number} Paint it (Peru);{SOURCE}", position, theme


def read(*tables: Sequence[Cells]) -> tuple[list[ListEntry], list[tuple[str, str]]]:
    """The rows, and the codes and places of the warnings."""
    warnings: list[ReadingWarning] = []
    entries = list_entries(Path("list.docx"), tables, warnings)
    return entries, [(warning.code, warning.place) for warning in warnings]


def numbers(*tables: Sequence[Cells]) -> list[str]:
    return [entry.number for entry in read(*tables)[0]]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Position", "position"),
        ("Final position of the State", "position"),
        ("Response", "position"),
        ("Recommending State/s", "states"),
        ("Recommending countries and regions", "states"),
        ("State", "states"),
        ("Countries", "states"),
        ("No.", "number"),
        ("Rec. no", "number"),
        ("Recommendation number", "number"),
        ("#", "number"),
        ("Full list of themes", "theme"),
        ("SDGs", "SDG"),
        ("Assessment of the State", None),
        ("Number of lamps", None),
    ],
)
def test_what_a_column_is_called(name: str, kind: str | None) -> None:
    cell = {"position": "Supported", "states": "Peru\nTogo", "number": "9.7", "theme": "Lamps", "SDG": "Lamps"}
    table: list[Cells] = [
        ("Remarks", name, "Recommendation", "Position" if kind != "position" else "Lamps"),
        ("", cell.get(str(kind), ""), f"{'' if kind == 'number' else '9.7 '}Paint it;{SOURCE}", "Noted"),
    ]
    [entry], warnings = read(table)

    assert (entry.number, entry.text, entry.place, warnings) == ("9.7", "Paint it;", "A/HRC/99/1", [])
    assert entry.position is (PositionValue.SUPPORTED if kind == "position" else PositionValue.NOTED)
    assert entry.states == ("Peru\nTogo" if kind == "states" else None)
    assert entry.tags == ([(TagKind(str(kind)), "Lamps")] if kind in ("theme", "SDG") else [])


@pytest.mark.parametrize(("above", "found"), [(0, True), (9, True), (10, False)])
def test_the_head_is_one_of_the_first_ten_rows(above: int, found: bool) -> None:
    table = [*([("Lamps", "of", "Fiji")] * above), HEAD, row("9.1")]

    assert list(titles([table])) == ["Lamps", "of", "Fiji"] * min(above, 10)
    if found:
        assert numbers(table) == ["9.1"]
    else:
        with pytest.raises(DocumentError, match="no table with the columns Recommendation and Position"):
            read(table)


def test_what_stands_above_the_head() -> None:
    assert list(titles([[("List of Fiji", None, ""), ("9.1 Paint it", "2019")], [HEAD, ("Lamps", "", "")]])) == [
        "List of Fiji",
        "2019",
    ]


@pytest.mark.parametrize("above", [(), (("Lamps",),), (("Lamps", "of", "Fiji"),)])
def test_a_table_that_goes_on_without_a_head(above: tuple[Cells, ...]) -> None:
    entries, warnings = read([HEAD, row("9.1")], [*above, row("9.2"), ("Theme: Boats",)])

    assert [entry.number for entry in entries] == ["9.1", "9.2"]
    assert [entry.tags for entry in entries] == [[(TagKind.THEME, "Harbours")]] * 2
    assert warnings == [("no-number", "row 1 of table 2")] * (len(above) and len(above[0]) == 3) + [
        ("empty-section", "Boats")
    ]


@pytest.mark.parametrize(
    "other",
    [
        [row("9.2")[:2]],
        [(*row("9.2"), "more")],
        [("Recommendation", "Lamps", "Themes"), row("9.2")],
        [*([row("9.2")] * 9), ("Recommendation", "Lamps", "Themes")],
        [],
    ],
)
def test_a_table_with_other_columns_is_not_read(other: list[Cells]) -> None:
    entries, warnings = read([HEAD, row("9.1")], other, [row("9.3")])

    assert [entry.number for entry in entries] == ["9.1", "9.3"]
    assert warnings == [("no-columns", "table 2")]


def test_a_row_far_below_says_recommendation() -> None:
    table = [*(row(f"9.{item}") for item in range(2, 12)), ("Recommendation", "Lamps", "Themes")]

    assert len(numbers([HEAD, row("9.1")], table)) == 11


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ([("Key", "Meaning"), ("Noted", None)], []),
        ([("Key", "Meaning"), (None, "9.7 Mend it")], [("no-columns", "table 1")]),
    ],
)
def test_a_table_before_the_first_head(before: list[Cells], told: list[tuple[str, str]]) -> None:
    entries, warnings = read(before, [HEAD, row("9.1")])

    assert ([entry.number for entry in entries], warnings) == (["9.1"], told)


def test_a_document_without_a_head() -> None:
    with pytest.raises(DocumentError, match=r"^list\.docx: has no table with the columns Recommendation and Position"):
        read([("Recommendation", "Lamps")], [("Position", "Lamps")])


def test_merged_cells_repeat_what_is_above_except_the_recommendation() -> None:
    entries, warnings = read([HEAD, row("9.1"), row("9.2", None, None), (None, None, None), row("9.3", "", "")])

    assert [(entry.number, entry.position, len(entry.tags)) for entry in entries] == [
        ("9.1", PositionValue.NOTED, 1),
        ("9.2", PositionValue.NOTED, 1),
        ("9.3", None, 0),
    ]
    assert warnings == [("no-number", "row 4 of table 1"), ("unknown-position", "9.3")]
    assert [e.position for e in read([HEAD, ("Lamps",), row("9.1", None)])[0]] == [None]  # there is nothing above


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("Paint it", "Noted", ""), [("no-number", "row 2 of table 1")]),
        (("Paint it", "Noted"), []),
        (("Paint it", "Noted", "", ""), []),
        (("Recommendations by Peru", "", ""), []),
        (("9.2 Light it (Peru);" + SOURCE, "Noted"), [("incomplete-row", "9.2")]),
        (("9.2 Light it (Peru);" + SOURCE, "Noted", "", ""), [("incomplete-row", "9.2")]),
        (("9.2 Light it (Peru);", "Noted", ""), [("no-source-of-position", "9.2")]),
        (("9.2 Light it (Peru);" + SOURCE, "Lamps", ""), [("unknown-position", "9.2")]),
    ],
)
def test_rows_that_are_not_whole(cells: Cells, told: list[tuple[str, str]]) -> None:
    assert read([HEAD, cells, row("9.1")])[1] == told


@pytest.mark.parametrize("merged", [("Theme: Boats",) * 3, ("Theme: Boats", None, None), ("Theme Boats", "", "")])
def test_the_heading_above_a_row(merged: Cells) -> None:
    table = [HEAD, row("9.1"), merged, row("9.2"), row("9.3"), ("Theme:  The\nsea", "", ""), row("9.4")]
    entries, warnings = read(table)

    assert [entry.heading for entry in entries] == [None, "Boats", "Boats", "The sea"]
    assert warnings == []


def test_a_row_with_several_texts_is_no_heading() -> None:
    entries, warnings = read([HEAD, ("Theme: Boats", "Noted", ""), row("9.1")])

    assert ([entry.heading for entry in entries], warnings) == ([None], [])


@pytest.mark.parametrize(
    ("cells", "shared"),
    [
        ((f"9.1 Paint it; 9.2 Light it;{SOURCE}", "Peru", "Noted"), (None, PositionValue.NOTED)),
        ((f"9.1 Paint it; 9.2 Light it;{SOURCE}", "Peru", "Partially supported"), (None, None)),
        ((f"9.1 Paint it; and light it;{SOURCE}", "Peru", "Noted"), ("Peru", PositionValue.NOTED)),
    ],
)
def test_what_the_recommendations_of_one_row_share(
    cells: Cells, shared: tuple[str | None, PositionValue | None]
) -> None:
    entries, warnings = read([("Recommendation", "Recommending State/s", "Position"), cells])

    assert {(entry.states, entry.position) for entry in entries} == {shared}
    assert {entry.place for entry in entries} == {"A/HRC/99/1"}
    assert warnings == ([] if shared[1] else [("shared-position", "9.1")])


def test_each_recommendation_of_a_row_may_have_its_own_source() -> None:
    text = "9.1 Paint it (Peru);\nSource of position: para. 7\n9.2 Light it (Togo);\nSource of position: para. 8"

    assert [(entry.text, entry.place) for entry in read([HEAD, (text, "Noted", "")])[0]] == [
        ("Paint it (Peru);", "para. 7"),
        ("Light it (Togo);", "para. 8"),
    ]


def test_the_forms_of_a_source_and_of_a_heading() -> None:
    text = "9.1 Paint it (Peru); SOURCE OF POSITION A/HRC/99/1 -\nPara. 7"
    [entry] = read([HEAD, ("THEME\n Boats\nand quays", "", ""), (text, "Noted", "")])[0]

    assert (entry.text, entry.place, entry.heading) == ("Paint it (Peru);", "A/HRC/99/1 - Para. 7", "Boats and quays")


def test_the_sections_of_the_labels() -> None:
    labels = "- Lamps\n\n• Boats - general\nAffected persons:\n– Sailors\nSDGs:\n14 - LIFE\nThemes\nThe sea"

    assert read([HEAD, row("9.1", theme=labels)])[0][0].tags == [
        (TagKind.THEME, "Lamps"),
        (TagKind.THEME, "Boats - general"),
        (TagKind.AFFECTED_PERSONS, "Sailors"),
        (TagKind.SDG, "14 - LIFE"),
        (TagKind.THEME, "The sea"),
    ]


def test_the_demands_of_a_row() -> None:
    table = [("Recommendation", "State", "Position"), (f"9.1 Paint it ;.{SOURCE}", "Peru\nTogo", "Noted")]
    [clause] = read(table)[0][0].clauses
    [first, second] = read([HEAD, (f"9.1 Paint it (Peru); mend it (Togo).{SOURCE}", "Noted", "")])[0][0].clauses

    assert (clause.text, [state.iso3 for state in clause.states]) == ("Paint it", ["PER", "TGO"])
    assert (first.text, second.text) == ("Paint it", "mend it")
