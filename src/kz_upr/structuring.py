"""Plain data to objects and back: the one converter.

The form is that of the bundled files: an object is a mapping of its fields; unknown values are left out; a State is its
ISO3 code; a theme, a group of persons, an instrument and a source are their ids.
"""

import datetime
import functools
import itertools
import json
import operator
import reprlib
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from enum import Enum
from types import GenericAlias, UnionType
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from kz_upr import model
from kz_upr.errors import MOST_LISTED, InvalidDocumentError, UnknownNameError
from kz_upr.messages import legible, shortened, shown, with_article
from kz_upr.model import Review, Source
from kz_upr.reference.genuine import TABLES

T = TypeVar("T")

_VOCABULARIES: tuple[type[Enum], ...] = tuple(
    kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Enum)
)

_sources: ContextVar[Mapping[str, Source]] = ContextVar("sources")


class _Unexpected(ValueError):
    """A value that does not fit; the text says what was expected and what was given."""


# -- what a value must be --------------------------------------------------------------------------


def described(value: object, most: int = 60) -> str:
    """The type of a value and the beginning of the value: ``int 1``, ``str "France"``; None is ``null``."""
    if value is None:
        return "null"
    if isinstance(value, str):
        value_begun: object = value[: most + 1]
    elif isinstance(value, int) and not isinstance(value, bool):
        return f"int {shown(value)}"
    else:
        value_begun = value
    try:
        pieces = _WRITER.iterencode(value_begun)  # piece by piece, so that no more is written than is shown
        text = "".join(itertools.islice(pieces, most))
    except (TypeError, ValueError):  # not what JSON can hold
        text = reprlib.repr(value)
    return f"{type(value).__name__} {legible(text, most)}"


_WRITER = json.JSONEncoder(ensure_ascii=False, default=repr)


def _exactly(cls: type[T], name: str) -> Callable[[object, object], T]:
    def structure(value: object, _: object) -> T:
        if type(value) is not cls and not (cls is str and isinstance(value, str)):
            raise _Unexpected(f"expected {name}, got {described(value)}")
        return value  # type: ignore[return-value]

    return structure


def _date(value: object, _: object) -> datetime.date:
    if type(value) is datetime.date:
        return value
    try:
        if isinstance(value, str) and (date := datetime.date.fromisoformat(value)).isoformat() == value:
            return date  # and not the other forms of ISO 8601, such as 2019-W45-4
    except ValueError:
        pass
    raise _Unexpected(f"expected a date like 2019-11-07, got {described(value)}")


def _word(value: object, vocabulary: type[Enum]) -> Enum:
    try:
        return vocabulary(value)
    except ValueError:
        words = ", ".join(str(word.value) for word in vocabulary)
        raise _Unexpected(f"expected one of {words}; got {described(value)}") from None


def _by_key(find: Callable[[str], T]) -> Callable[[object, object], T]:
    def structure(value: object, _: object) -> T:
        if not isinstance(value, str):
            raise _Unexpected(f"expected a string, got {described(value)}")
        return find(value)

    return structure


def _source(id: str) -> Source:
    known = _sources.get({})
    if id not in known:
        raise _Unexpected(f"no source {shown(id)} among the sources of the document ({len(known)} listed)")
    return known[id]


# -- the converters --------------------------------------------------------------------------------


#: What is written as a key: how it is found, and the field that is the key.
_KEYED = {**TABLES, Source: (_source, "id")}
#: How values are read that are not plain JSON and have no fields of their own.
_HOOKS: dict[Any, Callable[[Any, Any], Any]] = {
    datetime.date: _date,
    **dict.fromkeys(_VOCABULARIES, _word),
    **{cls: _by_key(find) for cls, (find, _) in _KEYED.items()},
}


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


@functools.cache
def _converter() -> Converter:
    """The converter of users' data: it generates code for each class, and reports every fault with its path."""
    converter = Converter(forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(str, _exactly(str, "a string"))
    converter.register_structure_hook(int, _exactly(int, "an integer"))
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    for kind, hook in _HOOKS.items():
        converter.register_structure_hook(kind, hook)
    for cls, (_, key) in _KEYED.items():
        converter.register_unstructure_hook(cls, operator.attrgetter(key))
    converter.register_unstructure_hook(datetime.date, datetime.date.isoformat)

    @converter.register_structure_hook_factory(attrs.has)
    def _object_hook(cls: type[Any]) -> Callable[[object, object], Any]:
        read = make_dict_structure_fn(cls, converter, **_left_out(cls))

        def structure(value: object, _: object) -> Any:
            if not isinstance(value, Mapping):
                raise _Unexpected(f"expected {with_article(cls.__name__)} object, got {described(value)}")
            return read(value, cls)

        return structure

    @converter.register_structure_hook_factory(_is_tuple)
    def _list_hook(cls: Any) -> Callable[[object, object], Any]:
        items: Any = GenericAlias(list, get_args(cls)[:1])
        read = converter.get_structure_hook(items)

        def structure(value: object, _: object) -> Any:
            if not isinstance(value, list | tuple):
                raise _Unexpected(f"expected a list, got {described(value)}")
            return tuple(read(value, items))

        return structure

    converter.register_unstructure_hook_factory(lambda cls: cls is Review, _whole_writer)
    return converter


def _left_out(cls: type[Any]) -> dict[str, Any]:
    return {"warnings": override(omit=True)} if cls is Review else {}


# The hooks of objects with all their fields, including classes that are elsewhere written as a key


@functools.cache
def _whole_reader(cls: Any) -> Callable[[Mapping[str, object], object], Any]:
    return make_dict_structure_fn(cls, _converter(), **_left_out(cls))


@functools.cache
def _whole_writer(cls: Any) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(cls, _converter(), _cattrs_omit_if_default=True, **_left_out(cls))


# -- bundled files, which were checked when they were built -----------------------------------------


@functools.cache
def _bundled_reader(cls: Any) -> Callable[[Mapping[str, Any]], Any]:
    """A function that makes an object of a class. The converters of cattrs take 1.6 to 3.4 times as long."""
    hooks = {field.name: hook for field in attrs.fields(cls) if (hook := _bundled_hook(field.type))}
    return lambda value: cls(**{name: hooks[name](item) if name in hooks else item for name, item in value.items()})


def _bundled_hook(kind: Any) -> Callable[[Any], Any] | None:
    """How a value is read. None if it stays as it is in JSON."""
    if isinstance(kind, UnionType):  # X | None
        return _bundled_hook(get_args(kind)[0])
    if get_origin(kind) is tuple:
        read = _bundled_hook(get_args(kind)[0])
        return tuple if read is None else lambda value: tuple([read(item) for item in value])
    if kind in _HOOKS:
        hook = _HOOKS[kind]
        return lambda value: hook(value, kind)
    return _bundled_reader(kind) if attrs.has(kind) else None


def structure_bundled(data: Any, cls: type[T], sources: Mapping[str, Source] | None = None) -> T:
    """An object of ``cls`` from a bundled file. ``sources`` resolves the ids that it cites."""
    token = _sources.set(sources or {})
    try:
        thing: T = _bundled_reader(cls)(data)  # type: ignore[arg-type]  # mypy holds classes to be unhashable
        return thing
    finally:
        _sources.reset(token)


def structure(data: object, cls: type[T], sources: Mapping[str, Source] | None = None) -> T:
    """An object of ``cls`` from plain data in the bundled form; its shape is checked, but not the rules of the model.

    ``sources`` resolves the ids that it cites. Raises :class:`~kz_upr.errors.InvalidDocumentError` with every fault.
    """
    if not isinstance(data, Mapping):
        raise InvalidDocumentError([("$", f"expected {with_article(cls.__name__)} object, got {described(data)}")])
    token = _sources.set(sources or {})
    try:
        thing: T = _whole_reader(cls)(data, cls)  # type: ignore[arg-type]  # mypy holds classes to be unhashable
        return thing
    except (BaseValidationError, _Unexpected) as error:
        raise InvalidDocumentError(_faults(error)) from None
    finally:
        _sources.reset(token)


def _faults(error: BaseException) -> Iterator[tuple[str, str]]:
    """The faults of a cattrs error as (path, message)."""
    unknown_names = itertools.count()

    def worded(error: BaseException, _: type[Any] | None) -> str:
        if isinstance(error, UnknownNameError):  # similar names take long to find, and more errors are not listed
            return str(error) if next(unknown_names) < MOST_LISTED else error.bare
        return _message(error)

    for line in transform_error(error, format_exception=worded):
        message, _, path = line.rpartition(" @ ")
        yield path, message


def _message(error: BaseException) -> str:
    if isinstance(error, KeyError):
        return f"required field {error.args[0]!r} is missing"
    if isinstance(error, ForbiddenExtraKeysError):
        fields = ", ".join(field.name for field in attrs.fields(error.cl))
        unknown = shortened(sorted(map(str, error.extra_fields)))
        return f"{with_article(error.cl.__name__)} has no field {unknown}; its fields are {fields}"
    return str(error)


def unstructure(thing: object) -> dict[str, Any]:
    """Plain data of one object in the bundled form, without its sources."""
    return _whole_writer(type(thing))(thing)  # type: ignore[arg-type]
