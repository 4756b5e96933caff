"""The rules that hold in every object, whoever made it.

They are checked when an edition is built, when a user's file is read, and by :func:`kz_upr.validate`.
"""

import functools
from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

import attrs

from kz_upr.messages import legible, shown
from kz_upr.model.field_types import wrong_types
from kz_upr.model.part_rules import PART_RULES, Faults
from kz_upr.model.parts import parts
from kz_upr.model.recommendations import Position, Recommendation
from kz_upr.model.review import Review, Totals
from kz_upr.model.review_rules import rules_of_review
from kz_upr.model.sources import Note, Source
from kz_upr.model.statements import Statement
from kz_upr.model.warnings import ReadingWarning


def faults_of(thing: object) -> list[tuple[str, str]]:
    """The faults of an object and of everything in it, each with its path; empty if there are none."""
    found = list(parts(thing))
    if wrong := [(path + below, fault) for path, part in found for below, fault in wrong_types(part)]:
        return wrong  # the rules do not hold for other types
    below = [
        (path + below, fault)
        for path, part in found
        for below, fault in (*_uncited(part), *_values(part), *_RULES.get(type(part), _no_rule)(part))
    ]
    return [*below, *_sources(found)]


def _no_rule(_: object) -> Faults:
    yield from ()


def _uncited(part: object) -> Faults:
    if type(part) in _NEED_CITATION and not part.citations:  # type: ignore[attr-defined]
        yield ".citations", f"{_NEED_CITATION[type(part)]} needs at least one citation"


def _sources(found: Iterable[tuple[str, object]]) -> Faults:
    """An id names one source: in a document, a source is given by its id alone."""
    known: dict[str, Source] = {}
    for path, part in found:
        if isinstance(part, Source) and known.setdefault(part.id, part) != part:
            yield f"{path}.id", f"two different sources have the id {legible(part.id)}"


# -- texts and numbers -----------------------------------------------------------------------------

#: Numbers that count from 1; all others count how many there are.
_ORDINALS = frozenset({"cycle", "session", "meeting", "adopted_meeting", "council_session"})


@functools.cache
def _fields(cls: type[Any]) -> tuple[str, ...]:
    return () if cls is ReadingWarning else tuple(field.name for field in attrs.fields(cls))


def _values(part: object) -> Faults:
    """What is wrong with the texts and numbers of an object, whatever they mean."""
    for name in _fields(type(part)):  # type: ignore[arg-type]  # mypy holds classes to be unhashable
        value = getattr(part, name)
        if isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, str):
                    yield from _text(f".{name}[{position}]", item)
        elif isinstance(value, str):
            yield from _text(f".{name}", value)
        elif isinstance(value, int):
            yield from _number(name, value)


def _text(path: str, text: str) -> Faults:
    if isinstance(text, Enum):
        return
    if not any(letter.isprintable() and not letter.isspace() for letter in text):
        yield path, f"expected text, got {shown(text)}"
    elif text[0].isspace() or text[-1].isspace():
        yield path, f"expected no white space at the ends, got {shown(text)}"
    if not text.isascii() and (lone := next((c for c in text if "\ud800" <= c <= "\udfff"), "")):
        yield path, f"cannot be written as UTF-8: it contains half of a character, {shown(lone)}"


def _number(name: str, number: int) -> Faults:
    least = 1 if name in _ORDINALS else 0
    if number < least:
        yield f".{name}", f"must {f'be {least} or more' if least else 'not be negative'}: {number}"


_NEED_CITATION: dict[type[Any], str] = {
    Review: "a review",
    Recommendation: "a recommendation",
    Position: "a position",
    Statement: "a statement",
    Totals: "a set of totals",
    Note: "a note",
}
_RULES: dict[type[Any], Callable[[Any], Faults]] = {**PART_RULES, Review: rules_of_review}
