"""The delegation of the State under review, from the annex of a report."""

import re

from kz_upr.documents.number_words import NUMBER, cardinal
from kz_upr.documents.outline import Paragraph, joined
from kz_upr.model import Citation, Delegate, Delegation, Source
from kz_upr.reference import named_state

_HEADED = re.compile(
    r"\bheaded(?: by)?,?\s+(?P<head>.{3,600}?)"
    r"(?:,?\s+(?:and\s+)?(?:was\s+|were\s+)?(?:also\s+)?(?:composed|comprised|included|consisted)\b|[.:]?$)",
    re.DOTALL,
)
_HEADED_IN_PROSE = re.compile(
    r"\bdelegation\b.{0,80}?\bwas headed(?: by)?,?\s+(?P<head>.{3,600}?)\.\s+At its\b", re.DOTALL
)
_SIZE = re.compile(rf"\bcomposed of (?:a total of )?(?P<size>{NUMBER}) (?:other )?members?\b", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•●▪■◦·*\uf0b7\uf02d–—-]|\(?\d{1,2}[.)])\s*(?=\S)")
#: What stands before the name of a person, and nowhere else.
_COURTESY = re.compile(
    r"(?<![\w.(-])(?:[Tt]he\s+)?\(?(?:[Hh](?:is|er)\s+Excellenc(?:y|ies)|H\.\s?E\.?|HE(?=\s(?:Mr|Mrs|Ms|Dr)\b)"
    r"|S\.\s?E\.?(?:\s?M\b\.?)?|(?:Right\s+)?(?:Hon|[Hh]onou?rable)|Mr|Mrs|Ms|Miss|Mme|Monsieur|Madame|Dr|Prof|Professor)"
    r"(?![\w-])\.?\)?,?(?:\s?M\.)?\s*(?=[^\W\d_]|\()"
)
_SPANISH_COURTESY = re.compile(r"Sra?\.\s+")  # only at the beginning; at the end "Sr." is a part of the name
#: Marks a place where a courtesy was printed.
_PERSON = "\x00"
_TITLES = frozenset({
    "acting", "adviser", "advisor", "ambassador", "assistant", "attorney", "chancellor", "chief", "colonel",
    "commissioner", "councillor", "councilor", "deputy", "director", "envoy", "executive", "federal", "first",
    "foreign", "general", "governor", "judge", "justice", "minister", "national", "ombudsman", "ombudsperson",
    "permanent", "premier", "president", "prime", "prosecutor", "representative", "rapporteur", "second",
    "secretary", "senator", "senior", "special", "state", "under", "vice",
    "third", "major", "legal", "head", "chairman", "chairperson",
})  # fmt: skip
#: Words of offices and institutions that no name of a person has.
_OFFICES = _TITLES | frozenset({
    "administration", "affairs", "agency", "attaché", "bureau", "cabinet", "chair",
    "chairwoman", "civil", "commission", "committee", "cooperation", "council", "counsel", "counsellor",
    "court", "defence", "delegation", "department", "development", "directorate", "division", "education",
    "embassy", "employment", "expert", "extraordinary", "finance", "geneva", "government", "health",
    "human", "institute", "institution", "interior", "international", "labour", "legal", "member", "mission",
    "nations", "office", "officer", "parliament", "plenipotentiary", "policy", "public", "republic", "rights",
    "senate", "service", "services", "social", "trade", "union", "united",
})  # fmt: skip
_PARTICLES = frozenset({
    "abu", "al", "ben", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
    "e", "el", "i", "ibn", "la", "le", "ould", "ter", "van", "von", "y",
})  # fmt: skip
_AFTER_NAMES = re.compile(r"(?:,?\s+(?:M\.?P\.?|T\.?D\.?|[QSK]\.?C\.?))+$")
_JOINT = re.compile(r"(?:^|\s)and(?: by)?$")
_MOST_WORDS, _LONGEST_ENTRY = 8, 1000


def read_delegation(paragraphs: list[Paragraph], introduction: str, source: Source) -> Delegation | None:
    """The delegation as listed in the annex, or else its head from the introduction; None if neither names it."""
    lead, entries = _entries(_annex(paragraphs))
    printed, place = _printed_head(lead, introduction)
    if not printed and not entries:
        return None
    size = _SIZE.search(lead)
    places = dict.fromkeys(["annex"] * bool(entries) + [place] * bool(printed))
    return Delegation(
        head=_person(printed),
        members=tuple(_person(entry) or _as_printed(entry) for entry in entries),
        stated_size=cardinal(size["size"]) if size else None,
        citations=tuple(Citation(source=source, locator=locator) for locator in places),
    )


def unread_head(paragraphs: list[Paragraph], introduction: str) -> str | None:
    """What a report prints of the head of the delegation, if the name in it cannot be told from the office."""
    printed, _ = _printed_head(_entries(_annex(paragraphs))[0], introduction)
    return printed if printed and _person(printed) is None else None


def _annex(paragraphs: list[Paragraph]) -> list[str]:
    return [line.text for paragraph in paragraphs if paragraph.annexed for line in paragraph.lines]


def _printed_head(lead: str, introduction: str) -> tuple[str, str]:
    """The words that say who headed the delegation, and where they stand; empty if there are none.

    The words of the annex are taken, unless only the introduction's can be read.
    """
    found = [("annex", _HEADED.search(lead)), ("para. 1", _HEADED_IN_PROSE.search(introduction))]
    printed = [(match["head"], place) for place, match in found if match]
    return next((each for each in printed if _person(each[0])), printed[0] if printed else ("", ""))


def _entries(lines: list[str]) -> tuple[str, list[str]]:
    """The words before the list of members, and the entries of the list."""
    starts = [index for index, line in enumerate(lines) if _BULLET.match(line)]
    if not starts:
        return _unmarked(lines)
    lead = joined(lines[: starts[0]])
    entries = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = _BULLET.sub("", lines[start], count=1)
        entries.append(joined([first, *lines[start + 1 : end]]))
    return lead, [entry for entry in entries if re.search(r"[^\W\d_]{2}", entry)]


def _unmarked(lines: list[str]) -> tuple[str, list[str]]:
    """A list without bullets: after *the following members:* every entry ends with a semicolon."""
    text = joined(lines)
    lead, colon, rest = text.partition(":")
    if not colon:
        return text, []
    return lead, [entry.strip() for entry in re.split(r";\s*", rest) if re.search(r"[^\W\d_]{2}", entry)]


# A person: name and office


def _person(printed: str) -> Delegate | None:
    """The person named first, without courtesy titles, and the office; None if the name cannot be told."""
    parts = _parts(printed)
    name = _place_of_name(parts)
    if name is None:
        return None
    before, person, after = _titled(parts[name])
    roles = [part.strip(_PERSON) for part in (*parts[:name], before, after, *parts[name + 1 :])]
    return Delegate(name=person, role=re.sub(r"^[Tt]he ", "", ", ".join(filter(None, roles))) or None)


def _parts(printed: str) -> list[str]:
    """The parts between commas, up to a second person; those before which a courtesy is printed begin with a mark."""
    text = re.sub(r"^\W*(?:jointly\s+)?by\b[\s:;,]*", "", " ".join(printed.split())[:_LONGEST_ENTRY])
    text = _COURTESY.sub(
        f", {_PERSON}", _SPANISH_COURTESY.sub(_PERSON, text, count=1) if text.startswith("Sr") else text
    )
    text = re.sub(r"^((?:, )*[^(),]{3,80}?)\s*\(([^()]*)\)", r"\1, \2", text)  # "Ms. Eve Boat (Minister)"
    parts: list[str] = []
    for part in re.split(r"[,;]\s*", text):
        part = part.strip(" ;.") if not re.search(r"\b[A-Z]\.$", part) else part.strip(" ;")
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
    return 0 if named[0] == 0 else (marked or named[::-1])[0]


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
    name = " ".join(words[begin:end])
    if match := _AFTER_NAMES.search(name):
        name = name[: match.start()]
    least = 1 if part.startswith(_PERSON) and begin == 0 else 2
    if end < len(words) and not _is_of(words[end], _TITLES):
        return "", "", ""  # "Ministry of Justice", "Human Rights Office"
    if not _is_a_name(name, least):
        return "", "", ""
    return " ".join(words[:begin]), name, " ".join(words[end:])


def _is_of(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether all parts of a word are in the vocabulary: *Attorney-General*."""
    return all(part.casefold() in vocabulary for part in re.split(r"[-‐‑–/]", word.strip(".;:()")))


def _is_a_name(text: str, least: int) -> bool:
    """Whether words can be the name of a person: all are capitalised, but for particles, and none is of an office."""
    words = text.split()
    return (
        least <= len(words) <= _MOST_WORDS
        and all(word.strip("(‘’'\"“")[:1].isupper() or word.casefold() in _PARTICLES for word in words)
        and not any(letter.isdigit() for letter in text)
        and not any(word.casefold().startswith(("minist", "excellen")) for word in words)
        and named_state(text) is None
    )


def _as_printed(entry: str) -> Delegate:
    """An entry of the list whose name cannot be told: its first part, and the others as the office."""
    first, *others = [part.strip(f"{_PERSON} ;.") for part in _parts(entry)] or [entry]
    return Delegate(name=first or entry, role=", ".join(filter(None, others)) or None)
