"""The rows and columns of the tables: which they are, and what is in them."""

import datetime
from typing import Any, get_args

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import kz_upr
from kz_upr import Recommendation, Review
from kz_upr.exporting import Per
from made_review import HELD, REVIEW, SAID
from strategies import recommendations

PERS: tuple[Per, ...] = get_args(Per)
OF_RECOMMENDATIONS: tuple[Per, ...] = ("recommendation", "state", "clause")


def rows_expected(held: Any, per: str) -> int:
    """One for each recommendation; for each clause, or one if there is none; for each State of each clause, or one."""
    if per == "recommendation":
        return len(held)
    if per == "clause":
        return sum(max(1, len(r.clauses)) for r in held)
    return sum(sum(max(1, len(clause.states)) for clause in r.clauses) or 1 for r in held)


class TestReview:
    """Every row names its review, with State, cycle and year."""

    @pytest.mark.parametrize("per", PERS)
    def test_of_several_reviews(self, per: Per) -> None:
        rows = kz_upr.to_records(kz_upr.load_reviews(), per=per)
        told = {(row["review"], row["state_under_review"], row["cycle"], row["year"]) for row in rows}
        assert told <= {("KAZ-1", "KAZ", 1, 2010), ("KAZ-2", "KAZ", 2, 2014), ("KAZ-3", "KAZ", 3, 2019)} | {
            ("KAZ-4", "KAZ", 4, 2025)
        }
        held = {review.id for review in kz_upr.load_reviews() if kz_upr.to_records(review, per=per)}
        assert {review for review, *_ in told} == held

    def test_of_several_reviews_in_their_order(self) -> None:
        reviews = kz_upr.load_reviews()
        together = kz_upr.to_records(reviews, per="state")
        assert together == [row for review in reviews for row in kz_upr.to_records(review, per="state")]
        rows = kz_upr.to_records(r for review in reviews for r in review.recommendations)
        assert len(rows) == sum(len(review.recommendations) for review in reviews)

    def test_of_an_item_of_a_bundled_review(self) -> None:
        (row,) = kz_upr.to_records([kz_upr.load_review(1).recommendations[0]])
        assert (row["review"], row["state_under_review"], row["cycle"], row["year"]) == ("KAZ-1", "KAZ", 1, 2010)
        (row,) = kz_upr.to_records([kz_upr.load_review().delegation])  # type: ignore[list-item]
        assert (row["review"], row["cycle"], row["year"]) == ("KAZ-3", 3, 2019)

    def test_of_an_item_of_another_review(self) -> None:
        """Its id names the review; the year is not known."""
        for item in (HELD[0], SAID[0]):
            row = kz_upr.to_records([item])[0]
            assert (row["review"], row["state_under_review"], row["cycle"], row["year"]) == ("KAZ-9", "KAZ", 9, None)

    def test_of_a_review_that_is_not_bundled(self) -> None:
        dated = evolve(REVIEW, date=datetime.date(2030, 1, 2))
        for per in ("recommendation", "state", "clause", "point"):
            assert {row["year"] for row in kz_upr.to_records(dated, per=per)} == {2030}

    def test_a_delegation_of_unknown_review(self) -> None:
        """A delegation has no id that would name its review."""
        (row,) = kz_upr.to_records([kz_upr.Delegation(stated_size=3)])
        assert (row["review"], row["state_under_review"], row["cycle"], row["year"]) == ("", "", None, None)
        assert row["stated_size"] == 3


class TestRows:
    def test_a_recommendation(self) -> None:
        recommendation = kz_upr.find_recommendation(kz_upr.load_review(), "139.114")
        (row,) = kz_upr.to_records([recommendation])
        assert row["id"] == "KAZ-3-139.114"
        assert (row["number"], row["paragraph"], row["item"]) == ("139.114", 139, 114)
        assert (row["states"], row["state_names"]) == (["CZE"], ["Czechia"])
        assert row["groups"] == ["Eastern European States"]
        assert row["actions"] == ["protect"]
        assert row["summary"] == recommendation.summary
        assert row["position"] == "noted"
        assert (row["stage"], row["qualifier"], row["qualifier_stage"]) == ("council", "", "")
        assert row["themes"][0] == "human-rights-defenders"
        assert row["theme_labels"][0] == "Human rights defenders"
        assert "Judges, lawyers and prosecutors" in row["persons"]
        assert row["sdgs"] == []
        assert row["official_text"] == ""
        assert row["where"] == kz_upr.cite(recommendation)
        assert "A/HRC/43/2" in row["where"]

    def test_the_number_as_text_and_its_parts_as_integers(self) -> None:
        """139.20 and 139.2 are two recommendations."""
        held = [evolve(HELD[2], id=f"KAZ-9-{number}", number=number) for number in ("139.20", "139.2", "112.3-2")]
        rows = kz_upr.to_records(held)
        assert [(row["number"], row["paragraph"], row["item"]) for row in rows] == [
            ("139.20", 139, 20),
            ("139.2", 139, 2),
            ("112.3-2", 112, 3),  # the second of that number in its report
        ]

    def test_positions_at_every_stage(self) -> None:
        """126.27 of 2014 was noted in the report and supported at the adoption (A/HRC/28/10; A/HRC/28/2)."""
        (row,) = kz_upr.to_records([kz_upr.find_recommendation(kz_upr.load_review(2), "126.27")])
        assert row["position"] == "supported"
        assert row["position_working_group"] == "noted"

    def test_the_qualifier_has_a_stage_of_its_own(self) -> None:
        """124.1 was called implemented in the report (A/HRC/28/10, para. 124), and supported in the Council."""
        (row,) = kz_upr.to_records([kz_upr.find_recommendation(kz_upr.load_review(2), "124.1")])
        assert (row["position"], row["stage"]) == ("supported", "council")
        assert (row["qualifier"], row["qualifier_stage"]) == ("already implemented", "working group")

    def test_clauses(self) -> None:
        """A row of a clause has the States and codes of the clause alone."""
        first, second = kz_upr.to_records(HELD[1:2], per="clause")
        assert (first["clause"], first["states"], first["actions"]) == (1, ["PER"], ["prevent", "continue"])
        assert (second["clause"], second["states"], second["actions"]) == (2, ["JPN"], ["investigate"])
        assert (first["themes"], second["themes"]) == (
            ["torture", "conditions-of-detention"],
            ["torture", "access-to-justice-and-remedy"],
        )
        assert (first["persons"], second["persons"]) == (["Persons deprived of their liberty & detainees"], [])
        assert (first["instruments"], first["manners"]) == (["CAT"], ["implement"])
        assert (second["instruments"], second["manners"]) == (["CAT"], ["standard"])
        assert second["summary"] == "Investigate torture as the treaty requires."

    def test_states(self) -> None:
        rows = kz_upr.to_records(HELD, per="state")
        assert [(row["number"], row["clause"], row["state"], row["states"]) for row in rows] == [
            ("1.1", 1, "FRA", ["FRA"]),
            ("1.1", 1, "PER", ["PER"]),
            ("1.2", 1, "PER", ["PER"]),
            ("1.2", 2, "JPN", ["JPN"]),
            ("1.3", None, "", []),  # no clause and no State is known
            ("1.10", 1, "FRA", ["FRA"]),
        ]
        assert rows[3]["groups"] == ["Asia-Pacific States"]

    @pytest.mark.parametrize("per", OF_RECOMMENDATIONS)
    @given(held=st.lists(recommendations(), max_size=4))
    def test_counts_of_any_recommendations(self, per: Per, held: list[Recommendation]) -> None:
        assert len(kz_upr.to_records(held, per=per)) == rows_expected(held, per)

    @pytest.mark.parametrize("cycle", [1, 2, 3, 4])
    @pytest.mark.parametrize("per", OF_RECOMMENDATIONS)
    def test_counts(self, cycle: int, per: Per) -> None:
        held = kz_upr.load_review(cycle).recommendations
        assert len(kz_upr.to_records(held, per=per)) == rows_expected(held, per)

    @pytest.mark.parametrize("cycle", [1, 2, 3])
    def test_pairs_of_state_and_recommendation(self, cycle: int) -> None:
        held = kz_upr.load_review(cycle).recommendations
        pairs = {(row["id"], row["state"]) for row in kz_upr.to_records(held, per="state") if row["state"]}
        assert pairs == {(r.id, state.iso3) for r in held for state in r.states}

    def test_points(self) -> None:
        first, second, third = kz_upr.to_records(SAID)
        assert [row["id"] for row in (first, second, third)] == ["KAZ-9-per-p1", "KAZ-9-per-p2", "KAZ-9-joint-p1"]
        assert (first["statement"], first["speaker"], first["states"]) == ("KAZ-9-per", "Peru", ["PER"])
        assert (second["act"], second["recommendations"]) == ("recommends", ["KAZ-9-1.2"])
        assert (second["instruments"], second["manners"]) == (["CAT"], ["join"])
        assert (third["speaker_kind"], third["states"]) == ("group of States", ["FRA", "JPN"])
        assert (third["act"], third["persons"]) == ("is concerned", ["Media"])
        assert third["where"] == "A/HRC/1, para. 1"  # where the statement is recorded

    def test_points_of_the_bundled_review(self, review: Review) -> None:
        rows = kz_upr.to_records(review.statements)
        assert len(rows) == sum(len(statement.points) for statement in review.statements)
        assert len({row["id"] for row in rows}) == len(rows)
        (first, *_) = [row for row in rows if row["statement"] == "KAZ-3-adoption-lka"]
        assert (first["states"], first["setting"]) == (["LKA"], "Council: States")
        assert first["date"] == datetime.date(2020, 3, 12)  # A/HRC/43/2, para. 668

    def test_reviews(self) -> None:
        """The totals of the Council's reports: A/HRC/43/2, paras. 672 and 706."""
        rows = {row["review"]: row for row in kz_upr.to_records(kz_upr.load_reviews())}
        assert list(rows) == ["KAZ-1", "KAZ-2", "KAZ-3", "KAZ-4"]
        third = rows["KAZ-3"]
        assert (third["date"], third["session"]) == (datetime.date(2019, 11, 7), 34)
        assert (third["received"], third["supported"], third["noted"], third["partly"]) == (245, 214, 31, None)
        assert third["recommendations"] == len(kz_upr.load_review().recommendations)
        assert third["edition"] == kz_upr.DATA_EDITION

    def test_one_review(self, review: Review) -> None:
        (row,) = kz_upr.to_records(review)
        assert row["review"] == "KAZ-3"

    def test_discrepancies(self, review: Review) -> None:
        rows = kz_upr.to_records(review.discrepancies)
        assert [row["id"] for row in rows] == [discrepancy.id for discrepancy in review.discrepancies]
        for row, discrepancy in zip(rows, review.discrepancies, strict=True):
            assert row["question"] == discrepancy.question
            assert row["accounts"] == [account.value for account in discrepancy.accounts]
            assert len(row["sources"]) == len(row["accounts"]) >= 2
            assert row["taken"] == (discrepancy.taken or "")

    def test_delegations(self) -> None:
        """A/HRC/43/2, para. 670: the head in 2019 is the Minister of Justice, Marat Beketayev."""
        rows = kz_upr.to_records(kz_upr.load_reviews(), per="delegation")
        (third,) = [row for row in rows if row["review"] == "KAZ-3"]
        assert third["head"] == "Marat Beketayev"
        assert third["where"]
