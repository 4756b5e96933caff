"""Where a text names States: usually in brackets after a demand, sometimes in brackets of which one half is lost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kz_upr.model import State
from kz_upr.reference import find_states, named_state, nearly_named_state


class Naming(NamedTuple):
    """A place in a text that names States, from ``start`` to ``end``, with their names as printed."""

    start: int
    end: int
    states: tuple[State, ...]
    printed: tuple[str, ...]


_MARK = re.compile(r"(?<!\d)(?<!\s)(?<!\))\d{1,2}$|[*†‡§]+$")
_AND = "(?:and|et|y|e|и|و|和)"
_SEPARATOR = re.compile(rf"\s*[,;/،؛、，；]\s*(?:{_AND}\s+)?|\s+{_AND}\s+|\s*&\s*|\s*\n\s*")
_JOINT = re.compile(r"(?:[\s,;/،؛、，；.]|&|\band\b)*")
#: What ends a demand after its States.
CLOSER = re.compile(r"[)\d*†]*\s*(?:[;؛；.。]|$)")
#: Anything that makes a wording.
WORDS = re.compile(r"[^\W\d_]")
_OPENING, _CLOSING = "(（[", ")）]"
_LONGEST_NAME = 80

#: Brackets looked at in one text, counted from its end; a bound for texts that are not recommendations.
_MOST_BRACKETS = 200


def namings(text: str) -> Iterator[Naming]:
    """The places that name States, in order; those with only punctuation between them are one."""
    current: Naming | None = None
    for naming in _single_namings(text):
        between = text[current.end : naming.start] if current else ""
        if current is not None and _JOINT.fullmatch(between):
            new = [index for index, state in enumerate(naming.states) if state not in current.states]
            current = Naming(
                current.start,
                naming.end,
                current.states + tuple(naming.states[index] for index in new),
                current.printed + tuple(naming.printed[index] for index in new),
            )
            continue
        if current is not None:
            yield current
        current = naming
    if current is not None:
        yield current


def _single_namings(text: str) -> list[Naming]:
    pairs, unopened, unclosed = parentheses(text)
    found: list[Naming] = []
    for start in unclosed:  # the closing bracket is missing: "(Iran (Islamic Republic of);"
        end = _end_of_demand(text, start)
        states, printed = states_in(text[start + 1 : end])
        if states:
            found.append(Naming(start, end, states, printed))
    for start, end in pairs:  # outer ones first
        if any(other.start <= start < other.end for other in found):
            continue
        closing = bool(CLOSER.match(text, end))
        states, printed = states_in(text[start + 1 : end - 1], partly=closing, misprints=closing)
        if states:
            found.append(Naming(start, end, states, printed))
    for start, end in reversed(pairs):  # both are States: "(Urugay) (Peru);"
        if any(other.start <= start < other.end or start < other.start < end for other in found):
            continue
        if any(other.start > start and _JOINT.fullmatch(text, end, other.start) for other in found):
            states, printed = states_in(text[start + 1 : end - 1], misprints=True)
            if states:
                found.append(Naming(start, end, states, printed))
    for end in unopened:  # the opening bracket is missing: "Court Ghana);"
        naming = _name_before(text, end)
        if naming and not any(other.start < naming.end and naming.start < other.end for other in found):
            found.append(naming)
    return sorted(found, key=lambda naming: naming.start)


def parentheses(text: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pairs of brackets as (start, end), outer ones first; then the places of unmatched closing and opening ones."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    unopened: list[int] = []
    for place, character in enumerate(text):
        if character in _OPENING:
            opened.append(place)
        elif character in _CLOSING:
            if opened:
                pairs.append((opened.pop(), place + 1))
            else:
                unopened.append(place)
    return (
        sorted(pairs)[-_MOST_BRACKETS:],
        unopened[-_MOST_BRACKETS:],
        opened[-_MOST_BRACKETS:],
    )


def _end_of_demand(text: str, start: int) -> int:
    match = re.compile(r"\s*(?:[;؛；]|\.\s*$|$)").search(text, start)
    return match.start() if match else len(text)


def _name_before(text: str, end: int) -> Naming | None:
    """The State whose name ends at a closing bracket."""
    begin = max(0, end - _LONGEST_NAME)
    last: tuple[int, int, State] | None = None
    for last in find_states(text[begin:end]):  # noqa: B007  (the last one is wanted)
        pass
    if last is None or text[begin + last[1] : end].strip():
        return None
    start = begin + last[0]
    return Naming(start, end + 1, (last[2],), (text[start : begin + last[1]],))


def states_in(
    content: str, *, partly: bool = False, misprints: bool = False
) -> tuple[tuple[State, ...], tuple[str, ...]]:
    """The States that a pair of brackets lists, and their names as printed; none if it contains anything else.

    ``partly`` accepts a list with other words among the names (*Peru, on behalf of a group*); ``misprints`` accepts
    names with a wrong letter.
    """
    if len(content) > 4000 or not WORDS.search(content):
        return (), ()
    pieces = list(_pieces(content))
    states: dict[State, str] = {}
    position = 0
    name = ""
    while position < len(pieces):
        for following in range(min(position + 5, len(pieces)), position, -1):
            name = _MARK.sub("", content[pieces[position][0] : pieces[following - 1][1]].strip()).strip()
            state = named_state(name)
            if state is not None:
                states.setdefault(state, name)
                position = following
                break
        else:
            if several := _unseparated(name):  # a comma is missing: "(Peru Togo)"
                for state, name in several:
                    states.setdefault(state, name)
                position += 1
                continue
            if misprints and (misprinted := nearly_named_state(name)):
                states.setdefault(misprinted, name)
                position += 1
                continue
            if not partly or (not states and position == 0 and _leading_state(content) is None):
                return (), ()
            if not states and (leading := _leading_state(content)):
                states[leading[0]] = leading[1]
            position += 1
    return tuple(states), tuple(states.values())


def _unseparated(text: str) -> list[tuple[State, str]]:
    """The States of a text that consists of their names alone; none if it contains anything else."""
    found = list(find_states(text)) if len(text) < 4 * _LONGEST_NAME else []
    place = 0
    for start, end, _ in found:
        if text[place:start].strip().casefold() not in ("", "the"):
            return []
        place = end
    return [(state, text[start:end]) for start, end, state in found] if not text[place:].strip() else []


def _leading_state(content: str) -> tuple[State, str] | None:
    """The State of *Peru on behalf of a group*."""
    match = re.match(r"(.{3,80}?)\s*,?\s+on behalf of\b", content, re.IGNORECASE | re.DOTALL)
    state = named_state(match[1]) if match else None
    return (state, match[1]) if match and state else None


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
        else:
            place += 1
    if content[start:].strip():
        yield start, len(content)
