"""Addenda: the answers of the State, in sentences, in tables, or in text below the numbers."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve

from kz_upr.documents.answered_paragraphs import Answer, found_in
from kz_upr.documents.answers import qualifier_in
from kz_upr.documents.answers_below import answer_below
from kz_upr.documents.containers.pdf import Page
from kz_upr.documents.cover import PrintedDocument, open_document
from kz_upr.documents.declarations import Now
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.margins import text_lines
from kz_upr.documents.number_words import ordinal
from kz_upr.documents.numbered_items import numbered_items
from kz_upr.documents.outline import Paragraph, joined, outline
from kz_upr.documents.readings import AddendumReading
from kz_upr.documents.sessions import cycle_of_report
from kz_upr.documents.unnumbered import left_open, remarks, said_of_rest
from kz_upr.documents.wholeness import proved_addendum
from kz_upr.model import Citation, Position, PositionValue, ReadingWarning, Source, Stage, inconsistent
from kz_upr.numbers import number_key

_COUNTED_IN = re.compile(r"\brecommendations\b[^.]{0,60}?\bin paragraph (\d{1,3}) of the [Rr]eport")
_CYCLE = re.compile(
    r"\b(first|second|third|fourth|[1-9](?:st|nd|rd|th))\s+(?:cycle\b|Universal Periodic Review\b)", re.IGNORECASE
)
#: The last year in which addenda of a cycle were certainly issued before those of the next one.
_LAST_YEARS = ((2011, 1), (2016, 2), (2021, 3))


def read(path: Path) -> AddendumReading:
    """The reading of an addendum; see :func:`kz_upr.documents.read_addendum`."""
    return reading_of(open_document(path))


def reading_of(document: PrintedDocument) -> AddendumReading:
    """The reading of an addendum that has been opened."""
    path, cover, pages = document.path, document.cover, document.pages
    if not cover.is_addendum:
        raise DocumentError(path, f"is a report ({cover.symbol}), not an addendum; use read_report")
    if cover.state is None:
        raise DocumentError(path, "does not name a State under review on its cover")
    source = cover.source(cover.state, document.sha256)
    outlined = outline(pages) or [Paragraph(None, (), lines=text_lines(pages[1:]))]  # one that numbers no paragraph
    paragraphs = [paragraph for paragraph in outlined if not paragraph.annexed]
    year = cover.date.year if cover.date else None
    cycle = _cycle(paragraphs, year)
    now = Now(cycle or _cycle_in(year) or cycle_of_report(cover.symbol), year, cover.state)
    found = found_in(paragraphs, now)
    warnings: list[ReadingWarning] = []
    listed = {answer.number for answer in found.listed}
    # an answer below a listed number only explains what a sentence says
    below = [answer for answer in found.below if answer.number not in listed]
    answers = _merged([*found.listed, *below], warnings)
    if not _taking_position(answers) and not found.rest:
        answers = _merged(_items(pages, now), warnings)
        if not _taking_position(answers):
            raise DocumentError(path, "answers no recommendation by its number")
    rest, paragraphs_of_rest = said_of_rest(found, warnings)
    open_ = dict(left_open(found, answers))
    warnings += remarks(found, answers, open_)
    counted_in = _paragraph_counted_in(pages)
    reading = AddendumReading(
        positions={
            _in_full(number, counted_in): _position(answer, source)
            for number, answer in sorted(answers.items(), key=lambda pair: number_key(pair[0]))
        },
        rest=_position(rest, source) if rest is not None else None,
        rest_paragraphs=paragraphs_of_rest,
        unanswered=tuple(_in_full(number, counted_in) for number in sorted(open_, key=number_key)),
        source=source,
        state=cover.state,
        cycle=cycle,
        symbol=cover.symbol,
        warnings=tuple(warnings),
    )
    return proved_addendum(reading, document, paragraphs)


def _in_full(number: str, paragraph: int | None) -> str:
    return number if "." in number or paragraph is None else f"{paragraph}.{number}"


def _taking_position(answers: dict[str, Answer]) -> bool:
    return any(answer.value is not None for answer in answers.values())


def _merged(answers: Iterable[Answer], warnings: list[ReadingWarning]) -> dict[str, Answer]:
    """One answer per number: the first that takes a position; if two differ, the number is undecided."""
    merged: dict[str, Answer] = {}
    for answer in answers:
        known = merged.get(answer.number)
        if known is None or (known.value is None and answer.value is not None):
            merged[answer.number] = answer
        elif answer.value not in (None, known.value) and known.value is not PositionValue.UNDECIDED:
            message = f"{answer.number} is {known.value} in {known.locator} and {answer.value} in {answer.locator}"
            warnings.append(inconsistent("two-answers", answer.number, message))
            merged[answer.number] = evolve(known, value=PositionValue.UNDECIDED, qualifier=None)
    return merged


def _position(answer: Answer, source: Source) -> Position:
    value = answer.value or PositionValue.UNDECIDED
    return Position(
        value=value,
        stage=Stage.ADDENDUM,
        qualifier=answer.qualifier if value is PositionValue.SUPPORTED else None,
        date=source.date,
        citations=(Citation(source=source, locator=answer.locator),),
    )


def _cycle(paragraphs: list[Paragraph], year: int | None) -> int | None:
    """The cycle, if the first paragraphs name one; they may name earlier ones as well."""
    names = (name for paragraph in paragraphs[:5] for name in _CYCLE.findall(paragraph.text))
    named = [cycle for name in names if (cycle := ordinal(name)) is not None]
    return max(*named, _cycle_in(year) or 0) if named else None


def _cycle_in(year: int | None) -> int | None:
    return next((cycle for last, cycle in _LAST_YEARS if year is not None and year <= last), None)


def _paragraph_counted_in(pages: tuple[Page, ...]) -> int | None:
    """The paragraph of the report in which bare numbers count, if the addendum names it (often in a footnote)."""
    text = joined(line.text for page in pages for line in (*page.lines, *page.notes))
    match = _COUNTED_IN.search(text)
    return int(match[1]) if match else None


def _items(pages: tuple[Page, ...], now: Now) -> Iterator[Answer]:
    for item in numbered_items(pages):
        for number in item.numbers:
            yield Answer(number, answer_below(item.text, now), qualifier_in(item.text), f"item {number}")
