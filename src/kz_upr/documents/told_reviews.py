"""The review that a list or a record of an export belongs to, as stated in it and by the caller."""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from kz_upr.model import State, cycle_of


@frozen(cache_hash=True)
class ToldReview:
    """The review as a document, a record or the caller states it; None for what is not stated."""

    state: State | None = None
    cycle: int | None = None
    session: int | None = None

    @property
    def id(self) -> str | None:
        """The id of the review; None if the State or the cycle is not stated."""
        return None if self.state is None or self.cycle is None else f"{self.state.iso3}-{self.cycle}"

    @property
    def words(self) -> str:
        """What is stated, in words; empty if nothing is."""
        said = [self.state.name] if self.state else []
        said += [f"cycle {self.cycle}"] if self.cycle else []
        said += [f"session {self.session}"] if self.session else []
        return ", ".join(said)

    def differences(self, other: "ToldReview") -> Iterator[tuple[str, Any, Any]]:
        """Where the two differ: the name of the field, what this one states, and what the other states, in words."""
        for name in ("state", "cycle", "session"):
            said = [getattr(review, name) for review in (self, other)]
            if None not in said and said[0] != said[1]:
                ours, theirs = (value.name if isinstance(value, State) else value for value in said)
                yield name, ours, theirs

    def completed(self, other: "ToldReview") -> "ToldReview":
        """The review, completed with what the other states; a session of another cycle is left out."""
        cycle = self.cycle or cycle_of(self.session)
        session = self.session
        if session is None and cycle in (None, cycle_of(other.session)):
            session = other.session
        return ToldReview(self.state or other.state, cycle or other.cycle or cycle_of(other.session), session)


NOTHING_TOLD = ToldReview()
