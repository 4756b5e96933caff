"""Running heads and feet: what the pages of a document repeat at the same place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

#: A line near the head or the foot of a page: its text and its height on the page, in points.
Edge = tuple[str, float]
_SAME_HEIGHT = 3.0  # points
_FEWEST = 3


def running_heads(edges: Mapping[int, Sequence[Edge]]) -> Iterator[tuple[int, Edge]]:
    """The lines that are repeated, each with its page.

    ``edges`` holds, for each page, the lines near one edge, beginning with the outermost. A line is repeated if at
    least half of the pages of its side, odd or even, and at least three of them have it at that height, or if all pages
    have it. Page numbers at its ends may differ. A line is text if there is a line that is not repeated between it
    and the edge.
    """
    heights: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for page, lines in edges.items():
        for text, height in lines:
            heights[_unnumbered(text)].append((page, height))
    for page, lines in edges.items():
        for text, height in lines:
            same = {other for other, place in heights[_unnumbered(text)] if abs(place - height) <= _SAME_HEIGHT}
            if not _is_repeated(same, page % 2, edges):
                break
            yield page, (text, height)


def _is_repeated(same: set[int], side: int, pages: Mapping[int, object]) -> bool:
    on_side = sum(page % 2 == side for page in pages)
    with_it = sum(page % 2 == side for page in same)
    return (len(same) >= _FEWEST and 2 * with_it >= on_side) or 1 < len(pages) == len(same)


def _unnumbered(text: str) -> str:
    """The text without a page number at its beginning or end."""
    words = text.split()
    while words and words[-1].isdecimal():
        words.pop()
    while words and words[0].isdecimal():
        words.pop(0)
    return " ".join(words)
