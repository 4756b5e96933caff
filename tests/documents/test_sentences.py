"""The phrases of a sentence."""

import pytest

from kz_upr.documents.phrases import Kind, Phrase
from kz_upr.documents.sentences import phrases


def after_the_verb(sentence: str) -> list[tuple[Kind, str]]:
    """Kinds and marks of what follows the first verb, which answers."""
    found = phrases(sentence)
    verb = [phrase.kind for phrase in found].index(Kind.VERB)
    return [(phrase.kind, phrase.mark) for phrase in found[verb + 1 :]]


NUMBERS, VERB, END = (Kind.NUMBERS, ""), (Kind.VERB, ""), (Kind.BREAK, "")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fiji notes 50.1 and partially supports 50.2.", [NUMBERS, VERB, NUMBERS]),  # how the verb answers
        ("Fiji notes 50.1 and in part supports 50.2.", [NUMBERS, VERB, NUMBERS]),
        ("Fiji accepts, partially, recommendation 50.1.", [(Kind.PART, ""), NUMBERS]),
        ("Fiji supports 50.1 in part.", [NUMBERS, (Kind.PART, "alone")]),
        ("Fiji supports 50.1, but only in part.", [NUMBERS, END, (Kind.PART, "alone")]),
        ("Fiji supports 50.1, but its second part with care.", [NUMBERS, END, (Kind.PART, "")]),
        ("Fiji supports 50.1 (first part only).", [NUMBERS, (Kind.OPEN, ""), (Kind.PART, ""), (Kind.CLOSE, "")]),
        ("Fiji notes 50.1; in part 50.2 is noted.", [NUMBERS, END, (Kind.PART, "next"), NUMBERS, VERB]),
        ("Fiji supports 50.1 and, partly, 50.2.", [NUMBERS, (Kind.PART, "next"), NUMBERS]),
        ("Fiji supports 50.1 as well as, partly, 50.2.", [NUMBERS, (Kind.PART, "next"), NUMBERS]),
        ("Fiji supports 50.1 in part, 50.2.", [NUMBERS, (Kind.PART, ""), NUMBERS]),
        ("Fiji supports 50.1 lamps 50.2.", [NUMBERS, (Kind.GAP, ""), NUMBERS]),
        ("Fiji supports 50.1 → 50.2.", [NUMBERS, (Kind.GAP, "unclear"), NUMBERS]),
        ("Fiji supports 50.1 on lamps 50.2.", [NUMBERS, NUMBERS]),
    ],
)
def test_what_stands_between_lists(sentence: str, expected: list[tuple[Kind, str]]) -> None:
    assert after_the_verb(sentence) == expected


@pytest.mark.parametrize("before", range(16))
def test_all_recommendations_on_a_subject_are_not_all(before: int) -> None:
    """Wherever in the sentence they stand."""
    *_, every = phrases(f"{'lamp ' * before}and Fiji supports all recommendations on lamps.")

    assert every == Phrase(Kind.EVERY, mark="restricted")


@pytest.mark.parametrize(("words", "restricted"), [(14, True), (15, False)])
def test_fifteen_words_describe_all_recommendations(words: int, restricted: bool) -> None:
    *_, every = phrases(f"Fiji supports all recommendations {'made ' * words}on lamps.")

    assert every == Phrase(Kind.EVERY, mark="restricted" if restricted else "")
