"""Measure how far two independent codings agreed before their differences were settled.

    python tools/agreement.py

Reads data/coding/kaz-N.a.csv and kaz-N.b.csv. For each review it prints the share of rows with the same action (or
act) and its Cohen's kappa, the share with the same set of topics, the mean overlap of the sets, and kappa for the first
topic and for single topics (given or not, over all topics).
"""

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

CODING = Path(__file__).resolve().parent.parent / "data" / "coding"
Coded = dict[tuple[str, ...], dict[str, str]]


def read(path: Path) -> Coded:
    with path.open(encoding="utf-8", newline="") as file:
        return {tuple(list(row.values())[:2]): row for row in csv.DictReader(file)}


def kappa(pairs: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa for pairs of nominal codes; 1.0 if both coders give the same single code throughout."""
    observed = sum(left == right for left, right in pairs) / len(pairs)
    lefts, rights = Counter(left for left, _ in pairs), Counter(right for _, right in pairs)
    expected = sum(lefts[code] * rights[code] for code in lefts) / len(pairs) ** 2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def agreement(a: Coded, b: Coded, nominal: str) -> dict[str, float]:
    """The measures by name, over the keys of ``a``; KeyError if ``b`` lacks one.

    ``nominal`` is the coded field other than the topics: ``action`` or ``act``.
    """
    both = [(a[key], b[key]) for key in a]
    codes = sorted({code for row in (*a.values(), *b.values()) for code in row["topics"].split()})
    sets = [(set(left["topics"].split()), set(right["topics"].split())) for left, right in both]
    return {
        "coded": len(both),
        f"same {nominal}": share([left[nominal] == right[nominal] for left, right in both]),
        f"kappa of the {nominal}": kappa([(left[nominal], right[nominal]) for left, right in both]),
        "same set of topics": share([left == right for left, right in sets]),
        "mean overlap of topics": sum(len(x & y) / len(x | y) if x | y else 1.0 for x, y in sets) / len(sets),
        "kappa of the first topic": kappa([(first(left), first(right)) for left, right in both]),
        "kappa of single topics": kappa([(code in x, code in y) for x, y in sets for code in codes]),
    }


def first(row: dict[str, str]) -> str:
    return row["topics"].partition(" ")[0]


def share(answers: list[bool]) -> float:
    return sum(answers) / len(answers)


def main() -> None:
    reviews: dict[str, tuple[Coded, Coded, str]] = {}
    for path in sorted(CODING.glob("*.a.csv")):
        name = path.name.removesuffix(".a.csv")
        a, b = read(path), read(path.with_name(f"{name}.b.csv"))
        reviews[name] = (a, b, "act" if "act" in next(iter(a.values())) else "action")
    for name, (a, b, nominal) in reviews.items():
        print(name)
        for measure, value in agreement(a, b, nominal).items():
            print(f"  {measure:<26} {value:.3f}" if measure != "coded" else f"  {measure:<26} {value:.0f}")


if __name__ == "__main__":
    main()
