"""Time the document readers, and compare PDF libraries on the same files.

    python benchmarks/documents.py [FOLDER]

FOLDER holds official documents (default: ../shared/corpus/documents). Prints the seconds and pages of each document
and, for every PDF library installed, the seconds for the plain text of all PDFs. The exit status is 1 if a report of
30 pages would take more than a second.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kz_upr.documents import read_addendum, read_report, read_thematic_list

ROOT = Path(__file__).resolve().parent.parent
SECONDS_FOR_30_PAGES = 1.0


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
    slowest = readers(files)
    print(f"{slowest:6.2f} s for 30 pages at the slowest rate (goal: at most {SECONDS_FOR_30_PAGES:g})")
    libraries([file for file in files if file.suffix == ".pdf"])
    return 0 if slowest <= SECONDS_FOR_30_PAGES else 1


if __name__ == "__main__":
    sys.exit(main())
