"""Edition 2025.4: what the press release says and nothing else."""

import datetime
import urllib.parse
from pathlib import Path

import pytest

import kz_upr
from kz_upr import Act, Review, Setting, SpeakerKind, citations_of
from kz_upr.model import sources_of


@pytest.fixture(scope="module")
def review() -> Review:
    return kz_upr.load_review(3, edition="2025.4")


def test_one_source_and_the_report_that_it_names(review: Review) -> None:
    report, source = sorted(sources_of(review), key=lambda source: source.id)
    assert review.documents == (report,)
    assert report.kind == "national report"
    assert (report.symbol, report.read, report.date) == (None, None, None)  # the release gives none of them
    assert report.note is not None
    assert report.note.startswith("Not read")
    assert {citation.source for _, citation in citations_of(review)} == {source}
    # a Government's text, named so by the address at its end; not press
    assert source.kind == "Government publication"
    assert source.publisher == "Ministry of Justice of the Republic of Kazakhstan"
    assert source.date == datetime.date(2025, 4, 14)  # "14.04.2025 09:35:43" at its head
    assert source.url is not None
    assert source.url.startswith("https://www.enbekshiqazaq.kz/en/news/380447-")
    assert source.origin_url is not None
    origin = "https://www.gov.kz/memleket/entities/adilet/press/news/details/34214?lang=kk"  # "Source :"
    assert urllib.parse.unquote(source.origin_url) == origin
    assert source.symbol is None


def test_what_the_release_does_not_say_is_unknown(review: Review) -> None:
    assert (review.session, review.session_start, review.session_end, review.meeting) == (None, None, None, None)
    assert (review.totals, review.outcome, review.troika, review.speakers) == (None, None, None, None)
    assert (review.recommendations, review.discrepancies, review.notes) == ((), (), ())
    assert (review.adopted, review.adopted_meeting, review.advance_questions) == (None, None, ())


def test_what_the_release_says(review: Review) -> None:
    assert review.date == datetime.date(2019, 11, 7)  # para. 1
    assert review.venue == "Geneva"  # para. 1
    assert review.delegation is not None
    assert review.delegation.head is not None
    assert review.delegation.head.name == "M. Beketayev"  # para. 3: an initial alone
    assert len(review.delegation.institutions) == 11  # para. 2
    assert review.delegation.members == ()
    assert review.delegation.stated_size is None


def test_coverage_says_that_no_recommendation_is_held(review: Review) -> None:
    held = review.coverage.recommendations
    assert (held.held, held.stated) == (0, None)
    assert held.why is not None
    assert held.why.startswith("The press release describes no recommendation")


@pytest.mark.parametrize(
    ("setting", "kind", "act", "words"),
    [
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.EXPLAINS, "outside"),  # para. 3
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "2014"),  # para. 4
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "Government"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "Sustainable Development Goals"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "judicial and legal systems"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "children"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "faiths"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "delegation"),  # para. 5
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "openness"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "progress"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "Zhusan"),  # para. 6
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.STATE_UNDER_REVIEW, Act.OFFERS, "countering terrorism"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "Hearing State"),  # para. 7
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "National Council"),
        (Setting.CONCLUDING_REMARKS, SpeakerKind.STATE_UNDER_REVIEW, Act.COMMITS, "children"),  # para. 8
        (Setting.CONCLUDING_REMARKS, SpeakerKind.STATE_UNDER_REVIEW, Act.COMMITS, "inclusive"),
        (Setting.CONCLUDING_REMARKS, SpeakerKind.STATE_UNDER_REVIEW, Act.COMMITS, "institution"),
        (Setting.OUTSIDE, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "successfully"),  # para. 1, in its own voice
        (Setting.OUTSIDE, SpeakerKind.STATE_UNDER_REVIEW, Act.EXPLAINS, "National Council"),  # para. 7, the purpose
    ],
)
def test_every_assertion_of_the_release(
    review: Review, setting: Setting, kind: SpeakerKind, act: Act, words: str
) -> None:
    found = [
        point
        for statement in review.statements
        if statement.setting is setting and statement.speaker.kind is kind
        for point in statement.points
        if point.act is act and words in point.summary
    ]
    assert len(found) == 1
    assert {citation.source.id for citation in found[0].citations} <= {"enbekshiqazaq-380447"}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Zhusan", "passive"),  # para. 6: "appreciation was given"
        ("Hearing State", "passive"),  # para. 7: "was positively noted"
        ("establishment of the National Council", "passive"),  # para. 7
        ("2014", "names no speaker"),  # para. 4
        ("Sustainable Development Goals", "names no speaker"),  # para. 4
    ],
)
def test_what_the_release_leaves_open_is_an_inference(review: Review, words: str, reason: str) -> None:
    (point,) = (p for s in review.statements for p in s.points if words in p.summary)
    (citation,) = point.citations
    assert citation.inferred
    assert citation.note is not None
    assert reason in citation.note


@pytest.mark.parametrize("statement", ["KAZ-3-dialogue-kaz", "KAZ-3-concluding-remarks"])
def test_the_setting_of_the_offer_and_of_the_end_is_an_inference(review: Review, statement: str) -> None:
    (held,) = (s for s in review.statements if s.id == statement)
    assert all(citation.inferred and citation.note for citation in held.citations)


def test_what_the_states_noted_is_no_inference(review: Review) -> None:
    """Para. 5 names its speakers: representatives of Member States."""
    (states,) = (s for s in review.statements if s.speaker.kind is SpeakerKind.GROUP_OF_STATES)
    assert [any(citation.inferred for citation in p.citations) for p in states.points] == [*4 * [False], *3 * [True]]
    assert states.speaker.states == ()


def test_no_sentence_of_the_release_is_repeated(review: Review, shared: Path) -> None:
    """Not even a run of nine words; names are shorter than that."""
    release = (shared / "sources/press-release/press-release.txt").read_text(encoding="utf-8").replace("’", "'").split()
    runs = {" ".join(release[i : i + 9]).casefold() for i in range(len(release) - 8)}
    for statement in review.statements:
        for point in statement.points:
            words = point.summary.split()
            mine = {" ".join(words[i : i + 9]).casefold() for i in range(len(words) - 8)}
            assert not mine & runs
