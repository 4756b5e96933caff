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
        "Council: session 34",
        "Human Rights Council; 34th session",
        "Council of its 34th session",
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


@pytest.mark.parametrize("value", ["3", "- 3", "3.0", "third", "III", "Third cycle (2017-2022)"])
def test_values_that_are_a_cycle(value: str) -> None:
    assert cycle_named(value) == 3


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


@pytest.mark.parametrize(
    ("printed", "cycle"),
    [
        ("1er cycle", 1), ("premier cycle", 1), ("deuxième cycle", 2), ("troisième cycle", 3), ("quatrième cycle", 4),
        ("primer ciclo", 1), ("segundo ciclo", 2), ("tercer ciclo", 3), ("cuarto ciclo", 4), ("2.º ciclo", 2),
        ("cycle I", 1), ("cycle II", 2), ("cycle III", 3), ("cycle IV", 4), ("first cycle", 1), ("FOURTH CYCLE", 4),
        ("cycle n° 2", 2), ("CYCLE NO. 3", 3), ("cycle 0", None), ("zeroth cycle", None), ("second cycle, cycle 2", 2),
        ("3rd cycle", 3), ("Third Cycle", 3), ("cycle 3", 3), ("3 rd UPR cycle", 3), ("3e cycle", 3),
        ("Cycle 3 (34th session)", 3), ("Cycle III", 3), ("", None), ("lamps", None), ("the cycle of the lamps", None),
        ("second cycle and third cycle", None),
    ],
)  # fmt: skip
def test_cycles_in_the_languages_of_lists(printed: str, cycle: int | None) -> None:
    assert cycle_in(f"Fiji – {printed}") == cycle
    assert cycle_named(printed) == cycle


@pytest.mark.parametrize(
    ("council", "cycle"),
    [
        (7, None), (8, 1), (19, 1), (20, None), (21, 2), (34, 2), (35, None), (36, 3), (50, 3), (51, None), (52, 4),
        (65, 4), (66, None),
    ],
)  # fmt: skip
def test_the_sessions_of_the_council_of_each_cycle(council: int, cycle: int | None) -> None:
    """UPR Info lists which session of the Council took up the reports of which session of the Working Group."""
    assert cycle_of_report(f"A/HRC/{council}/10") == cycle
    assert cycle_of_report(f"A/HRC/{council}/10/Add.1") == cycle


@pytest.mark.parametrize(
    "printed",
    [
        "Council, forty-third session",
        "the Council at its forty-third session",
        "the Council's forty-third session",
        "43rd session of the Human Rights Council",
        "43rd session of the Council",
        "Council, session 43",
        "session 43 of the Human Rights Council",
        "no session",
        "0 session",
    ],
)
def test_sessions_of_the_council_are_others(printed: str) -> None:
    assert session_in(printed) is None
    assert session_in(f"{printed}; 34th session") == 34


@pytest.mark.parametrize(
    ("value", "session"),
    [("34; 34", 34), ("session 34 and session 34", 34), ("7", 7), ("- 07", 7), (" first.", 1), ("2019-11, 34", 34)],
)
def test_a_session_that_a_value_gives_in_some_form(value: str, session: int) -> None:
    assert session_named(value) == session
