"""Whether States, themes, persons and instruments are those of the tables."""

from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr.reference.genuine import unlike_tables

PERU, TORTURE = kz_upr.resolve_state("PER"), kz_upr.resolve_theme("torture")
GIRLS, CAT = kz_upr.resolve_affected_persons("girls"), kz_upr.resolve_instrument("CAT")


@pytest.mark.parametrize("thing", [PERU, TORTURE, GIRLS, CAT], ids=str)
def test_things_of_the_tables(thing: Any) -> None:
    assert list(unlike_tables((thing, attrs.evolve(thing)))) == []  # the thing itself, and an equal one


@pytest.mark.parametrize(
    ("thing", "path", "fault"),
    [
        (attrs.evolve(PERU, name="Oz"), "$.name", "expected 'Peru', got 'Oz'"),
        (attrs.evolve(PERU, iso3="XXX"), "$.iso3", "no State 'XXX'"),
        (attrs.evolve(TORTURE, note="Oz"), "$.note", "got 'Oz'"),
        (attrs.evolve(GIRLS, id="boats"), "$.id", "'boats'"),
        (attrs.evolve(CAT, adopted=None), "$.adopted", "got None"),
    ],
    ids=str,
)
def test_what_is_not_as_in_the_tables(thing: Any, path: str, fault: str) -> None:
    [(where, what)] = unlike_tables(thing)

    assert where == path
    assert fault in what


def test_every_fault_is_found() -> None:
    clause = kz_upr.Clause(states=(attrs.evolve(PERU, iso3="XXX"), attrs.evolve(PERU, iso2="XX", m49="000")))

    assert [path for path, _ in unlike_tables(clause)] == ["$.states[0].iso3", "$.states[1].iso2", "$.states[1].m49"]
