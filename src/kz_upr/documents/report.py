"""Reports of the Working Group: from the printed page to a review."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from kz_upr.documents.assembling import printed_recommendation, remarks_on_names, remarks_on_states
from kz_upr.documents.conclusions import read_conclusions
from kz_upr.documents.cover import PrintedDocument, open_document
from kz_upr.documents.delegation import read_delegation
from kz_upr.documents.dialogue import read_dialogue
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.groups import Item
from kz_upr.documents.header import Header, read_header
from kz_upr.documents.impossible import without_impossible
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
    ReadingWarning,
    Recommendation,
    Review,
    Source,
    Stage,
    State,
    cycle_of,
)
from kz_upr.wording import ParsedClause, parse_recommendation


def read(path: Path) -> ReportReading:
    """The reading of a report; see :func:`kz_upr.documents.read_report`."""
    return reading_of(open_document(path))


def reading_of(document: PrintedDocument) -> ReportReading:
    """The reading of a report that has been opened."""
    _refuse_others(document)
    paragraphs = outline(document.pages)
    body = [paragraph for paragraph in paragraphs if not paragraph.annexed]
    header = read_header(body, document.cover)
    state, session, cycle = _identity(header, document.path)
    review, source = f"{state.iso3}-{cycle}", document.cover.source(state, document.sha256)
    conclusions = read_conclusions(conclusions_of(body, document.pages))
    if not conclusions.items and not conclusions.references:
        raise DocumentError(document.path, "holds no numbered recommendations in its conclusions")
    recommendations, remarks = _recommended(conclusions.items, state, review, source)
    dialogue = read_dialogue(body, state, review, source)
    speaking, missing = speaking_states(dialogue, recommendations)
    delegation, unread = read_delegation(paragraphs, header.text, source)
    warnings = (*conclusions.warnings, *remarks, *dialogue.warnings, *missing, *header.warnings, *unread)
    start, end = header.days or (None, None)
    recorded = without_impossible(
        Review(
            id=review,
            state=state,
            cycle=cycle,
            coverage=Coverage(
                recommendations=Held(held=len(recommendations), stated=None),
                statements=Held(held=len(dialogue.statements), stated=None),
            ),
            session=session,
            session_start=start,
            session_end=end,
            date=header.reviewed.date,
            meeting=header.reviewed.number,
            adopted=header.adopted.date,
            adopted_meeting=header.adopted.number,
            troika=header.troika,
            speakers=dialogue.stated,
            speaking_states=speaking,
            advance_questions=header.advance_questions,
            documents=(source, *header.papers),
            delegation=delegation,
            statements=dialogue.statements,
            recommendations=recommendations,
            warnings=warnings,
            citations=(Citation(source=source, locator="para. 1"),),
        )
    )
    reading = ReportReading(source=source, review=recorded, references=conclusions.references)
    return proved_report(reading, document, paragraphs)


def _refuse_others(document: PrintedDocument) -> None:
    symbol = document.cover.symbol
    if document.cover.is_addendum:
        raise DocumentError(document.path, f"is an addendum ({symbol}); use read_addendum")
    if "/Corr." in symbol:
        raise DocumentError(document.path, f"is a corrigendum to a report, not a report ({symbol})")


def _identity(header: Header, path: Path) -> tuple[State, int, int]:
    """The State under review, the session and the cycle."""
    if header.state is None:
        raise DocumentError(path, "does not name a State under review on its cover or in paragraph 1")
    cycle = cycle_of(header.session)
    if header.session is None or cycle is None:
        raise DocumentError(
            path, "does not say in paragraph 1 at which session of the Working Group the review was held"
        )
    return header.state, header.session, cycle


def _recommended(
    items: Iterable[Item], under_review: State, review: str, source: Source
) -> tuple[tuple[Recommendation, ...], list[ReadingWarning]]:
    """The recommendations of the items, and what is odd about them."""
    parsed = [(item, parse_recommendation(item.text)) for item in items]
    recommendations = _with_own_ids(_recommendation(item, clauses, review, source) for item, clauses in parsed)
    names = (remark for item, clauses in parsed for remark in remarks_on_names(item.number, item.text, clauses))
    return recommendations, [*remarks_on_states(recommendations, under_review), *names]


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
