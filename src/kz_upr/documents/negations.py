"""Whether a verb of answering is negated: *does not accept*, *cannot, for lack of lamps, be accepted*, *nor supports*.

A negation belongs to a verb if it is in the verb's own group of auxiliaries, or was interrupted before the verb. Where
it may belong to another verb, the answer is unclear.
"""

from itertools import pairwise

from kz_upr.documents import answer_words as known
from kz_upr.documents.phrases import Unit, leftwards, text_at
from kz_upr.numbers import DASHES

_SIDES = frozenset([",", "(", *DASHES])  # of words that interrupt a group


def is_negated(units: list[Unit], index: int, before: list[str], start: int) -> bool | None:
    """Whether the verb at a place is negated, with the words before it that can belong to it; None if it is unclear.

    ``start`` is the end of the verb before.
    """
    if _is_said_of_a_negated_clause(units, index, start):
        return None
    word, infinitive = units[index].text, "to" in before
    if word in known.NOTE | known.NOTED and not _negations(before) and "not" in before:
        return None  # "does not merely note"
    if "none" in before and not known.PARTITIVE.isdisjoint(before):
        return True  # "none of them is accepted"
    finite = max((at for at, each in enumerate(before) if _is_finite(each, word, infinitive)), default=None)
    if finite is not None:
        negated = _in_group(before, finite)
        return negated if negated or not _is_interrupted_before(units, index, start) else None
    here = _negations(before[_last_comma(before) :])
    if _is_correlated(before):
        return True
    if here:
        return True if word in known.INFINITIVE or _negations(before[-2:]) else None
    if word.endswith("s"):
        return False
    return _before_an_interruption(units, index, start)


def _is_finite(each: str, word: str, infinitive: bool) -> bool:
    """Whether a word can be the finite verb of a group that ends with the verb of the answer."""
    if word in known.INFINITIVE:
        return each in known.BEFORE_INFINITIVE or (infinitive and each in known.FINITE_AUXILIARIES | known.BEFORE_TO)
    return not word.endswith(("s", "ing")) and each in known.FINITE_AUXILIARIES


def _in_group(before: list[str], finite: int) -> bool | None:
    """Whether a group that begins with its finite verb is negated; None if the negation is of its subject."""
    group = before[finite:]
    count = _negations([word for word in group if word != "nor"])  # "neither … nor …" is one
    if count or "nor" in group:
        return None if count > 1 or any(_leaves_open(*pair) for pair in pairwise(group)) else True
    subject = before[_last_comma(before[:finite]) : finite]
    if not _negations(subject):
        return _is_correlated(before)
    return True if {"no", "none", "never", "nor", "neither"}.intersection([*subject[:1], *subject[-2:]]) else None


def _leaves_open(word: str, after: str) -> bool:
    """Whether a negation may be of something else: *cannot fully accept*, *there is no reason to accept*."""
    if word == "no":
        return after not in ("longer", "position", "way", "circumstances")
    return word in known.NOT and after in ("fully", "entirely", "wholly", "completely", "totally")


def _is_correlated(before: list[str]) -> bool:
    """Whether *neither* or *nor* belongs to the subject of the verb."""
    last = _last_comma(before)
    return any(
        word in ("nor", "neither") and (at == 0 or at >= last or before[at - 1] in _SIDES)
        for at, word in enumerate(before)
    )


def _negations(words: list[str]) -> int:
    return sum(word in known.NOT and after not in ("only", "just", "merely") for word, after in pairwise([*words, ""]))


def _last_comma(words: list[str]) -> int:
    return max((at + 1 for at, word in enumerate(words) if word in _SIDES), default=0)


def _is_said_of_a_negated_clause(units: list[Unit], index: int, start: int) -> bool:
    """Whether the clause of the verb is the object of a negated one: *does not say that it supports*."""
    inner = apart = False
    for at in leftwards(units, index):
        text = units[at].text
        if at < start:
            return False
        if inner and text in known.NOT | known.DENYING and (not apart or text_at(units, at + 1) in _SIDES):
            return True
        apart = apart or (inner and text == ",")
        inner = inner or text in ("that", "whether")
    return False


def _is_interrupted_before(units: list[Unit], index: int, start: int) -> bool:
    """Whether a negation with an interruption after it waits for its verb: *is not, while it is glad, able to …*."""
    return any(
        units[at].text in known.NOT
        and text_at(units, at + 1) in _SIDES
        and text_at(units, at + 2) not in ("and", "or", "nor", "but")
        for at in leftwards(units, index)
        if at >= start
    )


def _before_an_interruption(units: list[Unit], index: int, start: int) -> bool | None:
    """Whether a negation farther to the left is the verb's: it was interrupted, or another verb shares it with *or*."""
    before = (units[at].text for at in leftwards(units, index))
    joint = next((text for text in before if text not in known.ADVERBS | {","} and not text.endswith("ly")), "")
    if not joint and units[index].text not in known.INFINITIVE:
        return False  # "50.2 supported"
    for place in leftwards(units, index):
        if units[place].text not in known.NOT:
            continue
        if text_at(units, place + 1) in _SIDES and _is_unfinished(units, place + 1, index):
            return True
        if place >= start:
            return None
        return {"or": True, "and": None}.get(joint, False)
    return False


def _is_unfinished(units: list[Unit], side: int, index: int) -> bool:
    """Whether no verb of an answer follows the second side of an interruption before the verb at a place."""
    return not any(
        units[at].text in known.VERBS and text_at(units, at - 1) in _SIDES | {")"} for at in range(side + 1, index)
    )
