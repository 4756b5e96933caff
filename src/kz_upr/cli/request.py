"""What the user asks for: a review, and filters on its recommendations."""

import argparse
import sys
from pathlib import Path
from typing import Any

import kz_upr
from kz_upr import InvalidDocumentError, Review

#: Options that select recommendations or statements; each is an argument of the same name of :func:`kz_upr.select`.
FILTERS = ("state", "group", "position", "action", "act", "theme", "persons", "instrument", "manner", "sdg", "text")


def requested_review(options: argparse.Namespace) -> Review:
    """A bundled review, or the one in the file that ``--from`` names."""
    if options.file is None:
        return kz_upr.load_review(options.cycle, edition=options.edition)
    from_pipe = options.file == "-"
    content = sys.stdin.buffer.read() if from_pipe else Path(options.file).read_bytes()
    try:
        return kz_upr.from_json(content, Review)
    except InvalidDocumentError as error:
        name = "standard input" if from_pipe else options.file
        raise ValueError(f"{name}: not a review written by kz-upr\n{error}") from None


def requested_filters(options: argparse.Namespace) -> dict[str, Any]:
    """The filters that the user gave, as keyword arguments of :func:`kz_upr.select`."""
    return {name: value for name in FILTERS if (value := getattr(options, name, None)) is not None}
