"""Where the tests find what is not part of the repository."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared():
    """The editors' material; tests that need it are skipped where it is not."""
    place = Path(os.environ.get("KZ_UPR_CORPUS", Path(__file__).resolve().parents[2] / "shared"))
    if not (place / "corpus" / "expected").is_dir():
        pytest.skip(f"needs the official documents: none at {place} (set KZ_UPR_CORPUS to where they are)")
    return place
