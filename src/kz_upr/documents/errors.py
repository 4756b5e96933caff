"""What a reader raises if a file is not the document it should be."""

from pathlib import Path


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
