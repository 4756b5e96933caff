"""One review at a glance: ``kz-upr show``."""

import argparse
import itertools
from collections.abc import Iterable, Iterator

import kz_upr
from kz_upr import Citation, Delegation, Discrepancy, Outcome, Review, Setting, SourceKind, SpeakerKind
from kz_upr.cli.highlights import AT_THE_REVIEW, commitments, speaker_name, themes
from kz_upr.cli.layout import Page, ordinal, ordinal_word
from kz_upr.cli.places import places, short_name
from kz_upr.cli.request import command, requested_review
from kz_upr.dates import long_date
from kz_upr.messages import count

_BY_THE_COUNCIL = {
    Setting.COUNCIL_STATES: "State",
    Setting.COUNCIL_UN_ENTITIES: "United Nations body",
    Setting.COUNCIL_STAKEHOLDERS: "other stakeholder",
}


def show(options: argparse.Namespace) -> None:
    """The review at a glance: what was decided, asked and promised, who took part, what is missing."""
    review = requested_review(options)
    page = Page()
    page.heading(f"Universal Periodic Review of {review.state.name}, {ordinal_word(review.cycle)} cycle")
    page.line(" · ".join(_session(review)))
    page.blank()
    page.heading("What was decided")
    page.item("Recommendations", " ".join(_totals(review)))
    page.item("Outcome", " ".join(_outcome(review)))
    page.blank()
    themes(page, review)
    commitments(page, review)
    page.heading("Who came and who spoke")
    delegation = "; ".join(_delegation(review.delegation))
    page.item("Delegation", delegation.replace(f" of the Republic of {review.state.name}", ""))
    if review.troika:
        page.item("Troika", ", ".join(state.name for state in review.troika))
    if speakers := "; ".join(_speakers(review)):
        page.item("Speakers", speakers)
    page.blank()
    page.heading("What is missing")
    _missing(page, review)
    if review.discrepancies:
        questions = count(len(review.discrepancies), "question")
        unresolved = sum(discrepancy.taken is None for discrepancy in review.discrepancies) or "none"
        page.line(f"Sources disagree on {questions}, {unresolved} unresolved: {command('discrepancies', review)}")
    page.item("Cite as", kz_upr.cite(review))


def _session(review: Review) -> Iterator[str]:
    yield long_date(review.date) if review.date else "date unknown"
    if review.session:
        yield f"{ordinal(review.session)} session of the Working Group"
    if review.venue:
        yield review.venue


def _totals(review: Review) -> Iterator[str]:
    totals = review.totals
    if totals is None:
        yield "totals unknown"
        return
    named = {"received": "received", "supported": "supported", "noted": "noted", "partly": "partly supported"}
    stated = [f"{n} {name}" for field, name in named.items() if (n := getattr(totals, field)) is not None]
    yield f"{', '.join(stated)} ({places(totals.citations, short_name)})."
    for discrepancy in _about(review, totals.citations):
        if all(words in discrepancy.question for words in ("How", "recommendations", review.state.name)):
            by_value: dict[str, dict[str, None]] = {}
            for account in discrepancy.accounts:
                source = account.citation.source
                by_value.setdefault(account.value, {})[source.symbol or source.publisher or short_name(source)] = None
            accounts = "; ".join(f"{value} ({', '.join(names)})" for value, names in by_value.items())
            yield f"{_disagreement(discrepancy)}: {accounts}. Taken here: {discrepancy.taken or 'none'}."


def _about(review: Review, citations: Iterable[Citation]) -> Iterator[Discrepancy]:
    """The disagreements with one of these places among the accounts."""
    cited = {(citation.source, citation.locator) for citation in citations}
    for discrepancy in review.discrepancies:
        if any((account.citation.source, account.citation.locator) in cited for account in discrepancy.accounts):
            yield discrepancy


def _disagreement(discrepancy: Discrepancy) -> str:
    return f"Sources disagree on {discrepancy.question[0].lower()}{discrepancy.question[1:]}"


def _outcome(review: Review) -> Iterator[str]:
    outcome = review.outcome
    if outcome is None:
        yield "unknown"
        return
    source = f" ({places(outcome.citations[:1], short_name)})" if outcome.citations else ""
    yield f"{_adoption(outcome)}{source}."
    for discrepancy in _about(review, outcome.citations):
        yield f"{_disagreement(discrepancy)}."


def _adoption(outcome: Outcome) -> str:
    parts = [f"adopted {outcome.adopted}" if outcome.adopted else "adopted"]
    if outcome.date:
        parts[0] += f" on {long_date(outcome.date)}"
    if outcome.decision:
        parts.append(f"decision {outcome.decision}")
    if outcome.council_session:
        meeting = f", {ordinal(outcome.meeting)} meeting" if outcome.meeting else ""
        parts.append(f"{ordinal(outcome.council_session)} session of the Human Rights Council{meeting}")
    return ", ".join(parts)


def _delegation(delegation: Delegation | None) -> Iterator[str]:
    if delegation is None:
        yield "unknown"
        return
    head = delegation.head
    yield f"headed by {', '.join(filter(None, (head.name, head.role)))}" if head else "head unknown"
    if delegation.members:
        size = f" (stated size: {delegation.stated_size})" if delegation.stated_size else ""
        yield f"{count(len(delegation.members), 'other member')} named{size}"
    if delegation.institutions:
        institutions = _listed([institution.name for institution in delegation.institutions])
        yield f"{count(len(delegation.institutions), 'institution')}: {institutions}"


def _listed(names: Iterable[str]) -> str:
    """The names in their order; adjacent names that begin with *Ministry of* share its plural."""
    parts = []
    for ministry, group in itertools.groupby(names, key=lambda name: name.startswith("Ministry of ")):
        same = list(group)
        if ministry and len(same) > 1:
            parts.append(f"Ministries of {', '.join(name.removeprefix('Ministry of ') for name in same)}")
        else:
            parts += same
    return "; ".join(parts)


def _speakers(review: Review) -> Iterator[str]:
    """Who spoke at the review, in the Council and elsewhere."""
    others = [s for s in review.statements if s.speaker.kind is not SpeakerKind.STATE_UNDER_REVIEW]
    at_the_review = [speaker_name(statement) for statement in others if statement.setting in AT_THE_REVIEW]
    if review.speakers:
        yield f"at the review: {count(review.speakers, 'State')}"
    if at_the_review:
        yield f"at the review, as far as known: {', '.join(at_the_review)}"
    counts = [
        count(number, kind)
        for setting, kind in _BY_THE_COUNCIL.items()
        if (number := len({speaker_name(statement) for statement in others if statement.setting is setting}))
    ]
    if counts:
        yield f"in the Council: {', '.join(counts)}"


def _missing(page: Page, review: Review) -> None:
    recommendations, statements = review.coverage.recommendations, review.coverage.statements
    first, dot, _ = (recommendations.why or "").partition(". ")
    page.item("Recommendations", f"{recommendations} held. {first}{dot.strip()}".rstrip())
    if statements.held:
        outside = sum(statement.setting is Setting.OUTSIDE for statement in review.statements)
        made = f", {outside} of them from outside the review" if outside else ""
        page.item("Statements", f"{statements.held} held{made}: {command('statements', review)}")
    elif statements.why:
        page.item("Statements", statements.why)
    header = {
        "troika": review.troika,
        "meeting": review.meeting,
        "number of speakers": review.speakers,
        "advance questions": review.advance_questions or None,
        "report adoption": review.adopted,
    }
    if unknown := [name for name, value in header.items() if value is None]:
        page.item("Unknown", ", ".join(unknown))
    if review.edition and recommendations.held != recommendations.stated:
        documents = [
            source.symbol
            for source in review.documents
            if source.symbol and source.kind in (SourceKind.WORKING_GROUP_REPORT, SourceKind.ADDENDUM)
        ]
        files = " ".join(f"{symbol.replace('/', '-')}.pdf" for symbol in documents) or "REPORT.pdf"
        name = " and ".join(documents) or "the report of the Working Group"
        saved = f"{review.id.lower()}.json"
        page.line(f"To complete it, with your own copy of {name}:")
        page.line(command("complete", review, f"{files} -o {saved}"), first="  ", rest="    ")
