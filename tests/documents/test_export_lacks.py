"""What a few records of an export lack."""

from pathlib import Path

import pytest

from kz_upr.documents import read_uhri_export
from kz_upr.documents.export_lacks import Lacks
from kz_upr.documents.export_records import Record
from made_exports import HEADER, codes, lamps, paint, written

from papers import workbook  # isort: skip


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


def test_an_empty_cell_is_an_empty_list(tmp_path: Path) -> None:
    rows = lamps(20)
    rows[4][HEADER.index("Affected Persons")] = None

    assert codes(workbook(tmp_path / "x.xlsx", HEADER, rows)) == []
    rows[5][HEADER.index("OHCHR Annotation Id")] = None
    assert codes(workbook(tmp_path / "x.xlsx", HEADER, rows)) == ["lost-value"]


def lacks(count: int, *lacking: int, **values: object) -> list[str]:
    """What is told of so many records, some of which have other values."""
    made = Lacks()
    for item in range(1, count + 1):
        sound: dict[str, object] = {"id": f"{item:04}", "themes": ["Lamps"], "persons": [], "sdgs": []}
        made.add(Record(f"record {item}", {**sound, **values} if item in lacking else sound))
    return list(map(str, made.warnings()))


@pytest.mark.parametrize(("count", "few", "told"), [(10, 1, True), (9, 1, False), (20, 2, True), (19, 2, False)])
def test_a_few_are_one_in_ten(count: int, few: int, told: bool) -> None:
    named = ", ".join(f"record {item}" for item in range(1, few + 1))
    message = f"{named}: no themes, which the other records have"

    assert lacks(count, *range(1, few + 1), themes=None) == ([message] if told else [])


@pytest.mark.parametrize(("few", "more"), [(5, ""), (6, " and 1 more"), (9, " and 4 more")])
def test_five_of_those_that_lack_something_are_named(few: int, more: str) -> None:
    places = range(11, 11 + few)

    assert lacks(100, *places, id="") == [
        f"record 11, record 12, record 13, record 14, record 15{more}: no id, which the other records have"
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"id": ""}, ["id"]),
        ({"id": None}, ["id"]),
        ({"themes": []}, ["themes"]),
        ({"persons": []}, []),
        ({"persons": None}, ["affected persons"]),
        ({"sdgs": ""}, []),
        ({"sdgs": None, "id": None}, ["id", "goals"]),
    ],
)
def test_what_may_be_lost(values: dict[str, object], told: list[str]) -> None:
    assert lacks(10, 3, **values) == [f"record 3: no {name}, which the other records have" for name in told]


def test_records_with_other_keys() -> None:
    """The names of all keys are looked at in every record of another form."""
    made = Lacks()
    keys = {"id": "Id", "themes": "Themes", "persons": "Persons", "sdgs": "Goals"}
    for item in range(1, 11):
        made.add(Record(f"record {item}", {"Id": "1", "Themes": "Lamps", "Persons": "", "Goals": ""}, keys))
    made.add(Record("record 11", {"Id": "1", "Themes": "Lamps"}, {"id": "Id", "themes": "Themes"}))

    assert list(map(str, made.warnings())) == [
        f"record 11: no {name}, which the other records have" for name in ("affected persons", "goals")
    ]
