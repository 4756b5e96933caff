"""The child process that reads documents for its parent, one after another; see ``kz_upr.documents.isolation``.

It ends as soon as its parent does, even inside a library: its standard input, which a thread reads, is then closed.
"""

import contextlib
import math
import os
import pickle
import queue
import signal
import struct
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from kz_upr.documents.errors import DocumentError

#: The exit status of a child that would need more memory than it may use.
OUT_OF_MEMORY = 86

_LENGTH = struct.Struct("!Q")
_SECONDS_BETWEEN_LOOKS = 0.05
_HEADROOM = 512 * 2**20  # of addresses, for what is mapped but not used


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message. None if the stream ends before it is whole."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None


def serve() -> None:
    """Answer requests until the parent ends or closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    # what a library prints must not get among the answers; opened first, since it takes the place of a closed stream
    nowhere = os.open(os.devnull, os.O_WRONLY)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(nowhere, 1)
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    bound = _Bound()
    send(answers, pickle.dumps("ready"))
    os.dup2(nowhere, 2)  # up to here, an error is shown where those of the parent are
    for task in (lambda: _listen(sys.stdin.buffer, requests), bound.watch):
        threading.Thread(target=task, daemon=True).start()
    while True:
        request = requests.get()
        try:
            most, reader, path, options = pickle.loads(request)  # noqa: S301  # from the parent
            bound.set(most)
            result = reader(path, **options)
            if isinstance(result, Iterator):
                for value in result:
                    send(answers, pickle.dumps((False, value)))
                result = None
            answer = pickle.dumps((True, result))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except Exception as error:
            answer = _error(error)
        send(answers, answer)


def _listen(stream: IO[bytes], requests: "queue.SimpleQueue[bytes]") -> None:
    while (request := receive(stream)) is not None:
        requests.put(request)
    os._exit(0)


def _error(error: Exception) -> bytes:
    """The answer for an error; for one that no reader should raise, with its traceback."""
    if not isinstance(error, DocumentError):
        error.add_note("In the child process:\n" + "".join(traceback.format_exception(error)))
    try:
        answer = pickle.dumps((True, error))
        pickle.loads(answer)  # noqa: S301  # some errors cannot be recreated
    except Exception:
        answer = pickle.dumps((True, RuntimeError(f"{type(error).__name__}: {error}")))
    return answer


class _Bound:
    """The bound of memory. Windows has none."""

    def __init__(self) -> None:
        self._bytes: float = math.inf
        try:
            import resource
        except ImportError:
            self._resource: Any = None
        else:
            self._resource = resource

    def set(self, most: float) -> None:
        """Bound the memory to these bytes."""
        self._bytes = most
        if self._resource:  # a single large allocation fails at once
            kind = self._resource.RLIMIT_AS
            _, hard = self._resource.getrlimit(kind)
            soft = int(most) + _HEADROOM
            with contextlib.suppress(ValueError, OSError):  # macOS has no such limit
                self._resource.setrlimit(
                    kind, (soft if hard == self._resource.RLIM_INFINITY else min(soft, hard), hard)
                )

    def watch(self) -> None:
        """End the process when it uses more, with a status that says so."""
        while self._resource:
            if memory_used() > self._bytes:
                os._exit(OUT_OF_MEMORY)
            time.sleep(_SECONDS_BETWEEN_LOOKS)


def memory_used() -> int:
    """The bytes of memory that this process uses; where no file tells it, the most it has used. Not on Windows."""
    import resource

    try:
        pages = Path("/proc/self/statm").read_bytes().split()[1]
    except OSError:  # not Linux
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * 1024
    return int(pages) * resource.getpagesize()
