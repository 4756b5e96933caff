"""The reviews of 2010 and 2014 against independently verified readings of the documents, and their own arithmetic."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import kz_upr

POSITIONS = {
    "supported": "supported",
    "not_supported": "noted",
    "noted": "noted",
    "not_accepted": "noted",
    "under_examination": "pending",
}
STAGES = {"working_group_report": "working group", "council_outcome": "council"}
#: Names that the reports print without capitals.
LOWER_CASE_NAMES = (
    "declaration on sexual orientation and gender identity",
    "convention on the non-applicability of statutory limitations to war crimes and crimes against humanity",
)
# What the readings do not say, and the package does: A/HRC/28/2, para. 602, calls 126.27 implemented.
QUALIFIED_HERE_ALONE = {("KAZ-2-126.27", "council"): "already implemented"}

#: A review, and the rows of its independent reading.
Pair = tuple[kz_upr.Review, list[dict[str, Any]]]


@pytest.fixture(params=[1, 2], ids=["2010", "2014"])
def pair(request: pytest.FixtureRequest, shared: Path) -> Pair:
    review = kz_upr.load_review(request.param)
    rows = json.loads((shared / "corpus" / "expected" / f"{review.id}.json").read_text(encoding="utf-8"))["rows"]
    return review, rows


def test_the_numbers_are_those_of_the_report(pair: Pair) -> None:
    review, rows = pair

    assert [r.number for r in review.recommendations] == [row["number"] for row in rows]


def test_the_states_are_those_printed_in_order(pair: Pair) -> None:
    review, rows = pair

    assert {r.number: [s.iso3 for s in r.states] for r in review.recommendations} == {
        row["number"]: row["states"] for row in rows
    }


def test_every_demand_has_its_own_states(pair: Pair) -> None:
    review, rows = pair

    assert {r.number: [[s.iso3 for s in c.states] for c in r.clauses] for r in review.recommendations} == {
        row["number"]: [clause["states"] for clause in row["clauses"]] for row in rows
    }


def test_the_fingerprints_are_of_the_official_text(pair: Pair) -> None:
    review, rows = pair
    texts = {row["number"]: re.sub(r"\s+", " ", unicodedata.normalize("NFKC", row["text"])).strip() for row in rows}

    assert {r.number: r.text_sha256 for r in review.recommendations} == {
        number: hashlib.sha256(text.encode()).hexdigest() for number, text in texts.items()
    }


def test_positions_agree_at_every_stage(pair: Pair) -> None:
    review, rows = pair

    assert {r.number: {p.stage: p.value for p in r.positions} for r in review.recommendations} == {
        row["number"]: {STAGES[p["stage"]]: POSITIONS[p["value"]] for p in row["positions"]} for row in rows
    }


def test_qualifiers_agree_but_for_the_one_explained(pair: Pair) -> None:
    review, rows = pair

    def word(qualifier: str) -> str:  # the readings append the paragraph, and spell the phrase out
        phrase = re.sub(r" \(para\. \d+\)$", "", qualifier)
        return {
            "in process of implementation": "in process",
            "in the process of implementation": "in process",
            "in the process of being implemented": "in process",
            "already implemented or in the process of implementation": "already implemented or in process",
        }.get(phrase, phrase)

    expected = {
        (f"{review.id}-{row['number']}", STAGES[p["stage"]]): word(p["qualifier"])
        for row in rows
        for p in row["positions"]
        if p.get("qualifier")
    }
    held = {(r.id, p.stage): str(p.qualifier) for r in review.recommendations for p in r.positions if p.qualifier}

    assert held == expected | {
        key: value for key, value in QUALIFIED_HERE_ALONE.items() if key[0].startswith(review.id)
    }


def test_no_summary_repeats_nine_words_of_the_text_but_names(pair: Pair) -> None:
    """A run of nine words is part of a name: it has a capital or a number in it."""
    review, rows = pair
    texts = {row["number"]: row["text"] for row in rows}

    def words(text: str) -> list[str]:
        for name in LOWER_CASE_NAMES:
            text = re.sub(name, "NAME", text, flags=re.IGNORECASE)
        return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text)

    for recommendation in review.recommendations:
        first, *rest = words(texts[recommendation.number])
        printed = [first.casefold(), *rest]
        runs = {tuple(w.casefold() for w in printed[i : i + 9]): printed[i : i + 9] for i in range(len(printed) - 8)}
        for clause in recommendation.clauses:
            assert clause.summary is not None, recommendation.id
            summary = [w.casefold() for w in words(clause.summary)]
            for i in range(len(summary) - 8):
                if words_there := runs.get(tuple(summary[i : i + 9])):
                    assert any(w[0].isupper() or w[0].isdigit() for w in words_there), recommendation.id


# -- what the documents say of themselves: no corpus needed -----------------------------------------


def groups(review: kz_upr.Review) -> Counter[str]:
    return Counter(r.number.partition(".")[0] for r in review.recommendations)


def pairs(review: kz_upr.Review) -> int:
    return sum(len(r.states) for r in review.recommendations)


def answers(review: kz_upr.Review, stage: str) -> Counter[str]:
    return Counter(str(p.value) for r in review.recommendations for p in r.positions if p.stage == stage)


def test_2010_adds_up() -> None:
    review = kz_upr.load_review(1)

    assert groups(review) == {"95": 102, "97": 26}  # the two lists of A/HRC/14/10, paras. 95 and 97
    assert pairs(review) == 129
    assert len({s for r in review.recommendations for s in r.states}) == 45
    assert answers(review, "working group") == {"supported": 102, "pending": 26}
    assert answers(review, "council") == {"supported": 121, "noted": 7}  # A/HRC/14/37, para. 306
    qualified = [r for r in review.recommendations if r.positions[0].qualifier]
    assert len(qualified) == 68  # A/HRC/14/10, para. 96
    noted = [r.number for r in kz_upr.select(review.recommendations, position="noted")]
    assert noted == ["97.1", "97.2", "97.3", "97.4", "97.10", "97.12", "97.19"]


def test_2014_adds_up() -> None:
    review = kz_upr.load_review(2)

    assert groups(review) == {"124": 47, "125": 96, "126": 51}  # the three lists of A/HRC/28/10
    assert pairs(review) == 198
    assert len({s for r in review.recommendations for s in r.states}) == 71
    assert answers(review, "working group") == {"supported": 143, "noted": 51}  # A/HRC/28/2, para. 601
    assert answers(review, "council") == {"supported": 144, "noted": 50}  # para. 637
    moved = [r.number for r in review.recommendations if len({p.value for p in r.positions}) > 1]
    assert moved == ["126.27"]  # para. 602
    qualifiers = Counter(str(r.positions[0].qualifier) for r in review.recommendations)
    assert qualifiers == {"already implemented": 47, "in process": 96, "None": 51}


@pytest.mark.parametrize(("cycle", "speakers"), [(1, 54), (2, 73)])  # A/HRC/14/10, para. 27; A/HRC/28/10, para. 23
def test_recommending_states_are_among_the_speakers(cycle: int, speakers: int) -> None:
    review = kz_upr.load_review(cycle)
    speaking = {s.iso3 for s in review.speaking_states}

    assert review.speakers == len(review.speaking_states) == len(speaking) == speakers
    assert {s.iso3 for r in review.recommendations for s in r.states} <= speaking


@pytest.mark.parametrize("cycle", [1, 2])
def test_every_recommendation_is_coded_whole(cycle: int) -> None:
    for recommendation in kz_upr.load_review(cycle).recommendations:
        assert recommendation.clauses
        assert all(c.actions and c.summary and c.themes and c.states for c in recommendation.clauses), recommendation.id
        assert len(recommendation.positions) == 2, recommendation.id
