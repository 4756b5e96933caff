"""The numbered recommendations in one cell: usually one, sometimes the next ones too."""

import re

from attrs import frozen

from kz_upr.numbers import DASH, DASHES, split_number
from kz_upr.wording import parse_recommendation

_INNER = re.compile(
    rf"(?<!\d)(?<!\d\.)(?P<paragraph>\d{{1,4}})(?:\.|(?P<dash>{DASH}))(?P<item>\d{{1,3}})(?![\d/%])(?!\.\d)"
    rf"(?:[.:)\]]|\s?{DASH}\s)*\s*"
)
#: What comes before a recommendation that begins inside a cell: the end of another, or of the place of its position.
_END = re.compile(r"(?:[\n;.:)؛；。]|\bpara(?:graph|s)?\.?\s*\d{1,4})\W*(?:(?:and|nos?)\b\W*)?$", re.IGNORECASE)
#: Older records begin with *Recommendation No. 4, para. 9: 21*; others with *No. 9.21* or *(9.21)*.
_CALLED = re.compile(
    r"\s{0,20}(?:Recommendation\b.{0,60}?\bpara(?:graph|\.)?\s{0,20}(?=\d)"
    r"|(?:(?:rec(?:ommendation)?s?|para(?:graph)?s?|nos?|nr|n°|№)[.:°]*\s{0,20}){1,3}(?=\d)|[^\w\s]\s?(?=\d))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"(?!and\b)[^\W\d_]{3,}")
#: How many characters before or after a number show whether it begins a recommendation.
_NEAR, _NEAR_STATES = 40, 400


@frozen
class Demands:
    """The recommendations of a cell as numbers and wordings; ``doubtful`` has numbers that may begin another."""

    numbered: tuple[tuple[str, str], ...]
    doubtful: tuple[str, ...] = ()


def demands_in(cell: str) -> Demands | None:
    """The recommendations in a cell; None if it begins with no number.

    Another one begins where a number of the same paragraph follows the end of a sentence and a capital letter follows
    the number (*(Peru); 9.2 Light …*); a number of another paragraph must follow the States of the one before.

    >>> from kz_upr.documents.demands import demands_in
    >>> demands_in("9.1 Paint it (Peru); 9.2 Light it (Togo);").numbered
    (('9.1', 'Paint it (Peru);'), ('9.2', 'Light it (Togo);'))
    """
    first = split_number(cell[_lead(cell) :])
    if first is None:
        return None
    number, place = first[0], len(cell) - len(first[1])
    if not _DIGIT.search(cell, place):
        return Demands(((number, first[1].strip()),))
    word = _WORD.search(cell, place)
    found: list[tuple[str, str]] = []
    doubtful: dict[str, None] = {}
    for match in _INNER.finditer(cell, place):
        another = f"{int(match['paragraph'])}.{int(match['item'])}"
        has_words = word is not None and word.start() < match.start()
        if has_words and another != number and _begins(match, number, place):
            found.append((number, _ended(cell[place : match.start()])))
            number, place = another, match.end()
            word = _WORD.search(cell, place)
        elif not match["dash"] and (_same_paragraph(match, number) or _on_new_line(match)):
            doubtful[another] = None
    return Demands((*found, (number, cell[place:].strip())), tuple(doubtful))


def _lead(cell: str) -> int:
    """Where a number may begin after what it is called (*Recommendation No. 9.1*) or a sign before it."""
    match = _CALLED.match(cell)
    return match.end() if match else 0


def _begins(match: re.Match[str], number: str, place: int) -> bool:
    """Whether a number in the wording of ``number``, which begins at ``place``, begins another recommendation."""
    cell, start = match.string, match.start()
    letter = next(filter(str.isalpha, cell[match.end() : match.end() + _NEAR]), "a")
    if letter.islower() or not _END.search(cell[max(place, start - _NEAR) : start]):
        return False
    if _same_paragraph(match, number):
        return True
    wording = cell[max(place, start - _NEAR_STATES) : start]
    return not match["dash"] and any(clause.states for clause in parse_recommendation(wording))


def _on_new_line(match: re.Match[str]) -> bool:
    start = match.start()
    return match.string[max(0, start - _NEAR) : start].rstrip(" ").endswith("\n")


def _same_paragraph(match: re.Match[str], number: str) -> bool:
    return int(match["paragraph"]) == int(number.partition(".")[0])


def _ended(wording: str) -> str:
    """A wording without the words that lead over to the next number."""
    return re.sub(rf"(?<=[;.)])[{DASHES}\s,/•]*(?:\b(?:and|[Nn]os?\.?)\s*)?\(?$", "", wording.strip())
