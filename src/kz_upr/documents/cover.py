"""The first page of a United Nations document: symbol, date, job number, State, and kind of document."""

import datetime
import re
from pathlib import Path
from typing import NoReturn

from attrs import frozen

from kz_upr.documents.containers.files import sha256_of
from kz_upr.documents.containers.pdf import Page, read_pages
from kz_upr.documents.dates import find_date
from kz_upr.documents.errors import DocumentError
from kz_upr.model import ReadingWarning, Source, SourceKind, State
from kz_upr.numbers import find_symbols, source_id
from kz_upr.reference.scanning import find_states

_JOB_NUMBER = re.compile(r"\bGE\.\d{2}-\d{4,6}")
_TITLE = re.compile(r"report\s+of\s+the\s+working\s+group\s+on\s+the\s+universal\s+periodic\s+review", re.IGNORECASE)
#: Some early covers print only this, and paragraph 1 says what the document is.
_SHORT_TITLE = re.compile(r"^[^\w\n]*universal\s+periodic\s+review\W*$", re.IGNORECASE | re.MULTILINE)
_OPENING = re.compile(r"\bThe Working Group on the Universal Periodic Review\b[^.]{0,200}?\bheld its\b")
_DATE_LINE = re.compile(r"(?:.*Distr\.:?\s*+\w*\s*+)?\d{1,2}\s+[A-Z][A-Za-z]+\s+\d{4}\W*")

_OTHER_LANGUAGES = {
    "French": r"groupe de travail sur l.examen p[ée]riodique universel",
    "Spanish": r"grupo de trabajo sobre el examen peri[óo]dico universal",
    "Russian": r"рабочей группы по универсальному периодическому обзору",
    "Chinese": r"普遍定期审议工作组",
    "Arabic": r"الاستعراض الدوري الشامل|ﻞﻣﺎﺸﻟﺍ ﻱﺭﻭﺪﻟﺍ",
}


@frozen
class Cover:
    """What the first page says. None if it is not printed there."""

    symbol: str
    state: State | None
    date: datetime.date | None
    job_number: str | None
    is_addendum: bool

    def source(self, state: State, sha256: str) -> Source:
        """The document as a source, with the hash of the file that was read."""
        title = f"Report of the Working Group on the Universal Periodic Review: {state.name}"
        return Source(
            id=source_id(self.symbol),
            kind=SourceKind.ADDENDUM if self.is_addendum else SourceKind.WORKING_GROUP_REPORT,
            title=f"{title}. Addendum" if self.is_addendum else title,
            symbol=self.symbol,
            job_number=self.job_number,
            publisher="United Nations",
            date=self.date,
            language="en",
            sha256=sha256,
        )


@frozen
class PrintedDocument:
    """A PDF document that has been opened: its pages, its cover, the hash of the file, and what shows damage."""

    path: Path
    pages: tuple[Page, ...]
    cover: Cover
    sha256: str
    warnings: tuple[ReadingWarning, ...] = ()


def open_document(path: Path) -> PrintedDocument:
    """The pages and the cover of a report of the Working Group or of its addendum.

    Raises DocumentError for a file that cannot be read or that is another document.
    """
    pages, warnings = read_pages(path)
    return PrintedDocument(path, pages, read_cover(path, pages), sha256_of(path), warnings)


def read_cover(path: Path, pages: tuple[Page, ...]) -> Cover:
    """The cover of a report of the Working Group or of its addendum. Raises DocumentError for any other document."""
    lines = [line.text for line in pages[0].lines]
    text = "\n".join(lines)
    title = _TITLE.search(text) or _short_title(text, pages)
    symbols = list(find_symbols(text))
    if title is None:
        _refuse(path, text)
    if not symbols:
        raise DocumentError(path, "has no document symbol (A/HRC/…) on its first page")
    # a note may give the symbol under which the document was issued before
    symbol = next((found for found in symbols if "WG.6" not in found), symbols[0])
    job_number = _JOB_NUMBER.search(text)
    dated = next((line for line in lines if _DATE_LINE.fullmatch(line)), None)
    after = text[title.end() :]
    is_addendum = "/Add." in symbol or re.search(r"(?im)^[^\w\n]*Addendum\W*$", after) is not None
    return Cover(
        symbol=symbol,
        state=_state(after),
        date=find_date(dated) if dated else None,
        job_number=job_number.group() if job_number else None,
        is_addendum=is_addendum,
    )


def _short_title(text: str, pages: tuple[Page, ...]) -> re.Match[str] | None:
    """The title of a cover that says only *Universal periodic review*, if the first paragraph is that of a report."""
    title = _SHORT_TITLE.search(text)
    opening = " ".join(line.text for page in pages[:4] for line in page.lines)
    return title if title and _OPENING.search(opening) else None


def _state(after_title: str) -> State | None:
    """The State named first in the three lines below the title."""
    lines = [line.strip(" *") for line in after_title.splitlines() if line.strip(" *")]
    found = next(find_states(" ".join(lines[:3])), None)
    return found[2] if found else None


def _refuse(path: Path, text: str) -> NoReturn:
    for language, words in _OTHER_LANGUAGES.items():
        if re.search(words, " ".join(text.split()), re.IGNORECASE):
            raise DocumentError(path, f"is in {language}; only English documents can be read")
    symbol = next(find_symbols(text), None) or next(iter(re.findall(r"\b[A-Z]{1,5}(?:/[A-Z0-9.-]+){2,6}", text)), None)
    named = f" (its symbol is {symbol})" if symbol else ""
    raise DocumentError(path, f"is not a report of the Working Group on the Universal Periodic Review{named}")
