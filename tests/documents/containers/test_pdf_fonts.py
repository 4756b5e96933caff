"""What is wrong with a font."""

import zlib
from typing import Any

import pytest

from kz_upr.documents.containers.pdf_file import PdfFile
from kz_upr.documents.containers.pdf_fonts import faults_of_font, misspelt
from kz_upr.documents.containers.pdf_objects import Name, Reference, Stream

DESCRIPTION = {"Type": "FontDescriptor"}
SIMPLE = {"Type": "Font", "Subtype": "Type1"}
BELOW = {"Type": "Font", "Subtype": "CIDFontType2", "FontDescriptor": DESCRIPTION}
COMPOSED = {"Type": "Font", "Subtype": "Type0", "DescendantFonts": [BELOW]}
WIDE = SIMPLE | {"FirstChar": 65, "LastChar": 67, "Widths": [500, 500, 600], "FontDescriptor": DESCRIPTION}
NO_FONT, NO_WIDTHS, NO_DESCRIPTION = "is not a font", "does not say how wide its letters are", "has no description"


@pytest.mark.parametrize(
    ("font", "faults"),
    [
        (SIMPLE, []),
        (SIMPLE | {"Subtype": "TrueType"}, []),
        (SIMPLE | {"Subtype": "Type8"}, ["is of the unknown kind Type8"]),
        (SIMPLE | {"Type": "Fonts"}, [NO_FONT]),
        ([SIMPLE], [NO_FONT]),
        (None, [NO_FONT]),
        (SIMPLE | {"Encoding": Name("WinAnsiEncoding")}, []),
        (SIMPLE | {"Encoding": Name("WinAnsiEncodinh")}, ["has the unknown encoding WinAnsiEncodinh"]),
        (SIMPLE | {"Encoding": Name("Lamps")}, []),
        (SIMPLE | {"Encoding": {"Type": "Encoding"}}, []),
        (WIDE, []),
        (WIDE | {"FirstChar": 66}, ["has the widths of 3 letters instead of 2"]),
        (WIDE | {"LastChar": 68}, ["has the widths of 3 letters instead of 4"]),
        (WIDE | {"Widths": Reference(9, 0)}, [NO_WIDTHS]),
        (WIDE | {"FirstChar": None}, [NO_WIDTHS]),
        (WIDE | {"LastChar": Name("C")}, [NO_WIDTHS]),
        (SIMPLE | {"Widths": [500]}, [NO_WIDTHS]),
        (SIMPLE | {"FontDescriptor": DESCRIPTION}, [NO_WIDTHS]),
        (WIDE | {"FontDescriptor": {"Type": "Lamp"}}, [NO_DESCRIPTION]),
        (WIDE | {"FontDescriptor": Reference(9, 0)}, [NO_DESCRIPTION]),
        (COMPOSED, []),
        (COMPOSED | {"DescendantFonts": BELOW}, [NO_FONT]),
        (COMPOSED | {"DescendantFonts": []}, [NO_FONT]),
        (COMPOSED | {"DescendantFonts": [BELOW, BELOW]}, [NO_FONT]),
        (COMPOSED | {"DescendantFonts": [Reference(9, 0)]}, [NO_FONT]),
        (COMPOSED | {"DescendantFonts": [BELOW | {"Subtype": "Type1"}]}, [NO_FONT]),
        (COMPOSED | {"DescendantFonts": [BELOW | {"FontDescriptor": []}]}, [NO_DESCRIPTION]),
    ],
)
def test_fonts(font: Any, faults: list[str]) -> None:
    assert list(faults_of_font(PdfFile(), font)) == faults


def entries(kind: str, *lines: str, count: int | None = None) -> str:
    return f"{len(lines) if count is None else count} beginbf{kind}\n" + "\n".join(lines) + f"\nendbf{kind}\n"


LAMP = entries("char", "<01> <004C>", "<02> <0061>")


@pytest.mark.parametrize(
    ("letters", "named", "whole"),
    [
        (LAMP, False, True),
        (LAMP + entries("char", "<03> <006D>"), False, True),
        (entries("char", "<01> <004C>", "<02> <0061>", count=3), False, False),
        (entries("char", "<01> <004C>", "<02> <0061>", count=1), False, False),
        (entries("char", "<01> <004C>", "<02> <0061> lamp"), False, False),
        # no code and no letter twice, but for spaces
        (entries("char", "<01> <004C>", "<01> <0061>"), False, False),
        (entries("char", "<01> <00ab>", "<02> <00AB>"), False, False),
        (LAMP + entries("char", "<03> <0061>"), False, False),
        (entries("char", "<01> <0020>", "<02> <0020>", "<03> <00A0>", "<04> <00A0>"), False, True),
        # ranges
        (entries("range", "<01> <03> <0041>"), False, True),
        (entries("range", "<01> <03> <0041>", "<04> <05> [<0061> <0062>]"), False, True),
        (entries("range", "<01> <03> <0041>", "<04> <05>"), False, False),
        (entries("range", "<01> <03> <0041>", count=2), False, False),
        # sections that do not begin or end
        (LAMP.replace("endbfchar", "endbfchas"), False, False),
        (LAMP.replace("endbfchar", "endbgchar"), False, False),
        (LAMP.replace("2 beginbf", "2 beginbg"), False, False),
        (LAMP.replace("2 beginbf", "x beginbf"), False, False),
        ("1 endbfchar\n" + LAMP, False, False),
        # in an encoding with a name, the codes of ASCII stand for themselves
        (entries("char", "<21> <0021>", "<7E> <007E>", "<41> <0041>"), True, True),
        (entries("char", "<21> <0022>"), True, False),
        (entries("char", "<7E> <007F>"), True, False),
        (entries("char", "<21> <0022>"), False, True),
        (entries("char", "<20> <00A0>", "<7F> <2022>", "<0041> <0042>"), True, True),
        (entries("char", "<41> <0041>", "<42> <0043>"), True, False),
    ],
)
def test_maps_of_codes_to_letters(letters: str, named: bool, whole: bool) -> None:
    font: dict[str, Any] = SIMPLE | ({"Encoding": Name("WinAnsiEncoding")} if named else {})
    font["ToUnicode"] = Stream({}, f"begincmap\n{letters}endcmap".encode())

    assert list(faults_of_font(PdfFile(), font)) == ([] if whole else ["does not say which letters it prints"])


@pytest.mark.parametrize(
    ("letters", "whole"),
    [
        (Stream({}, LAMP.encode()), False),
        (Stream({"Filter": "FlateDecode"}, zlib.compress(b"begincmap endcmap")), True),
        (Stream({"Filter": "FlateDecode"}, zlib.compress(LAMP.encode())), False),
        (Stream({"Filter": "FlateDecode"}, b"begincmap endcmap"), False),
        (Name("Identity-H"), False),
        (None, False),
    ],
)
def test_what_else_stands_for_a_map(letters: Any, whole: bool) -> None:
    faults = list(faults_of_font(PdfFile(), SIMPLE | {"ToUnicode": letters}))

    assert faults == ([] if whole else ["does not say which letters it prints"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Fomt", "Font"),
        ("font", "Font"),
        ("Font", None),
        ("Fonts", None),
        ("Fo", None),
        ("Fomd", None),
        ("Kies", "Kids"),
        ("Kis", None),
        ("Kid", None),
    ],
)
def test_names_that_are_off_by_a_letter(word: str, meant: str | None) -> None:
    """Those of three letters are too short to tell."""
    assert misspelt(word, ("Font", "Kids", "Kit")) == meant
