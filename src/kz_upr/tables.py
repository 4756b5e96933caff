"""The columns of the tables: what each is called, of what type it is, and where its value comes from."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, NamedTuple

from kz_upr.citing import cite
from kz_upr.loading import load_reviews
from kz_upr.model import (
    Clause,
    Delegation,
    Discrepancy,
    Point,
    Position,
    Recommendation,
    Review,
    Stage,
    State,
    Statement,
    TagKind,
)
from kz_upr.queries import coded_parts, states_of

#: What a row stands for.
Per = Literal["recommendation", "state", "clause", "point", "discrepancy", "delegation", "review"]
#: The type of a column.
ColumnType = Literal["string", "integer", "date", "list"]


class Row(NamedTuple):
    """What the columns of a row are made from."""

    item: Any
    review: Review | None = None
    part: Clause | Point | None = None
    place: int | None = None  # of the clause or point, from 1
    state: State | None = None


class Column(NamedTuple):
    """One column of a table; the values of a list are joined by ``delimiter`` in CSV."""

    name: str
    type: ColumnType
    meaning: str
    value: Callable[[Row], Any]
    delimiter: str = " "


def _parts(row: Row) -> Iterable[Any]:
    return (row.part,) if row.part is not None else coded_parts(row.item)


def _all(field: str, shown: Callable[[Any], str]) -> Callable[[Row], list[str]]:
    """The values of a field of every clause or point, each once."""
    return lambda row: list(dict.fromkeys(shown(value) for part in _parts(row) for value in getattr(part, field, ())))


def _summary(row: Row) -> str:
    return " ".join(part.summary for part in _parts(row) if part.summary)


def _states(row: Row) -> Iterable[State]:
    if row.state is not None:
        return (row.state,)
    return row.part.states if isinstance(row.part, Clause) else states_of(row.item)


def _number(position: int) -> Callable[[Row], int]:
    return lambda row: int(row.item.number.split(".")[position].partition("-")[0])


def _final(field: str) -> Callable[[Row], str]:
    return lambda row: str(getattr(row.item.final_position, field) or "") if row.item.final_position else ""


def _at(stage: Stage) -> Callable[[Row], str]:
    def value(row: Row) -> str:
        positions: tuple[Position, ...] = row.item.positions
        return next((str(position.value) for position in positions if position.stage is stage), "")

    return value


def _qualified(field: str) -> Callable[[Row], str]:
    def value(row: Row) -> str:
        positions = (position for position in reversed(row.item.positions) if position.qualifier)
        return str(getattr(next(positions, None), field, ""))

    return value


def _cycle(row: Row) -> int | None:
    if row.review:
        return row.review.cycle
    cycle = _review_id(row).partition("-")[2]
    return int(cycle) if cycle.isdecimal() else None


def _review_id(row: Row) -> str:
    if row.review:
        return row.review.id
    id: str = getattr(row.item, "id", "")  # a delegation has none
    return "-".join(id.split("-")[:2])


def _year(row: Row) -> int | None:
    return row.review.date.year if row.review and row.review.date else None


_REVIEW = (
    Column("review", "string", "id of the review", _review_id),
    Column("state_under_review", "string", "ISO3 code of the State under review", lambda row: _review_id(row)[:3]),
    Column("cycle", "integer", "cycle of the review", _cycle),
    Column("year", "integer", "year of the review; empty if the review is not known", _year),
)
_CODES = (
    Column("themes", "list", "ids of the themes", _all("themes", lambda theme: theme.id)),
    Column("theme_labels", "list", "labels of the themes", _all("themes", str), " | "),
    Column("persons", "list", "labels of the affected persons", _all("affected_persons", str), "; "),
    Column("instruments", "list", "ids of the instruments", _all("instruments", lambda use: use.instrument.id)),
    Column(
        "manners", "list", "manners in which they are named", _all("instruments", lambda use: use.manner.value), "; "
    ),
)
_ID = Column("id", "string", "id", lambda row: row.item.id)
_WHERE = Column("where", "string", "where it is recorded", lambda row: cite(row.item))
_STATES = (
    Column("states", "list", "ISO3 codes of the States", lambda row: [state.iso3 for state in _states(row)]),
    Column(
        "state_names", "list", "names of the States at the United Nations", lambda row: [*map(str, _states(row))], "; "
    ),
    Column(
        "groups",
        "list",
        "regional groups of the States",
        lambda row: list(dict.fromkeys(state.group.value for state in _states(row) if state.group)),
        "; ",
    ),
)
_RECOMMENDATION = (
    _ID,
    *_REVIEW,
    Column("number", "string", "number in the report of the Working Group, as text", lambda row: row.item.number),
    Column("paragraph", "integer", "paragraph of the report: the first part of the number", _number(0)),
    Column("item", "integer", "item of the paragraph: the second part of the number", _number(1)),
    Column("clause", "integer", "position of the clause in the recommendation, from 1", lambda row: row.place),
    Column("state", "string", "ISO3 code of the recommending State", lambda row: row.state.iso3 if row.state else ""),
    *_STATES,
    Column("actions", "list", "coded actions", _all("actions", str), "; "),
    Column("summary", "string", "the demand in the package's words", _summary),
    *_CODES,
    Column("position", "string", "final position of the State under review", _final("value")),
    Column("stage", "string", "stage at which the final position was taken", _final("stage")),
    Column("qualifier", "string", "what the State last added to its support", _qualified("qualifier")),
    Column("qualifier_stage", "string", "stage at which it added it", _qualified("stage")),
    *(
        Column(f"position_{stage.value.replace(' ', '_')}", "string", f"position at the stage {stage}", _at(stage))
        for stage in Stage
    ),
    Column(
        "sdgs",
        "list",
        "codes of the Sustainable Development Goals in official tags",
        lambda row: [tag.code for tag in row.item.tags if tag.kind is TagKind.SDG and tag.code],
    ),
    Column("evidence", "string", "what the knowledge of it rests on", lambda row: str(row.item.evidence or "")),
    _WHERE,
    Column("text_sha256", "string", "fingerprint of the official wording", lambda row: row.item.text_sha256 or ""),
    Column(
        "official_text",
        "string",
        "official wording, if joined from the user's own copy",
        lambda row: row.item.official_text or "",
    ),
)


_POINT = (
    Column("id", "string", "id of the point", lambda row: row.part.id if isinstance(row.part, Point) else row.item.id),
    *_REVIEW,
    Column("statement", "string", "id of the statement", lambda row: row.item.id),
    Column("speaker", "string", "who speaks", lambda row: row.item.speaker.name),
    Column("speaker_kind", "string", "standing of the speaker in the review", lambda row: str(row.item.speaker.kind)),
    *_STATES,
    Column("setting", "string", "where the statement was made", lambda row: str(row.item.setting)),
    Column("date", "date", "day on which it was made", lambda row: row.item.date),
    Column(
        "act", "string", "what the speaker does", lambda row: str(row.part.act) if isinstance(row.part, Point) else ""
    ),
    Column("summary", "string", "what the speaker did, in the package's words", _summary),
    *_CODES,
    Column(
        "recommendations",
        "list",
        "ids of the recommendations it speaks of",
        lambda row: list(row.part.recommendations) if isinstance(row.part, Point) else [],
    ),
    Column("where", "string", "where it is recorded", lambda row: cite(row.part) or cite(row.item) if row.part else ""),
)
_DISCREPANCY = (
    _ID,
    *_REVIEW,
    Column("question", "string", "what sources disagree on", lambda row: row.item.question),
    Column("accounts", "list", "what each source says", lambda row: [a.value for a in row.item.accounts], " | "),
    Column("sources", "list", "where it says so", lambda row: [cite(a.citation) for a in row.item.accounts], " | "),
    Column("taken", "string", "what the package takes; empty if unresolved", lambda row: row.item.taken or ""),
    Column("why", "string", "the reason", lambda row: row.item.why),
)
_DELEGATION = (
    *_REVIEW,
    Column("head", "string", "name of the head", lambda row: row.item.head.name if row.item.head else ""),
    Column("head_role", "string", "office of the head", lambda row: (row.item.head and row.item.head.role) or ""),
    Column("members", "list", "names of the other members", lambda row: [m.name for m in row.item.members], "; "),
    Column("institutions", "list", "names of the institutions", lambda row: [*map(str, row.item.institutions)], "; "),
    Column("stated_size", "integer", "number of persons that a source states", lambda row: row.item.stated_size),
    _WHERE,
)


def _total(name: str) -> Callable[[Row], int | None]:
    return lambda row: getattr(row.item.totals, name, None)


_REVIEW_TABLE = (
    *_REVIEW,
    Column("date", "date", "day of the review", lambda row: row.item.date),
    Column("session", "integer", "session of the Working Group", lambda row: row.item.session),
    *(
        Column(name, "integer", f"recommendations {name}, as stated", _total(name))
        for name in ("received", "supported", "noted", "partly")
    ),
    Column("recommendations", "integer", "recommendations held", lambda row: len(row.item.recommendations)),
    Column("statements", "integer", "statements held", lambda row: len(row.item.statements)),
    Column("discrepancies", "integer", "matters on which sources disagree", lambda row: len(row.item.discrepancies)),
    Column("edition", "string", "edition of the data", lambda row: row.item.edition or ""),
)
_ONLY = {"clause": ("clause", "state"), "state": ("state",)}


def columns(per: Per) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    if per in ("recommendation", "state", "clause"):
        return tuple(column for column in _RECOMMENDATION if column.name not in _ONLY or per in _ONLY[column.name])
    tables = {"point": _POINT, "discrepancy": _DISCREPANCY, "delegation": _DELEGATION, "review": _REVIEW_TABLE}
    return tables[per]


_KINDS: dict[type[Any], Per] = {
    Recommendation: "recommendation",
    Statement: "point",
    Discrepancy: "discrepancy",
    Delegation: "delegation",
    Review: "review",
}
_PARTS: dict[Per, Callable[[Review], Iterable[Any]]] = {
    "recommendation": lambda review: review.recommendations,
    "state": lambda review: review.recommendations,
    "clause": lambda review: review.recommendations,
    "point": lambda review: review.statements,
    "discrepancy": lambda review: review.discrepancies,
    "delegation": lambda review: (review.delegation,) if review.delegation else (),
    "review": lambda review: (review,),
}


def kind_of(item: object) -> Per:
    """What a row stands for, if only the kind of the item is known. Raises TypeError for any other object."""
    try:
        return _KINDS[type(item)]
    except KeyError:
        names = ", ".join(cls.__name__ for cls in _KINDS)
        raise TypeError(f"expected one of {names}, got {type(item).__name__}") from None


def rows(items: Iterable[Any], per: Per) -> Iterator[Row]:
    """The rows of a table; a review among the items stands for all that it holds of the kind."""
    for item in items:
        if isinstance(item, Review):
            for thing in _PARTS[per](item):
                yield from _rows_of(thing, item, per)
        elif per in (kind_of(item), *(("state", "clause") if isinstance(item, Recommendation) else ())):
            yield from _rows_of(item, _bundled_review(item), per)
        else:
            raise TypeError(f"expected items for a table per {per}, got {type(item).__name__}")


def _rows_of(item: Any, review: Review | None, per: Per) -> Iterator[Row]:
    if per == "point":
        yield from (Row(item, review, point) for point in item.points)
    elif per in ("state", "clause"):
        # a recommendation whose clauses or States are not known keeps one row
        for position, clause in enumerate(item.clauses or (None,), 1):
            place: int | None = position if clause is not None else None
            for state in ((clause.states if clause else ()) or (None,)) if per == "state" else (None,):
                yield Row(item, review, clause, place, state)
    else:
        yield Row(item, review)


def _bundled_review(item: Any) -> Review | None:
    """The bundled review to which an item belongs, by its id; of a delegation, by itself."""
    if isinstance(item, Delegation):
        return next((review for review in load_reviews() if review.delegation is item), None)
    return next((review for review in load_reviews() if item.id.startswith(f"{review.id}-")), None)
