"""Statements and their points."""

from made_review import SAID


def test_how_they_are_shown() -> None:
    assert [repr(statement) for statement in SAID] == [
        "<Statement KAZ-9-per: Peru, interactive dialogue, 2 points>",
        "<Statement KAZ-9-joint: France and Japan, interactive dialogue, 1 points>",
        "<Statement KAZ-9-ngo: Lamplighters, interactive dialogue, 0 points>",
    ]
    assert repr(SAID[0].points[0]) == "<Point commends: welcomed the reform of schools>"
