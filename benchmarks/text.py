"""How the time of the text functions grows with the length of their input: the time per letter at 10³, 10⁴ and 10⁵.

Linear work has a ratio of about 1 from each length to the next, quadratic work one of 10. Every function gets texts
that repeat one thing (spaces, digits, brackets, combining marks, words of its grammar) after a beginning that leads its
patterns into them, and before an end that makes them fail. Only the worst text of each function is printed.
"""

import argparse
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial

import kz_upr
from kz_upr import attribution, numbers, wording
from kz_upr.documents import (
    answer_blocks,
    answers,
    concluding,
    dates as printed_dates,
    declarations,
    delegates,
    demands,
    dialogue,
    introductions,
    labels,
    list_heads,
    markup,
    number_words,
    outline,
    phrases,
    references,
    sentences,
    sessions,
    speaking,
)
from kz_upr.documents.containers.pdf import Line
from kz_upr.reference import fold, named_state, themes_under, visible
from kz_upr.reference.misprints import nearly_named_state
from kz_upr.reference.scanning import find_states
from kz_upr.reference.words import stems

SIZES = (1_000, 10_000, 100_000)
GOAL = 3.0
#: Seconds after which a call is given up; shorter times than the floor say more about the clock than about the code.
LIMIT, FLOOR = 20.0, 0.00005

FILLS = (
    *" \t\n\u00a0\u2003\u200b\u00ad\u0301a1AİßﬁﷺΣ()[]{}<>-–—,.;:/&*†²'’\"“|_",
    *("\u0301\u0323", "a\u0301", "a ", "A ", "1 ", "1.", "1.1 ", "1.1, ", "1-", "1 to ", "(a", "(a)", "(1) ", "[1]"),
    *(" \n", "and ", " and", "the ", "of ", "not ", "no. ", ", ", ". ", ".\n", "x-\n", "to ", "by ", "as well as "),
    *("up to ", "Peru ", "Peru, ", "(Peru) ", "(Peru)/", "A (Peru); ", "A (Peru)/B (Togo) ", "Republic of "),
    *("Urugay ", "Mr. ", "recommendation ", "recommendations 1 ", "paragraph 1 ", "supports ", "noted ", "had "),
    *("1 May ", "cycle ", "A/HRC/1/1", "/Add.1", "<b>", "<b a=", "&amp;", "&amp;amp;", "i) ", "Goal 1 ", "“a” "),
    *("Peru asked. ", "session 1 "),
)  # fmt: skip

REVIEW = kz_upr.load_review(2)
PERU = kz_upr.resolve_state("PER")


def whole_review(text: str) -> object:
    return kz_upr.from_json(kz_upr.to_json(kz_upr.Note(text=f"a{text}z", citations=REVIEW.citations)))


def cited(text: str) -> object:
    source = kz_upr.Source(id="a", kind=kz_upr.SourceKind.OTHER, title=f"a{text}z")
    note = kz_upr.Note(text="a", citations=(kz_upr.Citation(source=source, locator=f"b{text}z"),))
    return [kz_upr.cite(note, style) for style in ("un", "bibtex", "csl-json")]


def dialogue_of(text: str) -> object:
    texts = ("During the dialogue, 3 delegations made statements.", text)
    paragraphs = [
        outline.Paragraph(number, ("B. Interactive dialogue and responses",), lines=[Line(each, 100, 700, 10)])
        for number, each in enumerate(texts, 5)
    ]
    return dialogue.read_dialogue(paragraphs, PERU, "PER-2", REVIEW.documents[0])


#: The functions, and beginnings that lead into their patterns.
FUNCTIONS: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    "expand_numbers": (kz_upr.expand_numbers, ("the", "1.1", "1 up", "recs")),
    "split_number": (numbers.split_number, ("1", "1.", "1.1")),
    "find_symbols": (lambda text: list(numbers.find_symbols(text)), ("A/HRC/1/1",)),
    "report_symbol": (numbers.report_symbol, ("A/HRC/1/1",)),
    "source_id": (numbers.source_id, ("A/HRC/1/1",)),
    "number_key": (numbers.number_key, ("1.",)),
    "fingerprint": (kz_upr.fingerprint, ("Paint",)),
    "parse_recommendation": (
        kz_upr.parse_recommendation,
        ("1.1 Paint", "Paint (Peru)", "Paint (Peru", "(Peru on", "Peru"),
    ),
    "unknown_names": (lambda text: list(wording.unknown_names(text)), ("Paint (Peru", "Paint (Ruritania,", "(Peru on")),
    "namings": (attribution.namings, ("Paint (Peru)", "Paint (Peru", "Paint [")),
    "entries_in": (attribution.entries_in, ("Peru", "Peru,", "Peru on")),
    "find_states": (lambda text: list(find_states(text)), ("Republic", "the Republic of")),
    "named_state": (named_state, ("Republic of",)),
    "nearly_named_state": (nearly_named_state, ("Urugay",)),
    "resolve_state": (kz_upr.resolve_state, ("Republic of", "U.")),
    "resolve_theme": (kz_upr.resolve_theme, ("torture",)),
    "resolve_affected_persons": (kz_upr.resolve_affected_persons, ("girls",)),
    "resolve_instrument": (kz_upr.resolve_instrument, ("Convention",)),
    "themes_under": (themes_under, ("D",)),
    "fold": (fold, ("the",)),
    "visible": (visible, ("a",)),
    "stems": (stems, ("1.", "women")),
    "find_recommendation": (partial(kz_upr.find_recommendation, REVIEW), ("KAZ-2-124.", "124.")),
    "select(text=)": (lambda text: kz_upr.select(REVIEW.recommendations, text=text), ("women",)),
    "search": (partial(kz_upr.search, REVIEW), ("women", "Kazakhstan")),
    "from_json": (kz_upr.from_json, ('{"type":"', '{"a":[', "[")),
    "from_json(to_json)": (whole_review, ("a",)),
    "cite": (cited, ("A",)),
    # the parsers of documents
    "answer_in": (answers.answer_in, ("noted", "cannot", "supports", "enjoy", "partly", "recommendations")),
    "position_of_group": (answers.position_of_group, ("will", "response", "respond", "The")),
    "position_of_heading": (answers.position_of_heading, ("I.", "noted")),
    "qualifier_in": (
        answers.qualifier_in,
        ("already", "has been", "implementation", "in process of", "is implemented"),
    ),
    "named_in_cell": (answer_blocks.named_in_cell, ("noted", "not", "Rec 1.1")),
    "beginning_of_conclusion": (lambda text: concluding.beginning_of_conclusion([text]), ("concluded", "thank", "The")),
    "find_date": (printed_dates.find_date, ("1 May", "1")),
    "find_span": (printed_dates.find_span, ("1 May 2014", "1", "1 to 2")),
    "declared": (
        lambda text: declarations.declared(text, None, declarations.Now(cycle=2, year=2014)),
        ("It supports 1.1", "It supports recommendations 1", "had", "All except", "previous", "in", "Rec 1.1"),
    ),
    "phrases": (sentences.phrases, ("It supports 1.1", "recommendations 1", "except")),
    "lists": (lambda text: list(phrases.lists(text)), ("1.1", "recommendations 1", "1.1 except")),
    "person_in": (delegates.person_in, ("Mr.", "H.E.", "Sr.", "the Minister,")),
    "demands_in": (demands.demands_in, ("1.1 Paint (Peru);", "1.1", "1.1 Paint; para.")),
    "stated_speakers": (dialogue.stated_speakers, ("54", "54 delegations", "made", "fifty")),
    "read_dialogue": (dialogue_of, ("Peru noted", "While", "Peru and", "one hundred", "It thanked Peru")),
    "tag_of themes": (partial(labels.tag_of, kind=kz_upr.TagKind.THEME, scheme="a"), ("S1", "SDG", "SDG 1")),
    "tag_of goals": (partial(labels.tag_of, kind=kz_upr.TagKind.SDG, scheme="a"), ("S1", "SDG", "1")),
    "kind_of_list": (lambda text: introductions.kind_of_list(text, 1), ("The recommendations", "paragraph 1")),
    "position_of_lead": (lambda text: introductions.position_of_lead(text, 1), ("The recommendations", "will")),
    "head_of": (lambda text: list_heads.head_of([text], None), ("UPR", "session", "cycle", "Review of")),
    "plain_text": (markup.plain_text, ("<b", "<!--", "<b a", "&")),
    "ordinal": (number_words.ordinal, ("twenty-",)),
    "cardinal": (number_words.cardinal, ("twenty-",)),
    "joined": (lambda text: outline.joined(re.findall(r"(?s).{1,80}", text)), ("a",)),
    "references_in": (
        lambda text: list(references.references_in(5, text, 50)),
        ("The recommendations in paragraph", "The recommendations in paragraph 1", "those of paragraph 1 of"),
    ),
    "without_references": (
        lambda text: references.without_references(text, 50),
        ("The recommendations in paragraph 1 of",),
    ),
    "session_in": (sessions.session_in, ("session", "session no", "1", "first", "1st session of")),
    "session_named": (sessions.session_named, ("session", "1")),
    "cycle_in": (sessions.cycle_in, ("cycle", "cycle no", "first")),
    "cycle_named": (sessions.cycle_named, ("cycle", "1")),
    "opening": (lambda text: speaking.opening(text, PERU), ("Peru", "Urugay", "The Head of", "Peru had", "Several")),
    "main_clause": (
        lambda text: speaking.main_clause(text, PERU),
        ("While noting,", "It was", "According to", "A, Chile"),
    ),
    "later_speakers": (lambda text: list(speaking.later_speakers(text)), ("A. Peru", "A. Peru, Chile and")),
    "sentence_ends": (lambda text: list(speaking.sentence_ends(text)), ("A.",)),
}


def seconds(function: Callable[[str], object], text: str) -> float:
    """The time of a call that may refuse the text; infinite if it takes longer than the limit."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, LIMIT)
    start = time.perf_counter()
    try:
        function(text)
    except (ValueError, LookupError):  # InvalidDocumentError among them
        pass
    except TimeoutError:
        return float("inf")
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
    return time.perf_counter() - start


def cpu_seconds(function: Callable[[str], object], text: str) -> float:
    """The processor's time for a call, from as many calls as it takes to tell; other programs do not change it."""
    calls = 0
    start = time.process_time()
    while calls == 0 or (time.process_time() - start < 0.1 and calls < 2_000):
        calls += 1
        if seconds(function, text) == float("inf"):
            return float("inf")
    return (time.process_time() - start) / calls


def ratio(before: float, after: float) -> float:
    """How the time per letter grows from one length to the next, ten times as long."""
    return after / max(before, FLOOR) / 10


def worst(function: Callable[[str], object], texts: Iterable[tuple[str, str, str]]) -> tuple[float, list[float], str]:
    """The largest ratio, the times for that text, and the text.

    All texts are tried at the first two lengths, and at the last one those that grew most or took longest.
    """
    found: list[tuple[float, list[float], tuple[str, str, str]]] = []
    for text in texts:
        times = [seconds(function, made(text, size)) for size in SIZES[:2]]
        found.append((ratio(*times), times, text))
    found.sort(key=lambda each: each[0])
    slow = sorted(found, key=lambda each: each[1][-1])[-2:]
    again = []
    for text in dict.fromkeys(each[2] for each in [*found[-4:], *slow]):
        times = [cpu_seconds(function, made(text, size)) for size in SIZES]
        again.append((max(ratio(*times[:2]), ratio(*times[1:])), times, text))
    growth, times, (begin, fill, end) = max(again)
    return growth, times, f"{begin!r} {fill!r} … {end!r}"


def made(text: tuple[str, str, str], size: int) -> str:
    begin, fill, end = text
    return begin + fill * (size // len(fill)) + end


def expired(*_: object) -> None:
    raise TimeoutError


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="functions to measure; all if none is named")
    parser.add_argument("--quick", action="store_true", help="fewer texts: without the beginnings")
    options = parser.parse_args()
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, expired)
    missed = 0
    print(f"{'function':<26}{'ratio':>8}   {'ms at 10³, 10⁴, 10⁵':<28}  text")
    for name, (function, begins) in FUNCTIONS.items():
        if options.names and name not in options.names:
            continue
        contexts = [("", ""), ("", "x"), ("", "\x01")]
        contexts += [] if options.quick else [(begin, end) for begin in begins for end in ("", "x", "\x01 1")]
        texts = ((begin, fill, end) for begin, end in contexts for fill in FILLS)
        growth, times, text = worst(function, texts)
        missed += growth > GOAL
        shown = ", ".join("over 20 s" if each == float("inf") else f"{each * 1e3:.3g}" for each in times)
        print(f"{name:<26}{growth:>8.2f}   {shown:<28}  {text}{'' if growth <= GOAL else '  MISSED'}", flush=True)
    print(f"goals missed: {missed}" if missed else "all goals met")
    return 0


if __name__ == "__main__":
    sys.exit(main())
