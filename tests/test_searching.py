"""Searching for words in statements and recommendations."""

import collections

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from effort import growth
from kz_upr import Clause, Review
from kz_upr.searching import points_about
from made_review import HELD, review_of
from strategies import times


def about(*subjects: str) -> Review:
    """A review with one recommendation about each subject, numbered from 1.1."""
    clauses = [(Clause(subject=subject),) for subject in subjects]
    return review_of(
        *(
            attrs.evolve(HELD[2], id=f"KAZ-9-1.{number}", number=f"1.{number}", clauses=clause)
            for number, clause in enumerate(clauses, start=1)
        )
    )


def found(review: Review, text: str) -> list[str]:
    return [hit.found.id for hit in kz_upr.search(review, text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Istanbul Convention rape definition", "KAZ-3-adoption-un-women"),  # A/HRC/43/2, para. 687
        ("sexuality education curricula", "KAZ-3-139.161"),
        ("Rusafa", "KAZ-3-adoption-kaz"),  # para. 684
    ],
)
def test_what_fits_best_comes_first(review: Review, text: str, first: str) -> None:
    assert found(review, text)[0] == first


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("lawyers", {"KAZ-3-adoption-iba-l4l", "KAZ-3-adoption-icj", "KAZ-3-139.114"}),
        ("disbarred lawyers", {"KAZ-3-adoption-iba-l4l", "KAZ-3-adoption-icj"}),  # A/HRC/43/2, paras. 700, 702
        ("Denmark independent judiciary rules", {"KAZ-3-138.83"}),
        ("torture", {"KAZ-3-dialogue-gbr", "KAZ-3-adoption-action-canada", "KAZ-3-adoption-forum-asia"}),
        ("Zhusan", {"KAZ-3-dialogue-states", "KAZ-3-adoption-kaz"}),
        ("zhusan operation", {"KAZ-3-dialogue-states"}),
        ("death penalty", {"KAZ-3-adoption-kaz", "KAZ-3-dialogue-est", "KAZ-3-dialogue-fra"}),
        ("139.124", {"KAZ-3-139.124"}),
        ("Beketayev", {"KAZ-3-presentation"}),
        ("Iceland", {"KAZ-3-139.161"}),
        ("ÉLECTIONS", {"KAZ-3-139.124"}),
    ],
)
def test_what_a_reader_looks_for_is_found(review: Review, text: str, among: set[str]) -> None:
    assert among <= set(found(review, text))


def test_best_first_and_at_most_the_limit(review: Review) -> None:
    hits = kz_upr.search(review, "rights of women and children", limit=7)
    assert len(hits) == 7
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0
    assert len({hit.found.id for hit in hits}) == 7


@pytest.mark.parametrize("text", ["", "   ", "xyzzy", "!?", "\0", "the"])
def test_nothing_fits(text: str) -> None:
    assert kz_upr.search(kz_upr.load_review(4), text) == ()


@pytest.mark.parametrize("limit", [0, 1])
def test_small_limits(review: Review, limit: int) -> None:
    assert len(kz_upr.search(review, "rights", limit=limit)) == limit


@times(4)
@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    hits = kz_upr.search(kz_upr.load_review(), text)
    assert len(hits) <= 20
    assert all(hit.score >= 0 for hit in hits)


def test_each_review_has_its_own_index() -> None:
    for word in ("apples", "pears"):
        assert len(kz_upr.search(about(word), word)) == 1


def test_answers_are_the_same_every_time(review: Review) -> None:
    counts = collections.Counter(str(kz_upr.search(review, "human rights law")) for _ in range(3))
    assert len(counts) == 1


@pytest.mark.parametrize("thing", [[], (), None, "KAZ-3"])
def test_something_other_than_a_review(thing: object) -> None:
    with pytest.raises(TypeError, match=r"^expected a Review, got a (list|tuple|NoneType|str)$"):
        kz_upr.search(thing, "x")  # type: ignore[arg-type]


def test_a_hit_prints_what_was_found(review: Review) -> None:
    (hit,) = kz_upr.search(review, "Rusafa", limit=1)
    assert repr(hit) == f"<Hit {hit.score:.2f} {hit.found!r}>"


class TestWords:
    @pytest.mark.parametrize(
        ("asked", "written"),
        [
            ("woman", "women"),
            ("women", "woman"),
            ("ratify", "ratification"),
            ("ratification", "ratifying"),
            ("judge", "judiciary"),
            ("judiciary", "judges"),
            ("policy", "policies"),
            ("implementation", "implement"),
            ("monitoring", "monitor"),
            ("bodies", "body"),
        ],
    )
    def test_other_forms_of_a_word_are_found(self, asked: str, written: str) -> None:
        assert found(about(f"the {written} of fences", "the painting of walls"), asked) == ["KAZ-9-1.1"]

    def test_woman_finds_what_women_finds(self, review: Review) -> None:
        assert kz_upr.search(review, "woman") == kz_upr.search(review, "women")
        assert len(found(review, "woman")) > 3

    @pytest.mark.parametrize(
        ("asked", "written"),
        [
            ("police", "policy"),
            ("policy", "police"),
            ("men", "mandate"),
            ("Chile", "children"),
            ("state", "statistics"),
            ("three", "threats"),
            ("trade", "tradition"),
            ("mission", "missing persons"),
        ],
    )
    def test_words_that_only_begin_alike_are_not_found(self, asked: str, written: str) -> None:
        assert found(about(f"the {written} of fences"), asked) == []

    @pytest.mark.parametrize(("asked", "written"), [("crimin", "criminalize"), ("elect", "electoral"), ("la", "law")])
    def test_the_beginning_of_a_word_finds_it(self, asked: str, written: str) -> None:
        assert found(about(f"the {written} of fences", "painting"), asked) == ["KAZ-9-1.1"]

    def test_the_whole_word_ranks_before_its_beginning(self) -> None:
        assert found(about("electoral fences", "elect fences"), "elect") == ["KAZ-9-1.2", "KAZ-9-1.1"]

    def test_a_number_is_one_word(self, review: Review) -> None:
        """ICJ's statement names it (A/HRC/43/2, para. 702, and its own page); no other number is found."""
        assert set(found(review, "139.114")) == {"KAZ-3-139.114", "KAZ-3-adoption-icj"}

    def test_common_words_count_only_if_there_are_no_others(self, review: Review) -> None:
        assert kz_upr.search(review, "the prohibition of torture") == kz_upr.search(review, "prohibition torture")
        assert found(about("fences of the port"), "of the") == ["KAZ-9-1.1"]

    def test_more_of_the_words_rank_higher(self) -> None:
        made = about("fences", "fences of the port", "the port", "fences of the old port")
        assert found(made, "old port fences")[0] == "KAZ-9-1.4"
        assert set(found(made, "old port fences")) == {f"KAZ-9-1.{n}" for n in (1, 2, 3, 4)}

    def test_work_grows_with_the_length_of_the_question(self) -> None:
        made = about("fences")
        assert growth(lambda size: kz_upr.search(made, " ".join(f"word{n}" for n in range(size))), 100) < 1.2


class TestPointsAbout:
    def test_the_points_that_mention_the_words(self, review: Review) -> None:
        """Of the statement's paragraphs only A/HRC/43/2, para. 684, names Zhusan."""
        (statement,) = (s for s in review.statements if s.id == "KAZ-3-adoption-kaz")
        points = points_about(statement, "Zhusan")
        assert {c.locator for p in points for c in p.citations} == {"para. 684"}
        assert 0 < len(points) < len(statement.points)

    def test_all_points_if_none_does(self, review: Review) -> None:
        (statement,) = (s for s in review.statements if s.id == "KAZ-3-adoption-kaz")
        assert points_about(statement, "xyzzy") == statement.points

    def test_points_with_all_words_before_those_with_any(self, review: Review) -> None:
        (statement,) = (s for s in review.statements if s.id == "KAZ-3-adoption-kaz")
        every = points_about(statement, "Zhusan xyzzy")
        assert every == points_about(statement, "Zhusan")
