"""A PDF file from its first byte to its last: the objects that it holds, and signs that it is damaged.

A file can be checked against itself: an object is where the cross-reference table says that it is, a stream is as long
as its dictionary says and unpacks to data that match its checksum, and there is nothing between the objects.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field

from kz_upr.documents.containers.pdf_objects import Reference, Stream, SyntaxFault, parse, skipped

#: What the streams may unpack to, in bytes; those of the longest known report have 20 MB.
_LARGEST = 200_000_000
#: What a stream that is looked into may unpack to, and how much of the file may lie outside streams, in bytes.
_LARGEST_PART, _LARGEST_REST = 20_000_000, 20_000_000
_PIECE = 1 << 20

_HEADER = re.compile(rb"%PDF-\d\.\d[^\r\n]*[\r\n]")
_COMMENT = re.compile(rb"%%EOF|%[^\r\n]*(?:[\r\n]+|$)")
_OBJECT = re.compile(rb"(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj(?![A-Za-z0-9])")
_STREAM = re.compile(rb"[ \t\r\n]*stream(?:\r\n|\n|\r)")
_END_OF_STREAM = re.compile(rb"(?:\r\n|\n|\r)?endstream[ \t\r\n]*endobj(?![A-Za-z0-9])")
_END_OF_OBJECT = re.compile(rb"[ \t\r\n]*endobj(?![A-Za-z0-9])")
_TABLE = re.compile(rb"xref[ \t]*(?:\r\n|\r|\n)")
_SECTION = re.compile(rb"(\d{1,10}) (\d{1,10})[ \t]*(?:\r\n|\r|\n)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])[ \r\n]{1,2}")
_TRAILER = re.compile(rb"[ \t\r\n]*trailer")
_START = re.compile(rb"startxref[ \t\r\n]+(\d{1,12})(?=[ \t\r\n])")


@define
class PdfFile:
    """What a file holds: objects by number (the last version of each), their places, and the faults in words."""

    objects: dict[int, Any] = field(factory=dict)
    places: dict[tuple[int, int], set[int]] = field(factory=dict)  # (number, generation): where such objects begin
    trailers: dict[int, dict[str, Any]] = field(factory=dict)  # by the place of their cross-reference table
    tables: dict[int, tuple[int, Stream]] = field(factory=dict)  # those that are streams, with their numbers, by place
    listed: list[tuple[int, int, int]] = field(factory=list)  # number, generation and place by the tables
    starts: list[int] = field(factory=list)
    trailer: dict[str, Any] = field(factory=dict)  # the entries of all trailers; the last takes precedence
    faults: list[str] = field(factory=list)

    def resolved(self, value: Any) -> Any:
        """The object that a reference points to, None if there is none; any other value as it is."""
        for _ in range(10):
            if not isinstance(value, Reference):
                return value
            value = self.objects.get(value.number)
        return None

    def entry(self, entries: Mapping[str, Any], key: str) -> Any:
        """The value of a key in a dictionary; None if there is none."""
        return self.resolved(entries.get(key))

    def each(self, entries: Mapping[str, Any], key: str) -> list[Any]:
        """The values of a key that may have a single one or an array of them."""
        value = self.entry(entries, key)
        return value if isinstance(value, list) else [] if value is None else [value]


def read_file(content: bytes) -> PdfFile:
    """The objects of a file, and its faults; ``content`` begins with the header of a PDF."""
    file = PdfFile()
    try:
        _scan(content, file)
    except SyntaxFault as fault:
        file.faults.append(f"unexpected bytes at {fault.place:,}")
        return file
    for entries in (*file.trailers.values(), *(file.trailers.get(start, {}) for start in file.starts[-1:])):
        file.trailer.update(entries)
    room = _LARGEST
    for number, value in list(file.objects.items()):
        if isinstance(value, Stream):
            room -= _check_stream(file, number, value, room)
            if room < 0:
                file.faults.append(f"its streams unpack to more than {_LARGEST:,} bytes")
                return file
    return file


def _scan(content: bytes, file: PdfFile) -> None:
    header = _HEADER.match(content)
    if header is None:
        raise SyntaxFault(0)
    place, room = skipped(content, header.end()), _LARGEST_REST
    while place < len(content):
        if match := _OBJECT.match(content, place):
            number, generation = int(match[1]), int(match[2])
            file.places.setdefault((number, generation), set()).add(place)
            value, end = _object(content, match.end())
            file.objects[number] = value
            room -= end - place - (len(value.data) if isinstance(value, Stream) else 0)
            if room < 0:
                raise SyntaxFault(place)
            if isinstance(value, Stream) and value.entries.get("Type") == "XRef":
                file.trailers[place], file.tables[place] = dict(value.entries), (number, value)
        elif match := _TABLE.match(content, place):
            end = _table(content, place, match.end(), file)
        elif match := _START.match(content, place):
            end = match.end()
            file.starts.append(int(match[1]))
        elif match := _COMMENT.match(content, place):
            end = match.end()
        elif _is_left_over(content, place, file):
            return
        else:
            raise SyntaxFault(place)
        place = skipped(content, end)


def _is_left_over(content: bytes, place: int, file: PdfFile) -> bool:
    """Whether the rest is the remainder of a longer file, which some programs leave when they overwrite it.

    A file for the web says how long it is; and the rest must not point to another cross-reference table.
    """
    first = next(iter(file.objects.values()), None)
    length = first.get("L") if isinstance(first, dict) and "Linearized" in first else None
    others = {int(start) for start in _START.findall(content, place)} - {*file.starts[-1:]}
    return isinstance(length, int) and length <= place and not others


def _object(content: bytes, place: int) -> tuple[Any, int]:
    value, place = parse(content, place)
    if match := _END_OF_OBJECT.match(content, place):
        return value, match.end()
    match = _STREAM.match(content, place)
    if match is None or not isinstance(value, dict):
        raise SyntaxFault(place)
    start, length = match.end(), value.get("Length")
    end = start + length if isinstance(length, int) and length in range(len(content)) else start
    if closing := _END_OF_STREAM.match(content, end):
        return Stream(value, content[start:end]), closing.end()
    # the length is a separate object, perhaps after this one, or wrong
    end = max(content.find(b"endstream", start), start)
    if closing := _END_OF_STREAM.match(content, end):
        return Stream(value, content[start:end].removesuffix(b"\n").removesuffix(b"\r")), closing.end()
    raise SyntaxFault(start)


def _table(content: bytes, start: int, place: int, file: PdfFile) -> int:
    """Read a cross-reference table with its trailer, and return where it ends."""
    while section := _SECTION.match(content, place):
        first, count = int(section[1]), int(section[2])
        place = section.end()
        for number in range(first, first + count):
            entry = _ENTRY.match(content, place)
            if entry is None:
                raise SyntaxFault(place)
            if entry[3] == b"n":
                file.listed.append((number, int(entry[2]), int(entry[1])))
            place = entry.end()
    match = _TRAILER.match(content, place)
    if match is None:
        raise SyntaxFault(place)
    trailer, place = parse(content, match.end())
    if not isinstance(trailer, dict):
        raise SyntaxFault(place)
    file.trailers[start] = trailer
    return place


# Streams


def _check_stream(file: PdfFile, number: int, stream: Stream, room: int) -> int:
    """Note the faults of a stream, and return its unpacked size, or its size if it cannot be unpacked."""
    try:
        if "Encrypt" not in file.trailer and file.each(stream.entries, "Filter")[:1] == ["FlateDecode"]:
            return sum(map(len, _unpacked(stream.data, room)))
    except zlib.error:
        file.faults.append(f"object {number} cannot be decompressed: checksum mismatch")
    return len(stream.data)


def _unpacked(data: bytes, room: int) -> Iterator[bytes]:
    """The unpacked data, in pieces, as far as there is room. Raises zlib.error where the data are not complete."""
    unpacking = zlib.decompressobj()
    while not unpacking.eof and room >= 0:
        piece = unpacking.decompress(data, _PIECE)
        data = unpacking.unconsumed_tail
        if not piece and not unpacking.eof:
            raise zlib.error("cut off")
        room -= len(piece)
        yield piece
    if unpacking.unused_data.strip(b"\r\n"):
        raise zlib.error("more than a stream")


def is_packed(data: bytes) -> bool:
    """Whether data are a packed stream."""
    try:
        return any(_unpacked(data, _PIECE))
    except zlib.error:
        return False


def unpacked(file: PdfFile, stream: Stream) -> bytes:
    """The unpacked data of a stream, with a predictor undone; empty if damaged, too large or packed in another way."""
    filters = file.each(stream.entries, "Filter")
    if not filters:
        return stream.data
    try:
        data = b"".join(_unpacked(stream.data, _LARGEST_PART)) if filters == ["FlateDecode"] else b""
    except zlib.error:
        return b""
    settings = next(iter(file.each(stream.entries, "DecodeParms")), None)
    if isinstance(settings, dict) and settings.get("Predictor", 1) != 1:
        columns = settings.get("Columns", 1)
        return _without_predictor(data, columns) if isinstance(columns, int) and columns in range(len(data)) else b""
    return data if len(data) <= _LARGEST_PART else b""


def _without_predictor(data: bytes, columns: int) -> bytes:
    """Rows of bytes, each added to the one above it, as cross-reference streams have them."""
    above = bytes(columns)
    rows = []
    for start in range(0, len(data), columns + 1):
        kind, row = data[start], data[start + 1 : start + 1 + columns]
        if kind == 2:
            row = bytes((one + other) & 255 for one, other in zip(row, above, strict=False))
        elif kind == 1:
            left, summed = 0, bytearray()
            for one in row:
                left = (one + left) & 255
                summed.append(left)
            row = bytes(summed)
        rows.append(row)
        above = row
    return b"".join(rows)
