"""A review checked against its official documents."""

import os

from kz_upr.checking.report import CheckReport
from kz_upr.documents.readings import Document, ReportReading
from kz_upr.model import Review


def check(review: Review | ReportReading | str | os.PathLike[str], *documents: Document) -> CheckReport:
    """The data of a review compared with its official documents, point by point.

    As far as both sides have them, it compares numbers, States, the number of clauses, fingerprints of the wording,
    positions at each stage, totals, speakers, troika and dates. What the review does not know is not a difference;
    recommendations that it lacks according to its coverage are listed as not held. Arguments and errors are those of
    :func:`complete`.
    """
    from kz_upr.checking.whole import checked  # when it is called, so that importing the package stays fast

    return checked(review, documents)
