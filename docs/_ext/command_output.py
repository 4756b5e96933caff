"""The directive ``command``: what the command prints, 80 columns wide.

.. command:: show --cycle 3
   :lines: 12
"""

import contextlib
import io
import shlex
from typing import Any, ClassVar
from unittest import mock

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from kz_upr.cli import main


class Command(SphinxDirective):
    """The command line after a prompt, and its output, or the first lines of it."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"lines": directives.nonnegative_int}

    def run(self) -> list[nodes.Node]:
        self.env.note_reread()
        words = "".join(self.arguments)
        printed = _output(words)
        if (most := self.options.get("lines")) and len(printed) > most:
            printed = [*printed[:most], "…"]
        text = "\n".join([f"$ kz-upr {words}".rstrip(), *printed])
        return [nodes.literal_block(text, text, language="text")]


def _output(words: str) -> list[str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), mock.patch.dict("os.environ", {"COLUMNS": "80"}):
        status = main(shlex.split(words))
    if status != 0:
        raise ExtensionError(f"kz-upr {words} failed with status {status}")
    return out.getvalue().rstrip().splitlines()
