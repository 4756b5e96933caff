"""Positions in cells: one word, several, in several languages, and words that are no position."""

import pytest

from kz_upr.documents.position_words import position_in_cell

from effort import growth  # isort: skip


@pytest.mark.parametrize(
    ("printed", "position"),
    [
        ("Supported", "supported"),
        ("Accepted", "supported"),
        ("NOTED", "noted"),
        ("Not Supported", "noted"),
        ("NotSupported", "noted"),
        ("Rejected", "noted"),
        ("Pending", "pending"),
        ("Under consideration", "pending"),
        ("Partially supported", "partly supported"),
        ("Partly Supported", "partly supported"),
        ("Supported in part", "partly supported"),
        ("Supported / Noted", "partly supported"),
        ("Supported/Noted\n**", "partly supported"),
        (" - NOTED ", "noted"),
        ("- Noted ", "noted"),
        ("Noted.", "noted"),
        ("Supported*", "supported"),
        ("Supported 1", "supported"),
        ("Not accepted", "noted"),
        ("Supported/Noted", "partly supported"),
        ("Noted/Supported", "partly supported"),
        ("Supported and noted", "partly supported"),
        ("Supported\nNoted", "partly supported"),
        ("Supported; Supported", "supported"),
        ("Accepted in part", "partly supported"),
        ("Notée", "noted"),
        ("Принято", "supported"),
        ("Принято к сведению", "noted"),
    ],
)
def test_positions(printed: str, position: str) -> None:
    assert position_in_cell(printed) == position


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "-",
        "S",
        "Lamps",
        "Lit",
        "Supported, lamps",
        "Supported in principle",
        "Noted with thanks",
        "Supported and pending",
    ],
)
def test_words_that_are_no_position(printed: str) -> None:
    assert position_in_cell(printed) is None


@pytest.mark.parametrize("unit", [" ", "1", "*", "/", "Noted ", "and "])
def test_work_grows_with_the_text(unit: str) -> None:
    assert growth(lambda size: position_in_cell(unit * size + "x"), 80) < 1.5
