"""No damage changes a reading in silence, but for the classes that no evidence can tell."""

from pathlib import Path
from typing import Any

import pytest

from kz_upr import WarningKind
from kz_upr.documents import DocumentError, read_document

pytest.importorskip("pypdf", reason="mutations of pages need pypdf")

from mutations.drawing import Corpus, Mutation, corpus, drawn
from mutations.judging import Outcome, judged, read_content
from mutations.known import class_of
from mutations.paging import page_count, reordered

SEED, COUNT = "in CI", 200


@pytest.fixture(scope="module")
def documents(official: Path) -> Corpus:
    return corpus(official, most=5)


def test_a_draw_can_be_repeated(documents: Corpus) -> None:
    def told(seed: int) -> list[tuple[str, str, str]]:
        return [(one.document, one.operator, one.told) for one in drawn(documents, seed, range(3))]

    assert told(1) == told(1)
    assert told(1) != told(2)


def test_what_is_drawn_differs_in_silence_only_by_known_classes(documents: Corpus) -> None:
    sound: dict[str, Any] = {}
    faults: list[tuple[Mutation, Outcome, str]] = []
    for mutation in drawn(documents, SEED, range(COUNT)):
        if mutation.document not in sound:
            sound[mutation.document] = read_content(documents.files[mutation.document], mutation.ending)
        outcome, words = judged(mutation.content, mutation.ending, sound[mutation.document])
        if outcome is Outcome.CRASH or (outcome is Outcome.SILENT and class_of(mutation, words) is None):
            faults.append((mutation, outcome, words))

    assert faults == []


@pytest.mark.parametrize(
    ("name", "place", "mask"),
    [
        ("A-HRC-28-10.pdf", 107878, 64),
        ("A-HRC-14-10.pdf", 104153, 4),
        ("A-HRC-28-15-Add.1.pdf", 90623, 8),
    ],
)
def test_a_bit_of_a_page(official: Path, name: str, place: int, mask: int) -> None:
    content = bytearray((official / name).read_bytes())
    content[place] ^= mask

    assert told_as_damage(bytes(content))


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("A-HRC-28-10.pdf", [23]),
        ("A-HRC-14-10.pdf", [15, 16, 17, 18, 19, 20, 21, 24]),
        ("A-HRC-28-15-Add.1.pdf", [2]),
        ("A-HRC-43-15-Add.1.pdf", [2]),
        ("A-HRC-14-15-Add.1.pdf", [2, 3, 4, 5, 6, 7]),
    ],
)
def test_a_page_is_missing(official: Path, name: str, pages: list[int]) -> None:
    content = (official / name).read_bytes()

    for page in pages:
        assert told_as_damage(reordered(content, [*range(page - 1), *range(page, page_count(content))]))


def test_a_page_is_there_twice(official: Path) -> None:
    content = (official / "A-HRC-43-15.pdf").read_bytes()

    assert told_as_damage(reordered(content, [*range(11), *range(10, page_count(content))]))


def test_an_addendum_that_ends_early(official: Path, tmp_path: Path) -> None:
    content = (official / "A-HRC-14-15-Add.1.pdf").read_bytes()
    file = tmp_path / "addendum.pdf"

    for kept in range(2, 8):
        file.write_bytes(reordered(content, range(kept)))
        assert [warning.code for warning in read_document(file).warnings][:1] == ["no-end"]


def told_as_damage(content: bytes) -> bool:
    """Whether the document is refused, or its reading begins with a warning of damage and strict refuses it."""
    try:
        reading = read_content(content, ".pdf")
    except DocumentError:
        return True
    return reading.warnings != () and reading.warnings[0].kind is WarningKind.DAMAGE
