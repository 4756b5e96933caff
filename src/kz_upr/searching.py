"""Finding by words, and what in another cycle is like a recommendation."""

import bisect
import heapq
import itertools
import math
import re
from collections import Counter

from attrs import frozen

from kz_upr.errors import expect
from kz_upr.model import Point, Recommendation, Review, Statement
from kz_upr.queries import once_per_review
from kz_upr.states import fold


@frozen(kw_only=True)
class Hit:
    """Something found: the statement or recommendation, and how well it fits.

    ``score`` is above 0; higher fits better; scores compare within one answer only.
    """

    #: What was found.
    found: Recommendation | Statement
    #: How well it fits; above 0, higher is better.
    score: float

    def __repr__(self) -> str:
        return f"<Hit {self.score:.2f} {self.found!r}>"


# How much a word counts by the place it stands in: said in the thing itself, or only said about it.
_SAID, _ABOUT = 1.0, 0.4


@frozen
class _SearchIndex:
    entries: tuple[Recommendation | Statement, ...]
    places: dict[str, dict[int, float]]  # word -> entry -> weight of the word there
    words: list[str]  # sorted, for words that begin alike


@once_per_review
def _search_index(review: Review) -> _SearchIndex:
    entries: tuple[Recommendation | Statement, ...] = (*review.statements, *review.recommendations)
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


#: Words that stand everywhere.
_SPREAD = frozenset(
    {"a", "all", "an", "and", "against", "any", "for", "from", "in", "into", "its", "more", "of", "on", "or", "other"}
    | {"the", "their", "to", "with"}
)
_NUMBER = re.compile(r"\b\d+\.\d+\b")


def _stems(text: str) -> list[str]:
    """The words without plural s; the number of a recommendation is one word."""
    words = fold(_NUMBER.sub(" ", text)).split()
    stems = [word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in words]
    return _NUMBER.findall(text) + stems


def search(review: Review, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Statements and recommendations of a review that speak of ``text``, best first, at most ``limit``.

    Words are compared without case, accents and plural *s*; the beginning of a word finds the whole. What
    holds more of the words, and rarer ones, stands first; a word in the summary counts more than
    one in the name of the speaker, State or topic; *of*, *and* and their like count only alone. An empty tuple when
    nothing fits. TypeError for what is no review.

    >>> import kz_upr
    >>> hits = kz_upr.search(kz_upr.load_review(), "bar association lawyers")
    >>> hits[0].found.speaker.name
    'International Bar Association and Lawyers for Lawyers'
    """
    expect(review, Review)
    index = _search_index(review)
    scores: dict[int, float] = {}
    matched: Counter[int] = Counter()
    stems = dict.fromkeys(_stems(text))
    asked = [stem for stem in stems if stem not in _SPREAD] or list(stems)
    for word in asked:
        best: dict[int, float] = {}
        start = bisect.bisect_left(index.words, word)
        for known in itertools.islice(index.words, start, None):
            if not known.startswith(word):
                break
            closeness = len(word) / len(known)
            for entry, weight in index.places[known].items():
                best[entry] = max(best.get(entry, 0.0), weight * closeness)
        for entry, weight in best.items():
            scores[entry] = scores.get(entry, 0.0) + weight
            matched[entry] += 1
    hits = ((score * matched[entry] / len(asked), -entry) for entry, score in scores.items())
    return tuple(
        Hit(found=index.entries[-entry], score=round(score, 4)) for score, entry in heapq.nlargest(limit, hits)
    )


def points_about(statement: Statement, text: str) -> tuple[Point, ...]:
    """The points of a statement whose summary or topics speak of a word of ``text``; all where none does."""
    asked = [stem for stem in _stems(text) if stem not in _SPREAD]
    said = {point: _stems(f"{point.summary} {' '.join(t.label for t in point.topics)}") for point in statement.points}
    for enough in (all, any):
        about = tuple(p for p, words in said.items() if enough(any(w.startswith(a) for w in words) for a in asked))
        if about:
            return about
    return statement.points


# -- related ---------------------------------------------------------------------------------------

# Shares of the score: round numbers, tried on pairs judged by hand (see the documentation). The action was
# tried too and added nothing.
_WORDS, _TOPICS = 0.6, 0.4
_LEAST = 0.1  # below this, two recommendations share a general topic at most


@frozen
class _Features:
    words: dict[str, float]  # stems with weights, length 1
    topics: dict[str, float]


@frozen
class _RelatedIndex:
    rarity: dict[str, float]
    features: tuple[_Features, ...]


@once_per_review
def _related_index(review: Review) -> _RelatedIndex:
    counts = Counter(stem for r in review.recommendations for stem in set(_content(r)))
    rarity = {stem: math.log(1 + len(review.recommendations) / count) for stem, count in counts.items()}
    return _RelatedIndex(rarity, tuple(_features(r, rarity) for r in review.recommendations))


def _content(recommendation: Recommendation) -> list[str]:
    """The words that say what a recommendation is about, six letters of each so that kindred words meet."""
    text = " ".join(clause.subject for clause in recommendation.clauses if clause.subject)
    return [stem[:6] for stem in _stems(text) if stem not in _SPREAD]


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
    """Recommendations of another review that may ask the same, best first, at most ``limit``.

    Candidates for a person to judge, never a statement that two recommendations are the same. The score, 0 to 1,
    adds the likeness of the subjects' words (rare ones count more) and of the topics (earlier ones count more).
    An empty tuple for a recommendation whose content is not known.

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
            scores.append((score, -place))
    return tuple(
        Hit(found=review.recommendations[-place], score=round(score, 4))
        for score, place in heapq.nlargest(limit, scores)
    )
