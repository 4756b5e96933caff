"""Run the command, in this process or at a made-up terminal."""

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
