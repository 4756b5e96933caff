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
from kz_upr.numbers import ANY_LIST, numbers_in

_LIST = re.compile(ANY_LIST)
_RECOMMENDATIONS = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:these|those|above|the) recommendations\b", re.IGNORECASE)
_IN_PARAGRAPH = re.compile(r"\bparagraphs?\s+(\d{1,3})\b", re.IGNORECASE)


def answer_group(group: Group, before: list[Group], first: int) -> None:
    """Give the items of a group, or those before it that it names or means, the position that its words take."""
    lead = without_references(joined(group.lead), first)
    position, said = position_of_lead(lead, first), qualifier_in(lead)
    qualifier = said if position is PositionValue.SUPPORTED else None
    above = [item for other in before for item in other.items]
    if group.items:
        for item in group.items:
            item.position, item.qualifier = position, qualifier
    elif named := list(_named_items(lead, above)):
        for item in named:
            if position is not None:
                item.position, item.answered_in = position, group.paragraph
            if said is not None and item.position in (PositionValue.SUPPORTED, None):
                item.position, item.qualifier = PositionValue.SUPPORTED, said
    elif position is not None and _speaks_of_all(lead, above):
        for item in above:
            if item.position is None:
                item.position, item.answered_in, item.qualifier = position, group.paragraph, qualifier


def _speaks_of_all(lead: str, above: list[Item]) -> bool:
    """Whether *these recommendations* means those above, not some elsewhere in the report."""
    paragraphs = {item.paragraph for item in above}
    return paragraphs.issuperset(map(int, _IN_PARAGRAPH.findall(lead))) and _OF_ALL.search(lead) is not None


def _named_items(lead: str, above: list[Item]) -> Iterator[Item]:
    """The recommendations above that a paragraph names by number."""
    start = _RECOMMENDATIONS.search(lead)
    if start is None or not above:
        return
    items = {item.number: item for item in above}
    named = _IN_PARAGRAPH.search(lead)
    paragraph = named[1] if named else above[-1].paragraph  # in which bare numbers count
    for match in _LIST.finditer(_IN_PARAGRAPH.sub(" ", lead[start.end() :])):
        for number in numbers_in(match.group()):
            if item := items.get(number if "." in number else f"{paragraph}.{number}"):
                yield item


def unanswered(groups: list[Group], references: list[Reference]) -> Iterator[ReadingWarning]:
    """Warnings of groups and references whose words take no recognized position."""
    silent = {group.paragraph for group in groups if any(item.position is None for item in group.items)}
    silent.update(reference.paragraph for reference in references if reference.answer is None)
    for paragraph in sorted(silent):
        message = f"paragraph {paragraph} states no recognized position"
        yield unread("unknown-position", f"para. {paragraph}", message)
