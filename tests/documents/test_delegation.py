"""The delegation of the State under review."""

import datetime

import pytest
from hypothesis import given, strategies as st

from effort import growth
from kz_upr import Delegation, Source, SourceKind
from kz_upr.documents.containers.pdf import Line
from kz_upr.documents.delegation import read_delegation
from kz_upr.documents.outline import Paragraph

REPORT = Source(
    id="a-hrc-99-1", kind=SourceKind.WORKING_GROUP_REPORT, title="A report", date=datetime.date(2019, 12, 20)
)


def annex(*lines: str) -> list[Paragraph]:
    return [Paragraph(None, ("Annex",), annexed=True, lines=[Line(text, 56, 700, 10) for text in lines])]


def read(*lines: str, introduction: str = "") -> Delegation | None:
    return read_delegation(annex(*lines), introduction, REPORT)[0]


def told(*lines: str, introduction: str = "") -> list[str]:
    """The codes of the warnings."""
    return [warning.code for warning in read_delegation(annex(*lines), introduction, REPORT)[1]]


def names(*lines: str) -> list[str]:
    delegation = read(*lines)
    assert delegation is not None
    return [member.name for member in delegation.members]


def head(printed: str) -> tuple[str, str | None] | None:
    """Name and office of the head that a report prints so; None where it is told that no name is recognized."""
    lines = (
        f"The delegation of Fiji was headed by {printed} and composed of the following members:",
        "- Ms. B. Lamp, Keeper;",
    )
    delegation = read(*lines)
    assert delegation is not None
    assert (delegation.head is None) is ("head" in told(*lines))
    return (delegation.head.name, delegation.head.role) if delegation.head else None


@pytest.mark.parametrize(
    ("printed", "name", "role"),
    [
        ("Mr. A. Sailor", "A. Sailor", None),
        ("Ms. Sailor,", "Sailor", None),
        ("H.E. Mr. Adam Sailor, Minister of Harbours,", "Adam Sailor", "Minister of Harbours"),
        ("HE Mr Adam Sailor, Minister of Harbours,", "Adam Sailor", "Minister of Harbours"),
        ("His Excellency, Adam Sailor, Minister of Harbours,", "Adam Sailor", "Minister of Harbours"),
        (
            "the Honourable Adam Sailor MP, Minister for Lamps, Quays and Boats,",
            "Adam Sailor",
            "Minister for Lamps, Quays and Boats",
        ),
        ("The Right Honourable Dr. Adam Sailor", "Adam Sailor", None),
        ("Dr. the Hon. Adam Sailor, Minister,", "Adam Sailor", "Minister"),
        ("The Honourable (Mrs.) Eve Boat, Minister,", "Eve Boat", "Minister"),
        ("Senator the Hon. Eve Boat, Secretary for Harbours,", "Eve Boat", "Senator, Secretary for Harbours"),
        ("Deputy Prime Minister Adam Sailor,", "Adam Sailor", "Deputy Prime Minister"),
        ("Attorney-General Adam Sailor", "Adam Sailor", "Attorney-General"),
        (
            "Ambassador and Permanent Representative Adam Sailor",
            "Adam Sailor",
            "Ambassador and Permanent Representative",
        ),
        ("the Minister of Harbours, Adam Sailor,", "Adam Sailor", "Minister of Harbours"),
        ("the Minister of Harbours Mr. Adam Sailor", "Adam Sailor", "Minister of Harbours"),
        ("Her Excellency the Minister of Harbours, Eve Boat,", "Eve Boat", "Minister of Harbours"),
        (
            "the Secretary of State, Ministry of Lamps, Adam Sailor,",
            "Adam Sailor",
            "Secretary of State, Ministry of Lamps",
        ),
        ("Ms. Eve Boat (Minister of Harbours, Fiji)", "Eve Boat", "Minister of Harbours, Fiji"),
        ("Adam Sailor Special Adviser to the Minister,", "Adam Sailor", "Special Adviser to the Minister"),
        ("jointly by Mr. Adam Sailor, Minister, and Ms. Eve Boat, Deputy Minister,", "Adam Sailor", "Minister"),
        ("Mr. Adam Sailor, Minister, and by Ms. Eve Boat, Deputy Minister,", "Adam Sailor", "Minister"),
        ("the Minister of Lamps, Eve Boat, and the Minister of Boats, Adam Sailor,", "Eve Boat", "Minister of Lamps"),
        ("by; Mr. Adam Sailor, T.D., Minister,", "Adam Sailor", "T.D., Minister"),
        ("S.E.M. Adam Sailor", "Adam Sailor", None),
        ("Sra. Eve Boat, Minister,", "Eve Boat", "Minister"),
        ("Sr. Adam Sailor, Ambassador,", "Adam Sailor", "Ambassador"),
        ("Mr. José de la Vela y Mar", "José de la Vela y Mar", None),
        ("Ms. Eve M. Boat-Sailor", "Eve M. Boat-Sailor", None),
        ("Mr. HE Boat", "HE Boat", None),
        ("Mr. BOAT Hon-sail", "BOAT Hon-sail", None),
        ("Lord Sailor, Minister,", "Lord Sailor", "Minister"),
    ],
)
def test_the_head_has_a_name_and_an_office(printed: str, name: str, role: str | None) -> None:
    assert head(printed) == (name, role)


@pytest.mark.parametrize(
    "printed",
    [
        "the Minister of Harbours",
        "the Minister of Harbours Adam Sailor",
        "the Hon. Minister of Lamps, Quays and Boats",
        "its Permanent Representative at Geneva",
        "Ambassador Extraordinary and Plenipotentiary",
        "the Ministry of Justice, Department of Lamps",
    ],
)
def test_an_office_is_no_name(printed: str) -> None:
    assert head(printed) is None


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (("The team was headed by Mr. Adam Sailor, Minister of Lamps.",), "Adam Sailor"),
        (("It comprised six members, among them", "Mr. Adam Sailor and Ms. Eve Boat."), None),
        (("The delegation of Fiji had as its head", "Mr. Adam Sailor, who came with Ms. Eve Boat."), None),
    ],
)
def test_prose_is_no_list(lines: tuple[str, ...], head: str | None) -> None:
    delegation = read(*lines)

    assert (str(delegation.head) if delegation else None) == head
    assert delegation is None or delegation.members == ()
    assert told(*lines) == ["annex"]


def test_what_is_cited_is_where_it_stands() -> None:
    introduction = "The delegation of Fiji was headed by Mr. Adam Sailor, Minister of Lamps. At its 10th meeting, the …"
    both, members, alone = read(LEAD, "- Ms. Eve Boat;"), read("- Ms. Eve Boat;"), read(introduction=introduction)
    listed = read("Members:", "- Ms. Eve Boat;", introduction=introduction)

    assert [
        [citation.locator for citation in delegation.citations] if delegation else None
        for delegation in (both, members, alone, listed)
    ] == [["annex"], ["annex"], ["para. 1"], ["annex", "para. 1"]]


def test_the_introduction_helps_where_the_annex_has_no_name() -> None:
    introduction = "The delegation of Fiji was headed by Mr. Adam Sailor, Minister of Lamps. At its 10th meeting, the …"
    lead = "The delegation was headed by the Minister of Lamps and composed of the following members:"
    delegation = read(lead, "- Ms. B. Lamp, Keeper;", introduction=introduction)
    assert delegation is not None
    assert delegation.head is not None
    assert delegation.head.name == "Adam Sailor"
    assert [citation.locator for citation in delegation.citations] == ["annex", "para. 1"]
    assert "head" not in told(lead, introduction=introduction)


def test_no_delegation() -> None:
    assert read("The lamps were lit.") is None
    assert told("The lamps were lit.") == ["annex"]


def test_a_report_without_an_annex_says_so() -> None:
    introduction = "The delegation of Fiji was headed by Mr. Adam Sailor, Minister of Lamps. At its 10th meeting, the …"
    delegation, [warning] = read_delegation([], introduction, REPORT)
    assert delegation is not None
    assert (str(delegation.head), delegation.members) == ("Adam Sailor", ())
    assert "no annex" in str(warning)


LEAD = "The delegation of Fiji was headed by Mr. Adam Sailor and composed of three members:"


@pytest.mark.parametrize(
    "entries",
    [
        ("Ms. Eve Boat, Keeper of", "the harbour;", "Judge C. Quay, Court of", "Sails;", "Ms. D. Sail."),
        ("Ms. Eve Boat, Keeper", "Mr. C. Quay, Minister of Sails and", "Mr. Sail’s adviser", "Ms. D. Sail", "-----"),
        ("Ms. Eve Boat; Mr. C. Quay, Minister;", "Ms. D. Sail, Adviser to", "Ms. Boat;", "_________"),
        ("Mr. Adam Sailor, Minister;", "Ms. Eve Boat;", "Mr. C. Quay;", "Ms. D. Sail.", "Notes", "1 As read out; see"),
        ("Mme Eve Boat, Ministre;", "M. C. Quay, Conseiller;", "Mme D. Sail;"),
    ],
)
def test_lists_without_bullets(entries: tuple[str, ...]) -> None:
    assert names(LEAD, *entries) == ["Eve Boat", "C. Quay", "D. Sail"]


def test_a_list_that_begins_in_the_line_of_its_introduction() -> None:
    assert names(f"{LEAD} Ms. Eve Boat;", "Mr. C. Quay.") == ["Eve Boat", "C. Quay"]


def test_an_initial_is_no_courtesy() -> None:
    assert names(LEAD, "- M. Boat, Keeper;", "- Ms. D. Sail;") == ["M. Boat", "D. Sail"]


def test_a_list_without_an_introduction() -> None:
    delegation = read(
        "COMPOSITION OF THE DELEGATION",
        "H.E. Dr. Adam Sailor, Minister of Lamps, Head of Delegation;",
        "Ms. Eve Boat, Keeper.",
    )
    assert delegation is not None
    assert delegation.head is not None
    assert delegation.head.name == "Adam Sailor"
    assert [member.name for member in delegation.members] == ["Eve Boat"]


def test_another_annex_is_no_list_of_the_delegation() -> None:
    def of(number: str, *lines: str) -> list[Paragraph]:
        printed = [Line(text, 56, 700, 10) for text in lines]
        return [Paragraph(None, (f"Annex {number}",), annexed=True, lines=printed)]

    paragraphs = [*of("I", "• Fiji pledges to light its lamps;"), *of("II", LEAD, "• Ms. Eve Boat.")]
    delegation, _ = read_delegation(paragraphs, "", REPORT)
    assert delegation is not None
    assert [member.name for member in delegation.members] == ["Eve Boat"]


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("composed of 12", 12),
        ("composed of twenty-four other", 24),
        ("composed of a total of one hundred and two", 102),
        ("comprised six", 6),
        ("consisted of 3", 3),
    ],
)
def test_the_stated_size(words: str, size: int) -> None:
    delegation = read(f"The delegation was headed by Mr. A. Sailor and {words} members:", "- Ms. B. Lamp;")
    assert delegation is not None
    assert delegation.stated_size == size
    assert [member.name for member in delegation.members] == ["B. Lamp"]


def test_a_hyphen_within_a_line_is_no_bullet() -> None:
    delegation = read("Headed by Mr. A. Sailor:", "- Ms. Eve Boat-Quay, Adviser to the", "Under-Secretary of Lamps;")
    assert delegation is not None
    assert [(member.name, member.role) for member in delegation.members] == [
        ("Eve Boat-Quay", "Adviser to the Under-Secretary of Lamps")
    ]


def test_members_have_names_and_offices() -> None:
    delegation = read(
        "Headed by Mr. A. Sailor:",
        "• Amb. B. Lamp, Keeper;",
        "• Judge Eve Boat;",
        "• Mr. C. Quay",
        "Painter;",
        "• Mr. D. van Sail mast, Chief Rigger; Fiji;",
    )
    assert delegation is not None
    assert [(member.name, member.role) for member in delegation.members] == [
        ("Amb. B. Lamp", "Keeper"),
        ("Eve Boat", "Judge"),
        ("C. Quay Painter", None),
        ("D. van Sail mast", "Chief Rigger, Fiji"),
    ]


@given(st.text(alphabet=st.sampled_from("Mr. Ab,;()\x00and the Minister"), max_size=80))
def test_any_head_is_read_or_told(printed: str) -> None:
    delegation = read(f"headed by {printed}")
    assert delegation is None or delegation.head is None or delegation.head.name


@pytest.mark.parametrize("unit", ["headed by ", "Mr. ", "and ", "delegation was headed by ", "A. Sailor, "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    assert growth(lambda size: read(f"headed by {unit * size}", introduction=unit * size), 300) < 1.2
