"""A member of a delegation as printed: courtesy titles, name and office."""

import re

from kz_upr.model import Delegate
from kz_upr.numbers import DASHES
from kz_upr.reference import named_state

#: What stands before the name of a person, and nowhere else.
COURTESY = re.compile(
    r"(?<![\w.(-])(?:[Tt]he\s+)?\(?(?:[Hh](?:is|er)\s+Excellenc(?:y|ies)|H\.\s?E\.?|HE(?=\s(?:Mr|Mrs|Ms|Dr)\b)"
    r"|S\.\s?E\.?(?:\s?M\b\.?)?|(?:Right\s+)?(?:Hon|[Hh]onou?rable)|Mr|Mrs|Ms|Miss|Mme|Monsieur|Madame|Dr|Prof|Professor)"
    r"(?![\w-])\.?\)?,?(?:\s?M\.)?\s*(?=[^\W\d_]|\()"
)
_SPANISH = re.compile(r"^Sra?\.\s+")  # at the end, "Sr." is a part of the name
_BY = re.compile(r"^\W*(?:jointly\s+)?by\b[\s:;,]*")
_OFFICE_IN_BRACKETS = re.compile(r"^((?:, )*[^(),]{3,80}?)\s*\(([^()]*)\)")  # Ms. Eve Boat (Minister)
_INITIAL = re.compile(r"\b[A-Z]\.$")
#: Marks a place where a courtesy was printed.
_PERSON = "\x00"
_TITLES = frozenset({
    "acting", "adviser", "advisor", "ambassador", "assistant", "attorney", "chancellor", "chief", "colonel",
    "chairman", "chairperson", "commissioner", "councillor", "councilor", "deputy", "director", "envoy", "executive",
    "federal", "first", "foreign", "general", "governor", "head", "judge", "justice", "legal", "major", "minister",
    "national", "ombudsman", "ombudsperson", "permanent", "premier", "president", "prime", "prosecutor", "rapporteur",
    "representative", "second", "secretary", "senator", "senior", "special", "state", "third", "under", "vice",
})  # fmt: skip
#: Words of offices and institutions that no name of a person has.
_OFFICES = _TITLES | frozenset({
    "administration", "affairs", "agency", "attaché", "bureau", "cabinet", "chair",
    "chairwoman", "civil", "commission", "committee", "cooperation", "council", "counsel", "counsellor",
    "court", "defence", "delegation", "department", "development", "directorate", "division", "education",
    "embassy", "employment", "expert", "extraordinary", "finance", "geneva", "government", "health",
    "human", "institute", "institution", "interior", "international", "labour", "member", "mission",
    "nations", "office", "officer", "parliament", "plenipotentiary", "policy", "public", "republic", "rights",
    "senate", "service", "services", "social", "trade", "union", "united",
})  # fmt: skip
_PARTICLES = frozenset({
    "abu", "al", "ben", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "e", "el", "i", "ibn", "la", "le", "ould", "ter", "van", "von", "y",
})  # fmt: skip
_AFTER_NAMES = re.compile(r"(?:,?\s+(?:M\.?P\.?|T\.?D\.?|[QSK]\.?C\.?))+$")
_JOINT = re.compile(r"(?:^|\s)and(?: by)?$")
_MOST_WORDS, _LONGEST = 8, 1000


def person_in(printed: str) -> Delegate | None:
    """The person named first, without courtesy titles, and the office; None if no name can be identified."""
    parts = _parts(printed)
    name = _place_of_name(parts)
    if name is None:
        return None
    before, person, after = _titled(parts[name])
    roles = [part.strip(_PERSON) for part in (*parts[:name], before, after, *parts[name + 1 :])]
    return Delegate(name=person, role=re.sub(r"^[Tt]he ", "", ", ".join(filter(None, roles))) or None)


def _parts(printed: str) -> list[str]:
    """The parts between commas, up to a second person; those before which a courtesy is printed begin with a mark."""
    text = _BY.sub("", " ".join(printed.split())[:_LONGEST])
    text = COURTESY.sub(f", {_PERSON}", _SPANISH.sub(_PERSON, text))
    text = _OFFICE_IN_BRACKETS.sub(r"\1, \2", text)
    parts: list[str] = []
    for part in re.split(r"[,;]\s*", text):
        part = part.strip(" " if _INITIAL.search(part) else " .")
        joint = _JOINT.search(parts[-1]) if parts and part.startswith(_PERSON) else None
        if joint and _place_of_name(parts) is not None:
            parts[-1] = parts[-1][: joint.start()]
            break
        if part.strip(f"{_PERSON} "):
            parts.append(part)
    if parts:
        parts[-1] = re.sub(r"[\s;.]+and$", "", parts[-1])
    # "the Minister of Lamps, Eve Boat, and the Minister of Harbours, Adam Sailor"
    for place, part in enumerate(parts):
        if part.startswith("and the ") and None not in (_place_of_name(parts[:place]), _place_of_name(parts[place:])):
            return parts[:place]
    return [part for part in parts if part]


def _place_of_name(parts: list[str]) -> int | None:
    """Which part is the name: the first, or else one after a courtesy, or else the last that can be a name."""
    named = [place for place, part in enumerate(parts) if _titled(part)[1]]
    if not named:
        return None
    marked = [place for place in named if parts[place].startswith(_PERSON)]
    return 0 if 0 in named else marked[0] if marked else named[-1]


def _titled(part: str) -> tuple[str, str, str]:
    """A part as titles before the name, the name and an office after it; the name is empty if there is none.

    *Deputy Prime Minister Adam Sailor*, *Adam Sailor Special Adviser to the Minister*.
    """
    words = part.strip(_PERSON).split()
    begin = 1 if words[:1] in (["the"], ["The"]) else 0
    while begin < len(words) and (_is_of(words[begin], _TITLES) or (begin and words[begin] == "and")):
        begin += 1
    end = begin
    while end < len(words) and not _is_of(words[end], _OFFICES):
        end += 1
    name = _AFTER_NAMES.sub("", " ".join(words[begin:end]))
    least = 1 if part.startswith(_PERSON) and begin == 0 else 2
    office = end < len(words) and not _is_of(words[end], _TITLES)  # "Ministry of Justice", "Human Rights Office"
    if office or not _is_a_name(name, least):
        return "", "", ""
    return " ".join(words[:begin]), name, " ".join(words[end:])


def _is_of(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether all parts of a word are in the vocabulary: *Attorney-General*."""
    return all(part.casefold() in vocabulary for part in re.split(f"[{DASHES}/]", word.strip(".;:()")))


def _is_a_name(text: str, least: int) -> bool:
    """Whether words can be the name of a person: all but particles are capitalized, and none belongs to an office."""
    words = text.split()
    return (
        least <= len(words) <= _MOST_WORDS
        and all(word.strip("(‘’'\"“")[:1].isupper() or word.casefold() in _PARTICLES for word in words)
        and not any(letter.isdigit() for letter in text)
        and not any(word.casefold().startswith(("minist", "excellen")) for word in words)
        and named_state(text) is None
    )


def as_printed(entry: str) -> Delegate:
    """An entry of the list in which no name can be identified: its first part, and the others as the office."""
    first, *others = [part.strip(f"{_PERSON} ;.") for part in _parts(entry)] or [entry]
    return Delegate(name=first or entry, role=", ".join(filter(None, others)) or None)
