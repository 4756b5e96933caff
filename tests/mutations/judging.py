"""What became of the reading of a damaged document: refused, told, the same, or different in silence."""

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs

from kz_upr import ReadingWarning, Recommendation, Source, WarningKind
from kz_upr.documents import AddendumReading, AnyReading, DocumentError, ReportReading, read_document


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


def read_content(content: bytes, ending: str) -> AnyReading:
    """The reading of a document with this content."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document{ending}"
        path.write_bytes(content)
        return read_document(path)


def judged(content: bytes, ending: str, sound: AnyReading) -> tuple[Outcome, str]:
    """What becomes of the reading of a document with this content, and in which words; ``sound`` is the right reading.

    The words for a reading that differs in silence are the aspects in which it does.
    """
    try:
        reading = read_content(content, ending)
    except DocumentError as error:
        return Outcome.REFUSED, error.reason
    except Exception as error:
        return Outcome.CRASH, f"{type(error).__name__}: {error}"
    told: list[ReadingWarning] = [warning for warning in reading.warnings if warning not in sound.warnings]
    if damage := [warning for warning in told if warning.kind is WarningKind.DAMAGE]:
        return Outcome.DAMAGE, str(damage[0])
    if not (differing := differences(sound, reading)):
        return Outcome.SAME, ""
    return (Outcome.TOLD, str(told[0])) if told else (Outcome.SILENT, ", ".join(differing))


def differences(ours: AnyReading, theirs: AnyReading) -> list[str]:
    """The aspects in which two readings differ."""
    one, other = aspects(ours), aspects(theirs)
    return [aspect for aspect in dict.fromkeys((*one, *other)) if one.get(aspect) != other.get(aspect)]


def aspects(reading: AnyReading) -> dict[str, Any]:
    """All that a reading says, by aspect, apart from the hash of the file and the warnings."""
    said: dict[str, Any] = {"header": _header(reading)}
    if isinstance(reading, AddendumReading):
        said["positions"] = _plain((dict(reading.positions), reading.rest, reading.rest_paragraphs, reading.unanswered))
        return said
    if isinstance(reading, ReportReading):
        review = reading.review
        said["delegation"], said["dialogue"] = _plain(review.delegation), _plain(review.statements)
        said["references"] = _plain(reading.references)
        return said | _of_recommendations(review.recommendations)
    return said | _of_recommendations(reading.recommendations) | {"ids": dict(reading.annotations)}


def _of_recommendations(recommendations: tuple[Recommendation, ...]) -> dict[str, Any]:
    return {
        "numbers": [r.number for r in recommendations],
        "wording": [(r.official_text, *(clause.official_text for clause in r.clauses)) for r in recommendations],
        "States": [[[state.iso3 for state in clause.states] for clause in r.clauses] for r in recommendations],
        "positions": [[(p.value, p.stage, p.qualifier) for p in r.positions] for r in recommendations],
        "tags": [[(tag.kind, tag.scheme, tag.code, tag.label) for tag in r.tags] for r in recommendations],
    }


def _header(reading: AnyReading) -> Any:
    told = [reading.source, reading.state, reading.cycle, reading.session, reading.symbol]
    if isinstance(reading, ReportReading):
        apart = ("recommendations", "statements", "delegation", "warnings", "coverage")
        told += [getattr(reading.review, f.name) for f in attrs.fields(type(reading.review)) if f.name not in apart]
    return _plain(tuple(told))


def _plain(thing: Any) -> Any:
    """An object as tuples, without the hash of the file."""
    if isinstance(thing, Source):
        thing = attrs.evolve(thing, sha256=None)
    if attrs.has(type(thing)):
        fields = attrs.fields(type(thing))
        return type(thing).__name__, *(_plain(getattr(thing, field.name)) for field in fields)
    if isinstance(thing, tuple):
        return tuple(map(_plain, thing))
    if isinstance(thing, dict):
        return {key: _plain(value) for key, value in thing.items()}
    return thing
