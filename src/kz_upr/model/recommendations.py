"""What was recommended, by whom, and what the State under review answered."""

import datetime

from attrs import frozen

from kz_upr.model.reference import State, Topic
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import (
    Action,
    Evidence,
    PositionValue,
    Qualifier,
    Stage,
    TagKind,
)


@frozen(kw_only=True)
class Clause:
    """One demand with the States that made it.

    ``action`` and ``subject`` are the package's coding (a closed verb; a noun phrase in our own words
    of at most 120 characters). ``official_text`` is the demand's wording in a document that the user
    has joined. None: not coded, not joined.
    """

    action: Action | None = None
    subject: str | None = None
    states: tuple[State, ...] = ()
    official_text: str | None = None

    @property
    def summary(self) -> str | None:
        """Action and subject in one line, the subject alone where no action is known; None where nothing is coded."""
        return self.subject if self.action is None else f"{self.action}: {self.subject}"

    def __repr__(self) -> str:
        states = ", ".join(state.iso3 for state in self.states) or "State not known"
        return f"<Clause {self.summary or 'not coded'} ({states})>"


@frozen(kw_only=True)
class Position:
    """What the State under review answered at one stage. ``date`` None: not stated."""

    value: PositionValue
    stage: Stage
    qualifier: Qualifier | None = None
    date: datetime.date | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Position {self.value}{f' ({self.qualifier})' if self.qualifier else ''}, {self.stage}>"


@frozen(kw_only=True)
class Tag:
    """A label that an official list puts on a recommendation.

    Labels change wording between lists, so ``scheme`` names the list's generation
    (``OHCHR thematic list 2014``). ``code`` is the printed code (``A12``, an SDG's number), None where there is none.
    """

    kind: TagKind
    scheme: str
    label: str
    code: str | None = None

    def __repr__(self) -> str:
        return f"<Tag {self.kind}: {self.label}>"


@frozen(kw_only=True)
class Recommendation:
    """One numbered recommendation: its demands, the history of the answer, and where that is written.

    A recommendation whose text is not known is legal: it has a number and what else is sourced.
    ``text_sha256`` is the fingerprint of the official wording (see :func:`kz_upr.fingerprint`),
    ``official_text`` that wording itself, joined from the user's own copy. None: not known, not joined.
    """

    id: str
    number: str
    clauses: tuple[Clause, ...] = ()
    positions: tuple[Position, ...] = ()
    topics: tuple[Topic, ...] = ()
    evidence: Evidence | None = None
    text_sha256: str | None = None
    official_text: str | None = None
    tags: tuple[Tag, ...] = ()
    citations: tuple[Citation, ...] = ()

    @property
    def states(self) -> tuple[State, ...]:
        """The recommending States: those of all clauses, each once, in order. Empty: not known."""
        if len(self.clauses) == 1:
            return self.clauses[0].states
        return tuple(dict.fromkeys(state for clause in self.clauses for state in clause.states))

    @property
    def final_position(self) -> Position | None:
        """The last step of the position's history, with its stage and citations; None where no answer is known.

        A thematic list or index is a witness: it counts only where no stage of the review itself is known.
        """
        for position in reversed(self.positions):
            if position.stage is not Stage.LIST:
                return position
        return self.positions[-1] if self.positions else None

    @property
    def position(self) -> PositionValue | None:
        """The final answer, the value of :attr:`final_position`; None where no answer is known."""
        final = self.final_position
        return None if final is None else final.value

    @property
    def summary(self) -> str | None:
        """The coded demands in one line; None where nothing is coded."""
        return "; ".join(filter(None, (clause.summary for clause in self.clauses))) or None

    def __repr__(self) -> str:
        states = ", ".join(state.iso3 for state in self.states) or "State not known"
        summary = self.summary or "content not known"
        return f"<Recommendation {self.id} ({states}), {self.position or 'position not known'}: {summary}>"
