"""Answers of the State to groups of recommendations, in the words before them or in a later paragraph."""

import pytest

from kz_upr import PositionValue
from kz_upr.documents import Reference
from kz_upr.documents.group_answers import answer_group, unanswered
from kz_upr.documents.groups import Group, Item

FIRST = 8


def group(paragraph: int, lead: str, count: int = 0) -> Group:
    """A paragraph of the conclusions with so many recommendations below it."""
    items = [Item(paragraph, index, ["Light the lamps."], None, None, paragraph) for index in range(1, count + 1)]
    return Group(paragraph, margin=113.0, lead=[lead], items=items)


def answered(*groups: Group) -> dict[str, tuple[str | None, str | None, int]]:
    """The position, the qualifier and the place of the answer of each recommendation that has any."""
    for index, each in enumerate(groups):
        answer_group(each, list(groups[:index]), FIRST)
    items = (item for each in groups for item in each.items)
    found = {item.number: (item.position, item.qualifier, item.answered_in) for item in items}
    return {number: each for number, each in found.items() if each[:2] != (None, None)}


@pytest.mark.parametrize(
    ("lead", "position", "qualifier"),
    [
        ("The following recommendations enjoy the support of Fiji:", "supported", None),
        ("Fiji supports the following recommendations, already implemented:", "supported", "already implemented"),
        ("Fiji notes the following recommendations, already implemented:", "noted", None),
    ],
)
def test_the_words_before_a_group(lead: str, position: str, qualifier: str | None) -> None:
    assert answered(group(8, lead, 2)) == dict.fromkeys(("8.1", "8.2"), (position, qualifier, 8))


MADE = "The recommendations made to Fiji are listed in this order."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("Fiji supports recommendations 1 and 3.", {"9.1": "supported", "9.3": "supported"}),
        ("Fiji notes recommendations 8.1 to 8.2.", {"8.1": "noted", "8.2": "noted"}),
        ("Fiji notes recommendations 8.2 to 8.1 and recommendation 9.1.", {"9.1": "noted"}),
        ("Fiji notes recommendations 2 and 3 of paragraph 8.", {"8.2": "noted", "8.3": "noted"}),
        ("In paragraph 8, Fiji notes recommendation 2.", {"8.2": "noted"}),
        ("Fiji notes recommendation 2 of paragraph 8, as paragraph 9 says.", {"8.2": "noted"}),
        ("With 2 of its lamps lit, Fiji notes recommendation 1.", {"9.1": "noted"}),
        ("Fiji notes recommendation 7.", {}),
        ("Recommendations 8.1 and 9.1 are long.", {}),
        ("Fiji notes recommendation 2 of paragraph 27 of another report.", {}),
        ("The lamps of 8.1 are noted.", {}),
        (
            "Fiji supports these recommendations.",
            dict.fromkeys(["8.1", "8.2", "8.3", "9.1", "9.2", "9.3"], "supported"),
        ),
        ("Fiji notes the recommendations in paragraph 27 of another report.", {}),
        ("Fiji notes recommendations on lamps.", {}),
        ("These recommendations are long.", {}),
    ],
)
def test_a_later_paragraph(later: str, expected: dict[str, str]) -> None:
    found = answered(group(8, MADE, 3), group(9, MADE, 3), group(10, later))

    assert {number: position for number, (position, _, _) in found.items()} == expected
    assert {place for _, _, place in found.values()} <= {10}


def test_what_was_answered_keeps_its_answer_where_all_are_meant() -> None:
    found = answered(
        group(8, "Fiji notes the following recommendations:", 1),
        group(9, MADE, 1),
        group(10, "Fiji supports these recommendations, already implemented."),
    )

    assert found == {"8.1": ("noted", None, 8), "9.1": ("supported", "already implemented", 10)}


def test_an_implemented_recommendation_is_supported_unless_it_is_noted() -> None:
    found = answered(
        group(8, "Fiji notes the following recommendations:", 1),
        group(9, MADE, 2),
        group(10, "Recommendations 8.1 and 9.1 have already been implemented."),
    )

    assert found == {"8.1": ("noted", None, 8), "9.1": ("supported", "already implemented", 9)}


def test_an_answer_before_any_group() -> None:
    assert answered(group(8, "Fiji supports recommendations 1 and 2."), group(9, MADE, 2)) == {}


def test_groups_without_an_answer_are_told() -> None:
    groups = [group(9, MADE, 2), group(8, MADE, 1), group(10, MADE)]
    answered(*groups)

    references = [
        Reference(paragraph=11, places=("81",)),
        Reference(paragraph=12, places=("82",), answer=PositionValue.NOTED),
    ]

    assert [warning.place for warning in unanswered(groups, references)] == ["para. 8", "para. 9", "para. 11"]
