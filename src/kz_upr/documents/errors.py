"""The exception that a reader raises if a file is not the document that it should be."""

from collections.abc import Sequence
from pathlib import Path

_NAMED = 3


class DocumentError(ValueError):
    """A file is not the document that was asked for, or cannot be read.

    ``path`` is the file as it was given; ``reason`` says in words what is wrong with it.
    """

    def __init__(self, path: str | Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(path, reason)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def first_of(faults: Sequence[object]) -> str:
    """The first three faults of a file in words, and how many more there are."""
    more = f" (and {len(faults) - _NAMED:,} more)" if len(faults) > _NAMED else ""
    return "; ".join(map(str, faults[:_NAMED])) + more
