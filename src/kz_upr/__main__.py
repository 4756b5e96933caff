"""The command: ``python -m kz_upr`` or ``kz-upr``."""

import argparse
import contextlib
import io
import itertools
import os
import shutil
import sys
import textwrap
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self, TextIO

import kz_upr
from kz_upr import checking
from kz_upr.citing import cite, long_date
from kz_upr.comparing import compare_editions
from kz_upr.conversion import from_json, sources_of, to_json
from kz_upr.errors import DataFileError, InvalidDocumentError
from kz_upr.exporting import Per, to_csv, to_records, whole_file
from kz_upr.loading import editions, load_review
from kz_upr.model import (
    Act,
    Action,
    Citation,
    PositionValue,
    Recommendation,
    Review,
    Setting,
    SpeakerKind,
    Stage,
    Statement,
    TagKind,
)
from kz_upr.queries import find_recommendation, select
from kz_upr.searching import points_about, search

_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}
_LABEL = 17  # width of the labels' column


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status: 0, 1 where ``check`` found a difference, 2 for an error that was explained."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that cannot show a letter shows a mark
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (LookupError, ValueError, OSError, ImportError, DataFileError) as error:
        told = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else error
        print(f"kz-upr: {told}", file=sys.stderr)
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    # --cycle and --edition stand before or after the command. After it they have no default, which would
    # take the place of what stood before.
    which = _which(cycle=argparse.SUPPRESS, default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="kz-upr",
        description="Kazakhstan's Universal Periodic Review. Without a command: one review at a glance.",
        parents=[_which(cycle=3, default=None)],
    )
    parser.add_argument(
        "--version", action="version", version=f"kz_upr {kz_upr.__version__}, data {kz_upr.DATA_EDITION}"
    )
    parser.set_defaults(run=_show)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    show = commands.add_parser("show", parents=[which], help="one review at a glance")
    show.set_defaults(run=_show)

    recommendations = commands.add_parser(
        "recommendations", parents=[which], help="list recommendations, or one in full"
    )
    recommendations.add_argument("number", nargs="?", help="show this one in full, e.g. 139.124")
    _add_filters(recommendations)
    recommendations.set_defaults(run=_recommendations)

    statements = commands.add_parser("statements", parents=[which], help="what was said, point by point")
    statements.add_argument("words", nargs="*", help="only the points that speak of these words")
    statements.set_defaults(run=_statements)

    citing = commands.add_parser("cite", parents=[which], help="how to cite the review or something in it")
    citing.add_argument("id", nargs="?", help="number of a recommendation, or id of a statement or source")
    citing.add_argument("--style", choices=("un", "bibtex", "csl-json"), default="un")
    citing.set_defaults(run=_cite)

    export = commands.add_parser("export", parents=[which], help="write recommendations as CSV, or the review as JSON")
    export.add_argument("--format", choices=("csv", "json"), default="csv", help="csv, or json: the whole review")
    export.add_argument("--per", choices=("recommendation", "state", "clause"), help="what a row of the CSV is")
    export.add_argument("-o", "--output", help="file to write (default: standard output)")
    _add_filters(export)
    export.set_defaults(run=_export)

    disagreements = commands.add_parser("discrepancies", parents=[which], help="where sources disagree, both sides")
    disagreements.set_defaults(run=_discrepancies)

    check = commands.add_parser("check", parents=[which], help="check the data against official documents")
    check.add_argument("files", nargs="+", metavar="FILE", help="report, addendum, thematic list or Index export")
    check.set_defaults(run=_check)

    completing = commands.add_parser("complete", parents=[which], help="complete a review from its official documents")
    completing.add_argument("files", nargs="+", metavar="FILE", help="report, addendum, thematic list or Index export")
    completing.add_argument("-o", "--output", required=True, help="file to write, e.g. kaz-3.json")
    completing.set_defaults(run=_complete)

    list_editions = commands.add_parser("editions", help="the editions of the data, or what changed between two")
    list_editions.add_argument("compared", nargs="*", metavar="EDITION", help="two editions to compare")
    list_editions.set_defaults(run=_editions)
    return parser


def _which(*, cycle: int | str, default: str | None) -> argparse.ArgumentParser:
    """The options that say which review is meant, with these defaults."""
    which = argparse.ArgumentParser(add_help=False)
    which.add_argument("--cycle", type=int, default=cycle, help="1 (2010), 2 (2014), 3 (2019, the default) or 4 (2025)")
    which.add_argument("--edition", default=default, help=f"edition of the data (default {kz_upr.DATA_EDITION})")
    which.add_argument(
        "--from", dest="file", metavar="FILE", default=default, help="a review kept by `complete`, instead"
    )
    return which


def _add_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("only recommendations")
    group.add_argument("--state", help="of this State (any name or code)")
    for name, words, meaning in (
        ("--position", [value.value for value in PositionValue], "with this final answer"),
        ("--action", [action.value for action in Action], "that ask for this action"),
    ):
        group.add_argument(name, choices=words, metavar=name[2:].upper(), help=f"{meaning}: {', '.join(words)}")
    group.add_argument("--topic", help="on this topic (a code, a letter for its group, or a label)")
    group.add_argument("--sdg", help="tagged with this Sustainable Development Goal")
    group.add_argument("--text", help="with these words")


# -- show ------------------------------------------------------------------------------------------


def _show(options: argparse.Namespace) -> int:
    review = _review(options)
    out = _Page()
    cycle = _ORDINALS.get(review.cycle, f"{review.cycle}th")
    out.heading(f"Universal Periodic Review of {review.state.name}, {cycle} cycle")
    held = [long_date(review.date) if review.date else "date not known"]
    if review.session:
        held.append(f"{_ordinal(review.session)} session of the Working Group")
    if review.venue:
        held.append(review.venue)
    out.line(" · ".join(held))
    out.blank()
    _show_delegation(out, review)
    if review.troika:
        out.entry("Troika", ", ".join(state.name for state in review.troika))
    _show_recommendations(out, review)
    _show_outcome(out, review)
    if review.statements:
        out.blank()
        _show_statements(out, review)
    out.blank()
    if review.discrepancies:
        matters = _count(len(review.discrepancies), "matter")
        out.entry("Sources disagree", f"on {matters}; both sides: {_command('discrepancies', review)}")
    out.entry("Cite as", cite(review))
    read = _count(len(sources_of(review)), "source")
    edition = f"edition {review.edition} (kz_upr {kz_upr.__version__})" if review.edition else "of no edition"
    out.entry("Data", f"{edition}, from {read}")
    return 0


def _show_delegation(out: "_Page", review: Review) -> None:
    delegation = review.delegation
    if delegation is None:
        out.entry("Delegation", "not known")
        return
    if delegation.head:
        out.entry(
            "Delegation",
            f"headed by {delegation.head.name}" + (f", {delegation.head.role}" if delegation.head.role else ""),
        )
    else:
        out.entry("Delegation", "head not known")
    if delegation.members:
        size = f" ({delegation.stated_size} stated)" if delegation.stated_size else ""
        out.entry("", f"{_count(len(delegation.members), 'member')} by name{size}")
    if delegation.institutions:
        out.entry("", "; ".join(institution.name for institution in delegation.institutions))


def _show_recommendations(out: "_Page", review: Review) -> None:
    totals = review.totals
    if totals:
        known = [
            ("received", totals.received),
            ("supported", totals.supported),
            ("noted", totals.noted),
            ("partly supported", totals.partly),
        ]
        out.entry("Recommendations", ", ".join(f"{number} {name}" for name, number in known if number is not None))
    else:
        out.entry("Recommendations", "numbers not stated")
    held = review.coverage.recommendations
    out.entry("", f"Held one by one: {held}." + (f" {held.why}" if held.why else ""))


def _show_outcome(out: "_Page", review: Review) -> None:
    outcome = review.outcome
    if outcome is None:
        out.entry("Outcome", "not stated" if review.totals is None else "not known")
        return
    parts = []
    if outcome.decision:
        parts.append(f"decision {outcome.decision}")
    if outcome.date:
        parts.append(f"of {long_date(outcome.date)}" if outcome.decision else long_date(outcome.date))
    if outcome.council_session:
        meeting = f", {_ordinal(outcome.meeting)} meeting" if outcome.meeting else ""
        where = f"Human Rights Council, {_ordinal(outcome.council_session)} session{meeting}"
        parts.append(f"({where})" if parts else where)
    out.entry("Outcome", " ".join(parts) + (f", adopted {outcome.adopted}" if outcome.adopted else ""))


def _show_statements(out: "_Page", review: Review) -> None:
    """Those who spoke at the review with their main points; those at the adoption by name."""
    out.heading("What was said")
    at_review = (Setting.PRESENTATION, Setting.INTERACTIVE_DIALOGUE, Setting.CONCLUDING_REMARKS)
    for statement in review.statements:
        if statement.setting in at_review:
            person = f" ({statement.speaker.person.name})" if statement.speaker.person else ""
            out.item(f"{statement.speaker.name}{person}, {statement.setting}", _digest(statement))
    for setting, label in (
        (Setting.COUNCIL_ADOPTION, "At the adoption in the Council"),
        (Setting.OUTSIDE, "Reported outside"),
    ):
        there = [statement for statement in review.statements if statement.setting is setting]
        if there:
            names = dict.fromkeys(_speaker(statement) for statement in there)
            shown = "; ".join(names)
            if setting is Setting.OUTSIDE:
                shown = textwrap.shorten(shown, 150, placeholder=" …")
            out.item(f"{label}, {_count(len(there), 'statement')}", shown)
    out.line(f"All of it, point by point, with its places: {_command('statements', review)}")


def _command(name: str, review: Review) -> str:
    """The command that shows more of this review."""
    return f"kz-upr {name}" + ("" if review.cycle == 3 else f" --cycle {review.cycle}")


def _speaker(statement: Statement) -> str:
    kinds = (SpeakerKind.STATE, SpeakerKind.STATE_UNDER_REVIEW)
    return (
        statement.speaker.state.name
        if statement.speaker.kind in kinds and statement.speaker.state
        else statement.speaker.name
    )


def _digest(statement: Statement) -> str:
    """The first two points, of a State the first thing that it recommends; points of the same act under one head."""
    asked = [point for point in statement.points if point.act is Act.RECOMMENDS]
    of_state = statement.speaker.kind is SpeakerKind.STATE and asked
    points = asked[:1] if of_state else statement.points[:2]
    heads = itertools.groupby(points, key=lambda point: point.act)
    told = [f"{act}: {'; '.join(point.summary for point in group)}" for act, group in heads]
    rest = len(statement.points) - len(points)
    return "; ".join(told) + (f"; and {_count(rest, 'point')} more" if rest else "")


# -- lists -----------------------------------------------------------------------------------------


def _review(options: argparse.Namespace) -> Review:
    """The review that is meant: one of the package, or one that `complete` has written."""
    if options.file is None:
        return load_review(options.cycle, edition=options.edition)
    try:
        return from_json(Path(options.file).read_bytes(), Review)
    except InvalidDocumentError as error:
        raise ValueError(f"{options.file} is not a review that was kept:\n{error}") from None


def _filters(options: argparse.Namespace) -> dict[str, Any]:
    names = ("state", "position", "action", "topic", "sdg", "text")
    return {name: value for name in names if (value := getattr(options, name)) is not None}


def _recommendations(options: argparse.Namespace) -> int:
    review, filters = _review(options), _filters(options)
    out = _Page()
    if options.number:
        if filters:
            raise ValueError(f"{options.number} is one recommendation: leave out --{', --'.join(filters)}")
        _one(out, find_recommendation(review, options.number))
        return 0
    chosen = select(review.recommendations, **filters)
    for recommendation in chosen:
        states = ", ".join(state.name for state in recommendation.states) or "State not known"
        asked = recommendation.summary or recommendation.official_text or "content not known"
        out.entry(recommendation.number, f"{asked} ({states}). {_answers(recommendation)}.", label_width=9)
    out.line(f"{len(chosen)} shown; held are {review.coverage.recommendations}.")
    tagged = any(tag.kind is TagKind.SDG for r in review.recommendations for tag in r.tags)
    if "sdg" in filters and not tagged:
        out.line("No official tags of the Sustainable Development Goals are held for this review.")
    return 0


def _answers(recommendation: Recommendation) -> str:
    """The final answer, after those before it where it changed."""
    steps = [p.value.value for p in recommendation.positions if p.stage is not Stage.LIST]
    history = [step for step, _ in itertools.groupby(steps)] or [recommendation.position or "position not known"]
    return ", then ".join(history).capitalize()


def _one(out: "_Page", recommendation: Recommendation) -> None:
    out.heading(recommendation.id)
    for clause in recommendation.clauses:
        out.entry("Asks", clause.summary or "not coded")
        out.entry("States", ", ".join(state.name for state in clause.states) or "not known")
    if not recommendation.clauses:
        out.entry("Asks", "content and State not known")
    for position in recommendation.positions:
        qualifier = f", {position.qualifier}" if position.qualifier else ""
        date = f", {long_date(position.date)}" if position.date else ""
        out.entry("Position", f"{position.value}{qualifier} ({position.stage}{date}); {_where(position.citations)}")
    out.entry("Topics", "; ".join(f"{topic.code} {topic.label}" for topic in recommendation.topics) or "not coded")
    out.entry("Rests on", str(recommendation.evidence or "not stated"))
    for place, citation in enumerate(recommendation.citations):
        note = f": {citation.note}" if citation.note else ""
        out.entry("" if place else "Written in", _where((citation,)) + note)
    if recommendation.official_text:
        out.entry("Official text", recommendation.official_text)


def _statements(options: argparse.Namespace) -> int:
    review = _review(options)
    out = _Page()
    words = " ".join(options.words)
    found = [hit.found for hit in search(review, words)] if words else review.statements
    shown = [thing for thing in found if isinstance(thing, Statement)]
    for statement in shown:
        date = f", {long_date(statement.date)}" if statement.date else ""
        out.heading(f"{statement.speaker.name}: {statement.setting}{date}")
        speaking = points_about(statement, words) if words else statement.points
        for point in speaking:
            out.item(str(point.act), f"{point.summary} [{_where(point.citations or statement.citations)}]")
        if rest := len(statement.points) - len(speaking):
            out.line(f"  ({_count(rest, 'point')} more on other matters)")
        out.blank()
    out.line(f"{_count(len(shown), 'statement')}.")
    why = review.coverage.statements.why
    if not review.statements and why:
        out.line(why)
    return 0


def _where(citations: Iterable[Citation]) -> str:
    """The places in short, those from which something is only inferred marked."""
    return "; ".join(
        f"{c.source.symbol or c.source.id}, {c.locator}{' (inferred)' if c.inferred else ''}" for c in citations
    )


def _discrepancies(options: argparse.Namespace) -> int:
    review = _review(options)
    out = _Page()
    for discrepancy in review.discrepancies:
        out.heading(discrepancy.subject)
        for account in discrepancy.accounts:
            out.item(account.value, _where((account.citation,)))
        out.entry("Taken", discrepancy.taken or "nothing: left open", label_width=7)
        out.entry("Why", discrepancy.why, label_width=7)
        out.blank()
    out.line(f"{_count(len(review.discrepancies), 'matter')} on which sources disagree.")
    return 0


def _cite(options: argparse.Namespace) -> int:
    review = _review(options)
    named: dict[str, Any] = {source.id: source for source in sources_of(review)}
    named |= {statement.id: statement for statement in review.statements}
    thing = named.get(options.id) or (find_recommendation(review, options.id) if options.id else review)
    print(cite(thing, options.style))
    return 0


def _export(options: argparse.Namespace) -> int:
    review, filters = _review(options), _filters(options)
    ending = Path(options.output or "").suffix.casefold()
    if ending and ending != f".{options.format}":
        raise ValueError(f"{options.output}: what is written is {options.format.upper()}, not {ending}")
    if options.format == "json":
        if filters or options.per:
            raise ValueError("JSON is the whole review: choose recommendations with --format csv")
        written = "the review"
        with _output(options.output) as file:
            file.write(to_json(review))
    else:
        chosen = select(review.recommendations, **filters)
        per: Per = options.per or "recommendation"
        written = _count(len(to_records(chosen, per=per)), "row") if options.output else ""
        with _output(options.output) as file:
            to_csv(chosen, file, per=per)
    if options.output:
        print(f"{written} written to {options.output}", file=sys.stderr)
    return 0


@contextlib.contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    """The file at the path, or standard output; data is UTF-8 there too, whatever a terminal's alphabet is."""
    if path is not None:
        with whole_file(path) as file:
            yield file
    elif not hasattr(sys.stdout, "buffer"):
        yield sys.stdout
    else:
        text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
        try:
            yield text
        finally:
            text.detach()


def _check(options: argparse.Namespace) -> int:
    review = _review(options)
    report = checking.check(review, *_read_all(options.files, review))
    print(report)
    return 0 if report else 1


def _complete(options: argparse.Namespace) -> int:
    review = _review(options)
    completed = checking.complete(review, *_read_all(options.files, review))
    with whole_file(options.output) as file:
        file.write(to_json(completed))
    out = _Page()
    out.line(f"{completed.id}: {completed.coverage.recommendations} recommendations, written to {options.output}")
    for warning in completed.warnings:
        out.item("Note", warning)
    return 0


def _read_all(files: Sequence[str], review: Review) -> Iterator[checking.Document]:
    """Each file read, with a bar at a terminal when that takes longer than a second."""
    with _Progress(files) as progress:
        for file in files:
            progress.begin(file)
            yield checking.read_for(review, file)


def _editions(options: argparse.Namespace) -> int:
    out = _Page()
    if options.compared:
        if len(options.compared) != 2:
            raise ValueError("two editions are compared, like: kz-upr editions 2025.4 2026.11")
        print(compare_editions(*options.compared))
        return 0
    for edition in editions():
        standing = f"released {long_date(edition.released)}" if edition.released else "in preparation"
        mark = ", the one loaded by default" if edition.id == kz_upr.DATA_EDITION else ""
        out.entry(
            edition.id, f"{edition.summary} Reviews: {', '.join(edition.reviews)}; {standing}{mark}.", label_width=9
        )
    return 0


# -- the page --------------------------------------------------------------------------------------


class _Progress:
    """A bar on standard error that appears after a second, at a terminal alone."""

    _AFTER, _EVERY, _WIDTH = 1.0, 0.2, 30

    def __init__(self, files: Sequence[str]) -> None:
        self._sizes = {file: Path(file).stat().st_size if Path(file).exists() else 0 for file in files}
        self._done, self._now = 0, ""
        self._over = threading.Event()
        self._shown = False

    def begin(self, file: str) -> None:
        self._done += self._sizes.get(self._now, 0)
        self._now = file

    def __enter__(self) -> Self:
        self._drawing = threading.Thread(target=self._draw, daemon=True)
        if sys.stderr.isatty():
            self._drawing.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._drawing.ident is not None:
            self._drawing.join()
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def _draw(self) -> None:
        started = time.monotonic()
        total = sum(self._sizes.values()) or 1
        wait = self._AFTER
        while not self._over.wait(wait):
            wait, self._shown = self._EVERY, True
            seconds = time.monotonic() - started
            filled = int(self._WIDTH * self._done / total)
            bar = ["#"] * filled + ["."] * (self._WIDTH - filled)
            if filled < self._WIDTH:  # a mark that moves through the file being read
                bar[filled + int(seconds / self._EVERY) % (self._WIDTH - filled)] = ">"
            line = f"\r\033[K[{''.join(bar)}] {Path(self._now).name}, {seconds:.0f} s"
            print(line, end="", file=sys.stderr, flush=True)


class _Page:
    """Lines of at most 80 columns; headings in bold at a terminal, plain text anywhere else."""

    def __init__(self) -> None:
        at_terminal = sys.stdout.isatty()
        self._width = min(80, shutil.get_terminal_size().columns)  # 80 where nothing says otherwise
        plain = not at_terminal or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        self._bold = ("", "") if plain else ("\033[1m", "\033[0m")

    def heading(self, text: str) -> None:
        for line in textwrap.wrap(text, self._width):
            print(f"{self._bold[0]}{line}{self._bold[1]}")

    def line(self, text: str) -> None:
        self._print(_wrapped(text, self._width))

    def blank(self) -> None:
        print()

    def entry(self, label: str, text: str, *, label_width: int = _LABEL) -> None:
        """A label in the left column, the text beside it."""
        self._print(_wrapped(text, self._width, f"{label:<{label_width}}", " " * label_width))

    def item(self, label: str, text: str) -> None:
        self._print(_wrapped(f"{label}: {text}", self._width, "- ", "  "))

    def _print(self, lines: Iterable[str]) -> None:
        for line in lines:
            print(line.rstrip())


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> Iterator[str]:
    yield from textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


if __name__ == "__main__":
    sys.exit(main())
