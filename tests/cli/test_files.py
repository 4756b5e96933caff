"""Commands that write files and read documents: export, check, complete."""

import csv
import datetime
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

import kz_upr
from conftest import HOME
from made_review import REVIEW

from .conftest import RunMain, printed_at_terminal

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HOME)}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


class TestExport:
    def test_csv_on_standard_output_and_in_a_file(self, run: RunMain, here: Path) -> None:
        result = run("export", "--per", "state", "-o", "out.csv")
        assert (result.status, result.out) == (0, "")
        assert result.err == "18 rows written to out.csv\n"
        written = (here / "out.csv").read_text(encoding="utf-8")
        assert rows(run("export", "--per", "state").out) == rows(written)
        assert len(rows(written)) == len(kz_upr.to_records(kz_upr.load_review().recommendations, per="state"))

    def test_lines_on_standard_output_end_once(self) -> None:
        process = subprocess.run([sys.executable, "-m", "kz_upr", "export"], capture_output=True, env=ENVIRONMENT)
        assert b"\r\r\n" not in process.stdout
        assert process.stdout.count(b"\r\n") == len(kz_upr.load_review().recommendations) + 1

    def test_is_utf_8_whatever_the_terminal_shows(self) -> None:
        process = subprocess.run(
            [sys.executable, "-m", "kz_upr", "export", "--cycle", "2", "--state", "TUR"],
            capture_output=True,
            env={**ENVIRONMENT, "PYTHONIOENCODING": "ascii"},
        )
        assert "Türkiye" in process.stdout.decode("utf-8")
        assert process.stdout.count(b"\r\n") == process.stdout.count(b"\n")

    def test_every_table(self, run: RunMain) -> None:
        points = rows(run("export", "--per", "point").out)
        estonian = [row for row in points if row["statement"] == "KAZ-3-dialogue-est"]
        assert sum(row["act"] == "recommends" for row in estonian) == 4  # numbered 1 to 4 on the mission's page
        (delegation,) = rows(run("export", "--per", "delegation").out)
        assert len(delegation["institutions"].split("; ")) == 11
        (review,) = rows(run("export", "--per", "review", "--cycle", "2").out)
        assert (review["received"], review["supported"], review["noted"]) == ("194", "144", "50")

    def test_filters_select_points(self, run: RunMain) -> None:
        """The mission's page numbers the five recommendations of France."""
        french = rows(run("export", "--per", "point", "--state", "France", "--act", "recommends").out)
        assert {row["statement"] for row in french} == {"KAZ-3-dialogue-fra"}
        assert len(french) == 5

    @pytest.mark.parametrize(
        ("per", "filters"),
        [("point", ("--position", "noted")), ("clause", ("--act", "commits")), ("delegation", ("--state", "FRA"))],
    )
    def test_filters_that_do_not_fit_the_rows(self, run: RunMain, per: str, filters: tuple[str, str]) -> None:
        result = run("export", "--per", per, *filters)
        assert result.status == 2
        assert f"leave out {filters[0]}" in result.err

    def test_of_every_review(self, run: RunMain) -> None:
        written = rows(run("export", "--all-reviews").out)
        assert len(written) == sum(len(review.recommendations) for review in kz_upr.load_reviews())
        protocol = rows(run("export", "--all-reviews", "--instrument", "Rome Statute", "--position", "noted").out)
        assert {row["review"] for row in protocol} >= {"KAZ-1"}

    def test_the_file_name_sets_the_format(self, run: RunMain, here: Path) -> None:
        assert run("export", "-o", "out.json").status == 0
        assert run("export", "--format", "JSON").out == (here / "out.json").read_text("utf-8")
        assert kz_upr.from_json((here / "out.json").read_bytes()) == kz_upr.load_review()

    def test_of_a_review_that_is_not_bundled(self, run: RunMain, here: Path) -> None:
        dated = evolve(REVIEW, date=datetime.date(2030, 1, 2))
        (here / "made.json").write_text(kz_upr.to_json(dated), encoding="utf-8")
        for filters in ((), ("--state", dated.recommendations[0].states[0].iso3)):
            assert {row["year"] for row in rows(run("export", "--from", "made.json", *filters).out)} == {"2030"}

    def test_filtered(self, run: RunMain) -> None:
        assert {row["position"] for row in rows(run("export", "--position", "noted").out)} == {"noted"}

    def test_json_is_the_review(self, run: RunMain, here: Path) -> None:
        run("export", "--format", "json", "--cycle", "2", "-o", "out.json")
        assert kz_upr.from_json((here / "out.json").read_bytes()) == kz_upr.load_review(2)
        assert run("export", "--format", "json", "--cycle", "2").out == (here / "out.json").read_text("utf-8")

    @pytest.mark.parametrize("output", ["-", "/dev/stdout"])
    def test_standard_output_by_name(self, run: RunMain, here: Path, output: str) -> None:
        result = run("export", "-o", output)
        assert (result.status, result.err) == (0, "")
        assert result.out == run("export").out
        assert list(here.iterdir()) == []

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/stdout")
    def test_dev_stdout_keeps_what_the_file_has(self, tmp_path: Path) -> None:
        """``kz-upr export -o /dev/stdout >> out.csv``"""
        path = tmp_path / "out.csv"
        path.write_bytes(b"before\r\n")
        with path.open("ab") as file:
            command = [sys.executable, "-m", "kz_upr", "export", "-o", "/dev/stdout"]
            subprocess.run(command, stdout=file, check=True, env=ENVIRONMENT)
        assert path.read_bytes().startswith(b"before\r\nid,review,")


class TestDocuments:
    def test_standard_input_is_no_document(self, run: RunMain) -> None:
        result = run("check", "-")
        assert (result.status, result.out) == (2, "")
        assert "standard input" in result.err

    def test_missing_document(self, run: RunMain, tmp_path: Path) -> None:
        path = tmp_path / "missing.pdf"
        result = run("check", path)
        assert (result.status, result.out) == (2, "")
        assert str(path) in result.err

    @pytest.mark.parametrize("command", [("check",), ("complete", "-o", "out.json")], ids=str)
    def test_file_that_is_no_document(
        self, run: RunMain, here: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
    ) -> None:
        """What is wrong with the file is told before what is not installed."""
        monkeypatch.setitem(sys.modules, "pypdfium2", None)
        assert "no.pdf: No such file" in run(*command, "no.pdf").err
        (here / "page.pdf").write_text("<html>", encoding="utf-8")
        assert "page.pdf: expected a PDF, .docx, .json or .xlsx document" in run(*command, "page.pdf").err
        assert [path.name for path in here.iterdir()] == ["page.pdf"]

    def test_check_with_nothing_to_compare(self, run: RunMain, index_export: Path) -> None:
        result = run("check", index_export)
        assert (result.status, result.err) == (1, "")
        assert "nothing could be compared" in result.out

    def test_complete_to_a_file(self, run: RunMain, index_export: Path, tmp_path: Path) -> None:
        path = tmp_path / "kaz-3.json"
        result = run("complete", index_export, "-o", path)
        assert (result.status, result.err) == (0, "")
        assert "KAZ-3 written to" in result.words
        assert "19 of 245 recommendations" in result.words
        review = kz_upr.from_json(path.read_bytes(), kz_upr.Review)
        assert kz_upr.find_recommendation(review, "139.1").states == (kz_upr.resolve_state("Peru"),)

    def test_complete_to_standard_output(self, run: RunMain, index_export: Path, here: Path) -> None:
        result = run("complete", index_export, "-o", "-")
        assert result.status == 0
        assert kz_upr.from_json(result.out).id == "KAZ-3"
        assert "19 of 245 recommendations" in result.err
        assert list(here.iterdir()) == [index_export]


class TestProgressBar:
    def test_names_the_file_and_is_gone_at_the_end(self, index_export: Path) -> None:
        pytest.importorskip("tqdm")
        before_report, _, _ = printed_at_terminal("check", index_export).decode().partition("KAZ-3, edition")
        assert "index.json" in before_report
        assert before_report.split("\r")[-2].isspace()  # overwritten with spaces

    def test_only_at_a_terminal(self, run: RunMain, index_export: Path) -> None:
        assert run("check", index_export).err == ""

    def test_none_without_tqdm(self, run: RunMain, index_export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with_tqdm = run("check", index_export)
        monkeypatch.setitem(sys.modules, "tqdm", None)
        assert run("check", index_export) == with_tqdm
