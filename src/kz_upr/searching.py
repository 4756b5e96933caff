"""Searching for words in statements and recommendations."""

import bisect
import itertools
import math
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from kz_upr.errors import expect
from kz_upr.model import Point, Recommendation, Review, Statement
from kz_upr.queries import once_per_review
from kz_upr.reference.words import COMMON, stem, words


@frozen(kw_only=True)
class Hit:
    """A statement or recommendation that was found.

    Attributes:
        found: What was found.
        score: How well it fits; above 0, higher is better. Scores can be compared only within one result.
    """

    found: Recommendation | Statement
    score: float

    def __repr__(self) -> str:
        return f"<Hit {self.score:.2f} {self.found!r}>"


# The weight of a word in what is said, and in what is only said about it (speaker, States, labels).
_SAID, _ABOUT = 1.0, 0.4


class _SearchIndex(NamedTuple):
    entries: tuple[Recommendation | Statement, ...]
    places: dict[str, dict[int, float]]  # stem -> entry -> weight of the stem there
    words: list[str]  # the words, sorted, to find those that begin alike
    stems: dict[str, str]  # word -> stem


@once_per_review
def _search_index(review: Review) -> _SearchIndex:
    entries: tuple[Recommendation | Statement, ...] = (*review.statements, *review.recommendations)
    places: dict[str, dict[int, float]] = {}
    stem_of: dict[str, str] = {}
    for entry, thing in enumerate(entries):
        said, about = _words_of(thing)
        for weight, text in ((_ABOUT, about), (_SAID, said)):
            for word in words(text):
                stem_of[word] = stem(word)
                places.setdefault(stem_of[word], {})[entry] = weight
    for root, weights in places.items():
        rarity = math.log(1 + len(entries) / len(weights))
        places[root] = {entry: weight * rarity for entry, weight in weights.items()}
    return _SearchIndex(entries, places, sorted(stem_of), stem_of)


def _words_of(thing: Recommendation | Statement) -> tuple[str, str]:
    if isinstance(thing, Statement):
        said = " ".join(point.summary for point in thing.points)
        labels = [topic.label for point in thing.points for topic in point.topics]
        person = thing.speaker.person.name if thing.speaker.person else ""
        return said, " ".join([thing.speaker.name, person, thing.setting, *labels])
    said = " ".join(filter(None, (thing.number, thing.summary, thing.official_text)))
    labels = [topic.label for topic in thing.topics]
    return said, " ".join([*(state.name for state in thing.states), *labels, *(tag.label for tag in thing.tags)])


def search(review: Review, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Statements and recommendations of a review that mention ``text``, best first, at most ``limit``.

    Words are compared without case, accents and inflection (*woman* finds *women*, *ratify* finds *ratification*), and
    the beginning of a word finds the whole. A hit ranks higher if it contains more of the words, and rarer ones; a word
    in a summary counts more than one in the name of the speaker, State or topic. Words such as *of* and *and* count
    only if there are no others. The tuple is empty if nothing fits. Raises TypeError if ``review`` is not a Review.

    >>> import kz_upr
    >>> hits = kz_upr.search(kz_upr.load_review(), "bar association lawyers")
    >>> hits[0].found.speaker.name
    'International Bar Association and Lawyers for Lawyers'
    """
    expect(review, Review)
    index = _search_index(review)
    scores: dict[int, float] = {}
    matched: Counter[int] = Counter()
    asked = _asked(text)
    for word in asked:
        best = dict(index.places.get(stem(word), {}))
        for known in _beginning_with(index.words, word):
            closeness = len(word) / len(known)
            for entry, weight in index.places[index.stems[known]].items():
                best[entry] = max(best.get(entry, 0.0), weight * closeness)
        for entry, weight in best.items():
            scores[entry] = scores.get(entry, 0.0) + weight
            matched[entry] += 1
    ranked = sorted((-score * matched[entry] / len(asked), entry) for entry, score in scores.items())
    return tuple(Hit(found=index.entries[entry], score=round(-score, 4)) for score, entry in ranked[: max(limit, 0)])


def _beginning_with(known: list[str], word: str) -> Iterator[str]:
    start = bisect.bisect_left(known, word)
    return itertools.takewhile(lambda other: other.startswith(word), itertools.islice(known, start, None))


def _asked(text: str) -> list[str]:
    """The words to look for, one of each stem: common words only if there are no others."""
    found = {stem(word): word for word in reversed(words(text))}
    asked = list(reversed(found.values()))
    return [word for word in asked if word not in COMMON] or asked


def points_about(statement: Statement, text: str) -> tuple[Point, ...]:
    """The points of a statement that mention all words of ``text``, or else any of them; if none does, all points."""
    asked = [(word, stem(word)) for word in _asked(text)]
    said = {point: words(f"{point.summary} {' '.join(t.label for t in point.topics)}") for point in statement.points}
    for enough in (all, any):
        about = tuple(
            point
            for point, known in said.items()
            if enough(any(other.startswith(word) or stem(other) == root for other in known) for word, root in asked)
        )
        if about:
            return about
    return statement.points
