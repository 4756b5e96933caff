"""The rules that hold in the parts of a review, each of which may also stand alone.

A rule looks at one object and yields its faults as (path below it, what is wrong).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, TypeAlias

from kz_upr.messages import legible, shown
from kz_upr.model.people import Delegation, Speaker
from kz_upr.model.recommendations import Clause, Position, Recommendation
from kz_upr.model.review import Held, Totals
from kz_upr.model.sources import Discrepancy, Source
from kz_upr.model.statements import Point, Statement
from kz_upr.model.vocabulary import PositionValue, SpeakerKind, Stage

#: Path and message of each fault.
Faults: TypeAlias = Iterator[tuple[str, str]]

SUMMARY_LENGTH = 240
#: A number as documents print it, without zeros before its two parts.
NUMBER = r"[1-9][0-9]{0,3}\.[1-9][0-9]{0,3}"
SHA256 = r"[0-9a-f]{64}"
SOURCE_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_STAGES = list(Stage)


def duplicates(path: str, keys: Iterable[str], kind: str) -> Faults:
    """A fault for every key that occurs again."""
    seen: set[str] = set()
    for position, key in enumerate(keys):
        if key in seen:
            yield f"{path}[{position}]", f"duplicate {kind}: {legible(key)}"
        seen.add(key)


def _recommendation(recommendation: Recommendation) -> Faults:
    if not re.fullmatch(NUMBER, recommendation.number):
        yield ".number", f"expected a number like 139.124, got {shown(recommendation.number)}"
    yield from _sha256(".text_sha256", recommendation.text_sha256)
    yield from duplicates(".former_ids", recommendation.former_ids, "id")
    if recommendation.id in recommendation.former_ids:
        yield ".former_ids", f"{legible(recommendation.id)} is the id itself"
    stages = [_STAGES.index(position.stage) for position in recommendation.positions]
    if stages != sorted(stages):
        yield ".positions", f"must be in chronological order: {', '.join(_STAGES)}"
    dated = [position for position in recommendation.positions if position.date and position.stage is not Stage.LIST]
    for before, after in pairwise(dated):
        if before.date > after.date:  # type: ignore[operator]
            yield ".positions", f"{after.stage} on {after.date}, but {before.stage} on {before.date}"


def _clause(clause: Clause) -> Faults:
    if clause.actions and clause.summary is None:
        yield "", "a clause with an action needs a summary"
    yield from duplicates(".states", (state.iso3 for state in clause.states), "State")
    yield from duplicates(".actions", clause.actions, "action")
    yield from _summary_and_codes(clause)


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
            yield (
                f".points[{position - 1}].id",
                f"expected {legible(statement.id)}-p{position}, got {legible(point.id)}",
            )


def _point(point: Point) -> Faults:
    yield from _summary_and_codes(point)
    yield from duplicates(".recommendations", point.recommendations, "id")
    yield from duplicates(".answers", point.answers, "id")
    if point.id in point.answers:
        yield ".answers", "a point cannot answer itself"


def _summary_and_codes(coded: Clause | Point) -> Faults:
    if coded.summary is not None and len(coded.summary) > SUMMARY_LENGTH:
        yield ".summary", f"expected at most {SUMMARY_LENGTH} characters, got {len(coded.summary)}"
    yield from duplicates(".themes", (theme.id for theme in coded.themes), "theme")
    yield from duplicates(".affected_persons", (persons.id for persons in coded.affected_persons), "affected persons")
    yield from duplicates(".instruments", map(str, coded.instruments), "instrument")


def _speaker(speaker: Speaker) -> Faults:
    single = speaker.kind in (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW)
    if single and len(speaker.states) != 1:
        yield ".states", f"a speaker of kind “{speaker.kind}” needs one State, got {len(speaker.states)}"
    if not single and speaker.kind is not SpeakerKind.GROUP_OF_STATES and speaker.states:
        yield ".states", f"a speaker of kind “{speaker.kind}” is not a State"
    yield from duplicates(".states", (state.iso3 for state in speaker.states), "State")


def _delegation(delegation: Delegation) -> Faults:
    yield from duplicates(".institutions", (institution.id for institution in delegation.institutions), "id")
    head = delegation.head.name if delegation.head else None
    others = sum(member.name != head for member in delegation.members)  # some annexes list the head again
    if delegation.stated_size is not None and others > delegation.stated_size:
        yield ".stated_size", f"{others} members named, but only {delegation.stated_size} stated"


def _held(held: Held) -> Faults:
    if held.stated is not None and held.held > held.stated:
        yield ".held", f"{held.held} held, but only {held.stated} stated"


def _totals(totals: Totals) -> Faults:
    answered = [number for number in (totals.supported, totals.noted, totals.partly) if number is not None]
    if totals.received is not None and sum(answered) > totals.received:
        yield "", f"{' + '.join(map(str, answered))} answered, but only {totals.received} received"


def _discrepancy(discrepancy: Discrepancy) -> Faults:
    if len(discrepancy.accounts) < 2:
        yield ".accounts", "a discrepancy needs at least two accounts"


def _source(source: Source) -> Faults:
    if not re.fullmatch(SOURCE_ID, source.id):
        yield ".id", f"expected lower-case letters, digits and hyphens, got {shown(source.id)}"
    yield from _sha256(".sha256", source.sha256)


def _sha256(path: str, hash: str | None) -> Faults:
    if hash is not None and not re.fullmatch(SHA256, hash):
        yield path, f"expected 64 lower-case hexadecimal digits, got {shown(hash)}"


#: The rule of each class.
PART_RULES: dict[type[Any], Callable[[Any], Faults]] = {
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
    Source: _source,
}
