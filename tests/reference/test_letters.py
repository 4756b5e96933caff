"""Characters as a reader sees them."""

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr.reference import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("har\u00adbour", "harbour"),
        ("\ufeffPaint\u200b the\u200e quay\u2060", "Paint the quay"),
        ("\u2067Peru\u2069", "Peru"),
        ("\ufb02ags of the o\ufb03ce", "flags of the office"),
        ("the\u00a0quay\u202f2", "the\u00a0quay\u202f2"),
        ("¹ ½ …", "¹ ½ …"),
        ("Côte d’Ivoire", "Côte d’Ivoire"),
        ("", ""),
    ],
)
def test_what_is_seen(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text())
def test_seen_once_is_seen_again(text: str) -> None:
    assert visible(visible(text)) == visible(text)


def test_work_grows_with_the_length_of_the_text() -> None:
    assert growth(lambda size: visible("ha\u00adr " * size), 300) < 1.2
