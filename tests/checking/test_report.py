"""The result of a check, as a value and as text."""

import pytest

from kz_upr import ReadingWarning, WarningKind
from kz_upr.checking.report import CheckReport, Finding


def finding(aspect: str = "numbers", where: str = "1.1", **about: str | None) -> Finding:
    told: dict[str, str | None] = {"ours": "1.1", "theirs": "1.1", **about}
    return Finding(aspect=aspect, where=where, document="A/HRC/99/1", ours=told["ours"], theirs=told["theirs"])


AGREES = finding()
DIFFERS = finding("States", ours="FRA", theirs="PER")


def report(*findings: Finding, **about: object) -> CheckReport:
    told: dict[str, object] = {"review": "FJI-3", "edition": None, "findings": findings, **about}
    return CheckReport(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("findings", "true"),
    [((AGREES,), True), ((AGREES, AGREES), True), ((AGREES, DIFFERS), False), ((DIFFERS,), False), ((), False)],
    ids=["agrees", "agree", "one differs", "differs", "nothing compared"],
)
def test_a_report_is_true_if_something_was_compared_and_nothing_differs(
    findings: tuple[Finding, ...], true: bool
) -> None:
    assert bool(report(*findings)) is true


def test_findings_are_agreements_or_differences() -> None:
    found = report(AGREES, DIFFERS)

    assert (found.agreements, found.differences) == ((AGREES,), (DIFFERS,))
    assert (AGREES.agrees, DIFFERS.agrees) == (True, False)
    assert repr(found) == "<CheckReport FJI-3: 1 agreements, 1 differences>"


def test_the_text_counts_each_aspect_and_shows_every_difference() -> None:
    missing, added = finding(where="1.2", theirs=None), finding(where="1.3", ours=None)
    warning = ReadingWarning(kind=WarningKind.UNREAD, code="lamp", place="para. 1", message="a lamp is out")
    found = report(AGREES, finding("States"), missing, added, edition="2026.11", warnings=(warning,))

    assert str(found).splitlines() == [
        "FJI-3, edition 2026.11: 2 agreements, 2 differences",
        "  A/HRC/99/1, numbers: 3 compared, 2 differ",
        "  A/HRC/99/1, States: 1 compared, all agree",
        "- 1.2, numbers: 1.1 in the data, nothing in A/HRC/99/1",
        "- 1.3, numbers: nothing in the data, 1.1 in A/HRC/99/1",
        "Note: a lamp is out",
    ]


def test_the_text_of_a_check_that_compared_nothing() -> None:
    assert str(report()) == "FJI-3: 0 agreements, 0 differences\n  nothing could be compared"
    assert "nothing could be compared" not in str(report(AGREES))


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (0, None),
        (1, "Not held, according to the coverage: 1 (1.1)"),
        (8, "Not held, according to the coverage: 8 (1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8)"),
        (9, "Not held, according to the coverage: 9 (1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, …)"),
    ],
)
def test_of_many_numbers_that_are_not_held_eight_are_shown(number: int, line: str | None) -> None:
    found = str(report(AGREES, not_held=tuple(f"1.{item}" for item in range(1, number + 1)))).splitlines()

    assert found[2:] == ([line] if line else [])
