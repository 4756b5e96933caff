"""The outline of a United Nations document: numbered paragraphs under their headings, from printed lines."""

import re
from collections.abc import Iterable

from attrs import define, evolve, field

from kz_upr.documents.containers.pdf import Line, Page, common_size
from kz_upr.documents.margins import PARAGRAPH, aligned, paragraph_margin, text_lines

_ROMAN_HEADING = re.compile(r"[IVX]{1,5}\.\s*(?=[A-Z])")
_LETTER_HEADING = re.compile(r"[A-H]\.\s+(?=[A-Z])")
_ANNEX = re.compile(r"(?:[Aa]nnex(?:es)?|ANNEX(?:ES)?)(?:\s+[IVX]{1,4})?[\s*]*")
_ENDED = re.compile(r"[.;:)”\"’*]$")
_GLUE = re.compile(r"\S[-‐‑–—/]$")
_LARGER = 1.12  # type size of headings, as a share of that of the text
_SAME_PLACE = 6.0  # points
_RUNNING = 60  # letters in a line of running text, which a heading seldom has


@define
class Paragraph:
    """A numbered paragraph (or, with None, text without a number), its headings, and its printed lines.

    ``annexed`` is true in an annex.
    """

    number: int | None
    headings: tuple[str, ...]
    annexed: bool = False
    lines: list[Line] = field(factory=list)

    @property
    def text(self) -> str:
        """The running text, without the number."""
        return joined(line.text for line in self.lines)


def joined(lines: Iterable[str]) -> str:
    """Printed lines as running text; a hyphen, dash or slash at the end of a line is kept, without a space."""
    text = ""
    for line in lines:
        text = f"{text}{line}" if not text or _GLUE.search(text) else f"{text} {line}"
    return " ".join(text.split())


def outline(pages: tuple[Page, ...]) -> list[Paragraph]:
    """The paragraphs of a document in order, from paragraph 1.

    A paragraph begins with the number that follows the one before, at the margin of paragraph numbers; a small gap is
    accepted, since a document may miscount.
    """
    pages = aligned(pages)
    lines = text_lines(pages)
    body = common_size(lines)
    margin = paragraph_margin(pages)
    paragraphs: list[Paragraph] = []
    headings: dict[int, str] = {}
    annexed = False
    heading_before: Line | None = None
    last = 0
    for line in lines:
        current = paragraphs[-1] if paragraphs else None
        number = _number(line, last, margin, after_heading=heading_before is not None)
        if number is None and current and current.lines and _is_outdented(line, last, margin, current.lines[-1].text):
            number = last + 1
        if number is None and last == 0:
            if _is_larger(line, body):
                headings = {1: line.text}
            continue
        if number is not None and not annexed:
            last = number
            match = PARAGRAPH.match(line.text)
            rest = line.text[match.end() :] if match else line.text
            paragraphs.append(Paragraph(number, tuple(headings.values()), lines=[evolve(line, text=rest)]))
            heading_before = None
            continue
        level = _heading_level(line, body, current, margin)
        if level is not None:
            if heading_before is not None and _continues_heading(line, heading_before):
                level = max(headings)
                headings[level] = f"{headings[level]} {line.text}"
            else:
                headings = {key: text for key, text in headings.items() if key < level} | {level: line.text}
            annexed = annexed or _ANNEX.fullmatch(line.text) is not None
            paragraphs.append(Paragraph(None, tuple(headings.values()), annexed))
            heading_before = line
            continue
        heading_before = None
        if current is None:
            continue
        current.lines.append(line)
    return [paragraph for paragraph in paragraphs if paragraph.lines]


def _number(line: Line, last: int, margin: float | None, *, after_heading: bool) -> int | None:
    match = PARAGRAPH.match(line.text)
    if match is None:
        return None
    number = int(match[1] or match[2])
    if margin is not None and abs(line.left - margin) > _SAME_PLACE:
        return None
    most = last + (60 if after_heading else 3)  # after a heading the count may resume later
    if number == last + 1 or (last and last + 1 < number <= most and match[1]):
        return number
    return None


def _is_outdented(line: Line, last: int, margin: float | None, before: str) -> bool:
    """Whether a line begins the next paragraph left of where the others begin, in running text after a full stop."""
    match = PARAGRAPH.match(line.text)
    if match is None or margin is None or line.left > margin or not _ENDED.search(before):
        return False
    return last > 0 and match[1] is not None and int(match[1]) == last + 1 and len(line.text) > _RUNNING


def _heading_level(line: Line, body: float, current: Paragraph | None, margin: float | None) -> int | None:
    """The level of a heading: 1 with a Roman numeral or of an annex, 2 with a letter, otherwise 3; or else None."""
    before = current.lines[-1].text if current and current.lines else "."
    larger = _is_larger(line, body)
    outdented = margin is not None and line.left < margin - _SAME_PLACE
    if _ANNEX.fullmatch(line.text):
        return 1
    if not (larger or (_ENDED.search(before) and len(line.text) < 100 and not line.text.endswith((";", ".")))):
        return None
    if _ROMAN_HEADING.match(line.text) and (larger or outdented or line.text.isupper()):
        return 1
    if _LETTER_HEADING.match(line.text) and (larger or outdented):
        return 2
    return 3 if larger else None


def _is_larger(line: Line, body: float) -> bool:
    return line.size > body * _LARGER


def _continues_heading(line: Line, before: Line) -> bool:
    near = 0 < before.baseline - line.baseline < before.size * 1.6
    return (
        near
        and abs(line.size - before.size) < 0.5
        and not (_ROMAN_HEADING.match(line.text) or _LETTER_HEADING.match(line.text))
    )
