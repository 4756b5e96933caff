"""The options and sub-commands of ``kz-upr``, and the page for each sub-command."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn, get_args

import kz_upr
from kz_upr import CitationStyle, PositionValue, RegionalGroup, Setting
from kz_upr.cli import files, glance, installation, pages, statements
from kz_upr.cli.layout import standard_output, tell
from kz_upr.cli.request import FILTERS, OF_POINTS, OF_RECOMMENDATIONS
from kz_upr.exporting import Per
from kz_upr.reference import fold

PageFunction = Callable[[argparse.Namespace], int | None]

_DOCUMENT = (
    "Working Group report or addendum (PDF), OHCHR thematic list (.docx), "
    "or export of the Universal Human Rights Index (.json, .xlsx)"
)
_STRICT = "reject damaged documents instead of warning"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, without the usage, which is longer than a screen; exit status 2."""
        tell(f"{self.prog}: error: {message}; see {self.prog} --help")
        self.exit(2)

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002
        """Print help or the version on standard output; argparse says nothing where that fails."""
        with standard_output() as stream:
            stream.write(message)
            stream.flush()


def make_parser() -> argparse.ArgumentParser:
    """The parser; ``page`` of the options that it returns is the function that shows what was asked for."""
    parser = _Parser(
        prog="kz-upr",
        description="Kazakhstan's Universal Periodic Review before the UN Human Rights Council. "
        "Without a command, show one review at a glance.",
        epilog="Exit status: 0 on success; 1 if 'check' finds a difference or nothing to compare, if a document is "
        "damaged or cannot be read, or if 'verify' finds a fault; 2 on error.",
        parents=[_review_options(None)],
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"kz_upr {kz_upr.__version__}, data {kz_upr.DATA_EDITION}",
        help="show the versions of the code and the data, and exit",
    )
    parser.set_defaults(page=glance.show)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    # The options for the review may come before or after the command. After it they have no default, because the
    # default would replace a value given before it.
    review = _review_options(argparse.SUPPRESS)
    documents = _Parser(add_help=False)
    documents.add_argument("files", nargs="+", type=_file, metavar="FILE", help=_DOCUMENT)
    documents.add_argument("--strict", action="store_true", help=_STRICT)

    def command(name: str, page: PageFunction, purpose: str, *parents: _Parser) -> _Parser:
        description = f"{purpose[0].upper()}{purpose[1:]}."
        added = commands.add_parser(name, parents=parents, help=purpose, description=description)
        added.set_defaults(page=page)
        return added

    command("show", glance.show, "show one review at a glance", review)

    listed = command("recommendations", pages.recommendations, "list recommendations, or show one in full", review)
    listed.add_argument("number", nargs="?", type=_text, metavar="NUMBER", help="show this one in full, e.g. 139.124")
    _add_filters(listed, "recommendations", OF_RECOMMENDATIONS)

    spoken = command("statements", statements.statements, "show what was said, point by point", review)
    spoken.add_argument("words", nargs="*", metavar="WORD", help="show only the points about these words")
    spoken.add_argument(
        "--speaker", type=_text, metavar="NAME", help="of this State, organization or person (or part of the name)"
    )
    spoken.add_argument(
        "--setting",
        type=_text,
        metavar="WORDS",
        help=f"made in this setting, or one with these words in it: {', '.join(Setting)}",
    )
    _add_filters(spoken, "points", OF_POINTS)

    searched = command("search", pages.search, "search statements and recommendations", review)
    searched.add_argument("words", nargs="+", metavar="WORD", help="what to look for, in your own words")
    searched.add_argument("--all-reviews", action="store_true", help="search the reviews of every cycle")
    searched.add_argument("--limit", type=_count, metavar="N", default=10, help="show the best N (default: 10)")
    _add_filters(searched, "statements and recommendations", ("state", "position", "action", *OF_POINTS))

    cite = command("cite", pages.cite, "cite the review, or something in it", review)
    cite.add_argument(
        "id",
        nargs="?",
        type=_text,
        metavar="ID",
        help="number of a recommendation; id of a statement, point, discrepancy or source; or symbol of a source "
        "(default: the review)",
    )
    styles = get_args(CitationStyle)
    cite.add_argument(
        "--style", type=_one_of(styles), default="un", help=f"citation style: {', '.join(styles)} (default: un)"
    )

    export = command("export", files.export, "write a table as CSV, or the whole review as JSON", review)
    export.add_argument(
        "--format", type=_one_of(("csv", "json")), help="csv or json (default: that of the file name, or csv)"
    )
    export.add_argument("--all-reviews", action="store_true", help="export the reviews of every cycle, as CSV")
    export.add_argument(
        "--per",
        type=_one_of(get_args(Per)),
        metavar="ROW",
        help=f"what each row of the CSV stands for: {', '.join(get_args(Per))} (default: recommendation); the filters "
        "select recommendations, or points with --per point",
    )
    export.add_argument(
        "-o",
        "--output",
        type=_file,
        metavar="FILE",
        default="-",
        help="file to write (default: '-' for standard output); text that a spreadsheet would take for a formula is "
        "prefixed with an apostrophe",
    )
    _add_filters(export, "recommendations or points", (*OF_RECOMMENDATIONS, "act"))

    disputed = command("discrepancies", pages.discrepancies, "show where sources disagree, with every account", review)
    disputed.add_argument("id", nargs="?", type=_text, metavar="ID", help="show only this one, e.g. KAZ-3-d-noted")
    disputed.add_argument("--unresolved", action="store_true", help="show only those left unresolved")

    command("check", files.check, "compare the data with official documents", review, documents)

    complete = command("complete", files.complete, "complete a review from official documents", review, documents)
    complete.add_argument(
        "-o",
        "--output",
        type=_file,
        metavar="FILE",
        required=True,
        help="JSON file to write, e.g. kaz-3.json ('-' for standard output)",
    )

    many = command("read", _read, "read documents of any State into a table, one row for each demand of a State")
    many.add_argument("files", nargs="+", metavar="PATH", help=f"folder, or {_DOCUMENT}")
    many.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="file to write, ending in .parquet, .csv or .jsonl; until then, FILE.part keeps what has been read",
    )
    many.add_argument("--strict", action="store_true", help=_STRICT)
    many.add_argument(
        "--workers", type=_count, metavar="N", help="read N documents at a time (default: one for each processor)"
    )

    editions = command("editions", pages.editions, "list the editions of the data, or compare two")
    editions.add_argument("compared", nargs="*", metavar="EDITION", help="two editions to compare, the earlier first")

    command("verify", installation.verify, "check that every file of this installation is as shipped")
    return parser


def _read(options: argparse.Namespace) -> int:
    from kz_upr.cli import reading  # the readers take as long to import as the rest of the command

    return reading.read(options)


def _review_options(default: str | None) -> _Parser:
    """The options that choose the review, with this default."""
    options = _Parser(add_help=False)
    options.add_argument(
        "--cycle",
        type=_cycle,
        metavar="N",
        default=default,
        help="1 (2010), 2 (2014), 3 (2019, the default) or 4 (2025)",
    )
    options.add_argument("--edition", default=default, help=f"edition of the data (default: {kz_upr.DATA_EDITION})")
    options.add_argument(
        "--from",
        dest="file",
        type=_file,
        metavar="FILE",
        default=default,
        help="use the review in this JSON file ('-' for standard input), "
        "written by 'complete' or 'export --format json'",
    )
    return options


def _add_filters(parser: argparse.ArgumentParser, selected: str, names: Iterable[str]) -> None:
    filters = parser.add_argument_group("filters", f"Select the {selected} that match every filter.")
    for name in names:
        purpose, values = FILTERS[name]
        if values:
            filters.add_argument(f"--{name}", type=_one_of(tuple(values)), help=f"{purpose}: {', '.join(values)}")
        else:
            filters.add_argument(f"--{name}", type=_text, help=purpose)


#: Other names by which people call the values of options.
_ALSO_CALLED = {"accepted": PositionValue.SUPPORTED, "rejected": PositionValue.NOTED}
_ABBREVIATED = {
    "ag": RegionalGroup.AFRICA,
    "apg": RegionalGroup.ASIA_PACIFIC,
    "eeg": RegionalGroup.EASTERN_EUROPE,
    "grulac": RegionalGroup.LATIN_AMERICA_CARIBBEAN,
    "weog": RegionalGroup.WESTERN_EUROPE_OTHERS,
}


def _one_of(allowed: Sequence[str]) -> Callable[[str], str]:
    """A function that reads one of these values, in upper or lower case, or its abbreviation."""
    known = {value.casefold(): value for value in allowed}
    known |= {short: group for short, group in _ABBREVIATED.items() if group in allowed}

    def read(text: str) -> str:
        if (value := known.get(text.casefold())) is not None:
            return value
        called = _ALSO_CALLED.get(text.casefold(), "")
        hint = f"; the United Nations calls it {called}" if called in allowed else ""
        raise argparse.ArgumentTypeError(f"expected one of {', '.join(allowed)}; got {text!r}{hint}")

    return read


def _text(text: str) -> str:
    if not fold(text):
        raise argparse.ArgumentTypeError(f"expected a name, number or words, got {text!r}")
    return text


def _file(name: str) -> str:
    if not name:
        raise argparse.ArgumentTypeError("expected the name of a file, got ''")
    return name


def _count(text: str) -> int:
    if not _is_number(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number of at least 1, got {text!r}")
    return int(text)


def _cycle(text: str) -> int:
    cycle = {"2010": 1, "2014": 2, "2019": 3, "2025": 4}.get(text)
    if cycle:
        raise argparse.ArgumentTypeError(f"{text} is the year of cycle {cycle}; use --cycle {cycle}")
    if not _is_number(text):
        raise argparse.ArgumentTypeError(f"expected a number from 1 to 4, got {text!r}")
    return int(text)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 10  # Python does not read numbers with thousands of digits
