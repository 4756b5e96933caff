"""Reading in a child process: the same readings and errors, and no fault of a document reaches this process."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from conftest import Run
from kz_upr import UnknownStateError
from kz_upr.documents import (
    DocumentError,
    isolation,
    iter_uhri_export,
    read_addendum,
    read_document,
    read_report,
    read_thematic_list,
    read_uhri_export,
)
from kz_upr.documents.isolation import Children

from papers import Paper, cover, pdf_that_draws_itself, report, word_list, word_package, word_table  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

PS = shutil.which("ps") or ""
EXPORT = (
    '[{"Text": "9.1 Paint it (Peru);", "Document Symbol": "A/HRC/99/1", "UPR Position": "Noted"},'
    ' {"Text": "9.2 Mend it (Chad);", "Document Symbol": "A/HRC/99/1", "UPR Position": "Supported"}]'
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return report([("The recommendations below enjoy the support of Fiji:", ["Paint it (Peru);"] * 9)]).save(
        tmp_path / "paper.pdf"
    )


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    file = tmp_path / "endless.pdf"
    file.write_bytes(pdf_that_draws_itself())
    return file


def process_of(path: Path) -> int:
    """A reader: the id of the process that it runs in."""
    return os.getpid()


def crash(path: Path) -> NoReturn:
    """A reader that reads what is nowhere."""
    ctypes.string_at(0)
    raise AssertionError


def leave(path: Path, status: int) -> NoReturn:
    """A reader that ends its process."""
    os._exit(status)


def fail(path: Path) -> NoReturn:
    raise ZeroDivisionError("a fault of the reader")


def print_to_the_pipe(path: Path) -> str:
    os.write(1, b"a library says something")
    print("and Python too")
    return "read"


def fill(path: Path, megabytes: int) -> NoReturn:
    kept = []
    while True:
        kept.append(b"\1" * (megabytes * 2**20))


def count(path: Path) -> Iterator[int]:
    yield from range(2)


def sleep(path: Path) -> None:
    time.sleep(600)


# The same as without


def test_a_report(paper: Path) -> None:
    assert read_report(paper, isolated=True) == read_report(paper)
    assert read_document(paper, isolated=True) == read_report(paper)


def test_an_addendum(tmp_path: Path) -> None:
    paper = Paper()
    cover(paper, symbol="A/HRC/99/1/Add.1", more=("Addendum",))
    paper.page()
    paper.lines("9.1 Fiji supports this recommendation.")
    file = paper.save(tmp_path / "addendum.pdf")

    assert read_addendum(file, isolated=True) == read_addendum(file)


def test_a_list_with_what_the_caller_says(tmp_path: Path) -> None:
    file = word_list(tmp_path / "l.docx", [("9.1 Paint it (Peru);", "Noted", "- Harbours", "")])

    reading = read_thematic_list(file, state="Egypt", cycle=2, isolated=True)
    assert reading == read_thematic_list(file, state="Egypt", cycle=2)
    assert reading.state is not None
    assert reading.state.iso3 == "EGY"


def test_an_export_whole_and_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    file.write_text(EXPORT, encoding="utf-8")

    assert read_uhri_export(file, symbol="A/HRC/99/1", isolated=True).numbers == ("9.1", "9.2")
    assert [one.numbers for one in iter_uhri_export(file, isolated=True)] == [("9.1",), ("9.2",)]


def test_an_iterator_that_is_left_early(tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    file.write_text(EXPORT, encoding="utf-8")

    first = next(iter(iter_uhri_export(file, isolated=True)))
    assert first.numbers == ("9.1",)
    assert read_uhri_export(file, isolated=True).numbers == ("9.1", "9.2")


def test_errors_keep_their_type_and_the_path_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, children: Children
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.pdf").write_bytes(b"<html>Moved</html>")

    with pytest.raises(DocumentError, match=r"^page\.pdf: expected a PDF, got a web page") as caught:
        read_report("page.pdf", isolated=True)
    assert caught.value.path == Path("page.pdf")
    with pytest.raises(UnknownStateError, match="Atlantis"):
        read_thematic_list("page.pdf", state="Atlantis", isolated=True)
    with pytest.raises(ZeroDivisionError, match="a fault of the reader") as unexpected:
        children.read(fail, "page.pdf")
    assert "in fail" in "".join(unexpected.value.__notes__)


def test_one_child_reads_many_documents(children: Children, paper: Path) -> None:
    processes = {children.read(process_of, paper) for _ in range(5)}

    assert len(processes) == 1
    assert processes != {os.getpid()}


@pytest.mark.skipif(
    not hasattr(os, "waitid"), reason="the system does not wait for a process without taking note of it"
)
def test_a_child_that_was_ended_while_it_waited_is_replaced(children: Children, paper: Path) -> None:
    first = children.read(process_of, paper)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)

    assert children.read(process_of, paper) != first


def test_a_child_is_as_isolated_as_its_parent(python: Run, tmp_path: Path) -> None:
    (tmp_path / "flags.py").write_text("import sys\ndef read(path): return sys.flags.isolated", encoding="utf-8")
    code = (
        f"import sys\nsys.path.append({str(tmp_path)!r})\nimport flags\n"
        "from kz_upr.documents.isolation import SHARED\nprint(SHARED.read(flags.read, 'paper.pdf'))"
    )

    assert [python(code, *options).stdout for options in ((), ("-I",))] == ["0\n", "1\n"]


def test_what_a_library_prints_is_no_answer(children: Children, paper: Path) -> None:
    assert children.read(print_to_the_pipe, paper) == "read"
    assert children.read(process_of, paper) > 0


@pytest.mark.parametrize("options", [(), ("-I",), ("-W", "error", "-X", "warn_default_encoding")])
def test_a_main_that_cannot_be_imported(python: Run, paper: Path, options: tuple[str, ...]) -> None:
    code = f"from kz_upr.documents import read_report\nprint(len(read_report({str(paper)!r}, isolated=True).numbers))"

    process = python(code, *options)
    assert (process.stdout, process.stderr) == ("9\n", "")


# Faults of documents


def test_a_crash(children: Children, paper: Path) -> None:
    with pytest.raises(DocumentError, match=r"paper\.pdf: crashes the process that reads it \(.+\)$"):
        children.read(crash, paper)
    assert children.read(read_report, paper) == read_report(paper)


@pytest.mark.skipif(sys.platform == "win32", reason="signals have no names on Windows")
def test_how_a_process_ended(children: Children, paper: Path) -> None:
    with pytest.raises(DocumentError, match=r"crashes the process that reads it \(SIGSEGV\)$"):
        children.read(crash, paper)
    with pytest.raises(DocumentError, match=r"crashes the process that reads it \(exit status 3\)$"):
        children.read(leave, paper, status=3)


def test_the_bounds_are_those_that_are_documented() -> None:
    for told in ("more than 60 seconds (and one for each megabyte)", "more than 2 GB of memory"):
        assert told in " ".join((read_report.__doc__ or "").split())
    assert (isolation.SECONDS, isolation.SECONDS_PER_MEGABYTE, isolation.GIGABYTES) == (60, 1, 2)


def test_a_document_that_takes_too_long(children: Children, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A larger one may take longer, by a second for each 1,000,000 bytes."""
    monkeypatch.setattr(isolation, "SECONDS", 0.5)
    large = tmp_path / "large.pdf"
    with large.open("wb") as out:
        out.truncate(1_000_000)  # the 1.5 seconds are told as 2

    with pytest.raises(DocumentError, match=r"large\.pdf: takes more than 2 seconds to read$"):
        children.read(sleep, large)
    monkeypatch.setattr(isolation, "SECONDS", 1)
    with pytest.raises(DocumentError, match=r"none\.pdf: takes more than 1 seconds to read$"):
        children.read(sleep, tmp_path / "none.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not bound the memory of a process")
@pytest.mark.parametrize("megabytes", [1, 5000])
def test_a_document_that_needs_too_much_memory(
    children: Children, paper: Path, monkeypatch: pytest.MonkeyPatch, megabytes: int
) -> None:
    """Little by little, or at once."""
    monkeypatch.setattr(isolation, "GIGABYTES", 0.5)

    with pytest.raises(DocumentError, match=r"paper\.pdf: needs more than 0\.5 GB of memory to read$"):
        children.read(fill, paper, megabytes=megabytes)
    assert children.read(read_report, paper) == read_report(paper)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not bound the memory of a process")
def test_a_pdf_that_draws_itself(endless: Path, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds the library in a single call, which grows without end."""
    assert endless.stat().st_size < 700
    monkeypatch.setattr(isolation, "GIGABYTES", 0.25)

    with pytest.raises(DocumentError, match=r"needs more than 0\.25 GB of memory"):
        read_report(endless, isolated=True)
    assert read_report(paper, isolated=True) == read_report(paper)


def test_a_word_file_with_very_many_attributes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attributes = " ".join(f'a{number}="1"' for number in range(4_000))
    table = word_table(("Recommendation", "Position"), ("9.1 Paint it (Peru);", "Noted"))
    file = word_package(tmp_path / "l.docx", f"<w:p {attributes}/>" * 500 + table)
    monkeypatch.setattr(isolation, "GIGABYTES", 0.1)

    with pytest.raises(DocumentError, match=r"needs more than 0\.1 GB|attributes"):
        read_thematic_list(file, isolated=True)


# Processes and threads


def test_reading_while_another_thread_reads(paper: Path) -> None:
    """A fork would copy the lock of the PDF library, which the thread holds, and wait for ever."""
    stop = threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            read_report(paper)

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        expected = read_report(paper)
        for _ in range(3):
            with Children() as new:
                assert new.read(read_report, paper) == expected
    finally:
        stop.set()
        thread.join()


#: Threads must not go on during a fork: the timer of the first reading.
READ_AND_WAIT = """
import os, sys, threading, time
from kz_upr.documents import read_report
read_report({file!r}, isolated=True)
while threading.active_count() > 1:
    time.sleep(0.01)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
@pytest.mark.parametrize("options", [(), ("-X", "dev")])  # which tells of processes that nobody waits for
def test_a_fork_has_children_of_its_own(python: Run, paper: Path, options: tuple[str, ...]) -> None:
    process = python(
        READ_AND_WAIT.format(file=str(paper))
        + f"""
if (fork := os.fork()) == 0:
    read_report({str(paper)!r}, isolated=True)
    raise SystemExit(7)
status = os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1])
print(status, len(read_report({str(paper)!r}, isolated=True).numbers))
""",
        *options,
    )
    assert (process.stdout, process.stderr) == ("7 9\n", "")


@pytest.mark.skipif(not PS or not hasattr(os, "fork"), reason="the system does not fork, or has no ps")
def test_no_child_outlives_its_parent_in_a_fork(paper: Path) -> None:
    """The fork, which goes on until its input ends, lets go of the pipes of its parent."""
    code = READ_AND_WAIT.format(file=str(paper)) + (
        "print('read', flush=True)\nsys.stdin.readline()\nif os.fork():\n    os._exit(0)\nsys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "read\n"
        child = _child_of(process.pid)
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.wait() == 0
        while _is_alive(child):
            time.sleep(0.05)


def test_many_threads(children: Children, paper: Path) -> None:
    expected = read_report(paper)
    readings: list[Any] = []
    threads = [threading.Thread(target=lambda: readings.append(children.read(read_report, paper))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert readings == [expected] * 4


@pytest.mark.parametrize(("options", "kept"), [({"waiting": 1}, 1), ({}, 4)])
def test_processes_that_wait_are_kept_up_to_a_number(
    started: list[isolation.Child], paper: Path, options: dict[str, int], kept: int
) -> None:
    with Children(**options) as children:
        given = [children.iterate(count, paper) for _ in range(kept + 1)]
        assert [next(each) for each in given] == [0] * (kept + 1)
        assert children.reading == kept + 1
        assert [list(each) for each in given] == [[1]] * (kept + 1)
        assert children.reading == 0
        assert [child.alive for child in started] == [True] * kept + [False]
        assert children.read(process_of, paper) > 0
        assert len(started) == kept + 1
    assert not any(child.alive for child in started)
    with pytest.raises(DocumentError, match="crashes"):
        children.read(process_of, paper)


def test_ended_while_reading(children: Children, paper: Path) -> None:
    failures: list[BaseException] = []

    def work() -> None:
        try:
            children.read(sleep, paper)
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while not children.reading:
        time.sleep(0.01)
    children.end()
    thread.join()

    assert [type(failure) for failure in failures] == [DocumentError]


@pytest.mark.skipif(not PS, reason="the system has no ps to look for processes")
@pytest.mark.parametrize("sent", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_no_child_outlives_its_parent(endless: Path, sent: str) -> None:
    """Not even inside a call of the library that would go on for minutes."""
    code = "import sys; from kz_upr.documents import read_report; read_report(sys.argv[1], isolated=True)"
    process = subprocess.Popen([sys.executable, "-c", code, str(endless)], stderr=subprocess.PIPE, text=True)
    try:
        while not (child := _child_of(process.pid)):
            time.sleep(0.05)
        time.sleep(1)
    finally:
        process.send_signal(signal.Signals[sent])
        _, told = process.communicate()

    assert process.returncode == -signal.Signals[sent]
    assert ("KeyboardInterrupt" in told) == (sent == "SIGINT")
    while _is_alive(child):
        time.sleep(0.05)


def _child_of(process: int) -> int:
    listed = subprocess.run([PS, "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    return next((child for child, parent in pairs if parent == process), 0)


def _is_alive(process: int) -> bool:
    told = subprocess.run([PS, "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return told.stdout.strip()[:1] not in ("", "Z")


def test_an_app_does_not_start_itself(monkeypatch: pytest.MonkeyPatch, children: Children, paper: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)  # as PyInstaller and others set it
    with pytest.raises(ChildProcessError, match="without isolated=True"):
        children.read(process_of, paper)


@pytest.mark.parametrize(("executable", "told"), [("", r"sys\.executable"), ("/no/such/python", "cannot be started")])
def test_without_a_python_to_start(
    monkeypatch: pytest.MonkeyPatch, children: Children, paper: Path, executable: str, told: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)

    with pytest.raises(ChildProcessError, match=told):
        children.read(process_of, paper)


def test_a_child_that_does_not_start(monkeypatch: pytest.MonkeyPatch, children: Children, paper: Path) -> None:
    monkeypatch.setattr(isolation, "_START", "raise SystemExit(3)")

    with pytest.raises(ChildProcessError, match=r"did not start \(exit status 3\)"):
        children.read(process_of, paper)
