"""The main themes of a review with the main demands, and what the State committed to."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from kz_upr import Act, Point, Recommendation, Review, Setting, SpeakerKind, Statement, Theme
from kz_upr.cli.layout import Page
from kz_upr.cli.places import short_name
from kz_upr.cli.request import command
from kz_upr.dates import long_date
from kz_upr.messages import count
from kz_upr.model import sources_of

#: How many themes are shown; more if several have the same weight.
_THEMES = 4
_DEMANDS = (Act.RECOMMENDS, Act.CALLS_FOR, Act.IS_CONCERNED)
#: The settings of the review itself.
AT_THE_REVIEW = (Setting.PRESENTATION, Setting.INTERACTIVE_DIALOGUE, Setting.CONCLUDING_REMARKS)


@frozen
class _Demand:
    """A recommendation, or another demand or a concern: its themes, how it is shown, and how much it weighs."""

    themes: tuple[Theme, ...]
    text: str
    weight: int


def themes(page: Page, review: Review) -> None:
    """The themes that weigh most, each with its weightiest demand."""
    coded = [recommendation for recommendation in review.recommendations if recommendation.themes]
    received = (review.totals.received if review.totals else None) or len(review.recommendations)
    if coded and len(coded) * 2 > received:
        demands = [_Demand(one.themes, _recommended(one), len(one.states)) for one in coded]
        of, more = count(len(coded), "recommendation"), command("recommendations", review, "--theme NAME")
        weighty = demands
    else:  # statements show more
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
    """``France: abolish the death penalty``, or, if it is not a recommendation, the summary after the name."""
    name = speaker_name(statement)
    before, formal, demand = point.summary.partition(f"recommended that {review.state.name} ")
    return f"{name}: {demand}" if formal and not before else f"{name} {point.summary}"


def _formality(statement: Statement, point: Point) -> int:
    """A recommendation weighs more than another demand, and a demand more than a concern; then, the review itself."""
    return 2 * (len(_DEMANDS) - _DEMANDS.index(point.act)) + (statement.setting in AT_THE_REVIEW)


def _recommended(recommendation: Recommendation) -> str:
    states = recommendation.states
    names = ", ".join(map(str, states)) if len(states) < 4 else count(len(states), "State")
    position = str(recommendation.position or "position unknown")
    return f"{recommendation.number}: {recommendation.summary} ({names}; {position})"


def commitments(page: Page, review: Review) -> None:
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
        names = "names" if rest == 1 else "name"
        general = f"{count(rest, 'more commitment')} that {names} no treaty or law" if rest else "In full"
        page.line(f"{general}: {command('statements', review, '--act commits')}")
    elif review.totals and review.totals.supported:
        page.heading(heading)
        supported = f": {command('recommendations', review, '--position supported')}" if review.recommendations else ""
        page.line(f"The {review.totals.supported} recommendations that it supported{supported}")
    else:
        return
    page.blank()


def _joined(summaries: Iterable[str]) -> Iterator[str]:
    """Adjacent texts that begin alike, as one: *announced the decision to accede to …; to review …*."""
    start = re.compile(r"announced the decision to |said that \w+ would ")
    for opening, group in itertools.groupby(summaries, key=lambda text: m[0] if (m := start.match(text)) else text):
        first, *others = group
        last_word = opening.split()[-1]
        yield "; ".join([first, *(f"{last_word} {other.removeprefix(opening)}" for other in others)])


def speaker_name(statement: Statement) -> str:
    """A State by its short name at the United Nations, anyone else as the source names it."""
    speaker = statement.speaker
    return speaker.states[0].name if speaker.kind is SpeakerKind.STATE and speaker.states else speaker.name
