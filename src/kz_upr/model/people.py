"""Who takes part: persons, institutions, delegations, speakers."""

from attrs import frozen

from kz_upr.model.record import Record
from kz_upr.model.reference import State
from kz_upr.model.sources import Citation
from kz_upr.model.vocabulary import InstitutionKind, SpeakerKind


@frozen(kw_only=True, eq=False)
class Institution(Record):
    """A public body that sends people to a review."""

    #: Identifier within the package, ``kaz-supreme-court``; never changes.
    id: str
    #: Name in English, as the source gives it.
    name: str
    #: What sort of body it is.
    kind: InstitutionKind
    #: Where the delegation's source names it.
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Institution {self.id}: {self.name}>"


@frozen(kw_only=True, eq=False)
class Delegate(Record):
    """A person who sits in a delegation or speaks for one.

    ``role`` is the office as the source gives it, ``unit`` the department or committee that it is held in,
    ``institution`` the body the person comes from. None: not stated.
    """

    #: Name, in the fullest form that is sourced.
    name: str
    #: Office, as the source gives it.
    role: str | None = None
    #: Department or committee within the institution that the office is held in.
    unit: str | None = None
    #: The body the person comes from.
    institution: Institution | None = None
    #: Where that is written.
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Delegate {self.name}{', ' + self.role if self.role else ''}>"


@frozen(kw_only=True, eq=False)
class Delegation(Record):
    """The delegation of the State under review.

    ``members`` are the persons known by name besides the head; ``institutions`` the bodies represented.
    ``stated_size`` is the number of persons that the source states. None: not stated.
    """

    #: Who led the delegation.
    head: Delegate | None = None
    #: Persons known by name besides the head, in the order of the source.
    members: tuple[Delegate, ...] = ()
    #: Bodies that sent people, in the order of the source.
    institutions: tuple[Institution, ...] = ()
    #: Number of persons as a source states it; it may differ from the names that the source lists.
    stated_size: int | None = None
    #: Where that is written.
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        named = f"{len(self.members)} members and {len(self.institutions)} institutions named"
        return f"<Delegation headed by {self.head or 'a person not known'}: {named}>"


@frozen(kw_only=True, eq=False)
class Speaker(Record):
    """Who made a statement.

    ``state`` is set for a State (that under review included) and None otherwise; ``person`` is the
    one who spoke, where a source names one.
    """

    #: Standing in the review.
    kind: SpeakerKind
    #: Name as it is shown.
    name: str
    #: The State, for a State; None for everybody else.
    state: State | None = None
    #: Who spoke, where a source names somebody.
    person: Delegate | None = None

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Speaker {self.name} ({self.kind})>"
