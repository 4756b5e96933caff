"""Blocks of text below numbers, and rows: where they begin, and the answer in a cell of its own."""

import pytest

from kz_upr.documents.answer_blocks import Block, is_table, named_in_cell, own_numbering, parted
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.outline import Paragraph


def paragraph(*lines: str, number: int | None = 2) -> Paragraph:
    return Paragraph(number, (), lines=[Line(line, 80.0, 700.0 - 12 * at, 10.0) for at, line in enumerate(lines)])


def blocks(*lines: str) -> list[tuple[tuple[str, ...], str]]:
    """The numbers and the text of each block."""
    return [(block.numbers, block.text.strip()) for block in parted(paragraph(*lines))[1]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Fiji says:", "9.1 Noted", "9.2 and 9.3", "Lamps."], [(("9.1",), "Noted"), (("9.2", "9.3"), "Lamps.")]),
        (["Recommendation 4: The lamps are lit."], [(("4",), "The lamps are lit.")]),
        (["4 The lamps are lit."], []),
        (["Fiji accepts recommendations", "9.1 and 9.2", "Lamps."], []),
        (["9.3 to 9.1", "Lamps."], []),  # a range that runs backwards
        (["Lamps.", "9.3 to 9.1", "9.4 Noted"], [(("9.4",), "Noted")]),
        (["9.1 Supported 9.2 Noted"], [(("9.1",), "Supported"), (("9.2",), "Noted")]),
        (["9.1 The lamps are costly, see", "9.2 Noted"], [(("9.1",), "The lamps are costly, see\n9.2 Noted")]),
        (["9.1 Fiji does not support", "9.2 Noted"], [(("9.1",), "Fiji does not support"), (("9.2",), "Noted")]),
        (["9.1 Supports", "9.2 Accept"], [(("9.1",), "Supports"), (("9.2",), "Accept")]),
        (["9.1 supports", "9.2 notes"], [(("9.1",), "supports"), (("9.2",), "notes")]),
        (["9.1 The lamps are costly, see", "9.3 to 9.1"], [(("9.1",), "The lamps are costly, see\n9.3 to 9.1")]),
        # a sentence that goes on with an earlier number is no row
        (["9.3 Fiji does not support", "9.2 Noted"], [(("9.3",), "Fiji does not support\n9.2 Noted")]),
        (["9.3 Fiji does not support", "9.2 and 9.4 Noted"], [(("9.3",), "Fiji does not support\n9.2 and 9.4 Noted")]),
        (["9.2 and 9.4 Fiji does not support", "9.3 Noted"], [(("9.2", "9.4"), "Fiji does not support\n9.3 Noted")]),
        (
            ["9.1 Lamps.", "Fiji does not support", "9.2 Noted"],
            [(("9.1",), "Lamps.\nFiji does not support\n9.2 Noted")],
        ),
    ],
)
def test_where_a_block_begins(lines: list[str], expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert blocks(*lines) == expected


def test_what_stands_before_the_first_block() -> None:
    assert parted(paragraph("Fiji says:", "it is late.", "9.1 Noted"))[0] == ["Fiji says:", "it is late."]


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        (["Noted"], "noted"),
        (["noted"], "noted"),
        (["(noted)."], "noted"),
        (["the lamps are noted"], None),
        (["The lamps Noted"], "noted"),
        (["Noted and supported by all"], None),
        (["Light the lamps"], None),
        ([], None),
        (["Noted", "Noted"], "noted"),
        (["Noted", "the lamps", "Supported"], "noted"),  # "Supported" is the heading of the rows that follow
        (["Noted", "the lamps Supported"], None),
        (["Noted", "Supported", "the lamps"], None),
        (["Supported", "Noted", "Supported"], None),
        (["Supported", "Supported", "Noted"], "supported"),
        (["Not noted", "Noted"], "noted"),
        (["Does not support"], "noted"),
    ],
)
def test_the_answer_in_a_cell_of_its_own(lines: list[str], word: str | None) -> None:
    assert Block(("9.1",), lines).word == word


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Supported", "supported"),
        ("FULLY ACCEPTED", "supported"),
        ("Accepts", "supported"),
        ("Noted", "noted"),
        ("Takes note", "noted"),
        ("Not supported", "noted"),
        ("DOES NOT ACCEPT", "noted"),
        ("Rejected", "noted"),
        ("Supported/Noted", "partly supported"),
        ("Accepted in part", "partly supported"),
        ("Not noted", None),
        ("Not rejected", None),
    ],
)
def test_the_words_of_a_cell(cell: str, value: str | None) -> None:
    assert named_in_cell(cell) == value


@pytest.mark.parametrize(
    ("printed", "text", "sentence"),
    [
        ("9.1–9.4", "supported, except 9.2", "Recommendations 9.1–9.4 supported, except 9.2"),
        ("9.1–9.4:", "supported, other than 9.2.", "Recommendations 9.1–9.4 supported, other than 9.2."),
        ("Recommendations 9.1–9.4", "(but not 9.2) noted", "Recommendations 9.1–9.4 (but not 9.2) noted"),
        ("9.1–9.4", "supported", None),
        ("9.1–9.4", "supported, except the lamps", None),
        ("", "supported, except 9.2", None),
    ],
)
def test_a_block_that_excepts_numbers_is_a_sentence(printed: str, text: str, sentence: str | None) -> None:
    assert Block(("9.1", "9.2", "9.3", "9.4"), [text], printed=printed).sentence == sentence


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (["Light the lamps (Peru);", "Noted"], "\nNoted"),
        (["Light the lamps (Peru);", "Lamps are lit (Togo).", "Noted"], "\nNoted"),
        (["Light the lamps (all of them);", "Noted"], "Light the lamps (all of them);\nNoted"),
        (["Light the lamps (Peru) Noted"], "Light the lamps (Peru) Noted"),
    ],
)
def test_what_stands_after_the_recommendation(lines: list[str], after: str) -> None:
    assert Block(("9.1",), lines).after_wording == after


@pytest.mark.parametrize(
    ("words", "table"),
    [
        ([], False),
        (["Noted"], True),
        (["Lamps"], False),
        (["Noted", "Lamps"], True),
        (["Noted", "Lamps", "Lamps"], False),
        (["Noted", "Noted", "Lamps", "Lamps"], True),
        (["Noted", "Noted", "Lamps", "Lamps", "Lamps"], False),
        (["Noted", "Noted", "Noted", "Lamps", "Lamps", "Lamps", "Lamps"], False),
    ],
)
def test_rows_of_a_table_are_half_answers(words: list[str], table: bool) -> None:
    assert is_table([Block((f"9.{at}",), [word]) for at, word in enumerate(words, 1)]) is table


@pytest.mark.parametrize(
    ("number", "first", "own"),
    [
        (2, "2.1", True),
        (1, "2.1", True),
        (3, "2.1", False),
        (2, "2.2", False),
        (2, "2.10", False),
        (None, "2.1", False),
    ],
)
def test_blocks_that_are_paragraphs_of_the_addendum(number: int | None, first: str, own: bool) -> None:
    before = paragraph("Fiji gives thanks.", number=1)

    assert own_numbering([(before, []), (paragraph(number=number), [Block((first, "2.7"), [])])]) is own


def test_without_blocks_there_is_no_numbering() -> None:
    assert own_numbering([]) is False
    assert own_numbering([(paragraph("Fiji gives thanks."), [])]) is False
