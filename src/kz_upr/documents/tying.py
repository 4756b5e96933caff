"""The verb that belongs to each list of numbers in a sentence.

*Fiji supports recommendations 50.1 to 50.9, except 50.4, which it notes.* Numbers to which no answer can be tied with
certainty are unanswered, never guessed.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import define, field, frozen

from kz_upr.documents.phrases import Kind, Phrase, Reach
from kz_upr.model import PositionValue

_SCOPE = re.compile(r"\bparagraphs?\s+((?:\d{1,3}(?!\d|\.\d)(?:\s*,\s*|\s+and\s+)?){1,6})")
_NOT_ALL = re.compile(r"\b(?:not|cannot)\b[^.;,]{0,40}\b(?:all|every|each)\b", re.IGNORECASE)


@frozen
class Said:
    """What is said of some numbers; ``value`` is None if no answer can be told, ``why`` gives the reason.

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


def tied(sentence: str, found: list[Phrase], without_verb: PositionValue | None) -> tuple[list[Said], list[SaidOfRest]]:
    """What a sentence says of its numbers, and of all others; ``without_verb`` is the answer if it has no verb."""
    reader = _Reader(sentence, found)
    reader.read()
    return list(reader.said(without_verb)), list(reader.rest())


@define
class _Group:
    """One list, or all recommendations, and the answer tied to it."""

    phrase: Phrase
    excepted: bool = False
    values: list[PositionValue | None] = field(factory=list)
    partly: set[str] = field(factory=set)
    dropped: bool = False

    def tie(self, value: PositionValue | None) -> None:
        if self.phrase.mark == "none":
            value = PositionValue.NOTED if value is PositionValue.SUPPORTED else None
        elif self.phrase.mark == "partly" and value in (PositionValue.SUPPORTED, PositionValue.NOTED):
            value = PositionValue.PARTLY_SUPPORTED
        self.values.append(value)

    @property
    def value(self) -> PositionValue | None:
        """The answer; None without one and where answers contradict each other."""
        return self.values[0] if len(set(self.values)) == 1 and self.phrase.mark != "unclear" else None


@define
class _Reader:
    """Ties the verbs of one sentence to its lists, from left to right."""

    sentence: str
    phrases: list[Phrase]
    groups: list[_Group] = field(factory=list)
    open: list[_Group] = field(factory=list)  # lists that wait for a verb after them
    ahead: list[Phrase] = field(factory=list)  # verbs that wait for a list after them
    paused: list[Phrase] = field(factory=list)  # those verbs while an exception lasts
    except_at: int | None = None  # the brackets that are open where an exception began
    depth: int = 0
    before: Phrase | None = None

    def read(self) -> None:
        if self._respectively():
            return
        for phrase in self.phrases:
            _STEP.get(phrase.kind, _nothing)(self, phrase)
            self.before = phrase
        self._back()

    def said(self, without_verb: PositionValue | None) -> Iterator[Said]:
        """What is said of the numbers."""
        apart = [group for group in self.groups if group.excepted or (group.phrase.mark != "see" and not group.values)]
        excepted = {number for group in apart for number in group.phrase.numbers}
        for group in self.groups:
            if group.dropped or group.phrase.kind is Kind.EVERY or group.phrase.mark == "see":
                continue
            numbers = tuple(n for n in group.phrase.numbers if group in apart or n not in excepted)
            if not group.values and without_verb is not None and not group.excepted:
                group.tie(without_verb)
            partly = tuple(n for n in numbers if n in group.partly)
            whole = tuple(n for n in numbers if n not in group.partly)
            value = group.value
            if partly and value in (PositionValue.SUPPORTED, PositionValue.NOTED):
                yield Said(partly, PositionValue.PARTLY_SUPPORTED, self.sentence)
                numbers = whole
            if numbers:
                yield Said(numbers, value, self.sentence, "" if value else _why(group))

    def rest(self) -> Iterator[SaidOfRest]:
        """What is said of all recommendations, or of all others."""
        match = _SCOPE.search(self.sentence)
        paragraphs = tuple(re.findall(r"\d+", match[1])) if match else ()
        for group in self.groups:
            if group.phrase.kind is Kind.EVERY and group.values and not group.dropped and not group.excepted:
                value = None if group.phrase.mark or _NOT_ALL.search(self.sentence) else group.value
                yield SaidOfRest(value, paragraphs, self.sentence)

    def _respectively(self) -> bool:
        """*50.1 and 50.2 are supported and noted, respectively*: one answer for each list, or for each entry of one."""
        kinds = [phrase.kind for phrase in self.phrases if phrase.kind in (Kind.NUMBERS, Kind.VERB, Kind.EXCEPT)]
        if all(phrase.kind is not Kind.RESPECTIVELY for phrase in self.phrases) or _alternate(kinds):
            return False
        listed = [phrase for phrase in self.phrases if phrase.kind is Kind.NUMBERS]
        values = [phrase.value for phrase in self.phrases if phrase.kind is Kind.VERB]
        entries = [entry for phrase in listed for entry in phrase.entries]
        if len(listed) > 1 and all(len(phrase.numbers) > 1 for phrase in listed):
            entries = [phrase.numbers for phrase in listed]
        if len(entries) == len(values) and sum(map(len, entries)) == sum(len(phrase.numbers) for phrase in listed):
            paired = zip(entries, values, strict=True)
            self.groups = [_Group(Phrase(Kind.NUMBERS, numbers), values=[value]) for numbers, value in paired]
        else:
            self.groups = [_Group(phrase, values=[None]) for phrase in listed]
        return True

    def _numbers(self, phrase: Phrase) -> None:
        if phrase.mark == "see":
            return
        self._end_exception_at(phrase)
        group = _Group(phrase, excepted=self.except_at is not None)
        if phrase.kind is Kind.NUMBERS and self._continues(Kind.EVERY) and not group.excepted:
            self.groups[-1].dropped = True  # "all recommendations 50.1 to 50.9"
            self.open = [each for each in self.open if each is not self.groups[-1]]
        if self.before is not None and self.before.kind in (Kind.OTHER, Kind.GAP) and self.before.mark == "unclear":
            group.values.append(None)
        self.groups.append(group)
        stale = any(each.values for each in self.open)
        self.open = [group] if stale or self._after_other() else [*self.open, group]
        if self.ahead:
            for verb in self.ahead:
                group.tie(verb.value)
            self.open = []

    def _end_exception_at(self, phrase: Phrase) -> None:
        """*Apart from 50.4, recommendations 50.1 to 50.9 …*: an exception that opens a sentence ends at the comma."""
        opens = bool(self.groups) and all(group.excepted for group in self.groups)
        if opens and phrase.after_comma:
            self._resume()

    def _after_other(self) -> bool:
        return self.before is not None and self.before.kind is Kind.OTHER

    def _continues(self, kind: Kind) -> bool:
        return (
            self.before is not None
            and self.before.kind in (kind, Kind.COLON, Kind.OPEN)
            and bool(self.groups)
            and self.groups[-1].phrase.kind is kind
        )

    def _verb(self, phrase: Phrase) -> None:
        adjacent = self.before is not None and self.before.kind is Kind.VERB
        if phrase.reach is Reach.RELATIVE and self.groups and self._last_is_near():
            self.groups[-1].tie(phrase.value)
            self.open = [group for group in self.open if group is not self.groups[-1]]
            if self.groups[-1].excepted:
                self.except_at, self.ahead = None, []
            return
        if phrase.reach is Reach.AFTER or not self._tie_back(phrase):
            if not adjacent:
                self._back()
            weak = [verb for verb in self.ahead if verb.reach is not Reach.RELATIVE] if adjacent else []
            self.ahead = [*weak, phrase]
        if self.except_at is not None and any(group.excepted for group in self.groups[-1:]):
            self.except_at = None

    def _last_is_near(self) -> bool:
        return self.before is not None and self.before.kind in (
            Kind.NUMBERS,
            Kind.EVERY,
            Kind.CLOSE,
            Kind.VERB,
            Kind.GAP,
        )

    def _tie_back(self, phrase: Phrase) -> bool:
        """Tie a verb to the lists before it; false if there is none."""
        waiting = [group for group in self.open if not group.excepted and not group.values]
        if self.depth and self.before is not None and self.before.kind is Kind.OPEN and self.groups:
            last = self.groups[-1]  # "50.4 (noted)"
            if last.values and last.phrase.entries and phrase.value is PositionValue.PARTLY_SUPPORTED:
                last.partly.update(last.phrase.entries[-1])
            else:
                last.tie(phrase.value)
            self.open = [group for group in self.open if group is not last]
            return True
        if not waiting:
            last_kind = self.before.kind if self.before is not None else None
            near = last_kind in (Kind.NUMBERS, Kind.VERB, Kind.OTHER) and bool(self.groups)
            if near and (last_kind is not Kind.VERB or self.groups[-1].values) and not self.ahead_is_fresh():
                waiting = self.groups[-1:]
        for group in waiting:
            group.tie(None if group.excepted else phrase.value)
        if waiting:
            self.open, self.ahead = [], []
        return bool(waiting)

    def ahead_is_fresh(self) -> bool:
        """Whether the verb before still waits for its list."""
        return bool(self.ahead) and self.before is not None and self.before.kind is Kind.VERB

    def _back(self) -> None:
        """A verb that found no list after it belongs to those before it: *as to 50.1, Fiji accepts it*."""
        for verb in self.ahead:
            for group in self.open:
                if not group.excepted:
                    group.tie(verb.value)
        if self.ahead and self.open:
            self.open, self.ahead = [], []

    def _except(self, _: Phrase) -> None:
        self.except_at = self.depth
        self.paused, self.ahead = self.ahead, []

    def _resume(self) -> None:
        """End an exception; a verb before it goes on."""
        if self.except_at is not None:
            self.except_at, self.ahead, self.paused = None, self.paused, []

    def _excepted(self, _: Phrase) -> None:
        for group in self.groups[-1:]:
            group.excepted = True
        for group in self.groups[-2:-1]:  # "all recommendations, 50.4 excepted, …"
            self.open = [group] if group.dropped else self.open
            group.dropped = False

    def _part(self, _: Phrase) -> None:
        if not self.groups or (self.before is not None and self.before.kind is Kind.BREAK):
            return
        last = self.groups[-1]
        bracketed = self.before is not None and self.before.kind is Kind.OPEN
        last.partly.update(last.phrase.entries[-1] if bracketed and last.phrase.entries else last.phrase.numbers)

    def _break(self, _: Phrase) -> None:
        self._back()
        self.ahead, self.open, self.except_at = [], [], None

    def _other(self, _: Phrase) -> None:
        self.ahead = []

    def _gap(self, _: Phrase) -> None:
        if self.before is not None and self.before.kind in (Kind.NUMBERS, Kind.CLOSE):
            self.ahead = []

    def _colon(self, _: Phrase) -> None:
        if self.before is not None and self.before.kind is Kind.NUMBERS and self.groups[-1].excepted:
            self._resume()  # "the following, with the exception of 50.4: …"

    def _bracket(self, phrase: Phrase) -> None:
        self.depth += 1 if phrase.kind is Kind.OPEN else -1
        if phrase.kind is Kind.CLOSE and self.except_at is not None and self.depth < self.except_at:
            self._resume()


def _nothing(_: _Reader, __: Phrase) -> None:
    return


_STEP = {
    Kind.NUMBERS: _Reader._numbers,
    Kind.EVERY: _Reader._numbers,
    Kind.VERB: _Reader._verb,
    Kind.EXCEPT: _Reader._except,
    Kind.EXCEPTED: _Reader._excepted,
    Kind.PART: _Reader._part,
    Kind.BREAK: _Reader._break,
    Kind.OTHER: _Reader._other,
    Kind.GAP: _Reader._gap,
    Kind.COLON: _Reader._colon,
    Kind.OPEN: _Reader._bracket,
    Kind.CLOSE: _Reader._bracket,
}


def _alternate(kinds: Iterable[Kind]) -> bool:
    """Whether verbs and lists take turns, so that each list has a verb of its own."""
    row = list(kinds)
    return len(row) > 2 and all(one is not two for one, two in pairwise(row))


def _why(group: _Group) -> str:
    if group.excepted and not group.values:
        return "it is excepted, and no answer is said"
    return "its answer is unclear" if group.values or group.phrase.mark else "no answer is said"
