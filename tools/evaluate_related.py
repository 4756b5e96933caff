"""Measure the accuracy of kz_upr.related on judged pairs.

    python tools/evaluate_related.py

data/related/judged.csv holds pairs of recommendations of different cycles, each judged without sight of any score:
*same* (a follow-up tracker would put them in one thread), *kindred* (same matter, different request) or *different*.
Prints the shares of the first three candidates that are *same*, or *same* or *kindred*, and how often the first is
*same*.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import kz_upr  # noqa: E402

FIRST = 3
WIDTHS = (6, 6, 7, 17, 20, 15)


def judged() -> dict[str, dict[str, str]]:
    """Judgements by the asked recommendation's id, then by the candidate's id."""
    pairs: dict[str, dict[str, str]] = defaultdict(dict)
    with (ROOT / "data" / "related" / "judged.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pairs[row["asked"]][row["candidate"]] = row["judgement"]
    return pairs


def main() -> None:
    reviews = {review.id: review for review in kz_upr.load_reviews()}
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0, 0, 0])
    unjudged = 0
    for asked, judgements in judged().items():
        cycle, other = asked[:5], next(iter(judgements))[:5]
        recommendation = kz_upr.find_recommendation(reviews[cycle], asked)
        hits = kz_upr.related(recommendation, reviews[other], limit=FIRST)
        found = [judgements.get(hit.found.id) for hit in hits]
        unjudged += found.count(None)
        possible = sum(judgement == "same" for judgement in judgements.values())
        for key in (f"{cycle} -> {other}", "all"):
            row = totals[key]
            row[0] += 1
            row[1] += len(found)
            row[2] += found.count("same")
            row[3] += found.count("same") + found.count("kindred")
            row[4] += min(possible, FIRST)
            row[5] += found[:1] == ["same"]
            row[6] += possible > 0
    heads = ("", "asked", "pairs", "same", "same or kindred", "share of same found", "first is same")
    print(f"{heads[0]:<16}" + "".join(f"{head:>{width}}" for head, width in zip(heads[1:], WIDTHS, strict=True)))
    for key, (asked_count, pairs, same, near, possible, first, any_same) in totals.items():
        print(
            f"{key:<16}{asked_count:>6}{pairs:>6}{same / pairs:>7.2f}{near / pairs:>17.2f}"
            f"{same / possible:>20.2f}{first / any_same:>15.2f}"
        )
    if unjudged:
        print(f"{unjudged} candidates have not been judged and count as different")


if __name__ == "__main__":
    main()
