"""The objects of a large JSON file one by one, with only one of them in memory.

The standard library decodes them. ijson does not survive what this module survives: an integer of 5,000 digits ends the
process or, with ``use_float``, one of 20 digits is rejected; its ``items`` takes gigabytes for 200 KB of nested
brackets, and objects built from its events take twice the time.
"""

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from kz_upr.documents.errors import DocumentError

#: In characters; the longest known record has some 10,000.
_LARGEST_RECORD = 4_000_000
_DEEPEST = 100
_NESTED = f"values are nested over {_DEEPEST} deep"
_PIECE = 1 << 17
_SPACE = re.compile(r"[ \t\r\n]*")
_NEXT_OBJECT = re.compile(r"[ \t\r\n]*,[ \t\r\n]*(?={)")


class DoubledKeys(dict[str, Any]):
    """An object that has a key twice, at any depth: it keeps the last value, ``doubled`` all of them."""

    doubled: dict[str, list[Any]]


def json_lists(path: Path) -> Iterator[Iterator[dict[str, Any]]]:
    """The lists of objects of a file: the file itself is one, or an object that has some, at any depth.

    Objects that are not taken from a list are skipped when the next list is asked for. NaN, which is not JSON but which
    pandas writes for an empty cell, is None. An object that has a key twice is a :class:`DoubledKeys`. Raises
    DocumentError for a file that is cut off or has data after its end, is not JSON in UTF-8, holds no list of objects,
    or holds an object that is too large or too deeply nested.
    """
    with path.open("rb") as file:
        yield from _Reader(path, file).lists()


class _Reader:
    """The values of a text, which is read as they are taken from it."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self._position = 0
        self._bytes = codecs.getincrementaldecoder("utf-8-sig")()
        self._decoder = json.JSONDecoder(object_pairs_hook=self._members, parse_constant=lambda _: None)
        self._doubled: dict[str, list[Any]] = {}
        self._text = ""
        self._place = 0
        self._ended = False

    def lists(self) -> Iterator[Iterator[dict[str, Any]]]:
        opening = self._take()
        found = False
        for objects in self._lists_after(opening):
            found = True
            yield objects
            for _ in objects:
                pass
        if not found:
            raise self._fault("it holds no list of records")
        if self._reach():
            raise self._fault("it has data after its end")

    def _lists_after(self, opening: str, depth: int = 1) -> Iterator[Iterator[dict[str, Any]]]:
        """The list that has been opened, or the lists among the members of an object that has."""
        if depth > _DEEPEST:
            raise self._fault(_NESTED)
        if opening == "[":
            yield self._objects()
            return
        for _ in self._each("}") if opening == "{" else ():
            if self._next() != '"':
                raise self._fault("expected a key")
            self._value()
            if self._take() != ":":
                raise self._fault("expected a colon")
            if self._next() == "{":
                yield from self._lists_after(self._take(), depth + 1)
            elif self._next() != "[":
                self._value()
            else:
                self._take()
                if self._next() == "{":
                    yield self._objects()
                else:
                    for _ in self._each("]"):
                        self._next()
                        if _depth(self._value()) > _DEEPEST:
                            raise self._fault(_NESTED)

    def _objects(self) -> Iterator[dict[str, Any]]:
        for _ in self._each("]"):
            if self._next() != "{":
                raise self._fault("expected a record")
            yield self._object()
            while match := _NEXT_OBJECT.match(self._text, self._place):  # whole objects, until the piece ends
                self._place = match.end()
                yield self._object()

    def _object(self) -> dict[str, Any]:
        self._doubled.clear()
        members: dict[str, Any] = self._value()
        if self._doubled:
            members = DoubledKeys(members)
            members.doubled = dict(self._doubled)
        return members

    def _each(self, closing: str) -> Iterator[None]:
        """Pause before each member of an open list or object; take the commas and the closing bracket."""
        if self._next() == closing:
            self._place += 1
            return
        while True:
            yield
            if (character := self._take()) == closing:
                return
            if character != ",":
                raise self._fault("expected a comma")

    def _next(self) -> str:
        """The next character that is not white space, without taking it."""
        if not self._reach():
            raise self._fault("it is cut off")
        return self._text[self._place]

    def _reach(self) -> bool:
        """Skip white space; whether anything follows."""
        while True:
            match = _SPACE.match(self._text, self._place)
            self._place = match.end() if match else self._place
            if self._place < len(self._text):
                return True
            if self._ended:
                return False
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
                raise self._fault(_NESTED) from error
            except json.JSONDecodeError as error:
                if self._ended:
                    raise self._fault(f"it is cut off or damaged ({error.msg})") from error
                if len(self._text) - self._place > _LARGEST_RECORD:
                    raise self._fault(f"a record is damaged, or has over {_LARGEST_RECORD:,} characters") from error
            except ValueError as error:  # an integer with more digits than Python reads
                raise self._fault(str(error)) from error
            else:
                if end < len(self._text) or self._ended:  # a number may continue in the next piece
                    # most records have no object in them; lists may be as deep as the library lets them
                    if self._text.count("{", self._place, end) > 1 and _depth(value) > _DEEPEST:
                        raise self._fault(_NESTED)
                    self._place = end
                    return value
            self._read_on()

    def _read_on(self) -> None:
        """Drop the text already taken and read another piece, as long as the rest, so that no record is slow."""
        self._text = self._text[self._place :]
        piece = self._file.read(max(_PIECE, len(self._text)))
        try:
            text = self._bytes.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            raise self._fault("it is not UTF-8") from error
        self._text += text
        self._place = 0
        self._position += len(text)
        self._ended = not piece

    def _members(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            values: dict[str, list[Any]] = {}
            for key, value in pairs:
                values.setdefault(key, []).append(value)
            self._doubled.update({key: each for key, each in values.items() if len(each) > 1})
        return members

    def _fault(self, reason: str) -> DocumentError:
        return DocumentError(self._path, f"is damaged JSON near character {self._position:,}: {reason}")


def _depth(value: Any) -> int:
    """How deep lists and objects are nested."""
    depth, level = 0, [value]
    while level := [inner for inner in level if isinstance(inner, list | dict)]:
        depth += 1
        level = [inner for outer in level for inner in (outer.values() if isinstance(outer, dict) else outer)]
    return depth
