"""Directives for sources and for the points on which they disagree.

.. source-list::            every source of the current edition, by kind
.. discrepancy-list:: 3     every discrepancy of a cycle
.. note-list:: 3            the remarks on the record of a cycle
"""

import re
from collections import Counter
from collections.abc import Iterator

from generated import Generated, escape, section, sentence, table

import kz_upr
from kz_upr.dates import long_date
from kz_upr.model import sources_of


class SourceList(Generated):
    """Every source of the current edition, by kind, and the reviews that cite it."""

    def lines(self) -> Iterator[str]:
        cited_in: dict[kz_upr.Source, list[str]] = {}
        for review in kz_upr.load_reviews():
            for source in sources_of(review):
                cited_in.setdefault(source, []).append(review.id)
        kinds = Counter(source.kind for source in cited_in)
        for kind in filter(kinds.get, kz_upr.SourceKind):
            yield from section(f"{sentence(kind)} ({kinds[kind]})", f"sources-{kind.name.lower()}")
            for source in sorted((source for source in cited_in if source.kind is kind), key=_order):
                yield from _entry(source, cited_in[source])


def _order(source: kz_upr.Source) -> tuple[bool, list[tuple[int, str]]]:
    """United Nations documents by symbol, ``…/7/…`` before ``…/20/…``; then the others by date and publisher."""
    name = source.symbol or f"{source.date or 9999} {source.publisher}"
    return source.symbol is None, [
        (int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)
    ]


def _entry(source: kz_upr.Source, reviews: list[str]) -> Iterator[str]:
    facts = [
        escape(source.publisher or "publisher not known"),
        escape(long_date(source.date) if source.date else "date not known"),
        escape(source.job_number or ""),
        f"language {source.language}" if source.language else "",
        f"``{source.id}``",
        f"cited in {', '.join(reviews)}",
    ]
    paragraphs = [
        f"**{escape(source.symbol)}** {escape(source.title)}" if source.symbol else escape(source.title),
        " · ".join(filter(None, facts)),
        _address(source),
        f"names as its origin {source.origin_url}" if source.origin_url else "",
        escape(source.note or ""),
    ]
    yield from (f".. _source-{source.id}:", "", ".. container:: source", "")
    for paragraph in filter(None, paragraphs):
        yield from (f"   {paragraph}", "")


def _address(source: kz_upr.Source) -> str:
    """The official address, that of the copy that was read, and the day on which it was read."""
    day = f" on {escape(long_date(source.read))}" if source.read else ""
    if source.copy_url:
        return " · ".join(filter(None, (source.url, f"copy read{day} at {source.copy_url}")))
    return f"at {source.url}{f', read{day}' if day else ''}" if source.url else ""


class DiscrepancyList(Generated):
    """Every discrepancy of one review: the accounts, the one that the package takes, and why."""

    required_arguments = 1
    optional_arguments = 0

    def lines(self, cycle: str) -> Iterator[str]:
        for discrepancy in kz_upr.load_review(int(cycle)).discrepancies:
            yield from section(escape(discrepancy.question), discrepancy.id.lower())
            rows = ((escape(account.value), _place(account.citation)) for account in discrepancy.accounts)
            yield from table(("What is said", "Where"), rows, "50 50")
            taken = escape(discrepancy.taken) if discrepancy.taken else "nothing; the matter is left open"
            yield from (f"The package takes **{taken}**. {escape(discrepancy.why)} (``{discrepancy.id}``)", "")


class NoteList(Generated):
    """The remarks on the record of one review."""

    required_arguments = 1
    optional_arguments = 0

    def lines(self, cycle: str) -> Iterator[str]:
        for note in kz_upr.load_review(int(cycle)).notes:
            places = "; ".join(_place(citation) for citation in note.citations)
            yield f"- {escape(note.text)} {f'({places})' if places else ''}"
        yield ""


def _place(citation: kz_upr.Citation) -> str:
    source = citation.source
    shown = f"{escape(source.symbol or source.publisher or source.id)}, {escape(citation.locator)}"
    remarks = ("Inferred." if citation.inferred else "", escape(citation.note or ""))
    return ". ".join(filter(None, (f":ref:`{shown} <source-{source.id}>`", " ".join(filter(None, remarks)))))
