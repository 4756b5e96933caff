"""The reviews of 2010, 2014 and 2025, from A/HRC/14/10 and 14/37, A/HRC/28/10 and 28/2, and the news of 2025."""

import datetime

import pytest

import kz_upr
from kz_upr import Review


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
    assert any("delegation" in discrepancy.subject for discrepancy in first.discrepancies)


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
    assert fourth.totals.noted is None, "35 is arithmetic that no source prints"
    assert fourth.outcome is not None
    assert fourth.outcome.council_session == 59  # qazinform.com
    assert fourth.outcome.decision is None, "no source read gives the number"
    assert fourth.outcome.date is None, "no source read gives the day"
    assert fourth.speakers is None, "99, more than 100, or 103: the accounts differ"
    assert any("spoke" in discrepancy.subject for discrepancy in fourth.discrepancies)


def test_no_recommendation_of_2025_is_held_and_that_is_said(fourth: Review) -> None:
    assert fourth.recommendations == ()
    assert fourth.coverage.recommendations.stated == 294
    assert fourth.coverage.recommendations.why
