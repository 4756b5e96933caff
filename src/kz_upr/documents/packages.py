"""Office packages (.docx, .xlsx) opened with care: a zip of XML parts, either of which may be hostile.

The standard library is enough for the text of a table, and only so can every part be measured before it is
unpacked, read as a stream, and refused when it defines entities.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Self
from xml.etree.ElementTree import Element, ParseError
from xml.parsers import expat

from kz_upr.documents.errors import DocumentError

#: What the parts may unpack to, in bytes. The longest list known unpacks to less than 2 MB.
LARGEST_DOCUMENT_PART = 60_000_000
#: The whole Index in one sheet has some 250,000 rows.
LARGEST_SHEET_PART = 1_500_000_000
_MOST_PARTS = 2000
#: A part may unpack to so many times its size; real ones reach some thirty.
_MOST_PACKED = 250
_SMALL = 5_000_000
#: The text and the elements of one row or paragraph.
_LONGEST_ELEMENT = 300_000
_PIECE = 1 << 18


class Package:
    """An Office package that is open for reading; a context manager.

    Raises DocumentError for a file that is no zip, is cut off, is encrypted, or would unpack to
    more than ``largest`` bytes a part.
    """

    def __init__(self, path: Path, *, largest: int = LARGEST_DOCUMENT_PART) -> None:
        self.path = path
        self._largest = largest
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DocumentError(path, f"is a damaged or cut off zip package ({error})") from error
        self.names: tuple[str, ...] = tuple(self._zip.namelist())
        if len(self.names) > _MOST_PARTS:
            self._zip.close()
            raise DocumentError(
                path, f"has {len(self.names):,} parts; a package of this kind has at most {_MOST_PARTS:,}"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def elements(self, part: str, wanted: frozenset[str]) -> Iterator[Element]:
        """The elements of a part that have one of the wanted names, each whole, as they end; names without namespace.

        Elements inside a wanted one belong to it. Memory holds one wanted element at a time.
        """
        if part not in self.names:
            raise DocumentError(self.path, f"has no part {part}")
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise DocumentError(self.path, "needs a password")
        if info.file_size > self._largest or info.file_size > max(_SMALL, info.compress_size * _MOST_PACKED):
            raise DocumentError(self.path, f"would unpack to {info.file_size:,} bytes ({part}): a zip bomb?")
        try:
            with self._zip.open(info) as stream:
                yield from self._parsed(stream, part, wanted)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise DocumentError(self.path, f"is a damaged package: {part} cannot be unpacked ({error})") from error
        except (ParseError, expat.ExpatError) as error:
            raise DocumentError(self.path, f"is a damaged package: {part} is not XML ({error})") from error

    def _parsed(self, stream: IO[bytes], part: str, wanted: frozenset[str]) -> Iterator[Element]:
        builder = _Builder(wanted)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = builder.start
        parser.EndElementHandler = builder.end
        parser.CharacterDataHandler = builder.data
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        size = 0
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > self._largest:
                raise DocumentError(self.path, f"unpacks to more than it says ({part}): a zip bomb?")
            parser.Parse(piece, False)
            yield from builder.take()
        parser.Parse(b"", True)
        yield from builder.take()

    def _refuse_doctype(self, *_: object) -> None:
        raise DocumentError(self.path, "declares an XML document type, which Office packages never do: an entity bomb?")


class _Builder:
    """Elements from the events of a parser: only wanted ones and what is inside them."""

    #: Deeper than any element of a real table.
    _DEEPEST = 200

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._length = 0
        self._open: list[Element] = []
        self._done: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if not self._open and tag not in self._wanted:
            return
        self._measure(len(tag) + sum(map(len, attributes.values())))
        element = Element(tag, {key.rpartition(" ")[2]: value for key, value in attributes.items()})
        if self._open:
            if len(self._open) > self._DEEPEST:
                raise ParseError("elements nested too deep")
            self._open[-1].append(element)
        self._open.append(element)

    def end(self, _name: str) -> None:
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._done.append(element)
                self._length = 0

    def data(self, text: str) -> None:
        if not self._open:
            return
        self._measure(len(text))
        element = self._open[-1]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text

    def _measure(self, length: int) -> None:
        self._length += length
        if self._length > _LONGEST_ELEMENT:
            raise ParseError(f"an element has more than {_LONGEST_ELEMENT:,} characters")

    def take(self) -> list[Element]:
        done, self._done = self._done, []
        return done
