"""The conclusions of early reports: counts that begin again, references, comments and pledges."""

from pathlib import Path

import pytest

from kz_upr.documents import ReportReading, read_report
from kz_upr.documents.conclusions import Conclusions, read_conclusions
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.outline import Paragraph

from papers import ITEM_LEFT, LEFT, Paper, cover  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

HANGING = 170.0
AGREED = "The State under review considered the recommendations made and agreed on the following:"
SUPPORTED = "The recommendations listed below enjoy the support of Fiji:"
PENDING = "The following recommendations will be examined by Fiji, which will provide responses in due time:"


def read(paper: Paper, tmp_path: Path) -> ReportReading:
    return read_report(paper.save(tmp_path / "report.pdf"))


def numbers(reading: ReportReading) -> dict[str, str]:
    return {recommendation.number: str(recommendation.position) for recommendation in reading.review.recommendations}


def messages(reading: ReportReading) -> list[str]:
    return [str(warning) for warning in reading.warnings]


def early_report(
    *groups: tuple[str, list[str]], session: str = "held its first session from 7 to 18 April 2008"
) -> Paper:
    """A report whose items are counted 1., 2., 3. under each paragraph."""
    paper = Paper()
    cover(paper)
    paper.page()
    paper.heading("Introduction")
    paper.lines(
        f"1. The Working Group on the Universal Periodic Review {session}. The review of Fiji was held at the 3rd "
        "meeting, on 8 April 2008."
    )
    paper.lines("2. The Human Rights Council selected these rapporteurs (troika): Kenya, Peru and Viet Nam.")
    paper.lines("3. The following documents were issued for the review of Fiji:")
    for index, letter in enumerate("abc", 1):
        paper.lines(f"({letter}) A document (A/HRC/WG.6/1/FJI/{index});", left=ITEM_LEFT)
    paper.lines("4. Questions prepared in advance by Peru were transmitted to Fiji.")
    paper.heading("I. SUMMARY OF THE PROCEEDINGS")
    paper.lines("5. During the interactive dialogue, statements were made by 2 delegations.")
    paper.lines("6. Peru recommended (a) that Fiji paint its quays; (b) that it mend its lamps.")
    paper.lines("7. Togo recommended that Fiji sell its boats.")
    paper.heading("II. CONCLUSIONS AND/OR RECOMMENDATIONS")
    for number, (lead, items) in enumerate(groups, 8):
        paper.lines(f"{number}. {lead}")
        for index, item in enumerate(items, 1):
            paper.lines(f"{index}. {item}", left=ITEM_LEFT, hanging=HANGING)
    paper.lines(f"{8 + len(groups)}. All conclusions and/or recommendations reflect the position of their States.")
    return paper


def test_counts_begin_again_in_each_paragraph(tmp_path: Path) -> None:
    reading = read(
        early_report((AGREED, ["Paint the quays (Peru).", "Mend the lamps."]), (PENDING, ["Sell the boats (Togo)."])),
        tmp_path,
    )

    assert numbers(reading) == {"8.1": "supported", "8.2": "supported", "9.1": "pending"}


def test_the_answer_may_follow_the_list(tmp_path: Path) -> None:
    reading = read(
        early_report(
            ("In the course of the discussion, the following recommendations were made to Fiji:", ["Paint it (Peru)."]),
            ("The response of Fiji to these recommendations will be included in the outcome report.", []),
        ),
        tmp_path,
    )

    assert numbers(reading) == {"8.1": "pending"}
    assert not any("states no position" in message for message in messages(reading))


def test_several_demands_with_their_states_in_one_item(tmp_path: Path) -> None:
    item = "Paint the quays (Peru, Togo), mend the lamps (Togo) and sell the boats (Peru);"
    [recommendation] = read(early_report((SUPPORTED, [item])), tmp_path).review.recommendations

    assert [[state.iso3 for state in clause.states] for clause in recommendation.clauses] == [
        ["PER", "TGO"],
        ["TGO"],
        ["PER"],
    ]


def test_references_answer_no_item_and_are_no_recommendations(tmp_path: Path) -> None:
    reading = read(
        early_report(
            (SUPPORTED, ["Paint the quays (Peru);", "Mend (Peru);", "Clean (Togo);", "Light (Togo);", "Count (Togo);"]),
            ("The recommendations noted in the report in paragraphs 5, 6 (a) and (b) did not enjoy support.", []),
        ),
        tmp_path,
    )

    assert set(numbers(reading).values()) == {"supported"}
    assert [(r.paragraph, r.places, str(r.answer)) for r in reading.references] == [
        (9, ("5", "6 (a)", "6 (b)"), "noted")
    ]


def test_numbered_comments_are_left_out_and_told(tmp_path: Path) -> None:
    reading = read(
        early_report(
            (SUPPORTED, ["Paint the quays (Peru)."]),
            ("With regard to the other recommendations, Fiji offers the following comments:", ["The lamps burn."]),
            (
                "The recommendations noted in paragraph 7 (Togo) did not enjoy the support of Fiji:",
                ["It has no boats."],
            ),
        ),
        tmp_path,
    )

    assert list(numbers(reading)) == ["8.1"]
    assert [message for message in messages(reading) if "comments" in message] == [
        "the numbered list of paragraph 9 holds comments of the State, not recommendations",
        "the numbered list of paragraph 10 holds comments of the State, not recommendations",
    ]


def test_pledges_within_the_conclusions_are_no_recommendations(tmp_path: Path) -> None:
    reading = read(
        early_report(
            (SUPPORTED, ["Paint the quays (Peru)."]),
            ("Fiji, recalling the recommendations above, announced the following pledges:", ["To light the quays."]),
        ),
        tmp_path,
    )

    assert list(numbers(reading)) == ["8.1"]


def test_a_recommendation_without_a_number_is_told(tmp_path: Path) -> None:
    reading = read(
        early_report(
            (SUPPORTED, ["Paint the quays (Peru)."]),
            ("The following recommendation did not enjoy the support of Fiji: Sell all the boats (Togo).", []),
        ),
        tmp_path,
    )

    assert "paragraph 9 prints a recommendation without a number, which is not read" in messages(reading)


def test_a_paragraph_left_of_the_margin_is_a_paragraph(tmp_path: Path) -> None:
    paper = early_report((SUPPORTED, ["Paint the quays (Peru).", "Mend the lamps (Togo)."]))
    paper.lines(
        "10. The recommendations noted in the report in paragraphs 6 (b) and 7 above did not enjoy support.",
        left=LEFT - 28,
    )

    [reference] = read(paper, tmp_path).references

    assert reference.places == ("6 (b)", "7")


def test_the_session_is_also_in_the_symbols_of_the_documents(tmp_path: Path) -> None:
    paper = early_report((SUPPORTED, ["Paint the quays (Peru)."]), session="met from 7 to 18 April 2008")

    assert read(paper, tmp_path).session == 1


def test_the_documents_of_the_introduction_are_never_recommendations(tmp_path: Path) -> None:
    reading = read(early_report((SUPPORTED, ["Paint the quays (Peru)."]), (PENDING, ["Mend (Togo)."])), tmp_path)

    assert not any(number.startswith("3.") for number in numbers(reading))


@pytest.mark.parametrize("title", ["UNIVERSAL PERIODIC REVIEW", "Universal Periodic Review*"])
def test_a_cover_without_the_full_title(tmp_path: Path, title: str) -> None:
    paper = early_report((SUPPORTED, ["Paint the quays (Peru)."]))
    paper.pages[0] = Paper().pages[0]
    short = Paper()
    cover(short, title=(title,))
    paper.pages[0] = short.pages[0]

    reading = read(paper, tmp_path)

    assert (reading.state.iso3 if reading.state else None, list(numbers(reading))) == ("FJI", ["8.1"])


# From lines of text, without a printed page

#: A line with the place at which it begins; alone, a line of an item.
Printed = str | tuple[str, float]


def paragraph(number: int | None, *printed: Printed) -> Paragraph:
    whole = [each if isinstance(each, tuple) else (each, ITEM_LEFT) for each in printed]
    lines = [Line(text, left, 700.0 - 12 * place, 10.0) for place, (text, left) in enumerate(whole)]
    return Paragraph(number, ("II. Conclusions",), lines=lines)


def group(number: int, *printed: Printed, lead: str = SUPPORTED) -> Paragraph:
    return paragraph(number, (lead, LEFT), *printed)


def items(*paragraphs: Paragraph) -> list[tuple[str, str]]:
    return [(item.number, item.text) for item in read_conclusions(list(paragraphs)).items]


def told(found: Conclusions) -> list[tuple[str, str]]:
    return [(warning.code, warning.place) for warning in found.warnings]


def test_conclusions_without_a_numbered_paragraph_hold_nothing() -> None:
    for paragraphs in ([], [paragraph(None, "1. Light it (Peru).")]):
        assert read_conclusions(paragraphs) == Conclusions([], (), [])


def test_text_below_a_heading_goes_on_with_the_list_or_is_left_out() -> None:
    first = group(9, "1. Light it (Peru);")

    assert items(first, paragraph(None, "2. Paint it (Togo).")) == [
        ("9.1", "Light it (Peru);"),
        ("9.2", "Paint it (Togo)."),
    ]
    assert items(first, paragraph(None, "Lamps are lit.")) == [("9.1", "Light it (Peru);")]


def test_an_item_that_is_numbered_like_a_paragraph() -> None:
    """Items that are not indented look like paragraphs where their numbers reach those of the paragraphs."""
    lights = [(f"{index}. Light lamp {index} (Peru);", LEFT) for index in range(1, 10)]
    tenth = paragraph(10, ("Light lamp 10 (Peru);", LEFT))

    assert items(group(9, *lights), tenth)[-1] == ("9.10", "Light lamp 10 (Peru);")
    assert items(group(9, *lights[:-1]), tenth)[-1] == ("9.8", "Light lamp 8 (Peru);")
    assert items(group(9, *lights), paragraph(10, ("Fiji keeps lamp 10;", LEFT)))[-1] == ("9.9", "Light lamp 9 (Peru);")


def test_an_item_that_is_numbered_like_a_paragraph_stands_where_its_first_line_does() -> None:
    """After the comma of the item before it, an item begins only where items begin."""
    lights = [(f"{index}. Light lamp {index} (Peru),", LEFT) for index in range(1, 10)]
    tenth = paragraph(10, ("Light all of", LEFT), ("lamp 10 (Peru);", ITEM_LEFT))

    assert items(group(9, *lights), tenth)[-1] == ("9.10", "Light all of lamp 10 (Peru);")


@pytest.mark.parametrize(
    ("line", "left", "begins"),
    [
        ("10. The recommendations below did not enjoy the support of Fiji:", LEFT, True),
        ("10. The conclusions below did not enjoy the support of Fiji:", LEFT, True),
        ("10. The lamps below did not enjoy the support of Fiji:", LEFT, False),
        ("10. Heed the recommendations on lamps (Togo).", LEFT, False),
        ("10. The recommendations below did not enjoy the support of Fiji:", ITEM_LEFT, False),
        ("11. The recommendations below did not enjoy the support of Fiji:", LEFT, False),
    ],
)
def test_a_line_that_introduces_the_next_list(line: str, left: float, begins: bool) -> None:
    """Its number counts on from the paragraph, those of the items from the items before them."""
    printed = [f"{index}. Light lamp {index} (Peru);" for index in range(1, 10)]
    found = items(group(9, *printed, (line, left), "1. Paint it (Togo)."))

    assert (found[-1] == ("10.1", "Paint it (Togo).")) is begins


def test_a_first_line_is_no_introduction_of_the_next_list() -> None:
    assert items(paragraph(9, ("10. The recommendations below enjoy support:", LEFT), "1. Light it (Peru).")) == [
        ("9.1", "Light it (Peru).")
    ]


@pytest.mark.parametrize(
    ("missing", "named"), [(1, "9.2"), (5, "9.2, 9.3, 9.4, 9.5, 9.6"), (6, "9.2, 9.3, 9.4, 9.5, 9.6")]
)
def test_five_numbers_of_a_gap_are_named(missing: int, named: str) -> None:
    found = read_conclusions([group(9, "9.1 Light it (Peru);", f"9.{missing + 2} Paint it (Togo).")])

    assert [str(warning) for warning in found.warnings] == [f"no recommendation is numbered {named}"]
    assert told(found) == [("gap", f"9.{missing + 2}")]


def test_a_list_that_does_not_begin_with_1_has_a_gap() -> None:
    assert told(read_conclusions([group(9, "9.2 Light it (Peru);")])) == [("gap", "9.2")]


def test_numbers_out_of_order_are_told() -> None:
    found = read_conclusions(
        [
            group(9, "9.1 Light it (Peru);", "9.2 Paint it (Togo);"),
            group(10, "10.1 Sell it (Peru);", "9.2 Mend it (Togo)."),
        ]
    )

    assert [item.number for item in found.items] == ["9.1", "9.2", "10.1", "9.2"]
    assert told(found) == [("misplaced-number", "9.2"), ("order", "9.2")]


def test_a_misprinted_paragraph_number_is_no_gap() -> None:
    found = read_conclusions([group(9, "9.1 Light it (Peru);", "8.2 Paint it (Togo);", "19.3 Mend it (Togo).")])

    assert [item.number for item in found.items] == ["9.1", "8.2", "19.3"]
    assert told(found) == [("misplaced-number", "8.2"), ("misplaced-number", "19.3")]


def test_a_number_that_is_printed_again_counts_on_from_the_last() -> None:
    found = read_conclusions([group(9, "9.1 Light it (Peru);", "9.2 Paint it (Togo);", "9.1 Mend it (Togo).")])

    assert [(item.number, item.text) for item in found.items][-1] == ("9.3", "Mend it (Togo).")
    assert told(found) == [("repeated-number", "9.1")]


def test_the_first_item_of_the_next_paragraph_begins_it() -> None:
    found = read_conclusions([group(9, "9.1 Light it (Peru);", "9.2 Paint it (Togo);", "10.1 Mend it (Togo);")])

    assert [(item.number, item.answered_in) for item in found.items] == [("9.1", 9), ("9.2", 9), ("10.1", 10)]
    assert read_conclusions([group(9, "10.1 Mend it (Togo);")]).items[0].answered_in == 9


@pytest.mark.parametrize(
    ("printed", "last", "left", "told_of"),
    [
        ("9. Mend it (Togo).", "Light it (Peru);", ITEM_LEFT, True),
        ("9. mend it (Togo).", "Light it (Peru);", ITEM_LEFT, False),
        ("9. Mend it (Togo).", "Light the lamps and", ITEM_LEFT, False),
        ("9. Mend it (Togo).", "Light it (Peru);", ITEM_LEFT + 20, False),
        ("Mend it (Togo).", "Light it (Peru);", ITEM_LEFT, False),
    ],
)
def test_a_number_that_does_not_count_on_is_told_of(printed: str, last: str, left: float, told_of: bool) -> None:
    found = read_conclusions([group(9, "1. Sell it (Togo);", f"2. {last}", (printed, left))])

    assert [item.number for item in found.items] == ["9.1", "9.2"]
    assert (("out-of-count", "9.2") in told(found)) is told_of


def test_a_letter_that_does_not_count_on_is_part_of_the_item() -> None:
    found = read_conclusions([group(9, "(a) Sell it (Togo);", "(c) Mend it (Togo).")])

    assert [item.text for item in found.items] == ["Sell it (Togo); (c) Mend it (Togo)."]
    assert told(found) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("9.1 Light it (Peru); 9.2 Paint it (Togo); 9.3 Mend it (Peru).", ["9.1", "9.2", "9.3"]),
        ("9.1 Light it (Peru); 9.3 Paint it (Togo); 9.2 Mend it (Peru).", ["9.1", "9.2"]),
        ("9.1 Light it (Peru); 10.2 Paint it (Togo).", ["9.1"]),
        ("9.1 Light it (Peru); 9.1 Paint it (Togo).", ["9.1"]),
        ("See lamps. 9.1 Light it (Peru); 9.2 Paint it (Togo).", ["9.1", "9.2"]),
    ],
)
def test_items_that_begin_within_a_line(line: str, expected: list[str]) -> None:
    assert [number for number, _ in items(group(9, line))] == expected


def test_an_item_within_a_line_counts_on_from_the_last_item() -> None:
    found = items(group(9, "9.1 Sell it (Peru);", "9.2 Light the lamps", "of it (Peru); 9.3 Paint it (Togo)."))

    assert found == [("9.1", "Sell it (Peru);"), ("9.2", "Light the lamps of it (Peru);"), ("9.3", "Paint it (Togo).")]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("1. Light it (Peru);", "Lamps and boats"), "Light it (Peru);"),
        (("1. Light it", "(Peru);", "Lamps", "and boats"), "Light it (Peru);"),
        (("1. Light it (Peru);", "Paint it;", "Boats"), "Light it (Peru); Paint it;"),
        (("1. Light it (Peru);", "paint it (Togo);", "Boats"), "Light it (Peru); paint it (Togo);"),
        (("1. Light it (Peru) and", "the boats"), "Light it (Peru) and the boats"),
        (("1. Light it;", "Boats"), "Light it; Boats"),
    ],
)
def test_a_heading_after_an_item_is_no_part_of_it(lines: tuple[str, ...], text: str) -> None:
    assert items(group(9, *lines)) == [("9.1", text)]


@pytest.mark.parametrize(
    ("first", "after", "read"),
    [
        (("1. Light it (Peru);",), ("Lamps burn.", ITEM_LEFT - 8), "Light it (Peru); Lamps burn."),
        (("1. Light it (Peru);",), ("Lamps burn.", ITEM_LEFT - 9), "Light it (Peru);"),
        (("1. Light all", ("lamps (Peru);", LEFT)), ("Lamps burn.", LEFT + 8), "Light all lamps (Peru); Lamps burn."),
        (("1. Light all", ("lamps (Peru);", LEFT)), ("Lamps burn.", LEFT + 9), "Light all lamps (Peru);"),
        (("1. Light all", ("lamps (Peru);", LEFT)), ("Lamps burn.", LEFT - 9), "Light all lamps (Peru);"),
        (("1. Light all", ("lamps", LEFT)), ("that burn (Peru).", LEFT + 20), "Light all lamps that burn (Peru)."),
        (("1. Light all lamps;",), ("Lamps burn.", LEFT), "Light all lamps; Lamps burn."),
    ],
)
def test_what_stands_elsewhere_after_a_list_is_no_part_of_it(
    first: tuple[Printed, ...], after: tuple[str, float], read: str
) -> None:
    found = items(group(9, *first, after, ("They do so by night.", after[1])))

    assert found[0][1].removesuffix(" They do so by night.") == read


def test_after_the_text_below_a_list_the_list_may_go_on() -> None:
    found = items(
        group(9, "1. Light it (Peru);", ("Lamps burn.", LEFT), ("By night.", ITEM_LEFT), "2. Mend it (Togo);", "So.")
    )

    assert found == [("9.1", "Light it (Peru);"), ("9.2", "Mend it (Togo); So.")]


@pytest.mark.parametrize(
    ("between", "told_of"),
    [
        ("Chad recommended to sell the boats (Chad).", True),
        ("Chad spoke of the boats (Chad).", False),
        ("Chad recommended to sell the boats.", False),
    ],
)
def test_a_recommendation_below_a_list_is_told_of(between: str, told_of: bool) -> None:
    found = read_conclusions([group(9, "1. Light it (Peru);", (between, LEFT))])

    assert told(found) == ([("between", "para. 9")] if told_of else [])


@pytest.mark.parametrize(
    ("lead", "told_of"),
    [
        ("The following recommendation enjoys the support of Fiji: Sell the boats (Togo).", True),
        ("The following recommendation enjoys the support of Fiji: Sell the boats.", False),
        ("The recommendations of Togo enjoy the support of Fiji: Sell the boats (Togo).", False),
    ],
)
def test_a_recommendation_without_a_number_in_an_introduction(lead: str, told_of: bool) -> None:
    found = read_conclusions([group(9, "1. Light it (Peru);"), group(10, lead=lead)])

    assert (("unnumbered", "para. 10") in told(found)) is told_of


def test_references_point_to_paragraphs_before_the_conclusions() -> None:
    lead = "The recommendations noted in paragraphs 7, 8, 9 and 10 did not enjoy the support of Fiji."
    found = read_conclusions([group(8, "1. Light it (Peru);"), group(9, lead=lead), group(10, lead="Fiji will write.")])

    assert [(reference.paragraph, reference.places) for reference in found.references] == [(9, ("7",))]


def test_what_is_told_shows_the_first_words() -> None:
    number, between = "9. Mend " + "lamps " * 10, "Chad recommended lamps (Chad) " + "lamps " * 20
    out_of_count = read_conclusions([group(9, "1. Sell it (Peru);", number)])
    below = read_conclusions([group(9, "1. Sell it (Peru);", (between, LEFT))])

    assert [str(warning) for warning in out_of_count.warnings] == [
        f"“{number[:40]}” is read as part of 9.1, since its number is out of sequence"
    ]
    assert [str(warning) for warning in below.warnings] == [
        f"text after the list of paragraph 9 is not read: {between[:80]}"
    ]
