"""One review at a glance: ``kz-upr show``."""

import argparse
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

import kz_upr
from kz_upr import (
    Act,
    Citation,
    Delegation,
    Discrepancy,
    Outcome,
    Point,
    Recommendation,
    Review,
    Setting,
    SourceKind,
    SpeakerKind,
    Statement,
    Theme,
)
from kz_upr.cli.layout import Page, count, ordinal, ordinal_word
from kz_upr.cli.places import short_name, short_places
from kz_upr.cli.request import command, requested_review
from kz_upr.dates import long_date
from kz_upr.model import sources_of

#: How many themes are shown, and more if several weigh the same.
_THEMES = 4
_DEMANDS = (Act.RECOMMENDS, Act.CALLS_FOR, Act.IS_CONCERNED)
_AT_THE_REVIEW = (Setting.PRESENTATION, Setting.INTERACTIVE_DIALOGUE, Setting.CONCLUDING_REMARKS)
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
    _themes(page, review)
    _commitments(page, review)
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
    yield f"{', '.join(stated)} ({short_places(totals.citations)})."
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
    source = f" ({short_places(outcome.citations[:1])})" if outcome.citations else ""
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


@frozen
class _Demand:
    """A recommendation, or another demand or a concern: its themes, how it is shown, and how much it weighs."""

    themes: tuple[Theme, ...]
    text: str
    weight: int


def _themes(page: Page, review: Review) -> None:
    """The themes that weigh most, each with its weightiest demand."""
    coded = [recommendation for recommendation in review.recommendations if recommendation.themes]
    received = (review.totals.received if review.totals else None) or len(review.recommendations)
    if coded and len(coded) * 2 > received:
        demands = [_Demand(one.themes, _recommended(one), len(one.states)) for one in coded]
        of, more = count(len(coded), "recommendation"), command("recommendations", review, "--theme NAME")
        weighty = demands
    else:  # statements tell more
        said = list(_said(review))
        demands = [_Demand(point.themes, _demanded(review, by, point), _formality(by, point)) for by, point in said]
        statements = count(len({by.id for by, _ in said}), "statement")
        of = f"{count(len(demands), 'demand')} and concerns in {statements}"
        more = command("statements", review, "--theme NAME")
        most = max((demand.weight for demand in demands), default=0)
        weighty = [demand for demand in demands if demand.weight == most]
    frequent = Counter(theme for demand in demands for theme in demand.themes)
    if not frequent:
        return
    least = frequent.most_common(_THEMES)[-1][1]
    shown = [theme for theme, number in frequent.most_common() if number >= least]
    page.heading(f"Main themes ({len(shown)} of {len(frequent)}) and main demands")
    page.line(f"{'; '.join(f'{theme.label} ({frequent[theme]})' for theme in shown)}; of {of}: {more}")
    used: set[str] = set()
    for theme in shown:
        on_it = [demand for demand in weighty if theme in demand.themes and demand.text not in used]
        if on_it:
            best = max(
                on_it, key=lambda one: (one.weight, one.themes[0] == theme, sum(frequent[t] for t in one.themes))
            )
            used.add(best.text)
            page.bullet(best.text)
    page.blank()


def _said(review: Review) -> Iterator[tuple[Statement, Point]]:
    """The demands and concerns of others than the State under review."""
    for statement in review.statements:
        if statement.speaker.kind is not SpeakerKind.STATE_UNDER_REVIEW:
            yield from ((statement, point) for point in statement.points if point.act in _DEMANDS and point.themes)


def _demanded(review: Review, statement: Statement, point: Point) -> str:
    """``France: abolish the death penalty``, or, if it is no recommendation, the summary after the name."""
    before, formal, demand = point.summary.partition(f"recommended that {review.state.name} ")
    return f"{_name(statement)}: {demand}" if formal and not before else f"{_name(statement)} {point.summary}"


def _formality(statement: Statement, point: Point) -> int:
    """A recommendation weighs more than another demand, and a demand more than a concern; then, the review itself."""
    return 2 * (len(_DEMANDS) - _DEMANDS.index(point.act)) + (statement.setting in _AT_THE_REVIEW)


def _recommended(recommendation: Recommendation) -> str:
    states = recommendation.states
    names = ", ".join(map(str, states)) if len(states) < 4 else count(len(states), "State")
    position = str(recommendation.position or "position unknown")
    return f"{recommendation.number}: {recommendation.summary} ({names}; {position})"


def _commitments(page: Page, review: Review) -> None:
    """The commitments that name an instrument or a law, and the number of the others."""
    made = [
        (statement, point)
        for statement in review.statements
        if statement.speaker.kind is SpeakerKind.STATE_UNDER_REVIEW
        for point in statement.points
        if point.act is Act.COMMITS
    ]
    heading = f"What {review.state.name} committed to"
    if made:
        definite = [one for one in made if one[1].instruments or any(theme.code == "A41" for theme in one[1].themes)]
        shown = definite or made
        places = dict.fromkeys((s.date or s.setting, sources_of(s.citations)[0]) for s, _ in shown)
        where = [f"{at if isinstance(at, str) else long_date(at)} ({short_name(source)})" for at, source in places]
        page.heading(f"{heading}: {'; '.join(where)}")
        for text in _joined([point.summary for _, point in shown]):
            page.bullet(text)
        rest = len(made) - len(shown)
        general = f"{count(rest, 'more commitment')} that name no treaty or law" if rest else "In full"
        page.line(f"{general}: {command('statements', review, '--act commits')}")
    elif review.totals and review.totals.supported:
        page.heading(heading)
        supported = f": {command('recommendations', review, '--position supported')}" if review.recommendations else ""
        page.line(f"The {review.totals.supported} recommendations that it supported{supported}")
    else:
        return
    page.blank()


def _joined(summaries: Iterable[str]) -> Iterator[str]:
    """Neighbours that begin alike as one: *announced the decision to accede to …; to review …*."""
    start = re.compile(r"announced the decision to |said that \w+ would ")
    for opening, group in itertools.groupby(summaries, key=lambda text: m[0] if (m := start.match(text)) else text):
        first, *others = group
        last_word = opening.split()[-1]
        yield "; ".join([first, *(f"{last_word} {other.removeprefix(opening)}" for other in others)])


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
    """The names in their order; neighbours that begin with *Ministry of* share its plural."""
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
    at_the_review = [_name(statement) for statement in others if statement.setting in _AT_THE_REVIEW]
    if review.speakers:
        yield f"at the review: {count(review.speakers, 'State')}"
    if at_the_review:
        yield f"at the review, as far as known: {', '.join(at_the_review)}"
    counts = [
        count(number, kind)
        for setting, kind in _BY_THE_COUNCIL.items()
        if (number := len({_name(statement) for statement in others if statement.setting is setting}))
    ]
    if counts:
        yield f"in the Council: {', '.join(counts)}"


def _name(statement: Statement) -> str:
    """A State by its short name at the United Nations, anyone else as the source names it."""
    speaker = statement.speaker
    return speaker.states[0].name if speaker.kind is SpeakerKind.STATE and speaker.states else speaker.name


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
