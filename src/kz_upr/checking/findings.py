"""The data compared with a document, point by point."""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any, NamedTuple

from kz_upr.checking.answering import OPEN, answered_by
from kz_upr.checking.report import Finding
from kz_upr.documents.readings import AddendumReading, AnyReading, ReportReading
from kz_upr.model import Position, ReadingWarning, Recommendation, Review, Stage


class Comparison(NamedTuple):
    """The result of comparing a review with one document."""

    findings: tuple[Finding, ...]
    not_held: tuple[str, ...]
    warnings: tuple[ReadingWarning, ...]


@singledispatch
def compared(reading: AnyReading, review: Review) -> Comparison:
    """The review compared with the reading of a document: a list, if no function for the kind is registered."""
    findings = tuple(_recommendation_findings(review, reading, whole=False))
    return Comparison(findings, _not_held(review, reading.recommendations), reading.warnings)


@compared.register
def _with_report(reading: ReportReading, review: Review) -> Comparison:
    header = header_findings(review, reading.review, reading.name)
    findings = (*header, *_recommendation_findings(review, reading, whole=True))
    return Comparison(findings, _not_held(review, reading.recommendations), reading.warnings)


@compared.register
def _with_addendum(reading: AddendumReading, review: Review) -> Comparison:
    positions, unresolved = answered_by(reading, review)
    findings = tuple(_addendum_findings(review, positions, reading.name))
    return Comparison(findings, (), (*reading.warnings, *unresolved))


_HEADER = (
    "session", "date", "meeting", "adopted", "troika", "speakers", "speaking_states", "advance_questions",
)  # fmt: skip


def header_findings(review: Review, report: Review, document: str) -> Iterator[Finding]:
    """What the header of a report says, as far as both sides have it."""
    for field in _HEADER:
        ours, theirs = _shown(getattr(review, field)), _shown(getattr(report, field))
        if ours is not None and theirs is not None:
            aspect = field.replace("_", " ").replace("states", "States")
            yield Finding(aspect=aspect, where=review.id, ours=ours, theirs=theirs, document=document)
    if review.totals is not None and review.totals.received is not None:
        received, count = str(review.totals.received), str(len(report.recommendations))
        yield Finding(aspect="totals", where=review.id, ours=received, theirs=count, document=document)


def _shown(value: Any) -> str | None:
    """A value in words, States in alphabetical order; None if it is unknown."""
    if isinstance(value, tuple):
        return ", ".join(sorted(state.iso3 for state in value)) or None
    return None if value is None else str(value)


def _recommendation_findings(review: Review, reading: AnyReading, *, whole: bool) -> Iterator[Finding]:
    """Every recommendation of a document; ``whole`` means that it lists all recommendations of the review."""
    document = reading.name
    held = {recommendation.number: recommendation for recommendation in review.recommendations}
    complete = not _lacks_some(review)
    seen = set()
    for theirs in reading.recommendations:
        seen.add(theirs.number)
        ours = held.get(theirs.number)
        if ours is not None or complete:
            present = None if ours is None else theirs.number
            yield Finding(aspect="numbers", where=theirs.number, ours=present, theirs=theirs.number, document=document)
        if ours is not None:
            yield from _pair_findings(ours, theirs, document)
    for number in held if whole else ():
        if number not in seen:
            yield Finding(aspect="numbers", where=number, ours=number, theirs=None, document=document)


def _lacks_some(review: Review) -> bool:
    """Whether, according to its coverage, the review lacks recommendations."""
    stated = review.coverage.recommendations.stated
    return stated is None or len(review.recommendations) < stated


def _not_held(review: Review, read: Iterable[Recommendation]) -> tuple[str, ...]:
    """The numbers in a document that the review lacks according to its coverage."""
    held = {recommendation.number for recommendation in review.recommendations}
    return tuple(theirs.number for theirs in read if theirs.number not in held) if _lacks_some(review) else ()


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


def _addendum_findings(review: Review, answered: dict[str, Position], document: str) -> Iterator[Finding]:
    """Every position of an addendum on a recommendation that is held."""
    for recommendation in review.recommendations:
        position = answered.get(recommendation.number)
        if position is None:
            continue
        ours = next((p for p in recommendation.positions if p.stage is Stage.ADDENDUM), recommendation.final_position)
        if ours is not None and (ours.stage is Stage.ADDENDUM or ours.value not in OPEN):
            yield Finding(
                aspect="position (addendum)",
                where=recommendation.number,
                ours=ours.value.value,
                theirs=position.value.value,
                document=document,
            )
