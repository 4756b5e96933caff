"""Objects of the model as Hypothesis makes them: of every class, and reviews that keep every rule."""

import datetime
import functools
from enum import Enum
from types import NoneType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

import attrs
from hypothesis import settings, strategies as st

import kz_upr
from kz_upr import (
    Act,
    Action,
    AffectedPersons,
    Citation,
    Clause,
    Coverage,
    Delegation,
    Evidence,
    Held,
    Instrument,
    Manner,
    NamedInstrument,
    Note,
    Outcome,
    Point,
    Position,
    PositionValue,
    Qualifier,
    ReadingWarning,
    Recommendation,
    Review,
    Setting,
    Source,
    SourceKind,
    Speaker,
    SpeakerKind,
    Stage,
    State,
    Statement,
    Theme,
    Totals,
    model,
)

T = TypeVar("T")

#: Every class of the model except Review, whose objects are made by :func:`reviews`.
CLASSES: tuple[type[Any], ...] = tuple(
    cls for cls in vars(model).values() if isinstance(cls, type) and attrs.has(cls) and cls is not Review
)
VOCABULARIES: tuple[type[Enum], ...] = tuple(
    cls for cls in vars(model).values() if isinstance(cls, type) and issubclass(cls, Enum)
)
STATES = kz_upr.list_states()
THEMES = kz_upr.list_themes()
PERSONS = kz_upr.list_affected_persons()
INSTRUMENTS = kz_upr.list_instruments()
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


#: The objects of the classes that other objects refer to by a key; only these are found again.
_WRITTEN_AS_KEYS: dict[type[Any], tuple[Any, ...]] = {
    State: STATES,
    Theme: THEMES,
    AffectedPersons: PERSONS,
    Instrument: INSTRUMENTS,
    Source: SOURCES,
}


def times(factor: int) -> settings:
    """The number of examples of the profile, multiplied: for properties that are cheap to check."""
    return settings(max_examples=factor * settings().max_examples)


texts = st.text(max_size=30)
#: Texts that an object may hold: with something to read in them, and no white space at the ends.
proper_texts = (
    st.text(st.characters(codec="utf-8"), max_size=30)
    .map(str.strip)
    .filter(lambda text: any(letter.isprintable() and not letter.isspace() for letter in text))
)
dates = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
#: Days of reviews, and days after them.
days, later_days = st.dates(max_value=datetime.date(2019, 11, 7)), st.dates(min_value=datetime.date(2019, 11, 8))


# -- objects of any class, whether or not they keep the rules ----------------------------------------


@functools.cache
def of_type(type_: Any, proper: bool = False) -> st.SearchStrategy[Any]:
    """Any value that a field of that type may have; a ``proper`` one breaks no rule by itself."""
    if NoneType in get_args(type_):
        (inner,) = (argument for argument in get_args(type_) if argument is not NoneType)
        return st.none() | of_type(inner, proper)
    if get_origin(type_) is tuple:
        return st.lists(of_type(get_args(type_)[0], proper), max_size=2).map(tuple)
    if type_ in _WRITTEN_AS_KEYS:
        return st.sampled_from(_WRITTEN_AS_KEYS[type_])
    if attrs.has(type_):
        return of_class(type_, proper)
    if issubclass(type_, Enum):
        return st.sampled_from(list(type_))
    texts_and_numbers = (proper_texts, st.integers(1, 1_000_000)) if proper else (texts, st.integers())
    return dict(zip((str, int, bool, datetime.date), (*texts_and_numbers, st.booleans(), dates), strict=True))[type_]


@functools.cache
def of_class(cls: Any, proper: bool = False) -> st.SearchStrategy[Any]:
    """An object of the class; its fields have the right type and, unless it is ``proper``, may break every rule."""
    return st.builds(cls, **{field.name: of_type(field.type, proper) for field in attrs.fields(cls)})


# -- objects that keep every rule --------------------------------------------------------------------


def several(things: tuple[T, ...], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(st.sampled_from(things), unique=True, max_size=most).map(tuple)


citations: st.SearchStrategy[tuple[Citation, ...]] = st.lists(
    st.builds(
        Citation,
        source=st.sampled_from(SOURCES),
        locator=st.integers(1, 999).map(lambda n: f"para. {n}"),
        inferred=st.booleans(),
        note=st.none() | proper_texts,
    ),
    min_size=1,
    max_size=2,
).map(tuple)
_some_states = several(OTHERS)
_summaries = proper_texts | proper_texts.map(lambda text: (text * 240)[:240].strip())
_some_actions = several(tuple(Action), 2)
_codes: dict[str, st.SearchStrategy[Any]] = {
    "themes": several(THEMES),
    "affected_persons": several(PERSONS, 2),
    "instruments": several(tuple(NamedInstrument(instrument=i, manner=m) for i in INSTRUMENTS for m in Manner), 2),
}
_optional_texts = st.none() | proper_texts
_values = st.sampled_from(PositionValue)
_qualifiers = st.none() | st.sampled_from(Qualifier)
_later_days = st.none() | later_days
_stages = st.sets(st.sampled_from(Stage))
_evidence = st.none() | st.sampled_from(Evidence)
_fingerprints = st.none() | st.text("0123456789abcdef", min_size=64, max_size=64)
_tags = st.lists(of_class(kz_upr.Tag, proper=True), max_size=1).map(tuple)
_delegates = st.none() | of_class(kz_upr.Delegate, proper=True)
_kinds = st.sampled_from(SpeakerKind)
_settings = st.sampled_from(Setting)
_more = st.integers(0, 9)
_delegations = st.none() | st.builds(
    Delegation,
    head=_delegates,
    institutions=st.lists(
        of_class(kz_upr.Institution, proper=True), unique_by=lambda institution: institution.id, max_size=2
    ).map(tuple),
    stated_size=st.none() | _more,
)
_outcomes = st.none() | st.builds(attrs.evolve, of_class(Outcome, proper=True), date=st.none() | later_days)
_accounts = st.lists(of_class(kz_upr.Account, proper=True), min_size=2, max_size=3).map(tuple)
_documents = several(SOURCES)
#: The first and last session of each cycle: 2008 to 2011, 2012 to 2016, 2017 to 2022, 2022 to 2027.
SESSIONS = {1: (1, 12), 2: (13, 26), 3: (27, 40), 4: (41, 54)}
_notes = st.lists(st.builds(Note, text=proper_texts, citations=citations), max_size=2).map(tuple)
_warnings = st.lists(of_class(ReadingWarning, proper=True), max_size=1).map(tuple)


@st.composite
def clauses(draw: st.DrawFn, states: tuple[State, ...] = OTHERS) -> Clause:
    summary = draw(st.none() | _summaries)
    return Clause(
        actions=() if summary is None else draw(_some_actions),
        summary=summary,
        states=draw(_some_states if states is OTHERS else several(states)),
        official_text=draw(_optional_texts),
        **{name: draw(codes) for name, codes in _codes.items()},
    )


@st.composite
def positions(draw: st.DrawFn, stage: Stage, date: datetime.date | None) -> Position:
    value = draw(_values)
    return Position(
        value=value,
        stage=stage,
        qualifier=draw(_qualifiers) if value is PositionValue.SUPPORTED else None,
        date=date,
        citations=draw(citations),
    )


@st.composite
def recommendations(
    draw: st.DrawFn, number: str = "139.1", review: str = "KAZ-3", states: tuple[State, ...] = OTHERS
) -> Recommendation:
    stages = sorted(draw(_stages), key=list(Stage).index)
    dated = draw(st.lists(later_days, min_size=len(stages), max_size=len(stages)).map(sorted))
    return Recommendation(
        id=f"{review}-{number}",
        number=number,
        clauses=tuple(draw(clauses(states)) for _ in range(draw(st.integers(0, 2)))),
        positions=tuple(
            draw(positions(stage, draw(st.none() | st.just(day)))) for stage, day in zip(stages, dated, strict=True)
        ),
        evidence=draw(_evidence),
        text_sha256=draw(_fingerprints),
        official_text=draw(_optional_texts),
        tags=draw(_tags),
        citations=draw(citations),
    )


@st.composite
def speakers(draw: st.DrawFn) -> Speaker:
    kind = draw(_kinds)
    states = {
        SpeakerKind.STATE: st.sampled_from(OTHERS).map(lambda state: (state,)),
        SpeakerKind.STATE_UNDER_REVIEW: st.just((KAZAKHSTAN,)),
        SpeakerKind.GROUP_OF_STATES: several(STATES),
    }.get(kind, st.just(()))
    return Speaker(kind=kind, name=draw(proper_texts), states=draw(states), person=draw(_delegates))


@st.composite
def points(draw: st.DrawFn, id: str, recommendations: tuple[str, ...] = (), answered: tuple[str, ...] = ()) -> Point:
    """A point that refers to some of these recommendations and answers some of these points."""
    return Point(
        id=id,
        act=draw(st.sampled_from(Act)),
        summary=draw(_summaries),
        recommendations=draw(several(recommendations) if recommendations else st.just(())),
        answers=draw(several(answered) if answered else st.just(())),
        citations=draw(st.just(()) | citations),
        **{name: draw(codes) for name, codes in _codes.items()},
    )


@st.composite
def statements(
    draw: st.DrawFn,
    id: str = "KAZ-3-someone",
    recommendations: tuple[str, ...] = (),
    answered: tuple[str, ...] = (),
) -> Statement:
    """A statement whose points are numbered; it may have none if its official text is there."""
    official_text = draw(_optional_texts)
    count = draw(st.integers(1 if official_text is None else 0, 2))
    return Statement(
        id=id,
        speaker=draw(speakers()),
        setting=draw(_settings),
        points=tuple(draw(points(f"{id}-p{n}", recommendations, answered)) for n in range(1, count + 1)),
        date=draw(_later_days),
        official_text=official_text,
        citations=draw(citations),
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """A review that keeps every rule: counts add up, recommending States have spoken, ids follow from their parts."""
    cycle = draw(st.integers(1, 9))
    id = f"KAZ-{cycle}"
    speaking = draw(several(OTHERS, 5))
    numbers = sorted(draw(st.sets(st.integers(1, 300), max_size=4)))
    held = tuple(draw(recommendations(f"139.{number}", id, speaking or OTHERS)) for number in numbers)
    said: tuple[Statement, ...] = ()
    for number in range(draw(st.integers(0, 2))):
        answered = tuple(point.id for statement in said for point in statement.points)
        said += (draw(statements(f"{id}-{number}", tuple(recommendation.id for recommendation in held), answered)),)
    count = {value: sum(r.position is value for r in held) for value in PositionValue}
    supported, noted, partly = (
        count[value] + draw(_more)
        for value in (PositionValue.SUPPORTED, PositionValue.NOTED, PositionValue.PARTLY_SUPPORTED)
    )
    received = max(supported + noted + partly, len(held)) + draw(_more)
    totals = Totals(received=received, supported=supported, noted=noted, partly=partly, citations=draw(citations))
    return Review(
        id=id,
        state=KAZAKHSTAN,
        cycle=cycle,
        coverage=Coverage(
            recommendations=Held(held=len(held), stated=draw(st.none() | st.just(received)), why=draw(_optional_texts)),
            statements=Held(held=len(said)),
        ),
        edition=draw(_optional_texts),
        session=draw(st.none() | st.integers(*SESSIONS[cycle])) if cycle in SESSIONS else None,
        date=draw(st.none() | days),
        troika=draw(st.none() | _some_states),
        speakers=draw(st.none() | st.just(len(speaking))) if speaking else None,
        speaking_states=speaking,
        documents=draw(_documents),
        delegation=draw(_delegations),
        statements=said,
        recommendations=held,
        totals=draw(st.none() | st.just(totals)),
        outcome=draw(_outcomes),
        discrepancies=(
            kz_upr.Discrepancy(
                id=f"{id}-d-1", question=draw(proper_texts), accounts=draw(_accounts), why=draw(proper_texts)
            ),
        ),
        notes=draw(_notes),
        warnings=draw(_warnings),
        citations=draw(citations),
    )


# -- names as documents print them -------------------------------------------------------------------


class PrintedName(NamedTuple):
    """A name in a document, and the State that it means; None if it means none."""

    text: str
    state: State | None


#: Names that are printed like those of States and belong to none.
UNKNOWN_NAMES = (
    "Ruritania",
    "Freedonia",
    "Kingdom of Ruritania",
    "Republic of Freedonia",
    "Yugoslavia",
    "Zubrowka",
    "United Provinces",
    "Евразия",
)


@st.composite
def printed_names(draw: st.DrawFn, *, unknown: bool = True) -> PrintedName:
    """A name of a State in one of the forms that documents print; with ``unknown``, also one that no State has."""
    if unknown and draw(st.integers(0, 3)) == 0:
        return PrintedName(draw(st.sampled_from(UNKNOWN_NAMES)), None)
    state = draw(st.sampled_from(STATES))
    land, bracket, kind = state.name.partition(" (")
    forms = [state.name, f"the {state.name}", state.name.replace("'", "’"), state.name.replace(" and ", " & ")]
    if bracket and kind.endswith(" of)"):
        forms += [f"{kind.removesuffix(')')} {land}", f"the {kind.removesuffix(')')} {land}"]
    return PrintedName(draw(st.sampled_from(forms)), state)
