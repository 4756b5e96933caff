"""Commands that read documents or write files: export, check, complete."""

import argparse
import contextlib
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

import attrs

import kz_upr
from kz_upr import Review
from kz_upr.cli.layout import Page, count
from kz_upr.cli.request import (
    OF_POINTS,
    OF_RECOMMENDATIONS,
    requested_filters,
    requested_review,
    requested_reviews,
)
from kz_upr.cli.statements import points_on
from kz_upr.writing import whole_file


def export(options: argparse.Namespace) -> None:
    """Write a table as CSV, or the review as JSON."""
    reviews, filters = requested_reviews(options), requested_filters(options)
    ending = Path(options.output or "").suffix.casefold()
    format = options.format or ("json" if ending == ".json" else "csv")
    if ending not in ("", f".{format}"):
        raise ValueError(f"expected a file name ending in .{format}, got {options.output}")
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
            raise ValueError(f"the filters do not fit --per {per}: leave out --{', --'.join(useless)}")
        selected = [_selected(review, filters) for review in reviews]
        content = count(len(kz_upr.to_records(selected, per=per)), "row")
        with _output(options.output) as file:
            kz_upr.to_csv(selected, file, per=per)
    if not _is_standard_output(options.output):
        print(f"{content} written to {options.output}", file=sys.stderr)


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
    return attrs.evolve(review, recommendations=recommendations, statements=tuple(statements)) if filters else review


def check(options: argparse.Namespace) -> int:
    """Compare the data with documents; 1 if they differ or nothing could be compared."""
    review = requested_review(options)
    report = kz_upr.check(review, *_readings(options.files, review))
    print(report)
    return 0 if report else 1


def complete(options: argparse.Namespace) -> None:
    """Write the review completed from documents."""
    review = requested_review(options)
    completed = kz_upr.complete(review, *_readings(options.files, review))
    with _output(options.output) as file:
        file.write(kz_upr.to_json(completed))
    to_standard_output = _is_standard_output(options.output)
    page = Page(stream=sys.stderr if to_standard_output else sys.stdout)
    name = "standard output" if to_standard_output else options.output
    page.line(f"{completed.id} written to {name}, with {completed.coverage.recommendations} recommendations")
    for warning in completed.warnings:
        page.bullet(f"Warning: {warning}")


def _is_standard_output(path: str | None) -> bool:
    # /dev/stdout is not written as a file: that would replace a file to which the shell appends
    return path in (None, "-", "/dev/stdout")


@contextlib.contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    """The file at ``path``, which appears once it is complete, or standard output, always in UTF-8."""
    if path is not None and not _is_standard_output(path):
        with whole_file(path) as file:
            yield file
    elif not hasattr(sys.stdout, "buffer"):  # replaced by a StringIO, say
        yield sys.stdout
    else:
        text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
        try:
            yield text
        finally:
            text.detach()


def _readings(files: Sequence[str], review: Review) -> Iterator[Any]:
    """The reading of each document, one after the other."""
    from kz_upr.choosing import read_for  # importing the readers takes as long as all the rest of the command

    if "-" in files:
        raise ValueError("cannot read a document from standard input: give the name of a file")
    for file in files:
        _refuse_other_files(Path(file))
    for file in _with_progress(files):
        yield read_for(review, file)


def _refuse_other_files(path: Path) -> None:
    """Raise OSError or ValueError for a file that is not there or that no reader can read, whatever is installed."""
    with path.open("rb") as file:
        start = file.read(1024)
    if path.suffix.casefold() not in (".json", ".xlsx", ".docx", ".doc") and b"%PDF-" not in start:
        raise ValueError(f"{path}: expected a PDF, .docx, .json or .xlsx document")


def _with_progress(files: Sequence[str]) -> Iterable[str]:
    """The same files, with a progress bar at a terminal where tqdm is installed."""
    try:
        from tqdm import tqdm
    except ImportError:
        yield from files
        return
    with tqdm(files, unit="file", leave=False, disable=None) as bar:  # None: no bar unless at a terminal
        for file in bar:
            bar.set_description(Path(file).name)
            yield file
