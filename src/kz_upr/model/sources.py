"""Sources, citations of them, and disagreements between them."""

import datetime

from attrs import frozen

from kz_upr.model.vocabulary import SourceKind


@frozen(kw_only=True)
class Source:
    """A document from which facts were taken.

    Attributes:
        id: Identifier within the package, ``a-hrc-43-2``; never changes.
        kind: What kind of document it is.
        title: Title, or a description where the title was not read; the note then says so.
        symbol: United Nations document symbol, ``A/HRC/43/2``. None if it has none.
        job_number: United Nations job number, ``GE.19-17926(E)``. None if not known.
        publisher: Who published it. None if not known.
        date: Day of publication; for a United Nations document, the day of distribution. None if not known.
        language: Code of the language that was read, ``en``. None if not known.
        url: Its official address, or the one at which it was read. None if there is none.
        origin_url: The address that the document itself gives as its origin. None if it gives none.
        copy_url: The address of a copy, if that is what was read. None if the original was read.
        read: The day on which it was read. None if not recorded, or if it was not read.
        sha256: Hash of the file that was read, 64 hexadecimal digits. None if no file was read.
        note: What was read of it, and what to bear in mind. None if there is nothing to add.
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
    copy_url: str | None = None
    read: datetime.date | None = None
    sha256: str | None = None
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Source {self.symbol or self.id}>"


@frozen(kw_only=True)
class Citation:
    """One place in a source.

    Attributes:
        source: The document.
        locator: The place in it: ``para. 672``, ``annex``, ``page``.
        inferred: True if the fact is not stated there but follows from it; the note then says how.
        note: How the fact follows, or what a reader needs to know to weigh the source. None if nothing.
    """

    source: Source
    locator: str
    inferred: bool = False
    note: str | None = None

    def __repr__(self) -> str:
        inferred = " (inferred)" if self.inferred else ""
        return f"<Citation {self.source.symbol or self.source.id}, {self.locator}{inferred}>"


@frozen(kw_only=True)
class Account:
    """What one source says on a matter on which sources disagree.

    Attributes:
        value: What this source says, in the package's words; names and numbers as printed.
        citation: Where it says so.
    """

    value: str
    citation: Citation

    def __repr__(self) -> str:
        return f"<Account {self.value!r}, {self.citation.source.symbol or self.citation.source.id}>"


@frozen(kw_only=True)
class Discrepancy:
    """A matter on which sources disagree: every account, what the package takes, and why.

    Attributes:
        id: Review and a keyword, ``KAZ-3-d-noted``; never changes.
        question: The matter, in a few words.
        accounts: What each source says; two or more.
        why: The reason for what the package takes, or for leaving the matter open.
        taken: What the package takes. None if the matter is unresolved.
    """

    id: str
    question: str
    accounts: tuple[Account, ...]
    why: str
    taken: str | None = None

    def __repr__(self) -> str:
        return f"<Discrepancy {self.id}: {self.question} ({len(self.accounts)} accounts)>"


@frozen(kw_only=True)
class Note:
    """A remark on the record.

    Attributes:
        text: The remark, in the package's words.
        citations: What it rests on.
    """

    text: str
    citations: tuple[Citation, ...] = ()

    def __repr__(self) -> str:
        return f"<Note {self.text}>"
