"""What became of the reading of a damaged document: refused, told, the same, or different in silence."""

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs

from kz_upr import ReadingWarning, Source, WarningKind
from kz_upr.documents import DocumentError, ReportReading, read_document


class Outcome(StrEnum):
    """What became of a reading."""

    #: An error says that the document is not what it should be.
    REFUSED = "refused"
    #: A warning of damage.
    DAMAGE = "damage"
    #: Another warning, which the reading of the sound document lacks.
    TOLD = "told"
    #: The same reading.
    SAME = "same"
    #: Another reading, without a word.
    SILENT = "silent"
    #: An error that is no DocumentError.
    CRASH = "crash"


def content_of(reading: Any) -> Any:
    """All that a reading says, apart from the hash of the file and the warnings."""
    if isinstance(reading, Source):
        reading = attrs.evolve(reading, sha256=None)
    if attrs.has(type(reading)):
        fields = {field.name: getattr(reading, field.name) for field in attrs.fields(type(reading))}
        if isinstance(reading, ReportReading) or "warnings" in fields:
            fields.pop("warnings", None)
        return type(reading).__name__, *((name, content_of(value)) for name, value in fields.items())
    if isinstance(reading, tuple):
        return tuple(map(content_of, reading))
    if hasattr(reading, "items"):
        return tuple((key, content_of(value)) for key, value in reading.items())
    return reading


def judged(content: bytes, ending: str, sound: Any) -> tuple[Outcome, str]:
    """What becomes of the reading of a file with this content, and in which words; ``sound`` is the right reading."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{ending}"
        path.write_bytes(content)
        try:
            reading = read_document(path)
        except DocumentError as error:
            return Outcome.REFUSED, error.reason
        except Exception as error:
            return Outcome.CRASH, f"{type(error).__name__}: {error}"
    told: list[ReadingWarning] = [warning for warning in reading.warnings if warning not in sound.warnings]
    if damage := [warning for warning in told if warning.kind is WarningKind.DAMAGE]:
        return Outcome.DAMAGE, str(damage[0])
    if content_of(reading) == content_of(sound):
        return Outcome.SAME, ""
    return (
        (Outcome.TOLD, str(told[0])) if told else (Outcome.SILENT, difference(content_of(sound), content_of(reading)))
    )


def difference(ours: Any, theirs: Any, path: str = "") -> str:
    """Where two contents first differ, in a few words."""
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        for index, (one, other) in enumerate(zip(ours, theirs, strict=False)):
            if one != other:
                name = ours[0] if ours and isinstance(ours[0], str) and index else str(index)
                return difference(one, other, f"{path}.{name}")
        if len(ours) != len(theirs):
            return f"{path}: {len(ours)} and {len(theirs)}"
    return f"{path}: {str(ours)[:60]!r} and {str(theirs)[:60]!r}"
