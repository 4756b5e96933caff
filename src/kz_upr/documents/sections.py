"""The conclusions of a report: the paragraphs of its section II, and no others."""

import re
from collections.abc import Collection, Iterable
from itertools import dropwhile, islice, takewhile

from kz_upr.documents.containers.pdf import Page
from kz_upr.documents.introductions import announces_recommendations
from kz_upr.documents.outline import INTRODUCTION, Paragraph
from kz_upr.numbers import DASH

_PLEDGES = re.compile(r"\b(?:pledges?|commitments?)\b", re.IGNORECASE)
#: The end of a line of the table of contents: "II. Conclusions and/or recommendations .... 52 - 54 13".
PARAGRAPHS_AND_PAGE = rf"(?P<first>\d{{1,3}})(?:\s*{DASH}\s*(?P<last>\d{{1,3}}))?\s+\d{{1,3}}$"
_ENTRY = re.compile(rf"\b(?:conclusions|recommendations)\b[\s.…*]*{PARAGRAPHS_AND_PAGE}", re.IGNORECASE)
PAGES_OF_CONTENTS = 3


def _is_conclusion(paragraph: Paragraph) -> bool:
    """Whether a paragraph is under a heading of conclusions or recommendations."""
    headings = " / ".join(paragraph.headings).casefold()
    return not _is_pledge(paragraph) and ("conclusions" in headings or "recommendations" in headings)


def _is_pledge(paragraph: Paragraph) -> bool:
    """Whether a paragraph is under *Voluntary pledges and commitments*."""
    heading = paragraph.heading.casefold()
    return _PLEDGES.search(heading) is not None and "recommendations" not in heading


def conclusions_of(body: list[Paragraph], pages: Iterable[Page]) -> list[Paragraph]:
    """The paragraphs of the conclusions.

    They are under their heading. If it is not recognized, the table of contents gives their numbers; if it does not,
    they begin with the first paragraph that announces recommendations with the answer of the State.
    """
    headed = [paragraph for paragraph in body if _is_conclusion(paragraph)]
    if headed:
        return headed
    listed = paragraphs_in_contents(pages)
    begin = next((index for index, paragraph in enumerate(body) if paragraph.number in listed), None)
    if begin is None:
        section: Iterable[Paragraph] = dropwhile(lambda paragraph: not _announces(paragraph), body)
    else:
        section = takewhile(lambda paragraph: paragraph.number is None or paragraph.number in listed, body[begin:])
    return [paragraph for paragraph in section if not _is_pledge(paragraph)]


def _announces(paragraph: Paragraph) -> bool:
    introductory = paragraph.number is None or paragraph.number <= INTRODUCTION
    return not introductory and announces_recommendations(paragraph.text.partition(":")[0])


def paragraphs_in_contents(pages: Iterable[Page]) -> Collection[int]:
    """The paragraph numbers of the conclusions according to the table of contents; empty if it does not give them."""
    for page in islice(pages, PAGES_OF_CONTENTS):
        for line in page.lines:
            if match := _ENTRY.search(line.text):
                return range(int(match["first"]), int(match["last"] or match["first"]) + 1)
    return ()
