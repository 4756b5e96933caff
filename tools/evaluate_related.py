"""Measure the accuracy of kz_upr.related on judged pairs.

    python tools/evaluate_related.py

data/related/judged.csv holds pairs of recommendations of different cycles, each judged without sight of any score:
*same* (a follow-up tracker would put them in one thread), *kindred* (same matter, different request) or *different*.
Prints for the first 1, 3 and 5 candidates: how many of them are *same* (precision), how many are *same* or *kindred*,
and how many of the *same* pairs that exist are found, at most as many as candidates; then how often the first candidate
is *same*, where there is one.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import kz_upr  # noqa: E402

WIDTHS = (8, 17, 20)


def judged() -> dict[str, dict[str, str]]:
    """Judgements by the asked recommendation's id, then by the candidate's id."""
    pairs: dict[str, dict[str, str]] = defaultdict(dict)
    with (ROOT / "data" / "related" / "judged.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pairs[row["asked"]][row["candidate"]] = row["judgement"]
    return pairs


def ranked() -> list[tuple[list[str | None], int]]:
    """For each recommendation asked, the judgements of its first five candidates and the number of *same* pairs."""
    reviews = {review.id: review for review in kz_upr.load_reviews()}
    lists = []
    for asked, judgements in judged().items():
        recommendation = kz_upr.find_recommendation(reviews[asked[:5]], asked)
        hits = kz_upr.related(recommendation, reviews[next(iter(judgements))[:5]], limit=5)
        lists.append(([judgements.get(hit.found.id) for hit in hits], [*judgements.values()].count("same")))
    return lists


def main() -> None:
    lists = ranked()
    print(
        "first   "
        + "".join(
            f"{head:>{width}}"
            for head, width in zip(("same", "same or kindred", "of same, found"), WIDTHS, strict=True)
        )
    )
    for first in (1, 3, 5):
        found = [judgements[:first] for judgements, _ in lists]
        pairs = sum(map(len, found))
        same = sum(each.count("same") for each in found)
        kindred = sum(each.count("kindred") for each in found)
        possible = sum(min(existing, first) for _, existing in lists)
        print(f"{first:<8}{same / pairs:>8.2f}{(same + kindred) / pairs:>17.2f}{same / possible:>20.2f}")
    with_same = [judgements for judgements, existing in lists if existing]
    leading = sum(judgements[:1] == ["same"] for judgements in with_same)
    print(f"{len(lists)} asked; the first candidate is *same* for {leading} of the {len(with_same)} that have one")
    if unjudged := sum(judgements.count(None) for judgements, _ in lists):
        print(f"{unjudged} candidates have not been judged and count as different")


if __name__ == "__main__":
    main()
