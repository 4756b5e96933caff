"""The answer in the text below a number."""

import pytest

from effort import growth
from kz_upr import PositionValue, resolve_state
from kz_upr.documents.answers_below import answer_below
from kz_upr.documents.declarations import Now

S, N, P, U = (
    PositionValue.SUPPORTED,
    PositionValue.NOTED,
    PositionValue.PARTLY_SUPPORTED,
    PositionValue.UNDECIDED,
)
NOW = Now(cycle=3, year=2020, state=resolve_state("FJI"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fiji supports this recommendation.", S),
        ("The Government accepts the recommendation on lamps and has lit them.", S),
        ("Accepted. The lamps are lit.", S),
        ("Enjoys the support of Fiji", S),
        ("Position of Fiji: supported", S),
        ("As was said, Fiji accepts it.", S),
        ("Fiji does not, at this time, support this recommendation.", N),
        ("Fiji regrets that it is not in a position to accept these recommendations.", N),
        ("The recommendation is not acceptable to Fiji.", N),
        ("Unable to support", N),
        ("Noted. Lamps are costly.", N),
        ("Fiji supports recommendation 9.7 and notes this recommendation.", N),
        ("Fiji supports recommendation 9.7. It notes this recommendation.", N),
        ("Response: noted", N),
        ("Fiji accepts this recommendation in part.", P),
        ("Partially accepted.", P),
        ("Fiji accepts the recommendation on lamps. Fiji cannot accept the recommendation on quays.", P),
        ("Fiji accepts the recommendation. It cannot make a definitive statement on quays.", P),
        ("Fiji cannot, at this point, make a definitive statement.", U),
    ],
)
def test_an_answer(text: str, value: PositionValue) -> None:
    assert answer_below(text, NOW) is value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Fiji would accept this recommendation if it had the means.",
        "Fiji supports the spirit of this recommendation.",
        "Fiji is considering whether to accept this recommendation.",
        "Fiji refrains from supporting this recommendation.",
        "In 2010 Fiji accepted this recommendation.",
        "Peru supports this recommendation.",
        "Accepted recommendations are carried out by the harbour board.",
        "A recommendation of this kind was rejected by the court.",
        "The recommendations of the harbour board were accepted.",
        "Accept the sailors of Peru.",
        "Fiji agrees that lamps matter.",
    ],
)
def test_no_answer(text: str) -> None:
    assert answer_below(text, NOW) is None


@pytest.mark.parametrize("unit", ["this recommendation ", "Accepted. ", "Fiji accepts it. ", "Position of "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert growth(lambda size: answer_below(unit * size, NOW), 60) < 1.3
