"""The modules of the package from top to bottom: their order, their first lines, their sizes, what they import.

The order is that of the contract in ``pyproject.toml``, which CI checks. Inside a package that the contract does not
order, a module comes before the modules that it imports.
"""

import ast
import importlib.util
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
from attrs import frozen

ROOT = "kz_upr"
PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


@frozen
class Module:
    """One module of the package.

    Attributes:
        name: Its full name.
        purpose: The first line of its docstring.
        lines: How many lines its file has.
        imports: The modules of the package that it imports, at the top or inside a function.
    """

    name: str
    purpose: str
    lines: int
    imports: frozenset[str]

    @property
    def short(self) -> str:
        """The name without that of the package."""
        return self.name.removeprefix(f"{ROOT}.")


@cache
def modules() -> tuple[Module, ...]:
    """Every module, from top to bottom."""
    graph = grimp.build_graph(ROOT, cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    names = list(_below(ROOT, imports))
    importers = [place for place, name in enumerate(names) if ROOT in imports[name]]
    names.insert(max(importers, default=-1) + 1, ROOT)  # the public names: below the command, which uses them
    return tuple(_module(name, frozenset(imports[name])) for name in names)


def _below(package: str, imports: dict[str, set[str]]) -> Iterator[str]:
    """The modules inside a package, each package before its own modules."""
    inside = sorted(name for name in imports if name.rpartition(".")[0] == package)
    layers = _contract().get(package)
    ordered = [name for layer in layers for name in sorted(layer)] if layers else _importers_first(inside, imports)
    for name in ordered:
        yield name
        yield from _below(name, imports)


def _importers_first(inside: list[str], imports: dict[str, set[str]]) -> list[str]:
    def part(name: str) -> str | None:
        return next((module for module in inside if f"{name}.".startswith(f"{module}.")), None)

    sorter: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(reversed(inside), ()))
    for importer, imported in sorted((a, b) for a, found in imports.items() for b in found):
        above, below = part(importer), part(imported)
        if above and below and above != below:
            sorter.add(above, below)
    return list(sorter.static_order())[::-1]


@cache
def _contract() -> dict[str, list[list[str]]]:
    """The layers of each package that the contract orders, with the full names of the modules in each."""
    contracts = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    return {
        package: [[f"{package}.{name.strip()}" for name in layer.split("|")] for layer in contract["layers"]]
        for contract in contracts
        if contract["type"] == "layers"
        for package in contract["containers"]
    }


def _module(name: str, imports: frozenset[str]) -> Module:
    spec = importlib.util.find_spec(name)
    source = Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""
    purpose = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]
    return Module(name, purpose, source.count("\n"), imports)
