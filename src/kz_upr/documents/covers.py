"""The first page of a United Nations document: symbol, date, job number, State, and what document it is."""

import datetime
import re
from pathlib import Path

from attrs import frozen

from kz_upr.documents.dates import find_date
from kz_upr.documents.errors import DocumentError
from kz_upr.documents.pages import Page
from kz_upr.model import Source, SourceKind, State
from kz_upr.states import find_states, named_state

SYMBOL = re.compile(r"\bA/HRC/(?:WG\.6/)?\d{1,3}/(?:L\.)?\d{1,3}(?:/(?:Add|Corr|Rev)\.\d{1,2})*")
_JOB_NUMBER = re.compile(r"\bGE\.\d{2}-\d{4,6}")
_TITLE = re.compile(r"report\s+of\s+the\s+working\s+group\s+on\s+the\s+universal\s+periodic\s+review", re.IGNORECASE)
_DATE_LINE = re.compile(r"(?:.*Distr\.:?\s*\w*\s*)?\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\W*")

_OTHER_LANGUAGES = {
    "French": r"groupe de travail sur l.examen p[ée]riodique universel",
    "Spanish": r"grupo de trabajo sobre el examen peri[óo]dico universal",
    "Russian": r"рабочей группы по универсальному периодическому обзору",
    "Chinese": r"普遍定期审议工作组",
    "Arabic": r"الاستعراض الدوري الشامل|ﻞﻣﺎﺸﻟﺍ ﻱﺭﻭﺪﻟﺍ",
}


@frozen(kw_only=True)
class Cover:
    """What the first page says. None: not printed there."""

    symbol: str
    state: State | None
    date: datetime.date | None
    job_number: str | None
    is_addendum: bool

    @property
    def report(self) -> str:
        """The symbol of the report that the document is, or belongs to."""
        return self.symbol.partition("/Add.")[0]

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


def source_id(symbol: str) -> str:
    """The id of a document as a source: ``A/HRC/43/10/Add.1`` is ``a-hrc-43-10-add-1``."""
    return re.sub(r"[^a-z0-9]+", "-", symbol.casefold()).strip("-")


def read_cover(path: Path, pages: tuple[Page, ...]) -> Cover:
    """The cover of a Working Group report or its addendum; DocumentError for any other document."""
    lines = [line.text for line in pages[0].lines]
    text = "\n".join(lines)
    title = _TITLE.search(text)
    symbols = SYMBOL.findall(text)
    if title is None:
        _refuse(path, text)
    if not symbols:
        raise DocumentError(path, "has no symbol of a United Nations document (A/HRC/…) on its first page")
    # "previously issued under" another symbol is said in a note; the document's own is the longest of its kind
    symbol = next((found for found in symbols if "WG.6" not in found), symbols[0])
    job_number = _JOB_NUMBER.search(text)
    dated = next((line for line in lines if _DATE_LINE.fullmatch(line)), None)
    after = text[title.end() :] if title else ""
    is_addendum = "/Add." in symbol or re.search(r"^\W*Addendum\W*$", after, re.MULTILINE | re.IGNORECASE) is not None
    return Cover(
        symbol=symbol,
        state=_state(after),
        date=find_date(dated) if dated else None,
        job_number=job_number.group() if job_number else None,
        is_addendum=is_addendum,
    )


def _state(after_title: str) -> State | None:
    lines = [line.strip(" *") for line in after_title.splitlines() if line.strip(" *")]
    for count in (1, 2, 3):
        state = named_state(" ".join(lines[:count]))
        if state is not None:
            return state
    found = next(find_states(" ".join(lines[:3])), None)
    return found[2] if found else None


def _refuse(path: Path, text: str) -> None:
    for language, words in _OTHER_LANGUAGES.items():
        if re.search(words, " ".join(text.split()), re.IGNORECASE):
            raise DocumentError(path, f"is in {language}: only the English edition is read")
    symbol = SYMBOL.search(text) or re.search(r"\b[A-Z]{1,5}(?:/[A-Z0-9.-]+){2,6}", text)
    named = f" (its symbol is {symbol.group()})" if symbol else ""
    raise DocumentError(path, f"is not a report of the Working Group on the Universal Periodic Review{named}")
