"""Addenda: real ones against independent readings, and made-up ones of every form."""

import json
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("more", "numbers"),
    [
        (
            ["2. The numbers of recommendations follow the list in paragraph 9 of the Report of the Working Group."],
            ["9.1", "9.2", "9.3", "9.5"],
        ),
        ([], ["1", "2", "3", "5"]),
    ],
)
def test_bare_numbers_count_in_the_paragraph_that_the_addendum_names(
    tmp_path: Path, more: list[str], numbers: list[str]
) -> None:
    paper = addendum()
    for text in ("1. Fiji accepts the recommendations 1–3, 5.", *more):
        paper.lines(text)

    assert list(read(paper, tmp_path).positions) == numbers


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


@pytest.mark.parametrize(
    ("sentences", "value", "codes"),
    [
        (["Fiji accepts 9.1.", "Fiji accepts 9.1."], "supported", []),
        (["Fiji accepts 9.1.", "Fiji notes 9.1.", "Fiji notes 9.1."], "undecided", ["two-answers"]),
        (["Fiji accepts 9.1.", "Fiji will study 9.1."], "supported", []),
        (["Fiji will study 9.1.", "Fiji accepts 9.1."], "supported", []),
    ],
)
def test_several_answers_to_one_number(tmp_path: Path, sentences: list[str], value: str, codes: list[str]) -> None:
    reading = read(plain(*(f"{number}. {sentence}" for number, sentence in enumerate(sentences, 2))), tmp_path)

    assert values(reading) == {"9.1": value}
    assert [warning.code for warning in reading.warnings] == codes
    assert all("9.1" in str(warning) for warning in reading.warnings)


def test_the_first_text_below_a_number_that_answers_it_counts(tmp_path: Path) -> None:
    reading = read(plain("9.1 The lamps are old.", "9.1 Fiji notes this recommendation.", "9.2 Noted."), tmp_path)

    assert values(reading) == {"9.1": "noted", "9.2": "noted"}
    assert reading.warnings == ()


def test_paragraphs_need_no_number(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("Fiji supports recommendations 9.1 and 9.2.")
    reading = read(paper, tmp_path)

    assert values(reading) == {"9.1": "supported", "9.2": "supported"}
    assert reading.positions["9.1"].citations[0].locator == "text"


def issued(paper: Paper, date: str) -> Paper:
    """The addendum with another date on its cover, or none."""
    paper.pages[0] = [(date if text == "3 March 2020" else text, *place) for text, *place in paper.pages[0]]  # type: ignore[misc]
    return paper


@pytest.mark.parametrize(
    ("year", "cycle"), [(2009, 1), (2011, 1), (2012, 2), (2016, 2), (2017, 3), (2021, 3), (2022, 1)]
)
def test_the_cycle_is_not_before_that_of_its_year(tmp_path: Path, year: int, cycle: int) -> None:
    """An addendum often names only an earlier cycle; each cycle ended in the year after its last session."""
    paper = issued(plain("2. Of the first cycle, much is done.", "3. Fiji supports 9.1."), f"3 March {year}")

    assert read(paper, tmp_path).cycle == cycle


@pytest.mark.parametrize(("paragraphs", "cycle"), [(4, 4), (5, None)])
def test_the_first_five_paragraphs_may_name_the_cycle(tmp_path: Path, paragraphs: int, cycle: int | None) -> None:
    paper = addendum()
    for number in range(1, paragraphs + 1):
        paper.lines(f"{number}. Fiji supports 9.{number}.")
    paper.lines(f"{paragraphs + 1}. Fiji thanks those who took part in the fourth cycle.")

    assert read(paper, tmp_path).cycle == cycle


@pytest.mark.parametrize(
    ("symbol", "date", "read_as_this_review"),
    [
        ("A/HRC/99/1/Add.1", "3 March 2016", False),  # the second cycle, by its year
        ("A/HRC/28/1/Add.1", "3 March 2024", False),  # by the session of the Council
        ("A/HRC/28/1/Add.1", "", False),
        ("A/HRC/99/1/Add.1", "3 March 2024", True),  # not known
    ],
)
def test_an_earlier_cycle_is_told_from_this_one(
    tmp_path: Path, symbol: str, date: str, read_as_this_review: bool
) -> None:
    paper = issued(addendum(symbol), date)
    for number in range(1, 6):
        paper.lines(f"{number}. Fiji supports 9.{number}.")
    paper.lines("6. In the first cycle Fiji accepted 9.6.")

    assert ("9.6" in read(paper, tmp_path).positions) is read_as_this_review


def test_an_addendum_without_numbers(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. Fiji thanks everyone for their lamps and looks forward to more of them in the years to come.")

    with pytest.raises(DocumentError, match="by its number"):
        read(paper, tmp_path)


def plain(*texts: str) -> Paper:
    """An addendum of these paragraphs and rows, after a first one."""
    paper = addendum()
    paper.lines("1. Fiji thanks all those who took part.")
    for text in texts:
        paper.lines(text)
    return paper


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("9.1; 9.2; 9.3 Supported", "9.4; 9.5 Noted"), {"supported": "9.1 9.2 9.3", "noted": "9.4 9.5"}),
        (("9.1-9.3 Supported", "9.4–9.5 Noted"), {"supported": "9.1 9.2 9.3", "noted": "9.4 9.5"}),
        (("9.1 SUPPORTED", "9.2 NOTED", "9.3 PARTIALLY SUPPORTED"),
         {"supported": "9.1", "noted": "9.2", "partly supported": "9.3"}),
        (("9.1 Supported/Noted", "9.2 Supported / Noted", "9.3 Noted"),
         {"partly supported": "9.1 9.2", "noted": "9.3"}),
        (("9.1 Supports", "9.2 Does not support", "9.3 Takes note"), {"supported": "9.1", "noted": "9.2 9.3"}),
        (("9.1 supported", "9.2 not supported"), {"supported": "9.1", "noted": "9.2"}),
        (("9.1 Fiji enjoys this. Supported", "9.2 Fiji does not support this recommendation."),
         {"supported": "9.1", "noted": "9.2"}),
        (("9.1 Supported 9.2 Noted", "9.3 Supported 9.4 Noted"), {"supported": "9.1 9.3", "noted": "9.2 9.4"}),
        (("9.1 (supported)", "9.2 (noted)"), {"supported": "9.1", "noted": "9.2"}),
        (("9.1 Enjoys support", "9.2 Enjoys partial support", "9.3 Does not enjoy support"),
         {"supported": "9.1", "partly supported": "9.2", "noted": "9.3"}),
        (("9.1 to 9.3: supported", "Recommendation 9.4: supported in part"),
         {"supported": "9.1 9.2 9.3", "partly supported": "9.4"}),
        (("9.1-9.4 Supported, except 9.2 (Noted)", "9.5 Noted"), {"supported": "9.1 9.3 9.4", "noted": "9.2 9.5"}),
        (("9.1-9.4 (except 9.2) Supported", "9.5 Noted"), {"supported": "9.1 9.3 9.4", "noted": "9.5"}),
        (("9.1 to 9.3 (with the exception of 9.2, which is supported) are noted.",),
         {"noted": "9.1 9.3", "supported": "9.2"}),
        (("9.1 Support the sailors (Togo) Noted", "9.2 See that lamps are", "supported (Peru) Noted"),
         {"noted": "9.1 9.2"}),
    ],
)  # fmt: skip
def test_forms_of_rows(tmp_path: Path, rows: tuple[str, ...], expected: dict[str, str]) -> None:
    found: dict[str, str] = {}
    for number, value in values(read(plain(*rows), tmp_path)).items():
        found[value] = f"{found.get(value, '')} {number}".strip()

    assert found == expected


def test_a_row_that_is_not_understood_is_told(tmp_path: Path) -> None:
    reading = read(plain("9.1 Supported", "9.2", "9.3 Noted", "9.4 Fiji will think of it", "9.5 Noted"), tmp_path)

    assert values(reading) == {"9.1": "supported", "9.3": "noted", "9.4": "undecided", "9.5": "noted"}
    assert reading.unanswered == ("9.2",)
    assert [warning.place for warning in reading.warnings] == ["9.4", "9.2"]


def test_the_second_number_of_a_row_is_told_if_it_is_not_read(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. Fiji answers in this table.")
    for number, answer, more in (("9.1", "Supported", "9.2"), ("9.3", "Noted", ""), ("9.4", "Supported", "")):
        for column, text in ((LEFT, number), (160, "Paint the piers of the"), (360, answer)):
            paper.put(text, column, paper.height)
        paper.height -= 12
        paper.put(more, LEFT, paper.height)
        paper.line("harbour (Peru)", 160)
    reading = read(paper, tmp_path)

    assert values(reading) == {"9.1": "supported", "9.3": "noted", "9.4": "supported"}
    assert reading.unanswered == ("9.2",)
    assert [warning.place for warning in reading.warnings] == ["9.2"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [
                "2. The following recommendations enjoy the support of Fiji:",
                "9.1 Paint the piers (Peru);",
                "9.2 Follow up on accepted recommendations (Togo).",
                "3. The following recommendations do not enjoy its support:",
                "9.3 Close the quay (Peru).",
            ],
            {"9.1": "supported", "9.2": "supported", "9.3": "noted"},
        ),
        (
            [
                "9.1 Follow up on accepted recommendations (Peru).",
                "Fiji notes this recommendation.",
                "9.2 Publish the supported recommendations (Togo).",
                "The harbour is old.",
            ],
            {"9.1": "noted", "9.2": "undecided"},
        ),
    ],
)
def test_the_wording_of_a_recommendation_is_no_answer(
    tmp_path: Path, texts: list[str], expected: dict[str, str]
) -> None:
    assert values(read(plain(*texts), tmp_path)) == expected


def test_numbers_in_a_heading(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. " + "Fiji thanks all those who took part in the review of its harbour. " * 8)
    for heading, text in (
        ("Recommendations 9.1 and 9.2", "Fiji supports these recommendations."),
        ("Recommendation 9.3", "Fiji cannot accept this recommendation. See recommendation 9.30."),
    ):
        paper.heading(heading)
        paper.lines(text)

    assert values(read(paper, tmp_path)) == {"9.1": "supported", "9.2": "supported", "9.3": "noted"}


@pytest.mark.parametrize(
    "texts",
    [
        ("2. Fiji supports the recommendations on lamps.", "3. Fiji notes the recommendations on quays."),
        ("2. Fiji accepts 12 of the 20 recommendations put to it.", "3. It takes note of 8 of them."),
        ("2.1 Fiji supports the recommendations on lamps.", "2.2 Fiji notes the recommendations on quays."),
    ],
)
def test_its_own_paragraph_numbers_answer_nothing(tmp_path: Path, texts: tuple[str, ...]) -> None:
    with pytest.raises(DocumentError, match="by its number"):
        read(plain(*texts), tmp_path)


def test_what_it_says_of_all_others(tmp_path: Path) -> None:
    reading = read(
        plain(
            "2. Fiji notes 9.4 (see 9.6). Recommendation 9.8 needs time.", "3. All other recommendations are supported."
        ),
        tmp_path,
    )

    assert values(reading) == {"9.4": "noted"}
    assert reading.unanswered == ("9.8",)
    assert reading.rest is not None
    assert (reading.rest.value, reading.rest.citations[0].locator) == ("supported", "para. 3")
    assert reading.rest_paragraphs == ()


def test_only_what_it_says_of_all(tmp_path: Path) -> None:
    reading = read(plain("2. Fiji accepts all recommendations in paragraph 9."), tmp_path)

    assert values(reading) == {}
    assert reading.rest is not None
    assert (reading.rest.value, reading.rest_paragraphs) == ("supported", ("9",))
    assert [warning.code for warning in reading.warnings] == ["no-number"]


@pytest.mark.parametrize("more", ["4. All others are noted.", "4. All recommendations on lamps are noted."])
def test_two_answers_to_all_others_or_to_some_of_them_are_told(tmp_path: Path, more: str) -> None:
    reading = read(plain("2. Fiji notes 9.4.", "3. All others are supported.", more), tmp_path)

    assert reading.rest is None
    assert [warning.code for warning in reading.warnings] == ["unnumbered"]


def test_numbers_alone_below_a_heading(tmp_path: Path) -> None:
    paper = addendum()
    paper.lines("1. " + "Fiji thanks all those who took part in the review of its harbour. " * 8)
    for heading, text in (("Accepted", "2. 9.1, 9.2"), ("Partially accepted", "3. 9.4 and 9.5.")):
        paper.heading(heading)
        paper.lines(text)

    assert values(read(paper, tmp_path)) == {
        **dict.fromkeys(["9.1", "9.2"], "supported"),
        **dict.fromkeys(["9.4", "9.5"], "partly supported"),
    }


def test_an_earlier_review(tmp_path: Path) -> None:
    paper = plain("2. In 2006 Fiji had accepted recommendations 6.1 and 6.2.", "3. Fiji supports 9.1.")
    paper.heading("Recommendations noted in the previous cycle")
    paper.lines("4. Recommendations 6.3, 6.4. " + "The lamps of that time are still in use. " * 8)
    reading = read(paper, tmp_path)

    assert values(reading) == {"9.1": "supported"}
    assert [(warning.code, warning.place) for warning in reading.warnings] == [
        ("earlier-review", "para. 2"),
        ("earlier-review", "para. 4"),
    ]


def test_a_report_is_for_the_other_reader(tmp_path: Path) -> None:
    paper = Paper()
    cover(paper)
    paper.page()
    paper.lines("1. Fiji accepts the following recommendations: 9.1, 9.2.")

    with pytest.raises(DocumentError, match="read_report"):
        read(paper, tmp_path)


@pytest.mark.parametrize(
    ("stated", "rows", "told"),
    [
        (4, ("9.1 Supported", "9.2 Supported", "9.3 Noted", "9.4 Noted"), False),
        (5, ("9.1 Supported", "9.2 Supported", "9.3 Noted", "9.4 Noted"), True),
        (5, ("9.1 Supported", "9.2 Supported", "9.3 Noted", "9.4", "9.5 Noted"), False),  # 9.4 is told by itself
        (6, ("9.1 Supported", "9.2", "9.3 Noted", "9.4 Noted", "9.5 Noted"), True),
    ],
)
def test_a_stated_number_is_compared(tmp_path: Path, stated: int, rows: tuple[str, ...], told: bool) -> None:
    reading = read(plain(f"Fiji received {stated} recommendations.", *rows), tmp_path)

    assert ("stated-count" in [warning.code for warning in reading.warnings]) is told
