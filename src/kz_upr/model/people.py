"""Who takes part: persons, institutions, delegations, speakers."""

from attrs import frozen

from kz_upr.model.reference import State
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import InstitutionKind, SpeakerKind


@frozen(kw_only=True)
class Institution:
    """A public body that sends people to a review."""

    id: str
    name: str
    kind: InstitutionKind
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Institution {self.id}: {self.name}>"


@frozen(kw_only=True)
class Delegate:
    """A person who sits in a delegation or speaks for one.

    ``role`` is the office as the source gives it, ``institution`` the body the person comes from. None: not stated.
    """

    name: str
    role: str | None = None
    institution: Institution | None = None
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Delegate {self.name}{', ' + self.role if self.role else ''}>"


@frozen(kw_only=True)
class Delegation:
    """The delegation of the State under review.

    ``members`` are the persons known by name besides the head; ``institutions`` the bodies represented.
    ``stated_size`` is the number of persons that the source states. None: not stated.
    """

    head: Delegate | None = None
    members: tuple[Delegate, ...] = ()
    institutions: tuple[Institution, ...] = ()
    stated_size: int | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        named = f"{len(self.members)} members and {len(self.institutions)} institutions named"
        return f"<Delegation headed by {self.head or 'a person not known'}: {named}>"


@frozen(kw_only=True)
class Speaker:
    """Who made a statement.

    ``state`` is set for a State (that under review included) and None otherwise; ``person`` is the
    one who spoke, where a source names one.
    """

    kind: SpeakerKind
    name: str
    state: State | None = None
    person: Delegate | None = None

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Speaker {self.name} ({self.kind})>"
