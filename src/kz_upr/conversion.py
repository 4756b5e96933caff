"""Objects as self-contained documents, in plain data or JSON.

A document begins with its ``type`` and ends with the sources that it cites, so that it can be read on its own. In
between it has the form of the bundled files.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, overload

import attrs

from kz_upr import model
from kz_upr.errors import InvalidDocumentError
from kz_upr.messages import legible, shown, with_article
from kz_upr.model import ReadingWarning, Source, faults_of, sources_of
from kz_upr.reference.genuine import unlike_tables
from kz_upr.structuring import described, structure, unstructure

T = TypeVar("T")

#: The classes that can be a document, by name.
_TYPES: dict[str, type[Any]] = {
    name: thing
    for name, thing in sorted(vars(model).items())
    if isinstance(thing, type) and attrs.has(thing) and thing is not ReadingWarning
}


def to_dict(thing: Any) -> dict[str, Any]:
    """A plain dictionary of any object of the package, ready for JSON.

    The first key is ``type``; unknown values are left out; States, themes, persons, instruments and sources are given
    by their codes; and the last key, ``sources``, lists every source cited, in full. Raises TypeError if ``thing`` is
    not an object of the package.

    >>> import kz_upr
    >>> kz_upr.to_dict(kz_upr.resolve_affected_persons("girls"))
    {'type': 'AffectedPersons', 'id': 'girls', 'label': 'Girls'}
    """
    name = type(thing).__name__
    if _TYPES.get(name) is not type(thing):
        raise TypeError(
            f"expected an object of kz_upr ({', '.join(_TYPES)}), got {with_article(name)}; "
            "use to_records for several recommendations"
        )
    document = {"type": name, **unstructure(thing)}
    cited = () if isinstance(thing, Source) else sources_of(thing)
    if cited:
        document["sources"] = [unstructure(source) for source in cited]
    return document


@overload
def from_dict(data: Mapping[str, Any]) -> Any: ...
@overload
def from_dict(data: Mapping[str, Any], cls: type[T]) -> T: ...
def from_dict(data: Mapping[str, Any], cls: type[Any] | None = None) -> Any:
    """The object that :func:`to_dict` wrote, checked by all rules of the model.

    ``cls`` is needed only if the data have no ``type``. Raises :class:`~kz_upr.errors.InvalidDocumentError` with the
    path to every fault; no partial object is returned.

    >>> import kz_upr
    >>> review = kz_upr.load_review()
    >>> kz_upr.from_dict(kz_upr.to_dict(review)) == review
    True
    """
    if not isinstance(data, Mapping):
        raise InvalidDocumentError([("$", f"expected an object, got {described(data)}")])
    body = dict(data)
    cls = _type_named(body.pop("type", None), cls)
    cited, faults = _cited_sources(body.pop("sources", []))
    try:
        thing = structure(body, cls, cited)
    except InvalidDocumentError as error:
        raise InvalidDocumentError([*faults, *error.faults]) from None
    faults += faults_of(thing) or unlike_tables(thing)
    if faults:
        raise InvalidDocumentError(faults)
    return thing


def _type_named(name: object, cls: type[Any] | None) -> type[Any]:
    if cls is not None and cls not in (*_TYPES.values(), ReadingWarning):
        raise TypeError(f"expected a class of kz_upr ({', '.join(_TYPES)}), got {shown(cls)}")
    if name is None and cls is not None:
        return cls
    named = _TYPES.get(name) if isinstance(name, str) else None
    if named is None:
        raise InvalidDocumentError([("$.type", f"expected one of {', '.join(_TYPES)}; got {described(name)}")])
    if cls is not None and cls is not named:
        raise InvalidDocumentError([("$.type", f"expected {cls.__name__}, got {described(name)}")])
    return named


def _cited_sources(listed: object) -> tuple[dict[str, Source], list[tuple[str, str]]]:
    """The sources at the end of a document, by id, and the faults in them."""
    cited: dict[str, Source] = {}
    faults: list[tuple[str, str]] = []
    if not isinstance(listed, list):
        raise InvalidDocumentError([("$.sources", f"expected a list, got {described(listed)}")])
    for position, item in enumerate(listed):
        try:
            source = structure(item, Source)
        except InvalidDocumentError as error:
            faults += [(f"$.sources[{position}]{path[1:]}", fault) for path, fault in error.faults]
        else:
            if cited.setdefault(source.id, source) != source:
                faults.append((f"$.sources[{position}].id", f"two different sources have the id {legible(source.id)}"))
    return cited, faults


def to_json(thing: Any) -> str:
    """The text of :func:`to_dict` in canonical JSON: letters in UTF-8, two spaces, a newline at the end."""
    return canonical_json(to_dict(thing))


@overload
def from_json(text: str | bytes) -> Any: ...
@overload
def from_json(text: str | bytes, cls: type[T]) -> T: ...
def from_json(text: str | bytes, cls: type[Any] | None = None) -> Any:
    """The object that :func:`to_json` wrote; see :func:`from_dict`.

    Raises :class:`~kz_upr.errors.InvalidDocumentError` with line and column if the text is not JSON, with the path if
    an object has a key twice, and TypeError if ``text`` is neither a string nor bytes.
    """
    if not isinstance(text, str | bytes | bytearray):
        raise TypeError(f"expected JSON as a string or bytes, got {with_article(type(text).__name__)}")
    data, doubled = _loaded(text)
    if doubled:
        raise InvalidDocumentError(doubled)
    return from_dict(data) if cls is None else from_dict(data, cls)


def _loaded(text: str | bytes) -> tuple[Any, list[tuple[str, str]]]:
    """The data in a JSON text, and a fault for every key that occurs twice in an object; JSON keeps the last value."""
    twice: list[tuple[dict[str, Any], str]] = []

    def checked(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen = Counter(key for key, _ in pairs)
            twice.extend((found, key) for key, count in seen.items() if count > 1)
        return found

    try:
        data = json.loads(text, object_pairs_hook=checked, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        reason = "too deeply nested" if isinstance(error, RecursionError) else str(error)
        hint = "; is it the name of a file? pass the content of the file" if text[-5:] in (".json", b".json") else ""
        raise InvalidDocumentError([("$", f"not JSON: {reason}{hint}")]) from None
    if not twice:
        return data, []
    places = {id(item): path for path, item in _objects_in(data)}
    return data, [(places.get(id(item), "$"), f"the key {shown(key)} occurs twice") for item, key in twice]


def _integer(digits: str) -> int:
    """An integer; if far too long for any field, only its beginning, since converting all of it would take long."""
    return int(digits[:21])


def _objects_in(data: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    waiting: list[tuple[str, Any]] = [("$", data)]
    while waiting:
        path, item = waiting.pop()
        if isinstance(item, dict):
            yield path, item
            waiting += ((f"{path}.{legible(key)}", inner) for key, inner in item.items())
        elif isinstance(item, list):
            waiting += ((f"{path}[{place}]", inner) for place, inner in enumerate(item))


def canonical_json(data: object) -> str:
    """JSON in the one form that the package writes: keys in the given order, two spaces, a newline at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
