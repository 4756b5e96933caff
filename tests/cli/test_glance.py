"""``kz-upr show``: one review at a glance."""

import kz_upr

from .conftest import RunMain


def test_the_review_of_2019(run: RunMain) -> None:
    page = run().words
    for part in (
        "Kazakhstan, third cycle",
        "7 November 2019",
        "34th session",
        "Geneva",
        "Marat Beketayev",
        "Supreme Court",
        "Human Rights Commission under the President",
        "245 received, 214 supported, 31 noted",
        f"{len(kz_upr.load_review().recommendations)} of 245",
        "decision 43/109 of 12 March 2020",
        "31st meeting",
        "Estonia",
        "Alliance Defending Freedom",
        "Cite as",
        "A/HRC/43/10",
        "edition 2026.11",
        kz_upr.__version__,
    ):
        assert part in page, part


def test_what_the_press_release_alone_says(run: RunMain) -> None:
    page = run("--edition", "2025.4").out
    assert "M. Beketayev" in page
    for absent in ("34th", "245", "214", "43/109", "A/HRC"):
        assert absent not in page
