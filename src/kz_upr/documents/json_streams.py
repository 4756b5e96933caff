"""The objects of a large JSON file one by one, in memory that holds one of them."""

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from kz_upr.documents.errors import DocumentError

_PIECE = 1 << 18
#: The longest record known has some 10 KB.
_LARGEST_RECORD = 4_000_000
_SPACE = re.compile(r"[\s,]*")


def json_objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of the file's first list of objects: the file itself, or a member of the object that it is.

    Raises DocumentError for a file that is cut off, is not JSON, or holds no list of objects.
    """
    with path.open("rb") as file:
        yield from _Reader(path, file).objects()


class _Reader:
    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder()
        self._text = ""
        self._place = 0
        self._read = 0
        self._ended = False

    def objects(self) -> Iterator[dict[str, Any]]:
        opening = self._next()
        if opening == "{":
            opening = self._enter_list()
        if opening != "[":
            raise DocumentError(self._path, "holds no list of records")
        self._place += 1
        while (character := self._next()) != "]":
            if character != "{":
                raise DocumentError(self._path, f"is damaged JSON near byte {self._read}: a record was expected")
            yield self._value()

    def _enter_list(self) -> str:
        """Go to the first list of objects among an object's members."""
        self._place += 1
        while self._next() == '"':
            self._value()
            if self._next() != ":":
                break
            self._place += 1
            if self._next() == "[":
                begun = self._place
                self._place += 1
                is_list_of_objects = self._next() == "{"
                self._place = begun
                if is_list_of_objects:
                    return "["
            self._value()
        return ""

    def _next(self) -> str:
        """The next character that is neither white space nor a comma, without taking it."""
        while True:
            match = _SPACE.match(self._text, self._place)
            self._place = match.end() if match else self._place
            if self._place < len(self._text):
                return self._text[self._place]
            if self._ended:
                raise DocumentError(self._path, "is JSON that is cut off")
            self._more()

    def _value(self) -> Any:
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._place)
            except json.JSONDecodeError as error:
                if self._ended:
                    raise DocumentError(self._path, f"is JSON that is cut off or damaged ({error.msg})") from error
                if len(self._text) - self._place > _LARGEST_RECORD:
                    reason = (
                        f"is damaged near byte {self._read}, or has a record of over {_LARGEST_RECORD:,} characters"
                    )
                    raise DocumentError(self._path, reason) from error
                self._more()
                continue
            except RecursionError as error:
                raise DocumentError(self._path, "is JSON nested too deep to be an export") from error
            if end < len(self._text) or self._ended:  # a number may go on in the next piece
                self._place = end
                return value
            self._more()

    def _more(self) -> None:
        """Read on; what is done with is let go, and pieces grow with the record so that no record is slow."""
        piece = self._file.read(max(_PIECE, len(self._text) - self._place))
        self._read += len(piece)
        self._ended = not piece
        try:
            added = self._decode.decode(piece, final=self._ended)
        except UnicodeDecodeError as error:
            raise DocumentError(self._path, f"is not UTF-8 text near byte {self._read}") from error
        self._text = self._text[self._place :] + added
        self._place = 0
