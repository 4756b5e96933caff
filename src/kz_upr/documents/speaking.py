"""Who speaks in a paragraph: the grammatical subject of its first sentences."""

import re
from collections.abc import Iterator

from attrs import frozen

from kz_upr.model import State
from kz_upr.reference import named_state
from kz_upr.reference.misprints import nearly_named_state
from kz_upr.reference.scanning import find_states


@frozen
class Subject:
    """Who speaks from a place of a paragraph on.

    ``states`` are those named as speaking, several if they speak jointly. ``printed`` is the name of a speaker that is
    not a State, or that is misprinted. ``inferred`` is true if the name does not open the paragraph.
    """

    states: tuple[State, ...] = ()
    printed: str | None = None
    inferred: bool = False
    chairs: bool = False


_VERBS = (
    "acknowledged|added|addressed|admired|agreed|appealed|applauded|appreciated|asked|attached|believed|called|cited"
    "|commended|commented|complimented|concluded|condemned|congratulated|considered|cautioned|deplored|drew"
    "|emphasi[sz]ed|encouraged|enquired|echoed|expressed|found|hailed|highlighted|hoped|indicated|inquired|invited"
    "|lauded|looked|made|mentioned|noted|observed|offered|paid|pointed|posed|praised|put|raised|recalled|recogni[sz]ed"
    "|recommended|referred|regretted|reiterated|remained|remarked|reported|requested|said|saluted|saw|shared|sought"
    "|spoke|stated|stressed|suggested|supported|took|thanked|underlined|underscored|understood|urged|valued|voiced"
    "|was (?:concerned|pleased|encouraged|interested|also|particularly|aware|impressed|grateful)|welcomed|wished"
)
_SPEAKS = re.compile(rf"\s*+(?:,\s*+)?(?:(?:also|further|then|[a-z]+ly)\s++)?(?:{_VERBS})\b")
_OPENS = re.compile(r"\s*(?:,|[a-z]|\(\w)")  # what may follow the name of a speaker: a verb or an insertion
_ASKED_BEFORE = re.compile(r"\s+had\s+(?:\w+ly\s+)?(?:asked|raised|inquired|enquired|mentioned|referred|posed)\b")
_OFFICE = re.compile(
    r"(?:The\s+|the\s+)?(?:(?:[Hh]ead\s+of\s+(?:the\s+)?)?(?:[Dd]elegation|[Dd]elegate|[Rr]epresentative|[Oo]bserver"
    r"|Permanent\s+Representative|Ambassador)\s+(?:of|from|for)\s+(?:the\s+)?)?"
)
_DELEGATION = re.compile(
    r"(?:The\s+|the\s+)?(?:[Hh]eads?\s+of\s+(?:the\s+|its\s+)?)?(?:[A-Z]\w+\s+)?(?:[Dd]elegations?|State\s+under\s+review)\b"
)
_CHAIR = re.compile(
    r"(The (?:(?:Acting )?(?:Vice-)?(?:President|Chair(?:person|man)?)(?: of the (?:Human Rights )?Council| of the"
    r" Working Group)|Vice-President|secretariat of the (?:Working Group|Human Rights Council)|troika))\b"
)
_SEVERAL = re.compile(
    r"(?:(?:A|The)\s+(?:(?:large|great|significant)\s+)?(?:number|majority|group)\s+of|Several|Many|Most|Some|Numerous"
    r"|Various|All|Other|A\s+few)\s+(?:other\s+|of\s+the\s+)?(?:delegations|States|countries|speakers|members)\b"
)
_OTHERS = re.compile(r",?\s+and\s+(?:\w+\s+)?(?:others|other\s+(?:delegations|States|countries))\b")
_BY = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:noted|welcomed|expressed|raised|commended|praised|appreciated|acknowledged"
    r"|made|asked|recommended)\s+by\s+(?:the\s+)?"
)
_AND = re.compile(r"(?:,\s++(?:and\s++)?|\s++(?:and|as\s++well\s++as)\s++)(?:the\s++)?")
#: The end of a sentence, which the full stop of an abbreviation is not.
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:No|Mr|Ms|Dr|St))(?<!\b(?:Nos|Mrs|art))(?<!\b(?:arts|para))(?<!\bparas)[.!?]”?\s*+(?=[A-Z])"
)
_CLAUSE = re.compile(r",\s+(?=(?:the\s+|The\s+)?[A-Zd])|,\s+(?=the\s+head\b)|,\s+(?=it\b)")
_IT = re.compile(r"(?:It|it|He|She)\b")
_NAME = re.compile(r"(?:The\s+)?(?P<name>[A-Z][^.,;:]{3,60}?)\s++(?=(?:also\s++)?(?:" + _VERBS + r")\b)")
_LONGEST_NAME = 90  # letters, and more than any State's name has
_JOINED_WORDS = re.compile(r"\b(of|the)(?=[A-Z])")


def opening(text: str, under_review: State) -> Subject | None:
    """Who speaks at the beginning of a paragraph; None if its first words do not show it."""
    if match := _CHAIR.match(text):
        return Subject(printed=match[1], chairs=True)
    if match := _SEVERAL.match(text):
        return Subject(printed=" ".join(match.group().split()))
    found = _named_at(text, 0)
    if found is None:
        return Subject((under_review,)) if _DELEGATION.match(text) else _misprinted(text)
    states, end = found
    return Subject(states) if _OPENS.match(text, end) and not _ASKED_BEFORE.match(text, end) else None


def main_clause(text: str, under_review: State) -> Subject | None:
    """Who speaks where a paragraph opens with a clause of another kind (*While noting this, Peru asked …*)."""
    first = _in_clauses(text[: next(sentence_ends(text))], under_review)
    if first is not None:
        return first
    later = next(later_speakers(text), None)
    if later is not None:
        return later[1]
    if match := re.match(r"According to\s+", text):
        found = _named_at(text, match.end())
        return Subject(found[0], inferred=True) if found else None
    return None


def continues(text: str) -> bool:
    """Whether a paragraph continues with the speaker of the one before (*It also recommended …*)."""
    return _IT.match(text) is not None


def later_speakers(text: str) -> Iterator[tuple[int, Subject]]:
    """The sentences within a paragraph in which a State begins to speak, with their places."""
    for place in sentence_ends(text):
        found = _named_at(text, place)
        if found is not None and _SPEAKS.match(text, found[1]):
            yield place, Subject(found[0], inferred=True)


def sentence_ends(text: str) -> Iterator[int]:
    """The places where the sentences of a text end; the last is the end of the text."""
    yield from (match.end() for match in _SENTENCE.finditer(text))
    yield len(text)


def _in_clauses(sentence: str, under_review: State) -> Subject | None:
    """The subject of the first clause after a comma that speaks, or the States by whom something was said."""
    if match := _BY.search(sentence):
        states, _ = _list_at(sentence, match.end())
        return Subject(states, inferred=True) if states else None
    before = 0
    for match in _CLAUSE.finditer(sentence):
        if _DELEGATION.match(sentence, match.end()):
            return Subject((under_review,))
        listed = named_state(sentence[before : match.start()]) is not None
        found = None if listed else _named_at(sentence, match.end())
        if found is not None and (found[0] == (under_review,) or _SPEAKS.match(sentence, found[1])):
            return Subject(found[0], inferred=found[0] != (under_review,))
        before = match.end()
    return None


def _named_at(text: str, place: int) -> tuple[tuple[State, ...], int] | None:
    """The States named at a place of a text, and where the names end."""
    begin = _OFFICE.match(text, place)
    start = begin.end() if begin else place
    first = _state_at(text, start)
    if first is None or _OTHERS.match(text, first[1]):
        return None
    states, end = _list_at(text, start)
    if not _SPEAKS.match(text, end):  # an insertion, not a list of speakers
        return states[:1], first[1]
    return states, end


def _list_at(text: str, start: int) -> tuple[tuple[State, ...], int]:
    """The States listed at a place of a text, each once, and where the list ends."""
    states: dict[State, int] = {}
    end = start
    found = _state_at(text, start)
    while found is not None and found[0] not in states:
        states[found[0]] = end = found[1]
        link = _AND.match(text, end)
        found = _state_at(text, link.end()) if link else None
    return tuple(states), end


def _state_at(text: str, start: int) -> tuple[State, int] | None:
    found = next(find_states(text[start : start + _LONGEST_NAME]), None)
    if found is None or found[0] != 0 or text.startswith(("’s", "'s"), start + found[1]):
        return None
    return found[2], start + found[1]


def _misprinted(text: str) -> Subject | None:
    """A State whose name is printed with a slip, before a verb of speaking."""
    match = _NAME.match(text)
    if match is None:
        return None
    name = _JOINED_WORDS.sub(r"\1 ", match["name"])
    state = named_state(name) or named_state(f"{name}s") or nearly_named_state(name)
    return Subject((state,), printed=match["name"]) if state else None
