"""How well `kz_upr.search` answers what people type.

    python benchmarks/queries.py [FILE]

FILE holds queries with the recommendations of 2010 and 2014 that answer them (``grade2``) or touch them (``grade1``);
default: ../shared/queries-sample.json. Prints, over the queries that have an answer, how often a graded recommendation
is among the first three and in first place, and of the others, how many return no recommendation; then the queries that
fail. Exit status 1 below the goals (95 %, 80 %, all).
"""

import json
import sys
from pathlib import Path
from typing import Any

import kz_upr

ROOT = Path(__file__).resolve().parent.parent
GOALS = (0.95, 0.80)


def found(query: str) -> list[str]:
    reviews = (kz_upr.load_review(1), kz_upr.load_review(2))
    hits = kz_upr.search(reviews, query, limit=50)
    return [hit.found.id for hit in hits if isinstance(hit.found, kz_upr.Recommendation)]


def main() -> int:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "queries-sample.json"
    queries: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["queries"]
    among = first = empty = answerable = 0
    for query in queries:
        graded = {*query["grade2"], *query["grade1"]}
        ids = found(query["query"])
        if not graded:
            empty += not ids
            if ids:
                print(f"{query['id']} {query['query']!r}: expected nothing, got {', '.join(ids[:3])}")
            continue
        answerable += 1
        among += bool(graded & set(ids[:3]))
        first += bool(graded & set(ids[:1]))
        if not graded & set(ids[:1]):
            print(
                f"{query['id']} {query['query']!r}: got {', '.join(ids[:3]) or 'nothing'}, wanted {query['grade2'][:4]}"
            )
    unanswerable = len(queries) - answerable
    print(
        f"{answerable} queries with an answer: {among / answerable:.1%} among the first three, "
        f"{first / answerable:.1%} first"
    )
    print(f"{unanswerable} without: {empty} return no recommendation")
    return 0 if among / answerable >= GOALS[0] and first / answerable >= GOALS[1] and empty == unanswerable else 1


if __name__ == "__main__":
    sys.exit(main())
