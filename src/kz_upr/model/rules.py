"""What must hold in every object, whoever made it.

Each function returns the faults it finds as (path, what is wrong), none where all is well. The rules
are checked when an edition is built and when a user's document is read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kz_upr.model.people import Speaker
from kz_upr.model.recommendations import Clause, Recommendation
from kz_upr.model.reference import State
from kz_upr.model.review import Held, Review
from kz_upr.model.vocabulary import PositionValue, SpeakerKind, Stage

SUBJECT_LENGTH = 120
_NUMBER = re.compile(r"\d+\.\d+")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_STAGES = list(Stage)

Faults = list[tuple[str, str]]


def faults_of_recommendation(recommendation: Recommendation, path: str = "$") -> Faults:
    """The faults of one recommendation."""
    return list(_recommendation(recommendation, path))


def faults_of_review(review: Review) -> Faults:
    """The faults of a review and of everything in it."""
    return list(_review(review))


def _review(review: Review) -> Iterator[tuple[str, str]]:
    if review.id != f"{review.state.iso3}-{review.cycle}":
        yield "$.id", f"expected {review.state.iso3}-{review.cycle} (State and cycle), found {review.id}"
    if not review.citations:
        yield "$.citations", "a review says where it is written: at least one citation is needed"
    yield from _unique("$.statements", (statement.id for statement in review.statements))
    yield from _unique("$.recommendations", (recommendation.id for recommendation in review.recommendations))
    yield from _unique("$.discrepancies", (discrepancy.id for discrepancy in review.discrepancies))
    yield from _held("$.coverage.recommendations", review.coverage.recommendations, len(review.recommendations))
    yield from _held("$.coverage.statements", review.coverage.statements, len(review.statements))
    yield from _totals(review)
    speaking = {state.iso3 for state in review.speaking_states}
    if review.speakers is not None and len(speaking) > review.speakers:
        yield "$.speaking_states", f"{len(speaking)} States listed, but {review.speakers} speakers are stated"
    for position, statement in enumerate(review.statements):
        path = f"$.statements[{position}]"
        if not statement.citations:
            yield f"{path}.citations", "a statement says where it is written: at least one citation is needed"
        if not statement.points:
            yield f"{path}.points", "a statement has at least one point"
        yield from _speaker(f"{path}.speaker", statement.speaker, review.state)
    for position, recommendation in enumerate(review.recommendations):
        path = f"$.recommendations[{position}]"
        if recommendation.id != f"{review.id}-{recommendation.number}":
            yield (
                f"{path}.id",
                f"expected {review.id}-{recommendation.number} (review and number), found {recommendation.id}",
            )
        yield from _recommendation(recommendation, path)
        if speaking:
            for clause_position, clause in enumerate(recommendation.clauses):
                for state_position, state in enumerate(clause.states):
                    if state.iso3 not in speaking:
                        yield (
                            f"{path}.clauses[{clause_position}].states[{state_position}]",
                            f"{state.name} recommends but is not among the speaking States",
                        )
    for position, discrepancy in enumerate(review.discrepancies):
        if len(discrepancy.accounts) < 2:
            yield f"$.discrepancies[{position}].accounts", "a discrepancy has at least two accounts"


def _recommendation(recommendation: Recommendation, path: str) -> Iterator[tuple[str, str]]:
    if not _NUMBER.fullmatch(recommendation.number):
        yield f"{path}.number", f"expected a number like 139.124, found {recommendation.number!r}"
    if not recommendation.citations:
        yield f"{path}.citations", "a recommendation says where it is written: at least one citation is needed"
    if recommendation.text_sha256 is not None and not _SHA256.fullmatch(recommendation.text_sha256):
        yield f"{path}.text_sha256", "expected 64 hexadecimal digits in lower case"
    for position, clause in enumerate(recommendation.clauses):
        yield from _clause(clause, f"{path}.clauses[{position}]")
    stages = [_STAGES.index(position.stage) for position in recommendation.positions]
    if stages != sorted(stages):
        yield f"{path}.positions", f"positions stand in the order of time: {', '.join(_STAGES)}"
    for position, answer in enumerate(recommendation.positions):
        if not answer.citations:
            yield (
                f"{path}.positions[{position}].citations",
                "a position says where it is written: at least one citation is needed",
            )
        if answer.qualifier is not None and answer.value is not PositionValue.SUPPORTED:
            yield (
                f"{path}.positions[{position}].qualifier",
                f"only a supported recommendation is {answer.qualifier}, this one is {answer.value}",
            )
    yield from _unique(f"{path}.topics", (topic.code for topic in recommendation.topics))


def _clause(clause: Clause, path: str) -> Iterator[tuple[str, str]]:
    if clause.action is not None and clause.subject is None:
        yield path, "an action without a subject says nothing"
    if clause.subject is not None and not 0 < len(clause.subject) <= SUBJECT_LENGTH:
        yield f"{path}.subject", f"expected 1 to {SUBJECT_LENGTH} characters, found {len(clause.subject)}"
    yield from _unique(f"{path}.states", (state.iso3 for state in clause.states))


def _speaker(path: str, speaker: Speaker, under_review: State) -> Iterator[tuple[str, str]]:
    needs_state = speaker.kind in (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW)
    if needs_state and speaker.state is None:
        yield f"{path}.state", f"a speaker of kind {speaker.kind} needs a State"
    if not needs_state and speaker.state is not None:
        yield f"{path}.state", f"a speaker of kind {speaker.kind} is no single State"
    if speaker.state is not None and (speaker.state == under_review) != (
        speaker.kind is SpeakerKind.STATE_UNDER_REVIEW
    ):
        yield f"{path}.kind", f"{speaker.state.name} as {speaker.kind} in the review of {under_review.name}"


def _held(path: str, held: Held, actual: int) -> Iterator[tuple[str, str]]:
    if held.held != actual:
        yield f"{path}.held", f"says {held.held}, there are {actual}"
    if held.stated is not None and held.held > held.stated:
        yield f"{path}.held", f"{held.held} held, but only {held.stated} stated"


def _totals(review: Review) -> Iterator[tuple[str, str]]:
    totals = review.totals
    if totals is None:
        return
    if not totals.citations:
        yield "$.totals.citations", "totals say where they are written: at least one citation is needed"
    answered = [number for number in (totals.supported, totals.noted, totals.partly) if number is not None]
    if totals.received is not None and sum(answered) > totals.received:
        yield "$.totals", f"{' + '.join(map(str, answered))} answered, but only {totals.received} received"
    counts = Counter(recommendation.position for recommendation in review.recommendations)
    for value, stated in ((PositionValue.SUPPORTED, totals.supported), (PositionValue.NOTED, totals.noted)):
        if stated is not None and counts[value] > stated:
            yield "$.totals", f"{counts[value]} recommendations are {value}, but only {stated} are stated"


def _unique(path: str, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for position, key in enumerate(keys):
        if key in seen:
            yield f"{path}[{position}]", f"{key} stands there twice"
        seen.add(key)
