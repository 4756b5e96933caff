"""The bundled reviews, each read once and the same object at every call."""

import datetime
import threading
from typing import Any

from attrs import frozen

from kz_upr import bundle
from kz_upr._version import DATA_EDITION
from kz_upr.arguments import expect
from kz_upr.errors import UnknownCycleError, UnknownEditionError
from kz_upr.messages import shown
from kz_upr.model import Review, Source
from kz_upr.structuring import structure_bundled


@frozen(kw_only=True)
class Edition:
    """A dated, complete state of the data.

    Attributes:
        id: Year and month, ``2026.11``.
        summary: What it holds, in a sentence.
        released: The day from which it never changes. None while it is in preparation.
        reviews: Ids of its reviews.
        sha256: Hash of its manifest, which lists every file with its hash.
    """

    id: str
    summary: str
    released: datetime.date | None
    reviews: tuple[str, ...]
    sha256: str

    def __str__(self) -> str:
        return self.id

    def __repr__(self) -> str:
        return f"<Edition {self.id}: {', '.join(self.reviews)}>"


_lock = threading.RLock()
_reviews: dict[tuple[str, int], Review] = {}
_sources: dict[str, dict[str, Source]] = {}


def editions() -> tuple[Edition, ...]:
    """Every edition in the package, oldest first.

    >>> import kz_upr
    >>> [edition.id for edition in kz_upr.editions()]
    ['2025.4', '2026.11']
    """
    return tuple(
        Edition(
            id=id,
            summary=(manifest := bundle.manifest(id))["summary"],
            released=datetime.date.fromisoformat(manifest["released"]) if "released" in manifest else None,
            reviews=tuple(manifest["counts"]),
            sha256=entry["sha256"],
        )
        for id, entry in bundle.index()["editions"].items()
    )


def load_review(cycle: int = 3, *, edition: str | None = None) -> Review:
    """The review of Kazakhstan in one cycle; the same object at every call.

    ``cycle`` is 3 for the session of 7 November 2019, 1 for 2010, 2 for 2014, 4 for 2025. ``edition`` None means the
    current edition, :data:`kz_upr.DATA_EDITION`. Raises :class:`~kz_upr.errors.UnknownEditionError` or
    :class:`~kz_upr.errors.UnknownCycleError` (LookupError both), and :class:`~kz_upr.errors.DataFileError` if a bundled
    file is missing or altered.

    >>> import kz_upr
    >>> kz_upr.load_review().date
    datetime.date(2019, 11, 7)
    """
    named = DATA_EDITION if edition is None else edition
    try:
        return _reviews[named, cycle]
    except KeyError:
        pass
    except TypeError:  # not something that can be looked up
        _cycles(named)
        expect(cycle, int)
    with _lock:
        if (named, cycle) not in _reviews:
            _reviews[named, cycle] = _read(cycle, named)
        return _reviews[named, cycle]


def load_reviews(*, edition: str | None = None) -> tuple[Review, ...]:
    """Every review of an edition, in the order of the cycles. ``edition`` and errors as for :func:`load_review`."""
    cycles = _cycles(DATA_EDITION if edition is None else edition)
    return tuple(load_review(cycle, edition=edition) for cycle in sorted(cycles))


def _read(cycle: int, edition: str) -> Review:
    cycles = _cycles(edition)
    if cycle not in cycles:
        raise UnknownCycleError(cycle, existing=map(str, sorted(cycles)), within=f"edition {edition}")
    document = bundle.read_json(f"{edition}/{cycles[cycle]}")
    del document["type"]
    return structure_bundled(document, Review, _sources_of(edition))


def _cycles(edition: str) -> dict[Any, str]:
    """The file of each cycle."""
    expect(edition, str, hint=f': write "{shown(edition)}", since as a number 2026.10 would be 2026.1')
    if edition not in bundle.index()["editions"]:
        raise UnknownEditionError(edition, existing=bundle.index()["editions"])
    return {
        int(stem.rpartition("-")[2]): f"{stem}.json"
        for name in bundle.manifest(edition)["files"]
        if (stem := name.removesuffix(".json")) != "sources"
    }


def _sources_of(edition: str) -> dict[str, Source]:
    if edition not in _sources:
        entries = bundle.read_json(f"{edition}/sources.json")["sources"]
        _sources[edition] = {entry["id"]: structure_bundled(entry, Source) for entry in entries}
    return _sources[edition]
