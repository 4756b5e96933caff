"""Every page is plain text of at most 80 columns; headings are bold at a terminal."""

import pytest

from kz_upr.cli.layout import ordinal, ordinal_word

from .conftest import RunMain, printed_at_terminal

PAGES: list[tuple[str, ...]] = [
    (),
    ("show",),
    ("--cycle", "1"),
    ("show", "--cycle", "2"),
    ("show", "--cycle", "4"),
    ("show", "--edition", "2025.4"),
    ("recommendations",),
    ("recommendations", "139.124"),
    ("recommendations", "139.2"),
    ("recommendations", "--cycle", "2"),
    ("recommendations", "--cycle", "1", "--state", "Nigeria"),
    ("recommendations", "--cycle", "4"),
    ("statements",),
    ("statements", "lawyers"),
    ("statements", "no-such-word"),
    ("statements", "--cycle", "2"),
    ("statements", "--speaker", "Kazakhstan", "--setting", "Council"),
    ("statements", "--edition", "2025.4"),
    ("search", "death", "penalty", "--all-reviews"),
    ("search", "zzzz"),
    ("search", "--help"),
    ("discrepancies", "--cycle", "4"),
    ("editions",),
    ("editions", "2025.4", "2026.11"),
    ("--help",),
    ("recommendations", "--help"),
    ("export", "--help"),
    ("cite", "--help"),
    ("discrepancies",),
    ("check", "--help"),
    ("complete", "--help"),
    ("verify", "--help"),
]


@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_plain_text_of_80_columns(run: RunMain, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.status == 0, result.err
    assert result.err == ""
    assert result.out.endswith("\n")
    assert "\x1b" not in result.out
    assert "\t" not in result.out
    lines = result.out.split("\n")
    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []
    assert "None" not in result.out
    assert "<" not in result.out


def test_bold_only_at_a_terminal() -> None:
    page = ("show", "--edition", "2025.4")
    assert b"\x1b[1m" in printed_at_terminal(*page, TERM="xterm")
    assert b"\x1b" not in printed_at_terminal(*page, NO_COLOR="1")
    assert b"\x1b" not in printed_at_terminal(*page, TERM="dumb")


def test_ordinals() -> None:
    for ending, numbers in {
        "st": (1, 21, 101),
        "nd": (2, 22, 122),
        "rd": (3, 43, 103),
        "th": (4, 11, 12, 13, 20, 111, 112, 113),
    }.items():
        assert [ordinal(number) for number in numbers] == [f"{number}{ending}" for number in numbers]


def test_ordinal_words() -> None:
    assert [ordinal_word(number) for number in range(1, 7)] == ["first", "second", "third", "fourth", "fifth", "6th"]
