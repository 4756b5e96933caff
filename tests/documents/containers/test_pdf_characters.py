"""The characters of PDFs, by what is read of their pages; and files that are not opened."""

from pathlib import Path

import pytest

from made_pdfs import A4, MANY, pdf_of_pages, read_pdf, saved, shown  # isort: skip
from refusals import refused  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


def test_letters_of_two_halves(tmp_path: Path) -> None:
    codes = b"2 beginbfchar\n<F1> <D83DDE00>\n<F2> <D83D>\nendbfchar"

    ((page,), _) = read_pdf(tmp_path, pdf_of_pages([shown((f"La\xf1mp {MANY}", 50, 600, 10))], letters=codes))
    assert page.lines[0].text == f"La\N{GRINNING FACE}mp {MANY}"


def test_a_letter_that_the_library_leaves_out(tmp_path: Path) -> None:
    """The other letters keep their places."""
    lines = [(f"La\xf1mp {MANY}", 50.0, 600.0, 10.0), (MANY, 50.0, 500.0, 10.0)]

    ((page,), warnings) = read_pdf(
        tmp_path, pdf_of_pages([shown(*lines)], letters=b"1 beginbfchar\n<F1> <FFFE>\nendbfchar")
    )
    assert [line.baseline for line in page.lines] == [600, 500]
    assert page.lines[1].text == MANY
    assert warnings == ["page 1 has 1 undefined character"]


def test_ordinary_letters_are_taken_all_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One by one would take longer than everything else."""
    monkeypatch.delattr("pypdfium2.raw.FPDFText_GetUnicode")

    ((page,), _) = read_pdf(tmp_path, pdf_of_pages([shown((MANY, 100, 600, 10))]))
    assert page.lines[0].text == MANY


def turned(*degrees: int) -> bytes:
    """Lines that are printed at such angles, against the clock."""
    matrices = {
        0: "1 0 0 1",
        90: "0 1 -1 0",
        180: "-1 0 0 -1",
        270: "0 -1 1 0",
        44: "0.7193 0.6947 -0.6947 0.7193",
        46: "0.6947 0.7193 -0.7193 0.6947",
        314: "0.6947 -0.7193 0.7193 0.6947",
        316: "0.7193 -0.6947 0.6947 0.7193",
    }
    lines = (
        f"BT /F1 5 Tf {matrices[angle]} {300 + 20 * place} {400 + 20 * place} Tm ({MANY}) Tj ET"
        for place, angle in enumerate(degrees)
    )
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("degrees", "rotation", "told"),
    [
        ((0,), 0, False), ((90,), 0, True), ((180,), 0, True), ((270,), 0, True),
        ((0,), 90, True), ((90,), 90, False), ((180,), 180, False), ((270,), 270, False), ((270,), 90, True),
        ((44,), 0, False), ((46,), 0, True), ((314,), 0, True), ((316,), 0, False),
        ((90, 90, 0), 0, True), ((90, 0), 0, False), ((90, 0, 0), 0, False),
    ],
)  # fmt: skip
def test_pages_whose_text_is_not_upright(tmp_path: Path, degrees: tuple[int, ...], rotation: int, told: bool) -> None:
    """Most of their lines, as the page is shown."""
    _, warnings = read_pdf(tmp_path, pdf_of_pages([turned(*degrees)], A4 + b" /Rotate %d" % rotation))

    assert warnings == (["the text of page 1 is not upright"] if told else [])


# Refused


def test_more_pages_than_any_document_has(tmp_path: Path) -> None:
    assert "holds no text" in refused(saved(tmp_path, pdf_of_pages([b""] * 400)))
    assert (
        refused(saved(tmp_path, pdf_of_pages([b""] * 401))) == "has 401 pages; a document of this kind has at most 400"
    )


def test_more_characters_than_any_page_has(tmp_path: Path) -> None:
    """Two stand for the end of each line."""
    for last in (600, 601):
        lines = [("a" * 598, 10, 700 - line, 1) for line in range(99)]
        content = pdf_of_pages([shown(*lines, ("a" * last, 10, 600, 1))])
        if last == 600:
            assert len(read_pdf(tmp_path, content)[0]) == 1
    assert refused(saved(tmp_path, content)) == "has a page of 60,001 characters; a report has at most 60,000"


@pytest.mark.parametrize(("behind", "whole"), [(2048, True), (2049, False)])
def test_a_file_whose_end_is_missing(tmp_path: Path, behind: int, whole: bool) -> None:
    """The sign of the end stands in the last 2,048 bytes."""
    content = pdf_of_pages([shown((MANY, 100, 600, 10))])
    end = content.rindex(b"%%EOF")
    content = content[:end] + b"%%EOF" + b"\n" * (behind - 5)

    if whole:
        assert read_pdf(tmp_path, content)[1] == []
    else:
        assert refused(saved(tmp_path, content)) == "is a PDF that is cut off: the end is missing"


def test_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    content = pdf_of_pages([shown((MANY, 100, 600, 10))] * 2)
    place = content.index(b"<< /Type /Page ", content.index(b"12 0 obj"))

    content = (
        content[:place] + b"[" + content[place + 1 :].replace(b">> /Contents 13 0 R >>", b">> /Contents 13 0 R >]")
    )
    assert refused(saved(tmp_path, content)) == "is a damaged PDF: page 2 cannot be read"


def test_a_password(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    (tmp_path / "open.pdf").write_bytes(pdf_of_pages([shown((MANY, 100, 600, 10))]))
    writer = pypdf.PdfWriter(tmp_path / "open.pdf")
    writer.encrypt("lamp", algorithm="RC4-128")
    writer.write(tmp_path / "paper.pdf")

    assert refused(tmp_path / "paper.pdf") == "needs a password"
