"""The steps of completing a review, in order."""

import os

from attrs import evolve

from kz_upr.choosing import name_of, readings_for, review_of
from kz_upr.completing.disagreements import recounted, with_disagreements
from kz_upr.completing.joining import joined
from kz_upr.completing.sources import with_common_sources
from kz_upr.documents.readings import AnyReading, Document, ReportReading
from kz_upr.errors import InvalidDocumentError
from kz_upr.model import Review, faults_of


def completed(review: Review | ReportReading | str | os.PathLike[str], documents: tuple[Document, ...]) -> Review:
    """The completed review; see :func:`kz_upr.complete`."""
    review = review_of(review)
    if not documents:
        return review
    readings = readings_for(review, documents)
    _refuse_faults(review, *readings)
    review, readings, warnings = with_common_sources(review, readings)
    review = evolve(review, warnings=(*review.warnings, *warnings))
    for reading in readings:
        review = joined(review, reading)
    review = with_disagreements(recounted(_labelled(review, readings)))
    _refuse_faults(review)
    return review


def _refuse_faults(*things: object) -> None:
    if faults := [fault for thing in things for fault in faults_of(thing)]:
        raise InvalidDocumentError(faults)


def _labelled(review: Review, readings: list[AnyReading]) -> Review:
    """The review whose edition names the documents that completed it."""
    if review.edition is None:
        return review
    edition, _, before = review.edition.partition(" with ")
    names = dict.fromkeys([*filter(None, before.split(", ")), *map(name_of, readings)])
    return evolve(review, edition=f"{edition} with {', '.join(names)}")
