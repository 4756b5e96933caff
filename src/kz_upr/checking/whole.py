"""The steps of checking a review."""

import os
from collections.abc import Callable, Iterable
from typing import Any

from kz_upr.checking.findings import addendum_findings, answered_by, header_findings, recommendation_findings
from kz_upr.checking.report import CheckReport, Finding
from kz_upr.choosing import name_of, readings_for, review_of
from kz_upr.documents.readings import AddendumReading, AnyReading, Document, ListReading, ReportReading
from kz_upr.model import Review


def checked(review: Review | ReportReading | str | os.PathLike[str], documents: tuple[Document, ...]) -> CheckReport:
    """The result of the check; see :func:`kz_upr.check`."""
    review = review_of(review)
    findings: list[Finding] = []
    not_held: list[str] = []
    readings = readings_for(review, documents)
    warnings = [warning for reading in readings for warning in reading.warnings]
    for reading in readings:
        findings += _COMPARE[type(reading)](review, reading, not_held)
        if isinstance(reading, AddendumReading):
            warnings += answered_by(reading, review)[1]
    return CheckReport(
        review=review.id,
        edition=review.edition,
        findings=tuple(findings),
        not_held=tuple(dict.fromkeys(not_held)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _with_report(review: Review, reading: ReportReading, not_held: list[str]) -> Iterable[Finding]:
    name = name_of(reading)
    yield from header_findings(review, reading.review, name)
    yield from recommendation_findings(review, reading.review.recommendations, name, not_held, whole=True)


def _with_addendum(review: Review, reading: AddendumReading, _: list[str]) -> Iterable[Finding]:
    return addendum_findings(review, reading)


def _with_list(review: Review, reading: ListReading, not_held: list[str]) -> Iterable[Finding]:
    return recommendation_findings(review, reading.recommendations, name_of(reading), not_held, whole=False)


_COMPARE: dict[type[AnyReading], Callable[[Review, Any, list[str]], Iterable[Finding]]] = {
    ReportReading: _with_report,
    AddendumReading: _with_addendum,
    ListReading: _with_list,
}
