"""Questions to a review: plain functions over tuples. Nothing is changed."""

import bisect
import datetime
import functools
import warnings
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Literal, TypeVar

from attrs import frozen

from kz_upr import bundle
from kz_upr.errors import RedirectWarning, UnknownRecommendationError, UnknownStateError, expect
from kz_upr.model import (
    Action,
    Citation,
    PositionValue,
    Recommendation,
    Review,
    SourceKind,
    State,
    Statement,
    TagKind,
    Topic,
)
from kz_upr.parsing import number_key
from kz_upr.states import fold, list_topics, resolve_state, topic_by_code

R = TypeVar("R")
W = TypeVar("W", bound=StrEnum)

#: What :func:`count_by` can count by.
CountKey = Literal["state", "position", "action", "topic"]


def once_per_review(make: Callable[[Review], R]) -> Callable[[Review], R]:
    """Remember what ``make`` returns as long as the review lives.

    By identity: hashing a review means hashing everything in it.
    """
    known: dict[int, tuple[weakref.ref[Review], R]] = {}

    @functools.wraps(make)
    def remembered(review: Review) -> R:
        try:
            return known[id(review)][1]
        except KeyError:
            made = make(review)
            key = id(review)
            known[key] = (weakref.ref(review, lambda _: known.pop(key, None)), made)
            return made

    return remembered


@once_per_review
def _by_number(review: Review) -> dict[str, Recommendation]:
    return {recommendation.number: recommendation for recommendation in review.recommendations}


def find_recommendation(review: Review, number: str) -> Recommendation:
    """The recommendation with that number, ``139.124``, or that id, ``KAZ-3-139.124``.

    A number that moved keeps answering, with a :class:`~kz_upr.errors.RedirectWarning`. Raises
    :class:`~kz_upr.errors.UnknownRecommendationError`, a KeyError that names near numbers, and TypeError for a number
    that is no text (as a decimal, 139.20 would be 139.2).

    >>> import kz_upr
    >>> kz_upr.find_recommendation(kz_upr.load_review(), "139.124").states[0].iso3
    'FRA'
    """
    expect(review, Review)
    try:
        return _by_number(review)[number]
    except (KeyError, TypeError):
        expect(number, str, hint=f': give the number as a text, "{number}", since 139.20 is not 139.2')
        numbers = _by_number(review)
        bare = number.strip().rstrip(".;").removeprefix(f"{review.id}-").replace(",", ".").replace("-", ".")
        if bare in numbers:
            return numbers[bare]
        if moved := _moved(review, f"{review.id}-{bare}"):
            return moved
        raise UnknownRecommendationError(
            number,
            existing=numbers,
            nearest=_near_numbers(bare, list(numbers)),
            within=f"{review.id} (which holds {review.coverage.recommendations})",
        ) from None


def _moved(review: Review, id: str) -> Recommendation | None:
    """What answers to an id that it no longer has, with a warning; None where nothing did."""
    for recommendation in review.recommendations:
        if id in recommendation.former_ids:
            return _warned(id, recommendation, "in what was joined")
    redirect = _redirects().get(id)
    if redirect is None:
        return None
    successors = [successor.removeprefix(f"{review.id}-") for successor in redirect["to"]]
    since = f"since edition {redirect['since']}"
    if len(successors) == 1 and (found := _by_number(review).get(successors[0])):
        return _warned(id, found, since)
    within = f"{review.id} (split or merged {since})"
    raise UnknownRecommendationError(id.removeprefix(f"{review.id}-"), nearest=successors, within=within) from None


def _warned(id: str, found: Recommendation, since: str) -> Recommendation:
    warnings.warn(f"{id} is {found.id} {since}", RedirectWarning, stacklevel=4)  # at the call of find_recommendation
    return found


@functools.cache
def _redirects() -> dict[str, dict[str, Any]]:
    """Ids that moved, with where to and since which edition."""
    redirects: dict[str, dict[str, Any]] = bundle.read_json("redirects.json")["redirects"]
    return redirects


def _near_numbers(asked: str, numbers: list[str], most: int = 4) -> Iterable[str]:
    """The numbers on both sides of the one asked for."""
    ordered = sorted(numbers, key=number_key)
    position = bisect.bisect([number_key(number) for number in ordered], number_key(asked))
    start = max(0, min(position - most // 2, len(ordered) - most))
    return ordered[start : start + most]


def select(
    recommendations: Iterable[Recommendation],
    *,
    state: State | str | None = None,
    position: PositionValue | str | None = None,
    action: Action | str | None = None,
    topic: Topic | str | None = None,
    sdg: int | str | None = None,
    text: str | None = None,
) -> tuple[Recommendation, ...]:
    """The recommendations that fit every condition given, in their order; an empty tuple when none does.

    ``state`` is any name or code of a recommending State, ``position`` the final answer, ``action`` the verb of one
    of the clauses, ``topic`` a code (``D2``), a letter for the whole group (``D``) or a label, ``sdg`` the
    number of a Sustainable Development Goal among the official tags, ``text`` words that all stand in
    the number, summary or joined official text. None: no condition. What cannot be meant raises: a
    name of no State :class:`~kz_upr.errors.UnknownStateError`, of no topic
    :class:`~kz_upr.errors.UnknownTopicError` (LookupError both), an unknown position, action or goal ValueError.

    >>> import kz_upr
    >>> noted = kz_upr.select(kz_upr.load_review().recommendations, position="noted")
    >>> len(noted)
    11
    """
    tests: list[Callable[[Recommendation], bool]] = []
    if state is not None:
        wanted = state if isinstance(state, State) else resolve_state(state)
        tests.append(lambda r: wanted in r.states)
    if position is not None:
        value = _word(PositionValue, position, "position")
        tests.append(lambda r: r.position is value)
    if action is not None:
        verb = _word(Action, action, "action")
        tests.append(lambda r: any(clause.action is verb for clause in r.clauses))
    if topic is not None:
        codes = _topic_codes(topic)
        tests.append(lambda r: any(t.code in codes for t in r.topics))
    if sdg is not None:
        goal = str(sdg)
        if goal not in _GOALS:
            raise ValueError(f"the Sustainable Development Goals are numbered 1 to 17; found {sdg!r}")
        tests.append(
            lambda r: any(
                tag.kind is TagKind.SDG and tag.code is not None and tag.code.partition(".")[0] == goal
                for tag in r.tags
            )
        )
    if text is not None:
        words = fold(text).split()
        tests.append(lambda r: all(word in _searched(r) for word in words))
    return tuple(r for r in each(recommendations) if all(test(r) for test in tests))


_GOALS = frozenset(str(goal) for goal in range(1, 18))


def _word(vocabulary: type[W], word: str, name: str) -> W:
    """The member of a vocabulary that a word means; ValueError with all of them for another word."""
    expect(word, str)
    try:
        return vocabulary(word.casefold())
    except ValueError:
        raise ValueError(f"no {name} {word!r}; there are: {', '.join(vocabulary)}") from None


def each(recommendations: Iterable[Recommendation]) -> Iterable[Recommendation]:
    """The recommendations as given; TypeError for a review, whose recommendations were meant."""
    if isinstance(recommendations, Review):
        raise TypeError("expected recommendations, found a Review: pass its .recommendations")
    return recommendations


def _topic_codes(topic: Topic | str) -> set[str]:
    if isinstance(topic, Topic):
        return {topic.code}
    expect(topic, str)
    by_label = {fold(t.label): t.code for t in list_topics()}
    if code := by_label.get(fold(topic)):
        return {code}
    if group := {t.code for t in list_topics() if t.code[0] == topic.upper()}:
        return group
    return {topic_by_code(topic.upper() if len(topic) == 2 else topic).code}


def _searched(recommendation: Recommendation) -> str:
    return fold(" ".join(filter(None, (recommendation.number, recommendation.summary, recommendation.official_text))))


def count_by(recommendations: Iterable[Recommendation], key: CountKey) -> dict[Any, int]:
    """How many recommendations there are by ``state``, ``position``, ``action`` or ``topic``, the most frequent first.

    The keys of the result are State, PositionValue, Action or Topic objects; None stands for what is not
    known. A recommendation of several States, actions or topics counts once under each, so the sum may
    exceed the number of recommendations. Raises ValueError for another ``key``.

    >>> import kz_upr
    >>> kz_upr.count_by(kz_upr.load_review().recommendations, "position")[kz_upr.PositionValue.NOTED]
    11
    """
    keys: dict[str, Callable[[Recommendation], Sequence[Any]]] = {
        "state": lambda r: r.states,
        "position": lambda r: (r.position,),
        "action": lambda r: tuple(dict.fromkeys(clause.action for clause in r.clauses)),
        "topic": lambda r: r.topics,
    }
    if key not in keys:
        raise ValueError(f"expected one of {', '.join(keys)}; found {key!r}")
    counts = Counter(value for r in each(recommendations) for value in keys[key](r) or (None,))
    return dict(counts.most_common())


# -- by State --------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Contribution:
    """What one State said and asked: its statements and the recommendations that it made, alone or with others."""

    #: The State.
    state: State
    #: Its statements.
    statements: tuple[Statement, ...] = ()
    #: The recommendations that it made, alone or with others.
    recommendations: tuple[Recommendation, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Contribution of {self.state.name}: "
            f"{len(self.statements)} statements, {len(self.recommendations)} recommendations>"
        )


class Contributions(Mapping[State, Contribution]):
    """Contributions by State, in alphabetical order; a name or code will do for a key.

    A State that exists but neither spoke nor asked has an empty contribution; a name of no State raises
    :class:`~kz_upr.errors.UnknownStateError`.
    """

    def __init__(self, contributions: Iterable[Contribution]) -> None:
        self._by_state = {contribution.state: contribution for contribution in contributions}

    def __getitem__(self, state: State | str) -> Contribution:
        key = state if isinstance(state, State) else resolve_state(state)
        return self._by_state.get(key) or Contribution(state=key)

    def __contains__(self, state: object) -> bool:
        if isinstance(state, str):
            try:
                state = resolve_state(state)
            except UnknownStateError:
                return False
        return state in self._by_state

    def __iter__(self) -> Iterator[State]:
        return iter(self._by_state)

    def __len__(self) -> int:
        return len(self._by_state)

    def __repr__(self) -> str:
        return f"<Contributions of {len(self)} States>"


def by_state(reviews: Review | Iterable[Review]) -> Contributions:
    """What each State said and asked in one review or in several.

    The State under review is among them with its own statements. What groups of States, UN entities and others
    said is nobody's here.

    >>> import kz_upr
    >>> kz_upr.by_state(kz_upr.load_review(2))["AUT"].recommendations[0].id
    'KAZ-2-124.25'
    """
    statements: dict[State, list[Statement]] = {}
    recommendations: dict[State, list[Recommendation]] = {}
    for review in (reviews,) if isinstance(reviews, Review) else reviews:
        for statement in review.statements:
            if statement.speaker.state is not None:
                statements.setdefault(statement.speaker.state, []).append(statement)
        for recommendation in review.recommendations:
            for state in recommendation.states:
                recommendations.setdefault(state, []).append(recommendation)
    return Contributions(
        Contribution(
            state=state,
            statements=tuple(statements.get(state, ())),
            recommendations=tuple(recommendations.get(state, ())),
        )
        for state in sorted(statements.keys() | recommendations.keys(), key=lambda state: fold(state.name))
    )


# -- in time ---------------------------------------------------------------------------------------


class EventKind(StrEnum):
    """The steps of a review, in their order."""

    #: The State under review hands in its report.
    NATIONAL_REPORT = "national report"
    #: Presentation and interactive dialogue.
    REVIEW = "review"
    #: Some days later.
    REPORT_ADOPTED = "report adopted by the Working Group"
    #: The report is distributed.
    REPORT_ISSUED = "report issued"
    #: The State under review answers in writing.
    ADDENDUM = "addendum"
    #: Some months after the review.
    OUTCOME = "outcome adopted by the Council"


@frozen(kw_only=True)
class Event:
    """One dated step of a review, and where it is written."""

    #: Day of the step.
    date: datetime.date
    #: Which step it is.
    kind: EventKind
    #: Id of the review.
    review: str
    #: The step in words, with its symbol or number.
    title: str
    #: Where it is written.
    citations: tuple[Citation, ...]

    def __repr__(self) -> str:
        return f"<Event {self.date} {self.review}: {self.title}>"


_DATED_DOCUMENTS = {
    SourceKind.NATIONAL_REPORT: (EventKind.NATIONAL_REPORT, "National report"),
    SourceKind.WORKING_GROUP_REPORT: (EventKind.REPORT_ISSUED, "Report of the Working Group issued"),
    SourceKind.ADDENDUM: (EventKind.ADDENDUM, "Addendum with the answers of the State"),
}


def timeline(reviews: Review | Iterable[Review]) -> tuple[Event, ...]:
    """The dated steps of one review or of several, in order of time.

    National report, review, adoption of the report by the Working Group, its issue, addendum, outcome in the
    Council; a step whose date is not known is not there.

    >>> import kz_upr
    >>> last = kz_upr.timeline(kz_upr.load_review())[-1]
    >>> str(last.date), str(last.kind)
    ('2020-03-12', 'outcome adopted by the Council')
    """
    events = [event for review in ((reviews,) if isinstance(reviews, Review) else reviews) for event in _events(review)]
    order = list(EventKind)
    return tuple(sorted(events, key=lambda event: (event.date, order.index(event.kind))))


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
