"""States and topics by name and code."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import kz_upr
from conftest import HOME
from kz_upr import UnknownStateError
from kz_upr.reference import fold, state_by_iso3, topic_by_code

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_name_observed_in_documents(shared: Path) -> None:
    wrong = [
        (row["as_printed"], row["iso3"])
        for row in rows(shared / "vocab/state_name_variants_observed.csv")
        if kz_upr.resolve_state(row["as_printed"]).iso3 != row["iso3"]
    ]
    assert wrong == []


def test_every_name_and_code_of_every_state(shared: Path) -> None:
    table = rows(shared / "vocab/states.csv")
    assert [state.iso3 for state in kz_upr.list_states()] == sorted(row["iso3"] for row in table)
    columns = ["iso3", "iso2", "m49", "un_formal_en", *(f"un_name_{language}" for language in LANGUAGES)]
    for row in table:
        for column in columns:
            if row[column]:
                assert kz_upr.resolve_state(row[column]).iso3 == row["iso3"], (column, row[column])
        state = state_by_iso3(row["iso3"])
        assert (state.iso2, state.m49, state.name) == (row["iso2"], row["m49"], row["un_name_en"])


def test_topics_are_those_of_the_index(shared: Path) -> None:
    expected: dict[str, list[str]] = {}
    for row in rows(shared / "vocab/uhri_issues_level2_coded.csv"):
        expected.setdefault(row["code"], []).append(row["label"])
    assert {topic.code: topic.label for topic in kz_upr.list_topics()} == {
        code: "; ".join(labels) for code, labels in expected.items()
    }


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("the Niger", "NER"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Republic of Korea", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("Mauritania", "MRT"),
        ("Mauritius", "MUS"),
        ("Austria", "AUT"),
        ("Australia", "AUS"),
        ("Iran", "IRN"),
        ("Iraq", "IRQ"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("Bolivarian Republic of Venezuela", "VEN"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Côte d'Ivoire", "CIV"),
        ("Cote d’Ivoire", "CIV"),
        ("CÔTE D'IVOIRE", "CIV"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Czech Republic", "CZE"),
        ("Holy See", "VAT"),
        ("State of Palestine", "PSE"),
        ("Viet Nam", "VNM"),
        ("United Kingdom", "GBR"),
        ("UNITED STATES OF AMERICA", "USA"),
        ("Казахстан", "KAZ"),
        ("kaz", "KAZ"),
        ("KZ", "KAZ"),
        ("398", "KAZ"),
        ("004", "AFG"),
        ("  Kazakhstan ", "KAZ"),
        ("the Republic of Kazakhstan", "KAZ"),
    ],
)
def test_names_that_are_easily_confused(name: str, iso3: str) -> None:
    assert kz_upr.resolve_state(name).iso3 == iso3


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Kazakstan", "Kazakhstan"),
        ("Frnace", "France"),
        ("Nigerr", "Niger"),
        ("Slovenja", "Slovenia"),
    ],
)
def test_misspelt_names_are_not_guessed_but_named(name: str, nearest: str) -> None:
    with pytest.raises(UnknownStateError) as caught:
        kz_upr.resolve_state(name)
    assert nearest in caught.value.nearest


@pytest.mark.parametrize(
    "name",
    ["", " ", "the", "Nige", "Republic", "Congo Congo", "Korea", "-", "()", "European Union", "Yugoslavia", "xx"],
)
def test_what_is_no_state(name: str) -> None:
    with pytest.raises(UnknownStateError):
        kz_upr.resolve_state(name)


@given(st.text(max_size=30))
def test_any_text_is_a_state_or_is_refused(name: str) -> None:
    try:
        state = kz_upr.resolve_state(name)
    except UnknownStateError:
        return
    assert state in kz_upr.list_states()


@given(st.sampled_from(kz_upr.list_states()), st.sampled_from([str.upper, str.lower, str.title, "the {}".format]))
def test_case_and_article_do_not_matter(state: kz_upr.State, change: Callable[[str], str]) -> None:
    assert kz_upr.resolve_state(change(state.name)) is state


def test_no_name_means_two_states() -> None:
    names = json.loads((HOME / "kz_upr" / "editions" / "state-names.json").read_bytes())["names"]
    owner: dict[str, str] = {}
    for code, aliases in names.items():
        for alias in aliases:
            assert fold(alias), alias
            assert owner.setdefault(fold(alias), code) == code, alias
    for state in kz_upr.list_states():
        for name in (state.name, state.iso3, state.iso2, state.m49):
            assert owner.setdefault(fold(name), state.iso3) == state.iso3, name


def test_codes_are_codes() -> None:
    for state in kz_upr.list_states():
        assert re.fullmatch("[A-Z]{3}", state.iso3)
        assert re.fullmatch("[A-Z]{2}", state.iso2)
        assert re.fullmatch("[0-9]{3}", state.m49)
    for codes in zip(*((s.iso3, s.iso2, s.m49, s.name) for s in kz_upr.list_states()), strict=True):
        assert len(set(codes)) == len(codes)
    assert len(kz_upr.list_states()) >= 193 + 2  # the members of the United Nations and its two observer States


def test_by_code_alone() -> None:
    assert state_by_iso3("FRA").name == "France"
    assert topic_by_code("D2").label == "Right to physical and moral integrity"
    with pytest.raises(UnknownStateError):
        state_by_iso3("France")
    with pytest.raises(kz_upr.UnknownTopicError):
        topic_by_code("D99")


def test_memory_does_not_grow_with_names_asked() -> None:
    for number in range(5000):
        kz_upr.resolve_state("France" + " " * (number % 4900))
    assert len(states._resolved) <= 4096
