"""Office packages (.docx, .xlsx): zip files of XML parts, any of which may be hostile.

The unpacked size of the parts is checked before any of them is unpacked. They are parsed piece by piece, never written
to disk, and rejected if they would fill memory or declare a document type, the place for entity bombs.
"""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Self
from xml.parsers import expat

from kz_upr.documents.errors import DocumentError

_MOST_PARTS = 500
#: How many times its packed size a part may unpack to; real ones reach about thirty.
_MOST_PACKED = 250
_SMALL = 5_000_000
#: The parser holds a whole tag and every name in memory, and 100 bytes for every open element.
_LONGEST_TAG = 1_000_000
_MOST_NAMES = 5000
_DEEPEST = 200
_PIECE = 1 << 16


class Handler:
    """A handler that receives the elements of a part. ``depth`` is the number of open elements."""

    depth: int = 0

    def start(self, _name: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        self.depth += 1

    def text(self, _text: str) -> None:
        """Text, or a part of it."""

    def end(self, _name: str) -> None:
        """An element ends."""
        self.depth -= 1


class Package:
    """An Office package that is open for reading; a context manager.

    Raises DocumentError for a file that is not a zip, is cut off, needs a password, has too many parts, or would
    unpack to more than ``largest`` bytes.
    """

    def __init__(self, path: Path, *, largest: int) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DocumentError(path, f"is a damaged or cut off zip package ({error})") from error
        self.parts: tuple[str, ...] = tuple(self._zip.namelist())
        if (fault := _fault(self._zip.infolist(), largest)) is not None:
            self._zip.close()
            raise DocumentError(path, fault)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def begins_as_xml(self, part: str) -> bool:
        """Whether a part begins like XML, in UTF-8 or UTF-16, whatever its name."""
        return next(self._pieces(part), b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<")

    def check(self, part: str) -> None:
        """Unpack a part to the end, where its checksum is; raises DocumentError if the part is damaged."""
        for _ in self._pieces(part):
            pass

    def parse(self, part: str, handler: Handler) -> Iterator[None]:
        """Give the elements of a part to a handler, with a pause after every piece of the part.

        Raises DocumentError where the part is damaged, declares a document type or would fill memory.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = handler.start
        parser.CharacterDataHandler = handler.text
        parser.EndElementHandler = handler.end
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        size = 0
        try:
            for piece in self._pieces(part):
                parser.Parse(piece, False)
                size += len(piece)
                if size - parser.CurrentByteIndex > _LONGEST_TAG:
                    raise DocumentError(self.path, f"has a tag of over {_LONGEST_TAG:,} bytes ({part})")
                if len(parser.intern) > _MOST_NAMES:
                    raise DocumentError(self.path, f"has elements of over {_MOST_NAMES:,} names ({part})")
                if handler.depth > _DEEPEST:
                    raise DocumentError(self.path, f"has elements nested over {_DEEPEST} deep ({part})")
                yield
            parser.Parse(b"", True)
            yield
        except expat.ExpatError as error:
            raise DocumentError(self.path, f"is a damaged package: {part} is not XML ({error})") from error

    def _pieces(self, part: str) -> Iterator[bytes]:
        try:
            with self._zip.open(part) as stream:
                while piece := stream.read(_PIECE):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise DocumentError(self.path, f"is a damaged package: {part} cannot be unpacked ({error})") from error

    def _refuse_doctype(self, *_: object) -> None:
        raise DocumentError(self.path, "declares an XML document type, which Office packages never do: an entity bomb?")


def _fault(parts: list[zipfile.ZipInfo], largest: int) -> str | None:
    """What is wrong with a package according to its table of contents."""
    names = Counter(part.filename.casefold() for part in parts)
    if twice := next((name for name, count in names.items() if count > 1), None):
        return f"has two parts named {twice}"
    if len(parts) > _MOST_PARTS:
        return f"has {len(parts):,} parts; a package of this kind has at most {_MOST_PARTS:,}"
    for part in parts:
        if part.flag_bits & 1:
            return "needs a password"
        # zipfile unpacks other methods without bounds: 1 KB of bzip2 may hold 1 GB
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return f"is compressed in a way that Office packages never are ({part.filename})"
        if part.file_size > max(_SMALL, part.compress_size * _MOST_PACKED):
            return f"would unpack to {part.file_size:,} bytes ({part.filename}): a zip bomb?"
    total = sum(part.file_size for part in parts)
    return f"would unpack to {total:,} bytes, more than {largest:,}: a zip bomb?" if total > largest else None
