"""The rules that hold in every object, whoever made it.

Each rule looks at one object and yields its faults as (path below it, what is wrong). The rules are checked when an
edition is built and when a user's file is read.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from kz_upr.model.parts import parts
from kz_upr.model.people import Delegation, Speaker
from kz_upr.model.recommendations import Clause, Position, Recommendation
from kz_upr.model.review import Held, Review, Totals
from kz_upr.model.sources import Discrepancy, Note
from kz_upr.model.statements import Point, Statement
from kz_upr.model.vocabulary import PositionValue, SpeakerKind, Stage

#: Path and message of each fault.
Faults: TypeAlias = Iterator[tuple[str, str]]

SUMMARY_LENGTH = 240
_NUMBER = re.compile(r"[0-9]+\.[0-9]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_STAGES = list(Stage)


def faults_of(thing: object) -> list[tuple[str, str]]:
    """The faults of an object and of everything in it, each with its path; empty if there are none."""
    return [
        (path + below, fault)
        for path, part in parts(thing)
        for below, fault in (*_uncited(part), *_RULES.get(type(part), _no_rule)(part))
    ]


def _no_rule(_: object) -> Faults:
    yield from ()


def _uncited(part: object) -> Faults:
    if type(part) in _NEED_CITATION and not part.citations:  # type: ignore[attr-defined]
        yield ".citations", f"{_NEED_CITATION[type(part)]} needs at least one citation"


def _review(review: Review) -> Faults:
    if review.id != f"{review.state.iso3}-{review.cycle}":
        yield ".id", f"expected {review.state.iso3}-{review.cycle} (State and cycle), got {review.id}"
    if review.cycle < 1:
        yield ".cycle", f"must be 1 or more: {review.cycle}"
    for name in ("statements", "recommendations", "discrepancies"):
        yield from _duplicates(f".{name}", (thing.id for thing in getattr(review, name)), "id")
    for name in ("troika", "speaking_states", "advance_questions"):
        yield from _duplicates(f".{name}", (state.iso3 for state in getattr(review, name) or ()), "State")
    for name in ("recommendations", "statements"):
        held, actual = getattr(review.coverage, name).held, len(getattr(review, name))
        if held != actual:
            yield f".coverage.{name}.held", f"expected {actual} ({name} in the review), got {held}"
    yield from _totals_of_review(review)
    yield from _speakers_of_review(review)
    yield from _links_of_review(review)
    for position, recommendation in enumerate(review.recommendations):
        expected = f"{review.id}-{recommendation.number}"
        if not re.fullmatch(rf"{re.escape(expected)}(-[2-9])?", recommendation.id):  # -2: a number printed twice
            yield (
                f".recommendations[{position}].id",
                f"expected {expected} (review and number), got {recommendation.id}",
            )


def _links_of_review(review: Review) -> Faults:
    """The ids that points refer to exist."""
    points = {point.id for statement in review.statements for point in statement.points}
    recommendations = {id for held in review.recommendations for id in (held.id, *held.former_ids)}
    for path, part in parts(review.statements, ".statements"):
        if isinstance(part, Point):
            for field, known in (("answers", points), ("recommendations", recommendations)):
                for position, id in enumerate(getattr(part, field)):
                    if id not in known:
                        yield f"{path}.{field}[{position}]", f"{id} is not in the review"


def _speakers_of_review(review: Review) -> Faults:
    speaking = set(review.speaking_states)
    if review.speakers is not None and len(speaking) > review.speakers:
        yield ".speaking_states", f"{len(speaking)} States listed, but only {review.speakers} speakers stated"
    for path, part in parts(review, ""):
        if isinstance(part, Clause) and speaking:
            for position, state in enumerate(part.states):
                if state not in speaking:
                    yield f"{path}.states[{position}]", f"{state.name} recommends but is not among the speaking States"
        elif isinstance(part, Speaker) and part.kind in (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW):
            for state in part.states:
                if (state == review.state) != (part.kind is SpeakerKind.STATE_UNDER_REVIEW):
                    yield f"{path}.kind", f"{state.name} cannot be “{part.kind}” in the review of {review.state.name}"


def _totals_of_review(review: Review) -> Faults:
    """Held counts never exceed stated totals."""
    totals = review.totals
    if totals is None:
        return
    counts = Counter(recommendation.position for recommendation in review.recommendations)
    if totals.received is not None and len(review.recommendations) > totals.received:
        yield ".totals", f"{len(review.recommendations)} recommendations held, but only {totals.received} received"
    for value, stated in (
        (PositionValue.SUPPORTED, totals.supported),
        (PositionValue.NOTED, totals.noted),
        (PositionValue.PARTLY_SUPPORTED, totals.partly),
    ):
        if stated is not None and counts[value] > stated:
            yield ".totals", f"{counts[value]} recommendations held are {value}, but only {stated} stated"


def _recommendation(recommendation: Recommendation) -> Faults:
    if not _NUMBER.fullmatch(recommendation.number):
        yield ".number", f"expected a number like 139.124, got {recommendation.number!r}"
    if recommendation.text_sha256 is not None and not _SHA256.fullmatch(recommendation.text_sha256):
        yield ".text_sha256", "expected 64 lower-case hexadecimal digits"
    stages = [_STAGES.index(position.stage) for position in recommendation.positions]
    if stages != sorted(stages):
        yield ".positions", f"must be in chronological order: {', '.join(_STAGES)}"


def _clause(clause: Clause) -> Faults:
    if clause.actions and clause.summary is None:
        yield "", "a clause with an action needs a summary"
    yield from _summary(clause.summary)
    yield from _duplicates(".states", (state.iso3 for state in clause.states), "State")
    yield from _duplicates(".actions", clause.actions, "action")
    yield from _codes(clause)


def _position(position: Position) -> Faults:
    if position.qualifier is not None and position.value is not PositionValue.SUPPORTED:
        yield (
            ".qualifier",
            f"only a supported recommendation can be “{position.qualifier}”; this one is {position.value}",
        )


def _statement(statement: Statement) -> Faults:
    if not statement.points and statement.official_text is None:
        yield ".points", "a statement needs at least one point, or its official text"
    for position, point in enumerate(statement.points, 1):
        if point.id != f"{statement.id}-p{position}":
            yield f".points[{position - 1}].id", f"expected {statement.id}-p{position}, got {point.id}"


def _point(point: Point) -> Faults:
    yield from _summary(point.summary)
    yield from _codes(point)


def _summary(summary: str | None) -> Faults:
    if summary is not None and not 0 < len(summary) <= SUMMARY_LENGTH:
        yield ".summary", f"expected 1 to {SUMMARY_LENGTH} characters, got {len(summary)}"


def _codes(coded: Clause | Point) -> Faults:
    yield from _duplicates(".themes", (theme.id for theme in coded.themes), "theme")
    yield from _duplicates(".affected_persons", (persons.id for persons in coded.affected_persons), "affected persons")
    yield from _duplicates(".instruments", map(str, coded.instruments), "instrument")


def _speaker(speaker: Speaker) -> Faults:
    single = speaker.kind in (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW)
    if single and len(speaker.states) != 1:
        yield ".states", f"a speaker of kind “{speaker.kind}” needs one State, got {len(speaker.states)}"
    if not single and speaker.kind is not SpeakerKind.GROUP_OF_STATES and speaker.states:
        yield ".states", f"a speaker of kind “{speaker.kind}” is not a State"
    yield from _duplicates(".states", (state.iso3 for state in speaker.states), "State")


def _delegation(delegation: Delegation) -> Faults:
    yield from _duplicates(".institutions", (institution.id for institution in delegation.institutions), "id")


def _held(held: Held) -> Faults:
    if held.held < 0:
        yield ".held", f"must not be negative: {held.held}"
    if held.stated is not None and held.held > held.stated:
        yield ".held", f"{held.held} held, but only {held.stated} stated"


def _totals(totals: Totals) -> Faults:
    for name in ("received", "supported", "noted", "partly"):
        number = getattr(totals, name)
        if number is not None and number < 0:
            yield f".{name}", f"must not be negative: {number}"
    answered = [number for number in (totals.supported, totals.noted, totals.partly) if number is not None]
    if totals.received is not None and sum(answered) > totals.received:
        yield "", f"{' + '.join(map(str, answered))} answered, but only {totals.received} received"


def _discrepancy(discrepancy: Discrepancy) -> Faults:
    if len(discrepancy.accounts) < 2:
        yield ".accounts", "a discrepancy needs at least two accounts"


def _duplicates(path: str, keys: Iterable[str], kind: str) -> Faults:
    seen: set[str] = set()
    for position, key in enumerate(keys):
        if key in seen:
            yield f"{path}[{position}]", f"duplicate {kind}: {key}"
        seen.add(key)


_NEED_CITATION: dict[type[Any], str] = {
    Review: "a review",
    Recommendation: "a recommendation",
    Position: "a position",
    Statement: "a statement",
    Totals: "a set of totals",
    Note: "a note",
}
_RULES: dict[type[Any], Callable[[Any], Faults]] = {
    Review: _review,
    Recommendation: _recommendation,
    Clause: _clause,
    Position: _position,
    Statement: _statement,
    Point: _point,
    Speaker: _speaker,
    Delegation: _delegation,
    Held: _held,
    Totals: _totals,
    Discrepancy: _discrepancy,
}
