"""Recommendations that conclusions only point to."""

import pytest

from kz_upr import PositionValue
from kz_upr.documents.references import references_in, without_references

from effort import growth  # isort: skip

REFUSED = "did not enjoy the support of Fiji."


@pytest.mark.parametrize(
    ("places", "read"),
    [
        ("paragraph 54", ["54"]),
        ("paragraphs 51, 53 and 63 above", ["51", "53", "63"]),
        ("paragraphs 81 (d) and 67 (b)", ["81 (d)", "67 (b)"]),
        ("paragraphs: 71; 72 (c); 81 (d), (f) and (h)", ["71", "72 (c)", "81 (d)", "81 (f)", "81 (h)"]),
        ("paragraphs 67 (a), (b) (i) and (ii); 89 (a)", ["67 (a)", "67 (b) (i)", "67 (b) (ii)", "89 (a)"]),
        ("paragraphs 9 (h) (i), 10", ["9 (h)", "9 (i)", "10"]),
        ("paragraphs 38(b); 53 (c) (d); 67", ["38 (b)", "53 (c)", "53 (d)", "67"]),
        ("paragraphs 33 (a, b), 79 (d, f and g)", ["33 (a)", "33 (b)", "79 (d)", "79 (f)", "79 (g)"]),
        ("paragraph 19 (a) and (b) and paragraph 22 (b)", ["19 (a)", "19 (b)", "22 (b)"]),
        ("paragraphs 23 (last sentence) and 29 (d)", ["23 (last sentence)", "29 (d)"]),
        ("paragraphs 26-29 and 31", ["26", "27", "28", "29", "31"]),
        ("paragraphs 30 (a) to (d)", ["30 (a)", "30 (b)", "30 (c)", "30 (d)"]),
        ("paragraphs 30 (b) (i) to (v)", ["30 (b) (i)", "30 (b) (v)"]),
        ("paragraphs 30 (c) (f)", ["30 (c)", "30 (f)"]),
        ("paragraphs 30 (d) to (b)", ["30 (d)", "30 (b)"]),
        ("paragraphs 30 (a) to (b)", ["30 (a)", "30 (b)"]),
        ("paragraphs 30 (y), (z), (aa) to (cc)", ["30 (y)", "30 (z)", "30 (aa)", "30 (cc)"]),
        ("paragraphs 30 (a) to (cc)", ["30 (a)", "30 (cc)"]),
        ("paragraphs 30 (h), (i) and 31 (g), (i)", ["30 (h)", "30 (i)", "31 (g)", "31 (i)"]),
        ("paragraphs 30 (b) (i) and (ii) and (c)", ["30 (b) (i)", "30 (b) (ii)", "30 (c)"]),
        ("paragraphs 30 (aa) (ii), 31", ["30 (aa) (ii)", "31"]),
        ("paragraphs 30 (u), (v), 31 (w) (x)", ["30 (u)", "30 (v)", "31 (w)", "31 (x)"]),
        ("paragraphs 30 (a), (b) (i) (ii)", ["30 (a)", "30 (b) (i)", "30 (b) (ii)"]),
        ("paragraphs 30 (a), (b) (i, ii)", ["30 (a)", "30 (b) (i)", "30 (b) (ii)"]),
        ("paragraphs 30 (i) and 31", ["30 (i)", "31"]),
        ("paragraphs 26 to 26, 31-29", ["26", "31", "29"]),
        ("paragraphs 30 to 32 and 32 (b)", ["30", "31", "32", "32 (b)"]),
        ("paragraph  30  ,  31  (a)  and  96", ["30", "31 (a)", "96"]),
        ("paragraphs 30 and 97, 98 and 96", ["30", "96"]),
        ("paragraph 19 and paragraph 22 (b), and those of Peru in paragraph 30,", ["19", "22 (b)", "30"]),
    ],
)
def test_places(places: str, read: list[str]) -> None:
    [reference] = references_in(98, f"The recommendations noted in {places} {REFUSED}", 97)

    assert (reference.paragraph, list(reference.places)) == (98, read)
    assert reference.answer is PositionValue.NOTED


@pytest.mark.parametrize(("last", "whole"), [(60, True), (61, True), (62, False)])
def test_a_range_of_paragraphs_is_as_long_as_a_dialogue(last: int, whole: bool) -> None:
    [reference] = references_in(98, f"The recommendations noted in paragraphs 1 to {last} {REFUSED}", 97)

    expected = [str(n) for n in range(1, last + 1)] if whole else ["1", str(last)]
    assert list(reference.places) == expected


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            "The recommendations noted in the report in paragraphs 9 and 10 will be examined by Fiji.",
            PositionValue.PENDING,
        ),
        ("The recommendations contained in paragraph 9 enjoy the support of Fiji.", PositionValue.SUPPORTED),
        ("Those in paragraphs 9 (d) and 10 (b) did not enjoy support.", PositionValue.NOTED),
        ("The recommendations noted in paragraph 9 speak of lamps.", None),
        (
            "The following recommendations did not enjoy the support of Fiji: Fiji finds that the recommendations in "
            "paragraph 9 are none of its duties.",
            PositionValue.NOTED,
        ),
        ("The lamps enjoy the support of Fiji. It has views on the recommendations noted in paragraph 9.", None),
    ],
)
def test_answers(words: str, answer: PositionValue | None) -> None:
    [reference] = references_in(60, words, 58)

    assert reference.answer is answer


def test_sentences_of_one_paragraph_may_answer_differently() -> None:
    words = (
        "The recommendations in paragraphs 9 and 11 enjoy the support of Fiji. Those in paragraph 10 did not enjoy the "
        "support of Fiji."
    )

    assert [(str(r.answer), r.places) for r in references_in(60, words, 58)] == [
        ("supported", ("9", "11")),
        ("noted", ("10",)),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The recommendations listed below enjoy the support of Fiji:",
        "The recommendations in paragraph 61 above enjoy the support of Fiji.",
        "Fiji considers that recommendations Nos. 1, 4 and 7 in paragraph 57 above are implemented.",
        "The recommendations 61.4 and 61.5 in paragraph 61.4 were accepted.",
        "In accordance with paragraph 15 of the annex to resolution 5/1, the recommendations were made.",
        "In accordance with paragraph 15 (a) of the annex to resolution 5/1, the recommendations were made.",
        "Fiji spoke of its lamps in paragraph 9.",
    ],
)
def test_what_is_no_reference(words: str) -> None:
    assert list(references_in(62, words, 58)) == []
    assert without_references(words, 58) == words


def test_sentences_without_references_remain() -> None:
    words = (
        "The recommendations listed below enjoy support. Those in paragraph 9 did not enjoy support. Fiji will write."
    )

    assert without_references(words, 58) == "The recommendations listed below enjoy support. Fiji will write."


@pytest.mark.parametrize("piece", ["9 (a), ", "(a) ", "paragraph 9 ", "recommendations in paragraph ", "9-", "( "])
def test_work_grows_with_the_text(piece: str) -> None:
    def read(times: int) -> None:
        list(references_in(60, "Those recommendations in paragraphs 9" + piece * times, 58))

    assert growth(read, 300) < 1.5
