"""What was said, point by point: ``kz-upr statements``."""

import argparse
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

import kz_upr
from kz_upr import Citation, Point, Review, Setting, Source, Statement, UnknownStateError
from kz_upr.cli.layout import Page
from kz_upr.cli.places import full_name, places
from kz_upr.cli.request import requested_filters, requested_review, requested_words
from kz_upr.dates import long_date
from kz_upr.errors import nearest_names
from kz_upr.messages import count
from kz_upr.model import sources_of
from kz_upr.reference import fold
from kz_upr.reference.phrases import Phrase
from kz_upr.searching import points_about, understood

_LEGEND = "[ ] shows what the speaker does and where it is recorded; * marks what the source only implies."
_REMARKS = (Setting.COUNCIL_OPENING, Setting.COUNCIL_CLOSING)


def statements(options: argparse.Namespace) -> None:
    """A table of contents, then all statements or those that meet the filters."""
    review, filters = requested_review(options), requested_filters(options)
    words = requested_words(options)
    found = [hit.found for hit in kz_upr.search(review, words, limit=sys.maxsize)] if words else review.statements
    asked = understood([review], words)
    settings = _settings(options.setting) if options.setting is not None else list(Setting)
    speakers = _by(review, options.speaker) if options.speaker is not None else review.statements
    shown = [
        (statement, points)
        for statement in kz_upr.select([item for item in found if isinstance(item, Statement)], **filters)
        if statement.setting in settings and statement in speakers
        if (points := points_on(statement, asked, filters)) or not statement.points
    ]
    page = Page()
    corrections(page, asked)
    if len(shown) > 1:
        _contents(page, shown)
    for statement, points in shown:
        _statement(page, review, statement, points)
        page.blank()
    if len(shown) == 1:
        page.line(_LEGEND)
    page.line(f"{count(len(shown), 'statement')}, {count(sum(len(points) for _, points in shown), 'point')}.")
    why = review.coverage.statements.why
    if why and len(shown) == len(review.statements):
        page.line(why)


def _settings(words: str) -> list[Setting]:
    """The settings that contain these words."""
    asked = fold(words).split()
    settings = [setting for setting in Setting if all(word in fold(setting) for word in asked)]
    if not settings:
        raise ValueError(f"unrecognized setting {words!r}; settings: {', '.join(Setting)}")
    return settings


def _by(review: Review, name: str) -> list[Statement]:
    """The statements of a State, or of a speaker or person with this name or part of a name."""
    try:
        state = kz_upr.resolve_state(name)
    except UnknownStateError:
        asked = fold(name)
        found = [one for one in review.statements if any(asked in fold(known) for known in _names(one))]
    else:
        return [one for one in review.statements if state in one.speaker.states]
    if not found:
        words = {fold(word): known for one in review.statements for known in _names(one) for word in known.split()}
        near = dict.fromkeys(words[word] for word in nearest_names(asked, words))
        hint = f"nearest: {'; '.join(near)}" if near else "'kz-upr statements' begins with a list of the speakers"
        raise LookupError(f"no speaker {name!r} in {review.id}; {hint}")
    return found


def _names(statement: Statement) -> Iterator[str]:
    yield statement.speaker.name
    if statement.speaker.person:
        yield statement.speaker.person.name


def points_on(statement: Statement, asked: Iterable[Phrase], filters: dict[str, Any]) -> tuple[Point, ...]:
    """The points about the phrases that meet the filters."""
    alone = [attrs.evolve(statement, points=(point,)) for point in points_about(statement, asked)]
    return tuple(point for one in kz_upr.select(alone, **filters) for point in one.points)


def corrections(page: Page, asked: Iterable[Phrase]) -> None:
    """Say which words are searched for instead of misspelt ones."""
    for phrase in asked:
        for typed, word in zip(phrase.typed, phrase.words, strict=True):
            if typed != word:
                page.line(f'Searching for "{word}" instead of "{typed}"')


def rest_of(page: Page, statement: Statement, shown: tuple[Point, ...], *, indent: str) -> None:
    """Say how many points of a statement are not shown."""
    if rest := len(statement.points) - len(shown):
        page.line(f"({count(rest, 'more point')} on other matters)", first=indent, rest=indent)


def title(statement: Statement) -> str:
    """``Kazakhstan, opening remarks in the Council, 12 March 2020``."""
    name, person = statement.speaker.name, statement.speaker.person
    who = f"{name} ({person.name})" if person and person.name != name else name
    where, _, in_the_council = statement.setting.partition(": ")
    if in_the_council:
        where = f"{in_the_council} in the Council" if statement.setting in _REMARKS else "in the Council"
    date = f", {long_date(statement.date)}" if statement.date else ""
    return f"{who}, {where}{date}"


def _contents(page: Page, shown: list[tuple[Statement, tuple[Point, ...]]]) -> None:
    """Who spoke where, with the numbers of points; then how to see less."""
    page.heading("Contents, with the number of points")
    for setting in Setting:
        speakers: Counter[str] = Counter()
        dates = set()
        for statement, points in shown:
            if statement.setting is setting:
                speakers[statement.speaker.name] += len(points)
                dates.add(statement.date)
        if speakers:
            day = dates.pop() if len(dates) == 1 else None
            when = f", {long_date(day)}" if day else ""
            listed = "; ".join(f"{name} ({number})" for name, number in speakers.items())
            page.line(f"{setting[0].upper()}{setting[1:]}{when}: {listed}", rest="  ")
    page.line("Show fewer with --speaker, --setting, --theme, --act or words; see kz-upr statements --help.")
    page.line(_LEGEND)
    page.blank()


def _statement(page: Page, review: Review, statement: Statement, points: tuple[Point, ...]) -> None:
    """A heading, the sources once, the points, and the reasons for what is inferred."""
    page.heading(title(statement))
    sources = sources_of((statement.citations, tuple(point.citations for point in points)))
    numbers = {source.id: str(number) for number, source in enumerate(sources, 1)} if len(sources) > 1 else {}
    listed = [f"{f'({numbers[source.id]}) ' if numbers else ''}{_place(statement, source)}" for source in sources]
    page.line(f"Source{'s' if numbers else ''}: {'; '.join(listed)}", rest="  ")
    for point in points:
        where = list(dict.fromkeys(_mark(citation, statement, numbers) for citation in point.citations))
        inside = "; ".join(filter(None, (str(point.act), *where, *_links(review, point))))
        page.bullet(f"{point.summary} [{inside}]")
    rest_of(page, statement, points, indent="  ")
    cited = itertools.chain(statement.citations, *(point.citations for point in points))
    inferred = [citation for citation in cited if citation.inferred]
    if inferred:
        notes = dict.fromkeys(citation.note or "The source does not say so." for citation in inferred)
        page.line(f"* Inferred: {' '.join(notes)}", first="  ", rest="    ")


def _place(statement: Statement, source: Source) -> str:
    """The source with the places of the whole statement."""
    cited = [citation for citation in statement.citations if citation.source.id == source.id]
    mark = "*" if any(citation.inferred for citation in cited) else ""
    site = source.copy_url.split("/")[2] if source.copy_url else None  # https://site/…
    copy = f" (copy at {site})" if site else ""
    return f"{places(attrs.evolve(one, inferred=False) for one in cited) or full_name(source)}{copy}{mark}"


def _mark(citation: Citation, statement: Statement, numbers: dict[str, str]) -> str:
    """The place of a point, unless it is that of the whole statement; ``*`` if the fact is only inferred."""
    same = [(one.source.id, one.locator) for one in statement.citations] == [(citation.source.id, citation.locator)]
    place = "" if citation.locator == "page" else citation.locator.removeprefix("page, ")
    place = re.sub("^recommendation ", "its recommendation ", place)
    text = "" if same else ", ".join(filter(None, (numbers.get(citation.source.id), place)))
    return f"{text}{'*' if citation.inferred else ''}"


def _links(review: Review, point: Point) -> Iterator[str]:
    """The recommendations that a point is about, and whom it answers."""
    if point.recommendations:
        yield f"on {', '.join(id.removeprefix(f'{review.id}-') for id in point.recommendations)}"
    if point.answers:
        answered = [
            statement.speaker.name
            for statement in review.statements
            if any(other.id in point.answers for other in statement.points)
        ]
        if answered:
            yield f"answers {', '.join(dict.fromkeys(answered))}"
