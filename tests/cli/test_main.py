"""Exit statuses, errors and streams; some need a process of their own."""

import os
import signal
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import attrs
import pytest

import kz_upr
from conftest import Run
from kz_upr.cli import main

from .conftest import ENVIRONMENT, RunMain, in_a_process, saved_as


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
        (("statements", "--speaker", ""), ["expected a name, number or words, got ''"]),
        (("statements", "--setting", " "), ["expected a name, number or words, got ' '"]),
        (("statements", ""), ["expected words to look for, got ''"]),
        (("search", ""), ["expected words to look for, got ''"]),
        (("search", "torture", "--limit", "0"), ["expected a number of at least 1, got '0'"]),
        (("search", "torture", "--limit", "-1"), ["expected a number of at least 1, got '-1'"]),
        (("search", "torture", "--all-reviews", "--cycle", "2"), ["leave out --cycle"]),
        (("export", "--all-reviews", "-o", "out.json"), ["JSON is the whole review"]),
        (("--cycle", "2019"), ["2019 is the year of cycle 3; use --cycle 3"]),
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
        (("search", "x", "--limit", "9" * 10), ["expected a number of at least 1, got '9999999999'"]),
        (("--cycle", "0x3"), ["expected a number from 1 to 4, got '0x3'"]),
        (("--cycle", "-1"), ["expected a number from 1 to 4, got '-1'"]),
        (("recommendations", ""), ["argument NUMBER: expected a name, number or words, got ''"]),
        (("cite", ""), ["argument ID: expected a name, number or words, got ''"]),
        (("discrepancies", " "), ["argument ID: expected a name, number or words, got ' '"]),
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


posix = pytest.mark.skipif(sys.platform == "win32", reason="streams, signals and devices are different on Windows")
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def shell(line: str, here: Path) -> "subprocess.CompletedProcess[str]":
    """Run a line of a POSIX shell in which ``upr`` is the command."""
    line = f'upr() {{ "{sys.executable}" -W error -m kz_upr "$@"; }}; {line}'
    return subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, cwd=here
    )


@posix
class TestStandardStreams:
    @pytest.mark.parametrize(
        "arguments", [(), ("statements",), ("export", "--format", "json"), ("export", "--cycle", "2"), ("--help",)]
    )
    def test_a_reader_that_has_gone(self, arguments: tuple[str, ...]) -> None:
        """``kz-upr … | head -1``: silent, and the status that a shell gives to other programs."""
        reading, writing = os.pipe()
        os.close(reading)
        process = in_a_process(*arguments, stdout=writing, env={**ENVIRONMENT, "PYTHONWARNINGS": "error"})
        os.close(writing)
        assert process.stderr == b""
        assert process.returncode == 128 + signal.SIGPIPE

    @pytest.mark.parametrize("command", ["show", "export", "export --format json", "cite", "verify", "--help"])
    def test_closed_output(self, here: Path, command: str) -> None:
        process = shell(f"upr {command} >&-", here)
        assert process.stderr == "kz-upr: error: standard output: it is closed\n"
        assert process.returncode == 2

    @full
    @pytest.mark.parametrize(
        "command", ["show", "statements", "export", "export --format json", "cite", "--help", "--version"]
    )
    def test_full_output(self, here: Path, command: str) -> None:
        process = shell(f"upr {command} >/dev/full", here)
        assert process.stderr == "kz-upr: error: standard output: No space left on device\n"
        assert process.returncode == 2

    def test_closed_errors_do_not_go_to_the_output(self, here: Path) -> None:
        process = shell("upr cite 1.1 2>&-; echo $?; upr cite 2>&- >cited; echo $?", here)
        assert process.stdout == "2\n0\n"
        assert (here / "cited").read_text("utf-8").startswith("Universal Periodic Review of Kazakhstan")

    @full
    def test_full_errors(self, here: Path) -> None:
        assert shell("upr cite 1.1 2>/dev/full; echo $?", here).stdout == "2\n"

    def test_closed_errors_do_not_mix_with_json(self, here: Path, index_export: Path) -> None:
        process = shell(f"upr complete {index_export.name} -o - 2>&-", here)
        assert kz_upr.from_json(process.stdout).id == "KAZ-3"
        assert process.returncode == 0

    def test_closed_input(self, here: Path) -> None:
        process = shell("upr show --from - <&-", here)
        assert process.stderr == "kz-upr: error: standard input: it is closed\n"
        assert process.returncode == 2

    def test_all_closed(self, here: Path) -> None:
        """The file that is written must not get the number of a standard stream, to which others write."""
        process = shell("upr export -o out.csv <&- >&- 2>&-; echo $?", here)
        assert process.stdout == "0\n"
        assert (here / "out.csv").read_bytes().startswith(b"id,review,")

    def test_what_was_printed_before_an_error_is_kept(self, here: Path) -> None:
        process = shell("upr cite 2>&1; upr cite 1.1 2>&1", here)
        cited, error = process.stdout.splitlines()
        assert cited.startswith("Universal Periodic Review")
        assert error.startswith("kz-upr: error: no recommendation '1.1'")


#: Waits in the middle of an export until a signal comes.
WAITING = """
import sys, time
import kz_upr.cli

def wait(review):
    print("writing", flush=True)
    time.sleep(60)

kz_upr.to_json = wait
sys.exit(kz_upr.cli.main(["export", "--format", "json", "-o", "out.json"]))
"""


@posix
class TestSignals:
    @staticmethod
    def waiting(here: Path, before: str = "") -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-c", before + WAITING],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            cwd=here,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        return process

    @pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
    def test_nothing_half_written_is_left(self, here: Path, name: str) -> None:
        (here / "out.json").write_text("old", encoding="utf-8")
        process = self.waiting(here)
        assert len(list(here.iterdir())) == 2  # with the file that is being written
        process.send_signal(getattr(signal, name))
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 128 + getattr(signal, name)
        assert errors == b""
        assert [path.name for path in here.iterdir()] == ["out.json"]
        assert (here / "out.json").read_text("utf-8") == "old"

    def test_many_signals(self, here: Path) -> None:
        process = self.waiting(here)
        for _ in range(50):
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        assert process.returncode in (128 + signal.SIGTERM, -signal.SIGTERM)  # one may come after the command
        assert list(here.iterdir()) == []

    def test_an_ignored_signal_stays_ignored(self, here: Path) -> None:
        """``nohup kz-upr …``"""
        process = self.waiting(here, "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n")
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        assert process.returncode == 128 + signal.SIGTERM

    def test_handlers_of_a_program_that_runs_the_command_are_kept(self, run: RunMain) -> None:
        before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)]
        assert run("cite").status == 0
        assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)] == before

    def test_in_another_thread(self) -> None:
        statuses: list[int] = []
        thread = threading.Thread(target=lambda: statuses.append(main(["cite"])))
        thread.start()
        thread.join()
        assert statuses == [0]


def test_warnings_are_lines_like_errors(run: RunMain, tmp_path: Path) -> None:
    """The number of a recommendation that has got another one."""
    review = kz_upr.load_review(2)
    first, *others = review.recommendations
    moved = attrs.evolve(first, id="KAZ-2-124.99", number="124.99", former_ids=(first.id,))
    path = saved_as(tmp_path / "moved.json", attrs.evolve(review, recommendations=(*others, moved)))
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        result = run("cite", first.id, "--from", path)
    assert result.status == 0
    moves = f"{first.id} has moved: it is KAZ-2-124.99 in the joined documents"
    assert result.err == f"kz-upr: warning: {moves}\n"


COMMANDS = [[], ["statements"], ["recommendations", "--cycle", "2"], ["export"]]


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
    ids=str,
)
def test_terminal_that_cannot_show_every_letter(environment: dict[str, str]) -> None:
    process = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"from kz_upr.cli import main; print([main(c) for c in {COMMANDS}])"],
        capture_output=True,
        env={**ENVIRONMENT, **environment},
    )
    assert process.returncode == 0, process.stderr
    assert process.stderr == b""
    for part in (b"third cycle", b"Contents, with", b"194 recommendations shown", b"id,review,", b"[0, 0, 0, 0]"):
        assert part in process.stdout
