"""The verb that belongs to each list of numbers in a sentence.

*Fiji supports recommendations 50.1 to 50.9, except 50.4, which it notes.* Numbers to which no answer can be tied with
certainty are unanswered, never guessed.
"""

from attrs import define, evolve, field

from kz_upr.documents.answered_lists import (
    AnsweredList,
    Said,
    SaidOfRest,
    in_turn,
    respectively,
    said_of_lists,
    said_of_rest,
)
from kz_upr.documents.phrases import Kind, Phrase, Reach
from kz_upr.model import PositionValue


def tied(sentence: str, found: list[Phrase], without_verb: PositionValue | None) -> tuple[list[Said], list[SaidOfRest]]:
    """What a sentence says of its numbers, and of all others; ``without_verb`` is the answer if it has no verb."""
    lists = respectively(found) or in_turn(found)
    if lists is None:
        reader = _Reader()
        for phrase in found:
            reader.take(phrase)
        lists = reader.ended()
    return list(said_of_lists(lists, sentence, without_verb)), list(said_of_rest(lists, sentence))


#: What a relative clause can follow: *50.4, which it notes*.
_NEAR = frozenset({Kind.NUMBERS, Kind.EVERY, Kind.CLOSE, Kind.VERB, Kind.GAP})


@define
class _Reader:
    """Ties the verbs of one sentence to its lists, from left to right."""

    lists: list[AnsweredList] = field(factory=list)
    open: list[AnsweredList] = field(factory=list)  # lists that wait for a verb after them
    ahead: list[Phrase] = field(factory=list)  # verbs that wait for a list after them
    paused: list[Phrase] = field(factory=list)  # those verbs while an exception lasts
    except_at: int | None = None  # the brackets that are open where an exception began
    depth: int = 0  # of brackets
    opened_after: Kind | None = None  # what stands before the last bracket that opens
    clause: int = 0  # how many lists there are before the clause
    hedged: bool = False  # whether the clause has words that leave its answers open
    after_other: bool = False  # whether the lists that wait have their own verb: *50.1 is, and 50.2 is not, …*
    referred: bool = False  # whether the last list is only a cross reference
    next_partly: bool = False  # whether "in part" belongs to the next list
    whole: Phrase | None = None  # the list of which the sentence speaks: *Of recommendations 50.1 to 50.9, …*
    before: Phrase = field(factory=lambda: Phrase(Kind.BREAK))

    def take(self, phrase: Phrase) -> None:
        """Read the next phrase."""
        match phrase.kind:
            case Kind.NUMBERS | Kind.EVERY:
                self._numbers(phrase)
            case Kind.VERB:
                self._verb(phrase)
            case Kind.EXCEPT:
                self.except_at, self.paused, self.ahead = self.depth, self.ahead, []
            case Kind.EXCEPTED:
                self._excepted()
            case Kind.PART:
                self._part(phrase)
            case Kind.BREAK:
                self._end_clause()
                self.ahead, self.open, self.except_at = [], [], None
            case Kind.OTHER:
                self.ahead, self.after_other = [], True
            case Kind.HEDGE:
                self.hedged = True
            case Kind.GAP if self.before.kind in (Kind.NUMBERS, Kind.CLOSE):
                self.ahead = []
            case Kind.COLON if self.before.kind is Kind.NUMBERS and self.lists and self.lists[-1].excepted:
                self._resume()  # "the following, with the exception of 50.4: …"
            case Kind.OPEN:
                self.depth, self.opened_after = self.depth + 1, self.before.kind
            case Kind.CLOSE:
                self.depth -= 1
                if self.except_at is not None and self.depth < self.except_at:
                    self._resume()
        if phrase.kind is not Kind.GAP or self.before.kind is not Kind.OPEN:
            self.before = phrase

    def ended(self) -> list[AnsweredList]:
        """The lists of the sentence with their answers."""
        self._end_clause()
        return self.lists

    def _numbers(self, phrase: Phrase) -> None:
        self.referred = phrase.mark == "see"
        if self.referred:
            return
        whole = self.whole if phrase.kind is Kind.EVERY and self.except_at is None else None
        if whole is not None:
            phrase = evolve(whole, mark="")  # "of 50.1 to 50.9, all but 50.4": "all" means this list
        if phrase.after_comma and self.lists and all(group.excepted for group in self.lists):
            self._resume()  # an exception that opens a sentence ends: "apart from 50.4, recommendations 50.1 to 50.9 …"
        group = AnsweredList(phrase, excepted=self.except_at is not None, leftover=whole is not None)
        if phrase.kind is Kind.NUMBERS and not group.excepted and self._follows_all():
            self.lists[-1].dropped = True  # "all recommendations 50.1 to 50.9"
            self._close(self.lists[-1])
        if self.before.kind is Kind.GAP and self.before.mark == "unclear":
            group.values.append(None)
        if self.next_partly:
            group.partly.update(phrase.numbers)
            self.next_partly = False
        self.lists.append(group)
        if phrase.mark == "among":
            self.whole = phrase  # it has no separate answer
            return
        if self.after_other or (self.open and self.open[-1].values):  # of those open, only the last can have any
            self.open = []
        self.open.append(group)
        self.after_other = False
        if self.ahead:
            for verb in self.ahead:
                group.tie(verb.value)
            self.open = []

    def _follows_all(self) -> bool:
        """Whether *all recommendations* stands right before."""
        near = self.before.kind in (Kind.EVERY, Kind.COLON, Kind.OPEN)
        return near and bool(self.lists) and self.lists[-1].phrase.kind is Kind.EVERY

    def _verb(self, phrase: Phrase) -> None:
        adjacent = self.before.kind is Kind.VERB
        self.after_other = False
        if phrase.reach is Reach.RELATIVE and self.referred:
            return  # "refers to 50.2, which it accepts"
        if phrase.reach is Reach.RELATIVE and self.lists and self.before.kind in _NEAR:
            self.lists[-1].tie(phrase.value)
            self._close(self.lists[-1])
            if self.lists[-1].excepted:
                self.except_at, self.ahead = None, []
            return
        if phrase.reach is Reach.AFTER or not self._tie_back(phrase):
            if not adjacent:
                self._back()
            joined = [verb for verb in self.ahead if adjacent and verb.reach is not Reach.RELATIVE]
            self.ahead = joined if phrase in joined else [*joined, phrase]  # a verb that is repeated counts once
        if self.lists and self.lists[-1].excepted:
            self.except_at = None

    def _tie_back(self, phrase: Phrase) -> bool:
        """Tie a verb to the lists before it; false if there is none."""
        if self.before.kind is Kind.OPEN and self.lists:
            last = self.lists[-1]
            if len(last.phrase.entries) > 1 and self.before.mark != "all":
                self.lists.append(last.without_last_entry(phrase.value))  # "50.1, 50.2 and 50.4 (noted)"
            else:
                last.tie(phrase.value)  # "50.4 (noted)"
                self._close(last)
            return True
        waiting = [group for group in self.open if not group.excepted and not group.values]
        if not waiting and self.lists:
            repeated = self.before.kind is Kind.VERB and not self.ahead and bool(self.lists[-1].values)
            if repeated or self.before.kind in (Kind.NUMBERS, Kind.OTHER):
                waiting = self.lists[-1:]
        for group in waiting:
            group.tie(None if group.excepted else phrase.value)
        if waiting:
            self.open, self.ahead = [], []
        return bool(waiting)

    def _close(self, last: AnsweredList) -> None:
        """The last list no longer waits for a verb."""
        if self.open and self.open[-1] is last:
            self.open.pop()

    def _back(self) -> None:
        """A verb that found no list after it belongs to those before it: *as to 50.1, Fiji accepts it*."""
        for verb in self.ahead:
            for group in self.open:
                if not group.excepted:
                    group.tie(verb.value)
        if self.ahead and self.open:
            self.open, self.ahead = [], []

    def _resume(self) -> None:
        """End an exception; a verb before it continues."""
        if self.except_at is not None:
            self.except_at, self.ahead, self.paused = None, self.paused, []

    def _excepted(self) -> None:
        if not self.lists:
            return
        last = self.lists[-1]
        last.excepted = True
        last.values.clear()  # of a verb before it
        if len(self.lists) > 1 and self.lists[-2].dropped:  # "all recommendations, 50.4 excepted, …"
            self.lists[-2].dropped = False
            self.open = [self.lists[-2]]

    def _part(self, phrase: Phrase) -> None:
        if phrase.mark == "next":
            self.next_partly = True
            return
        before = self.opened_after if self.before.kind is Kind.OPEN else self.before.kind
        if before is Kind.VERB and self.ahead:
            self.ahead = [evolve(verb, value=PositionValue.PARTLY_SUPPORTED) for verb in self.ahead]
            return  # "accepts (in part) 50.1"
        if not self.lists or (self.before.kind is Kind.BREAK and phrase.mark != "alone"):
            return
        last = self.lists[-1]
        bracketed = self.before.kind is Kind.OPEN
        last.partly.update(last.phrase.entries[-1] if bracketed and last.phrase.entries else last.phrase.numbers)

    def _end_clause(self) -> None:
        """Leave the answers of a hedged clause open, or those of the one before if it has no list."""
        self._back()
        excepts_words = self.except_at is not None and not any(each.excepted for each in self.lists[self.clause :])
        if self.hedged or excepts_words:  # "accepted, except for its last sentence"
            for each in self.lists[self.clause :] or self.lists[-1:]:
                each.values.append(None)
        self.hedged, self.clause = False, len(self.lists)
