"""The cycles of the review by its sessions."""

import pytest

from kz_upr.model import cycle_of


@pytest.mark.parametrize(
    ("sessions", "cycle"),
    [
        (range(1, 13), 1),
        (range(13, 27), 2),
        (range(27, 41), 3),
        (range(41, 55), 4),
        ((None, -1, 0, 55, 99), None),
    ],
)
def test_the_cycle_of_a_session(sessions: tuple[int | None, ...], cycle: int | None) -> None:
    assert {session: cycle_of(session) for session in sessions} == dict.fromkeys(sessions, cycle)
