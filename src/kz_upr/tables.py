"""The columns of the tables: the name and the type of each, and where its value comes from."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

from attrs import field, frozen

from kz_upr.citing import cite
from kz_upr.loading import load_reviews
from kz_upr.model import Clause, Delegation, Discrepancy, Recommendation, Review, Stage, State, Statement, TagKind
from kz_upr.queries import coded_parts, states_of

#: The type of a column.
ColumnType = Literal["string", "integer", "date", "list"]


@frozen
class Row:
    """What the columns of a row are made from."""

    item: Any
    review: Review | None = None
    part: Any = None  # a clause or a point
    place: int | None = None  # of the clause or point, from 1
    state: State | None = None


def _at(path: str) -> Callable[[Any], Any]:
    """What is at the end of a path of attributes; None where one is None, a list where one is a tuple."""
    names = path.split(".")

    def follow(thing: Any) -> Any:
        for name in names:
            if isinstance(thing, tuple | list):
                thing = [getattr(one, name) for one in thing]
            elif thing is not None:
                thing = getattr(thing, name)
        return thing

    return follow


def _function(source: str | Callable[[Any], Any]) -> Callable[[Any], Any]:
    return _at(source) if isinstance(source, str) else source


@frozen
class Column:
    """One column of a table; the values of a list are joined by ``delimiter`` in CSV.

    ``source`` is a function of the row, or a path of attributes from it.
    """

    name: str
    meaning: str
    source: Callable[[Any], Any] = field(converter=_function)
    type: ColumnType = "string"
    delimiter: str = " "

    def value(self, row: Any) -> Any:
        """The value in a row: a string, a list of strings, or an integer or date or None."""
        found = self.source(row)
        if self.type == "list":
            return [str(one) for one in found or ()]
        return str(found or "") if self.type == "string" else found


def _parts(row: Row) -> Iterable[Any]:
    return (row.part,) if row.part is not None else coded_parts(row.item)


def _all(path: str) -> Callable[[Row], list[Any]]:
    """The values at the path of every clause or point, each once."""
    follow = _at(path)
    return lambda row: list(dict.fromkeys(value for part in _parts(row) for value in follow(part)))


def _summary(row: Row) -> str:
    return " ".join(part.summary for part in _parts(row) if part.summary)


def _states(row: Row) -> tuple[State, ...]:
    if row.state is not None:
        return (row.state,)
    return tuple(row.part.states if isinstance(row.part, Clause) else states_of(row.item))


def _number(position: int) -> Callable[[Row], int]:
    return lambda row: int(row.item.number.split(".")[position].partition("-")[0])


def _position(stage: Stage) -> Callable[[Row], Any]:
    return lambda row: next((one.value for one in row.item.positions if one.stage is stage), None)


def _qualified(field: str) -> Callable[[Row], Any]:
    return lambda row: next((getattr(one, field) for one in reversed(row.item.positions) if one.qualifier), None)


def _cycle(row: Row) -> int | None:
    cycle = _review_id(row).partition("-")[2]
    return int(cycle) if cycle.isdecimal() else None


def _review_id(row: Row) -> str:
    if row.review:
        return row.review.id
    id: str = getattr(row.item, "id", "")  # a delegation has none
    return "-".join(id.split("-")[:2])


_REVIEW = (
    Column("review", "id of the review", _review_id),
    Column("state_under_review", "ISO3 code of the State under review", lambda row: _review_id(row)[:3]),
    Column("cycle", "cycle of the review", _cycle, "integer"),
    Column("year", "year of the review; empty if the review is not known", "review.date.year", "integer"),
)
_CODES = (
    Column("themes", "ids of the themes", _all("themes.id"), "list"),
    Column("theme_labels", "labels of the themes", _all("themes"), "list", " | "),
    Column("persons", "labels of the affected persons", _all("affected_persons"), "list", "; "),
    Column("instruments", "ids of the instruments", _all("instruments.instrument.id"), "list"),
    Column("manners", "manners in which they are named", _all("instruments.manner"), "list", "; "),
)
_STATES = (
    Column("states", "ISO3 codes of the States", lambda row: [state.iso3 for state in _states(row)], "list"),
    Column("state_names", "names of the States at the United Nations", _states, "list", "; "),
    Column(
        "groups",
        "regional groups of the States",
        lambda row: filter(None, dict.fromkeys(state.group for state in _states(row))),
        "list",
        "; ",
    ),
)
_ID = Column("id", "id", "item.id")
_WHERE = Column("where", "where it is recorded", lambda row: cite(row.item))
_RECOMMENDATION = (
    _ID,
    *_REVIEW,
    Column("number", "number in the report of the Working Group, as text", "item.number"),
    Column("paragraph", "paragraph of the report: the first part of the number", _number(0), "integer"),
    Column("item", "item of the paragraph: the second part of the number", _number(1), "integer"),
    Column("clause", "position of the clause in the recommendation, from 1", "place", "integer"),
    Column("state", "ISO3 code of the recommending State", "state.iso3"),
    *_STATES,
    Column("actions", "coded actions", _all("actions"), "list", "; "),
    Column("summary", "the demand in the package's words", _summary),
    *_CODES,
    Column("position", "final position of the State under review", "item.final_position.value"),
    Column("stage", "stage at which the final position was taken", "item.final_position.stage"),
    Column("qualifier", "what the State last added to its support", _qualified("qualifier")),
    Column("qualifier_stage", "stage at which it added it", _qualified("stage")),
    *(
        Column(f"position_{stage.value.replace(' ', '_')}", f"position at the stage {stage}", _position(stage))
        for stage in Stage
    ),
    Column(
        "sdgs",
        "codes of the Sustainable Development Goals in official tags",
        lambda row: [tag.code for tag in row.item.tags if tag.kind is TagKind.SDG and tag.code],
        "list",
    ),
    Column("evidence", "what the knowledge of it rests on", "item.evidence"),
    _WHERE,
    Column("text_sha256", "fingerprint of the official wording", "item.text_sha256"),
    Column("official_text", "official wording, if joined from the user's own copy", "item.official_text"),
)
_POINT = (
    Column("id", "id of the point", "part.id"),
    *_REVIEW,
    Column("statement", "id of the statement", "item.id"),
    Column("speaker", "who speaks", "item.speaker.name"),
    Column("speaker_kind", "standing of the speaker in the review", "item.speaker.kind"),
    *_STATES,
    Column("setting", "where the statement was made", "item.setting"),
    Column("date", "day on which it was made", "item.date", "date"),
    Column("act", "what the speaker does", "part.act"),
    Column("summary", "what the speaker did, in the package's words", _summary),
    *_CODES,
    Column("recommendations", "ids of the recommendations it speaks of", "part.recommendations", "list"),
    Column("where", "where it is recorded", lambda row: cite(row.part) or cite(row.item)),
)
_DISCREPANCY = (
    _ID,
    *_REVIEW,
    Column("question", "what sources disagree on", "item.question"),
    Column("accounts", "what each source says", "item.accounts.value", "list", " | "),
    Column("sources", "where it says so", lambda row: [cite(a.citation) for a in row.item.accounts], "list", " | "),
    Column("taken", "what the package takes; empty if unresolved", "item.taken"),
    Column("why", "the reason", "item.why"),
)
_DELEGATION = (
    *_REVIEW,
    Column("head", "name of the head", "item.head.name"),
    Column("head_role", "office of the head", "item.head.role"),
    Column("members", "names of the other members", "item.members.name", "list", "; "),
    Column("institutions", "names of the institutions", "item.institutions", "list", "; "),
    Column("stated_size", "number of persons that a source states", "item.stated_size", "integer"),
    _WHERE,
)
_REVIEW_TABLE = (
    *_REVIEW,
    Column("date", "day of the review", "item.date", "date"),
    Column("session", "session of the Working Group", "item.session", "integer"),
    *(
        Column(name, f"recommendations {name}, as stated", f"item.totals.{name}", "integer")
        for name in ("received", "supported", "noted", "partly")
    ),
    Column("recommendations", "recommendations held", lambda row: len(row.item.recommendations), "integer"),
    Column("statements", "statements held", lambda row: len(row.item.statements), "integer"),
    Column("discrepancies", "matters on which sources disagree", lambda row: len(row.item.discrepancies), "integer"),
    Column("edition", "edition of the data", "item.edition"),
)
#: The tables of recommendations, and which of them have the columns that the others lack.
_OF_RECOMMENDATIONS = ("recommendation", "state", "clause")
_ONLY = {"clause": ("clause", "state"), "state": ("state",)}
_OTHERS: dict[str, tuple[Column, ...]] = {
    "point": _POINT,
    "discrepancy": _DISCREPANCY,
    "delegation": _DELEGATION,
    "review": _REVIEW_TABLE,
}


def columns(per: str) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    if per in _OTHERS:
        return _OTHERS[per]
    return tuple(column for column in _RECOMMENDATION if per in _ONLY.get(column.name, _OF_RECOMMENDATIONS))


_KINDS: dict[type[Any], str] = {
    Recommendation: "recommendation",
    Statement: "point",
    Discrepancy: "discrepancy",
    Delegation: "delegation",
    Review: "review",
}


def kind_of(item: object) -> str:
    """What a row stands for, if only the kind of the item is known. Raises TypeError for any other object."""
    try:
        return _KINDS[type(item)]
    except KeyError:
        names = ", ".join(cls.__name__ for cls in _KINDS)
        raise TypeError(f"expected one of {names}, got {type(item).__name__}") from None


def rows(items: Iterable[Any], per: str) -> Iterator[Row]:
    """The rows of a table; a review among the items stands for all that it holds of the kind."""
    for item in items:
        if isinstance(item, Review):
            for thing in _held(item, per):
                yield from _rows_of(thing, item, per)
        elif per in (_OF_RECOMMENDATIONS if isinstance(item, Recommendation) else (kind_of(item),)):
            yield from _rows_of(item, _bundled_review(item), per)
        else:
            raise TypeError(f"expected items for a table per {per}, got {type(item).__name__}")


def _held(review: Review, per: str) -> Iterable[Any]:
    if per == "point":
        return review.statements
    if per == "discrepancy":
        return review.discrepancies
    if per == "delegation":
        return (review.delegation,) if review.delegation else ()
    return (review,) if per == "review" else review.recommendations


def _rows_of(item: Any, review: Review | None, per: str) -> Iterator[Row]:
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
