"""Who speaks in a paragraph of the dialogue."""

import pytest

import kz_upr
from kz_upr.documents.speaking import Subject, continues, later_speakers, main_clause, opening, sentence_ends

FIJI = kz_upr.resolve_state("Fiji")  # the State under review


def speakers(subject: Subject | None) -> list[str] | None:
    return None if subject is None else [state.name for state in subject.states]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Peru welcomed the lamps.", ["Peru"]),
        ("The delegation of Peru asked about lamps.", ["Peru"]),
        ("The representative of the Russian Federation said that lamps mattered.", ["Russian Federation"]),
        ("Peru and Togo asked about lamps.", ["Peru", "Togo"]),
        ("Peru, Togo and Iceland asked about lamps.", ["Peru", "Togo", "Iceland"]),
        ("Peru, as well as Togo, asked about lamps.", ["Peru"]),
        ("Peru (speaking also for Togo) asked about lamps.", ["Peru"]),
        ("The delegation noted that lamps were lit.", ["Fiji"]),
        ("The head of the delegation thanked all.", ["Fiji"]),
        ("Fiji stated that lamps were lit.", ["Fiji"]),
        ("Peru’s proposal was noted.", None),
        ("Peru's proposal was noted.", None),
        ("Peru had asked about lamps; they were lit.", None),
        ("Peru and others asked about lamps.", None),
        ("Peru and other delegations asked about lamps.", None),
        ("As to Peru, lamps were lit.", None),
        ("Lamps in Peru were lit.", None),
        ("PERU 12", None),
        ("", None),
    ],
)
def test_who_opens_a_paragraph(text: str, states: list[str] | None) -> None:
    subject = opening(text, FIJI)

    assert speakers(subject) == states
    assert subject is None or not (subject.inferred or subject.chairs)


@pytest.mark.parametrize(
    ("text", "printed", "chairs"),
    [
        ("The President of the Council said that time was short.", "The President of the Council", True),
        (
            "The Vice-President of the Human Rights Council thanked all.",
            "The Vice-President of the Human Rights Council",
            True,
        ),
        ("The troika thanked all.", "The troika", True),
        ("A number of delegations asked about lamps.", "A number of delegations", False),
        ("Several  States asked about lamps.", "Several States", False),
        ("Many other speakers asked about lamps.", "Many other speakers", False),
    ],
)
def test_who_speaks_without_being_one_state(text: str, printed: str, chairs: bool) -> None:
    assert opening(text, FIJI) == Subject(printed=printed, chairs=chairs)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("While noting the lamps, Peru asked about boats.", ["Peru"]),
        ("On lamps, the delegation said that they were lit.", ["Fiji"]),
        ("In response, it said that lamps were lit.", None),
        ("On lamps, Fiji, for its part, had much to tell.", ["Fiji"]),
        ("On lamps, Peru, for its part, had much to tell.", None),
        ("The lamps were welcomed by Peru and Togo.", ["Peru", "Togo"]),
        ("The lamps were warmly welcomed by the Russian Federation.", ["Russian Federation"]),
        ("The lamps were welcomed by all.", None),
        ("Lamps mattered. Peru asked about boats.", ["Peru"]),
        ("According to Peru lamps mattered.", ["Peru"]),
        ("According to all, lamps mattered.", None),
        ("Of Peru, Togo, and Iceland, lamps were said to be lit.", None),
        ("Lamps mattered.", None),
        ("Lamps mattered. Boats, too. Peru asked about boats. Togo asked, too.", ["Peru"]),
        ("Lamps mattered to Peru, Togo asked about boats. Chad asked, too.", ["Togo"]),
        ("Peru, Togo asked about lamps.", None),
        ("As to lamps, Peru, Togo asked about them.", ["Peru", "Togo"]),
        ("On lamps and on boats, as others had, Peru asked more.", ["Peru"]),
        ("", None),
    ],
)
def test_who_speaks_after_other_words(text: str, states: list[str] | None) -> None:
    subject = main_clause(text, FIJI)

    assert speakers(subject) == states
    assert subject is None or subject.inferred is (subject.states != (FIJI,))


@pytest.mark.parametrize(
    ("text", "expected"), [("It also asked.", True), ("He asked.", True), ("Items were lit.", False), ("Peru.", False)]
)
def test_a_paragraph_that_goes_on(text: str, expected: bool) -> None:
    assert continues(text) is expected


def test_speakers_within_a_paragraph() -> None:
    text = "Peru welcomed lamps. Togo asked about boats. Boats of Chad were lit. Iceland, also, was lit. Fiji said so."
    found = [(text[place:].split()[0], speakers(subject)) for place, subject in later_speakers(text)]

    assert found == [("Togo", ["Togo"]), ("Fiji", ["Fiji"])]
    assert all(subject.inferred for _, subject in later_speakers(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three! Four", ["One. ", "Two? ", "Three! ", "Four"]),
        ("Mr. Lume spoke of No. 3. Dr. Docht did not.", ["Mr. Lume spoke of No. 3. ", "Dr. Docht did not."]),
        ("See para. A of it. Then more.", ["See para. A of it. ", "Then more."]),
        ("It said “lamps.” Then more.", ["It said “lamps.” ", "Then more."]),
        ("1.5 lamps. and more", ["1.5 lamps. and more"]),
        ("See paras. Then art. Then arts. Then Nos. Then it.", ["See paras. Then art. Then arts. Then Nos. Then it."]),
        ("H.E. Mrs. Lume and Ms. Docht at St. Lume spoke.", ["H.E. Mrs. Lume and Ms. Docht at St. Lume spoke."]),
        ("The start. The art dept. Then more.", ["The start. ", "The art dept. ", "Then more."]),
        ("", [""]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    ends = list(sentence_ends(text))

    assert [text[start:end] for start, end in zip([0, *ends], ends, strict=False)] == sentences


def test_a_name_with_a_slip_is_read_and_reported() -> None:
    subject = opening("Urugay welcomed the lamps.", FIJI)

    assert subject is not None
    assert (speakers(subject), subject.printed) == (["Uruguay"], "Urugay")
    assert opening("Ruritania welcomed the lamps.", FIJI) is None
    assert opening("Urugay and a very long list of other lamps welcomed it.", FIJI) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Republic ofKorea", "Republic of Korea"), ("Netherland", "Netherlands (Kingdom of the)"), ("Nigerr", None)],
)
def test_names_with_a_lost_space_or_letter(printed: str, name: str | None) -> None:
    subject = opening(f"{printed} welcomed the lamps.", FIJI)

    assert (subject and (speakers(subject), subject.printed)) == (name and ([name], printed))
