"""Holes in pages, by the places of the lines."""

from collections.abc import Sequence

import pytest

from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.layout_evidence import broken_sentences, holes, is_full

#: A line by its height, or by its height and its text, or by its height, its text and its type size.
Placed = float | tuple[float, str] | tuple[float, str, float]


def line(placed: Placed) -> Line:
    match placed:
        case (height, text, size):
            return Line(text, 100.0, height, size)
        case (height, text):
            return Line(text, 100.0, height, 10.0)
        case height:
            return Line("Lamps.", 100.0, height, 10.0)


def page(number: int, lines: Sequence[Placed], notes: Sequence[Placed] = ()) -> Page:
    return Page(number, tuple(map(line, lines)), tuple(map(line, notes)))


def document(*pages: Sequence[Placed]) -> list[Page]:
    return [page(number, lines) for number, lines in enumerate(pages, 1)]


FULL = [700.0 - 12 * place for place in range(48)]
HEADING = (300.0, "Quays", 14.0)


@pytest.mark.parametrize(
    ("lines", "gap"),
    [
        ([700, 646], None),
        ([700, 645.4], "55"),
        ([700, 640, 100], "60"),
        # at a heading, which stands in other type, there is more room
        ([375, HEADING], None),
        ([376, HEADING], "76"),
        ([HEADING, 225], None),
        ([HEADING, 224], "76"),
        ([(375, "Lamps.", 10.5), 300], "75"),
        ([(375, "Lamps.", 10.625), 300], None),
        ([(375, "Lamps.", 9.5), 300], "75"),
        ([(375, "Lamps.", 9.375), 300], None),
        # a rule of underscores is no line
        ([700, (670, "_____"), 640], "60"),
        ([300, 500], None),
    ],
)
def test_gaps_in_the_text(lines: Sequence[Placed], gap: str | None) -> None:
    """The first page, the cover, has gaps as a rule."""
    found = list(holes(document(lines, lines, FULL)))

    assert found == ([(2, f"page 2 has a gap of {gap} points in its text")] if gap else [])


@pytest.mark.parametrize(("top", "empty"), [(700, False), (662, False), (661, True), (740, False)])
def test_heads_without_text(top: float, empty: bool) -> None:
    """Half of the pages begin higher. The second one, with the title, may begin anywhere."""
    lines: list[Placed] = [(780.0, "*"), top, top - 12] if empty else [top, top - 12]

    found = list(holes(document([700], lines, lines, FULL, FULL, [720, 708], [])))
    assert found == ([(3, "page 3 has no text at its head")] if empty else [])


def test_pages_of_two_kinds_begin_at_two_heights() -> None:
    """The height at which the middle one of the pages begins counts."""
    high, low = [740.0, 728.0], [700.0, 688.0]

    assert list(holes(document(high, high, low, high))) == [(3, "page 3 has no text at its head")]
    assert list(holes(document(high, low, low, high))) == []
    assert list(holes(document(high, low, high, low))) == []


@pytest.mark.parametrize(("count", "told"), [(1, 1), (3, 3), (4, 0)])
def test_a_document_that_is_set_with_gaps(count: int, told: int) -> None:
    assert len(list(holes(document(FULL, *[[700, 600]] * count, FULL)))) == told


# Sentences


OPEN = (700.0, "Mend the piers and")


@pytest.mark.parametrize(
    ("above", "below", "broken"),
    [
        (OPEN, (680, "every lamp."), False),
        (OPEN, (679, "every lamp."), True),
        ((700, "Mend the piers."), (676, "every lamp."), False),
        ((700, "Mend the piers;"), (676, "every lamp."), False),
        ((700, "(Peru)"), (676, "every lamp."), False),
        (OPEN, (676, "Every lamp."), False),
        (OPEN, (676, "2 lamps."), False),
        (OPEN, (676, "2nd lamps."), False),
        (OPEN, (676, ""), False),
        ((700, "Mend the piers and", 10.5), (676, "every lamp."), True),
        ((700, "Mend the piers and", 11.0), (676, "every lamp."), False),
        (OPEN, (676, "every lamp.", 9.0), False),
    ],
)
def test_a_line_that_is_missing(above: Placed, below: Placed, broken: bool) -> None:
    """Where a sentence goes on, lines are as near to each other as most; at 1.7 times the distance one is missing."""
    rest = [500.0 - 12 * place for place in range(9)]
    pages = document([above, below], [above, below, *rest], [])

    assert list(broken_sentences(pages)) == ([(2, "Mend the piers and")] if broken else [])


def test_the_usual_distance_of_lines() -> None:
    """It is that of most lines below each other, the larger one of two, and that of the cover does not count."""
    below = (676.0, "every lamp.")  # 24 points

    assert list(broken_sentences(document([], [OPEN, below]))) == []
    assert list(broken_sentences(document([], [OPEN, below, (652, "Lamps."), (640, "Lamps."), (628, "Lamps.")]))) == []
    assert list(broken_sentences(document([], [OPEN, below, (664, "Lamps."), (652, "Lamps.")])))
    assert list(broken_sentences(document([700, 676, 652, 628], [OPEN, below, (664, "Lamps."), (652, "Lamps.")])))
    next_line = (688.0, "every lamp.")
    assert list(broken_sentences(document([], [OPEN, next_line, 676, 300, 400, 290, 390, 250, 350, 200]))) == []


LAST, FIRST = "Mend the piers and", (700.0, "every lamp.")


def at_foot(height: float, *, first: Placed = FIRST, notes: Sequence[Placed] = ()) -> list[tuple[int, str]]:
    """What is found of a second page that ends so high, among pages that end at 100 points."""
    full = page(3, [first, 688, 100])
    pages = [
        page(1, [FIRST, (50, LAST)]),
        page(2, [712, (height, LAST)], notes),
        full,
        page(4, [700, 90]),
        page(5, [700, 20]),
    ]
    return list(broken_sentences(pages))


def test_a_page_that_ends_above_its_foot() -> None:
    """More than 75 points higher than the lowest line of the pages between the second and the last, or than notes."""
    assert at_foot(165) == []
    assert at_foot(166) == [(2, LAST)]
    assert at_foot(166, first=(700, "Every lamp.")) == []
    assert at_foot(220, notes=[(145, "1 A note."), (120, "2 A note.")]) == []
    assert at_foot(221, notes=[(145, "1 A note."), (120, "2 A note.")]) == [(2, LAST)]


@pytest.mark.parametrize(("height", "broken"), [(75, False), (76, True)])
def test_a_page_that_ends_above_its_foot_in_a_document_of_three(height: float, broken: bool) -> None:
    """No other page shows where the foot is: the edge of the paper counts."""
    pages = document([], [700, (height, LAST)], [FIRST])

    assert list(broken_sentences(pages)) == ([(2, LAST)] if broken else [])


def test_the_lowest_line_of_the_third_page_shows_where_the_foot_is() -> None:
    assert list(broken_sentences(document([], [700, (176, LAST)], [FIRST, 100], [700, 120], [700]))) == [(2, LAST)]


def test_the_first_page_may_end_above_its_foot() -> None:
    assert list(broken_sentences(document([700, (300, LAST)], [FIRST, 90], [700, 90], [700]))) == []


def test_the_lowest_line_may_not_be_the_last() -> None:
    pages = [page(1, []), page(2, [(300, LAST), (90, "Lamps.")]), page(3, [FIRST, 90]), page(4, [700])]

    assert list(broken_sentences(pages)) == []


def test_pages_without_text_between_others() -> None:
    pages = [page(1, []), page(2, [(300, LAST)]), page(3, []), page(4, [FIRST, 90]), page(5, [700])]

    assert list(broken_sentences(pages)) == []


@pytest.mark.parametrize(
    ("pages", "full"),
    [
        # no other page shows where the foot is: by the end of the paper
        (document([700, 159]), True),
        (document([700, 160]), False),
        (document([700, 100], [700, 159]), True),
        (document([700, 100], [700, 160]), False),
        (document([700, 100], []), False),
        # by the lowest line of the pages between, the first one left out
        (document([700, 20], [700, 110], [700, 149]), True),
        (document([700, 20], [700, 110], [700, 150]), False),
        (document([700, 20], [700, 200], [700, 110], [700, 150]), False),
        (document([700, 20], [700, 110], [700, 200], [700, 149]), True),
        (document([700, 20], [700, 110], [], [700, 149]), True),
        ([*document([700], [700, 200]), page(3, [700, 160])], True),
        ([page(1, [700]), page(2, [700, 200], [(110, "1 A note.")]), page(3, [700, 150])], False),
        ([page(1, [700]), page(2, [700, 200]), page(3, [700, 239], [(180, "1 A note.")])], False),
        ([page(1, [700]), page(2, [700, 239], [(200, "1 A note.")])], True),
    ],
)
def test_a_last_page_that_is_full(pages: list[Page], full: bool) -> None:
    assert is_full(pages) == full
