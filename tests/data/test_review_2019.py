"""The review of 7 November 2019.

Every expected value is taken from the source named beside it, none from the package's own files.
"""

import datetime
import hashlib
import json
import re
import unicodedata
from pathlib import Path

import pytest

import kz_upr
from kz_upr import PositionValue, Recommendation, Review, Setting, SpeakerKind, Statement

from .accounts import Printed, assert_recorded, discrepancies_about

COUNCIL_REPORT = "A/HRC/43/2"
ADOPTED = datetime.date(2020, 3, 12)


def locators(thing: object, symbol: str) -> list[str]:
    return [citation.locator for citation in thing.citations if citation.source.symbol == symbol]  # type: ignore[attr-defined]


def paragraphs(locator: str) -> set[int]:
    """The numbers that ``paras. 670-672 and 684`` means."""
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


def test_what_no_source_gives_is_unknown(review: Review) -> None:
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
    assert head.role == "Minister of Justice of the Republic of Kazakhstan"  # press release, para. 3
    inferred = [citation for citation in head.citations if citation.inferred]
    assert [citation.source.symbol for citation in inferred][:1] == ["A/HRC/14/10"]  # the first name
    assert all(citation.note for citation in inferred)


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


def test_the_announced_number_of_speakers_is_cited(review: Review) -> None:
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


def test_statements_at_the_adoption_have_its_date(review: Review) -> None:
    assert {s.date for s in at(review, Setting.COUNCIL_ADOPTION)} == {ADOPTED}


@pytest.mark.parametrize("iso3", ["EST", "GBR", "FRA"])
def test_three_statements_of_states_at_the_review(review: Review, iso3: str) -> None:
    (statement,) = (
        s
        for s in at(review, Setting.INTERACTIVE_DIALOGUE, SpeakerKind.STATE)
        if s.speaker.state is not None and s.speaker.state.iso3 == iso3
    )
    asked = [point for point in statement.points if point.act is kz_upr.Act.RECOMMENDS]
    # Estonia: four (and more in its text); United Kingdom: three items, the first of two parts; France: five
    assert len(asked) >= {"EST": 4, "GBR": 3, "FRA": 5}[iso3]


def test_the_group_of_states_names_no_state(review: Review) -> None:
    """The press release does not say which States praised Kazakhstan."""
    (statement,) = (s for s in review.statements if s.speaker.kind is SpeakerKind.GROUP_OF_STATES)
    assert statement.speaker.state is None
    assert {citation.source.id for citation in statement.citations} == {"enbekshiqazaq-380447"}


@pytest.mark.parametrize("number", ["139.2", "139.3", "139.4", "139.5", "139.19", "139.20"])
def test_only_the_number_and_the_position_are_known(review: Review, number: str) -> None:
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


def test_coverage_says_what_is_held_and_why(review: Review) -> None:
    held = review.coverage.recommendations
    assert held.held == len(review.recommendations)
    assert held.stated == 245
    assert held.held == 18
    assert held.why is not None
    assert "A/HRC/43/10" in held.why
    assert review.coverage.statements.held == len(review.statements)
    assert review.coverage.statements.stated is None  # how many spoke on 7 November 2019 was not found


def hashed(text: str) -> str:
    """The fingerprint of a text, computed here and not by the package."""
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    return hashlib.sha256(folded.encode()).hexdigest()


@pytest.mark.parametrize("number", ["139.124", "139.161"])
def test_fingerprint_is_that_of_the_official_record(review: Review, number: str, shared: Path) -> None:
    records = json.loads((shared / "sources/cycle-3/uhri_A-HRC-43-10_records.json").read_text(encoding="utf-8"))
    (text,) = (record["en"] for record in records["records"] if record["en"].startswith(number))
    wording = text.removeprefix(number).strip()
    assert kz_upr.find_recommendation(review, number).text_sha256 in {
        hashed(wording),
        hashed(wording.rstrip(";.")),
        hashed(re.sub(r"\s*\([^()]*\)[;.]?$", "", wording)),
    }


PRESS_RELEASE = "enbekshiqazaq-380447"
COMMISSION = "Human Rights Commission under the President of the Republic of Kazakhstan"


@pytest.mark.parametrize(
    ("accounts", "taken"),
    [
        pytest.param(
            [
                (PRESS_RELEASE, "National Council of Public Confidence"),  # para. 7
                ("A/HRC/43/2", "National Council of Public Trust"),  # para. 671
                ("adilet-u190000063u", "National council of public trust"),  # Decree No. 63
                ("kazinform-council-2019", "National Public Confidence Council"),
                ("informburo-council-2019", "Национальный совет общественного доверия"),
            ],
            ["National Council of Public Trust"],
            id="name of the National Council",
        ),
        pytest.param(
            [
                (PRESS_RELEASE, "Hearing State"),  # para. 7
                ("A/HRC/43/2", "listening State"),  # para. 671
                ("kazpravda-listening-state", "listening state"),
            ],
            ["listening State"],
            id="name of the listening State",
        ),
        pytest.param(
            [
                (PRESS_RELEASE, "human rights"),  # para. 7; in no other source
                ("adilet-u190000063u", "proposals"),  # Decree No. 63
                ("adilet-u190000063u", "State policy"),
                ("kazpravda-listening-state", "national problems"),
            ],
            None,
            id="purpose of the National Council",
        ),
        pytest.param(
            [
                (PRESS_RELEASE, "hundreds"),  # para. 6
                ("A/HRC/43/2", "516"),  # para. 684
                ("amerinews-zhusan-2019", "595"),
                ("amerinews-zhusan-2019", "January, May and June 2019"),
                ("astana-times-jusan-2021", "595"),
                ("astana-times-jusan-2021", "12"),
                ("jjtv-zhusan", "607"),
            ],
            None,
            id="citizens brought back",
        ),
        pytest.param(
            [
                (PRESS_RELEASE, COMMISSION),  # para. 2
                ("A/HRC/14/10", COMMISSION),  # annex
                ("A/HRC/14/10", "Commission on Human Rights, under the President"),  # para. 12
                ("A/HRC/28/10", "Commission on Human Rights under the President of the Republic of Kazakhstan"),
                ("A/HRC/WG.6/34/KAZ/1", "Human Rights Council under the President of the Republic of Kazakhstan"),
            ],
            [COMMISSION],
            id="name of the Human Rights Commission",
        ),
        pytest.param(
            [
                ("A/HRC/43/2", "noted"),  # paras. 672 and 706
                ("el-kz-upr-follow-up", "took into account"),
                ("astana-times-92557", "considered"),
            ],
            ["noted"],
            id="word for the 31",
        ),
        pytest.param([("icj-hrc43-kazakhstan", r"138\.83")], None, id="number of Denmark's recommendation"),
        pytest.param(
            [
                ("A/HRC/43/2", "12 March 2020|2020-03-12"),  # para. 668
                ("ohchr-press-2020-03-12", "12 March 2020|2020-03-12"),
                ("upr-info-session-34", "February 2020"),
                ("ibahri-kazakhstan-2019", "November 2019"),
            ],
            ["12 March 2020|2020-03-12"],
            id="date of the adoption",
        ),
        pytest.param(
            [
                ("A/HRC/43/2", "Vice-President"),  # para. 706
                ("ohchr-press-2020-03-12", "President"),
                ("forum-asia-31258", "Madam President"),
            ],
            ["Vice-President"],
            id="chair of the adoption",
        ),
        pytest.param(
            [
                ("A/HRC/43/2", "Amanzhol Mukhamedyarov"),  # para. 700
                ("A/HRC/43/2", "Erlan Gazumzhanov"),
                ("icj-hrc43-kazakhstan", "Amanzhol Mukhamediarov"),
                ("icj-hrc43-kazakhstan", "Yerlan Gazymzhanov"),
            ],
            ["Amanzhol Mukhamedyarov", "Erlan Gazumzhanov"],
            id="names of two lawyers",
        ),
        pytest.param(
            [
                ("hrw-bokaev-2016", "28 November 2016"),
                ("odfoundation-bokayev-2016", "28 November 2016"),
                ("observatoryihr-hrw-2019", "May 2016"),
                ("forum-asia-31258", "November 2016"),
            ],
            ["28 November 2016"],
            id="sentence of Maks Bokaev",
        ),
        pytest.param(
            [
                ("icj-hrc43-kazakhstan", "noted, not supported"),
                ("A/HRC/43/2", "noted, not supported"),  # para. 702
                ("ibahri-kazakhstan-2019", "adopted"),
            ],
            ["noted"],
            id="answer to 139.114",
        ),
        pytest.param(
            [
                ("A/HRC/28/2", "144"),  # para. 637
                ("acca-media-upr", "147"),
                ("canada-upr34-kazakhstan", "147"),
            ],
            ["144"],
            id="accepted in the second cycle",
        ),
    ],
)
def test_discrepancies(review: Review, accounts: list[Printed], taken: list[str] | None) -> None:
    """Each source's account has what it prints, as read in facts.md and in the documents themselves."""
    assert_recorded(review, accounts, taken)


@pytest.mark.parametrize(
    ("id", "accounts", "taken"),
    [
        (
            "KAZ-3-d-zhusan-kind",
            [
                (PRESS_RELEASE, "special operation"),  # para. 6
                ("A/HRC/43/2", "humanitarian mission"),  # para. 684
                ("astana-times-jusan-2021", "Jusan"),
            ],
            None,
        ),
        (
            "KAZ-3-d-press-release-date",
            [(PRESS_RELEASE, "2025-04-14"), (PRESS_RELEASE, "2019-11-07"), ("A/HRC/43/2", "2019-11-07")],
            ["2019-11-07", "2025-04-14"],
        ),
        (
            "KAZ-3-d-second-cycle-recommendations",
            [
                (PRESS_RELEASE, "recommendations of the second national report, in 2014"),  # para. 4
                ("A/HRC/WG.6/34/KAZ/1", "recommendations of the second review"),  # para. 1
                ("A/HRC/28/10", "30 October 2014"),  # para. 1
            ],
            ["30 October 2014"],
        ),
        (
            "KAZ-3-d-thirteen-delegations",
            [("A/HRC/43/2", "13 delegations"), ("A/HRC/43/2", "ten States and three United Nations entities")],
            ["ten States and three United Nations entities"],
        ),
        (
            "KAZ-3-d-addendum-job-number",
            [("un-title-pages", r"GE\.20-02950\(E\)"), ("A/HRC/43/10/Add.1", "G2005098")],
            [r"GE\.20-02950\(E\)"],
        ),
    ],
)
def test_smaller_discrepancies(review: Review, id: str, accounts: list[Printed], taken: list[str] | None) -> None:
    assert [discrepancy.id for discrepancy in discrepancies_about(review, accounts)] == [id]
    assert_recorded(review, accounts, taken)


def test_every_discrepancy_shows_different_accounts_and_a_reason(review: Review) -> None:
    for found in review.discrepancies:
        assert len({account.value for account in found.accounts}) >= 2, found
        assert found.why.endswith(".")
        assert found.subject


def test_demands_made_in_a_statement_are_not_recommendations(review: Review) -> None:
    """Those of Estonia and the United Kingdom have no number in any source; they are points of their statements."""
    givers = {state.iso3 for recommendation in review.recommendations for state in recommendation.states}
    assert not givers & {"EST", "GBR"}


def test_every_statement_and_recommendation_is_cited_with_its_place(review: Review) -> None:
    things: tuple[Statement | Recommendation, ...] = (*review.statements, *review.recommendations)
    for thing in things:
        assert thing.citations
        assert all(citation.locator for citation in thing.citations)
