"""Whether a document is whole: what its file, its pages and its text show, first among the warnings of a reading."""

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import evolve

from kz_upr.documents.readings import AddendumReading, ListReading, ReportReading
from kz_upr.model import ReadingWarning, damage_first

_Reading = TypeVar("_Reading", ReportReading, AddendumReading, ListReading)


def with_evidence(reading: _Reading, evidence: Iterable[ReadingWarning]) -> _Reading:
    """The reading with the warnings of what shows that the document is not whole, damage first."""
    warnings = damage_first((*evidence, *reading.warnings))
    changes: dict[str, Any] = {"warnings": warnings}
    if isinstance(reading, ReportReading):
        changes["review"] = evolve(reading.review, warnings=warnings)
    return evolve(reading, **changes)
