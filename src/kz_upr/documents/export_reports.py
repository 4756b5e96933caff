"""What the records of one report show together: which review it is of, and whether its numbers run without a gap."""

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nlargest

from attrs import define, field

from kz_upr.documents.told_reviews import ToldReview
from kz_upr.model import ReadingWarning, Recommendation, inconsistent
from kz_upr.numbers import report_symbol

#: Of two documents of a review, one that has so many times the records of the other is the right one.
_STRAY = 10
#: How many runs of numbers, or groups of records, a warning names.
_MOST_NAMED = 8


@define
class _Share:
    """The records of a report that name the same review: how many, and where the first is."""

    place: str
    count: int = 0


@define
class _Report:
    """The records of one report.

    ``found`` and ``repeated`` have the items of a paragraph as the bits of an integer, so that a report takes a few
    bytes however many records it has.
    """

    review: ToldReview
    share: _Share
    shares: dict[ToldReview, _Share]
    found: dict[int, int] = field(factory=dict)
    repeated: dict[int, int] = field(factory=dict)


class Reports:
    """The reports that the records of an export are of, as far as they have been read."""

    def __init__(self) -> None:
        self._reports: dict[str, _Report] = {}

    def __contains__(self, symbol: str) -> bool:
        return symbol in self._reports

    def add(self, symbol: str, review: ToldReview, recommendations: Iterable[Recommendation], place: str) -> None:
        """Take in the recommendations of a record."""
        report = self._reports.get(symbol)
        if report is None:
            share = _Share(place)
            report = self._reports[symbol] = _Report(review, share, {review: share})
        elif report.review is not review:
            report.review, report.share = review, report.shares.setdefault(review, _Share(place))
        report.share.count += 1
        for recommendation in recommendations:
            paragraph, _, item = recommendation.number.partition(".")
            number, bit = int(paragraph), 1 << int(item)
            found = report.found.get(number, 0)
            if found & bit:
                report.repeated[number] = report.repeated.get(number, 0) | bit
            else:
                report.found[number] = found | bit

    def contradictions(self) -> Iterator[ReadingWarning]:
        """Warnings of reports whose records name several reviews, of reviews with several reports, and of gaps."""
        symbols: dict[str | None, Counter[str]] = {}
        for symbol, report in self._reports.items():
            if len(report.shares) > 1:
                yield _several_reviews(symbol, report)
            for review, share in report.shares.items():
                symbols.setdefault(review.id, Counter())[report_symbol(symbol)] += share.count
            if missing := _listed(_missing(report.found)):
                yield inconsistent("gap", symbol or "the file", f"{symbol or 'the file'}: no record has {missing}")
        for review_id, counts in symbols.items():
            if review_id is not None and max(counts.values()) > _STRAY * min(counts.values()):
                most = counts.most_common(_MOST_NAMED)
                named = ", ".join(f"{symbol or 'none'} ({count} records)" for symbol, count in most)
                message = f"{review_id}: its records are of {len(counts)} documents: {named}"
                yield inconsistent("several-reports", review_id, message)

    def repetitions(self) -> Iterator[ReadingWarning]:
        """Warnings of numbers that several records have."""
        for symbol, report in self._reports.items():
            if report.repeated:
                message = f"{symbol or 'the file'}: several records have {_listed(report.repeated)}"
                yield inconsistent("repeated-number", symbol or "the file", message)


def _several_reviews(symbol: str, report: _Report) -> ReadingWarning:
    shares = nlargest(_MOST_NAMED, report.shares.items(), key=lambda entry: entry[1].count)
    named = "; ".join(
        f"{review.words or 'nothing'} ({share.count} records, the first is {share.place})" for review, share in shares
    )
    message = f"{symbol or 'the file'}: its records do not say the same of the review: {named}"
    return inconsistent("several-reviews", symbol or "the file", message)


def _missing(found: dict[int, int]) -> dict[int, int]:
    """The items before the last of each paragraph that are not among those found.

    None where most are not found, and those that are do not follow each other: others were not asked for.
    """
    missing = {
        paragraph: ((1 << items.bit_length()) - 1) & ~(items | 1) for paragraph, items in found.items()
    }  # no document has an item 0
    count = sum(items.bit_count() for items in found.values())
    begun = sum((items & ~(items << 1)).bit_count() for items in found.values())
    runs = count >= 2 * begun
    return missing if runs or count > sum(items.bit_count() for items in missing.values()) else {}


def _listed(by_paragraph: dict[int, int]) -> str:
    """Items of paragraphs as a list of numbers and ranges, the first of them; empty if there are none."""
    count = sum(items.bit_count() for items in by_paragraph.values())
    named: list[str] = []
    for paragraph, items in sorted(by_paragraph.items()):
        while items and len(named) < _MOST_NAMED:
            first = (items & -items).bit_length() - 1
            run = items >> first
            length = (run ^ (run + 1)).bit_length() - 1
            named.append(f"{paragraph}.{first}" + (f" to {paragraph}.{first + length - 1}" if length > 1 else ""))
            items = items >> (first + length) << (first + length)
            count -= length
    return ", ".join(named) + (f" and {count} others" if count else "")
