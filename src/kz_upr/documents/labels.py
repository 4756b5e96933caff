"""The labels of lists and exports as tags; those of Sustainable Development Goals by their numbers."""

import re

from kz_upr.model import Tag, TagKind
from kz_upr.numbers import DASH, DASHES

_GOALS = range(1, 18)
_NAMED = r"(?:SDGs?|(?:Sustainable\s+Development\s+)?Goals?|ODD|ODS)"
_CODE = r"(?P<code>\d{1,2}(?:\.[\da-z]{1,2})?)(?![\w.]\w)(?!\w)"
_REST = rf"(?!\s*+(?:and|to|&|,|/|{DASH})\s*+\d)\s*+[{DASHES}:.]*+\s*+(?P<label>.*)"
_SIGN = rf"\s*+[{DASHES}:.]?\s*+"
_GOAL = {
    #: *S16 SDG 16 - peace*: the code of a theme may stand before the goal.
    TagKind.THEME: re.compile(rf"(?:S\d{{1,2}}{_SIGN})?{_NAMED}{_SIGN}{_CODE}{_REST}", re.IGNORECASE),
    TagKind.SDG: re.compile(rf"(?:S\d{{1,2}}\s++)?(?:{_NAMED}{_SIGN})?{_CODE}{_REST}", re.IGNORECASE),
}


def tag_of(label: str, kind: TagKind, scheme: str) -> Tag:
    """The tag for a label of a kind; a label that names a goal or target gives the tag of the goal, with its number.

    In a column of goals the number is enough (*14.2 - Sea*); among themes a goal is called so.

    >>> from kz_upr import TagKind
    >>> from kz_upr.documents.labels import tag_of
    >>> tag = tag_of("S05 SDG 5 - gender equality", TagKind.THEME, "OHCHR thematic list 2020")
    >>> tag, tag.code
    (<Tag SDG: gender equality>, '5')
    """
    match = _GOAL[kind].fullmatch(label) if kind in _GOAL else None
    if match is not None:
        goal, point, target = match["code"].partition(".")
        if int(goal) in _GOALS:
            code = f"{int(goal)}{point}{target}"
            return Tag(kind=TagKind.SDG, scheme=scheme, label=match["label"].strip() or f"SDG {code}", code=code)
    return Tag(kind=kind, scheme=scheme, label=label)
