"""The package's data beside the official documents: completed from them, or checked against them."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs
from attrs import evolve, frozen

from kz_upr.citing import cite
from kz_upr.conversion import sources_of
from kz_upr.documents.readings import AddendumReading, ListReading
from kz_upr.documents.recognizing import read
from kz_upr.errors import InvalidDocumentError, OtherReviewError, expect
from kz_upr.model import (
    Account,
    Clause,
    Delegation,
    Discrepancy,
    Evidence,
    Position,
    PositionValue,
    Recommendation,
    Review,
    Source,
    SourceKind,
    Stage,
)
from kz_upr.model.recommendations import NO_ANSWER
from kz_upr.model.rules import faults_of
from kz_upr.parsing import fingerprint, number_key

#: What :func:`complete` and :func:`check` take: a file, or what a reader of :mod:`kz_upr.documents` returned.
Document: TypeAlias = str | os.PathLike[str] | Review | ListReading | AddendumReading

_STAGES = list(Stage)


# -- which documents, and of what -------------------------------------------------------------------


def _readings(review: Review, documents: Iterable[Document]) -> list[Review | ListReading | AddendumReading]:
    """Every document read, of this review, in the order in which they complete each other."""
    expect(review, Review)
    readings = []
    for document in documents:
        reading = read_for(review, document) if isinstance(document, (str, os.PathLike)) else document
        if not isinstance(reading, (Review, ListReading, AddendumReading)):
            raise TypeError(f"expected a file or a reading of one, found a {type(reading).__name__}")
        _refuse_other(review, reading)
        readings.append(_of_this_review(review, reading) if isinstance(reading, ListReading) else reading)
    return sorted(readings, key=lambda reading: (Review, AddendumReading, ListReading).index(type(reading)))


def read_for(review: Review, path: str | os.PathLike[str]) -> Review | ListReading | AddendumReading:
    """The reading of a file, of an export those recommendations alone that are in the review's report."""
    return read(path, symbol=_report_symbol(review))


def _report_symbol(review: Review) -> str | None:
    return next((s.symbol for s in review.documents if s.kind is SourceKind.WORKING_GROUP_REPORT), None)


def _refuse_other(review: Review, reading: Review | ListReading | AddendumReading) -> None:
    named = _name(reading)
    if reading.state is not None and reading.state != review.state:
        raise OtherReviewError(f"{named} is of {reading.state.name}, not of {review.state.name}")
    if reading.cycle is not None and reading.cycle != review.cycle:
        ours = f"load_review({reading.cycle})"
        raise OtherReviewError(f"{named} is of cycle {reading.cycle}, not of cycle {review.cycle}: it goes with {ours}")


def _of_this_review(review: Review, listed: ListReading) -> ListReading:
    """Of a list or export that does not say whose it is, or holds several reviews, what is of this one."""
    if (listed.state, listed.cycle) == (review.state, review.cycle):
        return listed
    if listed.symbol is not None and listed.symbol == _report_symbol(review):
        return listed
    own = tuple(recommendation for recommendation in listed if recommendation.id.startswith(f"{review.id}-"))
    if not own:
        raise OtherReviewError(f"{_name(listed)} does not say of which review it is, and has nothing of {review.id}")
    return listed.with_content(own, source=listed.source)


def _name(reading: Review | ListReading | AddendumReading) -> str:
    source = _own_source(reading)
    return source.symbol or source.title


def _own_source(reading: Review | ListReading | AddendumReading) -> Source:
    if isinstance(reading, Review):
        reports = [s for s in reading.documents if s.kind is SourceKind.WORKING_GROUP_REPORT]
        return (reports or list(reading.documents) or [citation.source for citation in reading.citations])[0]
    return reading.source


# -- complete --------------------------------------------------------------------------------------


def complete(review: Review, *documents: Document) -> Review:
    """The review with what its official documents add.

    ``documents`` are files (Working Group report and addendum as PDF, OHCHR's thematic list as .docx, an export of
    the Universal Human Rights Index as .json or .xlsx) or what the readers of :mod:`kz_upr.documents` returned, in
    any order; give all that you have in one call, since a report's wording goes before a list's. Joined are the
    official wording, recommendations that were missing, positions stage by stage, official tags, troika, speakers,
    advance questions and members of the delegation, each with its citation. What the package had coded stays; where
    a document says otherwise, ``warnings`` of the result say so, also where ``text_sha256`` shows that the wording is
    not the one that was coded. A list that says otherwise than the last step of the review, and totals that the
    documents do not bear out, become ``discrepancies``.

    Raises :class:`~kz_upr.errors.OtherReviewError` (a ValueError) for a document of another State or cycle,
    :class:`~kz_upr.documents.DocumentError` for a file that is not such a document, and
    :class:`~kz_upr.errors.InvalidDocumentError` where the documents do not make one review, all faults at once.

    >>> import kz_upr
    >>> review = kz_upr.complete(kz_upr.load_review(2), "A-HRC-28-10.pdf")  # doctest: +SKIP
    >>> review.recommendations[0].official_text.startswith("Adopt")  # doctest: +SKIP
    True
    """
    if not documents:
        return review
    readings = _readings(review, documents)
    review, readings = _with_common_sources(review, readings)
    for reading in readings:
        if isinstance(reading, Review):
            review = _join_report(review, reading)
        elif isinstance(reading, AddendumReading):
            review = _join_addendum(review, reading)
        else:
            review = _join_list(review, reading)
    review = _with_disagreements(_counted(_labelled(review, readings)))
    faults = faults_of(review)
    if faults:
        raise InvalidDocumentError(faults)
    return review


def _labelled(review: Review, readings: Iterable[Review | ListReading | AddendumReading]) -> Review:
    """The edition says what it was completed with."""
    if review.edition is None:
        return review
    edition, _, before = review.edition.partition(" with ")
    names = dict.fromkeys([*filter(None, before.split(", ")), *map(_name, readings)])
    return evolve(review, edition=f"{edition} with {', '.join(names)}")


def _with_common_sources(review: Review, readings: list[Any]) -> tuple[Review, list[Any]]:
    """One Source object for each document, whoever brought it, with what each side knows of it."""
    brought = [*sources_of(review), *(source for reading in readings for source in _sources_read(reading))]
    ids: dict[str, str] = {}  # of a document with a symbol: the first id it came with
    whole: dict[str, Source] = {}

    def id_of(source: Source) -> str:
        return ids.setdefault(source.symbol, source.id) if source.symbol else source.id

    for source in brought:
        id = id_of(source)
        whole[id] = _filled(whole[id], source) if id in whole else source
    changed = {source: whole[id_of(source)] for source in brought if source != whole[id_of(source)]}
    if not changed:
        return review, readings
    return _replaced(review, changed), [_replaced_reading(reading, changed) for reading in readings]


def _sources_read(reading: Review | ListReading | AddendumReading) -> Iterator[Source]:
    if isinstance(reading, Review):
        yield from sources_of(reading)
    else:
        yield reading.source
        yield from sources_of(tuple(reading if isinstance(reading, ListReading) else reading.values()))


def _filled(ours: Source, theirs: Source) -> Source:
    missing = {
        field.name: getattr(theirs, field.name)
        for field in attrs.fields(Source)
        if getattr(ours, field.name) is None and getattr(theirs, field.name) is not None
    }
    return evolve(ours, **missing) if missing else ours


def _replaced(thing: Any, sources: Mapping[Source, Source]) -> Any:
    if isinstance(thing, Source):
        return sources.get(thing, thing)
    if isinstance(thing, tuple):
        return tuple(_replaced(item, sources) for item in thing)
    if not attrs.has(type(thing)):
        return thing
    changes = {}
    for field in attrs.fields(type(thing)):
        before = getattr(thing, field.name)
        after = _replaced(before, sources)
        if after is not before and after != before:
            changes[field.name] = after
    return evolve(thing, **changes) if changes else thing


def _replaced_reading(reading: Any, sources: Mapping[Source, Source]) -> Any:
    if isinstance(reading, Review):
        return _replaced(reading, sources)
    source = _replaced(reading.source, sources)
    if isinstance(reading, ListReading):
        return reading.with_content(_replaced(tuple(reading), sources), source=source)
    positions = {number: _replaced(position, sources) for number, position in reading.items()}
    return reading.with_content(positions, source=source)


def _join_report(review: Review, report: Review) -> Review:
    warnings = [
        *report.warnings,
        *(
            f"{finding.aspect}: {finding.ours} here, {finding.theirs} in {finding.document}"
            for finding in _header_findings(review, report)
            if not finding.agrees and finding.aspect != "totals"
        ),
    ]
    read = _by_number(report.recommendations)
    joined: dict[str, Recommendation] = {}
    for ours in review.recommendations:
        number = _number_in(ours, read)
        if number is None:
            warnings.append(
                f"{ours.id} is not in {_name(report)} and is left out: "
                f"{ours.summary or 'content not known'} ({cite(ours)})"
            )
            continue
        joined[number] = _join(_renumbered(ours, number, _name(report), warnings), read[number], warnings)
    recommendations = tuple(
        joined.get(number) or evolve(recommendation, id=f"{review.id}-{number}")
        for number, recommendation in read.items()
    )
    speaking = review.speaking_states or report.speaking_states
    silent = {state for r in recommendations for state in r.states} - set(speaking)
    if speaking and silent:
        warnings.append(
            "the list of speaking States is left out, since it lacks recommending States: "
            + ", ".join(sorted(state.name for state in silent))
        )
        speaking = ()
    return evolve(
        review,
        **_missing(review, report, _HEADER),
        speaking_states=speaking,
        delegation=_join_delegation(review.delegation, report.delegation),
        documents=_union(review.documents, report.documents),
        recommendations=recommendations,
        citations=_union(review.citations, report.citations),
        warnings=_union(review.warnings, tuple(warnings)),
    )


_HEADER = (
    "session",
    "session_start",
    "session_end",
    "date",
    "meeting",
    "venue",
    "adopted",
    "adopted_meeting",
    "troika",
    "speakers",
    "advance_questions",
    "totals",
)


def _missing(ours: Any, theirs: Any, names: Iterable[str]) -> dict[str, Any]:
    """What of ``names`` we do not know and they do."""
    return {
        name: getattr(theirs, name) for name in names if getattr(ours, name) in (None, ()) and getattr(theirs, name)
    }


def _union(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*ours, *theirs)))


def _join_delegation(ours: Delegation | None, theirs: Delegation | None) -> Delegation | None:
    if ours is None or theirs is None:
        return ours or theirs
    added = _missing(ours, theirs, ("head", "members", "institutions", "stated_size"))
    return evolve(ours, **added, citations=_union(ours.citations, theirs.citations)) if added else ours


def _by_number(recommendations: Iterable[Recommendation]) -> dict[str, Recommendation]:
    """By number; of a number that stands twice, which the reader warns of, the first."""
    found: dict[str, Recommendation] = {}
    for recommendation in recommendations:
        found.setdefault(recommendation.number, recommendation)
    return found


def _renumbered(ours: Recommendation, number: str, document: str, warnings: list[str]) -> Recommendation:
    if number == ours.number:
        return ours
    warnings.append(f"{ours.id} stands in {document} as {number}")
    id = f"{ours.id.removesuffix(ours.number)}{number}"
    return evolve(ours, number=number, id=id, former_ids=(*ours.former_ids, ours.id))


def _number_in(ours: Recommendation, read: Mapping[str, Recommendation]) -> str | None:
    """The number under which the report has a recommendation of ours; None where it has none.

    A number that others printed with a wrong paragraph is found by its second part and its States.
    """
    if ours.number in read:
        return ours.number
    second = ours.number.partition(".")[2]
    alike = [
        n
        for n, r in read.items()
        if n.partition(".")[2] == second and ours.states and set(ours.states) <= set(r.states)
    ]
    return alike[0] if len(alike) == 1 else None


def _join(ours: Recommendation, theirs: Recommendation, warnings: list[str]) -> Recommendation:
    """Our recommendation with the wording, positions, tags and citations of a reading of it."""
    text = ours.official_text or theirs.official_text
    found = fingerprint(text) if text else None
    if ours.text_sha256 and found and found != ours.text_sha256 and not ours.official_text:
        warnings.append(
            f"{ours.id}: the wording in {_where(theirs)} is not the one that was coded (text_sha256 differs)"
        )
    return evolve(
        ours,
        official_text=text,
        text_sha256=ours.text_sha256 or found,
        evidence=Evidence.OFFICIAL_TEXT if text else ours.evidence,
        clauses=_join_clauses(ours, theirs, warnings),
        positions=_join_positions(ours, theirs.positions, warnings),
        topics=ours.topics or theirs.topics,
        tags=_union(ours.tags, theirs.tags),
        citations=_union(ours.citations, theirs.citations),
    )


def _where(recommendation: Recommendation) -> str:
    return cite(recommendation) or "the document"


def _join_clauses(ours: Recommendation, theirs: Recommendation, warnings: list[str]) -> tuple[Clause, ...]:
    if not ours.clauses or not theirs.clauses:
        return ours.clauses or theirs.clauses
    if len(ours.clauses) != len(theirs.clauses):
        warnings.append(f"{ours.id}: coded as {len(ours.clauses)} demands, {_where(theirs)} has {len(theirs.clauses)}")
        if ours.states:
            return ours.clauses
        return (evolve(ours.clauses[0], states=theirs.states), *ours.clauses[1:])
    joined = []
    for coded, printed in zip(ours.clauses, theirs.clauses, strict=True):
        if coded.states and printed.states and set(coded.states) != set(printed.states):
            warnings.append(f"{ours.id}: coded as of {_codes(coded)}, {_where(theirs)} has {_codes(printed)}")
        joined.append(
            evolve(
                coded,
                states=coded.states or printed.states,
                official_text=coded.official_text or printed.official_text,
            )
        )
    return tuple(joined)


def _codes(clause: Clause) -> str:
    return ", ".join(state.iso3 for state in clause.states)


def _join_positions(ours: Recommendation, positions: Iterable[Position], warnings: list[str]) -> tuple[Position, ...]:
    """The history with the steps that it lacked; of a step that both have, ours, with both citations."""
    steps: dict[tuple[Stage, PositionValue], Position] = {}
    for position in ours.positions:
        before = steps.get((position.stage, position.value), position)
        citations = _union(before.citations, position.citations)
        steps[position.stage, position.value] = evolve(before, citations=citations)
    stages = {position.stage: position for position in ours.positions}
    for position in positions:
        same = steps.get((position.stage, position.value))
        if same is not None:
            joined = evolve(
                same,
                qualifier=same.qualifier or position.qualifier,
                date=same.date or position.date,
                citations=_union(same.citations, position.citations),
            )
            steps[position.stage, position.value] = joined
        elif position.stage in stages and position.stage is not Stage.LIST:
            held = stages[position.stage]
            warnings.append(
                f"{ours.id}: {held.value} at the stage {held.stage} ({cite(held)}), "
                f"but {position.value} in {cite(position)}"
            )
        else:
            steps[position.stage, position.value] = position
    return tuple(sorted(steps.values(), key=lambda position: _STAGES.index(position.stage)))


def _join_addendum(review: Review, addendum: AddendumReading) -> Review:
    answered, unresolved = _answered(review, addendum)
    warnings = [*addendum.warnings, *unresolved.values()]
    recommendations = tuple(
        evolve(ours, positions=_join_positions(ours, (answered[ours.number],), warnings))
        if ours.number in answered
        else ours
        for ours in review.recommendations
    )
    return evolve(
        review,
        recommendations=recommendations,
        documents=_union(review.documents, (addendum.source,)),
        warnings=_union(review.warnings, tuple(warnings)),
    )


def _answered(review: Review, addendum: AddendumReading) -> tuple[dict[str, Position], dict[str, str]]:
    """The answers by the review's own numbers, and those that fit none or several, each with the reason."""
    numbers = [recommendation.number for recommendation in review.recommendations]
    answered: dict[str, Position] = {}
    unresolved: dict[str, str] = {}
    for printed, position in addendum.items():
        meant = [n for n in numbers if n == printed or ("." not in printed and n.endswith(f".{printed}"))]
        if len(meant) == 1:
            answered[meant[0]] = position
        else:
            several = f"could be any of {', '.join(meant)}" if meant else "is not a recommendation that is held"
            unresolved[printed] = f"{_name(addendum)} answers {printed}, which {several}"
    return answered, unresolved


def _join_list(review: Review, listed: ListReading) -> Review:
    warnings = list(listed.warnings)
    read = _by_number(listed)
    recommendations = []
    for ours in review.recommendations:
        number = _number_in(ours, read)
        if number is None:
            recommendations.append(ours)
            continue
        theirs = read.pop(number)
        if ours.official_text:  # the list often loses a space or a hyphen: the report's wording stands
            theirs = evolve(theirs, official_text=None, clauses=())
        recommendations.append(_join(_renumbered(ours, number, _name(listed), warnings), theirs, warnings))
    recommendations += [evolve(theirs, id=f"{review.id}-{number}") for number, theirs in read.items()]
    recommendations.sort(key=lambda r: number_key(r.number))
    return evolve(
        review,
        recommendations=tuple(recommendations),
        warnings=_union(review.warnings, tuple(warnings)),
    )


def _with_disagreements(review: Review) -> Review:
    """The review with a discrepancy wherever a list says otherwise than the last step of the review itself."""
    known = {discrepancy.id for discrepancy in review.discrepancies}
    found = [_disagreement(recommendation) for recommendation in review.recommendations]
    added = tuple(discrepancy for discrepancy in found if discrepancy is not None and discrepancy.id not in known)
    return evolve(review, discrepancies=review.discrepancies + added)


def _disagreement(recommendation: Recommendation) -> Discrepancy | None:
    standing = recommendation.final_position
    if standing is None or standing.stage is Stage.LIST or standing.value in NO_ANSWER:
        return None
    others = [p for p in recommendation.positions if p.stage is Stage.LIST and p.value is not standing.value]
    accounts = tuple(Account(value=p.value.value, citation=c) for p in (standing, *others) for c in p.citations[:1])
    if not others or len(accounts) < 2:
        return None
    return Discrepancy(
        id=f"{recommendation.id}-d-position",
        subject=f"Position on {recommendation.number}",
        accounts=accounts,
        taken=standing.value.value,
        why="The last step of the review itself counts; a list is a witness to it.",
    )


def _counted(review: Review) -> Review:
    """The review with its coverage as it is now; totals that it does not bear out become one side of a discrepancy."""
    held = review.coverage.recommendations
    number = len(review.recommendations)
    totals = review.totals
    counts = Counter(recommendation.position for recommendation in review.recommendations)
    supported, noted = counts[PositionValue.SUPPORTED], counts[PositionValue.NOTED]
    exceeded = totals is not None and any(
        stated is not None and stated < found
        for stated, found in ((totals.received, number), (totals.supported, supported), (totals.noted, noted))
    )
    if totals is not None and exceeded:
        listed = review.recommendations[-1].citations[0]
        apart = Discrepancy(
            id=f"{review.id}-d-totals",
            subject="Numbers of recommendations",
            accounts=(
                Account(
                    value=f"{totals.received} received, {totals.supported} supported, {totals.noted} noted",
                    citation=totals.citations[0],
                ),
                Account(
                    value=f"{number} listed, {supported} supported, {noted} noted",
                    citation=evolve(listed, inferred=True, note="Counted in what was joined."),
                ),
            ),
            why="The totals stated are lower than what the documents list.",
        )
        review = evolve(review, totals=None, discrepancies=(*review.discrepancies, apart))
        held = evolve(held, stated=None)
    elif held.stated is not None and number >= held.stated:
        held = evolve(held, why=None)
    coverage = evolve(review.coverage, recommendations=evolve(held, held=number))
    return evolve(review, coverage=coverage)


# -- check -----------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Finding:
    """One point on which the data and a document were compared, both values in words; None: not there."""

    #: What was compared: ``numbers``, ``States``, ``demands``, ``wording``, a position, …
    aspect: str
    #: Number of the recommendation, or id of the review.
    where: str
    #: What the data says.
    ours: str | None
    #: What the document says.
    theirs: str | None
    #: Symbol or title of the document.
    document: str

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.ours == self.theirs


@frozen(kw_only=True)
class CheckReport:
    """What was compared with the documents, and how it came out.

    ``not_held`` are the numbers that a document has and the data says it does not hold. Printing gives the whole
    report as text; it is true when something was compared and nothing differs.
    """

    #: Id of the review.
    review: str
    #: Edition of the data.
    edition: str | None
    #: Every point that was compared.
    findings: tuple[Finding, ...]
    #: Numbers that a document has and the data says it does not hold.
    not_held: tuple[str, ...] = ()
    #: What could not be compared, and why.
    warnings: tuple[str, ...] = ()

    @property
    def differences(self) -> tuple[Finding, ...]:
        """The findings on which data and document differ."""
        return tuple(finding for finding in self.findings if not finding.agrees)

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """The findings on which they agree."""
        return tuple(finding for finding in self.findings if finding.agrees)

    def __bool__(self) -> bool:
        return bool(self.findings) and not self.differences

    def __repr__(self) -> str:
        return f"<CheckReport {self.review}: {len(self.agreements)} agreements, {len(self.differences)} differences>"

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        edition = f", edition {self.edition}" if self.edition else ""
        yield f"{self.review}{edition}: {len(self.agreements)} agreements, {len(self.differences)} differences"
        compared = Counter((finding.document, finding.aspect) for finding in self.findings)
        differing = Counter((finding.document, finding.aspect) for finding in self.differences)
        for (document, aspect), count in compared.items():
            differ = differing[document, aspect]
            yield f"  {document}, {aspect}: {count} compared, {f'{differ} differ' if differ else 'all agree'}"
        if not self.findings:
            yield "  nothing could be compared"
        for finding in self.differences:
            here, there = finding.ours or "nothing", finding.theirs or "nothing"
            yield f"- {finding.where}, {finding.aspect}: here {here}; {finding.document}: {there}"
        if self.not_held:
            shown = ", ".join(self.not_held[:8]) + (", …" if len(self.not_held) > 8 else "")
            yield f"Not held, as the coverage says: {len(self.not_held)} ({shown})"
        for warning in self.warnings:
            yield f"Note: {warning}"


def check(review: Review, *documents: Document) -> CheckReport:
    """The review's data against its official documents, point by point.

    Compared are, as far as both sides have them: numbers, States, number of demands, fingerprints of the wording,
    positions at each stage, totals, speakers, troika and dates. What the review does not know is no difference; what
    its coverage says is missing is listed as not held. ``documents`` and errors as for :func:`complete`.
    """
    findings: list[Finding] = []
    not_held: list[str] = []
    warnings: list[str] = []
    for reading in _readings(review, documents):
        warnings += reading.warnings
        if isinstance(reading, Review):
            findings += _header_findings(review, reading)
            findings += _recommendation_findings(review, reading.recommendations, _name(reading), not_held, whole=True)
        elif isinstance(reading, AddendumReading):
            findings += _addendum_findings(review, reading, warnings)
        else:
            findings += _recommendation_findings(review, reading, _name(reading), not_held, whole=False)
    return CheckReport(
        review=review.id,
        edition=review.edition,
        findings=tuple(findings),
        not_held=tuple(dict.fromkeys(not_held)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _header_findings(review: Review, report: Review) -> Iterator[Finding]:
    document = _name(report)

    def names(states: Iterable[Any] | None) -> str | None:
        return ", ".join(sorted(state.iso3 for state in states)) or None if states is not None else None

    def text(value: object) -> str | None:
        return None if value is None else str(value)

    shown: dict[str, Callable[[Review], str | None]] = {
        "session": lambda r: text(r.session),
        "date": lambda r: text(r.date),
        "meeting": lambda r: text(r.meeting),
        "adopted": lambda r: text(r.adopted),
        "troika": lambda r: names(r.troika),
        "speakers": lambda r: text(r.speakers),
        "speaking States": lambda r: names(r.speaking_states),
        "advance questions": lambda r: names(r.advance_questions),
    }
    for aspect, of in shown.items():
        ours, theirs = of(review), of(report)
        if ours is not None and theirs is not None:
            yield Finding(aspect=aspect, where=review.id, ours=ours, theirs=theirs, document=document)
    if review.totals is not None and review.totals.received is not None:
        received = str(review.totals.received)
        count = str(len(report.recommendations))
        yield Finding(aspect="totals", where=review.id, ours=received, theirs=count, document=document)


def _recommendation_findings(
    review: Review, read: Iterable[Recommendation], document: str, not_held: list[str], *, whole: bool
) -> Iterator[Finding]:
    """``whole`` says that the document lists every recommendation of the review."""
    held = {recommendation.number: recommendation for recommendation in review.recommendations}
    stated = review.coverage.recommendations.stated
    incomplete = stated is None or len(held) < stated
    seen = set()
    for theirs in read:
        seen.add(theirs.number)
        ours = held.get(theirs.number)
        if ours is None and incomplete:
            not_held.append(theirs.number)
            continue
        present = None if ours is None else theirs.number
        yield Finding(aspect="numbers", where=theirs.number, ours=present, theirs=theirs.number, document=document)
        if ours is not None:
            yield from _pair_findings(ours, theirs, document)
    for number in held if whole else ():
        if number not in seen:
            yield Finding(aspect="numbers", where=number, ours=number, theirs=None, document=document)


def _pair_findings(ours: Recommendation, theirs: Recommendation, document: str) -> Iterator[Finding]:
    def finding(aspect: str, here: str, there: str) -> Finding:
        return Finding(aspect=aspect, where=ours.number, ours=here, theirs=there, document=document)

    if ours.states and theirs.states:
        here, there = (" ".join(sorted(state.iso3 for state in r.states)) for r in (ours, theirs))
        yield finding("States", here, there)
    if ours.clauses and theirs.clauses:
        yield finding("demands", str(len(ours.clauses)), str(len(theirs.clauses)))
    if ours.text_sha256 and theirs.text_sha256 and not any(p.stage is Stage.LIST for p in theirs.positions):
        yield finding("wording", ours.text_sha256[:12], theirs.text_sha256[:12])
    stages = {position.stage: position for position in ours.positions}
    for position in theirs.positions:
        step = ours.final_position if position.stage is Stage.LIST else stages.get(position.stage)
        if step is not None:
            yield finding(f"position ({position.stage})", step.value.value, position.value.value)


def _addendum_findings(review: Review, addendum: AddendumReading, warnings: list[str]) -> Iterator[Finding]:
    answered, unresolved = _answered(review, addendum)
    warnings += unresolved.values()
    for recommendation in review.recommendations:
        position = answered.get(recommendation.number)
        if position is None:
            continue
        ours = next((p for p in recommendation.positions if p.stage is Stage.ADDENDUM), recommendation.final_position)
        if ours is not None:
            yield Finding(
                aspect="position (addendum)",
                where=recommendation.number,
                ours=ours.value.value,
                theirs=position.value.value,
                document=_name(addendum),
            )
