"""Results that are remembered within bounds."""

from typing import Any

import pytest

from kz_upr.documents.remembering import Remembered


def test_a_value_is_found_out_once() -> None:
    asked: list[str] = []
    remembered = Remembered(lambda text: asked.append(text) or text.upper())  # type: ignore[func-returns-value]

    assert [remembered[text] for text in ("lamp", "pier", "lamp")] == ["LAMP", "PIER", "LAMP"]
    assert asked == ["lamp", "pier"]


@pytest.mark.parametrize(
    ("argument", "kept"),
    [
        ("a" * 1000, True),
        ("a" * 1001, False),
        (("a" * 500, "b" * 500), True),
        (("a" * 500, "b" * 501), False),
        ((), True),
    ],
)
def test_long_texts_are_not_kept(argument: Any, kept: bool) -> None:
    remembered = Remembered(len)

    assert remembered[argument] == len(argument)
    assert (argument in remembered) == kept


def test_no_more_than_five_thousand_values_are_kept() -> None:
    remembered = Remembered(len)
    for number in range(5000):
        assert remembered[str(number)]

    assert len(remembered) == 5000
    assert remembered["one more"] == 8
    assert len(remembered) == 1
