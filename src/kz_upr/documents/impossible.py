"""Facts that a report prints although no review can have them: four rapporteurs, an end before the beginning."""

from typing import Any

from attrs import evolve

from kz_upr.model import ReadingWarning, Review, faults_of, inconsistent

#: The fields that a review may lack: the value that stands for an absent one, and the words for the field.
_OPTIONAL: dict[str, tuple[Any, str]] = {
    "session_start": (None, "the first day of the session is"),
    "session_end": (None, "the last day of the session is"),
    "adopted": (None, "the day of the adoption is"),
    "troika": (None, "the troika is"),
    "speaking_states": ((), "the States that spoke are"),
    "advance_questions": ((), "the States that asked in advance are"),
}


def without_impossible(review: Review) -> Review:
    """The review without what breaks the rules of the model in its header; each such value becomes a warning."""
    warnings: list[ReadingWarning] = []
    for path, fault in faults_of(evolve(review, recommendations=(), statements=())):
        field = path.removeprefix("$.").partition("[")[0]
        if field in _OPTIONAL:
            instead, name = _OPTIONAL[field]
            review = evolve(review, **{field: instead})
        elif field == "delegation.stated_size" and review.delegation is not None:
            name = "the size of the delegation is"
            review = evolve(review, delegation=evolve(review.delegation, stated_size=None))
        else:
            continue
        warnings.append(inconsistent("impossible", field, f"{name} left out: {fault}"))
    return evolve(review, warnings=(*review.warnings, *warnings)) if warnings else review
