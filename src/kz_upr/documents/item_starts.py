"""Where a recommendation begins: a line with the next number in sequence, in the form and at the place of its group."""

import re

from attrs import define

from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.groups import COMPLETE, FULL_NUMBER, LETTER, NAMED, SHORT_NUMBER, Group, names_states, stands_at

#: How far the next number may be, since a list may miscount.
_SKIPPED = 3


@define
class Start:
    """A line that begins a recommendation: the number, its printed form, and the wording after it."""

    paragraph: int
    index: int
    style: re.Pattern[str]
    rest: str


def starts_item(line: Line, group: Group) -> Start | None:
    """The recommendation that a line begins; None if it begins none."""
    for style in _READ if group.style is None else (group.style,):
        match = style.match(line.text)
        start = _READ[style](match, line, group) if match else None
        if start is not None:
            return start
    return None


def _full(match: re.Match[str], _: Line, group: Group) -> Start | None:
    """*122.34*: within the paragraph of the group, or the next number, or the first of the next paragraph."""
    paragraph, index, rest = int(match[1]), int(match[2]), _after(match)
    # inside a sentence, "95.2 million" is not the number of a recommendation
    within = paragraph == group.paragraph and index > group.last and not rest[:1].islower()
    next_one = paragraph == group.paragraph or index == group.last + 1 or (index, paragraph) == (1, group.paragraph + 1)
    return Start(paragraph, index, FULL_NUMBER, rest) if within or (next_one and _ended(group)) else None


def _short(match: re.Match[str], line: Line, group: Group) -> Start | None:
    """*34.*: the next number, or one that skips a few at the place of the items; the first is 1."""
    index = int(match[1])
    if index == group.last + 1:  # a comma after the States, or a heading, may stand before it
        begins = _ended(group) or ((_headed(group) or _named(group)) and stands_at(line, group))
    else:
        near = bool(group.items) and group.last < index <= group.last + _SKIPPED
        begins = near and _ended(group) and stands_at(line, group)
    return Start(group.paragraph, index, SHORT_NUMBER, _after(match)) if begins else None


def _letter(match: re.Match[str], _: Line, group: Group) -> Start | None:
    """*(b)*: the next letter; not a part of the last item, *… including: (a) doors; (b) windows*."""
    index, rest = _letter_index(match[1]), _after(match)
    follows = index == group.last + 1 and rest[:1] != "(" and (_ended(group) or _headed(group))
    begins = follows and (not group.items or group.closed or _named(group) or names_states(group.items[-1].text))
    return Start(group.paragraph, index, LETTER, rest) if begins else None


#: The printed forms of numbers, in the order in which they are tried, each with what reads it.
_READ = {FULL_NUMBER: _full, SHORT_NUMBER: _short, LETTER: _letter}


def _after(match: re.Match[str]) -> str:
    return match.string[match.end() :].strip()


def _ended(group: Group) -> bool:
    """Whether the last item may be complete."""
    return group.closed or not group.items or COMPLETE.search(group.items[-1].lines[-1]) is not None


def _headed(group: Group) -> bool:
    """Whether the last lines may be a heading by subject after a complete item."""
    return bool(group.items) and any(COMPLETE.search(line) for line in group.items[-1].lines[-3:-1])


def _named(group: Group) -> bool:
    """Whether the last item ends with States."""
    return bool(group.items) and NAMED.search(group.items[-1].lines[-1]) is not None


def _letter_index(letters: str) -> int:
    """(a) is 1, (z) 26, (aa) 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("a") + 1
    return index
