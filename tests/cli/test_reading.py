"""``kz-upr read``: what is written, what is refused, and what is told."""

from pathlib import Path
from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr.documents import batch, read_report

from refusals import not_installed  # isort: skip

from .conftest import RunMain, rows_of

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


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
    return attrs.evolve(reading, review=attrs.evolve(reading.review, warnings=(warning, *reading.warnings)))


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
