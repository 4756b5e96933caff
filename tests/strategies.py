"""Objects of the model as hypothesis makes them: of every class, and reviews that keep every rule."""

import datetime
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

import kz_upr
from kz_upr import model
from kz_upr.model import (
    Citation,
    Clause,
    Coverage,
    Held,
    Outcome,
    Point,
    Position,
    PositionValue,
    Recommendation,
    Review,
    Source,
    SourceKind,
    Speaker,
    SpeakerKind,
    Stage,
    State,
    Statement,
    Topic,
    Totals,
)

CLASSES: tuple[type[Any], ...] = tuple(
    cls for name in model.__all__ if attrs.has(cls := getattr(model, name)) and cls is not Review
)
STATES = kz_upr.list_states()
TOPICS = kz_upr.list_topics()
KAZAKHSTAN = kz_upr.resolve_state("KAZ")
OTHERS = tuple(state for state in STATES if state is not KAZAKHSTAN)
SOURCES = tuple(
    Source(
        id=f"source-{number}",
        kind=kind,
        title=f"A document of the kind {kind}",
        symbol=f"A/HRC/{number}" if number % 2 else None,
        date=datetime.date(2019, 11, 1 + number) if number % 3 else None,
    )
    for number, kind in enumerate(SourceKind)
)

texts = st.text(max_size=30)
dates = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


def of_type(type_: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of that type may have."""
    if NoneType in get_args(type_):
        (inner,) = (argument for argument in get_args(type_) if argument is not NoneType)
        return st.none() | of_type(inner)
    if get_origin(type_) is tuple:
        return st.lists(of_type(get_args(type_)[0]), max_size=2).map(tuple)
    if type_ is State:
        return st.sampled_from(STATES)
    if type_ is Topic:
        return st.sampled_from(TOPICS)
    if type_ is Source:
        return st.sampled_from(SOURCES)
    if attrs.has(type_):
        return of_class(type_)
    if issubclass(type_, Enum):
        return st.sampled_from(list(type_))
    return {str: texts, int: st.integers(), bool: st.booleans(), datetime.date: dates}[type_]


def of_class(cls: type[Any]) -> st.SearchStrategy[Any]:
    """An object of the class, its fields of the right type and else anything; no rule is kept."""
    return st.fixed_dictionaries({field.name: of_type(field.type) for field in attrs.fields(cls)}).map(
        lambda values: cls(**values)
    )


# -- objects that keep every rule ------------------------------------------------------------------

citations = st.lists(
    st.builds(
        Citation,
        source=st.sampled_from(SOURCES),
        locator=st.integers(1, 999).map(lambda n: f"para. {n}"),
        inferred=st.booleans(),
        note=st.none() | texts,
    ),
    min_size=1,
    max_size=2,
).map(tuple)


def several(things: tuple[Any, ...], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(things), unique=True, max_size=most).map(tuple)


@st.composite
def clauses(draw: st.DrawFn, states: tuple[State, ...] = OTHERS) -> Clause:
    subject = draw(st.none() | st.text(min_size=1, max_size=120))
    action = None if subject is None else draw(st.none() | st.sampled_from(list(kz_upr.Action)))
    return Clause(action=action, subject=subject, states=draw(several(states)), official_text=draw(st.none() | texts))


@st.composite
def positions(draw: st.DrawFn, stage: Stage) -> Position:
    value = draw(st.sampled_from(list(PositionValue)))
    supported = value is PositionValue.SUPPORTED
    return Position(
        value=value,
        stage=stage,
        qualifier=draw(st.none() | st.sampled_from(list(kz_upr.Qualifier))) if supported else None,
        date=draw(st.none() | dates),
        citations=draw(citations),
    )


@st.composite
def recommendations(
    draw: st.DrawFn, number: str = "139.1", review: str = "KAZ-3", states: tuple[State, ...] = OTHERS
) -> Recommendation:
    stages = sorted(draw(st.sets(st.sampled_from(list(Stage)))), key=list(Stage).index)
    return Recommendation(
        id=f"{review}-{number}",
        number=number,
        clauses=tuple(draw(st.lists(clauses(states), max_size=2))),
        positions=tuple(draw(positions(stage)) for stage in stages),
        topics=draw(several(TOPICS)),
        evidence=draw(st.none() | st.sampled_from(list(kz_upr.Evidence))),
        text_sha256=draw(st.none() | st.text("0123456789abcdef", min_size=64, max_size=64)),
        official_text=draw(st.none() | texts),
        tags=tuple(draw(st.lists(of_class(kz_upr.Tag), max_size=1))),
        citations=draw(citations),
    )


@st.composite
def speakers(draw: st.DrawFn) -> Speaker:
    kind = draw(st.sampled_from(list(SpeakerKind)))
    state = {SpeakerKind.STATE: draw(st.sampled_from(OTHERS)), SpeakerKind.STATE_UNDER_REVIEW: KAZAKHSTAN}.get(kind)
    return Speaker(kind=kind, name=draw(texts), state=state, person=draw(st.none() | of_class(kz_upr.Delegate)))


@st.composite
def statements(draw: st.DrawFn, id: str = "KAZ-3-someone") -> Statement:
    said = st.builds(
        Point, act=st.sampled_from(list(kz_upr.Act)), summary=texts, topics=several(TOPICS), citations=citations
    )
    return Statement(
        id=id,
        speaker=draw(speakers()),
        setting=draw(st.sampled_from(list(kz_upr.Setting))),
        points=tuple(draw(st.lists(said, min_size=1, max_size=2))),
        date=draw(st.none() | dates),
        citations=draw(citations),
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """A review that keeps every rule: counts add up, speakers are speakers, ids follow from their parts."""
    cycle = draw(st.integers(1, 9))
    id = f"KAZ-{cycle}"
    speaking = draw(several(OTHERS, 5))
    numbers = sorted(draw(st.sets(st.integers(1, 300), max_size=4)))
    held = tuple(draw(recommendations(f"139.{number}", id, speaking or OTHERS)) for number in numbers)
    said = tuple(draw(statements(f"{id}-{number}")) for number in range(draw(st.integers(0, 2))))
    count = {value: sum(r.position is value for r in held) for value in PositionValue}
    more = st.integers(0, 9)
    supported, noted, partly = (
        count[value] + draw(more)
        for value in (PositionValue.SUPPORTED, PositionValue.NOTED, PositionValue.PARTLY_SUPPORTED)
    )
    received = max(supported + noted + partly, len(held)) + draw(more)
    discrepancies = draw(st.lists(of_class(kz_upr.Account), min_size=2, max_size=3).map(tuple))
    return Review(
        id=id,
        state=KAZAKHSTAN,
        cycle=cycle,
        coverage=Coverage(
            recommendations=Held(
                held=len(held), stated=draw(st.none() | st.just(received)), why=draw(st.none() | texts)
            ),
            statements=Held(held=len(said)),
        ),
        edition=draw(st.none() | texts),
        date=draw(st.none() | dates),
        troika=draw(st.none() | several(OTHERS)),
        speakers=draw(st.none() | st.just(len(speaking))) if speaking else None,
        speaking_states=speaking,
        documents=draw(several(SOURCES)),
        statements=said,
        recommendations=held,
        totals=draw(
            st.none()
            | st.builds(
                Totals,
                received=st.just(received),
                supported=st.just(supported),
                noted=st.just(noted),
                partly=st.just(partly),
                citations=citations,
            )
        ),
        outcome=draw(st.none() | of_class(Outcome)),
        discrepancies=(
            kz_upr.Discrepancy(id=f"{id}-d-1", subject=draw(texts), accounts=discrepancies, why=draw(texts)),
        ),
        citations=draw(citations),
    )
