"""How faults of a file are named."""

import pytest

from kz_upr.documents.errors import first_of


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "a0"), (3, "a0; a1; a2"), (4, "a0; a1; a2 (and 1 more)"), (1003, "a0; a1; a2 (and 1,000 more)")],
)
def test_three_faults_are_named(count: int, said: str) -> None:
    assert first_of([f"a{number}" for number in range(count)]) == said
