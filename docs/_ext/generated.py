"""What the directives share: reStructuredText that is generated when a page is built."""

import re
from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class Generated(SphinxDirective):
    """A directive that stands for the lines of reStructuredText that :meth:`lines` yields."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        self.env.note_reread()
        text = "\n".join(self.lines(*(self.arguments[0].split() if self.arguments else ())))
        return self.parse_text_to_nodes(text, allow_section_headings=True)

    def lines(self, *arguments: str) -> Iterator[str]:
        raise NotImplementedError


def escape(text: object) -> str:
    """Text whose characters mean themselves."""
    return re.sub(r"([\\`*_|<>:])", r"\\\1", str(text))


def sentence(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def table(header: Iterable[str], rows: Iterable[Iterable[str]], widths: str, look: str = "") -> Iterator[str]:
    """A table of which a narrow screen shows each row as a block."""
    yield from (".. list-table::", "   :header-rows: 1", f"   :widths: {widths}", f"   :class: stack {look}", "")
    for row in (header, *rows):
        for column, cell in enumerate(row):
            yield f"   {' ' if column else '*'} - {cell}"
    yield ""


def section(title: str, label: str) -> Iterator[str]:
    yield from (f".. _{label}:", "", title, "-" * len(title), "")
