"""Where the concluding remarks of the State under review begin among its last answers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kz_upr.documents.speaking import sentence_ends

_FORMULA = re.compile(
    r"(?:(?:In|By\s+way\s+of)\s+(?:conclusion|closing|concluding|(?:its|his|her|their|the)\s+(?:final|closing|concluding)\s)"
    r"|To\s+conclude\b|At\s+the\s+(?:end|beginning)\s+of\s+(?:its|his|her|the)\s+concluding\b)",
    re.IGNORECASE,
)
_CONCLUDED = re.compile(
    r"[^.]{0,120}?\b(?:concluded\s*(?:by|with|his|her|its|,)|(?:concluding|closing|final)\s+(?:remarks|statement))",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"[^.]{0,160}?(?:\b(?:thank(?:ed|ing|s)?|grateful|gratitude|appreciation|acknowledged)\b)[^.]{0,60}?"
    r"\b(?:delegations|delegates|participants|participat\w+|States|countries|representatives|all|everyone|President"
    r"|presidency|Working\s+Group|Council|troika|dialogue|comments|recommendations|questions)\b",
    re.IGNORECASE,
)
_THANKED_ALONE = re.compile(r"[^.,]{3,60}\bthanked\s+and\b")
#: Thanks further before the end open an answer.
_LAST = 3


def beginning_of_conclusion(paragraphs: Sequence[str]) -> int:
    """The index of the paragraph with which the last block of answers turns to concluding remarks.

    It has a closing formula, or else thanks those who took part, close to the end; the length if there is none.
    """
    end = len(paragraphs)
    for index, text in enumerate(paragraphs):
        last = index == end - 1
        if _CONCLUDED.match(text) or any(
            _FORMULA.match(sentence) or (last and _CONCLUDED.match(sentence)) for sentence in _sentences(text)
        ):
            return index
    for index in range(end)[-_LAST:]:
        if _THANKED_ALONE.match(paragraphs[index]) or any(map(_THANKS.match, _sentences(paragraphs[index]))):
            return index
    return end


def _sentences(text: str) -> Iterator[str]:
    for start, end in pairwise([0, *sentence_ends(text)]):
        yield text[start:end]
