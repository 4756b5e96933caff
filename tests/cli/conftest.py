"""Run the command, in this process or at a made-up terminal."""

import json
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import kz_upr
from conftest import HOME
from kz_upr.cli import main
from made_exports import record, written
from papers import Paper, cover, report, word_list

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HOME)}
COMMAND = (sys.executable, "-m", "kz_upr")


@attrs.frozen
class Result:
    """What the command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """Standard output on one line, so that line breaks do not matter."""
        return " ".join(self.out.split())


RunMain = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> RunMain:
    """Call ``main`` with arguments, as if output went to a pipe."""
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str | Path) -> Result:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        return Result(status, *capsys.readouterr())

    return call


def in_a_process(*arguments: str, **how: Any) -> "subprocess.CompletedProcess[Any]":
    """The command in a process of its own, with output in bytes; ``how`` are arguments of ``subprocess.run``."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.run([*COMMAND, *arguments], **{**streams, "env": ENVIRONMENT, **how})


def printed_at_terminal(*arguments: str | Path, **environment: str) -> bytes:
    """What the command prints at a terminal of 80 columns, both streams together."""
    pty, fcntl, termios = (pytest.importorskip(name) for name in ("pty", "fcntl", "termios"))
    known = {name: value for name, value in ENVIRONMENT.items() if name != "NO_COLOR"}
    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdout=writing, stderr=writing, env={**known, **environment}
    )
    os.close(writing)
    content = b""
    while True:
        try:
            part = os.read(reading, 4096)
        except OSError:  # how Linux ends
            break
        if not part:  # how macOS ends
            break
        content += part
    os.close(reading)
    process.wait(60)
    return content


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def saved_as(path: Path, review: kz_upr.Review) -> Path:
    """The JSON file of a review."""
    path.write_text(kz_upr.to_json(review), encoding="utf-8")
    return path


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The second review in a JSON file."""
    return saved_as(tmp_path / "saved.json", kz_upr.load_review(2))


Show = Callable[[kz_upr.Review], str]


@pytest.fixture
def show(run: RunMain, tmp_path: Path) -> Show:
    """What ``kz-upr show`` prints of a review, on one line."""

    def shown(review: kz_upr.Review) -> str:
        result = run("show", "--from", saved_as(tmp_path / "shown.json", review))
        assert (result.status, result.err) == (0, "")
        return result.words

    return shown


@pytest.fixture
def index_export(tmp_path: Path) -> Path:
    """An export of the Universal Human Rights Index, made up, with one recommendation of the third review."""
    text = "139.1 Paint the fences (Peru);"
    made = record(text, Symbol="A/HRC/43/10", Countries=["Kazakhstan"], Sdgs=[])
    return written(tmp_path / "index.json", [made])


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
