"""What made-up sentences of addenda say, by the numbers that they name; paragraph 50 holds the recommendations."""

from kz_upr import PositionValue
from kz_upr.documents.declarations import Now, declared

#: An addendum of which neither the cycle nor the year is known.
UNKNOWN = Now()
#: Why a number has no answer.
EXCEPTED = "it is excepted, and no answer is given"
UNCLEAR = "its answer is unclear"
UNSAID = "no answer is given"
#: Numbers, their answer, and the reason if there is none.
Said = list[tuple[tuple[str, ...], str | None, str]]


def items(*numbers: int, paragraph: int = 50) -> tuple[str, ...]:
    return tuple(f"{paragraph}.{number}" for number in numbers)


def answers(text: str, *, heading: PositionValue | None = None, now: Now = UNKNOWN) -> dict[str, PositionValue | None]:
    """The answer to each number that a text names."""
    return {number: said.value for said in declared(text, heading, now).said for number in said.numbers}


def said(sentence: str) -> Said:
    """What a sentence says of each list of numbers."""
    return [(each.numbers, each.value, each.why) for each in declared(sentence, None, UNKNOWN).said]


def rest(sentence: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """What a sentence says of all recommendations, and of which paragraphs."""
    return [(each.value, each.paragraphs) for each in declared(sentence, None, UNKNOWN).rest]
