"""What the joined documents leave in dispute: positions, and the numbers of recommendations."""

from collections import Counter

from attrs import evolve

from kz_upr.model import Account, Discrepancy, PositionValue, Recommendation, Review, Stage


def with_disagreements(review: Review) -> Review:
    """The review with a discrepancy for every list that contradicts the last stage of the review itself."""
    known = {discrepancy.id for discrepancy in review.discrepancies}
    found = [_disagreement(recommendation) for recommendation in review.recommendations]
    added = tuple(discrepancy for discrepancy in found if discrepancy is not None and discrepancy.id not in known)
    return evolve(review, discrepancies=review.discrepancies + added)


def _disagreement(recommendation: Recommendation) -> Discrepancy | None:
    standing = recommendation.final_position
    if standing is None or standing.stage is Stage.LIST or not standing.is_answer:
        return None
    others = [p for p in recommendation.positions if p.stage is Stage.LIST and p.value is not standing.value]
    accounts = tuple(Account(value=p.value.value, citation=c) for p in (standing, *others) for c in p.citations[:1])
    if not others or len(accounts) < 2:
        return None
    return Discrepancy(
        id=f"{recommendation.id}-d-position",
        subject=f"Position on {recommendation.number}",
        accounts=accounts,
        taken=standing.value.value,
        why="The last stage of the review itself is final; a list is only a witness to it.",
    )


def recounted(review: Review) -> Review:
    """The review with its coverage as it is now; totals that are exceeded become one side of a discrepancy."""
    held = review.coverage.recommendations
    number = len(review.recommendations)
    if _totals_exceeded(review):
        review = evolve(review, totals=None, discrepancies=(*review.discrepancies, _totals_in_dispute(review)))
        held = evolve(held, stated=None)
    elif held.stated is not None and number >= held.stated:
        held = evolve(held, why=None)
    coverage = evolve(review.coverage, recommendations=evolve(held, held=number))
    return evolve(review, coverage=coverage)


def _counts(review: Review) -> tuple[int, int, int]:
    """Recommendations held, supported and noted."""
    counts = Counter(recommendation.position for recommendation in review.recommendations)
    return len(review.recommendations), counts[PositionValue.SUPPORTED], counts[PositionValue.NOTED]


def _totals_exceeded(review: Review) -> bool:
    totals = review.totals
    return totals is not None and any(
        stated is not None and stated < found
        for stated, found in zip((totals.received, totals.supported, totals.noted), _counts(review), strict=True)
    )


def _totals_in_dispute(review: Review) -> Discrepancy:
    totals = review.totals
    assert totals is not None
    number, supported, noted = _counts(review)
    listed = review.recommendations[-1].citations[0]
    return Discrepancy(
        id=f"{review.id}-d-totals",
        subject="Numbers of recommendations",
        accounts=(
            Account(
                value=f"{totals.received} received, {totals.supported} supported, {totals.noted} noted",
                citation=totals.citations[0],
            ),
            Account(
                value=f"{number} listed, {supported} supported, {noted} noted",
                citation=evolve(listed, inferred=True, note="Counted in the joined documents."),
            ),
        ),
        why="The stated totals are lower than the numbers that the documents list.",
    )
