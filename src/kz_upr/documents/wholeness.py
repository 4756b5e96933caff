"""Whether a document is complete: the signs in its file, pages and text, first among the warnings of a reading."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from kz_upr.documents.containers.pdf import Page
from kz_upr.documents.cover import PrintedDocument
from kz_upr.documents.layout_evidence import broken_sentences, holes, is_full
from kz_upr.documents.margins import LEADERS
from kz_upr.documents.outline import ANNEX, Paragraph
from kz_upr.documents.readings import AddendumReading, ReportReading
from kz_upr.documents.sections import PAGES_OF_CONTENTS, PARAGRAPHS_AND_PAGE
from kz_upr.model import PositionValue, ReadingWarning, damage_first, damaged, inconsistent, unread

#: A note on the cover that annexes follow as they came.
_ANNOUNCED = re.compile(r"\bannex(?:es)?\b[^.]{0,60}\b(?:is|are) (?:being )?circulated\b", re.IGNORECASE)
#: A line of the table of contents: "II. Conclusions and/or recommendations .... 52 - 54 13".
_ENTRY = re.compile(rf"(?:\.{{3,}}|…|(?:\.\s){{3,}})[\s.…]*{PARAGRAPHS_AND_PAGE}")
_ENDED = re.compile(r"[.;:!?…)][)\]”\"’*]*$")
_STATED = re.compile(
    r"(?<![\w.])(\d{1,3})\s+(?:of\s+(?:the|these)\s+)?(?:[a-z]+\s+){0,2}recommendations\b", re.IGNORECASE
)
_STATED_PARTS = re.compile(
    r"(?<![\w.])(\d{1,3})\s+(?:(?:are|were|is)\s+)?(?:now\s+)?(?:supported|accepted|noted)\b", re.IGNORECASE
)
_OPENING = 3  # paragraphs
_RARELY = 10  # times as many numbers have an answer as have none


def proved_report(reading: ReportReading, document: PrintedDocument, paragraphs: Sequence[Paragraph]) -> ReportReading:
    """The reading of a report with warnings of signs that it is not complete, damage first."""
    warnings = damage_first((*_evidence_of_report(document, paragraphs), *reading.warnings))
    return evolve(reading, review=evolve(reading.review, warnings=warnings))


def proved_addendum(
    reading: AddendumReading, document: PrintedDocument, paragraphs: Sequence[Paragraph]
) -> AddendumReading:
    """The reading of an addendum with warnings of signs that it is not complete, damage first."""
    evidence = _evidence_of_addendum(document, paragraphs, reading)
    return evolve(reading, warnings=damage_first((*evidence, *reading.warnings)))


def _evidence_of_report(document: PrintedDocument, paragraphs: Sequence[Paragraph]) -> Iterator[ReadingWarning]:
    pages = document.pages
    yield from document.warnings
    for number, found in holes(pages):
        yield damaged("hole", f"page {number}", f"{found}: text is missing")
    yield from _remarks_on_sentences(pages)
    yield from _remarks_on_annex(pages)
    yield from _remarks_on_paragraphs(pages, [paragraph for paragraph in paragraphs if not paragraph.annexed])


def _evidence_of_addendum(
    document: PrintedDocument, paragraphs: Sequence[Paragraph], reading: AddendumReading
) -> Iterator[ReadingWarning]:
    # addenda are set as the State wrote them: their layout shows less than that of a report
    pages = document.pages
    yield from document.warnings
    for number, found in holes(pages):
        yield unread("hole", f"page {number}", f"{found}: text may be missing")
    yield from _remarks_on_sentences(pages)
    yield from _gaps(paragraphs)
    if is_full(pages):
        message = (
            f"the text reaches the foot of page {len(pages)}, the last: nothing shows that the document ends there"
        )
        yield unread("no-end", f"page {len(pages)}", message)
    yield from _remarks_on_counts(paragraphs, reading)
    yield from _missing_numbers(reading)


def _remarks_on_sentences(pages: Sequence[Page]) -> Iterator[ReadingWarning]:
    for number, line in broken_sentences(pages):
        yield damaged("broken-sentence", f"page {number}", f"page {number} breaks off in a sentence: “{line[-60:]}”")


def _remarks_on_annex(pages: Sequence[Page]) -> Iterator[ReadingWarning]:
    """A warning if the cover or the table of contents announces an annex that is not there."""
    opening = " ".join(line.text for line in (*pages[0].lines, *pages[0].notes))
    listed, found = False, False
    for page in pages[1:]:
        if any(ANNEX.fullmatch(line.text) for line in page.lines):
            in_contents = any(LEADERS.search(line.text) for line in page.lines)
            listed, found = listed or in_contents, found or not in_contents
    if not found and (listed or _ANNOUNCED.search(opening)):
        yield damaged("no-annex", "the annex", "the announced annex, and so the end of the document, is missing")


def _remarks_on_paragraphs(pages: Sequence[Page], paragraphs: Sequence[Paragraph]) -> Iterator[ReadingWarning]:
    yield from _gaps(paragraphs)
    lines = (line for page in pages[1:PAGES_OF_CONTENTS] for line in page.lines)
    listed = [int(match["last"] or match["first"]) for line in lines if (match := _ENTRY.search(line.text))]
    last = max((paragraph.number or 0 for paragraph in paragraphs), default=0)
    if listed and max(listed) != last:
        message = f"the table of contents goes to paragraph {max(listed)}; the last one found is {last}"
        yield inconsistent("last-paragraph", f"para. {last}", message)


def _gaps(paragraphs: Sequence[Paragraph]) -> Iterator[ReadingWarning]:
    """Warnings of numbers that no paragraph has; of damage where the paragraph before breaks off."""
    counted = [(paragraph.number, paragraph) for paragraph in paragraphs if paragraph.number is not None]
    for (number, before), (after, _) in pairwise(counted):
        first, last = number + 1, after - 1
        if first <= last:
            missing = str(first) if first == last else f"{first} to {last}"
            message = f"no paragraph is numbered {missing}"
            place = f"para. {missing}"
            if _ENDED.search(before.text):
                yield inconsistent("paragraph-gap", place, message)
            else:
                yield damaged("paragraph-gap", place, f"{message}, and paragraph {number} breaks off")


def _remarks_on_counts(paragraphs: Sequence[Paragraph], reading: AddendumReading) -> Iterator[ReadingWarning]:
    """A warning if the first paragraphs state numbers of recommendations, but not as many as were read."""
    opening = " ".join(paragraph.text for paragraph in paragraphs[:_OPENING])
    stated = {int(number) for pattern in (_STATED, _STATED_PARTS) for number in pattern.findall(opening)}
    answers = [position.value for position in reading.positions.values()]
    found = {len(answers), answers.count(PositionValue.SUPPORTED), answers.count(PositionValue.NOTED)}
    named = {len(answers), len(answers) + len(reading.unanswered)}
    if stated and reading.rest is None and not named & stated and not stated <= found:
        listed = ", ".join(map(str, sorted(stated)))
        message = f"{len(answers)} recommendations are answered by number; the text speaks of {listed}"
        yield inconsistent("stated-count", "the answers", message)


def _missing_numbers(reading: AddendumReading) -> Iterator[ReadingWarning]:
    """Warnings of numbers without an answer where nearly all recommendations of a paragraph have one."""
    answered: dict[str, set[int]] = {}
    for number in (*reading.positions, *reading.unanswered):
        paragraph, _, index = number.rpartition(".")
        answered.setdefault(paragraph, set()).add(int(index))
    for paragraph, numbers in answered.items():
        missing = sorted(set(range(1, max(numbers))) - numbers)
        if reading.rest is None and missing and len(missing) * _RARELY <= len(numbers):
            first, *others = (f"{paragraph}.{index}".removeprefix(".") for index in missing)
            message = f"{', '.join([first, *others])} {'are' if others else 'is'} not answered"
            yield inconsistent("unanswered-number", first, message)
