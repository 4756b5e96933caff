"""What has been read so far, kept beside the output, so that an interrupted run can be resumed."""

import errno
import json
from pathlib import Path
from typing import Any, Self

from attrs import frozen

import kz_upr
from kz_upr.cli.demands import COLUMNS, rows
from kz_upr.documents import AnyReading
from kz_upr.model import damage_in

_HEAD = "kz-upr read"


@frozen
class Entry:
    """The result of a document: its rows (values in column order), the number of warnings, and those of damage."""

    rows: list[list[Any]]
    warnings: int
    damage: list[str]


class Journal:
    """A file with a line for each document that has been read, by the hash of the document.

    Lines of another version of the package and incomplete lines are not used. The rows stay in the file, so that memory
    does not grow with their number. When it is closed, the file is kept unless it is ``done`` or holds no document.
    Raises OSError if the file cannot be opened or belongs to another program.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done = False
        self._places: dict[str, int] = {}
        head = f"{_HEAD} {kz_upr.__version__}: {' '.join(column.name for column in COLUMNS)}\n".encode()
        self._file = path.open("a+b")
        self._file.seek(0)
        found = self._file.readline()
        if found and not found.startswith(_HEAD.encode()):
            self._file.close()
            raise FileExistsError(errno.EEXIST, "already exists and is not a journal of kz-upr read", str(path))
        if found != head:
            self._file.truncate(0)
            self._file.write(head)
        end = self._file.tell()
        for line in self._file:
            try:
                sha256, *_ = json.loads(line)
            except ValueError:
                break
            if not line.endswith(b"\n"):
                break
            self._places[sha256] = end
            end += len(line)
        self._file.truncate(end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        if self.done or not self._places:
            self.path.unlink()

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, sha256: object) -> bool:
        return sha256 in self._places

    def add(self, reading: AnyReading) -> str:
        """Record the result of a document; return the hash of the document."""
        sha256 = reading.source.sha256 or ""
        damage = [str(warning) for warning in damage_in(reading.warnings)]
        line = json.dumps([sha256, list(rows(reading)), len(reading.warnings), damage])
        place = self._file.seek(0, 2)
        self._file.write(line.encode() + b"\n")
        self._file.flush()
        self._places[sha256] = place
        return sha256

    def __getitem__(self, sha256: str) -> Entry:
        self._file.seek(self._places[sha256])
        _, *entry = json.loads(self._file.readline())
        return Entry(*entry)
