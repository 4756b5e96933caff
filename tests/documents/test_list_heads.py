"""The State, cycle and session of a thematic list, from its page heads, first lines and symbols."""

import pytest

from kz_upr import resolve_state
from kz_upr.documents.list_heads import head_of
from kz_upr.documents.told_reviews import ToldReview

from effort import growth  # isort: skip


@pytest.mark.parametrize(
    ("opening", "head"),
    [
        (["UPR of Egypt – Second Cycle", "Thematic list of recommendations"], ("EGY", 2, None)),
        (["UPR of Fiji (3rd Cycle - 34th Session) Page 2 of 9"], ("FJI", 3, 34)),
        (["UPR of Fiji (34th session)", "Peru and Togo spoke first; UPR of Fiji"], ("FJI", 3, 34)),
        (["Universal Periodic Review (UPR) – Timor-Leste", "Session 40"], ("TLS", 3, 40)),
        (["Fiji – third cycle", "Recommendations by Peru and Togo"], ("FJI", 3, None)),
        (["Lamps of Fiji", "2nd cycle, twentieth session"], ("FJI", 2, 20)),
        (["State under review: the Niger", "cycle: II"], ("NER", 2, None)),
        (["List", "A/HRC/WG.6/34/FJI/1 to A/HRC/WG.6/34/FJI/3"], ("FJI", 3, 34)),
        (["List", "A/HRC/WG.6/34/XXX/1"], (None, 3, 34)),
        (["List", "A/HRC/WG.6/34/FJI/1", "A/HRC/WG.6/34/PER/1"], (None, None, None)),
        (["Session 35", "A/HRC/WG.6/34/FJI/1"], ("FJI", 3, 35)),
        (["UPR of Peru", "A/HRC/WG.6/34/FJI/1"], ("PER", 3, 34)),
        (["Peru and Fiji, UPR of the Niger", "Fiji"], ("NER", None, None)),
        (["UPR on Fiji and Peru"], ("FJI", None, None)),
        (["Egypt – Matrix of recommendations", "Lamps of Peru"], ("EGY", None, None)),
        (["Egypt – lamps", "Lamps of Egypt"], ("EGY", None, None)),
        (["Fiji – first cycle", "Peru – first cycle"], (None, 1, None)),
        (["UPR of the Democratic People’s Republic of Korea", "4th cycle"], ("PRK", 4, None)),
        (["Lamps of Peru and Fiji", "third cycle"], (None, 3, None)),
        (["UPR of Fiji", "UPR of Peru"], (None, None, None)),
        ([], (None, None, None)),
    ],
)
def test_heads(opening: list[str], head: tuple[str | None, int | None, int | None]) -> None:
    code, cycle, session = head

    assert head_of(opening, None) == ToldReview(resolve_state(code) if code else None, cycle, session)


def test_the_symbol_tells_the_cycle_if_the_head_does_not() -> None:
    assert head_of(["UPR of Fiji"], "A/HRC/43/8").cycle == 3
    assert head_of(["UPR of Fiji, 2nd cycle"], "A/HRC/43/8").cycle == 2


@pytest.mark.parametrize("unit", ["UPR of ", "Fiji ", "3rd ", "of the ", "twenty"])
def test_work_grows_with_the_text(unit: str) -> None:
    assert growth(lambda size: head_of([unit * size], None), 100) < 1.6
