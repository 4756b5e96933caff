"""Where a fact is written, and what is done where two places disagree."""

import datetime

from attrs import frozen

from kz_upr.model.vocabulary import SourceKind


@frozen(kw_only=True)
class Source:
    """A document that facts were read in.

    ``id`` is the package's own and never changes; ``symbol`` is the United Nations document symbol.
    ``url`` is where it was read, ``origin_url`` the address that the document itself names as its origin.
    ``sha256`` is the hash of the file that was read, in hexadecimal. ``note`` says in our own words
    what of it was read. None: not known, or the document has none.
    """

    id: str
    kind: SourceKind
    title: str
    symbol: str | None = None
    job_number: str | None = None
    publisher: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    url: str | None = None
    origin_url: str | None = None
    sha256: str | None = None
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Source {self.symbol or self.id}>"


@frozen(kw_only=True)
class Citation:
    """One place in a source: ``para. 672``, ``annex``, ``page``.

    ``inferred`` is true where the fact is not written there but follows from it; ``note`` then says
    how. ``note`` also holds what a reader must know to weigh the place. None: nothing to add.
    """

    source: Source
    locator: str
    inferred: bool = False
    note: str | None = None

    def __repr__(self) -> str:
        return (
            f"<Citation {self.source.symbol or self.source.id}, {self.locator}{' (inferred)' if self.inferred else ''}>"
        )


@frozen(kw_only=True)
class Account:
    """What one source says on a matter on which sources disagree."""

    value: str
    citation: Citation

    def __repr__(self) -> str:
        return f"<Account {self.value!r}, {self.citation.source.symbol or self.citation.source.id}>"


@frozen(kw_only=True)
class Discrepancy:
    """A matter on which sources disagree: every account, what the package takes, and why.

    ``taken`` is None where the matter is left open.
    """

    id: str
    subject: str
    accounts: tuple[Account, ...]
    taken: str | None = None
    why: str

    def __repr__(self) -> str:
        return f"<Discrepancy {self.id}: {self.subject} ({len(self.accounts)} accounts)>"
