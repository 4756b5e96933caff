"""What a few records of an export lack, though all others have it."""

from collections.abc import Iterator

from attrs import define, field

from kz_upr.documents.export_records import Record
from kz_upr.model import ReadingWarning, inconsistent

#: What may be lost without any other sign, and what warnings call it.
_NAMES = {"id": "id", "themes": "themes", "persons": "affected persons", "sdgs": "goals"}
_NEVER_EMPTY = ("id", "themes")
#: A few records lack something where so many times as many have it.
_TIMES = 10
_MOST_NAMED = 5


@define
class _Lacking:
    count: int = 0
    places: list[str] = field(factory=list)


class Lacks:
    """What records lack, as far as they have been read."""

    def __init__(self) -> None:
        self._count = 0
        self._lacking: dict[str, _Lacking] = {}

    def add(self, record: Record) -> None:
        """Take in a record."""
        self._count += 1
        for name in _NAMES:
            value = record.raw(name)
            if value is None or (not value and name in _NEVER_EMPTY):
                lacking = self._lacking.setdefault(name, _Lacking())
                lacking.count += 1
                lacking.places += [record.place] if lacking.count <= _MOST_NAMED else []

    def warnings(self) -> Iterator[ReadingWarning]:
        """Warnings of what a few records lack."""
        for name, lacking in self._lacking.items():
            if _TIMES * lacking.count <= self._count:
                more = f" and {lacking.count - _MOST_NAMED} more" if lacking.count > _MOST_NAMED else ""
                message = f"{', '.join(lacking.places)}{more}: no {_NAMES[name]}, which the other records have"
                yield inconsistent("lost-value", lacking.places[0], message)
