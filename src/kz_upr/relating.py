"""Recommendations of one review that may correspond to those of another."""

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from kz_upr.arguments import expect
from kz_upr.model import Instrument, Manner, Recommendation, Review
from kz_upr.queries import once_per_review
from kz_upr.reference.words import COMMON, stems
from kz_upr.searching import Hit

K = TypeVar("K")

# Shares of the score: round numbers, tried on judged pairs (see the documentation).
_WORDS, _CODES, _STATES = 0.5, 0.4, 0.1
_LEAST = 0.12  # below this, two recommendations share at most a general theme


class _Features(NamedTuple):
    words: dict[str, float]  # stems with weights, length 1
    codes: dict[object, float]  # themes, persons, instruments with weights, length 1
    states: frozenset[str]


@once_per_review
def _index(review: Review) -> tuple[dict[object, float], list[_Features]]:
    """How rare each word and code is in a review, and the features of its recommendations."""
    counts: Counter[object] = Counter()
    for recommendation in review.recommendations:
        counts.update({*_content(recommendation), *_codes(recommendation)})
    rarity = {key: math.log(1 + len(review.recommendations) / count) for key, count in counts.items()}
    return rarity, [_features(r, rarity) for r in review.recommendations]


def _content(recommendation: Recommendation) -> list[str]:
    """The words that say what a recommendation is about, cut to six letters so that related words match."""
    return [stem[:6] for stem in stems(recommendation.summary or "") if stem not in COMMON]


def _codes(recommendation: Recommendation) -> Iterable[object]:
    yield from (theme.id for theme in recommendation.themes)
    yield from recommendation.affected_persons
    for use in recommendation.instruments:
        yield use.instrument
        if use.manner is not Manner.STANDARD:
            yield use


def _features(recommendation: Recommendation, rarity: dict[object, float]) -> _Features:
    rarest = max(rarity.values(), default=1.0)
    words = {stem: rarity.get(stem, rarest) for stem in _content(recommendation)}
    codes = {
        code: rarity.get(code, rarest) * (1.5 if isinstance(code, Instrument) else 1.0)
        for code in _codes(recommendation)
    }
    return _Features(_normed(words), _normed(codes), frozenset(state.iso3 for state in recommendation.states))


def _normed(weights: dict[K, float]) -> dict[K, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}


def _cosine(left: dict[K, float], right: dict[K, float]) -> float:
    return sum(weight * right[key] for key, weight in left.items() if key in right)


def related(recommendation: Recommendation, review: Review, *, limit: int = 5) -> tuple[Hit, ...]:
    """Recommendations of another review that may ask for the same, best first.

    They are candidates for a person to judge, never a claim that two recommendations are the same. The score, from 0 to
    1, combines the similarity of the words, of the coded themes, persons and instruments (rare ones count more), and
    whether a State made both. ``limit`` counts different scores: recommendations with the same score, such as demands
    in the same words, are returned together. The tuple is empty if the content of the recommendation is not known.

    >>> import kz_upr
    >>> torture = kz_upr.find_recommendation(kz_upr.load_review(2), "126.27")
    >>> [hit.found.id for hit in kz_upr.related(torture, kz_upr.load_review(1), limit=1)]
    ['KAZ-1-95.61']
    """
    expect(recommendation, Recommendation)
    expect(review, Review)
    expect(limit, int)
    rarity, known = _index(review)
    asked = _features(recommendation, rarity)
    if not asked.words and not asked.codes:
        return ()
    scores = []
    for place, (other, features) in enumerate(zip(review.recommendations, known, strict=True)):
        score = _WORDS * _cosine(asked.words, features.words) + _CODES * _cosine(asked.codes, features.codes)
        if other.id != recommendation.id and score > _LEAST:
            scores.append((-round(score + _STATES * bool(asked.states & features.states), 4), place))
    best = sorted({score for score, _ in scores})[: max(limit, 0)]
    return tuple(
        Hit(found=review.recommendations[place], score=-score) for score, place in sorted(scores) if score in best
    )
