"""The command ``kz-upr``, also ``python -m kz_upr``."""

import contextlib
import io
import os
import signal
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from kz_upr import DataFileError, InvalidDocumentError
from kz_upr.cli.layout import STANDARD_OUTPUT, standard_output, tell
from kz_upr.cli.parser import make_parser

__all__ = ["main"]

#: How many faults of a file are listed.
_FAULTS = 10
_SIGPIPE = 13  # Windows has no name for it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    The status is 0 on success; 1 if ``check`` finds a difference or nothing to compare, if a document is damaged, if
    ``read`` cannot read one or if ``verify`` finds a fault; and 2 on an error, which is explained on standard error. As
    with other programs, it is 141 if the reader of the output has exited, 130 after an interruption and 143 after a
    termination.
    """
    _occupy_standard_streams()
    try:
        with _leaving_on_termination(), warnings.catch_warnings():
            warnings.showwarning = lambda message, *_, **__: tell(f"kz-upr: warning: {message}")
            if isinstance(sys.stdout, io.TextIOWrapper):
                sys.stdout.reconfigure(errors="replace")  # some terminals cannot show every letter
            options = make_parser().parse_args(arguments)
            status: int | None = options.page(options)
            if sys.stdout is not None:
                with standard_output() as stream:
                    stream.flush()
        return status or 0
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except SystemExit as leaving:  # after --help and --version, on an invalid option, and on termination
        return int(leaving.code or 0)
    except (LookupError, ValueError, OSError, ImportError, DataFileError) as error:
        if isinstance(error, OSError) and error.filename == STANDARD_OUTPUT:
            _forget_output()
        if isinstance(error, BrokenPipeError) and error.filename:  # the reader of the output, such as head, has exited
            return 128 + _SIGPIPE
        tell(*_explained(error))
        return 2


def _explained(error: Exception) -> list[str]:
    """The lines of the message."""
    if isinstance(error, InvalidDocumentError):
        about = ": ".join(["kz-upr: error", *getattr(error, "__notes__", ())])
        faults = [fault if path == "$" else f"{path}: {fault}" for path, fault in error.faults]
        if len(faults) == 1:
            return [f"{about}: {faults[0]}"]
        more = [f"and {len(faults) - _FAULTS} more"] if len(faults) > _FAULTS else []
        return [f"{about}: {len(faults)} faults", *faults[:_FAULTS], *more]
    text = str(error)
    if isinstance(error, OSError) and error.strerror:
        text = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return [f"kz-upr: error: {text}"]


@contextlib.contextmanager
def _leaving_on_termination() -> Iterator[None]:
    """Within it, a signal that would end the process raises SystemExit, so that no half-written file is left."""
    names = ("SIGTERM", "SIGHUP") if threading.current_thread() is threading.main_thread() else ()
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]  # Windows has no SIGHUP
    taken = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    received: list[int] = []

    def leave(number: int, _: object) -> None:
        if not received:  # a second signal does not stop the first from cleaning up
            received.append(number)
            raise SystemExit(128 + number)

    for number in taken:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _occupy_standard_streams() -> None:
    """A file must not get the descriptor of a closed standard stream when it is opened: others would write into it."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _forget_output() -> None:
    """Output that standard output did not take is not written again at exit."""
    with contextlib.suppress(OSError, AttributeError), Path(os.devnull).open("wb") as null:  # closed, or not a file
        os.dup2(null.fileno(), sys.stdout.fileno())
