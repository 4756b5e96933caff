"""Who takes part: persons, institutions, delegations, speakers."""

from attrs import frozen

from kz_upr.model.reference import State
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import InstitutionKind, SpeakerKind


@frozen(kw_only=True)
class Institution:
    """A public body that is represented at a review.

    Attributes:
        id: Identifier within the package, ``kaz-supreme-court``; never changes.
        name: Name in English, as the source gives it.
        kind: What kind of body it is.
        citations: Where the source names it.
    """

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
    """A member of a delegation, or a person who speaks for one.

    Attributes:
        name: Name, in the fullest form that a source gives.
        role: Office, as the source gives it. None if not stated.
        unit: Department or committee of the institution in which the office is held. None if not stated.
        institution: The body that the person comes from. None if not stated.
        citations: Where the source names the person.
    """

    name: str
    role: str | None = None
    unit: str | None = None
    institution: Institution | None = None
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Delegate {self.name}{', ' + self.role if self.role else ''}>"


@frozen(kw_only=True)
class Delegation:
    """The delegation of the State under review.

    Attributes:
        head: The head of the delegation. None if not known.
        members: The other members known by name, in the order of the source.
        institutions: The bodies represented, in the order of the source.
        stated_size: Number of persons that a source states; it may differ from the names listed. None if not stated.
        citations: Where the source describes the delegation.
    """

    head: Delegate | None = None
    members: tuple[Delegate, ...] = ()
    institutions: tuple[Institution, ...] = ()
    stated_size: int | None = None
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        named = f"{len(self.members)} members and {len(self.institutions)} institutions named"
        return f"<Delegation headed by {self.head or 'an unknown person'}: {named}>"


@frozen(kw_only=True)
class Speaker:
    """Who made a statement.

    Attributes:
        kind: Standing in the review.
        name: Name to show.
        states: The State or States that speak; several in a joint statement, none for an organization.
        person: The person who spoke. None if no source names one.
    """

    kind: SpeakerKind
    name: str
    states: tuple[State, ...] = ()
    person: Delegate | None = None

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Speaker {self.name} ({self.kind})>"
