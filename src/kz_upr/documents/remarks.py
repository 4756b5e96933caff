"""The warnings that readers of different documents share."""

from collections.abc import Iterator

from kz_upr.model import ReadingWarning, WarningKind
from kz_upr.wording import ParsedClause, misprinted_names, unknown_names


def unread(code: str, place: str, message: str) -> ReadingWarning:
    """A warning of something that could not be read with certainty."""
    return ReadingWarning(kind=WarningKind.UNREAD, code=code, place=place, message=message)


def inconsistent(code: str, place: str, message: str) -> ReadingWarning:
    """A warning of something in which a document contradicts itself."""
    return ReadingWarning(kind=WarningKind.INCONSISTENCY, code=code, place=place, message=message)


def remarks_on_names(number: str, text: str, clauses: tuple[ParsedClause, ...]) -> Iterator[ReadingWarning]:
    """Warnings of names of States that are misprinted or unrecognised in a recommendation."""
    for remark in misprinted_names(clauses):
        yield unread("misprinted-name", number, f"{number}: {remark}")
    for name in unknown_names(text):
        yield unread("unknown-name", number, f"{number}: unrecognised State name “{name}”")
