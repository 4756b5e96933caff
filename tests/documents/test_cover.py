"""The first page of a report or an addendum."""

import datetime
from pathlib import Path

import pytest

import kz_upr
from kz_upr import SourceKind
from kz_upr.documents import DocumentError
from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.cover import Cover, read_cover

PATH = Path("paper.pdf")
HEAD = ("United Nations A/HRC/99/1", "General Assembly Distr.: General", "3 March 2010")
TITLE = ("Report of the Working Group on the", "Universal Periodic Review*")


def page(number: int, *lines: str) -> Page:
    return Page(number, tuple(Line(text, 57.0, 700.0 - 12 * row, 10.0) for row, text in enumerate(lines)), ())


def cover(*lines: str, more: tuple[Page, ...] = ()) -> Cover:
    return read_cover(PATH, (page(1, *lines), *more))


def test_what_a_cover_says() -> None:
    found = cover(*HEAD, *TITLE, "Fiji", "* The annex is circulated as received.", "GE.10-12345 (E)")

    assert found == Cover(
        symbol="A/HRC/99/1",
        state=kz_upr.resolve_state("Fiji"),
        date=datetime.date(2010, 3, 3),
        job_number="GE.10-12345",
        is_addendum=False,
    )


def test_what_a_cover_does_not_say_is_none() -> None:
    found = cover("A/HRC/99/1", *TITLE)

    assert (found.state, found.date, found.job_number) == (None, None, None)


@pytest.mark.parametrize(
    ("lines", "addendum"),
    [
        (("A/HRC/99/1/Add.1", *TITLE, "Fiji"), True),
        (("A/HRC/99/1", *TITLE, "Fiji", "Addendum"), True),
        (("A/HRC/99/1", *TITLE, "Fiji", "ADDENDUM *"), True),
        (("A/HRC/99/1", "Addendum", *TITLE, "Fiji"), False),
        (("A/HRC/99/1", *TITLE, "Fiji", "The addendum has the answers."), False),
    ],
    ids=["symbol", "word", "capitals", "before the title", "in a sentence"],
)
def test_the_symbol_or_the_title_tells_an_addendum(lines: tuple[str, ...], addendum: bool) -> None:
    found = cover(*lines)
    source = found.source(kz_upr.resolve_state("Fiji"), "0" * 64)

    assert found.is_addendum is addendum
    assert source.kind is (SourceKind.ADDENDUM if addendum else SourceKind.WORKING_GROUP_REPORT)
    assert source.title.endswith("Fiji. Addendum" if addendum else "Review: Fiji")


@pytest.mark.parametrize(
    ("symbols", "expected"),
    [
        (("A/HRC/99/1", "A/HRC/98/2"), "A/HRC/99/1"),
        (("A/HRC/WG.6/7/FJI/1", "A/HRC/99/1"), "A/HRC/99/1"),
        (("A/HRC/WG.6/7/L.9", "A/HRC/WG.6/7/L.8"), "A/HRC/WG.6/7/L.9"),
    ],
)
def test_the_symbol_is_that_of_the_report(symbols: tuple[str, ...], expected: str) -> None:
    """A note may give the symbol under which the document was issued before."""
    assert cover(*symbols, *TITLE, "Fiji").symbol == expected


@pytest.mark.parametrize(
    ("after", "iso3"),
    [
        (("Fiji",), "FJI"),
        (("* Fiji *",), "FJI"),
        (("Bolivia (Plurinational", "State of)"), "BOL"),
        (("Democratic People’s", "Republic", "of Korea"), "PRK"),
        (("Review of Fiji", "Addendum"), "FJI"),
        (("", "", "Fiji"), "FJI"),
        (("The lamps", "of the harbour", "and the boats", "Fiji"), None),
        (("The lamps", "of the harbour", "of Fiji"), "FJI"),
        (("Fiji", "as Peru was"), "FJI"),
        (("Peru", "Democratic Republic", "of the Congo"), "PER"),
        (("Democratic Republic", "of the Congo"), "COD"),
        (("Papua New Guinea",), "PNG"),
    ],
)
def test_the_state_is_the_first_in_three_lines_below_the_title(after: tuple[str, ...], iso3: str | None) -> None:
    state = cover("A/HRC/99/1", *TITLE, *after).state

    assert (state and state.iso3) == iso3


OPENING = "1. The Working Group on the Universal Periodic Review, set up by the Council, held its seventh session"


def test_a_short_title_needs_the_first_paragraph_of_a_report() -> None:
    lines = ("A/HRC/99/1", "UNIVERSAL PERIODIC REVIEW", "Fiji")

    for place in (2, 3, 4):
        pages = [page(number, "Lamps") for number in range(2, place)]
        found = cover(*lines, more=(*pages, page(place, OPENING)))
        assert (found.symbol, found.state) == ("A/HRC/99/1", kz_upr.resolve_state("Fiji"))
    for more in ((), (page(2, "The harbour"),), (*(page(number, "Lamps") for number in (2, 3, 4)), page(5, OPENING))):
        with pytest.raises(DocumentError, match="is not a report of the Working Group"):
            cover(*lines, more=more)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (TITLE, "has no document symbol"),
        (("CEDAW/C/FJI/CO/4", "Concluding observations"), r"Periodic Review \(its symbol is CEDAW/C/FJI/CO/4\)$"),
        (("A/HRC/99/7", "Report on lamps"), r"Periodic Review \(its symbol is A/HRC/99/7\)$"),
        (("Report on lamps",), "is not a report of the Working Group on the Universal Periodic Review$"),
        (("Rapport du Groupe de travail", "sur l’Examen périodique universel"), "is in French; only English"),
        (("INFORME DEL GRUPO DE TRABAJO SOBRE EL", "EXAMEN PERIÓDICO UNIVERSAL"), "is in Spanish"),
    ],
    ids=["no symbol", "another body", "another report", "no symbol at all", "French", "Spanish"],
)
def test_why_a_paper_is_refused(lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        cover(*lines)
