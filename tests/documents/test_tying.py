"""Which answer of a sentence belongs to which of its numbers."""

import pytest

from made_answers import EXCEPTED, UNCLEAR, UNSAID, Said, items, rest, said


@pytest.mark.parametrize(
    "sentence", ["As explained under 50.9: lamps are lit.", "Fiji explains, see 50.9: lamps are lit."]
)
def test_a_cross_reference_alone_says_nothing(sentence: str) -> None:
    assert said(sentence) == []
    assert rest(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Recommendation 50.9, recommendation 50.1, which Fiji supports, and recommendation 50.2 are noted.",
            [(items(9), "noted", ""), (items(1), "supported", ""), (items(2), "noted", "")],
        ),
        (
            "Fiji supports 50.1 to 50.5, except 50.2, which it notes, and 50.7 is noted.",
            [(items(1, 3, 4, 5), "supported", ""), (items(2), "noted", ""), (items(7), "noted", "")],
        ),
        (
            "Fiji supports 50.1 to 50.5, except 50.2, which it notes, and notes 50.7.",
            [(items(1, 3, 4, 5), "supported", ""), (items(2), "noted", ""), (items(7), "noted", "")],
        ),
        (
            "Fiji supports 50.3 to 50.5 except that it notes 50.4.",
            [(items(3, 5), "supported", ""), (items(4), "noted", "")],
        ),
        (
            "Fiji supports recommendations 50.1 to 50.5, except recommendation 50.2, recommendation 50.4.",
            [(items(1, 3, 5), "supported", ""), (items(2), None, EXCEPTED), (items(4), None, EXCEPTED)],
        ),
        (
            "Except for recommendation 50.2 and recommendation 50.4, recommendations 50.1 to 50.5 are supported.",
            [(items(2), None, EXCEPTED), (items(4), None, EXCEPTED), (items(1, 3, 5), "supported", "")],
        ),
        ("As to 50.1, Fiji accepts it, and it notes 50.2.", [(items(1), "supported", ""), (items(2), "noted", "")]),
        (
            "50.1, 50.2 (noted), and 50.3 are supported.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "supported", "")],
        ),
        (
            "50.1, 50.2 (which is noted), and 50.3 are supported.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "supported", "")],
        ),
        (
            "50.1, 50.2 (partially supported), and 50.3 are supported.",
            [(items(1), "supported", ""), (items(2), "partly supported", ""), (items(3), "supported", "")],
        ),
        ("50.1 and 50.2 (both noted) are about lamps.", [(items(1, 2), "noted", "")]),
        ("50.1 and 50.2 (noted).", [(items(1), None, UNSAID), (items(2), "noted", "")]),
        (
            "50.1 and 50.2 are supported and noted, respectively (see 50.30).",
            [(items(1), "supported", ""), (items(2), "noted", "")],
        ),
        ("Fiji supports and endorses 50.1.", [(items(1), "supported", "")]),
        ("Fiji supports and notes 50.1.", [(items(1), None, UNCLEAR)]),
        ("50.1 (noted), 50.2 and 50.3 are supported.", [(items(1), "noted", ""), (items(2, 3), "supported", "")]),
        (
            "50.1 (noted), 50.2 (supported), 50.3 (noted) and 50.4 are long.",
            [(items(1), "noted", ""), (items(2), "supported", ""), (items(3), "noted", ""), (items(4), None, UNSAID)],
        ),
        (
            "Fiji supports (50.1), (50.2) and notes (50.3).",
            [(items(1), "supported", ""), (items(2), "supported", ""), (items(3), "noted", "")],
        ),
        (
            "50.1 accepted; 50.2 noted; 50.3 accepted.",
            [(items(1), "supported", ""), (items(2), "noted", ""), (items(3), "supported", "")],
        ),
        ("Fiji supports 50.1 to 50.3, except: 50.2.", [(items(1, 3), "supported", ""), (items(2), None, EXCEPTED)]),
        (
            "Fiji supports 50.1 to 50.5 (except 50.2 (on lamps), 50.4), 50.7.",
            [
                (items(1, 3, 5), "supported", ""),
                (items(2), None, EXCEPTED),
                (items(4), None, EXCEPTED),
                (items(7), "supported", ""),
            ],
        ),
        (
            "Fiji supports 50.1 to 50.5 (on lamps), except 50.2 (on boats), 50.4.",
            [(items(1, 3, 5), "supported", ""), (items(2), None, EXCEPTED), (items(4), None, EXCEPTED)],
        ),
        ("Fiji supports 50.1 … 50.4.", [(items(1), "supported", ""), (items(4), None, UNCLEAR)]),
        ("Supported 50.1 Noted 50.1", [(items(1), "supported", ""), (items(1), "noted", "")]),
        (
            "Among recommendations 50.1 to 50.3, Fiji supports 50.1 and notes the others.",
            [(items(1), "supported", ""), (items(2, 3), "noted", "")],
        ),
        (
            "Out of 50.1 to 50.3, Fiji supports 50.1 and notes the others.",
            [(items(1), "supported", ""), (items(2, 3), "noted", "")],
        ),
        ("50.1 is, however, noted.", [(items(1), "noted", "")]),
        ("50.1 is noted, cf. 50.4.", [(items(1), "noted", "")]),
        ("50.1 is noted, see 50.4, which is supported.", [(items(1), "noted", "")]),
        ("50.1, see 50.4, is noted.", [(items(1), "noted", "")]),
        (
            "Fiji supports 50.1 and, in part, 50.4, and recommendation 50.2.",
            [(items(1), "supported", ""), (items(4), "partly supported", ""), (items(2), "supported", "")],
        ),
        (
            "Fiji supports recommendation 50.1 on lamps and recommendation 50.2 if funds allow.",
            [(items(1), None, UNCLEAR), (items(2), None, UNCLEAR)],
        ),
        (
            "Recommendation 50.1 is noted, recommendation 50.2 supported; if funds allow.",
            [(items(1), "noted", ""), (items(2), None, UNCLEAR)],
        ),
        (
            "Fiji notes 50.7 and accepts the following, with the exception of 50.2: 50.1, 50.2, 50.3.",
            [(items(7), "noted", ""), (items(2), None, EXCEPTED), (items(1, 3), "supported", "")],
        ),
        ("50.1 is noted, see our answer to 50.4.", [(items(1), "noted", "")]),
        ("Of lamps recommendation 50.1 is noted.", [(items(1), "noted", "")]),
        ("Fiji accepts the aim of recommendation 50.1.", [(items(1), None, UNCLEAR)]),
        ("Fiji accepts the aim of the above recommendation 50.1.", [(items(1), None, UNCLEAR)]),
        (
            "Fiji supports 50.1 and will; 50.2 is noted.",
            [(items(1), "supported", ""), (items(2), "noted", "")],
        ),
        (
            "Fiji supports 50.1, whereas, in the view of all, 50.2 is noted.",
            [(items(1), "supported", ""), (items(2), "noted", "")],
        ),
    ],
)
def test_each_answer_goes_to_its_own_list(sentence: str, expected: Said) -> None:
    assert sorted(said(sentence), key=str) == sorted(expected, key=str)
