"""A review joined with the reading of one document."""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

from attrs import evolve

from kz_upr.checking.answering import answered_by
from kz_upr.checking.findings import header_findings
from kz_upr.completing.merging import merged, merged_positions, missing_values, union
from kz_upr.documents.readings import AddendumReading, AnyReading, ReportReading
from kz_upr.model import Delegation, Point, ReadingWarning, Recommendation, Review, difference, rebuilt
from kz_upr.numbers import number_key

_HEADER = (
    "session", "session_start", "session_end", "date", "meeting", "venue", "adopted", "adopted_meeting", "troika",
    "speakers", "speaking_states", "advance_questions", "totals",
)  # fmt: skip
_DELEGATION = ("head", "members", "institutions", "stated_size")


def joined(review: Review, reading: AnyReading) -> Review:
    """The review with what the document adds, its warnings included."""
    warnings = list(reading.warnings)
    review = _with(reading, review, warnings)
    review = evolve(review, warnings=union(review.warnings, tuple(warnings)))
    return _with_living_ids(_with_known_speakers(review))


def _with_known_speakers(review: Review) -> Review:
    """The review without its list of speaking States if this lacks States that recommend."""
    speaking = review.speaking_states
    silent = {state for r in review.recommendations for state in r.states} - set(speaking)
    if not speaking or not silent:
        return review
    names = ", ".join(sorted(state.name for state in silent))
    message = f"the list of speaking States is omitted, since it lacks recommending States: {names}"
    warning = difference("silent-states", review.id, message)
    return evolve(review, speaking_states=(), warnings=union(review.warnings, (warning,)))


@singledispatch
def _with(listed: AnyReading, review: Review, warnings: list[ReadingWarning]) -> Review:
    """The review with what a document of this kind adds: a list, if no function for the kind is registered."""
    read = _by_number(listed.recommendations)
    recommendations = []
    for ours, theirs in _pairs(review, read, listed.name, warnings):
        if theirs is not None and ours.official_text:
            # lists often lose a space or a hyphen: the wording of the report stands
            theirs = evolve(theirs, official_text=None, clauses=())
        recommendations.append(ours if theirs is None else merged(ours, theirs, warnings))
    recommendations += _added(review, read)
    recommendations.sort(key=lambda r: number_key(r.number))
    return evolve(review, recommendations=tuple(recommendations))


@_with.register
def _with_report(reading: ReportReading, review: Review, warnings: list[ReadingWarning]) -> Review:
    report, name = reading.review, reading.name
    for finding in header_findings(review, report, name):
        if not finding.agrees and finding.aspect != "totals":
            message = f"{finding.aspect}: {finding.ours} in the review, {finding.theirs} in {finding.document}"
            warnings.append(difference(finding.aspect.replace(" ", "-").lower(), review.id, message))
    read = _by_number(report.recommendations)
    places = {number: place for place, number in enumerate(read)}
    recommendations, missing = [], []
    for ours, theirs in _pairs(review, read, name, warnings):
        if theirs is not None:
            recommendations.append(merged(ours, theirs, warnings))
        else:
            missing.append(ours)
            warnings.append(difference("not-in-report", ours.id, f"{ours.id} is not in {name}; it is kept"))
    recommendations += _added(review, read)
    recommendations.sort(key=lambda r: places[r.number])
    if missing:
        recommendations = sorted([*recommendations, *missing], key=lambda r: number_key(r.number))
    return evolve(
        review,
        **missing_values(review, report, _HEADER),
        delegation=_joined_delegation(review.delegation, report.delegation),
        documents=union(review.documents, report.documents),
        recommendations=tuple(recommendations),
        citations=union(review.citations, report.citations),
    )


def _joined_delegation(ours: Delegation | None, theirs: Delegation | None) -> Delegation | None:
    if ours is None or theirs is None:
        return ours or theirs
    added = missing_values(ours, theirs, _DELEGATION)
    return evolve(ours, **added, citations=union(ours.citations, theirs.citations)) if added else ours


@_with.register
def _with_addendum(addendum: AddendumReading, review: Review, warnings: list[ReadingWarning]) -> Review:
    positions, unresolved = answered_by(addendum, review)
    warnings += unresolved
    recommendations = tuple(
        evolve(ours, positions=merged_positions(ours, (positions[ours.number],), warnings))
        if ours.number in positions
        else ours
        for ours in review.recommendations
    )
    return evolve(review, recommendations=recommendations, documents=union(review.documents, (addendum.source,)))


# Which recommendation of the review a document means


def _by_number(recommendations: Iterable[Recommendation]) -> dict[str, Recommendation]:
    """Recommendations by number; if a number occurs twice, about which the reader warns, the first."""
    found: dict[str, Recommendation] = {}
    for recommendation in recommendations:
        found.setdefault(recommendation.number, recommendation)
    return found


def _pairs(
    review: Review, read: dict[str, Recommendation], document: str, warnings: list[ReadingWarning]
) -> Iterator[tuple[Recommendation, Recommendation | None]]:
    """Each recommendation of the review, under the number that the document gives it, and that of the document.

    The latter is taken out of ``read``; it is None if the document has none. A number that others printed with a wrong
    paragraph is found by its second part and its States.
    """
    held = {recommendation.number for recommendation in review.recommendations}
    for ours in review.recommendations:
        theirs = read.pop(ours.number, None)
        if theirs is None:
            alike = [each for each in read.values() if each.number not in held and _may_be_misprinted(ours, each)]
            if len(alike) == 1:
                theirs = read.pop(alike[0].number)
                ours = _renumbered(ours, theirs.number, document, warnings)
        yield ours, theirs


def _may_be_misprinted(ours: Recommendation, theirs: Recommendation) -> bool:
    """Whether the number of ours may be that of theirs with a wrong paragraph."""
    same_item = ours.number.partition(".")[2] == theirs.number.partition(".")[2]
    return same_item and bool(ours.states) and set(ours.states) <= set(theirs.states)


def _renumbered(ours: Recommendation, number: str, document: str, warnings: list[ReadingWarning]) -> Recommendation:
    """The recommendation under the number that the document gives it; its previous id still finds it."""
    warnings.append(difference("other-number", ours.id, f"{ours.id} has the number {number} in {document}"))
    id = f"{ours.id.removesuffix(ours.number)}{number}"
    return evolve(ours, number=number, id=id, former_ids=(*ours.former_ids, ours.id))


def _added(review: Review, read: dict[str, Recommendation]) -> Iterator[Recommendation]:
    """The recommendations that only the document has, as those of the review."""
    return (evolve(theirs, id=f"{review.id}-{number}") for number, theirs in read.items())


def _with_living_ids(review: Review) -> Review:
    """The review after renumbering: an id that another recommendation now has is no longer a former id.

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
