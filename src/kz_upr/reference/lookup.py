"""Looking things up by any of their names."""

import functools
import itertools
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from kz_upr import bundle
from kz_upr.arguments import expect
from kz_upr.errors import UnknownNameError, nearest_names
from kz_upr.reference.folding import LONGEST_NAME, fold
from kz_upr.reference.words import stems

T = TypeVar("T")

#: Words that too many names share.
_GENERAL = frozenset(
    {"and", "freedom", "human", "in", "of", "on", "or", "people", "persons", "right", "rights", "the", "to"}
)


def everyday_words() -> list[dict[str, str]]:
    """Words that people use (``words``) for a name of a theme, group of persons or instrument (``means``)."""
    entries: list[dict[str, str]] = bundle.read_json("synonyms.json")["synonyms"]
    return entries


class Lookup(Generic[T]):
    """Things of one kind, found by their ids and by every other name.

    ``load`` gives the things by id; ``names`` the names of one thing, the more important ones first; the first thing
    that has a name keeps it. The tables are made when they are first needed.
    """

    def __init__(
        self,
        load: Callable[[], dict[str, T]],
        names: Callable[[T], Iterable[str | None]],
        error: type[UnknownNameError],
    ) -> None:
        self._load: Callable[[], dict[str, T]] = functools.cache(load)
        self._names = names
        self._error = error

    def all(self) -> tuple[T, ...]:
        """All things, in the order of their table."""
        return tuple(self._load().values())

    def by_id(self, id: str) -> T:
        """The thing with that id."""
        try:
            return self._load()[id]
        except KeyError:
            raise self._error(id, nearest=lambda: self._nearest(id)) from None

    def resolve(self, name: str) -> T:
        """The thing with that id or any other name, in any case."""
        expect(name, str)
        found = self._by_name.get(fold(name)) or self._by_stems.get(tuple(stems(name)))
        if found is None:
            raise self._error(name, nearest=lambda: self._nearest(name))
        return found

    @functools.cached_property
    def _by_stems(self) -> dict[tuple[str, ...], T]:
        """The things by their names in any inflection, and by words that stand for one of their names."""
        found = {tuple(stems(name)): thing for name, thing in reversed(self._by_name.items())}
        for entry in everyday_words():
            if (thing := self._by_name.get(fold(entry["means"]))) is not None:
                found.setdefault(tuple(stems(entry["words"])), thing)
        return found

    @functools.cached_property
    def _by_name(self) -> dict[str, T]:
        found: dict[str, T] = {}
        names = [(id, *self._names(thing)) for id, thing in self._load().items()]
        for ranked in itertools.zip_longest(*names):  # all ids, then the most important other names, and so on
            for name, thing in zip(ranked, self.all(), strict=True):
                if folded := fold(name or ""):
                    found.setdefault(folded, thing)
        return found

    def _nearest(self, name: str) -> tuple[str, ...]:
        """The labels most like a name: those with most of its words, short ones first, or of names spelt like it."""
        name = fold(name[:LONGEST_NAME])
        asked = set(name.split()) - _GENERAL
        shared = {label: len(asked & set(fold(label).split())) for label in map(str, self.all())}
        best = sorted((label for label in shared if shared[label]), key=lambda label: (-shared[label], len(label)))
        alike = (str(self._by_name[near]) for near in nearest_names(name, self._by_name, cutoff=0.75))
        return tuple(dict.fromkeys([*best, *alike]))[:3]
