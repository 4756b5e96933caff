"""A review of Fiji with a few recommendations, made up, and readings of documents that belong to it."""

import datetime
from typing import Any

import attrs

import kz_upr
from kz_upr import (
    Citation,
    Clause,
    Coverage,
    Evidence,
    Held,
    Position,
    PositionValue,
    Recommendation,
    Review,
    Source,
    SourceKind,
    Stage,
)
from kz_upr.documents import AddendumReading, ListReading, ReportReading

FIJI, FRANCE, PERU, TOGO = map(kz_upr.resolve_state, ("Fiji", "France", "Peru", "Togo"))
#: What the data were coded from before any document is joined.
BOOK = Source(id="book", kind=SourceKind.OTHER, title="A book of lamps")
REPORT = Source(id="report", kind=SourceKind.WORKING_GROUP_REPORT, title="Report", symbol="A/HRC/99/1")
ADDENDUM = Source(id="addendum", kind=SourceKind.ADDENDUM, title="Addendum", symbol="A/HRC/99/1/Add.1")
LIST = Source(id="list", kind=SourceKind.THEMATIC_LIST, title="Thematic list")
DAY = datetime.date(2019, 11, 7)


def at(source: Source, locator: str) -> tuple[Citation, ...]:
    return (Citation(source=source, locator=locator),)


def answer(value: str, source: Source = REPORT, locator: str = "para. 1", **about: Any) -> Position:
    """A position at the stage of the document that records it."""
    stage = {REPORT: Stage.WORKING_GROUP, ADDENDUM: Stage.ADDENDUM, LIST: Stage.LIST}.get(source, Stage.COUNCIL)
    return Position(**{"value": PositionValue(value), "stage": stage, "citations": at(source, locator), **about})


def coded(number: str, *states: kz_upr.State, **fields: Any) -> Recommendation:
    """A recommendation as the data hold it, without its wording."""
    clauses = (Clause(states=states, summary=f"Light lamp {number}."),)
    return Recommendation(
        **{"id": f"FJI-3-{number}", "number": number, "clauses": clauses, "citations": at(BOOK, number), **fields}
    )


def printed(number: str, *states: kz_upr.State, source: Source = REPORT, **fields: Any) -> Recommendation:
    """A recommendation as a document prints it."""
    text = f"Light the lamp {number} ({') ('.join(state.name for state in states)})"
    told = {
        "id": f"FJI-3-{number}",
        "number": number,
        "clauses": (Clause(states=states, official_text=f"Light the lamp {number}"),),
        "evidence": Evidence.OFFICIAL_TEXT,
        "official_text": text,
        "text_sha256": kz_upr.fingerprint(text),
        "citations": at(source, f"para. {number}"),
    }
    return Recommendation(**{**told, **fields})


def review_of(*recommendations: Recommendation, stated: int | None = None, **header: Any) -> Review:
    held = Held(held=len(recommendations), stated=stated, why=None if stated is None else "Some are missing.")
    told = {
        "id": "FJI-3",
        "state": FIJI,
        "cycle": 3,
        "coverage": Coverage(recommendations=held, statements=Held(held=0)),
        "recommendations": recommendations,
        "citations": at(BOOK, "page"),
    }
    return Review(**{**told, **header})


def report_of(*recommendations: Recommendation, source: Source = REPORT, **header: Any) -> ReportReading:
    told = {"documents": (source,), "citations": at(source, "para. 1"), **header}
    return ReportReading(review=review_of(*recommendations, **told), source=source)


def addendum_of(positions: dict[str, str], **about: Any) -> AddendumReading:
    """An addendum that takes these positions; a number as printed is also the item that each is cited from."""
    told = {"source": ADDENDUM, "state": FIJI, "symbol": "A/HRC/99/1/Add.1", **about}
    taken = {
        number: answer(value, told["source"], f"item {number}", stage=Stage.ADDENDUM)
        for number, value in positions.items()
    }
    return AddendumReading(positions=taken, **told)


def rest(value: str, **about: Any) -> dict[str, Any]:
    """What an addendum says of all recommendations without a number of their own, as an argument of ``addendum_of``."""
    return {"rest": answer(value, ADDENDUM, "para. 2"), **about}


def list_of(*recommendations: Recommendation, source: Source = LIST, **about: Any) -> ListReading:
    return ListReading(recommendations=recommendations, **{"source": source, "state": FIJI, "cycle": 3, **about})


def codes(review: Review) -> list[tuple[str, str]]:
    """The code and the place of each warning."""
    return [(warning.code, warning.place) for warning in review.warnings]


def numbers(review: Review) -> list[str]:
    return [recommendation.number for recommendation in review.recommendations]


def without_text(recommendation: Recommendation) -> Recommendation:
    clauses = tuple(attrs.evolve(clause, official_text=None) for clause in recommendation.clauses)
    return attrs.evolve(recommendation, official_text=None, clauses=clauses)
