"""Mutations drawn by a seed: which document is damaged in which way."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from attrs import field, frozen

from kz_upr.documents import ListReading, read_document
from mutations.alterations import BYTES, Alteration
from mutations.listing import ROWS
from mutations.paging import PAGES
from mutations.recording import RECORDS

#: How often each kind of alteration is drawn.
_WEIGHTS = {"bytes of a PDF": 9, "pages": 6, "bytes of a list": 2, "rows": 2, "records": 1}


@frozen
class Mutation:
    """A damaged document: the sound one, what was done to it, and its bytes."""

    number: int
    document: str
    kind: str
    operator: str
    told: str
    content: bytes = field(repr=False)

    @property
    def ending(self) -> str:
        return Path(self.document).suffix


@frozen
class Corpus:
    """Sound documents by name, and their readings."""

    files: Mapping[str, bytes]

    def named(self, *endings: str) -> list[str]:
        return sorted(name for name in self.files if name.endswith(endings))


def corpus(folder: Path, *, most: int | None = None) -> Corpus:
    """The documents of a folder (or the ``most`` smallest PDFs), and an export made of its lists."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".pdf", ".docx"))
    if most is not None:
        small = sorted((path for path in paths if path.suffix == ".pdf"), key=lambda path: path.stat().st_size)[:most]
        paths = [path for path in paths if path.suffix != ".pdf" or path in small]
    files = {path.name: path.read_bytes() for path in paths}
    lists = [path for path in paths if path.suffix == ".docx"]
    for path in lists:
        reading = read_document(path)
        assert isinstance(reading, ListReading)
        files[f"{path.stem}.json"] = export_of(reading)
    return Corpus(files)


def export_of(reading: ListReading) -> bytes:
    """A list in the form of an export of the Index."""
    records = [
        {
            "AnnotationId": f"{index:08x}",
            "Symbol": reading.symbol,
            "Text": f"{r.number} {r.official_text}",
            "Sdgs": [],
            "Themes": [],
            "AffectedPersons": [],
            "Countries": [reading.state.name] if reading.state else [],
            "Regions": [],
            "Body": "UPR",
            "AnnotationType": "Recommendations",
            "UprSession": str(reading.session) if reading.session else None,
            "UprRecommendingStates": "\n".join(f"- {state.name}" for state in r.states),
            "UprPosition": str(r.position).capitalize() if r.position else None,
        }
        for index, r in enumerate(reading.recommendations, 1)
    ]
    return json.dumps(records, ensure_ascii=False, indent=1).encode()


_OF_KIND: dict[str, tuple[str, Mapping[str, Alteration]]] = {
    "bytes of a PDF": (".pdf", BYTES),
    "pages": (".pdf", PAGES),
    "bytes of a list": (".docx", BYTES),
    "rows": (".docx", ROWS),
    "records": (".json", RECORDS),
}


def drawn(documents: Corpus, seed: int | str, numbers: range, only: str | None = None) -> Iterator[Mutation]:
    """The mutations with these numbers of a seed; each depends on its number and the seed alone."""
    for number in numbers:
        chance = Random(f"{seed}/{number}")  # noqa: S311
        (kind,) = [only] if only else chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
        ending, alterations = _OF_KIND[kind]
        operator = chance.choice(list(alterations))
        name = chance.choice(documents.named(ending))
        content, told = alterations[operator](documents.files[name], chance)
        yield Mutation(number, name, kind, operator, told, content)
