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
