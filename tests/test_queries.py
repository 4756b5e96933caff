"""Finding a recommendation, and selecting recommendations or statements."""

import gc
import json
import re
import weakref
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import kz_upr
from conftest import Run
from kz_upr import Act, Action, Manner, PositionValue, RegionalGroup, Review
from kz_upr.queries import once_per_review
from made_review import CAT, CHILDREN, EDUCATION, HELD, JPN, REVIEW, SAID, TORTURE, made, review_of
from strategies import STATES, reviews


def numbers(found: Any) -> list[str]:
    return [recommendation.number for recommendation in found]


class TestFind:
    @pytest.mark.parametrize(
        "asked",
        [
            "139.124",
            "KAZ-3-139.124",
            " 139.124 ",
            " 139.124.",
            "139,124",
            "139,124,",
            "139-124",
            "139 . 124",
            "kaz-3-139.124",
            "Kaz-3-139.124",
            " KAZ-3-139,124 ",
            "١٣٩.١٢٤",
            "KAZ-3-१३९.१२४",
            "１３９.１２４",
        ],
    )
    def test_by_number_or_id_as_people_write_it(self, asked: str) -> None:
        found = kz_upr.find_recommendation(kz_upr.load_review(), asked)
        assert (found.id, found.number) == ("KAZ-3-139.124", "139.124")

    @pytest.mark.parametrize("cycle", [1, 2, 3, 4])
    def test_every_number_and_id_is_found(self, cycle: int) -> None:
        review = kz_upr.load_review(cycle)
        for recommendation in review.recommendations:
            for asked in (recommendation.number, recommendation.id, recommendation.id.lower()):
                assert kz_upr.find_recommendation(review, asked) is recommendation

    @pytest.mark.parametrize(
        ("asked", "near"),
        [
            ("1.4", ("1.2", "1.3", "1.10")),  # numbers are compared by their parts: 1.10 comes after 1.4
            ("1.99", ("1.3", "1.10")),
            ("0.1", ("1.1", "1.2")),
            ("KAZ-9-1.4", ("1.2", "1.3", "1.10")),
            ("KAZ-8-1.1", ()),  # another review
            ("1.1 and more", ()),
            ("word", ()),
            ("", ()),
        ],
    )
    def test_a_number_that_is_not_held(self, asked: str, near: tuple[str, ...]) -> None:
        message = f"no recommendation {asked!r} in KAZ-9 (which holds 4 of an unknown number); nearest: "
        with pytest.raises(kz_upr.UnknownRecommendationError, match=f"^{re.escape(message)}") as caught:
            kz_upr.find_recommendation(REVIEW, asked)
        assert set(near) <= set(caught.value.nearest)
        assert caught.value.existing == ("1.1", "1.2", "1.3", "1.10")

    def test_in_a_review_without_recommendations(self) -> None:
        with pytest.raises(KeyError, match=r"^no recommendation '1\.1' in KAZ-4 \(which holds 0 of 294\)$"):
            kz_upr.find_recommendation(kz_upr.load_review(4), "1.1")

    def test_reviews_are_no_items(self) -> None:
        with pytest.raises(TypeError, match=r"got a Review: pass its \.recommendations or \.statements$"):
            kz_upr.select(kz_upr.load_reviews(), theme="torture")  # type: ignore[type-var]
        with pytest.raises(TypeError, match=r"^expected a Review, got a Recommendation$"):
            kz_upr.by_state(kz_upr.load_review(2).recommendations)  # type: ignore[arg-type]

    def test_a_number_that_is_not_a_string(self) -> None:
        """139.20 as a float is 139.2: another recommendation."""
        with pytest.raises(
            TypeError, match=r"^expected a string, got float .*: write the number in quotes, since 124\.10"
        ):
            kz_upr.find_recommendation(kz_upr.load_review(), 139.20)  # type: ignore[arg-type]

    @pytest.mark.parametrize(("thing", "kind"), [(None, "a NoneType"), ("139.124", "a str"), (HELD, "a tuple")])
    def test_something_other_than_a_review(self, thing: Any, kind: str) -> None:
        with pytest.raises(TypeError, match=f"^expected a Review, got {kind}$"):
            kz_upr.find_recommendation(thing, "139.124")


class TestFormerIds:
    """A recommendation that the joined documents number otherwise is still found under its former id."""

    REVIEW = review_of(HELD[0], attrs.evolve(HELD[1], former_ids=("KAZ-9-7.1", "KAZ-9-7.2")), *HELD[2:])

    @pytest.mark.parametrize("asked", ["7.1", "KAZ-9-7.1", "7,1", "kaz-9-7.2", " 7.2."])
    def test_it_is_found_with_a_warning(self, asked: str) -> None:
        message = r"^KAZ-9-7\.[12] has moved: it is KAZ-9-1\.2 in the joined documents$"
        with pytest.warns(kz_upr.RedirectWarning, match=message) as caught:
            assert kz_upr.find_recommendation(self.REVIEW, asked) is self.REVIEW.recommendations[1]
        assert caught[0].filename == __file__

    def test_other_ids_are_not_found(self) -> None:
        with pytest.raises(
            kz_upr.UnknownRecommendationError, match=r"^no recommendation '7\.3' in KAZ-9 \(which holds 4"
        ):
            kz_upr.find_recommendation(self.REVIEW, "7.3")


#: Asks for ids that have moved; in a process of its own, since the redirects are read only once.
REDIRECTED = """
import json, warnings
from unittest import mock
import kz_upr
from kz_upr import bundle

redirects = {
    "KAZ-3-7.1": {"to": ["KAZ-3-139.124"], "since": "2027.1"},
    "KAZ-3-7.2": {"to": ["KAZ-3-139.124", "KAZ-3-139.161"], "since": "2027.1"},
}
review = kz_upr.load_review()
outcomes = {}
with mock.patch.object(bundle, "read_json", lambda name: {"redirects.json": {"redirects": redirects}}[name]):
    for asked in ("7.1", "KAZ-3-7.1", "kaz-3-7.1", "7,1", "7.2", "KAZ-3-7.2", "7.3"):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                found = kz_upr.find_recommendation(review, asked).id
            except kz_upr.UnknownRecommendationError as error:
                found = [str(error), *error.nearest]
            told = [(w.category.__name__, str(w.message), w.filename) for w in caught]
        outcomes[asked] = (found, told)
print(json.dumps(outcomes))
"""


@pytest.fixture(scope="module")
def outcomes(python: Run) -> dict[str, Any]:
    """For each id asked for: what is found or the error with the nearest numbers, and the warnings."""
    found: dict[str, Any] = json.loads(python(REDIRECTED).stdout)
    return found


class TestRedirects:
    """Ids never die: one that moved is found with a warning, one that was split names its successors."""

    @pytest.mark.parametrize("asked", ["7.1", "KAZ-3-7.1", "kaz-3-7.1", "7,1"])
    def test_moved(self, outcomes: dict[str, Any], asked: str) -> None:
        message = "KAZ-3-7.1 has moved: it is KAZ-3-139.124 since edition 2027.1"
        assert outcomes[asked] == ["KAZ-3-139.124", [["RedirectWarning", message, "<string>"]]]

    @pytest.mark.parametrize("asked", ["7.2", "KAZ-3-7.2"])
    def test_split(self, outcomes: dict[str, Any], asked: str) -> None:
        (message, *nearest), warned = outcomes[asked]
        assert message.startswith("no recommendation '7.2' in KAZ-3 (split or merged since edition 2027.1); nearest: ")
        assert nearest == ["139.124", "139.161"]
        assert warned == []

    def test_an_id_that_never_was(self, outcomes: dict[str, Any]) -> None:
        (message, *_), warned = outcomes["7.3"]
        assert message.startswith("no recommendation '7.3' in KAZ-3 (which holds 18 of 245); nearest: ")
        assert warned == []


class TestSelect:
    @pytest.mark.parametrize(
        ("conditions", "found"),
        [
            ({}, ["1.1", "1.2", "1.3", "1.10"]),
            ({"state": "PER"}, ["1.1", "1.2"]),
            ({"state": "the French Republic"}, ["1.1", "1.10"]),
            ({"state": JPN}, ["1.2"]),
            ({"state": "Germany"}, []),
            ({"position": "noted"}, ["1.2", "1.3"]),
            ({"position": "Noted"}, ["1.2", "1.3"]),
            ({"position": PositionValue.SUPPORTED}, ["1.1"]),
            ({"position": "pending"}, []),
            ({"action": "investigate"}, ["1.2"]),
            ({"action": "INVESTIGATE"}, ["1.2"]),
            ({"action": Action.RATIFY}, ["1.1"]),
            ({"action": "continue"}, ["1.2"]),  # the second action of its clause
            ({"group": "Asia-Pacific States"}, ["1.2"]),  # Japan
            ({"group": RegionalGroup.WESTERN_EUROPE_OTHERS}, ["1.1", "1.10"]),  # France
            ({"group": "african states"}, []),
            ({"act": "recommends"}, []),  # what a speaker does, not what is demanded
            ({"theme": "torture"}, ["1.2"]),
            ({"theme": TORTURE}, ["1.2"]),
            ({"theme": "D25"}, ["1.2"]),
            ({"theme": "d25"}, ["1.2"]),
            ({"theme": "capital punishment"}, []),
            ({"theme": TORTURE.label.upper()}, ["1.2"]),
            ({"theme": "D2"}, ["1.2"]),  # the issue above
            ({"theme": "D"}, ["1.2"]),  # the group of issues
            ({"theme": "e"}, ["1.1"]),
            ({"theme": EDUCATION}, ["1.1"]),
            ({"theme": "D21"}, []),
            ({"persons": "children"}, ["1.1"]),
            ({"persons": CHILDREN}, ["1.1"]),
            ({"persons": "Media"}, []),
            ({"instrument": "CAT"}, ["1.2"]),
            ({"instrument": "convention against torture"}, ["1.2"]),
            ({"instrument": CAT}, ["1.2"]),
            ({"manner": "join"}, ["1.1"]),
            ({"manner": Manner.STANDARD}, ["1.2"]),
            ({"instrument": "CAT", "manner": "standard"}, ["1.2"]),
            ({"instrument": "CAT", "manner": "join"}, []),
            ({"sdg": 16}, ["1.1"]),
            ({"sdg": "1"}, ["1.2"]),
            ({"sdg": 6}, []),
            ({"text": "TORTURE"}, ["1.2"]),
            ({"text": "elections"}, ["1.10"]),
            ({"text": "soon libres"}, ["1.10"]),
            ({"text": "1.3"}, ["1.3"]),
            ({"text": "child"}, ["1.1"]),  # the beginning of a word
            ({"text": "hild"}, []),  # a piece of a word
            ({"text": "sons"}, []),
            ({"text": "the children's"}, ["1.1"]),
            ({"text": "torture ratify"}, []),  # every word in one recommendation
            ({"state": "PER", "position": "noted", "theme": "D", "action": "prevent", "sdg": 1}, ["1.2"]),
            ({"theme": "torture", "action": "investigate", "manner": "standard"}, ["1.2"]),
            ({"theme": "conditions-of-detention", "action": "investigate"}, []),  # two clauses, not one
            ({"persons": "persons-deprived-of-liberty", "manner": "standard"}, []),
            ({"state": "PER", "position": "noted", "text": "children"}, []),
        ],
        ids=str,
    )
    def test_conditions(self, conditions: dict[str, Any], found: list[str]) -> None:
        assert numbers(kz_upr.select(HELD, **conditions)) == found

    @pytest.mark.parametrize(
        ("conditions", "error", "message"),
        [
            ({"state": "Kazakhstann"}, kz_upr.UnknownStateError, "no State 'Kazakhstann'; nearest: Kazakhstan"),
            ({"theme": "Z9"}, kz_upr.UnknownThemeError, "no theme 'Z9'"),
            ({"theme": ""}, kz_upr.UnknownThemeError, "no theme ''"),
            ({"theme": "Z"}, kz_upr.UnknownThemeError, "no theme 'Z'"),
            ({"theme": "tortrue"}, kz_upr.UnknownThemeError, "no theme 'tortrue'"),
            ({"persons": "plumbers"}, kz_upr.UnknownPersonsError, "no affected persons 'plumbers'"),
            (
                {"instrument": "Treaty of Ruritania"},
                kz_upr.UnknownInstrumentError,
                "no instrument 'Treaty of Ruritania'",
            ),
            (
                {"manner": "sign"},
                ValueError,
                "expected a manner, one of join, reservation, implement, standard; got 'sign'",
            ),
            (
                {"group": "Asia"},
                ValueError,
                "expected a regional group, one of African States, Asia-Pacific States, Eastern European States, "
                "Latin American and Caribbean States, Western European and other States; got 'Asia'",
            ),
            ({"act": "sings"}, ValueError, "expected an act, one of reports, commends, is concerned, recommends, "),
            ({"text": ""}, ValueError, "expected words to look for, got ''"),
            ({"text": "   "}, ValueError, "expected words to look for, got '   '"),
            ({"text": "?!"}, ValueError, "expected words to look for, got '?!'"),
            (
                {"position": "rejected"},
                ValueError,
                "expected a position, one of supported, noted, partly supported, pending, undecided; got 'rejected'",
            ),
            ({"action": "dance"}, ValueError, "expected an action, one of ratify, consider, "),
            ({"sdg": 99}, ValueError, "expected a Sustainable Development Goal from 1 to 17, got 99"),
            ({"sdg": "peace"}, ValueError, "expected a Sustainable Development Goal from 1 to 17, got 'peace'"),
            ({"state": 3}, TypeError, "expected a string, got int 3"),
            ({"theme": 3}, TypeError, "expected a string, got int 3"),
            ({"position": 3}, TypeError, "expected a string, got int 3"),
            ({"group": 3}, TypeError, "expected a string, got int 3"),
            ({"persons": 3}, TypeError, "expected a string, got int 3"),
            ({"instrument": 3}, TypeError, "expected a string, got int 3"),
            ({"manner": 3}, TypeError, "expected a string, got int 3"),
            ({"text": 3}, TypeError, "expected a string, got int 3"),
            ({"state": ["x"]}, TypeError, "expected a string, got a list"),
        ],
        ids=str,
    )
    def test_a_value_that_does_not_exist(
        self, conditions: dict[str, Any], error: type[Exception], message: str
    ) -> None:
        with pytest.raises(error, match=f"^{re.escape(message)}"):
            kz_upr.select((), **conditions)

    @pytest.mark.parametrize(
        ("conditions", "found"),
        [
            ({}, ["per", "joint", "ngo"]),
            ({"state": "PER"}, ["per"]),
            ({"state": "Japan"}, ["joint"]),  # one of the States of a joint statement
            ({"group": "Western European and other States"}, ["joint"]),
            ({"act": "is concerned"}, ["joint"]),
            ({"act": Act.RECOMMENDS}, ["per"]),
            ({"theme": "D2"}, ["per"]),
            ({"persons": "media"}, ["joint"]),
            ({"instrument": "CAT", "manner": "join"}, ["per"]),
            ({"act": "recommends", "theme": "torture"}, ["per"]),
            ({"act": "commends", "theme": "torture"}, []),  # two points, not one
            ({"text": "journal"}, ["joint"]),
            ({"text": "lamps"}, ["ngo"]),  # its official text
            ({"position": "noted"}, []),  # statements have no positions, actions and goals
            ({"action": "ratify"}, []),
            ({"sdg": 16}, []),
        ],
        ids=str,
    )
    def test_statements(self, conditions: dict[str, Any], found: list[str]) -> None:
        selected = kz_upr.select(SAID, **conditions)
        assert [statement.id for statement in selected] == [f"KAZ-9-{name}" for name in found]

    @pytest.mark.parametrize("text", ["men", "arm", "ion", "port", "her", "age"])
    @pytest.mark.parametrize("cycle", [1, 2])
    def test_a_text_is_the_beginning_of_a_word(self, cycle: int, text: str) -> None:
        held = kz_upr.load_review(cycle).recommendations
        begins = re.compile(rf"(?<!\w){text}", re.IGNORECASE)
        assert kz_upr.select(held, text=text) == tuple(r for r in held if begins.search(r.summary or ""))

    def test_statements_of_the_bundled_reviews(self, review: Review) -> None:
        """A/HRC/43/2, paras. 684 and 700: Kazakhstan reports on Zhusan; a bar association speaks of lawyers."""
        zhusan = kz_upr.select(review.statements, state="Kazakhstan", text="Zhusan")
        assert [statement.id for statement in zhusan] == ["KAZ-3-adoption-kaz"]
        lawyers = kz_upr.select(review.statements, persons="judges-lawyers-prosecutors", act="is concerned")
        assert "KAZ-3-adoption-iba-l4l" in {statement.id for statement in lawyers}

    def test_treaties_to_join(self) -> None:
        """A/HRC/28/10, paras. 126.1-126.4: the Convention on migrant workers, in the second review."""
        asked = kz_upr.select(kz_upr.load_review(2).recommendations, instrument="CMW", manner="join")
        assert numbers(asked) == ["126.1", "126.2", "126.3", "126.4"]

    def test_a_theme_includes_those_below_it(self) -> None:
        held = kz_upr.load_review(2).recommendations
        issue = kz_upr.resolve_theme("D2")
        below = {r for id in issue.children for r in kz_upr.select(held, theme=kz_upr.resolve_theme(id))}
        assert below <= set(kz_upr.select(held, theme=issue))
        assert set(kz_upr.select(held, theme=issue)) <= set(kz_upr.select(held, theme="D"))

    def test_any_iterable_gives_a_tuple(self) -> None:
        assert kz_upr.select(iter(HELD), state="PER") == HELD[:2]
        assert kz_upr.select([]) == ()

    @given(reviews(), st.sampled_from(STATES), st.sampled_from(PositionValue))
    def test_two_conditions_both_hold(self, review: Review, state: kz_upr.State, position: PositionValue) -> None:
        held = review.recommendations
        both = kz_upr.select(held, state=state, position=position)
        assert both == kz_upr.select(kz_upr.select(held, state=state), position=position)
        assert both == tuple(r for r in held if state in r.states and r.position is position)

    @pytest.mark.parametrize(
        "ask",
        [kz_upr.select, lambda r: kz_upr.count_by(r, "state")],
        ids=["select", "count_by"],
    )
    def test_a_review_in_place_of_its_recommendations(self, ask: Callable[[Any], object]) -> None:
        message = r"^expected recommendations or statements, got a Review: pass its \.recommendations or \.statements$"
        with pytest.raises(TypeError, match=message):
            ask(kz_upr.load_review())


def test_what_is_computed_for_a_review_is_kept_as_long_as_the_review() -> None:
    calls: list[str] = []

    @once_per_review
    def ids(review: Review) -> list[str]:
        """The ids."""
        calls.append(review.id)
        return [recommendation.id for recommendation in review.recommendations]

    review = review_of(*HELD)
    assert ids(review) is ids(review)
    assert ids(review_of()) == []  # an equal id, another review
    assert calls == ["KAZ-9", "KAZ-9"]
    assert ids.__doc__ == "The ids."
    gone = weakref.ref(review)
    del review
    gc.collect()
    assert gone() is None


def test_questions_change_nothing() -> None:
    before, text = hash(REVIEW), kz_upr.to_json(REVIEW)
    kz_upr.select(REVIEW.recommendations, text="torture")
    kz_upr.count_by(REVIEW.recommendations, "state")
    kz_upr.to_records(REVIEW)
    kz_upr.by_state(REVIEW)
    kz_upr.timeline(REVIEW)
    kz_upr.search(REVIEW, "torture")
    kz_upr.related(HELD[1], REVIEW)
    assert hash(REVIEW) == before
    assert kz_upr.to_json(REVIEW) == text


def test_a_number_printed_twice() -> None:
    review = review_of(HELD[2], attrs.evolve(HELD[2], id=f"{HELD[2].id}-2"))
    kz_upr.validate(review)
    first, second = review.recommendations
    assert kz_upr.find_recommendation(review, first.number) is first
    assert kz_upr.find_recommendation(review, second.id) is second
    assert kz_upr.from_json(kz_upr.to_json(review), Review) == review


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("1.5", ("1.3", "1.4", "1.6", "1.7")),
        ("1.40", ("1.7", "1.8", "1.9", "1.10")),
        ("2.1", ("1.7", "1.8", "1.9", "1.10")),
        ("0.7", ("1.1", "1.2", "1.3", "1.4")),
        ("1.0", ("1.1", "1.2", "1.3", "1.4")),
        ("1.11", ("1.7", "1.8", "1.9", "1.10")),
    ],
)
def test_the_nearest_numbers_are_those_on_both_sides(asked: str, nearest: tuple[str, ...]) -> None:
    held = [made(f"1.{item}") for item in range(1, 11) if item != 5]
    with pytest.raises(kz_upr.UnknownRecommendationError) as caught:
        kz_upr.find_recommendation(review_of(*held), asked)

    assert caught.value.nearest == nearest


@pytest.mark.parametrize("goal", range(1, 18))
def test_each_of_the_seventeen_goals_can_be_asked_for(goal: int) -> None:
    tag = kz_upr.Tag(kind=kz_upr.TagKind.SDG, scheme="s", label="target", code=f"{goal}.3")
    held = (made("1.1", tags=(tag,)), made("1.2", tags=(attrs.evolve(tag, code=f"1{goal}"),)), made("1.3"))

    for asked in (goal, str(goal)):
        assert numbers(kz_upr.select(held, sdg=asked)) == ["1.1"]


@pytest.mark.parametrize("goal", [0, 18, -1, "16.3", ""])
def test_other_numbers_are_no_goals(goal: int | str) -> None:
    with pytest.raises(ValueError, match="expected a Sustainable Development Goal from 1 to 17"):
        kz_upr.select(HELD, sdg=goal)


def test_only_tags_of_goals_are_goals() -> None:
    tag = kz_upr.Tag(kind=kz_upr.TagKind.THEME, scheme="s", label="Lamps", code="16")
    bare = kz_upr.Tag(kind=kz_upr.TagKind.SDG, scheme="s", label="Lamps")

    assert kz_upr.select((made("1.1", tags=(tag,)), made("1.2", tags=(bare,))), sdg=16) == ()
