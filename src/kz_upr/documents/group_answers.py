"""The answers of the State to groups of recommendations, before or after their lists."""

import re
from collections.abc import Iterator

from kz_upr.documents.answers import qualifier_in
from kz_upr.documents.groups import Group, Item
from kz_upr.documents.introductions import position_of_lead
from kz_upr.documents.outline import joined
from kz_upr.documents.readings import Reference
from kz_upr.documents.references import without_references
from kz_upr.model import PositionValue, ReadingWarning, unread
from kz_upr.numbers import ANY_LIST, expand_numbers

_LIST = re.compile(ANY_LIST)
_IN_PARAGRAPH = re.compile(r"\bparagraphs?\s+(\d{1,3})\b", re.IGNORECASE)


def answer_group(group: Group, before: list[Group], first: int) -> None:
    """Give the items of a group, or those before it that it names or means, the position that its words take."""
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


def _speaks_of_all(lead: str, before: list[Group]) -> bool:
    """Whether *these recommendations* means those above, not some elsewhere in the report."""
    places = [int(match[1]) for match in _IN_PARAGRAPH.finditer(lead)]
    known = {group.paragraph for group in before if group.items}
    return known.issuperset(places) and bool(
        re.search(r"\b(?:these|those|above|the) recommendations\b", lead, re.IGNORECASE)
    )


def _named_items(lead: str, before: list[Group]) -> Iterator[Item]:
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


def unanswered(groups: list[Group], references: list[Reference]) -> Iterator[ReadingWarning]:
    """Warnings of groups and references whose words take no known position."""
    silent = {group.paragraph for group in groups if any(item.position is None for item in group.items)}
    silent.update(reference.paragraph for reference in references if reference.answer is None)
    for paragraph in sorted(silent):
        message = f"paragraph {paragraph} states no position in known words"
        yield unread("unknown-position", f"para. {paragraph}", message)
