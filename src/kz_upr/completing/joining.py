"""A review joined with the reading of one document."""

from collections.abc import Callable, Iterable
from typing import Any

from attrs import evolve

from kz_upr.checking.answering import answered_by
from kz_upr.checking.findings import header_findings
from kz_upr.completing.merging import (
    by_number,
    merged,
    merged_positions,
    number_in,
    renumbered,
    union,
    with_living_ids,
)
from kz_upr.documents.readings import AddendumReading, AnyReading, ListReading, ReportReading
from kz_upr.model import Delegation, Recommendation, Review, difference
from kz_upr.numbers import number_key

_HEADER = (
    "session",
    "session_start",
    "session_end",
    "date",
    "meeting",
    "venue",
    "adopted",
    "adopted_meeting",
    "troika",
    "speakers",
    "speaking_states",
    "advance_questions",
    "totals",
)


def joined(review: Review, reading: AnyReading) -> Review:
    """The review with what the document adds, its warnings included."""
    return with_living_ids(_with_known_speakers(_JOIN[type(reading)](review, reading)))


def _with_report(review: Review, reading: ReportReading) -> Review:
    report, name = reading.review, reading.name
    warnings = [
        *reading.warnings,
        *(
            difference(
                finding.aspect.replace(" ", "-").lower(),
                review.id,
                f"{finding.aspect}: {finding.ours} in the review, {finding.theirs} in {finding.document}",
            )
            for finding in header_findings(review, report, name)
            if not finding.agrees and finding.aspect != "totals"
        ),
    ]
    read = by_number(report.recommendations)
    joined: dict[str, Recommendation] = {}
    missing: list[Recommendation] = []
    for ours in review.recommendations:
        number = number_in(ours, read)
        if number is None:
            missing.append(ours)
            warnings.append(difference("not-in-report", ours.id, f"{ours.id} is not in {name}; it is kept"))
        else:
            joined[number] = merged(renumbered(ours, number, name, warnings), read[number], warnings)
    recommendations = [joined.get(number) or _of_review(review, theirs) for number, theirs in read.items()]
    if missing:
        recommendations = sorted([*recommendations, *missing], key=lambda r: number_key(r.number))
    return evolve(
        review,
        **_missing(review, report, _HEADER),
        delegation=_joined_delegation(review.delegation, report.delegation),
        documents=union(review.documents, report.documents),
        recommendations=tuple(recommendations),
        citations=union(review.citations, report.citations),
        warnings=union(review.warnings, tuple(warnings)),
    )


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


def _of_review(review: Review, recommendation: Recommendation) -> Recommendation:
    return evolve(recommendation, id=f"{review.id}-{recommendation.number}")


def _missing(ours: Any, theirs: Any, names: Iterable[str]) -> dict[str, Any]:
    """Those of the named values that ours lacks and theirs has."""
    return {
        name: getattr(theirs, name) for name in names if getattr(ours, name) in (None, ()) and getattr(theirs, name)
    }


def _joined_delegation(ours: Delegation | None, theirs: Delegation | None) -> Delegation | None:
    if ours is None or theirs is None:
        return ours or theirs
    added = _missing(ours, theirs, ("head", "members", "institutions", "stated_size"))
    return evolve(ours, **added, citations=union(ours.citations, theirs.citations)) if added else ours


def _with_addendum(review: Review, addendum: AddendumReading) -> Review:
    positions, unresolved = answered_by(addendum, review)
    warnings = [*addendum.warnings, *unresolved]
    recommendations = tuple(
        evolve(ours, positions=merged_positions(ours, (positions[ours.number],), warnings))
        if ours.number in positions
        else ours
        for ours in review.recommendations
    )
    return evolve(
        review,
        recommendations=recommendations,
        documents=union(review.documents, (addendum.source,)),
        warnings=union(review.warnings, tuple(warnings)),
    )


def _with_list(review: Review, listed: ListReading) -> Review:
    warnings = list(listed.warnings)
    read = by_number(listed.recommendations)
    recommendations = []
    for ours in review.recommendations:
        number = number_in(ours, read)
        if number is None:
            recommendations.append(ours)
            continue
        theirs = read.pop(number)
        if ours.official_text:  # lists often lose a space or a hyphen: the wording of the report stands
            theirs = evolve(theirs, official_text=None, clauses=())
        recommendations.append(merged(renumbered(ours, number, listed.name, warnings), theirs, warnings))
    recommendations += [_of_review(review, theirs) for theirs in read.values()]
    recommendations.sort(key=lambda r: number_key(r.number))
    return evolve(
        review,
        recommendations=tuple(recommendations),
        warnings=union(review.warnings, tuple(warnings)),
    )


_JOIN: dict[type[AnyReading], Callable[[Review, Any], Review]] = {
    ReportReading: _with_report,
    AddendumReading: _with_addendum,
    ListReading: _with_list,
}
