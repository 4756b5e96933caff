"""``kz-upr read``: one row for each demand of a State, written whole or not at all, and taken up where it was cut."""

import csv
import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr import PositionValue
from kz_upr.cli import journal, table_files
from kz_upr.documents import batch, read_report

from made_readings import an_addendum, from_file  # isort: skip
from papers import Paper, cover, pdf_that_draws_itself, report, word_list  # isort: skip

from .conftest import COMMAND, ENVIRONMENT, RunMain

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

TEXTS = [
    "Paint the fences (Peru, Togo); mend the lamps (Iceland);",
    "Count the boats (Chad);",
    "=HYPERLINK(1) the harbour (Peru);",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a report, an addendum to it and a list."""
    made = tmp_path / "papers"
    made.mkdir()
    report([("The recommendations below enjoy the support of Fiji:", TEXTS)], main=9).save(made / "a.pdf")
    paper = Paper()
    cover(paper, symbol="A/HRC/99/1/Add.1", more=("Addendum",))
    paper.page()
    paper.lines("9.2 Fiji does not support this recommendation.")
    paper.save(made / "b.pdf")
    word_list(made / "c.docx", [("9.1 Paint it (Peru);", "Noted", "- Harbours", "")])
    return made


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


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


def test_what_cannot_be_read_is_listed_and_the_rest_is_written(run: RunMain, folder: Path, here: Path) -> None:
    (folder / "aa.pdf").write_bytes(b"<html>Moved</html>")
    (folder / "z\x1b[2J.pdf").write_bytes(b"")

    result = run("read", folder, "-o", "out.csv")
    assert result.status == 1
    assert "7 rows of 3 documents written to out.csv" in result.err
    assert "aa.pdf: expected a PDF, got a web page (HTML)" in result.err
    assert "z\\u001b[2J.pdf: is empty (0 bytes)" in result.err
    assert "\x1b" not in result.err
    assert [path.name for path in here.iterdir() if path.is_file()] == ["out.csv"]


def test_nothing_is_written_if_nothing_can_be_read(run: RunMain, here: Path) -> None:
    (here / "a.pdf").write_bytes(b"")

    result = run("read", "a.pdf", "-o", "out.csv")
    assert result.status == 1
    assert [path.name for path in here.iterdir()] == ["a.pdf"]


def test_a_document_under_two_names_is_read_once(run: RunMain, folder: Path, here: Path) -> None:
    (folder / "z.pdf").write_bytes((folder / "a.pdf").read_bytes())

    result = run("read", folder, folder / "a.pdf", "-o", "out.jsonl")
    assert result.status == 0
    assert len(rows_of(here / "out.jsonl")) == 7
    assert f"{folder}/z.pdf: the same file as {folder}/a.pdf" in result.err


def test_a_damaged_document_is_told_and_strict_leaves_it_out(
    run: RunMain, folder: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "read_document", damaged)

    result = run("read", folder / "a.pdf", "-o", "out.jsonl")
    assert result.status == 1
    assert f"damaged:\n  {folder}/a.pdf: the second page is missing" in result.err
    assert len(rows_of(here / "out.jsonl")) == 5

    result = run("read", folder / "a.pdf", "-o", "strict.jsonl", "--strict")
    assert result.status == 1
    assert f"not read:\n  {folder}/a.pdf: is damaged: the second page is missing" in result.err
    assert not (here / "strict.jsonl").exists()


def damaged(path: Path, *, strict: bool) -> Any:
    reading = read_report(path)
    warning = kz_upr.ReadingWarning(
        kind=kz_upr.WarningKind.DAMAGE, code="page", place="page 2", message="the second page is missing"
    )
    return attrs.evolve(reading, warnings=(warning, *reading.warnings))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("papers", "-o", "out.xlsx"), "expected a file name ending in .parquet, .csv, .jsonl; got out.xlsx"),
        (("nowhere", "-o", "out.csv"), "nowhere: No such file or directory"),
        (("empty", "-o", "out.csv"), "no document (.pdf, .docx, .doc, .json, .xlsx) in empty"),
        (("papers", "-o", "nowhere/out.csv"), "nowhere/out.csv.part: No such file or directory"),
        (("papers", "-o", "folder.csv"), "folder.csv: Is a directory"),
        (("papers/a.csv", "-o", "papers/a.csv"), "papers/a.csv: is one of the documents; write to another file"),
        (("papers", "-o", "out.csv", "--workers", "0"), "expected a number of at least 1, got '0'"),
    ],
)
def test_what_cannot_be_done_is_refused_before_reading(
    run: RunMain, folder: Path, here: Path, arguments: tuple[str, ...], told: str
) -> None:
    (here / "empty").mkdir()
    (here / "folder.csv").mkdir()
    (folder / "a.csv").touch()
    before = sorted(here.rglob("*"))

    result = run("read", *arguments)
    assert result.status == 2
    assert told in result.err
    assert sorted(here.rglob("*")) == before


def test_a_library_that_is_not_installed(
    run: RunMain, folder: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "read_document", not_installed)

    result = run("read", folder / "a.pdf", "-o", "out.csv")
    assert result.status == 2
    assert result.err == "kz-upr: error: needs lamps: pip install lamps\n"
    assert [path.name for path in here.iterdir() if path.is_file()] == []


def not_installed(path: Path, *, strict: bool) -> Any:
    raise ImportError("needs lamps: pip install lamps")


def test_parquet_without_its_library(run: RunMain, folder: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    result = run("read", folder, "-o", "out.parquet")
    assert result.status == 2
    assert "writing Parquet needs pyarrow: pip install 'kz_upr[tables]'" in result.err


# What was cut short


def refuse(path: Path, *, strict: bool) -> Any:
    raise AssertionError(f"{path} is read again")


def test_what_has_been_read_is_not_read_again(
    run: RunMain, folder: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("read", folder, "-o", "whole.jsonl").status == 0
    with monkeypatch.context() as patched:
        patched.setattr(table_files, "whole_file", full)  # everything is read, and nothing can be written
        assert run("read", folder, "-o", "out.jsonl").status == 2
    assert (here / "out.jsonl.part").exists()
    with (here / "out.jsonl.part").open("ab") as file:
        file.write(b'["ab')  # a line that was not written to its end
    (folder / "a.pdf").rename(folder / "b2.pdf")
    with monkeypatch.context() as patched:
        patched.setattr(batch, "read_document", refuse)
        assert run("read", folder, "-o", "out.jsonl").status == 0

    assert not (here / "out.jsonl.part").exists()
    wanted, found = rows_of(here / "whole.jsonl"), rows_of(here / "out.jsonl")
    assert sorted(map(without_file, found)) == sorted(map(without_file, wanted))
    assert [Path(row["file"]).name for row in found] == ["b.pdf"] + ["b2.pdf"] * 5 + ["c.docx"]


def full(path: str) -> Any:
    raise OSError(28, "No space left on device", path)


def without_file(row: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in row.items() if name != "file"})


def test_what_another_version_has_read_is_read_again(
    run: RunMain, folder: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(table_files, "whole_file", full)
        patched.setattr(kz_upr, "__version__", "0.0.9")
        run("read", folder / "b.pdf", "-o", "out.jsonl")
    assert "0.0.9" in (here / "out.jsonl.part").read_text(encoding="utf-8")
    monkeypatch.setattr(batch, "read_document", refuse)

    assert "is read again" in run("read", folder / "b.pdf", "-o", "out.jsonl").err


def test_a_file_of_another_program_is_left_alone(run: RunMain, folder: Path, here: Path) -> None:
    part = here / "out.csv.part"
    part.write_bytes(b"\xff\x00 half a download")

    result = run("read", folder / "b.pdf", "-o", "out.csv")
    assert result.status == 2
    assert "out.csv.part: already exists and is not a journal of kz-upr read" in result.err
    assert part.read_bytes() == b"\xff\x00 half a download"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_keeps_what_has_been_read(folder: Path, here: Path, run: RunMain, sent: int) -> None:
    (folder / "d.pdf").write_bytes(pdf_that_draws_itself())
    process = subprocess.Popen(
        [*COMMAND, "read", str(folder), "-o", "out.jsonl", "--workers", "1"],
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        text=True,
    )
    part = here / "out.jsonl.part"
    try:
        while not part.exists() or part.read_bytes().count(b"\n") < 4:
            time.sleep(0.05)
    finally:
        process.send_signal(sent)
        process.communicate()
    assert process.returncode != 0
    assert [path.name for path in here.iterdir() if path.is_file()] == ["out.jsonl.part"]

    (folder / "d.pdf").unlink()
    assert run("read", folder, "-o", "out.jsonl").status == 0
    assert len(rows_of(here / "out.jsonl")) == 7


def test_a_line_of_a_journal_without_its_end_is_not_used(here: Path) -> None:
    """Whatever of the line was written, if only its end is missing."""
    addendum = an_addendum({"139.1": PositionValue.NOTED})
    first, second = (from_file(addendum, sha256=f"{place:064}") for place in range(2))
    with journal.Journal(here / "out.part") as kept:
        hashes = [kept.add(first), kept.add(second)]
    (here / "out.part").write_bytes((here / "out.part").read_bytes()[:-1])
    with journal.Journal(here / "out.part") as again:
        assert [sha256 in again for sha256 in hashes] == [True, False]
        again.add(second)
        assert [len(again[sha256].rows) for sha256 in hashes] == [1, 1]


def test_a_journal_keeps_many_documents(here: Path) -> None:
    """Their rows stay in the file; a document is found by its hash."""
    readings = [
        from_file(an_addendum({"139.1": value}), sha256=f"{place:064}") for place, value in enumerate(PositionValue)
    ]
    with journal.Journal(here / "out.part") as kept:
        hashes = [kept.add(reading) for reading in readings]
    with journal.Journal(here / "out.part") as again:
        assert [sha256 in again for sha256 in (*hashes, "f" * 64)] == [True] * len(readings) + [False]
        assert [
            value for sha256 in hashes for row in again[sha256].rows for value in row if value in list(PositionValue)
        ] == list(PositionValue)
