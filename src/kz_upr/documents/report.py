"""Reports of the Working Group: from the printed page to a review."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve

from kz_upr.documents.assembling import (
    inconsistent,
    printed_recommendation,
    remarks_on_names,
    remarks_on_states,
    unread,
)
from kz_upr.documents.conclusions import read_conclusions
from kz_upr.documents.cover import PrintedDocument, open_document
from kz_upr.documents.dates import contradictions, find_date, find_span
from kz_upr.documents.delegation import read_delegation, unread_head
from kz_upr.documents.dialogue import read_dialogue
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.groups import Item
from kz_upr.documents.impossible import without_impossible
from kz_upr.documents.number_words import ordinal
from kz_upr.documents.outline import outline
from kz_upr.documents.readings import ReportReading
from kz_upr.documents.sections import conclusions_of
from kz_upr.documents.speakers import speaking_states
from kz_upr.documents.wholeness import proved_report
from kz_upr.model import (
    Citation,
    Coverage,
    Held,
    Position,
    PositionValue,
    Recommendation,
    Review,
    Source,
    SourceKind,
    Stage,
    State,
    cycle_of,
)
from kz_upr.numbers import find_symbols, source_id
from kz_upr.reference import find_states
from kz_upr.wording import ParsedClause, parse_recommendation

_REVIEWED = re.compile(r"\bThe review of (?P<state>.{3,80}?) was held at\b")
_SESSION = re.compile(
    r"\bheld its ((?:[a-z]+(?:[\s‑-][a-z]+)?)|\d+(?:st|nd|rd|th)) session\b(?P<rest>.{0,80})", re.DOTALL
)
_MEETING = re.compile(r"\bwas held at (?:its|the) (\S+) meeting,?\s+(?:held )?on (?P<date>.{6,20}?\d{4})")
_ADOPTED = re.compile(
    r"\b[Aa]t its (?:(\S+) )?meeting,?\s+(?:held )?on (?P<date>.{6,20}?\d{4}),? the Working Group adopted"
)
_TROIKA = re.compile(r"\(troika\)[^:.]*:(?P<states>[^.]*)")
_QUESTIONS = re.compile(r"\bprepared in advance by (?P<states>.*?) (?:was|were) transmitted\b", re.DOTALL)
_PAPER = re.compile(r"A/HRC/WG\.6/\d{1,2}/[A-Z]{3}/[1-3]\b.*")
_PAPER_KINDS = {
    "1": (SourceKind.NATIONAL_REPORT, "National report submitted by {}"),
    "2": (SourceKind.COMPILATION, "Compilation prepared by OHCHR: {}"),
    "3": (SourceKind.SUMMARY, "Summary prepared by OHCHR: {}"),
}


def read(path: Path) -> ReportReading:
    """The reading of a report; see :func:`kz_upr.documents.read_report`."""
    return reading_of(open_document(path))


def reading_of(document: PrintedDocument) -> ReportReading:
    """The reading of a report that has been opened."""
    path, cover, pages = document.path, document.cover, document.pages
    if cover.is_addendum:
        raise DocumentError(path, f"is an addendum ({cover.symbol}); use read_addendum")
    if "/Corr." in cover.symbol:
        raise DocumentError(path, f"is a corrigendum ({cover.symbol}), which corrects a report and is none itself")
    paragraphs = outline(pages)
    body = [paragraph for paragraph in paragraphs if not paragraph.annexed]
    introduction = " ".join(paragraph.text for paragraph in body[:4])
    state = cover.state or _state_reviewed(introduction)
    if state is None:
        raise DocumentError(path, "does not name a State under review on its cover or in paragraph 1")
    session = _session(introduction)
    cycle = cycle_of(session)
    if session is None or cycle is None:
        raise DocumentError(
            path, "does not say in paragraph 1 at which session of the Working Group the review was held"
        )
    source = cover.source(state, document.sha256)
    section = conclusions_of(body, pages)
    conclusions = read_conclusions(section)
    items, warnings = conclusions.items, conclusions.warnings
    if not items and not conclusions.references:
        raise DocumentError(path, "holds no numbered recommendations in its conclusions")
    demands = [parse_recommendation(item.text) for item in items]
    recommendations = _with_own_ids(
        _recommendation(item, clauses, f"{state.iso3}-{cycle}", source)
        for item, clauses in zip(items, demands, strict=True)
    )
    warnings += remarks_on_states(recommendations, state)
    for item, clauses in zip(items, demands, strict=True):
        warnings += remarks_on_names(item.number, item.text, clauses)
    dialogue = read_dialogue(body, state, f"{state.iso3}-{cycle}", source)
    speaking, missing = speaking_states(dialogue, recommendations)
    warnings += [*dialogue.warnings, *missing]
    start, end = _session_days(introduction)
    meeting, date = _meeting(_MEETING, introduction)
    adopted_meeting, adopted = _meeting(_ADOPTED, introduction)
    warnings += (
        inconsistent("dates", "para. 1", it) for it in contradictions(introduction, (start, end), date, adopted)
    )
    delegation = read_delegation(paragraphs, introduction, source)
    if printed := unread_head(paragraphs, introduction):
        warnings.append(unread("head", "delegation", f"no name is recognised in the head of delegation “{printed}”"))
    review = Review(
        id=f"{state.iso3}-{cycle}",
        state=state,
        cycle=cycle,
        coverage=Coverage(
            recommendations=Held(held=len(recommendations), stated=None),
            statements=Held(held=len(dialogue.statements), stated=None),
        ),
        session=session,
        session_start=start,
        session_end=end,
        date=date,
        meeting=meeting,
        adopted=adopted,
        adopted_meeting=adopted_meeting,
        troika=_troika(introduction),
        speakers=dialogue.stated,
        speaking_states=speaking,
        advance_questions=_advance_questions(introduction),
        documents=(source, *_papers(introduction, state)),
        delegation=delegation,
        statements=dialogue.statements,
        recommendations=recommendations,
        warnings=tuple(warnings),
        citations=(Citation(source=source, locator="para. 1"),),
    )
    review, impossible = without_impossible(review)
    review = evolve(review, warnings=(*review.warnings, *impossible))
    reading = ReportReading.of(review, source, conclusions.references)
    return proved_report(reading, document, paragraphs)


def _recommendation(item: Item, clauses: tuple[ParsedClause, ...], review: str, source: Source) -> Recommendation:
    position = Position(
        value=item.position if item.position is not None else PositionValue.UNDECIDED,
        stage=Stage.WORKING_GROUP,
        qualifier=item.qualifier,
        citations=(Citation(source=source, locator=f"para. {item.answered_in}"),),
    )
    citation = Citation(source=source, locator=f"para. {item.number}")
    return printed_recommendation(review, item.number, item.text, clauses, citation, positions=(position,))


def _with_own_ids(recommendations: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """The recommendations; the second of a number that is printed twice has an id that ends in ``-2``."""
    printed: Counter[str] = Counter()
    found = []
    for recommendation in recommendations:
        printed[recommendation.id] += 1
        times = printed[recommendation.id]
        found.append(recommendation if times == 1 else evolve(recommendation, id=f"{recommendation.id}-{times}"))
    return tuple(found)


# Paragraphs 1 to 4


def _state_reviewed(introduction: str) -> State | None:
    match = _REVIEWED.search(introduction)
    found = next(find_states(match["state"]), None) if match else None
    return found[2] if found else None


def _session(introduction: str) -> int | None:
    """The session that paragraph 1 names, or else the one in the symbols of the documents of paragraph 3."""
    match = _SESSION.search(introduction)
    named = ordinal(match[1]) if match else None
    in_symbols = {int(symbol.split("/")[3]) for symbol in find_symbols(introduction) if _PAPER.match(symbol)}
    return in_symbols.pop() if named is None and len(in_symbols) == 1 else named


def _session_days(introduction: str) -> tuple[datetime.date | None, datetime.date | None]:
    match = _SESSION.search(introduction)
    return (find_span(match["rest"]) if match else None) or (None, None)


def _meeting(pattern: re.Pattern[str], introduction: str) -> tuple[int | None, datetime.date | None]:
    match = pattern.search(introduction)
    return (ordinal(match[1] or ""), find_date(match["date"])) if match else (None, None)


def _troika(introduction: str) -> tuple[State, ...] | None:
    match = _TROIKA.search(introduction)
    return tuple(state for _, _, state in find_states(match["states"])) or None if match else None


def _advance_questions(introduction: str) -> tuple[State, ...]:
    match = _QUESTIONS.search(introduction)
    return tuple(dict.fromkeys(state for _, _, state in find_states(match["states"]))) if match else ()


def _papers(introduction: str, state: State) -> Iterator[Source]:
    for symbol in dict.fromkeys(filter(_PAPER.match, find_symbols(introduction))):
        kind, title = _PAPER_KINDS[symbol.split("/")[5][0]]
        corrected = "/Corr." in symbol
        yield Source(
            id=source_id(symbol),
            kind=SourceKind.CORRIGENDUM if corrected else kind,
            title=title.format(state.name) + (". Corrigendum" if corrected else ""),
            symbol=symbol,
            publisher="United Nations",
        )
