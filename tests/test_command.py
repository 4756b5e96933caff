"""The command, run as a user runs it."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kz_upr
from conftest import HOME, Run

PAGES: list[tuple[str, ...]] = [
    (),
    ("show",),
    ("--cycle", "1"),
    ("show", "--cycle", "2"),
    ("show", "--cycle", "4"),
    ("show", "--edition", "2025.4"),
    ("recommendations",),
    ("recommendations", "139.124"),
    ("recommendations", "139.2"),
    ("recommendations", "--cycle", "2"),
    ("recommendations", "--cycle", "1", "--state", "Nigeria"),
    ("recommendations", "--cycle", "4"),
    ("statements",),
    ("statements", "lawyers"),
    ("statements", "no-such-word"),
    ("statements", "--cycle", "2"),
    ("editions",),
    ("editions", "2025.4", "2026.11"),
    ("--help",),
    ("recommendations", "--help"),
    ("export", "--help"),
    ("cite", "--help"),
]


@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_a_page(command: Run, arguments: tuple[str, ...]) -> None:
    process = command(*arguments)
    assert process.returncode == 0, process.stderr
    assert process.stderr == ""
    assert process.stdout.endswith("\n")
    assert "\x1b" not in process.stdout
    assert "\t" not in process.stdout
    lines = process.stdout.split("\n")
    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert "None" not in process.stdout
    assert "<" not in process.stdout


def test_the_session_at_a_glance(command: Run) -> None:
    page = " ".join(command().stdout.split())
    for part in (
        "Kazakhstan, third cycle",
        "7 November 2019",
        "34th session",
        "Geneva",
        "Marat Beketayev",
        "Supreme Court",
        "Human Rights Commission under the President",
        "245 received, 214 supported, 31 noted",
        f"{len(kz_upr.load_review().recommendations)} of 245",
        "decision 43/109 of 12 March 2020",
        "31st meeting",
        "Estonia",
        "Alliance Defending Freedom",
        "Cite as",
        "A/HRC/43/10",
        "edition 2026.11",
        kz_upr.__version__,
    ):
        assert part in page, part


def test_before_or_after_the_command(command: Run) -> None:
    assert command("--cycle", "2").stdout == command("show", "--cycle", "2").stdout
    assert command("--cycle", "2", "recommendations").stdout == command("recommendations", "--cycle", "2").stdout
    assert command("show").stdout == command().stdout


def test_what_the_press_release_alone_says(command: Run) -> None:
    page = command("--edition", "2025.4").stdout
    assert "M. Beketayev" in page
    for absent in ("34th", "245", "214", "43/109", "A/HRC"):
        assert absent not in page


def test_filters(command: Run) -> None:
    noted = command("recommendations", "--position", "noted").stdout
    assert "139.114" in noted
    assert "139.124" not in noted
    french = command("recommendations", "--state", "France").stdout
    assert "139.124" in french
    assert "139.161" not in french
    assert "0 shown" in command("recommendations", "--state", "Tuvalu").stdout


def test_one_in_full(command: Run) -> None:
    page = command("recommendations", "139.114").stdout
    for part in ("KAZ-3-139.114", "Czechia", "noted", "A/HRC/43/2"):
        assert part in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "--cycle", "9"), ["9", "1, 2, 3, 4"]),
        (("show", "--cycle", "three"), ["three"]),
        (("show", "--edition", "2024.1"), ["2024.1", "2025.4", "2026.11"]),
        (("recommendations", "139.123"), ["139.123", "139.124"]),
        (("recommendations", "--state", "Frnace"), ["Frnace", "France"]),
        (("recommendations", "--position", "rejected"), ["rejected", "supported"]),
        (("recommendations", "--topic", "Z9"), ["Z9"]),
        (("cite", "1.1"), ["1.1"]),
        (("cite", "--style", "apa"), ["apa"]),
        (("editions", "2025.4"), ["two editions"]),
        (("editions", "2025.4", "2024.1"), ["2024.1"]),
        (("export", "-o", "nowhere/at/all.csv"), ["nowhere"]),
        (("export", "--format", "json", "-o", "nowhere/at/all.json"), ["nowhere"]),
        (("dance",), ["dance"]),
        (("--colour",), ["--colour"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_errors_are_explained_on_the_other_stream(
    command: Run, tmp_path: Path, arguments: tuple[str, ...], told: list[str]
) -> None:
    process = command(*arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert process.stdout == ""
    assert "Traceback" not in process.stderr
    assert "kz-upr" in process.stderr
    assert all(part in process.stderr for part in told), process.stderr
    assert list(tmp_path.iterdir()) == []


class TestCite:
    def test_styles(self, command: Run) -> None:
        assert "edition 2026.11" in command("cite").stdout
        assert command("cite", "139.124", "--style", "bibtex").stdout.startswith("@")
        assert json.loads(command("cite", "139.124", "--style", "csl-json").stdout)

    def test_as_the_function_says(self, command: Run) -> None:
        recommendation = kz_upr.find_recommendation(kz_upr.load_review(), "139.124")
        assert command("cite", "139.124").stdout == kz_upr.cite(recommendation) + "\n"


class TestExport:
    def test_csv_to_the_screen_and_to_a_file(self, command: Run, tmp_path: Path) -> None:
        process = command("export", "--per", "state", "-o", "out.csv", cwd=tmp_path)
        assert (process.returncode, process.stdout) == (0, "")
        assert process.stderr == "18 rows written to out.csv\n"
        written = (tmp_path / "out.csv").read_text(encoding="utf-8")
        assert list(csv.DictReader(io.StringIO(command("export", "--per", "state").stdout))) == list(
            csv.DictReader(io.StringIO(written))
        )
        assert len(list(csv.DictReader(io.StringIO(written)))) == len(
            kz_upr.to_records(kz_upr.load_review().recommendations, per="state")
        )

    def test_lines_to_the_screen_end_once(self) -> None:
        process = subprocess.run(
            [sys.executable, "-m", "kz_upr", "export"],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(HOME)},
        )
        assert b"\r\r\n" not in process.stdout
        assert process.stdout.count(b"\r\n") == len(kz_upr.load_review().recommendations) + 1

    def test_filtered(self, command: Run) -> None:
        rows = list(csv.DictReader(io.StringIO(command("export", "--position", "noted").stdout)))
        assert {row["position"] for row in rows} == {"noted"}

    def test_json_is_the_review(self, command: Run, tmp_path: Path) -> None:
        command("export", "--format", "json", "--cycle", "2", "-o", "out.json", cwd=tmp_path)
        assert kz_upr.from_json((tmp_path / "out.json").read_bytes()) == kz_upr.load_review(2)
        assert command("export", "--format", "json", "--cycle", "2").stdout == (tmp_path / "out.json").read_text(
            "utf-8"
        )


def test_editions(command: Run) -> None:
    page = command("editions").stdout
    assert "2025.4" in page
    assert "2026.11" in page
    assert "14 April 2025" in page


def test_version(command: Run) -> None:
    process = command("--version")
    assert process.returncode == 0
    assert process.stdout == f"kz_upr {kz_upr.__version__}, data {kz_upr.DATA_EDITION}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize("arguments", [(), ("statements",), ("export", "--format", "json"), ("export", "--cycle", "2")])
def test_a_reader_that_had_enough(arguments: tuple[str, ...]) -> None:
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
@pytest.mark.parametrize("arguments", [(), ("statements",), ("recommendations", "--cycle", "2"), ("export",)])
def test_where_not_every_letter_can_be_shown(arguments: tuple[str, ...], environment: dict[str, str]) -> None:
    process = subprocess.run(
        [sys.executable, "-W", "error", "-m", "kz_upr", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(HOME), **environment},
    )
    assert process.returncode == 0, process.stderr
    assert process.stderr == b""
    assert process.stdout


def test_colour_only_at_a_terminal() -> None:
    pty = pytest.importorskip("pty")
    shown = {}
    for setting in ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"}):
        master, slave = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "kz_upr", "show", "--edition", "2025.4"],
            stdout=slave,
            stderr=slave,
            env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "PYTHONPATH": str(HOME), **setting},
        )
        os.close(slave)
        content = b""
        while True:
            try:
                part = os.read(master, 4096)
            except OSError:
                break
            if not part:
                break
            content += part
        os.close(master)
        assert process.wait(60) == 0
        shown[tuple(setting)] = content
    assert b"\x1b[1m" in shown[()]
    assert b"\x1b" not in shown[("NO_COLOR",)]
    assert b"\x1b" not in shown[("TERM",)]


def test_main_can_be_called(capsys: pytest.CaptureFixture[str]) -> None:
    from kz_upr.__main__ import main

    assert main(["cite"]) == 0
    assert "edition" in capsys.readouterr().out
    assert main(["cite", "1.1"]) == 2
    assert "no recommendation '1.1'" in capsys.readouterr().err


class TestKeptFile:
    """A review that was written to a file stands in for the bundled one."""

    @pytest.fixture
    def kept(self, tmp_path: Path) -> Path:
        path = tmp_path / "kept.json"
        path.write_text(kz_upr.to_json(kz_upr.load_review(2)), encoding="utf-8")
        return path

    @pytest.mark.parametrize(
        "arguments", [("show",), ("recommendations", "--state", "Austria"), ("discrepancies",), ("export",), ("cite",)]
    )
    def test_answers_are_the_same(self, command: Run, kept: Path, arguments: tuple[str, ...]) -> None:
        assert command(*arguments, "--from", str(kept)).stdout == command(*arguments, "--cycle", "2").stdout

    def test_a_file_that_holds_no_review(self, command: Run, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text("{}", encoding="utf-8")
        process = command("show", "--from", str(tmp_path / "a.json"))
        assert process.returncode == 2
        assert "'state' is missing" in process.stderr


def test_disagreements_show_both_sides(command: Run) -> None:
    page = " ".join(command("discrepancies").stdout.split())
    assert "National Council of Public Confidence: enbekshiqazaq-380447" in page
    assert "National Council of Public Trust: A/HRC/43/2, para. 671" in page
    assert "Taken nothing: left open" in page


def test_statements_about_words_show_what_speaks_of_them(command: Run) -> None:
    page = command("statements", "Zhusan").stdout
    assert "Zhusan" in page
    assert "points more on other matters" in page
    assert "moratorium" not in page


def test_inferred_places_are_marked(command: Run) -> None:
    assert "page, para. 4 (inferred)" in " ".join(command("statements").stdout.split())


def test_why_nothing_is_held(command: Run) -> None:
    assert "paras. 5-123 of A/HRC/28/10" in " ".join(command("statements", "--cycle", "2").stdout.split())
    assert "No official tags" in command("recommendations", "--cycle", "2", "--sdg", "5").stdout


def test_a_changed_answer_shows_its_history(command: Run) -> None:
    assert "Noted, then supported." in command("recommendations", "--cycle", "2", "--text", "126.27").stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("recommendations", "139.114", "--state", "France"), "leave out --state"),
        (("export", "--format", "json", "--topic", "F3"), "JSON is the whole review"),
        (("export", "-o", "table.xlsx"), "table.xlsx: what is written is CSV"),
        (("export", "-o", "nowhere/table.csv"), "nowhere/table.csv: No such file or directory"),
    ],
)
def test_what_is_not_done_is_said(command: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    process = command(*arguments, cwd=tmp_path)
    assert process.returncode == 2
    assert told in process.stderr
    assert list(tmp_path.iterdir()) == []


def test_data_is_whole_where_a_terminal_lacks_letters() -> None:
    process = subprocess.run(
        [sys.executable, "-m", "kz_upr", "export", "--cycle", "2", "--state", "TUR"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(HOME), "PYTHONIOENCODING": "ascii"},
    )
    assert "Türkiye" in process.stdout.decode("utf-8")
    assert process.stdout.count(b"\r\n") == process.stdout.count(b"\n")


def test_a_kept_file_that_is_broken_is_named(command: Run, tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_text("{", encoding="utf-8")
    process = command("show", "--from", "kept.json", cwd=tmp_path)
    assert process.returncode == 2
    assert "kept.json is not a review that was kept" in process.stderr
