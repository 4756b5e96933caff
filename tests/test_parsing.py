"""Recommendations as text."""

import hashlib
import json

import pytest
from hypothesis import given, strategies as st

from kz_upr import expand_numbers, fingerprint, parse_recommendation
from kz_upr.reference import find_states, list_states, named_state, nearly_named_state


def demands(text):
    return [(clause.text, [state.iso3 for state in clause.states]) for clause in parse_recommendation(text)]


# Fingerprints


def test_a_fingerprint_is_the_hash_of_the_folded_text():
    assert fingerprint("Paint\u00a0the  fences\n") == hashlib.sha256(b"Paint the fences").hexdigest()


@given(st.text(), st.text(alphabet=" \t\n\u00a0", min_size=1))
def test_white_space_does_not_change_a_fingerprint(text, space):
    assert fingerprint(space + text + space) == fingerprint(text)
    assert fingerprint(text.replace(" ", space)) == fingerprint(text.replace(" ", "  "))


# Numbers


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("122.34- 35, 122.40", ["122.34", "122.35", "122.40"]),
        ("122.17-18", ["122.17", "122.18"]),
        ("140.7, 140.11-14", ["140.7", "140.11", "140.12", "140.13", "140.14"]),
        ("140.7. 140.8", ["140.7", "140.8"]),
        ("1–5, 14–16", ["1", "2", "3", "4", "5", "14", "15", "16"]),
        ("5., 6., 7., 8., 9.", ["5", "6", "7", "8", "9"]),
        ("77., 78., 79., 82.,\n83., 85.", ["77", "78", "79", "82", "83", "85"]),
        ("139.2; 139.3; 139.19", ["139.2", "139.3", "139.19"]),
        ("122.62-\n66", ["122.62", "122.63", "122.64", "122.65", "122.66"]),
        ("150 – 152 and 159", ["150", "151", "152", "159"]),
        ("122.5-122.7", ["122.5", "122.6", "122.7"]),
        ("122.1, 5 and 7", ["122.1", "122.5", "122.7"]),
        ("Nos. 1, 3-4", ["1", "3", "4"]),
        ("recommendations 122.34 and 122.35", ["122.34", "122.35"]),
        ("Recommendation No. 5", ["5"]),
        ("the recommendations Nos: 7 as well as 9", ["7", "9"]),
        ("122.141-144,122.146.", ["122.141", "122.142", "122.143", "122.144", "122.146"]),
    ],
)
def test_printed_lists_of_numbers(printed, numbers):
    assert list(expand_numbers(printed)) == numbers


@pytest.mark.parametrize(
    ("nonsense", "place"),
    [
        ("", "no numbers"),
        (" , ", "no numbers"),
        ("all", "at 0"),
        ("122.5, all", "at 7"),
        ("paragraphs 5", "at 0"),
        ("Nos.", "at 0"),
        ("122.5 bis", "at 6"),
        ("122.9-3", "backwards"),
        ("121.5-122.3", "one paragraph to another"),
        ("122.5-", "at 5"),
        ("122.12345", "at 4"),
        ("1-9999", "more than"),
    ],
)
def test_nonsense_is_refused_by_its_place(nonsense, place):
    with pytest.raises(ValueError, match=place):
        expand_numbers(nonsense)


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(0, 9)), min_size=1, max_size=12), st.integers(1, 250))
def test_ranges_hold_every_number_between_their_ends(ranges, paragraph):
    printed = ", ".join(
        f"{paragraph}.{first}-{first + more}" if more else f"{paragraph}.{first}" for first, more in ranges
    )

    assert list(expand_numbers(printed)) == [
        f"{paragraph}.{number}" for first, more in ranges for number in range(first, first + more + 1)
    ]


@given(st.text(max_size=60))
def test_any_text_is_a_list_or_refused(text):
    try:
        numbers = expand_numbers(text)
    except ValueError:
        return
    assert numbers
    assert all(part.isdecimal() for number in numbers for part in number.split("."))


# Demands


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("Paint the fences (Peru);", [("Paint the fences", ["PER"])]),
        ("9.1. Paint the fences (Peru).", [("Paint the fences", ["PER"])]),
        ("Paint the fences (Peru) (Togo) (Fiji);", [("Paint the fences", ["PER", "TGO", "FJI"])]),
        ("Paint the fences (Peru), (Togo)", [("Paint the fences", ["PER", "TGO"])]),
        ("Paint the fences (Peru); (Togo); (Fiji);", [("Paint the fences", ["PER", "TGO", "FJI"])]),
        (
            "Paint the fences (Senegal, Venezuela (Bolivarian Republic of), Peru and Togo);",
            [("Paint the fences", ["SEN", "VEN", "PER", "TGO"])],
        ),
        ("Paint the fences (Senegal, Iran (Islamic Republic of),Peru);", [("Paint the fences", ["SEN", "IRN", "PER"])]),
        ("Paint the fences (Bosnia and Herzegovina and Peru);", [("Paint the fences", ["BIH", "PER"])]),
        (
            "Paint the fences (Peru); Paint the doors (Togo);",
            [("Paint the fences", ["PER"]), ("Paint the doors", ["TGO"])],
        ),
        (
            "Paint the fences (Peru);paint the doors (Togo).",
            [("Paint the fences", ["PER"]), ("paint the doors", ["TGO"])],
        ),
        ("Paint the fences; mend the doors (Togo);", [("Paint the fences; mend the doors", ["TGO"])]),
        (
            "To consider painting (Peru)/paint (Republic of Korea) the fence of the harbour;",
            [
                ("To consider painting the fence of the harbour", ["PER"]),
                ("To paint the fence of the harbour", ["KOR"]),
            ],
        ),
        (
            "To study painting (Peru)/paint (Togo)/consider the painting (Fiji) of the fence (Peru, Togo, Fiji);",
            [
                ("To study painting … the fence", ["PER"]),
                ("To paint … the fence", ["TGO"]),
                ("To consider the painting of the fence", ["FJI"]),
            ],
        ),
        (
            "To paint (Peru)/think of painting (Togo) the fence (Peru, Togo) and of lighting it (Togo);",
            [("To paint the fence", ["PER"]), ("To think of painting the fence and of lighting it", ["TGO"])],
        ),
        ("Paint (Peru) and mend (Togo) the fence;", [("Paint the fence", ["PER"]), ("and mend the fence", ["TGO"])]),
        ("Paint the fences of the Court Ghana);", [("Paint the fences of the Court", ["GHA"])]),
        ("Paint the fences (Iran (Islamic Republic of);", [("Paint the fences", ["IRN"])]),
        ("Paint the fences (Peru;", [("Paint the fences", ["PER"])]),
        ("Paint the fences (CAT (Peru);", [("Paint the fences (CAT", ["PER"])]),
        ("Paint the fences (Peru));", [("Paint the fences", ["PER"])]),
        ("Paint the fences (Peru, Togo, and Fiji);", [("Paint the fences", ["PER", "TGO", "FJI"])]),
        ("Paint the fences (United Kingdom France, Peru);", [("Paint the fences", ["GBR", "FRA", "PER"])]),
        ("Paint the fences (Trinidad an Tobago) (Holly See);", [("Paint the fences", ["TTO", "VAT"])]),
        ("Paint the fences (United States of Americas);", [("Paint the fences", ["USA"])]),
        (
            "Paint the fences (United Kingdom of the Great Britain and Northern Ireland)",
            [("Paint the fences", ["GBR"])],
        ),
        ("Paint the fences (Korea (Republic of), Bosnia & Herzegovina);", [("Paint the fences", ["KOR", "BIH"])]),
        ("Paint the fences (USA) (Vietnam) (Lao PDR);", [("Paint the fences", ["USA", "VNM", "LAO"])]),
        ("Paint the fences. (Peru)", [("Paint the fences", ["PER"])]),
        ("Paint the fences; (Peru);", [("Paint the fences", ["PER"])]),
        (
            "Paint the fences, (Peru); and light them (Togo)",
            [("Paint the fences", ["PER"]), ("and light them", ["TGO"])],
        ),
        ("Paint (Peru) Light (Togo);", [("Paint", ["PER"]), ("Light", ["TGO"])]),
        ("Say it in both tongues (Georgian);", [("Say it in both tongues (Georgian)", [])]),
        (
            "Join CAT (CAT), as the union (AU) said (2000) (No. 29) (Peru);",
            [("Join CAT (CAT), as the union (AU) said (2000) (No. 29)", ["PER"])],
        ),
        ("Meet the goals (MDG) in IT (IT) (Peru);", [("Meet the goals (MDG) in IT (IT)", ["PER"])]),
        ("Paint the fences (netherlands);", [("Paint the fences", ["NLD"])]),
        ("Paint the fences (the former Yugoslav Republic of Macedonia);", [("Paint the fences", ["MKD"])]),
        ("Paint the fences (Peru);2", [("Paint the fences", ["PER"])]),
        ("Paint the fences (Peru*)", [("Paint the fences", ["PER"])]),
        ("Paint the fences (Peru, on behalf of a group of friends);", [("Paint the fences", ["PER"])]),
        ("Paint the fences (South Sudan) (Nigeria) (Guinea-Bissau);", [("Paint the fences", ["SSD", "NGA", "GNB"])]),
        ("Paint the fences (Côte d’Ivoire) (Lao People’s Democratic Republic)", [("Paint the fences", ["CIV", "LAO"])]),
        ("Paint the fences (Ruritania);", [("Paint the fences (Ruritania)", [])]),
        ("Paint the fences", [("Paint the fences", [])]),
        ("139.1 Покрасить забор (Франция);", [("Покрасить забор", ["FRA"])]),
        ("粉刷围栏(法国)；", [("粉刷围栏", ["FRA"])]),
        ("طلاء السياج (فرنسا)؛", [("طلاء السياج", ["FRA"])]),
        ("Peindre la clôture (France) (Islande) ;", [("Peindre la clôture", ["FRA", "ISL"])]),
        ("", [("", [])]),
    ],
)
def test_printed_forms(printed, wanted):
    assert demands(printed) == wanted


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        ("Urugay", "URY"),
        ("Kazakstan", "KAZ"),
        ("Phillipines", "PHL"),
        ("Maldvies", "MDV"),
        ("Bosnia and Hercegovina", "BIH"),
        ("Austrlia", None),  # as near to Austria
        ("Nigerr", None),
        ("Irak", None),
        ("German", None),
        ("Sri Lankan", None),
        ("Ruritania", None),
        ("urugay", None),
        ("Niger", None),
    ],
)
def test_a_misprint_is_a_name_if_one_state_alone_is_called_so(printed, iso3):
    state = nearly_named_state(printed)

    assert (state.iso3 if state else None) == iso3


@given(st.sampled_from(list_states()), st.sampled_from(list_states()))
def test_no_name_is_taken_for_another(one, other):
    assert nearly_named_state(one.name) is None
    assert other is one or nearly_named_state(f"{one.name} {other.name}") is None


def test_names_are_given_as_printed():
    [clause] = parse_recommendation("Paint it (Bolivarian Republic of Venezuela) (netherlands);")

    assert clause.states_as_printed == ("Bolivarian Republic of Venezuela", "netherlands")


def test_every_real_wording_of_the_corpus(shared):
    for file in sorted((shared / "corpus" / "expected").glob("*-*.json")):
        for row in json.loads(file.read_text(encoding="utf-8"))["rows"]:
            assert demands(row["text"]) == [(c["text"], c["states"]) for c in row["clauses"]], row["number"]


names = st.sampled_from(list_states())
words = st.text(alphabet="abcdefghij ", min_size=1, max_size=30).filter(str.strip)


@given(st.lists(st.tuples(words, st.lists(names, min_size=1, max_size=5, unique=True)), min_size=1, max_size=5))
def test_what_is_written_is_read(made):
    printed = " ".join(f"{text} ({', '.join(state.name for state in states)});" for text, states in made)

    assert [(c.text, list(c.states)) for c in parse_recommendation(printed)] == [
        (" ".join(text.split()), states) for text, states in made
    ]


@given(st.text(alphabet=st.sampled_from("ab ()[]（）;,./&1Peru Togo*\n\x00é"), max_size=200))
def test_no_text_is_too_odd(text):
    clauses = parse_recommendation(text)

    assert clauses
    assert all(len(clause.states) == len(clause.states_as_printed) for clause in clauses)


@pytest.mark.parametrize(
    "text",
    ["(" * 30_000, ")" * 30_000, "(Peru" * 6_000, "Peru) " * 6_000, " " * 90_000 + "x", "(a" * 9000 + ")" * 9000],
)
def test_no_text_is_too_long(text):
    assert parse_recommendation(text)


# States in running text


def test_whole_names_are_found_longest_first():
    text = "South Sudan, Niger, Nigeria, the Bolivarian Republic of Venezuela and Guinea-Bissau spoke."

    assert [(text[start:end], state.iso3) for start, end, state in find_states(text)][:5] == [
        ("South Sudan", "SSD"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Bolivarian Republic of Venezuela", "VEN"),
        ("Guinea-Bissau", "GNB"),
    ]


def test_codes_are_no_names_in_running_text():
    assert [named_state(code) for code in ("AU", "IT", "MDG", "CAN", "004")] == [None] * 5
    assert list(find_states("the MDG, the AU and IT")) == []
