"""Dates in the text of documents."""

import datetime

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr.documents.dates import contradictions, find_date, find_day, find_span


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on 7 November 2019", "2019-11-07"),
        ("on Thursday, 1st May, 2014", "2014-05-01"),
        ("on 24 January2013", "2013-01-24"),
        ("on 31 June 2014 and 1 July 2014", "2014-07-01"),
        ("on 7 Brumaire 2019", None),
        ("", None),
    ],
)
def test_the_first_date(text: str, date: str | None) -> None:
    assert find_date(text) == day(date)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 4 to 15 November 2019", "2019-11-04", "2019-11-15"),
        ("from 28 April to 9 May 2014", "2014-04-28", "2014-05-09"),
        ("on 30 December 2013–2 January 2014", "2013-12-30", "2014-01-02"),
        ("at its 5 meetings from 4 to 15 November 2019", "2019-11-04", "2019-11-15"),
    ],
)
def test_a_span(text: str, first: str, last: str) -> None:
    assert find_span(text) == (day(first), day(last))
    assert list(contradictions(text, find_span(text), {"review": day(first), "adoption": day(last)})) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", []),
        ("in November 2019", []),
        ("from 15 to 4 November 2019", ["a date range runs backwards: “15 to 4 November 2019”"]),
        ("from 4 to 31 June 2019", ["a date range runs backwards: “4 to 31 June 2019”"]),
    ],
)
def test_no_span(text: str, told: list[str]) -> None:
    assert find_span(text) is None
    assert list(contradictions(text, None, {})) == told


@pytest.mark.parametrize(
    ("before", "printed"),
    [
        ("from ", "28 April 7 to 9 May 2014"),
        ("from ", "28 7 to 9 May 2014"),
        ("from ", "28 April 2014, 7 to 9 May 2014"),
        ("from ", "28 April 2014 7 to 9 May 2014"),
        ("", "28 April 7 to 9 May 2014"),
        ("held from ", "28 September 2014, 7 to 9 October 2014"),
    ],
)
def test_a_span_with_two_first_days_is_told_as_printed_and_not_read(before: str, printed: str) -> None:
    assert find_span(before + printed) is None
    assert list(contradictions(before + printed, None, {})) == [f"a date range has two first days: “{printed}”"]


OUTSIDE = "is not within the session (2019-11-04 to 2019-11-15)"


@pytest.mark.parametrize(
    ("review", "adoption", "told"),
    [
        ("2019-11-07", "2019-11-12", []),
        ("2019-11-07", "2019-11-07", []),
        ("2019-11-04", "2019-11-15", []),
        ("2019-11-07", None, []),
        (None, None, []),
        ("2019-11-03", None, [f"the review (2019-11-03) {OUTSIDE}"]),
        ("2019-11-03", "2019-11-12", [f"the review (2019-11-03) {OUTSIDE}"]),
        ("2019-11-20", "2019-11-25", [f"the review (2019-11-20) {OUTSIDE}", f"the adoption (2019-11-25) {OUTSIDE}"]),
        ("2018-11-07", "2019-11-12", [f"the review (2018-11-07) {OUTSIDE}"]),
        ("2019-11-07", "2020-11-12", [f"the adoption (2020-11-12) {OUTSIDE}"]),
        (None, "2019-11-16", [f"the adoption (2019-11-16) {OUTSIDE}"]),
        ("2019-11-12", "2019-11-07", ["the adoption (2019-11-07) is before the review (2019-11-12)"]),
    ],
)
def test_days_that_cannot_be_right_together(review: str | None, adoption: str | None, told: list[str]) -> None:
    session = (datetime.date(2019, 11, 4), datetime.date(2019, 11, 15))
    assert list(contradictions("", session, {"review": day(review), "adoption": day(adoption)})) == told


@pytest.mark.parametrize(("review", "adoption", "count"), [("2019-11-12", "2019-11-07", 1), ("1999-01-01", None, 0)])
def test_days_of_an_unknown_session(review: str, adoption: str | None, count: int) -> None:
    assert len(list(contradictions("", None, {"review": day(review), "adoption": day(adoption)}))) == count


def test_a_document_is_not_older_than_what_it_tells() -> None:
    days = {"review": day("2019-11-07"), "adoption": None, "date of the document": day("2019-11-06")}
    [told] = contradictions("", None, days)
    assert told == "the date of the document (2019-11-06) is before the review (2019-11-07)"


@given(st.text(alphabet=st.sampled_from("0123456789 to-,May June"), max_size=60))
def test_any_text_has_a_date_or_none(text: str) -> None:
    span = find_span(text)
    assert span is None or span[0] <= span[1]


@pytest.mark.parametrize("unit", ["4 to ", "1", "28 April 7 to 9 May 2014 ", "May "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    def call(size: int) -> None:
        find_date(unit * size)
        find_span(unit * size)
        list(contradictions(unit * size, None, {}))

    assert growth(call, 300) < 1.2


def test_a_day_long_before_a_span_does_not_belong_to_it() -> None:
    text = "On 28 April 2014 the Working Group, which met from 7 to 9 May 2014, adopted it."
    assert find_span(text) == (day("2014-05-07"), day("2014-05-09"))
    assert list(contradictions(text, None, {})) == []


def test_spans_one_after_the_other_have_their_own_first_days() -> None:
    text = "from 7 to 9 May 2014, from 12 to 14 May 2014"
    assert find_span(text) == (day("2014-05-07"), day("2014-05-09"))
    assert list(contradictions(text, None, {})) == []


@pytest.mark.parametrize("year", ["2012-02-29", "2013-02-28"])
def test_the_days_of_february(year: str) -> None:
    last = datetime.date.fromisoformat(year)
    assert find_date(f"on {last.day} February {last.year}") == last
    assert find_date(f"on {last.day + 1} February {last.year}") is None


def test_a_session_of_one_day() -> None:
    assert find_span("from 7 to 7 May 2014") == (day("2014-05-07"), day("2014-05-07"))


def test_the_first_span_that_is_one() -> None:
    text = "from 9 to 7 May 2014, from 1 to 31 June 2014, from 31 June to 2 July 2014 and from 3 to 4 July 2014"
    assert find_span(text) == (day("2014-07-03"), day("2014-07-04"))


@pytest.mark.parametrize(
    ("text", "session", "found"),
    [
        ("on 24 January", ("2013-01-21", "2013-02-01"), "2013-01-24"),
        ("on 21 January", ("2013-01-21", "2013-02-01"), "2013-01-21"),
        ("on 1 February", ("2013-01-21", "2013-02-01"), "2013-02-01"),
        ("on 20 January", ("2013-01-21", "2013-02-01"), None),
        ("on 2 February", ("2013-01-21", "2013-02-01"), None),
        ("on 2 February and on 24th JANUARY", ("2013-01-21", "2013-02-01"), "2013-01-24"),
        ("on 31 December and 2 January", ("2012-12-30", "2013-01-05"), "2012-12-31"),
        ("on 2 January", ("2012-12-30", "2013-01-05"), "2013-01-02"),
        ("on 31 November", ("2013-11-01", "2013-12-10"), None),
        ("on 24 Brumaire", ("2013-01-21", "2013-02-01"), None),
    ],
    ids=str,
)
def test_a_day_without_a_year_lies_in_the_session(text: str, session: tuple[str, str], found: str | None) -> None:
    first, last = map(datetime.date.fromisoformat, session)
    assert find_day(text, (first, last)) == day(found)
