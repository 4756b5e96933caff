"""The rows of a thematic list, table by table, each read by the columns that the head of its table names."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from pathlib import Path

from attrs import define

from kz_upr.documents.assembling import number_inside
from kz_upr.documents.containers.word import Row
from kz_upr.documents.demands import demands_in
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.position_words import position_in_cell
from kz_upr.model import PositionValue, ReadingWarning, TagKind, inconsistent, unread
from kz_upr.numbers import DASHES, split_number
from kz_upr.wording import ParsedClause, parse_recommendation

_SOURCE = re.compile(r"Source of position\s*:?\s*(?P<place>.*)", re.IGNORECASE | re.DOTALL)
_HEADING_ROW = re.compile(r"\s*Theme\s*:?\s*(?P<theme>.+)", re.IGNORECASE | re.DOTALL)
_BULLET = re.compile(rf"^\s*[{DASHES}•]\s+")
_NUMBER = re.compile(r"(?:rec(?:ommendation)?\.? )?(?:nos?\.?|nr\.?|number|#)$")
_TEXT = re.compile(rf"(?!{_NUMBER.pattern})recommendation")
_POSITION = re.compile(r"(?:final )?(?:position|response)\b")
_STATES = re.compile(r"recommending (?:state|countr)|(?:states?|state/s|countr(?:y|ies))$")
#: The last row that may name the columns.
_LAST_HEAD = 10
_SECTIONS = (
    (re.compile(r"(?:affected|groups? of) persons\s*:?$", re.IGNORECASE), TagKind.AFFECTED_PERSONS),
    (re.compile(r"(?:relevant\s+)?SDGs?\s*:?$", re.IGNORECASE), TagKind.SDG),
    (re.compile(r"(?:full list of\s+)?(?:human rights\s+)?themes\s*:?$", re.IGNORECASE), TagKind.THEME),
)


@define
class _Columns:
    """The places of the columns; None for a column that the table lacks."""

    text: int
    position: int
    states: int | None
    number: int | None
    tags: list[tuple[int, TagKind]]
    count: int


@define
class ListEntry:
    """What the cells of one row say, and the theme in the heading above it."""

    number: str
    text: str
    place: str | None
    position: PositionValue | None
    states: str | None
    tags: list[tuple[TagKind, str]]
    heading: str | None = None

    @property
    def clauses(self) -> tuple[ParsedClause, ...]:
        """The demands; if the States have a separate column, a single demand with all of them."""
        if self.states is None:
            return parse_recommendation(self.text)
        return parse_recommendation(f"{self.text.rstrip(' ;.')} ({'; '.join(self.states.splitlines())})")

    @property
    def first_theme(self) -> str | None:
        """The first of its themes; None if it has none."""
        return next((label for kind, label in self.tags if kind is TagKind.THEME), None)


def _columns(row: Row) -> _Columns | None:
    """The columns that a row names; None if it is not the head of a table."""
    names = [" ".join((cell or "").casefold().split()) for cell in row]
    text, position, states, number = (
        next((index for index, name in enumerate(names) if pattern.match(name)), None)
        for pattern in (_TEXT, _POSITION, _STATES, _NUMBER)
    )
    if text is None or position is None:
        return None
    tags = [
        (index, TagKind.THEME if "theme" in name else TagKind.SDG)
        for index, name in enumerate(names)
        if "theme" in name or "sdg" in name
    ]
    return _Columns(text, position, states, number, tags, len(names))


def list_entries(path: Path, tables: Sequence[Sequence[Row]], warnings: list[ReadingWarning]) -> list[ListEntry]:
    """The rows of all tables, read by the head of their table, or of the table before if theirs has none."""
    before: _Columns | None = None
    entries: list[ListEntry] = []
    for number, table in enumerate(tables, 1):
        columns = next(filter(None, map(_columns, table[:_LAST_HEAD])), None)
        if columns is None and before is not None and _continues(table, before):
            columns = before
        if columns is None:
            if before is not None or any(split_number(cell or "") for row in table for cell in row):
                message = f"table {number} is not read: no row names its columns Recommendation and Position"
                warnings.append(unread("no-columns", f"table {number}", message))
            continue
        above: list[str] = []
        section: str | None = None  # the heading, as long as no row has followed it
        theme: str | None = None
        for place, row in enumerate(table, 1):
            columns = _columns(row) or columns
            above = list(_filled(row, above, columns))
            found = list(_entries(above, theme, columns, f"row {place} of table {number}", warnings))
            entries += found
            if found:
                section = None
            elif (heading := _heading(row)) is not None:
                if section is not None:
                    warnings.append(_empty(section))
                section = theme = heading
        if section is not None:
            warnings.append(_empty(section))
        before = columns
    if before is None:
        raise DocumentError(
            path, "has no table with the columns Recommendation and Position, as thematic lists of OHCHR have"
        )
    return entries


def _heading(row: Row) -> str | None:
    """The theme for which a row is the heading."""
    cells = {cell for cell in row if cell}
    match = _HEADING_ROW.match(cells.pop()) if len(cells) == 1 else None
    return " ".join(match["theme"].split()) if match else None


def _empty(section: str) -> ReadingWarning:
    return inconsistent("empty-section", section, f"no recommendation is under the heading {section[:60]!r}")


def titles(tables: Sequence[Sequence[Row]]) -> Iterator[str]:
    """The cells above the first head of a table, where some lists have their title."""
    rows = takewhile(lambda row: _columns(row) is None, (row for table in tables for row in table))
    yield from (cell for row in islice(rows, _LAST_HEAD) for cell in row if cell and not split_number(cell))


def _continues(table: Sequence[Row], columns: _Columns) -> bool:
    """Whether a table without a head has the columns of the table before it."""
    has_another_head = any(_names_column(cell or "") for row in table[:_LAST_HEAD] for cell in row)
    return max(map(len, table), default=0) == columns.count and not has_another_head


def _filled(row: Row, above: list[str], columns: _Columns) -> Iterator[str]:
    """The texts of a row; merged cells repeat the row above, except the recommendation."""
    for index, cell in enumerate(row):
        repeated = above[index] if index < len(above) and index != columns.text else ""
        yield repeated if cell is None else cell


def _entries(
    row: list[str], theme: str | None, columns: _Columns, place: str, warnings: list[ReadingWarning]
) -> Iterator[ListEntry]:
    """The recommendations of a row, usually one; several share its other cells, as far as these apply to each."""
    printed = _cell(row, columns.text)
    demands = demands_in(printed)
    if demands is None and columns.number is not None:
        demands = demands_in(f"{_cell(row, columns.number)} {printed}")
    if demands is None:
        if len(row) == columns.count and not _names_column(printed) and not _HEADING_ROW.match(row[0]):
            warnings.append(unread("no-number", place, f"{place} has no number: {printed[:60]!r}"))
        return
    first, count = demands.numbered[0][0], len(demands.numbered)
    if demands.doubtful:
        warnings.append(number_inside(first, demands.doubtful))
    if len(row) != columns.count:
        message = f"{first}: its row has {len(row)} of {columns.count} cells"
        warnings.append(unread("incomplete-row", first, message))
    position = position_in_cell(word := _cell(row, columns.position))
    states = _cell(row, columns.states) if columns.states is not None and count == 1 else None
    if position is None:
        warnings.append(unread("unknown-position", first, f"{first}: unrecognized position {word!r}"))
    elif count > 1 and position is PositionValue.PARTLY_SUPPORTED:
        message = f"{first}: {word!r} does not say which of the {count} recommendations in the row it concerns"
        warnings.append(unread("shared-position", first, message))
        position = None
    last_source = _SOURCE.search(demands.numbered[-1][1])
    for number, wording in demands.numbered:
        own_source = _SOURCE.search(wording)
        source = own_source or last_source
        if source is None:
            warnings.append(unread("no-source-of-position", number, f"{number}: no source of its position"))
        yield ListEntry(
            number=number,
            text=" ".join(wording[: own_source.start() if own_source else None].split()),
            place=" ".join(source["place"].split()) if source else None,
            position=position,
            states=states,
            tags=[tag for index, kind in columns.tags for tag in _labels(_cell(row, index), kind)],
            heading=theme,
        )


def _names_column(cell: str) -> bool:
    return cell.casefold().startswith("recommendation")


def _cell(row: list[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _labels(cell: str, kind: TagKind) -> Iterator[tuple[TagKind, str]]:
    for line in cell.split("\n"):
        label = _BULLET.sub("", line).strip()
        section = next((new for pattern, new in _SECTIONS if pattern.match(label)), None)
        if section is not None:
            kind = section
        elif label:
            yield kind, label
