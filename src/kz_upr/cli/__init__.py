"""The command ``kz-upr``, also ``python -m kz_upr``."""

import io
import os
import sys
from collections.abc import Sequence

from kz_upr import DataFileError
from kz_upr.cli.parser import make_parser

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    The status is 0 on success, 1 if ``check`` finds a difference or nothing to compare, and 2 on an error, which is
    explained on standard error. SystemExit for ``--help``, ``--version`` and invalid options, as argparse raises it.
    """
    options = make_parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # some terminals cannot show every letter
    try:
        status: int | None = options.page(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has closed the pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (LookupError, ValueError, OSError, ImportError, DataFileError) as error:
        print(f"kz-upr: error: {_message(error)}", file=sys.stderr)
        return 2
    return status or 0


def _message(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(error)
