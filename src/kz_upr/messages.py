"""Values and names as messages show them: legible, and shortened if they are long."""

from collections.abc import Sequence
from typing import Final

#: The characters of a value that a message shows.
MOST_OF_VALUE: Final = 80


def shown(value: object) -> str:
    """A value as a message shows it: as in a program, and shortened if it is long."""
    if isinstance(value, str):
        return repr(value if len(value) <= MOST_OF_VALUE else f"{value[: MOST_OF_VALUE - 1]}…")
    if isinstance(value, int) and not -(10**18) < value < 10**18:  # Python does not write the longest ones
        return "10**18 or more" if value > 0 else "-10**18 or less"
    return legible(repr(value))


def legible(text: str, most: int = MOST_OF_VALUE) -> str:
    """The text with escapes in place of characters that cannot be printed, and shortened to ``most`` characters."""
    text = text if len(text) <= most else f"{text[: most - 1]}…"
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def with_article(name: str) -> str:
    """``a Review``, ``an Edition``."""
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def shortened(names: Sequence[str], most: int = 8) -> str:
    """A list of names, which shows only the first ones and the last if there are many."""
    if len(names) <= most:
        return ", ".join(map(legible, names))
    first = ", ".join(map(legible, names[: most - 1]))
    return f"{first}, … {legible(names[-1])} ({len(names)} in all)"


def count(number: int, noun: str) -> str:
    """``1 row``, ``2 rows``, ``2 bodies``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("dy") else f"{number} {noun}s"
