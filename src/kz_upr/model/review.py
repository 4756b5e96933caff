"""One State's review in one cycle."""

import datetime

from attrs import field, frozen

from kz_upr.messages import count
from kz_upr.model.people import Delegation
from kz_upr.model.recommendations import Recommendation
from kz_upr.model.reference import State
from kz_upr.model.sources import Citation, Discrepancy, Note, Source
from kz_upr.model.statements import Statement
from kz_upr.model.warnings import ReadingWarning


@frozen(kw_only=True)
class Totals:
    """The officially stated numbers of recommendations. None if not stated.

    Attributes:
        received: Recommendations received.
        supported: Recommendations supported.
        noted: Recommendations noted.
        partly: Recommendations supported in part, which the United Nations counts neither as supported nor as noted.
        citations: Where the numbers are stated; at least one.
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
    """How many objects the package holds, and how many there are.

    Attributes:
        held: How many the package holds.
        stated: How many there are, as a source states it. None if no source does.
        why: What is missing, and why. None if nothing is.
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
    """How much of the review the package holds.

    Attributes:
        recommendations: Recommendations held, out of those received.
        statements: Statements held, out of those made.
    """

    recommendations: Held
    statements: Held

    def __repr__(self) -> str:
        return f"<Coverage recommendations {self.recommendations}, statements {self.statements}>"


@frozen(kw_only=True)
class Outcome:
    """How the Human Rights Council adopted the outcome. None where not known.

    Attributes:
        council_session: Session of the Human Rights Council, ``43``.
        meeting: Meeting of that session.
        decision: Number of the decision, ``43/109``.
        date: Day of the adoption.
        adopted: How it was adopted, ``without a vote``.
        citations: Where that is recorded.
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

    None or an empty tuple means not known; ``coverage`` counts what is held.

    Attributes:
        id: State and cycle, ``KAZ-3``; never changes.
        state: The State under review.
        cycle: 1 (2008 to 2011 or 2012), 2 (to 2016), 3 (2017 to 2022), 4 (2022 to 2027).
        coverage: How much of the review the package holds.
        edition: The edition of the data from which it was loaded. None for a review read from a document.
        session: Session of the Working Group, ``34``.
        session_start: First day of that session.
        session_end: Last day of that session.
        date: Day of the review: the presentation and the interactive dialogue.
        meeting: Meeting of the session at which the review was held.
        venue: Place.
        adopted: Day on which the Working Group adopted its report.
        adopted_meeting: Meeting at which it did so.
        troika: The three rapporteurs.
        speakers: Number of delegations that took the floor, as a source states it.
        speaking_states: Those of them that are known.
        advance_questions: States that submitted questions in advance.
        documents: The official documents of the review.
        delegation: The delegation of the State under review.
        statements: What was said, one object per turn.
        recommendations: What was recommended, in the order of the report, as far as held.
        totals: The officially stated numbers of recommendations.
        outcome: How the Human Rights Council adopted the outcome.
        discrepancies: Matters on which sources disagree.
        notes: Remarks on the record.
        warnings: What to check in the documents that were read or joined. Empty in bundled data; not part of the JSON
            form or of equality.
        citations: Where the facts above the statements are recorded; at least one.
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
    notes: tuple[Note, ...] = ()
    warnings: tuple[ReadingWarning, ...] = field(default=(), eq=False)
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return (
            f"<Review {self.id}: {self.state.name}, {self.date}, edition {self.edition}, "
            f"{self.coverage.recommendations} recommendations, {count(len(self.statements), 'statement')}>"
        )
