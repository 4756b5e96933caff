"""Files that are written whole or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """A text file for writing that appears at its path only when everything has been written.

    A link keeps its place, and its target is written. A file that exists keeps its permissions, and its owner where
    that is allowed; one that is write-protected is not replaced. A pipe or a device cannot appear whole and is written
    to directly. Raises OSError, naming the path that was asked for, if it cannot be written.
    """
    asked = os.fspath(path)
    target = Path(os.path.realpath(path))  # the target of a link
    beside = target.parent / f".kz-upr-{os.urandom(8).hex()}"
    try:
        old = _replaceable(asked, target)
        if old is not None and not stat.S_ISREG(old.st_mode):
            with target.open("w", encoding="utf-8", newline="") as file:
                yield file
            return
        # opened by mode "x" it gets the permissions of any new file, and replaces none
        with beside.open("x", encoding="utf-8", newline="") as file:
            yield file
        if old is not None:
            with contextlib.suppress(OSError, AttributeError):  # not allowed; Windows has no owners
                os.chown(beside, old.st_uid, old.st_gid)
            beside.chmod(stat.S_IMODE(old.st_mode))
        beside.replace(target)
    except OSError as error:
        if error.filename in (None, str(beside), str(target)):
            raise OSError(error.errno, error.strerror, asked) from None
        raise
    finally:
        with contextlib.suppress(OSError):  # already gone if all went well
            beside.unlink()


def _replaceable(asked: str, target: Path) -> os.stat_result | None:
    """What is at the target, or None. Raises OSError if it must not be replaced."""
    if not os.path.split(asked)[1]:  # "", or a name that ends with a slash
        raise OSError(errno.EISDIR, "expected the name of a file")
    try:
        old = target.stat()  # ELOOP for links that lead to each other
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    # the superuser may write to a file that nobody may write to, but its owner has protected it
    if not os.access(target, os.W_OK) or not old.st_mode & 0o222:
        raise OSError(errno.EACCES, "the file is write-protected")
    return old
