"""What a reader gives back beside a review: the content, and what document it is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from kz_upr.model import Position, Recommendation, Source, State


class ListReading(tuple[Recommendation, ...]):
    """The recommendations of a list or of an index, with what document they were read in.

    A plain tuple to whoever needs no more. ``state``, ``cycle`` and ``session`` are None where the document
    does not say or holds several, ``symbol`` is that of the Working Group's report that the recommendations
    are from. ``warnings`` names what could not be read or does not fit.
    """

    source: Source
    state: State | None
    cycle: int | None
    session: int | None
    symbol: str | None
    warnings: tuple[str, ...]

    def __new__(
        cls,
        recommendations: Iterable[Recommendation] = (),
        *,
        source: Source | None = None,
        state: State | None = None,
        cycle: int | None = None,
        session: int | None = None,
        symbol: str | None = None,
        warnings: Iterable[str] = (),
    ) -> Self:
        """Make the reading; ``source`` is left out by copying and pickling alone, which fill it in after."""
        reading = super().__new__(cls, recommendations)
        if source is not None:
            reading.source = source
        reading.state, reading.cycle, reading.session, reading.symbol = state, cycle, session, symbol
        reading.warnings = tuple(warnings)
        return reading

    def with_content(self, recommendations: Iterable[Recommendation], *, source: Source) -> Self:
        """The same reading with other recommendations and another account of its source."""
        return type(self)(recommendations, **{**vars(self), "source": source})

    def __repr__(self) -> str:
        return f"<ListReading {self.source.id}: {len(self)} recommendations, {len(self.warnings)} warnings>"


class AddendumReading(Mapping[str, Position]):
    """The positions of an addendum by number, with what document they were read in.

    Numbers are as the addendum prints them: ``122.34``, or ``34`` where it counts without the report's
    paragraph and does not name that paragraph itself. ``symbol`` is the addendum's, ``report`` that of the report
    it belongs to. ``warnings`` names what could not be read or does not fit.
    """

    def __init__(
        self,
        positions: Mapping[str, Position],
        *,
        source: Source,
        state: State | None = None,
        cycle: int | None = None,
        symbol: str | None = None,
        report: str | None = None,
        warnings: Iterable[str] = (),
    ) -> None:
        self._positions = dict(positions)
        self.source = source
        self.state = state
        self.cycle = cycle
        self.symbol = symbol
        self.report = report
        self.warnings: tuple[str, ...] = tuple(warnings)

    def __getitem__(self, number: str) -> Position:
        return self._positions[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)

    def with_content(self, positions: Mapping[str, Position], *, source: Source) -> Self:
        """The same reading with other positions and another account of its source."""
        about = {name: value for name, value in vars(self).items() if name != "_positions"}
        return type(self)(positions, **{**about, "source": source})

    def __repr__(self) -> str:
        return f"<AddendumReading {self.source.id}: {len(self)} positions, {len(self.warnings)} warnings>"
