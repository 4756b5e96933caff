"""Sessions of the Working Group and cycles of the review, as heads and exports print them."""

import re

from kz_upr.documents.number_words import ordinal
from kz_upr.numbers import DASH, DASHES, REPORT_SYMBOL

_FLAGS = re.IGNORECASE
_ENDING = r"(?:\s?(?:st|nd|rd|th|er|ère|e|ème|º|ª|°|\.º))?"
_NO_ENDING = r"(?!\s?(?:st|nd|rd|th)\b)"
_UPR = r"(?:(?:UPR|EPU|WG|Working\s+Group)\s+)?"
_SESSION = r"(?:sessions?|sesión|sesion|per[ií]odo)\b"
_NUMBER_SIGN = rf"\s*+(?:(?:no\.?|n[°º]|number)\s*+)?(?::|{DASH})?\s*+"
_WORD = rf"[a-z]+(?:y(?:\s|{DASH})[a-z]+)?"
#: The sessions of the Council are not those of the Working Group.
_COUNCIL = r"(?P<council>\bCouncil(?:['’]s)?,?\s++(?:at\s++its\s++)?)?"
_OF_COUNCIL = r"(?P<of_council>\s++of\s++the\s++(?:Human\s++Rights\s++)?Council\b)?"

_SESSIONS = tuple(
    re.compile(rf"{_COUNCIL}\b{printed}{_OF_COUNCIL}", _FLAGS)
    for printed in (
        rf"(?P<number>\d{{1,2}}){_ENDING}[{DASHES}\s]+{_UPR}{_SESSION}",
        rf"(?P<number>{_WORD})\s+{_UPR}{_SESSION}",
        rf"{_SESSION}{_NUMBER_SIGN}(?P<number>\d{{1,2}})\b{_NO_ENDING}",
    )
)
_YEAR_OR_DATE = re.compile(
    r"\b\d{4}-(?:0\d|1[0-2])(?:-\d{2})?\b|\b\d{4}\b"
    rf"|\b\d{{1,2}}\s*{DASH}\s*\d{{1,2}}\s+[^\W\d_]{{3,}}|\b\d{{1,2}}\s+[^\W\d_]{{3,}}"
)
_ALONE = re.compile(rf"(?<![\d.])(\d{{1,2}}){_ENDING}(?:\.0)?(?!\w|\.\d)", _FLAGS)

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINALS = {
    "premier": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4,
}  # fmt: skip
_CYCLE = r"(?:cycle|ciclo)"
_CYCLES = (
    re.compile(rf"\b(?P<number>\d|[^\W\d_]+){_ENDING}[{DASHES}\s]+{_UPR}{_CYCLE}\b", _FLAGS),
    re.compile(rf"\b{_CYCLE}{_NUMBER_SIGN}(?P<number>\d|iv|i{{1,3}})\b{_NO_ENDING}", _FLAGS),
)

#: The first and last session of the Council with reports of each cycle. UPR Info: the reports of session 27 of the
#: Working Group went to the thirty-sixth session of the Council, those of 40 to the fiftieth, of 42 to the fifty-third.
_COUNCIL_SESSIONS = ((8, 19), (21, 34), (36, 50), (52, 65))


def session_in(text: str) -> int | None:
    """The session of the Working Group that a text names; None if it names none, or several.

    >>> from kz_upr.documents.sessions import session_in
    >>> session_in("UPR of Fiji (3rd cycle - thirty-fourth session)")
    34
    """
    found: set[int] = set()
    for pattern in _SESSIONS:
        for match in pattern.finditer(text):
            number = _number(match["number"])
            if number and not (match["council"] or match["of_council"]):
                found.add(number)
    return found.pop() if len(found) == 1 else None


def session_named(value: str) -> int | None:
    """The session that a value names, which may be a number alone; years and dates beside it do not count.

    >>> from kz_upr.documents.sessions import session_named
    >>> session_named("2019 - Session 34"), session_named("- 34")
    (34, 34)
    """
    if (session := session_in(value)) is not None:
        return session
    alone = {int(number) for number in _ALONE.findall(_YEAR_OR_DATE.sub(" ", value))}
    if not alone and (number := ordinal(value.strip(f"{DASHES} .;\n"))):
        return number
    return alone.pop() if len(alone) == 1 else None


def cycle_in(text: str) -> int | None:
    """The cycle that a text names (*Second Cycle*, *3rd cycle*, *cycle IV*); None if it names none, or several."""
    numbers = {_number(match["number"]) for pattern in _CYCLES for match in pattern.finditer(text)} - {None, 0}
    return numbers.pop() if len(numbers) == 1 else None


def cycle_named(value: str) -> int | None:
    """The cycle that a value names, which may be a number or ordinal alone."""
    return cycle_in(value) or cycle_in(f"{value.strip(f'{DASHES} ;').removesuffix('.0')} cycle")


def cycle_of_report(symbol: str) -> int | None:
    """The cycle of a report, by the session of the Council in its symbol (A/HRC/43/10); None if the symbol has none.

    The reports of the twelfth session of the Working Group, the last of the first cycle, are of the nineteenth session
    of the Council; those of its twenty-sixth and fortieth of the thirty-fourth and fiftieth.
    """
    match = re.match(REPORT_SYMBOL, symbol)
    if match is None:
        return None
    cycles = enumerate(_COUNCIL_SESSIONS, 1)
    return next((cycle for cycle, (first, last) in cycles if first <= int(match["council"]) <= last), None)


def _number(word: str) -> int | None:
    folded = word.casefold()
    return int(folded) if folded.isdecimal() else _ROMAN.get(folded) or _ORDINALS.get(folded) or ordinal(folded)
