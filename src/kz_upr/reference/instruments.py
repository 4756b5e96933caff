"""Instruments: treaties, declarations and other texts that demands and statements name."""

from collections.abc import Callable

from kz_upr import bundle
from kz_upr.errors import UnknownInstrumentError
from kz_upr.model import Instrument, InstrumentKind
from kz_upr.reference.lookup import Lookup


def _load() -> dict[str, Instrument]:
    entries = bundle.read_json("instruments.json")["instruments"]
    return {
        entry["id"]: Instrument(
            **{**entry, "kind": InstrumentKind(entry["kind"]), "other_names": tuple(entry.get("other_names", ()))}
        )
        for entry in entries
    }


_instruments: Lookup[Instrument] = Lookup(
    _load, lambda instrument: (instrument.official_name, *instrument.other_names), UnknownInstrumentError
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
