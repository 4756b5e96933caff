"""Questions to a review: plain functions over tuples. Nothing is changed."""

import bisect
import functools
import heapq
import itertools
import math
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, TypeVar

from attrs import frozen

from kz_upr.errors import UnknownRecommendationError
from kz_upr.model import Action, PositionValue, Recommendation, Review, State, Statement, TagKind, Topic
from kz_upr.states import fold, list_topics, resolve_state, topic_by_code

R = TypeVar("R")

#: What :func:`count_by` can count by.
CountKey = Literal["state", "position", "action", "topic"]


@frozen(kw_only=True)
class Hit:
    """Something found: the statement or recommendation, and how well it fits.

    ``score`` is above 0; higher fits better; scores compare within one answer only.
    """

    found: Recommendation | Statement
    score: float

    def __repr__(self) -> str:
        return f"<Hit {self.score:.2f} {self.found!r}>"


def _once_per_review(make: Callable[[Review], R]) -> Callable[[Review], R]:
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


@_once_per_review
def _by_number(review: Review) -> dict[str, Recommendation]:
    return {recommendation.number: recommendation for recommendation in review.recommendations}


def find_recommendation(review: Review, number: str) -> Recommendation:
    """The recommendation with that number, ``139.124``, or that id, ``KAZ-3-139.124``.

    Raises :class:`~kz_upr.errors.UnknownRecommendationError`, a KeyError that names near numbers.

    >>> import kz_upr
    >>> kz_upr.find_recommendation(kz_upr.load_review(), "139.124").states[0].iso3
    'FRA'
    """
    try:
        return _by_number(review)[number]
    except KeyError:
        numbers = _by_number(review)
        bare = str(number).strip().removeprefix(f"{review.id}-").replace(",", ".")
        if bare in numbers:
            return numbers[bare]
        raise UnknownRecommendationError(
            number,
            existing=numbers,
            near=_near_numbers(bare, list(numbers)),
            within=f"{review.id} (the package holds {review.coverage.recommendations})",
        ) from None


def _near_numbers(asked: str, numbers: list[str], most: int = 4) -> Iterable[str]:
    """The numbers on both sides of the one asked for."""
    ordered = sorted(numbers, key=_number_key)
    position = bisect.bisect([_number_key(number) for number in ordered], _number_key(asked))
    start = max(0, min(position - most // 2, len(ordered) - most))
    return ordered[start : start + most]


def _number_key(number: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in number.split("."))


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
    :class:`~kz_upr.errors.UnknownTopicError` (LookupError both), an unknown position or action ValueError.

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
        value = PositionValue(position)
        tests.append(lambda r: r.position is value)
    if action is not None:
        verb = Action(action)
        tests.append(lambda r: any(clause.action is verb for clause in r.clauses))
    if topic is not None:
        codes = _topic_codes(topic)
        tests.append(lambda r: any(t.code in codes for t in r.topics))
    if sdg is not None:
        goal = str(sdg)
        tests.append(lambda r: any(tag.kind is TagKind.SDG and tag.code is not None and tag.code.partition(".")[0] == goal for tag in r.tags))
    if text is not None:
        words = fold(text).split()
        tests.append(lambda r: all(word in _searched(r) for word in words))
    return tuple(r for r in recommendations if all(test(r) for test in tests))


def _topic_codes(topic: Topic | str) -> set[str]:
    if isinstance(topic, Topic):
        return {topic.code}
    by_label = {fold(t.label): t.code for t in list_topics()}
    if code := by_label.get(fold(topic)):
        return {code}
    if group := {t.code for t in list_topics() if t.code[0] == topic}:
        return group
    return {topic_by_code(topic).code}


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
    counts = Counter(value for r in recommendations for value in keys[key](r) or (None,))
    return dict(counts.most_common())


# -- search ----------------------------------------------------------------------------------------

# How much a word counts by the place it stands in: said in the thing itself, or only said about it.
_SAID, _ABOUT = 1.0, 0.4


@frozen
class _SearchIndex:
    entries: tuple[Recommendation | Statement, ...]
    places: dict[str, dict[int, float]]  # word -> entry -> weight of the word there
    words: list[str]  # sorted, for words that begin alike


@_once_per_review
def _search_index(review: Review) -> _SearchIndex:
    entries = (*review.statements, *review.recommendations)
    places: dict[str, dict[int, float]] = {}
    for entry, thing in enumerate(entries):
        said, about = _words_of(thing)
        for weight, text in ((_ABOUT, about), (_SAID, said)):
            for word in _stems(text):
                places.setdefault(word, {})[entry] = weight
    for word, weights in places.items():
        rarity = math.log(1 + len(entries) / len(weights))
        places[word] = {entry: weight * rarity for entry, weight in weights.items()}
    return _SearchIndex(entries, places, sorted(places))


def _words_of(thing: Recommendation | Statement) -> tuple[str, str]:
    if isinstance(thing, Statement):
        said = " ".join(point.summary for point in thing.points)
        labels = [topic.label for point in thing.points for topic in point.topics]
        person = thing.speaker.person.name if thing.speaker.person else ""
        return said, " ".join([thing.speaker.name, person, thing.setting, *labels])
    said = " ".join(filter(None, (thing.number, thing.summary, thing.official_text)))
    labels = [topic.label for topic in thing.topics]
    return said, " ".join([*(state.name for state in thing.states), *labels, *(tag.label for tag in thing.tags)])


def _stems(text: str) -> list[str]:
    return [word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in fold(text).split()]


def search(review: Review, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Statements and recommendations of a review that speak of ``text``, best first, at most ``limit``.

    Words are compared without case, accents and plural *s*; the beginning of a word finds the whole. What
    holds more of the words, and rarer ones, stands first; a word in the summary counts more than
    one in the name of the speaker, State or topic. An empty tuple when nothing fits.

    >>> import kz_upr
    >>> hits = kz_upr.search(kz_upr.load_review(), "bar association lawyers")
    >>> hits[0].found.speaker.name
    'International Bar Association and Lawyers for Lawyers'
    """
    index = _search_index(review)
    scores: dict[int, float] = {}
    matched: Counter[int] = Counter()
    asked = dict.fromkeys(_stems(text))
    for word in asked:
        best: dict[int, float] = {}
        start = bisect.bisect_left(index.words, word)
        for known in itertools.takewhile(lambda known: known.startswith(word), itertools.islice(index.words, start, None)):
            closeness = len(word) / len(known)
            for entry, weight in index.places[known].items():
                best[entry] = max(best.get(entry, 0.0), weight * closeness)
        for entry, weight in best.items():
            scores[entry] = scores.get(entry, 0.0) + weight
            matched[entry] += 1
    hits = ((score * matched[entry] / len(asked), -entry) for entry, score in scores.items())
    return tuple(Hit(found=index.entries[-entry], score=round(score, 4)) for score, entry in heapq.nlargest(limit, hits))
