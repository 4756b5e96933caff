"""Labels as tags: goals and targets among themes, and in a column of their own."""

import pytest

from kz_upr import Tag, TagKind
from kz_upr.documents.labels import tag_of


def goal_in(label: str, kind: TagKind) -> tuple[str | None, str] | None:
    """The number and label of the goal that a label is; None for a label that stays as it is."""
    tag = tag_of(label, kind, "made")
    if tag == Tag(kind=kind, scheme="made", label=label):
        return None
    assert (tag.kind, tag.scheme) == (TagKind.SDG, "made")
    return tag.code, tag.label


@pytest.mark.parametrize(
    "label", ["S16 SDG 16 - peace", "S16 - SDG 16: peace", "SDG 16 – peace", "SDG16 peace", "Goal 16 - peace"]
)
def test_goals_among_themes(label: str) -> None:
    assert goal_in(label, TagKind.THEME) == ("16", "peace")


def test_a_goal_without_words_and_one_with_a_leading_zero() -> None:
    assert goal_in("SDG 16", TagKind.THEME) == ("16", "SDG 16")
    assert goal_in("S05 SDG 05 - equality", TagKind.THEME) == ("5", "equality")


@pytest.mark.parametrize(
    "label", ["A12 Harbours", "S12 Sails", "16 - lamps", "SDG 18 - lamps", "SDGs 3 and 4", "Goals"]
)
def test_themes_that_are_no_goals(label: str) -> None:
    assert goal_in(label, TagKind.THEME) is None


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
    assert goal_in(label, TagKind.SDG) == goal


@pytest.mark.parametrize("goal", range(1, 18))
def test_there_are_seventeen_goals(goal: int) -> None:
    assert goal_in(f"{goal} - lamps", TagKind.SDG) == (str(goal), "lamps")
    assert goal_in(f"GOAL {goal:02}.3: lamps", TagKind.SDG) == (f"{goal}.3", "lamps")
    assert goal_in(f"sdg {goal}", TagKind.THEME) == (str(goal), f"SDG {goal}")


@pytest.mark.parametrize("goal", [0, 18, 19, 70, 99])
def test_other_numbers_are_no_goals(goal: int) -> None:
    assert goal_in(f"{goal} - lamps", TagKind.SDG) is None
    assert goal_in(f"SDG {goal} - lamps", TagKind.THEME) is None


def test_affected_persons_are_no_goals() -> None:
    assert goal_in("SDG 5 - women", TagKind.AFFECTED_PERSONS) is None
