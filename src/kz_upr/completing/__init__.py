"""A review completed from its official documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from kz_upr.errors import InvalidDocumentError
from kz_upr.model import Review, damage_first, faults_of

if TYPE_CHECKING:  # the readings are not needed until a document is read
    import os

    from kz_upr.documents import AnyReading, Document, ReportReading


def complete(review: Review | ReportReading | str | os.PathLike[str], *documents: Document) -> Review:
    """The review with what its official documents add.

    ``review`` is a review, the reading of a report, or the path of a report. ``documents`` are files (report of the
    Working Group and addendum as PDF, OHCHR's thematic list as .docx, an export of the Universal Human Rights Index as
    .json or .xlsx) or readings of them, in any order. Pass all of them in one call, since the wording of a report takes
    precedence over that of a list. The result has the official wording, recommendations that were missing, positions
    stage by stage, official tags, troika, speakers, advance questions and members of the delegation, each with its
    citation. What the package has coded stays; ``warnings`` says where a document differs, including where
    ``text_sha256`` shows that the wording is not the one that was coded, and first where a document is damaged. Of two
    readings of one document that differ, one without damage is taken, otherwise the first, with a warning. A list that
    contradicts the last stage of the review, and totals that the documents exceed, become ``discrepancies``.

    Raises :class:`~kz_upr.errors.OtherReviewError` (a ValueError) for a document of another review,
    :class:`~kz_upr.documents.DocumentError` for a file that is not such a document, and
    :class:`~kz_upr.errors.InvalidDocumentError` if the review or a reading breaks a rule of the model, or the result
    would, with all its faults and a note (``__notes__``) that names it.

    >>> import kz_upr
    >>> review = kz_upr.complete(kz_upr.load_review(2), "A-HRC-28-10.pdf")  # doctest: +SKIP
    >>> review.recommendations[0].official_text.startswith("Adopt")  # doctest: +SKIP
    True
    """
    # imported when it is called, so that importing the package stays fast
    from kz_upr.choosing import readings_for, review_of
    from kz_upr.completing.differing import differing_readings
    from kz_upr.completing.disagreements import recounted, with_disagreements
    from kz_upr.completing.joining import joined
    from kz_upr.completing.sources import with_common_sources

    review = review_of(review)
    _refuse_faults(review, review.id)
    if not documents:
        return review
    readings = readings_for(review, documents)
    for reading in readings:
        _refuse_faults(reading, reading.name)
    differing = differing_readings(readings)
    review, readings, warnings = with_common_sources(review, readings)
    review = evolve(review, warnings=(*review.warnings, *warnings, *differing))
    for reading in readings:
        review = joined(review, reading)
    review = with_disagreements(recounted(_labelled(review, readings)))
    review = evolve(review, warnings=damage_first(review.warnings))
    _refuse_faults(review, f"{review.id}, completed")
    return review


def _refuse_faults(thing: object, name: str) -> None:
    if faults := faults_of(thing):
        error = InvalidDocumentError(faults)
        error.add_note(str(name))  # which may be what is wrong
        raise error


def _labelled(review: Review, readings: list[AnyReading]) -> Review:
    """The review whose edition names the documents that completed it."""
    if review.edition is None:
        return review
    edition, _, before = review.edition.partition(" with ")
    names = dict.fromkeys([*filter(None, before.split(", ")), *(reading.name for reading in readings)])
    return evolve(review, edition=f"{edition} with {', '.join(names)}")
