"""Texts of 100,000 letters: what took minutes or hours when a pattern tried every beginning of a run again.

Only whether it comes to an end is tested here; ``benchmarks/text.py`` measures how the time grows.
"""

import unicodedata
from collections.abc import Callable
from typing import Literal

import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr.attribution import entries_in, namings
from kz_upr.documents import answers, declarations, demands, labels, list_heads, markup, references, sessions, speaking
from kz_upr.documents.outline import joined
from kz_upr.numbers import number_key
from kz_upr.reference import fold, normalized
from kz_upr.wording import unknown_names

PERU = kz_upr.resolve_state("PER")
N = 100_000
RUNS = {
    "spaces": " " * N,
    "lines": "\n" * N,
    "non-breaking spaces": "\u00a0" * N,
    "marks": "\u0301\u0323" * (N // 2),
    "digits": "1" * N,
    "commas": "," * N,
    "brackets": "(" * N,
    "words": "and " * (N // 4),
    "numbers": "1 " * (N // 2),
}
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "numbers": lambda run: kz_upr.expand_numbers(f"the{run}x"),
    "recommendation": lambda run: kz_upr.parse_recommendation(f"1.1 Paint (Peru{run}) (Peru on{run}x"),
    "names": lambda run: list(unknown_names(f"Paint (Ruritania,{run}x (Peru{run}on")),
    "namings": lambda run: namings(f"Paint (Peru{run}) ({run}"),
    "list of States": lambda run: entries_in(f"Peru{run[:3000]}on behalf"),
    "fingerprint": lambda run: kz_upr.fingerprint(f"a{run}x"),
    "name": lambda run: fold(f"the{run}x"),
    "State": lambda run: kz_upr.resolve_state(f"Republic of{run}x"),
    "theme": lambda run: kz_upr.resolve_theme(f"torture{run}x"),
    "recommendation by number": lambda run: kz_upr.find_recommendation(kz_upr.load_review(2), f"124.{run}x"),
    "selection": lambda run: kz_upr.select(kz_upr.load_review(2).recommendations, text=f"women {run}"),
    "search": lambda run: kz_upr.search(kz_upr.load_review(2), f"women {run}"),
    "answer": lambda run: answers.answer_in(f"noted{run}x supports{run}x cannot{run}x"),
    "sentence": lambda run: declarations.declared(f"Supports 1.1{run}x", None, declarations.Now(cycle=2, year=2014)),
    "cell": lambda run: demands.demands_in(f"1.1 Paint (Peru);{run}1.2"),
    "goal": lambda run: labels.tag_of(f"S1{run}SDG{run}x", kz_upr.TagKind.THEME, "x"),
    "title": lambda run: list_heads.head_of([f"cycle{run}no{run}x"], None),
    "markup": lambda run: markup.plain_text(f"<b{run}a={run}<!--{run}"),
    "references": lambda run: list(references.references_in(5, f"The recommendations in paragraph{run}nos.{run}x", 9)),
    "session": lambda run: sessions.session_in(f"session{run}no.{run}x"),
    "speaker": lambda run: speaking.opening(f"Urugay{run}x", PERU),
}


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_it_comes_to_an_end(name: str, run: str) -> None:
    try:
        FUNCTIONS[name](RUNS[run])
    except (ValueError, LookupError) as error:
        message = str(error)
    else:
        message = ""
    assert len(message) < 1500


MARKS = st.text(st.sampled_from("\u0301\u0323\u0327\u0344\u0f71\u0f73\u0f75\u3099\u0345ae\u1e9b\ufb01"), max_size=200)


@given(st.text() | MARKS | MARKS.map(lambda marks: marks * 9))
def test_normalization_is_that_of_unicode(text: str) -> None:
    forms: tuple[Literal["NFKC", "NFKD"], ...] = ("NFKC", "NFKD")
    for form in forms:
        assert normalized(form, text) == unicodedata.normalize(form, text)


@given(st.lists(st.text(st.sampled_from("ab-– /"), max_size=4), max_size=8))
def test_printed_lines_as_running_text(lines: list[str]) -> None:
    """A line that ends with a hyphen, a dash or a slash after a letter is joined to the next without a space."""
    text = ""
    for line in lines:
        glued = len(text) > 1 and text[-1] in "-–/" and not text[-2].isspace()
        text = f"{text}{line}" if not text or glued else f"{text} {line}"
    assert joined(lines) == " ".join(text.split())


@pytest.mark.parametrize(
    ("number", "key"),
    [("139.2", (139, 2)), ("139.124", (139, 124)), ("٣.4", (3, 4)), ("a.4", (0, 4)), ("", (0,)), ("9" * 5000, (0,))],
)
def test_the_key_of_a_number(number: str, key: tuple[int, ...]) -> None:
    assert number_key(number) == key


def test_a_word_asked_for_twice_is_asked_for_once() -> None:
    review = kz_upr.load_review(2)
    assert kz_upr.select(review.recommendations, text="women women") == kz_upr.select(
        review.recommendations, text="women"
    )
    assert kz_upr.search(review, "torture torture") == kz_upr.search(review, "torture")
