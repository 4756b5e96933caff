"""Count the demands of 151 reports of 2008 to 2014 for the page on many documents.

    python tools/count_demands.py reports.parquet

``kz-upr read ../shared/corpus/reports-2008-2014/*.pdf -o reports.parquet`` writes the table. Every SQL query of
docs/many-documents.md is asked of it, and the answer to the query ``-- years`` becomes docs/demands/years.csv.
``compared.csv`` sets the demands read beside the rows of UPR Info's database, which others coded by hand.
"""

import contextlib
import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "many-documents.md"
ANSWERS = ROOT / "docs" / "demands"
WITNESS = ROOT.parent / "shared" / "corpus" / "reports-2008-2014" / "rows.json"


def queries() -> dict[str, str]:
    """The queries of the page by name, in order."""
    return dict(re.findall(r"```sql\n-- (\w+)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))


def answers(folder: Path, witness: Path = WITNESS) -> Iterator[tuple[str, str]]:
    """The name and the CSV of each answer from the file reports.parquet in the folder."""
    import duckdb

    connection: Any = duckdb.connect()
    with contextlib.chdir(folder):
        for name, query in queries().items():
            relation = connection.sql(query)
            yield name, _csv(relation.columns, relation.fetchall())
        read = connection.sql(
            "SELECT year, parse_filename(file), count(*) FROM 'reports.parquet' GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    yield "compared", _csv(("year", "reports", "demands read", "rows of UPR Info"), _compared(read, witness))


def _compared(read: list[tuple[int, str, int]], witness: Path) -> Iterator[tuple[int, int, int, int]]:
    rows = json.loads(witness.read_text(encoding="utf-8"))
    for year in sorted({year for year, _, _ in read}):
        of_year = [(file, demands) for its, file, demands in read if its == year]
        theirs = sum(len(rows[file]["rows"]) for file, _ in of_year)
        yield year, len(of_year), sum(demands for _, demands in of_year), theirs


def _csv(header: Any, rows: Any) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def main() -> None:
    ANSWERS.mkdir(exist_ok=True)
    for name, content in answers(Path(sys.argv[1]).resolve().parent):
        (ANSWERS / f"{name}.csv").write_text(content, encoding="utf-8")
        print(f"{name}.csv: {content.count(chr(10)) - 1} rows")


if __name__ == "__main__":
    main()
