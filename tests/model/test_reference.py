"""States, themes, persons and instruments: what has a name is shown by it."""

import pytest

import kz_upr
from kz_upr import Manner, NamedInstrument

FRANCE = kz_upr.resolve_state("FRA")
CAT = kz_upr.resolve_instrument("CAT")


@pytest.mark.parametrize(
    ("thing", "text", "shown"),
    [
        (FRANCE, "France", "<State FRA France>"),
        (kz_upr.resolve_theme("death penalty"), "Death penalty", "<Theme death-penalty: Death penalty>"),
        (kz_upr.resolve_affected_persons("girls"), "Girls", "<AffectedPersons girls: Girls>"),
        (CAT, CAT.official_name, f"<Instrument CAT: {CAT.official_name}>"),
        (CAT.kind, "treaty", "<InstrumentKind.TREATY: 'treaty'>"),
        (NamedInstrument(instrument=CAT, manner=Manner.JOIN), "CAT (join)", "<NamedInstrument CAT (join)>"),
    ],
    ids=str,
)
def test_how_it_is_shown(thing: object, text: str, shown: str) -> None:
    assert (str(thing), repr(thing)) == (text, shown)


def test_the_manners_of_one_instrument_differ() -> None:
    named = [NamedInstrument(instrument=CAT, manner=manner) for manner in Manner]
    assert len(set(named)) == len({str(one) for one in named}) == 4
