"""The first paragraphs of a report."""

import datetime

import pytest

from effort import growth
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.cover import Cover
from kz_upr.documents.header import Header, read_header
from kz_upr.documents.outline import Paragraph
from kz_upr.reference import resolve_state

COVER = Cover(
    symbol="A/HRC/99/1",
    state=resolve_state("FJI"),
    date=datetime.date(2013, 4, 2),
    job_number=None,
    is_addendum=False,
)
SESSION = "The Working Group held its fifteenth session from 21 January to 1 February 2013."
REVIEW = "The review of Fiji was held at the 8th meeting, on 24 January 2013."
ADOPTION = "At its 13th meeting, held on 29 January 2013, the Working Group adopted the report on Fiji."


def header(*texts: str) -> Header:
    paragraphs = [Paragraph(n, (), lines=[Line(text, 56, 700, 10)]) for n, text in enumerate(texts, 1)]
    return read_header(paragraphs, COVER)


def told(read: Header) -> list[str]:
    return [warning.code for warning in read.warnings]


@pytest.mark.parametrize(
    "review",
    [
        REVIEW,
        "The review of Fiji was held at its 8th meeting held on 24 January 2013.",
        "The review of Fiji was held at the 8th, meeting on Thursday, 24 January 2013.",
        "The review of Fiji was held at the 8 meeting, on 24 January 2013.",
        "The review of Fiji was held at the eighth meeting on 24 January.",
        "The review of Fiji was held at the 8th meeting, on 24th January.",
    ],
)
@pytest.mark.parametrize(
    "adoption",
    [
        ADOPTION,
        "At its 13th meeting held, on 29 January 2013, the Working Group adopted the present report.",
        "At its 13th meeting on 29 January, the Working Group adopted the report.",
    ],
)
def test_the_meetings(review: str, adoption: str) -> None:
    read = header(f"{SESSION} {review} {adoption}")
    assert (read.session, read.days) == (15, (datetime.date(2013, 1, 21), datetime.date(2013, 2, 1)))
    assert (read.reviewed.number, read.reviewed.date) == (8, datetime.date(2013, 1, 24))
    assert (read.adopted.number, read.adopted.date) == (13, datetime.date(2013, 1, 29))
    assert told(read) == []


def test_a_meeting_without_a_number() -> None:
    read = header(f"{SESSION} {REVIEW} At its meeting held on 29 January 2013, the Working Group adopted the report.")
    assert (read.adopted.number, read.adopted.date) == (None, datetime.date(2013, 1, 29))


def test_the_year_of_a_session_over_the_new_year() -> None:
    session = "The Working Group held its third session from 28 December 2012 to 4 January 2013."
    read = header(
        f"{session} The review of Fiji was held at the 1st meeting on 29 December. "
        "At its 2nd meeting on 3 January, the Working Group adopted the report."
    )
    assert read.reviewed.date == datetime.date(2012, 12, 29)
    assert read.adopted.date == datetime.date(2013, 1, 3)


@pytest.mark.parametrize(("day", "date"), [("24 January", datetime.date(2013, 1, 24)), ("24 March", None)])
def test_the_year_of_the_adoption(day: str, date: datetime.date | None) -> None:
    read = header(
        "The Working Group held its fifteenth session. "
        f"The review of Fiji was held at the 8th meeting, on {day}. {ADOPTION}"
    )
    assert read.reviewed.date == date
    assert told(read) == ["date"] * (date is None)


def test_a_day_outside_the_session_gets_no_year() -> None:
    read = header(f"{SESSION} The review of Fiji was held at the 8th meeting, on 24 March. {ADOPTION}")
    assert read.reviewed.date is None
    assert told(read) == ["date"]


def test_a_day_outside_the_session_with_a_year_is_read_and_told() -> None:
    read = header(f"{SESSION} The review of Fiji was held at the 8th meeting, on 24 March 2013. {ADOPTION}")
    assert read.reviewed.date == datetime.date(2013, 3, 24)
    assert "dates" in told(read)


@pytest.mark.parametrize(
    "sentence",
    [
        "(troika) to facilitate the review of Fiji: Chile, Republic of Korea, and Switzerland.",
        "(troika) to facilitate the review of Fiji: Chile, Republic of Korea and Switzerland",
        "(troika) to facilitate the review of Chile, the Republic of Korea and Switzerland.",
        "(troika) to facilitate the review of Fiji, Chile, the Republic of Korea and Switzerland.",
        "(troika): Chile, Republic of Korea, Switzerland.",
        "(“troika”) to facilitate the review of Fiji: Chile, Republic of Korea, Switzerland.",
    ],
)
def test_the_troika(sentence: str) -> None:
    read = header(SESSION, f"The Council selected the following group of rapporteurs {sentence}")
    assert read.troika is not None
    assert [state.iso3 for state in read.troika] == ["CHL", "KOR", "CHE"]
    assert told(read) == []


@pytest.mark.parametrize("named", ["Chile and Atlantis", "the rapporteurs"])
def test_a_troika_that_is_not_three_is_told(named: str) -> None:
    read = header(SESSION, f"The Council selected the group of rapporteurs (troika) to facilitate the review: {named}.")
    assert told(read) == ["troika"]


def test_symbols_with_a_space() -> None:
    session = "The Working Group held its ninth session."
    papers = "(a) A report (A/HRC/WG.6/9/ FJI /1); (b) a compilation (A/HRC/WG.6/9/ FJI/2); (c) (A/HRC/WG.6/9/FJI /3)"
    assert [paper.symbol for paper in header(session, "Nothing.", papers).papers] == [
        "A/HRC/WG.6/9/FJI/1",
        "A/HRC/WG.6/9/FJI/2",
        "A/HRC/WG.6/9/FJI/3",
    ]


def test_documents_of_another_session_are_told() -> None:
    read = header(SESSION, "Nothing.", "(a) A report (A/HRC/WG.6/15/FJI/1); (b) a compilation (A/HRC/WG.6/14/FJI/2).")
    assert [str(warning) for warning in read.warnings] == ["A/HRC/WG.6/14/FJI/2 is not of session 15"]


@pytest.mark.parametrize("unit", ["was held at the 8th meeting, on ", "troika ", "At its ", "adopted ", "24 January "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert growth(lambda size: header(unit * size), 300) < 1.3
