"""Directives for the page on the architecture, and its picture.

.. rooms::              the modules from top to bottom, with their first lines and sizes
.. way:: load_review    the modules that a call goes through, from top to bottom
"""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import trace_call
from attrs import frozen
from generated import Generated, table
from house import ROOT, modules
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch
from matplotlib.path import Path as Curve


class Rooms(Generated):
    """A package comes with the lines of all its modules, and before them."""

    def lines(self) -> Iterator[str]:
        rows = []
        for module in modules():
            inside = [other.lines for other in modules() if other.name.startswith(f"{module.name}.")]
            room, _, rest = module.short.partition(".")
            name = f"``.{rest}``" if rest else f"**{room}**"
            lines = module.lines if module.name == ROOT else module.lines + sum(inside)
            rows.append((name, str(lines), module.purpose))
        yield from table(("Module", "Lines", "What it holds"), rows, "27 10 63", "rooms")


class Way(Generated):
    """Each module with the function or class by which the call enters it."""

    required_arguments = 1
    optional_arguments = 0

    def lines(self, call: str) -> Iterator[str]:
        # in a process of its own, in which nothing has been loaded before
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
            steps = process.submit(trace_call.steps, call).result()
        order = [module.name for module in modules()]
        steps.sort(key=lambda step: order.index(step[0]))
        yield from (".. container:: way", "")
        yield from (f"   #. ``{module.removeprefix(f'{ROOT}.')}``: ``{entry}``" for module, entry in steps)
        yield ""


@frozen
class Arcs:
    """Every import as an arc from the module that imports to the module that it imports."""

    arrows: tuple[tuple[int, int], ...]
    names: tuple[str, ...]

    @property
    def caption(self) -> str:
        """How many there are, and which way they point."""
        up = sum(imported < importer for importer, imported in self.arrows)
        return (
            f"Every import, as an arc from the importing module to the imported one: {len(self.arrows)} arcs between "
            f"{len(self.names)} modules, {f'{up} of which point up' if up else 'all of which point down'}."
        )

    @property
    def alt(self) -> str:
        """The picture in words."""
        return f"Arc diagram. {self.caption} The modules stand in the order of the table."

    def figure(self) -> Figure:
        """The modules as a column of names, the arcs beside it."""
        count = len(self.names)
        figure = Figure(figsize=(5.4, 0.16 * count))
        axes = figure.add_axes((0.42, 0, 0.58, 1))
        axes.set_axis_off()
        axes.set_ylim(count - 0.5, -0.5)
        axes.set_xlim(0, 1)
        for place, name in enumerate(self.names):
            style = {"ha": "right", "va": "center", "fontsize": 8, "weight": "normal" if "." in name else "bold"}
            axes.annotate(name, (0, place), (-4, 0), textcoords="offset points", **style)
        for start, end in self.arrows:
            reach = 0.06 + 1.25 * abs(end - start) / count
            curve = Curve([(0, start), (reach, start), (reach, end), (0, end)], [1, 4, 4, 4])
            style = {"color": "#0072b2" if end > start else "#d55e00", "alpha": 0.35, "linewidth": 0.7}
            axes.add_patch(FancyArrowPatch(path=curve, arrowstyle="-|>", mutation_scale=5, **style))
        return figure


def imports() -> Arcs:
    """The imports of the package."""
    places = {module.name: place for place, module in enumerate(modules())}
    arrows = [(places[module.name], places[name]) for module in modules() for name in module.imports]
    return Arcs(tuple(sorted(arrows)), tuple(module.short for module in modules()))
