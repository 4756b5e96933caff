"""Recommendations, statements and other objects as tables, for data frames, spreadsheets and other programs."""

import datetime
import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TextIO, TypeAlias, get_args

from kz_upr.arguments import expect_one_of, iterated
from kz_upr.model import Delegation, Discrepancy, Recommendation, Review, Statement
from kz_upr.writing import whole_file

if TYPE_CHECKING:  # a hundred columns, imported when a table is made
    from kz_upr.tables import Column, Row

#: What a table is made from.
Tabular = Recommendation | Statement | Discrepancy | Delegation | Review
#: What a row stands for.
Per = Literal["recommendation", "state", "clause", "point", "discrepancy", "delegation", "review"]
_Table: TypeAlias = "tuple[tuple[Column, ...], list[Row]]"


def to_records(items: Iterable[Tabular] | Review, *, per: Per | None = None) -> list[dict[str, Any]]:
    """One flat dictionary per row, with the keys of :func:`table_columns`, in the order given.

    ``items`` are recommendations, statements (one row per point), discrepancies, delegations or reviews, also of
    several reviews. ``per`` decides what a row is: for recommendations also a ``clause``, or a recommending
    ``state`` (once for each clause that it made); None takes the kind of the items. If the items are reviews,
    ``per`` selects what they hold: ``to_records(load_reviews(), per="state")``. A recommendation whose clauses or
    States are not known keeps one row, so none is lost.

    Every column has one type, whatever the rows: lists are lists, dates are dates; an unknown text is empty, an unknown
    number or date None. Raises ValueError for any other ``per`` and TypeError for items of another kind.

    >>> import kz_upr
    >>> rows = kz_upr.to_records(kz_upr.load_review().recommendations)
    >>> rows[0]["id"], rows[-1]["states"]
    ('KAZ-3-138.83', ['ISL'])
    """
    columns, rows = _table(items, per)
    return [{column.name: column.value(row) for column in columns} for row in rows]


def _table(items: Iterable[Tabular] | Review, per: str | None) -> _Table:
    from kz_upr.tables import kind_of, rows

    things: list[Tabular] = [items] if isinstance(items, Review) else list(iterated(items, "a Review or objects of it"))
    if per is None:
        per = kind_of(things[0]) if things else "recommendation"
    return _columns(per), list(rows(things, per))


def _columns(per: str) -> tuple["Column", ...]:
    from kz_upr.tables import columns

    expect_one_of(per, get_args(Per))
    return columns(per)


def table_columns(per: Per = "recommendation") -> tuple[str, ...]:
    """The names of the columns of a table, in order. Raises ValueError for any other ``per``."""
    return tuple(column.name for column in _columns(per))


_ARROW = {"string": "string", "integer": "int64", "date": "date32", "list": "list<string>"}


def table_schema(per: Per = "recommendation") -> dict[str, Any]:
    """A description of the table for standard validators: a Table Schema as specified by Frictionless Data.

    Each field also has ``arrowType``, its type in Apache Arrow. Lists have the delimiter that CSV uses.

    >>> import kz_upr
    >>> kz_upr.table_schema("state")["fields"][0]["arrowType"]
    'string'
    """
    return {"fields": [_field(column) for column in _columns(per)], "missingValues": [""]}


def _field(column: "Column") -> dict[str, Any]:
    delimiter = {"delimiter": column.delimiter, "itemType": "string"} if column.type == "list" else {}
    return {
        "name": column.name,
        "type": column.type,
        **delimiter,
        "description": column.meaning,
        "arrowType": _ARROW[column.type],
    }


#: How a cell begins that spreadsheets take for a formula; also after apostrophes, so that escaping can be undone.
_FORMULA = r"'*([\t\r\n]|\s*[=+\-@＝＋－＠])"


def to_csv(
    items: Iterable[Tabular] | Review,
    path_or_file: str | os.PathLike[str] | TextIO,
    *,
    per: Per | None = None,
    escape_formulas: bool = False,
) -> None:
    """Write :func:`to_records` as CSV (RFC 4180, UTF-8, with a header line; unknown values are empty).

    Lists are joined by the delimiter that :func:`table_schema` gives. A path is written whole or not at all; an open
    text file, opened with ``newline=""``, is written to. Raises OSError if it cannot be written.

    A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break as a formula. With
    ``escape_formulas`` such a text begins with an apostrophe, so that it stays text; numbers and dates are not touched.
    To read it back, remove the apostrophe where one of these follows it, or several apostrophes and then one of these.

    >>> import io, kz_upr
    >>> out = io.StringIO()
    >>> kz_upr.to_csv(kz_upr.load_review().recommendations[:1], out)
    >>> out.getvalue().splitlines()[0][:23]
    'id,review,state_under_r'
    """
    table = _table(items, per)
    if not isinstance(path_or_file, str | os.PathLike):
        _write(table, path_or_file, escape_formulas)
        return
    if os.fspath(path_or_file).casefold().endswith((".gz", ".bz2", ".xz", ".zip", ".zst")):
        raise ValueError(f"CSV is written uncompressed: {os.fspath(path_or_file)}")
    with whole_file(path_or_file) as file:
        _write(table, file, escape_formulas)


def _write(table: _Table, file: TextIO, escape_formulas: bool) -> None:
    import csv  # only writing needs it

    columns, rows = table
    writer = csv.writer(file)
    writer.writerow(column.name for column in columns)
    writer.writerows([_cell(column.value(row), column, escape_formulas) for column in columns] for row in rows)


def _cell(value: Any, column: "Column", escape_formulas: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, int | datetime.date):
        return str(value)
    text: str = column.delimiter.join(value) if isinstance(value, list) else value
    return escaped(text) if escape_formulas else text


def escaped(text: str) -> str:
    """The text of a cell, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if re.match(_FORMULA, text) else text
