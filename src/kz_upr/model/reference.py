"""What exists independently of any review: States and topics."""

from attrs import frozen

from kz_upr.model.vocabulary import RegionalGroup


@frozen(kw_only=True)
class State:
    """A State, with its ISO 3166-1 and UN M49 codes and its short name at the United Nations.

    Attributes:
        iso3: ISO 3166-1 alpha-3 code, ``KAZ``.
        iso2: ISO 3166-1 alpha-2 code, ``KZ``.
        m49: United Nations M49 code, three digits, ``398``.
        name: Short name at the United Nations, in English.
        group: Regional group. None for a State outside the groups, or if no source gives its group.
    """

    iso3: str
    iso2: str
    m49: str
    name: str
    group: RegionalGroup | None = None

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<State {self.iso3} {self.name}>"


@frozen(kw_only=True)
class Topic:
    """An issue of the Universal Human Rights Index, level 2: ``D2``, *Right to physical and moral integrity*.

    Attributes:
        code: A letter for the group and a digit, ``D2``.
        label: Name of the topic.
    """

    code: str
    label: str

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"<Topic {self.code} {self.label}>"
