"""Objects to plain data and back: the one converter.

The form is the one that the bundled files have: an object is a mapping with its fields in order,
what is unknown is left out, a State is its ISO3 code, a topic its code, a source its id. A document
of its own (:func:`to_dict`) says its ``type`` first and lists the sources it cites last, so that it
can be read without anything beside it.
"""

import datetime
import json
import reprlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, overload

import attrs
from cattrs import Converter

from kz_upr import model
from kz_upr.errors import InvalidDocumentError, UnknownNameError, with_article
from kz_upr.model import Citation, Source, State, Topic
from kz_upr.states import state_by_iso3, topic_by_code

T = TypeVar("T")

_MODEL: list[type[Any]] = [getattr(model, name) for name in model.__all__]
_TYPES: dict[str, type[Any]] = {cls.__name__: cls for cls in _MODEL if attrs.has(cls)}
_VOCABULARIES: tuple[type[Enum], ...] = tuple(cls for cls in _MODEL if issubclass(cls, Enum))
_KEYED: tuple[type[Any], ...] = (State, Topic, Source)  # written as a key wherever another object refers to them


class _Faults(Exception):
    """Faults found below one place, each with its path from there."""

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        self.faults = list(faults)

    @classmethod
    def here(cls, fault: str) -> "_Faults":
        return cls([("", fault)])

    def below(self, step: str) -> Iterator[tuple[str, str]]:
        return ((step + path, fault) for path, fault in self.faults)


_sources: ContextVar[Mapping[str, Source]] = ContextVar("sources")


# -- reading ---------------------------------------------------------------------------------------


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", NoneType: "null"}
    return names.get(type(value), "a number")


def _shown(value: object, most: int = 60) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False, default=repr)
    except (TypeError, ValueError, RecursionError):  # not what JSON can hold
        text = reprlib.repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _read_text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise _Faults.here(f"expected a text, found {_kind(value)} {_shown(value)}")
    return value


def _read_integer(value: object, _: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Faults.here(f"expected a whole number, found {_kind(value)} {_shown(value)}")
    return value


def _read_truth(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise _Faults.here(f"expected true or false, found {_kind(value)} {_shown(value)}")
    return value


def _read_date(value: object, _: object) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        if isinstance(value, str) and (date := datetime.date.fromisoformat(value)).isoformat() == value:
            return date  # and not the other forms of ISO 8601, such as 2019-W45-4
    except ValueError:
        pass
    raise _Faults.here(f"expected a date like 2019-11-07, found {_shown(value)}")


def _read_word(value: object, vocabulary: type[Enum]) -> Enum:
    try:
        return vocabulary(value)
    except ValueError:
        words = ", ".join(str(word.value) for word in vocabulary)
        raise _Faults.here(f"expected one of {words}; found {_shown(value)}") from None


def _by_key(find: Callable[[str], T]) -> Callable[[object, object], T]:
    def read(value: object, _: object) -> T:
        try:
            return find(_read_text(value, str))
        except UnknownNameError as error:
            raise _Faults.here(str(error)) from None

    return read


def _source_by_id(id: str) -> Source:
    known = _sources.get({})
    if id not in known:
        raise _Faults.here(f"no source {id!r} among the document's sources ({len(known)} listed)")
    return known[id]


def _optional_hook(type_: Any, converter: Converter) -> Callable[[object, object], object]:
    (inner,) = (arg for arg in get_args(type_) if arg is not NoneType)
    hook = converter.get_structure_hook(inner)
    return lambda value, _: None if value is None else hook(value, inner)


def _is_optional(type_: Any) -> bool:
    return get_origin(type_) in (Union, UnionType) and NoneType in get_args(type_)


def _sequence_hook(type_: Any, converter: Converter) -> Callable[[object, object], object]:
    inner = get_args(type_)[0]
    hook = converter.get_structure_hook(inner)

    def read(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, (list, tuple)):
            raise _Faults.here(f"expected a list, found {_kind(value)} {_shown(value)}")
        try:
            return tuple([hook(item, inner) for item in value])
        except _Faults:
            raise _Faults(_faults_in(value)) from None

    def _faults_in(items: Iterable[object]) -> Iterator[tuple[str, str]]:
        for position, item in enumerate(items):
            try:
                hook(item, inner)
            except _Faults as error:
                yield from error.below(f"[{position}]")

    return read


def _is_sequence(type_: Any) -> bool:
    return get_origin(type_) is tuple


def _record_hook(cls: Any, converter: Converter) -> Callable[[object, object], object]:
    # Written out rather than left to cattrs' generated functions: those compile code for every
    # class, which costs more than reading a whole review does, and report one shape of error.
    fields = [(field.name, converter.get_structure_hook(field.type), field.type) for field in attrs.fields(cls)]
    hooks = {name: (hook, type_) for name, hook, type_ in fields}
    names = hooks.keys()
    required = {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}

    def read(value: object, _: object) -> object:
        if not isinstance(value, Mapping):
            raise _Faults.here(f"expected {with_article(cls.__name__)} object, found {_kind(value)} {_shown(value)}")
        try:
            if not (required <= value.keys() <= names):
                raise _Faults([])
            values = {}
            for name, item in value.items():
                hook, type_ = hooks[name]
                values[name] = hook(item, type_)
            return cls(**values)
        except _Faults:
            raise _Faults(_faults_in(value)) from None

    def _faults_in(value: Mapping[Any, object]) -> Iterator[tuple[str, str]]:
        for name, hook, type_ in fields:
            if name in value:
                try:
                    hook(value[name], type_)
                except _Faults as error:
                    yield from error.below(f".{name}")
            elif name in required:
                yield "", f"{name!r} is missing"
        for key in value:
            if key not in names:
                yield (
                    f".{key}",
                    f"no such field of {with_article(cls.__name__)}; "
                    f"its fields are {', '.join(name for name, _, _ in fields)}",
                )

    return read


# -- writing ---------------------------------------------------------------------------------------


def _write_record_hook(cls: Any, converter: Converter) -> Callable[[Any], dict[str, object]]:
    fields = [(field.name, field.default) for field in attrs.fields(cls)]

    def write(thing: Any) -> dict[str, object]:
        return {
            name: converter.unstructure(value)
            for name, default in fields
            if (value := getattr(thing, name)) != default or default is attrs.NOTHING
        }

    return write


def _make_converter() -> Converter:
    converter = Converter()
    converter.register_structure_hook_factory(attrs.has, _record_hook)
    converter.register_structure_hook_factory(_is_sequence, _sequence_hook)
    converter.register_structure_hook_factory(_is_optional, _optional_hook)
    for vocabulary in _VOCABULARIES:  # one by one: a StrEnum is a str too, and cattrs would take that hook
        converter.register_structure_hook(vocabulary, _read_word)
        converter.register_unstructure_hook(vocabulary, lambda word: word.value)
    converter.register_structure_hook(bool, _read_truth)
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(int, _read_integer)
    converter.register_structure_hook(datetime.date, _read_date)
    converter.register_structure_hook(State, _by_key(state_by_iso3))
    converter.register_structure_hook(Topic, _by_key(topic_by_code))
    converter.register_structure_hook(Source, _by_key(_source_by_id))

    converter.register_unstructure_hook_factory(attrs.has, _write_record_hook)
    converter.register_unstructure_hook(tuple, lambda items: [converter.unstructure(item) for item in items])
    converter.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    converter.register_unstructure_hook(State, lambda state: state.iso3)
    converter.register_unstructure_hook(Topic, lambda topic: topic.code)
    converter.register_unstructure_hook(Source, lambda source: source.id)
    return converter


_converter = _make_converter()
# For the classes that are elsewhere read and written by their key alone.
_read_whole: dict[type[Any], Callable[[object, object], Any]] = {cls: _record_hook(cls, _converter) for cls in _KEYED}
_write_whole: dict[type[Any], Callable[[Any], dict[str, object]]] = {
    cls: _write_record_hook(cls, _converter) for cls in _KEYED
}


def structure(data: object, cls: type[T], sources: Mapping[str, Source] | None = None) -> T:
    """An object of ``cls`` from plain data in the bundled form, its shape checked but not its rules.

    ``sources`` resolves the ids that it cites. Raises :class:`InvalidDocumentError`.
    """
    token = _sources.set(sources or {})
    try:
        if cls in _read_whole:
            return _read_whole[cls](data, cls)  # type: ignore[no-any-return]
        return _converter.structure(data, cls)
    except _Faults as error:
        raise InvalidDocumentError(error.below("$")) from None
    finally:
        _sources.reset(token)


def unstructure(thing: object) -> dict[str, Any]:
    """Plain data of one object in the bundled form, without its sources."""
    if isinstance(thing, _KEYED):
        return _write_whole[type(thing)](thing)
    return _converter.unstructure(thing)  # type: ignore[no-any-return]


def sources_of(thing: object) -> tuple[Source, ...]:
    """Every source that an object cites or names, once each, in the order of their first mention."""
    found: dict[str, Source] = {}
    for _, node in _places(thing, "$"):
        source = node.source if isinstance(node, Citation) else node
        found.setdefault(source.id, source)
    return tuple(found.values())


def citations_of(thing: object) -> tuple[tuple[str, Citation], ...]:
    """Every citation in an object with the path to it, in order: where each fact is written, and which are inferred.

    >>> import kz_upr
    >>> totals = kz_upr.load_review().totals
    >>> [(path, citation.locator) for path, citation in kz_upr.citations_of(totals)]
    [('$.citations[0]', 'para. 672'), ('$.citations[1]', 'para. 706')]
    """
    return tuple((path, node) for path, node in _places(thing, "$") if isinstance(node, Citation))


def _places(node: object, path: str) -> Iterator[tuple[str, Citation | Source]]:
    """The citations in an object, and the sources that it names without one, each with its path."""
    if isinstance(node, (Citation, Source)):
        yield path, node
    elif isinstance(node, tuple):
        for position, item in enumerate(node):
            yield from _places(item, f"{path}[{position}]")
    elif attrs.has(type(node)) and not isinstance(node, _KEYED):
        fields: tuple[Any, ...] = attrs.fields(type(node))  # type: ignore[arg-type]
        for field in fields:
            yield from _places(getattr(node, field.name), f"{path}.{field.name}")


# -- the public pair -------------------------------------------------------------------------------


def to_dict(thing: Any) -> dict[str, Any]:
    """A plain dictionary of any object of the package, ready for JSON.

    The first key is ``type``; unknown values are left out; States, topics and sources are given by
    their codes, and the last key, ``sources``, lists every source cited, in full. TypeError for what is
    not an object of the package.

    >>> import kz_upr
    >>> kz_upr.to_dict(kz_upr.list_topics()[0])
    {'type': 'Topic', 'code': 'A1', 'label': 'Scope of international obligations'}
    """
    name = type(thing).__name__
    if _TYPES.get(name) is not type(thing):
        raise TypeError(
            f"expected an object of kz_upr ({', '.join(_TYPES)}), found {with_article(name)}; "
            "for several recommendations use to_records"
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

    ``cls`` is needed only where the data has no ``type``. Raises :class:`InvalidDocumentError` with the
    path to every fault; nothing half built comes back.

    >>> import kz_upr
    >>> review = kz_upr.load_review()
    >>> kz_upr.from_dict(kz_upr.to_dict(review)) == review
    True
    """
    if not isinstance(data, Mapping):
        raise InvalidDocumentError([("$", f"expected an object, found {_kind(data)} {_shown(data)}")])
    body = dict(data)
    cls = _type_named(body.pop("type", None), cls)
    cited: dict[str, Source] = {}
    faults: list[tuple[str, str]] = []
    listed = body.pop("sources", [])
    if not isinstance(listed, list):
        raise InvalidDocumentError([("$.sources", f"expected a list, found {_kind(listed)} {_shown(listed)}")])
    for position, item in enumerate(listed):
        try:
            source = structure(item, Source)
            if cited.setdefault(source.id, source) != source:
                faults.append((f"$.sources[{position}].id", f"{source.id} stands there twice, and differs"))
        except InvalidDocumentError as error:
            faults += [(f"$.sources[{position}]{path[1:]}", fault) for path, fault in error.faults]
    try:
        thing = structure(body, cls, cited)
    except InvalidDocumentError as error:
        raise InvalidDocumentError([*faults, *error.faults]) from None
    from kz_upr.model.rules import faults_of  # bundled data was checked when it was made, and needs them not

    faults += faults_of(thing)
    if faults:
        raise InvalidDocumentError(faults)
    return thing


def _type_named(name: object, cls: type[Any] | None) -> type[Any]:
    if name is None and cls is not None:
        return cls
    named = _TYPES.get(name) if isinstance(name, str) else None
    if named is None:
        raise InvalidDocumentError([("$.type", f"expected one of {', '.join(_TYPES)}; found {_shown(name)}")])
    if cls is not None and cls is not named:
        raise InvalidDocumentError([("$.type", f"expected {cls.__name__}, found {_shown(name)}")])
    return named


def to_json(thing: Any) -> str:
    """The text of :func:`to_dict` in canonical JSON: UTF-8 letters, two spaces, a newline at the end."""
    return canonical_json(to_dict(thing))


@overload
def from_json(text: str | bytes) -> Any: ...
@overload
def from_json(text: str | bytes, cls: type[T]) -> T: ...
def from_json(text: str | bytes, cls: type[Any] | None = None) -> Any:
    """The object that :func:`to_json` wrote; see :func:`from_dict`.

    Text that is not JSON raises :class:`InvalidDocumentError` with the line and column.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        hint = "; is it the name of a file? pass what is in the file" if str(text).endswith(".json") else ""
        raise InvalidDocumentError([("$", f"not JSON: {error}{hint}")]) from None
    return from_dict(data) if cls is None else from_dict(data, cls)


def canonical_json(data: object) -> str:
    """JSON in the one form that the package writes: keys in the order given, two spaces, a newline at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
