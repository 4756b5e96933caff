"""A record of the Universal Human Rights Index: what its keys or columns mean, and its values as texts.

The whole Index in JSON has lists under ``UprPositions`` and ``UprRecommendingCountry``; exports of searches have one
text with dashes under ``UPR Position`` and ``UPR Reccomending States``. Both come out the same.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import Any, TypeVar

from attrs import define

from kz_upr.documents.markup import plain_text
from kz_upr.documents.remembering import Remembered
from kz_upr.model import ReadingWarning, inconsistent

T = TypeVar("T")

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")

#: The letters of the keys and columns that have a meaning, in all forms in use: *UPR Position*, *UprPositions*.
_FORMS = {
    "text": r"text",
    "countries": r"countries(?:concerned)?",
    "body": r"(?:recommending)?body",
    "symbol": r"(?:document)?symbol",
    "themes": r"themes",
    "persons": r"affectedpersons",
    "sdgs": r"sdgs",
    "kind": r"(?:annotation)?type",
    "id": r"(?:ohchr)?annotationid",
    "session": r"uprsessions?",
    "cycle": r"uprcycles?",
    "position": r".*position(?:s|names?)?",
    "states": r".*recommending(?:states?|countr(?:y|ies))(?:names?)?",
} | {language: language for language in _LANGUAGES}
_KEY = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()))
_ITSELF = {name: name for name in _FORMS}

#: Where an object that stands for a value has its name.
_NAME_KEYS = ("Name", "name", "Value", "value", "Label", "label", "Title", "title", "en")

#: The internal code of a value, whose meaning the file does not give.
_CODE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)

# values begin with a dash on separate lines, or are joined by dashes or semicolons
_BETWEEN_NAMES = re.compile(r"\n\s*+(?:-\s)?|;|\s-\s|^-\s")
_BETWEEN_LABELS = re.compile(r"\n\s*+(?:-\s)?|(?<!\d)\s-\s(?=[A-Z\d])|^-\s|;\s*(?=(?:(?:SDG|GOAL|Goal)\s*)?\d{1,2}\b)")


@define
class Record:
    """One record, whose values come out as plain text when they are asked for.

    Attributes:
        place: Where it is in the file, in words.
        values: The values, as the file has them.
        keys: The key in ``values`` of each meaning.
        warnings: What is wrong with the record as a part of the file.
        untold: The meanings whose values are left out, as the warnings say.
    """

    place: str
    values: Mapping[str, Any]
    keys: Mapping[str, str] = _ITSELF
    warnings: tuple[ReadingWarning, ...] = ()
    untold: frozenset[str] = frozenset()

    def raw(self, name: str) -> Any:
        """The value as the file has it; None if the record has none."""
        return self.values.get(self.keys.get(name, ""))

    def text(self, name: str) -> str:
        """The value as one text."""
        value = self.values.get(self.keys.get(name, ""))
        if type(value) is list and len(value) == 1:
            value = value[0]
        return plain_text(value) if type(value) is str else "; ".join(_texts(value))

    def names(self, name: str) -> tuple[str, ...]:
        """The names of States in a value, or of positions."""
        return _each(self.raw(name), _NAMES)

    def each(self, name: str, remembered: Remembered[tuple[T, ...]]) -> tuple[T, ...]:
        """What is remembered of the value, or of each value of a list."""
        return _each(self.raw(name), remembered)


def is_code(value: str) -> bool:
    """Whether a value is an internal code of the Index."""
    return _CODE.fullmatch(value) is not None


def record_of(place: str, members: Iterable[tuple[str | None, Any]]) -> Record:
    """The record that has such members by meaning; of two with the same meaning, the one that is not empty."""
    values: dict[str, Any] = {}
    contradicted: dict[str, None] = {}
    for name, member in members:
        if name is None:
            continue
        if name not in values or not _texts(values[name]):
            values[name] = member
        elif _texts(member) and {*_each(values[name], _NAMES)} != {*_each(member, _NAMES)}:
            contradicted[name] = None
    for language in _LANGUAGES:
        if values.get(language):
            values.setdefault("text", values[language])
    values |= dict.fromkeys(contradicted)
    told = (
        inconsistent("two-values", place, f"{place}: two values under the keys for its {name}; neither is used")
        for name in contradicted
    )
    return Record(place, values, warnings=tuple(told), untold=frozenset(contradicted))


# Keys


@lru_cache(maxsize=1000)
def meaning_of(key: str) -> str | None:
    """What the values under a key or in a column are, by one name for all its forms; None for any other key."""
    letters = re.sub(r"[^a-z]", "", key.casefold()).replace("reccomend", "recommend")  # as exports spell it
    match = _KEY.fullmatch(letters)
    return match.lastgroup if match else None


def _keys_by_meaning(keys: tuple[str, ...]) -> Mapping[str, str] | None:
    """The key of each meaning; None if two have the same one, or none is the text."""
    named = [(name, key) for key in keys if (name := meaning_of(key)) is not None]
    by_meaning = dict(named)
    return by_meaning if len(by_meaning) == len(named) and "text" in by_meaning else None


#: The key of each meaning in records that have such keys; None for keys that have to be looked at in each record.
KEYS_BY_MEANING = Remembered(_keys_by_meaning)


# Values


def _texts(value: Any) -> tuple[str, ...]:
    """A value, or each of a list, as plain text, without those that are empty."""
    members = value if isinstance(value, list) else (value,)
    return tuple(filter(None, map(_plain, members)))


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, dict):
        return next((_plain(value[key]) for key in _NAME_KEYS if value.get(key)), "")
    return "" if value is None or isinstance(value, list) else str(value)


def _each(value: Any, remembered: Remembered[tuple[T, ...]]) -> tuple[T, ...]:
    if type(value) is not list:
        return remembered[_text(value)]
    if len(value) == 1:
        return remembered[_text(value[0])]
    found: list[T] = []
    for member in value:
        found += remembered[_text(member)]
    return tuple(found)


def _text(value: Any) -> str:
    return value if type(value) is str else _plain(value)


def labels_in(text: str) -> tuple[str, ...]:
    """The labels in a text; a dash inside a label belongs to it."""
    return _entries(text, _BETWEEN_LABELS)


def _entries(text: str, between: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in between.split(plain_text(text)) if entry and not entry.isspace())


#: The names in a text, which may have them joined by dashes or semicolons, or one a line.
_NAMES = Remembered(partial(_entries, between=_BETWEEN_NAMES))
