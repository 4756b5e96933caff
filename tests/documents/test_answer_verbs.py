"""The verbs of answers: what each says, and of which recommendations."""

import pytest

from kz_upr.documents.declarations import Now, declared


def answers(sentence: str) -> dict[str, str | None]:
    """The answer of a sentence to each number that it names."""
    said = declared(sentence, None, Now()).said
    return {number: each.value and each.value.value for each in said for number in each.numbers}


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Fiji accepts 50.1.", "supported"),
        ("Fiji endorses 50.1.", "supported"),
        ("Fiji approves 50.1 in principle.", "supported"),
        ("Fiji accepts, in principle, recommendation 50.1.", "supported"),
        ("Fiji concurs with 50.1.", "supported"),
        ("Recommendation 50.1 is acceptable to Fiji.", "supported"),
        ("50.1 has been approved.", "supported"),
        ("Fiji can support recommendation 50.1.", "supported"),
        ("Fiji is ready to support recommendation 50.1.", "supported"),
        ("Fiji decides to accept 50.1.", "supported"),
        ("Fiji disagrees with recommendation 50.1.", "noted"),
        ("Fiji took note of 50.1.", "noted"),
        ("Fiji takes note with appreciation of 50.1.", "noted"),
        ("Fiji opposes 50.1.", "noted"),
        ("Fiji declines 50.1.", "noted"),
        ("Fiji refuses recommendation 50.1.", "noted"),
        ("Recommendation 50.1 is unacceptable.", "noted"),
        ("Recommendation 50.1 cannot be accepted.", "noted"),
        ("Recommendation 50.1 can't be supported.", "noted"),
        ("Fiji does not concur with 50.1.", "noted"),
        ("Fiji accepts in part recommendation 50.1.", "partly supported"),
        ("Recommendation 50.1 is in part accepted.", "partly supported"),
        ("50.1 is noted in part.", "partly supported"),
        ("Fiji supports/notes 50.1.", "partly supported"),
        ("Fiji supports/accepts 50.1.", "supported"),
        ("50.1 is noted/rejected.", "noted"),
        ("Fiji accepts (in part) 50.1.", "partly supported"),
        ("Fiji, in part, accepts 50.1.", "partly supported"),
        ("Fiji accepts, partially, recommendation 50.1.", "partly supported"),
        ("In part, 50.1 is supported.", "partly supported"),
        ("Only in part can Fiji accept 50.1.", "partly supported"),
        ("50.1 (accepted; in part).", "partly supported"),
        ("50.1 is accepted, but only in part.", "partly supported"),
        ("50.1 is accepted only as regards its first part.", "partly supported"),
        ("FIJI ACCEPTS 50.1.", "supported"),
        ("The recommendations which are accepted by Fiji: 50.1.", "supported"),
        ("Recommendations accepted: 50.1.", "supported"),
        ("Accepted recommendations: 50.1.", "supported"),
        ("The accepted recommendation is 50.1.", "supported"),
        ("Fiji accepted the recommendation 50.1.", "supported"),
        ("Fiji agrees to accept 50.1.", "supported"),
        ("Fiji agrees to recommendation 50.1.", "supported"),
        ("50.1 was, after long study, accepted.", "supported"),
        ("50.1 is hereby fully and wholly accepted.", "supported"),
        ("Fiji accepts fully and with thanks 50.1.", "supported"),
        ("Fiji accepts in principle recommendation 50.1.", "supported"),
        ("Fiji accepts in full 50.1.", "supported"),
        ("Fiji gladly accepts 50.1.", "supported"),
        ("Fiji accepts recommendations no. 50.1.", "supported"),
        ("Fiji accepts recommendation number 50.1.", "supported"),
        ("Fiji must note 50.1.", "noted"),
        ("Fiji accepts with appreciation and interest the recommendation 50.1.", "supported"),
        ("Fiji supports with regret only in part 50.1.", "partly supported"),
        ("Fiji cannot at this point of its long history of lamps support 50.1.", "noted"),
        ("Fiji can only in part support 50.1.", "partly supported"),
        ("In part, the Government of Fiji, after long talks with its good friends, supports 50.1.", "partly supported"),
        ("Fiji (a State of lamps (and boats)) supports 50.1.", "supported"),
        ("Fiji informs civil society that it now gladly supports 50.1.", "supported"),
        ("Fiji informs all stakeholders that the Government supports 50.1.", "supported"),
        ("Fiji notes no. 50.1.", "noted"),
        ("In favour of accepting 50.1, Fiji supports it.", "supported"),
        ("Accepting 50.1, Fiji lit its lamps.", "supported"),
        ("Due to this Fiji accepts 50.1.", "supported"),
    ],
)
def test_a_verb_answers(sentence: str, answer: str) -> None:
    assert answers(sentence) == {"50.1": answer}


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Recommendation 50.1 has the support of Fiji.", "supported"),
        ("Recommendation 50.1 enjoys Fiji’s support.", "supported"),
        ("Fiji lends its support to 50.1.", "supported"),
        ("Recommendation 50.1 enjoys the very full moral political support of Fiji.", "supported"),
        ("The support of donors helps with 50.1, which is noted.", "noted"),
        ("Fiji’s support depends on recommendation 50.1.", None),
        ("50.1 was carried out with Peru’s support.", None),
        ("50.1 was carried out with their support.", None),
        ("50.1 was carried out with the support of Peru.", None),
        ("Recommendation 50.1 enjoys the support of stakeholders.", None),
        ("Recommendation 50.1 enjoys the support of civil society.", None),
        ("Recommendation 50.1 has the support of donors.", None),
        ("Recommendation 50.1 enjoys the support of its partners.", None),
        ("Recommendation 50.1 has broad support among the population.", None),
        ("Recommendation 50.1 enjoys the support of the Government.", "supported"),
        ("Recommendation 50.1 enjoys the support of the country.", "supported"),
        ("Recommendation 50.1 enjoys the support of the ministries and of all experts.", None),
        ("Fiji expresses its support for recommendation 50.1.", "supported"),
        ("Recommendation 50.1 lacks the support of Fiji.", "noted"),
        ("Recommendation 50.1 found no support.", "noted"),
        ("Recommendation 50.1 received partial support.", "partly supported"),
        ("Fiji provides technical support to the States of recommendation 50.1.", None),
        ("As to recommendation 50.1, Fiji needs the support of donors.", None),
        ("As Fiji does not have lamps, it hereby expresses support for 50.1.", "supported"),
        ("Fiji gives no support to 50.1.", "noted"),
        ("Fiji does not give its support to 50.1.", "noted"),
        ("Fiji does not gives its support to 50.1.", "noted"),
        ("Fiji is able to give its full support to 50.1.", "supported"),
        ("Fiji expresses its partial support for 50.1.", "partly supported"),
        ("Fiji might give its support to 50.1.", None),
        ("Fiji will consider giving its support to 50.1.", None),
        ("Civil society gives its support to 50.1.", None),
        ("50.1 may enjoy the support of Fiji.", None),
        ("50.1 might enjoy partial support.", None),
        ("50.1 hardly enjoys support.", None),
        ("50.1 continues to enjoy the support of Fiji.", "supported"),
        ("50.1 of civil society enjoys the support of Fiji.", "supported"),
        ("50.1 enjoys the support of Fiji, which considers that they have done it.", "supported"),
        ("50.1 enjoys the support of Fiji which considers that they have done it.", "supported"),
        ("50.1 enjoys the support of Fiji’s very old and small but most active human rights commission.", None),
        ("The stakeholders that have studied lamps support 50.1.", None),
        ("50.1 enjoys the support of.", None),
        ("50.1 has been found hard to support.", None),
        ("50.1 enjoys the support of the", None),
        ("50.1 lacks no support.", None),
    ],
)
def test_the_noun_support_answers_if_recommendations_enjoy_it(sentence: str, answer: str | None) -> None:
    assert answers(sentence) == {"50.1": answer}


@pytest.mark.parametrize(
    "sentence",
    [
        "Fiji does not take note of 50.1.",
        "Fiji might accept 50.1.",
        "Fiji could accept 50.1.",
        "Fiji is invited to accept 50.1.",
        "Fiji would accept 50.1.",
        "Fiji will decide whether to accept 50.1.",
        "Recommendation 50.1 may be considered accepted.",
        "Fiji neither accepts nor rejects 50.1.",
        "Fiji accepts or rejects 50.1.",
        "Fiji fails to accept or reject 50.1.",
        "Fiji has recommendation 50.1 in hand.",
        "Fiji nearly accepts 50.1.",
        "Civil society supports 50.1.",
        "Fiji notes that recommendation 50.1 is about lamps.",
        "Fiji welcomes recommendation 50.1.",
        "Fiji has lamps to which recommendation 50.1 applies.",
        "On the note of lamps, recommendation 50.1 was long.",
        "Recommendation 50.1 is of note for Fiji.",
        "In 50.1, a matter of note, lamps are asked for.",
        "In 50.1 Fiji agrees.",
        "Fiji notes in 50.1 a demand.",
        "Fiji accepts in recommendation 50.1 what concerns lamps.",
        "50.1 is accepted, with the exception of its second sentence.",
        "Fiji accepts to light the lamps of 50.1.",
        "It is accepted that 50.1 is about lamps.",
        "Recommendation 50.1 is accepted that lamps be lit.",
        "Fiji has noted that 50.1 needs lamps.",
        "Fiji would partially support 50.1.",
        "Fiji will consider partially accepting 50.1.",
        "Civil society partially supports 50.1.",
        "Fiji does not say that it partially supports 50.1.",
        "Fiji will, with its friends and after long talks of all on lamps, consider accepting 50.1.",
        "The NGOs that support 50.1 are many.",
        "Fiji says that the commission supports 50.1.",
        "The very old and small but most active commission of all the lamps gladly supports 50.1.",
        "Fiji supports any of 50.1.",
    ],
)
def test_doubtful_words_do_not_answer(sentence: str) -> None:
    assert answers(sentence) == {"50.1": None}


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Recommendation 50.1 will be considered as accepted.", "supported"),
        ("Recommendation 50.1 is considered to be noted.", "noted"),
        ("As noted above, recommendation 50.1 is supported.", "supported"),
        ("It is noted that recommendation 50.1 is accepted.", "supported"),
    ],
)
def test_a_verb_that_only_leads_to_the_answer(sentence: str, answer: str) -> None:
    assert answers(sentence) == {"50.1": answer}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fiji notes 2 recommendations: 50.1 and 50.2.", {"50.1": "noted", "50.2": "noted"}),
        ("Fiji concurs with 50.1 and disagrees with 50.2.", {"50.1": "supported", "50.2": "noted"}),
        ("Fiji supports 50.1; notes 50.2; rejects 50.3.", {"50.1": "supported", "50.2": "noted", "50.3": "noted"}),
        ("50.1 enjoys support, 50.2 is noted.", {"50.1": "supported", "50.2": "noted"}),
        ("50.1 enjoys the support of Fiji; 50.2 lacks it; 50.3 is noted.", {"50.1": "supported", "50.3": "noted"}),
        ("Fiji gives support to 50.1 and notes 50.2.", {"50.1": "supported", "50.2": "noted"}),
        ("Fiji welcomes 50.1 and notes 50.2.", {"50.1": None, "50.2": "noted"}),
        ("As to 50.1, Fiji noted recommendation 50.2.", {"50.1": None, "50.2": "noted"}),
        ("As to 50.1, Fiji fully supported 50.2.", {"50.1": None, "50.2": "supported"}),
        ("Fiji supports 50.1, and welcomes 50.2.", {"50.1": "supported", "50.2": None}),
        ("50.1 is supported but 50.2 is not supported.", {"50.1": "supported", "50.2": "noted"}),
        ("Fiji does not accept 50.1 and accepts 50.2.", {"50.1": "noted", "50.2": "supported"}),
        ("50.1, which Fiji supports, and 50.2, which it notes.", {"50.1": "supported", "50.2": "noted"}),
        ("50.1 enjoys, and recommendation 50.2 may enjoy, the support of Fiji.", {"50.1": "supported", "50.2": None}),
        ("50.1 enjoys and 50.2 does not enjoy the support of Fiji.", {"50.1": "supported", "50.2": "noted"}),
        ("50.1 lacks, and 50.2 enjoys, the support of Fiji.", {"50.1": "noted", "50.2": "supported"}),
    ],
)
def test_a_negation_or_a_doubt_ends_with_its_clause(sentence: str, expected: dict[str, str | None]) -> None:
    found = answers(sentence)

    assert {number: found[number] for number in expected} == expected
