"""Every example is a test: those of README and documentation, and those of the docstrings."""

import contextlib
import tempfile
from typing import Any

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser


def somewhere_else(namespace: dict[str, Any]) -> None:
    """Examples may write files: not here."""
    namespace["_stack"] = stack = contextlib.ExitStack()
    stack.enter_context(contextlib.chdir(stack.enter_context(tempfile.TemporaryDirectory())))


def back(namespace: dict[str, Any]) -> None:
    namespace.pop("_stack").close()


pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser(), SkipParser()],
        patterns=["README.md", "docs/*.md"],
        setup=somewhere_else,
        teardown=back,
    )
    + Sybil(parsers=[DocTestParser()], patterns=["docs/*.rst", "src/**/*.py"])
).pytest()
