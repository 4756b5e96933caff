"""Misprinted names of States."""

import pytest
from hypothesis import given, strategies as st

from kz_upr import State, list_states
from kz_upr.reference import named_state
from kz_upr.reference.misprints import nearly_named_state
from kz_upr.reference.states import printed_names
from strategies import UNKNOWN_NAMES, times


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        ("Urugay", "URY"),
        ("Kazakstan", "KAZ"),
        ("Phillipines", "PHL"),
        ("Maldvies", "MDV"),
        ("Bosnia and Hercegovina", "BIH"),
        ("Islamic Republic Iran", "IRN"),
        ("Iran (Islamic Republic)", "IRN"),
        ("Republic Korea", "KOR"),
        ("Republic of the Moldova", "MDA"),
        ("Bosnia and the Herzegovina", "BIH"),
        ("Libya Arab Jamahiriya", "LBY"),
        ("Democratic Republic Congo", "COD"),
        ("Republic", None),
        ("Islamic Republic", None),
        ("Austrlia", None),  # as near to Austria
        ("Nigerr", None),
        ("Irak", None),
        ("German", None),
        ("Sri Lankan", None),
        ("Ruritania", None),
        ("urugay", None),
        ("Niger", None),
        ("", None),
    ],
)
def test_a_misprint_is_a_name_if_it_is_near_that_of_one_state_alone(printed: str, iso3: str | None) -> None:
    state = nearly_named_state(printed)
    assert (state.iso3 if state else None) == iso3


@times(4)
@given(st.sampled_from(list_states()), st.sampled_from(list_states()))
def test_no_name_is_taken_for_another(one: State, other: State) -> None:
    assert nearly_named_state(one.name) is None
    assert other is one or nearly_named_state(f"{one.name} {other.name}") is None


@pytest.mark.parametrize("name", UNKNOWN_NAMES)
def test_a_name_of_no_state_is_not_a_misprint(name: str) -> None:
    assert nearly_named_state(name) is None


@times(4)
@given(st.sampled_from([state for state in list_states() if len(state.name) >= 8]), st.data())
def test_one_wrong_letter_in_a_long_name(state: State, data: st.DataObject) -> None:
    """It is read as that State, or as none if another State's name is as near; never as another State."""
    place = data.draw(st.integers(1, len(state.name) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    printed = state.name[:place] + letter + state.name[place + 1 :]
    assert nearly_named_state(printed) in (state, None)
    assert named_state(printed) in (state, None)


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        ("Uruguai", "URY"),  # another letter
        ("Ruguay", "URY"),
        ("Uurguay", "URY"),  # swapped
        ("Uruguayy", None),  # begins with the name, as words derived from it do
        ("Burkina Fasso", "BFA"),
        ("Burkina Fazoo", "BFA"),  # two letters in a long name
        ("Trinadad and Tobego", "TTO"),
        ("Trinadad and Tabogo", None),
        ("Phillipinnes", None),
        ("Letvia", "LVA"),
        ("Lettvia", None),  # two letters in a short name
        ("Nepall", None),  # the name is too short
        ("Kenia", None),
        ("Togoo", None),
        ("Mauritius", None),
        ("x" * 81, None),
    ],
)
def test_how_many_letters_may_be_wrong(printed: str, iso3: str | None) -> None:
    state = nearly_named_state(printed)
    assert (state.iso3 if state else None) == iso3


def test_names_without_links_tell_states_apart() -> None:
    owner: dict[str, State] = {}
    for name, state in printed_names().items():
        bare = " ".join(word for word in name.split() if word not in ("of", "the"))
        assert owner.setdefault(bare, state) is state, bare
