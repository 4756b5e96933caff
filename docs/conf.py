"""How the documentation is built. No network is needed."""

import sys
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import kz_upr  # noqa: E402

project = "kz_upr"
author = "The kz_upr maintainers"
copyright = "2026, the kz_upr maintainers. Text and data: CC BY 4.0"
version = kz_upr.__version__
release = f"{kz_upr.__version__}, data {kz_upr.DATA_EDITION}"

extensions = ["myst_parser", "sphinx.ext.autodoc", "from_package"]
exclude_patterns = ["_build", "_ext"]
nitpicky = True
nitpick_ignore_regex = [  # the standard library's names: its documentation is not linked, for want of a network
    ("py:.*", r"(collections|datetime|enum|os|pathlib|typing)(\..*)?"),
    ("py:.*", r"\w*(Error|Iterable|Mapping|TextIO|PathLike|Literal|Any|date|TypeVar|T|Per)"),
    ("py:.*", r"kz_upr\.\w+\.[RT]"),  # type variables
    ("py:.*", r"(str|int|float|bool|dict|list|tuple|object|None|optional|\.\.\.)"),
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = "kz_upr"
html_static_path = ["_static"]
html_css_files = ["kz_upr.css"]
html_theme_options = {"navigation_with_keys": True}
html_show_sphinx = False
html_copy_source = False

log = logging.getLogger(__name__)


def to_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Lead a reference to ``kz_upr.model.review.Review`` to ``kz_upr.Review``, where users find it."""
    name = node.get("reftarget", "").rpartition(".")[2]
    if node.get("refdomain") != "py" or name not in kz_upr.__all__:
        return None
    python = env.domains.python_domain
    return python.resolve_xref(env, node["refdoc"], app.builder, "obj", f"kz_upr.{name}", node, content)


def all_documented(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of public names that no page documents."""
    known = env.domains.python_domain.objects
    for name in kz_upr.__all__:
        if f"kz_upr.{name}" not in known:
            log.warning("the public name kz_upr.%s stands on no page", name)


def setup(app: Sphinx) -> None:
    app.connect("missing-reference", to_public_name)
    app.connect("env-check-consistency", all_documented)
