"""What an addendum says about all recommendations that it does not number, and which numbers it leaves open."""

import re
from collections.abc import Iterator

from kz_upr.documents.answered_paragraphs import BELOW_EARLIER, Answer, Found
from kz_upr.documents.answers import qualifier_in
from kz_upr.documents.phrases import numbers_named
from kz_upr.model import PositionValue, ReadingWarning, unread
from kz_upr.numbers import FULL_NUMBER

_NUMBER = re.compile(rf"(?<![\w/.]){FULL_NUMBER}")
_RECOMMENDATION = re.compile(r"\brec(?:ommendation)?s?\b", re.IGNORECASE)
_EXCERPT = 90  # letters of a sentence that a warning shows


def said_of_rest(found: Found, warnings: list[ReadingWarning]) -> tuple[Answer | None, tuple[str, ...]]:
    """The answer to all recommendations without a number, and the paragraphs of the report that it is limited to.

    There is none if the addendum says different things about them, or something about a part that is not numbered.
    """
    unclear = [(place, said) for place, said in found.rest if said.value is None]
    for place, said in unclear:
        message = f"{place}: it is unclear which recommendations are meant: “{_excerpt(said.sentence)}”"
        warnings.append(unread("unnumbered", place, message))
    if not found.rest or unclear:
        return None, ()
    place, first = found.rest[0]
    if any((said.value, said.paragraphs) != (first.value, first.paragraphs) for _, said in found.rest):
        places = ", ".join(dict.fromkeys(place for place, _ in found.rest))
        message = f"{places}: more than one answer for all other recommendations"
        warnings.append(unread("unnumbered", place, message))
        return None, ()
    if not found.listed and not found.below:
        message = f"{place}: an answer to all recommendations, but none is numbered: “{_excerpt(first.sentence)}”"
        warnings.append(unread("no-number", place, message))
    return Answer("", first.value, qualifier_in(first.sentence), place), first.paragraphs


def left_open(found: Found, answers: dict[str, Answer]) -> Iterator[tuple[str, str]]:
    """The numbers named without an answer that could be read, with the reason."""
    paragraphs = {number.partition(".")[0] for number in answers if "." in number}
    for place, said in found.unanswered:
        sure = _RECOMMENDATION.search(said.sentence)
        for number in said.numbers if not said.earlier else ():
            if number not in answers and (sure or number.partition(".")[0] in paragraphs):
                yield number, f"{place}: {said.why}: “{_excerpt(said.sentence)}”"
    for place, block in found.bare:
        yield from ((number, f"{place}: no answer is given") for number in block.numbers if number not in answers)
    for place, number in found.inside:
        if number not in answers and number.partition(".")[0] in paragraphs:
            yield number, f"{place}: it begins a line of the text below another number"
    for text in found.text:
        named = set(numbers_named(text))  # with cross references
        for number in _NUMBER.findall(text):
            if number not in named and number not in answers and number.partition(".")[0] in paragraphs:
                yield number, "the list could not be read"


def remarks(found: Found, answers: dict[str, Answer], open_: dict[str, str]) -> Iterator[ReadingWarning]:
    """Warnings of all numbers whose answer could not be read."""
    vague = [answer for answer in found.below if answer.value in (None, PositionValue.UNDECIDED)]
    for answer in vague:
        if answers[answer.number] is answer:
            message = f"{answer.number} is undecided: no answer is recognized in the text ({answer.locator})"
            yield unread("unanswered", answer.number, message)
    reasons: dict[str, list[str]] = {}
    for number, reason in open_.items():
        reasons.setdefault(reason, []).append(number)
    for reason, numbers in reasons.items():
        listed = ", ".join(numbers)
        yield unread("unanswered", numbers[0], f"{listed} without an answer; {reason}")
    for place, said in found.unanswered:
        numbers = [number for number in said.numbers if number not in answers]
        if said.earlier and numbers and (said.why == BELOW_EARLIER or _RECOMMENDATION.search(said.sentence)):
            message = f"{', '.join(numbers)} not read in {place}: {said.why}: “{_excerpt(said.sentence)}”"
            yield unread("earlier-review", place, message)


def _excerpt(sentence: str) -> str:
    return sentence if len(sentence) <= _EXCERPT else f"{sentence[:_EXCERPT].rstrip()}…"
