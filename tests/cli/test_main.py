"""Exit statuses, errors and streams; some need a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kz_upr
from conftest import HOME, Run

from .conftest import RunMain


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "--cycle", "9"), ["9", "1, 2, 3, 4"]),
        (("show", "--cycle", "three"), ["three"]),
        (("show", "--edition", "2024.1"), ["2024.1", "2025.4", "2026.11"]),
        (("recommendations", "139.123"), ["139.123", "139.124"]),
        (("recommendations", "--state", "Frnace"), ["Frnace", "France"]),
        (("recommendations", "--position", "rejected"), ["rejected", "supported", "calls it noted"]),
        (("recommendations", "--position", "Accepted"), ["calls it supported"]),
        (("recommendations", "124.10"), ["124.10", "found in cycle 2: add --cycle 2"]),
        (("recommendations", "--theme", "Z9"), ["Z9"]),
        (("recommendations", "--theme", "deth penalty"), ["deth penalty", "Death penalty"]),
        (("recommendations", "--instrument", "Treaty of Westphalia"), ["Westphalia"]),
        (("statements", "--speaker", "Estnia"), ["Estnia", "Estonia"]),
        (("statements", "--speaker", "Beketaev"), ["Beketaev", "Beketayev"]),
        (("statements", "--setting", "corridor"), ["corridor", "interactive dialogue", "Council: States"]),
        (("statements", "--act", "shouts"), ["shouts", "calls for"]),
        (("statements", "--speaker", ""), ["expected a name or words, got ''"]),
        (("statements", "--setting", " "), ["expected a name or words, got ' '"]),
        (("statements", ""), ["expected words to look for, got ''"]),
        (("search", ""), ["expected words to look for, got ''"]),
        (("search", "torture", "--limit", "0"), ["expected a number from 1, got '0'"]),
        (("search", "torture", "--limit", "-1"), ["expected a number from 1, got '-1'"]),
        (("search", "torture", "--all-reviews", "--cycle", "2"), ["leave out --cycle"]),
        (("export", "--all-reviews", "-o", "out.json"), ["JSON is the whole review"]),
        (("--cycle", "2019"), ["2019 is cycle 3: --cycle 3"]),
        (("cite", "124.10"), ["no recommendation '124.10'", "found in cycle 2: add --cycle 2"]),
        (("cite", "A/HRC/14/37"), ["symbol of a source", "found in cycle 1: add --cycle 1"]),
        (("cite", "KAZ-3-d-notd"), ["nearest: KAZ-3-d-noted"]),
        (("cite", "my notes"), ["statement, point, discrepancy or source", "number of a recommendation"]),
        (("discrepancies", "KAZ-3-d-notd"), ["nearest: KAZ-3-d-noted"]),
        (("search",), ["WORD"]),
        (("search", "torture", "--all-reviews", "--from", "saved.json"), ["leave out --from"]),
        (("cite", "1.1"), ["1.1"]),
        (("cite", "--style", "apa"), ["apa"]),
        (("editions", "2025.4"), ["two editions"]),
        (("editions", "2025.4", "2024.1"), ["2024.1"]),
        (("export", "-o", "nowhere/at/all.csv"), ["nowhere"]),
        (("export", "--format", "json", "-o", "nowhere/at/all.json"), ["nowhere"]),
        (("dance",), ["dance"]),
        (("--colour",), ["--colour"]),
        (("recommendations", "139.114", "--state", "France"), ["leave out --state"]),
        (("export", "--format", "json", "--theme", "F3"), ["JSON is the whole review"]),
        (("export", "-o", "table.xlsx"), ["expected a file name ending in .csv, got table.xlsx"]),
        (("export", "-o", "nowhere/table.csv"), ["nowhere/table.csv: No such file or directory"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_errors_are_explained_on_standard_error(
    run: RunMain, here: Path, arguments: tuple[str, ...], told: list[str]
) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert result.out == ""
    assert "Traceback" not in result.err
    assert "kz-upr" in result.err
    assert all(part in result.err for part in told), result.err
    assert list(here.iterdir()) == []


def test_error_as_a_process(command: Run, tmp_path: Path) -> None:
    process = command("cite", "1.1", cwd=tmp_path)
    assert process.returncode == 2
    assert process.stdout == ""
    assert process.stderr.startswith("kz-upr: error: no recommendation '1.1'")


def test_python_m(command: Run, run: RunMain) -> None:
    process = command("cite")
    assert process.returncode == 0
    assert "edition" in process.stdout
    assert process.stdout == run("cite").out


def test_version(run: RunMain) -> None:
    result = run("--version")
    assert result.status == 0
    assert result.out == f"kz_upr {kz_upr.__version__}, data {kz_upr.DATA_EDITION}\n"


class TestReviewFromAFile:
    @pytest.mark.parametrize(
        "arguments", [("show",), ("recommendations", "--state", "Austria"), ("discrepancies",), ("export",), ("cite",)]
    )
    def test_output_is_the_same(self, run: RunMain, saved: Path, arguments: tuple[str, ...]) -> None:
        assert run(*arguments, "--from", saved).out == run(*arguments, "--cycle", "2").out

    def test_standard_input(self, run: RunMain, saved: Path) -> None:
        with saved.open("rb") as file:
            process = subprocess.run(
                [sys.executable, "-m", "kz_upr", "cite", "--from", "-"],
                stdin=file,
                capture_output=True,
                text=True,
                encoding="utf-8",
                env={**os.environ, "PYTHONPATH": str(HOME)},
            )
        assert process.stdout == run("cite", "--cycle", "2").out

    def test_file_without_a_review(self, run: RunMain, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text("{}", encoding="utf-8")
        result = run("show", "--from", tmp_path / "a.json")
        assert result.status == 2
        assert "'state' is missing" in result.err

    def test_broken_file_is_named(self, run: RunMain, here: Path) -> None:
        (here / "saved.json").write_text("{", encoding="utf-8")
        result = run("show", "--from", "saved.json")
        assert result.status == 2
        assert "saved.json: not a review" in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close differently on Windows")
@pytest.mark.parametrize("arguments", [(), ("statements",), ("export", "--format", "json"), ("export", "--cycle", "2")])
def test_reader_closes_the_pipe(arguments: tuple[str, ...]) -> None:
    """``kz-upr … | head -1``"""
    process = subprocess.Popen(
        [sys.executable, "-m", "kz_upr", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(HOME)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 0
    assert errors == b""


COMMANDS = [[], ["statements"], ["recommendations", "--cycle", "2"], ["export"]]


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=str,
)
def test_terminal_that_cannot_show_every_letter(environment: dict[str, str]) -> None:
    process = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"from kz_upr.cli import main; print([main(c) for c in {COMMANDS}])"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(HOME), **environment},
    )
    assert process.returncode == 0, process.stderr
    assert process.stderr == b""
    for part in (b"third cycle", b"Contents, with", b"194 recommendations shown", b"id,review,", b"[0, 0, 0, 0]"):
        assert part in process.stdout
