"""Two readings of one document that differ: neither is taken in silence, whatever their order."""

from pathlib import Path

import attrs
import pytest

from kz_upr import ReadingWarning, WarningKind, complete
from kz_upr.documents import ReportReading, read_report
from kz_upr.model import Coverage, Held

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
    damaged = attrs.evolve(altered, warnings=(DAMAGE, *altered.warnings))

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
