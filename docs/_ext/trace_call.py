"""The modules of the package that a call goes through, in the order in which it first enters them.

The report that ``complete`` reads is made up here: a build of the documentation has no official one at hand.
"""

import importlib
import pkgutil
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import matplotlib
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

import kz_upr

GENERATED = re.compile(r"<attrs generated \w+ (kz_upr[\w.]*)\.(\w+)>")  # the methods that attrs gives to a class

#: The lines of the made-up report: distance from the left, size of type, text.
COVER = (
    (120, 14, "United Nations A/HRC/43/10"),
    (392, 10, "20 December 2019"),
    (113, 14, "Report of the Working Group on the Universal Periodic Review"),
    (113, 14, "Kazakhstan"),
)
TEXT = (
    (90, 14, "Introduction"),
    (113, 10, "1. The Working Group on the Universal Periodic Review held its thirty-fourth session from 4 to 15"),
    (113, 10, "November 2019. Kazakhstan was reviewed on 7 November 2019."),
    *((113, 10, f"{number}. The harbour was spoken of.") for number in range(2, 139)),
    (90, 14, "Conclusions and/or recommendations"),
    (113, 10, "139. The following recommendations enjoy the support of Kazakhstan:"),
    (142, 10, "139.1 Paint the piers (Peru);"),
    (142, 10, "139.2 Mend the lamps (Togo)."),
)


def print_report(path: Path) -> None:
    """Write the made-up report as PDF, 30 lines a page."""
    width, height = 595, 842  # A4 in points
    pages = (COVER, *(TEXT[start : start + 30] for start in range(0, len(TEXT), 30)))
    with matplotlib.rc_context({"pdf.fonttype": 42}), PdfPages(path) as pdf:
        for page in pages:
            figure = Figure(figsize=(width / 72, height / 72))
            for place, (left, size, text) in enumerate(page):
                figure.text(left / width, 0.93 - 0.025 * place, text, fontsize=size)
            pdf.savefig(figure)


def entered(call: Callable[[], object]) -> list[tuple[str, str]]:
    """The modules that a call enters, each once, with the function or class by which it does."""
    first: dict[str, str] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        module, name = frame.f_globals.get("__name__", ""), frame.f_code.co_qualname
        if generated := GENERATED.fullmatch(frame.f_code.co_filename):
            module, name = generated.groups()
        if module.partition(".")[0] == "kz_upr":
            first.setdefault(module, name)

    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(None)
    return list(first.items())


def steps(call: str) -> list[tuple[str, str]]:
    """The way of ``load_review(3)`` or of ``complete(review, "report.pdf")``, with every module imported before."""
    for module in pkgutil.walk_packages(kz_upr.__path__, "kz_upr."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    if call == "load_review":
        return entered(lambda: kz_upr.load_review(3))
    review = kz_upr.load_review(3)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.pdf")
        print_report(report)
        return entered(lambda: kz_upr.complete(review, report))
