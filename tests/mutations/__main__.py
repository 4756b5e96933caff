"""The full run: mutations of a seed, in two processes, and a table of what became of them.

python -m mutations CORPUS [--seed 1] [--count 2000] [--only KIND]
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kz_upr.documents import read_document
from mutations.drawing import Corpus, corpus, drawn
from mutations.judging import Outcome, judged

_PROCESSES = 2


def _work(documents: Corpus, options: argparse.Namespace) -> None:
    """Judge a share of the mutations; one line of JSON each."""
    sound: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for mutation in drawn(documents, options.seed, range(options.share, options.count, _PROCESSES), options.only):
            if mutation.document not in sound:
                path = Path(folder) / mutation.document
                path.write_bytes(documents.files[mutation.document])
                sound[mutation.document] = read_document(path)
            start = time.perf_counter()
            outcome, words = judged(mutation.content, mutation.ending, sound[mutation.document])
            seconds = time.perf_counter() - start
            row = (mutation.number, mutation.kind, mutation.operator, mutation.document, mutation.told, outcome, words)
            print(json.dumps([*row, seconds]), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="mutations")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--only")
    parser.add_argument("--share", type=int)
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
    rows = [json.loads(line) for lines in written for line in lines.splitlines()]
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for _, kind, operator, _, _, outcome, _, _ in rows:
        table[kind, operator][outcome] += 1
    print(f"{'':40}{'all':>6}" + "".join(f"{outcome:>9}" for outcome in Outcome))
    for (kind, operator), counts in sorted(table.items()):
        print(f"{f'{kind}: {operator}':40}{counts.total():6}" + "".join(f"{counts[o]:9}" for o in Outcome))
    total = sum(table.values(), Counter[str]())
    print(f"{'all':40}{total.total():6}" + "".join(f"{total[o]:9}" for o in Outcome))
    print(f"longest: {max(row[-1] for row in rows):.1f} s")
    for row in sorted(rows):
        if row[5] in (Outcome.SILENT, Outcome.CRASH):
            print(*row[:-1], sep=" | ")
    return int(total.total() < options.count or total[Outcome.SILENT] > 0 or total[Outcome.CRASH] > 0)


if __name__ == "__main__":
    sys.exit(main())
