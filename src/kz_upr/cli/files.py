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
from kz_upr.cli.request import requested_filters, requested_review
from kz_upr.writing import whole_file


def export(options: argparse.Namespace) -> None:
    """Write a table as CSV, or the review as JSON."""
    review, filters = requested_review(options), requested_filters(options)
    ending = Path(options.output or "").suffix.casefold()
    if ending not in ("", f".{options.format}"):
        raise ValueError(f"expected a file name ending in .{options.format}, got {options.output}")
    if options.format == "json":
        if filters or options.per:
            raise ValueError("JSON is the whole review: filters and --per need --format csv")
        content = review.id
        with _output(options.output) as file:
            file.write(kz_upr.to_json(review))
    else:
        per: Any = options.per or "recommendation"
        if filters and per not in ("recommendation", "state", "clause"):
            raise ValueError(f"filters select recommendations: leave out --{', --'.join(filters)} with --per {per}")
        selected = attrs.evolve(review, recommendations=kz_upr.select(review.recommendations, **filters))
        content = count(len(kz_upr.to_records(selected, per=per)), "row")
        with _output(options.output) as file:
            kz_upr.to_csv(selected, file, per=per)
    if not _is_standard_output(options.output):
        print(f"{content} written to {options.output}", file=sys.stderr)


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
    for file in _with_progress(files):
        yield read_for(review, file)


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
