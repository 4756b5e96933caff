"""What the values of a record say: States, positions, labels."""

from pathlib import Path

import pytest

from kz_upr import ReadingWarning, parse_recommendation
from kz_upr.documents import read_uhri_export
from kz_upr.documents.export_records import Record
from kz_upr.documents.export_values import STATES_NAMED, position_of, tags_of, unknown_states, with_column
from made_exports import whole, written


@pytest.mark.parametrize(
    ("positions", "position"),
    [
        (["Supported"], "supported"),
        (["- Noted"], "noted"),
        (["Supported", "Noted"], "partly supported"),
        (["Noted", "Supported"], "partly supported"),
        (["Noted", "Partially supported"], "partly supported"),
        (["Supported", "Supported"], "supported"),
        ("- Supported\n- Noted", "partly supported"),
        ("Supported, Noted", "partly supported"),
        (["Not supported"], "noted"),
        ([{"Name": "Noted"}], "noted"),
        ("Acceptée", "supported"),
        (["Prend note"], "noted"),
        ("- Apoyada\n- Se tomó nota", "partly supported"),
        ("Поддержано", "supported"),
        ("Принято к сведению", "noted"),
        ("支持", "supported"),
        ("注意到", "noted"),
        ("مقبولة", "supported"),
    ],
)
def test_positions_in_any_form(tmp_path: Path, positions: object, position: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", UprPositions=positions)]))

    assert (reading.recommendations[0].position, reading.warnings) == (position, ())


@pytest.mark.parametrize("positions", [["Supported", "Lamps"], ["Supported", "Pending"], ["Concerns/Observations"]])
def test_positions_that_make_no_answer_are_told(tmp_path: Path, positions: object) -> None:
    records = [whole("9.1 Paint it (Peru);"), whole("9.2 Light it (Peru);", UprPositions=positions)]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert reading.recommendations[1].positions == ()
    assert [warning.code for warning in reading.warnings] == ["unknown-position"]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["Togo", "Peru"], "TGO PER"),
        (["- Togo - Peru"], "TGO PER"),
        ("- Togo\n- Peru", "TGO PER"),
        (["Togo; Peru"], "TGO PER"),
        ("- Timor; Leste - Guinea-Bissau", "TLS GNB"),  # a name that was cut in two
        ("Peru, Togo", "PER TGO"),
        (["Peru and Togo"], "PER TGO"),
        ("Peru / Togo", "PER TGO"),
        ("Iran (Islamic Republic of), Bolivia, Plurinational State of, Peru", "IRN BOL PER"),
        ("Antigua and Barbuda, Trinidad and Tobago", "ATG TTO"),
        ("Korea, Republic of", "KOR"),
        ("Micronesia, Federated States of; Peru", "FSM PER"),
        (["PER", "TGO"], "PER TGO"),
        ([{"Name": "Peru"}, {"Value": "Togo"}], "PER TGO"),
        ("秘鲁", "PER"),
    ],
)
def test_states_in_any_form(tmp_path: Path, states: object, expected: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it;", UprRecommendingCountry=states)]))

    assert " ".join(state.iso3 for state in reading.recommendations[0].states) == expected
    assert reading.warnings == ()


@pytest.mark.parametrize("states", ["Congo, Dem. Rep.", "Peru, Ruritania", "XXX"])
def test_a_list_with_a_name_that_is_none_gives_no_state(tmp_path: Path, states: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it;", UprRecommendingCountry=states)]))

    assert reading.recommendations[0].states == ()
    assert "unknown-name" in [warning.code for warning in reading.warnings]


def test_what_two_recommendations_in_one_record_share_is_not_guessed(tmp_path: Path) -> None:
    made = whole("9.1 Paint it; 9.2 Light it;", UprPositions=["Supported", "Noted"], UprRecommendingCountry=["Peru"])
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.3 Widen it (Peru);"), made]))

    assert [(r.number, r.states, r.positions) for r in reading.recommendations[:2]] == [
        ("9.1", (), ()),
        ("9.2", (), ()),
    ]
    assert [warning.code for warning in reading.warnings] == ["no-state", "no-state", "shared-position"]


@pytest.mark.parametrize(
    ("names", "states", "unknown"),
    [
        (("Peru", "Togo", "Peru"), "PER TGO", ()),
        (("Timor", "Leste"), "TLS", ()),
        (("Congo, Democratic", "Republic", "of the"), "COD", ()),
        (("Peru", "Democratic", "Republic of the", "Congo", "Togo"), "PER COD TGO", ()),
        (("United", "States", "of", "America"), "USA", ("of", "America")),  # of three parts at most
        (("Peru", "Ruritania", "Oz", "Togo"), "PER TGO", ("Ruritania", "Oz")),
        (("PER",), "PER", ()),
        (("PE",), "PER", ()),
        (("PERU",), "PER", ()),
        (("XXX",), "", ("XXX",)),
        (("per",), "", ("per",)),
        (("Peru and Togo",), "PER TGO", ()),
        (("Peru and Oz",), "", ("Peru and Oz",)),
        (("лес",), "", ("лес",)),
        ((), "", ()),
    ],
)
def test_the_states_that_names_name(names: tuple[str, ...], states: str, unknown: tuple[str, ...]) -> None:
    found, others = STATES_NAMED[names]

    assert (" ".join(state.iso3 for state in found), others) == (states, unknown)


@pytest.mark.parametrize(("count", "named"), [(1, "A"), (5, "A, B, C, D, E"), (6, "A, B, C, D, E")])
def test_five_names_of_no_state_are_shown(count: int, named: str) -> None:
    assert unknown_states("ABCDEF"[:count]) == f"unrecognized State name: {named}"


@pytest.mark.parametrize(
    ("texts", "column", "states", "told"),
    [
        (["Paint it (Peru)"], "Peru", ["PER"], []),
        (["Paint it"], "Peru", ["PER"], []),
        (["Paint it"], "", [""], ["first: names no State"]),
        (["Paint it (Peru)"], "", ["PER"], []),
        (["Paint it"], "Oz", [""], ["first: unrecognized State name: Oz", "first: names no State"]),
        (["Paint it (Peru)"], "Peru; Oz", ["PER"], ["first: unrecognized State name: Oz"]),
        (["Paint it (Peru)"], "Togo", ["PER"], ["first: the wording names PER, the column TGO"]),
        (["Paint it (Peru)"], "Togo; Peru", ["PER"], ["first: the wording names PER, the column PER, TGO"]),
        (["Paint it (Togo); light it (Peru)"], "Peru; Togo", ["TGO", "PER"], []),
        (["Paint it (Togo); light it (Togo)"], "Togo", ["TGO", "TGO"], []),
        (["Paint it (Togo); light it"], "Togo", ["TGO"], []),
        (["Paint it (Peru)", "Light it (Togo)"], "Peru; Togo", ["PER", "TGO"], []),
        (["Paint it (Peru)", "Light it"], "Peru", ["PER", ""], ["second: names no State"]),
        (
            ["Paint it (Peru)", "Light it (Togo)"],
            "Peru; Togo; Oz",
            ["PER", "TGO"],
            ["first: unrecognized State name: Oz"],
        ),
        (["Paint it", "Light it"], "Peru", ["", ""], ["first: names no State", "second: names no State"]),
        (
            ["Paint it", "Light it (Peru)"],
            "Togo",
            ["", "PER"],
            [
                "first: names no State",
                "first: the wording names PER, the column TGO",
            ],
        ),
    ],
)
def test_the_wording_and_the_column_of_states(
    texts: list[str], column: str, states: list[str], told: list[str]
) -> None:
    warnings: list[ReadingWarning] = []
    demands = [parse_recommendation(text) for text in texts]
    names = ["first", "second"][: len(texts)]
    found = with_column(demands, names, Record("record 1", {"states": column}), warnings)

    assert [" ".join(s.iso3 for s in clause.states) for clauses in found for clause in clauses] == states
    assert list(map(str, warnings)) == told
    assert [warning.place for warning in warnings] == [message.partition(":")[0] for message in told]


@pytest.mark.parametrize(
    ("printed", "names", "value", "code", "message"),
    [
        ("Supported", 1, "supported", None, None),
        ("Supported", 2, "supported", None, None),
        ("Supported; Noted", 1, "partly supported", None, None),
        (
            "Supported; Noted",
            2,
            None,
            "shared-position",
            "'Supported; Noted' does not say which of the 2 recommendations in the record it concerns",
        ),
        ("", 2, None, "no-position", "has no position"),
        ("Lamps", 2, None, "unknown-position", "unrecognized position 'Lamps'"),
        ("Lamps" * 13, 1, None, "unknown-position", f"unrecognized position {'Lamps' * 12!r}"),
    ],
)
def test_the_position_of_a_record(
    printed: str, names: int, value: str | None, code: str | None, message: str | None
) -> None:
    warnings: list[ReadingWarning] = []
    found = position_of(Record("record 1", {"position": printed}), ["first", "second"][:names], warnings)

    assert found == value
    assert [(w.code, w.place, str(w)) for w in warnings] == ([(code, "first", f"first: {message}")] if code else [])


def test_a_position_that_is_left_out_is_told_elsewhere() -> None:
    warnings: list[ReadingWarning] = []

    assert position_of(Record("record 1", {}, untold=frozenset({"position"})), ["first"], warnings) is None
    assert warnings == []


@pytest.mark.parametrize(
    ("values", "tags"),
    [
        (
            {
                "themes": ["Lamps", "SDG 5 - equality"],
                "persons": "- SDG 5 sailors\n- Women",
                "sdgs": ["5 - EQUALITY"],
            },
            [
                ("theme", None, "Lamps"),
                ("SDG", "5", "equality"),
                ("affected persons", None, "SDG 5 sailors"),
                ("affected persons", None, "Women"),
                ("SDG", "5", "EQUALITY"),
            ],
        ),
        (
            {"themes": ["Lamps", "Lamps"], "sdgs": ["99 - lamps"]},
            [("theme", None, "Lamps"), ("SDG", None, "99 - lamps")],
        ),
        (
            {"themes": ["SDG 16 - peace", "Lamps"], "sdgs": []},
            [("SDG", "16", "peace"), ("theme", None, "Lamps")],
        ),
        (
            {"themes": ["Lamps; boats"], "sdgs": "14 - LIFE; SDG 16 - PEACE"},
            [("theme", None, "Lamps; boats"), ("SDG", "14", "LIFE"), ("SDG", "16", "PEACE")],
        ),
    ],
)
def test_labels_of_the_three_columns(values: dict[str, object], tags: list[tuple[str, str | None, str]]) -> None:
    assert [(tag.kind, tag.code, tag.label) for tag in tags_of(Record("record 1", values))] == tags
