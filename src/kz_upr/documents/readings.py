"""What the readers return: the content of a document, which document it is, and what to check in it.

Every reading has ``source`` (the document, with the hash of the file), ``state``, ``cycle`` and ``session`` (None if
the document does not tell them or covers several), ``symbol``, ``report`` (the symbol of the report that the document
is, answers or lists), ``numbers`` (of the recommendations, as printed) and ``warnings``.
"""

import os
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from attrs import field, frozen

from kz_upr.model import Position, ReadingWarning, Recommendation, Review, Source, State
from kz_upr.numbers import report_symbol


@frozen(kw_only=True)
class ReportReading:
    """The reading of a report of the Working Group.

    ``state``, ``cycle``, ``session`` and ``warnings`` are those of the review.

    Attributes:
        review: The review that the report records.
        source: The report, with the hash of the file.
    """

    review: Review
    source: Source

    @property
    def state(self) -> State:
        """The State under review."""
        return self.review.state

    @property
    def cycle(self) -> int:
        """The cycle of the review."""
        return self.review.cycle

    @property
    def session(self) -> int | None:
        """The session of the Working Group."""
        return self.review.session

    @property
    def symbol(self) -> str | None:
        """The symbol of the report."""
        return self.source.symbol

    @property
    def report(self) -> str | None:
        """The symbol of the report, without what marks a revision."""
        return None if self.symbol is None else report_symbol(self.symbol)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the recommendations."""
        return tuple(recommendation.number for recommendation in self.review.recommendations)

    @property
    def warnings(self) -> tuple[ReadingWarning, ...]:
        """What could not be read or does not agree."""
        return self.review.warnings

    def __repr__(self) -> str:
        count = len(self.review.recommendations)
        return f"<ReportReading {self.source.id}: {count} recommendations, {len(self.warnings)} warnings>"


@frozen(kw_only=True)
class ListReading:
    """The reading of a thematic list or of an export of the Universal Human Rights Index.

    Attributes:
        recommendations: The recommendations, in the order of their numbers.
        source: The document, with the hash of the file.
        state: The State under review. None if the document does not name it or covers several.
        cycle: The cycle. None if the document does not tell it or covers several.
        session: The session of the Working Group. None if the document does not tell it or covers several.
        symbol: The symbol of the report whose recommendations it lists. None if it does not tell it or covers several.
        warnings: What could not be read or does not agree.
    """

    recommendations: tuple[Recommendation, ...]
    source: Source
    state: State | None = None
    cycle: int | None = None
    session: int | None = None
    symbol: str | None = None
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def report(self) -> str | None:
        """The symbol of the report whose recommendations are listed."""
        return self.symbol

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the recommendations."""
        return tuple(recommendation.number for recommendation in self.recommendations)

    def __repr__(self) -> str:
        count = len(self.recommendations)
        return f"<ListReading {self.source.id}: {count} recommendations, {len(self.warnings)} warnings>"


class Positions(Mapping[str, Position]):
    """Positions by number, in the order of the numbers. They cannot be changed."""

    __slots__ = ("_by_number",)

    def __init__(self, positions: Mapping[str, Position]) -> None:
        self._by_number = dict(positions)

    def __getitem__(self, number: str) -> Position:
        return self._by_number[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_number)

    def __len__(self) -> int:
        return len(self._by_number)

    def __hash__(self) -> int:
        return hash(frozenset(self._by_number.items()))

    def __repr__(self) -> str:
        return f"<Positions on {len(self)} recommendations>"


@frozen(kw_only=True)
class AddendumReading:
    """The reading of an addendum: the positions of the State under review.

    Attributes:
        positions: The positions by number. Numbers are as printed: ``122.34``, or ``34`` if the addendum does not say
            which paragraph of the report it counts in.
        source: The addendum, with the hash of the file.
        state: The State under review. None if the addendum does not name it.
        cycle: The cycle. None if the addendum does not tell it.
        session: The session of the Working Group. None if the addendum does not tell it.
        symbol: The symbol of the addendum. None if it has none.
        warnings: What could not be read or does not agree.
    """

    positions: Mapping[str, Position] = field(converter=Positions)
    source: Source
    state: State | None = None
    cycle: int | None = None
    session: int | None = None
    symbol: str | None = None
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def report(self) -> str | None:
        """The symbol of the report that the addendum answers. None if the addendum has no symbol."""
        return None if self.symbol is None else report_symbol(self.symbol)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the recommendations answered."""
        return tuple(self.positions)

    def __repr__(self) -> str:
        return f"<AddendumReading {self.source.id}: {len(self.positions)} positions, {len(self.warnings)} warnings>"


#: The reading of any official document.
AnyReading: TypeAlias = ReportReading | AddendumReading | ListReading
#: What :func:`~kz_upr.complete` and :func:`~kz_upr.check` take: a file, or the reading of one.
Document: TypeAlias = str | os.PathLike[str] | ReportReading | AddendumReading | ListReading
