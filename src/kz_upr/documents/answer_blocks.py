"""Answers below or beside the numbers: blocks of text that begin with numbers, and rows of tables."""

import re
from collections.abc import Iterator

from attrs import define

from kz_upr.documents.outline import Paragraph
from kz_upr.model import PositionValue
from kz_upr.numbers import ANY_LIST, CALLED, DASH, FULL_LIST, FULL_NUMBER, number_key, numbers_in
from kz_upr.reference.scanning import find_states

_SIGN = rf"\s*+(?:[:.]|{DASH})?\s*+"
_ANSWERS = (
    r"(?:(?:fully|partially|partly|not)\s)?(?:supported|accepted|noted|rejected|supports|accepts|notes)"
    r"(?:\s(?:in\spart|partially|partly))?"
)
#: A line that begins an answer: the numbers of the recommendations, alone or before a sentence.
_HEAD = re.compile(
    rf"(?:(?:{CALLED})?(?P<full>{FULL_LIST})|{CALLED}(?P<bare>{ANY_LIST})){_SIGN}"
    rf"(?=$|[A-Z“]|\([A-Z\d]|\(?{_ANSWERS}\W*$)"
)
#: The end of a line that continues with a number: "… recommendations" or "… 50.1,".
_GOES_ON = re.compile(
    rf"(?:[,/(]|{DASH}|\b(?:and|or|to|through|until|[Rr]ecommendations?|[Rr]ecs?|[Nn]os?\.?|numbers?|paragraphs?|of|in|with|see"
    r"|See|as|than|except|excluding|from|for|the|also|well|supports|accepts|notes|support|accept|note))\s*$"
)
#: The end of a cell that does not continue with the number of the next row.
_CELL_ENDS = re.compile(r"\b[A-Z]\w+(?: \w+){0,4} (?:support|note|accept)\s*$")
_EXCEPTS = re.compile(
    rf"\b(?:except\w*|exclud\w+|other than|(?:apart|aside) from|save|barring|but not)\b[^.;]{{0,60}}?{FULL_NUMBER}",
    re.IGNORECASE,
)
#: The answer in a separate cell, with no sentence after it.
_WORD = re.compile(
    r"(?<![\w-])(?i:(?:do|does) not (?:accept|support)|takes? note"
    r"|(?:(?:fully|partially|partly|not) )?(?:accepted|accepts|supported|supports|noted|notes|rejected|rejects)"
    r"(?:\s?/\s?(?:accepted|supported|noted))?(?: (?:in part|partially|partly))?)(?![\w-])(?!\s+[a-z])"
)
#: Two rows side by side on one line.
_PAIR = re.compile(rf"\b(?i:supported|accepted|noted|rejected)\s+(?={FULL_LIST})")
_BRACKETS = re.compile(r"\([^()\n]{3,120}\)[.;]?\s*$", re.MULTILINE)


@define
class Block:
    """The numbers that begin a block and the lines below them."""

    numbers: tuple[str, ...]
    lines: list[str]
    printed: str = ""  # the numbers as printed

    @property
    def sentence(self) -> str | None:
        """The block as a sentence, if it takes numbers out of its list: *50.1–50.9: supported, except 50.4*."""
        if not self.printed or _EXCEPTS.search(self.text) is None:
            return None
        name = "" if self.printed[0].isalpha() else "Recommendations "
        return " ".join(f"{name}{self.printed.rstrip(' :.')} {self.text}".split())

    @property
    def text(self) -> str:
        """All that is printed after the numbers."""
        return "\n".join(line for line in self.lines if line.strip())

    @property
    def after_wording(self) -> str:
        """What is printed after the recommendation itself, which ends with a State in brackets."""
        ends = [match.end() for match in _BRACKETS.finditer(self.text) if next(find_states(match.group()), None)]
        return self.text[ends[-1] :] if ends else self.text

    @property
    def word(self) -> PositionValue | None:
        """The answer that is in a separate cell; None if there is none or several that differ."""
        found = [
            (value, line)
            for line in self.lines
            for match in _WORD.finditer(line)
            if _is_cell(match, line) and (value := named_in_cell(match.group())) is not None
        ]
        if len(found) > 1 and found[-1][1] == self.lines[-1] and _WORD.fullmatch(self.lines[-1].strip()):
            found.pop()  # the heading of the rows that follow
        return found[0][0] if len({value for value, _ in found}) == 1 else None


def _is_cell(match: re.Match[str], line: str) -> bool:
    """Whether a word stands apart: it has a capital, or is the whole line."""
    return match.group()[0].isupper() or match.group() == line.strip(" .;:()")


def named_in_cell(words: str) -> PositionValue | None:
    """The position that the words of a cell name: *Supported/Noted*, *DOES NOT SUPPORT*, *Takes note*."""
    folded = " ".join(words.casefold().split())
    if "/" in folded or "part" in folded:
        return PositionValue.PARTLY_SUPPORTED
    if folded.startswith(("not ", "do not ", "does not ")):
        return None if "not" in folded.rpartition(" ")[2] or "reject" in folded else PositionValue.NOTED
    if "note" in folded or "reject" in folded:
        return PositionValue.NOTED
    return PositionValue.SUPPORTED


def parted(paragraph: Paragraph) -> tuple[list[str], list[Block]]:
    """The lines of a paragraph before the first block, and its blocks."""
    lead: list[str] = []
    blocks: list[Block] = []
    before = ""
    for line in (cell for printed in paragraph.lines for cell in _cells(printed.text)):
        match = _HEAD.match(line)
        numbers = numbers_in(match["full"] or match["bare"]) if match else ()
        if match and numbers and _goes_on(before, blocks[-1] if blocks else None, numbers):
            match = None
        rest = line[match.end() :] if match else line
        before = "" if match and _WORD.fullmatch(rest.strip()) else line
        if match and numbers:
            blocks.append(Block(numbers, [rest], printed=match.group()))
        elif blocks:
            blocks[-1].lines.append(line)
        else:
            lead.append(line)
    return lead, blocks


def _goes_on(before: str, last: Block | None, numbers: tuple[str, ...]) -> bool:
    """Whether the numbers that begin a line continue the line before, which may be a separate row."""
    if _GOES_ON.search(before) is None:
        return False
    row = last is not None and last.lines == [before[len(last.printed) :]]
    follows = last is not None and number_key(numbers[0]) > number_key(last.numbers[-1])
    return not (row and follows and _CELL_ENDS.search(before))


def own_numbering(split: list[tuple[Paragraph, list[Block]]]) -> bool:
    """Whether the blocks are paragraphs of the addendum itself: 2.1, 2.2 … within or after its paragraph 2."""
    paragraph, blocks = next(((paragraph, blocks) for paragraph, blocks in split if blocks), (None, []))
    if paragraph is None or paragraph.number is None:
        return False
    above, _, item = blocks[0].numbers[0].partition(".")
    return item == "1" and int(above) in (paragraph.number, paragraph.number + 1)


def _cells(line: str) -> Iterator[str]:
    """A line that prints two rows side by side, *50.1 Supported 50.2 Noted*, as two."""
    start = 0
    if _HEAD.match(line):
        for match in _PAIR.finditer(line):
            yield line[start : match.end()]
            start = match.end()
    yield line[start:]


def is_table(blocks: list[Block]) -> bool:
    """Whether blocks are rows of a table: at least half of them have an answer in a separate cell."""
    return 0 < len(blocks) <= 2 * sum(block.word is not None for block in blocks)
