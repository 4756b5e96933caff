"""Two readings of one document: where they differ, since only one of them can be used."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from attrs import evolve, fields

from kz_upr.documents.readings import AddendumReading, AnyReading, ReportReading
from kz_upr.model import ReadingWarning, Recommendation, Source, difference, is_damaged, rebuilt

_SHOWN = 5


def differing_readings(readings: Sequence[AnyReading]) -> Iterator[ReadingWarning]:
    """Warnings of readings of the same document that differ, in the order in which they are taken."""
    for one, other in combinations(readings, 2):
        if type(one) is not type(other) or not _same_document(one, other):
            continue
        places = list(_differing(_content(one), _content(other)))
        if places:
            taken = "the undamaged one" if is_damaged(other.warnings) > is_damaged(one.warnings) else "the first"
            more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
            message = f"two readings of {one.name} differ in {', '.join(places[:_SHOWN])}{more}; {taken} is taken"
            yield difference("differing-readings", one.name, message)


def _same_document(one: AnyReading, other: AnyReading) -> bool:
    return (one.source.symbol or one.source.id) == (other.source.symbol or other.source.id)


def _content(reading: AnyReading) -> dict[str, Any]:
    """What a reading says, by the place that a message names, whatever the file was."""
    plain = rebuilt(reading, lambda part: evolve(part, sha256=None) if isinstance(part, Source) else part)
    said = _by_number(plain.recommendations)
    if isinstance(plain, AddendumReading):
        return {**said, "the rest": (plain.rest, plain.rest_paragraphs), "the numbers": plain.unanswered}
    if not isinstance(plain, ReportReading):
        return said
    review = plain.review
    header = {
        field.name.replace("_", " "): getattr(review, field.name)
        for field in fields(type(review))
        if field.name not in ("recommendations", "warnings", "documents", "coverage", "citations")
    }
    return header | said


def _by_number(recommendations: Sequence[Recommendation]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for recommendation in recommendations:
        found.setdefault(recommendation.number, []).append(recommendation)
    return found


def _differing(ours: dict[str, Any], theirs: dict[str, Any]) -> Iterator[str]:
    return (place for place in dict.fromkeys((*ours, *theirs)) if ours.get(place) != theirs.get(place))
