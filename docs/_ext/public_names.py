"""Settings for autodoc and Napoleon: where the names of the package are found, and how its fields are shown."""

import re
from types import ModuleType
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

import kz_upr

log = logging.getLogger(__name__)
FIELD = re.compile(r"(\.\. attribute:: \w+\n)((?:\n|   .*\n)*?)   (:type: .+\n)")


def public_names() -> list[str]:
    """The names that users import."""
    return ["__version__", *_names_of(kz_upr), *(f"documents.{name}" for name in _names_of(kz_upr.documents))]


def _names_of(module: ModuleType) -> list[str]:
    things = vars(module).items()
    return [name for name, thing in things if name[0] != "_" and not isinstance(thing, bool | ModuleType)]


def all_documented(_: Sphinx, env: BuildEnvironment) -> None:
    """Warn of public names that no page documents."""
    for name in public_names():
        if f"kz_upr.{name}" not in env.domains.python_domain.objects:
            log.warning("the public name kz_upr.%s is not documented", name)


def to_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """Lead a reference to ``kz_upr.model.review.Review`` to ``kz_upr.Review``, where users find it."""
    last = node.get("reftarget", "").rpartition(".")[2]
    public = next((name for name in public_names() if name.rpartition(".")[2] == last), None)
    if node.get("refdomain") != "py" or public is None:
        return None
    python = env.domains.python_domain
    return python.resolve_xref(env, node["refdoc"], app.builder, "obj", f"kz_upr.{public}", node, content)


def keep_colons(_app: Sphinx, what: str, _name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Keep Napoleon from taking what stands before a colon in the first line of an attribute for its type."""
    if what in ("attribute", "property"):
        lines[:0] = ["..", ""]  # an empty comment


def types_beside_names(_app: Sphinx, _what: str, _name: str, _thing: Any, _options: Any, lines: list[str]) -> None:
    """Show the type of a field beside its name, not below its meaning as Napoleon does; no entry in the contents."""
    lines[:] = FIELD.sub(r"\1   \3   :no-contents-entry:\n\2", "\n".join(lines)).split("\n")


def no_signature(
    _app: Sphinx, what: str, _name: str, _thing: Any, _options: Any, signature: str | None, _returned: str | None
) -> tuple[str | None, str | None] | None:
    """Leave out the signatures of classes, which would repeat the fields."""
    return ("", None) if signature and what in ("class", "exception") else None


def setup(app: Sphinx) -> dict[str, bool]:
    app.connect("env-check-consistency", all_documented)
    app.connect("missing-reference", to_public_name)
    app.connect("autodoc-process-docstring", keep_colons, priority=400)  # before Napoleon
    app.connect("autodoc-process-docstring", types_beside_names, priority=600)  # after it
    app.connect("autodoc-process-signature", no_signature)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
