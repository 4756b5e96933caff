"""What the records of an export show together: what a few of them lack, and which review each report belongs to.

The numbers in a report should run without a gap.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from attrs import define, field

from kz_upr.documents.export_records import Record
from kz_upr.documents.told_reviews import ToldReview
from kz_upr.model import ReadingWarning, Recommendation, inconsistent
from kz_upr.numbers import report_symbol

#: What may be lost without any other sign, and what warnings call it.
_NAMES = {"id": "id", "themes": "themes", "persons": "affected persons", "sdgs": "goals"}
_NEVER_EMPTY = ("id", "themes")
#: Only a few records lack something if at least this many times as many have it.
_TIMES = 10
#: Of two documents of a review, one that has this many times the records of the other is the right one.
_STRAY = 10
#: How many records, and how many runs of numbers or groups of records, a warning names.
_MOST_PLACES, _MOST_NAMED = 5, 8


class Lacks:
    """What records lack, as far as they have been read."""

    def __init__(self) -> None:
        self._count = 0
        self._lacking: Counter[str] = Counter()
        self._places: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, record: Record) -> None:
        """Take in a record."""
        self._count += 1
        for name in _NAMES:
            value = record.raw(name)
            if value is None or (not value and name in _NEVER_EMPTY):
                self._lacking[name] += 1
                if self._lacking[name] <= _MOST_PLACES:
                    self._places[name].append(record.place)

    def warnings(self) -> Iterator[ReadingWarning]:
        """Warnings of what a few records lack."""
        for name, count in self._lacking.items():
            if _TIMES * count <= self._count:
                places = self._places[name]
                more = f" and {count - _MOST_PLACES} more" if count > _MOST_PLACES else ""
                message = f"{', '.join(places)}{more}: no {_NAMES[name]}, which the other records have"
                yield inconsistent("lost-value", places[0], message)


@define
class _Report:
    """The records of one report: of each review that they name, how many do, and where the first of these is.

    ``found`` and ``repeated`` have the items of a paragraph as the bits of an integer, so that a report takes a few
    bytes however many records it has.
    """

    reviews: Counter[ToldReview] = field(factory=Counter)
    places: dict[ToldReview, str] = field(factory=dict)
    found: dict[int, int] = field(factory=dict)
    repeated: dict[int, int] = field(factory=dict)


class Reports:
    """The reports to which the records of an export belong, as far as they have been read."""

    def __init__(self) -> None:
        self._reports: defaultdict[str, _Report] = defaultdict(_Report)

    def __contains__(self, symbol: str) -> bool:
        return symbol in self._reports

    def add(self, symbol: str, review: ToldReview, recommendations: Iterable[Recommendation], place: str) -> None:
        """Take in the recommendations of a record."""
        report = self._reports[symbol]
        report.reviews[review] += 1
        report.places.setdefault(review, place)
        for recommendation in recommendations:
            paragraph, _, item = recommendation.number.partition(".")
            number, bit = int(paragraph), 1 << int(item)
            of_paragraph = report.repeated if report.found.get(number, 0) & bit else report.found
            of_paragraph[number] = of_paragraph.get(number, 0) | bit

    def contradictions(self) -> Iterator[ReadingWarning]:
        """Warnings of reports whose records name several reviews, of reviews with several reports, and of gaps."""
        symbols: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        for symbol, report in self._reports.items():
            place = symbol or "the file"
            if len(report.reviews) > 1:
                named = "; ".join(
                    f"{review.words or 'nothing'} ({count} records, the first is {report.places[review]})"
                    for review, count in report.reviews.most_common(_MOST_NAMED)
                )
                message = f"{place}: its records disagree on the review: {named}"
                yield inconsistent("several-reviews", place, message)
            for review, count in report.reviews.items():
                symbols[review.id][report_symbol(symbol)] += count
            if missing := _listed(_missing(report.found)):
                yield inconsistent("gap", place, f"{place}: no record has {missing}")
        for review_id, counts in symbols.items():
            if review_id is not None and max(counts.values()) > _STRAY * min(counts.values()):
                most = counts.most_common(_MOST_NAMED)
                named = ", ".join(f"{symbol or 'none'} ({count} records)" for symbol, count in most)
                message = f"{review_id}: its records belong to {len(counts)} documents: {named}"
                yield inconsistent("several-reports", review_id, message)

    def repetitions(self) -> Iterator[ReadingWarning]:
        """Warnings of numbers that several records have."""
        for symbol, report in self._reports.items():
            if report.repeated:
                place = symbol or "the file"
                message = f"{place}: several records have {_listed(report.repeated)}"
                yield inconsistent("repeated-number", place, message)


def _missing(found: dict[int, int]) -> dict[int, int]:
    """The items before the last of each paragraph that are not among those found; no document has an item 0.

    None if most are not found and those that are found are not consecutive: the others were not asked for.
    """
    missing = {paragraph: ((1 << items.bit_length()) - 1) & ~(items | 1) for paragraph, items in found.items()}
    count, lost = (sum(items.bit_count() for items in by_paragraph.values()) for by_paragraph in (found, missing))
    runs = sum(len(_runs(items)) for items in found.values())
    return missing if count >= 2 * runs or count > lost else {}


def _runs(items: int) -> list[tuple[int, int]]:
    """The first and last of the items that follow each other."""
    return [(run.start(), run.end() - 1) for run in re.finditer("1+", f"{items:b}"[::-1])]


def _listed(by_paragraph: dict[int, int]) -> str:
    """Items of paragraphs as a list of numbers and ranges, the first of them; empty if there are none."""
    runs = [(paragraph, *run) for paragraph, items in sorted(by_paragraph.items()) for run in _runs(items)]
    named = [
        f"{paragraph}.{first}" + (f" to {paragraph}.{last}" if last > first else "")
        for paragraph, first, last in runs[:_MOST_NAMED]
    ]
    others = sum(last - first + 1 for _, first, last in runs[_MOST_NAMED:])
    return ", ".join(named) + (f" and {others} others" if others else "")
