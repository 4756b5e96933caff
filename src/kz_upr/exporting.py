"""Recommendations as tables, for data frames, spreadsheets and other programs."""

import os
from collections.abc import Iterable
from typing import Any, Literal, TextIO, get_args

from kz_upr.citing import cite
from kz_upr.model import Clause, Recommendation, State, TagKind
from kz_upr.queries import each
from kz_upr.writing import whole_file

Per = Literal["recommendation", "state", "clause"]
_PERS: tuple[Per, ...] = get_args(Per)

#: The columns of the tables, in order, and what they contain.
COLUMNS: dict[str, str] = {
    "id": "id of the recommendation",
    "number": "number in the report of the Working Group",
    "clause": "position of the clause in the recommendation, from 1 (tables per clause and per State)",
    "state": "ISO3 code of the recommending State (table per State)",
    "states": "ISO3 codes of the recommending States, separated by a space",
    "state_names": "their names at the United Nations, separated by a semicolon",
    "actions": "coded actions, separated by a semicolon",
    "summary": "action and subject, in the package's words",
    "position": "final position of the State under review",
    "stage": "stage at which the final position was taken",
    "qualifier": "what the State last added to its support",
    "qualifier_stage": "stage at which it added it",
    "topics": "topic codes, separated by a space",
    "sdgs": "codes of the Sustainable Development Goals in official tags, separated by a space",
    "evidence": "what the package's knowledge of the recommendation rests on",
    "where": "where it is recorded",
    "text_sha256": "fingerprint of the official wording",
    "official_text": "official wording, if joined from the user's own copy",
}
_ONLY = {"clause": ("clause", "state"), "state": ("state",)}


def to_records(recommendations: Iterable[Recommendation], *, per: Per = "recommendation") -> list[dict[str, Any]]:
    """One flat dictionary per row, with the keys of :func:`table_columns`, in the order given.

    ``per`` decides what a row is: a recommendation, a clause, or a recommending State (once for each clause that it
    made). A recommendation whose clauses or States are not known keeps one row, so none is lost. None means not known.
    Raises ValueError for any other ``per``.

    >>> import kz_upr
    >>> rows = kz_upr.to_records(kz_upr.load_review().recommendations)
    >>> rows[0]["id"], rows[-1]["states"]
    ('KAZ-3-138.83', 'ISL')
    """
    columns = table_columns(per)
    rows: list[dict[str, Any]] = []
    for recommendation in each(recommendations):
        if per == "recommendation":
            rows.append(_row(recommendation, recommendation.clauses, recommendation.states))
            continue
        for place, clause in enumerate(recommendation.clauses or (None,), start=1):
            clauses = () if clause is None else (clause,)
            states = () if clause is None else clause.states
            shared = {"clause": None if clause is None else place}
            if per == "clause":
                rows.append(_row(recommendation, clauses, states) | shared)
            else:
                rows += [
                    _row(recommendation, clauses, () if state is None else (state,))
                    | shared
                    | {"state": None if state is None else state.iso3}
                    for state in states or (None,)
                ]
    return [{column: row[column] for column in columns} for row in rows]


def table_columns(per: Per = "recommendation") -> tuple[str, ...]:
    """The columns of a table, in order. Raises ValueError for any other ``per``."""
    if per not in _PERS:
        raise ValueError(f"expected one of {', '.join(_PERS)}; got {per!r}")
    return tuple(column for column in COLUMNS if column not in _ONLY or per in _ONLY[column])


def table_schema(per: Per = "recommendation") -> dict[str, Any]:
    """A description of the table for standard validators: a Table Schema as specified by Frictionless Data.

    >>> import kz_upr
    >>> kz_upr.table_schema("state")["fields"][2]["name"]
    'clause'
    """
    fields = [
        {"name": column, "type": "integer" if column == "clause" else "string", "description": COLUMNS[column]}
        for column in table_columns(per)
    ]
    return {"fields": fields, "missingValues": [""]}


def _row(recommendation: Recommendation, clauses: tuple[Clause, ...], states: tuple[State, ...]) -> dict[str, Any]:
    last = recommendation.final_position
    qualified = next((position for position in reversed(recommendation.positions) if position.qualifier), None)
    sdgs = [tag.code for tag in recommendation.tags if tag.kind is TagKind.SDG and tag.code]
    return {
        "id": recommendation.id,
        "number": recommendation.number,
        "states": _joined(" ", (state.iso3 for state in states)),
        "state_names": _joined("; ", (state.name for state in states)),
        "actions": _joined("; ", dict.fromkeys(clause.action.value for clause in clauses if clause.action)),
        "summary": _joined("; ", (clause.summary for clause in clauses if clause.summary)),
        "position": last.value.value if last else None,
        "stage": last.stage.value if last else None,
        "qualifier": qualified.qualifier.value if qualified and qualified.qualifier else None,
        "qualifier_stage": qualified.stage.value if qualified else None,
        "topics": _joined(" ", (topic.code for topic in recommendation.topics)),
        "sdgs": _joined(" ", sdgs),
        "evidence": recommendation.evidence.value if recommendation.evidence else None,
        "where": cite(recommendation) or None,
        "text_sha256": recommendation.text_sha256,
        "official_text": recommendation.official_text,
    }


def _joined(separator: str, parts: Iterable[str]) -> str | None:
    return separator.join(parts) or None


def to_csv(
    recommendations: Iterable[Recommendation],
    path_or_file: str | os.PathLike[str] | TextIO,
    *,
    per: Per = "recommendation",
) -> None:
    """Write :func:`to_records` as CSV (RFC 4180, UTF-8, with a header line; unknown values are empty).

    A path is written whole or not at all; an open text file, opened with ``newline=""``, is written to. Raises OSError
    if it cannot be written.

    >>> import io, kz_upr
    >>> out = io.StringIO()
    >>> kz_upr.to_csv(kz_upr.load_review().recommendations[:1], out)
    >>> out.getvalue().splitlines()[0][:20]
    'id,number,states,sta'
    """
    rows = to_records(recommendations, per=per)
    if not isinstance(path_or_file, (str, os.PathLike)):
        _write(rows, per, path_or_file)
        return
    with whole_file(path_or_file) as file:
        _write(rows, per, file)


def _write(rows: list[dict[str, Any]], per: Per, file: TextIO) -> None:
    import csv  # only writing needs it

    writer = csv.DictWriter(file, table_columns(per))
    writer.writeheader()
    writer.writerows(rows)
