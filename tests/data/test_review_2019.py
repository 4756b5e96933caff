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
from kz_upr import Act, Point, PositionValue, Recommendation, Review, Setting, SpeakerKind, Statement

from .accounts import Printed, assert_recorded

COUNCIL_REPORT = "A/HRC/43/2"
PRESS_RELEASE = "enbekshiqazaq-380447"
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
    # A/HRC/43/2, paras. 667 and 669, and that report itself, which carries the outcome
    assert [document.symbol for document in review.documents] == [
        "A/HRC/WG.6/34/KAZ/1",
        "A/HRC/WG.6/34/KAZ/2",
        "A/HRC/WG.6/34/KAZ/3",
        "A/HRC/43/10",
        "A/HRC/43/10/Add.1",
        "A/HRC/43/2",
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


def test_the_head_of_delegation_is_the_person_who_spoke(review: Review) -> None:
    assert review.delegation is not None
    spoke = {s.id for s in review.statements if s.speaker.person == review.delegation.head}
    # press release, paras. 3, 6 and 8
    assert spoke == {"KAZ-3-presentation", "KAZ-3-dialogue-kaz", "KAZ-3-concluding-remarks"}
    persons = {s.speaker.person.name for s in review.statements if s.speaker.person is not None}
    assert "M. Beketayev" not in persons


def test_the_list_of_institutions_may_be_incomplete(review: Review) -> None:
    """The delegation "included representatives of" them."""
    assert review.delegation is not None
    assert any("may be incomplete" in (citation.note or "") for citation in review.delegation.citations)


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


def test_the_announced_number_of_speakers_is_explained(review: Review) -> None:
    """Para. 685 counts 13 delegations: the States and the United Nations entities."""
    (thirteen,) = (note for note in review.notes if "13 delegations" in note.text)
    assert "para. 685" in locators(thirteen, COUNCIL_REPORT)
    spoke = (*at(review, Setting.COUNCIL_STATES), *at(review, Setting.COUNCIL_UN_ENTITIES))
    assert len(spoke) == 13


def test_ten_states_at_the_adoption(review: Review) -> None:
    # A/HRC/43/2, paras. 686 and 690-698
    statements = at(review, Setting.COUNCIL_STATES)
    assert {statement.speaker.kind for statement in statements} == {SpeakerKind.STATE}
    codes = [state.iso3 for statement in statements for state in statement.speaker.states]
    assert codes == ["LKA", "VEN", "VNM", "AFG", "BLR", "BDI", "CHN", "CUB", "EGY", "IRN"]


def test_three_united_nations_entities_at_the_adoption(review: Review) -> None:
    # A/HRC/43/2, paras. 687-689
    entities = at(review, Setting.COUNCIL_UN_ENTITIES)
    assert [s.speaker.name for s in entities] == ["UN-Women", "UNICEF", "UNFPA"]


def test_six_stakeholders_at_the_adoption(review: Review) -> None:
    # A/HRC/43/2, paras. 700-705
    names = [s.speaker.name for s in at(review, Setting.COUNCIL_STAKEHOLDERS)]
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
    council = [s for s in review.statements if s.setting.startswith("Council: ")]
    assert len(council) == 22  # ten States, three entities, six others, the chair, and Kazakhstan twice
    assert {s.date for s in council} == {ADOPTED}


def test_kazakhstan_opens_and_closes_the_adoption(review: Review) -> None:
    (opening,) = at(review, Setting.COUNCIL_OPENING)
    (closing,) = at(review, Setting.COUNCIL_CLOSING)
    assert opening.speaker.kind is closing.speaker.kind is SpeakerKind.STATE_UNDER_REVIEW
    assert locators(opening, COUNCIL_REPORT) == ["paras. 670-684"]
    assert locators(closing, COUNCIL_REPORT) == ["paras. 707-709"]
    (chair,) = at(review, Setting.COUNCIL_PRESIDENT)
    assert locators(chair, COUNCIL_REPORT) == ["para. 706"]


def points(review: Review, statement: str) -> list[Point]:
    return [point for held in review.statements if held.id == statement for point in held.points]


#: How each State's own page numbers its recommendations. Those of Estonia are bullets; the first of the United Kingdom
#: asks for two things.
RECOMMENDED = {
    "est": ["page, recommendation 1", "page, recommendation 2", "page, recommendation 3", "page, recommendation 4"],
    "gbr": ["page, recommendation 1", "page, recommendation 1", "page, recommendation 2", "page, recommendation 3"],
    "fra": [f"page, recommendation {number}" for number in range(1, 6)],
}


@pytest.mark.parametrize("code", RECOMMENDED)
def test_formal_recommendations_are_those_that_the_pages_list(review: Review, code: str) -> None:
    asked = [p for p in points(review, f"KAZ-3-dialogue-{code}") if p.act is Act.RECOMMENDS]
    assert [point.citations[0].locator for point in asked] == RECOMMENDED[code]


def test_nobody_makes_a_formal_recommendation_elsewhere(review: Review) -> None:
    """The Council adopts the outcome; what is asked for there or outside the review is a call."""
    made = {s.id for s in review.statements for point in s.points if point.act is Act.RECOMMENDS}
    assert made == {"KAZ-3-dialogue-est", "KAZ-3-dialogue-gbr", "KAZ-3-dialogue-fra"}
    assert [p.act for p in points(review, "KAZ-3-adoption-irn")] == ["calls for", "calls for", "commends"]  # para. 698


def summaries(review: Review, statement: str) -> str:
    return " | ".join(f"{point.act}: {point.summary}" for point in points(review, statement))


@pytest.mark.parametrize(
    ("statement", "patterns"),
    [
        # Estonia's page: it commends the amended laws, and urges the prohibition of corporal punishment
        ("KAZ-3-dialogue-est", ["commends: [^|]*child protection", "calls for: urged [^|]*corporal punishment"]),
        # A/HRC/43/2, para. 672: the Government developed the plan, in consultation with others
        (
            "KAZ-3-adoption-kaz",
            [
                "reports: [^|]*the Government had developed the inter-agency action plan[^|]* in consultation with",
                "reports: [^|]*regulate migration[^|]*international best practice",  # para. 682
                "commits: [^|]*Second Optional Protocol",  # para. 673: "had decided to accede"
                "commits: [^|]*Istanbul Convention",  # para. 675
                "reports: [^|]*516 Kazakh citizens",  # para. 684
            ],
        ),
        ("KAZ-3-adoption-unfpa", ["commends: [^|]*deci(ded|sion) to ratify the Istanbul Convention"]),  # para. 689
        # para. 696: "updating legislation and policies for …, as well as on gender equality" is one sentence
        ("KAZ-3-adoption-cub", ["calls for: urged [^|]*children and young people[^|]*gender equality"]),
        # ccprcentre.org, 5 November 2019: a group with a name; concerns of the coalition and of a Committee
        (
            "KAZ-3-outside-ccpr-centre-october",
            [
                "New Generation of Human Rights Defenders",
                "reports: reported the Bureau coalition's main concerns",
                "reports: [^|]*the Human Rights Committee[^|]*had seen very little progress",
            ],
        ),
    ],
)
def test_a_point_says_what_its_source_says(review: Review, statement: str, patterns: list[str]) -> None:
    said = summaries(review, statement)
    for pattern in patterns:
        assert len(re.findall(pattern, said)) == 1, pattern


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("KAZ-3-adoption-blr", "success in"),  # A/HRC/43/2, para. 693: "wished it success"
        ("KAZ-3-adoption-irn", "success"),  # para. 698
        ("KAZ-3-adoption-egy", "update"),  # para. 697: thanks for the update
        ("KAZ-3-dialogue-est", "thanked"),
    ],
)
def test_courtesies_are_no_points(review: Review, statement: str, word: str) -> None:
    assert word not in summaries(review, statement)


def test_an_ambiguous_sentence_is_left_so_and_said_to_be(review: Review) -> None:
    (_, urged) = points(review, "KAZ-3-adoption-cub")
    assert urged.citations[0].note is not None
    assert "leaves open" in urged.citations[0].note


def test_the_answers_in_the_addendum_are_the_states_own_statement(review: Review) -> None:
    held = points(review, "KAZ-3-outside-addendum")
    own = [(p.act, loc) for p in held for loc in locators(p, "A/HRC/43/10/Add.1")]
    assert {loc for _, loc in own} == {"para. 9", "para. 12", "para. 13", "para. 14", "para. 15"}
    reasons = [point for point in held if set(locators(point, "A/HRC/43/10/Add.1")) - {"para. 9"}]
    assert {point.recommendations for point in reasons} == {("KAZ-3-139.24", "KAZ-3-139.25")}  # the heading of para. 12
    (listed,) = (point for point in held if locators(point, "A/HRC/43/10/Add.1") == ["para. 9"])
    assert [id.removeprefix("KAZ-3-") for id in listed.recommendations] == NOTED_IN_THE_ADDENDUM


def test_the_first_paragraphs_of_the_national_report_are_the_states_own_statement(review: Review) -> None:
    held = points(review, "KAZ-3-outside-national-report")
    places = [place for point in held for place in locators(point, "A/HRC/WG.6/34/KAZ/1")]
    assert set(places) == {"para. 1", "para. 2", "para. 3", "para. 4"}
    assert places == sorted(places)


def test_the_organization_contradicts_the_states_written_answer(review: Review) -> None:
    """A/HRC/43/2, para. 702; its own page places what it contradicts in paragraph 4 of the addendum."""
    (contradicted,) = (point for point in points(review, "KAZ-3-adoption-icj") if point.answers)
    (answered,) = (p for p in points(review, "KAZ-3-outside-addendum") if p.id in contradicted.answers)
    assert "being implemented" in answered.summary


def test_the_group_of_states_names_no_state(review: Review) -> None:
    """The press release does not say which States praised Kazakhstan."""
    (statement,) = (s for s in review.statements if s.speaker.kind is SpeakerKind.GROUP_OF_STATES)
    assert statement.speaker.states == ()
    assert {citation.source.id for citation in statement.citations} == {PRESS_RELEASE}


# -- codes of the points ------------------------------------------------------------------------------

#: What is about no theme: the day and the course of the review, courtesies, praise and blame of everything at once.
WITHOUT_THEME = {
    *(f"KAZ-3-dialogue-states-p{position}" for position in range(1, 5)),
    *("KAZ-3-dialogue-fra-p1", "KAZ-3-adoption-kaz-closing-p3", "KAZ-3-adoption-un-women-p2", "KAZ-3-adoption-chn-p1"),
    *("KAZ-3-outside-ohchr-p1", "KAZ-3-outside-ohchr-p2", "KAZ-3-outside-ohchr-p3"),
    *("KAZ-3-outside-hrw-p2", "KAZ-3-outside-hrw-p5", "KAZ-3-outside-hrw-p9", "KAZ-3-outside-acca-media-p1"),
    *("KAZ-3-outside-can-p5", "KAZ-3-outside-upr-info-p1", "KAZ-3-outside-upr-info-p6"),
}


def test_every_point_has_a_theme_unless_it_is_about_none(review: Review) -> None:
    held = [point for statement in review.statements for point in statement.points]
    assert len(held) == 336
    assert {point.id for point in held if not point.themes} == WITHOUT_THEME


def test_the_id_of_a_point_is_its_place_in_the_statement(review: Review) -> None:
    for statement in review.statements:
        ids = [point.id for point in statement.points]
        assert ids == [f"{statement.id}-p{position}" for position in range(1, len(ids) + 1)]


def test_a_summary_is_a_phrase_to_read_after_the_name(review: Review) -> None:
    for statement in review.statements:
        for point in statement.points:
            assert 0 < len(point.summary) <= 240, point.id
            assert not point.summary.endswith("."), point.id
            assert point.summary[0].islower(), point.id


@pytest.mark.parametrize(
    ("theme", "speakers"),
    [
        # who spoke of it at the review or at the adoption
        ("death-penalty", {"Estonia", "France", "Kazakhstan", "Burundi"}),  # their pages; paras. 673 and 694
        ("corporal-punishment", {"Estonia", "UNICEF"}),  # Estonia's page; para. 688
        ("statelessness", {"Kazakhstan"}),  # para. 682
    ],
)
def test_who_spoke_of_a_theme(review: Review, theme: str, speakers: set[str]) -> None:
    inside = [s for s in review.statements if s.setting is not Setting.OUTSIDE]
    assert {s.speaker.name for s in kz_upr.select(inside, theme=theme)} == speakers


@pytest.mark.parametrize(
    ("instrument", "speakers"),
    [
        ("ICCPR-OP2", {"Estonia", "Kazakhstan"}),  # Estonia's page; A/HRC/43/2, para. 673
        ("Rome-Statute", {"Estonia", "Kazakhstan"}),  # para. 683
        ("Istanbul-Convention", {"Kazakhstan", "UN-Women", "UNFPA"}),  # paras. 675, 687 and 689
    ],
)
def test_who_spoke_of_joining_a_treaty(review: Review, instrument: str, speakers: set[str]) -> None:
    inside = [s for s in review.statements if s.setting is not Setting.OUTSIDE]
    found = kz_upr.select(inside, instrument=instrument, manner="join")
    assert {s.speaker.name for s in found} == speakers


# -- recommendations ----------------------------------------------------------------------------------

# A/HRC/43/10/Add.1, para. 9
NOTED_IN_THE_ADDENDUM = [
    *("139.2", "139.3", "139.4", "139.5", "139.19", "139.20", "139.21", "139.22", "139.24", "139.25"),
]


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
    assert listed == NOTED_IN_THE_ADDENDUM
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
                ("kazinform-cn-2020", "more than 600"),  # the Foreign Minister, 24 February 2020
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
        pytest.param(
            [
                ("canada-upr34-kazakhstan", "194 in both cycles"),
                ("A/HRC/14/10", "128 in 2010"),  # paras. 95 and 97: 102 and 26
                ("A/HRC/28/2", "194 in 2014"),  # para. 637
            ],
            ["128 and 194", "322"],
            id="received in the first two cycles",
        ),
        pytest.param(
            [
                ("canada-upr34-kazakhstan", "three"),
                ("A/HRC/14/10", r"95\.53, 97\.8 and 97\.26"),
                ("A/HRC/28/10", r"124\.6, 125\.53 and 126\.34"),
            ],
            ["six"],
            id="made by Canada in the first two cycles",
        ),
        pytest.param(
            [
                ("kz-vesti-council-2019", "12 June 2019"),
                ("astana-times-council-2019", "17 July 2019"),
                ("news-ru-council-2019", "17 July 2019"),
                ("adilet-u190000063u", "17 July 2019"),  # Decree No. 63
            ],
            ["12 June 2019"],
            id="founding of the National Council",
        ),
        pytest.param(
            [("astana-times-council-2019", "44"), ("news-ru-council-2019", "47")],
            None,
            id="size of the National Council",
        ),
        pytest.param(
            [
                ("A/HRC/43/2", "civil society"),  # para. 671
                ("kazinform-council-2019", "members of parliament"),
            ],
            None,
            id="make-up of the National Council",
        ),
        pytest.param(
            [
                ("A/HRC/43/2", "10 for a comprehensive law"),  # para. 704
                ("A/HRC/43/2", '10 "other" ones noted'),  # para. 704
                ("feminita-2024", "11, one of them supported"),
            ],
            None,
            id="recommendations on sexual orientation",
        ),
        pytest.param(
            [
                (PRESS_RELEASE, "in the passive"),  # paras. 6-7
                ("estonia-upr34-statement", "no mention"),
                ("uk-upr34-statement", "no mention"),
                ("france-upr34-statement", "no mention"),
            ],
            None,
            id="who praised",
        ),
        pytest.param(
            [
                (PRESS_RELEASE, "praise only"),
                ("estonia-upr34-statement", "four recommendations"),
                ("uk-upr34-statement", "three recommendations"),
                ("france-upr34-statement", "five recommendations"),
            ],
            ["both praise and criticism"],
            id="criticism at the review",
        ),
        pytest.param(
            [
                ("A/HRC/43/2", "decided to review its law on assemblies"),  # para. 674
                ("A/HRC/43/2", "only noted"),  # para. 703
            ],
            None,
            id="law on assemblies",
        ),
        pytest.param(
            [
                ("A/HRC/43/2", "the Bar Association, in actions that the Ministry of Justice initiated"),  # para. 702
                ("icj-hrc43-kazakhstan", "the Ministry of Justice"),
                ("icj-kazakhstan-2020", "lawsuit against Gazymzhanov"),  # its entries of January and February 2020
                ("icj-kazakhstan-2020", "lawsuit against Mukhamediarov"),
            ],
            None,
            id="who moved to disbar two lawyers",
        ),
    ],
)
def test_discrepancies(review: Review, accounts: list[Printed], taken: list[str] | None) -> None:
    """Each source's account has what it prints, as read in facts.md and in the documents themselves."""
    assert_recorded(review, accounts, taken)


#: What was held as a discrepancy and is none: the sources agree, or one of them words a thing differently.
NOTES = {
    "posted on 14 April 2025": {PRESS_RELEASE, "a-hrc-43-2"},
    "second national report": {PRESS_RELEASE, "a-hrc-wg-6-34-kaz-1", "a-hrc-28-10"},
    "special operation": {PRESS_RELEASE, "a-hrc-43-2", "astana-times-jusan-2021"},
    "13 delegations": {"a-hrc-43-2"},
    "GE.20-02950(E)": {"un-title-pages", "a-hrc-43-10-add-1"},
    "head of delegation in the press release": {PRESS_RELEASE, "a-hrc-14-10", "tristangate-beketayev"},
}


@pytest.mark.parametrize("words", NOTES)
def test_what_is_no_disagreement_is_a_note(review: Review, words: str) -> None:
    (note,) = (note for note in review.notes if words in note.text)
    assert {citation.source.id for citation in note.citations} == NOTES[words]
    assert note.text.endswith(".")


@pytest.mark.parametrize(
    "keyword",
    [
        *("zhusan-kind", "press-release-date", "second-cycle-recommendations", "thirteen-delegations"),
        *("addendum-job-number", "138-83"),  # the last has a name now that takes no side: denmark-number
    ],
)
def test_there_is_no_discrepancy_where_sources_agree(review: Review, keyword: str) -> None:
    assert f"KAZ-3-d-{keyword}" not in {discrepancy.id for discrepancy in review.discrepancies}


def test_substance_comes_before_dates_and_names(review: Review) -> None:
    """The names are grouped: one entry for both names of the Council of Public Trust, one for the names of persons."""
    ids = [discrepancy.id.removeprefix("KAZ-3-d-") for discrepancy in review.discrepancies]
    assert ids.index("praise") < ids.index("adoption-date") < ids.index("national-council-name")
    assert ids[-4:] == ["national-council-name", "human-rights-commission", "bureau-name", "names-of-persons"]


def test_every_discrepancy_shows_different_accounts_and_a_reason(review: Review) -> None:
    for found in review.discrepancies:
        assert len({account.value for account in found.accounts}) >= 2, found
        assert found.why.endswith(".")
        assert found.question


def test_demands_made_in_a_statement_are_not_recommendations(review: Review) -> None:
    """Those of Estonia and the United Kingdom have no number in any source; they are points of their statements."""
    givers = {state.iso3 for recommendation in review.recommendations for state in recommendation.states}
    assert not givers & {"EST", "GBR"}


def test_every_statement_and_recommendation_is_cited_with_its_place(review: Review) -> None:
    things: tuple[Statement | Recommendation, ...] = (*review.statements, *review.recommendations)
    for thing in things:
        assert thing.citations
        assert all(citation.locator for citation in thing.citations)
