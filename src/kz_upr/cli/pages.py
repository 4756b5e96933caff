"""Recommendations, statements, discrepancies, citations and editions as text."""

import argparse
import itertools
from collections.abc import Iterable
from typing import Any

import kz_upr
from kz_upr import Citation, Position, Recommendation, Stage, Statement, TagKind
from kz_upr.cli.layout import Page, count
from kz_upr.cli.request import requested_filters, requested_review
from kz_upr.dates import long_date
from kz_upr.model import sources_of
from kz_upr.searching import points_about


def recommendations(options: argparse.Namespace) -> None:
    """Recommendations in a list, or one in full."""
    review, filters = requested_review(options), requested_filters(options)
    if options.number:
        if filters:
            raise ValueError(f"{options.number} is a single recommendation: leave out --{', --'.join(filters)}")
        _show_in_full(kz_upr.find_recommendation(review, options.number))
        return
    page = Page(label_width=9)
    selected = kz_upr.select(review.recommendations, **filters)
    for recommendation in selected:
        text = recommendation.summary or recommendation.official_text or "Text unknown"
        states = ", ".join(state.name for state in recommendation.states) or "State unknown"
        page.entry(recommendation.number, f"{text} ({states}). {_answers(recommendation)}.")
    shown = count(len(selected), "recommendation")
    page.line(f"{shown} shown; the data holds {review.coverage.recommendations}.")
    tagged = any(tag.kind is TagKind.SDG for r in review.recommendations for tag in r.tags)
    if "sdg" in filters and not tagged:
        page.line("No official tags for the Sustainable Development Goals are held for this review.")


def _answers(recommendation: Recommendation) -> str:
    """The final position, after earlier ones if it changed."""
    steps = [p.value.value for p in recommendation.positions if p.stage is not Stage.LIST]
    history = [step for step, _ in itertools.groupby(steps)] or [recommendation.position or "position unknown"]
    return ", then ".join(history).capitalize()


def _show_in_full(recommendation: Recommendation) -> None:
    page = Page()
    page.heading(recommendation.id)
    for clause in recommendation.clauses:
        page.entry("Summary", clause.summary or "not coded")
        page.entry("Recommended by", ", ".join(state.name for state in clause.states) or "unknown")
    if not recommendation.clauses:
        page.entry("Summary", "text and State unknown")
    page.entry("Position", *([_step(position) for position in recommendation.positions] or ["unknown"]))
    page.entry("Topics", "; ".join(f"{topic.code} {topic.label}" for topic in recommendation.topics) or "not coded")
    page.entry("Evidence", str(recommendation.evidence or "not stated"))
    notes = (f"{_places((c,))}{f': {c.note}' if c.note else ''}" for c in recommendation.citations)
    page.entry("Sources", *notes)
    if recommendation.official_text:
        page.entry("Official text", recommendation.official_text)


def _step(position: Position) -> str:
    qualifier = f", {position.qualifier}" if position.qualifier else ""
    date = f", {long_date(position.date)}" if position.date else ""
    return f"{position.value}{qualifier} ({position.stage}{date}); {_places(position.citations)}"


def statements(options: argparse.Namespace) -> None:
    """Statements point by point, all or those about some words."""
    review = requested_review(options)
    page = Page()
    words = " ".join(options.words)
    found = [hit.found for hit in kz_upr.search(review, words)] if words else review.statements
    shown = [item for item in found if isinstance(item, Statement)]
    for statement in shown:
        date = f", {long_date(statement.date)}" if statement.date else ""
        page.heading(f"{statement.speaker.name}: {statement.setting}{date}")
        points = points_about(statement, words) if words else statement.points
        for point in points:
            page.bullet(f"{point.act}: {point.summary} [{_places(point.citations or statement.citations)}]")
        if rest := len(statement.points) - len(points):
            page.line(f"({count(rest, 'more point')} on other matters)", first="  ", rest="  ")
        page.blank()
    page.line(f"{count(len(shown), 'statement')}.")
    why = review.coverage.statements.why
    if why and not review.statements:
        page.line(why)


def discrepancies(options: argparse.Namespace) -> None:
    """The questions on which sources disagree, with every account."""
    review = requested_review(options)
    page = Page(label_width=11)
    for discrepancy in review.discrepancies:
        page.heading(discrepancy.subject)
        for account in discrepancy.accounts:
            page.bullet(f"{account.value}: {_places((account.citation,))}")
        page.entry("Used here", discrepancy.taken or "none: unresolved")
        page.entry("Why", discrepancy.why)
        page.blank()
    page.line(f"Sources disagree on {count(len(review.discrepancies), 'question')}.")


def _places(citations: Iterable[Citation]) -> str:
    """Where a fact is written, in short; places from which it is inferred are marked."""
    return "; ".join(
        f"{c.source.symbol or c.source.id}, {c.locator}{' (inferred)' if c.inferred else ''}" for c in citations
    )


def cite(options: argparse.Namespace) -> None:
    """The citation of the review or of something in it."""
    review = requested_review(options)
    named: dict[str, Any] = {source.id: source for source in sources_of(review)}
    named |= {statement.id: statement for statement in review.statements}
    if options.id is None:
        cited: Any = review
    else:
        cited = named.get(options.id) or kz_upr.find_recommendation(review, options.id)
    print(kz_upr.cite(cited, options.style))


def editions(options: argparse.Namespace) -> None:
    """The editions of the data, or what changed between two of them."""
    if options.compared:
        if len(options.compared) != 2:
            example = "kz-upr editions 2025.4 2026.11"
            raise ValueError(f"expected two editions to compare, got {len(options.compared)}; for example: {example}")
        page = Page()
        for line in str(kz_upr.compare_editions(*options.compared)).splitlines():
            text = line.lstrip()
            indent = " " * (len(line) - len(text))
            page.line(text, first=indent, rest=f"{indent}    ")
        return
    page = Page(label_width=9)
    for edition in kz_upr.editions():
        status = f"Released {long_date(edition.released)}." if edition.released else "In preparation."
        default = " Default." if edition.id == kz_upr.DATA_EDITION else ""
        page.entry(edition.id, f"{edition.summary} Reviews: {', '.join(edition.reviews)}. {status}{default}")
