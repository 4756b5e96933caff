"""Draw the pictures of the documentation from the data: ``python docs/_pictures.py``.

Plain bars as SVG, the same bytes at every run. The files stand in ``docs/pictures`` and a test compares them with what
the data gives, so a picture never tells another number than the package. They bring their own background, light or
dark, and tell the two series apart by filling, not by colour alone.
"""

import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from attrs import frozen

import kz_upr

FOLDER = Path(__file__).parent / "pictures"
EDITION = "2026.11"  # a later edition may tell more; the page speaks of this one
WIDTH, MARGIN, LINE, BAR = 520, 16, 20, 14

STYLE = """\
  .paper { fill: #ffffff; } .ink { fill: #1c1c1c; } .soft { fill: #555555; }
  .full { fill: #0b6380; stroke: #0b6380; } .open { fill: #ffffff; stroke: #0b6380; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #16181a; } .ink { fill: #ececec; } .soft { fill: #b4b4b4; }
    .full { fill: #5cc0de; stroke: #5cc0de; } .open { fill: #16181a; stroke: #5cc0de; }
  }
  text { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 13px; }
  .head { font-size: 15px; font-weight: 600; }"""


@frozen
class Row:
    """One label with two numbers, and the words at the end of the bar or of each bar."""

    label: str
    full: float
    open: float
    said: tuple[str, ...]


@frozen
class Picture:
    """Bars: ``stacked`` puts both numbers of a row into one bar; ``column`` 0 puts labels above the bars."""

    title: str
    told: str
    full: str
    open: str
    rows: tuple[Row, ...]
    stacked: bool
    column: int = 0

    def svg(self) -> str:
        """The picture."""
        drawn = list(self._rows(start := MARGIN + 58))
        height = start + len(self.rows) * self._row_height + MARGIN
        key_y = MARGIN + 38
        second = MARGIN + 20 + 8 * len(self.full) + 24
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
                f'height="{height}" role="img" aria-labelledby="title desc">',
                f'<title id="title">{escape(self.title)}</title>',
                f'<desc id="desc">{escape(self._described())}</desc>',
                f"<style>\n{STYLE}\n</style>",
                f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
                f'<text class="ink head" x="{MARGIN}" y="{MARGIN + 14}">{escape(self.title)}</text>',
                *_key(MARGIN, key_y, "full", self.full),
                *_key(second, key_y, "open", self.open),
                *drawn,
                "</svg>\n",
            ]
        )

    @property
    def _row_height(self) -> int:
        bars = 1 if self.stacked else 2
        return (0 if self.column else LINE) + bars * (BAR + 3) + 7

    def _described(self) -> str:
        return f"{self.told} " + "; ".join(f"{row.label}: {', '.join(row.said)}" for row in self.rows) + "."

    def _rows(self, y: int) -> Iterator[str]:
        x = MARGIN + self.column
        longest = max(len(words) for row in self.rows for words in row.said)
        most = max(row.full + row.open if self.stacked else max(row.full, row.open) for row in self.rows)
        scale = (WIDTH - MARGIN - 10 - 7.2 * longest - x) / most
        for row in self.rows:
            yield f'<text class="ink" x="{MARGIN}" y="{y + (12 if self.column else 14)}">{escape(row.label)}</text>'
            top = y if self.column else y + LINE
            if self.stacked:
                edge = x + row.full * scale
                yield from _bar("full", x, top, row.full * scale)
                yield from _bar("open", edge, top, row.open * scale)
                yield _end(edge + row.open * scale, top, row.said[0])
            else:
                for kind, value, words in (("full", row.full, row.said[0]), ("open", row.open, row.said[1])):
                    yield from _bar(kind, x, top, value * scale)
                    yield _end(x + value * scale, top, words)
                    top += BAR + 3
            y += self._row_height


def _bar(kind: str, x: float, y: float, width: float) -> Iterator[str]:
    if width:
        yield f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="{BAR}"/>'


def _end(x: float, y: float, words: str) -> str:
    return f'<text class="soft" x="{x + 6:.1f}" y="{y + 12}">{escape(words)}</text>'


def _key(x: int, y: int, kind: str, words: str) -> Iterator[str]:
    yield from _bar(kind, x, y - 12, 14)
    yield f'<text class="ink" x="{x + 20}" y="{y}">{escape(words)}</text>'


def pictures() -> dict[str, str]:
    """The files by name."""
    first, second, *_ = kz_upr.load_reviews(edition=EDITION)
    return {
        "topics-by-review.svg": _topics_by_review(first, second).svg(),
        "answers-by-action.svg": _answers_by_action(second).svg(),
        "answers-by-topic.svg": _answers_by_topic(second).svg(),
    }


def _topics_by_review(first: kz_upr.Review, second: kz_upr.Review, most: int = 12) -> Picture:
    before, after = (kz_upr.count_by(review.recommendations, "topic") for review in (first, second))
    of = len(first.recommendations), len(second.recommendations)
    share = {t: (before.get(t, 0) / of[0], after.get(t, 0) / of[1]) for t in {**before, **after}}
    chosen = sorted(share, key=lambda topic: (-sum(share[topic]), topic.code))[:most]
    return Picture(
        title="What the recommendations are about",
        told="Recommendations that touch a topic, in per cent of all; one may touch several.",
        full=f"2010 ({of[0]})",
        open=f"2014 ({of[1]})",
        rows=tuple(
            Row(_label(topic), *share[topic], tuple(f"{100 * part:.0f} %" for part in share[topic])) for topic in chosen
        ),
        stacked=False,
    )


def _answers_by_action(review: kz_upr.Review) -> Picture:
    counts = _answers(review, "action")
    rows = sorted(counts.items(), key=lambda item: (-item[1][0] / sum(item[1]), -sum(item[1]), item[0]))
    return Picture(
        title="2014: the answer by the verb of the demand",
        told="Recommendations supported of all with that verb.",
        full="supported",
        open="noted",
        rows=tuple(_answer_row(action.value, *answer) for action, answer in rows),
        stacked=True,
        column=82,
    )


def _answers_by_topic(review: kz_upr.Review, least: int = 8) -> Picture:
    counts = _answers(review, "topic")
    chosen = [item for item in counts.items() if sum(item[1]) >= least]
    rows = sorted(chosen, key=lambda item: (-item[1][0] / sum(item[1]), -sum(item[1]), item[0].code))
    return Picture(
        title="2014: the answer by topic",
        told=f"Recommendations supported of all that touch the topic; topics with {least} or more.",
        full="supported",
        open="noted",
        rows=tuple(_answer_row(_label(topic), *answer) for topic, answer in rows),
        stacked=True,
    )


def _answers(review: kz_upr.Review, key: kz_upr.CountKey) -> dict[Any, tuple[int, int]]:
    asked = kz_upr.count_by(review.recommendations, key)
    supported = kz_upr.count_by(kz_upr.select(review.recommendations, position="supported"), key)
    return {thing: (supported.get(thing, 0), count - supported.get(thing, 0)) for thing, count in asked.items()}


def _answer_row(label: str, supported: int, noted: int) -> Row:
    return Row(label, supported, noted, (f"{supported} of {supported + noted}",))


def _label(topic: kz_upr.Topic) -> str:
    return f"{topic.code} {topic.label}"


def main(arguments: Sequence[str]) -> int:
    """Write the pictures; with ``--check`` only say whether they are what the data gives."""
    stale = [
        name
        for name, drawn in pictures().items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != drawn
    ]
    if "--check" in arguments:
        sys.stderr.writelines(f"{name} is not what the data gives: run python docs/_pictures.py\n" for name in stale)
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(pictures()[name], encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
