"""A user's program. It only has to type-check, with mypy --strict and pyright."""

import datetime
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_type

import kz_upr
from kz_upr import (
    Action,
    AffectedPersons,
    Citation,
    Clause,
    Contribution,
    Delegate,
    Event,
    Evidence,
    Hit,
    Instrument,
    InstrumentKind,
    Manner,
    NamedInstrument,
    Note,
    Outcome,
    ParsedClause,
    Point,
    Position,
    PositionValue,
    Recommendation,
    RegionalGroup,
    Review,
    Source,
    SpeakerKind,
    State,
    Statement,
    Theme,
    Totals,
    WarningKind,
)
from kz_upr.checking.report import CheckReport, Finding
from kz_upr.comparing.differences import EditionDiff
from kz_upr.documents import DocumentError, ReportReading

version: str = kz_upr.__version__
current: str = kz_upr.DATA_EDITION

# -- loading

review = kz_upr.load_review()
assert_type(review, Review)
assert_type(kz_upr.load_review(2, edition="2026.11"), Review)
assert_type(kz_upr.load_reviews(), tuple[Review, ...])
for edition in kz_upr.editions():
    assert_type(edition.released, datetime.date | None)
    assert_type(edition.reviews, tuple[str, ...])

# -- what a review holds; what may be unknown has to be asked for

assert_type(review.date, datetime.date | None)
assert_type(review.session, int | None)
assert_type(review.troika, tuple[State, ...] | None)
assert_type(review.totals, Totals | None)
assert_type(review.outcome, Outcome | None)
assert_type(review.documents, tuple[Source, ...])
assert_type(review.coverage.recommendations.held, int)
assert_type(review.coverage.recommendations.stated, int | None)
if review.delegation is not None and review.delegation.head is not None:
    assert_type(review.delegation.head, Delegate)
    assert_type(review.delegation.head.role, str | None)
    names: list[str] = [institution.name for institution in review.delegation.institutions]
if review.totals is not None and review.totals.received and review.totals.supported:
    share: float = review.totals.supported / review.totals.received
for statement in review.statements:
    assert_type(statement, Statement)
    assert_type(statement.speaker.kind, SpeakerKind)
    assert_type(statement.speaker.states, tuple[State, ...])
    assert_type(statement.official_text, str | None)
    for point in statement.points:
        assert_type(point, Point)
        assert_type(point.summary, str)
        assert_type(point.themes, tuple[Theme, ...])
        assert_type(point.affected_persons, tuple[AffectedPersons, ...])
        assert_type(point.instruments, tuple[NamedInstrument, ...])
        assert_type(point.recommendations, tuple[str, ...])
        assert_type(point.answers, tuple[str, ...])
for note in review.notes:
    assert_type(note, Note)
    assert_type(note.text, str)
for discrepancy in review.discrepancies:
    assert_type(discrepancy.question, str)
    for account in discrepancy.accounts:
        assert_type(account.citation.source.symbol, str | None)

# -- one recommendation

recommendation = kz_upr.find_recommendation(review, "139.124")
assert_type(recommendation, Recommendation)
assert_type(recommendation.states, tuple[State, ...])
assert_type(recommendation.states[0].iso3, str)
assert_type(recommendation.states[0].group, RegionalGroup | None)
assert_type(recommendation.position, PositionValue | None)
assert_type(recommendation.final_position, Position | None)
assert_type(recommendation.summary, str | None)
assert_type(recommendation.evidence, Evidence | None)
for clause in recommendation.clauses:
    assert_type(clause, Clause)
    assert_type(clause.actions, tuple[Action, ...])
    assert_type(clause.summary, str | None)
    for named in clause.instruments:
        assert_type(named.instrument, Instrument)
        assert_type(named.instrument.kind, InstrumentKind)
        assert_type(named.manner, Manner)
assert_type(recommendation.actions, tuple[Action, ...])
assert_type(recommendation.themes, tuple[Theme, ...])
assert_type(recommendation.affected_persons, tuple[AffectedPersons, ...])
assert_type(recommendation.instruments, tuple[NamedInstrument, ...])

# -- questions

assert_type(kz_upr.select(review.recommendations, position="noted"), tuple[Recommendation, ...])
kz_upr.select(iter(review.recommendations), position=PositionValue.NOTED, action=Action.RATIFY, sdg=16)
kz_upr.select(review.recommendations, state="France", theme="D2", text="torture", sdg="16")
kz_upr.select(review.recommendations, state=recommendation.states[0], theme=kz_upr.list_themes()[0])
kz_upr.select(review.recommendations, persons="girls", instrument="CAT", manner="join")
kz_upr.select(review.recommendations, instrument=kz_upr.list_instruments()[0], manner=Manner.JOIN)
assert_type(kz_upr.select(review.statements, act="asks", group="African States"), tuple[Statement, ...])
assert_type(kz_upr.search(review, "lawyers", limit=5), tuple[Hit, ...])
for hit in kz_upr.related(recommendation, kz_upr.load_review(1)):
    assert_type(hit.score, float)
    if isinstance(hit.found, Recommendation):
        print(hit.found.number)
    else:
        assert_type(hit.found, Statement)
assert_type(kz_upr.search(kz_upr.load_reviews(), "lawyers"), tuple[Hit, ...])
counts: Mapping[Any, int] = kz_upr.count_by(review.recommendations, "state")
contributions = kz_upr.by_state(kz_upr.load_reviews())
assert_type(contributions["AUT"], Contribution)
assert_type(contributions[kz_upr.resolve_state("Austria")], Contribution)
assert_type(contributions.get("Austria"), Contribution | None)
assert_type(contributions.get("Nowhere", 0), Contribution | int)
assert_type(kz_upr.timeline(review), tuple[Event, ...])
assert_type(kz_upr.timeline(review, theme="death-penalty"), tuple[Event, ...])
assert_type(kz_upr.timeline(kz_upr.load_reviews())[0].date, datetime.date)
difference = kz_upr.compare_editions("2025.4", kz_upr.editions()[1])
assert_type(difference, EditionDiff)
for change in difference.changed:
    print(change.id, [field.name for field in change.fields])
assert_type(kz_upr.resolve_state("Bolivarian Republic of Venezuela"), State)
assert_type(kz_upr.resolve_theme("death penalty"), Theme)
assert_type(kz_upr.resolve_theme("death penalty").parents, tuple[str, ...])
assert_type(kz_upr.resolve_theme("death penalty").code, str | None)
assert_type(kz_upr.resolve_affected_persons("girls"), AffectedPersons)
assert_type(kz_upr.resolve_instrument("CAT"), Instrument)
assert_type(kz_upr.list_states(), tuple[State, ...])
assert_type(kz_upr.list_themes(), tuple[Theme, ...])
assert_type(kz_upr.list_affected_persons(), tuple[AffectedPersons, ...])
assert_type(kz_upr.list_instruments(), tuple[Instrument, ...])
assert_type(kz_upr.citations_of(review), tuple[tuple[str, Citation], ...])
kz_upr.validate(review)

# -- texts of recommendations

assert_type(kz_upr.expand_numbers("122.34- 35, 122.40"), tuple[str, ...])
assert_type(kz_upr.fingerprint("Paint the fences"), str)
for demand in kz_upr.parse_recommendation("Paint the fences (Peru);"):
    assert_type(demand, ParsedClause)
    assert_type(demand.states, tuple[State, ...])

# -- official documents

report = kz_upr.documents.read_report("A-HRC-43-10.pdf")
assert_type(report, ReportReading)
assert_type(report.review, Review)
assert_type(kz_upr.documents.read_addendum(Path("Add.1.pdf")).positions, Mapping[str, Position])
for listed in kz_upr.documents.read_thematic_list("list.docx").recommendations:
    assert_type(listed.official_text, str | None)
completed = kz_upr.complete(review, "A-HRC-43-10.pdf", Path("Add.1.pdf"), report)
assert_type(completed, Review)
assert_type(kz_upr.complete("A-HRC-28-15.pdf"), Review)
for warning in completed.warnings:
    assert_type(warning.kind, WarningKind)
    print(warning.code, warning.place, warning)
checked = kz_upr.check(review, report)
assert_type(checked, CheckReport)
assert_type(checked.differences, tuple[Finding, ...])

# -- citing and writing

for style in ("un", "bibtex", "csl-json"):
    assert_type(kz_upr.cite(recommendation, style), str)
assert_type(kz_upr.to_dict(review), dict[str, Any])
assert_type(kz_upr.from_dict(kz_upr.to_dict(review), Review), Review)
assert_type(kz_upr.from_json(kz_upr.to_json(recommendation), Recommendation), Recommendation)
assert_type(kz_upr.from_json(b"{}", State), State)
assert_type(kz_upr.to_records(review.recommendations, per="clause"), list[dict[str, Any]])
assert_type(kz_upr.table_columns("state"), tuple[str, ...])
assert_type(kz_upr.table_schema(), dict[str, Any])
kz_upr.to_csv(review.recommendations, Path("out.csv"), per="state")
kz_upr.to_csv(review.recommendations, io.StringIO())

# -- errors by name

try:
    kz_upr.find_recommendation(review, "1.1")
except kz_upr.UnknownRecommendationError as unknown:
    assert_type(unknown.nearest, tuple[str, ...])
except KeyError:
    pass
try:
    kz_upr.from_json("{}")
except kz_upr.InvalidDocumentError as invalid:
    assert_type(invalid.faults, tuple[tuple[str, str], ...])
except kz_upr.DataFileError as damaged:
    assert_type(damaged.name, str)
try:
    kz_upr.complete(review, "A-HRC-28-10.pdf")
except (kz_upr.OtherReviewError, DocumentError) as refused:
    print(refused)

# -- what must not type-check

recommendation.themes = ()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

review.cycle = 4  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
kz_upr.count_by(review.recommendations, "colour")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
kz_upr.cite(review, "apa")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
kz_upr.to_records((), per="country")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
State("KAZ")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
kz_upr.load_reviw()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
