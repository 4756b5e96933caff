"""The JSON Schema (draft 2020-12) of a review, built from the classes of the model."""

import datetime
import inspect
import re
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

from kz_upr.model import AffectedPersons, Instrument, Review, Source, State, Theme
from kz_upr.model.field_types import MOST
from kz_upr.model.part_rules import NUMBER, SHA256, SOURCE_ID, SUMMARY_LENGTH

KEYS = {
    State: {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 3166-1 alpha-3 code"},
    Theme: {"type": "string", "pattern": "^[a-z0-9-]+$"},
    AffectedPersons: {"type": "string", "pattern": "^[a-z-]+$"},
    Instrument: {"type": "string", "pattern": "^[A-Za-z0-9-]+$"},
    Source: {"type": "string", "pattern": f"^{SOURCE_ID}$", "description": "id in the list of sources"},
}
NARROWER: dict[tuple[str, str], dict[str, Any]] = {
    ("Clause", "summary"): {"type": "string", "minLength": 1, "maxLength": SUMMARY_LENGTH},
    ("Point", "summary"): {"type": "string", "minLength": 1, "maxLength": SUMMARY_LENGTH},
    ("Recommendation", "number"): {"type": "string", "pattern": f"^{NUMBER}$"},
    ("Recommendation", "text_sha256"): {"type": "string", "pattern": f"^{SHA256}$"},
    ("Source", "sha256"): {"type": "string", "pattern": f"^{SHA256}$"},
    ("Source", "id"): {"type": "string", "pattern": f"^{SOURCE_ID}$"},
    ("Review", "troika"): {"maxItems": 3},
    ("Review", "citations"): {"minItems": 1},
    ("Totals", "citations"): {"minItems": 1},
    ("Recommendation", "citations"): {"minItems": 1},
    ("Position", "citations"): {"minItems": 1},
    ("Statement", "citations"): {"minItems": 1},
    ("Discrepancy", "accounts"): {"minItems": 2},
    ("Note", "citations"): {"minItems": 1},
}


def review_schema() -> dict[str, Any]:
    """The schema of a review file. A user's own file may also list its sources at the end."""
    definitions: dict[str, Any] = {}
    review = record(Review, definitions)
    review["properties"] = {
        "type": {"const": "Review"},
        **review["properties"],
        "sources": {"type": "array", "items": {"$ref": "#/$defs/Source"}},
    }
    definitions["Source"] = record(Source, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A review of kz_upr",
        **review,
        "$defs": dict(sorted(definitions.items())),
    }


def record(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = [field for field in attrs.fields(cls) if field.name != "warnings"]  # no part of the JSON form
    meanings = field_meanings(cls)
    return {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {
            field.name: {
                **of_type(field.type, definitions),
                "description": meanings[field.name],
                **NARROWER.get((cls.__name__, field.name), {}),
            }
            for field in fields
        },
        "required": [
            field.name
            for field in fields
            if field.default is attrs.NOTHING or "minItems" in NARROWER.get((cls.__name__, field.name), {})
        ],
        "additionalProperties": False,
    }


def of_type(type_: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if NoneType in get_args(type_):
        (type_,) = (argument for argument in get_args(type_) if argument is not NoneType)
    if get_origin(type_) is tuple:
        return {"type": "array", "items": of_type(get_args(type_)[0], definitions)}
    if type_ in KEYS:
        return dict(KEYS[type_])
    if attrs.has(type_):
        if type_.__name__ not in definitions:
            definitions[type_.__name__] = {}
            definitions[type_.__name__] = record(type_, definitions)
        return {"$ref": f"#/$defs/{type_.__name__}"}
    if issubclass(type_, Enum):
        return {"enum": [word.value for word in type_]}
    if type_ is datetime.date:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    number: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": MOST}
    return {bool: {"type": "boolean"}, int: number, str: {"type": "string", "minLength": 1}}[type_]


def field_meanings(cls: Any) -> dict[str, str]:
    """The meaning of each field, from the section *Attributes* of the docstring, without markup.

    Raises ValueError if the docstring lacks a field of the class or describes another one.
    """
    _, _, section = (inspect.getdoc(cls) or "").partition("Attributes:\n")
    entries = re.findall(r"^    (\w+): (.*(?:\n {8}.*)*)", section, re.MULTILINE)
    meanings = {name: re.sub(r"[`*]", "", " ".join(text.split())) for name, text in entries}
    if meanings.keys() != {field.name for field in attrs.fields(cls)}:
        raise ValueError(f"{cls.__name__}: the docstring describes {', '.join(meanings)}")
    return meanings
