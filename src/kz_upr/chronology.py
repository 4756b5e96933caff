"""The steps of reviews in time."""

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import evolve, frozen

from kz_upr.model import Citation, Review, Setting, SourceKind, Stage, Theme
from kz_upr.queries import each_review, select


class EventKind(StrEnum):
    """The steps of a review, in chronological order."""

    #: The State under review submits its national report.
    NATIONAL_REPORT = "national report"
    #: Presentation and interactive dialogue.
    REVIEW = "review"
    #: Some days after the review.
    REPORT_ADOPTED = "report adopted by the Working Group"
    #: The report is distributed.
    REPORT_ISSUED = "report issued"
    #: The State under review answers in writing.
    ADDENDUM = "addendum"
    #: Some months after the review.
    OUTCOME = "outcome adopted by the Council"


@frozen(kw_only=True)
class Event:
    """One dated step of a review.

    Attributes:
        date: Day of the step.
        kind: Which step it is.
        review: Id of the review.
        title: The step in words, with its symbol or number.
        citations: Where it is recorded.
        about: Ids of the recommendations and statements about the theme asked for. Empty if no theme is asked for.
    """

    date: datetime.date
    kind: EventKind
    review: str
    title: str
    citations: tuple[Citation, ...]
    about: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Event {self.date} {self.review}: {self.title}>"


_DATED_DOCUMENTS = {
    SourceKind.NATIONAL_REPORT: (EventKind.NATIONAL_REPORT, "National report"),
    SourceKind.WORKING_GROUP_REPORT: (EventKind.REPORT_ISSUED, "Report of the Working Group issued"),
    SourceKind.ADDENDUM: (EventKind.ADDENDUM, "Addendum with the answers of the State"),
}


#: The step at which a position of each stage is taken. A list is a witness to the position, not a step.
_ANSWERED_AT = {
    Stage.WORKING_GROUP: EventKind.REPORT_ADOPTED,
    Stage.ADDENDUM: EventKind.ADDENDUM,
    Stage.COUNCIL: EventKind.OUTCOME,
}


def timeline(reviews: Review | Iterable[Review], *, theme: Theme | str | None = None) -> tuple[Event, ...]:
    """The dated steps of one review or of several, in chronological order.

    The steps are the national report, the review, the adoption of the report by the Working Group, its issue, the
    addendum and the outcome in the Council; undated steps are omitted. ``theme`` (an id, code, label or search word)
    keeps the steps at which somebody spoke about it, recommended it or answered such a recommendation;
    :attr:`Event.about` gives the ids. None keeps every step.

    Raises :class:`~kz_upr.errors.UnknownThemeError` (a LookupError) for an unknown theme.

    >>> import kz_upr
    >>> last = kz_upr.timeline(kz_upr.load_review())[-1]
    >>> str(last.date), str(last.kind)
    ('2020-03-12', 'outcome adopted by the Council')
    >>> [str(event.kind) for event in kz_upr.timeline(kz_upr.load_review(1), theme="death penalty")]
    ['review', 'report adopted by the Working Group', 'outcome adopted by the Council']
    """
    events = [
        event
        for review in each_review(reviews)
        for event in (_events(review) if theme is None else _events_about(review, theme))
    ]
    order = list(EventKind)
    return tuple(sorted(events, key=lambda event: (event.date, order.index(event.kind))))


def _events_about(review: Review, theme: Theme | str) -> Iterator[Event]:
    about: dict[EventKind | None, list[str]] = {kind: [] for kind in (None, *EventKind)}
    for recommendation in select(review.recommendations, theme=theme):
        answered = (_ANSWERED_AT.get(position.stage) for position in recommendation.positions)
        for kind in dict.fromkeys((EventKind.REVIEW, *answered)):
            about[kind].append(recommendation.id)
    for statement in select(review.statements, theme=theme):
        about[_made_at(statement.setting)].append(statement.id)
    for event in _events(review):
        if about[event.kind]:
            yield evolve(event, about=tuple(about[event.kind]))


def _made_at(setting: Setting) -> EventKind | None:
    if setting is Setting.OUTSIDE:
        return None
    return EventKind.OUTCOME if setting.startswith("Council") else EventKind.REVIEW


def _events(review: Review) -> Iterator[Event]:
    def event(date: datetime.date, kind: EventKind, title: str, citations: tuple[Citation, ...]) -> Event:
        return Event(date=date, kind=kind, review=review.id, title=title, citations=citations)

    if review.date is not None:
        session = f", session {review.session} of the Working Group" if review.session else ""
        yield event(review.date, EventKind.REVIEW, f"Review of {review.state.name}{session}", review.citations)
    if review.adopted is not None:
        yield event(review.adopted, EventKind.REPORT_ADOPTED, "Report adopted by the Working Group", review.citations)
    for document in review.documents:
        if document.kind in _DATED_DOCUMENTS and document.date is not None:
            kind, title = _DATED_DOCUMENTS[document.kind]
            named = f"{title} ({document.symbol})" if document.symbol else title
            yield event(document.date, kind, named, (Citation(source=document, locator="cover"),))
    outcome = review.outcome
    if outcome is not None and outcome.date is not None:
        decision = f", decision {outcome.decision}" if outcome.decision else ""
        yield event(outcome.date, EventKind.OUTCOME, f"Outcome adopted by the Council{decision}", outcome.citations)
