"""How the documentation is built. No network is needed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import architecture
import command_output
import picture
import sources
import tables
import themes
from sphinx.application import Sphinx

import kz_upr

project = "kz_upr"
author = "The kz_upr maintainers"
copyright = "2026, the kz_upr maintainers. Text and data: CC BY 4.0"
version = kz_upr.__version__
release = f"{kz_upr.__version__}, data {kz_upr.DATA_EDITION}"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx.ext.napoleon", "public_names"]
exclude_patterns = ["_build", "_ext"]
nitpicky = True
nitpick_ignore_regex = [  # the standard library's names: its documentation is not linked, for want of a network
    ("py:.*", r"(collections|datetime|enum|os|pathlib|typing)(\..*)?"),
    ("py:.*", r"\w*(Error|Iterable|Mapping|TextIO|PathLike|Literal|Any|date|TypeVar|T|Per)"),
    ("py:.*", r"kz_upr\.\w+\.([RT]|Item)"),  # type variables
    ("py:.*", r"(str|int|float|bool|dict|list|tuple|object|None|optional|\.\.\.)"),
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

add_module_names = False
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints_format = "short"
autosummary_generate = False
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = "kz_upr"
html_static_path = ["_static"]
html_css_files = ["kz_upr.css"]
html_theme_options = {"navigation_with_keys": True}
html_show_sphinx = False
html_copy_source = False

DIRECTIVES = {
    "source-list": sources.SourceList,
    "discrepancy-list": sources.DiscrepancyList,
    "note-list": sources.NoteList,
    "review-table": tables.ReviewTable,
    "coverage-table": tables.CoverageTable,
    "edition-table": tables.EditionTable,
    "theme-tables": themes.ThemeTables,
    "columns": tables.Columns,
    "command": command_output.Command,
    "picture": picture.Picture,
    "rooms": architecture.Rooms,
    "way": architecture.Way,
}


def setup(app: Sphinx) -> None:
    """Add the directives for what comes from the data and the code."""
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
