"""Recommendations made from their wording, and what is odd in them."""

import pytest

from kz_upr import Citation, Evidence, ParsedClause, Recommendation, Source, SourceKind, parse_recommendation
from kz_upr.documents.assembling import number_inside, printed_recommendation, remarks_on_names, remarks_on_states
from kz_upr.reference import state_by_iso3

SOURCE = Source(id="a-hrc-99-1", kind=SourceKind.WORKING_GROUP_REPORT, title="Report")


def made(text: str, *clauses: ParsedClause, number: str = "9.1") -> Recommendation:
    citation = Citation(source=SOURCE, locator=f"para. {number}")
    return printed_recommendation("FJI-2", number, text, clauses or parse_recommendation(text), citation)


def demand(*codes: str) -> ParsedClause:
    states = tuple(map(state_by_iso3, codes))
    return ParsedClause(text="Light the lamps", states=states, states_as_printed=codes)


@pytest.mark.parametrize(
    ("count", "named"), [(1, "9.1"), (5, "9.1, 9.2, 9.3, 9.4, 9.5"), (6, "9.1, 9.2, 9.3, 9.4, 9.5")]
)
def test_a_warning_names_at_most_five_numbers(count: int, named: str) -> None:
    warning = number_inside("row 7", [f"9.{index}" for index in range(1, count + 1)])

    assert (warning.code, warning.place) == ("number-inside", "row 7")
    assert str(warning) == f"row 7: {named} inside the wording may be another recommendation"


def test_a_recommendation_has_its_number_and_its_clauses() -> None:
    found = made("Light the lamps (Peru, Togo) and paint the pier (Chad);")

    assert (found.id, found.number, found.evidence) == ("FJI-2-9.1", "9.1", Evidence.OFFICIAL_TEXT)
    assert [[state.iso3 for state in clause.states] for clause in found.clauses] == [["PER", "TGO"], ["TCD"]]
    assert found.official_text == "Light the lamps (Peru, Togo) and paint the pier (Chad);"
    assert (found.positions, found.tags, len(found.citations)) == ((), (), 1)


@pytest.mark.parametrize(
    ("clauses", "under_review", "codes"),
    [
        ([demand("PER")], "FJI", []),
        ([demand("PER")], None, []),
        ([demand("PER"), demand("TGO")], "FJI", []),
        ([demand()], "FJI", ["no-state"]),
        ([demand("PER"), demand()], "FJI", ["no-state"]),
        ([demand("FJI", "PER")], "FJI", ["own-state"]),
        ([demand("FJI", "PER")], None, []),
        ([demand("FJI"), demand()], "FJI", ["no-state", "own-state"]),
    ],
)
def test_what_is_odd_in_the_states(clauses: list[ParsedClause], under_review: str | None, codes: list[str]) -> None:
    state = state_by_iso3(under_review) if under_review else None

    assert [warning.code for warning in remarks_on_states([made("Light it", *clauses)], state)] == codes


def test_whether_one_demand_or_all_lack_a_state() -> None:
    some, none = made("Light it", demand("PER"), demand()), made("Light it", demand(), demand(), number="9.2")

    assert [str(warning) for warning in remarks_on_states([some, none])] == [
        "9.1 has a clause that names no State",
        "9.2 names no recognized State",
    ]


def test_names_that_are_misprinted_or_of_no_state() -> None:
    text = "Light the lamps (Icelamd, Ruritania);"

    assert [(each.code, each.place) for each in remarks_on_names("9.1", text, parse_recommendation(text))] == [
        ("misprinted-name", "9.1"),
        ("unknown-name", "9.1"),
    ]
