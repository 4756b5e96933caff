"""Warnings: what a reader of documents could not make out, and what does not agree."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from attrs import frozen

from kz_upr.model.vocabulary import WarningKind


@frozen(kw_only=True)
class ReadingWarning:
    """Something to check in what was read or joined. ``str()`` gives the message.

    Attributes:
        kind: What is wrong: with the file, within the document, in the reading, or between documents.
        code: A short name for the fault that stays the same between versions, ``repeated-number``.
        place: Where: a number, a paragraph, a row, or the document.
        message: What was found, in a sentence.
    """

    kind: WarningKind
    code: str
    place: str
    message: str

    def __str__(self) -> str:
        return self.message


#: What makes a warning of a code, a place and a message.
WarningMaker: TypeAlias = Callable[[str, str, str], ReadingWarning]


def damaged(code: str, place: str, message: str) -> ReadingWarning:
    """A warning of a sign that a file is incomplete or was altered."""
    return ReadingWarning(kind=WarningKind.DAMAGE, code=code, place=place, message=message)


def inconsistent(code: str, place: str, message: str) -> ReadingWarning:
    """A warning of something in which a document contradicts itself."""
    return ReadingWarning(kind=WarningKind.INCONSISTENCY, code=code, place=place, message=message)


def unread(code: str, place: str, message: str) -> ReadingWarning:
    """A warning of something that could not be read with certainty."""
    return ReadingWarning(kind=WarningKind.UNREAD, code=code, place=place, message=message)


def difference(code: str, place: str, message: str) -> ReadingWarning:
    """A warning that a document differs from the review with which it is joined or compared."""
    return ReadingWarning(kind=WarningKind.DIFFERENCE, code=code, place=place, message=message)


def damage_in(warnings: Iterable[ReadingWarning]) -> list[ReadingWarning]:
    """The warnings of damage."""
    return [warning for warning in warnings if warning.kind == WarningKind.DAMAGE]


def is_damaged(warnings: Iterable[ReadingWarning]) -> bool:
    """Whether there is a warning of damage."""
    return bool(damage_in(warnings))


def damage_first(warnings: Iterable[ReadingWarning]) -> tuple[ReadingWarning, ...]:
    """The warnings, each once: those of damage, then all others in their order."""
    return tuple(sorted(dict.fromkeys(warnings), key=lambda warning: warning.kind is not WarningKind.DAMAGE))
