"""Measure how far two independent codings agreed before their differences were settled.

    python tools/agreement.py [--themes]

Reads data/coding/kaz-N.a.csv and kaz-N.b.csv. For each review and each coded field it prints the number of rows, the
share of rows with the same set of codes, and Cohen's kappa of the single codes (given or not, over all codes that
either coder gave); of actions and acts also kappa of the first. ``--themes`` adds a line for each theme: how often both
coders gave it, how often one did, and its kappa.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

CODING = Path(__file__).resolve().parent.parent / "data" / "coding"
FIELDS = ("actions", "act", "themes", "persons", "instruments")
Rows = dict[tuple[str, ...], dict[str, str]]


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = [name for name in ("number", "clause", "point") if name in rows[0]]
    return {tuple(row[key] for key in keys): row for row in rows}


def kappa(pairs: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa for pairs of nominal codes; 1.0 if there are none or all are one code."""
    if not pairs:
        return 1.0
    observed = sum(left == right for left, right in pairs) / len(pairs)
    lefts, rights = Counter(left for left, _ in pairs), Counter(right for _, right in pairs)
    expected = sum(lefts[code] * rights[code] for code in lefts) / len(pairs) ** 2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def codes(row: dict[str, str], field: str) -> list[str]:
    return [row[field]] if field == "act" else row[field].split()


def given(a: Rows, b: Rows, field: str, code: str) -> list[tuple[bool, bool]]:
    """Whether each coder gave a code, row by row."""
    return [(code in codes(a[key], field), code in codes(b[key], field)) for key in a]


def all_codes(a: Rows, b: Rows, field: str) -> list[str]:
    return sorted({code for row in (*a.values(), *b.values()) for code in codes(row, field)})


def measures(a: Rows, b: Rows, field: str) -> str:
    """A line on one field; KeyError if ``b`` lacks a row of ``a``."""
    same = sum(set(codes(a[key], field)) == set(codes(b[key], field)) for key in a) / len(a)
    single = kappa([pair for code in all_codes(a, b, field) for pair in given(a, b, field, code)])
    line = f"  {field:<12} {len(a):>4} rows  same set {same:6.1%}  kappa of single codes {single:.3f}"
    if field in ("actions", "act"):
        first = kappa([((*codes(a[key], field), "")[0], (*codes(b[key], field), "")[0]) for key in a])
        line += f"  kappa of the first {first:.3f}"
    return line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--themes", action="store_true", help="add a line for each theme")
    by_theme: bool = parser.parse_args().themes
    for path in sorted(CODING.glob("*.a.csv")):
        name = path.name.removesuffix(".a.csv")
        a, b = read(path), read(path.with_name(f"{name}.b.csv"))
        print(name)
        for field in FIELDS:
            if field in next(iter(a.values())):
                print(measures(a, b, field))
        for theme in all_codes(a, b, "themes") if by_theme else ():
            pairs = given(a, b, "themes", theme)
            both, one = sum(x and y for x, y in pairs), sum(x != y for x, y in pairs)
            print(f"    {theme:<45} both {both:>3}  one {one:>3}  kappa {kappa(pairs):.2f}")


if __name__ == "__main__":
    main()
