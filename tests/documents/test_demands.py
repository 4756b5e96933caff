"""Cells with one numbered recommendation or several, and numbers that begin none."""

import pytest

from kz_upr.documents.demands import demands_in

from effort import growth  # isort: skip


@pytest.mark.parametrize(
    "between",
    ["; ", ";\n", ".", ". ", " ", "\n", "; and ", ", ", " / ", " • ", " - ", "; No. "],
)
@pytest.mark.parametrize("number", ["9.2 ", "9.2. ", "9.2) ", "9.2: ", "9.2 – "])
def test_the_next_recommendation_in_a_cell(between: str, number: str) -> None:
    found = demands_in(f"9.1 Paint it (Peru){between}{number}Light it (Togo);")

    assert found is not None
    assert [(number, wording.rstrip(".;")) for number, wording in found.numbered] == [
        ("9.1", "Paint it (Peru)"),
        ("9.2", "Light it (Togo)"),
    ]
    assert found.doubtful == ()


def test_the_first_of_the_next_paragraph() -> None:
    found = demands_in("9.40 Paint it (Peru); 10.1 Light it (Togo)")

    assert found is not None
    assert [number for number, _ in found.numbered] == ["9.40", "10.1"]


def test_numbers_of_one_paragraph_need_no_states() -> None:
    found = demands_in("9.1 Paint it ; 9.2 Light it; 9.3 Mend it ")

    assert found is not None
    assert found.numbered == (("9.1", "Paint it ;"), ("9.2", "Light it;"), ("9.3", "Mend it"))


@pytest.mark.parametrize(
    "wording",
    [
        "See also 9.2 (Peru);",
        "and 9.2 Paint it (Peru);",
        "; 9.2 Paint it (Peru);",
        "Paint it (Peru); 9.2 light it",
        "Paint it\n10.2 Light it",
    ],
)
def test_a_number_that_may_begin_another(wording: str) -> None:
    found = demands_in(f"9.1 {wording}")

    assert found is not None
    assert ([number for number, _ in found.numbered], len(found.doubtful)) == (["9.1"], 1)


@pytest.mark.parametrize("wording", ["Reach target 16.3 (Peru);", "Keep 9.2% dry (Peru);", "Keep 4.5 boats (Peru);"])
def test_numbers_of_other_things(wording: str) -> None:
    found = demands_in(f"9.1 {wording}")

    assert found is not None
    assert (found.numbered, found.doubtful) == ((("9.1", wording),), ())


def test_a_cell_without_a_number() -> None:
    assert demands_in("Paint it (Peru); 9.2 Light it (Togo);") is None
    assert demands_in("Paint them, all 7") is None


@pytest.mark.parametrize(
    "called",
    [
        "No. ",
        "№ ",
        "Nos. ",
        "(",
        "* ",
        "“",
        "Rec. ",
        "Recommendation ",
        "Recommendation No. ",
        "Paragraph ",
        "Para. ",
        "Recommendation No. 4, para. ",
    ],
)
def test_what_stands_before_the_first_number(called: str) -> None:
    found = demands_in(f"{called}9.21 Paint it (Peru);")

    assert found is not None
    assert found.numbered == (("9.21", "Paint it (Peru);"),)


@pytest.mark.parametrize("cell", ["Target 16.3 Paint it", "Recommendation", "SDG 16.3", "In 9.1 Paint it", "12 boats"])
def test_what_begins_with_something_else(cell: str) -> None:
    assert demands_in(cell) is None


@pytest.mark.parametrize("unit", ["9.1 ", "9.1 Paint (Peru); ", "8.1. Paint it. ", "\n8.1 Paint it"])
def test_work_grows_with_the_text(unit: str) -> None:
    assert growth(lambda size: demands_in("9.1 Paint it " + unit * size), 80) < 1.5


@pytest.mark.parametrize("unit", ["No. ", "para ", "(", "Recommendation ", " ", "1"])
def test_work_grows_with_what_stands_before(unit: str) -> None:
    assert growth(lambda size: demands_in(unit * size), 80) < 1.5
