"""The verbs of answers: what they say, and on which side of them the recommendations stand."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from kz_upr.documents import answer_words as known
from kz_upr.documents.negations import is_negated
from kz_upr.documents.phrases import Kind, Phrase, Reach, Unit, after_words, is_list, leftwards, text_at
from kz_upr.model import PositionValue


def verb(units: list[Unit], index: int, start: int) -> tuple[int, Phrase] | None:
    """The end of the verb at a place, and the verb; the words from ``start`` on can belong to it."""
    word = units[index].text
    before = _window(units, index, start)
    if word in known.ENJOY and _shares_its_object(units, index):
        return index + 1, Phrase(Kind.VERB, value=_answer(units, index, start), reach=Reach.EITHER)
    if word == "support":
        if _is_support_of_others(units, index):
            return None
        if noun := _noun_support(units, index, before, start):
            return noun
        if before and (before[-1] in known.NOUN_BEFORE or before[-1].endswith(("'s", "’s"))):
            return None
    if word not in known.VERBS or (word == "note" and before[-1:] == ["of"]):
        return None
    if word in known.ACCEPT_WITH | known.NOTE_WITH and text_at(units, index + 1) not in ("with", "to", "on"):
        return None
    end, partly = _adverbs_after(units, index + 1)
    reach = _reach(units, index, end, before)
    if reach is None:
        return index + 1, Phrase(Kind.OTHER)
    value = _answer(units, index, start)
    if partly and value is not None:
        value = PositionValue.PARTLY_SUPPORTED
    if text_at(units, index + 1) == "/" and (other := text_at(units, index + 2)) in known.VERBS:
        end = max(end, index + 3)
        value = value if _agree(word, other) else PositionValue.PARTLY_SUPPORTED
    return end, Phrase(Kind.VERB, value=value, reach=reach)


def _agree(word: str, other: str) -> bool:
    """Whether two verbs give the same answer."""
    return (word in known.REFUSING) == (other in known.REFUSING)


def _answer(units: list[Unit], index: int, start: int) -> PositionValue | None:
    """The answer of a verb at a place with the words before it; None if they leave it open."""
    before = _window(units, index, start)
    refusing = units[index].text in known.REFUSING
    negated = is_negated(units, index, before, start)
    if negated is None or (negated and refusing):
        return None
    if not negated and (_is_doubtful(units[index].text, before) or _is_of_others(units, index, before)):
        return None
    if known.PARTLY.intersection(before) or _is_in_part(before):
        return PositionValue.PARTLY_SUPPORTED
    return PositionValue.NOTED if negated or refusing else PositionValue.SUPPORTED


def _is_in_part(before: list[str]) -> bool:
    """Whether *in part* stands before a verb, by itself: *Fiji, in part, accepts*."""
    triples = zip(before, before[1:], [*before[2:], ","], strict=False)
    return any(words[:2] == ("in", "part") and words[2] in known.AUXILIARIES | {","} for words in triples)


def _clause(units: list[Unit], index: int, start: int) -> Iterator[int]:
    """The places before a verb of the words that can belong to it, from right to left."""
    for at in leftwards(units, index):
        if at < start or is_list(units, at) or units[at].text in known.JOINING:
            return
        yield at


def _window(units: list[Unit], index: int, start: int) -> list[str]:
    """The words before a verb that can belong to it, in order."""
    return [units[at].text for at in _clause(units, index, start)][::-1]


def _shares_its_object(units: list[Unit], index: int) -> bool:
    """Whether another list comes before the object: *50.1 enjoys, and 50.2 does not enjoy, the support of Fiji*."""
    at = index + 1 + (text_at(units, index + 1) == ",")
    joined = text_at(units, at) in known.JOINING
    return joined and is_list(units, after_words(units, at + 1, known.GLUE))


def _is_support_of_others(units: list[Unit], index: int) -> bool:
    """Whether the support is that of somebody other than the State: *the support of donors*."""
    if text_at(units, index + 1) not in ("of", "among", "from", "by"):
        return False
    at = after_words(units, index + 2, {"the", "its", "our"})
    if at >= len(units) or not (units[at].is_name or units[at].text in known.ITSELF):
        return True
    words = takewhile(lambda unit: unit.is_word and unit.text not in known.RELATIVE, units[at:])
    return any(unit.text in known.OTHERS for unit in words)


def _noun_support(units: list[Unit], index: int, before: list[str], start: int) -> tuple[int, Phrase] | None:
    """The phrase of *enjoys the support of* or *gives its support to*; None if the word is in none."""
    head = next((at for at in _clause(units, index, start) if units[at].text in known.ENJOY | known.GIVE), None)
    if head is None or before[-1] in known.AUXILIARIES | {"to"}:
        return None
    enjoyed = units[head].text in known.ENJOY
    if _is_object(units, index + 1) if enjoyed else text_at(units, index + 1) not in ("to", "for"):
        return None
    value = _answer(units, head, start)
    if text_at(units, head + 1) == "no":
        value = PositionValue.NOTED if value is PositionValue.SUPPORTED else None
    if value is not None and known.PARTLY.intersection(before):
        value = PositionValue.PARTLY_SUPPORTED
    relative = not known.RELATIVE.isdisjoint(before)
    reach = Reach.AFTER if not enjoyed else Reach.RELATIVE if relative else Reach.EITHER
    return index + 1, Phrase(Kind.VERB, value=value, reach=reach)


def _adverbs_after(units: list[Unit], start: int) -> tuple[int, bool]:
    """The end of the adverbs after a verb, and whether they say *in part*."""
    end = after_words(units, start, known.ADVERBS)
    words = [unit.text for unit in units[start:end]]
    partly = not known.PARTLY.isdisjoint(words) or ("in", "part") in pairwise(words)
    last = text_at(units, end - 1)
    if last == "in" or (last == "to" and not _is_object(units, end)):
        end -= 1  # "notes in 50.1 a demand"
    return end, partly


def _is_object(units: list[Unit], at: int) -> bool:
    """Whether recommendations stand at a place."""
    return is_list(units, at) or text_at(units, at) in known.OBJECTS


def _reach(units: list[Unit], index: int, end: int, before: list[str]) -> Reach | None:
    """Where the recommendations of a verb stand; None if it has nothing to do with recommendations."""
    word, after = units[index].text, text_at(units, index + 1)
    participle = word in known.PARTICIPLES
    relative = any(each in known.RELATIVE and each != "as" for each in before)
    if before[-1:] == ["as"] and after in ("in", "above", "by", "under", "earlier", "at"):
        return None  # "as noted in …"
    if participle and not known.BE.isdisjoint(before):
        return None if after == "that" else Reach.RELATIVE if relative else Reach.EITHER
    end += text_at(units, end).isdecimal()  # "notes 2 recommendations"
    end = after_words(units, end, {"no", "nos", "number", "numbers", "."})
    if text_at(units, end) == "that" and word not in known.ACCEPT_WITH:
        return None
    follows = _is_object(units, end)
    stops = (
        end >= len(units)
        or not (units[end].is_word or units[end].text.isdecimal())
        or units[end].text in known.JOINING | {"or", "respectively"}
    )
    if relative and stops:
        return Reach.RELATIVE
    subject = bool(before) and before[-1].isalpha() and before[-1] not in _NO_SUBJECT
    if participle and not (follows and subject):
        return Reach.EITHER
    if follows:
        return Reach.AFTER
    return Reach.BEFORE if stops else None


_NO_SUBJECT = frozenset(["recommendation", "recommendations", "and", "or"])


def _is_doubtful(word: str, before: list[str]) -> bool:
    """Whether the words before a verb leave open that the answer is given: *will consider accepting*."""
    participle = word in known.PARTICIPLES
    if word in known.NOTE:
        before = [each for each in before if each != "must"]
    last = before[-1] if before else ""
    if last.endswith("ly") and last not in known.PLAIN_ADVERBS:
        return True
    if word.endswith("ing") and last and last not in known.BEFORE_GERUND:
        return True
    if not known.DOUBTFUL.isdisjoint(before):
        return not (participle and "considered" in before and {"whether", "if", "may"}.isdisjoint(before))
    if participle:
        return False
    return "would" in before or ("to" in before[-2:] and known.GOVERNORS.isdisjoint(before))


_SAYS_THAT = frozenset(("that", subject) for subject in ("it", "we", "the", "our", "its"))


def _is_of_others(units: list[Unit], index: int, before: list[str]) -> bool:
    """Whether a verb is not what the State says of itself: *civil society supports*.

    Nor is it an answer where it is one of two: *accept or reject*.
    """
    other = text_at(units, index - 2)
    if text_at(units, index - 1) == "or" and other in known.VERBS:
        return not _agree(other, units[index].text)
    if units[index].text in known.PARTICIPLES | known.ENJOY:
        return False  # their subject is the recommendations
    that = max((at for at, pair in enumerate(pairwise(before)) if pair in _SAYS_THAT), default=0)
    return not known.OTHERS.isdisjoint(before[that:])
