"""Where a fact is recorded, by the symbol or the name of the source, without addresses."""

from collections.abc import Callable, Iterable

import attrs

import kz_upr
from kz_upr import Citation, Note, Source
from kz_upr.dates import long_date


def places(citations: Iterable[Citation]) -> str:
    """The sources by symbol, or by publisher, title and date, each with the places in it."""
    return _cited(citations, full_name)


def short_places(citations: Iterable[Citation]) -> str:
    """The sources by symbol, or by publisher and date (title, if undated), each with the places in it."""
    return _cited(citations, short_name)


def short_name(source: Source) -> str:
    """``A/HRC/43/2``, or ``Human Rights Watch, 29 November 2016``."""
    if source.symbol or not source.publisher:
        return source.symbol or f"“{source.title}”"
    return f"{source.publisher}, {long_date(source.date) if source.date else f'“{source.title}”'}"


def locator(citation: Citation) -> str:
    """The place in the source; empty for a whole page."""
    return "" if citation.locator == "page" else citation.locator.removeprefix("page, ")


def full_name(source: Source) -> str:
    """``A/HRC/43/2``, or publisher, title and date."""
    return source.symbol or kz_upr.cite(attrs.evolve(source, url=None, copy_url=None))


def _cited(citations: Iterable[Citation], name: Callable[[Source], str]) -> str:
    named = [
        attrs.evolve(
            citation,
            source=attrs.evolve(citation.source, symbol=citation.source.symbol or name(citation.source)),
            locator=locator(citation) or "page",
        )
        for citation in citations
    ]
    return kz_upr.cite(Note(text="", citations=tuple(named)))
