"""Statements: one speaker's turn, point by point."""

import datetime

from attrs import frozen

from kz_upr.model.people import Speaker
from kz_upr.model.reference import Topic
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import Act, Setting


@frozen(kw_only=True)
class Point:
    """One thing that a speaker says.

    Attributes:
        act: What the speaker does here.
        summary: What is said, in the package's own words.
        topics: Topics it concerns, the most specific first.
        citations: Where this point is recorded. If empty, the citations of the statement apply.
    """

    act: Act
    summary: str
    topics: tuple[Topic, ...] = ()
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
        points: What was said, in order; one or more.
        date: The day on which it was made. None if no source gives it.
        citations: Where it is recorded; at least one.
    """

    id: str
    speaker: Speaker
    setting: Setting
    points: tuple[Point, ...]
    date: datetime.date | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Statement {self.id}: {self.speaker.name}, {self.setting}, {len(self.points)} points>"
