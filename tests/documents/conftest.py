"""What the tests of documents share."""

from collections.abc import Iterator

import pytest

from kz_upr.documents import isolation
from kz_upr.documents.isolation import Children


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
