"""What a record says of its document: whether it is of the review, and of which."""

from pathlib import Path

import pytest

from kz_upr.documents import read_uhri_export
from made_exports import Row, paint, record, whole, written


def test_other_mechanisms_and_concerns_are_left_out(tmp_path: Path) -> None:
    records = [
        record("9.1 Paint it (Peru);"),
        record("9.2 Light it (Peru);", Body="- CEDAW", Symbol="CEDAW/C/FJI/CO/1"),
        record("9.3 Widen it (Peru);", AnnotationType="Concerns/Observations"),
    ]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert [r.number for r in reading.recommendations] == ["9.1"]


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


def test_the_symbol_tells_the_cycle_if_nothing_else_does(tmp_path: Path) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", paint(2, UprSession=[], UprCycle=None)))

    assert ([r.id for r in reading.recommendations], reading.warnings) == (["FJI-3-9.1", "FJI-3-9.2"], ())


@pytest.mark.parametrize(
    "body", ["EPU", "Универсальный периодический обзор", "普遍定期审议", "الاستعراض الدوري الشامل"]
)
def test_the_review_in_other_languages(tmp_path: Path, body: str) -> None:
    assert read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", Body=body)])).numbers == (
        "9.1",
    )
