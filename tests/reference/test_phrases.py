"""What the words of a query mean."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import kz_upr
from conftest import rows
from kz_upr import AffectedPersons, Instrument, State, Theme
from kz_upr.reference.phrases import Phrase, phrases
from strategies import times

NOTHING_KNOWN: tuple[tuple[str, ...], ...] = ()


def key(meaning: Theme | AffectedPersons | Instrument | State) -> str:
    return meaning.iso3 if isinstance(meaning, State) else meaning.id


def meant(query: str, known: tuple[tuple[str, ...], ...] = NOTHING_KNOWN) -> list[set[str]]:
    """The ids of what each phrase means; nothing for one that is only words."""
    return [{key(meaning) for meaning in phrase.meanings} for phrase in phrases(query, known)]


def said(query: str, known: tuple[tuple[str, ...], ...] = NOTHING_KNOWN) -> list[str]:
    return [" ".join(phrase.words) for phrase in phrases(query, known)]


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("death penalty", "death-penalty"),
        ("capital punishment", "death-penalty"),
        ("executions", "death-penalty"),
        ("women's rights", "women"),
        ("women’s rights", "women"),
        ("rights of women", "women"),
        ("torture", "torture"),
        ("OPCAT", "OPCAT"),
        ("Second Optional Protocol", "ICCPR-OP2"),
        ("Convention against Torture", "CAT"),
        ("Older persons", "older-persons"),
        ("France", "FRA"),
        ("Bolivarian Republic of Venezuela", "VEN"),
        ("UK", "GBR"),
        ("USA", "USA"),
    ],
)
def test_a_name_means_its_thing(query: str, id: str) -> None:
    (ids,) = meant(query)
    assert id in ids


def test_a_name_can_mean_a_theme_and_persons() -> None:
    (phrase,) = phrases("human rights defenders", NOTHING_KNOWN)
    assert {type(meaning) for meaning in phrase.meanings} == {Theme, AffectedPersons}
    assert {key(meaning) for meaning in phrase.meanings} == {"human-rights-defenders"}


def test_forms_of_words_and_filling_words_do_not_matter() -> None:
    assert meant("What did they say about abolishing the death penalties?")[-1] == {"death-penalty"}
    assert meant("ratify") == meant("ratification") == meant("ratifying") == [{"ratification-and-accession"}]


def test_the_longest_phrase_counts() -> None:
    assert said("domestic violence") == ["domestic violence"]
    assert meant("Optional Protocol to the Convention against Torture") == [{"OPCAT"}]
    assert meant("death penalty and torture") == [{"death-penalty"}, {"torture"}]


def test_states_come_first() -> None:
    query = "torture in Niger and death penalty in the United States of America"
    assert meant(query) == [{"NER"}, {"USA"}, {"torture"}, {"death-penalty"}]


def test_an_abbreviation_of_a_state_is_in_capitals() -> None:
    assert meant("US") == [{"USA"}]
    assert not any(meant("us"))
    assert meant("CAT") == [{"CAT"}]
    assert meant("CAN") == [{"CAN"}]


def test_a_query_in_capitals_has_ordinary_words() -> None:
    assert phrases("WOMEN AND CHILDREN", NOTHING_KNOWN) == phrases("women and children", NOTHING_KNOWN)
    assert meant("US ON TORTURE") == [{"USA"}, {"torture"}]
    assert meant("AND WOMEN") == meant("women")
    assert meant("AND") == [{"AND"}]


def test_the_longest_name_of_a_state_is_one_phrase() -> None:
    assert meant("United Kingdom of Great Britain and Northern Ireland on torture") == [{"GBR"}, {"torture"}]


@pytest.mark.parametrize("query", ["France's recommendations", "France’s recommendations", "France recommendations"])
def test_a_possessive_names_its_state(query: str) -> None:
    assert meant(query) == [{"FRA"}]


def test_a_word_that_means_nothing_stays_a_word() -> None:
    assert said("Zhusan zebra") == ["zhusan", "zebra"]
    assert meant("Zhusan zebra") == [set(), set()]


def test_the_number_of_a_recommendation_is_one_word() -> None:
    assert said("139.114") == ["139.114"]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("tortrue", "torture"), ("lawers", "lawyers"), ("electons", "elections"), ("refugess", "refugees")],
)
def test_a_misspelt_word_is_the_word_that_it_resembles(typed: str, word: str) -> None:
    (found,), (meant,) = phrases(typed, NOTHING_KNOWN), phrases(word, NOTHING_KNOWN)
    assert (found.words, found.meanings) == (meant.words, meant.meanings)
    assert found.typed == (typed,)


def test_a_word_that_occurs_is_not_corrected() -> None:
    assert said("tortrue", (("tortrue",),)) == ["tortrue"]
    assert said("zhusen", (("zhusan",),)) == ["zhusan"]
    assert said("zhusen") == ["zhusen"]


def test_every_name_of_the_tables_means_its_thing() -> None:
    for theme in kz_upr.list_themes():
        for name in (theme.label, *theme.other_labels, *theme.search_words):
            assert theme.id in set().union(*meant(name)), name


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("abduction", "enforced disappearance"),
        ("anti-gay", "sexual orientation"),
        ("prison staff", "Prison officials"),
    ],
)
def test_everyday_words(words: str, means: str) -> None:
    assert any(meant(words))
    assert meant(words) == meant(means)


def test_a_synonym_of_a_name_means_something(repository: Path) -> None:
    synonyms = rows(repository / "data/reference/synonyms.csv")
    assert synonyms
    for row in synonyms:
        assert not any(meant(row["means"])) or any(meant(row["words"])), row


@times(8)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["the", "death", "penalty", "in", "Niger", "UK", "'", "139.1", "women"])).map(" ".join)
)
def test_any_query_has_phrases(query: str) -> None:
    for phrase in phrases(query, NOTHING_KNOWN):
        assert phrase.words or phrase.meanings
        assert len(set(phrase.meanings)) == len(phrase.meanings)


@pytest.mark.parametrize(
    ("typed", "known", "read"),
    [
        ("lampz", ("lamps",), "lamps"),
        ("lampsx", ("lamps",), "lamps"),
        ("lamz", ("lamp", "lams"), "lamz"),  # four letters
        ("harbxurz", ("harbours",), "harbours"),  # two letters of eight
        ("hxrbxurz", ("harbours",), "hxrbxurz"),  # three letters
        ("lantxrz", ("lantern",), "lantxrz"),  # two letters of seven
        ("lantxrn", ("lantern",), "lantern"),
        ("kantern", ("lantern",), "kantern"),  # another first letter
        ("harbou", ("harbours",), "harbou"),  # the beginning of a word
        ("2019y", ("2019x",), "2019y"),
        ("quayz", ("abcde", "quays", "zzzzz"), "quays"),
        ("quaysz", ("quayside", "quays"), "quays"),
    ],
)
def test_what_a_misspelt_word_is_read_as(typed: str, known: tuple[str, ...], read: str) -> None:
    (phrase,) = phrases(typed, (tuple(sorted(known)),))
    assert (phrase.words, phrase.typed) == ((read,), (typed,))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Dutch recommendations", [{"NLD"}]),
        ("Dutch comments", [{"NLD"}]),
        ("Dutch recommendations on torture", [{"NLD"}, {"torture"}]),
        ("GERMAN DELEGATION", [{"DEU"}]),
        ("Congolese statements", [{"COD", "COG"}]),
        ("Dutch lamps", [set(), set()]),
        ("lamps Dutch", [set(), set()]),
        ("Chad", [{"TCD"}]),
        ("UAE", [{"ARE"}]),
        ("KAZ", [{"KAZ"}]),
        ("kaz", [set()]),
        ("uk", [set()]),
        ("France, Peru", [{"FRA"}, {"PER"}]),
        ("torture Peru", [{"PER"}, {"torture"}]),
    ],
)
def test_states_and_adjectives(query: str, expected: list[set[str]]) -> None:
    assert meant(query) == expected


def test_words_of_questions_count_only_if_there_is_nothing_else() -> None:
    assert said("What did they say on torture?") == ["torture"]
    assert said("human rights") == ["human", "rights"]
    assert said("the") == ["the"]
    assert meant("What did Peru say?") == [{"PER"}]


@pytest.mark.parametrize(
    ("query", "plain"), [("lamps", [True]), ("torture lamps", [False, True]), ("cops", [False]), ("Peru", [False])]
)
def test_phrases_that_are_only_words(query: str, plain: list[bool]) -> None:
    assert [phrase.is_plain for phrase in phrases(query, NOTHING_KNOWN)] == plain
    assert [Phrase(("a",), stands_for=("b",)).is_plain, Phrase(("a",)).is_plain] == [False, True]
