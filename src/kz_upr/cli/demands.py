"""The table of ``kz-upr read``: one row for each demand of a State."""

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from kz_upr import Clause, Position, Recommendation, State, resolve_state
from kz_upr.documents import AnyReading, ReportReading
from kz_upr.tables import Column


@frozen(kw_only=True)
class Demand:
    """What one State demands in one clause of a recommendation, and where.

    A recommendation whose clauses or States are not known is one demand without them.
    """

    reading: AnyReading
    review: str
    state_under_review: State | None
    cycle: int | None
    recommendation: Recommendation
    position: Position | None
    place: int | None = None
    clause: Clause | None = None
    state: State | None = None


def _year(demand: Demand) -> int | None:
    if not isinstance(demand.reading, ReportReading):
        return None
    day = demand.reading.review.date or demand.reading.review.session_start
    return day.year if day else None


def _part_of_number(part: int) -> Callable[[Demand], int | None]:
    """The paragraph (1) or the item (2) of a number such as ``139.124``; an addendum may give only the item."""

    def number(demand: Demand) -> int | None:
        parts = re.match(r"(?:(\d+)\.)?(\d+)", demand.recommendation.number)
        return int(parts[part]) if parts and parts[part] else None

    return number


def _wording(demand: Demand) -> str | None:
    return (demand.clause and demand.clause.official_text) or demand.recommendation.official_text


#: The columns in order. An unknown text is empty, an unknown number None.
COLUMNS = (
    Column("document", "symbol of the document; its title if it has none", "reading.name"),
    Column("kind", "what the document is", "reading.source.kind"),
    Column("report", "symbol of the report that the document is, answers or lists", "reading.report"),
    Column("review", "id of the review", "review"),
    Column("state_under_review", "ISO3 code of the State under review", "state_under_review.iso3"),
    Column("group_under_review", "its regional group", "state_under_review.group"),
    Column("cycle", "cycle of the review", "cycle", "integer"),
    Column("session", "session of the Working Group", "reading.session", "integer"),
    Column("year", "year of the review, in rows of a report", _year, "integer"),
    Column("id", "id of the recommendation", "recommendation.id"),
    Column("number", "number as printed, as text", "recommendation.number"),
    Column("paragraph", "paragraph of the report: the first part of the number", _part_of_number(1), "integer"),
    Column("item", "item of the paragraph: the second part of the number", _part_of_number(2), "integer"),
    Column("clause", "position of the demand in the recommendation, from 1", "place", "integer"),
    Column("state", "ISO3 code of the State that makes the demand", "state.iso3"),
    Column("state_name", "its name at the United Nations", "state.name"),
    Column("group_of_state", "its regional group", "state.group"),
    Column("position", "position of the State under review on the recommendation", "position.value"),
    Column("stage", "stage at which it was taken", "position.stage"),
    Column("qualifier", "what the State added to its support", "position.qualifier"),
    Column("wording", "official wording of the demand", _wording),
)


def rows(reading: AnyReading) -> Iterator[list[Any]]:
    """The values of the columns for each demand of a document, in its order.

    An addendum has a row for each number that it answers, without a State or a wording.
    """
    for recommendation in reading.recommendations:
        for demand in _demands(reading, recommendation):
            yield [column.value(demand) for column in COLUMNS]


def _demands(reading: AnyReading, recommendation: Recommendation) -> Iterator[Demand]:
    named = re.match(r"([A-Z]{3})-(\d+)(?=-)", recommendation.id)  # an export may cover several reviews
    about = functools.partial(
        Demand,
        reading=reading,
        review=named[0] if named else "",
        state_under_review=resolve_state(named[1]) if named else reading.state,
        cycle=int(named[2]) if named else reading.cycle,
        recommendation=recommendation,
        position=recommendation.final_position,
    )
    for place, clause in enumerate(recommendation.clauses, 1):
        for state in clause.states or (None,):
            yield about(place=place, clause=clause, state=state)
    if not recommendation.clauses:
        yield about()
