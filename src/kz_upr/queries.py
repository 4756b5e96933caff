"""Finding and selecting recommendations."""

import bisect
import functools
import re
import warnings
import weakref
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from kz_upr import bundle
from kz_upr.errors import RedirectWarning, UnknownRecommendationError, expect, with_article
from kz_upr.model import Action, PositionValue, Recommendation, Review, State, TagKind, Topic
from kz_upr.numbers import number_key, split_number
from kz_upr.reference import fold, resolve_state, topics_named

R = TypeVar("R")
W = TypeVar("W", bound=StrEnum)


def once_per_review(make: Callable[[Review], R]) -> Callable[[Review], R]:
    """Cache what ``make`` returns for as long as the review lives.

    Reviews are compared by identity, since hashing one means hashing everything in it.
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
    """The recommendation with that number, ``139.124``, or that id, ``KAZ-3-139.124`` (in any case).

    A number that has moved still finds it, with a :class:`~kz_upr.errors.RedirectWarning`. Raises
    :class:`~kz_upr.errors.UnknownRecommendationError`, a LookupError that names the nearest numbers, and TypeError if
    ``number`` is not a string (as a float, 139.20 would be 139.2).

    >>> import kz_upr
    >>> kz_upr.find_recommendation(kz_upr.load_review(), "139.124").states[0].iso3
    'FRA'
    """
    expect(review, Review)
    try:
        return _by_number(review)[number]
    except (KeyError, TypeError):
        expect(number, str, hint=f': write "{number}", since as a number 139.20 would be 139.2')
        numbers = _by_number(review)
        printed = re.sub(rf"{re.escape(review.id)}-", "", number.strip(), count=1, flags=re.IGNORECASE)
        split = split_number(printed.replace(",", ".", 1))
        bare = split[0] if split and not split[1] else printed
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
    """The recommendation that an id has moved to, with a warning; None if there is none."""
    for recommendation in review.recommendations:
        if id in recommendation.former_ids:
            return _warned(id, recommendation, "in the joined documents")
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
    message = f"{id} has moved: it is {found.id} {since}"
    warnings.warn(message, RedirectWarning, stacklevel=4)  # points at the call of find_recommendation
    return found


@functools.cache
def _redirects() -> dict[str, dict[str, Any]]:
    """Ids that have moved, with their new ids and the edition since which they have them."""
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
    """The recommendations that meet every condition, in their order; an empty tuple if none does.

    ``state`` is any name or code of a recommending State; ``position`` the final position; ``action`` the action of one
    of the clauses; ``topic`` a code (``D2``), a letter for the whole group (``D``) or a label; ``sdg`` the number of a
    Sustainable Development Goal among the official tags; ``text`` words that all occur in the number, the summary or
    the joined official text. None means no condition. Raises :class:`~kz_upr.errors.UnknownStateError` or
    :class:`~kz_upr.errors.UnknownTopicError` (LookupError both), and ValueError for an unknown position, action or
    goal.

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
        topics = (topic,) if isinstance(topic, Topic) else _topics_named(topic)
        tests.append(lambda r: not set(topics).isdisjoint(r.topics))
    if sdg is not None:
        goal = str(sdg)
        if goal not in _GOALS:
            raise ValueError(f"expected a Sustainable Development Goal from 1 to 17, got {sdg!r}")
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
    """The member of a vocabulary with that value. Raises ValueError, listing them all, if there is none."""
    expect(word, str)
    try:
        return vocabulary(word.casefold())
    except ValueError:
        raise ValueError(f"expected {with_article(name)}, one of {', '.join(vocabulary)}; got {word!r}") from None


def each(recommendations: Iterable[Recommendation]) -> Iterable[Recommendation]:
    """The recommendations as given. Raises TypeError for a review, since its recommendations are meant."""
    if isinstance(recommendations, Review):
        raise TypeError("expected recommendations, got a Review: pass its .recommendations")
    return recommendations


def _topics_named(topic: str) -> tuple[Topic, ...]:
    expect(topic, str)
    return topics_named(topic)


def _searched(recommendation: Recommendation) -> str:
    return fold(" ".join(filter(None, (recommendation.number, recommendation.summary, recommendation.official_text))))
