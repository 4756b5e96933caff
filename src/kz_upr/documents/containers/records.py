"""The objects of a large JSON file one by one, in memory that holds one of them.

The standard library decodes them. ijson does not survive what this survives: an integer of 5,000 digits ends its
process or, with ``use_float``, one of 20 is refused; its ``items`` takes gigabytes for 200 KB of nested brackets,
and objects built from its events take twice the time.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from kz_upr.documents.errors import DocumentError

#: In characters; the longest record known has some 10,000.
_LARGEST_RECORD = 4_000_000
_DEEPEST = 100
_PIECE = 1 << 17
_SPACE = re.compile(r"[\s,]*")


def json_records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of the file's first list of objects: the file itself, or a member of the object that it is.

    NaN, which JSON does not have and pandas writes for an empty cell, is None. Raises DocumentError for a file that
    is cut off, is not JSON in UTF-8, holds no list of objects, or has one that is too large or nested too deep.
    """
    with path.open(encoding="utf-8-sig") as file:
        reader = _Reader(file)
        try:
            yield from reader.records()
        except ValueError as error:
            reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            raise DocumentError(path, f"is damaged JSON near character {reader.position:,}: {reason}") from error


class _Reader:
    """The values of a text, which is read on as they are taken from it."""

    def __init__(self, file: TextIO) -> None:
        self.position = 0
        self._file = file
        self._decoder = json.JSONDecoder(parse_constant=lambda _: None)
        self._text = ""
        self._place = 0
        self._ended = False

    def records(self) -> Iterator[dict[str, Any]]:
        opening = self._take()
        if opening != "[" and not (opening == "{" and self._enter_list()):
            raise ValueError("it holds no list of records")
        while (character := self._next()) != "]":
            if character != "{":
                raise ValueError("a record was expected")
            yield self._value()

    def _enter_list(self) -> bool:
        """Go into the first list of objects among an object's members; whether there is one."""
        while self._next() == '"':
            self._value()
            if self._take() != ":":
                raise ValueError("a colon was expected")
            if self._next() != "[":
                self._value()
                continue
            self._take()
            if self._next() == "{":
                return True
            while self._next() != "]":
                self._value()
            self._take()
        return False

    def _next(self) -> str:
        """The next character that is neither white space nor a comma, without taking it."""
        while True:
            match = _SPACE.match(self._text, self._place)
            self._place = match.end() if match else self._place
            if self._place < len(self._text):
                return self._text[self._place]
            if self._ended:
                raise ValueError("it is cut off")
            self._read_on()

    def _take(self) -> str:
        character = self._next()
        self._place += 1
        return character

    def _value(self) -> Any:
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._place)
            except RecursionError as error:
                raise ValueError(f"values are nested over {_DEEPEST} deep") from error
            except json.JSONDecodeError as error:
                if self._ended:
                    raise ValueError(f"it is cut off or damaged ({error.msg})") from error
                if len(self._text) - self._place > _LARGEST_RECORD:
                    raise ValueError(f"a record is damaged, or has over {_LARGEST_RECORD:,} characters") from error
            else:
                if end < len(self._text) or self._ended:  # a number may go on in the next piece
                    brackets = self._text.count("[", self._place, end) + self._text.count("{", self._place, end)
                    if brackets > _DEEPEST and _depth(value) > _DEEPEST:
                        raise ValueError(f"values are nested over {_DEEPEST} deep")
                    self._place = end
                    return value
            self._read_on()

    def _read_on(self) -> None:
        """Let go of what is taken and read another piece, as long as what is left, so that no record is slow."""
        self._text = self._text[self._place :]
        piece = self._file.read(max(_PIECE, len(self._text)))
        self._text += piece
        self._place = 0
        self.position += len(piece)
        self._ended = not piece


def _depth(value: Any) -> int:
    """How deep lists and objects are nested."""
    depth, level = 0, [value]
    while level := [inner for inner in level if isinstance(inner, list | dict)]:
        depth += 1
        level = [inner for outer in level for inner in (outer.values() if isinstance(outer, dict) else outer)]
    return depth
