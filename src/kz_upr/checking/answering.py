"""Which recommendations of a review an addendum answers: by their numbers, and as the rest."""

from kz_upr.documents.readings import AddendumReading
from kz_upr.model import Position, PositionValue, ReadingWarning, Recommendation, Review, Stage, difference

#: What leaves a recommendation without an answer.
OPEN = (PositionValue.PENDING, PositionValue.UNDECIDED)


def answered_by(addendum: AddendumReading, review: Review) -> tuple[dict[str, Position], list[ReadingWarning]]:
    """The positions of an addendum by the numbers of the review, and warnings of those that fit none or several.

    What it says of all that it does not number holds for the recommendations that the report left open.
    """
    numbers = [recommendation.number for recommendation in review.recommendations]
    answered: dict[str, Position] = {}
    unresolved: list[ReadingWarning] = []
    for printed, position in addendum.positions.items():
        meant = [number for number in numbers if printed in (number, number.partition(".")[2])]
        if len(meant) == 1:
            answered[meant[0]] = position
        else:
            fits = f"could be any of {', '.join(meant)}" if meant else "is not among the recommendations held"
            message = f"{addendum.name} answers {printed}, which {fits}"
            unresolved.append(difference("unknown-number", printed, message))
    return _rest(addendum, review) | answered, unresolved


def _rest(addendum: AddendumReading, review: Review) -> dict[str, Position]:
    """What an addendum says of all that it does not number, for the recommendations that are meant."""
    if addendum.rest is None:
        return {}
    named = {*addendum.positions, *addendum.unanswered}
    return {
        ours.number: addendum.rest
        for ours in review.recommendations
        if not named & {ours.number, ours.number.partition(".")[2]}
        and (not addendum.rest_paragraphs or ours.number.partition(".")[0] in addendum.rest_paragraphs)
        and _left_open(ours)
    }


def _left_open(ours: Recommendation) -> bool:
    """Whether the report left a recommendation open; where its position is unknown, whether an addendum answered it."""
    before = [position for position in ours.positions if position.stage is Stage.WORKING_GROUP]
    if before:
        return before[-1].value in OPEN
    return not ours.positions or any(position.stage is Stage.ADDENDUM for position in ours.positions)
