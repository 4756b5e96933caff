"""States: their tables, and the look-up by every name and code."""

import gc
import itertools
import json
import re
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import kz_upr
from conftest import HOME, rows
from kz_upr import State, UnknownStateError, list_states, resolve_state
from kz_upr.reference import fold, named_state, state_by_iso3
from kz_upr.reference.states import printed_names, states_described_as, turned
from strategies import STATES, PrintedName, printed_names as names_in_print, times

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")


def test_every_name_observed_in_documents(shared: Path) -> None:
    wrong = [
        (row["as_printed"], row["iso3"])
        for row in rows(shared / "vocab/state_name_variants_observed.csv")
        if resolve_state(row["as_printed"]).iso3 != row["iso3"]
    ]
    assert wrong == []


def test_every_name_and_code_of_every_state(shared: Path) -> None:
    table = rows(shared / "vocab/states.csv")
    assert [state.iso3 for state in list_states()] == sorted(row["iso3"] for row in table)
    columns = ["iso3", "iso2", "m49", "un_formal_en", *(f"un_name_{language}" for language in LANGUAGES)]
    for row in table:
        for column in columns:
            if row[column]:
                assert resolve_state(row[column]).iso3 == row["iso3"], (column, row[column])
        state = state_by_iso3(row["iso3"])
        assert (state.iso2, state.m49, state.name) == (row["iso2"], row["m49"], row["un_name_en"])


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
    assert resolve_state(name).iso3 == iso3


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Kazakstan", "Kazakhstan"),
        ("Frnace", "France"),
        ("Nigerr", "Niger"),
        ("Slovenja", "Slovenia"),
    ],
)
def test_a_misspelt_name_is_refused_and_the_nearest_is_suggested(name: str, nearest: str) -> None:
    with pytest.raises(UnknownStateError, match=rf"^no State '{name}'; nearest: .*{nearest}") as caught:
        resolve_state(name)
    assert nearest in caught.value.nearest
    assert caught.value.asked == name


@pytest.mark.parametrize(
    "name",
    ["", " ", "the", "Nige", "Republic", "Congo Congo", "Korea", "-", "()", "European Union", "Yugoslavia", "xx"],
)
def test_text_that_names_no_state(name: str) -> None:
    with pytest.raises(UnknownStateError, match=rf"^no State {re.escape(repr(name))}"):
        resolve_state(name)
    assert named_state(name) is None


@pytest.mark.parametrize("name", [3, None, b"France", ["France"]])
def test_only_strings_are_names(name: object) -> None:
    with pytest.raises(
        TypeError, match=r"expected a string, got (int 3|a NoneType|a bytes|a list)|unhashable type: 'list'"
    ):
        resolve_state(name)  # type: ignore[arg-type]


@times(4)
@given(st.text(max_size=30))
def test_any_text_names_a_state_or_is_refused(name: str) -> None:
    try:
        assert resolve_state(name) in STATES
    except UnknownStateError as error:
        refusal = error
    else:
        return
    assert refusal.asked == name
    assert set(refusal.nearest) <= {known.name for known in STATES}


@times(4)
@given(names_in_print())
def test_printed_names(name: PrintedName) -> None:
    """A name in a form that documents print is found; a name of no State is not mistaken for one."""
    assert named_state(name.text) is name.state
    if name.state is not None:
        assert resolve_state(name.text) is name.state
        return
    with pytest.raises(UnknownStateError, match=f"^no State '{re.escape(name.text)}'"):
        resolve_state(name.text)


@times(4)
@given(st.sampled_from(STATES), st.sampled_from([str.upper, str.lower, str.title, "the {}".format]))
def test_case_and_article_do_not_matter(state: State, change: Callable[[str], str]) -> None:
    assert resolve_state(change(state.name)) is state


def test_no_name_belongs_to_two_states() -> None:
    names = json.loads((HOME / "kz_upr" / "editions" / "state-names.json").read_bytes())["names"]
    owner: dict[str, str] = {}
    for code, aliases in names.items():
        for alias in aliases:
            assert fold(alias), alias
            assert owner.setdefault(fold(alias), code) == code, alias
    for state in STATES:
        for name in (state.name, state.iso3, state.iso2, state.m49):
            assert owner.setdefault(fold(name), state.iso3) == state.iso3, name


def test_codes_have_the_form_of_codes_and_are_unique() -> None:
    for state in STATES:
        assert re.fullmatch("[A-Z]{3}", state.iso3)
        assert re.fullmatch("[A-Z]{2}", state.iso2)
        assert re.fullmatch("[0-9]{3}", state.m49)
    for codes in zip(*((s.iso3, s.iso2, s.m49, s.name) for s in STATES), strict=True):
        assert len(set(codes)) == len(codes)
    assert len(STATES) == 193 + 4  # the members of the United Nations and four others


def test_by_code_alone() -> None:
    assert state_by_iso3("FRA").name == "France"
    with pytest.raises(UnknownStateError, match=r"^no State 'France'; nearest: France"):
        state_by_iso3("France")


def test_codes_are_not_names_in_running_text() -> None:
    assert [named_state(code) for code in ("AU", "IT", "MDG", "CAN", "004")] == [None] * 5


def test_memory_does_not_grow_with_the_names_asked() -> None:
    class Name(str):
        __slots__ = ("__weakref__",)

    def asked() -> list["weakref.ref[Name]"]:
        spellings = map("".join, itertools.product("Ff", "Rr", "Aa", "Nn", "Cc", "Ee"))
        names = [Name(" " * spaces + spelling) for spelling in spellings for spaces in range(128)]
        assert {resolve_state(name).iso3 for name in names} == {"FRA"}
        return [weakref.ref(name) for name in names]

    names = asked()
    assert len(names) == 64 * 128
    gc.collect()
    assert sum(name() is not None for name in names) <= 4096
    assert kz_upr.resolve_state("France").iso3 == "FRA"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Guineea", ("Equatorial Guinea", "Guinea", "Guinea-Bissau")),  # no more than three, by name
        ("Austrlia", ("Australia", "Austria")),  # the more similar first
        ("Sout Sudann", ("South Sudan", "Sudan", "Republic of Korea")),
        ("Republic of Laltitude", ()),
        ("Ira", ()),  # too short to resemble anything
        ("xxxxx", ()),
    ],
)
def test_the_nearest_names_in_their_order(name: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(UnknownStateError) as caught:
        resolve_state(name)
    assert caught.value.nearest == nearest


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Republic of Ireland", "IRL"),
        ("Kingdom of Spain", "ESP"),
        ("U.S.A.", "USA"),
        ("U S", "USA"),
        ("G. B. R.", "GBR"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("St. Lucia", "LCA"),
        ("St Kitts & Nevis", "KNA"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Venezuela, RB", "VEN"),
        ("Yemen, Rep.", "YEM"),
        ("Korea (Republic of)", "KOR"),
        ("Macedonia, FYR", "MKD"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Lao People Democratic Republic", "LAO"),
    ],
)
def test_names_of_other_sources(name: str, iso3: str) -> None:
    """The World Bank shortens and reorders names; the press uses styles that are not official."""
    assert resolve_state(name).iso3 == iso3


@pytest.mark.parametrize(
    "name", ["Kingdom of Congo", "Republic of China", "Kingdom", "of the", "U S X", "Korea, Rep. Dem. Fed."]
)
def test_a_style_that_two_states_have_used_names_none(name: str) -> None:
    with pytest.raises(UnknownStateError, match=re.escape(f"no State {name!r}")):
        resolve_state(name)


@pytest.mark.parametrize(
    ("adjective", "codes"), [("Dutch", ["NLD"]), ("dutch", ["NLD"]), ("Congolese", ["COD", "COG"]), ("lit", [])]
)
def test_the_states_of_an_adjective(adjective: str, codes: list[str]) -> None:
    assert sorted(state.iso3 for state in states_described_as(adjective)) == codes


def test_the_words_of_names_tell_states_apart_in_any_order() -> None:
    owner: dict[tuple[str, ...], State] = {}
    for name, state in printed_names().items():
        words = tuple(sorted(word for word in name.split() if word not in ("and", "of", "the")))
        assert owner.setdefault(words, state) is state, name


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Korea (Republic of)", "KOR"),
        ("Korea, Republic of the", "KOR"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Congo (Democratic Republic of the)", "COD"),
        ("Gambia, Republic of", "GMB"),
        ("United Kingdom of the Great Britain and Northern Ireland", "GBR"),
        ("Saint Vincent & the Grenadines", "VCT"),
        ("Congo, Dem. Rep.", None),
        ("Kingdom of Spain, the", None),
    ],
)
def test_names_that_running_text_turns(name: str, iso3: str | None) -> None:
    state = named_state(name)
    assert (state.iso3 if state else None) == iso3


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("republic of korea", {"korea republic of", "korea republic of the"}),
        ("republic of the gambia", {"gambia republic of", "gambia republic of the", "republic of gambia"}),
        ("gambia of", set()),
        ("trinidad and tobago", {"trinidad tobago"}),
        ("peru", set()),
    ],
)
def test_the_forms_that_a_name_takes(name: str, forms: set[str]) -> None:
    assert set(turned(name)) == forms | {name}
