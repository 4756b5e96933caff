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
    "verify",
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


@pytest.mark.parametrize("arguments", [("dance",), ("--colour",), ("cite", "--style", "apa"), ("check",), ("search",)])
def test_an_invalid_option_is_told_in_one_line_without_the_usage(run: RunMain, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    line, end = result.err.split("\n")
    prog = f"kz-upr {arguments[0]}" if len(arguments) > 1 or arguments[0] in COMMANDS else "kz-upr"
    assert line.startswith(f"{prog}: error: ")
    assert line.endswith(f"; see {prog} --help")
    assert end == ""


def test_the_largest_limit(run: RunMain) -> None:
    assert run("search", "zzzz", "--limit", "999999999").out == "0 found.\n"
