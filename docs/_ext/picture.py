"""The directive ``picture``: what a function draws, as SVG, with its caption and its text for those who do not see it.

    .. picture:: charts.answers_by_theme

The function returns an object with ``figure()``, ``caption`` and ``alt``. Pictures are drawn at every build and not
kept in the repository, so they cannot fall behind the data.
"""

import importlib
import io
import os
from pathlib import Path
from typing import Protocol

import matplotlib
from docutils import nodes
from matplotlib.figure import Figure
from sphinx.util.docutils import SphinxDirective

STYLE = {"font.family": "DejaVu Sans", "font.size": 9.75, "svg.hashsalt": "kz_upr"}  # 9.75 points are 13 pixels


class Drawn(Protocol):
    """What can be shown as a picture."""

    @property
    def caption(self) -> str: ...

    @property
    def alt(self) -> str: ...

    def figure(self) -> Figure: ...


def svg(drawn: Drawn) -> bytes:
    """The picture; the same bytes at every run."""
    out = io.BytesIO()
    with matplotlib.rc_context(STYLE):
        drawn.figure().savefig(out, format="svg", transparent=True, metadata={"Date": None})
    return out.getvalue()


class Picture(SphinxDirective):
    """A picture with its caption."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.env.note_reread()
        module, _, name = self.arguments[0].rpartition(".")
        drawn: Drawn = getattr(importlib.import_module(module), name)()
        file = Path(self.env.app.doctreedir, "pictures", f"{name}.svg")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(svg(drawn))
        page = Path(self.env.doc2path(self.env.docname)).parent
        image = nodes.image(uri=Path(os.path.relpath(file, page)).as_posix(), alt=drawn.alt, classes=["drawn"])
        return [nodes.figure("", image, nodes.caption("", drawn.caption))]
