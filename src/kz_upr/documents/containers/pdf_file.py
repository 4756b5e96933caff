"""A PDF file from its first byte to its last: the objects that it holds, and what shows that it is not whole.

A file says everything about itself twice: an object is where the cross-reference table says that it is, a stream is
as long as its dictionary says and unpacks to what its checksum says, and nothing stands between the objects.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from kz_upr.documents.containers.pdf_objects import Reference, Stream, SyntaxFault, parse, skipped

#: What the streams may unpack to, in bytes; those of the longest report known have 20 MB.
_LARGEST = 200_000_000
_PIECE = 1 << 20

_HEADER = re.compile(rb"%PDF-\d\.\d[^\r\n]*[\r\n]")
_COMMENT = re.compile(rb"%%EOF|%[^\r\n]*(?:[\r\n]+|$)")
_OBJECT = re.compile(rb"(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj(?![A-Za-z0-9])")
_STREAM = re.compile(rb"[ \t\r\n]*stream(?:\r\n|\n|\r)")
_END_OF_STREAM = re.compile(rb"(?:\r\n|\n|\r)?[ \t]*endstream[ \t\r\n]*endobj(?![A-Za-z0-9])")
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
    listed: list[tuple[int, int, int]] = field(factory=list)  # number, generation and place by the tables
    packed: list[tuple[int, int, int]] = field(factory=list)  # number, object stream and index by the tables
    starts: list[int] = field(factory=list)
    faults: list[str] = field(factory=list)

    @property
    def trailer(self) -> dict[str, Any]:
        """The entries of all trailers; those of the last one count."""
        last = self.trailers.get(self.starts[-1], {}) if self.starts else {}
        return {key: value for entries in self.trailers.values() for key, value in entries.items()} | last

    def resolved(self, value: Any) -> Any:
        """The object itself, for a reference to one; None if there is none."""
        for _ in range(10):
            if not isinstance(value, Reference):
                return value
            value = self.objects.get(value.number)
        return None


def read_file(content: bytes) -> PdfFile:
    """The objects of a file, and its faults; ``content`` begins with the header of a PDF."""
    file = PdfFile()
    try:
        _scan(content, file)
    except SyntaxFault as fault:
        file.faults.append(f"bytes at {fault.place:,} are no part of a PDF")
        return file
    room = _LARGEST
    for number, value in list(file.objects.items()):
        if isinstance(value, Stream):
            room -= _check_stream(file, number, value, room)
            if room < 0:
                file.faults.append(f"its streams unpack to more than {_LARGEST:,} bytes")
                return file
    _check_tables(file)
    return file


def _scan(content: bytes, file: PdfFile) -> None:
    header = _HEADER.match(content)
    if header is None:
        raise SyntaxFault(0)
    place = skipped(content, header.end())
    while place < len(content):
        if match := _OBJECT.match(content, place):
            number, generation = int(match[1]), int(match[2])
            file.places.setdefault((number, generation), set()).add(place)
            value, end = _object(content, match.end())
            file.objects[number] = value
            if isinstance(value, Stream) and value.entries.get("Type") == "XRef":
                file.trailers[place] = dict(value.entries)
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
    """Whether the rest is what some programs leave of a longer file that they wrote over.

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
    closing = _END_OF_STREAM.match(content, start + length) if isinstance(length, int) else None
    if closing is None:  # the length is an object of its own, perhaps behind this one, or wrong
        closing = _END_OF_STREAM.search(content, start)
    if closing is None:
        raise SyntaxFault(start)
    return Stream(value, content[start : closing.start()]), closing.end()


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
    """Note the faults of a stream, and return how many bytes it unpacks to."""
    if "Encrypt" in file.trailer or _filters(file, stream)[:1] != ["FlateDecode"]:
        return len(stream.data)
    try:
        return sum(map(len, _unpacked(stream.data, room)))
    except zlib.error:
        file.faults.append(f"object {number} does not unpack: its checksum does not fit")
        return 0


def _filters(file: PdfFile, stream: Stream) -> list[str]:
    filters = file.resolved(stream.entries.get("Filter"))
    return filters if isinstance(filters, list) else [] if filters is None else [filters]


def _unpacked(data: bytes, room: int) -> Iterator[bytes]:
    """What packed data unpack to, in pieces, as far as there is room. Raises zlib.error where they are not whole."""
    unpacking = zlib.decompressobj()
    while not unpacking.eof and room >= 0:
        piece = unpacking.decompress(data, _PIECE)
        data = unpacking.unconsumed_tail
        if not piece and not data and not unpacking.eof:
            raise zlib.error("cut off")
        room -= len(piece)
        yield piece
    if unpacking.unused_data.strip(b"\r\n"):
        raise zlib.error("more than a stream")


def is_packed(data: bytes) -> bool:
    """Whether data are a packed stream."""
    try:
        return any(True for piece in _unpacked(data, _LARGEST) if piece)
    except zlib.error:
        return False


def unpacked(file: PdfFile, stream: Stream) -> bytes:
    """What a stream unpacks to, a predictor taken back; nothing if it is damaged or packed in another way."""
    filters = _filters(file, stream)
    if not filters:
        return stream.data
    try:
        data = b"".join(_unpacked(stream.data, _LARGEST)) if filters == ["FlateDecode"] else b""
    except zlib.error:
        return b""
    settings = file.resolved(stream.entries.get("DecodeParms"))
    settings = settings[0] if isinstance(settings, list) and settings else settings
    if isinstance(settings, dict) and settings.get("Predictor", 1) >= 10:
        return _without_predictor(data, int(settings.get("Columns", 1)))
    return data


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


# Cross references


def _check_tables(file: PdfFile) -> None:
    """Note where the tables and the objects of the file do not fit."""
    for place in _chain(file):
        for number, value in _streams_at(file, place):
            _read_stream_of_references(file, number, value)
    listed = {(number, generation): set[int]() for number, generation, _ in file.listed}
    for number, generation, place in file.listed:
        listed[number, generation].add(place)
        if place not in file.places.get((number, generation), ()):
            file.faults.append(f"object {number} is not at byte {place:,}, where the cross-reference table has it")
    for (number, generation), places in file.places.items():
        if not places <= listed.get((number, generation), set()) | set(file.trailers):
            file.faults.append(f"object {number} is not in the cross-reference table")
    _unpack_objects(file)


def _chain(file: PdfFile) -> list[int]:
    """The places of the cross-reference tables, from the one that the end of the file points to."""
    chain: list[int] = []
    pointed = file.starts[-1:] or [-1]
    while pointed:
        place = pointed.pop()
        if place not in file.trailers:
            file.faults.append("its end does not point to its cross-reference table")
        elif place not in chain:
            chain.append(place)
            pointed += [file.trailers[place][key] for key in ("Prev", "XRefStm") if key in file.trailers[place]]
    return chain


def _streams_at(file: PdfFile, place: int) -> Iterator[tuple[int, Stream]]:
    for (number, _), places in file.places.items():
        value = file.objects[number]
        if place in places and isinstance(value, Stream):
            yield number, value


def _read_stream_of_references(file: PdfFile, number: int, stream: Stream) -> None:
    entries = stream.entries
    widths = entries.get("W")
    size = entries.get("Size")
    index = entries.get("Index", [0, size])
    if not (_are_counts(widths) and len(widths) == 3 and sum(widths) <= 24 and _are_counts(index)):
        file.faults.append(f"object {number} is no cross-reference stream")
        return
    data = unpacked(file, stream)
    if len(data) != sum(widths) * sum(index[1::2]):
        file.faults.append(f"the cross-reference stream {number} is not as long as it says")
        return
    numbers = (
        number for first, count in zip(index[::2], index[1::2], strict=False) for number in range(first, first + count)
    )
    for place, listed in zip(range(0, len(data), sum(widths)), numbers, strict=False):
        kind, second, third = _entry(data[place : place + sum(widths)], widths)
        if kind == 1:
            file.listed.append((listed, third, second))
        elif kind == 2:
            file.packed.append((listed, second, third))


def _entry(row: bytes, widths: list[int]) -> tuple[int, int, int]:
    one, two, _ = widths
    kind = int.from_bytes(row[:one], "big") if one else 1
    return kind, int.from_bytes(row[one : one + two], "big"), int.from_bytes(row[one + two :], "big")


def _are_counts(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, int) and 0 <= value < 10_000_000 for value in values)


def _unpack_objects(file: PdfFile) -> None:
    """Add the objects in object streams."""
    inside: dict[int, list[tuple[int, int]]] = {}
    for number, stream, index in file.packed:
        inside.setdefault(stream, []).append((number, index))
    for holder, members in inside.items():
        stream = file.objects.get(holder)
        if not isinstance(stream, Stream) or stream.entries.get("Type") != "ObjStm":
            file.faults.append(f"object {holder} is no object stream")
            continue
        data = unpacked(file, stream)
        first, count = (file.resolved(stream.entries.get(key)) for key in ("First", "N"))
        try:
            heads = [int(word) for word in data[:first].split()]
            for number, index in members:
                if heads[2 * index] != number or len(heads) != 2 * count:
                    raise SyntaxFault(index)
                if number not in file.objects:
                    file.objects[number], _ = parse(data, first + heads[2 * index + 1])
        except (ValueError, IndexError, TypeError):
            file.faults.append(f"the object stream {holder} does not hold what the cross-reference table says")
