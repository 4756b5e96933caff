"""What was said: one speaker's turn, point by point."""

import datetime

from attrs import frozen

from kz_upr.model.people import Speaker
from kz_upr.model.reference import Topic
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import Act, Setting


@frozen(kw_only=True)
class Point:
    """One thing that a speaker says: the act, and a summary in the package's own words.

    ``citations`` are the point's own places; empty, the statement's hold for it.
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

    ``date`` is the day it was made; None where the source gives none.
    """

    id: str
    speaker: Speaker
    setting: Setting
    points: tuple[Point, ...]
    date: datetime.date | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Statement {self.id}: {self.speaker.name}, {self.setting}, {len(self.points)} points>"
