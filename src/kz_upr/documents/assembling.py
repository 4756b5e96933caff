"""Recommendations made from their printed wording."""

from collections.abc import Iterable, Iterator, Sequence

from kz_upr.model import (
    Citation,
    Clause,
    Evidence,
    Position,
    ReadingWarning,
    Recommendation,
    State,
    Tag,
    unread,
)
from kz_upr.reference import visible
from kz_upr.wording import ParsedClause, fingerprint, misprinted_names, unknown_names


def number_inside(place: str, numbers: Sequence[str]) -> ReadingWarning:
    """A warning of numbers inside a wording, each of which may begin another recommendation."""
    message = f"{place}: {', '.join(numbers[:5])} inside the wording may be another recommendation"
    return unread("number-inside", place, message)


def printed_recommendation(
    review: str,
    number: str,
    text: str,
    clauses: Iterable[ParsedClause],
    citation: Citation,
    *,
    positions: tuple[Position, ...] = (),
    tags: tuple[Tag, ...] = (),
) -> Recommendation:
    """The recommendation of a review that a document prints under a number."""
    return Recommendation(
        id=f"{review}-{number}",
        number=number,
        clauses=tuple([Clause(states=clause.states, official_text=clause.text) for clause in clauses]),
        positions=positions,
        evidence=Evidence.OFFICIAL_TEXT,
        text_sha256=fingerprint(text),
        official_text=visible(text),
        tags=tags,
        citations=(citation,),
    )


def remarks_on_names(number: str, text: str, clauses: tuple[ParsedClause, ...]) -> Iterator[ReadingWarning]:
    """Warnings of names of States that are misprinted or unrecognized in a recommendation."""
    for remark in misprinted_names(clauses):
        yield unread("misprinted-name", number, f"{number}: {remark}")
    for name in unknown_names(text):
        yield unread("unknown-name", number, f"{number}: unrecognized State name “{name}”")


def remarks_on_states(
    recommendations: Iterable[Recommendation], under_review: State | None = None
) -> Iterator[ReadingWarning]:
    """Warnings of demands without a State, and of the State under review among those that recommend."""
    for recommendation in recommendations:
        number = recommendation.number
        if not recommendation.states:
            yield unread("no-state", number, f"{number} names no recognized State")
        elif any(not clause.states for clause in recommendation.clauses):
            yield unread("no-state", number, f"{number} has a clause that names no State")
        if under_review is not None and under_review in recommendation.states:
            yield unread("own-state", number, f"{number} names the State under review as recommending")
