"""Goals and targets among themes, and in a column of their own."""

import pytest

from kz_upr.documents.goals import goal_among_themes, goal_named


@pytest.mark.parametrize(
    "label", ["S16 SDG 16 - peace", "S16 - SDG 16: peace", "SDG 16 – peace", "SDG16 peace", "Goal 16 - peace"]
)
def test_goals_among_themes(label: str) -> None:
    assert goal_among_themes(label) == ("16", "peace")


def test_a_goal_without_words_and_one_with_a_leading_zero() -> None:
    assert goal_among_themes("SDG 16") == ("16", "SDG 16")
    assert goal_among_themes("S05 SDG 05 - equality") == ("5", "equality")


@pytest.mark.parametrize(
    "label", ["A12 Harbours", "S12 Sails", "16 - lamps", "SDG 18 - lamps", "SDGs 3 and 4", "Goals"]
)
def test_themes_that_are_no_goals(label: str) -> None:
    assert goal_among_themes(label) is None


@pytest.mark.parametrize(
    ("label", "goal"),
    [
        ("16 - PEACE", ("16", "PEACE")),
        ("16.b - peace", ("16.b", "peace")),
        ("GOAL 16: peace", ("16", "peace")),
        ("SDG 16 - peace", ("16", "peace")),
        ("2030 Agenda", None),
        ("18 - peace", None),
    ],
)
def test_a_column_of_goals(label: str, goal: tuple[str, str] | None) -> None:
    assert goal_named(label) == goal


@pytest.mark.parametrize("goal", range(1, 18))
def test_there_are_seventeen_goals(goal: int) -> None:
    assert goal_named(f"{goal} - lamps") == (str(goal), "lamps")
    assert goal_named(f"GOAL {goal:02}.3: lamps") == (f"{goal}.3", "lamps")
    assert goal_among_themes(f"sdg {goal}") == (str(goal), f"SDG {goal}")


@pytest.mark.parametrize("goal", [0, 18, 19, 70, 99])
def test_other_numbers_are_no_goals(goal: int) -> None:
    assert goal_named(f"{goal} - lamps") is None
    assert goal_among_themes(f"SDG {goal} - lamps") is None
