"""What has been read is kept, so that a run that was cut short is taken up again."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import kz_upr
from kz_upr import PositionValue
from kz_upr.cli import journal, table_files
from kz_upr.documents import batch

from made_readings import an_addendum, from_file  # isort: skip
from papers import pdf_that_draws_itself  # isort: skip

from .conftest import COMMAND, ENVIRONMENT, RunMain, rows_of

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


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
