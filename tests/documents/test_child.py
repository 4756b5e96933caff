"""What a child process tells its parent, and how it bounds its memory."""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from conftest import Run
from kz_upr.documents.child import memory_used, receive, send
from kz_upr.documents.isolation import Children

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not bound the memory of a process")


@pytest.mark.parametrize("message", [b"", b"lamps", b"lamps" * 1000])
def test_messages(message: bytes) -> None:
    stream = io.BytesIO()
    send(stream, message)
    send(stream, b"another")
    stream.seek(0)

    assert [receive(stream), receive(stream), receive(stream)] == [message, b"another", None]


def test_a_message_that_is_cut_off() -> None:
    stream = io.BytesIO()
    send(stream, b"lamps")
    whole = stream.getvalue()

    for length in range(len(whole)):
        assert receive(io.BytesIO(whole[:length])) is None


class TwoPartsError(Exception):
    """An error that cannot be made again from its arguments."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} and {two}")


def fail(path: Path) -> NoReturn:
    raise TwoPartsError("lamps", "piers")


def fail_with_what_cannot_be_sent(path: Path) -> NoReturn:
    raise ValueError(lambda: path)


def give_and_fail(path: Path) -> Iterator[str]:
    yield "lamps"
    raise ZeroDivisionError("piers")


def give_what_cannot_be_sent(path: Path) -> object:
    return lambda: path


def test_errors_that_cannot_be_made_again(children: Children) -> None:
    with pytest.raises(RuntimeError, match=r"^TwoPartsError: lamps and piers$"):
        children.read(fail, "paper.pdf")
    with pytest.raises(RuntimeError, match=r"^ValueError: <function "):
        children.read(fail_with_what_cannot_be_sent, "paper.pdf")
    with pytest.raises(Exception, match="pickle"):
        children.read(give_what_cannot_be_sent, "paper.pdf")


def test_an_iterator_that_fails(children: Children) -> None:
    given = children.iterate(give_and_fail, "paper.pdf")

    assert next(given) == "lamps"
    with pytest.raises(ZeroDivisionError, match="piers"):
        next(given)
    assert children.read(os.path.basename, "paper.pdf") == "paper.pdf"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no bound of addresses")
def test_a_single_large_demand_is_refused(tmp_path: Path, python: Run) -> None:
    """2 GB and 512 MB of addresses may be asked for, and not more than the parent may."""
    (tmp_path / "limits.py").write_text(
        "import resource\ndef read(path): return resource.getrlimit(resource.RLIMIT_AS)"
    )
    code = f"""
import resource, sys
sys.path.append({str(tmp_path)!r})
import limits
from kz_upr.documents.isolation import SHARED
if most := MOST:
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
print(*SHARED.read(limits.read, "paper.pdf"))
"""
    for most, told in ((0, f"{2**31 + 2**29} -1"), (2**31, f"{2**31} {2**31}"), (2**32, f"{2**31 + 2**29} {2**32}")):
        process = python(code.replace("MOST", str(most)))
        assert (process.stdout, process.stderr) == (f"{told}\n", "")


@UNIX
def test_the_memory_of_a_process_where_no_file_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS counts the most that was used in bytes, others in kilobytes."""
    import resource

    def not_there(path: Path) -> bytes:
        raise FileNotFoundError(path)

    monkeypatch.setattr(Path, "read_bytes", not_there)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for platform, unit in (("darwin", 1), ("freebsd", 1024)):
        monkeypatch.setattr(sys, "platform", platform)
        assert used * unit <= memory_used() <= 1.1 * used * unit


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell it elsewhere")
def test_the_memory_of_a_process_on_linux() -> None:
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines())
    resident = int(lines["VmRSS"].split()[0]) * 1024

    assert 0.8 * resident <= memory_used() <= 1.2 * resident


def test_what_a_library_prints_is_not_shown(python: Run, tmp_path: Path) -> None:
    (tmp_path / "loud.py").write_text(
        "import os\ndef read(path): return [os.write(2, b'lamps'), os.write(1, b'piers')]", encoding="utf-8"
    )
    process = python(
        f"import sys\nsys.path.append({str(tmp_path)!r})\nimport loud\n"
        "from kz_upr.documents.isolation import SHARED\nprint(SHARED.read(loud.read, 'paper.pdf'))"
    )

    assert (process.stdout, process.stderr) == ("[5, 5]\n", "")
