"""The main themes and demands of a review, and what the State committed to."""

import datetime

import kz_upr
from kz_upr import Act, Clause, Point, Setting, Speaker, SpeakerKind
from made_review import (
    CAT,
    DETENTION,
    EDUCATION,
    FRA,
    JPN,
    PER,
    REMEDY,
    TORTURE,
    answered,
    made,
    named,
    review_of,
    said,
)

from .conftest import Show

PERU = Speaker(kind=SpeakerKind.STATE, name="Peru", states=(PER,))
FRANCE = Speaker(kind=SpeakerKind.STATE, name="The delegation of France", states=(FRA,))
KAZAKHSTAN = Speaker(kind=SpeakerKind.STATE_UNDER_REVIEW, name="Kazakhstan", states=(kz_upr.resolve_state("KAZ"),))
THEMES = kz_upr.list_themes()[:6]


def point(act: Act, summary: str, *themes: kz_upr.Theme, **fields: object) -> Point:
    return Point(id="", act=act, summary=summary, themes=themes, **fields)  # type: ignore[arg-type]


def asked(summary: str, *themes: kz_upr.Theme, states: tuple[kz_upr.State, ...] = (PER,)) -> tuple[Clause, ...]:
    return (Clause(summary=summary, states=states, themes=themes),)


class TestThemes:
    def test_of_recommendations_if_more_than_half_are_coded(self, show: Show) -> None:
        coded = made("1.1", clauses=asked("End torture.", TORTURE), positions=answered("noted"))
        bare = made("1.2")
        statement = said("per", PERU, point(Act.IS_CONCERNED, "was concerned about schools", EDUCATION))
        page = show(review_of(coded, statements=(statement,)))
        assert f"Main themes (1 of 1) and main demands {TORTURE.label} (1); of 1 recommendation: kz-upr" in page
        assert "- 1.1: End torture. (Peru; noted)" in page
        page = show(review_of(coded, bare, statements=(statement,)))
        assert f"{EDUCATION.label} (1); of 1 demand and concerns in 1 statement: kz-upr statements" in page

    def test_a_recommendation_of_many_states_counts_them(self, show: Show) -> None:
        states = tuple(map(kz_upr.resolve_state, ("FRA", "PER", "JPN", "DEU")))
        page = show(
            review_of(
                made("1.1", clauses=asked("End torture.", TORTURE)),
                made("1.2", clauses=asked("Stop torture.", TORTURE, states=states)),
                made("1.3", clauses=asked("Prevent torture.", TORTURE, states=(FRA, JPN, PER))),
            )
        )
        assert "- 1.2: Stop torture. (4 States; position unknown)" in page
        assert "1.1:" not in page
        assert "1.3:" not in page

    def test_each_demand_is_shown_once_and_the_first_theme_decides(self, show: Show) -> None:
        page = show(
            review_of(
                made("1.1", clauses=asked("Both.", TORTURE, DETENTION)),
                made("1.2", clauses=asked("Detention first.", DETENTION, TORTURE)),
                made("1.3", clauses=asked("Remedy.", REMEDY)),
            )
        )
        shown = [line.split(":")[0] for line in page.partition("and main demands")[2].split(" - ")[1:]]
        assert shown == ["1.1", "1.2", "1.3"]

    def test_four_themes_and_those_that_weigh_the_same(self, show: Show) -> None:
        clauses = [asked("Ask.", *THEMES[: number + 1]) for number in range(6)]
        held = [made(f"1.{number}", clauses=clause) for number, clause in enumerate(clauses, 1)]
        page = show(review_of(*held))  # the themes are in 6, 5, 4, 3, 2 and 1 recommendations
        assert "Main themes (4 of 6)" in page
        assert f"{THEMES[3].label} (3); of 6 recommendations" in page
        page = show(review_of(*held, made("1.7", clauses=asked("Ask.", THEMES[4]))))  # the fifth is now in 3, too
        assert "Main themes (5 of 6)" in page

    def test_a_recommendation_weighs_more_than_a_concern(self, show: Show) -> None:
        page = show(
            review_of(
                statements=(
                    said("per", PERU, point(Act.IS_CONCERNED, "was concerned about torture", TORTURE)),
                    said("fra", FRANCE, point(Act.RECOMMENDS, "recommended that Kazakhstan end torture", TORTURE)),
                    said("jpn", FRANCE, point(Act.CALLS_FOR, "called for schools", EDUCATION)),
                    said("kaz", KAZAKHSTAN, point(Act.CALLS_FOR, "called for patience", REMEDY)),
                )
            )
        )
        assert f"{TORTURE.label} (2); {EDUCATION.label} (1); of 3 demands and concerns in 3 statements" in page
        assert "- France: end torture Who came" in page
        assert REMEDY.label not in page

    def test_what_was_said_at_the_review_weighs_more(self, show: Show) -> None:
        demand = point(Act.CALLS_FOR, "called for schools", EDUCATION)
        outside = said("a", PERU, demand, setting=Setting.OUTSIDE)
        page = show(review_of(statements=(outside, said("b", FRANCE, demand))))
        assert "- France called for schools Who came" in page

    def test_none(self, show: Show) -> None:
        assert "Main themes" not in show(review_of(made("1.1")))


class TestCommitments:
    def test_to_a_treaty_or_a_law_and_the_number_of_the_others(self, show: Show) -> None:
        page = show(
            review_of(
                statements=(
                    said(
                        "kaz",
                        KAZAKHSTAN,
                        point(
                            Act.COMMITS, "announced the decision to join A", instruments=named(CAT, kz_upr.Manner.JOIN)
                        ),
                        point(
                            Act.COMMITS, "announced the decision to join B", instruments=named(CAT, kz_upr.Manner.JOIN)
                        ),
                        point(Act.COMMITS, "promised to pass a law", kz_upr.resolve_theme("A41")),
                        point(Act.COMMITS, "promised to do more", EDUCATION),
                        point(Act.EXPLAINS, "explained its law", kz_upr.resolve_theme("A41")),
                        date=datetime.date(2030, 1, 2),
                    ),
                )
            )
        )
        assert (
            "What Kazakhstan committed to: 2 January 2030 (A/HRC/1) - announced the decision to join A; to join B"
            in page
        )
        assert "- promised to pass a law 1 more commitment that names no treaty or law: kz-upr statements" in page
        assert "promised to do more" not in page

    def test_all_where_none_names_one(self, show: Show) -> None:
        page = show(
            review_of(statements=(said("kaz", KAZAKHSTAN, point(Act.COMMITS, "promised to do more", EDUCATION)),))
        )
        assert "committed to: interactive dialogue (A/HRC/1) - promised to do more In full: kz-upr statements" in page
