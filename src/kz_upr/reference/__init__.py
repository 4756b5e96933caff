"""What reviews refer to: States, themes, affected persons and instruments, by their codes and names."""

from kz_upr.reference.folding import fold as fold
from kz_upr.reference.instruments import (
    instrument_by_id as instrument_by_id,
    list_instruments as list_instruments,
    resolve_instrument as resolve_instrument,
)
from kz_upr.reference.letters import normalized as normalized, spaced as spaced, visible as visible
from kz_upr.reference.persons import (
    list_affected_persons as list_affected_persons,
    persons_by_id as persons_by_id,
    resolve_affected_persons as resolve_affected_persons,
)
from kz_upr.reference.states import (
    list_states as list_states,
    named_state as named_state,
    resolve_state as resolve_state,
    state_by_iso3 as state_by_iso3,
)
from kz_upr.reference.themes import (
    list_themes as list_themes,
    resolve_theme as resolve_theme,
    theme_by_id as theme_by_id,
    themes_under as themes_under,
)
