"""The rows of ``kz-upr read`` as CSV, JSON lines and Parquet."""

import csv
import sys
from pathlib import Path

import pytest

import kz_upr

from .conftest import RunMain, rows_of

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


def test_the_same_rows_in_every_format(run: RunMain, folder: Path, here: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra kz_upr[tables]")
    for ending in ("jsonl", "csv", "parquet"):
        assert run("read", folder, "-o", f"out.{ending}").status == 0

    wanted = rows_of(here / "out.jsonl")
    table = parquet.read_table(here / "out.parquet")
    assert table.to_pylist() == wanted
    assert {str(field.type) for field in table.schema} == {"string", "int64"}
    assert table.schema.metadata[b"kz_upr"].decode() == kz_upr.__version__
    with (here / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [{name: "" if value is None else str(value) for name, value in row.items()} for row in wanted] == [
        {name: value.removeprefix("'") for name, value in row.items()} for row in rows
    ]
    assert [row["wording"] for row in rows if "HYPERLINK" in row["wording"]] == ["'=HYPERLINK(1) the harbour"]


def test_parquet_without_its_library(run: RunMain, folder: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    result = run("read", folder, "-o", "out.parquet")
    assert result.status == 2
    assert "writing Parquet needs pyarrow: pip install 'kz_upr[tables]'" in result.err
