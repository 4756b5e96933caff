"""What the records of one report show together."""

from pathlib import Path

import pytest

from kz_upr.documents import iter_uhri_export, read_uhri_export
from made_exports import codes, paint, written


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


def test_the_last_record_of_a_report_with_another_symbol(tmp_path: Path) -> None:
    records = paint(12)
    records[11]["Symbol"] = "A/HRC/43/12"

    assert codes(written(tmp_path / "x.json", records)) == ["several-reports"]
