"""The rules that hold in a review as a whole: its parts agree with it and with each other."""

import datetime
import re
from collections import Counter

from kz_upr.messages import legible
from kz_upr.model.cycles import LAST_CYCLE, cycle_of
from kz_upr.model.part_rules import Faults, duplicates
from kz_upr.model.parts import parts
from kz_upr.model.people import Speaker
from kz_upr.model.recommendations import Clause
from kz_upr.model.review import Review
from kz_upr.model.statements import Point
from kz_upr.model.vocabulary import PositionValue, Setting, SpeakerKind

_TROIKA = 3
_AT_COUNCIL = frozenset(setting for setting in Setting if setting.startswith("Council"))


def rules_of_review(review: Review) -> Faults:
    """The faults of a review as a whole."""
    yield from _ids(review)
    yield from _session(review)
    yield from _days(review)
    yield from _coverage(review)
    yield from _totals(review)
    yield from _states(review)
    yield from _speakers(review)
    yield from _links(review)


def _ids(review: Review) -> Faults:
    expected = f"{legible(review.state.iso3)}-{review.cycle}"
    if review.id != expected:
        yield ".id", f"expected {expected} (State and cycle), got {legible(review.id)}"
    for name in ("statements", "recommendations", "discrepancies"):
        yield from duplicates(f".{name}", (thing.id for thing in getattr(review, name)), "id")
    prefix = f"{review.id}-"
    for name in ("statements", "discrepancies"):
        for position, thing in enumerate(getattr(review, name)):
            if not thing.id.startswith(prefix):
                yield f".{name}[{position}].id", _other_id(prefix, thing.id)
    yield from duplicates(".documents", (source.id for source in review.documents), "id")
    living = {recommendation.id for recommendation in review.recommendations}
    former: set[str] = set()
    for position, recommendation in enumerate(review.recommendations):
        path = f".recommendations[{position}]"
        expected = f"{prefix}{recommendation.number}"
        again = recommendation.id[len(expected) :]  # -2, if the number is printed twice
        if not recommendation.id.startswith(expected) or not re.fullmatch("|-[2-9]|-[1-9][0-9]", again):
            yield f"{path}.id", f"expected {legible(expected)} (review and number), got {legible(recommendation.id)}"
        for place, id in enumerate(recommendation.former_ids):
            if not id.startswith(prefix):
                yield f"{path}.former_ids[{place}]", _other_id(prefix, id)
            if id in living or id in former:
                whose = "the" if id in living else "a former"
                yield f"{path}.former_ids[{place}]", f"{legible(id)} is {whose} id of another recommendation"
        former.update(recommendation.former_ids)


def _other_id(prefix: str, id: str) -> str:
    return f"expected an id that begins with {legible(prefix)}, got {legible(id)}"


def _session(review: Review) -> Faults:
    """The session belongs to the cycle. Sessions after the fourth cycle may belong to any later one."""
    if review.session is None or review.session < 1:
        return
    cycle = cycle_of(review.session)
    if cycle is None and review.cycle <= LAST_CYCLE:
        yield ".session", f"cycle {review.cycle} has no session {review.session}"
    elif cycle is not None and cycle != review.cycle:
        yield ".session", f"session {review.session} belongs to cycle {cycle}, not to cycle {review.cycle}"


def _days(review: Review) -> Faults:
    """What comes later in a review has no earlier date."""
    yield from _order("session_start", review.session_start, "session_end", review.session_end)
    yield from _order("date", review.date, "adopted", review.adopted)
    if review.outcome is not None:
        first = "adopted" if review.adopted else "date"
        yield from _order(first, getattr(review, first), "outcome.date", review.outcome.date)
    for index, statement in enumerate(review.statements):
        if statement.setting in _AT_COUNCIL:
            yield from _order("date", review.date, f"statements[{index}].date", statement.date)
    for index, recommendation in enumerate(review.recommendations):
        for place, position in enumerate(recommendation.positions):
            path = f"recommendations[{index}].positions[{place}].date"
            yield from _order("date", review.date, path, position.date)


def _order(first: str, start: datetime.date | None, path: str, end: datetime.date | None) -> Faults:
    if start is not None and end is not None and end < start:
        yield f".{path}", f"{end} is before {first}, {start}"


def _coverage(review: Review) -> Faults:
    for name in ("recommendations", "statements"):
        held, actual = getattr(review.coverage, name).held, len(getattr(review, name))
        if held != actual:
            yield f".coverage.{name}.held", f"expected {actual} ({name} in the review), got {held}"
    stated, received = review.coverage.recommendations.stated, review.totals and review.totals.received
    if None not in (stated, received) and stated != received:
        fault = f"expected {received} (received according to the totals), got {stated}"
        yield ".coverage.recommendations.stated", fault


def _totals(review: Review) -> Faults:
    """Held counts never exceed stated totals."""
    totals = review.totals
    if totals is None:
        return
    counts = Counter(recommendation.position for recommendation in review.recommendations)
    if totals.received is not None and len(review.recommendations) > totals.received:
        fault = f"{len(review.recommendations)} recommendations held, but only {totals.received} received"
        yield ".totals", fault
    for value, stated in (
        (PositionValue.SUPPORTED, totals.supported),
        (PositionValue.NOTED, totals.noted),
        (PositionValue.PARTLY_SUPPORTED, totals.partly),
    ):
        if stated is not None and counts[value] > stated:
            yield ".totals", f"{counts[value]} recommendations held are {value}, but only {stated} stated"


def _states(review: Review) -> Faults:
    """Every State is listed once, and the State under review is not among those that review it."""
    for name in ("troika", "speaking_states", "advance_questions"):
        states = getattr(review, name) or ()
        yield from duplicates(f".{name}", (state.iso3 for state in states), "State")
        if review.state in states:
            fault = f"{legible(review.state.name)} is the State under review"
            yield f".{name}[{states.index(review.state)}]", fault
    if len(review.troika or ()) > _TROIKA:
        yield ".troika", f"expected at most {_TROIKA} States, got {len(review.troika or ())}"


def _speakers(review: Review) -> Faults:
    speaking = set(review.speaking_states)
    if review.speakers is not None and len(speaking) > review.speakers:
        yield ".speaking_states", f"{len(speaking)} States listed, but only {review.speakers} speakers stated"
    for path, part in parts(review, ""):
        if isinstance(part, Clause) and speaking:
            for position, state in enumerate(part.states):
                if state not in speaking:
                    yield (
                        f"{path}.states[{position}]",
                        f"{legible(state.name)} recommends but is not among the speaking States",
                    )
        elif isinstance(part, Speaker) and part.kind in (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW):
            for state in part.states:
                expected = SpeakerKind.STATE_UNDER_REVIEW if state == review.state else SpeakerKind.STATE
                if part.kind is not expected:
                    yield f"{path}.kind", f"{state.name} cannot be “{part.kind}” in the review of {review.state.name}"


def _links(review: Review) -> Faults:
    """The ids that points refer to exist."""
    points = {point.id for statement in review.statements for point in statement.points}
    recommendations = {id for held in review.recommendations for id in (held.id, *held.former_ids)}
    for path, part in parts(review.statements, ".statements"):
        if isinstance(part, Point):
            for field, known in (("answers", points), ("recommendations", recommendations)):
                for position, id in enumerate(getattr(part, field)):
                    if id not in known:
                        yield f"{path}.{field}[{position}]", f"{legible(id)} is not in the review"
