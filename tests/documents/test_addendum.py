"""Addenda: real ones against independent readings, and made-up ones of every form."""

import json
from pathlib import Path

import pytest

from kz_upr import PositionValue
from kz_upr.documents import AddendumReading, DocumentError, read_addendum

from papers import LEFT, Paper, cover  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")


def addendum(symbol: str = "A/HRC/99/1/Add.1") -> Paper:
    paper = Paper()
    cover(paper, symbol=symbol, more=("Addendum", "Views on conclusions and/or recommendations"))
    paper.page(head=symbol)
    return paper


def read(paper: Paper, tmp_path: Path) -> AddendumReading:
    return read_addendum(paper.save(tmp_path / "addendum.pdf"))


def values(reading: AddendumReading) -> dict[str, str]:
    return {number: position.value.value for number, position in reading.positions.items()}


# Real


@pytest.mark.parametrize("review", ["SVN-1", "SVN-2", "SVN-3"])
def test_every_answer_is_read(shared: Path, review: str) -> None:
    index = json.loads((shared / "corpus" / "expected" / "index.json").read_text(encoding="utf-8"))
    symbol = next(d["addendum"] for d in index["documents"] if d["id"] == review)
    reading = read_addendum(shared / "corpus" / "documents" / f"{symbol.replace('/', '-')}.pdf")
    rows = json.loads((shared / "corpus" / "expected" / f"{review}.json").read_text(encoding="utf-8"))["rows"]
    wanted = {}
    for row in rows:
        stages = {position["stage"]: position["value"] for position in row["positions"]}
        if stages["working_group_report"] == "under_examination":  # the addendum answers what the report left open
            wanted[row["number"]] = stages.get("addendum") or stages["thematic_list"]
    same = {
        "supported_implied": "undecided",  # words alone; see the corpus's index
        "no_definitive_position": "undecided",
        "partially_supported": "partly supported",
        "not_accepted": "noted",
    }
    numbers = {
        number if number in reading.positions else number.partition(".")[2]: value for number, value in wanted.items()
    }

    assert values(reading) == {number: same.get(value, value) for number, value in numbers.items()}
    assert reading.symbol == symbol
    assert reading.report == symbol.removesuffix("/Add.1")
    assert reading.warnings == ()


# Made up


def test_a_table(tmp_path: Path) -> None:
    answers = {
        "9.1": ("Accepted", "supported"),
        "9.2": ("Noted", "noted"),
        "9.3": ("Accepted. The piers were", "supported"),
        "9.4": ("Partially accepted", "partly supported"),
        "9.5": ("Not accepted", "noted"),
        "9.6": ("Supported in part", "partly supported"),
        "9.7": ("Rejected", "noted"),
        "9.8": ("Fiji will think of it", "undecided"),
    }
    paper = addendum()
    paper.lines("1. Fiji answers in this table.")
    for number, (answer, _) in answers.items():
        for column, text in ((LEFT, number), (160, "Paint the piers of the"), (360, answer)):
            paper.put(text, column, paper.height)
        paper.height -= 12
        paper.line("harbour as noted (Peru)", 160)

    assert values(read(paper, tmp_path)) == {number: value for number, (_, value) in answers.items()}


def test_lists_under_sentences(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines(
        "1. This is the answer of Fiji to the third cycle; it received 12 recommendations and cost 9.5 million."
    )
    paper.heading("Accepted recommendations")
    paper.lines("2. The Government accepts the following recommendations 9.1, 9.3-\n5, 9.7- 8 and 10.2.")
    paper.heading("Accepted recommendations that Fiji considers already implemented")
    paper.lines("3. The Government accepts the following recommendations 9.2, 9.6. It has lit many lamps since.")
    paper.line("9.2", LEFT)
    paper.lines("The lamps were lit in 2009, at a cost of 9.9 million.")
    paper.heading("Noted recommendations")
    paper.lines("4. For the time being, the Government notes recommendations 9.9. 9.10. The Government explains:")
    paper.line("9.10", LEFT)
    paper.lines("The sea is too deep. See recommendation 9.3.")
    reading = read(paper, tmp_path)

    assert values(reading) == {
        **dict.fromkeys(["9.1", "9.2", "9.3", "9.4", "9.5", "9.6", "9.7", "9.8", "10.2"], "supported"),
        **dict.fromkeys(["9.9", "9.10"], "noted"),
    }
    assert reading.positions["9.2"].qualifier == "already implemented"
    assert reading.positions["9.1"].qualifier is None
    assert reading.positions["9.10"].citations[0].locator == "para. 4"
    assert reading.state is not None
    assert (reading.state.iso3, reading.cycle, reading.symbol, reading.report) == (
        "FJI",
        3,
        "A/HRC/99/1/Add.1",
        "A/HRC/99/1",
    )


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The Republic of Fiji noted the following recommendations: 9.1; 9.2.", "noted"),
        ("Recommendations 9.1 and 9.2 enjoy the support of Fiji.", "supported"),
        ("Recommendations 9.1, 9.2 do not enjoy the support of Fiji and are noted.", "noted"),
        ("Fiji is not in a position to accept recommendations 9.1 and 9.2.", "noted"),
        ("Fiji supports in part the recommendations 9.1 and 9.2.", "partly supported"),
        ("Fiji takes note of recommendations 9.1 and 9.2.", "noted"),
    ],
)
def test_ways_to_say_it(tmp_path: Path, sentence: str, value: str) -> None:
    paper = addendum()
    paper.lines(f"1. {sentence}")

    assert values(read(paper, tmp_path)) == {"9.1": value, "9.2": value}


def test_bare_numbers_count_in_the_paragraph_that_the_addendum_names(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. Fiji accepts the recommendations 1–3, 5.")
    paper.lines("2. The numbers of recommendations follow the list in paragraph 9 of the Report of the Working Group.")

    assert list(read(paper, tmp_path).positions) == ["9.1", "9.2", "9.3", "9.5"]


def test_bare_numbers_stay_bare_where_it_names_none(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. Fiji accepts the recommendations 1–3, 5.")

    assert list(read(paper, tmp_path).positions) == ["1", "2", "3", "5"]


def test_items_with_the_numbers_in_a_column(tmp_path: Path) -> None:
    paper = addendum()
    for text in (
        "1. Fiji accepts the recommendation. It has already been implemented.",
        "2. Fiji cannot, at this point in time, make a definitive statement.",
        "3. Fiji accepts the recommendation on lamps. Fiji cannot accept the recommendation on boats.",
        "4., 5., 8., Fiji accepts these recommendations and notes that the sea",
        "9., 10. is deep; it has noted this elsewhere.",
        "6. Fiji agrees with the importance of lamps.",
        "7. Fiji does not accept this recommendation, for the following reasons:",
    ):
        paper.line(text)
        paper.line("The lamps of 2009 were better than those of other harbours and cost less.", 192)
    reading = read(paper, tmp_path)

    assert values(reading) == {
        "1": "supported", "2": "undecided", "3": "partly supported", "4": "supported", "5": "supported",
        "6": "undecided", "7": "noted", "8": "supported", "9": "supported", "10": "supported",
    }  # fmt: skip
    assert reading.positions["1"].qualifier == "already implemented"
    assert reading.positions["9"].citations[0].locator == "item 9"


def test_answers_under_each_number(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. Fiji answers as follows.")
    for number, answer in (
        ("9.1", "Accepted."),
        ("9.2", "Noted."),
        ("9.3", "Fiji supports this recommendation."),
        ("9.4", "Lamps."),
    ):
        paper.line(f"{number} Paint the harbour (Peru).")
        paper.line(answer)
    reading = read(paper, tmp_path)

    assert values(reading) == {"9.1": "supported", "9.2": "noted", "9.3": "supported", "9.4": "undecided"}


def test_two_answers_to_one_number_are_told(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. Fiji accepts the following recommendations: 9.1, 9.2.")
    paper.lines("2. Fiji notes the following recommendations: 9.2, 9.3.")
    reading = read(paper, tmp_path)

    assert reading.positions["9.2"].value is PositionValue.UNDECIDED
    assert any("9.2" in str(warning) for warning in reading.warnings)


def test_an_addendum_without_numbers(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. Fiji thanks everyone for their lamps and looks forward to more of them in the years to come.")

    with pytest.raises(DocumentError, match="by its number"):
        read(paper, tmp_path)


def test_a_report_is_for_the_other_reader(tmp_path: Path) -> None:
    paper = Paper()
    cover(paper)
    paper.page()
    paper.lines("1. Fiji accepts the following recommendations: 9.1, 9.2.")

    with pytest.raises(DocumentError, match="read_report"):
        read(paper, tmp_path)
