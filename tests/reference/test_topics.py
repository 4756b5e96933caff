"""Topics by code, group and label."""

import csv
import re
from pathlib import Path

import pytest

import kz_upr
from kz_upr import UnknownTopicError
from kz_upr.reference import list_topics, topic_by_code, topics_named


def test_topics_are_those_of_the_index(shared: Path) -> None:
    expected: dict[str, list[str]] = {}
    with (shared / "vocab/uhri_issues_level2_coded.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            expected.setdefault(row["code"], []).append(row["label"])
    assert {topic.code: topic.label for topic in list_topics()} == {
        code: "; ".join(labels) for code, labels in expected.items()
    }


def test_codes_are_a_letter_and_a_digit_each_once() -> None:
    codes = [topic.code for topic in kz_upr.list_topics()]
    assert all(re.fullmatch("[A-H][0-9]", code) for code in codes)
    assert len(set(codes)) == len(codes) == 38


def test_by_code_alone() -> None:
    assert topic_by_code("D2").label == "Right to physical and moral integrity"
    with pytest.raises(UnknownTopicError, match=r"^no topic 'D99'; existing: A1, A2"):
        topic_by_code("D99")


@pytest.mark.parametrize("topic", list_topics(), ids=lambda topic: topic.code)
def test_every_topic_is_found_by_code_and_by_label(topic: kz_upr.Topic) -> None:
    assert topics_named(topic.code) == topics_named(topic.code.lower()) == (topic,)
    assert topics_named(topic.label) == topics_named(topic.label.upper()) == (topic,)


@pytest.mark.parametrize("letter", ["A", "b", "D", "H"])
def test_a_letter_means_the_whole_group(letter: str) -> None:
    group = topics_named(letter)
    assert group == tuple(topic for topic in list_topics() if topic.code.startswith(letter.upper()))
    assert group


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Z9", "no topic 'Z9'; existing: A1"),
        ("", "no topic ''; existing: A1"),
        ("Z", "no topic 'Z'; "),
        ("health", "no topic 'health'; nearest: E4 Right to health; existing: A1"),
    ],
)
def test_a_name_that_is_not_a_topic(name: str, message: str) -> None:
    with pytest.raises(UnknownTopicError, match=f"^{re.escape(message)}"):
        topics_named(name)
