"""Positions as lists and exports print them: one word, or several words that make up one position."""

import re

from kz_upr.model import PositionValue

_BETWEEN = re.compile(r"\n|;|,|&|/|\band\b|\s-\s|^-\s")
#: Marks of notes and the full stop.
_AFTER = " .*†0123456789\n\t"
#: English words of lists and exports, in lower case and without spaces, which some leave out.
_ENGLISH = {
    "supported": PositionValue.SUPPORTED,
    "accepted": PositionValue.SUPPORTED,
    "noted": PositionValue.NOTED,
    "notsupported": PositionValue.NOTED,
    "rejected": PositionValue.NOTED,
    "supported/noted": PositionValue.PARTLY_SUPPORTED,
    "partiallysupported": PositionValue.PARTLY_SUPPORTED,
    "partlysupported": PositionValue.PARTLY_SUPPORTED,
    "supportedinpart": PositionValue.PARTLY_SUPPORTED,
    "pending": PositionValue.PENDING,
    "underconsideration": PositionValue.PENDING,
}
#: Words with spaces, in the languages of the United Nations.
_WORDS = {
    PositionValue.SUPPORTED: (
        "acceptée, appuyée, soutenue, aceptada, apoyada, поддержано, поддержана, поддерживается, принято, принята, "
        "支持, 接受, مقبولة, مؤيدة"
    ),
    PositionValue.NOTED: (
        "not accepted, notée, pris note, prise note, prend note, anotada, tomada nota, se tomó nota, se toma nota, "
        "принято к сведению, принята к сведению, 注意到, 表示注意, أحيط علما بها, أحيط علماً بها"
    ),
    PositionValue.PARTLY_SUPPORTED: (
        "partially accepted, partly accepted, accepted in part, partiellement acceptée, acceptée partiellement, "
        "partiellement appuyée, appuyée partiellement, "
        "parcialmente aceptada, aceptada parcialmente, parcialmente apoyada, apoyada parcialmente, "
        "частично поддержано, частично поддержана, 部分支持, 部分接受, مقبولة جزئيا, مقبولة جزئياً"
    ),
}
_BY_WORD = {word: value for value, words in _WORDS.items() for word in words.split(", ")}
_IN_PARTS = frozenset({PositionValue.SUPPORTED, PositionValue.NOTED, PositionValue.PARTLY_SUPPORTED})


def position_in_cell(printed: str) -> PositionValue | None:
    r"""The position that a cell names; both answers make it *partly supported*. None if it has any other word.

    >>> from kz_upr.documents.position_words import position_in_cell
    >>> position_in_cell("- Noted\n- Supported")
    <PositionValue.PARTLY_SUPPORTED: 'partly supported'>
    """
    if value := _named(printed):
        return value
    words = {word.strip(" -") for word in _BETWEEN.split(printed) if word.strip(" -")}
    values = {_named(word) for word in words}
    if len(values) == 1:
        return values.pop()
    return PositionValue.PARTLY_SUPPORTED if values and values <= _IN_PARTS else None


def _named(word: str) -> PositionValue | None:
    words = word.rstrip(_AFTER).strip(" -").casefold().split()
    return _ENGLISH.get("".join(words)) or _BY_WORD.get(" ".join(words))
