"""Edition 2025.4: what the press release says and nothing else."""

import datetime
import urllib.parse
from pathlib import Path

import pytest

import kz_upr
from kz_upr import Act, Review, Setting, SpeakerKind
from kz_upr.model import sources_of


@pytest.fixture(scope="module")
def review() -> Review:
    return kz_upr.load_review(3, edition="2025.4")


def test_one_source(review: Review) -> None:
    (source,) = sources_of(review)
    assert source.publisher == "enbekshiqazaq.kz"
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
    assert (review.documents, review.recommendations, review.discrepancies) == ((), (), ())
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
    assert held.why.startswith("The press release names no recommendation")


@pytest.mark.parametrize(
    ("setting", "kind", "act", "words"),
    [
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.EXPLAINS, "outside"),  # para. 3
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "2014"),  # para. 4
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "Government"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "Sustainable Development Goals"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "courts"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "children"),
        (Setting.PRESENTATION, SpeakerKind.STATE_UNDER_REVIEW, Act.REPORTS, "faiths"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "delegation"),  # para. 5
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "openness"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "progress"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "Zhusan"),  # para. 6
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.STATE_UNDER_REVIEW, Act.OFFERS, "counter-terrorism"),
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "Hearing State"),  # para. 7
        (Setting.INTERACTIVE_DIALOGUE, SpeakerKind.GROUP_OF_STATES, Act.COMMENDS, "National Council"),
        (Setting.CONCLUDING_REMARKS, SpeakerKind.STATE_UNDER_REVIEW, Act.COMMITS, "children"),  # para. 8
        (Setting.CONCLUDING_REMARKS, SpeakerKind.STATE_UNDER_REVIEW, Act.COMMITS, "inclusive"),
        (Setting.CONCLUDING_REMARKS, SpeakerKind.STATE_UNDER_REVIEW, Act.COMMITS, "institution"),
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
    assert all(citation.source.publisher == "enbekshiqazaq.kz" for citation in found[0].citations)


def test_no_sentence_of_the_release_is_repeated(review: Review, shared: Path) -> None:
    """Not even a run of eight words; names are shorter than that."""
    release = (shared / "sources/press-release/press-release.txt").read_text(encoding="utf-8").replace("’", "'").split()
    runs = {" ".join(release[i : i + 8]).casefold() for i in range(len(release) - 7)}
    for statement in review.statements:
        for point in statement.points:
            words = point.summary.split()
            mine = {" ".join(words[i : i + 8]).casefold() for i in range(len(words) - 7)}
            assert not mine & runs
