"""What the tests of documents share."""

from collections.abc import Iterator

import pytest

from kz_upr.documents import isolation
from kz_upr.documents.declarations import Now, declared
from kz_upr.documents.isolation import Children
from kz_upr.model import PositionValue

#: An addendum of which neither the cycle nor the year is known.
UNKNOWN = Now()


def answers(text: str, *, heading: PositionValue | None = None, now: Now = UNKNOWN) -> dict[str, PositionValue | None]:
    """The answer to each number that a text of an addendum names."""
    return {number: said.value for said in declared(text, heading, now).said for number in said.numbers}


@pytest.fixture
def children() -> Iterator[Children]:
    """Processes for reading documents, which end with the test."""
    with Children() as made:
        yield made


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[isolation.Child]:
    """The processes for reading documents that are started during the test."""
    started: list[isolation.Child] = []

    class Watched(isolation.Child):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

    monkeypatch.setattr(isolation, "Child", Watched)
    return started
