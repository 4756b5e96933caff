"""What pages say of themselves."""

import pytest

from kz_upr import WarningKind
from kz_upr.documents.containers.page_evidence import PageEvidence, remarks_on_pages, unknown_characters

DAMAGE, INCONSISTENCY = WarningKind.DAMAGE, WarningKind.INCONSISTENCY


def page(
    *edges: str | tuple[str, float], blank: bool = False, turned: bool = False, unknown: int = 0, private: int = 0
) -> PageEvidence:
    """A page with such lines near its head and foot, at 60 points if nothing else is said."""
    placed = tuple(edge if isinstance(edge, tuple) else (edge, 60.0) for edge in edges)
    return PageEvidence(placed, blank, turned, unknown, private)


def told(*pages: PageEvidence) -> list[tuple[str, str, WarningKind, str]]:
    return [(it.code, it.place, it.kind, str(it)) for it in remarks_on_pages(pages)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("Page 7", 7),
        ("page 123", 123),
        ("1234", None),
        ("7 lamps", None),
        ("A/HRC/99/1 7", 7),
        ("A/HRC/99/1 page 7", 7),
        ("7 A/HRC/99/1", 7),
        ("7 GE.10-00001", 7),
        ("GE.10-00001 7", 7),
        ("GE.10-00001 (E) 7", 7),
        ("GE.10-00001", None),
        ("A/HRC/99/1", None),
    ],
)
def test_the_number_of_a_page(text: str, number: int | None) -> None:
    assert page(("lamps", 70.0), (text, 60.0)).numbers == ([(number, 60.0)] if number else [])


@pytest.mark.parametrize(
    ("text", "unknown", "private"),
    [
        ("Lamps and piers\x02\r\n", 0, 0),
        ("La\ufffdmps\x07\ud800\u0378", 4, 0),
        ("La\ue123mps\uf0b7", 0, 2),
        ("\uf0b7 Lamps", 0, 0),
        ("\uf0a7\uf0b7 Lamps\ufffd\ue123", 1, 1),
        ("", 0, 0),
    ],
)
def test_characters_without_a_meaning(text: str, unknown: int, private: int) -> None:
    """Signs of items, at the beginning of a line, are private, but known."""
    assert unknown_characters(text) == (unknown, private)


@pytest.mark.parametrize(
    ("pages", "place", "kind"),
    [
        ([page(), page(), page(blank=True), page()], 3, DAMAGE),
        ([page(), page(), page(), page(blank=True)], 4, INCONSISTENCY),
        ([page(), page(), page(blank=True)], 3, DAMAGE),
        ([page(), page(blank=True), page(), page()], 2, DAMAGE),
    ],
)
def test_blank_pages(pages: list[PageEvidence], place: int, kind: WarningKind) -> None:
    """The back of the last leaf may be blank."""
    message = f"page {place} of {len(pages)} is blank" if kind is DAMAGE else f"page {place}, the last page, is blank"

    assert told(*pages) == [("blank-page", f"page {place}", kind, message)]


@pytest.mark.parametrize(
    ("shown", "code", "kind", "message"),
    [
        (page(turned=True), "turned-page", DAMAGE, "the text of page 2 is not upright"),
        (page(unknown=1), "unknown-letters", DAMAGE, "page 2 has 1 undefined character"),
        (page(unknown=3, private=5), "unknown-letters", DAMAGE, "page 2 has 3 undefined characters"),
        (page(private=5), "unknown-letters", INCONSISTENCY, "page 2 has 5 private-use characters"),
    ],
)
def test_pages_that_are_garbled(shown: PageEvidence, code: str, kind: WarningKind, message: str) -> None:
    assert told(page(), shown, page()) == [(code, "page 2", kind, message)]


def wrong(number: int, printed: int) -> list[tuple[str, str, WarningKind, str]]:
    message = f"page {number} of the file is numbered {printed}: pages are missing or out of order"
    return [("page-number", f"page {number}", DAMAGE, message)]


def without(*numbers: int) -> list[tuple[str, str, WarningKind, str]]:
    return [
        ("page-number", f"page {number}", INCONSISTENCY, f"page {number} has no page number, unlike the other pages")
        for number in numbers
    ]


@pytest.mark.parametrize(
    ("pages", "remarks"),
    [
        (["", "2", "3", "4"], []),
        (["7", "2", "3", "4"], []),
        (["", "2", "4", "5"], wrong(3, 4)),
        (["", "3"], wrong(2, 3)),
        (["", "2", "2", "3"], wrong(3, 2)),
        # half of the pages behind the first have a number
        (["", "2", "3", "", ""], without(4, 5)),
        (["", "2", "", ""], []),
        (["", "3", "", ""], []),
        (["", "3", "4", "", ""], wrong(2, 3)),
        (["", "", "", ""], []),
        ([""], []),
        ([], []),
    ],
)
def test_numbers_of_pages(pages: list[str], remarks: list[tuple[str, str, WarningKind, str]]) -> None:
    """The first page has none that counts."""
    assert told(*(page(number) if number else page() for number in pages)) == remarks


def test_a_blank_page_needs_no_number() -> None:
    assert told(page(), page("2"), page(blank=True), page("4")) == [
        ("blank-page", "page 3", DAMAGE, "page 3 of 4 is blank")
    ]


def test_one_of_several_numbers_may_be_that_of_the_page() -> None:
    assert told(page(), page("2", "9"), page("5", "3")) == []
    assert told(page(), page("9", "4", "5"), page("3")) == wrong(2, 4)


@pytest.mark.parametrize(("height", "counts"), [(54, True), (66, True), (53, False), (67, False)])
def test_numbers_stand_at_the_usual_heights(height: float, counts: bool) -> None:
    """At four heights as a rule, within six points."""
    usual = [[(f"{number}", at) for at in (60.0, 160.0, 260.0, 360.0)] for number in range(2, 5)]

    pages = [page(), *(page(*edges) for edges in usual), page(("9", height)), page(("6", 360.0))]
    assert told(*pages) == (wrong(5, 9) if counts else without(5))
    assert told(*pages[:4], page(("9", 460.0)), pages[5]) == without(5)
    assert told(*pages[:4], page(("9", 360.0)), pages[5]) == wrong(5, 9)


def test_the_numbers_of_the_first_page_do_not_show_where_numbers_stand() -> None:
    first = page(
        *((f"{height}", float(height)) for height in (460, 560, 660, 760)),
        *[("1", 460.0), ("1", 560.0), ("1", 660.0), ("1", 760.0)],
    )

    assert told(first, page("2"), page("4")) == wrong(3, 4)
