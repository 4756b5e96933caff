"""What a few records of an export lack."""

from pathlib import Path

import pytest

from kz_upr.documents import read_uhri_export
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
