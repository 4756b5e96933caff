"""Thematic lists of OHCHR: Word tables of recommendations with the final position and official tags."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, takewhile
from pathlib import Path

from attrs import define, evolve

from kz_upr.documents.answers import position_named
from kz_upr.documents.assembling import (
    inconsistent,
    number_inside,
    printed_recommendation,
    remarks_on_names,
    remarks_on_states,
    unread,
)
from kz_upr.documents.containers.files import sha256_of
from kz_upr.documents.containers.word import Row, read_word
from kz_upr.documents.demands import Demands, demands_in
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.goals import goal_among_themes, goal_named
from kz_upr.documents.list_heads import ListHead, head_of
from kz_upr.documents.readings import ListReading
from kz_upr.model import (
    Citation,
    Position,
    PositionValue,
    ReadingWarning,
    Recommendation,
    Source,
    SourceKind,
    Stage,
    State,
    Tag,
    TagKind,
    cycle_of,
)
from kz_upr.numbers import find_symbols, number_key, report_symbol, source_id, split_number
from kz_upr.wording import ParsedClause, parse_recommendation

_SOURCE = re.compile(r"Source of position\s*:?\s*(?P<place>.*)", re.IGNORECASE | re.DOTALL)
_HEADING_ROW = re.compile(r"\s*Theme\s*:?\s*(?P<theme>.+)", re.IGNORECASE | re.DOTALL)
_CODED = re.compile(r"(?P<code>[A-Z]\d{1,2}(?:\.\d+)?)\s+(?P<label>\S.*)")
_BULLET = re.compile(r"^\s*[-–•]\s+")
#: The row that names the columns is one of the first.
_LAST_HEAD = 10
#: The year by which a generation of labels is known; they were renamed from cycle to cycle.
_GENERATIONS = {2: "2014", 3: "2020", 4: "2025"}
_SECTIONS = (
    (re.compile(r"(?:affected|groups? of) persons\s*:?$", re.IGNORECASE), TagKind.AFFECTED_PERSONS),
    (re.compile(r"(?:relevant\s+)?SDGs?\s*:?$", re.IGNORECASE), TagKind.SDG),
    (re.compile(r"(?:full list of\s+)?(?:human rights\s+)?themes\s*:?$", re.IGNORECASE), TagKind.THEME),
)


_NOTHING_TOLD = ListHead(None, None, None)


def read(path: Path, *, told: ListHead = _NOTHING_TOLD) -> ListReading:
    """The reading of a thematic list; see :func:`kz_upr.documents.read_thematic_list`."""
    document = read_word(path)
    warnings: list[ReadingWarning] = []
    entries = _entries(path, document.tables, warnings)
    if not entries:
        raise DocumentError(path, "has no row with the number of a recommendation")
    symbols = Counter(report_symbol(symbol) for entry in entries for symbol in find_symbols(entry.place or ""))
    symbol = symbols.most_common(1)[0][0] if symbols else None
    head = _head(head_of((*document.opening, *_titles(document.tables)), symbol), told, warnings)
    known = head.state is not None and head.cycle is not None
    source = Source(
        id=source_id(" ".join(("ohchr thematic list", *_review_words(head, symbol)))),
        kind=SourceKind.THEMATIC_LIST,
        title=_title(head),
        publisher="OHCHR",
        language="en",
        sha256=sha256_of(path),
    )
    scheme = "OHCHR thematic list"
    if head.cycle is not None:
        scheme += f" {_GENERATIONS.get(head.cycle, f'of cycle {head.cycle}')}"
    for entry in entries:
        warnings += remarks_on_names(entry.number, entry.text, entry.clauses)
    review = f"{head.state.iso3}-{head.cycle}" if head.state and known else source_id(symbol or source.id)
    recommendations = [_recommendation(entry, review, source, scheme) for entry in entries]
    warnings += remarks_on_states(recommendations)
    warnings += _remarks_on_numbers(recommendations)
    return ListReading(
        recommendations=tuple(sorted(recommendations, key=lambda recommendation: number_key(recommendation.number))),
        source=source,
        state=head.state,
        cycle=head.cycle,
        session=head.session,
        symbol=symbol,
        warnings=tuple(warnings),
    )


def _head(printed: ListHead, told: ListHead, warnings: list[ReadingWarning]) -> ListHead:
    """The head as the caller says, or else the document; with warnings of what differs and what neither says."""
    if printed.cycle and printed.session and printed.cycle != cycle_of(printed.session):
        message = f"the head has cycle {printed.cycle}, but session {printed.session}"
        warnings.append(inconsistent("other-cycle", "the head", message))
    for name in ("state", "cycle", "session"):
        ours, theirs = getattr(told, name), getattr(printed, name)
        if ours is not None and theirs not in (None, ours):
            ours, theirs = (value.name if isinstance(value, State) else value for value in (ours, theirs))
            message = f"the head has the {name} {theirs}; {ours} is taken, as the caller says"
            warnings.append(inconsistent("other-review", "the head", message))
    if told.session is not None:
        printed = evolve(printed, cycle=cycle_of(told.session))
    elif told.cycle is not None and cycle_of(printed.session) != told.cycle:
        printed = evolve(printed, session=None)
    head = ListHead(
        state=told.state or printed.state,
        cycle=told.cycle or printed.cycle,
        session=told.session or printed.session,
    )
    missing = [name for name, value in (("State", head.state), ("cycle", head.cycle)) if value is None]
    if missing:
        message = f"the document does not tell its {' and '.join(missing)}; pass {'= and '.join(missing).lower()}="
        warnings.append(unread("no-head", "the head", message))
    return head


def _review_words(head: ListHead, symbol: str | None) -> Iterator[str]:
    """What tells the review apart in the id of the source."""
    if head.state is not None:
        yield head.state.iso3
    if head.cycle is not None:
        yield str(head.cycle)
    if symbol is not None and (head.state is None or head.cycle is None):
        yield symbol


def _title(head: ListHead) -> str:
    review = [head.state.name] if head.state else []
    review += [f"cycle {head.cycle}"] if head.cycle else []
    return "Thematic list of recommendations" + (f": {', '.join(review)}" if review else "")


# The tables


@define
class _Columns:
    """The places of the columns; None for a column that the table lacks."""

    text: int
    position: int
    states: int | None
    tags: tuple[tuple[int, TagKind], ...]
    count: int


@define
class _Entry:
    """What the cells of one row say."""

    number: str
    text: str
    place: str | None
    position: PositionValue | None
    states: str | None
    tags: list[tuple[TagKind, str]]

    @property
    def clauses(self) -> tuple[ParsedClause, ...]:
        """The demands; if the States have a column of their own, one with all of them."""
        if self.states is None:
            return parse_recommendation(self.text)
        return parse_recommendation(f"{self.text.rstrip(' ;.')} ({'; '.join(self.states.splitlines())})")


def _columns(row: Row) -> _Columns | None:
    """The columns that a row names; None if it is not the head of a table."""
    names = [" ".join((cell or "").casefold().split()) for cell in row]
    text = _first(names, lambda name: name.startswith("recommendation"))
    position = _first(names, lambda name: name.startswith("position"))
    if text is None or position is None:
        return None
    tags = []
    for index, name in enumerate(names):
        if "theme" in name:
            tags.append((index, TagKind.THEME))
        elif "sdg" in name:
            tags.append((index, TagKind.SDG))
    states = _first(names, lambda name: name.startswith("recommending state"))
    return _Columns(text, position, states, tuple(tags), len(names))


def _first(names: list[str], fits: Callable[[str], bool]) -> int | None:
    return next((index for index, name in enumerate(names) if fits(name)), None)


def _entries(path: Path, tables: Sequence[Sequence[Row]], warnings: list[ReadingWarning]) -> list[_Entry]:
    """The rows of all tables, read by the head of their table, or of the table before if theirs has none."""
    before: _Columns | None = None
    entries: list[_Entry] = []
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
        for place, row in enumerate(table, 1):
            columns = _columns(row) or columns
            above = list(_filled(row, above, columns))
            entries += _entry(above, columns, f"row {place} of table {number}", warnings)
        before = columns
    if before is None:
        raise DocumentError(
            path, "has no table with the columns Recommendation and Position, as thematic lists of OHCHR have"
        )
    return entries


def _titles(tables: Sequence[Sequence[Row]]) -> Iterator[str]:
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


def _entry(row: list[str], columns: _Columns, place: str, warnings: list[ReadingWarning]) -> Iterator[_Entry]:
    printed = _cell(row, columns.text)
    demands = demands_in(printed)
    if demands is None:
        if len(row) == columns.count and not _names_column(printed) and not _HEADING_ROW.match(row[0]):
            warnings.append(unread("no-number", place, f"{place} has no number: {printed[:60]!r}"))
        return
    yield from _numbered_entries(demands, row, columns, warnings)


def _numbered_entries(
    demands: Demands, row: list[str], columns: _Columns, warnings: list[ReadingWarning]
) -> Iterator[_Entry]:
    """The recommendations of a row, usually one; several share its other cells, as far as these tell of each."""
    first = demands.numbered[0][0]
    if demands.doubtful:
        warnings.append(number_inside(first, demands.doubtful))
    if len(row) != columns.count:
        message = f"{first}: its row has {len(row)} of {columns.count} cells"
        warnings.append(unread("incomplete-row", first, message))
    position = position_named(word := _cell(row, columns.position))
    states = _cell(row, columns.states) if columns.states is not None else None
    if position is None:
        warnings.append(unread("unknown-position", first, f"{first}: unrecognised position {word!r}"))
    shared = len(demands.numbered) > 1
    if shared and position is PositionValue.PARTLY_SUPPORTED:
        count = len(demands.numbered)
        message = f"{first}: {word!r} does not tell which of the {count} recommendations in the row it is about"
        warnings.append(unread("shared-position", first, message))
        position = None
    last_source = _SOURCE.search(demands.numbered[-1][1])
    for number, wording in demands.numbered:
        own_source = _SOURCE.search(wording)
        source = own_source or last_source
        if source is None:
            warnings.append(unread("no-source-of-position", number, f"{number}: no source of its position"))
        yield _Entry(
            number=number,
            text=" ".join(wording[: own_source.start() if own_source else None].split()),
            place=" ".join(source["place"].split()) if source else None,
            position=position,
            states=None if shared else states,
            tags=[tag for index, kind in columns.tags for tag in _labels(_cell(row, index), kind)],
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


# The recommendations


def _recommendation(entry: _Entry, review: str, source: Source, scheme: str) -> Recommendation:
    citation = Citation(source=source, locator=f"no. {entry.number}")
    note = f"Source of position as printed: {entry.place}" if entry.place else None
    said = Citation(source=source, locator=f"no. {entry.number}", note=note)
    return printed_recommendation(
        review,
        entry.number,
        entry.text,
        entry.clauses,
        citation,
        positions=(Position(value=entry.position, stage=Stage.LIST, citations=(said,)),) if entry.position else (),
        tags=(_tag(kind, label, scheme) for kind, label in entry.tags),
    )


def _tag(kind: TagKind, label: str, scheme: str) -> Tag:
    goal = {TagKind.THEME: goal_among_themes, TagKind.SDG: goal_named}.get(kind, lambda _: None)(label)
    if goal is not None:
        return Tag(kind=TagKind.SDG, scheme=scheme, label=goal[1], code=goal[0])
    match = _CODED.fullmatch(label) if kind is TagKind.THEME else None
    if match is None:
        return Tag(kind=kind, scheme=scheme, label=label)
    return Tag(kind=kind, scheme=scheme, label=match["label"], code=match["code"])


def _remarks_on_numbers(recommendations: list[Recommendation]) -> Iterator[ReadingWarning]:
    counts = Counter(recommendation.number for recommendation in recommendations)
    for number, count in counts.items():
        if count > 1:
            yield inconsistent("repeated-number", number, f"{number} is in {count} rows")
    last: dict[int, int] = {}
    for paragraph, index in sorted(number_key(number) for number in counts):
        for missing in range(last.get(paragraph, 0) + 1, min(index, last.get(paragraph, 0) + 20)):
            yield inconsistent("gap", f"{paragraph}.{missing}", f"no row for {paragraph}.{missing}")
        last[paragraph] = index
