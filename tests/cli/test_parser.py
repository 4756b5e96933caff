"""Options before and after the sub-command, and the help."""

import pytest

from .conftest import RunMain

COMMANDS = (
    "show",
    "recommendations",
    "statements",
    "search",
    "cite",
    "export",
    "discrepancies",
    "check",
    "complete",
    "editions",
)


def test_options_before_or_after_the_command(run: RunMain) -> None:
    assert run("--cycle", "2").out == run("show", "--cycle", "2").out
    assert run("--cycle", "2", "recommendations").out == run("recommendations", "--cycle", "2").out
    assert run("show").out == run().out


def test_help_lists_every_command(run: RunMain) -> None:
    text = run("--help").out
    assert all(f"    {command} " in text for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command(run: RunMain, command: str) -> None:
    result = run(command, "--help")
    assert result.status == 0
    assert result.err == ""
    assert result.out.startswith(f"usage: kz-upr {command} ")
