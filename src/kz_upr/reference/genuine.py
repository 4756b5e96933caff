"""Whether States, themes, persons and instruments are those of the package's tables."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from kz_upr.errors import UnknownNameError
from kz_upr.messages import shown
from kz_upr.model import AffectedPersons, Instrument, State, Theme, parts
from kz_upr.reference.instruments import instrument_by_id
from kz_upr.reference.persons import persons_by_id
from kz_upr.reference.states import state_by_iso3
from kz_upr.reference.themes import theme_by_id

#: The classes of what the tables hold: how an object is found, and the field by which it is.
TABLES: dict[type[Any], tuple[Callable[[str], Any], str]] = {
    State: (state_by_iso3, "iso3"),
    Theme: (theme_by_id, "id"),
    AffectedPersons: (persons_by_id, "id"),
    Instrument: (instrument_by_id, "id"),
}


def unlike_tables(thing: object) -> Iterator[tuple[str, str]]:
    """The faults of States, themes, persons and instruments in an object, as (path, what is wrong)."""
    for path, part in parts(thing):
        if type(part) in TABLES:
            find, key = TABLES[type(part)]
            try:
                known = find(getattr(part, key))
            except UnknownNameError as error:
                yield f"{path}.{key}", str(error)
                continue
            if part is known:
                continue
            for field in attrs.fields(type(part)):
                ours, theirs = getattr(known, field.name), getattr(part, field.name)
                if ours != theirs:
                    yield f"{path}.{field.name}", f"expected {shown(ours)}, got {shown(theirs)}"
