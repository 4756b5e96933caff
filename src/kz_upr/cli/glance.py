"""One review at a glance: ``kz-upr show``."""

import argparse
import itertools
import textwrap
from collections.abc import Iterator

import kz_upr
from kz_upr import Act, Delegation, Outcome, Review, Setting, SpeakerKind, Statement
from kz_upr.cli.layout import Page, count, ordinal, ordinal_word
from kz_upr.cli.request import requested_review
from kz_upr.dates import long_date
from kz_upr.model import sources_of

_AT_THE_REVIEW = (Setting.PRESENTATION, Setting.INTERACTIVE_DIALOGUE, Setting.CONCLUDING_REMARKS)


def show(options: argparse.Namespace) -> None:
    """The review at a glance."""
    review = requested_review(options)
    page = Page()
    page.heading(f"Universal Periodic Review of {review.state.name}, {ordinal_word(review.cycle)} cycle")
    page.line(" · ".join(_session(review)))
    page.blank()
    page.entry("Delegation", *_delegation(review.delegation))
    if review.troika:
        page.entry("Troika", ", ".join(state.name for state in review.troika))
    page.entry("Recommendations", *_recommendations(review))
    page.entry("Outcome", _outcome(review.outcome))
    page.blank()
    if review.statements:
        page.heading("What was said")
        for line in _statements(review):
            page.bullet(line)
        page.line(f"Every statement, point by point, with its sources: {_command('statements', review)}")
        page.blank()
    if review.discrepancies:
        questions = count(len(review.discrepancies), "question")
        page.entry("Discrepancies", f"sources disagree on {questions}: {_command('discrepancies', review)}")
    page.entry("Cite as", kz_upr.cite(review))
    edition = f"edition {review.edition}" if review.edition else "no edition"
    page.entry("Data", f"{edition} (kz_upr {kz_upr.__version__}), {count(len(sources_of(review)), 'source')}")


def _session(review: Review) -> Iterator[str]:
    yield long_date(review.date) if review.date else "date unknown"
    if review.session:
        yield f"{ordinal(review.session)} session of the Working Group"
    if review.venue:
        yield review.venue


def _delegation(delegation: Delegation | None) -> Iterator[str]:
    if delegation is None:
        yield "unknown"
        return
    head = delegation.head
    if head is None:
        yield "head unknown"
    else:
        yield f"headed by {head.name}" + (f", {head.role}" if head.role else "")
    if delegation.members:
        size = f" (stated size: {delegation.stated_size})" if delegation.stated_size else ""
        yield f"{count(len(delegation.members), 'other member')} named{size}"
    if delegation.institutions:
        yield "; ".join(institution.name for institution in delegation.institutions)


def _recommendations(review: Review) -> Iterator[str]:
    if totals := review.totals:
        stated = {
            "received": totals.received,
            "supported": totals.supported,
            "noted": totals.noted,
            "partly supported": totals.partly,
        }
        yield ", ".join(f"{number} {name}" for name, number in stated.items() if number is not None)
    else:
        yield "totals unknown"
    held = review.coverage.recommendations
    yield f"In the data: {held}." + (f" {held.why}" if held.why else "")


def _outcome(outcome: Outcome | None) -> str:
    if outcome is None:
        return "unknown"
    parts = []
    if outcome.decision:
        parts.append(f"decision {outcome.decision}")
    if outcome.date:
        parts.append(f"of {long_date(outcome.date)}" if outcome.decision else long_date(outcome.date))
    if outcome.council_session:
        meeting = f", {ordinal(outcome.meeting)} meeting" if outcome.meeting else ""
        council = f"Human Rights Council, {ordinal(outcome.council_session)} session{meeting}"
        parts.append(f"({council})" if parts else council)
    return " ".join(parts) + (f", adopted {outcome.adopted}" if outcome.adopted else "")


def _statements(review: Review) -> Iterator[str]:
    """The main points of what was said at the review; of the Council and other places, only who spoke."""
    in_council, elsewhere = [], []
    for statement in review.statements:
        if statement.setting in _AT_THE_REVIEW:
            person = f" ({statement.speaker.person.name})" if statement.speaker.person else ""
            yield f"{statement.speaker.name}{person}, {statement.setting}. {_main_points(statement)}"
        elif statement.setting is Setting.OUTSIDE:
            elsewhere.append(statement)
        else:
            in_council.append(statement)
    if in_council:
        yield f"Adoption in the Human Rights Council, {count(len(in_council), 'statement')}: {_speakers(in_council)}"
    if elsewhere:
        speakers = textwrap.shorten(_speakers(elsewhere), 150, placeholder=" …")
        yield f"Outside the review, {count(len(elsewhere), 'statement')}: {speakers}"


def _speakers(statements: list[Statement]) -> str:
    states = (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW)
    speakers = [statement.speaker for statement in statements]
    names = (who.state.name if who.kind in states and who.state else who.name for who in speakers)
    return "; ".join(dict.fromkeys(names))


def _main_points(statement: Statement) -> str:
    """A State's first recommendation; otherwise the first two points, under one word if their act is the same."""
    recommended = [point for point in statement.points if point.act is Act.RECOMMENDS]
    by_state = statement.speaker.kind is SpeakerKind.STATE and recommended
    points = recommended[:1] if by_state else statement.points[:2]
    by_act = itertools.groupby(points, key=lambda point: point.act)
    parts = [f"{act}: {'; '.join(point.summary for point in group)}" for act, group in by_act]
    if rest := len(statement.points) - len(points):
        parts.append(f"and {count(rest, 'more point')}")
    digest = "; ".join(parts)
    return f"{digest[:1].upper()}{digest[1:]}"


def _command(name: str, review: Review) -> str:
    """The command that shows more of this review."""
    return f"kz-upr {name}" + ("" if review.cycle == 3 else f" --cycle {review.cycle}")
