"""Names of States as ISO, the World Bank, the press and other packages print them."""

import csv
from collections.abc import Iterator
from importlib import resources

import pytest

import kz_upr

ISO3 = {state.iso3 for state in kz_upr.list_states()}


def names_of_pycountry() -> Iterator[tuple[str, str]]:
    pycountry = pytest.importorskip("pycountry")
    for country in pycountry.countries:
        for attribute in ("name", "official_name", "common_name"):
            if name := getattr(country, attribute, None):
                yield name, country.alpha_3


def names_of_country_converter() -> Iterator[tuple[str, str]]:
    pytest.importorskip("country_converter")
    table = resources.files("country_converter") / "country_data.tsv"
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        yield from ((row[column], row["ISO3"]) for column in ("name_short", "name_official"))


@pytest.mark.parametrize("names", [names_of_pycountry, names_of_country_converter])
def test_names_of_other_packages_are_never_another_state(names: object) -> None:
    assert callable(names)
    missed, wrong, known = [], [], 0
    for name, iso3 in names():
        try:
            got = kz_upr.resolve_state(name).iso3
        except kz_upr.UnknownStateError as error:
            if iso3 in ISO3:
                missed.append((name, error.nearest))
            continue
        known += 1
        if got != iso3:
            wrong.append((name, iso3, got))
    assert wrong == []
    assert len(missed) <= 0.02 * known, missed


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Korea (the Republic of)", "KOR"),
        ("Bahamas (the)", "BHS"),
        ("Gambia, The", "GMB"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Venezuela, RB", "VEN"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Egypt, Arab Rep.", "EGY"),
        ("St. Lucia", "LCA"),
        ("Ivory Coast", "CIV"),
        ("DR Congo", "COD"),
        ("U.K.", "GBR"),
        ("U.S.A.", "USA"),
        ("Republic of Ireland", "IRL"),
        ("Bolivia (Plurinational Republic of)", "BOL"),
    ],
)
def test_names_of_iso_the_world_bank_and_the_press(name: str, iso3: str) -> None:
    assert kz_upr.resolve_state(name).iso3 == iso3


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Holland", ()),
        ("Taiwan", ()),
        ("Republic of China", ("China",)),
        ("Korea", ("Democratic People's Republic of Korea", "Republic of Korea")),
        ("Occupied Palestinian Territory", ("State of Palestine",)),
        ("Kazakstan", ("Kazakhstan",)),
    ],
)
def test_a_miss_names_only_states_of_that_name(name: str, nearest: tuple[str, ...]) -> None:
    with pytest.raises(kz_upr.UnknownStateError) as missed:
        kz_upr.resolve_state(name)
    assert missed.value.nearest == nearest
