"""OHCHR's thematic lists: Word tables of recommendations with the final position and official tags."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrs import define

from kz_upr.documents.containers.files import sha256_of
from kz_upr.documents.containers.word import Row, read_word
from kz_upr.documents.covers import source_id
from kz_upr.documents.dates import cycle_of
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.readings import ListReading
from kz_upr.model import (
    Citation,
    Clause,
    Evidence,
    Position,
    PositionValue,
    Recommendation,
    Source,
    SourceKind,
    Stage,
    Tag,
    TagKind,
)
from kz_upr.parsing import ParsedClause, fingerprint, misprinted_names, number_key, parse_recommendation, unknown_names
from kz_upr.states import find_states

POSITIONS = {
    "supported": PositionValue.SUPPORTED,
    "noted": PositionValue.NOTED,
    "supported/noted": PositionValue.PARTLY_SUPPORTED,
    "partiallysupported": PositionValue.PARTLY_SUPPORTED,
    "partlysupported": PositionValue.PARTLY_SUPPORTED,
    "supportedinpart": PositionValue.PARTLY_SUPPORTED,
    "accepted": PositionValue.SUPPORTED,
    "notsupported": PositionValue.NOTED,
    "rejected": PositionValue.NOTED,
    "pending": PositionValue.PENDING,
    "underconsideration": PositionValue.PENDING,
}

_NUMBER = re.compile(r"\s*(\d{1,3})\s?\.\s?(\d{1,3})\s?\.?(?=\s|[^\d\s.])")
_SOURCE = re.compile(r"Source of position\s*:?\s*(?P<place>.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(r"\bA/HRC/\d{1,3}/\d{1,3}(?=\b|/)")
_CYCLE = re.compile(r"\b(\d)(?:st|nd|rd|th)\s+cycle\b", re.IGNORECASE)
_SESSION = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\s+session\b", re.IGNORECASE)
_HEADING_ROW = re.compile(r"\s*Theme\s*:?\s*(?P<theme>.+)", re.IGNORECASE | re.DOTALL)
_CODED = re.compile(r"(?P<code>[A-Z]\d{1,2}(?:\.\d+)?)\s+(?P<label>\S.*)")
_GOAL = re.compile(r"(?P<code>\d{1,2}(?:\.[\da-z]{1,2})?)\s*[-–—]\s*(?P<label>\S.*)")
_BULLET = re.compile(r"^\s*[-–•]\s+")
#: The row of a table that names its columns is one of the first.
_LAST_HEAD = 10
#: The year that the list's generation of labels is known by: they were renamed from cycle to cycle.
_GENERATIONS = {2: "2014", 3: "2020", 4: "2025"}
_SECTIONS = (
    (re.compile(r"(?:affected|groups? of) persons\s*:?$", re.IGNORECASE), TagKind.AFFECTED_PERSONS),
    (re.compile(r"(?:relevant\s+)?SDGs?\s*:?$", re.IGNORECASE), TagKind.SDG),
    (re.compile(r"(?:full list of\s+)?(?:human rights\s+)?themes\s*:?$", re.IGNORECASE), TagKind.THEME),
)


def read_thematic_list(path: str | Path) -> ListReading:
    """The recommendations of an OHCHR thematic list, in the order of their numbers.

    ``path`` is the .docx as OHCHR published it, of the second cycle or later, for any State. Each recommendation
    has its wording in the list, its demands with States, the final position (stage *list*; the citation's note
    holds the source of the position as printed), and the official tags, whose scheme names the list's
    generation, since labels change from cycle to cycle. The result is a tuple that also has ``state``,
    ``cycle``, ``session``, ``symbol``, ``source`` and ``warnings``; a row that is incomplete is a warning, and
    is read as far as it goes. Each table is read by its own head; one without a head has the columns of the table
    before, or is a warning.

    Raises :class:`DocumentError` naming the file and the reason when it is not such a list or is damaged, and
    :class:`ImportError` when the extra ``kz_upr[documents]`` is not installed.

    >>> from kz_upr.documents import read_thematic_list
    >>> reading = read_thematic_list("UPR34_Kazakhstan_Thematic_list.docx")  # doctest: +SKIP
    >>> reading.cycle  # doctest: +SKIP
    3
    """
    path = Path(path)
    document = read_word(path)
    title = " ".join(document.opening)
    warnings: list[str] = []
    entries = _entries(path, document.tables, warnings)
    state = next((state for _, _, state in find_states(title)), None)
    session = int(match[1]) if (match := _SESSION.search(title)) else None
    cycle = int(match[1]) if (match := _CYCLE.search(title)) else cycle_of(session)
    if state is None or cycle is None:
        raise DocumentError(
            path, f"does not name its State and cycle in the page head ({title[:80] or 'there is none'})"
        )
    if not entries:
        raise DocumentError(path, "holds no row with a recommendation's number")
    symbols = Counter(symbol for entry in entries for symbol in _SYMBOL.findall(entry.place or ""))
    symbol = symbols.most_common(1)[0][0] if symbols else None
    source = Source(
        id=source_id(f"ohchr thematic list {state.iso3} {cycle}"),
        kind=SourceKind.THEMATIC_LIST,
        title=f"Thematic list of recommendations: {state.name}, cycle {cycle}",
        publisher="OHCHR",
        language="en",
        sha256=sha256_of(path),
    )
    scheme = f"OHCHR thematic list {_GENERATIONS.get(cycle, f'of cycle {cycle}')}"
    for entry in entries:
        warnings += (f"{entry.number}: {oddity}" for oddity in misprinted_names(_demands(entry)))
        warnings += (f"{entry.number}: “{name}” is no State that is known" for name in unknown_names(entry.text))
    recommendations = [_recommendation(entry, f"{state.iso3}-{cycle}", source, scheme) for entry in entries]
    warnings += _oddities(recommendations)
    return ListReading(
        sorted(recommendations, key=lambda recommendation: number_key(recommendation.number)),
        source=source,
        state=state,
        cycle=cycle,
        session=session,
        symbol=symbol,
        warnings=warnings,
    )


# The tables


@define
class _Columns:
    """Where the table has what; None for a column it does not have."""

    text: int
    position: int
    states: int | None
    tags: tuple[tuple[int, TagKind], ...]
    count: int


@define
class _Entry:
    """One row: what its cells say."""

    number: str
    text: str
    place: str | None
    position: PositionValue | None
    states: str | None
    tags: list[tuple[TagKind, str]]


def _columns(row: Row) -> _Columns | None:
    """The columns that a row names; None where it is not the head of a table."""
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


def _entries(path: Path, tables: Sequence[Sequence[Row]], warnings: list[str]) -> list[_Entry]:
    """The rows of all tables, each read by the head of its table, or of the one before where it has none."""
    before: _Columns | None = None
    entries: list[_Entry] = []
    for number, table in enumerate(tables, 1):
        columns = next(filter(None, map(_columns, table[:_LAST_HEAD])), None)
        if columns is None and before is not None and _continues(table, before):
            columns = before
        if columns is None:
            if before is not None or any(_NUMBER.match(cell or "") for row in table for cell in row):
                warnings.append(f"table {number} is not read: no row names its columns Recommendation and Position")
            continue
        above: list[str] = []
        for place, row in enumerate(table, 1):
            columns = _columns(row) or columns
            above = list(_filled(row, above, columns))
            entries += _entry(above, columns, f"row {place} of table {number}", warnings)
        before = columns
    if before is None:
        raise DocumentError(
            path, "has no table with the columns Recommendation and Position: not a thematic list of OHCHR"
        )
    return entries


def _continues(table: Sequence[Row], columns: _Columns) -> bool:
    """Whether a table without a head has the columns of the one before it."""
    has_another_head = any(_names_column(cell or "") for row in table[:_LAST_HEAD] for cell in row)
    return max(map(len, table), default=0) == columns.count and not has_another_head


def _filled(row: Row, above: list[str], columns: _Columns) -> Iterator[str]:
    """The texts of a row, with those of the row above for cells merged with it; a recommendation is never repeated."""
    for index, cell in enumerate(row):
        repeated = above[index] if index < len(above) and index != columns.text else ""
        yield repeated if cell is None else cell


def _entry(row: list[str], columns: _Columns, place: str, warnings: list[str]) -> Iterator[_Entry]:
    wording = _cell(row, columns.text)
    match = _NUMBER.match(wording)
    if match is None:
        if len(row) == columns.count and not _names_column(wording) and not _HEADING_ROW.match(row[0]):
            warnings.append(f"{place} has no number: {wording[:60]!r}")
        return
    number = f"{match[1]}.{match[2]}"
    if len(row) != columns.count:
        warnings.append(f"{number}: its row has {len(row)} of {columns.count} cells")
    wording = wording[match.end() :]
    source = _SOURCE.search(wording)
    if source is None:
        warnings.append(f"{number}: no source of its position")
    yield _Entry(
        number=number,
        text=" ".join(wording[: source.start() if source else None].split()),
        place=" ".join(source["place"].split()) if source else None,
        position=_position(number, _cell(row, columns.position), warnings),
        states=_cell(row, columns.states) if columns.states is not None else None,
        tags=[tag for index, kind in columns.tags for tag in _labels(_cell(row, index), kind)],
    )


def _names_column(cell: str) -> bool:
    return cell.casefold().startswith("recommendation")


def _cell(row: list[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _position(number: str, printed: str, warnings: list[str]) -> PositionValue | None:
    value = POSITIONS.get("".join(printed.split()).casefold())
    if value is None:
        warnings.append(f"{number}: position {printed!r} is not known")
    return value


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
    said = Citation(
        source=source,
        locator=f"no. {entry.number}",
        note=f"Source of position as printed: {entry.place}" if entry.place else None,
    )
    return Recommendation(
        id=f"{review}-{entry.number}",
        number=entry.number,
        clauses=tuple(Clause(states=clause.states, official_text=clause.text) for clause in _demands(entry)),
        positions=(Position(value=entry.position, stage=Stage.LIST, citations=(said,)),) if entry.position else (),
        evidence=Evidence.OFFICIAL_TEXT,
        text_sha256=fingerprint(entry.text),
        official_text=entry.text,
        tags=tuple(dict.fromkeys(_tag(kind, label, scheme) for kind, label in entry.tags)),
        citations=(citation,),
    )


def _demands(entry: _Entry) -> tuple[ParsedClause, ...]:
    if entry.states is None:
        return parse_recommendation(entry.text)
    return parse_recommendation(f"{entry.text.rstrip(' ;.')} ({'; '.join(entry.states.splitlines())})")


def _tag(kind: TagKind, label: str, scheme: str) -> Tag:
    pattern = {TagKind.THEME: _CODED, TagKind.SDG: _GOAL}.get(kind)
    match = pattern.fullmatch(label) if pattern else None
    if match is None:
        return Tag(kind=kind, scheme=scheme, label=label)
    return Tag(kind=kind, scheme=scheme, label=match["label"], code=match["code"])


def _oddities(recommendations: list[Recommendation]) -> Iterator[str]:
    counts = Counter(recommendation.number for recommendation in recommendations)
    for number, count in counts.items():
        if count > 1:
            yield f"{number} stands in {count} rows"
    for recommendation in recommendations:
        if not all(clause.states for clause in recommendation.clauses):
            yield f"{recommendation.number}: a demand names no State"
    last: dict[int, int] = {}
    for paragraph, index in sorted(number_key(number) for number in counts):
        for missing in range(last.get(paragraph, 0) + 1, min(index, last.get(paragraph, 0) + 20)):
            yield f"no row for {paragraph}.{missing}"
        last[paragraph] = index
