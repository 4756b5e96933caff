"""Recommendations that the conclusions of a report only point to: *those in paragraphs 81 (d) and 67 (b)*."""

import re
from collections.abc import Iterator
from string import ascii_lowercase

from kz_upr.documents.answers import position_of_group
from kz_upr.documents.readings import Reference
from kz_upr.model import PositionValue
from kz_upr.numbers import DASH

_SENTENCE_END = re.compile(r"(?<=[.;:])\s+(?=[A-Z“])")
_SUBJECT = re.compile(r"\b(?:recommendations?|those)\b", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\bparagraphs?\b(?:\s++(?:numbers?|nos?\.))?\s*+:?\s*+(?=\d)", re.IGNORECASE)
#: A number, a part in brackets (several may share them), or what stands between the two.
_TOKEN = re.compile(
    r"(?:(?P<number>\d{1,3})(?![\d/]|\.\d)"
    r"|\(\s*(?P<parts>[a-z]{1,4}(?:(?:\s*,\s*|\s+and\s+)[a-z]{1,4})*|(?:first|last)\s+sentence)\s*\)"
    rf"|(?P<to>to\b|through\b|{DASH})"
    r"|(?:,|;|and\b|as\s+well\s+as\b|above\b|paragraphs?\b))\s*+"
)
_ELSEWHERE = re.compile(
    r"\s*of\s+(?:the\s+annex|(?:\S++\s++){0,4}(?:resolution|report|decision|declaration)\b)", re.IGNORECASE
)
#: *Recommendations noted in paragraph 9* are recorded there; it is not an answer.
_RECORDED = re.compile(r"\b(?:noted|reflected|contained|recorded)\s+(?:above\s+)?(?:in|at|under)\b", re.IGNORECASE)
_BY_NUMBER = re.compile(r"\bnos?\.\s*\d", re.IGNORECASE)  # of the items of a list
_ROMAN = re.compile(r"[ivx]+")
_WIDEST = 60  # paragraphs in a range


def references_in(paragraph: int, text: str, first: int) -> Iterator[Reference]:
    """What a paragraph of the conclusions, which begin with paragraph ``first``, points to before them.

    Sentences that take the same position are one reference. A sentence that takes none has the position of a sentence
    before it that ends with a colon.
    """
    found: dict[PositionValue | None, list[str]] = {}
    announced: PositionValue | None = None
    for sentence, places in _sentences(text, first):
        if not places:
            announced = position_of_group(sentence) if sentence.endswith(":") else announced
            continue
        answer = position_of_group(_RECORDED.sub(" ", sentence)) or announced
        found.setdefault(answer, []).extend(places)
    for answer, places in found.items():
        yield Reference(paragraph=paragraph, places=tuple(dict.fromkeys(places)), answer=answer)


def without_references(text: str, first: int) -> str:
    """The sentences of a paragraph that do not point to paragraphs before ``first``."""
    return " ".join(sentence for sentence, places in _sentences(text, first) if not places)


def _sentences(text: str, first: int) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a paragraph, each with the places of the dialogue that it points to."""
    for sentence in _SENTENCE_END.split(text):
        yield sentence, _places_in(sentence, first)


def _places_in(sentence: str, first: int) -> list[str]:
    places: list[str] = []
    if _SUBJECT.search(sentence) is None or _BY_NUMBER.search(sentence):
        return places
    end = 0
    for match in _PARAGRAPHS.finditer(sentence):
        if match.end() < end:
            continue  # within the list before it
        tokens, end = _tokens(sentence, match.end())
        if not _ELSEWHERE.match(sentence, end):
            places += [place for number, place in _places(tokens) if number < first]
    return places


def _tokens(text: str, start: int) -> tuple[list[re.Match[str]], int]:
    """The numbers and parts of a list, and where it ends."""
    tokens: list[re.Match[str]] = []
    end = place = start
    while match := _TOKEN.match(text, place):
        tokens.append(match)
        place = match.end()
        if match["number"] or match["parts"]:
            end = place
    return tokens, end


def _places(tokens: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """The places of a list, each with the number of its paragraph."""
    number = 0
    parts: list[str] = []
    ranged = adjoining = False
    for token in tokens:
        if token["number"]:
            yield from _of_paragraph(number, parts)
            last, number, parts = number, int(token["number"]), []
            if ranged and last < number <= last + _WIDEST:
                yield from ((between, str(between)) for between in range(last + 1, number))
        elif token["parts"]:
            for name in re.split(r"\s*,\s*|\s+and\s+", token["parts"]):
                _add_part(name, parts, adjoining=adjoining, ranged=ranged)
        ranged, adjoining = token["to"] is not None, token["parts"] is not None
    yield from _of_paragraph(number, parts)


def _add_part(name: str, parts: list[str], *, adjoining: bool, ranged: bool) -> None:
    """Add a part to those of the same paragraph before it: *(b)*, *(b) (i)*, or the end of *(b) to (f)*."""
    last, _, under = parts[-1].partition(" ") if parts else ("", "", "")
    letter = last.strip("()")
    if ranged and len(letter) == len(name) == 1 and letter < name and not under:
        parts += [f"({chr(code)})" for code in range(ord(letter) + 1, ord(name) + 1)]
    elif _ROMAN.fullmatch(name) and (under or adjoining) and not _follows(letter, name):
        if not under:
            parts.pop()  # *(b) (i)* is a part of (b)
        parts.append(f"{last} ({name})")
    else:
        parts.append(f"({name})")


def _follows(letter: str, name: str) -> bool:
    """Whether (i) is the letter after (h)."""
    return f"{letter}{name}" in ascii_lowercase


def _of_paragraph(number: int, parts: list[str]) -> Iterator[tuple[int, str]]:
    if number and not parts:
        yield number, str(number)
    yield from ((number, f"{number} {part}") for part in parts)
