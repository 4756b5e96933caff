"""The dialogue of a report: who says what, from the paragraphs under *Summary of the proceedings*."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile, groupby, takewhile

from attrs import evolve, frozen

from kz_upr.documents.concluding import beginning_of_conclusion
from kz_upr.documents.number_words import NUMBER, cardinal
from kz_upr.documents.outline import INTRODUCTION, Paragraph
from kz_upr.documents.speaking import Subject, continues, later_speakers, main_clause, opening
from kz_upr.model import (
    Citation,
    ReadingWarning,
    Setting,
    Source,
    Speaker,
    SpeakerKind,
    State,
    Statement,
    inconsistent,
    unread,
)

_COUNT = re.compile(
    r"(?P<made>\b(?:statements|interventions|comments)\s+(?:had\s+been|were)\s+made\s+by\s+(?:a\s+total\s+of\s+)?)?"
    rf"(?P<number>{NUMBER})\s+(?:other\s+)?(?:delegations|States(?:\s+parties)?|countries|speakers)\b",
    re.IGNORECASE,
)
_CONCLUSIONS = re.compile(r"\b(?:conclusions|recommendations|pledges|commitments)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"In\s+the\s+course\s+of\s+the\s+discussion|The\s+(?:following\s+)?recommendations\s+(?:formulated|made|listed|below)\b"
    r"|The\s+following\s+recommendations\b"
)  # the introduction of the recommendations
_MADE = re.compile(r"\s+(?:made|took|delivered|intervened|participated|spoke|had\s+(?:made|taken))\b", re.IGNORECASE)


@frozen
class Turn:
    """What one speaker says within one paragraph."""

    paragraph: int
    setting: Setting
    text: str
    subject: Subject

    @property
    def key(self) -> tuple[Setting, tuple[State, ...], str | None]:
        """What consecutive turns of one statement share."""
        return self.setting, self.subject.states, self.subject.printed if not self.subject.states else None


@frozen
class Dialogue:
    """What a report says about who spoke: the statements, the stated number of delegations, and what to check.

    ``speaking`` are the States other than the one under review, in printed order; ``uncertain`` those of them whose
    name does not open a paragraph.
    """

    statements: tuple[Statement, ...]
    stated: int | None
    speaking: tuple[State, ...]
    uncertain: tuple[State, ...]
    warnings: tuple[ReadingWarning, ...]


def read_dialogue(paragraphs: Iterable[Paragraph], state: State, review: str, source: Source) -> Dialogue:
    """The dialogue in the paragraphs of a report.

    ``state`` is the one under review, ``review`` the id of its review.
    """
    talk = list(proceedings(paragraphs))
    begin = _beginning(talk, state)
    spoken = list(_divided(list(_spoken(talk[begin:], state)), state))
    turns = [*_presented(talk[:begin], state), *_with_conclusion(spoken, state)]
    named = dict.fromkeys(one for turn in turns for one in turn.subject.states if one != state)
    opened = {one for turn in turns for one in turn.subject.states if not turn.subject.inferred}
    counts = (stated_speakers(paragraph.text) for paragraph in talk)
    return Dialogue(
        statements=tuple(_statements(turns, state, review, source)),
        stated=next((count for count in counts if count is not None), None),
        speaking=tuple(named),
        uncertain=tuple(one for one in named if one not in opened),
        warnings=tuple(_warnings(turns, state)),
    )


def proceedings(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The numbered paragraphs of the summary of the proceedings.

    Where its heading is not printed as one, those after the introduction, which has four, up to the recommendations.
    """
    numbered = [paragraph for paragraph in paragraphs if paragraph.number is not None and not paragraph.annexed]
    under = [paragraph for paragraph in numbered if any("proceedings" in h.casefold() for h in paragraph.headings)]
    summary = under or [paragraph for paragraph in numbered if (paragraph.number or 0) > INTRODUCTION]
    return takewhile(lambda paragraph: not _is_conclusion(paragraph), summary)


def _is_conclusion(paragraph: Paragraph) -> bool:
    return _CONCLUSIONS.search(" / ".join(paragraph.headings)) is not None or _LEADS.match(paragraph.text) is not None


def stated_speakers(text: str) -> int | None:
    """The number of delegations that spoke, if a paragraph states it."""
    for match in _COUNT.finditer(text):
        if match["made"] or _MADE.match(text, match.end()):
            return cardinal(" ".join(match["number"].split()))
    return None


def _beginning(talk: list[Paragraph], state: State) -> int:
    """Where the interactive dialogue begins: under its heading, or else where delegations are counted or one speaks."""
    headed = (index for index, paragraph in enumerate(talk) if "dialogue" in paragraph.heading.casefold())
    counted = (index for index, paragraph in enumerate(talk[1:], 1) if stated_speakers(paragraph.text) is not None)
    opened = (index for index, paragraph in enumerate(talk) if _is_of_others(opening(paragraph.text, state), state))
    return next(chain(headed, counted, opened), len(talk))


def _is_of_others(subject: Subject | None, state: State) -> bool:
    return subject is not None and bool(subject.states) and state not in subject.states


def _presented(talk: list[Paragraph], state: State) -> Iterator[Turn]:
    """The presentation by the State under review, from its heading on if that is printed."""
    headed = list(dropwhile(lambda paragraph: "presentation" not in paragraph.heading.casefold(), talk))
    for paragraph in headed or talk:
        if paragraph.number is not None and stated_speakers(paragraph.text) is None:
            yield Turn(paragraph.number, Setting.PRESENTATION, paragraph.text, Subject((state,)))


def _spoken(talk: Iterable[Paragraph], state: State) -> Iterator[Turn]:
    """The paragraphs of the dialogue, each with the speaker who begins it."""
    speaker = Subject()
    spoke: set[State] = set()
    for paragraph in talk:
        text = paragraph.text
        if paragraph.number is None or stated_speakers(text) is not None:
            continue
        subject = opening(text, state) or (speaker if continues(text) and speaker.states else main_clause(text, state))
        if subject is None or (speaker.states == (state,) and _is_of_answer(subject, spoke)):
            subject = Subject((state,), inferred=True)
        speaker = subject
        spoke.update(subject.states)
        yield Turn(paragraph.number, Setting.INTERACTIVE_DIALOGUE, text, subject)


def _is_of_answer(subject: Subject, spoke: set[State]) -> bool:
    """Whether a paragraph after an answer only says what others asked, unnamed or already heard."""
    if not subject.states:
        return not subject.chairs
    return subject.inferred and not spoke.isdisjoint(subject.states)


def _divided(spoken: list[Turn], state: State) -> Iterator[Turn]:
    """The turns; where a further State speaks in the same paragraph, its turn is separate."""
    begun = {one for turn in spoken for one in turn.subject.states} | {state}
    for turn in spoken:
        start, speaker = 0, turn.subject
        for place, subject in later_speakers(turn.text):
            if begun.isdisjoint(subject.states):
                yield evolve(turn, text=turn.text[start:place].strip(), subject=speaker)
                start, speaker = place, subject
        yield evolve(turn, text=turn.text[start:].strip(), subject=speaker)


def _with_conclusion(spoken: list[Turn], state: State) -> list[Turn]:
    """The turns, with the concluding remarks of the State under review separated from its last answers."""
    end = len(spoken)
    while end and spoken[end - 1].subject.chairs:
        end -= 1
    begin = end
    while begin and spoken[begin - 1].subject.states == (state,):
        begin -= 1
    begin += beginning_of_conclusion([turn.text for turn in spoken[begin:end]])
    concluded = (evolve(turn, setting=Setting.CONCLUDING_REMARKS) for turn in spoken[begin:end])
    return [*spoken[:begin], *concluded, *spoken[end:]]


def _statements(turns: list[Turn], state: State, review: str, source: Source) -> Iterator[Statement]:
    begun: Counter[int] = Counter()
    for _, together in groupby(turns, key=lambda turn: turn.key):
        said = list(together)
        first, last = said[0].paragraph, said[-1].paragraph
        begun[first] += 1
        yield Statement(
            id=f"{review}-p{first}" + (f"-{begun[first]}" if begun[first] > 1 else ""),
            speaker=_speaker(said[0].subject, state),
            setting=said[0].setting,
            official_text="\n\n".join(turn.text for turn in said),
            citations=(Citation(source=source, locator=_locator([turn.paragraph for turn in said])),),
        )
        if last != first:
            begun[last] += 1


def _locator(numbers: list[int]) -> str:
    """``para. 47``, ``paras. 5-26``, or ``paras. 5-7, 9`` if a paragraph between is not part of it."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}-{run[-1]}" if run[-1] > run[0] else str(run[0]) for run in runs]
    return f"para{'s' if numbers[-1] > numbers[0] else ''}. {', '.join(parts)}"


def _speaker(subject: Subject, state: State) -> Speaker:
    if subject.chairs:
        return Speaker(kind=SpeakerKind.CHAIR, name=str(subject.printed))
    if len(subject.states) == 1:
        kind = SpeakerKind.STATE_UNDER_REVIEW if subject.states == (state,) else SpeakerKind.STATE
        return Speaker(kind=kind, name=subject.states[0].name, states=subject.states)
    name = ", ".join(one.name for one in subject.states) or str(subject.printed)
    return Speaker(kind=SpeakerKind.GROUP_OF_STATES, name=name, states=subject.states)


def _warnings(turns: list[Turn], state: State) -> Iterator[ReadingWarning]:
    for number, speakers in Counter(turn.paragraph for turn in turns).items():
        if speakers > 1:
            yield inconsistent("several-speakers", f"para. {number}", f"{speakers} States speak in paragraph {number}")
    follows_answer = False
    for turn in turns:
        subject, place, paragraph = turn.subject, f"para. {turn.paragraph}", f"paragraph {turn.paragraph}"
        answers = subject.states == (state,)
        if answers and subject.inferred and not follows_answer:
            yield unread("speaker", place, f"{paragraph} names no speaker; it is read as an answer of {state.name}")
        elif not answers and subject.states and subject.printed:
            message = f"opens with “{subject.printed}”, which is read as {subject.states[0].name}"
            yield unread("speaker", place, f"{paragraph} {message}")
        follows_answer = answers
