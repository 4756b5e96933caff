"""The public names."""

import ast
import importlib
import inspect
import shutil
import subprocess
import sys
from enum import Enum
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import kz_upr
from conftest import HOME
from kz_upr import errors, model


def public_names(module: ModuleType) -> dict[str, str]:
    """Every name that a package imports for its users, with the module that it comes from."""
    found: dict[str, str] = {}
    for node in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("kz_upr"):
            for alias in node.names:
                assert alias.asname == alias.name, f"{alias.name} is private to type checkers without `as`"
                assert alias.name not in found, f"{alias.name} is imported twice"
                found[alias.name] = str(node.module)
    return found


NAMES = public_names(kz_upr)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_importable_and_documented(name: str) -> None:
    thing = getattr(kz_upr, name)
    assert thing is getattr(importlib.import_module(NAMES[name]), name)
    if inspect.isclass(thing) or inspect.isfunction(thing):
        assert thing.__module__.startswith("kz_upr")
        docstring = inspect.getdoc(thing)
        assert docstring
        assert docstring.partition("\n")[0].endswith(".")


def test_no_name_is_missing() -> None:
    """Every function of the blueprint, every class and vocabulary of the model, and every error is public."""
    functions = """
        editions load_review load_reviews list_states list_themes list_affected_persons list_instruments
        find_recommendation select search by_state count_by timeline related compare_editions
        resolve_state resolve_theme resolve_affected_persons resolve_instrument
        parse_recommendation expand_numbers fingerprint cite citations_of validate complete check
        to_dict from_dict to_json from_json to_records to_csv table_columns table_schema
    """
    assert {name for name in NAMES if inspect.isfunction(getattr(kz_upr, name))} == set(functions.split())
    classes = {
        t.__name__ for t in vars(model).values() if isinstance(t, type) and (attrs.has(t) or issubclass(t, Enum))
    }
    assert classes <= NAMES.keys()
    raised = {n for n, t in vars(errors).items() if isinstance(t, type) and issubclass(t, Exception)}
    assert raised <= NAMES.keys()


def test_star_import() -> None:
    space: dict[str, object] = {}
    exec("from kz_upr import *", space)  # noqa: S102
    assert NAMES.keys() - {"__version__"} <= space.keys()
    assert space["load_review"] is kz_upr.load_review


def test_dir_has_every_name() -> None:
    assert NAMES.keys() <= set(dir(kz_upr))


def test_the_readers_are_there_without_an_import() -> None:
    assert kz_upr.documents is importlib.import_module("kz_upr.documents")
    for name in public_names(kz_upr.documents):
        assert inspect.getdoc(getattr(kz_upr.documents, name)), name


PUBLIC_CLASSES = {
    thing.__name__: thing
    for module in (kz_upr, kz_upr.documents)
    for name in dir(module)
    if isinstance(thing := getattr(module, name), type) and attrs.has(thing) and not inspect.isabstract(thing)
}


@pytest.mark.parametrize("cls", PUBLIC_CLASSES.values(), ids=PUBLIC_CLASSES)
def test_values_of_public_classes_are_given_by_name_and_never_change(cls: type) -> None:
    """So that a field can be added later without breaking a user's program."""
    with pytest.raises(TypeError, match=r"takes 1 positional argument but 2 were given"):
        cls("something")
    thing: object = object.__new__(cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(thing, next(iter(attrs.fields_dict(cls))), None)


@pytest.mark.parametrize("name", ["load_reviw", "no_such_name", "_private_and_absent", "__all_names__"])
def test_a_name_that_does_not_exist(name: str) -> None:
    with pytest.raises(AttributeError, match=f"^module 'kz_upr' has no attribute '{name}'$"):
        getattr(kz_upr, name)
    assert not hasattr(kz_upr, name)
    with pytest.raises(ImportError, match=f"^cannot import name '{name}' from 'kz_upr'"):
        exec(f"from kz_upr import {name}", {})  # noqa: S102


PROGRAM = """\
import kz_upr
from kz_upr import load_reviw
kz_upr.load_reviews
kz_upr.load_reviw()
kz_upr.documents.read_report
kz_upr.load_review().dat
"""


def test_a_type_checker_finds_misspelt_names(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    shutil.copytree(HOME / "kz_upr", tmp_path / "kz_upr", ignore=shutil.ignore_patterns("__pycache__", "editions"))
    process = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--cache-dir=cache", "--config-file=", "--no-error-summary"),
            *("--follow-imports=silent", "program.py"),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=300,
    )
    assert process.stdout.splitlines() == [
        'program.py:2: error: Module "kz_upr" has no attribute "load_reviw"; maybe "load_review"?  [attr-defined]',
        'program.py:4: error: Module has no attribute "load_reviw"; maybe "load_review"?  [attr-defined]',
        'program.py:6: error: "Review" has no attribute "dat"; maybe "date"?  [attr-defined]',
    ], process.stderr
    assert process.returncode == 1
