"""The delegation of the State under review, from the annex of a report."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kz_upr.documents.delegates import COURTESY, as_printed, person_in
from kz_upr.documents.number_words import NUMBER, cardinal
from kz_upr.documents.outline import Paragraph, joined
from kz_upr.model import Citation, Delegate, Delegation, ReadingWarning, Source, unread
from kz_upr.numbers import DASHES

_HEADED = re.compile(
    r"\bheaded(?: by)?,?\s+(?P<head>.{3,600}?)"
    r"(?:,?\s+(?:and\s+)?(?:was\s+|were\s+)?(?:also\s+)?(?:composed|comprised|included|consisted)\b|[.:]?$)",
    re.DOTALL,
)
_HEADED_IN_PROSE = re.compile(
    r"\bdelegation\b.{0,80}?\bwas headed(?: by)?,?\s+(?P<head>.{3,600}?)\.\s+At its\b", re.DOTALL
)
_IS_HEAD = re.compile(r"(?<!co-)(?<!deputy )\bhead of (?:the )?delegation\b", re.IGNORECASE)
_SIZE = re.compile(
    rf"\b(?:(?:composed|consist\w*|made\s+up)\s+of|compris\w+|includ\w+)\s+(?:a total of )?(?P<size>{NUMBER})"
    r" (?:other )?(?:members?|persons|delegates|representatives)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(rf"^(?:[{DASHES}•●▪■◦·*\uf0b7\uf02d]|\(?\d{{1,2}}[.)])\s*(?=\S)")
_RULE = re.compile(rf"[{DASHES}\s_=*]+")  # a line that is drawn at the end of a document
_NOTES = re.compile(r"(?:End)?notes?\W*", re.IGNORECASE)  # the heading of the notes after the annex
_GOES_ON = re.compile(r"(?:,|\b(?:of|the|to|and|for|by|de|du|des|la|et))\s*$")  # the end of a line within an entry
_MONSIEUR = re.compile(r"^M\.\s+")
_WORD = re.compile(r"[^\W\d_]{2}")


def read_delegation(
    paragraphs: Sequence[Paragraph], introduction: str, source: Source
) -> tuple[Delegation | None, list[ReadingWarning]]:
    """The delegation as listed in the annex, or else its head from the introduction; None if neither names it.

    The warnings say if there is no annex, and what in it could not be read.
    """
    lines = _composition(paragraphs)
    lead, entries = _listed(lines)
    printed, place = _printed_head(lead, entries, introduction)
    head = person_in(printed)
    warnings = list(_unread(lines, entries, printed, head))
    if not printed and not entries:
        return None, warnings
    size = _SIZE.search(lead)
    places = dict.fromkeys(["annex", place] if entries else [place])
    members = (person_in(entry) or as_printed(entry) for entry in entries)
    delegation = Delegation(
        head=head,
        members=tuple(member for member in members if head is None or not _same(member, head)),
        stated_size=cardinal(size["size"]) if size else None,
        citations=tuple(Citation(source=source, locator=locator) for locator in places),
    )
    return delegation, warnings


def _unread(lines: list[str], entries: list[str], printed: str, head: Delegate | None) -> Iterator[ReadingWarning]:
    if not lines:
        yield unread("annex", "delegation", "the report has no annex with the composition of the delegation")
    elif not entries:
        yield unread("annex", "annex", "no member of the delegation could be read from the annex")
    if printed and head is None:
        yield unread("head", "delegation", f"no name is recognized in the head of delegation “{printed}”")


def _same(one: Delegate, other: Delegate) -> bool:
    return one.name.casefold() == other.name.casefold()


def _composition(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The lines of the annex with the composition of the delegation."""
    annexes: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.annexed:
            annexes.setdefault(paragraph.headings[0] if paragraph.headings else "", []).append(paragraph)
    about = next(filter(_is_of_delegation, annexes.values()), next(iter(annexes.values()), []))
    lines = (line.text for paragraph in about for line in paragraph.lines if not _RULE.fullmatch(line.text))
    return list(takewhile(lambda line: not _NOTES.fullmatch(line), lines))


def _is_of_delegation(annex: list[Paragraph]) -> bool:
    words = (text for paragraph in annex for text in (*paragraph.headings, *(line.text for line in paragraph.lines)))
    return any("delegation" in text.casefold() for text in words)


def _printed_head(lead: str, entries: list[str], introduction: str) -> tuple[str, str]:
    """The words that say who headed the delegation, empty if there are none, and where they are.

    The words of the annex are taken, unless only the introduction's can be read.
    """
    found = [("annex", _HEADED.search(lead)), ("para. 1", _HEADED_IN_PROSE.search(introduction))]
    printed = [(match["head"], place) for place, match in found if match]
    printed += [(_IS_HEAD.sub("", entry), "annex") for entry in entries if _IS_HEAD.search(entry)]
    return next((each for each in printed if person_in(each[0])), printed[0] if printed else ("", "annex"))


# The list of members


def _listed(lines: list[str]) -> tuple[str, list[str]]:
    """The words before the list of members, and the entries of the list.

    A list has bullets, or else begins after a colon or with the first line that names a person.
    """
    starts = [index for index, line in enumerate(lines) if _BULLET.match(line)]
    if starts:
        plain = [_BULLET.sub("", line) for line in lines]
        return joined(lines[: starts[0]]), _worded(_cut(plain, starts))
    lead, rest = _parted(lines)
    starts = [index for index, line in enumerate(rest) if not index or _begins(line, rest[index - 1])]
    return joined(lead), _worded(part for entry in _cut(rest, starts) for part in entry.split(";"))


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines up to the colon that announces the members, and those after it."""
    for index, line in enumerate(lines):
        before, colon, after = line.partition(":")
        if colon:
            return [*lines[:index], before], [after, *lines[index + 1 :]]
    first = next((index for index, line in enumerate(lines) if COURTESY.match(line)), len(lines))
    prose = _HEADED.search(joined(lines)) or _SIZE.search(joined(lines)) or "delegation of" in joined(lines[:first])
    return (lines, []) if prose else (lines[:first], lines[first:])


def _begins(line: str, before: str) -> bool:
    """Whether a line of a list without bullets begins an entry."""
    return before.rstrip().endswith(";") or (COURTESY.match(line) is not None and not _GOES_ON.search(before))


def _cut(lines: list[str], starts: list[int]) -> Iterator[str]:
    for start, end in pairwise([*starts, len(lines)]):
        yield joined(lines[start:end])


def _worded(entries: Iterator[str]) -> list[str]:
    """The entries with words; *M.* is a courtesy in a list that has *Mme* too, and otherwise an initial."""
    found = [entry.strip() for entry in entries if _WORD.search(entry)]
    french = any(entry.startswith("Mme") for entry in found)
    return [_MONSIEUR.sub("Monsieur ", entry) for entry in found] if french else found
