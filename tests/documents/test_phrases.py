"""Lists of recommendations in a sentence, and its units."""

import pytest

from kz_upr.documents.phrases import lists, text_at, units_of


def listed(text: str) -> list[tuple[str, ...]]:
    return [numbers for _, _, numbers, _ in lists(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50.1, 50.2 and 50.4", [("50.1", "50.2", "50.4")]),
        ("50.1 to 50.3", [("50.1", "50.2", "50.3")]),
        ("50.1–3 and 50.7", [("50.1", "50.2", "50.3", "50.7")]),
        ("recommendations 1 and 3 to 5", [("1", "3", "4", "5")]),
        ("Recs. Nos. 7, 8", [("7", "8")]),
        ("Fiji supports 50.1 to 50.9, except 4 and 7", [tuple(f"50.{n}" for n in range(1, 10)), ("50.4", "50.7")]),
        ("Fiji supports recommendations 1 to 3, but not 2", [("1", "2", "3"), ("2",)]),
        ("Fiji lit 12 lamps", []),
        ("In 2019 it accepted 4", []),  # a bare number alone is none
        ("50.3 to 50.1 are lit", [()]),  # a range that runs backwards cannot be told
        ("50.1 ... 50.4", [()]),  # what is left out cannot be told
        ("", []),
    ],
)
def test_the_lists_of_a_sentence(text: str, expected: list[tuple[str, ...]]) -> None:
    assert listed(text) == expected


def test_the_place_of_a_list_is_that_of_its_numbers_and_what_they_are_called() -> None:
    text = "Fiji supports recommendations 50.1 to 50.3, but not 2, for want of lamps."
    found = [text[start:end] for start, end, _, _ in lists(text)]

    assert [each.strip(" ,") for each in found] == ["recommendations 50.1 to 50.3", "2"]


def units(sentence: str) -> list[str]:
    """The units, a list shown by its numbers."""
    return [" ".join(unit.phrase.numbers) if unit.phrase else unit.text for unit in units_of(sentence)]


def test_a_sentence_is_words_marks_and_lists_in_order() -> None:
    assert units("Fiji’s harbour (50.1, 50.2) IS lit; 12.5 lamps…") == [
        "fiji’s", "harbour", "(", "50.1 50.2", ")", "is", "lit", ";", "12.5", "lamps", "…",
    ]  # fmt: skip
    assert [unit.is_word for unit in units_of("Lamps, 12 –")] == [True, False, False, False]


@pytest.mark.parametrize(
    ("sentence", "entries"),
    [
        ("50.1, 50.2 and 50.4", (("50.1",), ("50.2",), ("50.4",))),
        ("50.1 to 50.3 and 50.7", (("50.1", "50.2", "50.3"), ("50.7",))),
        ("50.1, 2 and 4 to 6", (("50.1",), ("50.2",), ("50.4", "50.5", "50.6"))),
        ("recommendations 1, 3", (("1",), ("3",))),
        ("50.1 as well as 50.2", (("50.1",), ("50.2",))),
    ],
)
def test_a_range_is_one_entry_of_its_list(sentence: str, entries: tuple[tuple[str, ...], ...]) -> None:
    [phrase] = [unit.phrase for unit in units_of(sentence) if unit.phrase]

    assert phrase.entries == entries
    assert phrase.mark == ""


def test_a_list_that_cannot_be_told_is_marked() -> None:
    [phrase] = [unit.phrase for unit in units_of("50.3 to 50.1 are lit") if unit.phrase]

    assert (phrase.numbers, phrase.mark) == (("50.3", "50.1"), "unclear")


def test_outside_the_sentence_there_is_nothing() -> None:
    found = list(units_of("Fiji lit it"))

    assert [text_at(found, index) for index in (-1, 0, 2, 3)] == ["", "fiji", "it", ""]
