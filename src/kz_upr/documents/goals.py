"""Sustainable Development Goals and their targets, as the labels of lists and exports print them."""

import re

_GOALS = range(1, 18)
_NAMED = r"(?:SDGs?|(?:Sustainable\s+Development\s+)?Goals?|ODD|ODS)"
_CODE = r"(?P<code>\d{1,2}(?:\.[\da-z]{1,2})?)(?![\w.]\w)(?!\w)"
_REST = r"(?!\s*+(?:and|to|&|,|/|[-–])\s*+\d)\s*+[-–—:.]*+\s*+(?P<label>.*)"
#: *S16 SDG 16 - peace*: the code of a theme may stand before the goal.
_IN_THEMES = re.compile(rf"(?:S\d{{1,2}}\s*+[-–—:.]?\s*+)?{_NAMED}\s*+[-–—:.]?\s*+{_CODE}{_REST}", re.IGNORECASE)
_IN_GOALS = re.compile(rf"(?:S\d{{1,2}}\s++)?(?:{_NAMED}\s*+[-–—:.]?\s*+)?{_CODE}{_REST}", re.IGNORECASE)


def goal_among_themes(label: str) -> tuple[str, str] | None:
    """The number and label of a goal that stands among themes; None for a theme.

    >>> from kz_upr.documents.goals import goal_among_themes
    >>> goal_among_themes("S05 SDG 5 - gender equality")
    ('5', 'gender equality')
    """
    return _goal(_IN_THEMES.fullmatch(label))


def goal_named(label: str) -> tuple[str, str] | None:
    """The number and label of a goal or target in a column of goals (*14.2 - Sea*); None if no goal has the number."""
    return _goal(_IN_GOALS.fullmatch(label))


def _goal(match: re.Match[str] | None) -> tuple[str, str] | None:
    if match is None:
        return None
    goal, point, target = match["code"].partition(".")
    if int(goal) not in _GOALS:
        return None
    code = f"{int(goal)}{point}{target}"
    return code, match["label"].strip() or f"SDG {code}"
