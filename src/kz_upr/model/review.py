"""One State's review in one cycle."""

import datetime

from attrs import frozen

from kz_upr.model.people import Delegation
from kz_upr.model.recommendations import Recommendation
from kz_upr.model.reference import State
from kz_upr.model.sources import Citation, Discrepancy, Source
from kz_upr.model.statements import Statement


@frozen(kw_only=True)
class Totals:
    """The numbers of recommendations as officially stated. None: not stated.

    ``partly`` counts those answered in part, which the United Nations counts neither as supported nor as noted.
    """

    received: int | None = None
    supported: int | None = None
    noted: int | None = None
    partly: int | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Totals received {self.received}, supported {self.supported}, noted {self.noted}, partly {self.partly}>"
        )


@frozen(kw_only=True)
class Held:
    """How many the package holds, of how many there are.

    ``stated`` is the number that a source states, None where none does; ``why`` says in words what
    is missing and why, None where nothing is.
    """

    held: int
    stated: int | None = None
    why: str | None = None

    def __str__(self) -> str:
        return f"{self.held} of {self.stated if self.stated is not None else 'an unknown number'}"

    def __repr__(self) -> str:
        return f"<Held {self}>"


@frozen(kw_only=True)
class Coverage:
    """How much of the review the package holds."""

    recommendations: Held
    statements: Held

    def __repr__(self) -> str:
        return f"<Coverage recommendations {self.recommendations}, statements {self.statements}>"


@frozen(kw_only=True)
class Outcome:
    """How the Human Rights Council adopted the outcome.

    ``council_session`` and ``meeting`` are numbers; ``decision`` is written ``43/109``; ``adopted``
    says how (``without a vote``). None: not known.
    """

    council_session: int | None = None
    meeting: int | None = None
    decision: str | None = None
    date: datetime.date | None = None
    adopted: str | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Outcome decision {self.decision}, {self.date}>"


@frozen(kw_only=True)
class Review:
    """One State's Universal Periodic Review in one cycle.

    ``id`` is the State's ISO code and the cycle (``KAZ-3``); ``session``, ``meeting``, ``adopted`` and
    ``adopted_meeting`` belong to the Working Group: the session that held the review on ``date``, in
    which meeting, and when and in which meeting it adopted its report. ``speakers`` is the stated
    number of delegations that took the floor, ``speaking_states`` those of them that are known,
    ``advance_questions`` the States that sent questions before. ``documents`` are the review's official
    papers. ``warnings`` is filled by readers of documents alone. None or an empty tuple: not known;
    ``coverage`` counts what is held.
    """

    id: str
    state: State
    cycle: int
    coverage: Coverage
    edition: str | None = None
    session: int | None = None
    session_start: datetime.date | None = None
    session_end: datetime.date | None = None
    date: datetime.date | None = None
    meeting: int | None = None
    venue: str | None = None
    adopted: datetime.date | None = None
    adopted_meeting: int | None = None
    troika: tuple[State, ...] | None = None
    speakers: int | None = None
    speaking_states: tuple[State, ...] = ()
    advance_questions: tuple[State, ...] = ()
    documents: tuple[Source, ...] = ()
    delegation: Delegation | None = None
    statements: tuple[Statement, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    totals: Totals | None = None
    outcome: Outcome | None = None
    discrepancies: tuple[Discrepancy, ...] = ()
    warnings: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Review {self.id}: {self.state.name}, {self.date}, edition {self.edition}, "
            f"{self.coverage.recommendations} recommendations, {len(self.statements)} statements>"
        )
