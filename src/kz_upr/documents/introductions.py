"""What the words before a list say about it: whether it holds recommendations, and which position they take."""

import re
from enum import Enum, auto

from kz_upr.documents.answers import position_of_group
from kz_upr.documents.references import without_references
from kz_upr.model import PositionValue

_STATE_UNDER_REVIEW = re.compile(r"\b(State) under review\b", re.IGNORECASE)  # the review is not of recommendations
_AGREED = re.compile(
    r"(?<!not )\bagree[sd] (?:on|to|with) the following\b|\bwith the (?:agreement|consent) of\b"
    r"|(?<!not )\baccept(?:s|ed)? the following\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\bfollowing (?:\w+ ){0,3}(?:recommendations?|conclusions?)\b"
    r"|\brecommendations?(?: [\w/]+){0,6}? (?:listed )?below\b|\blisted below\b",
    re.IGNORECASE,
)
_IN_DISCUSSION = re.compile(r"\bin the course of (?:the )?discussions?\b", re.IGNORECASE)
_COMMENTS = re.compile(r"\b(?:comments?|observations?|explanations?|clarifications?)\b", re.IGNORECASE)
_PLEDGES = re.compile(r"\bfollowing (?:\w+ ){0,3}(?:commitments?|pledges?)\b", re.IGNORECASE)


class ListKind(Enum):
    """What a numbered list in the conclusions holds."""

    RECOMMENDATIONS = auto()
    COMMENTS = auto()
    PLEDGES = auto()


def kind_of_list(lead: str, first: int) -> ListKind:
    """What the list after the words ``lead`` holds, in conclusions that begin with paragraph ``first``.

    Under words that only point to recommendations elsewhere, or that announce comments on them, the State explains
    itself.
    """
    own = without_references(lead, first)
    if _ANNOUNCED.search(own):
        return ListKind.RECOMMENDATIONS
    if _PLEDGES.search(own):
        return ListKind.PLEDGES
    if _COMMENTS.search(own) or (lead and not own):
        return ListKind.COMMENTS
    return ListKind.RECOMMENDATIONS


def position_of_lead(lead: str, first: int) -> PositionValue | None:
    """The position that the words before a list take on it; None if they take none."""
    return _position(without_references(lead, first))


def _position(words: str) -> PositionValue | None:
    own = _STATE_UNDER_REVIEW.sub(r"\1", words)
    position = position_of_group(own)
    if position is None and _AGREED.search(own):
        return PositionValue.SUPPORTED
    return position


def announces_recommendations(lead: str) -> bool:
    """Whether the words before a list announce recommendations to the State, not those that a speaker makes."""
    if _ANNOUNCED.search(lead) is None:
        return False
    return _IN_DISCUSSION.search(lead) is not None or _position(lead) is not None
