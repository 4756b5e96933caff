"""Measure speed and size against the goals.

    python benchmarks/core.py            print the table
    python benchmarks/core.py --quick    with fewer repetitions

Fresh processes, ours and those they are compared with, run in turns, so that a change in the machine's speed affects
both. Medians are compared. Look-ups are the best of several runs of many calls.
"""

import argparse
import os
import statistics
import subprocess
import sys
import threading
import time
import timeit
import tracemalloc
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LOAD = "import kz_upr; kz_upr.load_review()"
READ = """
import attrs, cattrs, importlib_resources, json
root = importlib_resources.files("cattrs").joinpath({editions!r})  # not by importing kz_upr
for name in {files!r}:
    json.loads((root / name).read_bytes())
"""


def environment() -> dict[str, str]:
    """The environment of a user, with the directory of the imported package first on the path."""
    import kz_upr

    home = str(Path(kz_upr.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": home, "PYTHONDONTWRITEBYTECODE": ""}


def in_turns(codes: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Seconds that a fresh process takes for each piece of code, run in turns."""
    env = environment()
    times: dict[str, list[float]] = {name: [] for name in codes}
    for number in range(rounds + 2):
        for name, code in codes.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, env=env)
            if number >= 2:  # the first rounds write bytecode and warm the disk cache
                times[name].append(time.perf_counter() - start)
    return times


def call(function: Callable[[], object], repeat: int = 7) -> float:
    """Seconds per call: the best of several runs, minus the timer's own loop."""
    timer = timeit.Timer(function)
    number, _ = timer.autorange()
    empty = min(timeit.Timer(lambda: None).repeat(repeat, number)) / number
    return max(0.0, min(timer.repeat(repeat, number)) / number - empty)


def in_threads(function: Callable[[], object], threads: int = 16, calls: int = 20_000) -> float:
    """Seconds per call when many threads call at once: elapsed time divided by all calls."""
    barrier = threading.Barrier(threads + 1)

    def work() -> None:
        barrier.wait()
        for _ in range(calls):
            function()

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    barrier.wait()
    start = time.perf_counter()
    for worker in workers:
        worker.join()
    return (time.perf_counter() - start) / (threads * calls)


def memory() -> list[tuple[str, float]]:
    """Bytes per recommendation, by review: what reading the JSON allocates for the recommendations alone."""
    import attrs

    import kz_upr
    from kz_upr import conversion

    found = []
    for review in kz_upr.load_reviews():
        if len(review.recommendations) < 100:
            continue
        held = kz_upr.to_dict(review)
        bare = kz_upr.to_dict(
            attrs.evolve(
                review,
                recommendations=(),
                coverage=attrs.evolve(
                    review.coverage, recommendations=attrs.evolve(review.coverage.recommendations, held=0)
                ),
            )
        )
        kz_upr.from_dict(held)
        sizes = []
        for document in (held, bare):
            tracemalloc.start()
            kept = kz_upr.from_json(conversion.canonical_json(document))  # new strings, as on loading
            sizes.append(tracemalloc.get_traced_memory()[0])
            tracemalloc.stop()
            del kept
        found.append((review.id, (sizes[0] - sizes[1]) / len(review.recommendations)))
    return found


class Table:
    """A table of measurements and goals, printed row by row."""

    def __init__(self) -> None:
        self.missed = 0
        print(f"{'what':<46}{'measured':>14}{'goal':>12}")

    def row(self, what: str, measured: float, goal: float | None, unit: str, note: str = "") -> None:
        met = "" if goal is None else "met" if measured <= goal else "MISSED"
        self.missed += met == "MISSED"
        goal_text = "" if goal is None else f"{goal:g} {unit}"
        print(f"{what:<46}{f'{measured:.3g} {unit}':>14}{goal_text:>12}  {met} {note}".rstrip())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    rounds = 9 if parser.parse_args().quick else 31

    import kz_upr

    files = [f"{kz_upr.DATA_EDITION}/{name}" for name in ("manifest.json", "kaz-3.json", "sources.json")]
    files += ["index.json", "states.json", "themes.json", "persons.json", "instruments.json"]  # all that it opens
    read = READ.format(files=files, editions=str(Path(kz_upr.__file__).parent / "editions"))
    table = Table()

    codes = {"bare": "pass", "load": LOAD, "read": read}
    at_hand = {f"{name}, at hand": f"{code}\nimport os; os._exit(0)" for name, code in codes.items()}
    medians = {name: statistics.median(times) for name, times in in_turns({**codes, **at_hand}, rounds).items()}
    for title, end in (("(until loaded)", ", at hand"), ("(to process exit)", "")):
        bare, load, parse = (medians[name + end] for name in codes)
        goal = 1.5 if end else None
        table.row("fresh process to the 2019 review, ratio", load / parse, goal, "x", title)
        table.row("  fresh process to the 2019 review", load * 1e3, None, "ms")
        table.row("  attrs + cattrs + importlib_resources + JSON", parse * 1e3, None, "ms")
        table.row("  bare interpreter", bare * 1e3, None, "ms")

    review = kz_upr.load_review()
    find, resolve, search, load_review = (
        kz_upr.find_recommendation,
        kz_upr.resolve_state,
        kz_upr.search,
        kz_upr.load_review,
    )
    reviews = kz_upr.load_reviews()
    table.row("find_recommendation, warm", call(lambda: find(review, "139.124")) * 1e6, 0.5, "µs")
    name = "Bolivarian Republic of Venezuela"
    table.row("resolve_state, warm", call(lambda: resolve(name)) * 1e6, 0.5, "µs")
    for words in ("lawyers", "death penalty", "rights of women and children"):
        seconds = call(lambda words=words: search(reviews, words))  # type: ignore[misc]
        table.row(f"search, all reviews: {words}", seconds * 1e3, 0.5, "ms")
    if load_review() is not review:
        raise SystemExit("load_review() returned a different object")
    table.row("load_review() again", call(load_review) * 1e6, 0.3, "µs")
    table.row("load_review() again, 16 threads", in_threads(load_review) * 1e6, 0.3, "µs", "(per call, all threads)")
    for id, size in memory():
        table.row(f"memory per recommendation, {id}", size / 1024, 2.5, "KB")
    for wheel in sorted((ROOT / "dist").glob("*.whl")):
        table.row(f"wheel {wheel.name}"[:45], wheel.stat().st_size / 1024, 500, "KB")
    print(f"goals missed: {table.missed}" if table.missed else "all goals met")
    return 0


if __name__ == "__main__":
    sys.exit(main())
