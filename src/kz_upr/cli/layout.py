"""Plain text for a terminal: lines of at most 80 columns without control characters, labels, numbers in words."""

import contextlib
import errno
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")

STANDARD_OUTPUT = "standard output"
_ORDINAL_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}
#: Characters that a terminal obeys instead of showing them (control characters, line and paragraph separators, changes
#: of the direction of writing), and halves of characters, which cannot be encoded.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    r"""The text as one line that a terminal shows and does not obey: a control character becomes ``\u001b``."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def tell(*lines: str) -> None:
    """Print a message on standard error; its further lines are indented. Nothing if it is closed.

    A line longer than any of the package's own contains the user's input, and is shortened in the middle.
    """
    shortened = (line if len(line) <= 1000 else f"{line[:600]} … {line[-300:]}" for line in lines)
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(*map(printable, shortened), sep="\n  ", file=sys.stderr)


@contextlib.contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output. Any OSError within names it; one is raised if it is closed."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "it is closed")
        yield sys.stdout
    except OSError as error:
        error.filename = error.filename or STANDARD_OUTPUT
        raise


def with_progress(documents: Iterable[T], total: int, name: Callable[[T], str]) -> Iterator[T]:
    """The same documents, with a progress bar on standard error at a terminal where tqdm is installed."""
    try:
        from tqdm import tqdm
    except ImportError:
        tqdm = None
    if tqdm is None or sys.stderr is None:
        yield from documents
        return
    with tqdm(documents, total=total, unit="document", leave=False, disable=None) as bar:  # None: only at a terminal
        for document in bar:
            bar.set_description(printable(name(document)))
            yield document


class Page:
    """Text on standard output, or on standard error; headings are bold at a terminal that shows bold.

    ``label_width`` is the width of the column of labels. Raises OSError if standard output is closed or full.
    """

    def __init__(self, *, label_width: int = 17, on_standard_error: bool = False) -> None:
        self._on_standard_error = on_standard_error
        self._width = min(80, shutil.get_terminal_size().columns)  # 80 if the size is unknown
        self._label_width = label_width
        with standard_output() as stream:
            plain = not stream.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        self._bold = ("", "") if plain or on_standard_error else ("\033[1m", "\033[0m")

    def heading(self, text: str) -> None:
        """A heading."""
        for line in textwrap.wrap(text, self._width):
            self._print(line, self._bold)

    def line(self, text: str, *, first: str = "", rest: str = "") -> None:
        """A paragraph; its first line is prefixed with ``first``, every other line with ``rest``."""
        lines = textwrap.wrap(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
            break_long_words=False,
        )
        for line in lines:
            self._print(line.rstrip())

    def lines(self, text: str) -> None:
        """The lines of a text as they are."""
        for line in text.split("\n"):
            self._print(line)

    def blank(self) -> None:
        """An empty line."""
        self._print("")

    def entry(self, label: str, *texts: str) -> None:
        """Paragraphs with a label to the left of the first."""
        indent = " " * self._label_width
        for text in texts:
            self.line(text, first=label.ljust(self._label_width), rest=indent)
            label = ""

    def item(self, label: str, text: str) -> None:
        """A paragraph that begins with its label."""
        self.line(f"{label}: {text}", rest="  ")

    def bullet(self, text: str) -> None:
        """An item of a list."""
        self.line(text, first="- ", rest="  ")

    def _print(self, line: str, bold: tuple[str, str] = ("", "")) -> None:
        if self._on_standard_error:
            tell(line)
            return
        before, after = bold
        with standard_output() as stream:
            print(f"{before}{printable(line)}{after}", file=stream)


def ordinal(number: int) -> str:
    """``1st``, ``12th``, ``43rd``."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def ordinal_word(number: int) -> str:
    """``first`` to ``fifth``, then ``6th``."""
    return _ORDINAL_WORDS.get(number) or ordinal(number)
