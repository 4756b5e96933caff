"""What joined documents leave in dispute: positions and the numbers of recommendations."""

import attrs
import pytest

import kz_upr
from kz_upr import Account, Discrepancy, Held, Review, Totals
from made_pairs import ADDENDUM, BOOK, LIST, REPORT, addendum_of, answer, at, coded, list_of, printed, review_of

TOTALS = (*at(BOOK, "para. 700"), *at(BOOK, "para. 706"))


def listed(number: str, value: str, row: str = "row") -> kz_upr.Recommendation:
    return printed(number, source=LIST, positions=(answer(value, LIST, f"{row} {number}"),))


def counted(**totals: int) -> Totals:
    return Totals(**totals, citations=TOTALS)


# -- positions -------------------------------------------------------------------------------------


def test_a_list_that_contradicts_the_last_stage_is_a_discrepancy() -> None:
    review = kz_upr.complete(
        review_of(coded("1.1"), coded("1.2")),
        addendum_of({"1.1": "noted", "1.2": "supported"}),
        list_of(listed("1.1", "supported"), listed("1.2", "supported")),
    )

    assert review.discrepancies == (
        Discrepancy(
            id="FJI-3-1.1-d-position",
            question="Position on 1.1",
            accounts=(
                Account(value="noted", citation=at(ADDENDUM, "item 1.1")[0]),
                Account(value="supported", citation=at(LIST, "row 1.1")[0]),
            ),
            taken="noted",
            why="The last stage of the review itself is final; a list is only a witness to it.",
        ),
    )


@pytest.mark.parametrize("source", [REPORT, ADDENDUM, BOOK], ids=["working group", "addendum", "council"])
@pytest.mark.parametrize("values", [("supported", "noted"), ("noted", "supported")], ids=str)
def test_a_list_can_contradict_every_stage(source: kz_upr.Source, values: tuple[str, str]) -> None:
    ours, theirs = values
    review = kz_upr.complete(review_of(coded("1.1", positions=(answer(ours, source),))), list_of(listed("1.1", theirs)))

    assert [(found.taken, [a.value for a in found.accounts]) for found in review.discrepancies] == [
        (ours, [ours, theirs])
    ]


def test_an_account_is_cited_from_where_it_is_recorded_first() -> None:
    places = (*at(REPORT, "para. 9"), *at(REPORT, "para. 1"))
    ours = coded("1.1", positions=(answer("noted", citations=places),))
    in_list = printed("1.1", positions=(answer("supported", LIST, citations=(*at(LIST, "row 1"), *at(LIST, "row 2"))),))
    [found] = kz_upr.complete(review_of(ours), list_of(in_list)).discrepancies

    assert [account.citation.locator for account in found.accounts] == ["para. 9", "row 1"]


def test_a_discrepancy_is_added_once_to_those_that_are_known() -> None:
    known = Discrepancy(
        id="FJI-3-d-lamps", question="Lamps", accounts=(Account(value="1", citation=TOTALS[0]),) * 2, why="?"
    )
    documents = (addendum_of({"1.1": "noted"}), list_of(listed("1.1", "supported")))
    once = kz_upr.complete(review_of(coded("1.1"), discrepancies=(known,)), *documents)

    assert [found.id for found in once.discrepancies] == ["FJI-3-d-lamps", "FJI-3-1.1-d-position"]
    assert kz_upr.complete(once, *documents).discrepancies == once.discrepancies


@pytest.mark.parametrize(
    "positions",
    [
        (),
        (answer("pending"),),
        (answer("noted"), answer("noted", LIST)),
        (answer("pending"), answer("noted", LIST)),
        (answer("pending"), answer("noted", ADDENDUM)),
        (answer("noted", ADDENDUM), answer("supported", BOOK)),
        (answer("supported"), answer("noted", ADDENDUM)),
        (answer("noted", LIST), answer("supported", LIST)),
    ],
    ids=[
        "none",
        "deferred",
        "list agrees",
        "list decides",
        "answered later",
        "changed by Council",
        "changed",
        "two lists",
    ],
)
def test_what_is_no_discrepancy(positions: tuple[kz_upr.Position, ...]) -> None:
    """Stages follow each other, and lists that differ among themselves contradict no stage of the review."""
    review = kz_upr.complete(review_of(coded("1.1", positions=positions)), list_of(printed("1.1", source=LIST)))

    assert review.discrepancies == ()


# -- numbers ---------------------------------------------------------------------------------------


def with_two(review: Review) -> Review:
    """The review completed by a list of two recommendations: one supported, one supported in part."""
    return kz_upr.complete(review, list_of(listed("1.1", "supported"), listed("1.2", "partly supported")))


@pytest.mark.parametrize(
    ("totals", "stated", "found"),
    [
        ({"received": 1}, "1 received", "2 received"),
        ({"supported": 0}, "0 supported", "1 supported"),
        ({"partly": 0, "noted": 3}, "3 noted, 0 partly supported", "0 noted, 1 partly supported"),
        (
            {"received": 1, "supported": 0, "noted": 1, "partly": 0},
            "1 received, 0 supported, 1 noted, 0 partly supported",
            "2 received, 1 supported, 0 noted, 1 partly supported",
        ),
    ],
    ids=["received", "supported", "partly", "all"],
)
def test_totals_that_are_exceeded_become_one_side(totals: dict[str, int], stated: str, found: str) -> None:
    stated_number = totals.get("received", 9)
    review = with_two(review_of(coded("1.2"), stated=stated_number, totals=counted(**totals)))

    assert review.totals is None
    assert review.discrepancies == (
        Discrepancy(
            id="FJI-3-d-totals",
            question="Numbers of recommendations",
            accounts=(
                Account(value=stated, citation=TOTALS[0]),
                Account(
                    value=found,
                    citation=attrs.evolve(
                        at(LIST, "para. 1.2")[0], inferred=True, note="Counted in the joined documents."
                    ),
                ),
            ),
            why="The stated totals are lower than the numbers that the documents list.",
        ),
    )
    assert (review.coverage.recommendations.held, review.coverage.recommendations.stated) == (2, None)
    assert kz_upr.from_json(kz_upr.to_json(review)) == review


def test_noted_recommendations_can_exceed_the_totals() -> None:
    review = kz_upr.complete(review_of(totals=counted(noted=0)), list_of(listed("1.1", "noted")))

    assert [account.value for account in review.discrepancies[0].accounts] == ["0 noted", "1 noted"]


def test_a_dispute_over_totals_joins_those_that_are_known() -> None:
    known = Discrepancy(
        id="FJI-3-d-lamps", question="Lamps", accounts=(Account(value="1", citation=TOTALS[0]),) * 2, why="?"
    )
    review = with_two(review_of(totals=counted(received=1), discrepancies=(known,)))

    assert [found.id for found in review.discrepancies] == ["FJI-3-d-lamps", "FJI-3-d-totals"]


def test_totals_that_are_reached_exactly_stay() -> None:
    totals = counted(received=2, supported=1, noted=0, partly=1)
    review = with_two(review_of(coded("1.1"), stated=2, totals=totals))

    assert (review.totals, review.discrepancies) == (totals, ())
    assert review.coverage.recommendations == Held(held=2, stated=2)


def test_a_large_review_can_be_whole() -> None:
    """Reviews of the third cycle have more than 300 recommendations."""
    rows = [listed(f"1.{item}", "supported") for item in range(1, 301)]
    review = kz_upr.complete(review_of(coded("1.1"), stated=300), list_of(*rows))

    assert review.coverage.recommendations == Held(held=300, stated=300)


@pytest.mark.parametrize("stated", [3, None])
def test_what_is_still_missing_stays_explained(stated: int | None) -> None:
    ours = review_of(coded("1.1"), stated=stated)
    review = with_two(ours)

    assert review.coverage.recommendations == attrs.evolve(ours.coverage.recommendations, held=2)
    assert (review.coverage.recommendations.why is None) == (stated is None)
