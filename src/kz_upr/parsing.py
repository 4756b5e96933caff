"""Recommendations as text: their numbers, their demands, and the States that made each demand."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from attrs import evolve, frozen

from kz_upr.model import State
from kz_upr.states import find_states, named_state, nearly_named_state


def fingerprint(text: str) -> str:
    r"""The sha256 of a wording, in hexadecimal, that white space and compatibility characters do not change.

    The text is taken in Unicode's normal form NFKC with every run of white space as one space and none at the ends.

    >>> from kz_upr.parsing import fingerprint
    >>> fingerprint("Paint  the fences") == fingerprint(" Paint the\nfences")
    True
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


# Numbers

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_NUMBER = re.compile(r"(?:(\d{1,4})\.)?(\d{1,4})(?!\d)")
_RANGE = re.compile(rf"\s*(?:[{_DASHES}]|\b(?:to|through)\b)\s*(?=\d)")
_BETWEEN = re.compile(r"(?:[\s,;.&]|\band\b|\bas\s+well\s+as\b)+")
_CALLED = re.compile(
    r"\s*(?:the\s+)?(?:rec(?:ommendation)?s?\b\.?)?\s*(?:(?:nos?|nrs?|numbers?)\b\.?)?\s*:?\s*(?=\d)", re.IGNORECASE
)

#: More numbers than any review has; what asks for more is not a list of recommendations.
_MOST_NUMBERS = 5000


def number_key(number: str) -> tuple[int, ...]:
    """What sorts numbers as the documents do: 139.2 before 139.124; a part that is no number counts as 0."""
    return tuple(int(part) if part.isdecimal() else 0 for part in number.split("."))


def expand_numbers(text: str) -> tuple[str, ...]:
    """Every number that a printed list of recommendations stands for, in its order.

    ``text`` is the list alone: full numbers (``122.34``) or bare ones (``34``), single or as ranges,
    with commas, semicolons, full stops, *and* or white space between; before the first may stand what
    they are called (*recommendations Nos.*). A bare number that follows a full one continues it. Raises
    ValueError naming the place where something else stands, and for a range that runs backwards or from one
    paragraph to another. An empty text is no list: ValueError.

    >>> from kz_upr.parsing import expand_numbers
    >>> expand_numbers("122.34- 35, 122.40")
    ('122.34', '122.35', '122.40')
    >>> expand_numbers("1–3, 14")
    ('1', '2', '3', '14')
    """
    numbers: list[str] = []
    paragraph: str | None = None
    place = _skip(_CALLED, text, _skip(_BETWEEN, text, 0))
    if place == len(text):
        raise ValueError(f"no numbers in {_excerpt(text, 0)}")
    while place < len(text):
        match = _NUMBER.match(text, place)
        if match is None:
            raise ValueError(f"no number of a recommendation at {place}: {_excerpt(text, place)}")
        paragraph = match[1] or paragraph
        first, last = int(match[2]), int(match[2])
        begun, place = place, match.end()
        dash = _RANGE.match(text, place)
        if dash is not None:
            match = _NUMBER.match(text, dash.end())
            if match is None:
                raise ValueError(f"no end of the range at {dash.end()}: {_excerpt(text, begun)}")
            if match[1] not in (None, paragraph):
                raise ValueError(f"range from one paragraph to another at {begun}: {_excerpt(text, begun)}")
            last, place = int(match[2]), match.end()
        if last < first:
            raise ValueError(f"range runs backwards at {begun}: {_excerpt(text, begun)}")
        if len(numbers) + last - first >= _MOST_NUMBERS:
            raise ValueError(f"more than {_MOST_NUMBERS} numbers at {begun}: {_excerpt(text, begun)}")
        prefix = f"{paragraph}." if paragraph else ""
        numbers.extend(f"{prefix}{number}" for number in range(first, last + 1))
        after = _skip(_BETWEEN, text, place)
        if after == place and place < len(text):
            raise ValueError(f"no number of a recommendation at {place}: {_excerpt(text, place)}")
        place = after
    return tuple(numbers)


def _skip(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _excerpt(text: str, place: int) -> str:
    return repr(text[place : place + 40])


# Demands and the States that made them


@frozen(kw_only=True)
class ParsedClause:
    """One demand of a recommendation: its wording, the States that made it, and their names as printed.

    ``states`` and ``states_as_printed`` go in pairs; both are empty where the text names no State.
    """

    #: Wording of the demand, without number and States.
    text: str
    #: The States that made it.
    states: tuple[State, ...] = ()
    #: Their names as the text prints them, in the same order.
    states_as_printed: tuple[str, ...] = ()


@frozen
class _Naming:
    """A place of the text that names States: usually a parenthesis, sometimes one whose half is lost."""

    start: int
    end: int
    states: tuple[State, ...]
    printed: tuple[str, ...]


_NUMBERED = re.compile(r"\s*\d{1,4}\s*[.\-]\s*\d{1,4}\.?\s+")
_MARK = re.compile(r"(?<=[^\W\d_)])\d{1,2}$|[*†‡§]+$")
_AND = "(?:and|et|y|e|и|و|和)"
_SEPARATOR = re.compile(rf"\s*[,;/،؛、，；]\s*(?:{_AND}\s+)?|\s+{_AND}\s+|\s*&\s*|\s*\n\s*")
_JOINT = re.compile(r"(?:[\s,;/،؛、，；.]|&|\band\b)*")
_CLOSER = re.compile(r"[)\d*†]*\s*(?:[;؛；.。]|$)")
_OPENING, _CLOSING = "(（[", ")）]"
_WORDS = re.compile(r"[^\W\d_]")
_LONGEST_NAME = 80

#: Parentheses looked at in one text, from its end; a bound for texts that are none.
_MOST_PARENTHESES = 200


def parse_recommendation(text: str) -> tuple[ParsedClause, ...]:
    """The demands of one recommendation, each with the States that made it, in printed order.

    ``text`` is the printed wording, with or without its number. Demands that carry States of their own
    are told apart (*A (Ghana); B (Togo)*, *consider ratifying (Ghana)/ratify (Togo) the treaty*);
    States joined in one parenthesis or in several that stand together share one demand. Only whole names of
    States count, however the Organization prints them; other parentheses belong to the wording. A name whose
    parenthesis lost one half is found at the end of its demand, and so is one with a misprint (*Urugay*), if no
    other State has a name as near. A text that names no State gives one clause without States. Never raises.

    >>> from kz_upr.parsing import parse_recommendation
    >>> [clause] = parse_recommendation("Paint the fences (Peru) (Iran (Islamic Republic of));")
    >>> [state.iso3 for state in clause.states], clause.text
    (['PER', 'IRN'], 'Paint the fences')
    """
    text = " ".join(text.split())
    text = text[match.end() :] if (match := _NUMBERED.match(text)) else text
    namings = list(_joined(text, _namings(text)))
    if not namings:
        return (ParsedClause(text=_trimmed(text)),)
    clauses: list[ParsedClause] = []
    alternatives: list[int] = []  # clauses of "do this (A)/do that (B) to the thing"
    unfinished: list[int] = []  # clauses whose sentence goes on after their States
    place = 0
    slashed = False
    for naming in namings:
        wording = text[place : naming.start]
        offered = {state for index in alternatives for state in clauses[index].states}
        if alternatives and not slashed and offered.issuperset(naming.states):
            for index in alternatives:
                if not set(naming.states).isdisjoint(clauses[index].states):
                    clauses[index] = _continued(clauses[index], wording, last=index == alternatives[-1])
        else:
            if not slashed:
                alternatives = []
            clause = ParsedClause(
                text=_alternative(wording, clauses[alternatives[0]].text) if alternatives else _trimmed(wording),
                states=naming.states,
                states_as_printed=naming.printed,
            )
            clauses.append(clause)
            unfinished.append(len(clauses) - 1)
        place = naming.end
        slashed = text[place : place + 2].lstrip().startswith("/")
        newest = len(clauses) - 1
        if newest not in alternatives and (slashed or (alternatives and alternatives[-1] == newest - 1)):
            alternatives.append(newest)
        if _CLOSER.match(text, place):
            alternatives, unfinished = [], []
    tail = text[place:]
    if _WORDS.search(tail) and not _CLOSER.match(text, place):
        for index in unfinished:
            clauses[index] = _continued(clauses[index], tail, last=index == unfinished[-1])
    elif _WORDS.search(tail):
        clauses[-1] = evolve(clauses[-1], text=f"{clauses[-1].text}; {_trimmed(tail)}")
    return tuple(clauses)


def unknown_names(text: str) -> Iterator[str]:
    """Names that a demand lists beside its States and that are no State's: *Ruritania* of *(Peru, Ruritania);*."""
    for start, end in _parentheses(text)[0]:
        content = text[start + 1 : end - 1]
        _, printed = _states_in(content, partly=bool(_CLOSER.match(text, end)), misprints=True)
        for name in sorted(printed, key=len, reverse=True):
            content = content.replace(name, " ")
        if printed and "behalf" not in content:
            yield from re.findall(r"\b[^\W\d_a-z][^\W\d_]{3,}", content)


def misprinted_names(clauses: tuple[ParsedClause, ...]) -> Iterator[str]:
    """What to tell of names that were read though no State is called so."""
    for clause in clauses:
        for state, printed in zip(clause.states, clause.states_as_printed, strict=True):
            if named_state(printed) is None:
                yield f"“{printed}” is read as {state.name}"


def _continued(clause: ParsedClause, wording: str, *, last: bool) -> ParsedClause:
    """The clause with what follows its States; *of the treaty* fits the last of several alternatives alone."""
    wording = _trimmed(wording)
    if not _WORDS.search(wording):
        return clause
    if not last and (match := re.match(r"of\s+", wording)):
        return evolve(clause, text=f"{clause.text} … {wording[match.end() :]}")
    return evolve(clause, text=f"{clause.text} {wording}")


def _alternative(wording: str, first: str) -> str:
    wording = _trimmed(wording)
    lead = re.match(r"to\s", first, re.IGNORECASE)
    return f"{lead.group()}{wording}" if lead and not re.match(r"to\s", wording, re.IGNORECASE) else wording


def _trimmed(wording: str) -> str:
    return " ".join(wording.split()).strip(" ,;/.،؛；。")


def _joined(text: str, namings: list[_Naming]) -> Iterator[_Naming]:
    """Namings with nothing but punctuation between them, as one."""
    current: _Naming | None = None
    for naming in namings:
        between = text[current.end : naming.start] if current else ""
        if current is not None and _JOINT.fullmatch(between):
            new = [index for index, state in enumerate(naming.states) if state not in current.states]
            current = _Naming(
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


def _namings(text: str) -> list[_Naming]:
    pairs, unopened, unclosed = _parentheses(text)
    found: list[_Naming] = []
    for start in unclosed:  # "(Iran (Islamic Republic of);" has lost the end
        end = _end_of_demand(text, start)
        states, printed = _states_in(text[start + 1 : end])
        if states:
            found.append(_Naming(start, end, states, printed))
    for start, end in pairs:  # the outer ones come first
        if any(other.start <= start < other.end for other in found):
            continue
        closing = bool(_CLOSER.match(text, end))
        states, printed = _states_in(text[start + 1 : end - 1], partly=closing, misprints=closing)
        if states:
            found.append(_Naming(start, end, states, printed))
    for start, end in reversed(pairs):  # "(Urugay) (Peru);" names two States
        if any(other.start <= start < other.end or start < other.start < end for other in found):
            continue
        if any(other.start > start and _JOINT.fullmatch(text, end, other.start) for other in found):
            states, printed = _states_in(text[start + 1 : end - 1], misprints=True)
            if states:
                found.append(_Naming(start, end, states, printed))
    for end in unopened:  # "Court Ghana);" has lost the beginning
        naming = _name_before(text, end)
        if naming and not any(other.start < naming.end and naming.start < other.end for other in found):
            found.append(naming)
    return sorted(found, key=lambda naming: naming.start)


def _parentheses(text: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Whole parentheses as (start, end), outer ones first; the places of closing and of opening ones left over."""
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
        sorted(pairs)[-_MOST_PARENTHESES:],
        unopened[-_MOST_PARENTHESES:],
        opened[-_MOST_PARENTHESES:],
    )


def _end_of_demand(text: str, start: int) -> int:
    match = re.compile(r"\s*(?:[;؛；]|\.\s*$|$)").search(text, start)
    return match.start() if match else len(text)


def _name_before(text: str, end: int) -> _Naming | None:
    """The State whose name ends where a closing parenthesis stands."""
    begin = max(0, end - _LONGEST_NAME)
    last: tuple[int, int, State] | None = None
    for last in find_states(text[begin:end]):  # noqa: B007  (the last one is wanted)
        pass
    if last is None or text[begin + last[1] : end].strip():
        return None
    start = begin + last[0]
    return _Naming(start, end + 1, (last[2],), (text[start : begin + last[1]],))


def _states_in(
    content: str, *, partly: bool = False, misprints: bool = False
) -> tuple[tuple[State, ...], tuple[str, ...]]:
    """The States that a parenthesis lists and their names as printed; none where it holds anything else.

    ``partly`` accepts a list that also holds words that name no State (*Peru, on behalf of a group*),
    ``misprints`` names with a wrong letter.
    """
    if len(content) > 4000 or not _WORDS.search(content):
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
            if several := _unseparated(name):  # "(Peru Togo)" has lost a comma
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
    """The States of a text that is nothing but their names; none where it holds anything else."""
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
    """What stands between the separators of a list, nested parentheses left whole."""
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
