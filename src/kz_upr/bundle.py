"""The bundled data files, checked against the hashes that were shipped with them.

``editions/index.json`` lists the manifest of every edition and the files that the editions share; a manifest lists the
files of its edition. Both give the SHA-256 of each file.
"""

import functools
import hashlib
import json
from typing import Any

import importlib_resources
from importlib_resources.abc import Traversable

from kz_upr.errors import DataFileError


def read_json(name: str) -> Any:
    """The content of a bundled JSON file, by its path below ``editions/``.

    Raises :class:`~kz_upr.errors.DataFileError` if the file is not listed, is missing or differs from its listed hash.
    """
    edition, _, file = name.rpartition("/")
    files = manifest(edition)["files"] if edition else index()["files"]
    if file not in files:
        raise DataFileError(name, "a listed file", "no entry in the manifest")
    return json.loads(_verified(name, files[file]).decode())  # for bytes, json detects the encoding first, in Python


@functools.cache
def index() -> dict[str, Any]:
    """The index of all editions and of the files that they share."""
    document = _object("index.json", _bytes("index.json"))
    for listed in (document.get("editions"), document.get("files")):
        if not isinstance(listed, dict) or not all(isinstance(e, dict) and "sha256" in e for e in listed.values()):
            raise DataFileError("index.json", "an index of editions and files", "another JSON object")
    return document


@functools.cache
def manifest(edition: str) -> dict[str, Any]:
    """The manifest of one edition. Raises KeyError if the index does not list it."""
    listed = index()["editions"][edition]
    name = f"{edition}/manifest.json"
    return _object(name, _verified(name, listed))


def _verified(name: str, listed: dict[str, Any]) -> bytes:
    content = _bytes(name)
    found = hashlib.sha256(content).hexdigest()
    if found != listed["sha256"]:
        raise DataFileError(name, f"sha256 {listed['sha256']}", f"sha256 {found} ({len(content)} bytes)")
    return content


@functools.cache
def _root() -> Traversable:
    return importlib_resources.files("kz_upr").joinpath("editions")


def _bytes(name: str) -> bytes:
    try:
        return _root().joinpath(*name.split("/")).read_bytes()
    except (FileNotFoundError, NotADirectoryError, KeyError):  # a zip raises KeyError
        raise DataFileError(name, "a file", "none") from None


def _object(name: str, content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content)
    except ValueError as error:
        raise DataFileError(name, "JSON", f"{len(content)} bytes that are not JSON ({error})") from None
    if not isinstance(document, dict):
        raise DataFileError(name, "a JSON object", f"a {type(document).__name__}")
    return document
