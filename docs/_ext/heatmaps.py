"""The pictures of the page on many documents: who recommends what to whom, from the counts in ``docs/demands``."""

import csv
from pathlib import Path

import numpy as np
from attrs import frozen
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

COUNTS = Path(__file__).parent.parent / "demands"
#: The regional groups in the order of the pictures, each as it is written there.
GROUPS = {
    "African States": "African",
    "Asia-Pacific States": "Asia-\nPacific",
    "Latin American and Caribbean States": "Latin Am.,\nCaribbean",
    "Eastern European States": "Eastern\nEuropean",
    "Western European and other States": "Western\nand other",
}
COLOURS = LinearSegmentedColormap.from_list("blues", ["#f2f7fb", "#6bb1d8", "#00609a"])  # blue as in the bar charts
WIDTH, HEAD = 5.4, 0.45  # inches
SMALL = 8.3  # points, for the heads of columns


@frozen
class HeatMap:
    """A table of numbers; the larger a number among all, or among those of its row, the darker its cell.

    The last column may be apart, without colour.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[float, ...]], ...]
    labels: float  # inches for the labels of the rows
    by_row: bool = False
    apart: bool = False
    height: float = 0.3  # inches for a row

    @property
    def alt(self) -> str:
        """The table in words, with every number in it."""
        heads = [_line(column) for column in self.columns]
        rows = (
            f"{label}: {', '.join(f'{head} {value:.0f}' for head, value in zip(heads, values, strict=True))}"
            for label, values in self.rows
        )
        return f"Table with coloured cells. {self.caption} {'; '.join(rows)}."

    def figure(self) -> Figure:
        """The table as a picture."""
        height = HEAD + self.height * len(self.rows)
        figure = Figure(figsize=(WIDTH, height))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(height, 0)
        coloured = len(self.columns) - self.apart
        values = np.array([values for _, values in self.rows])
        shares = values[:, :coloured] / values[:, :coloured].max(axis=1 if self.by_row else None, keepdims=True)
        step = (WIDTH - self.labels) / len(self.columns)
        columns = self.labels + step * np.arange(coloured + 1)
        rows = HEAD + self.height * np.arange(len(self.rows) + 1)
        axes.pcolormesh(columns, rows, shares, cmap=COLOURS, vmin=0, vmax=1, edgecolor="white", linewidth=2)
        for place, column in enumerate(self.columns):
            middle = self.labels + step * (place + 0.5)
            axes.text(middle, HEAD - 0.07, column, ha="center", va="bottom", linespacing=1.05, fontsize=SMALL)
        for row, (label, _) in enumerate(self.rows):
            middle = HEAD + self.height * (row + 0.5)
            axes.text(0, middle, label, va="center")
            for place, value in enumerate(values[row]):
                dark = place < coloured and shares[row, place] > 0.62
                style = {"ha": "center", "va": "center", "color": "white" if dark else "black"}
                axes.text(self.labels + step * (place + 0.5), middle + 0.01, f"{value:.0f}", **style)
        return figure


def _line(text: str) -> str:
    return text.replace("-\n", "-").replace("\n", " ")


def who_to_whom() -> HeatMap:
    """Demands in a report, by the groups of the States that make them and of the State under review."""
    counts = {(row["from"], row["to"]): int(row["demands"]) / int(row["reports"]) for row in _counts("groups")}
    return HeatMap(
        "Demands in a report, on average: from the States of a regional group (rows) to a State of a regional group "
        "(columns).",
        tuple(GROUPS.values()),
        tuple((_line(label), tuple(counts[source, target] for target in GROUPS)) for source, label in GROUPS.items()),
        labels=1.6,
    )


def who_asks_for_what() -> HeatMap:
    """The share of the demands of each group that name a subject, and the share of these that is supported."""
    counts = {(row["topic"], row["from"]): row for row in _counts("topics")}
    topics = dict.fromkeys(topic for topic, _ in counts)

    def share(topic: str, group: str) -> float:
        return 100 * int(counts[topic, group]["naming"]) / int(counts[topic, group]["demands"])

    def supported(topic: str) -> float:
        yes, no = (sum(int(counts[topic, group][answer]) for group in GROUPS) for answer in ("supported", "noted"))
        return 100 * yes / (yes + no)

    def western(topic: str) -> float:
        """The part of the Western States in it, against the African and Asia-Pacific States."""
        african, asian, _, _, of_the_west = (share(topic, group) for group in GROUPS)
        return of_the_west / (african + asian + of_the_west)

    return HeatMap(
        "How many of 100 demands of the States of a regional group name a subject; in a row, the darkest cell is the "
        "group that does so most often. Last, of 100 answered demands on the subject, how many are supported.",
        (*GROUPS.values(), "sup-\nported"),
        tuple(
            (topic, (*(share(topic, group) for group in GROUPS), supported(topic)))
            for topic in sorted(topics, key=western)
        ),
        labels=1.68,
        by_row=True,
        apart=True,
    )


def _counts(name: str) -> list[dict[str, str]]:
    with (COUNTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
