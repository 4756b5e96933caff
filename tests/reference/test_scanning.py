"""States named in running text."""

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr import list_states
from kz_upr.reference.scanning import find_states
from strategies import PrintedName, printed_names


def found(text: str) -> list[tuple[str, str]]:
    """What the text calls each State, and the State."""
    return [(text[start:end], state.iso3) for start, end, state in find_states(text)]


def test_whole_names_are_found_and_the_longest_counts() -> None:
    text = "South Sudan, Niger, Nigeria, the Bolivarian Republic of Venezuela and Guinea-Bissau spoke."
    assert found(text) == [
        ("South Sudan", "SSD"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Bolivarian Republic of Venezuela", "VEN"),
        ("Guinea-Bissau", "GNB"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the MDG, the AU and IT", []),
        ("a turkey; some chad", []),
        ("Turkey and Chad", [("Turkey", "TUR"), ("Chad", "TCD")]),
        ("Iran (Islamic Republic of), Peru", [("Iran (Islamic Republic of)", "IRN"), ("Peru", "PER")]),
        (
            "the United Kingdom of Great Britain and Northern Ireland",
            [("United Kingdom of Great Britain and Northern Ireland", "GBR")],
        ),
        ("Saint Kitts and Nevis and Saint Lucia", [("Saint Kitts and Nevis", "KNA"), ("Saint Lucia", "LCA")]),
        ("Papua New Guinea. Guinea", [("Papua New Guinea", "PNG"), ("Guinea", "GIN")]),
        ("Chile, Republic of Korea", [("Chile", "CHL"), ("Republic of Korea", "KOR")]),
        ("Korea, Republic of, Chile", [("Korea, Republic of", "KOR"), ("Chile", "CHL")]),
        ("Canada, El Salvador", [("Canada", "CAN"), ("El Salvador", "SLV")]),
        (
            "Timor-Leste, Democratic Republic of the Congo",
            [("Timor-Leste", "TLS"), ("Democratic Republic of the Congo", "COD")],
        ),
        ("Congo, Democratic Republic of the, Peru", [("Congo, Democratic Republic of the", "COD"), ("Peru", "PER")]),
        ("Myanmar (Burma), Peru", [("Myanmar (Burma)", "MMR"), ("Peru", "PER")]),
        ("Congo (Republic of Korea)", [("Congo", "COG"), ("Republic of Korea", "KOR")]),
        (
            "Venezuela (Bolivarian Republic of Venezuela)",
            [("Venezuela", "VEN"), ("Bolivarian Republic of Venezuela", "VEN")],
        ),
        ("Spain2, Togo¹ and Peru 3", [("Spain", "ESP"), ("Togo", "TGO"), ("Peru", "PER")]),
        ("South Su\u00addan", [("South Su\u00addan", "SSD")]),
        ("", []),
    ],
)
def test_names_in_a_text(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@given(st.lists(printed_names(), min_size=1, max_size=5))
def test_a_list_of_names_gives_its_states(names: list[PrintedName]) -> None:
    """Names that belong to no State are passed over, also between others."""
    text = "; ".join(name.text for name in names)
    assert [state for _, _, state in find_states(text)] == [name.state for name in names if name.state is not None]


def test_no_name_swallows_the_next() -> None:
    """A name of which documents turn the words may follow any other name over a comma."""
    styled = [state for state in list_states() if " (" in state.name or " of " in state.name or " " in state.name]
    for first in list_states():
        for second in styled:
            land, bracket, kind = second.name.partition(" (")
            name = f"{kind.removesuffix(')')} {land}" if bracket else second.name
            states = [state for _, _, state in find_states(f"{first.name}, {name}")]
            assert states == [first, second], (first.name, name)


@given(st.text(alphabet=st.sampled_from("Peru Togo()-.;\n of the"), max_size=80))
def test_places_are_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for start, following, _ in find_states(text):
        assert end <= start < following <= len(text)
        end = following


@pytest.mark.parametrize(
    "unit", ["Peru, ", "the Republic of ", "United ", "(Iran ", "no State ", "Chile, Republic of ", "2Peru\u00ad"]
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert growth(lambda size: list(find_states(unit * size)), 300) < 1.2
