"""The fonts of a PDF: whether they say which letters they print, and how wide these are."""

import re
from collections.abc import Iterator
from operator import ne
from typing import Any

from kz_upr.documents.containers.pdf_file import PdfFile, unpacked
from kz_upr.documents.containers.pdf_objects import Name, Stream

_SIMPLE = ("Type1", "MMType1", "TrueType", "Type3")
_COMPOSED = ("CIDFontType0", "CIDFontType2")
#: The encodings in which the codes of ASCII stand for themselves.
_NAMED = ("WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "PDFDocEncoding")
_ENCODINGS = (*_NAMED, "MacExpertEncoding", "Identity-H", "Identity-V")

_SECTION = re.compile(rb"(\d{1,6})\s+beginbf(char|range)\b(.*?)endbf\2\b", re.DOTALL)
_CODE = re.compile(rb"<((?:[0-9A-Fa-f]{2})+)>")
_SPACES = (b"0020", b"00A0")


def faults_of_font(file: PdfFile, font: Any) -> Iterator[str]:
    """What is wrong with a font; the words follow its name."""
    if not isinstance(font, dict) or font.get("Type") != "Font":
        yield "is not a font"
        return
    kind, encoding = font.get("Subtype"), file.entry(font, "Encoding")
    if isinstance(encoding, Name) and misspelt(encoding, _ENCODINGS):
        yield f"has the unknown encoding {encoding}"
    letters = file.entry(font, "ToUnicode")
    if "ToUnicode" in font and not (isinstance(letters, Stream) and _is_map(file, letters, named=encoding in _NAMED)):
        yield "does not say which letters it prints"
    if kind == "Type0":
        below = file.entry(font, "DescendantFonts")
        font = file.resolved(below[0]) if isinstance(below, list) and len(below) == 1 else None
        if not isinstance(font, dict) or font.get("Subtype") not in _COMPOSED:
            yield "is not a font"
            return
    elif kind not in _SIMPLE:
        yield f"is of the unknown kind {kind}"
    elif "Widths" in font or "FontDescriptor" in font:
        yield from _faults_of_widths(*(file.entry(font, key) for key in ("FirstChar", "LastChar", "Widths")))
    description = file.resolved(font.get("FontDescriptor", {"Type": "FontDescriptor"}))
    if not isinstance(description, dict) or description.get("Type") != "FontDescriptor":
        yield "has no description"


def _faults_of_widths(first: Any, last: Any, widths: Any) -> Iterator[str]:
    if not isinstance(widths, list) or not isinstance(first, int) or not isinstance(last, int):
        yield "does not say how wide its letters are"
    elif len(widths) != last - first + 1:
        yield f"has the widths of {len(widths)} letters instead of {last - first + 1}"


def misspelt(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that differs in a single letter; None for short words, known ones and all others."""
    if len(word) < 4 or word in known:
        return None
    alike = (other for other in known if len(other) == len(word))
    return next((other for other in alike if sum(map(ne, other, word)) == 1), None)


def _is_map(file: PdfFile, stream: Stream, *, named: bool) -> bool:
    """Whether a stream is a map of codes to letters.

    One that is not packed has no checksum: it must have as many entries as it states, none of them twice, and in a
    ``named`` encoding the codes of ASCII must stand for themselves.
    """
    data = unpacked(file, stream)
    if "Filter" in stream.entries:
        return b"begincmap" in data
    sections = _SECTION.findall(data)
    if b"begincmap" not in data or len(sections) != data.count(b"beginbf") or len(sections) != data.count(b"endbf"):
        return False
    codes: list[bytes] = []
    letters: list[bytes] = []
    for count, kind, body in sections:
        entries = _CODE.findall(body)
        if kind == b"char":
            if len(entries) != 2 * int(count) or _CODE.sub(b"", body).strip():
                return False
            codes += entries[::2]
            letters += (entry.upper() for entry in entries[1::2])
        elif len(entries) < 3 * int(count):
            return False
    printed = [letter for letter in letters if letter not in _SPACES]
    own = all(int(letter, 16) == int(code, 16) for code, letter in zip(codes, letters, strict=True) if _is_ascii(code))
    return (own or not named) and all(len(set(values)) == len(values) for values in (codes, printed))


def _is_ascii(code: bytes) -> bool:
    return len(code) == 2 and 0x21 <= int(code, 16) <= 0x7E
