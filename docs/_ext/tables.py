"""Directives for tables of what the package holds.

.. review-table::       the reviews, and how much of each is held
.. coverage-table::     the same with what is missing, and why
.. edition-table::      the editions, and what they count
.. columns::            the columns of the exported tables
"""

from collections.abc import Iterator
from typing import get_args

from generated import Generated, escape, sentence, table

import kz_upr
from kz_upr.dates import long_date
from kz_upr.exporting import Per
from kz_upr.tables import columns


class ReviewTable(Generated):
    def lines(self) -> Iterator[str]:
        rows = (
            (
                f"``load_review({review.cycle})``",
                str(review.date.year if review.date else "not known"),
                f"{review.coverage.recommendations} recommendations",
                f"{review.coverage.statements.held} statements",
            )
            for review in kz_upr.load_reviews()
        )
        yield from table(("Review", "Year", "Recommendations", "Statements"), rows, "26 12 36 26")


class CoverageTable(Generated):
    def lines(self) -> Iterator[str]:
        rows = (
            (review.id, what, str(held), escape(held.why or "nothing"))
            for review in kz_upr.load_reviews()
            for what in ("recommendations", "statements")
            if (held := getattr(review.coverage, what))
        )
        yield from table(("Review", "What", "Held", "What is missing, and why"), rows, "10 20 20 50")


class EditionTable(Generated):
    def lines(self) -> Iterator[str]:
        rows = (
            (
                f"``{edition.id}``",
                f"{escape(edition.summary)} {sentence(_state(edition))}.",
                ", ".join(edition.reviews),
                _counted(edition),
                f"``{edition.sha256[:12]}…``",
            )
            for edition in kz_upr.editions()
        )
        yield from table(("Edition", "What it holds", "Reviews", "Counts", "Manifest sha256"), rows, "11 37 14 22 16")


def _state(edition: kz_upr.Edition) -> str:
    return f"released {escape(long_date(edition.released))}" if edition.released else "in preparation"


def _counted(edition: kz_upr.Edition) -> str:
    reviews = kz_upr.load_reviews(edition=edition.id)
    recommendations = sum(len(review.recommendations) for review in reviews)
    points = sum(len(statement.points) for review in reviews for statement in review.statements)
    return f"{recommendations} recommendations, {points} points"


class Columns(Generated):
    def lines(self) -> Iterator[str]:
        tables: dict[str, list[str]] = {}
        meanings: dict[str, str] = {}
        for per in get_args(Per):
            for column in columns(per):
                tables.setdefault(column.name, []).append(per)
                meanings.setdefault(column.name, column.meaning)
        rows = ((f"``{name}``", escape(meanings[name]), ", ".join(tables[name])) for name in tables)
        yield from table(("Column", "Meaning", "In the table per"), rows, "18 52 30")
