"""The States that spoke, compared with the number that a report states and the States that recommend in it."""

from collections.abc import Iterable, Iterator

from kz_upr.documents.dialogue import Dialogue
from kz_upr.model import ReadingWarning, Recommendation, State, inconsistent, unread


def speaking_states(
    dialogue: Dialogue, recommendations: Iterable[Recommendation]
) -> tuple[tuple[State, ...], list[ReadingWarning]]:
    """The States that spoke, none if the list is known to be incomplete; and warnings of contradictions."""
    asked = {state for recommendation in recommendations for state in recommendation.states}
    silent = sorted(state.name for state in asked.difference(dialogue.speaking))
    too_many = dialogue.stated is not None and len(dialogue.speaking) > dialogue.stated
    return () if silent or too_many else dialogue.speaking, list(_remarks(dialogue, asked, silent))


def _remarks(dialogue: Dialogue, asked: set[State], silent: list[str]) -> Iterator[ReadingWarning]:
    stated, found = dialogue.stated, len(dialogue.speaking)
    if stated is None:
        yield unread("speakers", "dialogue", "the number of delegations that spoke was not found")
    elif found != stated:
        message = f"{stated} delegations spoke according to the report; {found} States were found speaking"
        who = _missing(silent) if found < stated else _too_many(dialogue, asked)
        yield inconsistent("speakers", "dialogue", f"{message}; {who}")
    if silent and dialogue.speaking:
        message = f"States that recommend but were not found speaking: {', '.join(silent)}"
        yield inconsistent("silent-states", "dialogue", message)


def _missing(silent: list[str]) -> str:
    return f"missing: {', '.join(silent)}" if silent else "the recommendations do not show which are missing"


def _too_many(dialogue: Dialogue, asked: set[State]) -> str:
    if dialogue.uncertain:
        names = ", ".join(state.name for state in dialogue.uncertain)
        return f"the surplus is among {names}, whose names do not open a paragraph"
    names = ", ".join(state.name for state in dialogue.speaking if state not in asked)
    return f"the surplus is among {names}, which recommend nothing" if names else "it is unclear which are surplus"
