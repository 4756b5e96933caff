"""Time the reader of exports against parsing the same file, and measure its memory.

    python benchmarks/exports.py [--megabytes 30] [--share 0.33]

Makes an export of the whole Index with made-up wording and prints the seconds for parsing it (record by record, as the
reader does, and whole, with ``json.loads``), for reading its records of the review one by one, and for reading those of
one report; each in a process of its own, with the memory that it takes. ``--share`` is the part of the records that
belong to the review, which decides the time, since only they become objects; the others are of treaty bodies and
special procedures, with texts five times as long. The exit status is 1 if reading takes over twice the time of
``json.loads``, or over 100 MB.

``--megabytes 400`` is the size of the whole Index.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

GOAL_RATIO, GOAL_MEGABYTES = 2.0, 100
#: Recommendations of the review have 160 characters on average, their number and States included.
VOCABULARY = """
    adopt amend boats bridge children continue cooperation efforts ensure establish fences further gates harbour
    implement improve lamps law legal measures national of on plan practice programme promote protect quay reform repair
    strengthen support take the to towards with women all and and in in for the the the by its its
"""
WORDS = VOCABULARY.split()
POSITIONS = (["Supported"], ["Supported"], ["Supported"], ["Noted"], ["Supported", "Noted"])
THEMES = [f"{word.title()} - {other} and {another}" for word, other, another in zip(*[iter(WORDS)] * 3, strict=False)]
GOALS = [f"{goal} - {word.upper()}" for goal, word in enumerate(WORDS[:17], 1)]
CYCLES = ("First cycle", "Second cycle", "Third cycle")
OTHER_BODIES = ("CEDAW", "CRC", "CCPR", "SR Torture", "SR Housing")


def sentence(chance: random.Random, characters: int) -> str:
    text = " ".join(chance.choices(WORDS, k=characters // 6))
    return text[0].upper() + text[1:]


def records(share: float, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Records of an export of the whole Index, report by report, without end."""
    from kz_upr.reference import list_states

    chance = random.Random(seed)  # noqa: S311
    names = [state.name for state in list_states()]
    document = reports = number = 0
    while True:
        document += 1
        of_review = chance.random() < share
        session = cycle = 1
        if of_review:
            session, place = 1 + reports % 40, 1 + reports // 40
            cycle = 1 + (session > 12) + (session > 26)  # the Council's sessions run ahead of the Working Group's
            body, symbol = "UPR", f"A/HRC/{session + 6 + cycle}/{place}"
            reviewed = names[reports % len(names)]
            reports += 1
        else:
            body, reviewed = chance.choice(OTHER_BODIES), chance.choice(names)
            symbol = f"{body}/C/{document}"
        for item in range(1, 151):
            number += 1
            several = chance.choices((1, 2, 3), (95, 4, 1))[0]
            states = chance.sample(names, several)
            text = sentence(chance, max(40, int(chance.gauss(140 if of_review else 800, 60))))
            if of_review:
                space = "&nbsp;" if item % 12 == 0 else " "
                text = text.replace("the", "the people’s", 1) if item % 11 == 0 else text
                text = f"{100 + document % 60}.{item}{space}{text} ({', '.join(states)});"
            yield {
                "AffectedPersons": chance.sample(THEMES, chance.choice((0, 1, 1, 2))),
                "AnnotationId": f"{number:08x}-0000-4000-8000-{number:012x}",
                "AnnotationType": "Recommendations",
                "Body": body,
                "Countries": [reviewed],
                "DocumentId": f"{document:08x}-0000-4000-8000-{document:012x}",
                "PublicationDate": "2019-12-20T00:00:00",
                "PublicationDateOnUhri": "2020-06-03T13:44:27.267",
                "Regions": ["Asia and the Pacific"],
                "Sdgs": chance.sample(GOALS, chance.choice((1, 2, 3))),
                "Symbol": symbol,
                "Text": text,
                "Themes": chance.sample(THEMES, chance.choice((1, 2, 3))),
                "UprCycle": CYCLES[cycle - 1] if of_review else None,
                "UprPositions": chance.choice(POSITIONS) if of_review else [],
                "UprRecommendingCountry": states if of_review else [],
                "UprRecommendingRegions": ["Europe"] if of_review else [],
                "UprSession": [str(session)] if of_review else [],
            }


def made(path: Path, megabytes: float, share: float) -> tuple[int, int]:
    """Write such an export; the number of its records, and of those of the review."""
    size = count = reviewed = 0
    with path.open("w", encoding="utf-8") as file:
        for record in records(share):
            written = json.dumps(record, ensure_ascii=False)
            file.write(("[" if count == 0 else ",\n") + written)
            size += len(written) + 2
            count += 1
            reviewed += record["Body"] == "UPR"
            if size > megabytes * 1e6:
                break
        file.write("]\n")
    return count, reviewed


# The tasks, each in a process of its own


def parsed(path: Path) -> int:
    from kz_upr.documents.containers.records import json_lists

    return sum(1 for objects in json_lists(path) for _ in objects)


def loaded(path: Path) -> int:
    return len(json.loads(path.read_bytes()))


def iterated(path: Path) -> int:
    from kz_upr.documents import iter_uhri_export

    return sum(len(reading.recommendations) for reading in iter_uhri_export(path))


def selected(path: Path) -> int:
    from kz_upr.documents import iter_uhri_export

    wanted = next(record["Symbol"] for record in records(0.5) if record["Body"] == "UPR")
    return sum(len(reading.recommendations) for reading in iter_uhri_export(path, symbol=wanted))


TASKS: dict[str, Callable[[Path], int]] = {task.__name__: task for task in (parsed, loaded, iterated, selected)}


def run(name: str, path: Path) -> None:
    """Print the seconds of processor time, the megabytes and the count of a task."""
    import kz_upr.documents.uhri_export  # noqa: F401  (what is imported once is no part of the time)

    started = time.process_time()  # others may be at work on the machine
    count = TASKS[name](path)
    print(json.dumps([time.process_time() - started, megabytes_taken(), count]))


def megabytes_taken() -> float:
    """The most memory that this process has taken; 0 where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def measured(name: str, path: Path, times: int) -> tuple[float, float, int]:
    """The least seconds and megabytes of several processes, and the count."""
    found = []
    for _ in range(times):
        process = subprocess.run([sys.executable, __file__, "--task", name, path], stdout=subprocess.PIPE, check=True)
        found.append(json.loads(process.stdout))
    return min(each[0] for each in found), min(each[1] for each in found), found[0][2]


def main() -> int:
    parser = argparse.ArgumentParser(description="Time the reader of exports.")
    parser.add_argument("--megabytes", type=float, default=30)
    parser.add_argument("--share", type=float, default=1 / 3)
    parser.add_argument("--task", nargs=2, help=argparse.SUPPRESS)
    arguments, _ = parser.parse_known_args()  # other scripts of the session have options of their own
    if arguments.task:
        run(arguments.task[0], Path(arguments.task[1]))
        return 0
    times = 3 if arguments.megabytes < 100 else 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export-full-en.json"
        count, reviewed = made(path, arguments.megabytes, arguments.share)
        print(f"{path.stat().st_size / 1e6:.0f} MB, {count:,} records, {reviewed / count:.0%} of the review")
        results = {name: measured(name, path, times) for name in TASKS}
    parsed, loaded = results["parsed"][0], results["loaded"][0]
    for name, (seconds, megabytes, found) in results.items():
        print(
            f"{name:9} {seconds:7.2f} s  {seconds / loaded:5.2f} x json.loads  {seconds / parsed:5.2f} x record by "
            f"record  {megabytes:6.0f} MB  {found:,} records"
        )
    seconds, megabytes, _ = results["iterated"]
    print(f"goal: iterated at most {GOAL_RATIO:g} x json.loads, {GOAL_MEGABYTES} MB")
    return 0 if seconds <= GOAL_RATIO * loaded and megabytes <= GOAL_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
