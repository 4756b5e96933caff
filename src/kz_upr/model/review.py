"""One State's review in one cycle."""

import datetime

from attrs import frozen

from kz_upr.model.people import Delegation
from kz_upr.model.recommendations import Recommendation
from kz_upr.model.record import Record
from kz_upr.model.reference import State
from kz_upr.model.sources import Citation, Discrepancy, Source
from kz_upr.model.statements import Statement


@frozen(kw_only=True, eq=False)
class Totals(Record):
    """The numbers of recommendations as officially stated. None: not stated.

    ``partly`` counts those answered in part, which the United Nations counts neither as supported nor as noted.
    """

    #: Recommendations received.
    received: int | None = None
    #: Recommendations supported.
    supported: int | None = None
    #: Recommendations noted.
    noted: int | None = None
    #: Recommendations answered in part, which the United Nations counts in neither number.
    partly: int | None = None
    #: Where the numbers are written; at least one.
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Totals received {self.received}, supported {self.supported}, noted {self.noted}, partly {self.partly}>"
        )


@frozen(kw_only=True, eq=False)
class Held(Record):
    """How many the package holds, of how many there are.

    ``stated`` is the number that a source states, None where none does; ``why`` says in words what
    is missing and why, None where nothing is.
    """

    #: How many the package holds.
    held: int
    #: How many there are, as a source states it.
    stated: int | None = None
    #: What is missing, and why.
    why: str | None = None

    def __str__(self) -> str:
        return f"{self.held} of {self.stated if self.stated is not None else 'an unknown number'}"

    def __repr__(self) -> str:
        return f"<Held {self}>"


@frozen(kw_only=True, eq=False)
class Coverage(Record):
    """How much of the review the package holds."""

    #: Recommendations held, of those received.
    recommendations: Held
    #: Statements held, of those made.
    statements: Held

    def __repr__(self) -> str:
        return f"<Coverage recommendations {self.recommendations}, statements {self.statements}>"


@frozen(kw_only=True, eq=False)
class Outcome(Record):
    """How the Human Rights Council adopted the outcome.

    ``council_session`` and ``meeting`` are numbers; ``decision`` is written ``43/109``; ``adopted``
    says how (``without a vote``). None: not known.
    """

    #: Session of the Human Rights Council, ``43``.
    council_session: int | None = None
    #: Meeting of that session.
    meeting: int | None = None
    #: Number of the decision, ``43/109``.
    decision: str | None = None
    #: Day of the adoption.
    date: datetime.date | None = None
    #: How it was adopted, ``without a vote``.
    adopted: str | None = None
    #: Where that is written.
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Outcome decision {self.decision}, {self.date}>"


@frozen(kw_only=True, eq=False)
class Review(Record):
    """One State's Universal Periodic Review in one cycle.

    ``id`` is the State's ISO code and the cycle (``KAZ-3``); ``session``, ``meeting``, ``adopted`` and
    ``adopted_meeting`` belong to the Working Group: the session that held the review on ``date``, in
    which meeting, and when and in which meeting it adopted its report. ``speakers`` is the stated
    number of delegations that took the floor, ``speaking_states`` those of them that are known,
    ``advance_questions`` the States that sent questions before. ``documents`` are the review's official
    papers. ``warnings`` is filled by readers of documents alone. None or an empty tuple: not known;
    ``coverage`` counts what is held.
    """

    #: State and cycle, ``KAZ-3``; never changes.
    id: str
    #: The State under review.
    state: State
    #: 1 (2008 to 2011 or 2012), 2 (to 2016), 3 (2017 to 2022), 4 (2022 to 2027).
    cycle: int
    #: How much of the review the package holds.
    coverage: Coverage
    #: The edition of the data that it was loaded from; None for one read from a document.
    edition: str | None = None
    #: Session of the Working Group, ``34``.
    session: int | None = None
    #: First day of that session.
    session_start: datetime.date | None = None
    #: Last day of that session.
    session_end: datetime.date | None = None
    #: Day of the review: the presentation and the interactive dialogue.
    date: datetime.date | None = None
    #: Meeting of the session in which it was held.
    meeting: int | None = None
    #: Place.
    venue: str | None = None
    #: Day on which the Working Group adopted its report.
    adopted: datetime.date | None = None
    #: Meeting in which it did.
    adopted_meeting: int | None = None
    #: The three rapporteurs.
    troika: tuple[State, ...] | None = None
    #: Number of delegations that took the floor, as a source states it.
    speakers: int | None = None
    #: Those of them that are known by name.
    speaking_states: tuple[State, ...] = ()
    #: States that sent questions before the session.
    advance_questions: tuple[State, ...] = ()
    #: The review's official papers.
    documents: tuple[Source, ...] = ()
    #: Who came for the State under review.
    delegation: Delegation | None = None
    #: What was said, one object a turn.
    statements: tuple[Statement, ...] = ()
    #: What was asked, in the order of the report, as far as held.
    recommendations: tuple[Recommendation, ...] = ()
    #: The officially stated numbers.
    totals: Totals | None = None
    #: How the Human Rights Council adopted the outcome.
    outcome: Outcome | None = None
    #: Matters on which sources disagree.
    discrepancies: tuple[Discrepancy, ...] = ()
    #: What a reader of documents could not make out; empty in bundled data.
    warnings: tuple[str, ...] = ()
    #: Where the facts of the header are written; at least one.
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Review {self.id}: {self.state.name}, {self.date}, edition {self.edition}, "
            f"{self.coverage.recommendations} recommendations, {len(self.statements)} statements>"
        )
