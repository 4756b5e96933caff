"""What the paragraphs of an addendum say about which recommendations: in sentences, below numbers, and in rows."""

import re

from attrs import define, field

from kz_upr.documents.answer_blocks import Block, is_table, own_numbering, parted
from kz_upr.documents.answered_lists import Said, SaidOfRest
from kz_upr.documents.answers import position_of_heading, qualifier_in
from kz_upr.documents.answers_below import answer_below
from kz_upr.documents.declarations import Declared, Now, declared
from kz_upr.documents.outline import Paragraph, joined
from kz_upr.documents.phrases import numbers_named
from kz_upr.model import PositionValue, Qualifier
from kz_upr.numbers import FULL_NUMBER

_BEGINS = re.compile(rf"{FULL_NUMBER}(?![./])")
BELOW_EARLIER = "it is under a heading about an earlier review"


@define
class Answer:
    """The answer to one recommendation at one place of the addendum."""

    number: str
    value: PositionValue | None
    qualifier: Qualifier | None
    locator: str


@define
class Found:
    """What an addendum says, in printed order."""

    listed: list[Answer] = field(factory=list)  # in sentences and headings
    below: list[Answer] = field(factory=list)  # below the numbers, and in rows
    unanswered: list[tuple[str, Said]] = field(factory=list)  # with the place
    bare: list[tuple[str, Block]] = field(factory=list)  # numbers with nothing below them, with the place
    rest: list[tuple[str, SaidOfRest]] = field(factory=list)
    inside: list[tuple[str, str]] = field(factory=list)  # numbers that begin a line of a block, with the place
    text: list[str] = field(factory=list)

    def add(self, place: str, heading: str, declared: Declared) -> None:
        """Add what the sentences at a place below a heading say."""
        self.rest += [(place, each) for each in declared.rest]
        for said in declared.said:
            if said.value is None:
                self.unanswered.append((place, said))
            else:
                qualifier = qualifier_in(said.context) or qualifier_in(heading)
                self.listed += [Answer(number, said.value, qualifier, place) for number in said.numbers]

    def add_block(self, place: str, block: Block, value: PositionValue | None, *, table: bool) -> None:
        """Add a block at a place with its answer; the rows of a table are cited by their number."""
        self.inside += [(place, match.group()) for line in block.lines if (match := _BEGINS.match(line))]
        if value is None and not block.text:
            self.bare.append((place, block))
            return
        locator, qualifier = f"no. {block.numbers[0]}" if table else place, qualifier_in(block.text)
        self.below += [Answer(number, value, qualifier, locator) for number in block.numbers]


def found_in(paragraphs: list[Paragraph], now: Now) -> Found:
    """What the paragraphs of an addendum say."""
    found = Found()
    split = [(paragraph, *parted(paragraph)) for paragraph in paragraphs]
    if own_numbering([(paragraph, blocks) for paragraph, _, blocks in split]):
        split = [
            (each, [*lead, *(line for block in blocks for line in block.lines)], []) for each, lead, blocks in split
        ]
    table = is_table([block for _, _, blocks in split for block in blocks])
    for paragraph, lines, blocks in split:
        place, heading = _locator(paragraph), paragraph.heading
        said = declared(joined(lines), position_of_heading(heading), now)
        found.text.append(joined(lines))
        if now.is_past(heading):
            listed = [*(each.numbers for each in said.said), *(block.numbers for block in blocks)]
            numbers = tuple(number for each in listed for number in each)
            found.unanswered.append((place, Said(numbers, None, heading, BELOW_EARLIER, earlier=True)))
            continue
        found.add(place, heading, said)
        if (named := numbers_named(heading)) and not said.said and not blocks:
            blocks = [Block(named, lines)]  # the text below a heading answers its numbers
        for block in blocks:
            if block.sentence is not None:
                found.add(place, heading, declared(block.sentence, said.lead, now))
            else:
                found.add_block(place, block, _value(block, said.lead, heading, now, table=table), table=table)
    return found


def _value(block: Block, lead: PositionValue | None, heading: str, now: Now, *, table: bool) -> PositionValue | None:
    """The answer of a block: in a cell, in the words before it, in its own text, or in the heading above it."""
    own = answer_below(block.after_wording, now)
    word = block.word if table or lead is None else None
    if said := word or lead:
        return said if own in (None, said) else PositionValue.UNDECIDED
    return own or position_of_heading(heading)


def _locator(paragraph: Paragraph) -> str:
    if paragraph.number is not None:
        return f"para. {paragraph.number}"
    return f"under “{paragraph.headings[-1]}”" if paragraph.headings else "text"
