"""What was said: one speaker's turn, point by point."""

import datetime

from attrs import frozen

from kz_upr.model.people import Speaker
from kz_upr.model.record import Record
from kz_upr.model.reference import Topic
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import Act, Setting


@frozen(kw_only=True, eq=False)
class Point(Record):
    """One thing that a speaker says: the act, and a summary in the package's own words.

    ``citations`` are the point's own places; empty, the statement's hold for it.
    """

    #: What the speaker does here.
    act: Act
    #: What is said, in the package's own words.
    summary: str
    #: Topics it touches, the most specific first.
    topics: tuple[Topic, ...] = ()
    #: Places of this point alone.
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Point {self.act}: {self.summary}>"


@frozen(kw_only=True, eq=False)
class Statement(Record):
    """One speaker's turn.

    ``date`` is the day it was made; None where the source gives none.
    """

    #: Review, setting and speaker, ``KAZ-3-adoption-lka``; never changes.
    id: str
    #: Who made it.
    speaker: Speaker
    #: Where in the review it was made.
    setting: Setting
    #: What was said, in order; one or more.
    points: tuple[Point, ...]
    #: Day it was made.
    date: datetime.date | None = None
    #: Where it is written; at least one.
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Statement {self.id}: {self.speaker.name}, {self.setting}, {len(self.points)} points>"
