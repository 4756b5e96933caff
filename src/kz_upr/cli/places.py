"""Where a fact is recorded, by the symbol or the name of the source, without addresses."""

from collections.abc import Callable, Iterable

import attrs

import kz_upr
from kz_upr import Citation, Note, Source
from kz_upr.dates import long_date


def full_name(source: Source) -> str:
    """``A/HRC/43/2``, or publisher, title and date."""
    return source.symbol or kz_upr.cite(attrs.evolve(source, url=None, copy_url=None))


def short_name(source: Source) -> str:
    """``A/HRC/43/2``, or publisher and date, ``Human Rights Watch, 29 November 2016``, with the title if undated."""
    if source.symbol or not source.publisher:
        return source.symbol or f"“{source.title}”"
    return f"{source.publisher}, {long_date(source.date) if source.date else f'“{source.title}”'}"


def places(citations: Iterable[Citation], name: Callable[[Source], str] = full_name) -> str:
    """The sources by name, each with the places in it."""
    named = [
        attrs.evolve(
            citation,
            source=attrs.evolve(citation.source, symbol=name(citation.source)),
            locator=citation.locator.removeprefix("page, "),
        )
        for citation in citations
    ]
    return kz_upr.cite(Note(text="", citations=tuple(named)))
