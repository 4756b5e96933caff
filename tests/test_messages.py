"""How values and names are shown in messages."""

import pytest

from kz_upr.messages import count, legible, shortened, shown, with_article


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("France", "'France'"),
        ("x" * 80, f"'{'x' * 80}'"),
        ("x" * 81, f"'{'x' * 79}…'"),
        ("\ud800\n", r"'\ud800\n'"),
        (3, "3"),
        (10**18 - 1, "999999999999999999"),
        (10**18, "10**18 or more"),
        (1 - 10**18, "-999999999999999999"),
        (-(10**4000), "-10**18 or less"),
        (True, "True"),
        (None, "None"),
        (["x" * 100], f"['{'x' * 77}…"),
    ],
    ids=str,
)
def test_a_value_in_a_message(value: object, text: str) -> None:
    assert shown(value) == text


def test_text_that_can_be_printed() -> None:
    assert legible("Côte d’Ivoire") == "Côte d’Ivoire"
    assert legible("a\x1b[2J\n") == r"a\x1b[2J\n"
    assert legible("x" * 11, 10) == "x" * 9 + "…"
    assert legible("x" * 10, 10) == "x" * 10


def test_a_list_of_names() -> None:
    assert shortened(["a"] * 8) == "a, a, a, a, a, a, a, a"
    assert shortened(["a"] * 8 + ["b\n"]) == r"a, a, a, a, a, a, a, … b\n (9 in all)"


@pytest.mark.parametrize(("name", "text"), [("Review", "a Review"), ("Edition", "an Edition"), ("int", "an int")])
def test_articles(name: str, text: str) -> None:
    assert with_article(name) == text


def test_counts() -> None:
    assert [count(number, "row") for number in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]
    assert [count(number, "United Nations body") for number in (1, 3)] == [
        "1 United Nations body",
        "3 United Nations bodies",
    ]
