"""A document proves itself: pages by their numbers, text by its lines, its paragraphs and its end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kz_upr import ReadingWarning, WarningKind, check, complete
from kz_upr.documents import read_report

from papers import Group, Paper, report  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

ITEMS = [f"Paint pier number {index} of the old town and every lamp that stands on it (Peru);" for index in range(90)]
GROUPS: list[Group] = [("The following recommendations enjoy the support of Fiji:", ITEMS)]


def warned(paper: Paper, folder: Path) -> list[tuple[str, WarningKind]]:
    """Codes and kinds of the warnings that tell whether the report is whole."""
    warnings = read_report(paper.save(folder / "report.pdf")).warnings
    return [(it.code, it.kind) for it in warnings if it.kind is WarningKind.DAMAGE or is_ours(it)]


def is_ours(warning: ReadingWarning) -> bool:
    return warning.code in ("blank-page", "page-number", "hole", "paragraph-gap", "last-paragraph", "no-end")


def test_a_sound_report(tmp_path: Path) -> None:
    paper = report(GROUPS)
    assert len(paper.pages) > 5

    assert warned(paper, tmp_path) == []


def without(page: int) -> Callable[[Paper], None]:
    return lambda paper: paper.pages.pop(page - 1)  # type: ignore[return-value]


def twice(page: int) -> Callable[[Paper], None]:
    return lambda paper: paper.pages.insert(page, paper.pages[page - 1])


def swapped(paper: Paper) -> None:
    paper.pages[2], paper.pages[4] = paper.pages[4], paper.pages[2]


def reversed_(paper: Paper) -> None:
    paper.pages[1:] = paper.pages[:0:-1]


@pytest.mark.parametrize("change", [without(3), without(4), twice(4), swapped])
def test_pages_out_of_order(tmp_path: Path, change: Callable[[Paper], None]) -> None:
    paper = report(GROUPS)
    change(paper)

    assert ("page-number", WarningKind.DAMAGE) in warned(paper, tmp_path)


def test_the_last_pages_are_missing(tmp_path: Path) -> None:
    paper = report(GROUPS)
    paper.pages[0].append(("* The annex to the present report is circulated as received.", 56, 60, 8))
    assert warned(paper, tmp_path) == []

    del paper.pages[-1]
    assert warned(paper, tmp_path) == [("no-annex", WarningKind.DAMAGE)]


def test_a_blank_page(tmp_path: Path) -> None:
    paper = report(GROUPS)
    paper.pages[3] = []

    assert ("blank-page", WarningKind.DAMAGE) in warned(paper, tmp_path)


@pytest.mark.parametrize("odd", [False, True])
def test_the_blank_back_of_the_last_leaf(tmp_path: Path, odd: bool) -> None:
    paper = report(GROUPS)
    while len(paper.pages) % 2 != odd:
        paper.page()
        paper.line("More of the annex.")
    paper.pages.append([])

    kind = WarningKind.INCONSISTENCY if odd else WarningKind.DAMAGE
    assert warned(paper, tmp_path) == [("blank-page", kind)]


def test_a_page_without_its_number(tmp_path: Path) -> None:
    paper = report(GROUPS)
    paper.pages[3] = [line for line in paper.pages[3] if line[2] > 100]

    assert warned(paper, tmp_path) == [("page-number", WarningKind.INCONSISTENCY)]


def test_documents_without_page_numbers(tmp_path: Path) -> None:
    paper = report(GROUPS)
    paper.pages = [[line for line in page if line[2] > 100] for page in paper.pages]

    assert warned(paper, tmp_path) == []


@pytest.mark.parametrize(("first", "last"), [(3, 12), (20, 30)])
def test_lines_that_are_missing(tmp_path: Path, first: int, last: int) -> None:
    paper = report(GROUPS)
    del paper.pages[3][first:last]

    assert ("hole", WarningKind.DAMAGE) in warned(paper, tmp_path)


def test_a_line_that_is_missing_in_a_sentence(tmp_path: Path) -> None:
    long = f"{'paint the pier and ' * 20}mend it (Peru)."
    paper = report([("The following recommendations enjoy the support of Fiji:", [f"Clean and {long}"])])
    page, index = next(
        (page, index) for page in paper.pages for index, line in enumerate(page) if line[0].startswith("9.1 Clean")
    )
    del page[index + 2]

    assert ("broken-sentence", WarningKind.DAMAGE) in warned(paper, tmp_path)


def test_letters_that_stand_for_nothing(tmp_path: Path) -> None:
    paper = report(GROUPS)
    file = tmp_path / "report.pdf"
    content = paper.content()
    file.write_bytes(content.replace(b"<45> <0045>", b"<45> <FFFD>"))

    assert ("unknown-letters", WarningKind.DAMAGE) in [(w.code, w.kind) for w in read_report(file).warnings]


def test_numbers_that_no_paragraph_has(tmp_path: Path) -> None:
    assert warned(report(GROUPS, main=12), tmp_path) == [("paragraph-gap", WarningKind.INCONSISTENCY)]


def test_a_gap_after_a_paragraph_that_breaks_off(tmp_path: Path) -> None:
    paper = report(GROUPS, main=12)
    for page in paper.pages:
        page[:] = [(text.replace(" harbour. It made recommendations.", ""), *place) for text, *place in page]  # type: ignore[misc]

    assert warned(paper, tmp_path) == [("paragraph-gap", WarningKind.DAMAGE)]


def test_check_and_complete_pass_damage_on_first(tmp_path: Path) -> None:
    paper = report(GROUPS)
    twice(4)(paper)
    reading = read_report(paper.save(tmp_path / "report.pdf"))

    assert reading.review.warnings == reading.warnings
    assert complete(reading, reading).warnings[0].kind is WarningKind.DAMAGE
    assert check(reading, reading).warnings[0].kind is WarningKind.DAMAGE
