"""Addenda: the answers of the State, in sentences, in tables, or in text below the numbers."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, evolve, field

from kz_upr.documents.answer_blocks import Block, is_table, own_numbering, parted
from kz_upr.documents.answers import answer_in, position_of_heading, qualifier_in
from kz_upr.documents.assembling import inconsistent, unread
from kz_upr.documents.containers.pdf import Page
from kz_upr.documents.cover import PrintedDocument, open_document
from kz_upr.documents.declarations import Now, declared
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.margins import text_lines
from kz_upr.documents.number_words import ordinal
from kz_upr.documents.numbered_items import numbered_items
from kz_upr.documents.outline import Paragraph, joined, outline
from kz_upr.documents.phrases import lists
from kz_upr.documents.readings import AddendumReading
from kz_upr.documents.tying import Said, SaidOfRest
from kz_upr.documents.wholeness import proved_addendum
from kz_upr.model import Citation, Position, PositionValue, Qualifier, ReadingWarning, Source, Stage
from kz_upr.numbers import number_key

_COUNTED_IN = re.compile(r"\brecommendations\b[^.]{0,60}?\bin paragraph (\d{1,3}) of the [Rr]eport")
_CYCLE = re.compile(
    r"\b(first|second|third|fourth|[1-9](?:st|nd|rd|th))\s+(?:cycle\b|Universal Periodic Review\b)", re.IGNORECASE
)
#: The last year in which addenda of a cycle were surely issued before those of the next one.
_LAST_YEARS = ((2011, 1), (2016, 2), (2021, 3))
_FULL_NUMBER = re.compile(r"(?<![\w/.])\d{1,3}\.\d{1,3}(?![\d%])")
_RECOMMENDATION = re.compile(r"\brec(?:ommendation)?s?\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")
_BELOW_EARLIER = "it stands below a heading about an earlier review"
_EXCERPT = 90  # letters of a sentence that a warning shows


@define
class _Answer:
    """The answer to one recommendation at one place of the addendum."""

    number: str
    value: PositionValue | None
    qualifier: Qualifier | None
    locator: str


@define
class _Found:
    """What an addendum says, in printed order."""

    listed: list[_Answer] = field(factory=list)  # in sentences and headings
    below: list[_Answer] = field(factory=list)  # below the numbers, and in rows
    unanswered: list[tuple[str, Said]] = field(factory=list)  # with the place
    bare: list[tuple[str, Block]] = field(factory=list)  # numbers with nothing below them, with the place
    rest: list[tuple[str, SaidOfRest]] = field(factory=list)
    text: list[str] = field(factory=list)


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
    paragraphs = [paragraph for paragraph in _outlined(pages) if not paragraph.annexed]
    year = cover.date.year if cover.date else None
    cycle = _cycle(paragraphs, year)
    found = _found(paragraphs, Now(cycle or _cycle_in(year), year))
    warnings: list[ReadingWarning] = []
    answers = _merged([*_merged(found.listed, warnings).values(), *_unlisted(found, warnings)], [])
    if not _taking_position(answers) and not found.rest:
        answers = _merged(_items(pages), warnings)
        if not _taking_position(answers):
            raise DocumentError(path, "answers no recommendation by its number")
    rest, paragraphs_of_rest = _rest(found, source, warnings)
    open_ = dict(_left_open(found, answers))
    warnings += _remarks(found, answers, open_)
    counted_in = _paragraph_counted_in(pages)
    reading = AddendumReading(
        positions={
            _in_full(number, counted_in): _position(answer, source)
            for number, answer in sorted(answers.items(), key=lambda pair: number_key(pair[0]))
        },
        rest=rest,
        rest_paragraphs=paragraphs_of_rest,
        unanswered=tuple(_in_full(number, counted_in) for number in sorted(open_, key=number_key)),
        source=source,
        state=cover.state,
        cycle=cycle,
        symbol=cover.symbol,
        warnings=tuple(warnings),
    )
    return proved_addendum(reading, document, paragraphs)


def _outlined(pages: tuple[Page, ...]) -> list[Paragraph]:
    """The paragraphs; of an addendum that numbers none, its text as one."""
    paragraphs = outline(pages)
    return paragraphs or [Paragraph(None, (), lines=text_lines(pages[1:]))]


def _in_full(number: str, paragraph: int | None) -> str:
    return number if "." in number or paragraph is None else f"{paragraph}.{number}"


def _taking_position(answers: dict[str, _Answer]) -> bool:
    return any(answer.value is not None for answer in answers.values())


def _merged(answers: Iterable[_Answer], warnings: list[ReadingWarning]) -> dict[str, _Answer]:
    """One answer per number: the first that takes a position; if two differ, the number is undecided."""
    merged: dict[str, _Answer] = {}
    for answer in answers:
        known = merged.get(answer.number)
        if known is None or (known.value is None and answer.value is not None):
            merged[answer.number] = answer
        elif answer.value not in (None, known.value) and known.value is not PositionValue.UNDECIDED:
            message = f"{answer.number} is {known.value} in {known.locator} and {answer.value} in {answer.locator}"
            warnings.append(inconsistent("two-answers", answer.number, message))
            merged[answer.number] = evolve(known, value=PositionValue.UNDECIDED, qualifier=None)
    return merged


def _unlisted(found: _Found, warnings: list[ReadingWarning]) -> Iterator[_Answer]:
    """The answers below numbers that no sentence answers: the text below a number explains what a sentence says."""
    listed = {answer.number for answer in found.listed}
    yield from _merged((answer for answer in found.below if answer.number not in listed), warnings).values()


def _position(answer: _Answer, source: Source) -> Position:
    value = answer.value if answer.value is not None else PositionValue.UNDECIDED
    return Position(
        value=value,
        stage=Stage.ADDENDUM,
        qualifier=answer.qualifier if value is PositionValue.SUPPORTED else None,
        date=source.date,
        citations=(Citation(source=source, locator=answer.locator),),
    )


def _cycle(paragraphs: list[Paragraph], year: int | None) -> int | None:
    """The cycle, if the first paragraphs name one; they may name earlier ones as well."""
    named = [ordinal(name) for paragraph in paragraphs[:5] for name in _CYCLE.findall(paragraph.text)]
    known = [cycle for cycle in named if cycle is not None]
    return max(*known, _cycle_in(year) or 0) if known else None


def _cycle_in(year: int | None) -> int | None:
    return next((cycle for last, cycle in _LAST_YEARS if year is not None and year <= last), None)


def _paragraph_counted_in(pages: tuple[Page, ...]) -> int | None:
    """The paragraph of the report in which bare numbers count, if the addendum names it (often in a footnote)."""
    text = joined(line.text for page in pages for line in (*page.lines, *page.notes))
    match = _COUNTED_IN.search(text)
    return int(match[1]) if match else None


# The paragraphs


def _found(paragraphs: list[Paragraph], now: Now) -> _Found:
    found = _Found()
    split = [parted(paragraph) for paragraph in paragraphs]
    if own_numbering([(paragraph, blocks) for paragraph, (_, blocks) in zip(paragraphs, split, strict=True)]):
        split = [([*lead, *(line for block in blocks for line in block.lines)], []) for lead, blocks in split]
    table = is_table([block for _, blocks in split for block in blocks])
    for paragraph, (lines, blocks) in zip(paragraphs, split, strict=True):
        place, heading = _locator(paragraph), paragraph.headings[-1] if paragraph.headings else ""
        past = now.is_past(heading)
        said = declared(joined(lines), position_of_heading(heading), now)
        found.text.append(joined(lines))
        if past:
            lists_below = [*(each.numbers for each in said.said), *(block.numbers for block in blocks)]
            numbers = tuple(number for listed in lists_below for number in listed)
            found.unanswered.append((place, Said(numbers, None, heading, _BELOW_EARLIER, earlier=True)))
            continue
        found.rest += [(place, each) for each in said.rest]
        for each in said.said:
            if each.value is None:
                found.unanswered.append((place, each))
            else:
                qualifier = qualifier_in(each.context) or qualifier_in(heading)
                found.listed += [_Answer(number, each.value, qualifier, place) for number in each.numbers]
        if (named := _named_in_heading(heading)) and not said.said and not blocks:
            blocks = [Block(named, tuple(lines))]
        for block in blocks:
            value = _value(block, said.lead, heading, now, table=table)
            if value is None and not block.text:
                found.bare.append((place, block))
            else:
                locator = f"no. {block.numbers[0]}" if table else place
                qualifier = qualifier_in(block.text)
                found.below += [_Answer(number, value, qualifier, locator) for number in block.numbers]
    return found


def _named_in_heading(heading: str) -> tuple[str, ...]:
    """The numbers of a heading whose text below answers them: *Recommendations 50.1 and 50.2*."""
    return tuple(number for _, _, numbers, _ in lists(heading) for number in numbers)


def _locator(paragraph: Paragraph) -> str:
    if paragraph.number is not None:
        return f"para. {paragraph.number}"
    return f"under “{paragraph.headings[-1]}”" if paragraph.headings else "text"


def _value(block: Block, lead: PositionValue | None, heading: str, now: Now, *, table: bool) -> PositionValue | None:
    """The answer of a block: in a cell, in the words before it, in its own text, or in the heading above it."""
    if block.word is not None and (table or lead is None):
        return block.word
    if lead is not None:
        return lead if block.own_words in (None, lead) else PositionValue.UNDECIDED
    own = block.own_words if table else answer_in(_present(block.after_wording, now))
    return own if own is not None or not heading else position_of_heading(heading)


def _present(text: str, now: Now) -> str:
    """A text without its sentences about earlier reviews."""
    return "\n".join(sentence for sentence in _SENTENCE_END.split(text) if not now.is_past(sentence))


def _items(pages: tuple[Page, ...]) -> Iterator[_Answer]:
    for item in numbered_items(pages):
        for number in item.numbers:
            yield _Answer(number, answer_in(item.text), qualifier_in(item.text), f"item {number}")


# What is said of the others, and what is not said


def _rest(found: _Found, source: Source, warnings: list[ReadingWarning]) -> tuple[Position | None, tuple[str, ...]]:
    """What is said of all recommendations without a number, and the paragraphs of the report that it is limited to."""
    told = [(place, said) for place, said in found.rest if said.value is not None]
    for place, said in found.rest:
        if said.value is None:
            message = f"{place}: the recommendations meant here cannot be told: “{_excerpt(said.sentence)}”"
            warnings.append(unread("unnumbered", place, message))
    if not told:
        return None, ()
    place, first = told[0]
    if any((said.value, said.paragraphs) != (first.value, first.paragraphs) for _, said in told):
        places = ", ".join(dict.fromkeys(place for place, _ in told))
        message = f"{places}: more than one answer for all other recommendations"
        warnings.append(unread("unnumbered", place, message))
        return None, ()
    if not found.listed and not found.below:
        message = f"{place}: an answer for all recommendations, but no number of any: “{_excerpt(first.sentence)}”"
        warnings.append(unread("no-number", place, message))
    return _position(_Answer("", first.value, qualifier_in(first.sentence), place), source), first.paragraphs


def _left_open(found: _Found, answers: dict[str, _Answer]) -> Iterator[tuple[str, str]]:
    """The numbers named without an answer that could be read, with the reason."""
    paragraphs = {number.partition(".")[0] for number in answers if "." in number}
    for place, said in found.unanswered:
        sure = _RECOMMENDATION.search(said.sentence)
        for number in said.numbers if not said.earlier else ():
            if number not in answers and (sure or number.partition(".")[0] in paragraphs):
                yield number, f"{place}: {said.why}: “{_excerpt(said.sentence)}”"
    for place, block in found.bare:
        yield from ((number, f"{place}: no answer is said") for number in block.numbers if number not in answers)
    for text in found.text:
        named = {number for _, _, numbers, _ in lists(text) for number in numbers}  # with cross references
        for number in _FULL_NUMBER.findall(text):
            if number not in named and number not in answers and number.partition(".")[0] in paragraphs:
                yield number, "the list could not be read"


def _remarks(found: _Found, answers: dict[str, _Answer], open_: dict[str, str]) -> Iterator[ReadingWarning]:
    """Warnings of all numbers whose answer is not read."""
    vague = [answer for answer in found.below if answer.value in (None, PositionValue.UNDECIDED)]
    for answer in vague:
        if answers[answer.number] is answer:
            message = f"{answer.number} is undecided: what {answer.locator} says is not understood as an answer"
            yield unread("unanswered", answer.number, message)
    reasons: dict[str, list[str]] = {}
    for number, reason in open_.items():
        reasons.setdefault(reason, []).append(number)
    for reason, numbers in reasons.items():
        listed = ", ".join(numbers)
        yield unread("unanswered", numbers[0], f"{listed} without an answer; {reason}")
    for place, said in found.unanswered:
        numbers = [number for number in said.numbers if number not in answers]
        if said.earlier and numbers and (said.why == _BELOW_EARLIER or _RECOMMENDATION.search(said.sentence)):
            message = f"{', '.join(numbers)} not read in {place}: {said.why}: “{_excerpt(said.sentence)}”"
            yield unread("earlier-review", place, message)


def _excerpt(sentence: str) -> str:
    return sentence if len(sentence) <= _EXCERPT else f"{sentence[:_EXCERPT].rstrip()}…"
