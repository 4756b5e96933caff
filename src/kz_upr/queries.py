"""Finding a recommendation, and selecting recommendations or statements."""

import bisect
import functools
import re
import warnings
import weakref
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, TypeVar

from kz_upr import bundle
from kz_upr.arguments import expect, expect_one_of, iterated
from kz_upr.errors import RedirectWarning, UnknownRecommendationError
from kz_upr.messages import shown, with_article
from kz_upr.model import (
    Act,
    Action,
    AffectedPersons,
    Clause,
    Instrument,
    Manner,
    Point,
    PositionValue,
    Recommendation,
    RegionalGroup,
    Review,
    State,
    Statement,
    TagKind,
    Theme,
)
from kz_upr.numbers import number_key, split_number
from kz_upr.reference import fold, resolve_affected_persons, resolve_instrument, resolve_state, themes_under

R = TypeVar("R")
W = TypeVar("W", bound=StrEnum)
Item = TypeVar("Item", Recommendation, Statement)


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
    """By number; if it is printed twice, the first by number, others by the end of their id, such as ``112.3-2``."""
    others = {held.id.removeprefix(f"{review.id}-"): held for held in review.recommendations}
    return {**others, **{held.number: held for held in reversed(review.recommendations)}}


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
        expect(number, str, hint=": write the number in quotes, since 124.10 as a number is the same as 124.1")
        numbers = _by_number(review)
        printed = re.sub(rf"{re.escape(review.id)}-", "", number.strip(), count=1, flags=re.IGNORECASE)
        split = split_number(printed.replace(",", "."))
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
    items: Iterable[Item],
    *,
    state: State | str | None = None,
    group: RegionalGroup | str | None = None,
    position: PositionValue | str | None = None,
    action: Action | str | None = None,
    act: Act | str | None = None,
    theme: Theme | str | None = None,
    persons: AffectedPersons | str | None = None,
    instrument: Instrument | str | None = None,
    manner: Manner | str | None = None,
    sdg: int | str | None = None,
    text: str | None = None,
) -> tuple[Item, ...]:
    """The recommendations or statements that meet every condition, in their order; an empty tuple if none does.

    ``state`` is any name or code of a recommending or speaking State, ``group`` its regional group; ``position`` the
    final position; ``action`` an action asked for; ``act`` what a speaker does; ``theme`` an id, code, label or search
    word (with the themes below it), or the letter of a group of codes (``D``); ``persons`` a group of affected persons;
    ``instrument`` a name of an instrument and ``manner`` the manner in which an instrument is named; ``sdg`` the number
    of a Sustainable Development Goal among the official tags; ``text`` words of the number, the summary or the joined
    official text, or their beginnings, all of which must occur. Conditions on what is asked or said (``action``,
    ``act``, ``theme``, ``persons``, ``instrument``, ``manner``) must be met by one and the same clause or point. None
    means no condition.

    Raises :class:`~kz_upr.errors.UnknownStateError`, :class:`~kz_upr.errors.UnknownThemeError`,
    :class:`~kz_upr.errors.UnknownPersonsError` or :class:`~kz_upr.errors.UnknownInstrumentError` (LookupError all of
    them) for an unknown name, and ValueError for any other unknown value and for a blank text.

    >>> import kz_upr
    >>> noted = kz_upr.select(kz_upr.load_review().recommendations, position="noted")
    >>> len(noted)
    11
    """
    whole: list[Callable[[Any], bool]] = []  # conditions on the item
    part: list[Callable[[Any], bool]] = []  # conditions on one clause or point of it
    if state is not None:
        wanted = state if isinstance(state, State) else resolve_state(state)
        whole.append(lambda item: wanted in states_of(item))
    if group is not None:
        region = _word(RegionalGroup, group, "regional group")
        whole.append(lambda item: any(state.group is region for state in states_of(item)))
    if position is not None:
        value = _word(PositionValue, position, "position")
        whole.append(lambda item: isinstance(item, Recommendation) and item.position is value)
    if sdg is not None:
        goal = str(sdg) if isinstance(sdg, str) else shown(sdg)
        if goal not in _GOALS:
            raise ValueError(f"expected a Sustainable Development Goal from 1 to 17, got {shown(sdg)}")
        whole.append(lambda item: isinstance(item, Recommendation) and goal in _goals(item))
    if text is not None:
        expect(text, str)
        words = list(dict.fromkeys(fold(text).split()))
        if not words:
            raise ValueError(f"expected words to look for, got {shown(text)}")
        whole.append(lambda item: _holds_words(item, words))
    if action is not None:
        verb = _word(Action, action, "action")
        part.append(lambda one: verb in getattr(one, "actions", ()))
    if act is not None:
        speech = _word(Act, act, "act")
        part.append(lambda one: getattr(one, "act", None) is speech)
    if theme is not None:
        themes = themes_under(theme)
        part.append(lambda one: not themes.isdisjoint(one.themes))
    if persons is not None:
        people = persons if isinstance(persons, AffectedPersons) else resolve_affected_persons(persons)
        part.append(lambda one: people in one.affected_persons)
    if instrument is not None or manner is not None:
        named = instrument if isinstance(instrument, Instrument | None) else resolve_instrument(instrument)
        how = None if manner is None else _word(Manner, manner, "manner")
        part.append(
            lambda one: any(named in (None, use.instrument) and how in (None, use.manner) for use in one.instruments)
        )
    return tuple(
        item
        for item in each(items)
        if all(meets(item) for meets in whole)
        and (not part or any(all(meets(one) for meets in part) for one in coded_parts(item)))
    )


def coded_parts(item: Recommendation | Statement) -> tuple[Clause, ...] | tuple[Point, ...]:
    """The parts of an item that carry codes: the clauses of a recommendation, the points of a statement."""
    return item.clauses if isinstance(item, Recommendation) else item.points


def states_of(item: Recommendation | Statement) -> tuple[State, ...]:
    """The States that recommend or speak."""
    return item.states if isinstance(item, Recommendation) else item.speaker.states


_GOALS = frozenset(str(goal) for goal in range(1, 18))


def _goals(recommendation: Recommendation) -> set[str]:
    return {tag.code.partition(".")[0] for tag in recommendation.tags if tag.kind is TagKind.SDG and tag.code}


def _word(vocabulary: type[W], word: str, name: str) -> W:
    """The member of a vocabulary with that value. Raises ValueError, listing them all, if there is none."""
    expect(word, str)
    values = {value.casefold(): value for value in vocabulary}
    if word.casefold() not in values:
        expect_one_of(word, vocabulary, name)
    return values[word.casefold()]


def each(items: Iterable[Item]) -> Iterator[Item]:
    """The items. Raises TypeError for anything else, such as a review: its recommendations or statements are meant."""
    for item in (items,) if isinstance(items, Review) else iterated(items, "recommendations or statements"):
        if not isinstance(item, (Recommendation, Statement)):
            hint = ": pass its .recommendations or .statements" if isinstance(item, Review) else ""
            kind = with_article(type(item).__name__)
            raise TypeError(f"expected recommendations or statements, got {kind}{hint}")
        yield item


def each_review(reviews: Review | Iterable[Review]) -> tuple[Review, ...]:
    """The reviews. Raises TypeError for anything else."""
    found = tuple(reviews) if isinstance(reviews, Iterable) else (reviews,)
    for review in found:
        expect(review, Review)
    return found


def _holds_words(item: Recommendation | Statement, words: list[str]) -> bool:
    """Whether every word begins a word of the item."""
    number = [item.number] if isinstance(item, Recommendation) else []
    texts = (*number, *(one.summary for one in coded_parts(item)), item.official_text)
    searched = f" {fold(' '.join(filter(None, texts)))}"
    return all(f" {word}" in searched for word in words)
