"""The options and sub-commands of ``kz-upr``, and the page for each sub-command."""

import argparse
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import get_args

import kz_upr
from kz_upr import Act, Action, CitationStyle, Manner, PositionValue, RegionalGroup, Setting
from kz_upr.cli import files, glance, pages, statements
from kz_upr.tables import Per

PageFunction = Callable[[argparse.Namespace], int | None]

_DOCUMENT = (
    "Working Group report or addendum (PDF), OHCHR thematic list (.docx), "
    "or export of the Universal Human Rights Index (.json, .xlsx)"
)


def make_parser() -> argparse.ArgumentParser:
    """The parser; ``page`` of the options that it returns is the function that shows what was asked for."""
    parser = argparse.ArgumentParser(
        prog="kz-upr",
        description="Kazakhstan's Universal Periodic Review before the UN Human Rights Council. "
        "Without a command, show one review at a glance.",
        epilog="Exit status: 0 on success, 1 if 'check' finds a difference or nothing to compare, 2 on error.",
        parents=[_review_options(cycle=3, default=None)],
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
    review = _review_options(cycle=argparse.SUPPRESS, default=argparse.SUPPRESS)

    def command(
        name: str, page: PageFunction, purpose: str, *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        description = f"{purpose[0].upper()}{purpose[1:]}."
        added = commands.add_parser(name, parents=parents, help=purpose, description=description)
        added.set_defaults(page=page)
        return added

    command("show", glance.show, "show one review at a glance", review)

    listed = command("recommendations", pages.recommendations, "list recommendations, or show one in full", review)
    listed.add_argument("number", nargs="?", metavar="NUMBER", help="show this one in full, e.g. 139.124")
    _add_filters(listed, "recommendations", _OF_RECOMMENDATIONS)

    spoken = command("statements", statements.statements, "show what was said, point by point", review)
    spoken.add_argument("words", nargs="*", metavar="WORD", help="show only the points about these words")
    spoken.add_argument("--speaker", metavar="NAME", help="of this State, organization or person (or part of the name)")
    spoken.add_argument(
        "--setting", metavar="WORDS", help=f"made in this setting, or one with these words in it: {', '.join(Setting)}"
    )
    _add_filters(spoken, "points", ("group", "act", *_CODES))

    searched = command("search", pages.search, "search statements and recommendations", review)
    searched.add_argument("words", nargs="+", metavar="WORD", help="what to look for, in your own words")
    searched.add_argument("--all-reviews", action="store_true", help="search the reviews of every cycle")
    searched.add_argument("--limit", type=int, metavar="N", default=10, help="show the best N (default: 10)")
    _add_filters(searched, "statements and recommendations", ("state", "group", "position", "action", "act", *_CODES))

    cite = command("cite", pages.cite, "cite the review, or something in it", review)
    cite.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="number of a recommendation, or id of a statement, discrepancy or source (default: the review)",
    )
    cite.add_argument("--style", choices=get_args(CitationStyle), default="un", help="citation style (default: un)")

    export = command("export", files.export, "write a table as CSV, or the whole review as JSON", review)
    export.add_argument("--format", choices=("csv", "json"), default="csv", help="output format (default: csv)")
    export.add_argument(
        "--per",
        choices=get_args(Per),
        metavar="ROW",
        help=f"what each row of the CSV stands for: {', '.join(get_args(Per))} (default: recommendation); the filters "
        "select recommendations",
    )
    export.add_argument("-o", "--output", metavar="FILE", help="file to write (default: '-' for standard output)")
    _add_filters(export, "recommendations", _OF_RECOMMENDATIONS)

    command("discrepancies", pages.discrepancies, "show where sources disagree, with every account", review)

    check = command("check", files.check, "compare the data with official documents", review)
    check.add_argument("files", nargs="+", metavar="FILE", help=_DOCUMENT)

    complete = command("complete", files.complete, "complete a review from official documents", review)
    complete.add_argument("files", nargs="+", metavar="FILE", help=_DOCUMENT)
    complete.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="JSON file to write, e.g. kaz-3.json ('-' for standard output)",
    )

    editions = command("editions", pages.editions, "list the editions of the data, or compare two")
    editions.add_argument("compared", nargs="*", metavar="EDITION", help="two editions to compare, the earlier first")
    return parser


def _review_options(*, cycle: int | str, default: str | None) -> argparse.ArgumentParser:
    """The options that choose the review, with these defaults."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--cycle", type=int, metavar="N", default=cycle, help="1 (2010), 2 (2014), 3 (2019, the default) or 4 (2025)"
    )
    options.add_argument("--edition", default=default, help=f"edition of the data (default: {kz_upr.DATA_EDITION})")
    options.add_argument(
        "--from",
        dest="file",
        metavar="FILE",
        default=default,
        help="use the review in this JSON file ('-' for standard input), "
        "written by 'complete' or 'export --format json'",
    )
    return options


_FILTERS: dict[str, tuple[str, type[StrEnum] | None]] = {
    "state": ("of this State (name or code)", None),
    "group": ("of a State of this regional group", RegionalGroup),
    "position": ("with this final position", PositionValue),
    "action": ("that ask for this action", Action),
    "act": ("in which the speaker does this", Act),
    "theme": ("on this theme (label, search word, id, code, or letter of a group of codes)", None),
    "persons": ("that concern these persons (name or id)", None),
    "instrument": ("that name this treaty or other instrument (any name or id)", None),
    "manner": ("that name an instrument in this manner", Manner),
    "sdg": ("tagged with this Sustainable Development Goal", None),
    "text": ("that contain these words", None),
}
_CODES = ("theme", "persons", "instrument", "manner")
_OF_RECOMMENDATIONS = ("state", "group", "position", "action", *_CODES, "sdg", "text")


def _add_filters(parser: argparse.ArgumentParser, selected: str, names: Iterable[str]) -> None:
    filters = parser.add_argument_group("filters", f"Select the {selected} that match every filter.")
    for name in names:
        purpose, values = _FILTERS[name]
        if values is None:
            filters.add_argument(f"--{name}", help=purpose)
        else:
            allowed = [value.value for value in values]
            listed = f"{purpose}: {', '.join(allowed)}"
            filters.add_argument(f"--{name}", choices=allowed, metavar=name.upper(), help=listed)
