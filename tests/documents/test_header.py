"""The first paragraphs of a report."""

import datetime

import attrs
import pytest

from effort import growth
from kz_upr import SourceKind, resolve_state
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.cover import Cover
from kz_upr.documents.header import Header, read_header
from kz_upr.documents.outline import Paragraph

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
        "(troika): Chile, Republic of Korea, Switzerland, Chile.",
        "(“troika”) to facilitate the review of Fiji: Chile, Republic of Korea, Switzerland.",
    ],
)
def test_the_troika(sentence: str) -> None:
    read = header(SESSION, f"The Council selected the following group of rapporteurs {sentence}")
    assert read.troika is not None
    assert [state.iso3 for state in read.troika] == ["CHL", "KOR", "CHE"]
    assert told(read) == []


def test_a_state_is_no_rapporteur_of_its_own_review() -> None:
    read = header(SESSION, "These rapporteurs (troika) to facilitate the review of Fiji, Chile and Peru were chosen.")
    assert [state.iso3 for state in read.troika or ()] == ["CHL", "PER"]
    assert [str(warning) for warning in read.warnings] == ["expected 3 States in the troika, found Chile, Peru"]


def test_a_report_without_a_troika() -> None:
    assert header(SESSION, "Nothing.").troika is None
    assert told(header(SESSION, "Nothing.")) == []


@pytest.mark.parametrize(
    ("review", "adoption", "dates"),
    [
        ("15 January", "29 January 2013", ("2013-01-15", "2013-01-29")),
        ("14 January", "29 January 2013", (None, "2013-01-29")),
        ("29 January", "29 January 2013", ("2013-01-29", "2013-01-29")),
        ("30 January", "29 January 2013", (None, "2013-01-29")),
        ("24 January 2013", "7 February", ("2013-01-24", "2013-02-07")),
        ("24 January 2013", "8 February", ("2013-01-24", None)),
        ("24 January 2013", "23 January", ("2013-01-24", None)),
        ("24 December 2012", "3 January", ("2012-12-24", "2013-01-03")),
        ("24 January", "29 January", (None, None)),
    ],
)
def test_a_day_without_a_year_lies_within_a_fortnight_of_the_other(
    review: str, adoption: str, dates: tuple[str | None, str | None]
) -> None:
    """A session lasts two weeks."""
    read = header(
        f"The review of Fiji was held at the 8th meeting, on {review}. "
        f"At its 13th meeting, held on {adoption}, the Working Group adopted the report."
    )
    found = (read.reviewed.date, read.adopted.date)
    assert tuple(date and date.isoformat() for date in found) == dates
    assert told(read).count("date") == dates.count(None)


@pytest.mark.parametrize(
    ("papers", "session"),
    [
        ("A/HRC/WG.6/15/FJI/1 and A/HRC/WG.6/15/FJI/2", 15),
        ("A/HRC/WG.6/15/FJI/1 and A/HRC/WG.6/14/FJI/2", None),
        ("A/HRC/15/1", None),
    ],
)
def test_the_session_in_the_symbols(papers: str, session: int | None) -> None:
    read = header("The Working Group met.", "Nothing.", f"These were issued: {papers}.")
    assert read.session == session
    assert told(read) == []
    assert header(SESSION, "Nothing.", f"These were issued: {papers}.").session == 15


def test_only_the_first_four_paragraphs_introduce_a_report() -> None:
    asked = "Questions prepared in advance by Peru and Togo, and by Peru, were transmitted to Fiji."
    assert [state.iso3 for state in header("One.", "Two.", "Three.", asked).advance_questions] == ["PER", "TGO"]
    assert header("One.", "Two.", "Three.", "Four.", asked).advance_questions == ()


def test_what_the_documents_are() -> None:
    papers = (
        "(a) A report (A/HRC/WG.6/15/FJI/1); (b) A compilation (A/HRC/WG.6/15/FJI/2); (c) A summary "
        "(A/HRC/WG.6/15/FJI/3) and its corrigendum (A/HRC/WG.6/15/FJI/3/Corr.1), and again A/HRC/WG.6/15/FJI/1."
    )
    assert [(paper.kind, paper.title) for paper in header(SESSION, "Nothing.", papers).papers] == [
        (SourceKind.NATIONAL_REPORT, "National report submitted by Fiji"),
        (SourceKind.COMPILATION, "Compilation prepared by OHCHR: Fiji"),
        (SourceKind.SUMMARY, "Summary prepared by OHCHR: Fiji"),
        (SourceKind.CORRIGENDUM, "Summary prepared by OHCHR: Fiji. Corrigendum"),
    ]


@pytest.mark.parametrize(
    ("on_cover", "text", "iso3"),
    [
        ("FJI", "The review of Peru was held", "FJI"),
        (None, "The review of Peru was held", "PER"),
        (None, "The review of the lamps was held", None),
        (None, "Nothing.", None),
    ],
)
def test_the_state_is_on_the_cover_or_in_paragraph_1(on_cover: str | None, text: str, iso3: str | None) -> None:
    cover = attrs.evolve(COVER, state=resolve_state(on_cover) if on_cover else None)
    read = read_header([Paragraph(1, (), lines=[Line(f"{text}. See A/HRC/WG.6/15/FJI/1.", 56, 700, 10)])], cover)
    assert (read.state and read.state.iso3) == iso3
    assert bool(read.papers) is (iso3 is not None)


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
