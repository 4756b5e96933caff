"""What reviews refer to: States and topics, by their codes and by the names that documents print."""

from kz_upr.reference.folding import fold
from kz_upr.reference.misprints import nearly_named_state
from kz_upr.reference.scanning import find_states
from kz_upr.reference.states import list_states, named_state, resolve_state, state_by_iso3
from kz_upr.reference.topics import list_topics, topic_by_code, topics_named

__all__ = [
    "find_states",
    "fold",
    "list_states",
    "list_topics",
    "named_state",
    "nearly_named_state",
    "resolve_state",
    "state_by_iso3",
    "topic_by_code",
    "topics_named",
]
