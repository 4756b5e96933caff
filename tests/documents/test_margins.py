"""Margins that differ between odd and even pages."""

from pathlib import Path

import pytest

from kz_upr.documents import read_report
from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.margins import aligned, paragraph_margin

from made_reports import Maker, differences, made_report  # isort: skip
from papers import Paper  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


class MirroredPaper(Paper):
    """A paper whose odd and even pages are moved sideways by their own distances."""

    def __init__(self, even: float, odd: float) -> None:
        super().__init__()
        self.moved = (even, odd)

    def put(self, text: str, left: float, height: float, size: float = 10.0) -> None:
        super().put(text, left + self.moved[len(self.pages) % 2], height, size)


@pytest.mark.parametrize(("even", "odd"), [(0, 0), (0, -4), (0, 7), (0, -28), (14, -14), (-42, 0)])
@pytest.mark.parametrize("style", ["full", "short", "lettered"])
def test_every_recommendation_is_read_whatever_the_margins(tmp_path: Path, even: float, odd: float, style: str) -> None:
    maker = Maker(11)
    paper, wanted = made_report(maker, paper=MirroredPaper(even, odd), style=style, indent=142.0)

    review = read_report(paper.save(tmp_path / "report.pdf")).review

    assert list(differences(wanted, review.recommendations)) == []


def page(number: int, *lines: tuple[str, float]) -> Page:
    return Page(
        number, tuple(Line(text, left, 700.0 - 12 * place, 10.0) for place, (text, left) in enumerate(lines)), ()
    )


def test_pages_of_one_side_are_moved_by_the_same_distance() -> None:
    pages = (
        page(2, ("1. Lamps.", 43), ("2. Quays.", 43), ("(a) Ropes;", 79)),
        page(3, ("3. Boats.", 85), ("(a) Sails;", 121)),
        page(4, ("4. Piers.", 43)),
        page(5, ("1. Mend the sails;", 121)),
    )

    places = [[line.left for line in moved.lines] for moved in aligned(pages)]

    assert places == [[43, 43, 79], [43, 79], [43], [79]]


def test_a_document_without_numbered_paragraphs_stays_as_it_is() -> None:
    pages = (page(1, ("Lamps", 43)), page(2, ("Quays", 85)))

    assert aligned(pages) == pages
    assert paragraph_margin(pages) is None


@pytest.mark.parametrize(("other", "moved"), [(41, 41), (45, 45), (40, 43), (46, 43)])
def test_pages_are_moved_by_three_points_or_more(other: float, moved: float) -> None:
    pages = (page(2, ("1. Lamps.", 43), ("2. Quays.", 43), ("3. Ropes.", 43)), page(3, ("4. Boats.", other)))

    assert [[line.left for line in each.lines] for each in aligned(pages)] == [[43, 43, 43], [moved]]


def test_a_side_without_a_number_stays_as_it_is() -> None:
    pages = (page(2, ("1. Lamps.", 43)), page(3, ("Boats", 85)), page(5, ("3. Ropes", 85)))

    assert aligned(pages) == pages


@pytest.mark.parametrize(
    ("lefts", "margin"),
    [
        ([43] * 7 + [85] * 20, 43),
        ([43] * 6 + [85] * 20, 43),
        ([43] * 5 + [85] * 20, 85),
        ([85] * 5 + [43] * 6 + [85], 85),
    ],
)
def test_the_first_twelve_paragraphs_decide(lefts: list[float], margin: float) -> None:
    """The place that comes first, if there are two as usual."""
    assert paragraph_margin((page(2, *((f"{n}. Lamps.", left) for n, left in enumerate(lefts, 1))),)) == margin


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("1. Lamps.", True),
        ("1 . Lamps.", True),
        ("1.Lamps.", True),
        ("1.", True),
        ("1. 95.1 Lamps.", True),
        ("1.5 Lamps.", False),
        ("2. Lamps.", False),
        ("1 Lamps.", False),
        ("1. Lamps ..... 5", False),
    ],
)
def test_what_begins_the_first_paragraph(text: str, counted: bool) -> None:
    assert paragraph_margin((page(2, ("0. Piers.", 60), (text, 43), ("2. Quays.", 43)),)) == (43 if counted else None)
