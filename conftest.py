"""Every example is a test: those of the README and the documentation, and those of the docstrings."""

import contextlib
import tempfile
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser


def enter_empty_folder(namespace: dict[str, Any]) -> None:
    """Examples may write files, but not into the repository."""
    namespace["_stack"] = stack = contextlib.ExitStack()
    stack.enter_context(contextlib.chdir(stack.enter_context(tempfile.TemporaryDirectory())))


def leave_folder(namespace: dict[str, Any]) -> None:
    """Return to the folder from before."""
    namespace.pop("_stack").close()


pytest_collect_file = (
    Sybil(
        parsers=[PythonCodeBlockParser(), SkipParser()],
        patterns=["README.md", "docs/*.md"],
        setup=enter_empty_folder,
        teardown=leave_folder,
    )
    # a pattern for each level of folders: in these patterns, ** is a single level
    + Sybil(parsers=[DocTestParser()], patterns=["docs/*.rst", *(f"src/{'*/' * level}*.py" for level in range(1, 5))])
).pytest()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: Any, log: Any) -> Any:
    """With ``-n``, all tests of a file run in one process: the examples of a page build on each other."""
    from xdist.scheduler import LoadFileScheduling

    return LoadFileScheduling(config, log)
