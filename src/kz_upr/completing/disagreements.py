"""What the joined documents leave in dispute: positions, and the numbers of recommendations."""

from collections import Counter

from attrs import evolve

from kz_upr.model import Account, Discrepancy, PositionValue, Recommendation, Review, Stage, Totals


def with_disagreements(review: Review) -> Review:
    """The review with a discrepancy for every list that contradicts the last stage of the review itself."""
    known = {discrepancy.id for discrepancy in review.discrepancies}
    found = [_disagreement(recommendation) for recommendation in review.recommendations]
    added = tuple(discrepancy for discrepancy in found if discrepancy is not None and discrepancy.id not in known)
    return evolve(review, discrepancies=review.discrepancies + added)


def _disagreement(recommendation: Recommendation) -> Discrepancy | None:
    standing = recommendation.final_position
    if standing is None or standing.stage is Stage.LIST:
        return None
    others = [p for p in recommendation.positions if p.stage is Stage.LIST and p.value is not standing.value]
    if not others:
        return None
    return Discrepancy(
        id=f"{recommendation.id}-d-position",
        question=f"Position on {recommendation.number}",
        accounts=tuple(Account(value=p.value.value, citation=p.citations[0]) for p in (standing, *others)),
        taken=standing.value.value,
        why="The last stage of the review itself is final; a list is only a witness to it.",
    )


def recounted(review: Review) -> Review:
    """The review with its coverage updated; totals that are exceeded become one side of a discrepancy."""
    held = review.coverage.recommendations
    number = len(review.recommendations)
    if review.totals is not None and (dispute := _dispute_of_totals(review, review.totals)):
        review = evolve(review, totals=None, discrepancies=(*review.discrepancies, dispute))
        held = evolve(held, stated=None)
    elif held.stated is not None and number >= held.stated:
        held = evolve(held, why=None)
    coverage = evolve(review.coverage, recommendations=evolve(held, held=number))
    return evolve(review, coverage=coverage)


def _dispute_of_totals(review: Review, totals: Totals) -> Discrepancy | None:
    """The discrepancy between the totals and the numbers held, if these exceed them."""
    counts = Counter(recommendation.position for recommendation in review.recommendations)
    numbers = {
        "received": (totals.received, len(review.recommendations)),
        "supported": (totals.supported, counts[PositionValue.SUPPORTED]),
        "noted": (totals.noted, counts[PositionValue.NOTED]),
        "partly supported": (totals.partly, counts[PositionValue.PARTLY_SUPPORTED]),
    }
    stated = {name: (ours, theirs) for name, (ours, theirs) in numbers.items() if ours is not None}
    if all(theirs <= ours for ours, theirs in stated.values()):
        return None
    told, counted = (", ".join(f"{pair[side]} {name}" for name, pair in stated.items()) for side in (0, 1))
    place = review.recommendations[-1].citations[-1]  # the last document that was joined
    here = evolve(place, inferred=True, note="Counted in the joined documents.")
    return Discrepancy(
        id=f"{review.id}-d-totals",
        question="Numbers of recommendations",
        accounts=(Account(value=told, citation=totals.citations[0]), Account(value=counted, citation=here)),
        why="The stated totals are lower than the numbers that the documents list.",
    )
