"""Two readings of one document that differ: neither is taken in silence, whatever their order."""

from pathlib import Path
from typing import Any

import attrs
import pytest

from kz_upr import Coverage, Held, ReadingWarning, WarningKind, complete
from kz_upr.completing.differing import differing_readings
from kz_upr.documents import AnyReading, ReportReading, read_report
from made_pairs import ADDENDUM, DAY, LIST, PERU, REPORT, TOGO, addendum_of, answer, at, list_of, printed, report_of

from papers import Group, report  # isort: skip

pytest.importorskip("pypdfium2", reason="needs the extra kz_upr[documents]")

GROUPS: list[Group] = [
    (
        "The following recommendations enjoy the support of Fiji:",
        ["Paint the harbour (Peru);", "Mend the piers of the old town (Togo);", "Light every lamp (Iceland)."],
    )
]
DAMAGE = ReadingWarning(kind=WarningKind.DAMAGE, code="blank-page", place="page 3", message="page 3 of 5 is blank")


@pytest.fixture
def reading(tmp_path: Path) -> ReportReading:
    return read_report(report(GROUPS).save(tmp_path / "report.pdf"))


@pytest.fixture
def altered(reading: ReportReading) -> ReportReading:
    first, *others = reading.review.recommendations
    changed = attrs.evolve(first, official_text="Paint the hotel (Peru);")
    return attrs.evolve(reading, review=attrs.evolve(reading.review, recommendations=(changed, *others)))


def told(warnings: tuple[ReadingWarning, ...]) -> list[str]:
    return [str(warning) for warning in warnings if warning.code == "differing-readings"]


def test_the_difference_is_told(reading: ReportReading, altered: ReportReading) -> None:
    for one, other in ((reading, altered), (altered, reading)):
        completed = complete(reading.review, one, other)
        assert told(completed.warnings) == ["two readings of A/HRC/99/1 differ in 9.1; the first is taken"]


def test_the_undamaged_one_is_taken(reading: ReportReading, altered: ReportReading) -> None:
    none = Coverage(recommendations=Held(held=0, stated=None), statements=reading.review.coverage.statements)
    bare = attrs.evolve(reading.review, recommendations=(), coverage=none)
    damaged = attrs.evolve(altered, review=attrs.evolve(altered.review, warnings=(DAMAGE, *altered.warnings)))

    for one, other in ((reading, damaged), (damaged, reading)):
        completed = complete(bare, one, other)
        assert completed.recommendations[0].official_text == "Paint the harbour (Peru);"
        assert completed.warnings[0] == DAMAGE
        assert told(completed.warnings) == ["two readings of A/HRC/99/1 differ in 9.1; the undamaged one is taken"]


def test_the_same_reading_twice(reading: ReportReading) -> None:
    assert told(complete(reading.review, reading, reading).warnings) == []


def test_a_review_that_has_another_wording(reading: ReportReading, altered: ReportReading) -> None:
    (warning,) = [w for w in complete(reading, altered).warnings if w.kind is WarningKind.DIFFERENCE]

    assert (warning.code, warning.place) == ("other-wording", reading.review.recommendations[0].id)


def differences(*readings: AnyReading) -> list[str]:
    return list(map(str, differing_readings(readings)))


@pytest.mark.parametrize(("count", "more"), [(1, ""), (5, ""), (6, " and 1 more"), (8, " and 3 more")])
def test_five_of_the_places_are_named(count: int, more: str) -> None:
    one = list_of(*(printed(f"1.{item}", PERU) for item in range(1, count + 1)))
    other = list_of(*(printed(f"1.{item}", TOGO) for item in range(1, count + 1)))
    places = ", ".join(f"1.{item}" for item in range(1, min(count, 5) + 1))

    assert differences(one, other) == [f"two readings of Thematic list differ in {places}{more}; the first is taken"]


def test_every_two_readings_are_compared() -> None:
    first, second = addendum_of({"1.1": "noted"}), addendum_of({"1.1": "supported"})
    listed, export = list_of(printed("1.1", PERU)), list_of(source=attrs.evolve(LIST, id="export"))
    report = report_of(printed("1.1", PERU))

    assert differences(report, first, listed, export, second) == [
        "two readings of A/HRC/99/1/Add.1 differ in 1.1; the first is taken"
    ]
    assert differences(report, listed, export, first) == []


@pytest.mark.parametrize(
    ("about", "place"),
    [
        ({"unanswered": ("1.2",)}, "the numbers"),
        ({"rest": answer("noted", ADDENDUM)}, "the rest"),
        ({"source": attrs.evolve(ADDENDUM, sha256="a" * 64)}, None),  # another file that says the same
        ({"source": attrs.evolve(ADDENDUM, symbol="A/HRC/99/1/Add.2")}, None),  # another document
    ],
)
def test_where_two_addenda_differ(about: dict[str, Any], place: str | None) -> None:
    found = differences(addendum_of({"1.1": "noted"}), addendum_of({"1.1": "noted"}, **about))

    assert found == ([f"two readings of A/HRC/99/1/Add.1 differ in {place}; the first is taken"] if place else [])


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ({"date": DAY}, "date"),
        ({"speaking_states": (PERU,)}, "speaking states"),
        ({"stated": 7}, None),
        ({"citations": at(REPORT, "para. 2")}, None),
    ],
)
def test_where_two_reports_differ(header: dict[str, Any], place: str | None) -> None:
    found = differences(report_of(printed("1.1", PERU)), report_of(printed("1.1", PERU), **header))

    assert found == ([f"two readings of A/HRC/99/1 differ in {place}; the first is taken"] if place else [])
