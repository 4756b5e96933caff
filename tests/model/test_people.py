"""Delegations and speakers."""

import pytest

import kz_upr
from kz_upr import Delegate, Delegation, Institution, InstitutionKind, Speaker, SpeakerKind

PERU = kz_upr.resolve_state("PER")
KEEPER = Delegate(name="A. Keeper", role="Minister")
COURT = Institution(id="kaz-court", name="Supreme Court", kind=next(iter(InstitutionKind)))


@pytest.mark.parametrize(
    ("thing", "text", "shown"),
    [
        (COURT, "Supreme Court", "<Institution kaz-court: Supreme Court>"),
        (KEEPER, "A. Keeper", "<Delegate A. Keeper, Minister>"),
        (Delegate(name="B. Clerk"), "B. Clerk", "<Delegate B. Clerk>"),
        (
            Speaker(kind=SpeakerKind.STATE, name="Peru", states=(PERU,)),
            "Peru",
            "<Speaker Peru (State)>",
        ),
    ],
    ids=str,
)
def test_who_has_a_name_is_shown_by_it(thing: object, text: str, shown: str) -> None:
    assert (str(thing), repr(thing)) == (text, shown)


@pytest.mark.parametrize(
    ("delegation", "shown"),
    [
        (Delegation(), "<Delegation headed by an unknown person: 0 members and 0 institutions named>"),
        (
            Delegation(head=KEEPER, members=(KEEPER, KEEPER), institutions=(COURT,)),
            "<Delegation headed by A. Keeper: 2 members and 1 institutions named>",
        ),
    ],
    ids=str,
)
def test_how_a_delegation_is_shown(delegation: Delegation, shown: str) -> None:
    assert repr(delegation) == shown


def test_what_is_not_given_is_not_known() -> None:
    clerk, speaker = Delegate(name="B. Clerk"), Speaker(kind=SpeakerKind.NGO, name="Lamplighters")

    assert (clerk.role, clerk.unit, clerk.institution, clerk.citations, COURT.citations) == (None, None, None, (), ())
    assert (Delegation().head, Delegation().stated_size, speaker.states, speaker.person) == (None, None, (), None)
