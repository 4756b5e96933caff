"""How far two words differ in spelling."""

import pytest
from hypothesis import given, strategies as st

from kz_upr.reference.edits import within_edits
from strategies import times

letters = st.text("abc", max_size=6)


def distance(one: str, other: str) -> int:
    """The number of edits by the table of the textbooks: one letter, or two neighbours that change places."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("torture", "torture", 0),
        ("torture", "tortrue", 1),
        ("torture", "tortur", 1),
        ("torture", "torturre", 1),
        ("torture", "torturo", 1),
        ("women", "woman", 1),
        ("lawyer", "lwayers", 2),
        ("", "", 0),
        ("", "ab", 2),
        ("abc", "cba", 2),
    ],
)
def test_the_number_of_edits(one: str, other: str, edits: int) -> None:
    assert within_edits(one, other, edits)
    assert within_edits(other, one, edits)
    assert edits == 0 or not within_edits(one, other, edits - 1)


@times(20)
@given(letters, letters, st.integers(0, 3))
def test_it_agrees_with_the_table(one: str, other: str, most: int) -> None:
    assert within_edits(one, other, most) == (distance(one, other) <= most)
