"""OHCHR's thematic lists: a Word table of recommendations with the final position and official tags."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from attrs import define

from kz_upr.documents.containers.files import read_document, sha256_of
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.packages import Package
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
    cycle_of,
)
from kz_upr.numbers import number_key, source_id
from kz_upr.reference import find_states
from kz_upr.wording import ParsedClause, fingerprint, misprinted_names, parse_recommendation, unknown_names

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
#: The longest list known has 400 rows.
_MOST_ROWS = 10_000
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
    is read as far as it goes.

    Raises :class:`DocumentError` naming the file and the reason when it is not such a list or is damaged.

    >>> from kz_upr.documents import read_thematic_list
    >>> reading = read_thematic_list("UPR34_Kazakhstan_Thematic_list.docx")  # doctest: +SKIP
    >>> reading.cycle  # doctest: +SKIP
    3
    """
    path = Path(path)
    read_document(path, kind="zip")
    with Package(path) as package:
        rows = list(_rows(package))
        title = " ".join(_outside_table(package))
    columns = _columns(path, rows)
    state = next((state for _, _, state in find_states(title)), None)
    session = int(match[1]) if (match := _SESSION.search(title)) else None
    cycle = int(match[1]) if (match := _CYCLE.search(title)) else cycle_of(session)
    if state is None or cycle is None:
        raise DocumentError(
            path, f"does not name its State and cycle in the page head ({title[:80] or 'there is none'})"
        )
    warnings: list[str] = []
    entries = list(_entries(rows, columns, warnings))
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


# The table


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


def _rows(package: Package) -> Iterator[list[str]]:
    above: list[str] = []
    for count, row in enumerate(package.elements("word/document.xml", frozenset({"tr"}))):
        if count > _MOST_ROWS:
            raise DocumentError(
                package.path, f"has more than {_MOST_ROWS:,} rows; no list of recommendations is so long"
            )
        above = list(_cells(row, above))
        yield above


def _cells(row: Element, above: list[str]) -> Iterator[str]:
    """The texts of a row, one a column: what is merged with the cell above has its text."""
    cells = list(row.iter("tc"))
    place = 0
    for cell in cells:
        merged, span = _merging(cell)
        text = above[place] if merged and 0 < place < len(above) else _text(cell)
        yield text
        if len(cells) > 1:
            yield from [""] * (span - 1)
            place += span - 1
        place += 1


def _merging(cell: Element) -> tuple[bool, int]:
    """Whether a cell goes on with the one above it, and over how many columns it reaches."""
    merged, span = False, 1
    for properties in cell.findall("tcPr"):
        for entry in properties:
            value = entry.get("val", "")
            if entry.tag == "vMerge":
                merged = value != "restart"
            elif entry.tag == "gridSpan" and value.isdecimal():
                span = min(int(value), 20)
    return merged, span


def _outside_table(package: Package) -> Iterator[str]:
    """The page heads, then the paragraphs of the text before the table."""
    for name in sorted(package.names):
        if re.fullmatch(r"word/header\d*\.xml", name):
            for element in package.elements(name, frozenset({"p"})):
                yield _text(element)
    for count, element in enumerate(package.elements("word/document.xml", frozenset({"p", "tr"}))):
        if element.tag == "tr" or count > 50:
            return
        yield _text(element)


def _text(element: Element) -> str:
    """The text of a cell or paragraph; paragraphs and line breaks as line ends."""
    pieces: list[str] = []
    _collect(element, pieces)
    lines = "".join(pieces).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOT_TEXT = frozenset({"del", "instrText", "Fallback", "moveFrom"})


def _collect(element: Element, pieces: list[str]) -> None:
    for child in element:
        if child.tag == "t":
            pieces.append(child.text or "")
        elif child.tag in _CHARACTERS:
            pieces.append(_CHARACTERS[child.tag])
        elif child.tag not in _NOT_TEXT:
            _collect(child, pieces)
    if element.tag == "p":
        pieces.append("\n")


def _columns(path: Path, rows: list[list[str]]) -> _Columns:
    for row in rows[:10]:
        names = [" ".join(cell.casefold().split()) for cell in row]
        text = _first(names, lambda name: name.startswith("recommendation"))
        position = _first(names, lambda name: name.startswith("position"))
        if text is None or position is None:
            continue
        tags = []
        for index, name in enumerate(names):
            if "theme" in name:
                tags.append((index, TagKind.THEME))
            elif "sdg" in name:
                tags.append((index, TagKind.SDG))
        states = _first(names, lambda name: name.startswith("recommending state"))
        return _Columns(text, position, states, tuple(tags), len(names))
    raise DocumentError(path, "has no table with the columns Recommendation and Position: not a thematic list of OHCHR")


def _first(names: list[str], fits: Callable[[str], bool]) -> int | None:
    return next((index for index, name in enumerate(names) if fits(name)), None)


def _entries(rows: list[list[str]], columns: _Columns, warnings: list[str]) -> Iterator[_Entry]:
    for place, row in enumerate(rows, 1):
        match = _NUMBER.match(row[columns.text]) if len(row) > columns.text else None
        if match is None:
            if len(row) == columns.count and not _names_columns(row) and not _HEADING_ROW.match(row[0]):
                warnings.append(f"row {place} of the table has no number: {row[columns.text][:60]!r}")
            continue
        number = f"{match[1]}.{match[2]}"
        if len(row) != columns.count:
            warnings.append(f"{number}: its row has {len(row)} of {columns.count} cells")
        wording = row[columns.text][match.end() :]
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


def _names_columns(row: list[str]) -> bool:
    return row[0].casefold().startswith("recommendation")


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
