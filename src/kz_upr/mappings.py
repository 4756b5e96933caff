"""A mapping that cannot be changed, and can be hashed if its values can."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)


class FrozenMapping(Mapping[K, V_co]):
    """The keys and values of another mapping, in its order."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[K, V_co]) -> None:
        self._values = dict(values)

    def __getitem__(self, key: K) -> V_co:
        return self._values[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._values!r})"


def frozen_data(data: Any) -> Any:
    """Plain data whose objects are frozen mappings and whose lists are tuples."""
    if isinstance(data, Mapping):
        return FrozenMapping({key: frozen_data(value) for key, value in data.items()})
    return tuple(map(frozen_data, data)) if isinstance(data, list | tuple) else data
