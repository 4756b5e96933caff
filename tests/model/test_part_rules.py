"""The rules of single objects."""

import attrs
import pytest

from kz_upr.model import faults_of
from made_review import SAID


@pytest.mark.parametrize("place", range(4))
def test_points_are_numbered_by_their_place(place: int) -> None:
    points = [attrs.evolve(SAID[0].points[0], id=f"KAZ-9-per-p{number}") for number in range(1, 5)]
    points[place] = attrs.evolve(points[place], id="KAZ-9-per-p7")

    assert faults_of(attrs.evolve(SAID[0], points=tuple(points))) == [
        (f"$.points[{place}].id", f"expected KAZ-9-per-p{place + 1}, got KAZ-9-per-p7")
    ]
