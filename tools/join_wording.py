"""Add States and fingerprints from a Working Group's report to a table of codes.

    python tools/join_wording.py data/2026.11/kaz-2/recommendations.csv A-HRC-28-10.pdf

The table has the columns number, clause, actions, summary, themes, persons and instruments; it is rewritten with the
States and fingerprints read from the report. If a number or clause is in only one of the two, the tool reports it and
writes nothing.
"""

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from kz_upr.documents import read_report  # noqa: E402
from kz_upr.wording import fingerprint  # noqa: E402


def main(table: Path, report: Path) -> int:
    read = {r.number: r for r in read_report(report).review.recommendations}
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    coded = {(row["number"], int(row["clause"])) for row in rows}
    printed = {(number, place) for number, r in read.items() for place in range(1, len(r.clauses) + 1)}
    if coded != printed:
        print(f"table only: {sorted(coded - printed)}; report only: {sorted(printed - coded)}", file=sys.stderr)
        return 1
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        codes = ("actions", "summary", "themes", "persons", "instruments")
        writer.writerow(["number", "clause", "states", *codes, "text_sha256"])
        for row in rows:
            recommendation = read[row["number"]]
            clause = recommendation.clauses[int(row["clause"]) - 1]
            states = " ".join(state.iso3 for state in clause.states)
            text = fingerprint(recommendation.official_text or "")
            writer.writerow([row["number"], row["clause"], states, *(row[code] for code in codes), text])
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
