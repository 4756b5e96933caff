"""The bar charts of the page of questions: the numbers, from the data, and how they are drawn."""

from attrs import frozen
from matplotlib.figure import Figure

import kz_upr

EDITION = "2026.11"  # that of the page; a later edition may have other numbers
# Blue and orange, which people with any colour vision tell apart (Okabe and Ito, “Color Universal Design”, 2008), and
# the colour of a word on each of them.
COLOURS = (("#0072b2", "white"), ("#e69f00", "black"))
WIDTH, LINE, GAP = 5.4, 0.22, 0.6  # inches, inches, lines


@frozen
class Row:
    """A label, the values of the two series, and what is written at the end of the bar or of each bar."""

    label: str
    values: tuple[float, float]
    said: tuple[str, ...]


@frozen
class Chart:
    """Two series of horizontal bars, one above the other or, where a row says one thing of both, end to end."""

    caption: str
    series: tuple[str, str]
    rows: tuple[Row, ...]

    @property
    def alt(self) -> str:
        """The chart in words, with every number in it."""
        rows = "; ".join(f"{row.label}: {' and '.join(row.said)}" for row in self.rows)
        return f"Bar chart. {self.caption} First {self.series[0]}, then {self.series[1]}. {rows}."

    def figure(self) -> Figure:
        """The chart as a picture. Heights are in lines, and the first row is on top."""
        joined = len(self.rows[0].said) == 1
        beside = all(len(row.label) < 12 for row in self.rows)
        step = (1 if joined else 2) + (not beside) + GAP
        height = step * len(self.rows)
        figure = Figure(figsize=(WIDTH, LINE * height))
        axes = figure.add_axes((0.17, 0, 0.83, 1) if beside else (0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_ylim(height - 0.5 - GAP / 2, -0.5 - GAP / 2)
        axes.set_xlim(0, 1.18 * max(sum(row.values) if joined else max(row.values) for row in self.rows))

        def write(text: str, x: float, y: float, shift: float, align: str = "left", color: str = "black") -> None:
            axes.annotate(text, (x, y), (shift, 0), textcoords="offset points", va="center", ha=align, color=color)

        for place, row in enumerate(self.rows):
            write(row.label, 0, step * place, *((-6, "right") if beside else (1,)))
        for series, (name, (colour, ink)) in enumerate(zip(self.series, COLOURS, strict=True)):
            bars = axes.barh(
                [step * place + (not beside) + (0 if joined else series) for place in range(len(self.rows))],
                [row.values[series] for row in self.rows],
                left=[row.values[0] if joined and series else 0 for row in self.rows],
                height=0.92,
                color=colour,
            )
            if series or not joined:
                axes.bar_label(bars, [row.said[-1 if joined else series] for row in self.rows], padding=4)
            longest = max(bars, key=lambda bar: bar.get_width())
            write(name, longest.get_x(), longest.get_y() + 0.46, 6, color=ink)
        return figure


def themes_by_review(most: int = 12) -> Chart:
    """The themes of 2010 and 2014, those with the largest shares first."""
    reviews = kz_upr.load_reviews(edition=EDITION)[:2]
    counts = [kz_upr.count_by(review.recommendations, "theme") for review in reviews]
    totals = [len(review.recommendations) for review in reviews]
    shares = {
        theme: tuple(100 * count.get(theme, 0) / total for count, total in zip(counts, totals, strict=True))
        for theme in {**counts[0], **counts[1]}
    }
    chosen = sorted(shares, key=lambda theme: (-sum(shares[theme]), theme.id))[:most]
    return Chart(
        "Recommendations that concern a theme, in per cent of all; one may concern several.",
        (f"2010 ({totals[0]} recommendations)", f"2014 ({totals[1]} recommendations)"),
        tuple(
            Row(_label(theme), shares[theme], tuple(f"{share:.0f} %" for share in shares[theme])) for theme in chosen
        ),
    )


def answers_by_action() -> Chart:
    """The positions of 2014 by verb."""
    return _answers("action", "Recommendations of 2014 supported, of all with the verb.")


def answers_by_theme(least: int = 8) -> Chart:
    """The positions of 2014 by theme, for themes that are not rare."""
    caption = f"Recommendations of 2014 supported, of all that concern the theme; themes with {least} or more."
    return _answers("theme", caption, least)


def _answers(key: kz_upr.CountKey, caption: str, least: int = 1) -> Chart:
    recommendations = kz_upr.load_review(2, edition=EDITION).recommendations
    supported = kz_upr.count_by(kz_upr.select(recommendations, position="supported"), key)
    counts = [
        (_label(thing), supported.get(thing, 0), total)
        for thing, total in kz_upr.count_by(recommendations, key).items()
        if total >= least
    ]
    counts.sort(key=lambda count: (-count[1] / count[2], -count[2], count[0]))
    return Chart(
        caption,
        ("supported", "noted"),
        tuple(Row(label, (yes, total - yes), (f"{yes} of {total}",)) for label, yes, total in counts),
    )


def _label(thing: object) -> str:
    """The name without what the Index adds in brackets, which leaves the picture."""
    return str(thing).partition(" (")[0]
