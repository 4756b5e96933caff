"""Recommendations as text: demands, the States that made them, and fingerprints."""

import hashlib
import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr import State, fingerprint, list_states, parse_recommendation
from kz_upr.wording import misprinted_names, unknown_names
from strategies import PrintedName, printed_names, times


def demands(text: str) -> list[tuple[str, list[str]]]:
    return [(clause.text, [state.iso3 for state in clause.states]) for clause in parse_recommendation(text)]


# -- fingerprints ------------------------------------------------------------------------------------


def test_a_fingerprint_is_the_hash_of_the_folded_text() -> None:
    assert fingerprint("Paint\u00a0the  fences\n") == hashlib.sha256(b"Paint the fences").hexdigest()


@times(4)
@given(st.text(), st.text(alphabet=" \t\n\u00a0", min_size=1))
def test_white_space_does_not_change_a_fingerprint(text: str, space: str) -> None:
    assert fingerprint(space + text + space) == fingerprint(text)
    assert fingerprint(text.replace(" ", space)) == fingerprint(text.replace(" ", "  "))


@pytest.mark.parametrize("mark", list("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
def test_marks_that_nobody_sees_do_not_change_a_fingerprint(mark: str) -> None:
    assert fingerprint(f"{mark}Paint the har{mark}bour{mark}") == fingerprint("Paint the harbour")


def test_letters_that_print_joined_do_not_change_a_fingerprint() -> None:
    assert fingerprint("Paint the o\ufb03ce") == fingerprint("Paint the office")


@times(4)
@given(st.text(), st.characters(categories=["L", "N", "P"]))
def test_another_letter_changes_a_fingerprint(text: str, letter: str) -> None:
    assert fingerprint(text + letter) != fingerprint(text)


# -- demands -----------------------------------------------------------------------------------------


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
        (
            "Think of painting (Peru)/paint (Peru) the fence;",
            [("Think of painting the fence", ["PER"]), ("paint the fence", ["PER"])],
        ),
        (
            "To study painting (Peru)/paint (Togo) and light it (Fiji);",
            [("To study painting", ["PER"]), ("To paint", ["TGO"]), ("and light it", ["FJI"])],
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
        ("Paint the fences (Urugay, Peru);", [("Paint the fences", ["URY", "PER"])]),
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
        (
            "Paint the fences (Peru); light them (Togo). Mend the lamps.",
            [("Paint the fences", ["PER"]), ("light them; Mend the lamps", ["TGO"])],
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
        ("Paint the fences (Peru 2); mend them (Togo 3);", [("Paint the fences", ["PER"]), ("mend them", ["TGO"])]),
        ("Paint the fences (Peru) 2; mend them (Togo)[3];", [("Paint the fences", ["PER"]), ("mend them", ["TGO"])]),
        ("Paint the fences (Peru)¹ (Togo) 2, (Fiji)", [("Paint the fences", ["PER", "TGO", "FJI"])]),
        ("Give (Peru) 2 boats (Togo);", [("Give", ["PER"]), ("2 boats", ["TGO"])]),
        ("Paint the fences of the Court Ghana 2);", [("Paint the fences of the Court", ["GHA"])]),
        ("Paint the fences (Ruritania, Peru);", [("Paint the fences", ["PER"])]),
        ("Paint the fences (including Togo, Peru);", [("Paint the fences (including Togo, Peru)", [])]),
        ("Paint the fences (Peru, as well as Togo together with Fiji);", [("Paint the fences", ["PER", "TGO", "FJI"])]),
        ("Paint the fences as [Cuba] did (Peru);", [("Paint the fences as [Cuba] did", ["PER"])]),
        ("[Togo] Keep its [Fiji] lamps (Peru);", [("[Togo] Keep its [Fiji] lamps", ["PER"])]),
        ("Paint the fences for it [Chad] (Peru, Oman).", [("Paint the fences for it [Chad]", ["PER", "OMN"])]),
        ("Help it to paint the fences [Chad].", [("Help it to paint the fences [Chad]", [])]),
        ("Paint the fences (Peru]; mend them [Togo);", [("Paint the fences", ["PER"]), ("mend them", ["TGO"])]),
        ("Paint the har\u00adbour\u200bside (Pe\u00adru\ufeff);", [("Paint the harbourside", ["PER"])]),
        ("Paint\u00a0the o\ufb03ce (South\u202fSudan);", [("Paint the office", ["SSD"])]),
        ("9.1: Paint the fences (Peru);", [("Paint the fences", ["PER"])]),
        ("9.1) – Paint the fences (Peru);", [("Paint the fences", ["PER"])]),
        ("9.1 –Paint the fences (Peru);", [("Paint the fences", ["PER"])]),
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
def test_printed_forms(printed: str, wanted: list[tuple[str, list[str]]]) -> None:
    assert demands(printed) == wanted


def test_names_are_given_as_printed() -> None:
    [clause] = parse_recommendation("Paint it (Bolivarian Republic of Venezuela) (netherlands);")
    assert clause.states_as_printed == ("Bolivarian Republic of Venezuela", "netherlands")


def test_clauses_are_immutable() -> None:
    [clause] = parse_recommendation("Paint it (Peru);")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        clause.text = "Mend it"  # type: ignore[misc]


def test_every_real_wording_of_the_corpus(shared: Path) -> None:
    files = sorted((shared / "corpus" / "expected").glob("*-*.json"))
    assert files
    for file in files:
        for row in json.loads(file.read_text(encoding="utf-8"))["rows"]:
            assert demands(row["text"]) == [(c["text"], c["states"]) for c in row["clauses"]], row["number"]


words = st.text(alphabet="abcdefghij ", min_size=1, max_size=30).filter(str.strip)
states = st.lists(st.sampled_from(list_states()), min_size=1, max_size=5, unique=True)


@times(4)
@given(st.lists(st.tuples(words, states), min_size=1, max_size=5))
def test_what_is_written_is_read(made: list[tuple[str, list[State]]]) -> None:
    printed = " ".join(f"{text} ({', '.join(state.name for state in states)});" for text, states in made)
    assert [(c.text, list(c.states)) for c in parse_recommendation(printed)] == [
        (" ".join(text.split()), states) for text, states in made
    ]


@times(8)
@given(words, st.lists(printed_names(), min_size=1, max_size=5))
def test_unknown_names_among_the_states(text: str, names: list[PrintedName]) -> None:
    """Every State is read, no other State in place of an unknown name, and unknown names are reported."""
    printed = f"{text} ({', '.join(name.text for name in names)});"
    known = list(dict.fromkeys(name.state for name in names if name.state is not None))
    unknown = [name.text for name in names if name.state is None]
    [clause] = parse_recommendation(printed)
    assert list(clause.states) == known
    assert list(unknown_names(printed)) == unknown
    assert clause.text == (" ".join(text.split()) if known else " ".join(printed.split()).removesuffix(";"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Paint the fences (Peru, Ruritania);", ["Ruritania"]),
        ("Paint the fences (Peru, Ruritania, Togo);", ["Ruritania"]),
        ("Paint the [old] fences (in the north); mend them (Peru, Ruritania);", ["Ruritania"]),
        ("Paint the fences (Peru, on behalf of Oz); mend them (Peru, Ruritania);", ["Ruritania"]),
        ("Paint the fences (Peru and Ruritania);", ["Ruritania"]),
        ("Paint the fences (Togo, Евразия);", ["Евразия"]),
        ("Paint the fences (Peru, Togo);", []),
        ("Paint the fences (Urugay, Peru);", []),
        ("Paint the fences (Peru, on behalf of Freedonia);", []),
        ("Paint the fences (Ruritania, Peru);", ["Ruritania"]),
        ("Paint the fences (Ruritania/Peru/Kingdom of Freedonia);", ["Ruritania", "Kingdom of Freedonia"]),
        ("Paint the fences (EU, Peru);", ["EU"]),
        ("Paint the fences (Peru, as well as Oz);", ["Oz"]),
        ("Paint the fences (Peru); mend them (Ruritania);", ["Ruritania"]),
        ("Paint the fences (Ruritania, Peru) and mend them (Togo);", ["Ruritania"]),
        ("Paint the fences (in the north, Peru) and mend them (Togo);", []),
        ("Paint the fences as [Ruritania, Peru] did (Togo);", []),
        ("Paint the fences (Peru (Ruri\u00adtania), Togo);", ["Peru (Ruritania)"]),
        ("Paint the fences (Iran (Islamic Republic of)); mend them (Peru);", []),
        ("Paint the fences (Iran (Islamic Republic of);", []),
        ("Join the Convention (CAT); paint (in the north); light (No. 29); mend (Peru);", []),
        ("Paint the fences (Peru, in part);", []),
        ("Join the Convention (CAT) and paint (No. 29) (Peru);", []),
        ("Join the Convention of the Quay on lamps (Quay Convention). Light them (Peru);", []),
        ("Quay Convention on lamps (Quay Convention). Light them (Peru);", []),
        ("Join the Convention of the Quay (Ruritania Convention). Light them (Peru);", ["Ruritania Convention"]),
        ("Paint it (Islamic Republic Iran);", []),
        ("", []),
    ],
)
def test_names_that_belong_to_no_state_are_reported(text: str, names: list[str]) -> None:
    assert list(unknown_names(text)) == names


def test_misprinted_names_are_reported() -> None:
    clauses = parse_recommendation("Paint the fences (Urugay, Peru); mend them (Kazakstan);")
    assert list(misprinted_names(clauses)) == ["“Urugay” is read as Uruguay", "“Kazakstan” is read as Kazakhstan"]


@times(8)
@given(st.text(alphabet=st.sampled_from("ab ()[]（）;,./&1Peru Togo*\n\x00é"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    clauses = parse_recommendation(text)
    assert clauses
    assert all(len(clause.states) == len(clause.states_as_printed) for clause in clauses)
    assert all(isinstance(name, str) for name in unknown_names(text))


@pytest.mark.parametrize(
    "text",
    ["(" * 30_000, ")" * 30_000, "(Peru" * 6_000, "Peru) " * 6_000, " " * 90_000 + "x", "(a" * 9000 + ")" * 9000],
    ids=lambda text: f"{text[:6]} {len(text)}",
)
def test_a_long_text_is_read(text: str) -> None:
    clauses = parse_recommendation(text)
    assert clauses
    assert {state.iso3 for clause in clauses for state in clause.states} <= {"PER"}


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        ")",
        "(Peru",
        "Peru) ",
        " ",
        "(a) ",
        "Paint (Peru); ",
        "Paint (Peru)/mend (Togo) ",
        "a b (Peru, Togo), ",
        "(Oz, Peru 2); ",
    ],
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert growth(lambda size: parse_recommendation(unit * size + "x"), 210) < 1.2


def test_one_more_demand_after_alternatives() -> None:
    text = "Consider painting (Peru)/paint (Togo) the fence of the harbour, and provide a bench beside it (Togo);"
    clauses = parse_recommendation(text)
    assert [(clause.text, [state.iso3 for state in clause.states]) for clause in clauses] == [
        ("Consider painting the fence of the harbour", ["PER"]),
        ("paint the fence of the harbour", ["TGO"]),
        ("provide a bench beside it", ["TGO"]),
    ]


@pytest.mark.parametrize(("between", "names"), [(183, []), (184, ["Quay Convention"])])
def test_a_title_is_shortened_within_two_hundred_characters(between: int, names: list[str]) -> None:
    text = f"Join the Quay Convention {'x' * between} (Quay Convention). Light the lamps (Peru);"
    assert list(unknown_names(text)) == names
