"""The data compared with a document, point by point."""

from collections.abc import Iterable, Iterator
from typing import Any

from kz_upr.checking.report import Finding
from kz_upr.choosing import name_of
from kz_upr.documents.readings import AddendumReading
from kz_upr.model import Position, ReadingWarning, Recommendation, Review, Stage, WarningKind

_HEADER = (
    ("session", "session"),
    ("date", "date"),
    ("meeting", "meeting"),
    ("adopted", "adopted"),
    ("troika", "troika"),
    ("speakers", "speakers"),
    ("speaking States", "speaking_states"),
    ("advance questions", "advance_questions"),
)


def header_findings(review: Review, report: Review, document: str) -> Iterator[Finding]:
    """What the header of a report says, as far as both sides have it."""
    for aspect, field in _HEADER:
        ours, theirs = _shown(getattr(review, field)), _shown(getattr(report, field))
        if ours is not None and theirs is not None:
            yield Finding(aspect=aspect, where=review.id, ours=ours, theirs=theirs, document=document)
    if review.totals is not None and review.totals.received is not None:
        received, count = str(review.totals.received), str(len(report.recommendations))
        yield Finding(aspect="totals", where=review.id, ours=received, theirs=count, document=document)


def _shown(value: Any) -> str | None:
    """A value in words, States in alphabetical order; None if it is unknown."""
    if isinstance(value, tuple):
        return ", ".join(sorted(state.iso3 for state in value)) or None
    return None if value is None else str(value)


def recommendation_findings(
    review: Review, read: Iterable[Recommendation], document: str, not_held: list[str], *, whole: bool
) -> Iterator[Finding]:
    """Every recommendation of a document; ``whole`` means that it lists all recommendations of the review.

    Numbers that, according to the coverage, are not held are added to ``not_held``.
    """
    held = {recommendation.number: recommendation for recommendation in review.recommendations}
    stated = review.coverage.recommendations.stated
    incomplete = stated is None or len(held) < stated
    seen = set()
    for theirs in read:
        seen.add(theirs.number)
        ours = held.get(theirs.number)
        if ours is None and incomplete:
            not_held.append(theirs.number)
            continue
        present = None if ours is None else theirs.number
        yield Finding(aspect="numbers", where=theirs.number, ours=present, theirs=theirs.number, document=document)
        if ours is not None:
            yield from _pair_findings(ours, theirs, document)
    for number in held if whole else ():
        if number not in seen:
            yield Finding(aspect="numbers", where=number, ours=number, theirs=None, document=document)


def _pair_findings(ours: Recommendation, theirs: Recommendation, document: str) -> Iterator[Finding]:
    def finding(aspect: str, here: str, there: str) -> Finding:
        return Finding(aspect=aspect, where=ours.number, ours=here, theirs=there, document=document)

    if ours.states and theirs.states:
        here, there = (" ".join(sorted(state.iso3 for state in r.states)) for r in (ours, theirs))
        yield finding("States", here, there)
    if ours.clauses and theirs.clauses:
        yield finding("clauses", str(len(ours.clauses)), str(len(theirs.clauses)))
    if ours.text_sha256 and theirs.text_sha256 and not any(p.stage is Stage.LIST for p in theirs.positions):
        yield finding("wording", ours.text_sha256[:12], theirs.text_sha256[:12])
    stages = {position.stage: position for position in ours.positions}
    for position in theirs.positions:
        step = ours.final_position if position.stage is Stage.LIST else stages.get(position.stage)
        if step is not None:
            yield finding(f"position ({position.stage})", step.value.value, position.value.value)


def addendum_findings(review: Review, addendum: AddendumReading) -> Iterator[Finding]:
    """Every position of an addendum on a recommendation that is held."""
    answered, _ = answered_by(addendum, review)
    for recommendation in review.recommendations:
        position = answered.get(recommendation.number)
        if position is None:
            continue
        ours = next((p for p in recommendation.positions if p.stage is Stage.ADDENDUM), recommendation.final_position)
        if ours is not None:
            yield Finding(
                aspect="position (addendum)",
                where=recommendation.number,
                ours=ours.value.value,
                theirs=position.value.value,
                document=name_of(addendum),
            )


def answered_by(addendum: AddendumReading, review: Review) -> tuple[dict[str, Position], list[ReadingWarning]]:
    """The positions of an addendum by the numbers of the review, and warnings of those that fit none or several."""
    numbers = [recommendation.number for recommendation in review.recommendations]
    answered: dict[str, Position] = {}
    unresolved: list[ReadingWarning] = []
    for printed, position in addendum.positions.items():
        meant = [n for n in numbers if n == printed or ("." not in printed and n.endswith(f".{printed}"))]
        if len(meant) == 1:
            answered[meant[0]] = position
        else:
            fits = f"could be any of {', '.join(meant)}" if meant else "is not a recommendation that is held"
            message = f"{name_of(addendum)} answers {printed}, which {fits}"
            unresolved.append(
                ReadingWarning(kind=WarningKind.DIFFERENCE, code="unknown-number", place=printed, message=message)
            )
    return answered, unresolved
