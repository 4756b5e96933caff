"""The units of a sentence: lists of numbers, words and marks; and the phrases that they form."""

import re
from collections.abc import Collection, Iterator
from enum import Enum, auto
from itertools import chain

from attrs import frozen

from kz_upr.model import PositionValue
from kz_upr.numbers import ANY_LIST, CALLED, DASH, FULL_LIST, FULL_NUMBER, numbers_in

#: A list of full numbers means recommendations anywhere; bare numbers do so only if they are called recommendations.
_LIST = re.compile(rf"(?P<full>{FULL_LIST})|\b{CALLED}(?P<bare>{ANY_LIST})")
#: Bare numbers that continue a list of the same sentence: "recommendations 1 to 9, except 4".
_LOOSE = re.compile(
    r"\b(?i:except(?:ing)?(?:\s+for)?|excluding|(?:apart|aside)\s+from|other\s+than|save(?:\s+for)?|exceptions?\s+of|not(?:\s+including)?"
    r"|barring|without|but|nos?\.|numbers?|numbered|supports?|accepts?|notes?|rejects?)\s+"
    rf"(?P<loose>{ANY_LIST})(?!\s+(?:of|recommendations?)\b)"
)
_PIECES = re.compile(r"[,;&/]|\band\b|\bas\s+well\s+as\b")
_UNIT = re.compile(rf"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|\d+(?:\.\d+)*|{DASH}|\.{{2,}}|\S")
#: How many units before a place are looked at, so that the work grows with the length of the text.
_REACH = 60


class Kind(Enum):
    """What a phrase is."""

    NUMBERS = auto()
    EVERY = auto()  # all recommendations, or all the others
    VERB = auto()
    EXCEPT = auto()
    EXCEPTED = auto()  # after the numbers: "50.4 excepted"
    PART = auto()  # "in part"
    BREAK = auto()  # a new clause
    OTHER = auto()  # a verb that is not an answer
    GAP = auto()  # words that do not simply continue a list
    OPEN = auto()
    CLOSE = auto()
    COLON = auto()
    RESPECTIVELY = auto()
    HEDGE = auto()  # what an answer depends on, or what limits it


class Reach(Enum):
    """On which side of a verb its recommendations stand."""

    AFTER = auto()  # Fiji supports …
    BEFORE = auto()  # … are supported
    EITHER = auto()  # supported: …, or: … supported
    RELATIVE = auto()  # …, which it supports


@frozen
class Phrase:
    """One phrase; ``numbers`` and ``entries`` of a list, ``value`` and ``reach`` of a verb (None: not understood)."""

    kind: Kind
    numbers: tuple[str, ...] = ()
    entries: tuple[tuple[str, ...], ...] = ()
    value: PositionValue | None = None
    reach: Reach = Reach.AFTER
    #: Of a list: "partly", "none", "nor", "any", "among", "unclear", "see"; of all recommendations: "restricted";
    #: of a part: "next".
    mark: str = ""
    after_comma: bool = False  # of a list: separated from the one before, not joined to it by "and"


@frozen
class Unit:
    """A list, a word or a mark of a sentence; words in lower case."""

    text: str
    phrase: Phrase | None = None
    is_word: bool = False
    is_name: bool = False  # whether it has a capital


def lists(text: str) -> Iterator[tuple[int, int, tuple[str, ...], str]]:
    """Lists of recommendations in a sentence: start, end, numbers (none if they are unclear), and as printed."""
    found = [(m.start(), m.end(), m["full"] or m["bare"]) for m in _LIST.finditer(text)]
    if found:
        taken = {place for start, end, _ in found for place in range(start, end)}
        loose = ((m.start("loose"), m.end(), m["loose"]) for m in _LOOSE.finditer(text))
        found += [each for each in loose if each[0] not in taken and "." not in each[2]]
    paragraph = next((printed.partition(".")[0] for _, _, printed in found if re.match(r"\d+\.\d", printed)), "")
    for start, end, printed in sorted(found):
        full = _in_full(printed, paragraph)
        yield start, end, () if ".." in printed else numbers_in(full), full


def numbers_named(text: str) -> tuple[str, ...]:
    """All numbers of the lists in a text."""
    return tuple(number for _, _, numbers, _ in lists(text) for number in numbers)


def _in_full(printed: str, paragraph: str) -> str:
    """What is printed, with a paragraph of the report, if that is known, before a bare number."""
    return printed if not paragraph or "." in printed.rstrip(" .") else f"{paragraph}.{printed}"


def units_of(sentence: str) -> Iterator[Unit]:
    """The units of a sentence, in order."""
    place = 0
    for start, end, numbers, printed in [*lists(sentence), (len(sentence), len(sentence), (), "")]:
        for match in _UNIT.finditer(sentence, place, start):
            text = match.group()
            yield Unit(text.casefold(), is_word=match["word"] is not None, is_name=text[0].isupper())
        if printed:
            mark = "" if numbers and len(set(numbers)) == len(numbers) else "unclear"
            named = numbers or tuple(n for each in re.findall(FULL_NUMBER, printed) for n in numbers_in(each))
            yield Unit("", Phrase(Kind.NUMBERS, named, _entries(printed, numbers), mark=mark))
        place = end


def _entries(printed: str, numbers: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The numbers of each entry of a list, a range being one entry; none if they do not add up to the list."""
    paragraph, entries = "", []
    for piece in filter(str.strip, _PIECES.split(printed)):
        entry = numbers_in(_in_full(piece.strip(), paragraph))
        paragraph = entry[-1].partition(".")[0] if entry and "." in entry[-1] else paragraph
        entries.append(entry)
    return tuple(entries) if tuple(chain.from_iterable(entries)) == numbers else ()


def text_at(units: list[Unit], index: int) -> str:
    """The text of a unit; nothing outside the sentence."""
    return units[index].text if 0 <= index < len(units) else ""


def is_list(units: list[Unit], index: int) -> bool:
    """Whether a list of numbers stands at a place."""
    return 0 <= index < len(units) and units[index].phrase is not None


def after_words(units: list[Unit], index: int, words: Collection[str]) -> int:
    """The place after some words that may stand at a place."""
    while text_at(units, index) in words:
        index += 1
    return index


def leftwards(units: list[Unit], index: int) -> Iterator[int]:
    """The places before another in its sentence or bracket, without brackets that are closed before it."""
    depth = 0
    for at in range(index - 1, max(-1, index - _REACH), -1):
        text = units[at].text
        if text in (")", "]"):
            depth += 1
        elif text in ("(", "["):
            if not depth:
                return
            depth -= 1
        elif not depth:
            if text in (";", ":"):
                return
            yield at
