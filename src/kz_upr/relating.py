"""Recommendations of one review that may correspond to those of another."""

import math
from collections import Counter
from typing import NamedTuple

from kz_upr.errors import expect
from kz_upr.model import Recommendation, Review
from kz_upr.queries import once_per_review
from kz_upr.reference.words import COMMON, stems
from kz_upr.searching import Hit

# Shares of the score: round numbers, tried on judged pairs (see the documentation). Adding the action did not help.
_WORDS, _TOPICS = 0.6, 0.4
_LEAST = 0.1  # below this, two recommendations share at most a general topic


class _Features(NamedTuple):
    words: dict[str, float]  # stems with weights, length 1
    topics: dict[str, float]


class _RelatedIndex(NamedTuple):
    rarity: dict[str, float]
    features: tuple[_Features, ...]


@once_per_review
def _related_index(review: Review) -> _RelatedIndex:
    counts = Counter(stem for r in review.recommendations for stem in set(_content(r)))
    rarity = {stem: math.log(1 + len(review.recommendations) / count) for stem, count in counts.items()}
    return _RelatedIndex(rarity, tuple(_features(r, rarity) for r in review.recommendations))


def _content(recommendation: Recommendation) -> list[str]:
    """The words that say what a recommendation is about, cut to six letters so that related words match."""
    text = " ".join(clause.subject for clause in recommendation.clauses if clause.subject)
    return [stem[:6] for stem in stems(text) if stem not in COMMON]


def _features(recommendation: Recommendation, rarity: dict[str, float]) -> _Features:
    known = max(rarity.values(), default=1.0)
    words = {stem: rarity.get(stem, known) for stem in _content(recommendation)}
    topics = {topic.code: 1 / (1 + place) for place, topic in enumerate(recommendation.topics)}
    return _Features(_normed(words), _normed(topics))


def _normed(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {key: weight / length for key, weight in weights.items()} if length else {}


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    return sum(weight * right[key] for key, weight in left.items() if key in right)


def related(recommendation: Recommendation, review: Review, *, limit: int = 5) -> tuple[Hit, ...]:
    """Recommendations of another review that may ask for the same, best first, at most ``limit``.

    They are candidates for a person to judge, never a claim that two recommendations are the same. The score, from 0 to
    1, combines the similarity of the words (rare words count more) and of the topics (earlier ones count more). The
    tuple is empty if the content of the recommendation is not known.

    >>> import kz_upr
    >>> torture = kz_upr.find_recommendation(kz_upr.load_review(2), "126.27")
    >>> [hit.found.id for hit in kz_upr.related(torture, kz_upr.load_review(1), limit=1)]
    ['KAZ-1-95.61']
    """
    expect(recommendation, Recommendation)
    expect(review, Review)
    index = _related_index(review)
    asked = _features(recommendation, index.rarity)
    if not asked.words and not asked.topics:
        return ()
    scores = []
    for place, (other, features) in enumerate(zip(review.recommendations, index.features, strict=True)):
        if other.id == recommendation.id:
            continue
        score = _WORDS * _cosine(asked.words, features.words) + _TOPICS * _cosine(asked.topics, features.topics)
        if score > _LEAST:
            scores.append((-score, place))
    ranked = sorted(scores)[: max(limit, 0)]
    return tuple(Hit(found=review.recommendations[place], score=round(-score, 4)) for score, place in ranked)
