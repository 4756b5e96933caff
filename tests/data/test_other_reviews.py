"""The reviews of 2010, 2014 and 2025, from A/HRC/14/10 and 14/37, A/HRC/28/10 and 28/2, and the news of 2025."""

import datetime

import pytest

import kz_upr
from kz_upr import Review

from .accounts import Printed, assert_recorded


def codes(states: tuple[kz_upr.State, ...] | None) -> set[str]:
    return {state.iso3 for state in states or ()}


@pytest.fixture(scope="module")
def first() -> Review:
    return kz_upr.load_review(1)


@pytest.fixture(scope="module")
def second() -> Review:
    return kz_upr.load_review(2)


@pytest.fixture(scope="module")
def fourth() -> Review:
    return kz_upr.load_review(4)


def test_2010(first: Review) -> None:
    assert first.id == "KAZ-1"
    assert (first.session, first.date, first.meeting) == (7, datetime.date(2010, 2, 12), 9)  # A/HRC/14/10, para. 1
    assert (first.session_start, first.session_end) == (datetime.date(2010, 2, 8), datetime.date(2010, 2, 19))
    assert (first.adopted, first.adopted_meeting) == (datetime.date(2010, 2, 16), 13)  # para. 1
    assert codes(first.troika) == {"BGD", "CUB", "MUS"}  # para. 2
    assert codes(first.advance_questions) == {"ARG", "DNK", "CZE", "DEU", "NLD", "SWE", "GBR"}  # para. 4
    assert first.speakers == 54  # para. 27
    assert len(codes(first.speaking_states)) == 54
    assert first.delegation is not None
    assert first.delegation.head is not None
    assert first.delegation.head.name == "Yerbol Orynbayev"  # para. 1
    assert first.delegation.stated_size == 23  # annex, which lists 22 names
    assert len(first.delegation.members) == 22


def test_2010_outcome(first: Review) -> None:
    assert first.totals is not None
    # A/HRC/14/10: lists 95 (1-102) and 97 (1-26); A/HRC/14/37, para. 306
    assert (first.totals.received, first.totals.supported, first.totals.noted) == (102 + 26, 121, 7)
    assert first.outcome is not None
    assert (first.outcome.decision, first.outcome.meeting) == ("14/104", 22)  # A/HRC/14/37, decision 14/104
    assert (first.outcome.date, first.outcome.adopted) == (datetime.date(2010, 6, 9), "without a vote")


def test_2014(second: Review) -> None:
    assert second.id == "KAZ-2"
    assert (second.session, second.date, second.meeting) == (20, datetime.date(2014, 10, 30), 7)  # A/HRC/28/10, para. 1
    assert (second.session_start, second.session_end) == (datetime.date(2014, 10, 27), datetime.date(2014, 11, 7))
    assert (second.adopted, second.adopted_meeting) == (datetime.date(2014, 11, 4), 14)  # para. 1
    assert codes(second.troika) == {"DEU", "KWT", "ZAF"}  # para. 2
    # para. 4
    assert codes(second.advance_questions) == {
        *("BEL", "CZE", "DEU", "MEX", "NLD", "NOR", "SVN", "ESP", "SWE", "GBR", "USA"),
    }
    assert second.speakers == 73  # para. 23
    assert len(codes(second.speaking_states)) == 73
    assert second.delegation is not None
    assert second.delegation.head is not None
    assert second.delegation.head.name == "Elvira Azimova"  # para. 1
    assert len(second.delegation.members) == 18  # annex


def test_2014_outcome(second: Review) -> None:
    assert second.totals is not None
    # A/HRC/28/10, lists 124-126 (47 + 96 + 51); A/HRC/28/2, para. 637
    assert (second.totals.received, second.totals.supported, second.totals.noted) == (47 + 96 + 51, 144, 50)
    assert second.outcome is not None
    assert (second.outcome.decision, second.outcome.meeting) == ("28/106", 39)  # A/HRC/28/2, para. 941
    assert (second.outcome.date, second.outcome.adopted) == (datetime.date(2015, 3, 19), "without a vote")


def test_2025(fourth: Review) -> None:
    assert fourth.id == "KAZ-4"
    assert (fourth.session, fourth.date) == (48, datetime.date(2025, 1, 23))  # menafn.com, kaztag.info
    assert codes(fourth.troika) == {"BOL", "GMB", "JPN"}  # kaztag.info
    assert fourth.delegation is not None
    assert fourth.delegation.head is not None
    assert fourth.delegation.head.name == "Yerlan Sarsembayev"  # kaztag.info
    assert fourth.totals is not None
    assert (fourth.totals.received, fourth.totals.supported) == (294, 259)  # kt.kz, qazinform.com
    assert fourth.totals.noted is None  # no source prints 35
    assert fourth.outcome is not None
    assert fourth.outcome.council_session == 59  # qazinform.com
    assert fourth.outcome.decision is None  # no source gives the number
    assert fourth.outcome.date is None  # no source gives the day
    assert fourth.speakers is None  # 99, more than 100, or 103: the accounts differ


def test_no_recommendation_of_2025_is_held_and_the_reason_is_given(fourth: Review) -> None:
    assert fourth.recommendations == ()
    assert str(fourth.coverage.recommendations) == "0 of 294"
    assert fourth.coverage.recommendations.why is not None
    assert fourth.coverage.recommendations.why.endswith(".")


def test_norway_alone_is_held_for_2025_and_the_reason_is_given(fourth: Review) -> None:
    (norway,) = fourth.statements
    assert (fourth.coverage.statements.held, fourth.coverage.statements.stated) == (1, None)
    assert fourth.coverage.statements.why is not None
    assert (norway.speaker.name, norway.date) == ("Norway", datetime.date(2025, 1, 23))
    assert norway.speaker.person is not None
    assert norway.speaker.person.name == "Tormod C. Endresen"  # norway.no
    recommended = [point for point in norway.points if point.act == "recommends"]
    assert {point.citations[0].locator for point in recommended} == {f"page, recommendation {n}" for n in range(1, 5)}
    (note,) = (note for note in fourth.notes if note.text.startswith("Norway"))
    assert [citation.source.id for citation in note.citations] == ["norway-upr48-statement"]


def test_what_was_written_about_the_outcome_of_2025_is_in_the_notes(fourth: Review) -> None:
    texts = " ".join(note.text for note in fourth.notes)
    assert "1 July 2025" in texts  # ilmr.de, hrw.org
    assert "Yerlan Alimbayev" in texts  # qazinform.com
    assert "56 of the 294 recommendations are new" in texts  # kt.kz, 20 March 2025


# -- discrepancies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cycle", "accounts", "taken"),
    [
        pytest.param(
            1,
            [("A/HRC/14/10", "23 members"), ("A/HRC/14/10", "22 names"), ("ohchr-highlights-2010-02-12", "24 persons")],
            ["23 as the stated size", "22 members by name"],
            id="delegation of 2010",
        ),
        pytest.param(
            1,
            [
                ("A/HRC/14/10", "A/HRC/WG.6/7/KAZ/2/Corr.1"),  # para. 3 (b)
                ("ohchr-highlights-2010-02-12", "A/HRC/WG.6/7/KAZ/1/Corr.1"),
            ],
            ["A/HRC/WG.6/7/KAZ/2/Corr.1"],
            id="corrigendum of 2010",
        ),
        pytest.param(
            1,
            [("A/HRC/14/37", "121"), ("A/HRC/14/37", "112")],  # paras. 306 and 316
            ["121"],
            id="accepted in 2010",
        ),
        pytest.param(
            1,
            [
                ("A/HRC/14/37", r"97\.1-97\.4, 97\.10, 97\.12 and 97\.19"),  # para. 306
                ("A/HRC/WG.6/20/KAZ/1", r"97\.1-97\.4, 97\.10 and 97\.12"),  # para. 5
            ],
            ["noted"],
            id="answer to 97.19",
        ),
        pytest.param(
            2,
            [
                ("A/HRC/28/2", "143"),  # para. 601
                ("A/HRC/28/2", "51 not"),
                ("A/HRC/28/2", "144"),  # para. 637
                ("A/HRC/28/2", "50 noted"),
                ("upr-info-export-s17-20", "147"),
                ("acca-media-upr", "147"),
                ("canada-upr34-kazakhstan", "147"),
            ],
            ["144 supported and 50 noted, of 194"],
            id="supported in 2014",
        ),
        pytest.param(
            2,
            [("A/HRC/28/10", "10 December 2014"), ("right-docs-a-hrc-28-10", "December 2015")],
            ["10 December 2014"],
            id="date of A/HRC/28/10",
        ),
        pytest.param(
            4,
            [
                ("miragenews-1399506", "103 delegations"),
                ("kt-kz-1377973891", "(over|more than) 100 delegations"),
                ("bureau-kz-60080", "99 States"),
            ],
            None,
            id="speakers in 2025",
        ),
        pytest.param(
            4,
            [("kt-kz-1377975739", "294"), ("miragenews-1399506", "294"), ("bureau-kz-60080", "200")],
            ["294"],
            id="received in 2025",
        ),
        pytest.param(
            4,
            [
                ("A/HRC/DEC/59/112", "8 July 2025"),
                ("fidh-hrc59-outcomes", "8 July 2025"),
                ("universal-rights-hrc59", "9 July 2025"),
                ("ungeneva-hrc59-announcement", "9 July 2025"),
            ],
            ["8 July 2025"],
            id="end of the session of 2025",
        ),
        pytest.param(
            1,
            [("A/HRC/14/10", "no need to decriminalize"), ("A/HRC/14/37", "accepted")],  # paras. 25 and 306
            ["supported"],
            id="libel in 2010",
        ),
        pytest.param(
            1,
            [("A/HRC/14/10", r"four: 95\.15, 95\.43, 95\.71 and 97\.1"), ("A/HRC/14/37", "five")],  # para. 314
            ["four"],
            id="recommendations of Algeria in 2010",
        ),
        pytest.param(
            2,
            [
                ("A/HRC/28/10", r"124\.47: supported"),  # para. 124
                ("A/HRC/28/10", r"126\.35, 126\.39, 126\.40 and 126\.41: noted"),  # para. 126
                ("A/HRC/28/2", "not accepted"),  # para. 615
            ],
            ["each number keeps the answer"],
            id="libel in 2014",
        ),
    ],
)
def test_discrepancies(cycle: int, accounts: list[Printed], taken: list[str] | None) -> None:
    """Each source's account has what it prints, as read in facts.md and in the documents themselves."""
    assert_recorded(kz_upr.load_review(cycle), accounts, taken)


# -- the recommendations of 2010 and 2014 ------------------------------------------------------------


def numbers(review: Review, *, position: str | None = None) -> list[str]:
    return [recommendation.number for recommendation in kz_upr.select(review.recommendations, position=position)]


def test_every_number_of_2010_once(first: Review) -> None:
    # A/HRC/14/10: the list of para. 95 runs to 102, that of para. 97 to 26
    assert numbers(first) == [*(f"95.{n}" for n in range(1, 103)), *(f"97.{n}" for n in range(1, 27))]
    assert first.coverage.recommendations.held == first.coverage.recommendations.stated == 128


def test_the_seven_not_accepted_in_2010(first: Review) -> None:
    # A/HRC/14/37, para. 306: "recommendations (1-4, 10, 12 and 19) in paragraph 97"
    assert numbers(first, position="noted") == ["97.1", "97.2", "97.3", "97.4", "97.10", "97.12", "97.19"]
    assert len(numbers(first, position="supported")) == 121


def test_answers_of_2010_step_by_step(first: Review) -> None:
    for recommendation in first.recommendations:
        early = recommendation.positions[0]
        assert early.stage is kz_upr.Stage.WORKING_GROUP
        assert early.value == ("supported" if recommendation.number.startswith("95.") else "pending")  # paras. 95, 97
        assert recommendation.positions[-1].stage is kz_upr.Stage.COUNCIL
    qualified = [r for r in first.recommendations if r.positions[0].qualifier is not None]
    assert len(qualified) == 68  # para. 96


def test_every_number_of_2014_once(second: Review) -> None:
    # A/HRC/28/10: lists of paras. 124 (47), 125 (96) and 126 (51)
    assert numbers(second) == [
        f"{list}.{n}" for list, count in ((124, 47), (125, 96), (126, 51)) for n in range(1, count + 1)
    ]
    assert second.coverage.recommendations.held == second.coverage.recommendations.stated == 194


def test_answers_of_2014_step_by_step(second: Review) -> None:
    said = {
        "124": ("supported", "already implemented"),  # A/HRC/28/10, para. 124
        "125": ("supported", "in process"),  # para. 125
        "126": ("noted", None),  # para. 126
    }
    for recommendation in second.recommendations:
        early = recommendation.positions[0]
        assert early.stage is kz_upr.Stage.WORKING_GROUP
        assert (early.value, early.qualifier) == said[recommendation.number.partition(".")[0]]


def test_126_27_moved(second: Review) -> None:
    # A/HRC/28/2, para. 602
    moved = kz_upr.find_recommendation(second, "126.27")
    assert [(position.stage, position.value) for position in moved.positions] == [
        ("working group", "noted"),
        ("council", "supported"),
    ]
    assert any("602" in citation.locator for citation in moved.positions[-1].citations)
    noted = numbers(second, position="noted")
    assert len(noted) == 50  # para. 637
    assert noted == [f"126.{n}" for n in range(1, 52) if n != 27]


def test_every_recommending_state_spoke(first: Review, second: Review) -> None:
    for review in (first, second):
        asked = {state for recommendation in review.recommendations for state in recommendation.states}
        assert all(recommendation.states for recommendation in review.recommendations)
        assert asked <= set(review.speaking_states)
    # 45 and 71 States, 129 and 198 pairs, counted in A/HRC/14/10 and A/HRC/28/10
    assert [len({s for r in review.recommendations for s in r.states}) for review in (first, second)] == [45, 71]
    assert [sum(len(r.states) for r in review.recommendations) for review in (first, second)] == [129, 198]


def test_every_recommendation_is_coded(first: Review, second: Review) -> None:
    for review in (first, second):
        for recommendation in review.recommendations:
            assert recommendation.text_sha256
            assert recommendation.clauses
            for clause in recommendation.clauses:
                assert clause.actions, recommendation.id
                assert clause.themes, recommendation.id
                assert clause.states, recommendation.id


def test_clauses_are_as_many_as_brackets_with_states(first: Review, second: Review) -> None:
    """Counted in A/HRC/14/10 and A/HRC/28/10: 95.3 has a second demand, of other States."""
    assert [sum(len(r.clauses) for r in review.recommendations) for review in (first, second)] == [129, 194]


def test_a_summary_is_an_instruction_in_whole_sentences(first: Review, second: Review) -> None:
    for review in (first, second):
        for recommendation in review.recommendations:
            for clause in recommendation.clauses:
                assert clause.summary is not None, recommendation.id
                assert len(clause.summary) <= 240, recommendation.id
                assert clause.summary[0].isupper(), recommendation.id
                assert clause.summary.endswith("."), recommendation.id


def named(review: Review, instrument: str, manner: str) -> list[str]:
    return [r.number for r in kz_upr.select(review.recommendations, instrument=instrument, manner=manner)]


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        # A/HRC/14/10 and A/HRC/28/10: those that name the treaty; each asks to ratify it, to accede or to consider it
        ("ICCPR-OP2", (["95.41", "97.3", "97.17"], [f"126.{n}" for n in (5, 6, 7, 9, 10, 11, 12)])),
        ("Rome-Statute", (["97.3"], [f"126.{n}" for n in range(13, 20)])),
    ],
)
def test_who_asked_to_join_a_treaty(
    first: Review, second: Review, instrument: str, expected: tuple[list[str], list[str]]
) -> None:
    assert (named(first, instrument, "join"), named(second, instrument, "join")) == expected
