"""Whether a document is whole: what its file, its pages and its text show, first among the warnings of a reading."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve

from kz_upr.documents.errors import DocumentError
from kz_upr.documents.readings import AddendumReading, ListReading, ReportReading
from kz_upr.model import ReadingWarning, WarningKind

_SHOWN = 3
_Reading = TypeVar("_Reading", ReportReading, AddendumReading, ListReading)


def with_evidence(reading: _Reading, evidence: Iterable[ReadingWarning]) -> _Reading:
    """The reading with the warnings of what shows that the document is not whole, damage first."""
    found = sorted(evidence, key=lambda warning: warning.kind is not WarningKind.DAMAGE)
    if not found:
        return reading
    warnings = tuple(dict.fromkeys((*found, *reading.warnings)))
    changes: dict[str, Any] = {"warnings": warnings}
    if isinstance(reading, ReportReading):
        changes["review"] = evolve(reading.review, warnings=warnings)
    return evolve(reading, **changes)


def refuse_damage(path: Path, warnings: Iterable[ReadingWarning]) -> None:
    """Raise DocumentError if there is a warning of damage."""
    damage = [str(warning) for warning in warnings if warning.kind is WarningKind.DAMAGE]
    if damage:
        more = f" (and {len(damage) - _SHOWN} more)" if len(damage) > _SHOWN else ""
        raise DocumentError(path, f"is damaged: {'; '.join(damage[:_SHOWN])}{more}")
