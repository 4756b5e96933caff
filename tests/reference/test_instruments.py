"""Instruments: the look-up by id and by every printed name."""

import re

import pytest

import kz_upr
from kz_upr import Instrument, InstrumentKind, UnknownInstrumentError
from kz_upr.reference import instrument_by_id

INSTRUMENTS = kz_upr.list_instruments()


def test_ids_and_names_occur_once() -> None:
    assert len({instrument.id for instrument in INSTRUMENTS}) == len(INSTRUMENTS)
    assert len({instrument.official_name for instrument in INSTRUMENTS}) == len(INSTRUMENTS)


def test_every_kind_occurs() -> None:
    assert {instrument.kind for instrument in INSTRUMENTS} == set(InstrumentKind)


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)
def test_all_are_found_by_every_name(instrument: Instrument) -> None:
    assert instrument_by_id(instrument.id) is instrument
    for name in (instrument.id, instrument.official_name, *instrument.other_names):
        assert kz_upr.resolve_instrument(name) is instrument, name
        assert kz_upr.resolve_instrument(name.lower()) is instrument, name


@pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.id)
def test_a_date_is_a_day_a_month_or_a_year(instrument: Instrument) -> None:
    assert instrument.adopted is None or re.fullmatch(r"(19|20)\d\d(-[01]\d(-[0-3]\d)?)?", instrument.adopted)


@pytest.mark.parametrize(
    ("id", "adopted"),
    [
        # the resolutions of the General Assembly that adopted them: 217 A (III), 2106 (XX), 2200 (XXI), 34/180,
        # 39/46, 44/25, 44/128, 57/199, 61/106, 61/177
        ("UDHR", "1948-12-10"),
        ("ICERD", "1965-12-21"),
        ("ICCPR", "1966-12-16"),
        ("ICESCR", "1966-12-16"),
        ("CEDAW", "1979-12-18"),
        ("CAT", "1984-12-10"),
        ("CRC", "1989-11-20"),
        ("ICCPR-OP2", "1989-12-15"),
        ("OPCAT", "2002-12-18"),
        ("CRPD", "2006-12-13"),
        ("CED", "2006-12-20"),
        # the conventions of the International Labour Organization have the year in their title
        ("ILO-C29", "1930"),
    ],
)
def test_the_day_of_adoption(id: str, adopted: str) -> None:
    assert instrument_by_id(id).adopted == adopted


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Convention against Torture", "CAT"),
        ("cat", "CAT"),
        ("Optional Protocol to the Convention against Torture", "OPCAT"),
        ("Second Optional Protocol", "ICCPR-OP2"),
        ("CEDAW", "CEDAW"),
        ("Palermo Protocol", "Palermo-Protocol"),
        ("ILO Convention No. 138", "ILO-C138"),
        ("Paris Principles", "Paris-Principles"),
        ("Rome Statute", "Rome-Statute"),
        ("Universal Declaration", "UDHR"),
    ],
)
def test_names_that_documents_print(name: str, id: str) -> None:
    assert kz_upr.resolve_instrument(name).id == id


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Conventon against Torture", "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or "),
        ("ILO 138", "Minimum Age Convention, 1973 (No. 138)"),
        ("Arms Trade", "Arms Trade Treaty"),
    ],
)
def test_a_miss_names_the_nearest_names(name: str, nearest: str) -> None:
    with pytest.raises(UnknownInstrumentError, match=f"^no instrument '{name}'; nearest: {re.escape(nearest)}"):
        kz_upr.resolve_instrument(name)


@pytest.mark.parametrize("name", ["", "nonsense", "ICCP-OP9"])
def test_a_name_like_no_other(name: str) -> None:
    with pytest.raises(UnknownInstrumentError, match=f"^no instrument '{name}'"):
        kz_upr.resolve_instrument(name)


def test_no_name() -> None:
    with pytest.raises(TypeError, match=r"^expected a string, got an Instrument$"):
        kz_upr.resolve_instrument(INSTRUMENTS[0])  # type: ignore[arg-type]
