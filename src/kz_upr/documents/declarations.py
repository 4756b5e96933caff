"""What a paragraph of an addendum says about which recommendations, sentence by sentence.

Sentences about earlier reviews answer nothing. A list without a verb has the answer of the words before it or of the
heading above it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve, frozen

from kz_upr.documents.answered_lists import Said, SaidOfRest
from kz_upr.documents.number_words import ordinal
from kz_upr.documents.phrases import Kind, Phrase
from kz_upr.documents.sentences import phrases
from kz_upr.documents.tying import tied
from kz_upr.model import PositionValue, State
from kz_upr.reference.scanning import find_states

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")
_ONLY_LIST = re.compile(r"(?:\b(?:[Tt]he|[Rr]ec(?:ommendation)?s?|[Nn]os?)\b|\W)*\d")
_EARLIER = re.compile(
    r"\b(?:previous|earlier|last|prior|preceding)\s+(?:\w+\s+)?(?:cycles?|reviews?|UPR|periodic)\b"
    r"|\b(?:years|months)\s+ago\b|\bhaving\s+(?:already\s+)?(?:accepted|supported|noted|rejected)\b"
    r"|\bhad\s+(?:\w+\s+){0,2}(?:accept|support|note|enjoy|agree|reject|endorse)",
    re.IGNORECASE,
)
_CYCLE = re.compile(
    r"\b(first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:UPR\s+)?(?:cycle|review|Universal Periodic Review|UPR)\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Bb]ack in)\s+(?:\w+\s+)?((?:19|20)\d\d)\b")
_ANSWERS = re.compile(
    r"\s+(?:also\s+|\w+ly\s+)?(?:supports|accepts|notes|endorses|rejects|agrees"
    r"|(?:does|did|can)\s*not\s+(?:support|accept))\b"
)
_CLOSE = 12  # letters before a name
_NOT_SUBJECT = re.compile(r"(?:\b(?:by|from|of|to|and|with)|[,(/])\s*(?:the\s+)?$")
_PAST_VERB = re.compile(r"\b(?:accepted|supported|noted|rejected|endorsed|agreed|enjoyed)\b")


@frozen
class Now:
    """What distinguishes the review and the State that answers from others; None where it is unknown."""

    cycle: int | None = None
    year: int | None = None
    state: State | None = None

    def is_past(self, text: str) -> bool:
        """Whether a sentence or a heading is about an earlier review."""
        if _EARLIER.search(text):
            return True
        cycles = [cycle for name in _CYCLE.findall(text) if (cycle := ordinal(name)) is not None]
        if self.cycle and cycles and min(cycles) < self.cycle:
            return True
        years = [int(year) for year in _IN_YEAR.findall(text)]
        return bool(self.year and years and max(years) < self.year - 1 and _PAST_VERB.search(text))

    def is_of_another(self, sentence: str) -> bool:
        """Whether the answer in a sentence is another State's: *50.1, which Peru supports*."""
        return any(
            state != self.state
            and _ANSWERS.match(sentence, end)
            and not _NOT_SUBJECT.search(sentence[max(0, start - _CLOSE) : start])
            for start, end, state in find_states(sentence)
        )


@frozen
class Declared:
    """What a paragraph says; ``lead`` is the answer that its last words announce for what follows."""

    said: tuple[Said, ...]
    rest: tuple[SaidOfRest, ...]
    lead: PositionValue | None


def declared(text: str, heading: PositionValue | None, now: Now) -> Declared:
    """What a paragraph says of recommendations under a heading that takes a position, or none."""
    said: list[Said] = []
    rest: list[SaidOfRest] = []
    lead: PositionValue | None = None
    for sentence, found, context in _with_contexts([(s, phrases(s)) for s in _SENTENCE_END.split(text)]):
        past = now.is_past(sentence)
        if past or (now.state is not None and now.is_of_another(sentence)):
            why = "the sentence is about an earlier review" if past else "the answer is another State's"
            if numbers := tuple(number for phrase in found for number in phrase.numbers):
                said.append(Said(numbers, None, sentence, why, earlier=past))
            lead = None
            continue
        answered, of_rest = tied(sentence, found, _applicable(sentence, found, lead, heading))
        said += [evolve(each, context=context) for each in answered]
        rest += of_rest
        lead = _lead(sentence, found)
    return Declared(tuple(said), tuple(rest), lead)


def _with_contexts(sentences: list[tuple[str, list[Phrase]]]) -> Iterator[tuple[str, list[Phrase], str]]:
    """Each sentence with itself and those after it up to the next that names numbers."""
    starts = [i for i, (_, found) in enumerate(sentences) if any(p.kind is Kind.NUMBERS for p in found)]
    ends = dict(pairwise([*starts, len(sentences)]))
    for index, (sentence, found) in enumerate(sentences):
        parts = sentences[index : ends.get(index, index)]
        yield sentence, found, " ".join(part for part, _ in parts)


def _applicable(
    sentence: str, found: list[Phrase], lead: PositionValue | None, heading: PositionValue | None
) -> PositionValue | None:
    """The answer of lists for which a sentence has no verb: of the words before it, or of the heading."""
    kinds = {phrase.kind for phrase in found}
    if Kind.VERB in kinds or Kind.NUMBERS not in kinds:
        return None
    starts = _ONLY_LIST.match(sentence) is not None
    if starts and lead is not None and Kind.OTHER not in kinds:
        return lead
    named = Kind.OTHER not in kinds and re.search(r"\b[Rr]ecommendations?\b", sentence) is not None
    return heading if starts or named or re.search(r":\s*\d", sentence) else None


def _lead(sentence: str, found: list[Phrase]) -> PositionValue | None:
    verbs = {phrase.value for phrase in found if phrase.kind is Kind.VERB}
    listed = any(phrase.kind in (Kind.NUMBERS, Kind.EVERY, Kind.EXCEPT) for phrase in found)
    announces = sentence.rstrip().endswith(":") or re.search(r"\b(?:following|below)\b", sentence) is not None
    return verbs.pop() if len(verbs) == 1 and announces and not listed else None
