"""Sustainable Development Goals and their targets, as the labels of lists and exports print them."""

import re

from kz_upr.model import TagKind

_GOALS = range(1, 18)
_NAMED = r"(?:SDGs?|(?:Sustainable\s+Development\s+)?Goals?|ODD|ODS)"
_CODE = r"(?P<code>\d{1,2}(?:\.[\da-z]{1,2})?)(?![\w.]\w)(?!\w)"
_REST = r"(?!\s*+(?:and|to|&|,|/|[-–])\s*+\d)\s*+[-–—:.]*+\s*+(?P<label>.*)"
#: *S16 SDG 16 - peace*: the code of a theme may stand before the goal.
_IN_THEMES = re.compile(rf"(?:S\d{{1,2}}\s*+[-–—:.]?\s*+)?{_NAMED}\s*+[-–—:.]?\s*+{_CODE}{_REST}", re.IGNORECASE)
_IN_GOALS = re.compile(rf"(?:S\d{{1,2}}\s++)?(?:{_NAMED}\s*+[-–—:.]?\s*+)?{_CODE}{_REST}", re.IGNORECASE)


_BY_KIND = {TagKind.THEME: _IN_THEMES, TagKind.SDG: _IN_GOALS}


def goal_in(label: str, kind: TagKind) -> tuple[str, str] | None:
    """The number and label of the goal or target that a label of a kind names; None if it names none.

    In a column of goals the number is enough (*14.2 - Sea*); among themes a goal is called so.

    >>> from kz_upr import TagKind
    >>> from kz_upr.documents.goals import goal_in
    >>> goal_in("S05 SDG 5 - gender equality", TagKind.THEME)
    ('5', 'gender equality')
    """
    match = _BY_KIND[kind].fullmatch(label) if kind in _BY_KIND else None
    if match is None:
        return None
    goal, point, target = match["code"].partition(".")
    if int(goal) not in _GOALS:
        return None
    code = f"{int(goal)}{point}{target}"
    return code, match["label"].strip() or f"SDG {code}"
