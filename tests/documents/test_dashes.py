"""Documents print many hyphens and dashes; each means the same wherever one may stand."""

import datetime
import re
from pathlib import Path

import pytest

import kz_upr
from kz_upr import PositionValue, TagKind
from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.dates import find_span
from kz_upr.documents.declarations import Now, declared
from kz_upr.documents.labels import tag_of
from kz_upr.documents.number_words import ordinal
from kz_upr.documents.outline import joined
from kz_upr.documents.references import references_in
from kz_upr.documents.sections import paragraphs_in_contents
from kz_upr.documents.sessions import cycle_named, session_in, session_named
from kz_upr.numbers import DASHES


@pytest.fixture(params=DASHES, ids=lambda dash: f"U+{ord(dash):04X}")
def dash(request: pytest.FixtureRequest) -> str:
    sign: str = request.param
    return sign


def test_there_is_one_list_of_them() -> None:
    """Only the module of numbers lists dashes: no other pattern has a set of its own, which would lack some."""
    home = Path(kz_upr.__file__).parent
    sets = re.compile(r"\[[^\]\n]*[‐‑‒–—―−﹘﹣][^\]\n]*\]")
    found = {
        str(path.relative_to(home)): sets.findall(text)
        for path in home.rglob("*.py")
        if sets.search(text := path.read_text(encoding="utf-8"))
    }
    assert found == {}


def test_in_the_name_of_a_session(dash: str) -> None:
    assert session_in(f"UPR of Fiji (3rd cycle, thirty{dash}fourth session)") == 34
    assert session_in(f"34th{dash}session") == 34
    assert session_named(f"Session {dash} 34") == 34
    assert session_named(f"4{dash}15 November 2019, 34") == 34
    assert cycle_named(f"third{dash}cycle") == 3
    assert ordinal(f"thirty{dash}fourth") == 34


def test_in_a_range_of_days(dash: str) -> None:
    assert find_span(f"4{dash}15 November 2019") == (datetime.date(2019, 11, 4), datetime.date(2019, 11, 15))


def test_in_the_table_of_contents(dash: str) -> None:
    line = Line(f"II. Conclusions and/or recommendations .... 52 {dash} 54 13", 113.0, 500.0, 10.0)
    assert list(paragraphs_in_contents([Page(2, (line,), ())])) == [52, 53, 54]


def test_before_a_label(dash: str) -> None:
    assert tag_of(f"14 {dash} Sea", TagKind.SDG, "made").label == "Sea"
    assert tag_of(f"S14 {dash} SDG 14 {dash} Sea", TagKind.THEME, "made").label == "Sea"


def test_after_a_number(dash: str) -> None:
    assert kz_upr.expand_numbers(f"50.1{dash}50.3") == ("50.1", "50.2", "50.3")
    (clause,) = kz_upr.parse_recommendation(f"50.1 {dash} Paint the quay (Peru);")
    assert clause.text == "Paint the quay"


def test_at_the_end_of_a_line(dash: str) -> None:
    assert joined([f"a human rights{dash}", "based view"]) == f"a human rights{dash}based view"


def test_between_paragraphs(dash: str) -> None:
    (reference,) = references_in(52, f"The recommendations noted in paragraphs 26{dash}28 were refused.", 50)
    assert reference.places == ("26", "27", "28")


def test_between_words_that_interrupt_an_answer(dash: str) -> None:
    (said,) = declared(f"Fiji does not {dash} at this stage {dash} support recommendation 50.1.", None, Now()).said
    assert (said.value, said.numbers) == (PositionValue.NOTED, ("50.1",))


def test_digits_of_other_scripts_are_converted_also_in_a_list_that_runs_backwards() -> None:
    (said,) = declared("Fiji supports recommendations ٥٠.٤ to ٥٠.١.", None, Now()).said
    assert said.numbers == ("50.4", "50.1")
    assert said.value is None
