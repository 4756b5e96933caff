"""What the rows of a thematic list show together: numbers without a gap, positions that agree with their sources."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from kz_upr.documents.list_rows import ListEntry
from kz_upr.model import PositionValue, ReadingWarning, inconsistent
from kz_upr.numbers import number_key

#: How many missing numbers are named one by one where a gap begins.
_MOST_NAMED = 20
#: Positions stand out if at least this many times as many rows of the same kind have another one.
_FEW, _TIMES = 3, 10
#: Lists have a block of rows for each position; a list in any other order has many more runs.
_MOST_RUNS = 8


def remarks_on_rows(entries: Sequence[ListEntry]) -> Iterator[ReadingWarning]:
    """Warnings of numbers that are repeated or missing, and of positions that stand out."""
    yield from _repetitions(entries)
    yield from _gaps(entries)
    told: dict[str, str] = {}
    for number, message in (*_unlike_their_source(entries), *_unlike_their_block(entries)):
        told.setdefault(number, message)
    for number, message in told.items():
        yield inconsistent("other-position", number, message)
    yield from _unlike_their_heading(entries)


def _repetitions(entries: Sequence[ListEntry]) -> Iterator[ReadingWarning]:
    rows: dict[str, list[ListEntry]] = {}
    for entry in entries:
        rows.setdefault(entry.number, []).append(entry)
    for number, (first, *others) in rows.items():
        if others:
            differing = [
                aspect
                for aspect in ("text", "position", "states")
                if any(getattr(entry, aspect) != getattr(first, aspect) for entry in others)
            ]
            said = f", which differ in {' and '.join(differing)}" if differing else ", which are identical"
            yield inconsistent("repeated-number", number, f"{number} is in {1 + len(others)} rows{said}")


def _gaps(entries: Sequence[ListEntry]) -> Iterator[ReadingWarning]:
    last: dict[int, int] = {}
    for paragraph, index in sorted({number_key(entry.number) for entry in entries}):
        for missing in range(last.get(paragraph, 0) + 1, index)[:_MOST_NAMED]:
            yield inconsistent("gap", f"{paragraph}.{missing}", f"no row for {paragraph}.{missing}")
        last[paragraph] = index


def _unlike_their_source(entries: Sequence[ListEntry]) -> Iterator[tuple[str, str]]:
    """Numbers whose position is not that of the other rows with the same source of position."""
    by_source: dict[str, list[ListEntry]] = {}
    for entry in entries:
        if entry.place and entry.position:
            by_source.setdefault(entry.place, []).append(entry)
    for place, rows in by_source.items():
        [(usual, count), *_] = Counter(entry.position for entry in rows).most_common()
        others = [entry for entry in rows if entry.position is not usual]
        if len(others) <= _FEW and count >= _TIMES * len(others):
            for entry in others:
                message = (
                    f"{entry.number} is {entry.position}, but {count} rows with the same source ({place}) are {usual}"
                )
                yield entry.number, message


def _unlike_their_block(entries: Sequence[ListEntry]) -> Iterator[tuple[str, str]]:
    """Numbers whose position is not that of the block of rows in which they are."""
    runs: list[tuple[PositionValue | None, list[ListEntry]]] = [
        (position, list(rows)) for position, rows in groupby(entries, key=lambda entry: entry.position)
    ]
    if len(runs) > _MOST_RUNS:
        return
    for (before, above), (position, rows), (after, below) in zip(runs, runs[1:], runs[2:], strict=False):
        around = len(above) + len(below)
        if before is after and len(rows) <= _FEW and around >= _TIMES * len(rows):
            for entry in rows:
                yield entry.number, f"{entry.number} is {position}, but the rows before and after it are {before}"


def _unlike_their_heading(entries: Sequence[ListEntry]) -> Iterator[ReadingWarning]:
    """Warnings of rows whose first theme is not that of the heading above them, as it is in the lists of OHCHR."""
    below = [(entry, entry.heading) for entry in entries if entry.heading]
    unlike = [(entry, heading) for entry, heading in below if _folded(entry.first_theme or "") != _folded(heading)]
    if _TIMES * len(unlike) <= len(below):
        for entry, heading in unlike:
            first = entry.first_theme or "none"
            message = f"{entry.number} is under the heading {heading!r}, but its first theme is {first!r}"
            yield inconsistent("other-heading", entry.number, message)


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())
