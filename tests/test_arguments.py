"""What the public functions do with arguments that they do not expect: a clear error, and only a documented one."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st

import kz_upr
from kz_upr.arguments import expect
from strategies import times

REVIEW = kz_upr.load_review(2)
HELD = REVIEW.recommendations
FIRST = HELD[0]

#: What no function takes.
WRONG: dict[str, Any] = {
    "None": None,
    "int": 3,
    "int of 5,000 digits": 10**5000,
    "float": float("nan"),
    "bytes": b"x",
    "list": [],
    "list of None": [None],
    "dict": {"a": 1},
    "object": object(),
    "class": type,
}
#: Every public function that takes one argument of a kind, by what it is called with here.
FUNCTIONS: dict[str, Callable[[Any], object]] = {
    "find_recommendation(review)": lambda thing: kz_upr.find_recommendation(thing, "124.1"),
    "find_recommendation(number)": lambda thing: kz_upr.find_recommendation(REVIEW, thing),
    "select(items)": lambda thing: kz_upr.select(thing, text="women"),
    "select(text)": lambda thing: kz_upr.select(HELD, text=thing),
    "search(reviews)": lambda thing: kz_upr.search(thing, "women"),
    "search(text)": lambda thing: kz_upr.search(REVIEW, thing),
    "by_state": kz_upr.by_state,
    "count_by(items)": lambda thing: kz_upr.count_by(thing, "state"),
    "count_by(key)": lambda thing: kz_upr.count_by(HELD, thing),
    "timeline": kz_upr.timeline,
    "related(recommendation)": lambda thing: kz_upr.related(thing, REVIEW),
    "related(review)": lambda thing: kz_upr.related(FIRST, thing),
    "compare_editions(old)": lambda thing: kz_upr.compare_editions(thing, "2026.11"),
    "compare_editions(new)": lambda thing: kz_upr.compare_editions("2026.11", thing),
    "resolve_state": kz_upr.resolve_state,
    "resolve_theme": kz_upr.resolve_theme,
    "resolve_affected_persons": kz_upr.resolve_affected_persons,
    "resolve_instrument": kz_upr.resolve_instrument,
    "parse_recommendation": kz_upr.parse_recommendation,
    "expand_numbers": kz_upr.expand_numbers,
    "fingerprint": kz_upr.fingerprint,
    "cite(thing)": kz_upr.cite,
    "cite(style)": lambda thing: kz_upr.cite(REVIEW, thing),
    "validate": kz_upr.validate,
    "to_dict": kz_upr.to_dict,
    "from_dict": kz_upr.from_dict,
    "from_json": kz_upr.from_json,
    "to_records(items)": kz_upr.to_records,
    "to_records(per)": lambda thing: kz_upr.to_records(HELD, per=thing),
    "to_csv(items)": lambda thing: kz_upr.to_csv(thing, io.StringIO()),
    "table_schema": kz_upr.table_schema,
    "table_columns": kz_upr.table_columns,
    "load_review(cycle)": kz_upr.load_review,
    "load_review(edition)": lambda thing: kz_upr.load_review(3, edition=thing),
    "load_reviews(edition)": lambda thing: kz_upr.load_reviews(edition=thing),
    "complete(review)": kz_upr.complete,
    "complete(document)": lambda thing: kz_upr.complete(REVIEW, thing),
    "check(review)": kz_upr.check,
    "check(document)": lambda thing: kz_upr.check(REVIEW, thing),
}
#: The conditions of select; None means no condition.
CONDITIONS = ("state", "group", "position", "action", "act", "theme", "persons", "instrument", "manner", "sdg")
FUNCTIONS |= {
    f"select({name})": lambda thing, name=name: kz_upr.select(HELD, **{name: thing})  # type: ignore[misc]
    for name in CONDITIONS
}
#: What some functions do take, though others don't.
TAKEN = {
    *((name, "None") for name in FUNCTIONS if re.search(r"edition\)|per\)|select\((?!items)", name)),
    *((name, "list") for name in FUNCTIONS if re.search(r"(items|reviews)\)|by_state|timeline", name)),
    *(("load_review(cycle)", wrong) for wrong in ("int",)),
    ("select(sdg)", "int"),
    ("from_json", "bytes"),
}
ERRORS = (TypeError, ValueError, LookupError)


@pytest.mark.parametrize(("name", "wrong"), [(n, w) for n in FUNCTIONS for w in WRONG if (n, w) not in TAKEN])
def test_what_no_function_takes(name: str, wrong: str) -> None:
    with pytest.raises(ERRORS) as caught:
        FUNCTIONS[name](WRONG[wrong])
    assert caught.type.__module__ != "builtins" or caught.type in (TypeError, ValueError)
    message = str(caught.value)
    assert re.search(r"\b(expected|no \w+|cannot be opened)\b", message)
    assert len(message) < 1500
    assert not re.search(r"object has no attribute|not supported between|not iterable|unhashable|digits\)", message)


@pytest.mark.parametrize("limit", [value for name, value in WRONG.items() if not name.startswith("int")])
def test_a_limit_is_an_integer(limit: Any) -> None:
    with pytest.raises(TypeError, match=r"^expected an int, got "):
        kz_upr.search(REVIEW, "women", limit=limit)
    with pytest.raises(TypeError, match=r"^expected an int, got "):
        kz_upr.related(FIRST, kz_upr.load_review(3), limit=limit)


@pytest.mark.parametrize("cls", [3, "Review", [], {}, dict, type, REVIEW, kz_upr.Edition])
def test_a_class_of_the_package(cls: Any) -> None:
    with pytest.raises(TypeError, match=r"^expected a class of kz_upr \(Account, .*, Totals\), got "):
        kz_upr.from_dict({}, cls)
    with pytest.raises(TypeError, match=r"^expected a class of kz_upr \(Account, .*, Totals\), got "):
        kz_upr.from_json("{}", cls)


CODES = ("state", "theme", "persons", "instrument")
WORDS = ("group", "position", "action", "act", "manner", "sdg")
#: The functions that read a text, and what they raise for one that they cannot read.
TEXTS: dict[str, tuple[type[Exception], ...]] = {
    **dict.fromkeys(("find_recommendation(number)", "compare_editions(old)", "load_review(edition)"), (LookupError,)),
    **dict.fromkeys(("resolve_state", "resolve_theme", "resolve_instrument"), (LookupError,)),
    **dict.fromkeys(("resolve_affected_persons", *(f"select({name})" for name in CODES)), (LookupError,)),
    **dict.fromkeys(("select(text)", *(f"select({name})" for name in WORDS), "expand_numbers"), (ValueError,)),
    **dict.fromkeys(("count_by(key)", "cite(style)", "to_records(per)"), (ValueError,)),
    **dict.fromkeys(("search(text)", "parse_recommendation", "fingerprint"), ()),
    "from_json": (kz_upr.InvalidDocumentError,),
    "complete(document)": (kz_upr.documents.DocumentError,),
}  # fmt: skip
characters = st.characters()  # lone surrogates and null characters among them
arbitrary_text = st.text(characters, max_size=60) | st.text(
    st.sampled_from("().,;-–/ \n\u00a0[]1239aAé:&\u0301ﬁß\ud800\x00PeruTogo"), max_size=40
)


def refusal(name: str, text: str) -> str:
    """What the error says that a text gives; empty if there is none."""
    try:
        FUNCTIONS[name](text)
    except TEXTS[name] as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", TEXTS)
def test_any_text(name: str) -> None:
    @times(2)
    @given(arbitrary_text)
    def check(text: str) -> None:
        assert len(refusal(name, text)) < 1500

    check()


LONG = {"digits": "9" * 5000, "item": f"1.{'9' * 5000}", "brackets": "[" * 100_000, "letters": "x" * 100_000}


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("name", [name for name in TEXTS if name != "complete(document)"])
def test_a_text_that_is_too_long_for_a_name_or_number(name: str, text: str) -> None:
    assert len(refusal(name, LONG[text])) < 1500


def test_expecting_a_class() -> None:
    expect(3, int)
    with pytest.raises(TypeError, match=r"^expected an int, got a str$"):
        expect("3", int)
    with pytest.raises(TypeError, match=r"^expected a Review, got an Edition: try load_review$"):
        expect(kz_upr.editions()[0], kz_upr.Review, hint=": try load_review")
