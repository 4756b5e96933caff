"""The data of a review compared with its official documents."""

from collections import Counter
from pathlib import Path

import pytest

import kz_upr
from kz_upr import PositionValue
from made_readings import a_report, an_addendum


@pytest.mark.parametrize(("cycle", "report"), [(1, "A-HRC-14-10.pdf"), (2, "A-HRC-28-10.pdf")])
def test_our_data_agree_with_the_report_in_every_point(official: Path, cycle: int, report: str) -> None:
    review = kz_upr.load_review(cycle)
    found = kz_upr.check(review, official / report)
    compared = Counter(finding.aspect for finding in found.findings)

    assert found.differences == ()
    assert found
    for aspect in ("numbers", "States", "clauses", "wording", "position (working group)"):
        assert compared[aspect] == len(review.recommendations)
    for aspect in ("session", "date", "meeting", "troika", "speakers", "speaking States", "advance questions"):
        assert compared[aspect] == 1


def test_bare_numbers_of_an_addendum_are_compared(official: Path) -> None:
    """A/HRC/14/15/Add.1 answers 1 to 97 of the report on Slovenia of 2010."""
    addendum = official / "A-HRC-14-15-Add.1.pdf"
    completed = kz_upr.complete(official / "A-HRC-14-15.pdf", addendum)
    found = kz_upr.check(completed, addendum)

    assert len(found.findings) == 97
    assert found


def test_recommendations_missing_according_to_the_coverage_are_not_differences() -> None:
    found = kz_upr.check(kz_upr.load_review(), a_report())

    assert {f.where for f in found.differences if f.aspect == "numbers"} == {"138.83"}
    assert len(found.not_held) == 245 - 17
    assert {f.where for f in found.differences if f.aspect == "wording"} == {"139.124", "139.161"}


def test_a_position_turned_round_is_a_difference() -> None:
    """The addendum of 2020 notes 139.2 and supports none of those listed in its paragraph 9."""
    found = kz_upr.check(kz_upr.load_review(), an_addendum({"139.2": PositionValue.SUPPORTED}))
    [difference] = found.differences

    assert (difference.where, difference.aspect) == ("139.2", "position (addendum)")
    assert (difference.ours, difference.theirs) == ("noted", "supported")
    assert "- 139.2, position (addendum): noted in the data, supported in A/HRC/43/10/Add.1" in str(found)


def test_a_check_that_compared_nothing_is_false() -> None:
    found = kz_upr.check(kz_upr.load_review(), an_addendum({"139.99": PositionValue.NOTED}))

    assert not found
    assert "nothing could be compared" in str(found)
    assert "A/HRC/43/10/Add.1 answers 139.99, which is not among the recommendations held" in str(found)
