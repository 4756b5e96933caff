"""Statements: one speaker's turn, point by point."""

import datetime

from attrs import frozen

from kz_upr.model.people import Speaker
from kz_upr.model.reference import AffectedPersons, NamedInstrument, Theme
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import Act, Setting


@frozen(kw_only=True)
class Point:
    """One thing that a speaker says.

    Attributes:
        id: The statement and the position of the point in it, ``KAZ-3-adoption-lka-p1``.
        act: What the speaker does here.
        summary: What the speaker did, in the package's own words, to be read after the name; at most 240 characters.
        themes: The themes it concerns.
        affected_persons: The persons it concerns.
        instruments: The instruments it names, each with the manner.
        recommendations: Ids of the recommendations it speaks of.
        answers: Ids of the points it answers.
        citations: Where this point is recorded. If empty, the citations of the statement apply.
    """

    id: str
    act: Act
    summary: str
    themes: tuple[Theme, ...] = ()
    affected_persons: tuple[AffectedPersons, ...] = ()
    instruments: tuple[NamedInstrument, ...] = ()
    recommendations: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Point {self.act}: {self.summary}>"


@frozen(kw_only=True)
class Statement:
    """One speaker's turn.

    Attributes:
        id: Review, setting and speaker, ``KAZ-3-adoption-lka``; never changes.
        speaker: Who made it.
        setting: Where in the review it was made.
        points: What was said, in order. Empty only where the official text is joined.
        date: The day on which it was made. None if no source gives it.
        official_text: The official wording, joined from the user's own copy, paragraphs separated by a blank line. None
            if not joined.
        citations: Where it is recorded; at least one.
    """

    id: str
    speaker: Speaker
    setting: Setting
    points: tuple[Point, ...] = ()
    date: datetime.date | None = None
    official_text: str | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Statement {self.id}: {self.speaker.name}, {self.setting}, {len(self.points)} points>"
