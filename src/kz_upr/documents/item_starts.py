"""Where a recommendation begins: a line with the number that counts on, in the form and at the place of its group."""

import re

from attrs import define

from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.groups import COMPLETE, FULL_NUMBER, INDENTED, LETTER, NAMED, SHORT_NUMBER, Group
from kz_upr.wording import parse_recommendation


@define
class Start:
    """A line that begins a recommendation: the number, its printed form, and the wording after it."""

    paragraph: int
    index: int
    style: re.Pattern[str]
    rest: str


def starts_item(line: Line, group: Group, margin: float | None) -> Start | None:
    """The recommendation that a line begins; None if it begins none."""
    last = group.items[-1].index if group.items else 0
    ended = not group.items or group.closed or bool(COMPLETE.search(group.items[-1].lines[-1]))
    # a heading by subject may follow a complete recommendation
    headed = not ended and any(COMPLETE.search(before) for before in group.items[-1].lines[-3:-1])
    for style in (FULL_NUMBER, SHORT_NUMBER, LETTER) if group.style is None else (group.style,):
        match = style.match(line.text)
        if match is None:
            continue
        rest = line.text[match.end() :].strip()
        if style is FULL_NUMBER:
            paragraph, index = int(match[1]), int(match[2])
            # inside a sentence, "95.2 million" is not the number of a recommendation
            expected = paragraph == group.paragraph and (ended or (index > last and not rest[:1].islower()))
            follows = ended and index == last + 1
            begins = ended and index == 1 and paragraph == group.paragraph + 1
            if expected or follows or begins:
                return Start(paragraph, index, style, rest)
        elif style is SHORT_NUMBER:
            index = int(match[1])
            left = group.left if group.left is not None else margin
            in_place = left is None or (
                abs(line.left - left) < INDENTED if group.items else line.left > left + INDENTED
            )
            in_turn = index == 1 if not group.items else last < index <= last + 3
            # a comma after the States, or a heading, may stand before the next number
            named = not ended and NAMED.search(group.items[-1].lines[-1]) is not None
            next_in_place = in_place and index == last + 1
            if (ended and in_turn and (in_place or index == last + 1)) or ((headed or named) and next_in_place):
                return Start(group.paragraph, index, style, rest)
        elif rest[:1] != "(" and (ended or headed) and _letter_index(match[1]) == last + 1 and _is_whole(group):
            return Start(group.paragraph, last + 1, style, rest)
    return None


def _is_whole(group: Group) -> bool:
    """Whether a letter can begin the next item, not a part of the last: *… including: (a) doors; (b) windows*."""
    if not group.items or group.closed or NAMED.search(group.items[-1].lines[-1]):
        return True
    return any(clause.states for clause in parse_recommendation(group.items[-1].text))


def _letter_index(letters: str) -> int:
    """(a) is 1, (z) 26, (aa) 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("a") + 1
    return index
