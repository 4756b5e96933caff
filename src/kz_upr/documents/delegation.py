"""The delegation of the State under review, from the annex of a report."""

import re

from kz_upr.documents.number_words import cardinal
from kz_upr.documents.outline import Paragraph, joined
from kz_upr.model import Citation, Delegate, Delegation, Source

_HEADED = re.compile(
    r"\bheaded(?: by)?,?\s+(?P<head>.+?)(?:,?\s+and\s+(?:was\s+)?(?:also\s+)?(?:composed|comprised|included)\b|[.:]?$)",
    re.DOTALL,
)
_HEADED_IN_PROSE = re.compile(r"\bdelegation\b.{0,80}?\bwas headed(?: by)?,?\s+(?P<head>.+?)\.\s+At its\b", re.DOTALL)
_SIZE = re.compile(r"\bcomposed of (?:a total of )?(?P<size>\d{1,3}|[a-z]+) (?:other )?members?\b", re.IGNORECASE)
_BULLET = re.compile(r"(?:[•●▪■◦·*\uf0b7\uf02d–—-]|\(?\d{1,2}[.)])\s*(?=\S)")
_COURTESY = re.compile(
    r"(?:the\s+)?(?:His|Her)\s+Excellency\b,?\s*|(?:H\.\s?E\.?|Mr|Mrs|Ms|Miss|Mme|Dr|Prof|Professor|Hon|Honou?rable|The\s+Honou?rable)\b\.?,?\s*",
    re.IGNORECASE,
)
_RANK = re.compile(r"(Ambassador|General|Colonel|Judge|Justice)\s+(?=[A-Z][^\s,]+\s+[A-Z])")
_OFFICE = re.compile(
    r"\b(?:minister|secretary|attorney|president|director|head|chief|chair\w*|commissioner|representative|ombuds\w+"
    r"|judge|justice|adviser|advisor|deputy|prosecutor|member|counsel\w*|rapporteur|governor|senator|officer)\b",
    re.IGNORECASE,
)
_OFFICE_AFTER_NAME = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.’'-]*\s+){2,4}?)(?P<office>(?:(?:First|Second|Third|Deputy|Vice|Acting|Senior|Assistant|Desk|Legal|"
    r"Executive|General|Permanent|State)[\s-]+)*" + _OFFICE.pattern.removeprefix(r"\b") + r".*)",
    re.IGNORECASE | re.DOTALL,
)


def read_delegation(paragraphs: list[Paragraph], introduction: str, source: Source) -> Delegation | None:
    """The delegation as listed in the annex, or else its head from the introduction; None if neither names it."""
    annex = [line.text for paragraph in paragraphs if paragraph.annexed for line in paragraph.lines]
    place = Citation(source=source, locator="annex")
    lead, entries = _entries(annex)
    match = _HEADED.search(lead)
    if match is None:
        match = _HEADED_IN_PROSE.search(introduction)
        place = Citation(source=source, locator="annex" if entries else "para. 1")
    if match is None and not entries:
        return None
    size = _SIZE.search(lead)
    return Delegation(
        head=_delegate(match["head"]) if match else None,
        members=tuple(_delegate(entry) for entry in entries),
        stated_size=cardinal(size["size"]) if size else None,
        citations=(place,),
    )


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


def _delegate(printed: str) -> Delegate:
    """A person: the name without courtesy titles, and the office."""
    printed = re.sub(r"[\s;,.]+(?:and)?$", "", " ".join(printed.split()))
    parts = [part.strip(" ;.") for part in re.split(r",\s*", printed) if part.strip(" ;.")]
    if not parts:
        return Delegate(name=printed)
    if len(parts) > 1 and _is_office(parts[0]):
        last = len(parts) - 1
        named = next((index for index in range(last, 0, -1) if not _OFFICE.search(parts[index])), last)
        role = ", ".join(part for index, part in enumerate(parts) if index != named)
        return Delegate(name=_name(parts[named]), role=re.sub(r"^[Tt]he ", "", role))
    name = _name(parts[0])
    if match := _OFFICE_AFTER_NAME.fullmatch(name):  # no comma between them
        return Delegate(name=match["name"].strip(), role=", ".join([match["office"], *parts[1:]]))
    rank = _RANK.match(name)
    offices = [rank[1], *parts[1:]] if rank else parts[1:]
    return Delegate(name=name[rank.end() :] if rank else name, role=", ".join(offices) or None)


def _is_office(part: str) -> bool:
    bare = _COURTESY.sub("", part)
    if part.startswith(("the ", "The ")) and not _COURTESY.match(part):
        return True
    return _OFFICE.match(bare) is not None and _RANK.match(bare) is None


def _name(part: str) -> str:
    before = None
    while part != before:
        before, part = part, _COURTESY.sub("", part, count=1) if _COURTESY.match(part) else part
    return part or str(before)
