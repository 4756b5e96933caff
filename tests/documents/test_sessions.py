"""Sessions of the Working Group and cycles, in the forms in which heads and exports print them."""

import pytest

from kz_upr.documents.sessions import cycle_in, cycle_named, cycle_of_report, session_in, session_named

from effort import growth  # isort: skip


@pytest.mark.parametrize(
    "printed",
    [
        "34th session",
        "34 th Session",
        "thirty-fourth session",
        "Session 34",
        "session no. 34",
        "Session: 34. Cycle: 3",
        "34th UPR session",
        "34e session",
        "34th session of the Working Group, after the 43rd session of the Human Rights Council",
        "Human Rights Council, forty-third session; Working Group, 34th session",
    ],
)
def test_sessions_in_a_text(printed: str) -> None:
    assert session_in(f"UPR of Fiji ({printed})") == 34


@pytest.mark.parametrize(
    "printed", ["34", "in 2034", "3rd cycle", "34th session and 35th session", "forty-third session of the Council"]
)
def test_texts_that_name_no_session(printed: str) -> None:
    assert session_in(printed) is None


@pytest.mark.parametrize(
    "value", ["34", "- 34", "34.0", "34th", "S34", "2019 - 34", "34 (2019)", "thirty-fourth", "34, 4-15 November 2019"]
)
def test_values_that_are_a_session(value: str) -> None:
    assert session_named(value) == 34


@pytest.mark.parametrize("value", ["", "2019", "34; 35", "lamps", "November 2019"])
def test_values_that_are_no_session(value: str) -> None:
    assert session_named(value) is None


@pytest.mark.parametrize(
    "printed",
    ["3rd cycle", "Third Cycle", "cycle 3", "Cycle III", "3 rd UPR cycle", "Cycle 3 (34th session)", "3e cycle"],
)
def test_cycles_in_a_text(printed: str) -> None:
    assert cycle_in(f"UPR of Fiji – {printed}") == 3


@pytest.mark.parametrize("value", ["3", "- 3", "3.0", "third", "III", "Third cycle (2017-2022)"])
def test_values_that_are_a_cycle(value: str) -> None:
    assert cycle_named(value) == 3


@pytest.mark.parametrize("printed", ["", "lamps", "second cycle and third cycle", "the cycle of the lamps"])
def test_texts_that_name_no_cycle(printed: str) -> None:
    assert cycle_in(printed) is None


@pytest.mark.parametrize(
    ("symbol", "cycle"),
    [
        ("A/HRC/8/48", 1),
        ("A/HRC/14/10", 1),
        ("A/HRC/28/10", 2),
        ("A/HRC/43/10", 3),
        ("A/HRC/59/15", 4),
        ("A/HRC/99/1", None),
        ("A/HRC/WG.6/34/FJI/1", None),
        ("CEDAW/C/FJI/CO/1", None),
    ],
)
def test_the_cycle_of_a_report(symbol: str, cycle: int | None) -> None:
    assert cycle_of_report(symbol) == cycle


@pytest.mark.parametrize("unit", ["session ", "cycle ", "34 ", "thirty-", "a", " "])
def test_work_grows_with_the_text(unit: str) -> None:
    for read in (session_in, session_named, cycle_in, cycle_named):
        assert growth(lambda size, read=read: read(unit * size), 100) < 1.5  # type: ignore[misc]
