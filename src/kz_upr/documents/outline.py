"""The outline of a United Nations document: numbered paragraphs under their headings, from printed lines."""

import re
from collections.abc import Iterable

from attrs import define, evolve, field

from kz_upr.documents.containers.pdf import Line, Page, common_size
from kz_upr.documents.margins import PARAGRAPH, aligned, paragraph_margin, text_lines
from kz_upr.numbers import DASHES

_ROMAN_HEADING = re.compile(r"[IVX]{1,5}\.\s*(?=[A-Z])")
_LETTER_HEADING = re.compile(r"[A-H]\.\s+(?=[A-Z])")
#: The heading of an annex.
ANNEX = re.compile(r"(?:[Aa]nnex(?:es)?|ANNEX(?:ES)?)(?:\s+[IVX]{1,4})?[\s*]*")
_ENDED = re.compile(r"[.;:)”\"’*]$")
_GLUE = re.compile(rf"\S[{DASHES}/]$")
_LARGER = 1.12  # type size of headings, as a share of that of the text
_SAME_PLACE = 6.0  # points
_RUNNING = 60  # letters in a line of running text, which a heading seldom has
_LONGEST_HEADING = 100  # letters, in the size of the text
_SKIPPED, _RESUMED = 3, 60  # how far the next number may be: a document may miscount, or resume after a heading
#: The first paragraphs of a report: the session, the troika, the documents, and the advance questions.
INTRODUCTION = 4
#: The next number in sequence, without its full stop.
_BARE_NUMBER = re.compile(r"(\d{1,3})\s+(?=[A-Z])")


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
    def heading(self) -> str:
        """The nearest heading; empty if there is none."""
        return self.headings[-1] if self.headings else ""

    @property
    def text(self) -> str:
        """The running text, without the number."""
        return joined(line.text for line in self.lines)


def joined(lines: Iterable[str]) -> str:
    """Printed lines as running text; a hyphen, dash or slash at the end of a line is kept, without a space."""
    parts: list[str] = []
    end = ""  # the last two letters
    for line in lines:
        part = line if not parts or _GLUE.search(end) else f" {line}"
        parts.append(part)
        end = f"{end}{part}"[-2:]
    return " ".join("".join(parts).split())


def outline(pages: tuple[Page, ...]) -> list[Paragraph]:
    """The paragraphs of a document in order, from paragraph 1.

    A paragraph begins with the number that follows the one before, at the margin of paragraph numbers; a small gap is
    accepted, since a document may miscount.
    """
    pages = aligned(pages)
    lines, margin = text_lines(pages), paragraph_margin(pages)
    if margin is None:
        return []
    writer = _Writer(common_size(lines), margin)
    for line in lines:
        writer.add(line)
    return [paragraph for paragraph in writer.paragraphs if paragraph.lines]


@define
class _Writer:
    """Writes the outline line by line: each line begins a paragraph, is a heading, or continues what precedes it."""

    size: float  # of the type of the text
    margin: float  # where the numbers of paragraphs begin
    paragraphs: list[Paragraph] = field(factory=list)
    headings: dict[int, str] = field(factory=dict)  # those above the current place, by level
    heading_before: Line | None = None  # the line before, if it is a heading
    number: int = 0  # of the last paragraph
    annexed: bool = False

    def add(self, line: Line) -> None:
        match = None if self.annexed else self._counted(line) or self._misplaced(line)
        if match is not None:
            self._begin(match, line)
        elif self.number == 0:
            self._before_first(line)
        elif (level := self._level(line)) is not None:
            self._head(line, level)
        else:
            self.paragraphs[-1].lines.append(line)
            self.heading_before = None

    def _begin(self, match: re.Match[str], line: Line) -> None:
        self.number = int(match[1])
        lines = [evolve(line, text=line.text[match.end() :])]
        self.paragraphs.append(Paragraph(self.number, tuple(self.headings.values()), lines=lines))
        self.heading_before = None

    def _before_first(self, line: Line) -> None:
        """Before paragraph 1 only its heading counts: the last line in larger type."""
        if self._is_larger(line):
            self.headings = {1: line.text}

    def _head(self, line: Line, level: int) -> None:
        if self.heading_before is not None and _continues_heading(line, self.heading_before):
            level = max(self.headings)
            self.headings[level] = f"{self.headings[level]} {line.text}"
        else:
            above = {higher: text for higher, text in self.headings.items() if higher < level}
            self.headings = above | {level: line.text}
        self.annexed = self.annexed or ANNEX.fullmatch(line.text) is not None
        self.paragraphs.append(Paragraph(None, tuple(self.headings.values()), self.annexed))
        self.heading_before = line

    def _counted(self, line: Line) -> re.Match[str] | None:
        """The next number in sequence, at the margin, with which a line begins a paragraph."""
        match = PARAGRAPH.match(line.text)
        if match is None or not self._stands_at_margin(line):
            return None
        number = int(match[1])
        farthest = self.number + (_SKIPPED if self.heading_before is None else _RESUMED)
        resumes = 0 < self.number < number <= farthest and match["alone"] is None
        return match if number == self.number + 1 or resumes else None

    def _misplaced(self, line: Line) -> re.Match[str] | None:
        """The next number left of the margin, or without its full stop, in running text after a full stop."""
        if self.number == 0 or len(line.text) <= _RUNNING or not self._follows_end():
            return None
        match = PARAGRAPH.match(line.text) if line.left <= self.margin else None
        if match is None and self._stands_at_margin(line):
            match = _BARE_NUMBER.match(line.text)
        return match if match and int(match[1]) == self.number + 1 else None

    def _level(self, line: Line) -> int | None:
        """The level of a heading: 1 with a Roman numeral or of an annex, 2 with a letter, otherwise 3; or else None."""
        if ANNEX.fullmatch(line.text):
            return 1
        larger = self._is_larger(line)
        apart = len(line.text) < _LONGEST_HEADING and not line.text.endswith((";", ".")) and self._follows_end()
        if not (larger or apart):
            return None
        outdented = line.left < self.margin - _SAME_PLACE
        if _ROMAN_HEADING.match(line.text) and (larger or outdented or line.text.isupper()):
            return 1
        if _LETTER_HEADING.match(line.text) and (larger or outdented):
            return 2
        return 3 if larger else None

    def _is_larger(self, line: Line) -> bool:
        return line.size > self.size * _LARGER

    def _stands_at_margin(self, line: Line) -> bool:
        return abs(line.left - self.margin) <= _SAME_PLACE

    def _follows_end(self) -> bool:
        """Whether the text before ends a sentence, or the line before is a heading."""
        lines = self.paragraphs[-1].lines
        return not lines or _ENDED.search(lines[-1].text) is not None


def _continues_heading(line: Line, before: Line) -> bool:
    near = 0 < before.baseline - line.baseline < before.size * 1.6
    return (
        near
        and abs(line.size - before.size) < 0.5
        and not (_ROMAN_HEADING.match(line.text) or _LETTER_HEADING.match(line.text))
    )
