"""The bundled tables of what reviews refer to."""

from enum import StrEnum
from typing import TypeVar

from kz_upr import bundle

T = TypeVar("T")


def read_table(name: str, cls: type[T], key: str = "id", **vocabularies: type[StrEnum]) -> dict[str, T]:
    """The objects of a table by their key. A list is read as a tuple, a word of a vocabulary as its member."""
    entries = bundle.read_json(f"{name}.json")[name]
    for entry in entries:
        for field, vocabulary in vocabularies.items():
            if field in entry:
                entry[field] = vocabulary(entry[field])
    return {
        entry[key]: cls(**{field: tuple(value) if type(value) is list else value for field, value in entry.items()})
        for entry in entries
    }
