"""The lists of numbers in a sentence with the answers tied to them, and what the sentence says by them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from kz_upr.documents.phrases import Kind, Phrase, Reach
from kz_upr.model import PositionValue

_SCOPE = re.compile(r"\bparagraphs?\s+((?:\d{1,3}(?!\d|\.\d)(?:\s*,\s*|\s+and\s+)?){1,6})")
_NOT_ALL = re.compile(r"\b(?:not|cannot)\b[^.;,]{0,40}\b(?:all|every|each)\b", re.IGNORECASE)


@frozen
class Said:
    """What is said of some numbers; ``value`` is None if the answer is unclear, ``why`` gives the reason.

    ``context`` is the sentence and those after it that name no number.
    """

    numbers: tuple[str, ...]
    value: PositionValue | None
    sentence: str
    why: str = ""
    earlier: bool = False  # of an earlier review
    context: str = ""


@frozen
class SaidOfRest:
    """What is said of all recommendations (of some paragraphs of the report); None: of a part that is not numbered."""

    value: PositionValue | None
    paragraphs: tuple[str, ...]
    sentence: str


@define
class AnsweredList:
    """One list, or all recommendations, and the answers tied to it."""

    phrase: Phrase
    excepted: bool = False
    values: list[PositionValue | None] = field(factory=list)
    partly: set[str] = field(factory=set)  # the numbers that are answered in part
    dropped: bool = False  # "all recommendations" followed by their numbers
    leftover: bool = False  # all of a list, without those that the sentence names separately

    def tie(self, value: PositionValue | None) -> None:
        """Tie an answer to the list; None is an unclear one."""
        mark = self.phrase.mark
        if mark in ("none", "nor"):
            noted = value is PositionValue.SUPPORTED or (value is PositionValue.NOTED and mark == "nor")
            value = PositionValue.NOTED if noted else None
        elif mark == "partly" and value in (PositionValue.SUPPORTED, PositionValue.NOTED):
            value = PositionValue.PARTLY_SUPPORTED
        elif mark == "any" and value is not PositionValue.NOTED:
            value = None  # "accepts any of 50.1 and 50.2" leaves open which
        self.values.append(value)

    def without_last_entry(self, value: PositionValue | None) -> "AnsweredList":
        """Take the last entry out of the list; it becomes a list with its own answer."""
        *entries, last = self.phrase.entries
        self.phrase = evolve(self.phrase, numbers=tuple(n for entry in entries for n in entry), entries=tuple(entries))
        return AnsweredList(Phrase(Kind.NUMBERS, last, (last,)), values=[value])

    @property
    def value(self) -> PositionValue | None:
        """The answer; None without one and where answers contradict each other."""
        return self.values[0] if len(set(self.values)) == 1 and self.phrase.mark != "unclear" else None

    @property
    def stands_apart(self) -> bool:
        """Whether its numbers are taken out of the other lists."""
        return self.excepted or (self.phrase.mark != "among" and not self.values)

    @property
    def why(self) -> str:
        """Why there is no answer."""
        if self.excepted and not self.values:
            return "it is excepted, and no answer is given"
        return "its answer is unclear" if self.values or self.phrase.mark else "no answer is given"


def said_of_lists(lists: Sequence[AnsweredList], sentence: str, without_verb: PositionValue | None) -> Iterator[Said]:
    """What a sentence says of the numbers; ``without_verb`` is the answer of lists without a verb."""
    apart = {number for each in lists if each.stands_apart for number in each.phrase.numbers}
    for each in lists:
        if each.phrase.kind is Kind.EVERY or each.phrase.mark == "see":
            continue
        without = _named_apart(each, lists) if each.leftover or each.phrase.mark == "among" else apart
        numbers = tuple(n for n in each.phrase.numbers if n not in without or each.stands_apart)
        if not each.values and without_verb is not None and not each.excepted:
            each.tie(without_verb)
        partly = tuple(n for n in numbers if n in each.partly)
        value = each.value
        if partly and value in (PositionValue.SUPPORTED, PositionValue.NOTED):
            yield Said(partly, PositionValue.PARTLY_SUPPORTED, sentence)
            numbers = tuple(n for n in numbers if n not in each.partly)
        if numbers:
            yield Said(numbers, value, sentence, "" if value else each.why)


def _named_apart(each: AnsweredList, lists: Sequence[AnsweredList]) -> set[str]:
    """The numbers of the other lists of a sentence."""
    return {
        number
        for other in lists
        if other is not each and not (each.leftover and other.phrase.mark == "among")
        for number in other.phrase.numbers
    }


def said_of_rest(lists: Sequence[AnsweredList], sentence: str) -> Iterator[SaidOfRest]:
    """What a sentence says of all recommendations, or of all others."""
    match = _SCOPE.search(sentence)
    paragraphs = tuple(re.findall(r"\d+", match[1])) if match else ()
    for each in lists:
        if each.phrase.kind is Kind.EVERY and each.values and not each.dropped and not each.excepted:
            value = None if each.phrase.mark not in ("", "none") or _NOT_ALL.search(sentence) else each.value
            yield SaidOfRest(value, paragraphs, sentence)


def respectively(phrases: Sequence[Phrase]) -> list[AnsweredList] | None:
    """*50.1 and 50.2 are supported and noted, respectively*: one answer for each list, or for each entry of one.

    None if the sentence is not of this form, or if each list has a verb of its own.
    """
    phrases = [phrase for phrase in phrases if phrase.mark != "see"]
    kinds = [phrase.kind for phrase in phrases if phrase.kind in (Kind.NUMBERS, Kind.VERB, Kind.EXCEPT)]
    alternate = _alternate(kinds)
    if alternate or all(phrase.kind is not Kind.RESPECTIVELY for phrase in phrases):
        return None
    listed = [phrase for phrase in phrases if phrase.kind is Kind.NUMBERS]
    values = [phrase.value for phrase in phrases if phrase.kind is Kind.VERB]
    entries = [entry for phrase in listed for entry in phrase.entries]
    if len(listed) > 1 and all(len(phrase.numbers) > 1 for phrase in listed):
        entries = [phrase.numbers for phrase in listed]
    hedged = any(phrase.kind is Kind.HEDGE for phrase in phrases)
    whole = sum(map(len, entries)) == sum(len(phrase.numbers) for phrase in listed)
    if len(entries) != len(values) or not whole or hedged:
        return [AnsweredList(phrase, values=[None]) for phrase in listed]
    paired = zip(entries, values, strict=True)
    return [AnsweredList(Phrase(Kind.NUMBERS, numbers), values=[value]) for numbers, value in paired]


def in_turn(phrases: Sequence[Phrase]) -> list[AnsweredList] | None:
    """*Supported 50.1 Noted 50.2*, or *50.1 Supported 50.2 Noted*: cells in turn, each answer next to its list.

    None if the sentence has anything else, a word or a mark.
    """
    plain = [phrase for phrase in phrases if phrase.kind is not Kind.GAP or phrase.mark]
    kinds = [phrase.kind for phrase in plain]
    either = all(phrase.reach is Reach.EITHER for phrase in plain if phrase.kind is Kind.VERB)
    if len(kinds) % 2 or set(kinds) != {Kind.NUMBERS, Kind.VERB} or not (either and _alternate(kinds)):
        return None
    cells = zip(plain[::2], plain[1::2], strict=True)
    pairs = ((one, two) if one.kind is Kind.NUMBERS else (two, one) for one, two in cells)
    return [AnsweredList(listed, values=[verb.value]) for listed, verb in pairs]


def _alternate(kinds: Sequence[Kind]) -> bool:
    return len(kinds) > 2 and all(one is not two for one, two in pairwise(kinds))
