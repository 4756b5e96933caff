"""The answer in the text below a number: sentences about *this recommendation*, or that open with an answer."""

import re
from collections.abc import Iterator

from kz_upr.documents.answers import leaves_open
from kz_upr.documents.declarations import Now, declared
from kz_upr.model import PositionValue

#: Stands for the recommendation that a text is about, so that its sentences can be read like any other.
_IT = "999.999"
_MEANT = re.compile(
    r"\b(?:(?:this|these|both|all)(?:\s+the)?(?:\s+\w+)?|the(?:\s+(?:said|above|present|following))?)"
    r"\s+recommendations?\b(?!\s+(?:\d|(?:of|from|by|made|submitted|adopted)\b))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:Position|Response|Answer|Status|Reply|Decision)(?:\s+of\s+[^:]{3,60})?\s*:\s*", re.IGNORECASE
)
#: A sentence that is an answer from its first word on: *Accepted in principle*, *Unable to support*.
_OPENS = re.compile(
    r"(?:Fully|Partially|Partly|Not|Can\s?not|Do(?:es)?\s+not|Unable|Enjoys?|Accept(?:ed|s)|Support(?:ed|s)|Not(?:ed|es)"
    r"|Reject(?:ed|s)|Endors(?:ed|es)|Agree[ds]|Declined|Takes?\s+(?:due\s+)?note)\b(?!\s+recommendations?\b)",
    re.IGNORECASE,
)
#: A sentence whose verb has no recommendation after it: *Fiji accepts it*.
_ENDS = re.compile(
    r"\b(?:accept|support|note|reject|endorse)s?(?:\s+(?:it|them|this|both))?(?:\s+(?:in\s+part|partially|partly|fully))?\W*$"
)
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“])|\n(?=\W*(?:Accepted|Supported|Noted|Rejected|Partially|Not)\b)")


def answer_below(text: str, now: Now) -> PositionValue | None:
    """The answer that a text takes on the recommendation that it is about; None if it takes none.

    If one sentence accepts and another refuses, it is *partly supported*; words that say that no answer can be given
    are *undecided*.
    """
    found = set(_answers(text, now))
    if leaves_open(text):
        found.add(PositionValue.UNDECIDED)
    return PositionValue.PARTLY_SUPPORTED if len(found) > 1 else next(iter(found), None)


def _answers(text: str, now: Now) -> Iterator[PositionValue]:
    for sentence in _SENTENCE_END.split(text):
        named = _naming(" ".join(sentence.split()))
        for said in declared(named, None, now).said if named else ():
            if _IT in said.numbers and said.value is not None:
                yield said.value


def _naming(sentence: str) -> str | None:
    """A sentence with a number for the recommendation that it is about; None if it is about none."""
    bare = _LABEL.sub("", sentence)
    named, count = _MEANT.subn(f"recommendation {_IT}", bare)
    if count:
        return named
    if _OPENS.match(bare):
        return f"Recommendation {_IT} {bare[0].lower()}{bare[1:]}"
    return f"As to recommendation {_IT}, {bare}" if _ENDS.search(bare) else None
