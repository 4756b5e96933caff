"""States and topics: by code, and by every name that documents print for a State."""

import functools
import re
import unicodedata
from collections.abc import Iterator

from kz_upr import bundle
from kz_upr.errors import UnknownStateError, UnknownTopicError, expect, nearest_names
from kz_upr.model import RegionalGroup, State, Topic


@functools.cache
def _states() -> dict[str, State]:
    return {
        entry["iso3"]: State(
            iso3=entry["iso3"],
            iso2=entry["iso2"],
            m49=entry["m49"],
            name=entry["name"],
            group=RegionalGroup(entry["group"]) if "group" in entry else None,
        )
        for entry in bundle.read_json("states.json")["states"]
    }


@functools.cache
def _topics() -> dict[str, Topic]:
    return {entry["code"]: Topic(**entry) for entry in bundle.read_json("topics.json")["topics"]}


def list_states() -> tuple[State, ...]:
    """All States of the package, by ISO3 code: the members of the United Nations and four beside them."""
    return tuple(_states().values())


def list_topics() -> tuple[Topic, ...]:
    """All topics, by code: the issues of the Universal Human Rights Index at level 2."""
    return tuple(_topics().values())


def state_by_iso3(code: str) -> State:
    """The State with that ISO 3166-1 alpha-3 code; :class:`~kz_upr.errors.UnknownStateError` when there is none."""
    try:
        return _states()[code]
    except KeyError:
        raise UnknownStateError(code, nearest=_near_states(code)) from None


def _near_states(name: str) -> tuple[str, ...]:
    return nearest_names(name, (state.name for state in list_states()))


def topic_by_code(code: str) -> Topic:
    """The topic with that code; :class:`~kz_upr.errors.UnknownTopicError` when there is none."""
    try:
        return _topics()[code]
    except KeyError:
        asked = fold(code)
        near = [f"{topic.code} {topic.label}" for topic in list_topics() if asked and asked in fold(topic.label)]
        raise UnknownTopicError(code, existing=_topics(), nearest=near[:3]) from None


def fold(name: str) -> str:
    """A name as it is compared: letters and digits alone, without accents, case, ``the`` or a mark of a footnote."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", text)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@functools.cache
def _printed_names() -> dict[str, State]:
    names: dict[str, State] = {}
    for code, aliases in bundle.read_json("state-names.json")["names"].items():
        for alias in aliases:
            names[fold(alias)] = _states()[code]
    for state in list_states():
        names[fold(state.name)] = state
    for name, state in list(names.items()):
        for form in _turned(name):
            names.setdefault(form, state)
    return names


def _turned(name: str) -> Iterator[str]:
    """Forms of a folded name that documents print beside it: *Korea (Republic of)*, *Bosnia & Herzegovina*."""
    kind, of, land = name.partition(" of ")
    if of and land:
        yield f"{land.removeprefix('the ')} {kind} of"
        yield f"{land.removeprefix('the ')} {kind} of the"
    if " and " in name:
        yield name.replace(" and ", " ")
    if " the " in name:
        yield name.replace(" the ", " ")


@functools.cache
def _names() -> dict[str, State]:
    codes = {fold(code): state for state in list_states() for code in (state.iso3, state.iso2, state.m49)}
    return _printed_names() | codes


@functools.cache
def _longest_by_first_word() -> dict[str, int]:
    """For every word that begins a printed name, the number of words of the longest such name."""
    longest: dict[str, int] = {}
    for name in _printed_names():
        words = name.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def named_state(name: str) -> State | None:
    """The State that running text calls so, None where it is no State's name.

    Unlike :func:`resolve_state` no code is a name here: in a document *(AU)* is a union and *(MDG)* are goals.
    """
    folded = fold(name)
    return _printed_names().get(folded) or _printed_names().get(folded.replace(" the ", " "))


_LEAST_LETTERS, _LONG, _MOST_LETTERS = 6, 11, 80


@functools.cache
def _names_by_length() -> dict[int, list[tuple[str, State]]]:
    """Folded English names; short ones are too like other words to be told by a misprint."""
    by_length: dict[int, list[tuple[str, State]]] = {}
    for state in list_states():
        whole = fold(state.name)
        for name in {whole, fold(state.name.partition(" (")[0]), *_turned(whole)}:
            if len(name) >= _LEAST_LETTERS:
                by_length.setdefault(len(name), []).append((name, state))
    return by_length


def nearly_named_state(name: str) -> State | None:
    """The one State whose name differs from this in a misprint: one letter, two in a long name.

    A letter may be wrong, lacking, too many, or have changed places with the next. None where the name is a
    State's as it stands, where it is as near to another State's, or where it is another word made from
    a name: *German*, *Sri Lankan*.
    """
    asked = fold(name)
    if not name[:1].isupper() or not _LEAST_LETTERS <= len(asked) <= _MOST_LETTERS or asked in _printed_names():
        return None
    for allowed in range(1, 3 if len(asked) >= _LONG else 2):
        near = {
            state
            for length in range(len(asked) - allowed, len(asked) + allowed + 1)
            for known, state in _names_by_length().get(length, ())
            if _within(asked, known, allowed) and not _is_derived(asked, known)
        }
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _is_derived(word: str, name: str) -> bool:
    if " " in name:
        return word == f"{name}n"
    return word.startswith(name) or name.startswith(word)


def _within(one: str, other: str, most: int) -> bool:
    """Whether that many edits at most make one word the other."""
    if one == other:
        return True
    if most == 0 or abs(len(one) - len(other)) > most:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    return (
        _within(one[1:], other[1:], most - 1)
        or _within(one[1:], other, most - 1)
        or _within(one, other[1:], most - 1)
        or (one[:2] == other[1::-1] and len(one) > 1 and _within(one[2:], other[2:], most - 1))
    )


def find_states(text: str) -> Iterator[tuple[int, int, State]]:
    """Every State named in a text, as (start, end, State): whole names, the longest first, from left to right."""
    words = [(match.start(), match.end(), fold(match.group())) for match in re.finditer(r"[^\W_]+", text)]
    names, longest = _printed_names(), _longest_by_first_word()
    position = 0
    while position < len(words):
        start, _, first = words[position]
        for length in range(longest.get(first, 0), 0, -1):
            end = words[min(position + length, len(words)) - 1][1]
            state = names.get(" ".join(word for _, _, word in words[position : position + length]))
            if state is None or text[start:end].islower():  # "turkey" is a bird, "the former …" a State
                continue
            if not re.search(r"[;:]|\.\s", text[start:end].replace("St. ", "")):
                end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
                yield start, end, state
                position += length
                break
        else:
            position += 1


_resolved: dict[str, State] = {}


def resolve_state(name: str) -> State:
    """The State that a name or code means.

    ``name`` is any form that United Nations documents print (today's name, earlier names, with or
    without *the*, any case, in the six official languages) or an ISO 3166-1 or M49 code. Only
    whole names match: *Niger* is never *Nigeria*. Raises
    :class:`~kz_upr.errors.UnknownStateError`, a LookupError with the nearest names, and TypeError for what is no text.

    >>> import kz_upr
    >>> kz_upr.resolve_state("Bolivarian Republic of Venezuela").iso3
    'VEN'
    """
    try:
        return _resolved[name]
    except KeyError:
        pass
    expect(name, str)
    state = _names().get(fold(name))
    if state is None:
        raise UnknownStateError(name, nearest=_near_states(name))
    if len(_resolved) < 4096:  # a bound, so that no input fills the memory
        _resolved[name] = state
    return state
