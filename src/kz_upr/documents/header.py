"""The first paragraphs of a report: session, days and meetings, troika, documents, and advance questions."""

import datetime
import re
from collections.abc import Iterator

from attrs import frozen

from kz_upr.documents.cover import Cover
from kz_upr.documents.dates import Span, contradictions, find_date, find_day, find_span
from kz_upr.documents.number_words import cardinal, ordinal
from kz_upr.documents.outline import INTRODUCTION, Paragraph
from kz_upr.model import ReadingWarning, Source, SourceKind, State, inconsistent, unread
from kz_upr.numbers import DASH, PAPER_SYMBOL, source_id
from kz_upr.reference.scanning import find_states

_REVIEWED = re.compile(r"\bThe review of (?P<state>.{3,80}?) was held\b")
_SESSION = re.compile(
    rf"\bheld its ((?:[a-z]+(?:(?:\s|{DASH})[a-z]+)?)|\d+(?:st|nd|rd|th)) session\b(?P<rest>.{{0,80}})", re.DOTALL
)
_ON = r"\s*meetings?\b[\s,]*(?:held\b[\s,]*)?on\s+(?P<date>[^.]{4,40}"
_MEETING = re.compile(rf"\bwas held at (?:its|the) (?P<meeting>[^\s,]+),?{_ON})")
_ADOPTED = re.compile(
    rf"\b[Aa]t (?:its|the) (?:(?P<meeting>[^\s,]+),?\s)?{_ON}?),?\s+the Working Group (?:had\s+)?adopted\b"
)
_ADOPTION = re.compile(r"\bWorking Group (?:had\s+)?adopted\b")
_TROIKA = re.compile(
    r"\btroika\b[^.]*?\bto facilitate the review of\b(?P<named>[^.]*)|\(troika\)[^.:]*:(?P<listed>[^.]*)"
)
_IN_TROIKA = 3
_QUESTIONS = re.compile(r"\bprepared in advance by (?P<states>.*?) (?:was|were) transmitted\b", re.DOTALL)
_PAPER_KINDS = {
    "1": (SourceKind.NATIONAL_REPORT, "National report submitted by {}"),
    "2": (SourceKind.COMPILATION, "Compilation prepared by OHCHR: {}"),
    "3": (SourceKind.SUMMARY, "Summary prepared by OHCHR: {}"),
}
_FORTNIGHT = datetime.timedelta(days=14)


@frozen
class Meeting:
    """A meeting of the Working Group: its number and its day, each None if it is not printed."""

    number: int | None = None
    date: datetime.date | None = None


@frozen
class Header:
    """What the first paragraphs say. None or ``()`` if they do not."""

    text: str
    state: State | None
    session: int | None
    days: Span | None
    reviewed: Meeting
    adopted: Meeting
    troika: tuple[State, ...] | None
    advance_questions: tuple[State, ...]
    papers: tuple[Source, ...]
    warnings: tuple[ReadingWarning, ...]


def read_header(body: list[Paragraph], cover: Cover) -> Header:
    """The header of a report."""
    text = " ".join(paragraph.text for paragraph in body[:INTRODUCTION])
    state = cover.state or _state_reviewed(text)
    session, span = _session(text)
    reviewed, adopted = _meetings(text, span)
    troika = _troika(text, state)
    days = {"review": reviewed.date, "adoption": adopted.date, "date of the document": cover.date}
    return Header(
        text=text,
        state=state,
        session=session,
        days=span,
        reviewed=reviewed,
        adopted=adopted,
        troika=troika,
        advance_questions=_advance_questions(text),
        papers=tuple(_papers(text, state)) if state else (),
        warnings=(
            *(inconsistent("dates", "para. 1", remark) for remark in contradictions(text, span, days)),
            *_other_sessions(text, session),
            *_unread(text, reviewed, adopted, troika),
        ),
    )


def _unread(
    text: str, reviewed: Meeting, adopted: Meeting, troika: tuple[State, ...] | None
) -> Iterator[ReadingWarning]:
    """Warnings of what is printed but could not be read."""
    if reviewed.date is None and _REVIEWED.search(text):
        yield unread("date", "para. 1", "the date of the review could not be read")
    if adopted.date is None and _ADOPTION.search(text):
        yield unread("date", "para. 1", "the date of the adoption of the report could not be read")
    if "troika" in text and len(troika or ()) != _IN_TROIKA:
        found = ", ".join(state.name for state in troika or ()) or "none"
        yield unread("troika", "para. 2", f"expected {_IN_TROIKA} States in the troika, found {found}")


def _other_sessions(text: str, session: int | None) -> Iterator[ReadingWarning]:
    """Warnings of documents of paragraph 3 that are of another session."""
    for symbol, printed in _printed_papers(text).items():
        if session is not None and printed["session"] != str(session):
            yield inconsistent("other-session", "para. 3", f"{symbol} is not of session {session}")


def _state_reviewed(text: str) -> State | None:
    match = _REVIEWED.search(text)
    return next(iter(_states(match["state"])), None) if match else None


def _session(text: str) -> tuple[int | None, Span | None]:
    """The session that paragraph 1 names, or else the one in the symbols of the documents of paragraph 3; its days."""
    match = _SESSION.search(text)
    session = ordinal(match[1]) if match else None
    in_symbols = {int(printed["session"]) for printed in _printed_papers(text).values()}
    if session is None and len(in_symbols) == 1:
        session = in_symbols.pop()
    return session, find_span(match["rest"]) if match else None


def _meetings(text: str, session: Span | None) -> tuple[Meeting, Meeting]:
    """The meetings of the review and of the adoption.

    A day that is printed without a year has the year in which it lies in the session, or else close to the other day.
    """
    reviewed, adopted = _MEETING.search(text), _ADOPTED.search(text)
    review, adoption = (find_date(match["date"]) if match else None for match in (reviewed, adopted))
    before = session or (adoption and (adoption - _FORTNIGHT, adoption))
    after = session or (review and (review, review + _FORTNIGHT))
    if review is None and reviewed and before:
        review = find_day(reviewed["date"], before)
    if adoption is None and adopted and after:
        adoption = find_day(adopted["date"], after)
    return Meeting(number=_number(reviewed), date=review), Meeting(number=_number(adopted), date=adoption)


def _number(match: re.Match[str] | None) -> int | None:
    printed = match["meeting"] if match else None
    return ordinal(printed) or cardinal(printed) if printed else None


def _troika(text: str, under_review: State | None) -> tuple[State, ...] | None:
    """The rapporteurs: the States after a colon, or else all that the sentence names without the one under review."""
    match = _TROIKA.search(text)
    if match is None:
        return None
    named = match["named"] or match["listed"]
    listed = named.partition(":")[2] or named
    return tuple(state for state in _states(listed) if state != under_review) or None


def _advance_questions(text: str) -> tuple[State, ...]:
    match = _QUESTIONS.search(text)
    return _states(match["states"]) if match else ()


def _states(text: str) -> tuple[State, ...]:
    """The States that a text names, each once."""
    return tuple(dict.fromkeys(state for _, _, state in find_states(text)))


def _printed_papers(text: str) -> dict[str, re.Match[str]]:
    """The documents of paragraph 3, by their symbols."""
    return {re.sub(r"\s", "", printed.group()): printed for printed in re.finditer(PAPER_SYMBOL, text)}


def _papers(text: str, state: State) -> Iterator[Source]:
    for symbol, printed in _printed_papers(text).items():
        kind, title = _PAPER_KINDS[printed["paper"]]
        corrected = "/Corr." in symbol
        yield Source(
            id=source_id(symbol),
            kind=SourceKind.CORRIGENDUM if corrected else kind,
            title=title.format(state.name) + (". Corrigendum" if corrected else ""),
            symbol=symbol,
            publisher="United Nations",
        )
