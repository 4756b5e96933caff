"""Characters as a reader sees them."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr.reference import normalized, spaced, visible

MARKS = "\u0301\u0316\u0323\u0338\u0345\u3099"


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paint the quay", "Paint the quay"),
        ("Paint  the quay", "Paint the quay"),
        (" Paint", "Paint"),
        ("Paint ", "Paint"),
        ("Paint\u00a0the\tquay\n", "Paint the quay"),
        (" ", ""),
        ("", ""),
    ],
)
def test_runs_of_white_space_are_one_space(text: str, expected: str) -> None:
    assert spaced(text) == expected


@given(
    st.sampled_from(["NFKC", "NFKD"]),
    st.lists(st.tuples(st.sampled_from("aéｱ가。"), st.text(MARKS, max_size=70)), max_size=4),
)
def test_many_marks_on_a_letter_are_put_in_the_order_of_unicode(form: Any, parts: list[tuple[str, str]]) -> None:
    text = "".join(letter + marks for letter, marks in parts)
    assert normalized(form, text) == unicodedata.normalize(form, text)


def test_marks_stay_on_their_letter() -> None:
    text = "a" + "\u0301" * 30 + "。" + "\u0316" * 30
    assert normalized("NFKC", text) == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("count", [49, 50, 51, 5000])
def test_runs_of_marks(count: int) -> None:
    text = "a" + "\u0301\u0338\u0316" * count + "b。" * count
    assert normalized("NFKC", text) == unicodedata.normalize("NFKC", text)
