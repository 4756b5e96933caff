"""One warning of all faults of a file."""

import pytest

from kz_upr import WarningKind
from kz_upr.documents.damage import damaged_file


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "a0"), (3, "a0; a1; a2"), (4, "a0; a1; a2 (and 1 more)"), (1003, "a0; a1; a2 (and 1,000 more)")],
)
def test_three_faults_are_named(count: int, said: str) -> None:
    warning = damaged_file([f"a{number}" for number in range(count)])

    assert (warning.kind, warning.code, warning.place) == (WarningKind.DAMAGE, "damaged-file", "the file")
    assert str(warning) == f"the file is damaged: {said}"
