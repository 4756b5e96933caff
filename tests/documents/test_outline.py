"""Headings and numbered paragraphs, from lines at places of a page."""

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.outline import Paragraph, joined, outline

MARGIN, INDENT, OUTDENT = 113.0, 142.0, 85.0
TEXT, LARGE = 10.0, 12.0
LONG = "The harbour was painted by the keeper of the lamps and by the many friends of the harbour."


#: A line as printed: the text, how far it is from the left, and its size.
Printed = tuple[str, float, float]


def page(*printed: str | Printed) -> Page:
    """A page of lines, after some of a cover; those of text alone stand at the margin in the size of the text."""
    whole = [each if isinstance(each, tuple) else (each, MARGIN, TEXT) for each in [LONG] * 5 + [*printed]]
    lines = (Line(text, left, 800.0 - 12 * place, size) for place, (text, left, size) in enumerate(whole))
    return Page(1, tuple(lines), ())


def heading(text: str, size: float = LARGE) -> Printed:
    return text, OUTDENT, size


def read(*printed: str | Printed) -> list[tuple[int | None, tuple[str, ...], str]]:
    return [(paragraph.number, paragraph.headings, paragraph.text) for paragraph in outline((page(*printed),))]


def test_paragraphs_stand_under_their_headings() -> None:
    assert read(
        heading("Introduction"),
        "1. The session was",
        "held in May.",
        heading("I. Proceedings"),
        heading("A. Presentation"),
        "2. Fiji lit a lamp.",
        heading("B. Dialogue"),
        "3. Peru asked.",
        heading("II. Conclusions"),
        "4. The following:",
        "(a) Paint the quay.",
    ) == [
        (1, ("Introduction",), "The session was held in May."),
        (2, ("I. Proceedings", "A. Presentation"), "Fiji lit a lamp."),
        (3, ("I. Proceedings", "B. Dialogue"), "Peru asked."),
        (4, ("II. Conclusions",), "The following: (a) Paint the quay."),
    ]


def test_a_heading_over_two_lines() -> None:
    assert read("1. One.", heading("B. Dialogue and the responses of the"), heading("State under review"), "2. Two.")[
        1
    ] == (2, ("B. Dialogue and the responses of the State under review",), "Two.")


def test_two_headings_of_their_own_are_not_one() -> None:
    assert read("1. One.", heading("I. Proceedings"), heading("A. Presentation"), "2. Two.")[1][1] == (
        "I. Proceedings",
        "A. Presentation",
    )


@pytest.mark.parametrize("text", ["II. Conclusions", "II. CONCLUSIONS"])
def test_a_heading_in_the_size_of_the_text_stands_left_of_the_margin(text: str) -> None:
    assert read("1. One.", heading(text, TEXT), "2. Two.")[1] == (2, (text,), "Two.")


@pytest.mark.parametrize("text", ["II. Conclusions are drawn;", "II. Conclusions are drawn."])
def test_a_line_that_ends_a_sentence_in_the_size_of_the_text_is_no_heading(text: str) -> None:
    assert read("1. One.", heading(text, TEXT)) == [(1, (), f"One. {text}")]


def test_what_is_before_paragraph_1_is_no_text() -> None:
    assert read("Distr. general", heading("Contents"), "Page", heading("Introduction"), "1. One.") == [
        (1, ("Introduction",), "One.")
    ]


# Numbers


def numbered(*printed: str | Printed) -> list[int | None]:
    return [number for number, _, _ in read(*printed)]


def test_a_number_must_count_on_at_the_margin() -> None:
    assert numbered("1. One.", "2. Two.", "9. Nine boats.", "3. Three.") == [1, 2, 3]
    assert numbered("1. One.", "2. Two.", ("3. Paint it.", INDENT, TEXT), "3. Three.") == [1, 2, 3]


def test_a_small_gap_is_a_miscount() -> None:
    assert numbered("1. One.", "2. Two.", "4. Four.", "5. Five.") == [1, 2, 4, 5]


def test_below_the_text_under_a_heading_the_count_does_not_resume_far_away() -> None:
    found = read("1. One.", "2. Two.", heading("II. Conclusions"), "In the end:", "40. Forty.")
    assert found[2:] == [(None, ("II. Conclusions",), "In the end: 40. Forty.")]


def test_a_number_that_stands_alone_counts_on_by_one() -> None:
    assert read("1. One.", "2. Two.", "3.", "Three.")[2] == (3, (), "Three.")
    assert read("1. One.", "2. Two.", "4.", "Four.")[1:] == [(2, (), "Two. 4. Four.")]


@pytest.mark.parametrize("text", ["2.5 million boats", "2, 3 and 4 boats", "2) boats"])
def test_other_numbers_begin_no_paragraph(text: str) -> None:
    assert read("1. One boat and", text) == [(1, (), f"One boat and {text}")]


def test_a_number_left_of_the_margin_counts_in_running_text_after_a_full_stop() -> None:
    assert numbered("1. One.", "2. Two.", (f"3. {LONG}", OUTDENT, TEXT), "4. Four.") == [1, 2, 3, 4]


def test_a_number_without_its_full_stop_counts_in_running_text_after_a_full_stop() -> None:
    assert read("1. One.", "2. Two.", f"3 {LONG}", "4. Four.")[2] == (3, (), LONG)
    assert len(read("1. One.", "2. It has", f"3 {LONG}", "3. Three.")) == 3
    assert len(read("1. One.", "2. Two.", f"9 {LONG}", "3. Three.")) == 3
    assert len(read("1. One.", "2. Two.", (f"3 {LONG}", INDENT, TEXT), "3. Three.")) == 3


# Annexes


@pytest.mark.parametrize("text", ["Annex", "ANNEX", "Annex I", "Annexes", "Annex II", "Annex *"])
def test_numbers_in_an_annex_are_no_paragraphs(text: str) -> None:
    one, annex = outline((page("1. One.", heading(text), "2. A list of keepers:", "3. A boat."),))
    assert (one.number, one.annexed) == (1, False)
    assert (annex.number, annex.annexed, annex.headings) == (None, True, (text,))
    assert annex.text == "2. A list of keepers: 3. A boat."


def test_text_below_a_heading_has_no_number() -> None:
    assert read("1. One.", heading("Lamps"), "They were lit.") == [
        (1, (), "One."),
        (None, ("Lamps",), "They were lit."),
    ]


# Running text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a harbour", "of boats"], "a harbour of boats"),
        (["self-", "righting"], "self-righting"),
        (["lamps and/", "or boats"], "lamps and/or boats"),
        (["1990–", "1995"], "1990–1995"),
        (["lamps –", "and boats"], "lamps – and boats"),
        (["  lamps ", ""], "lamps"),
        ([], ""),
    ],
)
def test_lines_as_running_text(lines: list[str], text: str) -> None:
    assert joined(lines) == text


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1. One.", "2. Two.", "II. Ends", "Annex", "3", "3 Boats", "A. Lamp", "text", ""]),
            st.sampled_from([OUTDENT, MARGIN, INDENT]),
            st.sampled_from([TEXT, LARGE]),
        ),
        max_size=30,
    )
)
def test_numbers_grow_and_no_line_is_twice(printed: list[Printed]) -> None:
    paragraphs: list[Paragraph] = outline((page(*printed),))
    numbers = [paragraph.number for paragraph in paragraphs if paragraph.number is not None]
    assert numbers == sorted(set(numbers))
    assert all(paragraph.lines for paragraph in paragraphs)
    assert sum(len(paragraph.lines) for paragraph in paragraphs) <= len(printed)


def _many(size: int) -> list[str | Printed]:
    return ["1. One.", LONG, heading("Lamps"), LONG] * size


def test_work_grows_with_the_number_of_lines() -> None:
    assert growth(lambda size: outline((page(*_many(size)),)), 300) < 1.3


@pytest.mark.parametrize(
    ("number", "taken"), [(3, True), (4, True), (5, True), (6, False), (2, False), (1, False), (10, False)]
)
def test_how_far_a_miscount_may_go(number: int, taken: bool) -> None:
    """A document leaves out one number or two; a list of ten things is no paragraph 10."""
    assert numbered("1. One.", "2. Two.", f"{number}. Boats.") == ([1, 2, number] if taken else [1, 2])


@pytest.mark.parametrize(("number", "taken"), [(40, True), (62, True), (63, False), (2, False)])
def test_how_far_away_the_count_may_resume(number: int, taken: bool) -> None:
    found = numbered("1. One.", "2. Two.", heading("II. Boats"), f"{number}. Boats.")
    assert found == ([1, 2, number] if taken else [1, 2, None])


def test_the_count_may_resume_after_paragraph_1() -> None:
    assert numbered("1. One.", heading("II. Boats"), "9. Boats.", "10. Sails.") == [1, 9, 10]


@pytest.mark.parametrize(("distance", "taken"), [(0, True), (6, True), (-6, True), (7, False), (-7, False)])
def test_numbers_of_paragraphs_begin_within_six_points(distance: int, taken: bool) -> None:
    third = ("3. Three.", MARGIN + distance, TEXT)
    assert (3 in numbered("1. One.", "2. Two.", third, "4. Four.")) is taken


def test_a_table_of_contents_is_left_out() -> None:
    found = read("I. Lamps .................. 2", "1. Lights . . . . . . . 3", "1. One.", "2. Two.")
    assert [text for number, _, text in found if number] == ["One.", "Two."]


def test_an_annex_is_a_heading_of_its_own() -> None:
    found = outline((page("1. One.", heading("A. Lamps"), "2. Two.", heading("Annex"), "The delegation:"),))
    assert [(each.number, each.annexed, each.headings) for each in found] == [
        (1, False, ()),
        (2, False, ("A. Lamps",)),
        (None, True, ("Annex",)),
    ]


def test_headings_have_three_levels() -> None:
    found = read(
        heading("I. Lamps"),
        "1. One.",
        heading("A. The pier"),
        "2. Two.",
        heading("Boats"),
        "3. Three.",
        heading("Sails"),
        "4. Four.",
        heading("B. The quay"),
        "5. Five.",
        heading("II. Ropes"),
        "6. Six.",
    )
    assert [headings for _, headings, _ in found] == [
        ("I. Lamps",),
        ("I. Lamps", "A. The pier"),
        ("I. Lamps", "A. The pier", "Boats"),
        ("I. Lamps", "A. The pier", "Sails"),
        ("I. Lamps", "B. The quay"),
        ("II. Ropes",),
    ]


@pytest.mark.parametrize("size", [LARGE + 1, LARGE - 0.6])
def test_headings_of_different_size_are_not_one(size: float) -> None:
    found = read("1. One.", heading("Lamps"), heading("Boats", size), "2. Two.")
    assert found[-1] == (2, ("Boats",), "Two.")


@pytest.mark.parametrize(
    ("before", "taken"),
    [
        (("2. Two.",), True),
        (("2. Two boats and",), False),
        (("2. Two boats and", "a lamp."), True),
        (("2. Two boats.", "A lamp and"), False),
    ],
)
def test_a_misplaced_number_counts_after_a_full_stop_alone(before: tuple[str, ...], taken: bool) -> None:
    """Otherwise it is a number in a sentence that a line happens to begin with."""
    third = (f"3. {LONG}", MARGIN - 20, TEXT)
    assert (3 in numbered("1. One.", *before, third)) is taken


@pytest.mark.parametrize(("letters", "taken"), [(60, False), (61, True)])
def test_a_misplaced_number_begins_a_line_of_running_text(letters: int, taken: bool) -> None:
    """A short line may be a heading or a row of a list."""
    for third in ((f"3. {LONG}"[:letters], OUTDENT, TEXT), (f"3 {LONG}"[:letters], MARGIN, TEXT)):
        assert (3 in numbered("1. One.", "2. Two.", third)) is taken


@pytest.mark.parametrize(
    ("left", "taken"), [(MARGIN - 7, False), (MARGIN - 6, True), (MARGIN + 6, True), (MARGIN + 7, False)]
)
def test_a_number_without_its_full_stop_stands_at_the_margin(left: float, taken: bool) -> None:
    assert (3 in numbered("1. One.", "2. Two.", (f"3 {LONG}", left, TEXT))) is taken


def test_a_number_right_of_the_margin_is_one_of_a_list() -> None:
    assert numbered("1. One.", "2. Two.", (f"3. {LONG}", MARGIN + 20, TEXT), "3. Three.") == [1, 2, 3]
    assert read("1. One.", "2. Two.", (f"3. {LONG}", MARGIN + 20, TEXT))[-1] == (2, (), f"Two. 3. {LONG}")


@pytest.mark.parametrize("third", [(f"3. {LONG}", OUTDENT, TEXT), (f"3 {LONG}", MARGIN, TEXT)])
def test_a_misplaced_number_may_follow_a_heading(third: Printed) -> None:
    assert read("1. One.", "2. Two.", heading("Lamps"), third)[-1] == (3, ("Lamps",), LONG)


def test_text_before_paragraph_1_has_no_number() -> None:
    assert numbered((f"1 {LONG}", MARGIN, TEXT), (f"1. {LONG}", OUTDENT, TEXT), "1. One.") == [1]
    assert read("2. A list of boats.", "1. One.") == [(1, (), "One.")]
    assert outline((page("Lamps", heading("Boats")),)) == []


@pytest.mark.parametrize(("size", "taken"), [(11.2, False), (11.3, True)])
def test_a_heading_is_larger_than_the_text_by_an_eighth(size: float, taken: bool) -> None:
    assert read("1. One.", ("Lamps", MARGIN, size), "2. Two.")[-1] == (2, ("Lamps",) if taken else (), "Two.")


@pytest.mark.parametrize(
    ("text", "left", "level"),
    [
        ("II. Lamps", MARGIN - 6, None),
        ("II. Lamps", MARGIN - 7, 1),
        ("II. LAMPS", MARGIN, 1),
        ("B. Boats", MARGIN - 6, None),
        ("B. Boats", MARGIN - 7, 2),
        ("B. BOATS", MARGIN, None),
        ("Boats", OUTDENT, None),
        (f"II. {'Lamps ' * 16}"[:99], OUTDENT, 1),
        (f"II. {'Lamps ' * 17}"[:100], OUTDENT, None),
    ],
)
def test_headings_in_the_size_of_the_text(text: str, left: float, level: int | None) -> None:
    text = text.strip().ljust(len(text), "s")
    above = (heading("I. Harbours"), heading("A. Piers"))
    headings = {None: ("I. Harbours", "A. Piers"), 1: (text,), 2: ("I. Harbours", text)}[level]
    assert read(
        *above, "1. One.", heading("I. Harbours"), heading("A. Piers"), "2. Two.", (text, left, TEXT), "3. Three."
    )[-1] == (3, headings, "Three.")


def test_a_heading_in_the_size_of_the_text_follows_a_full_stop() -> None:
    assert read("1. Fiji and", heading("II. Lamps", TEXT)) == [(1, (), "Fiji and II. Lamps")]


@pytest.mark.parametrize(
    ("baseline", "one"), [(500.0, False), (499.0, True), (481.0, True), (480.5, False), (470.0, False), (700.0, False)]
)
def test_the_lines_of_a_heading_stand_close_together(baseline: float, one: bool) -> None:
    """A heading at the foot of a page and one at the head of the next are two."""
    first, second = Line("Lamps and", MARGIN, 500.0, LARGE), Line("boats", MARGIN, baseline, LARGE)
    lines = (*page("1. One.").lines, first, second, Line("2. Two.", MARGIN, 400.0, TEXT))
    [*_, last] = outline((Page(1, lines, ()),))
    assert last.headings == ("Lamps and boats" if one else "boats",)


def test_a_line_of_text_divides_headings() -> None:
    found = read("1. One.", heading("I. Lamps"), "They are lit.", heading("Boats"), "2. Two.")
    assert found[-1] == (2, ("I. Lamps", "Boats"), "Two.")
    assert read("1. One.", heading("Lamps"), "2. Two.", heading("Boats"), "3. Three.")[-1] == (3, ("Boats",), "Three.")


def test_a_second_heading_in_an_annex_is_within_it() -> None:
    [_, first, second] = outline((page("1. One.", heading("Annex"), "Lamps", heading("The delegation"), "2. Boats"),))
    assert (first.annexed, second.annexed) == (True, True)
    assert second.headings == ("Annex", "The delegation")
