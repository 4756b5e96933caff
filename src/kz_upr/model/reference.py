"""What exists beside any one review: States and topics."""

from attrs import frozen

from kz_upr.model.record import Record
from kz_upr.model.vocabulary import RegionalGroup


@frozen(kw_only=True, eq=False)
class State(Record):
    """A State, by the codes of ISO 3166-1 and UN M49 and its short name at the United Nations.

    ``group`` is the regional group it is counted in, None for a State outside the groups or one whose
    group is not sourced.
    """

    #: ISO 3166-1 alpha-3 code, ``KAZ``.
    iso3: str
    #: ISO 3166-1 alpha-2 code, ``KZ``.
    iso2: str
    #: United Nations M49 code, three digits, ``398``.
    m49: str
    #: Short name at the United Nations, in English.
    name: str
    #: Regional group; None for a State outside the groups, or where it is not sourced.
    group: RegionalGroup | None = None

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<State {self.iso3} {self.name}>"


@frozen(kw_only=True, eq=False)
class Topic(Record):
    """An issue of the Universal Human Rights Index, level 2: ``D2``, *Right to physical and moral integrity*."""

    #: A letter for the group and a digit, ``D2``.
    code: str
    #: Name of the topic.
    label: str

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"<Topic {self.code} {self.label}>"
