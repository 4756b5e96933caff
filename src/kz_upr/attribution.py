"""Where a text names States: usually in brackets after a demand, sometimes with one of the brackets missing."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from kz_upr.model import State
from kz_upr.reference import named_state
from kz_upr.reference.misprints import nearly_named_state
from kz_upr.reference.scanning import find_states


class Naming(NamedTuple):
    """A place in a text that names States, from ``start`` to ``end``, with their names as printed."""

    start: int
    end: int
    states: tuple[State, ...]
    printed: tuple[str, ...]


_NUMERAL = r"(?:(?<!\d)\d{1,3}(?!\d)|[²³¹⁰⁴-⁹]{1,3})"
_SIGN = r"[*†‡§¶^]"
#: The mark of a note after a name: *Spain2*, *Spain 2*, *Spain²*, *Spain [2]*, *Spain (2)*, *Spain**, *Spain a*.
_MARK = re.compile(
    rf"(?:(?:\b(?:(?:foot)?note|fn)\.?\s?)?{_NUMERAL}|{_SIGN}|[\[({{](?:{_NUMERAL}|[a-z*†‡§])[\])}}]|(?<=\s)[a-z]|[ᵃ-ᶻ])$"
)
_MARKS_ALONE = re.compile(rf"(?:\s|{_NUMERAL}|{_SIGN}|[\[\]])*")
#: Marks between the brackets of the States and the punctuation that follows them.
_MARKS_AFTER = re.compile(rf"(?:\s?(?:{_NUMERAL}|{_SIGN}|\[{_NUMERAL}\]))+(?=\s*(?:[;؛；。,(/]|\.(?!\d)|$))")
_AND = "(?:as well as|together with|along with|and|et|y|e|и|و|和)"
_SEPARATOR = re.compile(rf"\s*+[,;/،؛、，；]\s*+(?:{_AND}\s++)?|\s++{_AND}\s++|\s*+&\s*+|\s*\n\s*+")
_JOINT = re.compile(r"(?:[\s,;/،؛、，；.]|&|\band\b)*")
#: What ends a demand after its States.
CLOSER = re.compile(r"[)\d*†]*+\s*+(?:[;؛；.。]|$)")
#: Anything that makes a wording.
WORDS = re.compile(r"[^\W\d_]")
_OPENING, _CLOSING = "(（[", ")）]"
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_CONNECTING = frozenset({"and", "de", "del", "des", "du", "et", "la", "of", "the", "y"})
_LONGEST_NAME, _LONGEST_LIST = 80, 4000
#: Pairs of brackets, then the places of single closing and of single opening ones.
_Brackets: TypeAlias = tuple[list[tuple[int, int]], list[int], list[int]]

#: Brackets looked at in one text, counted from its end; a bound for texts that are not recommendations.
_MOST_BRACKETS = 200


def namings(text: str) -> list[Naming]:
    """The places that name States, in order; those with only punctuation between them are one."""
    found: list[Naming] = []
    for naming in sorted(_single_namings(text), key=lambda naming: naming.start):
        marks = _MARKS_AFTER.match(text, naming.end)
        end = marks.end() if marks else naming.end
        if found and _JOINT.fullmatch(text[found[-1].end : naming.start]):
            last = found.pop()
            names = dict(zip(last.states, last.printed, strict=True))
            for state, printed in zip(naming.states, naming.printed, strict=True):
                names.setdefault(state, printed)
            found.append(Naming(last.start, end, tuple(names), tuple(names.values())))
        else:
            found.append(naming._replace(end=end))
    return found


def _single_namings(text: str) -> list[Naming]:
    pairs, unopened, unclosed = _round(text, parentheses(text))
    found: list[Naming] = []

    def is_free(start: int, end: int) -> bool:
        return not any(other.start < end and start < other.end for other in found)

    for start in unclosed:  # the closing bracket is missing: "(Iran (Islamic Republic of);"
        end = _end_of_demand(text, start)
        states, printed = states_in(text[start + 1 : end])
        if states:
            found.append(Naming(start, end, states, printed))
    for start, end in pairs:  # outer ones first
        if is_free(start, end):
            closing = bool(CLOSER.match(text, end))
            states, printed = states_in(text[start + 1 : end - 1], partly=closing, misprints=closing)
            if states:
                found.append(Naming(start, end, states, printed))
    for start, end in reversed(pairs):  # both are States: "(Urugay) (Peru);"
        if is_free(start, end) and any(
            other.start > start and _JOINT.fullmatch(text, end, other.start) for other in found
        ):
            states, printed = states_in(text[start + 1 : end - 1], misprints=True)
            if states:
                found.append(Naming(start, end, states, printed))
    for end in unopened:  # the opening bracket is missing: "Court Ghana);"
        naming = _name_before(text, end)
        if naming and is_free(naming.start, naming.end):
            found.append(naming)
    return found


def parentheses(text: str) -> _Brackets:
    """Pairs of brackets as (start, end), outer ones first; then the places of unmatched closing and opening ones."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    unopened: list[int] = []
    for match in _BRACKET.finditer(text):
        place = match.start()
        if match.group() in _OPENING:
            opened.append(place)
        elif opened:
            pairs.append((opened.pop(), place + 1))
        else:
            unopened.append(place)
    return sorted(pairs)[-_MOST_BRACKETS:], unopened[-_MOST_BRACKETS:], opened[-_MOST_BRACKETS:]


def _round(text: str, brackets: _Brackets) -> _Brackets:
    """The brackets without the square ones, which are an editor's: *as it [Peru] did*."""
    pairs, unopened, unclosed = brackets
    return (
        [(start, end) for start, end in pairs if text[start] != "[" or text[end - 1] != "]"],
        [place for place in unopened if text[place] != "]"],
        [place for place in unclosed if text[place] != "["],
    )


def _end_of_demand(text: str, start: int) -> int:
    end = start + _LONGEST_LIST + 2  # a longer list is not a list of States
    match = re.compile(r"[;؛；]|\.\s*+$").search(text, start, end)
    return start + len(text[start : match.start() if match else end].rstrip())


def _name_before(text: str, end: int) -> Naming | None:
    """The State whose name ends at a closing bracket."""
    begin = max(0, end - _LONGEST_NAME)
    named = list(find_states(text[begin:end]))
    if not named:
        return None
    first, last, state = named[-1]
    if not _MARKS_ALONE.fullmatch(text, begin + last, end):
        return None
    return Naming(begin + first, end + 1, (state,), (text[begin + first : begin + last],))


class Listed(NamedTuple):
    """What a pair of brackets lists: States, their names as printed, and entries that name no State."""

    states: tuple[State, ...]
    printed: tuple[str, ...]
    others: tuple[str, ...]
    begins: bool
    """Whether the entries before the first State, if any, may be names too."""


def states_in(
    content: str, *, partly: bool = False, misprints: bool = False
) -> tuple[tuple[State, ...], tuple[str, ...]]:
    """The States that a pair of brackets lists, and their names as printed; none if it contains anything else.

    ``partly`` accepts other entries after the first State (*Peru, on behalf of a group*), and before it if they look
    like names (*Ruritania, Peru*); ``misprints`` accepts names with a wrong letter.
    """
    listed = entries_in(content, misprints=misprints)
    if listed.others and not (partly and listed.begins):
        return (), ()
    return listed.states, listed.printed


def entries_in(content: str, *, misprints: bool = False) -> Listed:
    """The States and the other entries that a pair of brackets lists."""
    states: dict[State, str] = {}
    others: list[str] = []
    begins = True
    if len(content) > _LONGEST_LIST or not WORDS.search(content):
        return Listed((), (), (), begins)
    if content[0].isalpha() and (content[-1].isalpha() or content[-1] in _CLOSING) and (state := named_state(content)):
        return Listed((state,), (content,), (), begins)  # as most do: one name and nothing else
    pieces = list(_pieces(content))
    position = 0
    while position < len(pieces):
        named, following = _entry(content, pieces, position, misprints=misprints)
        piece = content[slice(*pieces[position])].strip()
        if not named and WORDS.search(piece):
            if not states and position == 0 and (leading := _leading_state(content)):
                named = [leading]
            begins = begins and bool(states or named or _is_like_a_name(piece))
            others.append(piece)
        for state, name in named:
            states.setdefault(state, name)
        position = following
    return Listed(tuple(states), tuple(states.values()), tuple(others), begins)


def _entry(
    content: str, pieces: list[tuple[int, int]], position: int, *, misprints: bool
) -> tuple[list[tuple[State, str]], int]:
    """The States of one entry of a list, with their names as printed, and the place of the next entry.

    A name may contain separators: *Bosnia and Herzegovina*.
    """
    name = ""
    for following in range(min(position + 5, len(pieces)), position, -1):
        for name in _without_marks(content[pieces[position][0] : pieces[following - 1][1]].strip()):
            if state := named_state(name):
                return [(state, name)], following
    if several := _unseparated(name):  # a comma is missing: "(Peru Togo)"
        return several, position + 1
    misprinted = nearly_named_state(name) if misprints else None
    return [(misprinted, name)] if misprinted else [], position + 1


def _without_marks(name: str) -> Iterator[str]:
    """The name, then the name without the marks of notes at its end, taken off one by one."""
    yield name
    while len(name) <= 2 * _LONGEST_NAME and (match := _MARK.search(name)) and match.start() > 0:
        name = name[: match.start()].strip()
        yield name


def _is_like_a_name(piece: str) -> bool:
    """Whether it may be a name: *Kingdom of Ruritania*, but not *including Togo*."""
    words = re.findall(r"\w+", piece) if len(piece) <= _LONGEST_NAME else []
    proper = [word for word in words if word not in _CONNECTING]
    return bool(proper) and all(word[0].isalpha() and not word[0].islower() for word in proper)


def _unseparated(text: str) -> list[tuple[State, str]]:
    """The States of a text that consists only of their names; empty if it contains anything else."""
    found = list(find_states(text)) if len(text) < 4 * _LONGEST_NAME else []
    place = 0
    for start, end, _ in found:
        if not _MARKS_ALONE.fullmatch(text[place:start].casefold().removesuffix("the ")):
            return []
        place = end
    return [(state, text[start:end]) for start, end, state in found] if _MARKS_ALONE.fullmatch(text, place) else []


def _leading_state(content: str) -> tuple[State, str] | None:
    """The State of *Peru on behalf of a group*."""
    match = re.match(r"(.{3,80}?)(?:\s++|\s*+,\s++)on behalf of\b", content, re.IGNORECASE | re.DOTALL)
    if match and (state := named_state(match[1])):
        return state, match[1]
    return None


def _pieces(content: str) -> Iterator[tuple[int, int]]:
    """The entries between the separators of a list; nested brackets stay whole."""
    start = depth = place = 0
    while place < len(content):
        character = content[place]
        depth += (character in _OPENING) - (character in _CLOSING)
        match = _SEPARATOR.match(content, place) if depth <= 0 else None
        if match and match.end() > place:
            if match.start() > start:
                yield start, match.start()
            start = place = match.end()
        elif character.isspace():  # no separator begins within white space if none begins with it
            while place < len(content) and content[place].isspace():
                place += 1
        else:
            place += 1
    if content[start:].strip():
        yield start, len(content)
