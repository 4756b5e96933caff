"""The pictures of the documentation, which its build draws. ``nox -s docs`` runs these tests."""

import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kz_upr
from conftest import rows
from kz_upr import Recommendation, Review, Theme

pytest.importorskip("grimp")
pytest.importorskip("matplotlib")
pytest.importorskip("sphinx")

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CHARTS = ("themes_by_review", "answers_by_action", "answers_by_theme")
OTHERS = ("architecture.imports", "heatmaps.who_asks_for_what", "heatmaps.who_to_whom")


@pytest.fixture(scope="module", autouse=True)
def _extensions() -> Iterator[None]:
    sys.path.insert(0, str(DOCS / "_ext"))
    yield
    sys.path.remove(str(DOCS / "_ext"))


@pytest.fixture(params=CHARTS)
def chart(request: pytest.FixtureRequest) -> Any:
    return getattr(importlib.import_module("charts"), request.param)()


@pytest.fixture(params=[*(f"charts.{name}" for name in CHARTS), *OTHERS])
def drawn(request: pytest.FixtureRequest) -> Any:
    module, _, name = request.param.rpartition(".")
    return getattr(importlib.import_module(module), name)()


def widths(chart: Any) -> dict[str, tuple[float, float]]:
    """The widths of the two bars of every row, by its label."""
    bars = chart.figure().axes[0].containers
    pairs = zip(*([bar.get_width() for bar in series] for series in bars), strict=True)
    return dict(zip((row.label for row in chart.rows), pairs, strict=True))


def shown(theme: Theme) -> str:
    """The label without its remark in brackets."""
    return re.sub(r" \(.*", "", theme.label)


def named(recommendation: Recommendation, key: str) -> set[str]:
    if key == "action":
        return {str(action) for clause in recommendation.clauses for action in clause.actions}
    return {shown(theme) for clause in recommendation.clauses for theme in clause.themes}


@pytest.mark.parametrize(
    ("name", "key", "least"), [("answers_by_action", "action", 1), ("answers_by_theme", "theme", 8)]
)
def test_bars_are_the_answers_in_the_data(name: str, key: str, least: int) -> None:
    counts: dict[str, tuple[int, int]] = {}
    for recommendation in kz_upr.load_review(2, edition="2026.11").recommendations:
        for label in named(recommendation, key):
            supported, noted = counts.get(label, (0, 0))
            yes = recommendation.position == "supported"
            counts[label] = (supported + yes, noted + (not yes))

    assert widths(getattr(importlib.import_module("charts"), name)()) == {
        label: count for label, count in counts.items() if sum(count) >= least
    }


def test_bars_are_the_shares_of_themes_in_the_data() -> None:
    reviews = kz_upr.load_reviews(edition="2026.11")[:2]

    def share(review: Review, label: str) -> float:
        return 100 * sum(label in named(r, "theme") for r in review.recommendations) / len(review.recommendations)

    labels = {shown(theme) for theme in kz_upr.list_themes()}
    shares = {label: tuple(share(review, label) for review in reviews) for label in labels}
    bars = widths(importlib.import_module("charts").themes_by_review())

    assert len(bars) == 12
    assert {label: pytest.approx(pair) for label, pair in shares.items() if label in bars} == bars
    assert min(map(sum, bars.values())) >= max(sum(shares[label]) for label in labels - bars.keys())


def test_numbers_at_the_bars_are_their_widths(chart: Any) -> None:
    bars = widths(chart)

    for row in chart.rows:
        numbers = [int(number) for words in row.said for number in re.findall(r"\d+", words)]
        first, second = bars[row.label]
        assert numbers == ([first, first + second] if len(row.said) == 1 else [round(first), round(second)])


def test_the_description_has_every_text(chart: Any) -> None:
    """For readers who do not see the picture."""
    written = [text.get_text() for text in chart.figure().axes[0].texts]

    assert len(written) > len(chart.rows)
    assert [text for text in written if text not in chart.alt] == []


def counts(name: str) -> list[dict[str, str]]:
    return rows(DOCS / "demands" / f"{name}.csv")


def test_cells_are_the_demands_in_a_report() -> None:
    heatmaps = importlib.import_module("heatmaps")
    cells = dict(heatmaps.who_to_whom().rows)
    places = {group: place for place, group in enumerate(heatmaps.GROUPS)}

    assert len(counts("groups")) == 25
    for row in counts("groups"):
        name = heatmaps.GROUPS[row["from"]].replace("-\n", "-").replace("\n", " ")
        assert cells[name][places[row["to"]]] == pytest.approx(int(row["demands"]) / int(row["reports"]))


def test_cells_are_the_shares_of_subjects() -> None:
    heatmaps = importlib.import_module("heatmaps")
    cells = dict(heatmaps.who_asks_for_what().rows)
    places = {group: place for place, group in enumerate(heatmaps.GROUPS)}
    answers: dict[str, list[int]] = {}
    for row in counts("topics"):
        share = 100 * int(row["naming"]) / int(row["demands"])
        assert cells[row["topic"]][places[row["from"]]] == pytest.approx(share)
        total = answers.setdefault(row["topic"], [0, 0])
        total[0] += int(row["supported"])
        total[1] += int(row["supported"]) + int(row["noted"])

    assert {topic: shares[-1] for topic, shares in cells.items()} == {
        topic: pytest.approx(100 * supported / answered) for topic, (supported, answered) in answers.items()
    }


@pytest.mark.parametrize("name", ["who_to_whom", "who_asks_for_what"])
def test_every_number_of_a_table_is_written_and_described(name: str) -> None:
    table = getattr(importlib.import_module("heatmaps"), name)()
    written = [text.get_text() for text in table.figure().axes[0].texts]

    assert len(written) == len(table.columns) + sum(1 + len(values) for _, values in table.rows)
    for label, values in table.rows:
        assert label in written
        assert f"{label}: " in table.alt
        assert all(f" {value:.0f}" in table.alt for value in values)


def test_nothing_is_outside_the_picture(drawn: Any) -> None:
    matplotlib = importlib.import_module("matplotlib")
    with matplotlib.rc_context(importlib.import_module("picture").STYLE):
        figure = drawn.figure()
        renderer = importlib.import_module("matplotlib.backends.backend_agg").FigureCanvasAgg(figure).get_renderer()
        paper = figure.bbox.padded(1)
        parts = [*figure.axes[0].texts, *figure.axes[0].patches]

        assert [part for part in parts if not covers(paper, part.get_window_extent(renderer))] == []


def covers(paper: Any, box: Any) -> bool:
    return bool(paper.x0 <= box.x0 <= box.x1 <= paper.x1 and paper.y0 <= box.y0 <= box.y1 <= paper.y1)


def test_a_picture_is_the_same_every_time_and_needs_no_other_file(drawn: Any) -> None:
    svg = importlib.import_module("picture").svg

    assert svg(drawn) == svg(drawn)
    assert not re.search(rb'href="(?!#)', svg(drawn))


def test_every_picture_is_on_a_page() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in DOCS.glob("*.md"))

    assert sorted(re.findall(r"\{picture\} (\S+)", pages)) == sorted([*map("charts.{}".format, CHARTS), *OTHERS])


def test_modules_are_in_the_order_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract.get("containers") == ["kz_upr"])
    names = importlib.import_module("architecture").imports().names
    rooms = [name for name in names if "." not in name and name != "kz_upr"]

    assert [room for layer in layers for room in sorted(re.split(r"[\s|]+", layer))] == rooms
    assert len(set(names)) == len(names)
