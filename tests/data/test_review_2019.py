"""The review of 7 November 2019 as its users rely on it.

Every expected value is written from the source named beside it, none from our own files.
"""

import datetime
import hashlib
import json
import re
import unicodedata
from pathlib import Path

import pytest

import kz_upr
from kz_upr import PositionValue, Review, Setting, SpeakerKind, Statement

COUNCIL_REPORT = "A/HRC/43/2"
ADOPTED = datetime.date(2020, 3, 12)


@pytest.fixture(scope="module")
def review() -> Review:
    return kz_upr.load_review()


def locators(thing: object, symbol: str) -> list[str]:
    return [citation.locator for citation in thing.citations if citation.source.symbol == symbol]  # type: ignore[attr-defined]


def paragraphs(locator: str) -> set[int]:
    """``paras. 670-672 and 684`` as the numbers meant."""
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:[-–](\d+))?", locator):
        found.update(range(int(first), int(last or first) + 1))
    return found


def at(review: Review, setting: Setting, *kinds: SpeakerKind) -> list[Statement]:
    return [s for s in review.statements if s.setting is setting and (not kinds or s.speaker.kind in kinds)]


def test_session(review: Review) -> None:
    assert review.id == "KAZ-3"
    assert review.state.iso3 == "KAZ"
    assert review.cycle == 3
    assert review.session == 34  # A/HRC/43/2, para. 367
    assert review.session_start == datetime.date(2019, 11, 4)  # para. 367
    assert review.session_end == datetime.date(2019, 11, 15)  # para. 367
    assert review.date == datetime.date(2019, 11, 7)  # para. 667
    assert review.venue == "Geneva"  # press release, first paragraph
    assert {"para. 367", "para. 667"} <= set(locators(review, COUNCIL_REPORT))


def test_what_no_source_read_gives_is_not_given(review: Review) -> None:
    """A/HRC/43/10 was not read: troika, meeting, adoption by the Working Group, speakers, advance questions."""
    assert review.troika is None
    assert review.meeting is None
    assert review.adopted is None
    assert review.adopted_meeting is None
    assert review.speakers is None
    assert review.speaking_states == ()
    assert review.advance_questions == ()


def test_documents(review: Review) -> None:
    # A/HRC/43/2, paras. 667 and 669
    assert [document.symbol for document in review.documents] == [
        "A/HRC/WG.6/34/KAZ/1",
        "A/HRC/WG.6/34/KAZ/2",
        "A/HRC/WG.6/34/KAZ/3",
        "A/HRC/43/10",
        "A/HRC/43/10/Add.1",
    ]
    by_symbol = {document.symbol: document for document in review.documents}
    # the title page: "Distr.: General 16 October 2019 Original: English GE.19-17926(E)"
    assert by_symbol["A/HRC/WG.6/34/KAZ/1"].date == datetime.date(2019, 10, 16)
    assert by_symbol["A/HRC/WG.6/34/KAZ/1"].job_number == "GE.19-17926(E)"
    # the excerpt of the addendum: "Distr.: General 24 February 2020"
    assert by_symbol["A/HRC/43/10/Add.1"].date == datetime.date(2020, 2, 24)


def test_head_of_delegation(review: Review) -> None:
    assert review.delegation is not None
    head = review.delegation.head
    assert head is not None
    assert head.name == "Marat Beketayev"  # press release, para. 3; first name: A/HRC/14/10, annex
    assert head.role is not None
    assert "Minister of Justice" in head.role  # press release, para. 3
    assert any(citation.inferred for citation in head.citations), "the first name is joined from another year"


def test_eleven_institutions(review: Review) -> None:
    # press release, para. 2, in its order
    assert review.delegation is not None
    assert [institution.name for institution in review.delegation.institutions] == [
        "Supreme Court",
        "General Prosecutor's Office",
        "Ministry of Justice",
        "Ministry of Internal Affairs",
        "Ministry of Foreign Affairs",
        "Ministry of Health",
        "Ministry of Labor and Social Protection of the Population",
        "Ministry of Information and Social Development",
        "Ministry of Education and Science",
        "Ministry of National Economy",
        "Human Rights Commission under the President of the Republic of Kazakhstan",
    ]


def test_totals(review: Review) -> None:
    totals = review.totals
    assert totals is not None
    assert (totals.received, totals.supported, totals.noted) == (245, 214, 31)  # A/HRC/43/2, paras. 672 and 706
    assert set(locators(totals, COUNCIL_REPORT)) == {"para. 672", "para. 706"}


def test_outcome(review: Review) -> None:
    outcome = review.outcome
    assert outcome is not None
    assert outcome.decision == "43/109"  # A/HRC/43/2, para. 915
    assert outcome.date == ADOPTED  # para. 668
    assert outcome.meeting == 31  # para. 668
    assert outcome.council_session == 43
    assert outcome.adopted == "without a vote"  # para. 915


def test_every_paragraph_of_the_adoption_is_held(review: Review) -> None:
    """Paras. 670-684 and 707-709 by points; every paragraph from 686 to 706 by a statement of its own."""
    cited: set[int] = set()
    by_points: set[int] = set()
    for statement in review.statements:
        for locator in locators(statement, COUNCIL_REPORT):
            cited |= paragraphs(locator)
        for point in statement.points:
            for locator in locators(point, COUNCIL_REPORT):
                by_points |= paragraphs(locator)
    announcing = {685, 699}  # "13 delegations made statements", "six other stakeholders made statements"
    assert set(range(670, 710)) - announcing <= cited
    assert {*range(670, 685), *range(707, 710)} <= by_points
    for number in (*range(686, 699), *range(700, 707)):
        holders = [s.id for s in review.statements if f"para. {number}" in locators(s, COUNCIL_REPORT)]
        adoption = [id for id in holders if "-adoption-" in id]
        assert len(adoption) == 1, (number, holders)


def test_the_announced_numbers_of_speakers_are_written_somewhere(review: Review) -> None:
    """Paras. 685 and 699 count the speakers; who the 13 were is a discrepancy."""
    thirteen = next(d for d in review.discrepancies if d.id == "KAZ-3-d-thirteen-delegations")
    assert "para. 685" in {account.citation.locator for account in thirteen.accounts}


def test_ten_states_at_the_adoption(review: Review) -> None:
    # A/HRC/43/2, paras. 686 and 690-698
    states = [s.speaker.state for s in at(review, Setting.COUNCIL_ADOPTION, SpeakerKind.STATE)]
    codes = [state.iso3 for state in states if state is not None]
    assert codes == ["LKA", "VEN", "VNM", "AFG", "BLR", "BDI", "CHN", "CUB", "EGY", "IRN"]


def test_three_united_nations_entities_at_the_adoption(review: Review) -> None:
    # A/HRC/43/2, paras. 687-689
    entities = at(review, Setting.COUNCIL_ADOPTION, SpeakerKind.UN_ENTITY)
    assert [s.speaker.name for s in entities] == ["UN-Women", "UNICEF", "UNFPA"]


def test_six_stakeholders_at_the_adoption(review: Review) -> None:
    # A/HRC/43/2, paras. 700-705
    names = [s.speaker.name for s in at(review, Setting.COUNCIL_ADOPTION, SpeakerKind.NGO)]
    assert len(names) == 6
    for name, printed in zip(
        names,
        [
            ("International Bar Association", "Lawyers for Lawyers"),
            ("Action Canada for Population and Development",),
            ("International Commission of Jurists",),
            ("Asian Forum for Human Rights and Development", "Amnesty International"),
            ("International Lesbian and Gay Association",),
            ("Alliance Defending Freedom",),
        ],
        strict=True,
    ):
        assert all(part in name for part in printed)


def test_everything_at_the_adoption_was_said_on_its_day(review: Review) -> None:
    assert {s.date for s in at(review, Setting.COUNCIL_ADOPTION)} == {ADOPTED}


@pytest.mark.parametrize("iso3", ["EST", "GBR", "FRA"])
def test_the_three_statements_at_the_review_that_were_read(review: Review, iso3: str) -> None:
    (statement,) = (
        s
        for s in at(review, Setting.INTERACTIVE_DIALOGUE, SpeakerKind.STATE)
        if s.speaker.state is not None and s.speaker.state.iso3 == iso3
    )
    asked = [point for point in statement.points if point.act is kz_upr.Act.RECOMMENDS]
    # Estonia: four (and more in its text); United Kingdom: three items, the first of two parts; France: five
    assert len(asked) >= {"EST": 4, "GBR": 3, "FRA": 5}[iso3]


def test_group_of_states_names_no_state(review: Review) -> None:
    """The press release names no State, and so none is said to have praised."""
    (statement,) = (s for s in review.statements if s.speaker.kind is SpeakerKind.GROUP_OF_STATES)
    assert statement.speaker.state is None
    assert {citation.source.id for citation in statement.citations} == {"enbekshiqazaq-380447"}


@pytest.mark.parametrize("number", ["139.2", "139.3", "139.4", "139.5", "139.19", "139.20"])
def test_listed_in_the_addendum_and_nothing_more_known(review: Review, number: str) -> None:
    recommendation = kz_upr.find_recommendation(review, number)  # A/HRC/43/10/Add.1, para. 9
    assert recommendation.position is PositionValue.NOTED
    assert recommendation.evidence is kz_upr.Evidence.LISTED_BY_STATE
    assert (recommendation.summary, recommendation.states, recommendation.text_sha256) == (None, (), None)


def test_ten_noted_in_the_addendum(review: Review) -> None:
    listed = [
        recommendation.number
        for recommendation in review.recommendations
        if "para. 9" in locators(recommendation, "A/HRC/43/10/Add.1")
    ]
    # A/HRC/43/10/Add.1, para. 9
    assert listed == [
        *("139.2", "139.3", "139.4", "139.5", "139.19", "139.20", "139.21", "139.22", "139.24", "139.25"),
    ]
    assert {kz_upr.find_recommendation(review, number).position for number in listed} == {PositionValue.NOTED}


@pytest.mark.parametrize(
    ("number", "iso3", "position"),
    [
        ("138.83", "DNK", "supported"),  # International Commission of Jurists, hrc43
        ("139.85", "FRA", "supported"),
        ("139.86", "MEX", "supported"),
        ("139.113", "AUT", "supported"),
        ("139.114", "CZE", "noted"),
        ("139.124", "FRA", "supported"),  # record of the Universal Human Rights Index
        ("139.161", "ISL", "supported"),
    ],
)
def test_single_recommendations(review: Review, number: str, iso3: str, position: str) -> None:
    recommendation = kz_upr.find_recommendation(review, number)
    assert [state.iso3 for state in recommendation.states] == [iso3]
    assert recommendation.position == position
    assert recommendation.position is not None
    assert recommendation.citations


def test_coverage_tells_what_is_held_and_why(review: Review) -> None:
    held = review.coverage.recommendations
    assert held.held == len(review.recommendations)
    assert held.stated == 245
    assert held.why is not None
    assert "A/HRC/43/10" in held.why
    assert review.coverage.statements.held == len(review.statements)
    assert review.coverage.statements.stated is None  # how many spoke on 7 November 2019 was not found


def fingerprint(text: str) -> str:
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(folded.encode()).hexdigest()


@pytest.mark.parametrize("number", ["139.124", "139.161"])
def test_fingerprint_is_that_of_the_official_record(review: Review, number: str, shared: Path) -> None:
    records = json.loads((shared / "sources/cycle-3/uhri_A-HRC-43-10_records.json").read_text(encoding="utf-8"))
    (text,) = (record["en"] for record in records["records"] if record["en"].startswith(number))
    wording = text.removeprefix(number).strip()
    assert kz_upr.find_recommendation(review, number).text_sha256 in {
        fingerprint(wording),
        fingerprint(wording.rstrip(";.")),
        fingerprint(re.sub(r"\s*\([^()]*\)[;.]?$", "", wording)),
    }


@pytest.mark.parametrize(
    "about",
    [
        ["National Council", "name"],
        ["urpose", "council"],
        ["Zhusan"],
        ["138.83", "139.83", "Denmark"],
        ["31 recommendations"],
        ["press release", "Date"],
        ["presidential human rights body"],
        ["listening", "concept"],
    ],
)
def test_discrepancies_that_touch_what_is_held(review: Review, about: list[str]) -> None:
    subjects = [discrepancy.subject for discrepancy in review.discrepancies]
    assert any(word in subject for subject in subjects for word in about), subjects


def test_every_discrepancy_shows_both_sides(review: Review) -> None:
    for discrepancy in review.discrepancies:
        assert len({account.value for account in discrepancy.accounts}) >= 2, discrepancy
        assert discrepancy.why


def test_what_a_state_asked_in_the_room_is_not_a_recommendation(review: Review) -> None:
    """Estonia's and the United Kingdom's demands have no number: points of statements alone."""
    givers = {state.iso3 for recommendation in review.recommendations for state in recommendation.states}
    assert not givers & {"EST", "GBR"}


def test_every_statement_and_recommendation_says_where_it_is_written(review: Review) -> None:
    for thing in (*review.statements, *review.recommendations):
        assert thing.citations
        assert all(citation.locator for citation in thing.citations)
