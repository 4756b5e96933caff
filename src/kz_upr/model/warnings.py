"""Warnings: what a reader of documents could not make out, and what does not agree."""

from collections.abc import Iterable

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


def is_damaged(warnings: Iterable[ReadingWarning]) -> bool:
    """Whether there is a warning of damage."""
    return any(warning.kind is WarningKind.DAMAGE for warning in warnings)


def damage_first(warnings: Iterable[ReadingWarning]) -> tuple[ReadingWarning, ...]:
    """The warnings, each once: those of damage, then all others in their order."""
    return tuple(sorted(dict.fromkeys(warnings), key=lambda warning: warning.kind is not WarningKind.DAMAGE))
