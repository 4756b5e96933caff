"""One recommendation merged from two accounts of it: ours, and that of a document."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from kz_upr.citing import cite
from kz_upr.model import (
    Clause,
    Evidence,
    Point,
    Position,
    PositionValue,
    ReadingWarning,
    Recommendation,
    Review,
    Stage,
    difference,
    rebuilt,
)
from kz_upr.wording import fingerprint

_STAGES = list(Stage)


def union(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """Both tuples as one, each item once."""
    return tuple(dict.fromkeys((*ours, *theirs)))


def by_number(recommendations: Iterable[Recommendation]) -> dict[str, Recommendation]:
    """Recommendations by number; if a number occurs twice, of which the reader warns, the first."""
    found: dict[str, Recommendation] = {}
    for recommendation in recommendations:
        found.setdefault(recommendation.number, recommendation)
    return found


def number_in(ours: Recommendation, read: Mapping[str, Recommendation]) -> str | None:
    """The number under which a document has a recommendation of ours; None if it has none.

    A number that others printed with a wrong paragraph is found by its second part and its States.
    """
    if ours.number in read:
        return ours.number
    second = ours.number.partition(".")[2]
    alike = [
        number
        for number, theirs in read.items()
        if number.partition(".")[2] == second and ours.states and set(ours.states) <= set(theirs.states)
    ]
    return alike[0] if len(alike) == 1 else None


def renumbered(ours: Recommendation, number: str, document: str, warnings: list[ReadingWarning]) -> Recommendation:
    """The recommendation under the number that the document gives it; its id until now still finds it."""
    if number == ours.number:
        return ours
    warnings.append(difference("other-number", ours.id, f"{ours.id} has the number {number} in {document}"))
    id = f"{ours.id.removesuffix(ours.number)}{number}"
    return evolve(ours, number=number, id=id, former_ids=(*ours.former_ids, ours.id))


def with_living_ids(review: Review) -> Review:
    """The review after renumbering: an id that another recommendation now has is nobody's former id.

    Points that spoke of it follow the recommendation that they mean.
    """
    living = {held.id for held in review.recommendations}
    moved = {id: held.id for held in review.recommendations for id in held.former_ids if id in living}
    if not moved:
        return review

    def settled(part: Any) -> Any:
        if isinstance(part, Recommendation) and not moved.keys().isdisjoint(part.former_ids):
            return evolve(part, former_ids=tuple(id for id in part.former_ids if id not in moved))
        if isinstance(part, Point) and not moved.keys().isdisjoint(part.recommendations):
            return evolve(part, recommendations=union((), tuple(moved.get(id, id) for id in part.recommendations)))
        return part

    return rebuilt(review, settled)


def merged(ours: Recommendation, theirs: Recommendation, warnings: list[ReadingWarning]) -> Recommendation:
    """Our recommendation with the wording, positions, tags and citations of the other account."""
    text = ours.official_text or theirs.official_text
    found = fingerprint(text) if text else None
    if ours.text_sha256 and found and found != ours.text_sha256 and not ours.official_text:
        message = f"{ours.id}: the wording in {cite(theirs)} is not the one that was coded (text_sha256 differs)"
        warnings.append(difference("other-wording", ours.id, message))
    if theirs.official_text and fingerprint(theirs.official_text) != found:
        message = f"{ours.id}: the wording in {cite(theirs)} is not the one that the review has, which is kept"
        warnings.append(difference("other-wording", ours.id, message))
    return evolve(
        ours,
        official_text=text,
        text_sha256=ours.text_sha256 or found,
        evidence=Evidence.OFFICIAL_TEXT if text else ours.evidence,
        clauses=_merged_clauses(ours, theirs, warnings),
        positions=merged_positions(ours, theirs.positions, warnings),
        tags=union(ours.tags, theirs.tags),
        citations=union(ours.citations, theirs.citations),
    )


def _merged_clauses(ours: Recommendation, theirs: Recommendation, warnings: list[ReadingWarning]) -> tuple[Clause, ...]:
    if not ours.clauses or not theirs.clauses:
        return ours.clauses or theirs.clauses
    if len(ours.clauses) != len(theirs.clauses):
        message = f"{ours.id}: coded as {len(ours.clauses)} clauses; {cite(theirs)} has {len(theirs.clauses)}"
        warnings.append(difference("other-clauses", ours.id, message))
        if ours.states:
            return ours.clauses
        return (evolve(ours.clauses[0], states=theirs.states), *ours.clauses[1:])
    clauses = []
    for coded, printed in zip(ours.clauses, theirs.clauses, strict=True):
        if coded.states and printed.states and set(coded.states) != set(printed.states):
            message = f"{ours.id}: coded with {_codes(coded)}; {cite(theirs)} has {_codes(printed)}"
            warnings.append(difference("other-states", ours.id, message))
        states, text = coded.states or printed.states, coded.official_text or printed.official_text
        clauses.append(evolve(coded, states=states, official_text=text))
    return tuple(clauses)


def _codes(clause: Clause) -> str:
    return ", ".join(state.iso3 for state in clause.states)


def merged_positions(
    ours: Recommendation, positions: Iterable[Position], warnings: list[ReadingWarning]
) -> tuple[Position, ...]:
    """The positions with the stages that were missing; at a stage that both have ours stands, with both citations."""
    steps: dict[tuple[Stage, PositionValue], Position] = {}
    for position in ours.positions:
        before = steps.get((position.stage, position.value), position)
        steps[position.stage, position.value] = evolve(before, citations=union(before.citations, position.citations))
    stages = {position.stage: position for position in ours.positions}
    for position in positions:
        key = position.stage, position.value
        if key in steps:
            same = steps[key]
            steps[key] = evolve(
                same,
                qualifier=same.qualifier or position.qualifier,
                date=same.date or position.date,
                citations=union(same.citations, position.citations),
            )
        elif position.stage in stages and position.stage is not Stage.LIST:
            held = stages[position.stage]
            message = (
                f"{ours.id}: {held.value} at the stage {held.stage} ({cite(held)}), "
                f"but {position.value} in {cite(position)}"
            )
            warnings.append(difference("other-position", ours.id, message))
        else:
            steps[key] = position
    return tuple(sorted(steps.values(), key=lambda position: _STAGES.index(position.stage)))
