"""A directive for the themes: what each covers, where it ends, and how it is used.

.. theme-tables::       a table for each group of codes

Labels, codes and what a theme covers come from the data; where it ends, from docs/themes.toml, which has an entry for
every theme; the agreement of the two readers, from their codings in data/coding/.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generated import Generated, escape, section, table

import kz_upr
from kz_upr.messages import count

DOCS = Path(__file__).resolve().parent.parent
sys.path.append(str(DOCS.parent / "tools"))

import agreement

GROUPS = {
    "A": "Obligations, institutions and cooperation",
    "B": "Matters that cut across rights",
    "D": "Civil and political rights",
    "E": "Economic, social and cultural rights",
    "F": "Women, children, persons with disabilities",
    "G": "Minorities, migrants, refugees",
    "H": "Human rights defenders",
}
HEADER = ("Theme", "What it covers", "What it does not cover, and the Index", "Use and agreement")


class ThemeTables(Generated):
    def lines(self) -> Iterator[str]:
        limits = tomllib.loads((DOCS / "themes.toml").read_text(encoding="utf-8"))
        themes = kz_upr.list_themes()
        if missing := {theme.id for theme in themes} ^ limits.keys():
            raise ValueError(f"docs/themes.toml and the themes differ in {', '.join(sorted(missing))}")
        recommendations, points = _used()
        readings = _readings()
        main = {theme.id: theme.parents[0] if theme.parents else theme.id for theme in themes}
        letter = {theme.id: (theme.code or "")[:1] for theme in themes if not theme.parents}
        for group, title in GROUPS.items():
            yield from section(f"{group}: {title}", f"themes-{group.lower()}")
            rows = (
                (
                    _name(theme),
                    escape(theme.note or ""),
                    " ".join(filter(None, (_literals(limits[theme.id]), _older(theme)))),
                    f"{count(recommendations[theme.id], 'recommendation')}, {count(points[theme.id], 'point')}"
                    + _agreed(theme.id, readings),
                )
                for theme in themes
                if letter[main[theme.id]] == group
            )
            yield from table(HEADER, rows, "25 25 34 16")


def _name(theme: kz_upr.Theme) -> str:
    """Label, id and code; an issue stands out from the themes below it."""
    label = escape(theme.label)
    also = f", also under {', '.join(theme.parents[1:])}" if theme.parents[1:] else ""
    return f"{label if theme.parents else f'**{label}**'} ``{theme.id}``{f' {theme.code}' if theme.code else ''}{also}"


def _older(theme: kz_upr.Theme) -> str:
    return f"*Other labels: {escape('; '.join(theme.other_labels))}.*" if theme.other_labels else ""


def _literals(text: str) -> str:
    """Ids, which stand between backticks, as literals."""
    return "".join(f"``{part}``" if place % 2 else escape(part) for place, part in enumerate(text.split("`")))


def _used() -> tuple[Counter[str], Counter[str]]:
    """How many recommendations and how many points have each theme."""
    reviews = kz_upr.load_reviews()
    recommendations = (item for review in reviews for item in review.recommendations)
    points = (point for review in reviews for statement in review.statements for point in statement.points)
    return (
        Counter(theme.id for item in recommendations for theme in item.themes),
        Counter(theme.id for point in points for theme in point.themes),
    )


def _readings() -> list[tuple[set[str], set[str]]]:
    """The themes that each of the two readers gave to every clause and point."""
    pairs = []
    for path in sorted(agreement.CODING.glob("*.a.csv")):
        a, b = agreement.read(path), agreement.read(path.with_name(path.name.replace(".a.", ".b.")))
        pairs += [({*agreement.codes(a[key], "themes")}, {*agreement.codes(b[key], "themes")}) for key in a]
    return pairs


def _agreed(theme: str, readings: list[tuple[set[str], set[str]]]) -> str:
    given = [(theme in one, theme in other) for one, other in readings]
    both, either = sum(one and other for one, other in given), sum(one or other for one, other in given)
    return f"; both readers {both} of {either}, kappa {agreement.kappa(given):.2f}" if either else ""
