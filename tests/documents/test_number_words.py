"""Numbers in words."""

import re

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr.documents.number_words import NUMBER, cardinal, ordinal
from strategies import times

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one", 1),
        ("Twelve", 12),
        ("nineteen", 19),
        ("twenty", 20),
        ("Twenty-four", 24),
        ("forty five", 45),
        ("forty‑five", 45),
        ("forty- five", 45),
        ("SIXTY", 60),
        ("ninety-nine", 99),
        ("hundred", 100),
        ("a hundred and two", 102),
        ("one hundred and five", 105),
        ("one hundred twenty-three", 123),
        ("two hundred", 200),
        ("23", 23),
        (" 7 ", 7),
    ],
)
def test_cardinals(words: str, value: int) -> None:
    assert cardinal(words) == value
    assert re.fullmatch(NUMBER, words.strip())


@pytest.mark.parametrize(
    "words",
    [
        "", "no", "several", "a", "and", "-", "first", "two and three", "twenty-eleven", "five-forty", "five five",
        "fifty hundred", "one hundred and", "hundred hundred", "one two three", "2.5", "twenty-",
        "ten hundred", "ten five", "nineteen five", "twenty-ten", "twenty lamps", "twenty-five five", "lamps hundred",
        "one hundred lamps", "one hundred and ten five",
    ],
)  # fmt: skip
def test_what_is_no_number(words: str) -> None:
    assert cardinal(words) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("first", 1),
        ("Twelfth", 12),
        ("twentieth", 20),
        ("thirty-fourth", 34),
        ("forty‑first", 41),
        ("eightieth", 80),
        ("hundredth", 100),
        ("one hundred and third", 103),
        ("34th", 34),
        ("2nd", 2),
        ("thirty", None),
        ("fourth-thirty", None),
        ("th", None),
        ("", None),
    ],
)
def test_ordinals(words: str, value: int | None) -> None:
    assert ordinal(words) == value


@times(4)
@given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["-", " ", "–", " - "]))
def test_a_number_in_a_sentence_is_found_whole(tens: int, units: int, dash: str) -> None:
    names = ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    value = 10 * tens + units if tens > 1 else 10
    words = f"{names[tens - 1]}{dash}{UNITS[units - 1]}" if tens > 1 else "ten"
    found = re.search(NUMBER, f"During the dialogue, {words} delegations spoke.")
    assert found is not None
    assert (found.group(), cardinal(found.group())) == (words, value)


def test_words_that_only_contain_a_number_are_none() -> None:
    assert re.search(NUMBER, "someone in ninetynine tents, often; 2019") is None


@given(st.text(max_size=80))
def test_any_text_has_a_value_or_none(text: str) -> None:
    assert cardinal(text) is None or int(cardinal(text) or 0) >= 0
    assert ordinal(text) is None or int(ordinal(text) or 0) >= 0


@pytest.mark.parametrize("unit", ["one ", "hundred and ", "twenty-", "1", "a "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert growth(lambda size: (cardinal(unit * size), ordinal(unit * size)), 300) < 1.2
    for size in (10**3, 10**5):
        assert re.search(rf"{NUMBER} delegations", unit * size) is None


WORDS_BELOW_TWENTY = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
WORDS_OF_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """A number below a thousand, as English spells it."""
    if number >= 100:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{WORDS_BELOW_TWENTY[number // 100 - 1]} hundred{rest}"
    if number < 20:
        return WORDS_BELOW_TWENTY[number - 1]
    return WORDS_OF_TENS[number // 10 - 2] + (f"-{WORDS_BELOW_TWENTY[number % 10 - 1]}" if number % 10 else "")


def as_ordinal(words: str) -> str:
    """The ordinal of a number in words, as English forms it."""
    irregular = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
    irregular["twelve"] = "twelfth"
    start, last = re.fullmatch(r"(.*?)([a-z]+)", words).groups()  # type: ignore[union-attr]
    return start + irregular.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def test_every_number_below_a_thousand() -> None:
    numbers = range(1, 1000)
    assert [cardinal(in_words(number)) for number in numbers] == list(numbers)
    assert [ordinal(as_ordinal(in_words(number))) for number in numbers] == list(numbers)
    assert [cardinal(str(number)) for number in numbers] == list(numbers)
    assert all(re.fullmatch(NUMBER, in_words(number)) for number in numbers)
    assert all(re.fullmatch(NUMBER, in_words(number).replace("-", " - ")) for number in numbers)


def test_a_long_row_of_digits_is_no_number() -> None:
    """It is far above a thousand; Python would refuse to convert it."""
    assert cardinal("1" * 5000) is None
    assert ordinal(f"{'1' * 5000}th") is None
