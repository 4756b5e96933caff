"""The conclusions of a report: groups of numbered recommendations, each with the answer of the State."""

import re
from collections.abc import Iterator

from attrs import define, evolve, field, frozen

from kz_upr.documents.answers import qualifier_in
from kz_upr.documents.assembling import inconsistent, unread
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.introductions import ListKind, kind_of_list, position_of_lead
from kz_upr.documents.margins import PARAGRAPH
from kz_upr.documents.outline import Paragraph, joined
from kz_upr.documents.readings import Reference
from kz_upr.documents.references import references_in, without_references
from kz_upr.model import PositionValue, Qualifier, ReadingWarning
from kz_upr.numbers import ANY_LIST, FULL, expand_numbers
from kz_upr.wording import parse_recommendation

# the printed forms of a recommendation's number: "122.34", "122.34.", "34.", "(a)"
_FULL = re.compile(rf"{FULL}\s?[.:]?(?=\s|$|[A-Z“\"(])")
_SHORT = re.compile(r"(\d{1,3})\s?\.\s*(?=[^\d\s.,;)]|$)")
_LETTERED = re.compile(r"\(([a-z]{1,2})\)\s*(?=\S)")
_COMPLETE = re.compile(r"(?:[;.]|\))[\s*\d†]*$")
_RUN_ON = re.compile(r"(?<=[);.])\s*\b(\d{1,3})\.(\d{1,3})\.?\s+(?=[A-Z“])")
_MARK = re.compile(r"(?<=\))\d{1,2}(?=\s*[;.]?$)|(?<=\)[;.])\d{1,2}$")  # of a note, where it is not raised
_NAMED = re.compile(r"\)[;.,\s\d*†]*$")
_INDENTED = 8.0  # points
_LIST = re.compile(ANY_LIST)
_IN_PARAGRAPH = re.compile(r"\bparagraphs?\s+(\d{1,3})\b", re.IGNORECASE)


@define
class Item:
    """One recommendation as printed: its number, its lines, and the answer to its group."""

    paragraph: int
    index: int
    lines: list[str]
    position: PositionValue | None
    qualifier: Qualifier | None
    answered_in: int  # the paragraph that takes the position

    @property
    def number(self) -> str:
        """The number as ``122.34``."""
        return f"{self.paragraph}.{self.index}"

    @property
    def text(self) -> str:
        """The running wording."""
        return _MARK.sub("", joined(self.lines))


@define
class _Group:
    """A paragraph that introduces recommendations, with what has been read of it so far."""

    paragraph: int
    lead: list[str] = field(factory=list)
    items: list[Item] = field(factory=list)
    style: re.Pattern[str] | None = None  # the form in which it prints its numbers
    left: float | None = None  # where its items begin
    hanging: float | None = None  # where their further lines begin
    closed: bool = False
    between: list[str] = field(factory=list)  # text between and after the items


@frozen
class Conclusions:
    """What the conclusions hold, in printed order, and the warnings about it."""

    items: list[Item]
    references: tuple[Reference, ...]
    warnings: list[ReadingWarning]


def read_conclusions(paragraphs: list[Paragraph]) -> Conclusions:
    """The recommendations of the conclusions, and those that they only point to."""
    first = next((paragraph.number for paragraph in paragraphs if paragraph.number is not None), 0)
    groups: list[_Group] = []
    warnings: list[ReadingWarning] = []
    margin = next((paragraph.lines[0].left for paragraph in paragraphs if paragraph.number), None)
    for paragraph in paragraphs:
        if paragraph.number is None:
            # text below a heading of its own: the group continues, arranged by subject
            if groups and _starts_item(paragraph.lines[0], groups[-1], margin) is not None:
                _fill(groups, paragraph.lines, margin, warnings)
            continue
        if groups and _is_item_after_all(paragraph, groups[-1]):
            opening = paragraph.lines[0]
            lines = [evolve(opening, text=f"{paragraph.number}. {opening.text}"), *paragraph.lines[1:]]
            _fill(groups, lines, margin, warnings)
            continue
        groups.append(_Group(paragraph.number))
        _fill(groups, paragraph.lines, margin, warnings)
    for group in groups:
        warnings.extend(_left_out(group, first))
        for item in group.items:
            _drop_heading(item)
    for index, group in enumerate(groups):
        _answer(group, groups[:index], first)
    items = [item for group in groups for item in group.items]
    warnings.extend(_gaps(items))
    references = [
        reference for group in groups for reference in references_in(group.paragraph, joined(group.lead), first)
    ]
    warnings.extend(_unanswered(groups, references))
    return Conclusions(items, tuple(references), warnings)


def _left_out(group: _Group, first: int) -> Iterator[ReadingWarning]:
    """Remove the items of a list that holds no recommendations; warnings of what is left out."""
    place = f"para. {group.paragraph}"
    between = joined(group.between)
    if re.search(r"\brecommend", between) and any(clause.states for clause in parse_recommendation(between)):
        yield unread(
            "between", place, f"text after the list of paragraph {group.paragraph} is not read: {between[:80]}"
        )
    lead = joined(group.lead)
    if not group.items:
        if re.search(r"\bfollowing recommendation\b", lead) and any(c.states for c in parse_recommendation(lead)):
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


def _unanswered(groups: list[_Group], references: list[Reference]) -> Iterator[ReadingWarning]:
    silent = {group.paragraph for group in groups if any(item.position is None for item in group.items)}
    silent.update(reference.paragraph for reference in references if reference.answer is None)
    for paragraph in sorted(silent):
        message = f"paragraph {paragraph} states no position in known words"
        yield unread("unknown-position", f"para. {paragraph}", message)


def _is_item_after_all(paragraph: Paragraph, group: _Group) -> bool:
    """Whether *61. Build …(Togo);* is item 61 of paragraph 60, in a report whose items are not indented."""
    last = group.items[-1].index if group.items else 0
    return last > 0 and paragraph.number == last + 1 and any(c.states for c in parse_recommendation(paragraph.text))


def _fill(groups: list[_Group], lines: list[Line], margin: float | None, warnings: list[ReadingWarning]) -> None:
    for line in _parted(lines, groups):
        group = groups[-1]
        match = PARAGRAPH.match(line.text)
        following = match and group.items and int(match[1] or match[2]) == group.paragraph + 1
        if match and following and _introduces(line.text) and not _stands_as_item(line, group, margin):
            groups.append(_Group(group.paragraph + 1, lead=[line.text[match.end() :]]))
            continue
        start = _starts_item(line, group, margin)
        if start is None:
            warnings.extend(_out_of_count(group, line))
            _continue(group, line)
            continue
        group = _group_of(start, groups)
        index = start.index
        if any(item.index == index and item.paragraph == start.paragraph for item in group.items):
            index = group.items[-1].index + 1
            printed = f"{start.paragraph}.{start.index}"
            warnings.append(
                inconsistent(
                    "repeated-number",
                    printed,
                    f"{printed} is printed twice; the second is read as {start.paragraph}.{index}",
                )
            )
        elif start.paragraph != group.paragraph:
            printed = f"{start.paragraph}.{index}"
            warnings.append(
                inconsistent(
                    "misplaced-number",
                    printed,
                    f"{printed} is printed among the recommendations of paragraph {group.paragraph}",
                )
            )
        group.style = group.style or start.style
        group.left = line.left if group.left is None else group.left
        group.closed = False
        group.items.append(Item(start.paragraph, index, [start.rest], None, None, group.paragraph))


def _out_of_count(group: _Group, line: Line) -> Iterator[ReadingWarning]:
    """A warning of a line that looks like the next recommendation, but whose number does not count on."""
    if not group.items or group.style not in (_FULL, _SHORT):
        return
    item = group.items[-1]
    match = group.style.match(line.text)
    begins = match is not None and line.text[match.end() :].strip()[:1].isupper()
    if begins and _NAMED.search(item.lines[-1]) and _stands_at(line, group):
        message = f"“{line.text[:40]}” is read as part of {item.number}, since its number does not count on"
        yield unread("out-of-count", item.number, message)


def _stands_at(line: Line, group: _Group) -> bool:
    return group.left is not None and abs(line.left - group.left) < _INDENTED


def _parted(lines: list[Line], groups: list[_Group]) -> Iterator[Line]:
    """The lines, split where the next recommendation begins within a line: *(Peru);9.2. Light it …*."""
    for line in lines:
        rest = line
        place = 0
        while match := _RUN_ON.search(rest.text, place):
            group = groups[-1]
            last = group.items[-1].index if group.items else 0
            begun = _FULL.match(rest.text)
            if begun and int(begun[1]) == group.paragraph:
                last = int(begun[2])
            if last and (int(match[1]), int(match[2])) == (group.paragraph, last + 1):
                yield evolve(rest, text=rest.text[: match.start()])
                left = group.left if group.left is not None else rest.left
                rest, place = evolve(rest, text=rest.text[match.start() :].strip(), left=left), 0
            else:
                place = match.end()
        yield rest


def _drop_heading(item: Item) -> None:
    """Remove a heading that was read after a complete recommendation: words without a full stop or a State."""
    complete = max((index for index, line in enumerate(item.lines, 1) if _COMPLETE.search(line)), default=0)
    if complete and complete < len(item.lines) and parse_recommendation(joined(item.lines[:complete]))[-1].states:
        del item.lines[complete:]


def _stands_as_item(line: Line, group: _Group, margin: float | None) -> bool:
    """Whether a line begins where the items of the group begin, and these are indented."""
    if group.left is None or margin is None or abs(group.left - margin) < _INDENTED:
        return False
    return _stands_at(line, group)


def _introduces(text: str) -> bool:
    return re.search(r"\b(?:recommendations|conclusions)\b", text, re.IGNORECASE) is not None and ")" not in text


def _continue(group: _Group, line: Line) -> None:
    if not group.items:
        group.lead.append(line.text)
        return
    item = group.items[-1]
    complete = bool(_COMPLETE.search(item.lines[-1])) and any(c.states for c in parse_recommendation(item.text))
    if group.hanging is None and not complete:
        group.hanging = line.left
    if group.hanging is not None:
        elsewhere = abs(line.left - group.hanging) > _INDENTED
    else:  # no item has a second line yet
        elsewhere = group.left is not None and line.left < group.left - _INDENTED
    if group.closed or (complete and elsewhere):
        group.closed = True
        group.between.append(line.text)
        return
    item.lines.append(line.text)


def _group_of(start: "_Start", groups: list[_Group]) -> _Group:
    group = groups[-1]
    if start.paragraph == group.paragraph + 1 and start.index == 1 and group.items:
        groups.append(_Group(start.paragraph))  # its introduction was not recognized or not printed
    return groups[-1]


@define
class _Start:
    """A line that begins a recommendation: the number, its printed form, and the wording after it."""

    paragraph: int
    index: int
    style: re.Pattern[str]
    rest: str


def _starts_item(line: Line, group: _Group, margin: float | None) -> _Start | None:
    last = group.items[-1].index if group.items else 0
    ended = not group.items or group.closed or bool(_COMPLETE.search(group.items[-1].lines[-1]))
    # a heading by subject may follow a complete recommendation
    headed = not ended and any(_COMPLETE.search(before) for before in group.items[-1].lines[-3:-1])
    for style in (_FULL, _SHORT, _LETTERED) if group.style is None else (group.style,):
        match = style.match(line.text)
        if match is None:
            continue
        rest = line.text[match.end() :].strip()
        if style is _FULL:
            paragraph, index = int(match[1]), int(match[2])
            # inside a sentence, "95.2 million" is not the number of a recommendation
            expected = paragraph == group.paragraph and (ended or (index > last and not rest[:1].islower()))
            follows = ended and index == last + 1
            begins = ended and index == 1 and paragraph == group.paragraph + 1
            if expected or follows or begins:
                return _Start(paragraph, index, style, rest)
        elif style is _SHORT:
            index = int(match[1])
            left = group.left if group.left is not None else margin
            in_place = left is None or (
                abs(line.left - left) < _INDENTED if group.items else line.left > left + _INDENTED
            )
            in_turn = index == 1 if not group.items else last < index <= last + 3
            # a comma after the States, or a heading, may stand before the next number
            named = not ended and _NAMED.search(group.items[-1].lines[-1]) is not None
            next_in_place = in_place and index == last + 1
            if (ended and in_turn and (in_place or index == last + 1)) or ((headed or named) and next_in_place):
                return _Start(group.paragraph, index, style, rest)
        elif rest[:1] != "(" and (ended or headed) and _letter_index(match[1]) == last + 1 and _is_whole(group):
            return _Start(group.paragraph, last + 1, style, rest)
    return None


def _is_whole(group: _Group) -> bool:
    """Whether a letter can begin the next item, not a part of the last: *… including: (a) doors; (b) windows*."""
    if not group.items or group.closed or _NAMED.search(group.items[-1].lines[-1]):
        return True
    return any(clause.states for clause in parse_recommendation(group.items[-1].text))


def _letter_index(letters: str) -> int:
    """(a) is 1, (z) 26, (aa) 27."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("a") + 1
    return index


# The State's answers


def _answer(group: _Group, before: list[_Group], first: int) -> None:
    lead = without_references(joined(group.lead), first)
    position, qualifier = position_of_lead(lead, first), qualifier_in(lead)
    if position is not PositionValue.SUPPORTED:
        qualifier = None
    if group.items:
        for item in group.items:
            item.position, item.qualifier = position, qualifier
        return
    if not re.search(r"\brecommendations?\b", lead, re.IGNORECASE):
        return
    named = list(_named_items(lead, before))
    if named:
        qualifier = qualifier_in(lead)
        for item in named:
            if position is not None:
                item.position, item.answered_in = position, group.paragraph
            if qualifier is not None and item.position in (PositionValue.SUPPORTED, None):
                item.position, item.qualifier = PositionValue.SUPPORTED, qualifier
    elif position is not None and _speaks_of_all(lead, before):
        for item in (item for other in before for item in other.items if item.position is None):
            item.position, item.answered_in = position, group.paragraph
            item.qualifier = qualifier


def _speaks_of_all(lead: str, before: list[_Group]) -> bool:
    """Whether *these recommendations* means those above, not some elsewhere in the report."""
    places = [int(match[1]) for match in _IN_PARAGRAPH.finditer(lead)]
    known = {group.paragraph for group in before if group.items}
    return known.issuperset(places) and bool(
        re.search(r"\b(?:these|those|above|the) recommendations\b", lead, re.IGNORECASE)
    )


def _named_items(lead: str, before: list[_Group]) -> Iterator[Item]:
    """The recommendations that a later paragraph names by number."""
    with_items = [group for group in before if group.items]
    if not with_items:
        return
    place = _IN_PARAGRAPH.search(lead)
    home = next((group for group in with_items if place and group.paragraph == int(place[1])), None)
    if place and home is None:
        return  # recommendations elsewhere in the report
    home = home or with_items[-1]
    text = _IN_PARAGRAPH.sub(" ", lead)
    begin = re.search(r"\brecommendations?\b", text, re.IGNORECASE)
    every = {item.number: item for group in with_items for item in group.items}
    for match in _LIST.finditer(text, begin.end() if begin else 0):
        try:
            numbers = expand_numbers(match.group())
        except ValueError:
            continue
        for number in numbers:
            item = every.get(number if "." in number else f"{home.paragraph}.{number}")
            if item is not None:
                yield item


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
