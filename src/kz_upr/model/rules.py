"""What must hold in every object, whoever made it.

Each function returns the faults it finds as (path, what is wrong), none where all is well. The rules
are checked when an edition is built and when a user's document is read.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kz_upr.model.people import Delegation, Speaker
from kz_upr.model.recommendations import Clause, Position, Recommendation
from kz_upr.model.reference import State
from kz_upr.model.review import Coverage, Held, Review, Totals
from kz_upr.model.sources import Discrepancy
from kz_upr.model.statements import Statement
from kz_upr.model.vocabulary import PositionValue, SpeakerKind, Stage

SUBJECT_LENGTH = 120
_NUMBER = re.compile(r"[0-9]+\.[0-9]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_STAGES = list(Stage)

Faults = list[tuple[str, str]]


def faults_of(thing: object, path: str = "$") -> Faults:
    """The faults of an object of the model and of everything in it; none for a class that has no rules."""
    for cls, rules in _RULES:
        if isinstance(thing, cls):
            return list(rules(thing, path))
    return []


def _review(review: Review, path: str) -> Iterator[tuple[str, str]]:
    if review.id != f"{review.state.iso3}-{review.cycle}":
        yield f"{path}.id", f"expected {review.state.iso3}-{review.cycle} (State and cycle), found {review.id}"
    if review.cycle < 1:
        yield f"{path}.cycle", f"the first cycle is 1, found {review.cycle}"
    yield from _cited(path, review, "a review")
    yield from _unique(f"{path}.statements", (statement.id for statement in review.statements))
    yield from _unique(f"{path}.recommendations", (recommendation.id for recommendation in review.recommendations))
    yield from _unique(f"{path}.discrepancies", (discrepancy.id for discrepancy in review.discrepancies))
    for name in ("troika", "speaking_states", "advance_questions"):
        yield from _unique(f"{path}.{name}", (state.iso3 for state in getattr(review, name) or ()))
    if review.delegation is not None:
        yield from _delegation(review.delegation, f"{path}.delegation")
    yield from _coverage(review.coverage, f"{path}.coverage")
    for name, held, actual in (
        ("recommendations", review.coverage.recommendations, len(review.recommendations)),
        ("statements", review.coverage.statements, len(review.statements)),
    ):
        if held.held != actual:
            yield f"{path}.coverage.{name}.held", f"says {held.held}, there are {actual}"
    if review.totals is not None:
        yield from _totals(review.totals, f"{path}.totals")
        yield from _totals_of_review(review, f"{path}.totals")
    speaking = {state.iso3 for state in review.speaking_states}
    if review.speakers is not None and len(speaking) > review.speakers:
        yield f"{path}.speaking_states", f"{len(speaking)} States listed, but {review.speakers} speakers are stated"
    for position, statement in enumerate(review.statements):
        place = f"{path}.statements[{position}]"
        yield from _statement(statement, place)
        yield from _speaker_in_review(statement.speaker, review.state, f"{place}.speaker")
    for position, recommendation in enumerate(review.recommendations):
        place = f"{path}.recommendations[{position}]"
        if recommendation.id != f"{review.id}-{recommendation.number}":
            yield (
                f"{place}.id",
                f"expected {review.id}-{recommendation.number} (review and number), found {recommendation.id}",
            )
        yield from _recommendation(recommendation, place)
        if speaking:
            for clause_position, clause in enumerate(recommendation.clauses):
                for state_position, state in enumerate(clause.states):
                    if state.iso3 not in speaking:
                        yield (
                            f"{place}.clauses[{clause_position}].states[{state_position}]",
                            f"{state.name} recommends but is not among the speaking States",
                        )
    for position, discrepancy in enumerate(review.discrepancies):
        yield from _discrepancy(discrepancy, f"{path}.discrepancies[{position}]")


def _recommendation(recommendation: Recommendation, path: str) -> Iterator[tuple[str, str]]:
    if not _NUMBER.fullmatch(recommendation.number):
        yield f"{path}.number", f"expected a number like 139.124, found {recommendation.number!r}"
    yield from _cited(path, recommendation, "a recommendation")
    if recommendation.text_sha256 is not None and not _SHA256.fullmatch(recommendation.text_sha256):
        yield f"{path}.text_sha256", "expected 64 hexadecimal digits in lower case"
    for place, clause in enumerate(recommendation.clauses):
        yield from _clause(clause, f"{path}.clauses[{place}]")
    stages = [_STAGES.index(position.stage) for position in recommendation.positions]
    if stages != sorted(stages):
        yield f"{path}.positions", f"positions stand in the order of time: {', '.join(_STAGES)}"
    for place, position in enumerate(recommendation.positions):
        yield from _position(position, f"{path}.positions[{place}]")
    yield from _unique(f"{path}.topics", (topic.code for topic in recommendation.topics))


def _clause(clause: Clause, path: str) -> Iterator[tuple[str, str]]:
    if clause.action is not None and clause.subject is None:
        yield path, "an action without a subject says nothing"
    if clause.subject is not None and not 0 < len(clause.subject) <= SUBJECT_LENGTH:
        yield f"{path}.subject", f"expected 1 to {SUBJECT_LENGTH} characters, found {len(clause.subject)}"
    yield from _unique(f"{path}.states", (state.iso3 for state in clause.states))


def _position(position: Position, path: str) -> Iterator[tuple[str, str]]:
    yield from _cited(path, position, "a position")
    if position.qualifier is not None and position.value is not PositionValue.SUPPORTED:
        yield (
            f"{path}.qualifier",
            f"only a supported recommendation is {position.qualifier}, this one is {position.value}",
        )


def _statement(statement: Statement, path: str) -> Iterator[tuple[str, str]]:
    yield from _cited(path, statement, "a statement")
    if not statement.points:
        yield f"{path}.points", "a statement has at least one point"
    for position, point in enumerate(statement.points):
        yield from _unique(f"{path}.points[{position}].topics", (topic.code for topic in point.topics))
    yield from _speaker(statement.speaker, f"{path}.speaker")


def _speaker(speaker: Speaker, path: str) -> Iterator[tuple[str, str]]:
    needs_state = speaker.kind in (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW)
    if needs_state and speaker.state is None:
        yield f"{path}.state", f"a speaker of kind {speaker.kind} needs a State"
    if not needs_state and speaker.state is not None:
        yield f"{path}.state", f"a speaker of kind {speaker.kind} is no single State"


def _speaker_in_review(speaker: Speaker, under_review: State, path: str) -> Iterator[tuple[str, str]]:
    if speaker.state is not None and (speaker.state == under_review) != (
        speaker.kind is SpeakerKind.STATE_UNDER_REVIEW
    ):
        yield f"{path}.kind", f"{speaker.state.name} as {speaker.kind} in the review of {under_review.name}"


def _delegation(delegation: Delegation, path: str) -> Iterator[tuple[str, str]]:
    yield from _unique(f"{path}.institutions", (institution.id for institution in delegation.institutions))


def _coverage(coverage: Coverage, path: str) -> Iterator[tuple[str, str]]:
    yield from _held(coverage.recommendations, f"{path}.recommendations")
    yield from _held(coverage.statements, f"{path}.statements")


def _held(held: Held, path: str) -> Iterator[tuple[str, str]]:
    if held.held < 0:
        yield f"{path}.held", f"less than nothing: {held.held}"
    if held.stated is not None and held.held > held.stated:
        yield f"{path}.held", f"{held.held} held, but only {held.stated} stated"


def _totals(totals: Totals, path: str) -> Iterator[tuple[str, str]]:
    yield from _cited(path, totals, "a set of totals")
    for name in ("received", "supported", "noted", "partly"):
        number = getattr(totals, name)
        if number is not None and number < 0:
            yield f"{path}.{name}", f"less than nothing: {number}"
    answered = [number for number in (totals.supported, totals.noted, totals.partly) if number is not None]
    if totals.received is not None and sum(answered) > totals.received:
        yield path, f"{' + '.join(map(str, answered))} answered, but only {totals.received} received"


def _totals_of_review(review: Review, path: str) -> Iterator[tuple[str, str]]:
    """Held counts never exceed stated totals."""
    totals = review.totals
    if totals is None:
        return
    counts = Counter(recommendation.position for recommendation in review.recommendations)
    if totals.received is not None and len(review.recommendations) > totals.received:
        yield path, f"{len(review.recommendations)} recommendations held, but only {totals.received} received"
    for value, stated in (
        (PositionValue.SUPPORTED, totals.supported),
        (PositionValue.NOTED, totals.noted),
        (PositionValue.PARTLY_SUPPORTED, totals.partly),
    ):
        if stated is not None and counts[value] > stated:
            yield path, f"{counts[value]} recommendations are {value}, but only {stated} are stated"


def _discrepancy(discrepancy: Discrepancy, path: str) -> Iterator[tuple[str, str]]:
    if len(discrepancy.accounts) < 2:
        yield f"{path}.accounts", "a discrepancy has at least two accounts"


def _cited(
    path: str, thing: Review | Recommendation | Position | Statement | Totals, name: str
) -> Iterator[tuple[str, str]]:
    if not thing.citations:
        yield f"{path}.citations", f"{name} says where it is written: at least one citation is needed"


def _unique(path: str, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for position, key in enumerate(keys):
        if key in seen:
            yield f"{path}[{position}]", f"{key} stands there twice"
        seen.add(key)


_RULES: tuple[tuple[type[Any], Callable[[Any, str], Iterator[tuple[str, str]]]], ...] = (
    (Review, _review),
    (Recommendation, _recommendation),
    (Clause, _clause),
    (Position, _position),
    (Statement, _statement),
    (Speaker, _speaker),
    (Delegation, _delegation),
    (Coverage, _coverage),
    (Held, _held),
    (Totals, _totals),
    (Discrepancy, _discrepancy),
)
