"""The table of ``kz-upr read``: one row for each demand of a State."""

from pathlib import Path

import pytest

from .conftest import RunMain, rows_of

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


def test_one_row_for_each_demand_of_a_state(run: RunMain, folder: Path, here: Path) -> None:
    result = run("read", folder, "-o", "out.jsonl")

    assert (result.status, result.out) == (0, "")
    assert result.err.startswith("7 rows of 3 documents written to out.jsonl, ")
    shown = [
        (row["document"], row["paragraph"], row["item"], row["number"], row["state"], row["position"], row["wording"])
        for row in rows_of(here / "out.jsonl")
    ]
    assert shown == [
        ("A/HRC/99/1", 9, 1, "9.1", "PER", "supported", "Paint the fences"),
        ("A/HRC/99/1", 9, 1, "9.1", "TGO", "supported", "Paint the fences"),
        ("A/HRC/99/1", 9, 1, "9.1", "ISL", "supported", "mend the lamps"),
        ("A/HRC/99/1", 9, 2, "9.2", "TCD", "supported", "Count the boats"),
        ("A/HRC/99/1", 9, 3, "9.3", "PER", "supported", "=HYPERLINK(1) the harbour"),
        ("A/HRC/99/1/Add.1", 9, 2, "9.2", "", "noted", ""),
        ("Thematic list of recommendations: Fiji, cycle 3", 9, 1, "9.1", "PER", "noted", "Paint it"),
    ]


def test_every_row_tells_its_review(run: RunMain, folder: Path, here: Path) -> None:
    run("read", folder, "-o", "out.jsonl")

    about = {
        tuple(
            row[name] for name in ("file", "kind", "report", "review", "state_under_review", "cycle", "session", "year")
        )
        for row in rows_of(here / "out.jsonl")
    }
    file = folder.as_posix()
    assert about == {
        (f"{file}/a.pdf", "Working Group report", "A/HRC/99/1", "FJI-1", "FJI", 1, 7, 2010),
        (f"{file}/b.pdf", "addendum", "A/HRC/99/1", "", "FJI", None, None, None),
        (f"{file}/c.docx", "thematic list", "", "FJI-3", "FJI", 3, 34, None),
    }
