"""A member of a delegation, from the words of an entry."""

import pytest

from kz_upr.documents.delegates import as_printed, person_in


@pytest.mark.parametrize(
    ("printed", "name", "role"),
    [
        ("Mr. Adam Sailor, Minister of Lamps and Ms. Eve Boat,", "Adam Sailor", "Minister of Lamps"),
        ("Mr. Adam Sailor, Minister of Lamps, Quays and Ms. Eve Boat,", "Adam Sailor", "Minister of Lamps, Quays"),
        ("the Minister of Lamps, New Harbour, Adam Sailor,", "Adam Sailor", "Minister of Lamps, New Harbour"),
        ("the Minister of Lamps, New Harbour, Mr. Adam Sailor,", "Adam Sailor", "Minister of Lamps, New Harbour"),
        ("the Minister, Mr. Adam Sailor, New Harbour,", "Adam Sailor", "Minister, New Harbour"),
        ("Adam Sailor, Minister, New Harbour,", "Adam Sailor", "Minister, New Harbour"),
        ("Mr. A B C D E F G Sailor, Minister,", "A B C D E F G Sailor", "Minister"),
        ("The Minister Adam Sailor,", "Adam Sailor", "Minister"),
        ("Adam Sailor Sr. Minister of Lamps,", "Adam Sailor Sr.", "Minister of Lamps"),
        ("Mr. Adam Sailor, Minister (Lamps), and his adviser,", "Adam Sailor", "Minister (Lamps), and his adviser"),
    ],
)
def test_a_person_has_a_name_and_an_office(printed: str, name: str, role: str | None) -> None:
    person = person_in(printed)

    assert person is not None
    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize(
    "printed",
    [
        "Mr. A B C D E F G H Sailor",
        "Mr. Adam 2 Sailor",
        "Minister Sailor",
        "Viet Nam",
        "Ms. Peru",
        "",
        "Minister and Ambassador",
        "the Human Rights Office",
        "the New Harbour Office",
    ],
)
def test_what_is_no_name(printed: str) -> None:
    assert person_in(printed) is None


@pytest.mark.parametrize(("letters", "kept"), [(1000, True), (1001, False)])
def test_a_list_without_an_end_is_cut_after_a_thousand_letters(letters: int, kept: bool) -> None:
    entry = f"Mr. Adam Sailor, Keeper of {'lamps ' * 200}"[: letters - 1] + "!"
    person = person_in(entry)

    assert person is not None
    assert (person.name, person.role is not None and person.role.endswith("!")) == ("Adam Sailor", kept)


@pytest.mark.parametrize(
    ("printed", "name", "role"),
    [
        ("the lamps, the boats; the sails.", "the lamps", "the boats, the sails"),
        ("the lamps", "the lamps", None),
        (";", ";", None),
    ],
)
def test_an_entry_without_a_name_is_kept_as_printed(printed: str, name: str, role: str | None) -> None:
    assert (as_printed(printed).name, as_printed(printed).role) == (name, role)
