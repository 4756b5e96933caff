"""What the pages of a document repeat is no part of its text."""

from pathlib import Path

import pytest

from kz_upr.documents import read_report
from kz_upr.documents.containers.running_heads import running_heads

from made_reports import Maker, differences, made_report  # isort: skip
from papers import Paper  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


class HeadedPaper(Paper):
    """A paper with other heads on even and odd pages."""

    def __init__(self, *heads: str) -> None:
        super().__init__()
        self.heads = heads

    def page(self, head: str = "", number: int | None = None) -> None:
        super().page(head or self.heads[len(self.pages) % len(self.heads)], number)


@pytest.mark.parametrize(
    "heads",
    [("A/HRC/99/1*",), ("A/HRC/99/1†",), ("Advance edited version",), ("Review of Fiji", "United Nations")],
)
def test_running_heads_are_no_wording(tmp_path: Path, heads: tuple[str, ...]) -> None:
    paper, wanted = made_report(Maker(5), paper=HeadedPaper(*heads))

    review = read_report(paper.save(tmp_path / "report.pdf")).review

    assert list(differences(wanted, review.recommendations)) == []


def test_page_numbers_may_differ() -> None:
    edges = {page: [(f"A/HRC/99/1 Page {page}", 780.0)] for page in range(2, 6)}

    assert [page for page, _ in running_heads(edges)] == [2, 3, 4, 5]


def test_a_line_that_is_repeated_below_text_is_text() -> None:
    edges = {page: [(f"line {page} of the text", 755.0), ("(Peru);", 743.0)] for page in range(2, 6)}

    assert list(running_heads(edges)) == []


def test_a_line_on_two_pages_of_many_is_text() -> None:
    edges = {page: [("(Peru);" if page < 4 else f"Lamp number {page}.", 755.0)] for page in range(2, 12)}

    assert list(running_heads(edges)) == []


def repeated(*pages: int, of: int, height: float = 780.0) -> list[int]:
    """The pages from 2 on whose line is repeated, if these have the same one, the first of them at such a height."""
    heads = {page: [(f"Lamp {page}A", 780.0)] for page in range(2, of + 1)}
    heads |= {page: [("Lamps", 780.0)] for page in pages} | {pages[0]: [("Lamps", height)]}
    return [page for page, _ in running_heads(heads)]


@pytest.mark.parametrize(
    ("pages", "of", "found"),
    [
        # three, and half of those of a side
        ((2, 4, 6), 13, (2, 4, 6)),
        ((2, 4, 6), 14, ()),
        ((2, 4, 6), 9, (2, 4, 6)),
        ((2, 4, 3), 5, (2, 3, 4)),
        ((2, 4, 3), 7, (2, 4)),
        ((3, 5, 2), 10, (3, 5)),
        ((2, 4), 5, ()),
        # all, if there are at least two
        ((2, 3), 3, (2, 3)),
        ((2,), 2, ()),
    ],
)
def test_how_many_pages_repeat_a_line(pages: tuple[int, ...], of: int, found: tuple[int, ...]) -> None:
    assert repeated(*pages, of=of) == list(found)


@pytest.mark.parametrize(("height", "same"), [(783, True), (777, True), (783.5, False), (776.5, False)])
def test_a_line_that_is_repeated_stands_at_the_same_height(height: float, same: bool) -> None:
    assert repeated(2, 3, of=3, height=height) == ([2, 3] if same else [])


@pytest.mark.parametrize("text", ["{} Lamps", "Lamps {}", "{} {} Lamps {} {}", "{}"])
def test_numbers_at_the_ends_of_a_line_may_differ(text: str) -> None:
    edges = {page: [(text.replace("{}", str(page)), 780.0)] for page in range(2, 4)}

    assert [page for page, _ in running_heads(edges)] == [2, 3]


def test_other_numbers_are_text() -> None:
    edges = {page: [(f"Lamps {page} Piers", 780.0)] for page in range(2, 4)}

    assert list(running_heads(edges)) == []


def test_a_second_line_that_is_repeated() -> None:
    edges = {page: [("Lamps", 780.0), ("Piers", 768.0), (f"Quay {page}A", 756.0)] for page in (2, 3)}

    assert list(running_heads(edges)) == [
        (page, edge) for page in (2, 3) for edge in (("Lamps", 780.0), ("Piers", 768.0))
    ]
