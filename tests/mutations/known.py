"""What no evidence in a file can tell: classes of mutations that differ in silence, as the documentation lists them."""

from collections.abc import Callable
from typing import NamedTuple

from mutations.drawing import Mutation


class Known(NamedTuple):
    """A class, in words, and whether a mutation that differs in these aspects is of it."""

    words: str
    includes: Callable[[Mutation, set[str]], bool]


KNOWN = (
    Known("the last records of an export are missing", lambda mutation, _: mutation.operator == "last records lost"),
    Known(
        "the rows with the last numbers of a list are missing",
        lambda mutation, _: mutation.operator in ("a row removed", "last rows lost"),
    ),
    Known("cells of two rows of a list have changed places", lambda mutation, _: mutation.operator == "cells swapped"),
    Known("a cell of a list has lost its words, but for its heading", lambda _, aspects: aspects == {"tags"}),
    Known("a part of a page is not drawn", lambda mutation, _: mutation.operator == "a page thinned"),
    Known(
        "the last pages are missing, behind the page on which the annex of a report begins",
        lambda mutation, aspects: mutation.kind == "pages" and aspects == {"delegation"},
    ),
)


def class_of(mutation: Mutation, differing: str) -> str | None:
    """The class that a mutation is of, if it differs in silence in these aspects; None if it is of none."""
    aspects = set(differing.split(", "))
    return next((known.words for known in KNOWN if known.includes(mutation, aspects)), None)
