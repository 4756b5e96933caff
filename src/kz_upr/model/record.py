"""What all objects of the model have in common: they are equal when their fields are."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any


class Record:
    """Equality and hash by the fields.

    Written once here rather than made by attrs for every class (``eq=False`` there): compiling them anew at
    every import took a third of the time that all classes take, which is what a fresh start waits for.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = _values(self.__class__)
        return bool(values(self) == values(other))

    def __hash__(self) -> int:
        cls = self.__class__
        return hash((cls, _values(cls)(self)))


_getters: dict[type, Callable[[Any], Any]] = {}


def _values(cls: type) -> Callable[[Any], Any]:
    """What reads all fields of an object of ``cls`` at once."""
    try:
        return _getters[cls]
    except KeyError:
        fields: Any = cls.__attrs_attrs__  # type: ignore[attr-defined]
        return _getters.setdefault(cls, attrgetter(*(field.name for field in fields)))
