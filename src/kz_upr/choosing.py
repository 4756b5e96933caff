"""Which documents belong to a review, and in what order they are taken."""

import datetime
import os
from collections.abc import Iterable, Iterator

from attrs import evolve

from kz_upr.documents.readers import read_document
from kz_upr.documents.readings import AnyReading, Document, ListReading, Reading, ReportReading
from kz_upr.errors import OtherReviewError
from kz_upr.messages import with_article
from kz_upr.model import Review, SourceKind, is_damaged
from kz_upr.numbers import report_symbol

#: No answer has been given later than this after the review.
_LATEST_ANSWER = datetime.timedelta(days=3 * 365)


def review_of(thing: Review | ReportReading | str | os.PathLike[str]) -> Review:
    """A review, the review of a reading, or that of the report at a path. Raises TypeError for anything else."""
    reading = read_document(thing) if isinstance(thing, str | os.PathLike) else thing
    if isinstance(reading, ReportReading):
        return reading.review
    if not isinstance(reading, Review):
        raise TypeError(f"expected a Review or a report first, got {with_article(type(reading).__name__)}")
    return reading


def readings_for(review: Review, documents: Iterable[Document]) -> list[AnyReading]:
    """The reading of every document, in the order in which they are joined, damaged ones after others of their kind.

    Raises :class:`~kz_upr.errors.OtherReviewError` for a document of another review.
    """
    readings = []
    for document in documents:
        reading = read_for(review, document)
        sign = next(_signs_of_another(review, reading), None)
        if sign is not None:
            same_state = reading.state in (None, review.state) and review.edition is not None
            cycle = reading.cycle if same_state and reading.cycle != review.cycle else None
            raise OtherReviewError(f"{reading.name} {sign}", cycle)
        readings.append(_own_part(review, reading) if isinstance(reading, ListReading) else reading)
    return sorted(readings, key=lambda reading: (reading.order, is_damaged(reading.warnings)))


def read_for(review: Review, document: Document, *, strict: bool = False, isolated: bool = False) -> AnyReading:
    """The reading of a document; of an export, only the recommendations in the report of the review.

    With ``strict``, a damaged file is rejected; with ``isolated``, a child process reads it.
    """
    if isinstance(document, str | os.PathLike):
        return read_document(document, symbol=_report(review), strict=strict, isolated=isolated)
    if not isinstance(document, Reading):
        raise TypeError(f"expected a file or a reading of one, got {with_article(type(document).__name__)}")
    return document


def _signs_of_another(review: Review, reading: AnyReading) -> Iterator[str]:
    """The signs that a document belongs to another review, the surest first."""
    if reading.state not in (None, review.state):
        yield f"belongs to a review of {reading.state.name}, not of {review.state.name}"
    report = _report(review)
    if None not in (report, reading.report):
        if report == reading.report:
            return
        if reading.cycle in (None, review.cycle):
            yield f"belongs to the report {reading.report}; that of {review.id} is {report}"
    if reading.cycle not in (None, review.cycle):
        yield f"belongs to cycle {reading.cycle}, not to cycle {review.cycle}"
    elsewhere = f"does not belong to {review.id}:"
    if None not in (review.session, reading.session) and review.session != reading.session:
        yield f"{elsewhere} its session is {reading.session}, that of the review is {review.session}"
    date = reading.source.date
    if date is not None and review.date is not None and not review.date <= date <= review.date + _LATEST_ANSWER:
        yield f"{elsewhere} its date is {date}, that of the review is {review.date}"
    theirs = {number.partition(".")[0] for number in reading.numbers if "." in number}
    ours = {recommendation.number.partition(".")[0] for recommendation in review.recommendations}
    if theirs and ours and not theirs & ours:
        yield f"{elsewhere} its recommendations are numbered {min(theirs)}.…, those of the review {min(ours)}.…"


def _report(review: Review) -> str | None:
    """The symbol of the report of a review. None if it is not known."""
    symbols = (s.symbol for s in review.documents if s.kind is SourceKind.WORKING_GROUP_REPORT and s.symbol)
    return next((report_symbol(symbol) for symbol in symbols), None)


def _own_part(review: Review, listed: ListReading) -> ListReading:
    """The recommendations of this review in a list that covers several reviews or does not name one."""
    if (listed.state, listed.cycle) == (review.state, review.cycle):
        return listed
    if listed.symbol is not None and listed.symbol == _report(review):
        return listed
    own = tuple(r for r in listed.recommendations if r.id.startswith(f"{review.id}-"))
    if not own:
        raise OtherReviewError(f"{listed.name} does not name a review and has no recommendation of {review.id}")
    return evolve(listed, recommendations=own)
