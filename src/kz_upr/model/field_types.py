"""Whether the fields of an object have the types that its class declares."""

import datetime
import functools
from collections.abc import Iterator, Mapping
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

from kz_upr.messages import shown, with_article

#: No number in a review comes near it, on either side of zero.
MOST = 1_000_000
_NAMES = {str: "string", int: f"integer up to {MOST:,}", bool: "Boolean", datetime.date: "date", NoneType: "None"}


def wrong_types(part: object) -> Iterator[tuple[str, str]]:
    """The fields that hold something other than the class declares, as (path below the object, what is wrong)."""
    for name, types, items in _declared(type(part)):  # type: ignore[arg-type]  # mypy holds classes to be unhashable
        value = getattr(part, name)
        if not any(_is(value, cls) for cls in types):
            yield f".{name}", _wrong(value, types)
        elif items and isinstance(value, tuple):
            for position, item in enumerate(value):
                if not _is(item, items):
                    yield f".{name}[{position}]", _wrong(item, (items,))


@functools.cache
def _declared(cls: type[Any]) -> tuple[tuple[str, tuple[type[Any], ...], type[Any] | None], ...]:
    """The fields of a class: name, types, and the type of the items if it is a tuple."""
    declared = []
    for field in attrs.fields(cls):
        kinds: tuple[Any, ...] = (field.type,) if get_origin(field.type) in (tuple, Mapping) else get_args(field.type)
        kinds = kinds or (field.type,)
        types = tuple(get_origin(kind) or kind for kind in kinds)
        items = next((get_args(kind)[0] for kind in kinds if get_origin(kind) is tuple), None)
        declared.append((field.name, types, items))
    return tuple(declared)


def _is(value: object, cls: type[Any]) -> bool:
    """Whether a value has exactly this type: a Boolean is not an integer, nor a word of a vocabulary a free text."""
    if cls is int and isinstance(value, int) and not -MOST <= value <= MOST:
        return False
    return type(value) is cls or (isinstance(value, cls) and not isinstance(value, bool | datetime.datetime | Enum))


def _wrong(value: object, types: tuple[type[Any], ...]) -> str:
    expected = " or ".join("None" if cls is NoneType else with_article(_NAMES.get(cls, cls.__name__)) for cls in types)
    return f"expected {expected}, got {type(value).__name__} {shown(value)}"
