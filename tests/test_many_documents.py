"""The page on many documents: its recipes run, its queries give the counts that it shows, every column is explained."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from kz_upr.cli import main
from kz_upr.cli.demands import COLUMNS

from papers import report  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs" / "many-documents.md").read_text(encoding="utf-8")


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory whose folder ``reports`` has three reports, made up."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "reports"
    folder.mkdir()
    for state, texts in {
        "Fiji": ["Abolish the death penalty (Peru, Chad);"],
        "Togo": ["Paint the fences (Peru);", "Train the keepers (Norway);"],
        "Iceland": ["Mend the lamps (Norway, Peru, Chad);"],
    }.items():
        groups = [(f"The recommendations below enjoy the support of {state}:", texts)]
        report(groups, state=state, speakers=("Peru", "Norway", "Chad")).save(folder / f"{state}.pdf")
    return folder


def test_every_column_is_explained(page: str) -> None:
    explained = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)

    assert sorted(re.findall(r"`(\w+)`", " ".join(explained))) == sorted(["file", *(column.name for column in COLUMNS)])


@pytest.mark.parametrize("scheduler", ["synchronous", "threads", "processes"])
def test_the_recipe_for_dask(page: str, reports: Path, scheduler: str) -> None:
    dask = pytest.importorskip("dask", reason="needs dask")
    recipe = next(block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "dask.bag" in block)
    space: dict[str, Any] = {}
    with dask.config.set(scheduler=scheduler, num_workers=2):
        exec(recipe, space)  # noqa: S102

    assert space["demands"] == {"PER": 3, "TCD": 2, "NOR": 2}


def test_the_loop_over_a_folder(page: str, reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reports / "A.pdf").write_bytes(b"<html>Moved</html>")
    loop = next(block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "read_documents" in block)
    exec(re.sub(r"^(>>>|\.\.\.) ?", "", loop, flags=re.MULTILINE), {})  # noqa: S102

    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("not read: ")
    assert first.endswith("A.pdf: expected a PDF, got a web page (HTML)")
    assert [line.split()[:2] for line in others] == [["A/HRC/99/1", count] for count in "112"]


def test_the_queries_over_a_table(repository: Path, reports: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb")
    pytest.importorskip("pyarrow", reason="needs the extra kz_upr[tables]")
    assert main(["read", "reports", "-o", "reports.parquet"]) == 0
    queries = counting(repository).queries()

    assert list(queries) == ["years", "states", "groups", "topics"]
    rows = {name: duckdb.sql(query).fetchall() for name, query in queries.items()}
    assert rows["years"] == [(2010, 3, 7, 7, 0, 0)]
    assert rows["states"] == [("Peru", 3, 3, 100), ("Chad", 2, 2, 100), ("Norway", 2, 2, 100)]
    western, african, latin = (
        "Western European and other States",
        "African States",
        "Latin American and Caribbean States",
    )
    assert rows["groups"] == sorted(
        [
            *((african, to, 1, 1) for to in ("Asia-Pacific States", western)),
            *((latin, to, 1, 1) for to in (african, "Asia-Pacific States", western)),
            *((western, to, 1, 1) for to in (african, western)),
        ]
    )
    assert [row for row in rows["topics"] if row[0] == "Death penalty"] == [
        ("Death penalty", african, 2, 1, 1, 0),
        ("Death penalty", latin, 3, 1, 1, 0),
        ("Death penalty", western, 2, 0, 0, 0),
    ]


def test_the_counts_of_the_page_are_those_of_the_reports(repository: Path, shared: Path, tmp_path: Path) -> None:
    """Reads all 151 reports."""
    pytest.importorskip("duckdb", reason="needs duckdb")
    pytest.importorskip("pyarrow", reason="needs the extra kz_upr[tables]")
    folder = shared / "corpus" / "reports-2008-2014"
    files = sorted(map(str, folder.glob("*.pdf")))
    assert main(["read", *files, "-o", str(tmp_path / "reports.parquet")]) == 0

    answers = dict(counting(repository).answers(tmp_path, folder / "rows.json"))
    kept = {file.stem: file.read_text(encoding="utf-8") for file in (repository / "docs" / "demands").glob("*.csv")}
    assert kept == answers, "python tools/count_demands.py writes them anew"


def counting(repository: Path) -> Any:
    """The module ``tools/count_demands.py``."""
    spec = importlib.util.spec_from_file_location("count_demands", repository / "tools" / "count_demands.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
