"""Citing a source, a place in it, or any object of the package."""

import json
from collections.abc import Iterable
from typing import Any, Literal, get_args

from kz_upr._version import __version__
from kz_upr.arguments import expect_one_of
from kz_upr.dates import MONTHS, long_date
from kz_upr.messages import with_article
from kz_upr.model import Citation, Discrepancy, Note, Review, Source, SourceKind, citations_of, sources_of

CitationStyle = Literal["un", "bibtex", "csl-json"]

_OFFICIAL = {
    SourceKind.NATIONAL_REPORT,
    SourceKind.COMPILATION,
    SourceKind.SUMMARY,
    SourceKind.WORKING_GROUP_REPORT,
    SourceKind.ADDENDUM,
    SourceKind.COUNCIL_REPORT,
    SourceKind.DECISION,
    SourceKind.CORRIGENDUM,
}
#: Languages by the names that biblatex and babel know.
_BABEL = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "ru": "russian",
}
_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "{}%&#_$"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def cite(thing: Any, style: CitationStyle = "un") -> str:
    """A citation of ``thing``, ready to paste.

    ``thing`` is a Source, a Citation, a Discrepancy, or any object with citations (Recommendation, Review, …). A Point
    without citations of its own is recorded where its statement is. ``style`` is
    ``un`` (one line with symbol and paragraph, as United Nations documents are cited; other sources with their address;
    *(inferred)* if the fact is not stated there but follows from it), ``bibtex`` (one entry per source, with the places
    in its note) or ``csl-json`` (a JSON list for reference managers, likewise). A Review is cited as such, with the
    edition of the data and the documents that the data cite; documents of the review that they do not cite are listed
    separately, as not used. The string is empty if the object cites nothing. Raises ValueError for any other style and
    TypeError for an object that cannot have citations.

    >>> import kz_upr
    >>> review = kz_upr.load_review()
    >>> kz_upr.cite(review.totals)
    'A/HRC/43/2, paras. 672, 706'
    """
    expect_one_of(style, get_args(CitationStyle))
    if isinstance(thing, Discrepancy):
        thing = Note(text=thing.question, citations=tuple(account.citation for account in thing.accounts))
    if isinstance(thing, Citation):
        thing = Note(text="", citations=(thing,))
    if not isinstance(thing, Source) and not hasattr(thing, "citations"):
        expected = "a Source, a Citation or an object with citations"
        raise TypeError(f"expected {expected}, got {with_article(type(thing).__name__)}")
    if style == "un":
        if isinstance(thing, Source):
            return _un_source(thing)
        return _un_review(thing) if isinstance(thing, Review) else _places(thing.citations)
    places: dict[Source, list[str]] = {}  # of each source, for the note of its entry
    if isinstance(thing, Review):
        cited = (*((_data_of(thing),) if thing.edition else ()), *_documents_used(thing))
    elif isinstance(thing, Source):
        cited = (thing,)
    else:
        cited = sources_of(thing.citations)
        for citation in thing.citations:
            places.setdefault(citation.source, []).append(citation.locator)
    entries = [(source, _locators(places.get(source, []))) for source in cited]
    if style == "bibtex":
        return "\n\n".join(_bibtex(source, where) for source, where in entries)
    return json.dumps([_csl(source, where) for source, where in entries], ensure_ascii=False, indent=2)


def _un_review(review: Review) -> str:
    used = _documents_used(review)
    unused = [source.symbol for source in review.documents if source.symbol and source not in used]
    symbols = ", ".join(source.symbol for source in used if source.symbol)
    papers = "; ".join(filter(None, (symbols, f"not used: {', '.join(unused)}" if unused else "")))
    held = (long_date(review.date) if review.date else "date unknown") + (f" ({papers})" if papers else "")
    data = f" Data: kz_upr {__version__}, edition {review.edition}." if review.edition else ""
    return f"Universal Periodic Review of {review.state.name}, cycle {review.cycle}, {held}.{data}"


def _documents_used(review: Review) -> tuple[Source, ...]:
    """The documents of a review that any of its facts cites."""
    cited = {citation.source for _, citation in citations_of(review)}
    return tuple(source for source in review.documents if source in cited)


def _places(citations: Iterable[Citation]) -> str:
    """The places by source; those from which a fact is only inferred are listed separately and marked."""
    places: dict[str, dict[bool, list[str]]] = {}
    for citation in citations:
        name = citation.source.symbol or _un_source(citation.source)
        places.setdefault(name, {}).setdefault(citation.inferred, []).append(citation.locator)
    cited = []
    for name, by_inference in places.items():
        for inferred, locators in by_inference.items():
            where = _locators(locators)
            named = (
                where if where and inferred is not next(iter(by_inference)) else ", ".join(filter(None, (name, where)))
            )
            cited.append(f"{named}{' (inferred)' if inferred else ''}")
    return "; ".join(cited)


def _data_of(review: Review) -> Source:
    """The edition of the data as a source."""
    return Source(
        id=f"kz-upr-{review.id.lower()}",
        kind=SourceKind.OTHER,
        title=f"Universal Periodic Review of {review.state.name}, cycle {review.cycle} "
        f"(kz_upr {__version__}, edition {review.edition})",
        publisher="The kz_upr maintainers",
    )


def _locators(locators: list[str]) -> str:
    """Each place once; ``para. 672`` and ``para. 706`` become ``paras. 672, 706``."""
    paragraphs, others = [], []
    for locator in dict.fromkeys(locators):
        word, _, rest = locator.partition(" ")
        if word in ("para.", "paras."):
            paragraphs.append((word, rest))
        elif locator != "page":  # a whole page is the source itself
            others.append(locator)
    if paragraphs:
        several = len(paragraphs) > 1 or paragraphs[0][0] == "paras."
        others.insert(0, f"para{'s' if several else ''}. {', '.join(rest for _, rest in paragraphs)}")
    return ", ".join(others)


def _un_source(source: Source) -> str:
    parts = [source.publisher, f"“{source.title}”", source.symbol, long_date(source.date) if source.date else None]
    copy = f"copy at {source.copy_url}" if source.copy_url else None
    return ", ".join(part for part in (*parts, source.url, copy) if part)


def _bibtex(source: Source, places: str) -> str:
    fields = {
        "author": f"{{{_tex(source.publisher)}}}" if source.publisher else None,
        "title": f"{{{_tex(source.title)}}}",
        "year": str(source.date.year) if source.date else None,
        "month": MONTHS[source.date.month - 1][:3].lower() if source.date else None,
        "number": _tex(source.symbol) if source.symbol else None,
        "url": source.url or source.copy_url,
        "note": _tex(places) if places else None,
        "langid": _BABEL.get(source.language or ""),
    }
    kind = "techreport" if source.kind in _OFFICIAL else "misc"
    if kind == "techreport":
        fields["institution"] = _tex(source.publisher or "United Nations")
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{source.id},", *lines, "}"])


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _csl(source: Source, places: str) -> dict[str, object]:
    date = source.date
    fields: dict[str, object | None] = {
        "id": source.id,
        "type": "report" if source.kind in _OFFICIAL else "webpage",
        "title": source.title,
        "author": [{"literal": source.publisher}] if source.publisher else None,
        "number": source.symbol,
        "issued": {"date-parts": [[date.year, date.month, date.day]]} if date else None,
        "URL": source.url or source.copy_url,
        "language": source.language,
        "note": places or None,
    }
    return {name: value for name, value in fields.items() if value is not None}
