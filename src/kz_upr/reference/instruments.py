"""Instruments: treaties, declarations and other texts that demands and statements name."""

from collections.abc import Callable

from kz_upr.errors import UnknownInstrumentError
from kz_upr.model import Instrument, InstrumentKind
from kz_upr.reference.bundled import read_table
from kz_upr.reference.lookup import Lookup

_instruments: Lookup[Instrument] = Lookup(
    lambda: read_table("instruments", Instrument, kind=InstrumentKind),
    lambda instrument: (instrument.official_name, *instrument.other_names),
    UnknownInstrumentError,
)
instrument_by_id: Callable[[str], Instrument] = _instruments.by_id


def list_instruments() -> tuple[Instrument, ...]:
    """All instruments."""
    return _instruments.all()


def resolve_instrument(name: str) -> Instrument:
    """The instrument with that id, official name, short form or other printed name.

    Raises :class:`~kz_upr.errors.UnknownInstrumentError`, a LookupError with the nearest names, and TypeError if
    ``name`` is not a string.

    >>> import kz_upr
    >>> kz_upr.resolve_instrument("Convention against Torture").id
    'CAT'
    """
    return _instruments.resolve(name)
