"""Words in the form in which they are searched."""

import itertools

import pytest
from hypothesis import given, strategies as st

from kz_upr.reference.words import COMMON, stem, stems
from strategies import times


@pytest.mark.parametrize(
    "family",
    [
        "woman women",
        "child children",
        "person persons people peoples",
        "man men",
        "life lives",
        "policy policies",
        "party parties",
        "body bodies",
        "city cities",
        "judge judges judicial judiciary",
        "prison prisons prisoner prisoners",
        "ratify ratifies ratified ratifying ratification",
        "criminalize criminalise criminalizes criminalized criminalizing criminalization criminalisation",
        "discriminate discriminates discriminated discriminating discrimination discriminatory",
        "protect protects protected protecting protection protective",
        "recommend recommends recommended recommending recommendation recommendations",
        "investigate investigates investigated investigating investigation investigations",
        "educate educates educated educating education",
        "elect elects elected electing election elections",
        "adopt adopts adopted adopting adoption",
        "implement implements implemented implementing implementation",
        "consider considers considered considering consideration",
        "monitor monitors monitored monitoring",
        "empower empowers empowered empowering empowerment",
        "enforce enforces enforced enforcing enforcement",
        "improve improves improved improving improvement improvements",
        "commit commits committed committing commitment commitments",
        "plan plans planned planning",
        "abolish abolishes abolished abolishing abolition",
        "accede accedes acceded acceding accession",
        "register registers registered registering registration",
        "detain detains detained detaining detention",
        "agree agrees agreed agreement agreements",
        "treaty treaties",
        "refugee refugees",
        "law laws",
    ],
)
def test_the_forms_of_a_word_have_one_stem(family: str) -> None:
    assert {word: stem(word) for word in family.split()} == dict.fromkeys(family.split(), stem(family.split()[0]))


@pytest.mark.parametrize(
    "words",
    [
        "police policy",
        "nation national",
        "access accession",
        "mission missing",
        "state statement statistics status stateless",
        "party part",
        "law lawyer",
        "general generation",
        "treaty treatment",
        "community communication",
        "universal university",
        "organ organization",
        "minister minority",
        "man many mandate",
        "child chile",
        "judge judo",
        "woman womb",
        "right rite",
        "free freedom",
    ],
)
def test_words_that_mean_different_things_have_different_stems(words: str) -> None:
    for one, other in itertools.combinations(words.split(), 2):
        assert stem(one) != stem(other), (one, other)


@pytest.mark.parametrize("word", ["business", "status", "crisis", "process", "press", "un", "as", "is", "hiv", ""])
def test_a_final_s_that_is_no_plural_stays(word: str) -> None:
    assert stem(word) == word


def test_the_words_of_a_text() -> None:
    assert stems("Ratification of women's policies") == stems("ratify of woman s policy")
    assert stems("RATIFY") == stems("ratify") == ["ratify"]
    assert stems("Élections") == stems("elections")
    assert stems("") == []


def test_the_number_of_a_recommendation_is_one_word() -> None:
    assert stems("139.124 and others")[0] == "139.124"
    assert "139" not in stems("139.124")
    assert stems("139. 124") == ["139", "124"]


@times(8)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15))
def test_a_stem_is_not_empty_and_keeps_the_beginning(word: str) -> None:
    root = stem(word)
    assert root
    assert root[0] == word[0]
    assert len(root) <= len(word) + 1


@times(4)
@given(st.text(max_size=60))
def test_any_text_has_stems(text: str) -> None:
    assert all(stems(text))
    assert stems(text) == stems(text)


def test_common_words_are_in_the_form_of_stems() -> None:
    """They are compared with stems."""
    assert {stem(word) for word in COMMON} == COMMON


@pytest.mark.parametrize(
    "words",
    ["offer off", "meter met", "tower tow", "hour hor", "gas ga", "four for", "order ord", "this thi", "bus bu"],
)
def test_short_words_keep_their_ending(words: str) -> None:
    one, other = words.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "family",
    [
        "labour labor labours", "odour odor odours", "behaviour behavior",
        "test tested testing tests", "run runs running runner",
        "stop stopped stopping stops", "minor minors", "vote votes", "parent parents", "house houses housing",
        "govern governs governed governing", "manage manages managed managing management",
    ],
)  # fmt: skip
def test_more_forms_of_a_word_have_one_stem(family: str) -> None:
    test_the_forms_of_a_word_have_one_stem(family)
