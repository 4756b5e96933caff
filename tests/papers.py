"""Small official-looking documents, made up for the tests: PDFs of printed lines, Word tables, workbooks."""

import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

LEFT, ITEM_LEFT = 113.0, 142.0

#: A text on a page: what it says, how far from the left, how high, and in what size.
Printed = tuple[str, float, float, float]
#: What introduces some recommendations, and each of them: its wording, or its number as printed and its wording.
Group = tuple[str, Sequence[str | tuple[str, str]]]


class Paper:
    """A PDF in the making: lines at places of A4 pages, in one of two fonts' sizes."""

    def __init__(self) -> None:
        self.pages: list[list[Printed]] = [[]]
        self.height = 730.0

    def page(self, head: str = "A/HRC/99/1", number: int | None = None) -> None:
        self.pages.append([])
        self.height = 730.0
        self.put(head, 56, 777, 9)
        self.put(str(number or len(self.pages)), 56, 87, 9)

    def put(self, text: str, left: float, height: float, size: float = 10.0) -> None:
        self.pages[-1].append((text, left, height, size))

    def line(self, text: str, left: float = LEFT, size: float = 10.0, mark: str | None = None) -> None:
        """The next line; ``mark`` is the raised mark of a note after it."""
        if self.height < 140:
            self.page()
        self.put(text, left, self.height, size)
        if mark:
            self.put(mark, left + len(text) * size * 0.6, self.height + 4, size * 0.6)
        self.height -= 12

    def lines(self, text: str, left: float = LEFT, width: int = 80, hanging: float | None = None) -> None:
        """A paragraph, broken at spaces and where the text breaks."""
        words, current = text.replace("\n", " \n ").split(" "), ""
        for word in words:
            if word == "\n":
                self.line(current, left)
                current, left = "", hanging if hanging is not None else left
                continue
            if current and len(current) + len(word) >= width:
                self.line(current, left)
                current, left = word, hanging if hanging is not None else left
            else:
                current = f"{current} {word}".strip()
        if current:
            self.line(current, left)
        self.height -= 6

    def heading(self, text: str, size: float = 14.0, left: float = 90.0) -> None:
        self.height -= 12
        self.line(text, left, size)
        self.height -= 12

    def save(self, path: Path) -> Path:
        path.write_bytes(self.content())
        return path

    def content(self, alphabet: str = "cp1252") -> bytes:
        """The bytes of the PDF; ``alphabet`` is the one-byte encoding whose letters the papers are printed in."""
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
        first = 4
        kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(self.pages)))
        objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode())
        letters = first + 2 * len(self.pages)  # the object that says which letters the codes stand for
        font = (
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode {letters} 0 R >>"
        )
        objects.append(font.encode())
        for index, lines in enumerate(self.pages):
            stream = "\n".join(
                f"BT /F1 {size:g} Tf 1 0 0 1 {left:g} {height:g} Tm ({_escaped(text)}) Tj ET"
                for text, left, height, size in lines
            )
            packed = zlib.compress(stream.encode(alphabet))
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                + f" /Contents {first + 2 * index + 1} 0 R >>".encode()
            )
            objects.append(b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream")
        codes = _codes(alphabet)
        objects.append(b"<< /Length %d >>\nstream\n" % len(codes) + codes + b"\nendstream")
        return _pdf(objects)


def pdf_that_draws_itself() -> bytes:
    """A PDF of one page, which draws a form that draws itself twice, and so on without end."""
    form = b"/Resources << /XObject << /F 5 0 R >> >>"
    return _pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + form + b" /Contents 4 0 R >>",
            b"<< /Length 5 >>\nstream\n/F Do\nendstream",
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] "
            + form
            + b" /Length 11 >>\nstream\n/F Do /F Do\nendstream",
        ]
    )


def _pdf(objects: Iterable[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, the first of which is the catalogue."""
    content = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, count = len(content), len(places) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n" % count
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    return bytes(content)


def _codes(alphabet: str) -> bytes:
    """A character map: for each code above ASCII the letter it stands for."""
    pairs = [(code, bytes([code]).decode(alphabet, "ignore")) for code in range(32, 256)]
    lines = [f"<{code:02X}> <{ord(letter):04X}>" for code, letter in pairs if letter]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Letters def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{maps}\nendcmap\nend\nend"
    ).encode()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def cover(
    paper: Paper,
    *,
    symbol: str = "A/HRC/99/1",
    title: tuple[str, ...] = ("Report of the Working Group on the Universal", "Periodic Review*"),
    state: str = "Fiji",
    more: tuple[str, ...] = (),
) -> None:
    paper.put(f"United Nations {symbol}", 120, 778, 14)
    paper.put("General Assembly Distr.: General", 120, 748, 14)
    paper.put("3 March 2020", 392, 738)
    paper.put("Original: English", 392, 714)
    for index, text in enumerate((*title, state, *more)):
        paper.put(text, LEFT, 560 - 20 * index, 14)
    paper.put("GE.10-00001", 56, 87)


def report(
    groups: Sequence[Group],
    *,
    state: str = "Fiji",
    speakers: Sequence[str] = ("Peru", "Togo", "Iceland"),
    session: str = "seventh",
    annex: bool = True,
    main: int = 7,
    numbers: str = "full",
    indent: float = ITEM_LEFT,
) -> Paper:
    """A report: ``groups`` are (introduction, recommendations); ``numbers`` is full, short or lettered."""
    paper = Paper()
    cover(paper, state=state)
    paper.page()
    paper.heading("Introduction")
    paper.lines(
        f"1. The Working Group on the Universal Periodic Review held its {session} session from 1 to 12 March 2010. "
        f"The review of {state} was held at the 3rd meeting, on 4 March 2010. The delegation of {state} was headed by "
        f"the Minister of Lamps, Ana Lume. At its 5th meeting, held on 9 March 2010, the Working Group adopted the "
        f"report on {state}."
    )
    paper.lines(
        f"2. In May 2009, these rapporteurs (troika) were chosen for the review of {state}: Kenya, the Russian "
        "Federation and Viet Nam."
    )
    paper.lines("3. The following documents were issued for the review: (a) A report (A/HRC/WG.6/7/FJI/1).")
    paper.lines(f"4. Questions prepared in advance by Peru, the United Kingdom and Togo were transmitted to {state}.")
    paper.heading("I. Summary of the proceedings")
    paper.heading("B. Interactive dialogue and responses", size=12)
    paper.lines(f"5. During the interactive dialogue, {len(speakers)} delegations made statements.")
    number = 5
    for number, speaker in enumerate(speakers, 6):
        paper.lines(f"{number}. {speaker} welcomed the new lamps in the harbour. It made recommendations.")
    paper.heading("II. Conclusions and/or recommendations")
    number = main = max(main, number + 1)
    for number, (introduction, recommendations) in enumerate(groups, main):
        paper.lines(f"{number}. {introduction}")
        for index, text in enumerate(recommendations, 1):
            if isinstance(text, tuple):
                printed, text = text
            else:
                printed = {"full": f"{number}.{index}", "short": f"{index}.", "lettered": f"({chr(96 + index)})"}[
                    numbers
                ]
            paper.lines(f"{printed} {text}", left=indent)
    paper.lines(f"{number + 1}. All conclusions and/or recommendations are those of the States that made them.")
    if annex:
        paper.page()
        paper.heading("Annex")
        paper.heading("Composition of the delegation", size=12)
        paper.lines(
            f"The delegation of {state} was headed by the Minister of Lamps, Ana Lume, and composed of the following "
            "members:"
        )
        paper.line("• Mr. Olaf Kerze, Keeper of the harbour;", ITEM_LEFT)
        paper.line("• H.E. Ms. Rosa Docht, Ambassador, Permanent Representative.", ITEM_LEFT)
    return paper


def word_list(
    path: Path,
    rows: Iterable[str | Sequence[str]],
    *,
    head: str = "UPR of Fiji (3rd Cycle - 34th Session)",
    columns: Sequence[str] | None = None,
) -> Path:
    """A Word document with one table, made by an independent library."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = head
    names = columns or ("Recommendation", "Position", "Full list of themes", "Assessment/comments")
    table = document.add_table(rows=1, cols=len(names))
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.text = name
    for row in rows:
        cells = table.add_row().cells
        if isinstance(row, str):
            cells[0].merge(cells[-1]).text = row
            continue
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    document.save(str(path))
    return path


def workbook(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> Path:
    """A workbook, made by an independent library."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


# Office packages, part by part


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def package(path: Path, parts: Mapping[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return path


def word_package(
    path: Path,
    body: str,
    *,
    heads: Sequence[str] = ("UPR of Fiji (3rd Cycle - 34th Session)",),
    start: str = "",
    part: str = "document.xml",
    compression: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """A Word document with such a body, in WordprocessingML; ``start`` comes before its first element."""
    numbers = range(1, len(heads) + 1)
    types = f'<Override PartName="/word/{part}" ContentType="{_TYPE}.document.main+xml"/>' + "".join(
        f'<Override PartName="/word/header{number}.xml" ContentType="{_TYPE}.header+xml"/>' for number in numbers
    )
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/header" Target="header{number}.xml"/>' for number in numbers
    )
    markup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="'
        f'application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/{part}"/></Relationships>',
        f"word/_rels/{part}.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        f"word/{part}": f'{start}<w:document xmlns:w="{_WORD}" xmlns:mc="{markup}"><w:body>{body}</w:body>'
        "</w:document>",
    } | {
        f"word/header{number}.xml": f'<w:hdr xmlns:w="{_WORD}">{paragraph(head)}</w:hdr>'
        for number, head in enumerate(heads, 1)
    }
    return package(path, parts, compression=compression)


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_table(*rows: Sequence[str]) -> str:
    """A table of rows of cells, each the text of a paragraph or a whole ``w:tc``."""
    cells = (
        "".join(cell if cell.startswith("<w:tc>") else f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def workbook_package(
    path: Path, sheet: str, strings: str = "", *, start: str = "", compression: int = zipfile.ZIP_DEFLATED
) -> Path:
    """A workbook with such rows and strings, in SpreadsheetML."""
    parts = {
        "xl/worksheets/sheet1.xml": f'{start}<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
    }
    return package(path, parts, compression=compression)
