"""Addenda: the answers of the State, in lists of numbers, numbered items, tables, or text below a number."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, evolve

from kz_upr.documents.answers import answer_in, position_of_heading, qualifier_in
from kz_upr.documents.assembling import inconsistent
from kz_upr.documents.containers.pdf import Page
from kz_upr.documents.cover import PrintedDocument, open_document
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.margins import text_lines
from kz_upr.documents.number_words import ordinal
from kz_upr.documents.outline import Paragraph, joined, outline
from kz_upr.documents.readings import AddendumReading
from kz_upr.model import Citation, Position, PositionValue, Qualifier, ReadingWarning, Source, Stage
from kz_upr.numbers import ANY_LIST, CALLED, DASH, FULL_LIST, expand_numbers, number_key

#: A list of full numbers means recommendations anywhere in the text.
_FULL_LIST = re.compile(FULL_LIST)
#: Bare numbers mean recommendations only if they are called so.
_BARE_LIST = re.compile(rf"\b{CALLED}(?P<list>{ANY_LIST})")
#: A line that begins an answer: the numbers of the recommendations, alone or before a sentence.
_HEAD = re.compile(
    rf"(?:{CALLED})?(?P<full>{FULL_LIST})\s*(?:[:.]|{DASH})?\s*(?=$|[A-Z“(])"
    rf"|{CALLED}(?P<bare>{ANY_LIST})\s*(?:[:.]|{DASH})?\s*(?=$|[A-Z“(])"
)
#: The same in an addendum whose paragraph numbers are those of the recommendations: "5., 6., 7. The Government …".
_ITEM = re.compile(r"(?P<list>\d{1,3}\.(?:\s*(?:,|and)\s*\d{1,3}\.)*)(?P<open>\s*,)?\s*(?=[^\d\s.,]|$)")
_COUNTED_IN = re.compile(r"\brecommendations\b[^.]{0,60}?\bin paragraph (\d{1,3}) of the [Rr]eport")
_CYCLE = re.compile(
    r"\b(first|second|third|fourth|[1-9](?:st|nd|rd|th))\s+(?:cycle\b|Universal Periodic Review\b)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"\.\s+(?=[A-Z])")
_SAME_PLACE = 6.0  # points


@define
class _Answer:
    """The answer to one recommendation at one place of the addendum."""

    number: str
    value: PositionValue | None
    qualifier: Qualifier | None
    locator: str


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
    paragraphs = [paragraph for paragraph in outline(pages) if not paragraph.annexed]
    answers, warnings = max(_readings(pages, paragraphs), key=lambda reading: _taking_position(reading[0]))
    if not _taking_position(answers):
        raise DocumentError(path, "answers no recommendation by its number")
    paragraph = _paragraph_counted_in(pages)
    return AddendumReading(
        positions={
            number if "." in number or paragraph is None else f"{paragraph}.{number}": _position(answer, source)
            for number, answer in sorted(answers.items(), key=lambda pair: number_key(pair[0]))
        },
        source=source,
        state=cover.state,
        cycle=_cycle(paragraphs),
        symbol=cover.symbol,
        warnings=tuple(warnings),
    )


def _readings(
    pages: tuple[Page, ...], paragraphs: list[Paragraph]
) -> Iterator[tuple[dict[str, _Answer], list[ReadingWarning]]]:
    """The answers under each possible form of an addendum; its form is the one that gives the most answers."""
    warnings: list[ReadingWarning] = []
    listed = _merged(_declarations(paragraphs), warnings)
    under_numbers = list(_said_under_numbers(paragraphs))
    if listed:  # text below a number explains the lists; it answers only what no list answers
        yield _merged(under_numbers, []) | listed, warnings
    warnings = []
    yield _merged(under_numbers, warnings), warnings
    warnings = []
    yield _merged(_items(pages), warnings), warnings
    warnings = []
    yield _merged(_table_rows(pages), warnings), warnings


def _taking_position(answers: dict[str, _Answer]) -> int:
    return sum(answer.value is not None for answer in answers.values())


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


def _position(answer: _Answer, source: Source) -> Position:
    value = answer.value if answer.value is not None else PositionValue.UNDECIDED
    return Position(
        value=value,
        stage=Stage.ADDENDUM,
        qualifier=answer.qualifier if value is PositionValue.SUPPORTED else None,
        date=source.date,
        citations=(Citation(source=source, locator=answer.locator),),
    )


def _cycle(paragraphs: list[Paragraph]) -> int | None:
    for paragraph in paragraphs[:5]:
        if match := _CYCLE.search(paragraph.text):
            return ordinal(match[1])
    return None


def _paragraph_counted_in(pages: tuple[Page, ...]) -> int | None:
    """The paragraph of the report in which bare numbers count, if the addendum names it (often in a footnote)."""
    text = joined(line.text for page in pages for line in (*page.lines, *page.notes))
    match = _COUNTED_IN.search(text)
    return int(match[1]) if match else None


# Lists of numbers answered by a sentence or a heading


def _declarations(paragraphs: list[Paragraph]) -> Iterator[_Answer]:
    for paragraph in paragraphs:
        lines = [line.text for line in paragraph.lines]
        own = next(
            (index for index, line in enumerate(lines) if index and _HEAD.match(line) and _ends(lines[index - 1])), None
        )
        text = joined(lines[:own])
        lists = list(_lists(text))
        for index, (start, end, numbers) in enumerate(lists):
            before = text[lists[index - 1][1] if index else 0 : start]
            after = text[end : lists[index + 1][0] if index + 1 < len(lists) else len(text)]
            value = _answer_to_list(before, after, paragraph.headings)
            if value is None:
                continue
            qualifier = qualifier_in(before) or qualifier_in(after) or qualifier_in(" ".join(paragraph.headings[-1:]))
            for number in numbers:
                yield _Answer(number, value, qualifier, _locator(paragraph))


def _locator(paragraph: Paragraph) -> str:
    if paragraph.number is not None:
        return f"para. {paragraph.number}"
    return f"under “{paragraph.headings[-1]}”" if paragraph.headings else "text"


def _ends(line: str) -> bool:
    return line.endswith((".", ":", ";", ")"))


def _answer_to_list(before: str, after: str, headings: tuple[str, ...]) -> PositionValue | None:
    sentence = _SENTENCE_END.split(before)[-1]
    value = answer_in(sentence)
    if value is None and re.match(r"[^.]{0,40}\b(?:is|are|was|were|has|have|enjoys?|do|does)\b", after):
        value = answer_in(f"recommendations {_SENTENCE_END.split(after)[0]}")
    if value is None and re.search(r"\b[Rr]ecommendations?\b|^\W*$", sentence) and headings:
        value = position_of_heading(headings[-1])
    return value


def _lists(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Lists of recommendations in a text, as (start, end, numbers)."""
    place = 0
    while True:
        matches = [match for pattern in (_FULL_LIST, _BARE_LIST) if (match := pattern.search(text, place))]
        if not matches:
            return
        match = min(matches, key=lambda match: match.start())
        group = "list" if match.re is _BARE_LIST else 0
        place = match.end()
        try:
            yield match.start(group), match.end(), expand_numbers(match[group])
        except ValueError:
            continue


# Text below a number


def _said_under_numbers(paragraphs: list[Paragraph]) -> Iterator[_Answer]:
    """Answers in blocks that begin with the numbers."""
    for paragraph in paragraphs:
        numbers: tuple[str, ...] = ()
        said: list[str] = []
        before = "."
        for line in (line.text for line in paragraph.lines):
            match = _HEAD.match(line) if _ends(before) or not said else None
            before = line
            if match is not None:
                yield from _answers(numbers, said, paragraph)
                numbers, said = _expanded(match["full"] or match["bare"]), [line[match.end() :]]
            else:
                said.append(line)
        yield from _answers(numbers, said, paragraph)


def _answers(numbers: tuple[str, ...], said: list[str], paragraph: Paragraph) -> Iterator[_Answer]:
    text = "\n".join(said)
    value = answer_in(text)
    if value is None and paragraph.headings:
        value = position_of_heading(paragraph.headings[-1])
    for number in numbers:
        yield _Answer(number, value, qualifier_in(text), _locator(paragraph))


def _expanded(text: str) -> tuple[str, ...]:
    try:
        return expand_numbers(text)
    except ValueError:
        return ()


# Rows of a table: the number, often the recommendation, and a word in a separate column

_ROW = re.compile(r"(?P<number>\d{1,3}\.\d{1,3})(?![\d/%])\.?\s*(?=$|[A-Z“(])")
_WORD = re.compile(
    r"(?<![\w-])(?P<how>(?:Fully|Partially|Partly|Not) (?=[a-z]))?"
    r"(?:(?(how)accepted|Accepted)|(?(how)supported|Supported)|Noted|Rejected)(?P<part> in part)?(?![\w-])(?!\s+[a-z])"
)


def _table_rows(pages: tuple[Page, ...]) -> Iterator[_Answer]:
    number: str | None = None
    said: list[str] = []
    for line in text_lines(pages[1:]):
        match = _ROW.match(line.text)
        if match is None:
            said.append(line.text)
            continue
        yield from _row(number, said)
        number, said = match["number"], [line.text[match.end() :]]
    yield from _row(number, said)


def _row(number: str | None, said: list[str]) -> Iterator[_Answer]:
    match = next((match for line in said if (match := _WORD.search(line))), None)
    if number is not None:
        text = "\n".join(said)
        yield _Answer(number, answer_in(match.group()) if match else None, qualifier_in(text), f"no. {number}")


# Items with the numbers of the recommendations


def _items(pages: tuple[Page, ...]) -> Iterator[_Answer]:
    """Answers in an addendum with the same numbering as the report, in one column or two."""
    numbers: list[str] = []
    said: list[str] = []
    margin: float | None = None
    unfinished = False  # a list of numbers continues on the next line
    for line in text_lines(pages[1:]):
        match = _ITEM.match(line.text)
        if match and (margin is None or abs(line.left - margin) <= _SAME_PLACE):
            listed = list(_expanded(match["list"]))
            if unfinished:
                numbers += listed
            else:
                yield from _item(numbers, said)
                numbers, said = listed, []
            margin = line.left if margin is None else margin
            unfinished = match["open"] is not None
            said.append(line.text[match.end() :])
        else:
            said.append(line.text)
    yield from _item(numbers, said)


def _item(numbers: list[str], said: list[str]) -> Iterator[_Answer]:
    text = joined(said)
    for number in numbers:
        yield _Answer(number, answer_in(text), qualifier_in(text), f"item {number}")
