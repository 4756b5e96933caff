"""A review checked against its official documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kz_upr.model import Review, damage_first

if TYPE_CHECKING:  # not needed until a review is checked
    import os

    from kz_upr.checking.report import CheckReport
    from kz_upr.documents import Document, ReportReading


def check(review: Review | ReportReading | str | os.PathLike[str], *documents: Document) -> CheckReport:
    """The data of a review compared with its official documents, point by point.

    As far as both sides have them, it compares numbers, States, the number of clauses, fingerprints of the wording,
    positions at each stage, totals, speakers, troika and dates. What the review does not know is not a difference;
    recommendations that it lacks according to its coverage are listed as not held. Arguments and errors are those of
    :func:`complete`.
    """
    # imported when it is called, so that importing the package stays fast
    from kz_upr.checking.findings import compared
    from kz_upr.checking.report import CheckReport
    from kz_upr.choosing import readings_for, review_of

    review = review_of(review)
    readings = readings_for(review, documents)
    results = [compared(reading, review) for reading in readings]
    return CheckReport(
        review=review.id,
        edition=review.edition,
        findings=tuple(finding for result in results for finding in result.findings),
        not_held=tuple(dict.fromkeys(number for result in results for number in result.not_held)),
        warnings=damage_first(warning for result in results for warning in result.warnings),
    )
