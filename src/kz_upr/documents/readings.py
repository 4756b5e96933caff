"""What the readers return: the content of a document, which document it is, and what to check in it."""

import os
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from attrs import Factory, field, frozen

from kz_upr.mappings import FrozenMapping
from kz_upr.model import Position, PositionValue, ReadingWarning, Recommendation, Review, Source, State
from kz_upr.numbers import report_symbol


@frozen(kw_only=True)
class Reading(ABC):
    """What every reading has, whatever the document.

    Attributes:
        source: The document, with the hash of the file.
        state: The State under review. None if the document does not name it or covers several.
        cycle: The cycle. None if the document does not state it or covers several.
        session: The session of the Working Group. None if the document does not state it or covers several.
        symbol: The symbol of the document; of a list or an export, that of the report whose recommendations it lists.
            None if not known.
        warnings: What could not be read or does not agree.
    """

    #: The place of its kind among the documents that complete a review.
    order: ClassVar[int]

    source: Source
    state: State | None = None
    cycle: int | None = None
    session: int | None = None
    symbol: str | None = None
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    @abstractmethod
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the recommendations that the document prints or answers."""

    @property
    def name(self) -> str:
        """The symbol of the document, or else its title."""
        return self.source.symbol or self.source.title

    @property
    def report(self) -> str | None:
        """The symbol of the report that the document is, answers or lists. None if not known."""
        return None if self.symbol is None else report_symbol(self.symbol)

    def __repr__(self) -> str:
        count = len(self.numbers)
        return f"<{type(self).__name__} {self.source.id}: {count} recommendations, {len(self.warnings)} warnings>"


@frozen(kw_only=True)
class Reference:
    """Recommendations that the conclusions do not print but point to where the dialogue records them.

    Attributes:
        paragraph: The paragraph of the conclusions.
        places: The places pointed to, in printed order: ``81 (d)``, ``67 (b) (i)``, or ``54`` for a whole paragraph.
        answer: The position that the paragraph takes on them. None if it takes none in known words.
    """

    paragraph: int
    places: tuple[str, ...]
    answer: PositionValue | None = None


@frozen(kw_only=True, repr=False)
class ReportReading(Reading):
    """The reading of a report of the Working Group.

    Attributes:
        review: The review that the report records, and what to check in it.
        references: The recommendations that its conclusions only point to. The review does not hold them.
    """

    order = 0
    review: Review
    references: tuple[Reference, ...] = ()
    # what the review and the source say, not said again
    state: State = field(init=False, default=Factory(lambda self: self.review.state, takes_self=True))
    cycle: int = field(init=False, default=Factory(lambda self: self.review.cycle, takes_self=True))
    session: int | None = field(init=False, default=Factory(lambda self: self.review.session, takes_self=True))
    symbol: str | None = field(init=False, default=Factory(lambda self: self.source.symbol, takes_self=True))
    warnings: tuple[ReadingWarning, ...] = field(
        init=False, default=Factory(lambda self: self.review.warnings, takes_self=True)
    )

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations of the review."""
        return self.review.recommendations

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the recommendations, in their order."""
        return tuple(recommendation.number for recommendation in self.recommendations)


class AnnotationIds(FrozenMapping[str, tuple[str, ...]]):
    """Annotation ids of the Index by the id of the recommendation. They cannot be changed."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<AnnotationIds of {len(self)} recommendations>"


@frozen(kw_only=True, repr=False)
class ListReading(Reading):
    """The reading of a thematic list or of an export of the Universal Human Rights Index.

    Attributes:
        recommendations: The recommendations, in the order of their numbers.
        annotations: Of an export, the OHCHR annotation ids of the records of each recommendation, by its id; they join
            it with other data from the Index. Empty for a list.
    """

    order = 2
    recommendations: tuple[Recommendation, ...]
    annotations: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=AnnotationIds)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the recommendations, in their order."""
        return tuple(recommendation.number for recommendation in self.recommendations)


class Positions(FrozenMapping[str, Position]):
    """Positions by number, in the order of the numbers. They cannot be changed."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Positions on {len(self)} recommendations>"


@frozen(kw_only=True, repr=False)
class AddendumReading(Reading):
    """The reading of an addendum: the positions of the State under review.

    Attributes:
        positions: The positions by number. Numbers are as printed: ``122.34``, or ``34`` if the addendum does not say
            which paragraph of the report it counts in.
        rest: The position on all recommendations without a number of their own in the addendum (*all others are
            supported*). None if it takes none.
        rest_paragraphs: The paragraphs of the report that the rest is limited to. Empty if it is not limited.
        unanswered: Numbers that the addendum names without an answer that could be read. The rest does not hold for
            them.
    """

    order = 1
    positions: Mapping[str, Position] = field(converter=Positions)
    rest: Position | None = None
    rest_paragraphs: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations answered, each with its number and its position alone; the id is empty."""
        answered = self.positions.items()
        return tuple(Recommendation(id="", number=number, positions=(position,)) for number, position in answered)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the recommendations answered."""
        return tuple(self.positions)


#: The reading of any official document.
AnyReading: TypeAlias = ReportReading | AddendumReading | ListReading
#: What :func:`~kz_upr.complete` and :func:`~kz_upr.check` take: a file, or the reading of one.
Document: TypeAlias = str | os.PathLike[str] | AnyReading
