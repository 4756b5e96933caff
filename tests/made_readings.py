"""Readings made up for tests: a report of Kazakhstan's third review with 245 recommendations, a list, an addendum."""

from typing import Any, TypeVar

import attrs

import kz_upr
from kz_upr import (
    Citation,
    Clause,
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
)
from kz_upr.documents import AddendumReading, ListReading, ReportReading
from kz_upr.model import rebuilt

REPORT = Source(
    id="a-hrc-43-10",
    kind=SourceKind.WORKING_GROUP_REPORT,
    title="Report",
    symbol="A/HRC/43/10",
    sha256="0" * 64,
)
ADDENDUM = Source(id="a-hrc-43-10-add-1", kind=SourceKind.ADDENDUM, title="Addendum", symbol="A/HRC/43/10/Add.1")
LIST = Source(id="list-kaz", kind=SourceKind.THEMATIC_LIST, title="Thematic list of recommendations")
KAZAKHSTAN = kz_upr.resolve_state("KAZ")


def cited(locator: str) -> tuple[Citation, ...]:
    return (Citation(source=REPORT, locator=locator),)


def printed(number: str, *states: str) -> Recommendation:
    """A recommendation as a report prints it, not answered yet."""
    names: tuple[State, ...] = tuple(kz_upr.resolve_state(state) for state in states)
    text = f"Paint the fences ({') ('.join(state.name for state in names)});"
    pending = Position(value=PositionValue.PENDING, stage=Stage.WORKING_GROUP, citations=cited("para. 139"))
    return Recommendation(
        id=f"KAZ-3-{number}",
        number=number,
        clauses=(Clause(states=names, official_text="Paint the fences"),),
        positions=(pending,),
        evidence=kz_upr.Evidence.OFFICIAL_TEXT,
        official_text=text,
        text_sha256=kz_upr.fingerprint(text),
        citations=cited(f"para. {number}"),
    )


def a_report(**header: Any) -> ReportReading:
    """A report of 245 recommendations, in which those that the package holds have their States."""
    ours = kz_upr.load_review().recommendations
    known = {r.number.replace("138.", "139."): [state.iso3 for state in r.states] for r in ours}
    numbers = [f"139.{item}" for item in range(1, 246)]
    review = Review(
        id="KAZ-3",
        state=KAZAKHSTAN,
        cycle=3,
        coverage=Coverage(recommendations=Held(held=len(numbers)), statements=Held(held=0)),
        troika=tuple(map(kz_upr.resolve_state, ("Chile", "Japan", "Togo"))),
        documents=(REPORT,),
        recommendations=tuple(printed(number, *(known.get(number) or ["Norway"])) for number in numbers),
        citations=cited("para. 1"),
    )
    review = attrs.evolve(review, **header)
    held = Held(held=len(review.recommendations))
    coverage = attrs.evolve(review.coverage, recommendations=held)
    return ReportReading(review=attrs.evolve(review, coverage=coverage), source=REPORT)


def an_addendum(positions: dict[str, PositionValue], **about: Any) -> AddendumReading:
    """An addendum that takes these positions."""
    place = (Citation(source=ADDENDUM, locator="para. 9"),)
    taken = {n: Position(value=value, stage=Stage.ADDENDUM, citations=place) for n, value in positions.items()}
    return AddendumReading(
        positions=taken, **{"source": ADDENDUM, "state": KAZAKHSTAN, "symbol": ADDENDUM.symbol, **about}
    )


def answered(recommendation: Recommendation, value: PositionValue) -> Recommendation:
    place = (Citation(source=LIST, locator="row"),)
    return attrs.evolve(recommendation, positions=(Position(value=value, stage=Stage.LIST, citations=place),))


def a_list(**about: Any) -> ListReading:
    """OHCHR's list of the same 245, of which 31 are noted: those known to be, and then the last ones."""
    listed = a_report().review.recommendations
    known = {r.number: r.position for r in kz_upr.load_review().recommendations}
    free = [r.number for r in listed if r.number not in known and r.number != "139.83"]
    missing = 31 - sum(position == "noted" for position in known.values())
    as_noted = {number for number, position in known.items() if position == "noted"} | set(free[len(free) - missing :])
    rows = tuple(answered(r, PositionValue.NOTED if r.number in as_noted else PositionValue.SUPPORTED) for r in listed)
    told = {"recommendations": rows, "source": LIST, "state": KAZAKHSTAN, "cycle": 3, "session": 34}
    return ListReading(**{**told, **about})


R = TypeVar("R", ReportReading, AddendumReading, ListReading)


def from_file(reading: R, **about: Any) -> R:
    """The same reading from another file: its source, wherever it is cited, with other values."""
    source = attrs.evolve(reading.source, **about)
    return rebuilt(reading, lambda part: source if part == reading.source else part)


def messages(review: Review) -> list[str]:
    return [str(warning) for warning in review.warnings]
