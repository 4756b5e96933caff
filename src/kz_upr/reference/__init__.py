"""What reviews refer to: States, themes, affected persons and instruments, by their codes and names."""

from kz_upr.reference.folding import fold
from kz_upr.reference.instruments import instrument_by_id, list_instruments, resolve_instrument
from kz_upr.reference.letters import normalized, spaced, visible
from kz_upr.reference.misprints import nearly_named_state
from kz_upr.reference.persons import list_affected_persons, persons_by_id, resolve_affected_persons
from kz_upr.reference.scanning import find_states
from kz_upr.reference.states import list_states, named_state, resolve_state, state_by_iso3
from kz_upr.reference.themes import list_themes, resolve_theme, theme_by_id, themes_under

__all__ = [
    "find_states",
    "fold",
    "instrument_by_id",
    "list_affected_persons",
    "list_instruments",
    "list_states",
    "list_themes",
    "named_state",
    "nearly_named_state",
    "normalized",
    "persons_by_id",
    "resolve_affected_persons",
    "resolve_instrument",
    "resolve_state",
    "resolve_theme",
    "spaced",
    "state_by_iso3",
    "theme_by_id",
    "themes_under",
    "visible",
]
