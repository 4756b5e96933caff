"""What the words before a list say of it."""

import pytest

from kz_upr import PositionValue
from kz_upr.documents.introductions import ListKind, announces_recommendations, kind_of_list, position_of_lead


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The recommendations listed below enjoy the support of Fiji:", ListKind.RECOMMENDATIONS),
        ("In the course of the discussion, it was recommended that Fiji:", ListKind.RECOMMENDATIONS),
        ("Fiji considered what was said and agreed on the following:", ListKind.RECOMMENDATIONS),
        (
            "The following recommendations did not enjoy the support of Fiji, which gave these comments:",
            ListKind.RECOMMENDATIONS,
        ),
        ("With regard to the other recommendations, Fiji offers the following comments:", ListKind.COMMENTS),
        ("The recommendations noted in paragraphs 9 and 10 (b) did not enjoy the support of Fiji:", ListKind.COMMENTS),
        (
            "Fiji, mindful of the recommendations above, announced the following voluntary commitments:",
            ListKind.PLEDGES,
        ),
    ],
)
def test_what_a_list_holds(lead: str, kind: ListKind) -> None:
    assert kind_of_list(lead, 40) is kind


@pytest.mark.parametrize(
    ("lead", "position"),
    [
        ("The State under review considered what was said and agreed on the following:", PositionValue.SUPPORTED),
        ("These conclusions were made, with the agreement of the State under review:", PositionValue.SUPPORTED),
        ("The State under review did not agree on the following:", PositionValue.NOTED),
        ("The following recommendations were made to the State under review:", None),
        (
            "The recommendations listed below enjoy the support of Fiji. It rejected those noted in paragraph 9.",
            PositionValue.SUPPORTED,
        ),
    ],
)
def test_the_position_of_an_introduction(lead: str, position: PositionValue | None) -> None:
    assert position_of_lead(lead, 40) is position


def test_what_a_speaker_recommends_is_not_announced_to_the_state() -> None:
    assert announces_recommendations("The following recommendations enjoy the support of Fiji")
    assert announces_recommendations("In the course of the discussion, the following recommendations were made")
    assert not announces_recommendations("Peru made the following recommendations")
    assert not announces_recommendations("The following documents were issued for the review of Fiji")
