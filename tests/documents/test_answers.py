"""What the words of an answer mean."""

import pytest

from kz_upr.documents.answer_blocks import named_in_cell
from kz_upr.documents.answers import answer_in
from kz_upr.model import PositionValue


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fiji supports this recommendation.", "supported"),
        ("Fiji agrees with this recommendation.", "supported"),
        ("Fiji does not agree with this recommendation.", "noted"),
        ("Fiji accepts this recommendation in part.", "partly supported"),
        ("Fiji supports these recommendations partially.", "partly supported"),
        ("Fiji accepts only part of this recommendation.", "partly supported"),
        ("Fiji agrees with the importance of lamps.", None),
    ],
)
def test_the_answer_in_a_text(text: str, value: str | None) -> None:
    assert answer_in(text) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Supported", "supported"),
        ("FULLY ACCEPTED", "supported"),
        ("Accepts", "supported"),
        ("Noted", "noted"),
        ("Takes note", "noted"),
        ("Not supported", "noted"),
        ("DOES NOT ACCEPT", "noted"),
        ("Rejected", "noted"),
        ("Supported/Noted", "partly supported"),
        ("Accepted in part", "partly supported"),
        ("Not noted", None),
    ],
)
def test_the_answer_in_a_cell(cell: str, value: PositionValue | None) -> None:
    assert named_in_cell(cell) == value
