"""Recommendations, results of a search, discrepancies, citations and editions as text."""

import argparse
import itertools
import re
import shlex
import sys
from collections.abc import Iterable
from typing import Any

import kz_upr
from kz_upr import Position, Recommendation, Review, Stage, TagKind, UnknownRecommendationError
from kz_upr.cli.layout import Page
from kz_upr.cli.places import places, short_name
from kz_upr.cli.request import (
    OF_POINTS,
    command,
    elsewhere,
    requested_filters,
    requested_review,
    requested_reviews,
    requested_words,
)
from kz_upr.cli.statements import corrections, points_on, rest_of, title
from kz_upr.dates import long_date
from kz_upr.errors import nearest_names
from kz_upr.messages import count
from kz_upr.model import sources_of
from kz_upr.searching import understood


def recommendations(options: argparse.Namespace) -> None:
    """Recommendations in a list, or one in full."""
    review, filters = requested_review(options, options.number), requested_filters(options)
    if options.number:
        if filters:
            raise ValueError(f"{options.number} is a single recommendation: leave out --{', --'.join(filters)}")
        _show_in_full(_recommendation(options, review, options.number))
        return
    page = Page(label_width=9)
    selected = kz_upr.select(review.recommendations, **filters)
    for recommendation in selected:
        page.entry(recommendation.number, _in_a_list(recommendation))
    shown = count(len(selected), "recommendation")
    page.line(f"{shown} shown; the data hold {review.coverage.recommendations}.")
    if not selected:
        _statements_instead(page, review, filters)
    if review.coverage.recommendations.why and not filters:
        page.line(review.coverage.recommendations.why)
    tagged = any(tag.kind is TagKind.SDG for r in review.recommendations for tag in r.tags)
    if "sdg" in filters and not tagged:
        page.line("No official tags for the Sustainable Development Goals are held for this review.")


def _statements_instead(page: Page, review: Review, filters: dict[str, Any]) -> None:
    """Where the filters find statements, if they apply to statements."""
    if filters and filters.keys() <= set(OF_POINTS) and kz_upr.select(review.statements, **filters):
        asked = [f"--{name} {shlex.quote(value)}" for name, value in filters.items()]
        page.line(f"Statements on it: {command('statements', review, *asked)}")


def _answers(recommendation: Recommendation) -> str:
    """The final position, after earlier ones if it changed."""
    steps = [p.value.value for p in recommendation.positions if p.stage is not Stage.LIST]
    history = [step for step, _ in itertools.groupby(steps)] or [recommendation.position or "position unknown"]
    return ", then ".join(history)


def _in_a_list(recommendation: Recommendation) -> str:
    text = recommendation.summary or recommendation.official_text or "Text unknown"
    states = ", ".join(state.name for state in recommendation.states) or "State unknown"
    return f"{text} ({states}; {_answers(recommendation)})"


def _show_in_full(recommendation: Recommendation) -> None:
    page = Page()
    page.heading(recommendation.id)
    for clause in recommendation.clauses:
        page.entry("Summary", clause.summary or "not coded")
        page.entry("Recommended by", ", ".join(state.name for state in clause.states) or "unknown")
        coded = {"Actions": clause.actions, "Themes": clause.themes, "Persons": clause.affected_persons}
        for label, codes in coded.items():
            if codes:
                page.entry(label, "; ".join(map(str, codes)))
        for use in clause.instruments:
            page.entry("Instrument", f"{use.instrument.official_name} ({use.manner})")
    if not recommendation.clauses:
        page.entry("Summary", "text and State unknown")
    page.entry("Position", *([_step(position) for position in recommendation.positions] or ["unknown"]))
    page.entry("Evidence", str(recommendation.evidence or "not stated"))
    notes = (f"{places((c,))}{f': {c.note}' if c.note else ''}" for c in recommendation.citations)
    page.entry("Sources", *notes)
    if recommendation.official_text:
        page.entry("Official text", recommendation.official_text)


def _step(position: Position) -> str:
    qualifier = f", {position.qualifier}" if position.qualifier else ""
    date = f", {long_date(position.date)}" if position.date else ""
    return f"{position.value}{qualifier} ({position.stage}{date}); {places(position.citations)}"


def search(options: argparse.Namespace) -> None:
    """Statements and recommendations about some words, in one review or in all."""
    reviews, filters, words = requested_reviews(options), requested_filters(options), requested_words(options)
    everything: list[Any] = [hit.found for hit in kz_upr.search(reviews, words, limit=sys.maxsize)]
    asked = understood(reviews, words)
    hits = [
        found
        for found in kz_upr.select(everything, **filters)
        if isinstance(found, Recommendation) or not found.points or points_on(found, asked, filters)
    ]
    page = Page()
    corrections(page, asked)
    kept = min(len(hits), options.limit)
    for found in hits[:kept]:
        page.heading(found.id)
        if isinstance(found, Recommendation):
            page.line(_in_a_list(found), first="  ", rest="  ")
        else:
            about = points_on(found, asked, filters)
            page.line(f"{title(found)}:", first="  ", rest="  ")
            for point in about:
                page.line(point.summary, first="  - ", rest="    ")
            rest_of(page, found, about, indent="    ")
    shown = f"The best {kept} of {len(hits)} are shown; --limit shows more." if kept < len(hits) else ""
    page.line(shown or f"{len(hits)} found.")


def discrepancies(options: argparse.Namespace) -> None:
    """The questions on which sources disagree, with every account, and the remarks on the record."""
    review = requested_review(options, options.id)
    page = Page(label_width=9)
    # what was recommended and answered comes first
    shown = sorted(review.discrepancies, key=lambda one: "recommendation" not in one.question)
    if options.id is not None:
        shown = [one for one in shown if one.id.casefold() == options.id.strip().casefold()]
        if not shown:
            known = [one.id for one in review.discrepancies]
            raise LookupError(_unknown_id(review, "a discrepancy", options.id, known))
    if options.unresolved:
        shown = [one for one in shown if one.taken is None]
    for discrepancy in shown:
        page.heading(discrepancy.question)
        by_value = itertools.groupby(discrepancy.accounts, key=lambda account: account.value)
        for value, accounts in by_value:
            page.bullet(f"{value} [{places((account.citation for account in accounts), short_name)}]")
        page.entry("Taken", discrepancy.taken or "Unresolved")
        page.entry("Why", discrepancy.why)
        page.entry("Id", discrepancy.id)
        page.entry("Sources", f"in full: {command('cite', review, discrepancy.id)}")
        page.blank()
    if options.id is not None:
        return
    if review.notes and not options.unresolved:
        page.heading("Remarks on the record")
        for note in review.notes:
            page.bullet(f"{note.text} [{places(note.citations, short_name)}]")
        page.blank()
    unresolved = sum(discrepancy.taken is None for discrepancy in review.discrepancies)
    left = f", {unresolved} of them unresolved" if unresolved else ""
    page.line(f"Sources disagree on {count(len(review.discrepancies), 'question')}{left}.")


def cite(options: argparse.Namespace) -> None:
    """The citation of the review or of something in it."""
    review = requested_review(options, options.id)
    thing = review if options.id is None else _named(options, review, options.id.strip())
    Page().lines(kz_upr.cite(thing, options.style))


def _named(options: argparse.Namespace, review: Review, id: str) -> Any:
    """The object that has that id, symbol or number."""
    named: dict[str, Any] = {review.id: review}
    for source in sources_of(review):
        named |= {source.id: source, source.symbol or source.id: source}
    for statement in review.statements:
        named[statement.id] = statement
        named |= {point.id: point if point.citations else statement for point in statement.points}
    named |= {discrepancy.id: discrepancy for discrepancy in review.discrepancies}
    for name, thing in named.items():
        if name.casefold() == id.casefold():
            return thing
    if re.match(rf"({review.id}-)?\d+([.,]|$)", id, re.IGNORECASE):
        return _recommendation(options, review, id)

    def cites(other: Review) -> bool:
        return any(id.casefold() in (source.id, str(source.symbol).casefold()) for source in sources_of(other))

    expected = "a statement, point, discrepancy or source, the symbol of a source, or the number of a recommendation"
    raise LookupError(f"{_unknown_id(review, expected, id, named)}{elsewhere(options, review, cites)}")


def _unknown_id(review: Review, expected: str, id: str, known: Iterable[str]) -> str:
    near = nearest_names(id, known)
    return f"no {id!r} in {review.id}; expected the id of {expected}{'; nearest: ' if near else ''}{', '.join(near)}"


def _recommendation(options: argparse.Namespace, review: Review, number: str) -> Recommendation:
    try:
        return kz_upr.find_recommendation(review, number)
    except UnknownRecommendationError as error:
        there = elsewhere(options, review, lambda other: any(one.number == number for one in other.recommendations))
        raise LookupError(f"{error}{there}") from None


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
