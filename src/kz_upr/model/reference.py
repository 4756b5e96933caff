"""What exists independently of any review: States, themes, affected persons, instruments."""

from attrs import frozen

from kz_upr.model.vocabulary import InstrumentKind, Manner, RegionalGroup


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
class Theme:
    """What a demand or a statement is about.

    The themes form a tree of two levels: below each level-2 issue of the Universal Human Rights Index its finer themes,
    some of them under a second issue too.

    Attributes:
        id: Identifier within the package, ``death-penalty``; never changes.
        label: Name, the newest that a list of OHCHR or the Index gives.
        code: The code of the Index, ``D2``. None if no source gives one.
        parents: Ids of the issues it belongs to, the main one first. Empty for an issue.
        children: Ids of the themes below it. Empty for a theme.
        other_labels: Names in lists of other years.
        search_words: Words by which people look for it.
        note: What it covers, and what it does not.
    """

    id: str
    label: str
    code: str | None = None
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    other_labels: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    note: str | None = None

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"<Theme {self.id}: {self.label}>"


@frozen(kw_only=True)
class AffectedPersons:
    """A group of persons whom a demand or a statement concerns.

    Attributes:
        id: Identifier within the package, ``women-and-girls``; never changes.
        label: Name, the newest that a list of OHCHR or the Index gives.
        other_labels: Names in lists of other years.
    """

    id: str
    label: str
    other_labels: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"<AffectedPersons {self.id}: {self.label}>"


@frozen(kw_only=True)
class Instrument:
    """A treaty, declaration or other text that demands and statements name.

    Attributes:
        id: Identifier within the package, ``ICCPR-OP2``; never changes.
        official_name: Its full name.
        kind: What kind of instrument it is.
        adopted: Day, month or year of its adoption, as far as known: ``1989-12-15``, ``2010-06``. None if not known.
        depositary: The depositary, or the resolution that adopted it. None if not known.
        other_names: Short forms and other printed names.
    """

    id: str
    official_name: str
    kind: InstrumentKind
    adopted: str | None = None
    depositary: str | None = None
    other_names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.official_name

    def __repr__(self) -> str:
        return f"<Instrument {self.id}: {self.official_name}>"


@frozen(kw_only=True)
class NamedInstrument:
    """An instrument that a demand or a statement names.

    Attributes:
        instrument: The instrument.
        manner: The manner in which it is named.
    """

    instrument: Instrument
    manner: Manner

    def __str__(self) -> str:
        return f"{self.instrument.id} ({self.manner})"

    def __repr__(self) -> str:
        return f"<NamedInstrument {self}>"
