"""What was recommended, by whom, and what the State under review answered."""

import datetime

from attrs import frozen

from kz_upr.model.record import Record
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


@frozen(kw_only=True, eq=False)
class Clause(Record):
    """One demand with the States that made it.

    ``action`` and ``subject`` are the package's coding (a closed verb; a noun phrase in our own words
    of at most 120 characters). ``official_text`` is the demand's wording in a document that the user
    has joined. None: not coded, not joined.
    """

    #: What Kazakhstan is asked to do: one of the verbs of the coding guide.
    action: Action | None = None
    #: What it is asked to do it to: a noun phrase in the package's words, 1 to 120 characters.
    subject: str | None = None
    #: The States that made this demand.
    states: tuple[State, ...] = ()
    #: The demand's official wording, joined from a document of the user's.
    official_text: str | None = None

    @property
    def summary(self) -> str | None:
        """Action and subject in one line, the subject alone where no action is known; None where nothing is coded."""
        return self.subject if self.action is None else f"{self.action}: {self.subject}"

    def __repr__(self) -> str:
        states = ", ".join(state.iso3 for state in self.states) or "State not known"
        return f"<Clause {self.summary or 'not coded'} ({states})>"


@frozen(kw_only=True, eq=False)
class Position(Record):
    """What the State under review answered at one stage. ``date`` None: not stated."""

    #: The answer.
    value: PositionValue
    #: The step of the review at which it was given.
    stage: Stage
    #: What the State added to its support.
    qualifier: Qualifier | None = None
    #: Day of that step.
    date: datetime.date | None = None
    #: Where the answer is written; at least one.
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Position {self.value}{f' ({self.qualifier})' if self.qualifier else ''}, {self.stage}>"


#: Values that put the answer off.
NO_ANSWER = (PositionValue.PENDING, PositionValue.UNDECIDED)


@frozen(kw_only=True, eq=False)
class Tag(Record):
    """A label that an official list puts on a recommendation.

    Labels change wording between lists, so ``scheme`` names the list's generation
    (``OHCHR thematic list 2014``). ``code`` is the printed code (``A12``, an SDG's number), None where there is none.
    """

    #: What the label speaks of.
    kind: TagKind
    #: The list, and its generation, that the label comes from.
    scheme: str
    #: The label as the list prints it.
    label: str
    #: The code that the list prints, ``A12``, or the number of a Sustainable Development Goal.
    code: str | None = None

    def __repr__(self) -> str:
        return f"<Tag {self.kind}: {self.label}>"


@frozen(kw_only=True, eq=False)
class Recommendation(Record):
    """One numbered recommendation: its demands, the history of the answer, and where that is written.

    A recommendation whose text is not known is legal: it has a number and what else is sourced.
    ``text_sha256`` is the fingerprint of the official wording (sha256 of its UTF-8 bytes after Unicode NFKC,
    white space folded), ``official_text`` that wording itself, joined from the user's own copy. None: not
    known, not joined.
    """

    #: Review and number, ``KAZ-3-139.124``; never changes.
    id: str
    #: Number in the report of the Working Group, ``139.124``.
    number: str
    #: The demands, each with its States. Empty: content not known.
    clauses: tuple[Clause, ...] = ()
    #: The answers in the order of time; the last step of the review is the final one.
    positions: tuple[Position, ...] = ()
    #: One to four topics, the most specific first.
    topics: tuple[Topic, ...] = ()
    #: What the knowledge of this recommendation rests on.
    evidence: Evidence | None = None
    #: Fingerprint of the official wording: sha256 of its UTF-8 bytes after Unicode NFKC, white space folded.
    text_sha256: str | None = None
    #: The official wording, joined from a document of the user's; never part of the package.
    official_text: str | None = None
    #: Labels of official lists, joined from a document of the user's.
    tags: tuple[Tag, ...] = ()
    #: Where it is written; at least one.
    citations: tuple[Citation, ...] = ()
    #: Ids under which it was known before, which keep answering. Empty: none.
    former_ids: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[State, ...]:
        """The recommending States: those of all clauses, each once, in order. Empty: not known."""
        if len(self.clauses) == 1:
            return self.clauses[0].states
        return tuple(dict.fromkeys(state for clause in self.clauses for state in clause.states))

    @property
    def final_position(self) -> Position | None:
        """The position that stands at the end, with its stage and citations; None where none is known.

        That is the last step of the review itself that answers. A thematic list or index is a witness: it decides
        only where no step does (a report that defers the answer is no answer).
        """
        steps = [position for position in self.positions if position.stage is not Stage.LIST]
        lists = [position for position in self.positions if position.stage is Stage.LIST]
        answers = [position for position in steps if position.value not in NO_ANSWER]
        for standing in (answers, lists, steps):
            if standing:
                return standing[-1]
        return None

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
        text = self.official_text and (
            self.official_text if len(self.official_text) < 80 else f"{self.official_text[:79]}…"
        )
        content = self.summary or text or "content not known"
        return f"<Recommendation {self.id} ({states}), {self.position or 'position not known'}: {content}>"
