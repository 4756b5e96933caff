"""The conclusions of early reports: counts that begin again, references, comments and pledges."""

from pathlib import Path

import pytest

from kz_upr.documents import ReportReading, read_report

from papers import ITEM_LEFT, LEFT, Paper, cover, report  # isort: skip

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


def test_a_list_that_is_cut_by_a_gap_is_told(tmp_path: Path) -> None:
    paper = report([(SUPPORTED, [("9.1", "Paint the quays (Peru);"), ("9.3", "Mend the lamps (Togo).")])])

    assert "no recommendation is numbered 9.2" in messages(read(paper, tmp_path))


def test_a_number_that_does_not_count_on_is_told(tmp_path: Path) -> None:
    paper = report([(SUPPORTED, [("1.", "Paint the quays (Peru);"), ("9.", "Mend the lamps (Togo).")])])

    assert any("Mend the lamps" in message for message in messages(read(paper, tmp_path)))


def test_an_item_may_end_with_a_comma(tmp_path: Path) -> None:
    items = ["Paint the quays (Peru);", "Mend the lamps (Togo),", "Sell the boats (Togo)."]

    assert list(numbers(read(early_report((SUPPORTED, items)), tmp_path))) == ["8.1", "8.2", "8.3"]
