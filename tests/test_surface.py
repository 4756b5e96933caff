"""The public names: one list for readers, type checkers and ``dir()``."""

import ast
import importlib
import inspect
from pathlib import Path

import pytest

import kz_upr

TREE = ast.parse(Path(kz_upr.__file__).read_text(encoding="utf-8"))


def type_checking_imports() -> dict[str, str]:
    """Every name that type checkers see, with the module it comes from."""
    (block,) = (
        node
        for node in TREE.body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    )
    found: dict[str, str] = {}
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        assert node.module is not None
        for alias in node.names:
            assert alias.asname == alias.name, f"{alias.name}: an import without `as` is private to type checkers"
            found[alias.name] = node.module
    return found


def test_type_checkers_and_programs_see_the_same_names() -> None:
    named = {name: f"kz_upr.{home}" for name, home in kz_upr._HOME_OF.items()}
    assert type_checking_imports() == {**named, "documents": "kz_upr"}


def test_no_name_has_two_homes() -> None:
    names = [name for names in kz_upr._HOMES.values() for name in names]
    assert len(names) == len(set(names))
    assert all(list(names) == sorted(names) for names in kz_upr._HOMES.values())


def test_dir_and_all_are_the_surface() -> None:
    assert set(dir(kz_upr)) == set(kz_upr.__all__) == {*type_checking_imports(), "__version__", "DATA_EDITION"}
    assert len(kz_upr.__all__) == len(set(kz_upr.__all__))


@pytest.mark.parametrize("name", sorted(kz_upr._HOME_OF))
def test_every_name_is_there_and_explained(name: str) -> None:
    thing = getattr(kz_upr, name)
    assert thing is getattr(importlib.import_module(f"kz_upr.{kz_upr._HOME_OF[name]}"), name)
    if inspect.isclass(thing) or inspect.isfunction(thing):
        assert thing.__module__.startswith("kz_upr")
        assert inspect.getdoc(thing)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'kz_upr' has no attribute 'no_such_name'"):
        kz_upr.no_such_name  # type: ignore[attr-defined]  # noqa: B018
    assert not hasattr(kz_upr, "_private_and_absent")


def test_star_import() -> None:
    space: dict[str, object] = {}
    exec("from kz_upr import *", space)  # noqa: S102
    assert set(kz_upr.__all__) <= space.keys()


# -- arrows point one way --------------------------------------------------------------------------

ORDER = (
    "errors",
    "bundle",
    "model",
    "states",
    "parsing",
    "conversion",
    "loading",
    "queries",
    "citing",
    "searching",
    "exporting",
    "comparing",
    "documents",
    "checking",
    "cli",
    "__main__",
)


def imported(path: Path) -> set[str]:
    """The package's own modules that a module imports at its top, by the first name below the package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kz_upr":
            below = node.module.split(".")[1:2]
            found.update(below or [alias.name for alias in node.names])
    return found & set(ORDER)


def test_no_module_imports_one_to_its_right() -> None:
    package = Path(kz_upr.__file__).parent
    for path in package.rglob("*.py"):
        place = path.relative_to(package).parts
        name = place[0].removesuffix(".py")
        if name == "__init__":
            continue
        assert name in ORDER, f"{name} has no place in the order of modules"
        later = set(ORDER[ORDER.index(name) + 1 :])
        assert not imported(path) & later, path


def test_the_model_imports_attrs_and_the_standard_library_alone() -> None:
    for path in (Path(kz_upr.__file__).parent / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for name in names:
                assert not name.startswith("kz_upr") or name.startswith("kz_upr.model"), path
                assert name.split(".")[0] not in ("cattrs", "importlib_resources"), path
