"""Questions to reviews."""

import collections
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import kz_upr
from kz_upr import Action, Citation, Clause, PositionValue, Recommendation, Review, Tag, TagKind, queries
from kz_upr.searching import points_about
from strategies import SOURCES, STATES, TOPICS, recommendations, reviews

HERE = (Citation(source=SOURCES[1], locator="para. 1"),)
FRA, PER, JPN = (kz_upr.resolve_state(code) for code in ("FRA", "PER", "JPN"))
D2, D4, E5 = (next(topic for topic in TOPICS if topic.code == code) for code in ("D2", "D4", "E5"))


def made(number: str, **fields: Any) -> Recommendation:
    return Recommendation(**{"id": f"KAZ-9-{number}", "number": number, "citations": HERE, **fields})


def answered(value: str) -> tuple[kz_upr.Position, ...]:
    return (kz_upr.Position(value=PositionValue(value), stage=kz_upr.Stage.COUNCIL, citations=HERE),)


HELD = (
    made(
        "1.1",
        clauses=(Clause(action=Action.RATIFY, subject="the treaty on children's rights", states=(FRA, PER)),),
        positions=answered("supported"),
        topics=(E5,),
        tags=(Tag(kind=TagKind.SDG, scheme="s", label="16 - PEACE", code="16"),),
    ),
    made(
        "1.2",
        clauses=(
            Clause(action=Action.PREVENT, subject="torture in prisons", states=(PER,)),
            Clause(action=Action.INVESTIGATE, subject="torture", states=(JPN,)),
        ),
        positions=answered("noted"),
        topics=(D2, D4),
        tags=(Tag(kind=TagKind.SDG, scheme="s", label="1 - NO POVERTY", code="1"),),
    ),
    made("1.3", positions=answered("noted")),
    made("1.10", clauses=(Clause(subject="Élections libres", states=(FRA,)),), official_text="Hold ELECTIONS soon"),
)
REVIEW = Review(
    id="KAZ-9",
    state=kz_upr.resolve_state("KAZ"),
    cycle=9,
    coverage=kz_upr.Coverage(recommendations=kz_upr.Held(held=4), statements=kz_upr.Held(held=0)),
    recommendations=HELD,
    citations=HERE,
)


def numbers(found: Any) -> list[str]:
    return [recommendation.number for recommendation in found]


class TestFind:
    @pytest.mark.parametrize("asked", ["139.124", "KAZ-3-139.124", " 139.124 ", "139,124"])
    def test_by_number_or_id(self, asked: str) -> None:
        assert kz_upr.find_recommendation(kz_upr.load_review(), asked).id == "KAZ-3-139.124"

    @pytest.mark.parametrize("cycle", [1, 2, 3, 4])
    def test_every_number_and_id_is_found(self, cycle: int) -> None:
        review = kz_upr.load_review(cycle)
        for recommendation in review.recommendations:
            assert kz_upr.find_recommendation(review, recommendation.number) is recommendation
            assert kz_upr.find_recommendation(review, recommendation.id) is recommendation

    @pytest.mark.parametrize(
        ("asked", "near"),
        [
            ("1.4", {"1.3", "1.10"}),  # numbers count by their parts: 1.10 comes after 1.4
            ("1.99", {"1.3", "1.10"}),
            ("0.1", {"1.1", "1.2"}),
            ("KAZ-9-1.4", {"1.3", "1.10"}),
            ("word", set()),
            ("", set()),
        ],
    )
    def test_near_numbers(self, asked: str, near: set[str]) -> None:
        with pytest.raises(kz_upr.UnknownRecommendationError) as caught:
            kz_upr.find_recommendation(REVIEW, asked)
        assert near <= set(caught.value.nearest)
        assert caught.value.existing == ("1.1", "1.2", "1.3", "1.10")

    def test_of_a_review_that_holds_none(self) -> None:
        with pytest.raises(KeyError, match=r"KAZ-4 \(which holds 0 of 294\)"):
            kz_upr.find_recommendation(kz_upr.load_review(4), "1.1")


class TestRedirects:
    """Ids never die: one that moved answers with a warning, one that was split names its successors."""

    @pytest.fixture(autouse=True)
    def moved(self, monkeypatch: pytest.MonkeyPatch) -> None:
        redirects = {
            "KAZ-9-7.1": {"to": ["KAZ-9-1.2"], "since": "2027.1"},
            "KAZ-9-7.2": {"to": ["KAZ-9-1.2", "KAZ-9-1.3"], "since": "2027.1"},
        }
        monkeypatch.setattr(queries, "_redirects", lambda: redirects)

    @pytest.mark.parametrize("asked", ["7.1", "KAZ-9-7.1", "7,1"])
    def test_moved(self, asked: str) -> None:
        with pytest.warns(kz_upr.RedirectWarning, match=r"KAZ-9-7\.1 is KAZ-9-1\.2 since edition 2027\.1") as caught:
            assert kz_upr.find_recommendation(REVIEW, asked) is HELD[1]
        assert caught[0].filename == __file__

    def test_split(self) -> None:
        with pytest.raises(kz_upr.UnknownRecommendationError, match=r"split or merged since edition 2027\.1") as caught:
            kz_upr.find_recommendation(REVIEW, "7.2")
        assert caught.value.nearest == ("1.2", "1.3")

    def test_what_never_was(self) -> None:
        with pytest.raises(KeyError):
            kz_upr.find_recommendation(REVIEW, "7.3")


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
            ({"position": PositionValue.SUPPORTED}, ["1.1"]),
            ({"position": "pending"}, []),
            ({"action": "investigate"}, ["1.2"]),
            ({"action": Action.RATIFY}, ["1.1"]),
            ({"topic": "D2"}, ["1.2"]),
            ({"topic": D4}, ["1.2"]),
            ({"topic": "D"}, ["1.2"]),
            ({"topic": E5.label}, ["1.1"]),
            ({"sdg": 16}, ["1.1"]),
            ({"sdg": "1"}, ["1.2"]),
            ({"sdg": 6}, []),
            ({"text": "TORTURE"}, ["1.2"]),
            ({"text": "elections"}, ["1.10"]),
            ({"text": "soon libres"}, ["1.10"]),
            ({"text": "1.3"}, ["1.3"]),
            ({"text": ""}, ["1.1", "1.2", "1.3", "1.10"]),
            ({"state": "PER", "position": "noted", "topic": "D", "action": "prevent", "sdg": 1}, ["1.2"]),
            ({"state": "PER", "position": "noted", "text": "treaty"}, []),
        ],
        ids=str,
    )
    def test_conditions(self, conditions: dict[str, Any], found: list[str]) -> None:
        assert numbers(kz_upr.select(HELD, **conditions)) == found

    @pytest.mark.parametrize(
        ("conditions", "error"),
        [
            ({"state": "Ruritania"}, kz_upr.UnknownStateError),
            ({"topic": "Z9"}, kz_upr.UnknownTopicError),
            ({"topic": ""}, kz_upr.UnknownTopicError),
            ({"position": "rejected"}, ValueError),
            ({"action": "dance"}, ValueError),
        ],
        ids=str,
    )
    def test_what_cannot_be_meant(self, conditions: dict[str, Any], error: type[Exception]) -> None:
        with pytest.raises(error):
            kz_upr.select((), **conditions)

    def test_takes_any_iterable_and_returns_a_tuple(self) -> None:
        assert kz_upr.select(iter(HELD), state="PER") == HELD[:2]
        assert kz_upr.select([]) == ()

    @given(reviews(), st.sampled_from(STATES), st.sampled_from(list(PositionValue)))
    @settings(max_examples=30)
    def test_two_conditions_are_both(self, review: Review, state: kz_upr.State, position: PositionValue) -> None:
        all_of_it = review.recommendations
        both = kz_upr.select(all_of_it, state=state, position=position)
        assert both == kz_upr.select(kz_upr.select(all_of_it, state=state), position=position)
        assert set(both) <= set(all_of_it)


class TestCountBy:
    def test_by_state(self) -> None:
        assert kz_upr.count_by(HELD, "state") == {FRA: 2, PER: 2, JPN: 1, None: 1}

    def test_by_position(self) -> None:
        assert kz_upr.count_by(HELD, "position") == {
            PositionValue.NOTED: 2,
            PositionValue.SUPPORTED: 1,
            None: 1,
        }

    def test_by_action(self) -> None:
        assert kz_upr.count_by(HELD, "action") == {
            Action.RATIFY: 1,
            Action.PREVENT: 1,
            Action.INVESTIGATE: 1,
            None: 2,
        }

    def test_by_topic(self) -> None:
        assert kz_upr.count_by(HELD, "topic") == {E5: 1, D2: 1, D4: 1, None: 2}

    def test_the_most_frequent_first(self) -> None:
        counts = list(kz_upr.count_by(HELD, "state").values())
        assert counts == sorted(counts, reverse=True)

    def test_another_key(self) -> None:
        with pytest.raises(ValueError, match="state, position, action, topic"):
            kz_upr.count_by(HELD, "colour")  # type: ignore[arg-type]

    @given(st.lists(recommendations(), max_size=5))
    @settings(max_examples=30)
    def test_sums(self, held: list[Recommendation]) -> None:
        assert sum(kz_upr.count_by(held, "position").values()) == len(held)
        assert sum(kz_upr.count_by(held, "state").values()) == sum(max(1, len(r.states)) for r in held)
        assert sum(kz_upr.count_by(held, "topic").values()) == sum(max(1, len(r.topics)) for r in held)

    @pytest.mark.parametrize("cycle", [1, 2])
    def test_positions_add_up_to_the_totals_of_the_council(self, cycle: int) -> None:
        review = kz_upr.load_review(cycle)
        if not review.recommendations:
            pytest.skip("not held yet")
        assert review.totals is not None
        counts = kz_upr.count_by(review.recommendations, "position")
        assert counts == {
            PositionValue.SUPPORTED: review.totals.supported,
            PositionValue.NOTED: review.totals.noted,
        }


class TestByState:
    def test_by_name_code_and_state(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        assert found["FRA"] == found["France"] == found["fr"] == found[FRA]
        assert "KAZ-3-139.124" in {r.id for r in found["France"].recommendations}
        assert "KAZ-3-dialogue-fra" in {s.id for s in found["France"].statements}

    def test_a_state_that_neither_spoke_nor_asked(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        silent = found["Tuvalu"]
        assert (silent.state.iso3, silent.statements, silent.recommendations) == ("TUV", (), ())
        assert "Tuvalu" not in found
        assert kz_upr.resolve_state("Tuvalu") not in list(found)

    def test_a_name_of_no_state(self) -> None:
        found = kz_upr.by_state(kz_upr.load_review())
        with pytest.raises(kz_upr.UnknownStateError):
            found["Ruritania"]
        assert "Ruritania" not in found
        assert 3 not in found

    def test_in_alphabetical_order(self) -> None:
        names = [state.name for state in kz_upr.by_state(kz_upr.load_review())]
        assert names == sorted(names)
        assert "Kazakhstan" in names

    def test_groups_and_others_are_nobody(self) -> None:
        review = kz_upr.load_review()
        said = sum(len(contribution.statements) for contribution in kz_upr.by_state(review).values())
        assert said == sum(statement.speaker.state is not None for statement in review.statements)

    def test_several_reviews_together(self) -> None:
        both = kz_upr.by_state(kz_upr.load_reviews())
        for state, contribution in both.items():
            alone = [kz_upr.by_state(review)[state] for review in kz_upr.load_reviews()]
            assert contribution.recommendations == tuple(r for one in alone for r in one.recommendations)
            assert contribution.statements == tuple(s for one in alone for s in one.statements)

    @given(reviews())
    @settings(max_examples=30)
    def test_every_recommendation_is_with_each_of_its_states(self, review: Review) -> None:
        found = kz_upr.by_state(review)
        pairs = {(state, r.id) for state, contribution in found.items() for r in contribution.recommendations}
        assert pairs == {(state, r.id) for r in review.recommendations for state in r.states}


class TestTimeline:
    def test_in_order_with_places(self) -> None:
        events = kz_upr.timeline(kz_upr.load_reviews())
        assert [event.date for event in events] == sorted(event.date for event in events)
        assert all(event.citations for event in events)
        assert all(event.title for event in events)

    @pytest.mark.parametrize(
        ("date", "kind", "review"),
        [
            ("2010-02-12", "review", "KAZ-1"),  # A/HRC/14/10, para. 1
            ("2010-02-16", "report adopted by the Working Group", "KAZ-1"),  # para. 1
            ("2010-03-23", "report issued", "KAZ-1"),  # its cover
            ("2010-06-09", "outcome adopted by the Council", "KAZ-1"),  # A/HRC/14/37
            ("2014-10-30", "review", "KAZ-2"),  # A/HRC/28/10, para. 1
            ("2014-11-04", "report adopted by the Working Group", "KAZ-2"),  # para. 1
            ("2014-12-10", "report issued", "KAZ-2"),  # its cover
            ("2015-03-19", "outcome adopted by the Council", "KAZ-2"),  # A/HRC/28/2, para. 941
            ("2019-10-16", "national report", "KAZ-3"),  # its cover
            ("2019-11-07", "review", "KAZ-3"),  # A/HRC/43/2, para. 667
            ("2020-02-24", "addendum", "KAZ-3"),  # its cover
            ("2020-03-12", "outcome adopted by the Council", "KAZ-3"),  # A/HRC/43/2, para. 668
            ("2025-01-23", "review", "KAZ-4"),  # kaztag.info
        ],
    )
    def test_the_steps_of_the_reviews(self, date: str, kind: str, review: str) -> None:
        events = {(str(e.date), str(e.kind), e.review) for e in kz_upr.timeline(kz_upr.load_reviews())}
        assert (date, kind, review) in events

    def test_a_step_without_a_date_is_not_there(self) -> None:
        kinds = [event.kind for event in kz_upr.timeline(kz_upr.load_review(4))]
        assert kz_upr.EventKind.OUTCOME not in kinds

    def test_one_review_or_several(self) -> None:
        one = kz_upr.timeline(kz_upr.load_review())
        assert one == kz_upr.timeline([kz_upr.load_review()])
        assert set(one) < set(kz_upr.timeline(kz_upr.load_reviews()))


class TestSearch:
    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("Istanbul Convention rape definition", "KAZ-3-adoption-un-women"),  # para. 687
            ("sexuality education curricula", "KAZ-3-139.161"),
            ("Rusafa", "KAZ-3-adoption-kaz"),  # para. 684
        ],
    )
    def test_a_reader_finds(self, text: str, first: str) -> None:
        assert kz_upr.search(kz_upr.load_review(), text)[0].found.id == first

    @pytest.mark.parametrize(
        ("text", "among"),
        [
            ("lawyers", {"KAZ-3-adoption-iba-l4l", "KAZ-3-adoption-icj", "KAZ-3-139.114"}),
            ("disbarred lawyers", {"KAZ-3-adoption-iba-l4l", "KAZ-3-adoption-icj"}),  # A/HRC/43/2, paras. 700, 702
            ("Denmark independent judiciary rules", {"KAZ-3-138.83"}),
            ("torture", {"KAZ-3-dialogue-gbr", "KAZ-3-adoption-action-canada", "KAZ-3-adoption-forum-asia"}),
            ("Zhusan", {"KAZ-3-dialogue-states", "KAZ-3-adoption-kaz"}),
            ("zhusan operation", {"KAZ-3-dialogue-states"}),
            ("death penalty", {"KAZ-3-adoption-kaz", "KAZ-3-dialogue-est", "KAZ-3-dialogue-fra"}),
            ("139.124", {"KAZ-3-139.124"}),
            ("Beketayev", {"KAZ-3-presentation"}),
            ("Iceland", {"KAZ-3-139.161"}),
            ("ÉLECTIONS", {"KAZ-3-139.124"}),
        ],
    )
    def test_a_reader_finds_among_the_first(self, text: str, among: set[str]) -> None:
        found = [hit.found.id for hit in kz_upr.search(kz_upr.load_review(), text)]
        assert among <= set(found), found

    def test_best_first_and_bounded(self) -> None:
        hits = kz_upr.search(kz_upr.load_review(), "rights of women and children", limit=7)
        assert len(hits) == 7
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert min(scores) > 0
        assert len({hit.found.id for hit in hits}) == 7

    @pytest.mark.parametrize("text", ["", "   ", "xyzzy", "!?", "\0", "the"])
    def test_nothing_fits(self, text: str) -> None:
        hits = kz_upr.search(kz_upr.load_review(4), text)
        assert hits == ()

    @pytest.mark.parametrize("limit", [0, 1])
    def test_small_limits(self, limit: int) -> None:
        assert len(kz_upr.search(kz_upr.load_review(), "rights", limit=limit)) == limit

    @given(st.text(max_size=40))
    def test_any_text(self, text: str) -> None:
        for hit in kz_upr.search(kz_upr.load_review(), text):
            assert hit.score >= 0

    def test_the_index_goes_with_the_review(self) -> None:
        """Another review in the same place is searched anew."""
        for word in ("apples", "pears"):
            held = (attrs.evolve(HELD[0], clauses=(Clause(subject=word),)),)
            assert len(kz_upr.search(attrs.evolve(REVIEW, recommendations=held), word)) == 1


class TestRelated:
    def test_scores(self) -> None:
        hits = kz_upr.related(HELD[1], REVIEW)
        assert all(0 < hit.score <= 1 for hit in hits)
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)

    def test_never_itself(self) -> None:
        assert HELD[1] not in [hit.found for hit in kz_upr.related(HELD[1], REVIEW)]

    def test_the_same_demand_in_another_review_scores_highest(self) -> None:
        other = attrs.evolve(HELD[1], id="KAZ-8-7.7", number="7.7")
        hit, *rest = kz_upr.related(other, REVIEW)
        assert hit.found is HELD[1]
        assert hit.score == pytest.approx(1.0)
        assert all(more.score < 0.9 for more in rest)

    def test_content_not_known(self) -> None:
        assert kz_upr.related(HELD[2], kz_upr.load_review()) == ()
        # A/HRC/43/10/Add.1, para. 9: of 139.2 the number is known and nothing else
        unknown = kz_upr.find_recommendation(kz_upr.load_review(), "139.2")
        assert all(kz_upr.related(unknown, review) == () for review in kz_upr.load_reviews())

    def test_in_a_review_that_holds_none(self) -> None:
        assert kz_upr.related(HELD[1], kz_upr.load_review(4)) == ()

    @given(reviews(), recommendations())
    @settings(max_examples=30)
    def test_any(self, review: Review, asked: Recommendation) -> None:
        hits = kz_upr.related(asked, review, limit=3)
        assert len(hits) <= 3
        assert all(0 < hit.score <= 1 for hit in hits)
        assert asked.id not in {hit.found.id for hit in hits}

    def test_every_held_recommendation(self) -> None:
        all_reviews = kz_upr.load_reviews()
        for recommendation in kz_upr.load_review().recommendations:
            for review in all_reviews:
                for hit in kz_upr.related(recommendation, review):
                    assert 0 < hit.score <= 1
                    assert hit.found.id != recommendation.id


class TestCompareEditions:
    def test_what_came_with_the_united_nations_records(self) -> None:
        diff = kz_upr.compare_editions("2025.4", "2026.11")
        assert diff
        assert diff.removed == ()
        assert {("review", "KAZ-1"), ("review", "KAZ-2"), ("review", "KAZ-4")} <= set(diff.added)
        assert ("recommendation", "KAZ-3-139.124") in diff.added
        (changed,) = (change for change in diff.changed if change.kind == "review")
        fields = {field.name: field for field in changed.fields}
        assert fields["session"].old is None
        assert fields["session"].new == 34
        assert fields["totals"].new["supported"] == 214
        head = fields["delegation.head.name"]
        assert (head.old, head.new) == ("M. Beketayev", "Marat Beketayev")
        assert not {"edition", "statements", "recommendations", "discrepancies"} & fields.keys()

    def test_there_and_back(self) -> None:
        there, back = kz_upr.compare_editions("2025.4", "2026.11"), kz_upr.compare_editions("2026.11", "2025.4")
        assert set(there.added) == set(back.removed)
        assert {(c.kind, c.id) for c in there.changed} == {(c.kind, c.id) for c in back.changed}

    @pytest.mark.parametrize("edition", [edition.id for edition in kz_upr.editions()])
    def test_with_itself(self, edition: str) -> None:
        diff = kz_upr.compare_editions(edition, edition)
        assert not diff
        assert "no difference" in str(diff)

    def test_takes_editions_too(self) -> None:
        old, new = kz_upr.editions()[:2]
        assert kz_upr.compare_editions(old, new) == kz_upr.compare_editions(old.id, new.id)

    def test_printed_it_can_be_read(self) -> None:
        text = str(kz_upr.compare_editions("2025.4", "2026.11"))
        assert text.startswith("Edition 2025.4 to 2026.11\n")
        assert "session: not there -> 34" in text
        assert max(map(len, text.splitlines())) <= 80
        assert "{" not in text

    def test_an_edition_that_is_not_there(self) -> None:
        with pytest.raises(kz_upr.UnknownEditionError):
            kz_upr.compare_editions("2025.4", "1999.1")


def test_nothing_is_changed_by_asking() -> None:
    before = hash(REVIEW)
    kz_upr.select(REVIEW.recommendations, text="torture")
    kz_upr.count_by(REVIEW.recommendations, "state")
    kz_upr.by_state(REVIEW)
    kz_upr.timeline(REVIEW)
    kz_upr.search(REVIEW, "torture")
    assert hash(REVIEW) == before


def test_answers_do_not_depend_on_the_order_of_a_set() -> None:
    counts = collections.Counter(str(kz_upr.search(kz_upr.load_review(), "human rights law")) for _ in range(3))
    assert len(counts) == 1


class TestWhatCannotBeMeant:
    """A wrong question gets one clear error, never a wrong answer."""

    def test_a_number_that_is_no_text(self) -> None:
        """139.20 as a decimal is 139.2: another recommendation."""
        with pytest.raises(TypeError, match="give the number as a text"):
            kz_upr.find_recommendation(kz_upr.load_review(), 139.20)  # type: ignore[arg-type]

    @pytest.mark.parametrize("number", ["KAZ-3-139.114", " 139.114.", "139,114", "139-114"])
    def test_a_number_as_people_write_it(self, number: str) -> None:
        assert kz_upr.find_recommendation(kz_upr.load_review(), number).number == "139.114"

    def test_a_position_that_the_united_nations_do_not_know(self) -> None:
        with pytest.raises(ValueError, match=r"no position 'rejected'; there are: supported, noted, partly supported"):
            kz_upr.select((), position="rejected")

    def test_words_in_any_case(self) -> None:
        recommendations = kz_upr.load_review(2).recommendations
        assert kz_upr.select(recommendations, position="Noted") == kz_upr.select(recommendations, position="noted")

    def test_a_goal_that_does_not_exist(self) -> None:
        with pytest.raises(ValueError, match="numbered 1 to 17; found 99"):
            kz_upr.select((), sdg=99)

    def test_a_topic_by_a_word_of_its_label(self) -> None:
        with pytest.raises(kz_upr.UnknownTopicError, match="nearest: E4 Right to health"):
            kz_upr.select((), topic="health")

    @pytest.mark.parametrize("ask", [kz_upr.select, kz_upr.to_records, lambda r: kz_upr.count_by(r, "state")])
    def test_a_review_in_place_of_its_recommendations(self, ask: Any) -> None:
        with pytest.raises(TypeError, match=r"found a Review: pass its \.recommendations"):
            ask(kz_upr.load_review())

    def test_a_list_in_place_of_a_review(self) -> None:
        with pytest.raises(TypeError, match="expected a Review, found a list"):
            kz_upr.search([kz_upr.load_review()], "x")  # type: ignore[arg-type]


class TestSearchWords:
    def test_a_number_is_one_word(self) -> None:
        """ICJ's statement names it (A/HRC/43/2, para. 702, and its own page); no other number comes up."""
        hits = kz_upr.search(kz_upr.load_review(), "139.114")
        assert {hit.found.id for hit in hits} == {"KAZ-3-139.114", "KAZ-3-adoption-icj"}

    def test_small_words_count_only_alone(self) -> None:
        review = kz_upr.load_review()
        assert kz_upr.search(review, "the prohibition of torture") == kz_upr.search(review, "prohibition torture")

    def test_the_points_that_speak_of_it(self) -> None:
        """A/HRC/43/2, para. 684, is the one of the statement's paragraphs that names Zhusan."""
        (statement,) = (s for s in kz_upr.load_review().statements if s.id == "KAZ-3-adoption-kaz")
        places = {c.locator for p in points_about(statement, "Zhusan") for c in p.citations}
        assert places == {"para. 684"}
        assert points_about(statement, "xyzzy") == statement.points
