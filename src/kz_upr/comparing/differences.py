"""What two editions of the data have in common, and where they differ."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import frozen

from kz_upr.loading import load_reviews
from kz_upr.mappings import frozen_data
from kz_upr.model import Discrepancy, Recommendation, Review, Source, Statement, sources_of
from kz_upr.structuring import unstructure

#: Fields of a review that are compared by their own ids, or always differ.
_NOT_COMPARED = {"statements", "recommendations", "discrepancies", "edition"}
_PLURALS = {"discrepancy": "discrepancies"}


@frozen(kw_only=True)
class FieldChange:
    """One field that differs between two editions.

    Attributes:
        name: The field, with the path to the part that differs: ``delegation.head.name``.
        old: Its value in the earlier edition, as data that cannot be changed: lists are tuples. None if absent.
        new: Its value in the later edition. None if absent.
    """

    name: str
    old: Any
    new: Any


@frozen(kw_only=True)
class ObjectChange:
    """An object that differs between two editions.

    Attributes:
        kind: Name of its class in lower case.
        id: Its id.
        fields: The fields that differ.
    """

    kind: str
    id: str
    fields: tuple[FieldChange, ...]


@frozen(kw_only=True)
class EditionDiff:
    """The differences between two editions. ``str()`` gives a readable report.

    Attributes:
        old: Id of the earlier edition.
        new: Id of the later edition.
        added: Objects that only the later edition has, as pairs of kind and id.
        removed: Objects that only the earlier edition has, as pairs of kind and id.
        changed: Objects that both editions have and that differ.
    """

    old: str
    new: str
    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    changed: tuple[ObjectChange, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def __repr__(self) -> str:
        return (
            f"<EditionDiff {self.old} -> {self.new}: "
            f"{len(self.added)} added, {len(self.removed)} removed, {len(self.changed)} changed>"
        )

    def __str__(self) -> str:
        import textwrap  # only printing needs it

        return "\n".join(
            line
            for indent, text in _lines(self)
            for line in textwrap.wrap(
                text,
                80,
                initial_indent=" " * indent,
                subsequent_indent=" " * (indent + 4),
                break_long_words=False,
                break_on_hyphens=False,
            )
        )


def differences(old: str, new: str) -> EditionDiff:
    """The differences between two editions, given by their ids."""
    before, after = _objects(old), _objects(new)
    changed = (
        ObjectChange(kind=key[0], id=key[1], fields=fields)
        for key in before
        if key in after and (fields := tuple(_field_changes(before[key], after[key])))
    )
    return EditionDiff(
        old=old,
        new=new,
        added=tuple(key for key in after if key not in before),
        removed=tuple(key for key in before if key not in after),
        changed=tuple(changed),
    )


def _objects(edition: str) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for review in load_reviews(edition=edition):
        things: tuple[Review | Statement | Recommendation | Discrepancy | Source, ...] = (
            review,
            *review.statements,
            *review.recommendations,
            *review.discrepancies,
            *sources_of(review),
        )
        for thing in things:
            found[type(thing).__name__.lower(), thing.id] = thing
    return found


def _field_changes(old: Any, new: Any) -> Iterator[FieldChange]:
    before, after = unstructure(old), unstructure(new)
    for field in attrs.fields(type(old)):
        if field.name not in _NOT_COMPARED:
            yield from _changes(field.name, before.get(field.name), after.get(field.name))


def _changes(name: str, old: Any, new: Any) -> Iterator[FieldChange]:
    """The changes in a value and in its parts, each named where it occurs."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from _changes(f"{name}.{key}", old.get(key), new.get(key))
    elif old != new:
        yield FieldChange(name=name, old=frozen_data(old), new=frozen_data(new))


def _lines(diff: EditionDiff) -> Iterator[tuple[int, str]]:
    """The lines of the report, each with its indentation."""
    yield 0, f"Edition {diff.old} to {diff.new}"
    if not diff:
        yield 2, "no differences"
    for heading, keys in (("Added", diff.added), ("Removed", diff.removed)):
        if keys:
            yield 0, f"{heading}: {len(keys)}"
            kinds: dict[str, list[str]] = {}
            for kind, id in keys:
                kinds.setdefault(kind, []).append(id)
            for kind, ids in kinds.items():
                shown = ", ".join(ids[:6]) + (f", … {ids[-1]}" if len(ids) > 6 else "")
                yield 2, f"{len(ids)} {kind if len(ids) == 1 else _PLURALS.get(kind, kind + 's')}: {shown}"
    if diff.changed:
        yield 0, f"Changed: {len(diff.changed)}"
    for change in diff.changed:
        yield 2, f"{change.kind} {change.id}"
        for field in change.fields:
            yield 4, f"{field.name}: {_shown(field.old)} -> {_shown(field.new)}"


def _shown(value: Any, most: int = 50) -> str:
    text = _in_words(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _in_words(value: Any) -> str:
    if value is None:
        return "absent"
    if isinstance(value, tuple):
        return f"{len(value)} {'entry' if len(value) == 1 else 'entries'}"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_in_words(item)}" for key, item in value.items())
    return str(value)
