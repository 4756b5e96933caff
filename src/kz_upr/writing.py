"""Files that are written whole or not at all."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """A text file for writing that appears at its path only when everything has been written.

    A pipe or a device cannot appear whole and is written to directly. Raises OSError, naming the path that was asked
    for, if it cannot be written.
    """
    target = Path(os.path.realpath(path))  # the target of a link
    beside = target.parent / f".kz-upr-{os.urandom(8).hex()}"
    try:
        if target.is_symlink():  # links that lead to each other have no target
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if target.exists() and not (target.is_file() or target.is_dir()):
            with target.open("w", encoding="utf-8", newline="") as file:
                yield file
            return
        # opened by mode "x" it gets the permissions of any new file, and replaces none
        with beside.open("x", encoding="utf-8", newline="") as file:
            yield file
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except OSError as error:
        if error.filename in (None, str(beside), str(target)):
            raise OSError(error.errno, error.strerror, os.fspath(path)) from None
        raise
    finally:
        with contextlib.suppress(OSError):  # already gone if all went well
            beside.unlink()
