"""Checks of the arguments of public functions."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from kz_upr.messages import shown, with_article

T = TypeVar("T")


def expect(thing: object, cls: type, *, hint: str = "") -> None:
    """Raise TypeError, saying what was expected and what was given, unless ``thing`` is a ``cls``."""
    if not isinstance(thing, cls):
        expected = "string" if cls is str else cls.__name__
        kind = type(thing).__name__
        got = f"{kind} {shown(thing)}" if isinstance(thing, (int, float)) else with_article(kind)
        raise TypeError(f"expected {with_article(expected)}, got {got}{hint}")


def expect_one_of(value: object, words: Iterable[str], name: str = "") -> None:
    """Raise ValueError, listing the words, unless ``value`` is one of them."""
    words = tuple(words)
    if not isinstance(value, str) or value not in words:
        what = f"{with_article(name)}, one of" if name else "one of"
        raise ValueError(f"expected {what} {', '.join(words)}; got {shown(value)}")


def iterated(things: Iterable[T], expected: str) -> Iterator[T]:
    """An iterator over things. Raises TypeError, saying what was expected, if they cannot be iterated."""
    if not isinstance(things, Iterable):
        raise TypeError(f"expected {expected}, got {with_article(type(things).__name__)}")
    return iter(things)
