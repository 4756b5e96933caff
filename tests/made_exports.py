"""Exports of the Universal Human Rights Index, made up for the tests, as JSON and as workbooks."""

import json
from pathlib import Path
from typing import Any

from kz_upr.documents import read_uhri_export

#: A record of an export in JSON.
Row = dict[str, Any]

HEADER = (
    "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes", "Affected Persons", "Sdgs",
    "Document Publication Date", "UPR Reccomending States", "UPR Position", "Type", "OHCHR Annotation Id",
    "UPR Session",
    "Regions Concerned", "Recommending Regions", "Date of publication on UHRI",
)  # fmt: skip


def row(text: str, **changes: Any) -> list[Any]:
    values = {
        "Text": text,
        "Countries Concerned": "- Fiji",
        "Reccomending Body": "- UPR",
        "Document Symbol": "A/HRC/99/1",
        "Themes": "- Harbours - general measures\n- Lamps",
        "Affected Persons": "- Sailors",
        "Sdgs": "- 14.2 - Sea\n- 16 - PEACE",
        "Document Publication Date": 43819,
        "UPR Reccomending States": "- Peru",
        "UPR Position": "Supported",
        "Type": "- Recommendations",
        "OHCHR Annotation Id": "0a",
        "UPR Session": "34",
    } | changes
    return [values.get(name, "") for name in HEADER]


def record(text: str, **changes: Any) -> Row:
    return {
        "AnnotationId": "0a",
        "Symbol": "A/HRC/99/1",
        "Text": text,
        "Sdgs": ["14.2 - Sea"],
        "Themes": ["- Harbours"],
        "AffectedPersons": [],
        "Countries": ["Fiji"],
        "Regions": ["Asia"],
        "Body": "UPR",
        "AnnotationType": "Recommendations",
        "UprSession": "34",
        "UprRecommendingStates": "- Peru",
        "UprPosition": "Supported",
    } | changes


def whole(text: str, **changes: Any) -> Row:
    """A record as the export of the whole Index has it."""
    renamed = {
        "UprSession": ["34"],
        "UprCycle": "Third cycle",
        "UprPositions": ["Supported"],
        "UprRecommendingCountry": ["Peru"],
        "UprRecommendingRegions": [],
    }
    left_out = ("UprPosition", "UprRecommendingStates")
    return {key: value for key, value in record(text).items() if key not in left_out} | renamed | changes


def written(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def paint(count: int, **changes: Any) -> list[Row]:
    """A report whose records have the numbers from 9.1 on."""
    return [
        whole(f"9.{i} Paint boat {i} (Peru);", **{"AnnotationId": f"{i:04}", "Symbol": "A/HRC/43/21"} | changes)
        for i in range(1, count + 1)
    ]


def codes(file: Path, **told: Any) -> list[str]:
    return [warning.code for warning in read_uhri_export(file, **told).warnings]


def lamps(count: int) -> list[list[Any]]:
    return [row(f"9.{i} Light lamp {i} (Peru);", **{"OHCHR Annotation Id": f"{i:04}"}) for i in range(1, count + 1)]
