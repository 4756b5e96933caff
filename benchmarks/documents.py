"""Time the document readers, alone, isolated and many at once, and compare PDF libraries on the same files.

    python benchmarks/documents.py [FOLDER]

FOLDER holds official documents (default: ../shared/corpus/documents). Prints the seconds and pages of each document;
how many times as long as the bare text of the same reports read_report takes; what a child process costs; how many
reports are read in a second by one and by two processes, and whether twice as many take twice as long and no more
memory; and, for every PDF library installed, the seconds for the plain text of all PDFs. The exit status is 1 if a goal
is missed.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kz_upr.documents import DocumentError, read_addendum, read_documents, read_report, read_thematic_list
from kz_upr.documents.isolation import Children

ROOT = Path(__file__).resolve().parent.parent
SECONDS_FOR_30_PAGES = 1.0
TIMES_BARE_TEXT, TIMES_BARE_TEXT_ISOLATED = 3.0, 6.0
TIMES_FOR_TWICE_AS_MANY = 2.3


def seconds(task: Callable[[], object], *, times: int = 3) -> float:
    """Seconds for the task: the best of several runs."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - started)
    return best


def pages(file: Path) -> int:
    document = importlib.import_module("pypdfium2").PdfDocument(file)
    try:
        return len(document)
    finally:
        document.close()


def with_pypdfium2(file: Path) -> list[str]:
    document = importlib.import_module("pypdfium2").PdfDocument(file)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


def with_pypdf(file: Path) -> list[str]:
    return [page.extract_text() for page in importlib.import_module("pypdf").PdfReader(file).pages]


def with_pdfminer(file: Path) -> Any:
    return importlib.import_module("pdfminer.high_level").extract_text(file)


def with_pdfplumber(file: Path) -> list[str]:
    with importlib.import_module("pdfplumber").open(file) as document:
        return [page.extract_text() for page in document.pages]


def readers(files: Iterable[Path]) -> float:
    """Print the time for each document; return the seconds for 30 pages at the rate of the slowest report."""
    slowest = 0.0
    for file in files:
        if file.suffix == ".docx":
            print(f"{seconds(lambda file=file: read_thematic_list(file)):6.2f} s              {file.name}")  # type: ignore[misc]
            continue
        reader = read_addendum if ".Add." in file.name or "-Add." in file.name else read_report
        count = pages(file)
        taken = seconds(lambda file=file, reader=reader: reader(file))  # type: ignore[misc]
        if reader is read_report:
            slowest = max(slowest, taken / count * 30)
        print(f"{taken:6.2f} s  {count:3} pages  {file.name}")
    return slowest


def against_bare_text(reports: list[Path]) -> bool:
    """Whether reading the reports takes at most so many times as long as their bare text, alone and in a child."""
    bare = seconds(lambda: [with_pypdfium2(file) for file in reports])
    alone = seconds(lambda: [read_report(file) for file in reports])
    with Children() as children:
        started = time.perf_counter()
        children.read(read_report, reports[0])
        first = time.perf_counter() - started
        isolated = seconds(lambda: [children.read(read_report, file) for file in reports])
        usual = seconds(lambda: children.read(read_report, reports[0]))
    print(f"{alone / bare:6.2f} times the bare text: read_report (goal: at most {TIMES_BARE_TEXT:g})")
    print(f"{isolated / bare:6.2f} times the bare text: isolated (goal: at most {TIMES_BARE_TEXT_ISOLATED:g})")
    print(f"{first - usual:6.2f} s to start a child; {(isolated - alone) / len(reports):.3f} s for each report in it")
    return alone / bare <= TIMES_BARE_TEXT and isolated / bare <= TIMES_BARE_TEXT_ISOLATED


def many(reports: list[Path], *, least: int = 40) -> bool:
    """Whether many reports take time in proportion to their number; print how many are read in a second."""
    some = (reports * least)[:least]
    taken = {}
    for workers in (1, 2):
        for files in (some, some * 2):
            taken[workers, len(files)] = seconds(lambda files=files, workers=workers: read(files, workers), times=1)  # type: ignore[misc]
            print(
                f"{len(files) / taken[workers, len(files)]:6.2f} reports a second: {len(files)} reports, "
                f"{workers} at a time{peaks()}"
            )
    ratio = taken[2, 2 * least] / taken[2, least]
    print(f"{ratio:6.2f} times as long for twice as many (goal: at most {TIMES_FOR_TWICE_AS_MANY:g})")
    return ratio <= TIMES_FOR_TWICE_AS_MANY


def read(files: list[Path], workers: int) -> None:
    for element in read_documents(files, workers=workers):
        if isinstance(element, DocumentError):
            raise element


def peaks() -> str:
    """The most memory that this process and any child have used so far, where the system tells."""
    try:
        import resource
    except ImportError:
        return ""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    here, child = (resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"; at most {here:.0f} MB here and {child:.0f} MB in a child"


def libraries(files: list[Path]) -> None:
    for name, task in (
        ("pypdfium2", with_pypdfium2),
        ("pypdf", with_pypdf),
        ("pdfminer.six", with_pdfminer),
        ("pdfplumber", with_pdfplumber),
    ):
        try:
            taken = seconds(lambda task=task: [task(file) for file in files], times=1)  # type: ignore[misc]
        except ImportError:
            print(f"{name:14} not installed")
        else:
            print(f"{name:14} {taken:6.2f} s for the text of {len(files)} PDFs")


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "corpus" / "documents"
    files = sorted(file for file in folder.iterdir() if file.suffix in (".pdf", ".docx"))
    reports = [file for file in files if file.suffix == ".pdf" and "Add." not in file.name]
    slowest = readers(files)
    print(f"{slowest:6.2f} s for 30 pages at the slowest rate (goal: at most {SECONDS_FOR_30_PAGES:g})")
    reached = [many(reports), against_bare_text(reports), slowest <= SECONDS_FOR_30_PAGES]
    libraries([file for file in files if file.suffix == ".pdf"])
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
