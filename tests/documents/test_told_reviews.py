"""The review as a document and the caller say it."""

import pytest

from kz_upr.documents.told_reviews import NOTHING_TOLD, ToldReview
from made_pairs import FIJI, PERU


@pytest.mark.parametrize(
    ("review", "id", "words"),
    [
        (NOTHING_TOLD, None, ""),
        (ToldReview(FIJI, 3, 34), "FJI-3", "Fiji, cycle 3, session 34"),
        (ToldReview(FIJI, session=34), None, "Fiji, session 34"),
        (ToldReview(cycle=3), None, "cycle 3"),
    ],
)
def test_what_is_said(review: ToldReview, id: str | None, words: str) -> None:
    assert (review.id, review.words) == (id, words)


@pytest.mark.parametrize(
    ("first", "second", "both", "differing"),
    [
        (ToldReview(FIJI, 3, 34), NOTHING_TOLD, ToldReview(FIJI, 3, 34), []),
        (NOTHING_TOLD, ToldReview(FIJI, 2, 34), ToldReview(FIJI, 2, 34), []),
        (NOTHING_TOLD, ToldReview(session=34), ToldReview(cycle=3, session=34), []),
        (ToldReview(FIJI), ToldReview(PERU, 3), ToldReview(FIJI, 3), [("state", "Fiji", "Peru")]),
        (ToldReview(session=20), ToldReview(cycle=3), ToldReview(cycle=2, session=20), []),
        (ToldReview(session=20), ToldReview(session=34), ToldReview(cycle=2, session=20), [("session", 20, 34)]),
        (ToldReview(cycle=2), ToldReview(cycle=3, session=34), ToldReview(cycle=2), [("cycle", 2, 3)]),
        (ToldReview(cycle=3), ToldReview(session=34), ToldReview(cycle=3, session=34), []),
    ],
)
def test_what_two_say(
    first: ToldReview, second: ToldReview, both: ToldReview, differing: list[tuple[str, object, object]]
) -> None:
    assert first.completed(second) == both
    assert list(first.differences(second)) == differing
