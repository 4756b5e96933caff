"""Recommendations as text: the demands, the States that made each of them, and fingerprints of the wording."""

import hashlib
import re
from collections.abc import Iterator

from attrs import evolve, frozen

from kz_upr.arguments import expect
from kz_upr.model import State
from kz_upr.numbers import DASHES, split_number
from kz_upr.reference import named_state, normalized, spaced, visible

#: What most recommendations are: a demand and its States, in the only brackets, at the end.
_PLAIN = r"(?P<wording>[^()（）\[\]]*)\((?P<states>[^()（）\[\]]*)\)[;.]?"
_AROUND = " ,;/.،؛；。"
_A_WORD = r"\w+"
_TITLE = 200  # characters before a pair of brackets in which a title may stand
_AFTER_NUMBER = f" .:)]{DASHES}•"


def fingerprint(text: str) -> str:
    r"""The SHA-256 of a wording, in hexadecimal, which white space and compatibility characters do not change.

    The text is normalized to Unicode NFKC, without soft hyphens and other invisible characters; every run of white
    space becomes one space, and none is left at the ends.

    >>> from kz_upr import fingerprint
    >>> fingerprint("Paint  the fences") == fingerprint(" Paint the\nfences")
    True
    """
    expect(text, str)
    folded = spaced(normalized("NFKC", visible(text)))
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


@frozen(kw_only=True)
class ParsedClause:
    """One demand of a recommendation.

    ``states`` and ``states_as_printed`` correspond item by item; both are empty if the text names no State.

    Attributes:
        text: Wording of the demand, without the number and the States.
        states: The States that made it.
        states_as_printed: Their names as the text prints them, in the same order.
    """

    text: str
    states: tuple[State, ...] = ()
    states_as_printed: tuple[str, ...] = ()


def parse_recommendation(text: str) -> tuple[ParsedClause, ...]:
    """The demands of one recommendation, each with the States that made it, in printed order.

    ``text`` is the printed wording, with or without its number. Demands followed by States of their own are separate
    clauses (*A (Ghana); B (Togo)*, *consider ratifying (Ghana)/ratify (Togo) the treaty*); States in one pair of
    brackets, or in several pairs that follow each other, share one demand. Only whole names of States count, in any
    form that the United Nations prints; other brackets belong to the wording. At the end of a demand a name is also
    recognized if one of its brackets is missing, or if it is misprinted (*Urugay*) and no other State has a name as
    similar. A text that names no State gives one clause without States. Raises
    TypeError if ``text`` is not a string, and no other error.

    >>> from kz_upr import parse_recommendation
    >>> [clause] = parse_recommendation("Paint the fences (Peru) (Iran (Islamic Republic of));")
    >>> [state.iso3 for state in clause.states], clause.text
    (['PER', 'IRN'], 'Paint the fences')
    """
    from kz_upr.attribution import CLOSER, WORDS, namings, states_in  # compiles long patterns

    expect(text, str)
    text = spaced(visible(text))
    text = numbered[1].lstrip(_AFTER_NUMBER) if (numbered := split_number(text)) else text
    if plain := re.fullmatch(_PLAIN, text):
        states, printed = states_in(plain["states"], partly=True, misprints=True)
        if states:
            return (ParsedClause(text=plain["wording"].strip(_AROUND), states=states, states_as_printed=printed),)
    named = namings(text)
    if not named:
        return (ParsedClause(text=_trimmed(text)),)
    clauses: list[ParsedClause] = []
    alternatives: list[int] = []  # clauses of "do this (A)/do that (B) to the thing"
    unfinished: list[int] = []  # clauses whose sentence continues after their States
    place = 0
    slashed = False
    for naming in named:
        wording, place = text[place : naming.start], naming.end
        before_slash = text.startswith(("/", " /"), place)
        offered = {state for index in alternatives for state in clauses[index].states}
        shared = not slashed and offered.issuperset(naming.states)
        further = re.fullmatch(_FURTHER, wording.strip()) if shared and offered - set(naming.states) else None
        if shared and not further:
            for index in alternatives:
                if not set(naming.states).isdisjoint(clauses[index].states):
                    clauses[index] = _continued(clauses[index], wording, last=index == alternatives[-1])
        else:
            if further:  # the object of all of them, then a demand of these States alone
                for index in alternatives:
                    clauses[index] = _continued(clauses[index], further["object"], last=True)
                wording = further["demand"]
            if not slashed:
                alternatives = []
            demand = _alternative(wording, clauses[alternatives[0]].text) if alternatives else _trimmed(wording)
            clauses.append(ParsedClause(text=demand, states=naming.states, states_as_printed=naming.printed))
            unfinished.append(len(clauses) - 1)
            if slashed or before_slash:
                alternatives.append(len(clauses) - 1)
        slashed = before_slash
        if CLOSER.match(text, place):
            alternatives, unfinished = [], []
    tail = text[place:]
    if WORDS.search(tail) and CLOSER.match(text, place):
        clauses[-1] = evolve(clauses[-1], text=f"{clauses[-1].text}; {_trimmed(tail)}")
    elif WORDS.search(tail):
        for index in unfinished:
            clauses[index] = _continued(clauses[index], tail, last=index == unfinished[-1])
    return tuple(clauses)


#: The object of alternatives, and one more demand: *the Convention, and ratify its Protocol*.
_FURTHER = (
    r"(?P<object>.+), and (?P<demand>(?:abolish|accede|adopt|amend|bring|consider|continue|create|enact|ensure"
    r"|establish|implement|introduce|make|prohibit|provide|ratify|set up|sign|strengthen|submit|take|withdraw)\b.+)"
)


def unknown_names(text: str) -> Iterator[str]:
    """Names in the place of States that are not names of States: *Ruritania* in *(Peru, Ruritania);*.

    A pair of brackets that repeats words before it shortens a title: *the 1980 Convention of the Hague (Hague
    Convention)*.
    """
    from kz_upr.attribution import CLOSER, entries_in, namings, parentheses

    text = visible(text)
    named = namings(text)
    outer = 0
    for start, end in parentheses(text)[0]:
        closing = bool(CLOSER.match(text, end))
        listed = entries_in(text[start + 1 : end - 1], misprints=True)
        if text[start] == "[" or "behalf" in text[start:end] or not (closing or listed.begins):
            continue
        if listed.states:
            yield from (name for name in listed.others if not name.islower())
        elif closing and listed.begins and start >= outer and not any(each.start < start < each.end for each in named):
            others = (name for name in listed.others if not name.isupper() and not _shortens(name, text, start))
            yield from others  # the whole pair: "(Ruritania);"
        outer = max(outer, end)


def _shortens(name: str, text: str, place: int) -> bool:
    """Whether a name of several words repeats words that are printed before it."""
    words = re.findall(_A_WORD, name.casefold())
    before = re.findall(_A_WORD, text[max(0, place - _TITLE) : place].casefold())
    return len(words) > 1 and set(before).issuperset(words)


def misprinted_names(clauses: tuple[ParsedClause, ...]) -> Iterator[str]:
    """Remarks on names that were read as those of States although no State is called that."""
    for clause in clauses:
        for state, printed in zip(clause.states, clause.states_as_printed, strict=True):
            if named_state(printed) is None:
                yield f"“{printed}” is read as {state.name}"


def _continued(clause: ParsedClause, wording: str, *, last: bool) -> ParsedClause:
    """The clause with the words after its States; *of the treaty* completes only the last of several alternatives."""
    from kz_upr.attribution import WORDS

    wording = _trimmed(wording)
    if not WORDS.search(wording):
        return clause
    if not last and (match := re.match(r"of\s+", wording)):
        return evolve(clause, text=f"{clause.text} … {wording[match.end() :]}")
    return evolve(clause, text=f"{clause.text} {wording}")


def _alternative(wording: str, first: str) -> str:
    wording = _trimmed(wording)
    lead = re.match(r"to\s", first, re.IGNORECASE)
    return f"{lead.group()}{wording}" if lead and not re.match(r"to\s", wording, re.IGNORECASE) else wording


def _trimmed(wording: str) -> str:
    return spaced(wording).strip(_AROUND)
