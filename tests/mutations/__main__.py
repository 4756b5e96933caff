"""The full run: mutations of a seed, in two processes, and a table of what became of them.

    python -m mutations CORPUS [--seed 1] [--count 2000] [--only KIND]

The exit status is 1 if one of them differs in silence and is of no known class, or ends in another error than
DocumentError.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from mutations.drawing import Corpus, corpus, drawn
from mutations.judging import Outcome, judged, read_content
from mutations.known import class_of

_PROCESSES = 2


def _work(documents: Corpus, options: argparse.Namespace) -> None:
    """Judge a share of the mutations; one line of JSON each."""
    sound: dict[str, Any] = {}
    for mutation in drawn(documents, options.seed, range(options.share, options.count, _PROCESSES), options.only):
        if mutation.document not in sound:
            sound[mutation.document] = read_content(documents.files[mutation.document], mutation.ending)
        outcome, words = judged(mutation.content, mutation.ending, sound[mutation.document])
        known = class_of(mutation, words) if outcome is Outcome.SILENT else None
        row = (
            mutation.number,
            mutation.kind,
            mutation.operator,
            mutation.document,
            mutation.told,
            outcome,
            words,
            known,
        )
        print(json.dumps(row), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="mutations")
    parser.add_argument("corpus", type=Path, help="folder of sound documents")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--only", help="a kind of mutations, such as 'pages'")
    parser.add_argument("--share", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.share is not None:
        _work(corpus(options.corpus), options)
        return 0
    command = [sys.executable, "-m", "mutations", *sys.argv[1:]]
    workers = [
        subprocess.Popen([*command, "--share", str(share)], stdout=subprocess.PIPE, text=True)
        for share in range(_PROCESSES)
    ]
    with ThreadPoolExecutor() as threads:
        written = list(threads.map(lambda worker: worker.communicate()[0], workers))
    rows = sorted(json.loads(line) for lines in written for line in lines.splitlines())
    _print_table(rows)
    classes = Counter(known for *_, known in rows if known)
    for known, count in classes.most_common():
        print(f"silent, of a known class: {known}: {count} ({100 * count / len(rows):.1f} %)")
    faults = [row for row in rows if row[5] == Outcome.CRASH or (row[5] == Outcome.SILENT and row[7] is None)]
    for row in faults:
        print(*row[:-1], sep=" | ")
    if len(rows) < options.count:
        print(f"a process ended early: {len(rows)} of {options.count} mutations were judged")
    return int(bool(faults) or len(rows) < options.count)


def _print_table(rows: list[Any]) -> None:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for _, kind, operator, _, _, outcome, _, _ in rows:
        table[f"{kind}: {operator}"][outcome] += 1
    table["all"] = sum(table.values(), Counter())
    print(f"{'':36}{'all':>6}" + "".join(f"{outcome:>9}" for outcome in Outcome))
    for name, counts in sorted(table.items(), key=lambda item: (item[0] == "all", item[0])):
        print(f"{name:36}{counts.total():6}" + "".join(f"{counts[outcome]:9}" for outcome in Outcome))


if __name__ == "__main__":
    sys.exit(main())
