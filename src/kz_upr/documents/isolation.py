"""Reading in a child process: a document that crashes a library ends the child and nothing else.

A child is a separate Python, started afresh and never forked: a fork would copy the locks that other threads hold.
It knows nothing of the user's ``__main__``, so that it works from a notebook and from ``python -c`` too. It reads one
document after another; one that had to be ended is replaced.
"""

import atexit
import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Self, TypeVar

from kz_upr.documents.child import OUT_OF_MEMORY, receive, send
from kz_upr.documents.errors import DocumentError

#: Bounds for one document, many times what any known one needs.
SECONDS, SECONDS_PER_MEGABYTE = 60, 1
GIGABYTES = 2

_SECONDS_TO_START, _SECONDS_TO_END = 60, 10
# the child gets the import path of its parent, which may have been changed
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    "from kz_upr.documents.child import serve; serve()"
)

T = TypeVar("T")


class Child:
    """A process that reads documents, for one thread at a time."""

    def __init__(self) -> None:
        if not sys.executable:
            raise ChildProcessError("expected the path of Python in sys.executable, to start another; got none")
        if getattr(sys, "frozen", False):  # sys.executable is the app, which would start itself
            raise ChildProcessError("a frozen app has no Python to start: read the document without isolated=True")
        option = "-I" if sys.flags.isolated else "-P"
        try:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, option, "-c", _START],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows, of a program without a console
            )
        except OSError as error:
            raise ChildProcessError(f"a process for reading documents cannot be started: {error}") from error
        self._requests: IO[bytes] = self._process.stdin  # type: ignore[assignment]  # it has both pipes
        self._answers: IO[bytes] = self._process.stdout  # type: ignore[assignment]
        self._busy = True  # until its first answer
        try:
            with contextlib.suppress(OSError):  # one that has ended is noticed at its answer
                self._requests.write(json.dumps(sys.path).encode() + b"\n")
                self._requests.flush()
            if self._receive(_SECONDS_TO_START) is None:
                raise ChildProcessError(f"the process for reading documents did not start ({self._ending()})")
        except BaseException:
            self.end()
            raise

    @property
    def alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    @property
    def usable(self) -> bool:
        """Whether it waits for a document."""
        return self.alive and not self._busy

    def read(self, reader: Callable[..., T], path: Path, options: dict[str, Any]) -> T:
        """What the reader returns or raises."""
        self._ask(reader, path, options)
        _, reading = self._answer(path)
        return reading  # type: ignore[no-any-return]

    def iterate(self, reader: Callable[..., Iterator[T]], path: Path, options: dict[str, Any]) -> Iterator[T]:
        """What the reader, an iterator, yields or raises."""
        self._ask(reader, path, options)
        while True:
            finished, value = self._answer(path)
            if finished:
                return
            yield value

    def end(self) -> None:
        """End the process, whatever it does."""
        self.kill()
        self._process.wait()
        self._close()

    def kill(self) -> None:
        """End the process while another thread waits for it."""
        self._process.kill()

    def disown(self) -> None:
        """Release it in a fork of its parent."""
        self._process.returncode = 0
        if not self._busy:  # the thread that waits for it is not in the fork, but its lock is
            self._close()

    def _close(self) -> None:
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError):  # of a request that nobody takes
                pipe.close()

    def _ask(self, reader: Callable[..., Any], path: Path, options: dict[str, Any]) -> None:
        self._busy = True
        request = (GIGABYTES * 2**30, reader, os.path.abspath(path), options)  # noqa: PTH100  # links stay
        with contextlib.suppress(OSError):
            send(self._requests, pickle.dumps(request))

    def _answer(self, path: Path) -> tuple[bool, Any]:
        """Whether the next answer is the last, and its value; raises it if it is an error."""
        seconds = SECONDS + SECONDS_PER_MEGABYTE * _megabytes(path)
        message = self._receive(seconds)
        if message is None:
            raise DocumentError(path, self._fault(seconds))
        finished, value = pickle.loads(message)  # noqa: S301  # from a process of our own
        self._busy = self._late or not finished
        if isinstance(value, DocumentError):  # the child knows the whole path
            raise DocumentError(path, value.reason)
        if isinstance(value, Exception):
            raise value
        return finished, value

    def _receive(self, seconds: float) -> bytes | None:
        """The next message. None if the process ends first, or has to be ended."""
        timer = threading.Timer(seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            return receive(self._answers)
        finally:
            self._late = not timer.is_alive()
            timer.cancel()

    def _fault(self, seconds: float) -> str:
        if self._late:
            return f"takes more than {seconds:,.0f} seconds to read"
        if self._status() == OUT_OF_MEMORY:
            return f"needs more than {GIGABYTES:g} GB of memory to read"
        return f"crashes the process that reads it ({self._ending()})"

    def _ending(self) -> str:
        status = self._status()
        with contextlib.suppress(ValueError):
            return signal.Signals(-status).name
        return f"exit status {status}"

    def _status(self) -> int:
        """The exit status of a process that no longer answers; one that is still running is ended."""
        try:
            return self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.kill()
            return self._process.wait()


def _megabytes(path: Path) -> float:
    try:
        return path.stat().st_size / 1_000_000
    except OSError:
        return 0


class Children:
    """Child processes that read documents, as many as there are threads that ask for one.

    ``waiting`` is how many are kept for the next documents.
    """

    def __init__(self, waiting: int = 4) -> None:
        self._most_idle = waiting
        self._lock = threading.Lock()
        self._idle: list[Child] = []
        self._busy: set[Child] = set()
        self._ended = False
        _every.add(self)

    def read(self, reader: Callable[..., T], path: str | os.PathLike[str], **options: Any) -> T:
        """What ``reader(path, **options)`` returns or raises in a child process.

        ``reader`` is a function of an importable module. Raises DocumentError if it takes too long, needs too much
        memory, or crashes, and ChildProcessError if no process can be started.
        """
        with self._child() as child:
            return child.read(reader, Path(path), options)

    def iterate(self, reader: Callable[..., Iterator[T]], path: str | os.PathLike[str], **options: Any) -> Iterator[T]:
        """What the iterator ``reader(path, **options)`` gives in a child process; the bound of time is for each."""
        with self._child() as child:
            yield from child.iterate(reader, Path(path), options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def reading(self) -> int:
        """How many are reading a document now."""
        return len(self._busy)

    def end(self) -> None:
        """End all of them, including those that are reading. No other is started."""
        with self._lock:
            self._ended = True
            for child in self._busy:
                child.kill()  # its thread does the rest
            while self._idle:
                self._idle.pop().end()

    def after_fork(self) -> None:
        """In a fork, which has only this thread: start afresh, and leave the processes to the parent."""
        for child in (*self._idle, *self._busy):
            child.disown()
        self._lock, self._idle, self._busy = threading.Lock(), [], set()

    @contextlib.contextmanager
    def _child(self) -> Iterator[Child]:
        """A child for one document: one that waits, or a new one. It is kept for the next document if it is sound."""
        with self._lock:
            child = self._idle.pop() if self._idle else None
        if child is not None and not child.usable:
            child.end()
            child = None
        child = child or Child()
        with self._lock:
            self._busy.add(child)
            if self._ended:
                child.kill()
        try:
            yield child
        finally:
            with self._lock:
                self._busy.discard(child)
                kept = child.usable and not self._ended and len(self._idle) < self._most_idle
                if kept:
                    self._idle.append(child)
            if not kept:
                child.end()


_every: "weakref.WeakSet[Children]" = weakref.WeakSet()
#: Those that the readers use with ``isolated=True``.
SHARED: Children = Children()


def _at_exit() -> None:
    for children in list(_every):
        children.end()


def _after_fork() -> None:
    for children in list(_every):
        children.after_fork()


atexit.register(_at_exit)
if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_after_fork)
