"""What the values of a record say: States, positions, labels."""

from pathlib import Path

import pytest

from kz_upr.documents import read_uhri_export
from made_exports import record, whole, written


def test_a_name_that_was_cut_in_two_is_whole_again(tmp_path: Path) -> None:
    file = written(
        tmp_path / "x.json", [record("9.1 Paint it;", UprRecommendingStates="- Timor; Leste - Guinea-Bissau")]
    )

    assert [state.iso3 for state in read_uhri_export(file).recommendations[0].states] == ["TLS", "GNB"]


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
    ],
)
def test_lists_of_positions(tmp_path: Path, positions: object, position: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", UprPositions=positions)]))

    assert (reading.recommendations[0].position, reading.warnings) == (position, ())


@pytest.mark.parametrize("positions", [["Supported", "Lamps"], ["Supported", "Pending"], ["Concerns/Observations"]])
def test_positions_that_make_no_answer_are_told(tmp_path: Path, positions: object) -> None:
    records = [whole("9.1 Paint it (Peru);"), whole("9.2 Light it (Peru);", UprPositions=positions)]
    reading = read_uhri_export(written(tmp_path / "x.json", records))

    assert reading.recommendations[1].positions == ()
    assert [warning.code for warning in reading.warnings] == ["unknown-position"]


@pytest.mark.parametrize(
    ("printed", "position"),
    [
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
def test_positions_in_other_languages(tmp_path: Path, printed: object, position: str) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it (Peru);", UprPositions=printed)]))

    assert (reading.recommendations[0].position, reading.warnings) == (position, ())


@pytest.mark.parametrize("states", [["Togo", "Peru"], ["- Togo - Peru"], "- Togo\n- Peru", ["Togo; Peru"]])
def test_lists_of_states(tmp_path: Path, states: object) -> None:
    reading = read_uhri_export(written(tmp_path / "x.json", [whole("9.1 Paint it;", UprRecommendingCountry=states)]))

    assert [state.iso3 for state in reading.recommendations[0].states] == ["TGO", "PER"]
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("states", "expected"),
    [
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
def test_states_in_one_text(tmp_path: Path, states: object, expected: str) -> None:
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


def test_goals_among_the_themes_of_an_export(tmp_path: Path) -> None:
    made = whole("9.1 Paint it (Peru);", Themes=["SDG 16 - peace", "Lamps"], Sdgs=[])
    [recommendation] = read_uhri_export(written(tmp_path / "x.json", [made])).recommendations

    assert [(tag.kind, tag.code, tag.label) for tag in recommendation.tags] == [
        ("SDG", "16", "peace"),
        ("theme", None, "Lamps"),
    ]


def test_goals_in_one_text(tmp_path: Path) -> None:
    made = whole("9.1 Paint it (Peru);", Themes=["Lamps; boats"], Sdgs="14 - LIFE; SDG 16 - PEACE")
    [recommendation] = read_uhri_export(written(tmp_path / "x.json", [made])).recommendations

    assert [(tag.code, tag.label) for tag in recommendation.tags] == [
        (None, "Lamps; boats"),
        ("14", "LIFE"),
        ("16", "PEACE"),
    ]
