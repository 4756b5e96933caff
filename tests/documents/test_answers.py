"""What the words of an answer mean."""

import pytest

from kz_upr.documents.answers import answer_in, position_of_group, position_of_heading, qualifier_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fiji supports this recommendation.", "supported"),
        ("Fiji agrees with this recommendation.", "supported"),
        ("Fiji does not agree with this recommendation.", "noted"),
        ("Fiji accepts this recommendation in part.", "partly supported"),
        ("Fiji supports these recommendations partially.", "partly supported"),
        ("Fiji accepts only part of this recommendation.", "partly supported"),
        ("Fiji agrees with the importance of lamps.", None),
        # in any type and over lines
        ("FIJI SUPPORTS THIS RECOMMENDATION.", "supported"),
        ("FIJI DOES NOT SUPPORT THIS RECOMMENDATION.", "noted"),
        ("FIJI TAKES NOTE OF THIS RECOMMENDATION.", "noted"),
        ("FIJI SUPPORTS PARTS OF THIS RECOMMENDATION.", "partly supported"),
        ("FIJI CANNOT YET GIVE A FINAL POSITION.", "undecided"),
        ("The harbour is lit.\nAccepted.", "supported"),
        ("The harbour is lit.\nNoted.", "noted"),
        ("The harbour is lit. Accepted by nobody, it stands.", None),
        ("This recommendation, as to\nlamps, is supported.", "supported"),
        ("Fiji cannot give, for\nwant of lamps, a final\nposition.", "undecided"),
        ("Fiji supports this recommendation; it notes recommendation 7.", "partly supported"),
        ("Fiji supports this recommendation but cannot give a final answer on lamps.", "partly supported"),
        ("Fiji supports this recommendation and does not accept the next.", "partly supported"),
        ("This recommendation does not enjoy the support of Fiji.", "noted"),
        ("This recommendation enjoys the full support of Fiji.", "supported"),
        ("Fiji notes this recommendation and cannot give a final answer.", "noted"),
        ("", None),
    ],
)
def test_the_answer_in_a_text(text: str, value: str | None) -> None:
    assert answer_in(text) == value


@pytest.mark.parametrize(
    ("lead", "value"),
    [
        ("The following recommendations will be examined by Fiji:", "pending"),
        ("THE RECOMMENDATIONS BELOW ARE PENDING:", "pending"),
        ("Fiji will provide responses in due course:", "pending"),
        ("The responses of\nFiji will be included in the outcome:", "pending"),
        ("The following enjoy the support of Fiji:", "supported"),
        ("The following did not enjoy the support of Fiji:", "noted"),
        ("The following recommendations were made:", None),
    ],
)
def test_the_words_before_a_group(lead: str, value: str | None) -> None:
    assert position_of_group(lead) == value


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("II. Noted recommendations", "noted"),
        ("B. Recommendations supported", "supported"),
        ("3. Accepted", "supported"),
        ("IV.Unsupported recommendations", "noted"),
        ("Lamps", None),
    ],
)
def test_what_a_heading_says(heading: str, value: str | None) -> None:
    assert position_of_heading(heading) == value


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Fiji supports it; it is already implemented.", "already implemented"),
        ("IT HAS BEEN IMPLEMENTED.", "already implemented"),
        ("It is in the process of being implemented.", "in process"),
        ("THE IMPLEMENTATION OF LAMPS\nIS ONGOING.", "in process"),
        ("These are implemented or in the process of being implemented.", "already implemented or in process"),
        ("It has been implemented to a large extent.", None),
        ("It has been implemented to a large extent. The lamps have been implemented.", "already implemented"),
        ("Fiji supports it.", None),
    ],
)
def test_what_an_answer_adds_to_its_support(text: str, qualifier: str | None) -> None:
    assert qualifier_in(text) == qualifier
