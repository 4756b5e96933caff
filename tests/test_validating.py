"""Whether an object keeps the rules of the model."""

import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import InvalidDocumentError, PositionValue, Review
from kz_upr.documents import DocumentError
from kz_upr.model import faults_of
from kz_upr.reference.genuine import unlike_tables
from made_readings import a_list, a_report, an_addendum
from strategies import CLASSES, of_class, reviews


@given(reviews())
def test_a_review_that_keeps_the_rules(review: Review) -> None:
    kz_upr.validate(review)


@given(st.sampled_from(CLASSES).flatmap(of_class))
def test_any_object_is_valid_or_all_its_faults_are_reported(thing: Any) -> None:
    expected = InvalidDocumentError(faults_of(thing) or unlike_tables(thing))
    if not expected.faults:
        kz_upr.validate(thing)
        return
    with pytest.raises(InvalidDocumentError, match=re.escape(expected.faults[0][1])) as caught:
        kz_upr.validate(thing)
    assert caught.value.faults == expected.faults


def test_every_fault_with_its_path() -> None:
    review = kz_upr.load_review()
    first, *others = review.recommendations
    broken = attrs.evolve(review, cycle=2, recommendations=(attrs.evolve(first, citations=()), *others))
    with pytest.raises(InvalidDocumentError, match=r"^\$\.id: expected KAZ-2") as caught:
        kz_upr.validate(broken)
    assert caught.value.faults == (
        ("$.id", "expected KAZ-2 (State and cycle), got KAZ-3"),
        ("$.session", "session 34 belongs to cycle 3, not to cycle 2"),
        ("$.recommendations[0].citations", "a recommendation needs at least one citation"),
    )
    assert str(caught.value) == "\n".join(f"{path}: {fault}" for path, fault in caught.value.faults)


def test_the_reading_of_a_document() -> None:
    for reading in (a_report(), a_list(), an_addendum({"139.5": PositionValue.NOTED})):
        kz_upr.validate(reading)
    (position,) = an_addendum({"139.5": PositionValue.NOTED}).positions.values()
    uncited = attrs.evolve(
        an_addendum({"139.5": PositionValue.NOTED}), positions={"139.5": attrs.evolve(position, citations=())}
    )
    with pytest.raises(InvalidDocumentError, match=r"^\$\.positions\['139\.5'\]\.citations: a position needs"):
        kz_upr.validate(uncited)
    with pytest.raises(InvalidDocumentError, match=r"^\$\.review\.venue: expected text, got ''$"):
        kz_upr.validate(a_report(venue=""))


def test_the_path_of_a_document(official: Path, tmp_path: Path) -> None:
    kz_upr.validate(official / "A-HRC-43-15.pdf")
    kz_upr.validate(str(official / "A-HRC-43-15.pdf"))
    with pytest.raises(DocumentError, match=r"nowhere\.pdf: cannot be opened"):
        kz_upr.validate(tmp_path / "nowhere.pdf")


@pytest.mark.parametrize(
    ("thing", "kind"),
    [(3, "an int"), (None, "a NoneType"), ([], "a list"), ((), "a tuple"), (Review, "a type")],
    ids=str,
)
def test_something_else(thing: object, kind: str) -> None:
    with pytest.raises(TypeError, match=f"^expected an object of kz_upr or a document, got {kind}$"):
        kz_upr.validate(thing)


@pytest.mark.parametrize(
    ("thing", "path", "fault"),
    [
        (attrs.evolve(kz_upr.resolve_state("KAZ"), name="France"), "$.name", "expected 'Kazakhstan', got 'France'"),
        (attrs.evolve(kz_upr.resolve_state("KAZ"), iso2="FR"), "$.iso2", "expected 'KZ', got 'FR'"),
        (attrs.evolve(kz_upr.resolve_state("KAZ"), iso3="QQQ"), "$.iso3", "no State 'QQQ'"),
        (attrs.evolve(kz_upr.resolve_theme("torture"), code="A1"), "$.code", "expected 'D25', got 'A1'"),
        (attrs.evolve(kz_upr.resolve_affected_persons("girls"), id="boys-and-men"), "$.id", "no affected persons"),
        (
            attrs.evolve(kz_upr.resolve_instrument("CAT"), kind=kz_upr.InstrumentKind.RESOLUTION),
            "$.kind",
            "expected <InstrumentKind.TREATY: 'treaty'>, got <InstrumentKind.RESOLUTION: 'resolution'>",
        ),
        (
            kz_upr.Clause(states=(attrs.evolve(kz_upr.resolve_state("KAZ"), name="France"),)),
            "$.states[0].name",
            "expected 'Kazakhstan', got 'France'",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_codes_and_names_are_those_of_the_tables(thing: object, path: str, fault: str) -> None:
    with pytest.raises(InvalidDocumentError) as caught:
        kz_upr.validate(thing)
    (found,) = caught.value.faults
    assert found[0] == path
    assert found[1].startswith(fault)


def test_a_field_of_another_type() -> None:
    fields: dict[str, Any] = {"cycle": "3"}
    with pytest.raises(InvalidDocumentError, match=r"^\$\.cycle: expected an integer up to 1,000,000, got str '3'$"):
        kz_upr.validate(attrs.evolve(kz_upr.load_review(), **fields))


def test_an_object_of_another_package() -> None:
    @attrs.frozen
    class Review:
        id: str

    with pytest.raises(TypeError, match=r"^expected an object of kz_upr or a document, got a Review$"):
        kz_upr.validate(Review("KAZ-3"))
