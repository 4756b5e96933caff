"""The objects of a PDF as they are written: names, numbers, strings, arrays, dictionaries and references.

The parser is strict, unlike PDF libraries: they aim to show whatever a damaged file still has; it aims to notice the
damage.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from attrs import frozen

#: Real files nest a few levels.
_DEEPEST = 60
#: In bytes.
_LONGEST = 5_000_000

_TOKEN = re.compile(
    rb"(?P<reference>\d{1,10} \d{1,5} R(?![A-Za-z0-9]))"
    rb"|(?P<number>[+-]?(?:\d{1,20}(?:\.\d*)?|\.\d+)(?=[ \t\r\n\f/\[\]<>()]|$))"
    rb"|/(?P<name>[^\x00-\x20\x7f-\xff/\[\]<>(){}%]*)"
    rb"|(?P<opening><<|\[)|(?P<closing>>>|\])"
    rb"|<(?P<hex>(?:[0-9A-Fa-f]|[ \t\r\n\f])*)>"
    rb"|(?P<word>true|false|null)(?![A-Za-z0-9])"
)
_SPACE = re.compile(rb"[ \t\r\n\f]*")
_ESCAPED = re.compile(rb"\\.|[()]", re.DOTALL)
_WORDS = {b"true": True, b"false": False, b"null": None}


class Reference(NamedTuple):
    """A reference to an indirect object."""

    number: int
    generation: int


class Name(str):
    """A name: ``/Type`` without the slash."""

    __slots__ = ()


@frozen
class Stream:
    """A stream: its dictionary and its data as they are in the file."""

    entries: Mapping[str, Any]
    data: bytes


class SyntaxFault(ValueError):
    """There is no object at a place where one should begin."""

    def __init__(self, place: int) -> None:
        self.place = place
        super().__init__(place)


def parse(content: bytes, place: int) -> tuple[Any, int]:
    """The object that begins at a place, and where it ends. Raises SyntaxFault if none does.

    Names are :class:`Name`, strings bytes, arrays lists; everything else is the Python value.
    """
    open_: list[list[Any]] = []
    closings: list[bytes] = []
    value: Any
    last = place + _LONGEST
    while True:
        place = skipped(content, place)
        match = _TOKEN.match(content, place)
        if place > last:
            raise SyntaxFault(place)
        if match is None:
            value, place = _string(content, place)
        else:
            place = match.end()
            kind = match.lastgroup or ""
            text = match[kind]
            if kind == "opening":
                if len(open_) == _DEEPEST:
                    raise SyntaxFault(place)
                open_.append([])
                closings.append(b">>" if text == b"<<" else b"]")
                continue
            if kind == "closing":
                if not closings or closings.pop() != text:
                    raise SyntaxFault(match.start())
                value = open_.pop()
                if text == b">>":
                    value = _dictionary(value, match.start())
            else:
                value = _simple(kind, text)
        if not open_:
            return value, place
        open_[-1].append(value)


def skipped(content: bytes, place: int) -> int:
    """The place after any white space at a place."""
    match = _SPACE.match(content, place)
    return match.end() if match else place


def _simple(kind: str, text: bytes) -> Any:
    if kind == "name":
        return Name(text.decode("ascii"))
    if kind == "number":
        return float(text) if b"." in text else int(text)
    if kind == "reference":
        number, generation, _ = text.split()
        return Reference(int(number), int(generation))
    return _WORDS[text] if kind == "word" else text


def _dictionary(values: list[Any], place: int) -> dict[str, Any]:
    keys = values[::2]
    if len(values) % 2 or not all(isinstance(key, Name) for key in keys) or len(set(keys)) < len(keys):
        raise SyntaxFault(place)
    return dict(zip(keys, values[1::2], strict=True))


def _string(content: bytes, place: int) -> tuple[bytes, int]:
    """A string, which may have brackets in it, and where it ends."""
    if not content.startswith(b"(", place):
        raise SyntaxFault(place)
    depth = 0
    for match in _ESCAPED.finditer(content, place):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if depth == 0:
            return content[place + 1 : match.start()], match.end()
    raise SyntaxFault(place)
