"""What the user asks for: a review, and filters on what it holds."""

import argparse
import re
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import kz_upr
from kz_upr import Act, Action, InvalidDocumentError, Manner, PositionValue, RegionalGroup, Review
from kz_upr.reference import fold

#: Options that select recommendations or statements, each with its purpose and its vocabulary; each is an argument of
#: the same name of :func:`kz_upr.select`.
FILTERS: dict[str, tuple[str, type[StrEnum] | None]] = {
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
OF_RECOMMENDATIONS = ("state", "group", "position", "action", *_CODES, "sdg", "text")
OF_POINTS = ("group", "act", *_CODES)
_DEFAULT_CYCLE = 3


def requested_review(options: argparse.Namespace, id: str | None = None) -> Review:
    """A bundled review, or the one in the file that ``--from`` names.

    An ``id`` such as KAZ-2-124.10 chooses the cycle of a bundled review.
    """
    if options.file is None:
        named = re.match(r"KAZ-([1-4])(?!\d)", id or "", re.IGNORECASE)
        asked = _DEFAULT_CYCLE if options.cycle is None else options.cycle
        return kz_upr.load_review(int(named[1]) if named else asked, edition=options.edition)
    name = "standard input" if options.file == "-" else options.file
    try:
        return kz_upr.from_json(_content(options.file), Review)
    except InvalidDocumentError as error:
        error.add_note(f"{name}: not a review written by kz-upr")
        raise


def _content(file: str) -> bytes:
    if file != "-":
        return Path(file).read_bytes()
    if sys.stdin is None:
        raise ValueError("standard input: it is closed")
    return sys.stdin.buffer.read()


def requested_reviews(options: argparse.Namespace) -> tuple[Review, ...]:
    """Every review of the package with ``--all-reviews``, otherwise the one asked for."""
    if not options.all_reviews:
        return (requested_review(options),)
    for value, name in ((options.file, "--from"), (options.cycle, "--cycle")):
        if value is not None:
            raise ValueError(f"--all-reviews takes every review of the package: leave out {name}")
    return kz_upr.load_reviews(edition=options.edition)


def requested_filters(options: argparse.Namespace) -> dict[str, Any]:
    """The filters that the user gave, as keyword arguments of :func:`kz_upr.select`."""
    return {name: value for name in FILTERS if (value := getattr(options, name, None)) is not None}


def requested_words(options: argparse.Namespace) -> str:
    """The words that the user gave. Raises ValueError if they are blank."""
    words = " ".join(options.words)
    if options.words and not fold(words):
        raise ValueError(f"expected words to look for, got {words!r}")
    return words


def elsewhere(options: argparse.Namespace, review: Review, holds: Callable[[Review], bool]) -> str:
    """The other cycle in which something is found, for an error message; empty if there is none."""
    others = kz_upr.load_reviews(edition=options.edition) if options.file is None else ()
    cycles = [other.cycle for other in others if other.cycle != review.cycle and holds(other)]
    return f"; found in cycle {cycles[0]}: add --cycle {cycles[0]}" if cycles else ""


def command(name: str, review: Review, *rest: str) -> str:
    """The command that shows more of this review."""
    if review.edition is None:  # read from a document
        return " ".join(("kz-upr", name, "--from FILE", *rest))
    cycle = () if review.cycle == _DEFAULT_CYCLE else (f"--cycle {review.cycle}",)
    edition = () if review.edition == kz_upr.DATA_EDITION else (f"--edition {review.edition}",)
    return " ".join(("kz-upr", name, *cycle, *edition, *rest))
