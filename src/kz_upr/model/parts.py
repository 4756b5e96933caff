"""The one walk over an object's parts."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from kz_upr.model.sources import Citation, Source

T = TypeVar("T")


def parts(thing: object, path: str = "$") -> Iterator[tuple[str, Any]]:
    """An object and every object in it, each with its path, in the order of the fields.

    Only objects of frozen classes count as parts, not their texts, numbers and dates. A field that follows from others
    is left out.
    """
    if isinstance(thing, tuple):
        for position, item in enumerate(thing):
            yield from parts(item, f"{path}[{position}]")
    elif isinstance(thing, Mapping):
        for key, item in thing.items():
            yield from parts(item, f"{path}[{key!r}]")
    elif attrs.has(type(thing)):
        yield path, thing
        for field in _own_fields(type(thing)):
            yield from parts(getattr(thing, field.name), f"{path}.{field.name}")


def rebuilt(thing: T, change: Callable[[Any], Any]) -> T:
    """The object with ``change`` applied to every part of it, the innermost first; itself if nothing changes."""
    if isinstance(thing, tuple):
        items = tuple([rebuilt(item, change) for item in thing])
        return thing if all(new is old for new, old in zip(items, thing, strict=True)) else items  # type: ignore[return-value]
    if isinstance(thing, Mapping):
        values = {key: rebuilt(item, change) for key, item in thing.items()}
        return thing if all(values[key] is thing[key] for key in values) else type(thing)(values)  # type: ignore[call-arg]
    if not attrs.has(type(thing)):
        return thing
    changes = {}
    for field in _own_fields(type(thing)):
        before = getattr(thing, field.name)
        after = rebuilt(before, change)
        if after is not before:
            changes[field.name] = after
    changed: T = change(attrs.evolve(thing, **changes) if changes else thing)  # type: ignore[misc]
    return changed


def _own_fields(cls: Any) -> list[Any]:
    """The fields of a class without those that follow from others."""
    return [field for field in attrs.fields(cls) if field.init]


def sources_of(thing: object) -> tuple[Source, ...]:
    """Every source that an object cites or names, each once, in the order of their first mention."""
    found: dict[str, Source] = {}
    for _, part in parts(thing):
        if isinstance(part, Source):
            found.setdefault(part.id, part)
    return tuple(found.values())


def citations_of(thing: object) -> tuple[tuple[str, Citation], ...]:
    """Every citation in an object, with the path to it, in order.

    It shows where each fact is recorded, and which facts are inferred.

    >>> import kz_upr
    >>> totals = kz_upr.load_review().totals
    >>> [(path, citation.locator) for path, citation in kz_upr.citations_of(totals)]
    [('$.citations[0]', 'para. 672'), ('$.citations[1]', 'para. 706')]
    """
    return tuple((path, part) for path, part in parts(thing) if isinstance(part, Citation))
