"""Where the conclusions of a report stand."""

import pytest

from kz_upr.documents.containers.pdf import Line, Page
from kz_upr.documents.outline import Paragraph
from kz_upr.documents.sections import conclusions_of, paragraphs_in_contents


def line(text: str) -> Line:
    return Line(text, 113.0, 500.0, 10.0)


def paragraph(number: int, heading: str, text: str = "Lamps.") -> Paragraph:
    return Paragraph(number, (heading,), lines=[line(text)])


def contents(*entries: str) -> list[Page]:
    return [Page(2, tuple(line(entry) for entry in entries), ())]


BODY = [
    paragraph(3, "Introduction", "The following documents were issued: (a) A report;"),
    paragraph(5, "I. Summary", "Peru made the following recommendations: (a) Paint the quay."),
    paragraph(6, "What came of it", "The recommendations below enjoy the support of Fiji: 1. Paint the quay (Peru)."),
    paragraph(7, "What came of it", "The next recommendations were not accepted."),
    paragraph(8, "III. Voluntary pledges", "Fiji will paint the quay."),
]


def numbers(paragraphs: list[Paragraph]) -> list[int | None]:
    return [paragraph.number for paragraph in paragraphs]


def test_the_heading_decides() -> None:
    body = [*BODY[:2], paragraph(6, "II. Conclusions and/or recommendations"), *BODY[3:]]

    assert numbers(conclusions_of(body, contents("II. Conclusions and/or recommendations .... 3 - 5 7"))) == [6]


@pytest.mark.parametrize(
    "entry",
    [
        "II. CONCLUSIONS AND/OR RECOMMENDATIONS ........... 6 - 7 13",
        "II. Conclusions and recommendations . . . . . . 6–7 13",
    ],
)
def test_without_a_heading_the_contents_decide(entry: str) -> None:
    assert paragraphs_in_contents(contents(entry)) == range(6, 8)
    assert numbers(conclusions_of(BODY, contents(entry))) == [6, 7]


def test_without_both_the_announcement_decides() -> None:
    assert numbers(conclusions_of(BODY, contents("I. Summary ....... 5 3"))) == [6, 7]


@pytest.mark.parametrize(("number", "taken"), [(4, False), (5, True)])
def test_four_paragraphs_introduce_a_report(number: int, taken: bool) -> None:
    lead = paragraph(number, "What came of it", "The recommendations below enjoy the support of Fiji: 1. Paint it.")

    assert numbers(conclusions_of([paragraph(3, "Introduction"), lead], ())) == ([number] if taken else [])


def test_the_contents_may_name_one_paragraph() -> None:
    entry = "II. Conclusions and/or recommendations .......... 6 13"

    assert list(paragraphs_in_contents(contents(entry))) == [6]
    assert numbers(conclusions_of(BODY, contents(entry))) == [6]


def test_text_without_a_number_within_the_conclusions_belongs_to_them() -> None:
    entry = "II. Conclusions and/or recommendations .......... 6-7 13"
    text = Paragraph(None, ("Lamps",), lines=[line("1. Light it (Peru).")])

    assert numbers(conclusions_of([*BODY[:3], text, *BODY[3:]], contents(entry))) == [6, None, 7]
    assert numbers(conclusions_of([*BODY[:3], text, *BODY[3:]], ())) == [6, None, 7]


def test_pledges_under_their_heading_are_no_conclusions() -> None:
    listed = contents("II. Conclusions and/or recommendations .......... 6-8 13")

    assert numbers(conclusions_of(BODY, listed)) == [6, 7]
    both = paragraph(6, "II. Voluntary commitments and recommendations")
    pledges = Paragraph(7, ("II. Conclusions and recommendations", "Pledges"), lines=[line("Fiji will paint.")])
    assert numbers(conclusions_of([*BODY[:2], both, pledges], ())) == [6]


@pytest.mark.parametrize(("page", "read"), [(3, True), (4, False)])
def test_the_contents_stand_on_the_first_three_pages(page: int, read: bool) -> None:
    entry = line("II. Conclusions and/or recommendations .......... 6-7 13")
    pages = [Page(number, (entry,) if number == page else (), ()) for number in range(1, 6)]

    assert list(paragraphs_in_contents(pages)) == ([6, 7] if read else [])


def test_the_documents_of_the_introduction_are_no_conclusions() -> None:
    assert conclusions_of(BODY[:2], ()) == []
