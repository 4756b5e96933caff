"""The cross-reference tables of a PDF: where they place the objects, compared with where the objects are."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kz_upr.documents.containers.pdf_file import PdfFile, unpacked
from kz_upr.documents.containers.pdf_objects import Stream, SyntaxFault, parse

_WIDEST = 8  # bytes of a number in a cross-reference stream


def check_references(file: PdfFile) -> None:
    """Add the objects in object streams, and note where the tables do not match the objects of the file."""
    tables = [file.tables[place] for place in _chain(file) if place in file.tables]
    packed = [entry for number, stream in tables for entry in _entries(file, number, stream)]
    listed = set(file.listed)
    for number, generation, place in file.listed:
        if place not in file.places.get((number, generation), ()):
            file.faults.append(f"object {number} is not at byte {place:,}, where the cross-reference table places it")
    for (number, generation), places in file.places.items():
        if any((number, generation, place) not in listed and place not in file.trailers for place in places):
            file.faults.append(f"object {number} is not in the cross-reference table")
    if "Encrypt" not in file.trailer:
        _unpack_objects(file, packed)


def _chain(file: PdfFile) -> list[int]:
    """The places of the cross-reference tables, from the one that the end of the file points to."""
    chain: list[int] = []
    pointed: list[Any] = file.starts[-1:] or [None]
    while pointed:
        place = pointed.pop()
        if place not in file.trailers:
            file.faults.append("its end does not point to its cross-reference table")
        elif place not in chain:
            chain.append(place)
            pointed += [file.trailers[place][key] for key in ("Prev", "XRefStm") if key in file.trailers[place]]
    return chain


def _entries(file: PdfFile, number: int, stream: Stream) -> Iterator[tuple[int, int, int]]:
    """The objects that a cross-reference stream places in object streams: number, stream, index. It lists others."""
    widths = _counts(stream.entries.get("W"))
    index = _counts(stream.entries.get("Index", [0, stream.entries.get("Size")]))
    data = unpacked(file, stream)
    if len(widths) != 3 or not 0 < max(widths) <= _WIDEST or len(data) != sum(widths) * sum(index[1::2]):
        file.faults.append(f"the cross-reference stream {number} does not have as many entries as it states")
        return
    sections = zip(index[::2], index[1::2], strict=False)
    numbers = (listed for first, count in sections for listed in range(first, first + count))
    begin, end = widths[0], widths[0] + widths[1]
    for listed, place in zip(numbers, range(0, len(data), sum(widths)), strict=True):
        row = data[place : place + sum(widths)]
        kind = int.from_bytes(row[:begin], "big") if begin else 1
        second, third = int.from_bytes(row[begin:end], "big"), int.from_bytes(row[end:], "big")
        if kind == 1:
            file.listed.append((listed, third, second))
        elif kind == 2:
            yield listed, second, third


def _counts(values: Any) -> list[int]:
    """A list of numbers from 0; empty for anything else."""
    fits = isinstance(values, list) and all(isinstance(value, int) and value >= 0 for value in values)
    return values if fits else []


def _unpack_objects(file: PdfFile, packed: list[tuple[int, int, int]]) -> None:
    inside: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, holder, index in packed:
        inside[holder].append((number, index))
    for holder, members in inside.items():
        stream = file.objects.get(holder)
        if not isinstance(stream, Stream) or stream.entries.get("Type") != "ObjStm":
            file.faults.append(f"object {holder} is not an object stream")
            continue
        data = unpacked(file, stream)
        first, count = (file.entry(stream.entries, key) for key in ("First", "N"))
        try:
            heads = [int(word) for word in data[:first].split()]
            if len(heads) != 2 * count or any(heads[2 * index] != number for number, index in members):
                raise SyntaxFault(0)
            for number, index in members:
                if number not in file.objects:
                    file.objects[number], _ = parse(data, first + heads[2 * index + 1])
        except (ValueError, IndexError, TypeError):
            file.faults.append(f"the object stream {holder} does not hold what the cross-reference table lists")
