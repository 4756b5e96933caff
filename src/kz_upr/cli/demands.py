"""The table of ``kz-upr read``: one row for each demand of a State."""

import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve, fields, frozen

from kz_upr import Position, Recommendation, State, resolve_state
from kz_upr.documents import AddendumReading, AnyReading, ReportReading


@frozen(kw_only=True)
class Demand:
    """What one State demands in one clause of a recommendation, and the answer.

    A recommendation whose States are not known has one row without a State. An addendum has a row for each number that
    it answers, without a State or a wording. An unknown text is empty, an unknown number None.

    Attributes:
        document: Symbol of the document; its title if it has none.
        kind: What the document is.
        report: Symbol of the report that the document is, answers or lists.
        review: Id of the review.
        state_under_review: ISO3 code of the State under review.
        group_under_review: Its regional group.
        cycle: Cycle of the review.
        session: Session of the Working Group.
        year: Year of the review, in rows of a report.
        id: Id of the recommendation.
        number: Number as printed, as text.
        paragraph: Paragraph of the report: the first part of the number.
        item: Item of the paragraph: the second part of the number.
        clause: Position of the demand in the recommendation, from 1.
        state: ISO3 code of the State that makes the demand.
        state_name: Its name at the United Nations.
        group_of_state: Its regional group.
        position: Position of the State under review on the recommendation.
        stage: Stage at which it was taken.
        qualifier: What the State added to its support.
        wording: Official wording of the demand.
    """

    document: str
    kind: str
    report: str = ""
    review: str = ""
    state_under_review: str = ""
    group_under_review: str = ""
    cycle: int | None = None
    session: int | None = None
    year: int | None = None
    id: str = ""
    number: str
    paragraph: int | None = None
    item: int | None = None
    clause: int | None = None
    state: str = ""
    state_name: str = ""
    group_of_state: str = ""
    position: str = ""
    stage: str = ""
    qualifier: str = ""
    wording: str = ""


#: The columns in order, each with the type of its values, str or int.
COLUMNS = tuple((field.name, str if field.type is str else int) for field in fields(Demand))

_NUMBER = re.compile(r"(?:(\d+)\.)?(\d+)")


def demands(reading: AnyReading) -> Iterator[Demand]:
    """The rows of a document, in its order."""
    about = Demand(
        document=reading.name,
        kind=reading.source.kind,
        report=reading.report or "",
        state_under_review=reading.state.iso3 if reading.state else "",
        group_under_review=_group(reading.state),
        cycle=reading.cycle,
        session=reading.session,
        number="",
    )
    if isinstance(reading, AddendumReading):
        for number, position in reading.positions.items():
            yield evolve(about, **_numbered(number), **_answered(position))
    elif isinstance(reading, ReportReading):
        review = reading.review
        day = review.date or review.session_start
        about = evolve(about, review=review.id, year=day.year if day else None)
        for recommendation in review.recommendations:
            yield from _demands(about, recommendation)
    else:
        for recommendation in reading.recommendations:
            yield from _demands(_of_review(about, recommendation.id), recommendation)


def _of_review(about: Demand, id: str) -> Demand:
    """The review that the id of a recommendation names: an export may cover several."""
    named = re.match(r"([A-Z]{3})-(\d+)(?=-)", id)
    if named is None:
        return about
    group = _group(resolve_state(named[1]))
    return evolve(about, review=named[0], state_under_review=named[1], group_under_review=group, cycle=int(named[2]))


def _demands(about: Demand, recommendation: Recommendation) -> Iterator[Demand]:
    about = evolve(
        about,
        id=recommendation.id,
        wording=recommendation.official_text or "",
        **_numbered(recommendation.number),
        **_answered(recommendation.final_position),
    )
    if not recommendation.clauses:
        yield about
    for place, clause in enumerate(recommendation.clauses, 1):
        demand = evolve(about, clause=place, wording=clause.official_text or about.wording)
        for state in clause.states:
            yield evolve(demand, state=state.iso3, state_name=state.name, group_of_state=_group(state))
        if not clause.states:
            yield demand


def _group(state: State | None) -> str:
    return state.group.value if state and state.group else ""


def _numbered(number: str) -> dict[str, Any]:
    parts = _NUMBER.match(number)
    paragraph, item = (part and int(part) for part in parts.groups()) if parts else (None, None)
    return {"number": number, "paragraph": paragraph, "item": item}


def _answered(position: Position | None) -> dict[str, Any]:
    if position is None:
        return {}
    return {"position": position.value.value, "stage": position.stage.value, "qualifier": position.qualifier or ""}
