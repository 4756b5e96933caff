"""The conclusions of a report: groups of numbered recommendations, each with the answer of the State."""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.group_answers import answer_group, unanswered
from kz_upr.documents.groups import COMPLETE, FULL_NUMBER, INDENTED, LETTER, NAMED, Group, Item, names_states, stands_at
from kz_upr.documents.introductions import ListKind, kind_of_list
from kz_upr.documents.item_starts import Start, starts_item
from kz_upr.documents.margins import PARAGRAPH
from kz_upr.documents.outline import Paragraph, joined
from kz_upr.documents.readings import Reference
from kz_upr.documents.references import references_in
from kz_upr.model import ReadingWarning, inconsistent, unread

_RUN_ON = re.compile(r"(?<=[);.])\s*\b(\d{1,3})\.(\d{1,3})\.?\s+(?=[A-Z“])")
_INTRODUCES = re.compile(r"\b(?:recommendations|conclusions)\b", re.IGNORECASE)


@frozen
class Conclusions:
    """What the conclusions hold, in printed order, and the warnings about it."""

    items: list[Item]
    references: tuple[Reference, ...]
    warnings: list[ReadingWarning]


def read_conclusions(paragraphs: list[Paragraph]) -> Conclusions:
    """The recommendations of the conclusions, and those that they only point to.

    A recommendation has a printed number; a text without one, which nothing could cite, gives a warning.
    """
    warnings: list[ReadingWarning] = []
    groups = _grouped(paragraphs, warnings)
    if not groups:
        return Conclusions([], (), [])
    first = groups[0].paragraph
    for group in groups:
        warnings.extend(_left_out(group, first))
        for item in group.items:
            _drop_heading(item)
    for index, group in enumerate(groups):
        answer_group(group, groups[:index], first)
    items = [item for group in groups for item in group.items]
    references = [
        reference for group in groups for reference in references_in(group.paragraph, joined(group.lead), first)
    ]
    warnings += [*_gaps(items), *unanswered(groups, references)]
    return Conclusions(items, tuple(references), warnings)


def _grouped(paragraphs: list[Paragraph], warnings: list[ReadingWarning]) -> list[Group]:
    """The groups that the paragraphs begin and continue."""
    groups: list[Group] = []
    for paragraph in paragraphs:
        lines = paragraph.lines
        if paragraph.number is None:
            # text below its own heading: the group continues, arranged by subject
            if not groups or starts_item(lines[0], groups[-1]) is None:
                continue
        elif groups and _is_item_after_all(paragraph, groups[-1]):
            lines = [evolve(lines[0], text=f"{paragraph.number}. {lines[0].text}"), *lines[1:]]
        else:
            groups.append(Group(paragraph.number, groups[0].margin if groups else lines[0].left))
        _fill(groups, lines, warnings)
    return groups


def _left_out(group: Group, first: int) -> Iterator[ReadingWarning]:
    """Remove the items of a list that holds no recommendations; warnings of the text that is left out."""
    place = f"para. {group.paragraph}"
    between = joined(group.between)
    if re.search(r"\brecommend", between) and names_states(between):
        yield unread(
            "between", place, f"text after the list of paragraph {group.paragraph} is not read: {between[:80]}"
        )
    lead = joined(group.lead)
    if not group.items:
        if re.search(r"\bfollowing recommendation\b", lead) and names_states(lead):
            message = f"paragraph {group.paragraph} prints a recommendation without a number, which is not read"
            yield unread("unnumbered", place, message)
        return
    kind = kind_of_list(lead, first)
    if kind is ListKind.RECOMMENDATIONS:
        return
    if kind is ListKind.COMMENTS:
        message = f"the numbered list of paragraph {group.paragraph} holds comments of the State, not recommendations"
        yield unread("comments", place, message)
    group.items.clear()


def _is_item_after_all(paragraph: Paragraph, group: Group) -> bool:
    """Whether *61. Build …(Togo);* is item 61 of paragraph 60, in a report whose items are not indented."""
    return paragraph.number == group.last + 1 and names_states(paragraph.text)


def _fill(groups: list[Group], lines: list[Line], warnings: list[ReadingWarning]) -> None:
    for line in _parted(lines, groups):
        group = groups[-1]
        if (lead := _lead_of_next(line, group)) is not None:
            groups.append(Group(group.paragraph + 1, group.margin, [lead]))
        elif (start := starts_item(line, group)) is not None:
            _add_item(start, line, groups, warnings)
        else:
            warnings.extend(_out_of_count(group, line))
            _continue(group, line)


def _lead_of_next(line: Line, group: Group) -> str | None:
    """The words with which a line introduces the next group, whose number looks like that of an item."""
    match = PARAGRAPH.match(line.text)
    if match is None or int(match[1]) != group.paragraph + 1 or not group.items:
        return None
    lead = line.text[match.end() :]
    as_item = abs(group.left - group.margin) >= INDENTED and stands_at(line, group)
    return lead if _INTRODUCES.search(lead) and ")" not in lead and not as_item else None


def _add_item(start: Start, line: Line, groups: list[Group], warnings: list[ReadingWarning]) -> None:
    group, index, printed = groups[-1], start.index, f"{start.paragraph}.{start.index}"
    if start.paragraph == group.paragraph + 1 and index == 1 and group.items:
        group = Group(start.paragraph, group.margin)  # its introduction was not recognized or not printed
        groups.append(group)
    if any(item.index == index and item.paragraph == start.paragraph for item in group.items):
        index = group.items[-1].index + 1
        message = f"{printed} is printed twice; the second is read as {start.paragraph}.{index}"
        warnings.append(inconsistent("repeated-number", printed, message))
    elif start.paragraph != group.paragraph:
        message = f"{printed} is printed among the recommendations of paragraph {group.paragraph}"
        warnings.append(inconsistent("misplaced-number", printed, message))
    if not group.items:
        group.style, group.left = start.style, line.left
    group.closed = False
    group.items.append(Item(start.paragraph, index, [start.rest], None, None, group.paragraph))


def _out_of_count(group: Group, line: Line) -> Iterator[ReadingWarning]:
    """A warning of a line that looks like the next recommendation, but whose number is out of sequence."""
    if group.style is None or group.style == LETTER:
        return
    item = group.items[-1]
    match = group.style.match(line.text)
    begins = match is not None and line.text[match.end() :].strip()[:1].isupper()
    if begins and NAMED.search(item.lines[-1]) and stands_at(line, group):
        message = f"“{line.text[:40]}” is read as part of {item.number}, since its number is out of sequence"
        yield unread("out-of-count", item.number, message)


def _parted(lines: list[Line], groups: list[Group]) -> Iterator[Line]:
    """The lines, split where the next recommendation begins within a line: *(Peru);9.2. Light it …*."""
    for line in lines:
        rest, place = line, 0
        while match := _RUN_ON.search(rest.text, place):
            group = groups[-1]
            last = group.last
            begun = FULL_NUMBER.match(rest.text)
            if begun and int(begun[1]) == group.paragraph:
                last = int(begun[2])
            if (int(match[1]), int(match[2])) == (group.paragraph, last + 1):
                yield evolve(rest, text=rest.text[: match.start()])
                rest, place = evolve(rest, text=rest.text[match.start() :].strip(), left=group.left), 0
            else:
                place = match.end()
        yield rest


def _drop_heading(item: Item) -> None:
    """Remove a heading that was read after a complete recommendation: words without a full stop or a State."""
    size = len(item.lines)
    complete = max((index for index, line in enumerate(item.lines, 1) if COMPLETE.search(line)), default=size)
    if complete < size and names_states(joined(item.lines[:complete])):
        del item.lines[complete:]


def _continue(group: Group, line: Line) -> None:
    if not group.items:
        group.lead.append(line.text)
        return
    item = group.items[-1]
    complete = bool(COMPLETE.search(item.lines[-1])) and names_states(item.text)
    if group.hanging is None and not complete:
        group.hanging = line.left
    if group.hanging is not None:
        elsewhere = abs(line.left - group.hanging) > INDENTED
    else:  # no item has a second line yet
        elsewhere = line.left < group.left - INDENTED
    if group.closed or (complete and elsewhere):
        group.closed = True
        group.between.append(line.text)
    else:
        item.lines.append(line.text)


def _gaps(items: list[Item]) -> Iterator[ReadingWarning]:
    seen: dict[int, int] = {}
    for item in items:
        last = seen.get(item.paragraph, 0)
        same_group = item.paragraph == item.answered_in or item.paragraph in seen
        if same_group and item.index > last + 1:
            missing = ", ".join(f"{item.paragraph}.{index}" for index in range(last + 1, min(item.index, last + 6)))
            yield inconsistent("gap", item.number, f"no recommendation is numbered {missing}")
        elif item.index <= last:
            yield inconsistent("order", item.number, f"{item.number} is printed after {item.paragraph}.{last}")
        seen[item.paragraph] = max(last, item.index)
