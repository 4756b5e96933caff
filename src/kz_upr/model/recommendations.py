"""Recommendations: what was asked, by whom, and the position of the State under review."""

import datetime
from typing import Any

from attrs import frozen

from kz_upr.model.reference import AffectedPersons, NamedInstrument, State, Theme
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import Action, Evidence, PositionValue, Qualifier, Stage, TagKind


@frozen(kw_only=True)
class Clause:
    """One demand of a recommendation and the States that made it.

    Attributes:
        actions: The actions asked for, as verbs of the coding guide, in the order of the text. Empty if not coded.
        summary: The demand as an instruction in the package's own words, at most 240 characters. None if not coded.
        states: The States that made this demand. Empty if not known.
        themes: The themes it concerns, in the order of what it asks for.
        affected_persons: The persons it concerns.
        instruments: The instruments it names, each with the manner.
        official_text: The official wording of the demand, joined from the user's own copy. None if not joined.
    """

    actions: tuple[Action, ...] = ()
    summary: str | None = None
    states: tuple[State, ...] = ()
    themes: tuple[Theme, ...] = ()
    affected_persons: tuple[AffectedPersons, ...] = ()
    instruments: tuple[NamedInstrument, ...] = ()
    official_text: str | None = None

    def __repr__(self) -> str:
        states = ", ".join(state.iso3 for state in self.states) or "State unknown"
        return f"<Clause {self.summary or 'not coded'} ({states})>"


@frozen(kw_only=True)
class Position:
    """The position that the State under review took at one stage.

    Attributes:
        value: The position.
        stage: The stage of the review at which it was taken.
        qualifier: What the State added to its support. None if nothing.
        date: Day of that stage. None if not stated.
        citations: Where the position is recorded; at least one.
    """

    value: PositionValue
    stage: Stage
    qualifier: Qualifier | None = None
    date: datetime.date | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def is_answer(self) -> bool:
        """Whether the value settles the matter: not *pending*, which defers it, nor *undecided*."""
        return self.value not in (PositionValue.PENDING, PositionValue.UNDECIDED)

    def __repr__(self) -> str:
        return f"<Position {self.value}{f' ({self.qualifier})' if self.qualifier else ''}, {self.stage}>"


@frozen(kw_only=True)
class Tag:
    """A label that an official list attaches to a recommendation.

    Attributes:
        kind: What the label describes.
        scheme: The list and its generation, ``OHCHR thematic list 2014``; the wording of labels changes between lists.
        label: The label as printed.
        code: The code printed with it, ``A12``, or the number of a Sustainable Development Goal. None if there is none.
    """

    kind: TagKind
    scheme: str
    label: str
    code: str | None = None

    def __repr__(self) -> str:
        return f"<Tag {self.kind}: {self.label}>"


@frozen(kw_only=True)
class Recommendation:
    """One numbered recommendation: its demands, the positions taken on it, and where they are recorded.

    A recommendation whose text is unknown is valid: it has a number and whatever else is sourced.

    Attributes:
        id: Review and number, ``KAZ-3-139.124``; never changes.
        number: Number in the report of the Working Group, ``139.124``.
        clauses: The demands, each with its States. Empty if the content is not known.
        positions: The positions in chronological order; the last stage of the review is final.
        evidence: What the package's knowledge of the recommendation rests on. None if not stated.
        text_sha256: Fingerprint of the official wording: SHA-256 of its UTF-8 bytes after Unicode NFKC, with white
            space folded. None if the wording is not known.
        official_text: The official wording, joined from the user's own copy; never part of the package.
        tags: Labels of official lists, joined from the user's own copy.
        citations: Where the recommendation is recorded; at least one.
        former_ids: Ids under which it was known before; they still find it.
    """

    id: str
    number: str
    clauses: tuple[Clause, ...] = ()
    positions: tuple[Position, ...] = ()
    evidence: Evidence | None = None
    text_sha256: str | None = None
    official_text: str | None = None
    tags: tuple[Tag, ...] = ()
    citations: tuple[Citation, ...] = ()
    former_ids: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[State, ...]:
        """The recommending States: those of all clauses, each once, in order. Empty if not known."""
        return self._each_once("states")

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of all clauses, each once, in order."""
        return self._each_once("actions")

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of all clauses, each once, in order."""
        return self._each_once("themes")

    @property
    def affected_persons(self) -> tuple[AffectedPersons, ...]:
        """The affected persons of all clauses, each once, in order."""
        return self._each_once("affected_persons")

    @property
    def instruments(self) -> tuple[NamedInstrument, ...]:
        """The instruments that the clauses name, each manner once, in order."""
        return self._each_once("instruments")

    def _each_once(self, field: str) -> tuple[Any, ...]:
        if len(self.clauses) == 1:
            values: tuple[Any, ...] = getattr(self.clauses[0], field)
            return values
        return tuple(dict.fromkeys(value for clause in self.clauses for value in getattr(clause, field)))

    @property
    def final_position(self) -> Position | None:
        """The position that stands at the end, with its stage and citations; None if no position is known.

        It is the last answer given in the review itself. A thematic list or index is only a witness: it decides if no
        stage of the review gives an answer (a report that defers the answer gives none).
        """
        stages = [position for position in self.positions if position.stage is not Stage.LIST]
        lists = [position for position in self.positions if position.stage is Stage.LIST]
        answers = [position for position in stages if position.is_answer]
        for standing in (answers, lists, stages):
            if standing:
                return standing[-1]
        return None

    @property
    def position(self) -> PositionValue | None:
        """The value of :attr:`final_position`; None if no position is known."""
        final = self.final_position
        return None if final is None else final.value

    @property
    def summary(self) -> str | None:
        """The summaries of all clauses; None if nothing is coded."""
        return " ".join(filter(None, (clause.summary for clause in self.clauses))) or None

    def __repr__(self) -> str:
        states = ", ".join(state.iso3 for state in self.states) or "State unknown"
        text = self.official_text and (
            self.official_text if len(self.official_text) < 80 else f"{self.official_text[:79]}…"
        )
        content = self.summary or text or "content unknown"
        return f"<Recommendation {self.id} ({states}), {self.position or 'position unknown'}: {content}>"
