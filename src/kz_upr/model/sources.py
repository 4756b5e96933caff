"""Where a fact is written, and what is done where two places disagree."""

import datetime

from attrs import frozen

from kz_upr.model.record import Record
from kz_upr.model.vocabulary import SourceKind


@frozen(kw_only=True, eq=False)
class Source(Record):
    """A document that facts were read in.

    ``id`` is the package's own and never changes; ``symbol`` is the United Nations document symbol.
    ``url`` is where it was read, ``origin_url`` the address that the document itself names as its origin.
    ``sha256`` is the hash of the file that was read, in hexadecimal. ``note`` says in our own words
    what of it was read. None: not known, or the document has none.
    """

    #: Identifier within the package, ``a-hrc-43-2``; never changes.
    id: str
    #: What sort of document it is.
    kind: SourceKind
    #: Title; a description where the title was not read, which the note then says.
    title: str
    #: United Nations document symbol, ``A/HRC/43/2``.
    symbol: str | None = None
    #: United Nations job number, ``GE.19-17926(E)``.
    job_number: str | None = None
    #: Who published it.
    publisher: str | None = None
    #: Day of publication: for a United Nations document the day of distribution.
    date: datetime.date | None = None
    #: Language that was read, as a code, ``en``.
    language: str | None = None
    #: Where it was read.
    url: str | None = None
    #: The address that the document itself names as its origin.
    origin_url: str | None = None
    #: Hash of the file that was read, 64 hexadecimal digits.
    sha256: str | None = None
    #: What of it was read, and what to keep in mind.
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Source {self.symbol or self.id}>"


@frozen(kw_only=True, eq=False)
class Citation(Record):
    """One place in a source: ``para. 672``, ``annex``, ``page``.

    ``inferred`` is true where the fact is not written there but follows from it; ``note`` then says
    how. ``note`` also holds what a reader must know to weigh the place. None: nothing to add.
    """

    #: The document.
    source: Source
    #: The place in it.
    locator: str
    #: True where the fact does not stand there but follows from it.
    inferred: bool = False
    #: How it follows, or what a reader must know to weigh the place.
    note: str | None = None

    def __repr__(self) -> str:
        return (
            f"<Citation {self.source.symbol or self.source.id}, {self.locator}{' (inferred)' if self.inferred else ''}>"
        )


@frozen(kw_only=True, eq=False)
class Account(Record):
    """What one source says on a matter on which sources disagree."""

    #: What this source says, in the package's words; names and numbers as printed.
    value: str
    #: Where it says so.
    citation: Citation

    def __repr__(self) -> str:
        return f"<Account {self.value!r}, {self.citation.source.symbol or self.citation.source.id}>"


@frozen(kw_only=True, eq=False)
class Discrepancy(Record):
    """A matter on which sources disagree: every account, what the package takes, and why.

    ``taken`` is None where the matter is left open.
    """

    #: Review and a word for the matter, ``KAZ-3-d-noted``; never changes.
    id: str
    #: The matter, in a few words.
    subject: str
    #: What each source says; two or more.
    accounts: tuple[Account, ...]
    #: What the package takes; None: left open.
    taken: str | None = None
    #: The reason.
    why: str

    def __repr__(self) -> str:
        return f"<Discrepancy {self.id}: {self.subject} ({len(self.accounts)} accounts)>"
