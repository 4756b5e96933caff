"""The groups of numbered recommendations in the conclusions of a report, and the forms of their numbers."""

import re

from attrs import Factory, define, field

from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.outline import joined
from kz_upr.model import PositionValue, Qualifier
from kz_upr.numbers import FULL
from kz_upr.wording import parse_recommendation

# the printed forms of a recommendation's number: "122.34", "122.34.", "34.", "(a)"
FULL_NUMBER = re.compile(rf"{FULL}\s?[.:]?(?=\s|$|[A-Z“\"(])")
SHORT_NUMBER = re.compile(r"(\d{1,3})\s?\.\s*(?=[^\d\s.,;)]|$)")
LETTER = re.compile(r"\(([a-z]{1,2})\)\s*(?=\S)")
#: The end of a line that may end a recommendation, and of one that ends with its States.
COMPLETE = re.compile(r"(?:[;.]|\))[\s*\d†]*$")
NAMED = re.compile(r"\)[;.,\s\d*†]*$")
INDENTED = 8.0  # points
_MARK = re.compile(r"(?<=\))\d{1,2}(?=\s*[;.]?$)|(?<=\)[;.])\d{1,2}$")  # of a note, where it is not raised


@define
class Item:
    """One recommendation as printed: its number, its lines, and the answer to its group."""

    paragraph: int
    index: int
    lines: list[str]
    position: PositionValue | None
    qualifier: Qualifier | None
    answered_in: int  # the paragraph that takes the position

    @property
    def number(self) -> str:
        """The number as ``122.34``."""
        return f"{self.paragraph}.{self.index}"

    @property
    def text(self) -> str:
        """The running wording."""
        return _MARK.sub("", joined(self.lines))


@define
class Group:
    """A paragraph that introduces recommendations, with what has been read of it so far."""

    paragraph: int
    margin: float  # where paragraphs begin
    lead: list[str] = field(factory=list)
    items: list[Item] = field(factory=list)
    style: re.Pattern[str] | None = None  # the form in which it prints its numbers
    left: float = Factory(lambda group: group.margin, takes_self=True)  # where its items begin, or else paragraphs
    hanging: float | None = None  # where their further lines begin
    closed: bool = False
    between: list[str] = field(factory=list)  # text between and after the items

    @property
    def last(self) -> int:
        """The number of the last item; 0 before the first."""
        return self.items[-1].index if self.items else 0


def names_states(text: str) -> bool:
    """Whether a wording has States in brackets, as that of a recommendation has."""
    return any(clause.states for clause in parse_recommendation(text))


def stands_at(line: Line, group: Group) -> bool:
    """Whether a line begins where the items of the group begin."""
    return abs(line.left - group.left) < INDENTED
