"""The lines of a PDF: what is printed where, and what belongs to the page."""

from pathlib import Path

import pytest

from kz_upr.documents import DocumentError
from kz_upr.documents.containers.pdf import Line, Page, common_size

from made_pdfs import MANY, Printed, pdf_of_pages, read_pdf, shown  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


def second(tmp_path: Path, *printed: Printed) -> tuple[list[str], list[str]]:
    """The lines of the text and of the notes of a second page that has these besides two lines of type 10."""
    text: list[Printed] = [(MANY, 100, 600, 10), (MANY, 100, 588, 10)]
    pages, _ = read_pdf(tmp_path, pdf_of_pages([shown(*text), shown(*text, *printed)]))
    return [line.text for line in pages[1].lines if line.text != MANY], [line.text for line in pages[1].notes]


def first(tmp_path: Path, *printed: Printed) -> list[str]:
    """The lines of a first page that has these besides one line of type 10."""
    pages, _ = read_pdf(tmp_path, pdf_of_pages([shown((MANY, 100, 600, 10), *printed)]))
    return [line.text for line in pages[0].lines if line.text != MANY]


# Lines


def test_a_line(tmp_path: Path) -> None:
    text: Printed = (MANY, 100, 600, 10)
    scaled = f"BT /F1 1 Tf 12 0 0 12 90 500 Tm ({MANY}) Tj ET".encode()

    ((page,), warnings) = read_pdf(tmp_path, pdf_of_pages([shown(text) + b"\n" + scaled]))
    assert page == Page(1, (Line(MANY, 100, 600, 10), Line(MANY, 90, 500, 12)), ())
    assert warnings == []


def test_the_size_of_a_line_is_that_of_most_of_its_letters(tmp_path: Path) -> None:
    for text, small, size in (
        (MANY, 10, 10.0),
        (MANY, 40, 8.0),
        ("Pier", 1, 10.0),
        ("Pier", 3, 8.0),
        ("Boats", 2, 10.0),
    ):
        content = f"BT /F1 8 Tf 1 0 0 1 100 600 Tm ({text[:small]}) Tj /F1 10 Tf ({text[small:]}) Tj ET"
        ((page,), _) = read_pdf(tmp_path, pdf_of_pages([content.encode() + shown((MANY, 100, 500, 10))]))
        assert page.lines[0] == Line(text, 100, 600, size)


@pytest.mark.parametrize(
    ("mark", "size", "rise", "left_out"),
    [
        ("1", 6, 4, True),
        ("*", 6, 4, True),
        ("x", 6, 4, False),
        ("1", 8.4, 4, True),
        ("1", 8.6, 4, False),
        ("1", 6, 1.6, True),
        ("1", 6, 1.4, False),
    ],
)
def test_raised_marks_of_notes(tmp_path: Path, mark: str, size: float, rise: float, left_out: bool) -> None:
    """In smaller type than 85 per cent, and higher by 15 per cent of the type."""
    begin, end = MANY[:20], MANY[20:]
    content = (
        f"BT /F1 10 Tf 1 0 0 1 50 600 Tm ({begin}) Tj /F1 {size} Tf {rise} Ts ({mark}) Tj /F1 10 Tf 0 Ts ({end}) Tj ET"
    )

    ((page,), _) = read_pdf(tmp_path, pdf_of_pages([content.encode()]))
    assert [line.text for line in page.lines] == [begin + ("" if left_out else mark) + end]
    assert page.lines[0].baseline == 600


def test_a_mark_before_its_line_is_not_where_the_line_stands(tmp_path: Path) -> None:
    content = f"BT /F1 6 Tf 1 0 0 1 50 600 Tm 4 Ts (1) Tj /F1 10 Tf 0 Ts ({MANY}) Tj ET"

    ((page,), _) = read_pdf(tmp_path, pdf_of_pages([content.encode()]))
    assert [(line.text, line.baseline) for line in page.lines] == [(MANY, 600)]
    lower = f"BT /F1 10 Tf 1 0 0 1 50 600 Tm ({MANY}) Tj /F1 6 Tf -4 Ts (2) Tj ET"
    ((page,), _) = read_pdf(tmp_path, pdf_of_pages([lower.encode()]))
    assert [(line.text, line.baseline) for line in page.lines] == [(MANY + "2", 600)]


def test_characters_that_print_nothing(tmp_path: Path) -> None:
    codes = b"4 beginbfchar\n<F1> <00AD>\n<F2> <200B>\n<F3> <FEFF>\n<F4> <00A0>\nendbfchar"

    ((page,), _) = read_pdf(
        tmp_path, pdf_of_pages([shown((f"La\xf1mps\xf2 and\xf3\xf4\xf4piers {MANY}", 50, 600, 10))], letters=codes)
    )
    assert page.lines[0].text == f"Lamps and piers {MANY}"


def test_hyphens_at_the_ends_of_lines(tmp_path: Path) -> None:
    lines = first(tmp_path, ("Light every non-", 100, 500, 10), ("slip stair of the piers", 100, 488, 10))

    assert lines == ["Light every non-", "slip stair of the piers"]


def test_a_line_of_spaces_is_none(tmp_path: Path) -> None:
    assert first(tmp_path, ("   ", 100, 500, 10), ("Lamps", 100, 400, 10)) == ["Lamps"]


# What belongs to the page


@pytest.mark.parametrize(
    ("text", "height", "kept"),
    [
        ("A/HRC/99/1", 760, False),
        ("United Nations A/HRC/99/1", 760, False),
        ("Page 3", 760, False),
        ("3", 60, False),
        ("3 A/HRC/99/1", 60, False),
        ("3", 400, True),
        ("3", 93, True),
        ("3", 91, False),
        ("3", 707, True),
        ("3", 709, False),
        ("A/HRC/99/1", 400, True),
        ("Lamps", 60, True),
        ("GE.10-00001", 60, False),
        ("GE.10-00001", 400, False),
    ],
)
def test_heads_and_page_numbers(tmp_path: Path, text: str, height: float, kept: bool) -> None:
    """In the margins, 11.5 per cent of the height; the number of the job anywhere. The first page is left alone."""
    assert second(tmp_path, (text, 100, height, 10))[0] == ([text] if kept else [])
    assert first(tmp_path, (text, 100, height, 10)) == [text]


@pytest.mark.parametrize(
    ("text", "size", "kept"),
    [("12", 8.4, False), ("*", 8.4, False), ("12", 8.6, True), ("Lamps", 8.4, True), ("1234", 8.4, True)],
)
def test_a_mark_on_a_line_of_its_own(tmp_path: Path, text: str, size: float, kept: bool) -> None:
    assert first(tmp_path, (text, 100, 500, size)) == ([text] if kept else [])
    assert second(tmp_path, (text, 100, 650, size))[0] == ([text] if kept else [])


def test_lines_that_the_margins_of_pages_repeat(tmp_path: Path) -> None:
    for height, kept in ((760, False), (709, False), (707, True), (60, False), (91, False), (93, True)):
        contents = [
            shown(("Review of Fiji", 100, height, 10), (f"{MANY} {number}", 100, 600, 10)) for number in range(4)
        ]
        pages, _ = read_pdf(tmp_path, pdf_of_pages(contents))
        found = [[line.text for line in page.lines if "Fiji" in line.text] for page in pages]
        assert found == [["Review of Fiji"], *[["Review of Fiji"] if kept else []] * 3]


def test_lines_behind_text_are_no_heads(tmp_path: Path) -> None:
    """From the edge inwards, at the head and at the foot."""
    for outer, inner in ((770, 750), (40, 60)):
        contents = [
            shown((f"Lamp {number}A", 100, outer, 10), ("Review of Fiji", 100, inner, 10), (f"{MANY}", 100, 600, 10))
            for number in range(4)
        ]
        pages, _ = read_pdf(tmp_path, pdf_of_pages(contents))
        assert [sum("Fiji" in line.text for line in page.lines) for page in pages] == [1, 1, 1, 1]


def test_notes(tmp_path: Path) -> None:
    """Below the text, in smaller type than 95 per cent."""
    note: Printed = ("A note on lamps.", 100, 150, 9.4)

    assert second(tmp_path, note) == ([], ["A note on lamps."])
    assert second(tmp_path, ("Another.", 100, 138, 8), note) == ([], ["Another.", "A note on lamps."])
    assert second(tmp_path, note, ("Lamps", 100, 120, 10)) == (["A note on lamps.", "Lamps"], [])
    assert second(tmp_path, ("No note.", 100, 150, 9.6)) == (["No note."], [])
    assert first(tmp_path, note) == ["A note on lamps."]


@pytest.mark.parametrize(("height", "is_note"), [(152, True), (154, False)])
def test_the_mark_of_a_note_on_a_line_of_its_own(tmp_path: Path, height: float, is_note: bool) -> None:
    """It may stand slightly higher: by less than 30 per cent of the type."""
    text, notes = second(tmp_path, ("A note.", 200, 150, 8), ("Lamps", 100, 650, 10), ("a", 100, height, 10))

    assert (text, notes) == ((["Lamps"], ["A note.", "a"]) if is_note else (["Lamps", "a"], ["A note."]))


def test_a_page_in_small_type_has_no_notes(tmp_path: Path) -> None:
    text: list[Printed] = [(MANY, 100, 600 - 12 * place, 10) for place in range(9)]
    pages, _ = read_pdf(tmp_path, pdf_of_pages([shown(*text), shown((MANY, 100, 500, 8), (MANY, 100, 488, 8))]))

    assert (len(pages[1].lines), pages[1].notes) == (2, ())


@pytest.mark.parametrize(("height", "kept"), [(0.5, True), (-0.5, False)])
def test_what_is_printed_below_the_edge_of_the_paper_is_no_text(tmp_path: Path, height: float, kept: bool) -> None:
    text: list[Printed] = [(MANY, 100, 600 - 12 * place, 10) for place in range(9)]
    lamps, piers, quays = (("Lamps", 100.0, height, 8.0), ("Piers", 100.0, height, 8.0), ("Quays", 100.0, height, 10.0))

    pages, _ = read_pdf(
        tmp_path, pdf_of_pages([shown(*text, lamps), shown((MANY, 100, 500, 8), piers), shown(*text, quays)])
    )
    assert [len(page.lines) for page in pages] == [9 + kept, 1 + kept, 9 + kept]


def test_the_size_of_most_of_the_text() -> None:
    def line(text: str, size: float) -> Line:
        return Line(text, 100, 600, size)

    assert (
        common_size([line("Lamps", 12), line("Lamps and piers", 10.04), line("Piers", 9.96), line("Quays", 12)]) == 10
    )
    assert common_size([]) == 0


# The order of lines


def placed(tmp_path: Path, *places: tuple[str, float, float]) -> list[str]:
    return second(tmp_path, *((text, left, height, 10) for text, left, height in places))[0]


#: Lines that jump upwards in the file.
UPWARD = [("a", 50, 300), ("b", 50, 320), ("c", 50, 340), ("d", 50, 360), ("e", 50, 380)]


@pytest.mark.parametrize(
    ("text", "height", "left", "joined"),
    [
        ("Lamps", 500, 400, True),
        ("Lamps", 499.6, 400, True),
        ("Lamps", 499.4, 400, True),
        ("Lamps", 499, 400, False),
        ("Lamps", 499.4, 50, False),
        ("Lamps-", 500, 400, False),
    ],
)
def test_pieces_of_one_line_are_joined(tmp_path: Path, text: str, height: float, left: float, joined: bool) -> None:
    """Where their heights differ by less than a point, unless the line ends before the second."""
    lines = placed(tmp_path, *UPWARD, (text, 50, 500.3), ("f", 50, 250), ("Piers", left, height))

    assert lines == [*([f"{text} Piers"] if joined else [text, "Piers"]), *"edcbaf"]


@pytest.mark.parametrize("sizes", [(10, 12), (12, 10)])
def test_what_is_joined_is_as_large_as_the_larger_piece(tmp_path: Path, sizes: tuple[float, float]) -> None:
    upward = [(text, left, height, 10.0) for text, left, height in UPWARD]
    printed = [("Lamps", 50, 500, sizes[0]), ("f", 50, 250, 10), ("Piers", 400, 500, sizes[1]), (MANY, 50, 200, 10)]

    pages, _ = read_pdf(tmp_path, pdf_of_pages([shown(*upward, *printed)]))
    assert pages[0].lines[0] == Line("Lamps Piers", 50, 500, 12)


def test_lines_stay_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Where it jumps upwards no more than three times."""
    columns = [("a", 50, 500), ("b", 50, 400), ("c", 300, 520), ("d", 300, 420), ("e", 450, 540), ("f", 450, 440)]

    assert placed(tmp_path, *columns, ("g", 50, 450)) == list("abcdefg")
    assert placed(tmp_path, *columns, ("g", 50, 450), ("h", 50, 460)) == list("ecahgfdb")


def test_a_long_page_may_jump_upwards_more_often(tmp_path: Path) -> None:
    """Once in ten lines."""
    columns = [
        (f"{letter}{place}", 50.0 + 100 * column, 700.0 - 10 * place)
        for column, letter in enumerate("abcde")
        for place in range(10)
    ]
    for left_out, ordered in ((2, False), (3, True)):
        printed = columns[:-left_out]
        found = placed(tmp_path, *printed)
        assert (found == [text for text, _, _ in printed]) != ordered


# Warnings


UNKNOWN = b"2 beginbfchar\n<F1> <0378>\n<F2> <E123>\nendbfchar"


@pytest.mark.parametrize(("height", "told"), [(91, False), (93, True)])
def test_the_bar_code_of_a_cover(tmp_path: Path, height: float, told: bool) -> None:
    """It stands in the margin at the foot, and has letters of its own; other pages have none."""
    code: list[Printed] = [("\xf1\xf1\xf2", 100, height, 10), (MANY, 100, 600, 10)]

    _, warnings = read_pdf(tmp_path, pdf_of_pages([shown(*code), shown((MANY + MANY, 100, 600, 10))], letters=UNKNOWN))
    assert warnings == (["page 1 has 2 undefined characters"] if told else [])
    _, warnings = read_pdf(tmp_path, pdf_of_pages([shown((MANY + MANY, 100, 600, 10)), shown(*code)], letters=UNKNOWN))
    assert warnings == ["page 2 has 2 undefined characters"]


def test_letters_that_only_a_font_knows(tmp_path: Path) -> None:
    lines: list[Printed] = [("La\xf2mps", 100, 600, 10), ("Pi\xf2ers\xf2", 100, 500, 10), (MANY, 100, 400, 10)]

    assert read_pdf(tmp_path, pdf_of_pages([shown(*lines)], letters=UNKNOWN))[1] == [
        "page 1 has 3 private-use characters"
    ]


@pytest.mark.parametrize(("height", "told"), [(91, True), (93, False), (707, False), (709, True)])
def test_the_numbers_of_pages_stand_in_the_margins(tmp_path: Path, height: float, told: bool) -> None:
    contents = [shown((str(number), 100, height, 10), (f"{MANY} {number}", 100, 600, 10)) for number in (1, 3, 4)]

    _, warnings = read_pdf(tmp_path, pdf_of_pages(contents))
    assert warnings == (["page 2 of the file is numbered 3: pages are missing or out of order"] if told else [])


def test_what_stands_before_the_file(tmp_path: Path) -> None:
    content = pdf_of_pages([shown((MANY, 100, 600, 10))])

    assert read_pdf(tmp_path, b"\n\n" + content)[1] == []


@pytest.mark.parametrize(
    ("lengths", "enough"), [((40,), True), ((39,), False), ((80, 0), True), ((79, 0), False), ((41, 40, 39), True)]
)
def test_pages_without_text(tmp_path: Path, lengths: tuple[int, ...], enough: bool) -> None:
    """A page has 40 letters at least, if all are taken together."""
    content = pdf_of_pages([shown((chr(97 + place) * length, 50, 600, 8)) for place, length in enumerate(lengths)])

    if enough:
        assert len(read_pdf(tmp_path, content)[0]) == len(lengths)
    else:
        with pytest.raises(DocumentError, match=r": holds no text: its pages may be scanned images$"):
            read_pdf(tmp_path, content)
