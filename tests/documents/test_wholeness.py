"""A document proves itself: pages by their numbers, text by its lines, its paragraphs and its end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kz_upr import Position, PositionValue, ReadingWarning, Stage, WarningKind, check, complete
from kz_upr.documents import read_report
from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.cover import Cover, PrintedDocument
from kz_upr.documents.outline import Paragraph
from kz_upr.documents.wholeness import proved_addendum, proved_report

from made_readings import a_report, an_addendum  # isort: skip

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


# Made of lines and paragraphs


def lines(*texts: str, foot: float = 400.0) -> tuple[Line, ...]:
    """Lines of a page, the last of them so high."""
    return tuple(Line(text, 100.0, foot + 12 * place, 10.0) for place, text in enumerate(reversed(texts)))[::-1]


def printed(*pages: tuple[Line, ...], notes: tuple[Line, ...] = ()) -> PrintedDocument:
    """A document of such pages; ``notes`` are on the first."""
    made = tuple(Page(number, text, () if number > 1 else notes) for number, text in enumerate(pages, 1))
    cover = Cover(symbol="A/HRC/99/1", state=None, date=None, job_number=None, is_addendum=False)
    return PrintedDocument(Path("report.pdf"), made, cover, "0" * 64)


def paragraphs(*numbered: tuple[int | None, str], annexed: bool = False) -> list[Paragraph]:
    return [Paragraph(number, (), annexed, list(lines(text))) for number, text in numbered]


Told = list[tuple[str, str, str]]


def told_of_report(document: PrintedDocument, *numbered: tuple[int | None, str]) -> Told:
    proved = proved_report(a_report(), document, paragraphs(*numbered) + paragraphs((99, "Lamps."), annexed=True))
    assert proved.review.warnings == proved.warnings
    return [(warning.code, warning.place, str(warning)) for warning in proved.warnings]


def told_of_addendum(
    *numbered: tuple[int | None, str], pages: tuple[tuple[Line, ...], ...] = (), **about: object
) -> Told:
    document = printed(lines("Lamps."), *(pages or (lines("Lamps."),)))
    positions = about.pop("positions", {})
    proved = proved_addendum(an_addendum(positions, **about), document, paragraphs(*numbered))  # type: ignore[arg-type]
    return [(warning.code, warning.place, str(warning)) for warning in proved.warnings]


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [((2, "Lamps."), (3, "Piers."), ""), ((2, "Lamps."), (4, "Piers."), "3"), ((2, "Lamps."), (6, "Piers."), "3 to 5")],
)
def test_paragraphs_that_are_missing(before: tuple[int, str], after: tuple[int, str], missing: str) -> None:
    wanted = [("paragraph-gap", f"para. {missing}", f"no paragraph is numbered {missing}")] if missing else []

    assert told_of_report(printed(lines("Lamps.")), before, (None, "Quays."), after) == wanted
    assert told_of_addendum(before, (None, "Quays."), after) == wanted


@pytest.mark.parametrize(
    ("text", "ended"), [("Lamps", False), ("Lamps,", False), ("Lamps (Peru);", True), ("Lamps.”", True)]
)
def test_a_paragraph_that_breaks_off_before_a_gap(text: str, ended: bool) -> None:
    ((_, place, message),) = told_of_report(printed(lines("Lamps.")), (2, text), (4, "Piers."))

    assert place == "para. 3"
    assert message == "no paragraph is numbered 3" + ("" if ended else ", and paragraph 2 breaks off")


CONTENTS = ("I. Lamps ............ 1 - 4 3", "II. Piers and quays ............ 5–9 4", "Annex .......... 12")


@pytest.mark.parametrize(("last", "fits"), [(8, False), (9, True), (10, False)])
def test_the_last_paragraph_by_the_table_of_contents(last: int, fits: bool) -> None:
    texts = [(number, "Lamps.") for number in range(1, last + 1)]
    message = f"the table of contents goes to paragraph 9; the last one found is {last}"
    wanted = [] if fits else [("last-paragraph", f"para. {last}", message)]

    for place in (1, 2):
        pages = [lines("Lamps."), lines("Lamps."), lines("Lamps."), lines("Annex")]
        pages[place] = lines(*CONTENTS)
        assert told_of_report(printed(*pages), *texts) == wanted


def test_where_no_table_of_contents_is() -> None:
    """Neither on the cover nor behind the third page; and a document may have none."""
    for place in (0, 3):
        pages = [lines("Lamps.")] * 4
        pages[place] = lines(CONTENTS[1])
        assert told_of_report(printed(*pages), (1, "Lamps.")) == []


def test_a_single_paragraph_in_the_table_of_contents() -> None:
    document = printed(lines("Lamps."), lines("II. Piers ............ 9 4"))

    message = "the table of contents goes to paragraph 9; the last one found is 0"
    for numbered in ([], [(None, "Lamps.")]):
        assert told_of_report(document, *numbered) == [("last-paragraph", "para. 0", message)]


NO_ANNEX = [("no-annex", "the annex", "the announced annex, and so the end of the document, is missing")]
ANNOUNCED = "* Annexes are circulated as received."


@pytest.mark.parametrize(
    ("pages", "missing"),
    [
        ([("Lamps.",), ("Lamps.",)], False),
        ([(ANNOUNCED,), ("Lamps.",)], True),
        ([(ANNOUNCED,), ("Lamps.",), ("Annex",)], False),
        ([(ANNOUNCED,), ("Annex I",)], False),
        ([(ANNOUNCED, "Annex"), ("Lamps.",)], True),
        ([("Lamps.",), (ANNOUNCED,)], False),
        # the table of contents, a page with leaders, lists it and does not hold it
        ([("Lamps.",), ("Lamps ....... 3", "Annex"), ("Lamps.",)], True),
        ([("Lamps.",), ("Lamps ....... 3", "Annex"), ("Annex",)], False),
        ([("Lamps.",), ("Annex",), ("Lamps ....... 3", "Annex")], False),
        ([("Lamps.",), ("Lamps ....... 3", "Annex"), ("Lamps ....... 3",)], True),
    ],
)
def test_an_annex_that_is_announced(pages: list[tuple[str, ...]], missing: bool) -> None:
    document = printed(*(lines(*texts) for texts in pages))

    assert told_of_report(document, (1, "Lamps.")) == (NO_ANNEX if missing else [])


def test_an_annex_that_a_note_on_the_cover_announces() -> None:
    assert told_of_report(printed(lines("Lamps."), lines("Lamps."), notes=lines(ANNOUNCED)), (1, "Lamps.")) == NO_ANNEX


def test_holes_and_broken_sentences() -> None:
    long = "Mend the piers and every lamp that stands on them, and the quays, and"
    broken = (*lines("Lamps.", "Lamps.", "Lamps.", long), Line("the boats.", 100.0, 360.0, 10.0))
    told = told_of_report(printed(lines("Lamps."), broken), (1, "Lamps."))

    assert [(code, place) for code, place, _ in told] == [("broken-sentence", "page 2")]
    assert told[0][2] == f"page 2 breaks off in a sentence: “{long[-60:]}”"
    hole = (*lines("Lamps."), Line("Piers.", 100.0, 300.0, 10.0))
    assert told_of_report(printed(lines("Lamps."), hole), (1, "Lamps.")) == [
        ("hole", "page 2", "page 2 has a gap of 100 points in its text: text is missing")
    ]
    assert told_of_addendum(pages=(hole,)) == [
        ("hole", "page 2", "page 2 has a gap of 100 points in its text: text may be missing")
    ]


def test_an_addendum_that_fills_its_last_page() -> None:
    told = told_of_addendum(pages=(lines("Lamps.", foot=150.0), lines("Lamps.", foot=160.0)))

    assert told == [
        (
            "no-end",
            "page 3",
            "the text reaches the foot of page 3, the last: nothing shows that the document ends there",
        )
    ]


SUPPORTED, NOTED = PositionValue.SUPPORTED, PositionValue.NOTED
ANSWERS = {"9.1": SUPPORTED, "9.2": SUPPORTED, "9.3": NOTED}


@pytest.mark.parametrize(
    ("texts", "stated"),
    [
        (["Fiji received 3 recommendations."], ""),
        (["Fiji received 4 recommendations."], ""),  # with that without an answer
        (["Fiji received 5 recommendations."], "5"),
        (["Fiji received 10 of the recommendations, of which 7 are supported."], "7, 10"),
        (["Fiji supports 2 recommendations."], ""),
        (["Of the others, 1 is noted."], ""),
        (["Of the others, 2 are noted and 1 accepted."], ""),
        (["Of the others, 2 are noted and 5 accepted."], "2, 5"),
        (["Fiji received 3 recommendations, and 9 are supported."], ""),
        (["Lamps.", "Piers.", "Fiji received 5 recommendations."], "5"),
        (["Lamps.", "Piers.", "Quays.", "Fiji received 5 recommendations."], ""),
    ],
)
def test_how_many_recommendations_are_answered(texts: list[str], stated: str) -> None:
    """The first three paragraphs say it."""
    numbered = list(enumerate(texts, 1))
    message = f"3 recommendations are answered by number; the text speaks of {stated}"

    assert told_of_addendum(*numbered, positions=ANSWERS, unanswered=("9.4",)) == (
        [("stated-count", "the answers", message)] if stated else []
    )
    rest = Position(value=NOTED, stage=Stage.ADDENDUM, citations=an_addendum(ANSWERS).positions["9.1"].citations)
    assert told_of_addendum(*numbered, positions=ANSWERS, unanswered=("9.4",), rest=rest) == []


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ([f"9.{index}" for index in range(1, 12)], ""),
        ([f"9.{index}" for index in range(1, 12) if index != 4], "9.4"),
        ([f"9.{index}" for index in range(1, 11) if index != 4], ""),
        ([f"9.{index}" for index in range(1, 23) if index not in (4, 1)], "9.1, 9.4"),
        ([f"9.{index}" for index in range(1, 22) if index not in (4, 1)], ""),
        ([f"{index}" for index in range(1, 12) if index != 4], "4"),
        ([f"9.{index}" for index in range(1, 12)] + [f"10.{index}" for index in range(2, 12)], "10.1"),
    ],
)
def test_numbers_without_an_answer_among_many_that_have_one(numbers: list[str], missing: str) -> None:
    """Ten times as many have one."""
    told = f"{missing} {'are' if ',' in missing else 'is'} not answered"
    wanted = [("unanswered-number", missing.partition(",")[0], told)] if missing else []
    rest = Position(value=NOTED, stage=Stage.ADDENDUM, citations=an_addendum(ANSWERS).positions["9.1"].citations)

    positions = dict.fromkeys(numbers, SUPPORTED)
    assert told_of_addendum(positions=positions) == wanted
    assert told_of_addendum(positions=positions, rest=rest) == []
    del positions["9.5" if "9.5" in positions else "5"]
    assert told_of_addendum(positions=positions, unanswered=("9.5" if "." in numbers[0] else "5",)) == wanted
