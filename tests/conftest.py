"""What the tests share: where things are, and how to start a fresh Python."""

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

import kz_upr

#: The folder from which ``import kz_upr`` found the package: ``src``, or where it is installed.
HOME = Path(kz_upr.__file__).resolve().parent.parent
REPOSITORY = Path(__file__).resolve().parent.parent

Run = Callable[..., "subprocess.CompletedProcess[str]"]

# No deadline: how long an example takes says more about the machine than about the code.
settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile("quick")


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session", autouse=True)
def signals_reach_commands() -> None:
    """A test run in the background ignores some signals, and so would the commands that its tests start."""
    for number in (signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)  # ignored here, but not by a new process


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the editors' material; a test that needs it is skipped without it."""
    place = Path(os.environ.get("KZ_UPR_CORPUS") or REPOSITORY.parent / "shared")
    if not (place / "corpus" / "expected").is_dir():
        pytest.skip(f"no official documents in {place} (set KZ_UPR_CORPUS to their folder)")
    return place


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository; a test that needs it is skipped if only the package and the tests are there."""
    if not (REPOSITORY / "tools" / "build.py").exists():
        pytest.skip(f"{REPOSITORY} is not the repository")
    return REPOSITORY


@pytest.fixture(scope="session")
def review() -> kz_upr.Review:
    """The review of 7 November 2019, in the current edition."""
    return kz_upr.load_review()


@pytest.fixture(scope="session")
def python() -> Run:
    """Run a fresh Python that finds the package in ``home``, whatever its options (``-I`` among them)."""

    def run(
        code: str,
        *options: str,
        home: Path = HOME,
        cwd: Path | None = None,
        check: bool = True,
        **environment: str,
    ) -> "subprocess.CompletedProcess[str]":
        start = f"import sys; sys.path.insert(0, {str(home)!r})\n"
        process = subprocess.run(
            [sys.executable, *options, "-c", start + code],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, **environment},
            timeout=120,
        )
        if check and process.returncode:
            pytest.fail(f"exit status {process.returncode}\n{process.stdout}\n{process.stderr}")
        return process

    return run


@pytest.fixture(scope="session")
def command() -> Run:
    """Run ``python -m kz_upr`` as a user does, with its output not at a terminal."""

    def run(
        *arguments: str, options: tuple[str, ...] = ("-W", "error"), cwd: Path | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        paths = filter(None, [str(HOME), os.environ.get("PYTHONPATH")])
        return subprocess.run(
            [sys.executable, *options, "-m", "kz_upr", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8", **environment},
            timeout=120,
        )

    return run


@pytest.fixture(scope="session")
def official(shared: Path) -> Path:
    """The folder of the official documents; needs the extra ``documents``."""
    pytest.importorskip("pypdfium2", reason="needs kz_upr[documents]")
    return shared / "corpus" / "documents"
