"""Where a recommendation begins: a line with the number that counts on, in the form and at the place of its group."""

import re

from attrs import define, frozen

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


@frozen
class _Place:
    """Where a line stands: the group that it may continue, and how the last item of the group ends."""

    group: Group
    ended: bool  # whether the last item may be complete
    headed: bool  # whether a heading by subject may follow it
    named: bool  # whether its last line ends with States
    aligned: bool  # whether the line begins where items begin


def starts_item(line: Line, group: Group) -> Start | None:
    """The recommendation that a line begins; None if it begins none."""
    place = _place(line, group)
    for style in _READ if group.style is None else (group.style,):
        match = style.match(line.text)
        start = _READ[style](match, line.text[match.end() :].strip(), place) if match else None
        if start is not None:
            return start
    return None


def _place(line: Line, group: Group) -> _Place:
    lines = group.items[-1].lines if group.items else []
    return _Place(
        group=group,
        ended=not lines or group.closed or COMPLETE.search(lines[-1]) is not None,
        headed=any(COMPLETE.search(before) for before in lines[-3:-1]),
        named=bool(lines) and NAMED.search(lines[-1]) is not None,
        aligned=stands_at(line, group),
    )


def _full(match: re.Match[str], rest: str, place: _Place) -> Start | None:
    """*122.34*: within the paragraph of the group, or the next number, or the first of the next paragraph."""
    paragraph, index, home = int(match[1]), int(match[2]), place.group.paragraph
    # inside a sentence, "95.2 million" is not the number of a recommendation
    within = paragraph == home and index > place.group.last and not rest[:1].islower()
    expected = paragraph == home or index == place.group.last + 1 or (index, paragraph) == (1, home + 1)
    return Start(paragraph, index, FULL_NUMBER, rest) if within or (place.ended and expected) else None


def _short(match: re.Match[str], rest: str, place: _Place) -> Start | None:
    """*34.*: the next number, or one that skips a few at the place of the items; the first is 1."""
    index, last = int(match[1]), place.group.last
    if index == last + 1:  # a comma after the States, or a heading, may stand before it
        begins = place.ended or ((place.headed or place.named) and place.aligned)
    else:
        begins = bool(place.group.items) and place.ended and place.aligned and last < index <= last + _SKIPPED
    return Start(place.group.paragraph, index, SHORT_NUMBER, rest) if begins else None


def _letter(match: re.Match[str], rest: str, place: _Place) -> Start | None:
    """*(b)*: the next letter."""
    following = _letter_index(match[1]) == place.group.last + 1 and rest[:1] != "("
    begins = following and (place.ended or place.headed) and _is_whole(place)
    return Start(place.group.paragraph, place.group.last + 1, LETTER, rest) if begins else None


#: The printed forms of numbers, in the order in which they are tried, each with what reads it.
_READ = {FULL_NUMBER: _full, SHORT_NUMBER: _short, LETTER: _letter}


def _is_whole(place: _Place) -> bool:
    """Whether a letter can begin the next item, not a part of the last: *… including: (a) doors; (b) windows*."""
    items = place.group.items
    return not items or place.group.closed or place.named or names_states(items[-1].text)


def _letter_index(letters: str) -> int:
    """(a) is 1, (z) 26, (aa) 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("a") + 1
    return index
