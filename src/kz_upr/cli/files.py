"""Commands that read documents or write files: export, check, complete."""

import argparse
import contextlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import attrs

import kz_upr
from kz_upr import Review
from kz_upr.cli.layout import STANDARD_OUTPUT, Page, printable, standard_output, tell, with_progress
from kz_upr.cli.request import (
    OF_POINTS,
    OF_RECOMMENDATIONS,
    requested_filters,
    requested_review,
    requested_reviews,
)
from kz_upr.cli.statements import points_on
from kz_upr.messages import count
from kz_upr.model import is_damaged
from kz_upr.writing import whole_file


def export(options: argparse.Namespace) -> None:
    """Write a table as CSV, or the review as JSON."""
    reviews, filters = requested_reviews(options), requested_filters(options)
    format = options.format or ("json" if Path(options.output).suffix.casefold() == ".json" else "csv")
    _refuse_output(options.output, f".{format}", options.file)
    if format == "json":
        if filters or options.per or options.all_reviews:
            raise ValueError("JSON is the whole review: filters, --per and --all-reviews need --format csv")
        (review,) = reviews
        content = review.id
        with _output(options.output) as file:
            file.write(kz_upr.to_json(review))
    else:
        per: Any = options.per or "recommendation"
        useless = [name for name in filters if name not in _FILTERS.get(per, ())]
        if useless:
            raise ValueError(f"these filters do not apply to --per {per}: leave out --{', --'.join(useless)}")
        selected = [_selected(review, filters) for review in reviews] if filters else reviews
        content = count(len(kz_upr.to_records(selected, per=per)), "row")
        with _output(options.output) as file:
            kz_upr.to_csv(selected, file, per=per, escape_formulas=True)
    if options.output not in _STANDARD_OUTPUT:
        tell(f"{content} written to {options.output}")


_FILTERS = {
    "recommendation": OF_RECOMMENDATIONS,
    "state": OF_RECOMMENDATIONS,
    "clause": OF_RECOMMENDATIONS,
    "point": ("state", "text", *OF_POINTS),
}


def _selected(review: Review, filters: dict[str, Any]) -> Review:
    """The review with only the recommendations and points that meet the filters."""
    statements = [
        attrs.evolve(statement, points=points)
        for statement in review.statements
        if (points := points_on(statement, (), filters))
    ]
    recommendations = kz_upr.select(review.recommendations, **filters)
    return attrs.evolve(review, recommendations=recommendations, statements=tuple(statements))


def check(options: argparse.Namespace) -> int:
    """Compare the data with documents; 1 if they differ, nothing could be compared or a document is damaged."""
    review = requested_review(options)
    with _hint_at_cycle(options):
        report = kz_upr.check(review, *_readings(options, review))
    Page().lines(str(report))
    return 1 if not report or is_damaged(report.warnings) else 0


def complete(options: argparse.Namespace) -> int:
    """Write the review completed from documents; 1 if a document is damaged."""
    _refuse_output(options.output, ".json", options.file, *options.files)
    review = requested_review(options)
    to_standard_output = options.output in _STANDARD_OUTPUT
    page = Page(on_standard_error=to_standard_output)
    with _hint_at_cycle(options):
        completed = kz_upr.complete(review, *_readings(options, review))
    with _output(options.output) as file:
        file.write(kz_upr.to_json(completed))
    name = STANDARD_OUTPUT if to_standard_output else printable(options.output)
    page.line(f"{completed.id} written to {name}, with {completed.coverage.recommendations} recommendations")
    for warning in completed.warnings:
        page.bullet(f"Warning: {warning}")
    return 1 if is_damaged(completed.warnings) else 0


@contextlib.contextmanager
def _hint_at_cycle(options: argparse.Namespace) -> Iterator[None]:
    """Within it, the refusal of a document of another review names the option that chooses its cycle."""
    try:
        yield
    except kz_upr.OtherReviewError as error:
        hint = "" if error.cycle is None or options.file is not None else f"; add --cycle {error.cycle}"
        raise ValueError(f"{error.reason}{hint}") from error


#: Names of standard output, which is not written as a file: that would replace a file to which the shell appends.
_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def _refuse_output(output: str, ending: str, *inputs: str | None) -> None:
    """Raise ValueError for a file that is also an input, under whatever name, and for a name with another ending."""
    for input in filter(None, inputs):
        with contextlib.suppress(OSError):  # one of them does not exist or cannot be opened
            if Path(input).samefile(output):
                raise ValueError(f"{output}: would overwrite the input {input}; write to another file")
    if Path(output).suffix.casefold() not in ("", ending):
        raise ValueError(f"expected a file name ending in {ending}, got {output}")


@contextlib.contextmanager
def _output(path: str) -> Iterator[TextIO]:
    """The file at ``path``, which appears once it is complete, or standard output, always in UTF-8."""
    if path not in _STANDARD_OUTPUT:
        with whole_file(path) as file:
            yield file
        return
    with standard_output() as stream:
        if stream.isatty():
            shown = io.StringIO(newline=None)  # every line end becomes \n
            yield shown
            Page().lines(shown.getvalue().removesuffix("\n"))
        elif not hasattr(stream, "buffer"):  # replaced, for example by a StringIO
            yield stream
        else:
            text = io.TextIOWrapper(stream.buffer, encoding="utf-8", newline="", write_through=True)
            try:
                yield text
            finally:
                text.detach()


def _readings(options: argparse.Namespace, review: Review) -> Iterator[Any]:
    """The reading of each document, one after the other; ``--strict`` rejects damaged ones."""
    from kz_upr.choosing import read_for  # importing the readers takes as long as the rest of the command

    files: list[str] = options.files
    if "-" in files:
        raise ValueError("cannot read a document from standard input: give the name of a file")
    for file in files:
        _refuse_other_files(Path(file))
    for file in with_progress(files, len(files), lambda file: Path(file).name):
        yield read_for(review, file, strict=options.strict, isolated=True)


def _refuse_other_files(path: Path) -> None:
    """Raise OSError or ValueError for a file that does not exist or that no reader can read, whatever is installed."""
    from kz_upr.documents.containers.files import kind_of

    if path.exists() and not path.is_file() and not path.is_dir():
        raise ValueError(f"{path}: expected a file, got a pipe or a device")
    with path.open("rb") as file:
        start = file.read(1024)
    kind = kind_of(start) if start else "an empty file"
    if path.suffix.casefold() not in (".json", ".xlsx", ".docx", ".doc") and kind != "a PDF":
        raise ValueError(f"{path}: expected a PDF, .docx, .json or .xlsx document, got {kind}")
