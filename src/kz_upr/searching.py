"""Searching statements and recommendations in people's own words."""

import bisect
import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import evolve, frozen

from kz_upr.arguments import expect
from kz_upr.model import Clause, Point, Recommendation, Review, State, Statement, Theme
from kz_upr.queries import coded_parts, each_review, once_per_review, states_of
from kz_upr.reference.phrases import Phrase, phrases
from kz_upr.reference.words import stem, words


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
_SAID, _ABOUT = 1.0, 0.35
# The weight of a code that a phrase means: the first code of an item, a later one, or one above or below it.
_FIRST, _LATER, _KINDRED = 1.6, 1.2, 0.45
# How much several words count that occur together, and how much some of the words of a phrase with a meaning count.
_WHOLE, _PART = 1.5, 0.5
# The words of a phrase longer than this do not count one by one.
_DIVIDED = 3
# At least this share of what was asked for must be found in an item; less if a State is named, whose items are few.
_ENOUGH, _ENOUGH_OF_STATE = 0.5, 0.3
# A point is about a phrase if it has at least this share of the weight that the phrase has in the best point.
_NEAR_BEST = 0.4


class _Index(NamedTuple):
    entries: Sequence[Recommendation | Statement]
    ids: dict[str, Recommendation | Statement]  # in lower case
    places: dict[str, dict[int, float]]  # stem -> entry -> weight of the stem there
    words: list[str]  # the words, sorted, to find those that begin alike
    stems: dict[str, str]  # word -> stem
    codes: dict[object, dict[int, float]]  # theme, persons, instrument -> entry -> weight of the code there


@once_per_review
def _index(review: Review) -> _Index:
    return _index_of((*review.statements, *review.recommendations))


def _index_of(entries: Sequence[Recommendation | Statement]) -> _Index:
    places: dict[str, dict[int, float]] = {}
    stem_of: dict[str, str] = {}
    codes: dict[object, dict[int, float]] = {}
    for entry, item in enumerate(entries):
        parts = coded_parts(item)
        said_in = Counter(root for part in parts for root in {stem(word) for word in words(part.summary or "")})
        said, about = _words_of(item)
        for weight, text in ((_ABOUT, about), (_SAID, said)):
            for word in words(text):
                root = stem_of[word] = stem(word)
                places.setdefault(root, {})[entry] = weight * _share(said_in[root], parts)
        coded_in = Counter(code for part in parts for code in dict(_codes_of(part)))
        for part in parts:
            for code, weight in _codes_of(part):
                weights = codes.setdefault(code, {})
                weights[entry] = max(weights.get(entry, 0.0), weight * _share(coded_in[code], parts))
    return _Index(entries, {item.id.casefold(): item for item in entries}, places, sorted(stem_of), stem_of, codes)


def _share(count: int, parts: Sequence[object]) -> float:
    """From 1, if all parts of an item have a word or code, down to a half: a long statement is about many things."""
    return 0.5 + 0.5 * count / len(parts) if count else 1.0


def _codes_of(part: Clause | Point) -> Iterator[tuple[object, float]]:
    for place, theme in enumerate(part.themes):
        yield theme.id, _FIRST if place == 0 else _LATER
        yield from ((id, _LATER) for id in theme.parents)  # a theme counts for its issue
        yield from ((id, _KINDRED) for id in theme.children)
    yield from ((persons, _LATER) for persons in part.affected_persons)
    yield from ((use.instrument, _FIRST) for use in part.instruments)


def _words_of(item: Recommendation | Statement) -> tuple[str, str]:
    parts = coded_parts(item)
    labels = [str(code) for part in parts for code in (*part.themes, *part.affected_persons)]
    names = [use.instrument.official_name for part in parts for use in part.instruments]
    said = [part.summary for part in parts if part.summary]
    if isinstance(item, Statement):
        person = item.speaker.person.name if item.speaker.person else ""
        numbers = [id.split("-", 2)[-1] for point in item.points for id in point.recommendations]
        return " ".join(said), " ".join([item.speaker.name, person, item.setting, *labels, *names, *numbers])
    said += [item.number, item.official_text or ""]
    return " ".join(said), " ".join([*map(str, item.states), *labels, *names, *(tag.label for tag in item.tags)])


def understood(reviews: Sequence[Review], text: str) -> list[Phrase]:
    """The phrases for which :func:`search` looks."""
    expect(text, str)
    return phrases(text, [_index(review).words for review in reviews])


def search(reviews: Review | Iterable[Review], text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Statements and recommendations about what ``text`` asks for, best first, at most ``limit``.

    ``text`` may use official or everyday words, abbreviations, British or American spelling, any inflection (*woman*
    finds *women*, *ratify* finds *ratification*), the name of a State (which selects what that State said or
    recommended) and a misspelt word. Labels and search words of the themes, names of persons and instruments find what
    is coded with them; other words are compared with the summaries, the joined official text, the speakers and the
    States. The id of a statement or recommendation finds it alone. A hit must contain at least half of what was asked
    for; the tuple is empty if nothing does. Raises TypeError if ``reviews`` is not a Review or several, or ``text`` is
    not a string.

    >>> import kz_upr
    >>> hits = kz_upr.search(kz_upr.load_review(), "bar association lawyers")
    >>> hits[0].found.speaker.name
    'International Bar Association and Lawyers for Lawyers'
    """
    searched = each_review(reviews)
    expect(limit, int)
    asked = understood(searched, text)
    if not searched:
        return ()
    indexes = [_index(review) for review in searched]
    id = text.strip().casefold()
    if named := [index.ids[id] for index in indexes if id in index.ids]:
        return tuple(Hit(found=item, score=1.0) for item in named[: max(limit, 0)])
    states = {meaning for phrase in asked for meaning in phrase.meanings if isinstance(meaning, State)}
    wanted = list(dict.fromkeys(phrase for phrase in asked if phrase.words))
    matches = [[_matches(index, phrase) for phrase in wanted] for index in indexes]
    weights = _weights(wanted, matches, sum(len(index.entries) for index in indexes))
    hits = [
        (-score, order, entry)
        for order, index in enumerate(indexes)
        for entry, score in (
            _scores(wanted, matches[order], weights, _ENOUGH_OF_STATE if states else _ENOUGH)
            if wanted
            else _everything(index, states)
        )
        if not states or states & set(states_of(index.entries[entry]))
    ]
    return tuple(
        Hit(found=indexes[order].entries[entry], score=round(-score, 4))
        for score, order, entry in sorted(hits)[: max(limit, 0)]
    )


def _everything(index: _Index, states: set[State]) -> Iterable[tuple[int, float]]:
    return ((entry, 1.0) for entry in range(len(index.entries))) if states else ()


# How much a word without a meaning counts beside a phrase with one, and a word that occurs nowhere if there is none.
_PLAIN, _NOWHERE = 0.35, 1.2


def _weights(wanted: list[Phrase], matches: list[list[dict[int, float]]], size: int) -> list[float]:
    """How much each phrase counts: the rarer it is, the more; less if it is a mere word."""
    plain, nowhere = (1.0, _NOWHERE) if all(phrase.is_plain for phrase in wanted) else (_PLAIN, 0.0)
    weights = []
    for phrase, places in zip(wanted, zip(*matches, strict=True), strict=True):
        count = sum(map(len, places))
        factor = (plain if count else nowhere) if phrase.is_plain else 1.0
        weights.append(factor * math.log(1 + size / max(count, 1)))
    return weights


def _scores(
    wanted: list[Phrase], matches: list[dict[int, float]], weights: list[float], enough: float
) -> Iterator[tuple[int, float]]:
    """The entries that contain enough of what is wanted, a share up to 1, with their scores.

    A match that is only related to a meaning counts in part.
    """
    scores: dict[int, float] = {}
    shares: dict[int, float] = {}
    for phrase, places, weight in zip(wanted, matches, weights, strict=True):
        for entry, closeness in places.items():
            scores[entry] = scores.get(entry, 0.0) + closeness * weight
            shares[entry] = shares.get(entry, 0.0) + weight * (min(closeness, 1.0) if phrase.meanings else 1.0)
    total = sum(weights)
    for entry, score in scores.items():
        if shares[entry] >= enough * total:
            yield entry, score * shares[entry] / total


def _matches(index: _Index, phrase: Phrase) -> dict[int, float]:
    """The entries that contain a phrase: coded with what it means, or with its words or those that it stands for.

    Without a meaning, all of the words are needed; of a short phrase with one, each of them counts.
    """
    coded: dict[int, float] = {}
    for meaning in phrase.meanings:
        code = meaning.id if isinstance(meaning, Theme) else meaning
        for entry, weight in index.codes.get(code, {}).items():
            coded[entry] = max(coded.get(entry, 0.0), weight)
    said: dict[int, float] = {}
    for wording in filter(None, (phrase.words, phrase.stands_for)):
        held = [_containing(index, word) for word in wording]
        if phrase.meanings and 1 < len(held) <= _DIVIDED:
            for weights in held:
                for entry, weight in weights.items():
                    said[entry] = said.get(entry, 0.0) + _PART * weight / len(held)
        for entry in set(held[0]).intersection(*held[1:]):
            weight = min(weights[entry] for weights in held) * (_WHOLE if len(held) > 1 else 1.0)
            said[entry] = max(said.get(entry, 0.0), weight)
    return {entry: coded.get(entry, 0.0) + said.get(entry, 0.0) for entry in {**said, **coded}}


def _containing(index: _Index, word: str) -> dict[int, float]:
    """The entries with a word of the same stem, or one that begins with the word."""
    best = dict(index.places.get(stem(word), {}))
    for known in itertools.islice(index.words, bisect.bisect_left(index.words, word), None):
        if not known.startswith(word):
            break
        for entry, weight in index.places[index.stems[known]].items():
            best[entry] = max(best.get(entry, 0.0), weight * len(word) / len(known))
    return best


def points_about(statement: Statement, asked: Iterable[Phrase]) -> tuple[Point, ...]:
    """The points of a statement on most of the phrases; all if there are none, as when only the speaker matches."""
    index = _index_of([evolve(statement, points=(point,)) for point in statement.points])
    on = [0] * len(statement.points)
    for phrase in asked:
        places = _matches(index, phrase)
        for entry, weight in places.items():
            on[entry] += weight >= _NEAR_BEST * max(places.values())
    return tuple(point for point, number in zip(statement.points, on, strict=True) if number == max(on))
