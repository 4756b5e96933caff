"""What the words of an answer mean: the position they take, and what they add to it."""

import re

from kz_upr.model import PositionValue, Qualifier
from kz_upr.numbers import DASHES


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL | re.MULTILINE)


#: The end of a line that is an answer by itself: "Accepted." or "Noted".
_LINE_END = rf"\s*(?:[{DASHES}.;:,(]|$)"
_RECOMMENDATION = (
    r"(?:(?:the|this|these|that|those|both|all|of|following|above|said|present|\d+)\s+)*recommendations?\b"
)

_PENDING = _any_of(
    r"\b(?:will|would|to|shall) (?:be )?(?:further |carefully )?"
    r"(?:examin|stud|review|consider(?!ed\s+(?:as\s+|to be\s+)?(?:not|reject|accept|support)))",
    r"\b(?:provide|communicate|present|submit|give) (?:its |their |the )?(?:\w+ )?"
    r"(?:responses?|answers?|repl|position)",
    r"\b(?:will|would|shall) (?:be )?(?:respond|repl|answer)(?!\w* positively)",
    r"\brespond\b.{0,40}\bin due\b",
    r"\bin due (?:course|time)\b",
    r"\bno later than\b",
    r"\b(?:responses?|repl(?:y|ies)|position)\b.{0,120}\b(?:will|shall|would) be (?:\w+ )?"
    r"(?:included|presented|provided|given|submitted|communicated)",
    r"\bunder (?:consideration|examination|review)\b",
    r"\bare being (?:examined|considered|studied|reviewed)\b",
    r"\bare pending\b",
    r"\bleft pending\b",
)
_PARTLY = _any_of(
    r"\b(?:partly|partially|in part|partial)\s+(?:accept|support|enjoy)",
    r"\b(?:accept|support)\w*\s+(?:only )?(?:partly|partially|in part)\b",
    r"\b(?:accept|support)\w*\s+(?:(?:this|these|the|both|it|them|recommendations?)\s+){1,3}"
    r"(?:partly|partially|in part)\b",
    r"\b(?:accept|support)\w*\s+(?:only )?(?:a )?parts? of\b",
    r"\bpartial support\b",
)
_REFUSED = _any_of(
    r"\b(?:can\s?not|not|unable to|fail(?:s|ed)? to|n['’]t)\b"
    r"(?:\s+\w+){0,4}?\s+(?:accept|enjoy|support|agree)\w*(?:\s+the\s+support)?",
    r"\brejects?\b",
    r"\brejected\b",
    r"\b(?:is|are|was|were|been)\s+declined\b",
    rf"\bdeclines?\b\s+{_RECOMMENDATION}",
    r"\bun(?:accept|support)ed recommendations?\b",
)
_NOTED = _any_of(
    r"\b(?:takes?|taken|took|taking) note of\b",
    rf"\bnot(?:es?|ed|ing)\s+(?:and \w+ )?{_RECOMMENDATION}",
    rf"^[^\w\n]*noted\b{_LINE_END}",
    r"\b(?:is|are|be|been|was|were|hereby|thus|therefore|only)\s+noted\b(?!\s+that)",
    r"\bconsidered\s+(?:as\s+|to be\s+)?noted\b",
    r"\bnoted\s+by\b",
    r"\bnoted recommendations?\b",
    r"\brecommendations? noted\b",
)
_SUPPORTED = _any_of(
    r"\benjoy(?:s|ed|ing)?\s+(?:(?:the|its|their|[\w’'.-]+['’]s?)\s+)?(?:full\s+)?support\b",
    r"\brecommendations?\b[^.;]{0,80}\b(?:ha(?:s|ve|d)|receive[sd]?|found|met with)\s+"
    r"(?:the|its|their)\s+(?:full\s+)?support\b",
    rf"\b(?:accept|support)(?:s|ed|ing)?\s+(?:and \w+ |in principle |fully )?{_RECOMMENDATION}",
    rf"\bagrees?\s+(?:fully )?(?:with|to)\s+{_RECOMMENDATION}",
    rf"^[^\w\n]*(?:fully )?(?:accepted|supported)\b{_LINE_END}",
    r"\brecommendations?\b[^.]{0,60}\b(?:is|are|been|be|was|were)\s+(?:\w+\s+)?(?:accepted|supported)\b",
    r"\brecommendations? (?:accepted|supported)\b",
    r"\bacceptance of recommendations?\b",
)
_NO_STATEMENT = _any_of(
    r"\b(?:can\s?not|not|unable to)\b.{0,60}?\b(?:definitive|definite|final)\s+(?:statement|position|answer|response)"
)

_IMPLEMENTED = _any_of(
    r"\balready\s+(?:been\s+)?(?:fully\s+)?implemented\b",
    r"\b(?:has|have|had|having)\s+(?:already\s+)?(?:been\s+)?(?:fully\s+)?implemented\b",
    r"\b(?:is|are)\s+(?:already\s+)?implemented\b",
)
_MOSTLY = _any_of(r"\s*(?:\w+\s+)?(?:to|in) a (?:great|large|certain|considerable) (?:extent|part|degree)")
_IN_PROCESS = _any_of(
    r"\bin (?:the )?process of (?:\w+ ){0,2}implement",
    r"\b(?:is|are|being) (?:already )?(?:being|under|in the course of) implement",
    r"\bin (?:the )?course of implementation",
    r"\bimplementation\b.{0,40}\b(?:ongoing|under ?way)\b",
)


def position_of_group(lead: str) -> PositionValue | None:
    """The position that the words before a group of recommendations take on all of them; None if they take none."""
    if _PENDING.search(lead):
        return PositionValue.PENDING
    return answer_in(lead)


def position_of_heading(heading: str) -> PositionValue | None:
    """The position that a heading (*Noted recommendations*) takes on the numbers below it; None if it takes none."""
    return answer_in(re.sub(r"^\W*(?:[IVX]+|[A-H]|\d{1,2})\.\s*", "", heading))


def answer_in(text: str) -> PositionValue | None:
    """The position that the words of an answer take; None if they take none.

    If one part is accepted and another refused or left open, it is *partly supported*; words that say that no answer
    can be given are *undecided*.
    """
    open_ = leaves_open(text)
    refused = _REFUSED.search(text) is not None
    rest = _REFUSED.sub(" ", text)
    supported = _SUPPORTED.search(rest) is not None
    noted = _NOTED.search(rest) is not None
    if _PARTLY.search(text) or (supported and (refused or noted or open_)):
        return PositionValue.PARTLY_SUPPORTED
    if supported:
        return PositionValue.SUPPORTED
    if refused or noted:
        return PositionValue.NOTED
    return PositionValue.UNDECIDED if open_ else None


def leaves_open(text: str) -> bool:
    """Whether the words of an answer say that no answer can be given on something."""
    return _NO_STATEMENT.search(text) is not None


def qualifier_in(text: str) -> Qualifier | None:
    """What an answer adds to its support: already implemented, being implemented, or one of the two."""
    implemented = any(not _MOSTLY.match(text, match.end()) for match in _IMPLEMENTED.finditer(text))
    in_process = _IN_PROCESS.search(text) is not None
    if implemented and in_process:
        return Qualifier.IMPLEMENTED_OR_IN_PROCESS
    if implemented:
        return Qualifier.ALREADY_IMPLEMENTED
    return Qualifier.IN_PROCESS if in_process else None
