"""What the readers return."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from kz_upr import Citation, Coverage, Held, Position, PositionValue, Review, Source, SourceKind, Stage
from kz_upr.documents import AddendumReading, ListReading, Reference, ReportReading
from kz_upr.model import unread
from kz_upr.reference import state_by_iso3

WARNING = unread("gap", "9.2", "9.2 is not printed")


def source(symbol: str | None = "A/HRC/99/1") -> Source:
    return Source(id="a-hrc-99-1", kind=SourceKind.WORKING_GROUP_REPORT, title="A report", symbol=symbol)


HERE = Citation(source=source(), locator="para. 9")
REVIEW = Review(
    id="FJI-2",
    state=state_by_iso3("FJI"),
    cycle=2,
    session=15,
    coverage=Coverage(recommendations=Held(held=0, stated=None), statements=Held(held=0, stated=None)),
    warnings=(WARNING,),
    citations=(HERE,),
)
NOTED = Position(value=PositionValue.NOTED, stage=Stage.ADDENDUM, citations=(HERE,))


def test_a_reading_is_named_by_its_symbol_or_else_by_its_title() -> None:
    assert ReportReading(source=source(), review=REVIEW).name == "A/HRC/99/1"
    assert ReportReading(source=source(None), review=REVIEW).name == "A report"


@pytest.mark.parametrize(
    ("symbol", "report"),
    [("A/HRC/99/1", "A/HRC/99/1"), ("A/HRC/99/1/Add.1", "A/HRC/99/1"), (None, None)],
)
def test_the_report_that_a_reading_is_of(symbol: str | None, report: str | None) -> None:
    assert ListReading(source=source(), recommendations=(), symbol=symbol).report == report
    assert ReportReading(source=source(symbol), review=REVIEW).report == report


def test_the_reading_of_a_report_is_that_of_its_review() -> None:
    reference = Reference(paragraph=9, places=("5", "6 (a)"))
    reading = ReportReading(review=REVIEW, source=source(), references=(reference,))

    assert (reading.review, reading.source, reading.references) == (REVIEW, source(), (reference,))
    assert (reading.state, reading.cycle, reading.session) == (REVIEW.state, 2, 15)
    assert (reading.symbol, reading.warnings, reading.numbers) == ("A/HRC/99/1", (WARNING,), ())
    assert ReportReading(review=REVIEW, source=source()).references == ()
    assert reference.answer is None


@pytest.mark.parametrize("name", ["state", "cycle", "session", "symbol", "warnings"])
def test_the_reading_of_a_report_cannot_contradict_its_review(name: str) -> None:
    other: dict[str, Any] = {name: None}
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{name}'"):
        attrs.evolve(ReportReading(review=REVIEW, source=source()), **other)


def test_a_reading_shows_how_much_it_holds() -> None:
    reading = ReportReading(review=REVIEW, source=source())
    listed = ListReading(source=source(), recommendations=(), annotations={"FJI-2-9.1": ("7", "8")})
    addendum = AddendumReading(source=source(), positions={"9.1": NOTED, "9.2": NOTED}, warnings=(WARNING,))

    assert repr(reading) == "<ReportReading a-hrc-99-1: 0 recommendations, 1 warnings>"
    assert repr(listed) == "<ListReading a-hrc-99-1: 0 recommendations, 0 warnings>"
    assert repr(listed.annotations) == "<AnnotationIds of 1 recommendations>"
    assert repr(addendum) == "<AddendumReading a-hrc-99-1: 2 recommendations, 1 warnings>"
    assert repr(addendum.positions) == "<Positions on 2 recommendations>"
    assert (addendum.numbers, listed.numbers) == (("9.1", "9.2"), ())
    assert [(one.id, one.number, one.positions) for one in addendum.recommendations] == [
        ("", "9.1", (NOTED,)),
        ("", "9.2", (NOTED,)),
    ]


def test_what_a_reading_holds_cannot_be_changed() -> None:
    addendum = AddendumReading(source=source(), positions={"9.1": NOTED})
    listed = ListReading(source=source(), recommendations=())

    mappings: tuple[Any, ...] = (addendum.positions, listed.annotations)
    for mapping in mappings:
        with pytest.raises(TypeError):
            mapping["9.1"] = NOTED
        with pytest.raises(AttributeError):
            mapping.note = "mine"
    frozen: tuple[Any, ...] = (
        addendum,
        listed,
        ReportReading(review=REVIEW, source=source()),
        Reference(paragraph=9, places=()),
    )
    for reading in frozen:
        with pytest.raises(AttributeError):
            reading.places = None


def test_a_reading_is_made_with_names() -> None:
    kinds: list[Callable[..., Any]] = [Reference, ReportReading, ListReading, AddendumReading]
    for kind in kinds:
        with pytest.raises(TypeError, match="positional argument"):
            kind(source(), (), ())
