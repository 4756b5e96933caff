"""The form in which names are compared."""

import pytest
from hypothesis import given, strategies as st

from kz_upr.reference import fold
from strategies import times


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),
        ("CÔTE D'IVOIRE", "cote d ivoire"),
        ("Venezuela (Bolivarian Republic of)", "venezuela bolivarian republic of"),
        ("  the   Gambia ", "gambia"),
        ("the", "the"),
        ("Türkiye", "turkiye"),
        ("Казахстан", "казахстан"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Pe\u00adru\u200b", "peru"),
        ("\ufb01ji", "fiji"),
        ("---", ""),
        ("", ""),
    ],
)
def test_case_accents_punctuation_and_article_do_not_count(name: str, folded: str) -> None:
    assert fold(name) == folded


@times(4)
@given(st.text(max_size=40))
def test_a_folded_name_has_single_spaces_and_none_at_its_ends(name: str) -> None:
    folded = fold(name)
    assert folded == " ".join(folded.split())
    assert fold(f"  {name} ") == folded
