"""Addenda: the State's own answers, from lists of numbers, numbered items, or blocks under a number."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, evolve

from kz_upr.documents.answers import answer_in, position_of_heading, qualifier_in
from kz_upr.documents.containers.files import sha256_of
from kz_upr.documents.covers import Cover, read_cover
from kz_upr.documents.dates import ordinal
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.outlines import Paragraph, joined, outline, text_lines
from kz_upr.documents.pages import Page, read_pages
from kz_upr.documents.readings import AddendumReading
from kz_upr.model import Citation, Position, PositionValue, Qualifier, Source, Stage
from kz_upr.parsing import expand_numbers, number_key

_DASH = "[-‐‑‒–—]"
_END = r"(?![\d/%])(?!\.\d)(?!\s*(?:per cent|percent|million|billion))"
_REST = rf"(?:(?:\s*(?:[,;&.]|\band\b)+\s*|\s*{_DASH}\s*|\s+to\s+|\s+)\d{{1,3}}(?:\.\d{{1,3}})?{_END})*"
#: A list of full numbers stands for recommendations wherever it stands.
_FULL_LIST = re.compile(rf"(?<![\w/.(])\d{{1,3}}\.\d{{1,3}}{_END}{_REST}")
#: Bare numbers are recommendations where they are called so.
_CALLED = r"(?:[Rr]ecs?\.?|[Rr]ecommendations?):?\s+(?:(?:Nos?|[Nn]umbers?)\.?:?\s*)?"
_BARE_LIST = re.compile(rf"\b{_CALLED}(?P<list>\d{{1,3}}{_END}{_REST})")
#: A line that begins what is said on some recommendations: their numbers, alone or before a sentence.
_HEAD = re.compile(
    rf"(?:{_CALLED})?(?P<full>\d{{1,3}}\.\d{{1,3}}{_END}{_REST})\s*[:.–—-]?\s*(?=$|[A-Z“(])"
    rf"|{_CALLED}(?P<bare>\d{{1,3}}{_END}{_REST})\s*[:.–—-]?\s*(?=$|[A-Z“(])"
)
#: The same in an addendum whose paragraphs are the recommendations' numbers: "5., 6., 7. The Government …".
_ITEM = re.compile(r"(?P<list>\d{1,3}\.(?:\s*(?:,|and)\s*\d{1,3}\.)*)(?P<open>\s*,)?\s*(?=[^\d\s.,]|$)")
_COUNTED_IN = re.compile(r"\brecommendations\b[^.]{0,60}?\bin paragraph (\d{1,3}) of the [Rr]eport")
_CYCLE = re.compile(
    r"\b(first|second|third|fourth|[1-9](?:st|nd|rd|th))\s+(?:cycle\b|Universal Periodic Review\b)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"\.\s+(?=[A-Z])")
_SAME_PLACE = 6.0  # points


@define
class _Answer:
    """What one place of the addendum answers to one recommendation."""

    number: str
    value: PositionValue | None
    qualifier: Qualifier | None
    locator: str


def read_addendum(path: str | Path) -> AddendumReading:
    """The positions that the State under review takes in its addendum, by number.

    ``path`` is the English PDF as the United Nations published it, for any State. Lists and ranges are expanded.
    Numbers are as printed: ``122.34``, or bare where the addendum does not say which paragraph of the report it
    counts in. An answer in words alone that takes no position is *undecided*; one that accepts a part and refuses
    another is *partly supported*. Each position cites the paragraph or item. The result is a mapping that also
    has ``state``, ``cycle``, ``symbol``, ``report``, ``source`` and ``warnings``; a number answered twice
    differently is *undecided*, with a warning.

    Raises :class:`DocumentError` naming the file and the reason when it is not an addendum, is damaged, or answers no
    recommendation by number, and ImportError when the extra ``kz_upr[documents]`` is not installed.

    >>> from kz_upr.documents import read_addendum
    >>> reading = read_addendum("A-HRC-43-15-Add.1.pdf")  # doctest: +SKIP
    >>> reading["122.34"].value  # doctest: +SKIP
    <PositionValue.SUPPORTED: 'supported'>
    """
    path = Path(path)
    pages = read_pages(path)
    return addendum_from(path, pages, read_cover(path, pages))


def addendum_from(path: Path, pages: tuple[Page, ...], cover: Cover) -> AddendumReading:
    """The positions in the pages of an addendum that were read already; see :func:`read_addendum`."""
    if not cover.is_addendum:
        raise DocumentError(path, f"is a report ({cover.symbol}), not an addendum: read_report reads it")
    if cover.state is None:
        raise DocumentError(path, "does not name a State under review on its cover")
    source = cover.source(cover.state, sha256_of(path))
    paragraphs = [paragraph for paragraph in outline(pages) if not paragraph.annexed]
    answers, warnings = max(_readings(pages, paragraphs), key=lambda reading: _taking_position(reading[0]))
    if not _taking_position(answers):
        raise DocumentError(path, "answers no recommendation by its number")
    paragraph = _paragraph_counted_in(pages)
    return AddendumReading(
        {
            number if "." in number or paragraph is None else f"{paragraph}.{number}": _position(answer, source)
            for number, answer in sorted(answers.items(), key=lambda pair: number_key(pair[0]))
        },
        source=source,
        state=cover.state,
        cycle=_cycle(paragraphs),
        symbol=cover.symbol,
        report=cover.report,
        warnings=warnings,
    )


def _readings(pages: tuple[Page, ...], paragraphs: list[Paragraph]) -> Iterator[tuple[dict[str, _Answer], list[str]]]:
    """The answers under each of the forms of an addendum; the form that it has is the one that answers most."""
    warnings: list[str] = []
    listed = _merged(_declarations(paragraphs), warnings)
    under_numbers = list(_said_under_numbers(paragraphs))
    if listed:  # what is said under a number explains the lists; it answers only what no list does
        yield _merged(under_numbers, []) | listed, warnings
    warnings = []
    yield _merged(under_numbers, warnings), warnings
    warnings = []
    yield _merged(_items(pages), warnings), warnings
    warnings = []
    yield _merged(_table_rows(pages), warnings), warnings


def _taking_position(answers: dict[str, _Answer]) -> int:
    return sum(answer.value is not None for answer in answers.values())


def _merged(answers: Iterable[_Answer], warnings: list[str]) -> dict[str, _Answer]:
    """One answer a number: the first that takes a position; two that differ take none."""
    merged: dict[str, _Answer] = {}
    for answer in answers:
        known = merged.get(answer.number)
        if known is None or (known.value is None and answer.value is not None):
            merged[answer.number] = answer
        elif answer.value not in (None, known.value) and known.value is not PositionValue.UNDECIDED:
            warnings.append(
                f"{answer.number} is {known.value} in {known.locator} and {answer.value} in {answer.locator}"
            )
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
    """The report's paragraph that bare numbers count in, where the addendum (often in a note) names it."""
    text = joined(line.text for page in pages for line in (*page.lines, *page.notes))
    match = _COUNTED_IN.search(text)
    return int(match[1]) if match else None


# Lists of numbers that a sentence or a heading answers


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


# What is said under a number


def _said_under_numbers(paragraphs: list[Paragraph]) -> Iterator[_Answer]:
    """Blocks that begin with the numbers they answer."""
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


# Rows of a table: the number, often the recommendation, and a word in a column of its own

_ROW = re.compile(rf"(?P<number>\d{{1,3}}\.\d{{1,3}})\.?{_END}\s*(?=$|[A-Z“(])")
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


# Items that bear the recommendations' numbers


def _items(pages: tuple[Page, ...]) -> Iterator[_Answer]:
    """Answers in an addendum that counts as the report does, in one column or two."""
    numbers: list[str] = []
    said: list[str] = []
    margin: float | None = None
    unfinished = False  # a list of numbers that goes on in the next line
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
