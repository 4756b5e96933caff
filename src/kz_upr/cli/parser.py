"""The options and sub-commands of ``kz-upr``, and the page for each sub-command."""

import argparse
from collections.abc import Callable

import kz_upr
from kz_upr import Action, Manner, PositionValue
from kz_upr.cli import files, glance, pages

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
    _add_filters(listed)

    statements = command("statements", pages.statements, "show what was said, point by point", review)
    statements.add_argument("words", nargs="*", metavar="WORD", help="show only the points about these words")

    cite = command("cite", pages.cite, "cite the review, or something in it", review)
    cite.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="number of a recommendation, or id of a statement or source (default: the review)",
    )
    cite.add_argument(
        "--style", choices=("un", "bibtex", "csl-json"), default="un", help="citation style (default: un)"
    )

    export = command("export", files.export, "write recommendations as CSV, or the whole review as JSON", review)
    export.add_argument("--format", choices=("csv", "json"), default="csv", help="output format (default: csv)")
    export.add_argument(
        "--per",
        choices=("recommendation", "state", "clause"),
        help="what each row of the CSV stands for (default: recommendation)",
    )
    export.add_argument("-o", "--output", metavar="FILE", help="file to write (default: '-' for standard output)")
    _add_filters(export)

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


def _add_filters(parser: argparse.ArgumentParser) -> None:
    filters = parser.add_argument_group("filters", "Select the recommendations that match every filter.")
    filters.add_argument("--state", help="made by this State (name or code)")
    filters.add_argument(
        "--position",
        choices=[value.value for value in PositionValue],
        metavar="POSITION",
        help=f"with this final position: {', '.join(PositionValue)}",
    )
    filters.add_argument(
        "--action",
        choices=[action.value for action in Action],
        metavar="ACTION",
        help=f"that ask for this action: {', '.join(Action)}",
    )
    filters.add_argument("--group", help="made by a State of this regional group")
    filters.add_argument("--theme", help="on this theme (label, search word, id, code, or letter of a group of codes)")
    filters.add_argument("--persons", help="that concern these persons (label or id)")
    filters.add_argument("--instrument", help="that name this treaty or other instrument (any name or id)")
    filters.add_argument(
        "--manner",
        choices=[manner.value for manner in Manner],
        metavar="MANNER",
        help=f"that name an instrument in this manner: {', '.join(Manner)}",
    )
    filters.add_argument("--sdg", help="tagged with this Sustainable Development Goal")
    filters.add_argument("--text", help="that contain these words")
