"""Plain text for a terminal: lines of at most 80 columns, labels, numbers in words."""

import os
import shutil
import sys
import textwrap
from typing import TextIO

_ORDINAL_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


class Page:
    """Text on standard output or another stream; headings are bold at a terminal that shows bold.

    ``label_width`` is the width of the column of labels.
    """

    def __init__(self, *, label_width: int = 17, stream: TextIO | None = None) -> None:
        self._stream = sys.stdout if stream is None else stream
        self._width = min(80, shutil.get_terminal_size().columns)  # 80 if the size is unknown
        self._label_width = label_width
        plain = not self._stream.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        self._bold = ("", "") if plain else ("\033[1m", "\033[0m")

    def heading(self, text: str) -> None:
        """A heading."""
        before, after = self._bold
        for line in textwrap.wrap(text, self._width):
            print(f"{before}{line}{after}", file=self._stream)

    def line(self, text: str, *, first: str = "", rest: str = "") -> None:
        """A paragraph; ``first`` and ``rest`` go before its first line and before every other line."""
        lines = textwrap.wrap(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,
            break_long_words=False,
        )
        for line in lines:
            print(line.rstrip(), file=self._stream)

    def blank(self) -> None:
        """An empty line."""
        print(file=self._stream)

    def entry(self, label: str, *texts: str) -> None:
        """Paragraphs with a label to the left of the first."""
        indent = " " * self._label_width
        for text in texts:
            self.line(text, first=label.ljust(self._label_width), rest=indent)
            label = ""

    def bullet(self, text: str) -> None:
        """An item of a list."""
        self.line(text, first="- ", rest="  ")


def count(number: int, noun: str) -> str:
    """``1 row``, ``2 rows``, ``2 bodies``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("dy") else f"{number} {noun}s"


def ordinal(number: int) -> str:
    """``1st``, ``12th``, ``43rd``."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def ordinal_word(number: int) -> str:
    """``first`` to ``fifth``, then ``6th``."""
    return _ORDINAL_WORDS.get(number) or ordinal(number)
