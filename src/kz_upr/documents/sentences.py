"""A sentence as a row of phrases: lists of numbers, verbs, exceptions, and what separates them.

Which verb belongs to which numbers is the business of :mod:`kz_upr.documents.tying`. Every rule looks at a bounded
number of words before or after, so the work grows with the length of the sentence.
"""

from collections.abc import Collection, Iterator
from itertools import pairwise, takewhile

from attrs import evolve

from kz_upr.documents import answer_words as known
from kz_upr.documents.answer_verbs import verb
from kz_upr.documents.phrases import Kind, Phrase, Unit, after_words, is_list, leftwards, text_at, units_of

_MARKS = {
    ";": Kind.BREAK, "(": Kind.OPEN, "[": Kind.OPEN, ")": Kind.CLOSE, "]": Kind.CLOSE, ":": Kind.COLON,
    "respectively": Kind.RESPECTIVELY, **dict.fromkeys(known.CLAUSE, Kind.BREAK),
}  # fmt: skip
_OTHER_VERBS = known.AUXILIARIES | known.FINITE
_EXCEPT = frozenset({
    "except", "excepting", "excluding", "barring", "omitting", "minus", "exception", "exceptions", "unlike",
})  # fmt: skip
_EXCEPT_TWO = frozenset({
    ("apart", "from"), ("aside", "from"), ("other", "than"), ("rather", "than"), ("instead", "of"), ("save", "for"),
    ("save", "the"), ("bar", "for"), ("but", "for"), ("not", "including"),
})  # fmt: skip
_AFTER_EXCEPT = known.GLUE | {"for"}
_WHOLE = frozenset({"all", "every", "each"})
_OTHERS = frozenset({"other", "others", "remaining", "rest", "remainder"})
_SCOPE = 15  # words that describe "all recommendations"
_SCOPE_ENDS = known.SCOPE_ENDS | known.VERBS


def phrases(sentence: str) -> list[Phrase]:
    """The phrases of a sentence, in order."""
    units = list(units_of(sentence))
    return list(_without_idle(units, list(_recognized(units))))


def _recognized(units: list[Unit]) -> Iterator[tuple[int, int, Phrase]]:
    """The phrases as (first unit, end, phrase); units of no phrase are left out."""
    before = end = 0  # words before the end of the last verb or exception belong to that
    reasoning = False  # in a reason nothing limits the answer
    for index, unit in enumerate(units):
        if index < end:
            continue
        reasoning = unit.text in known.REASONS or (reasoning and unit.text not in _MARKS)
        found = _found(units, index, before, reasoning=reasoning)
        if found is None:
            continue
        end, phrase = found
        yield index, end, phrase
        if phrase.kind is Kind.EXCEPT:
            end = after_words(units, end, ["that"])  # "except that it notes …"
        if phrase.kind in (Kind.VERB, Kind.EXCEPT):
            before = end


def _found(units: list[Unit], index: int, before: int, *, reasoning: bool) -> tuple[int, Phrase] | None:
    """The end of the phrase at a place, and the phrase."""
    unit = units[index]
    if unit.phrase is not None:
        return index + 1, _marked(units, index, unit.phrase)
    if not reasoning and _hedges(units, index):
        return index + 1, Phrase(Kind.HEDGE)
    found = _mark(units, index) or _exception(units, index) or _every(units, index) or verb(units, index, before)
    return (index + 1, Phrase(Kind.OTHER)) if found is None and _is_other_verb(units, index) else found


def _is_other_verb(units: list[Unit], index: int) -> bool:
    """Whether a verb of a main clause stands at a place: no *which* before it, and no list after *are*."""
    if units[index].text not in _OTHER_VERBS:
        return False
    if units[index].text in known.BE and is_list(units, index + 1):
        return False  # "those that are noted are: 50.4"
    before = (units[at].text for at in leftwards(units, index))
    return known.RELATIVE.isdisjoint(takewhile(lambda text: text not in ("", ","), before))


def _hedges(units: list[Unit], index: int) -> bool:
    word = units[index].text
    return word in known.HEDGES or (word, text_at(units, index + 1)) in known.HEDGES_OF_TWO


def _mark(units: list[Unit], index: int) -> tuple[int, Phrase] | None:
    text = units[index].text
    if text == "but" or text not in _MARKS:
        return None  # "but" may begin an exception
    if text in known.CLAUSE and text_at(units, _before(units, index, {","})) in known.AUXILIARIES | known.NOT:
        return None  # "does not, however, accept"
    whole = text == "(" and text_at(units, index + 1) in ("all", "both", "each")  # "50.1 and 50.2 (both noted)"
    return index + 1, Phrase(_MARKS[text], mark="all" if whole else "")


def _marked(units: list[Unit], index: int, phrase: Phrase) -> Phrase:
    """A list with what the words right before it say of it."""
    at = _before(units, index, known.GLUE - {"and", "or", "plus"})
    phrase = evolve(phrase, after_comma=text_at(units, at) == ",")
    if at <= 0 and units[0].text in ("of", "among", "out"):
        return evolve(phrase, mark=phrase.mark or "among")  # "Of recommendations 50.1 to 50.9, …"
    mark = _mark_of_share(units, index) or _mark_of_word(units, index)
    return evolve(phrase, mark=mark) if mark else phrase


def _before(units: list[Unit], index: int, skipped: Collection[str]) -> int:
    """The place before a list or a word, and before the words that belong to it."""
    at = index - 1
    while text_at(units, at) in skipped:
        at -= 1
    return at


def _any_before(units: list[Unit], index: int, words: Collection[str]) -> bool:
    """Whether one of some words stands before a place."""
    return any(units[at].text in words for at in leftwards(units, index))


def _mark_of_share(units: list[Unit], index: int) -> str:
    """What *part of*, *none of* or *the aim of* before a list makes of it."""
    for at in range(index - 1, _before(units, index, known.AFTER_SEE), -1):
        if units[at].text == "of":
            share = text_at(units, at - 1)
            if share in ("none", "neither") or text_at(units, at - 2) == "no":
                return "none"  # "no part of"
            if share == "any":
                return "any"
            if share in known.OF_PART:
                return "partly"
            if share not in known.OF_WHOLE | known.ADVERBS:  # "takes note with interest of 50.1"
                return "unclear"  # "the aim of 50.1"
    return ""


def _mark_of_word(units: list[Unit], index: int) -> str:
    """What the word before a list and the words that belong to it make of it: *nor*, *see*, *not all*."""
    at = _before(units, index, known.AFTER_SEE | {"."})
    word, before = text_at(units, at), text_at(units, at - 1)
    if word in ("neither", "nor"):
        return "none" if _any_before(units, index, ["neither"]) else "nor"
    if word == "all" and _any_before(units, at, known.NOT):
        return "unclear"  # "does not accept all of 50.1 to 50.4"
    if word in known.SEE or (before == "as" and word.endswith("ed")):
        return "see"  # "as explained under 50.4"
    if "as" in (before, word, text_at(units, index - 1)) and _any_before(units, index, ["same"]):
        return "unclear"  # "in the same vein as 50.1"
    return "unclear" if word in known.COMPARING else ""


def _exception(units: list[Unit], index: int) -> tuple[int, Phrase] | None:
    word, after = units[index].text, text_at(units, index + 1)
    if word in ("excepted", "excluded") and is_list(units, _before(units, index, {",", "are", "is", "being"})):
        return index + 1, Phrase(Kind.EXCEPTED)
    if word in _EXCEPT:
        return index + 1, Phrase(Kind.EXCEPT)
    if (word, after) in _EXCEPT_TWO:
        return index + 2, Phrase(Kind.EXCEPT)
    start = index + 1 + (after == "not")
    if word in ("save", "bar", "without", "but", "not") and is_list(units, after_words(units, start, _AFTER_EXCEPT)):
        negated = word != "but" or after == "not" or _any_before(units, index, ["all", "every"])
        return index + 1, Phrase(Kind.EXCEPT if negated else Kind.BREAK)
    return (index + 1, Phrase(Kind.BREAK)) if word == "but" else None


def _every(units: list[Unit], index: int) -> tuple[int, Phrase] | None:
    """*all (the other) recommendations*, *the rest*, *the remaining 12 recommendations*."""
    if units[index].text not in ("all", "every", "each", "the", "its", "any", "remaining"):
        return None
    words: list[str] = []
    for unit in units[index : index + _SCOPE]:
        if unit.text not in known.EVERY_WORDS and not unit.text.isdecimal():
            break
        words.append(unit.text)
        if unit.text in known.EVERY_HEADS:
            break
    at = index + len(words)
    whole = not _WHOLE.isdisjoint(words)
    others = not _OTHERS.isdisjoint(words)
    headed = words[-1] in known.EVERY_HEADS or (whole and text_at(units, at) in ("but", "except", "bar", "save"))
    if not headed or not (whole or others):
        return None
    if words[-1] == "rest" and text_at(units, at) == "of" and not _is_of_all(units, at):
        return None
    after = at + (text_at(units, at) == ",")
    if text_at(units, after) == "of" and text_at(units, after + 1) in known.PARTITIVE:
        return None  # "the remaining 30 recommendations, of which 20 are supported"
    narrowed = text_at(units, index - 1) == "among" or any(
        word in known.NARROWING or (word == "that" and next_word not in known.HARMLESS)
        for word, next_word in _description(units, at)
    )
    part_of = text_at(units, index - 2) if text_at(units, index - 1) == "of" else "all"
    if part_of in ("none", "neither"):
        return at, Phrase(Kind.EVERY, mark="none")
    return at, Phrase(Kind.EVERY, mark="restricted" if narrowed or part_of not in known.OF_WHOLE else "")


def _is_of_all(units: list[Unit], at: int) -> bool:
    """Whether *of the recommendations* stands at a place."""
    return text_at(units, after_words(units, at + 1, {"the", "other", "its"})) == "recommendations"


def _description(units: list[Unit], at: int) -> Iterator[tuple[str, str]]:
    """The words that describe *all recommendations*, each with the one after it."""
    for place, unit in enumerate(units[at : at + _SCOPE], at):
        described = unit.is_word or unit.text.isdecimal()
        if not described or unit.text in _SCOPE_ENDS or _begins_exception(units, place):
            return
        yield unit.text, text_at(units, place + 1)


def _begins_exception(units: list[Unit], at: int) -> bool:
    """Whether *with the exception* stands at a place."""
    noun = text_at(units, after_words(units, at + 1, {"the", "an", "sole", "only", "single", "following"}))
    return text_at(units, at) == "with" and noun in ("exception", "exceptions")


# Words that belong to no phrase


def _without_idle(units: list[Unit], found: list[tuple[int, int, Phrase]]) -> Iterator[Phrase]:
    """The phrases, without auxiliaries that belong to a verb, and with what stands between them."""
    leading = _leading(units, found)
    end, before = 0, None
    for start, stop, phrase in found:
        yield from _between(units[end:start], before, phrase.kind)
        if start not in leading:
            yield phrase
        end, before = stop, phrase.kind
    yield from _between(units[end:], before, None)


def _between(units: list[Unit], before: Kind | None, following: Kind | None) -> Iterator[Phrase]:
    """The part or the gap that the words between two phrases are; nothing if they continue a list."""
    words = [unit.text for unit in units if unit.is_word]
    if following is Kind.VERB:  # "which are partially supported": part of the verb
        if known.PARTLY.intersection(words[-1:]):
            del words[-1]
        if words[-2:] == ["in", "part"]:
            del words[-2:]
    texts = {unit.text for unit in units}
    listed = following is Kind.NUMBERS
    only_part = known.IN_PART.issuperset(words)
    in_part = ("in", "part") in pairwise(words) or known.PARTLY.intersection(words[-1:])
    # "accepts, partially, recommendation 50.1"
    apart = before is Kind.VERB and following is not None and only_part and known.PARTLY.intersection(words)
    if in_part or apart or (_name_share(words) and not listed):
        if listed:
            mark = "next" if (before in (None, Kind.BREAK) and only_part) or words[0] in ("and", "or", "as") else ""
        else:
            mark = "alone" if only_part else ""  # "accepted, but only in part"
        yield Phrase(Kind.PART, mark=mark)
    elif texts & {"…", "→", "~", "<", ">"} or any(text.startswith("..") for text in texts):
        yield Phrase(Kind.GAP, mark="unclear")
    elif not (known.GLUE | {"nor", "neither"}).issuperset(words) and known.TOPIC.isdisjoint(words):
        yield Phrase(Kind.GAP)


def _name_share(words: list[str]) -> bool:
    """Whether words name a part of a recommendation: *first part only*, *its second sentence*."""
    own = any(word == "its" and known.SHARES.intersection(words[at + 1 : at + 3]) for at, word in enumerate(words))
    return own or (not known.SHARES.isdisjoint(words) and ("only" in words or known.OF_SHARES.issuperset(words)))


def _leading(units: list[Unit], found: list[tuple[int, int, Phrase]]) -> set[int]:
    """The places of auxiliaries that lead to a verb of answering after them: *have been carefully accepted*."""
    places: set[int] = set()
    leads, following = False, len(units)
    for start, _, phrase in reversed(found):
        words = {unit.text for unit in units[start:following]}
        following = start
        if phrase.kind in (Kind.OTHER, Kind.RESPECTIVELY):
            leads = leads and words.isdisjoint(known.JOINING)
        else:
            leads = phrase.kind is Kind.VERB
        if phrase.kind is Kind.OTHER and leads:
            places.add(start)
    return places
