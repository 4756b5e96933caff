"""What an addendum says of all recommendations that it does not number, joined to a review."""

import attrs

import kz_upr
from kz_upr.documents import AddendumReading
from kz_upr.model import Citation, Position, PositionValue, Review, Stage
from made_readings import ADDENDUM, a_report, an_addendum


def all_others(value: PositionValue) -> Position:
    return Position(value=value, stage=Stage.ADDENDUM, citations=(Citation(source=ADDENDUM, locator="para. 9"),))


def unanswered_report() -> Review:
    """A report that leaves every recommendation open."""
    review = a_report().review
    return attrs.evolve(review, recommendations=tuple(attrs.evolve(r, positions=()) for r in review.recommendations))


def positions(review: Review, addendum: AddendumReading) -> dict[str, PositionValue | None]:
    return {r.number: r.position for r in kz_upr.complete(review, addendum).recommendations}


def test_the_rest_answers_what_has_no_answer() -> None:
    review = unanswered_report()
    numbers = [r.number for r in review.recommendations]
    addendum = an_addendum(
        {numbers[0]: PositionValue.NOTED}, rest=all_others(PositionValue.SUPPORTED), unanswered=(numbers[1],)
    )
    found = positions(review, addendum)

    assert (found.pop(numbers[0]), found.pop(numbers[1])) == (PositionValue.NOTED, None)
    assert set(found.values()) == {PositionValue.SUPPORTED}


def test_the_rest_of_one_paragraph() -> None:
    review = unanswered_report()
    addendum = an_addendum({}, rest=all_others(PositionValue.NOTED), rest_paragraphs=("7",))

    assert set(positions(review, addendum).values()) == {None}


def test_the_rest_leaves_an_answer_as_it_is() -> None:
    review = unanswered_report()
    first, *others = review.recommendations
    noted = attrs.evolve(all_others(PositionValue.NOTED), stage=Stage.WORKING_GROUP)
    review = attrs.evolve(review, recommendations=(attrs.evolve(first, positions=(noted,)), *others))

    assert positions(review, an_addendum({}, rest=all_others(PositionValue.SUPPORTED)))[first.number] == "noted"


def test_a_check_compares_the_rest() -> None:
    numbers = [recommendation.number for recommendation in unanswered_report().recommendations]
    supported = an_addendum({numbers[0]: PositionValue.NOTED}, rest=all_others(PositionValue.SUPPORTED))
    completed = kz_upr.complete(unanswered_report(), supported)
    noted = an_addendum({numbers[0]: PositionValue.NOTED}, rest=all_others(PositionValue.NOTED))

    same, turned_round = kz_upr.check(completed, supported), kz_upr.check(completed, noted)

    assert [finding.where for finding in same.agreements] == numbers
    assert [finding.where for finding in turned_round.differences] == numbers[1:]


def test_a_check_compares_nothing_that_the_report_decided() -> None:
    review = unanswered_report()
    first, *others = review.recommendations
    decided = attrs.evolve(all_others(PositionValue.NOTED), stage=Stage.WORKING_GROUP)
    review = attrs.evolve(review, recommendations=(attrs.evolve(first, positions=(decided,)), *others))

    assert kz_upr.check(review, an_addendum({}, rest=all_others(PositionValue.SUPPORTED))).findings == ()


def test_a_position_that_the_review_lacks_is_no_difference() -> None:
    review = unanswered_report()
    first, *others = review.recommendations
    pending = attrs.evolve(all_others(PositionValue.PENDING), stage=Stage.WORKING_GROUP)
    review = attrs.evolve(review, recommendations=(attrs.evolve(first, positions=(pending,)), *others))

    assert kz_upr.check(review, an_addendum({first.number: PositionValue.SUPPORTED})).findings == ()
