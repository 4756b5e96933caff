"""Commands that write files and read documents: export, check, complete."""

import contextlib
import csv
import datetime
import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from attrs import evolve

import kz_upr
import papers
from kz_upr.checking.report import CheckReport, Finding
from kz_upr.cli import main
from made_review import REVIEW

from .conftest import COMMAND, ENVIRONMENT, RunMain, in_a_process, printed_at_terminal, saved_as

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and permissions are different on Windows")


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
        process = in_a_process("export")
        assert b"\r\r\n" not in process.stdout
        assert process.stdout.count(b"\r\n") == len(kz_upr.load_review().recommendations) + 1

    def test_is_utf_8_whatever_the_terminal_shows(self) -> None:
        ascii_terminal = {**ENVIRONMENT, "PYTHONIOENCODING": "ascii"}
        process = in_a_process("export", "--cycle", "2", "--state", "TUR", env=ascii_terminal)
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

    def test_of_a_review_that_is_not_bundled(self, run: RunMain, here: Path) -> None:
        saved_as(here / "made.json", evolve(REVIEW, date=datetime.date(2030, 1, 2)))
        for filters in ((), ("--state", REVIEW.recommendations[0].states[0].iso3)):
            assert {row["year"] for row in rows(run("export", "--from", "made.json", *filters).out)} == {"2030"}

    def test_filtered(self, run: RunMain) -> None:
        assert {row["position"] for row in rows(run("export", "--position", "noted").out)} == {"noted"}

    @pytest.mark.parametrize(("cycle", "options"), [(3, ()), (2, ("--format", "json"))])
    def test_json_is_the_review(self, run: RunMain, here: Path, cycle: int, options: tuple[str, ...]) -> None:
        """The name of the file sets the format."""
        assert run("export", "--cycle", str(cycle), *options, "-o", "out.json").status == 0
        assert kz_upr.from_json((here / "out.json").read_bytes()) == kz_upr.load_review(cycle)
        for format in ("JSON", "json"):
            shown = run("export", "--format", format, "--cycle", str(cycle)).out
            assert shown == (here / "out.json").read_text("utf-8")

    @pytest.mark.parametrize("output", ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
    def test_standard_output_by_name(self, run: RunMain, here: Path, output: str) -> None:
        result = run("export", "-o", output)
        assert (result.status, result.err) == (0, "")
        assert result.out == run("export").out
        assert list(here.iterdir()) == []

    def test_an_output_without_bytes(self, run: RunMain) -> None:
        """As of a notebook."""
        with contextlib.redirect_stdout(io.StringIO(newline="")) as out:
            assert main(["export"]) == 0
        assert out.getvalue().replace("\r\n", "\n") == run("export").out.replace("\r\n", "\n")

    @posix
    def test_dev_stdout_keeps_what_the_file_has(self, tmp_path: Path) -> None:
        """``kz-upr export -o /dev/stdout >> out.csv``"""
        path = tmp_path / "out.csv"
        path.write_bytes(b"before\r\n")
        with path.open("ab") as file:
            in_a_process("export", "-o", "/dev/stdout", stdout=file, check=True)
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
        expected = "expected a PDF, .docx, .json or .xlsx document, got"
        assert f"page.pdf: {expected} a web page (HTML)" in run(*command, "page.pdf").err
        (here / "empty.pdf").touch()
        assert f"empty.pdf: {expected} an empty file" in run(*command, "empty.pdf").err
        (here / "folder").mkdir()
        assert "folder: " in run(*command, "folder").err
        assert "argument FILE: expected the name of a file, got ''" in run(*command, "").err
        assert sorted(path.name for path in here.iterdir()) == ["empty.pdf", "folder", "page.pdf"]

    @posix
    @pytest.mark.parametrize("command", [("check",), ("complete", "-o", "out.json")], ids=str)
    def test_what_is_no_file(self, run: RunMain, here: Path, command: tuple[str, ...]) -> None:
        """A pipe can be read only once, and a document is read from its beginning more than once."""
        os.mkfifo(here / "pipe.pdf")
        assert run(*command, "pipe.pdf").err == "kz-upr: error: pipe.pdf: expected a file, got a pipe or a device\n"
        (here / "loop.pdf").symlink_to("loop.pdf")
        assert run(*command, "loop.pdf").err == "kz-upr: error: loop.pdf: Too many levels of symbolic links\n"

    def test_check_with_nothing_to_compare(self, run: RunMain, index_export: Path) -> None:
        result = run("check", index_export)
        assert (result.status, result.err) == (1, "")
        assert "nothing could be compared" in result.out

    def test_a_document_of_another_cycle(self, run: RunMain, here: Path) -> None:
        """The option that chooses the review is named, unless the review comes from a file."""
        pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")
        groups = [("Kazakhstan supports these:", ["Light the lamps (Peru);"])]
        papers.report(groups, state="Kazakhstan", session="twentieth").save(here / "report.pdf")
        refused = "kz-upr: error: A/HRC/99/1 belongs to cycle 2, not to cycle 3"

        assert run("check", "report.pdf").err == f"{refused}; add --cycle 2\n"
        assert run("complete", "report.pdf", "-o", "out.json").err == f"{refused}; add --cycle 2\n"
        saved_as(here / "saved.json", kz_upr.load_review(3))
        assert run("check", "report.pdf", "--from", "saved.json").err == f"{refused}\n"

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


class TestRefusedOutput:
    """What a command reads is never overwritten, by whatever name; nothing is written beside."""

    def names(self, path: Path) -> list[Path]:
        """The path, a relative one, a link, and a hard link to it."""
        link, hard = path.with_name("link.json"), path.with_name("hard.json")
        link.symlink_to(path)
        hard.hardlink_to(path)
        return [path, Path(os.path.relpath(path)), path.parent / "." / path.name, link, hard]

    @pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
    def test_an_input_of_complete(self, run: RunMain, index_export: Path) -> None:
        before = index_export.read_bytes()
        names = self.names(index_export)
        there = sorted(index_export.parent.iterdir())
        for name in names:
            for arguments in ((index_export, "-o", name), (name, "-o", index_export)):
                result = run("complete", *arguments)
                assert result.status == 2
                assert f"{arguments[2]}: would overwrite the input {arguments[0]}" in result.err
        assert index_export.read_bytes() == before
        assert sorted(index_export.parent.iterdir()) == there

    def test_whatever_its_ending(self, run: RunMain, here: Path) -> None:
        (here / "in.pdf").write_bytes(b"%PDF-1.7")
        result = run("complete", "in.pdf", "-o", "in.pdf")
        assert result.err == "kz-upr: error: in.pdf: would overwrite the input in.pdf; write to another file\n"
        assert (here / "in.pdf").read_bytes() == b"%PDF-1.7"

    def test_the_saved_review(self, run: RunMain, saved: Path, index_export: Path) -> None:
        before = saved.read_bytes()
        for arguments in (("complete", index_export), ("export",)):
            result = run(*arguments, "--from", saved, "-o", saved)
            assert result.status == 2
            assert "would overwrite the input" in result.err
        assert saved.read_bytes() == before

    @pytest.mark.parametrize("name", ["out.pdf", "out.csv", "out.json.gz"])
    def test_another_ending(self, run: RunMain, here: Path, index_export: Path, name: str) -> None:
        result = run("complete", index_export, "-o", name)
        assert result.err == f"kz-upr: error: expected a file name ending in .json, got {name}\n"
        assert list(here.iterdir()) == [index_export]

    @pytest.mark.parametrize(
        ("output", "told"),
        [
            ("", "argument -o/--output: expected the name of a file, got ''"),
            ("folder", "folder: Is a directory"),
            (".", ".: Is a directory"),
            ("new/", "new/: expected the name of a file"),
            ("nowhere/out.json", "nowhere/out.json: No such file or directory"),
            pytest.param("loop", "loop: Too many levels of symbolic links", marks=posix),
            pytest.param("loop/out.json", "loop/out.json: Too many levels of symbolic links", marks=posix),
            pytest.param("protected.json", "protected.json: the file is write-protected", marks=posix),
        ],
    )
    @pytest.mark.parametrize("command", [("export",), ("complete", "index.json")], ids=lambda command: command[0])
    @pytest.mark.usefixtures("index_export")
    def test_what_cannot_be_written(
        self, run: RunMain, here: Path, command: tuple[str, ...], output: str, told: str
    ) -> None:
        (here / "folder").mkdir()
        (here / "loop").symlink_to("loop")
        (here / "protected.json").write_text("old", encoding="utf-8")
        (here / "protected.json").chmod(0o444)
        before = sorted(here.rglob("*"))
        result = run(*command, "-o", output)
        assert (result.status, result.out) == (2, "")
        assert told in result.err
        assert result.err.count("\n") == 1
        assert sorted(here.rglob("*")) == before
        assert (here / "protected.json").read_text("utf-8") == "old"

    @posix
    def test_a_pipe(self, here: Path, run: RunMain) -> None:
        os.mkfifo(here / "pipe")
        read: list[str] = []
        reader = threading.Thread(target=lambda: read.append((here / "pipe").read_text("utf-8")))
        reader.start()
        assert run("export", "-o", "pipe").status == 0
        reader.join(60)
        assert read[0].startswith("id,review,")

    @posix
    def test_a_pipe_whose_reader_has_gone(self, here: Path) -> None:
        os.mkfifo(here / "pipe")
        process = subprocess.Popen(
            [*COMMAND, "export", "--all-reviews", "-o", "pipe"], stderr=subprocess.PIPE, env=ENVIRONMENT, cwd=here
        )
        (here / "pipe").open("rb").close()
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (128 + 13, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_full_device(self, run: RunMain) -> None:
        result = run("export", "-o", "/dev/full")
        assert (result.status, result.err) == (2, "kz-upr: error: /dev/full: No space left on device\n")


class TestFormulas:
    def test_are_escaped_in_the_command(self, run: RunMain, tmp_path: Path) -> None:
        (clause, *_) = REVIEW.recommendations[0].clauses
        asked = evolve(REVIEW.recommendations[0], clauses=(evolve(clause, summary="=HYPERLINK(1)"),))
        path = saved_as(tmp_path / "made.json", evolve(REVIEW, recommendations=(asked, *REVIEW.recommendations[1:])))
        row, *_ = rows(run("export", "--from", path).out)
        assert row["summary"] == "'=HYPERLINK(1)"
        assert row["number"] == "1.1"


class TestDamage:
    """A damaged document is read as far as possible, and the status tells."""

    @pytest.fixture(params=["damage", "reading"])
    def kind(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
        kind: str = request.param
        warning = kz_upr.ReadingWarning(kind=kind, code="x", place="document", message="Page 3 is missing.")  # type: ignore[arg-type]
        real = kz_upr.complete
        monkeypatch.setattr(kz_upr, "complete", lambda *given: evolve(real(*given), warnings=(warning,)))
        monkeypatch.setattr(
            kz_upr,
            "check",
            lambda review, *_: CheckReport(
                review=review.id,
                edition=None,
                findings=(Finding(aspect="a", where="b", ours="c", theirs="c", document="d"),),
                warnings=(warning,),
            ),
        )
        return kind

    def test_of_check(self, run: RunMain, index_export: Path, kind: str) -> None:
        result = run("check", index_export)
        assert result.status == (1 if kind == "damage" else 0)
        assert "Page 3 is missing." in result.out

    def test_of_complete(self, run: RunMain, index_export: Path, here: Path, kind: str) -> None:
        result = run("complete", index_export, "-o", "out.json")
        assert result.status == (1 if kind == "damage" else 0)
        assert "Warning: Page 3 is missing." in result.out
        assert (here / "out.json").exists()


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
