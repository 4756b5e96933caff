"""One recommendation merged from two accounts of it: ours, and that of a document."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from kz_upr.citing import cite
from kz_upr.messages import count
from kz_upr.model import (
    Clause,
    Evidence,
    Position,
    PositionValue,
    ReadingWarning,
    Recommendation,
    Stage,
    difference,
)
from kz_upr.wording import fingerprint

_STAGES = list(Stage)


def union(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """Both tuples as one, each item once."""
    return tuple(dict.fromkeys((*ours, *theirs)))


def missing_values(ours: object, theirs: object, names: Iterable[str]) -> dict[str, Any]:
    """Those of the named values that ours lacks and theirs has."""
    return {
        name: getattr(theirs, name) for name in names if getattr(ours, name) in (None, ()) and getattr(theirs, name)
    }


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
        message = f"{ours.id}: coded as {count(len(ours.clauses), 'clause')}; {cite(theirs)} has {len(theirs.clauses)}"
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
    """The positions with the stages that were missing; at a stage that both have, ours stands, with both citations."""
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
