"""The bundled data files: their bytes, and whether they are the bytes that were shipped.

``editions/index.json`` names every file beside the editions and every edition's manifest; a manifest
names every file of its edition. Both give the sha256, so that what is read here is what was made.
"""

import functools
import hashlib
import json
from typing import Any

import importlib_resources

from kz_upr.errors import DataFileError

_ROOT = "editions"


def read(name: str) -> bytes:
    """The bytes of a bundled file, by its path below ``editions/``, checked against its listed hash."""
    expected: str = _listed(name)["sha256"]
    content = _bytes(name)
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise DataFileError(name, f"sha256 {expected}", f"sha256 {found} ({len(content)} bytes)")
    return content


def read_json(name: str) -> Any:
    """The content of a bundled JSON file, checked as :func:`read` does."""
    return json.loads(read(name).decode())  # bytes would first be asked for their encoding, in Python


@functools.cache
def index() -> dict[str, Any]:
    """The index of all editions and of the files that they share."""
    document = _parsed("index.json", _bytes("index.json"))
    for listed in (document.get("editions"), document.get("files")):
        if not isinstance(listed, dict) or not all(isinstance(e, dict) and "sha256" in e for e in listed.values()):
            raise DataFileError("index.json", "an index of editions and files", "another JSON object")
    return document


@functools.cache
def manifest(edition: str) -> dict[str, Any]:
    """The manifest of one edition; KeyError when the index does not list it."""
    index()["editions"][edition]  # an unknown edition is the caller's to explain
    name = f"{edition}/manifest.json"
    return _parsed(name, read(name))


def _listed(name: str) -> dict[str, Any]:
    edition, _, file = name.rpartition("/")
    if not edition:
        files = index()["files"]
    elif file == "manifest.json":
        files = {file: index()["editions"][edition]}
    else:
        files = manifest(edition)["files"]
    if file not in files:
        raise DataFileError(name, "a listed file", "no entry for it in the manifest")
    entry: dict[str, Any] = files[file]
    return entry


def _bytes(name: str) -> bytes:
    try:
        return importlib_resources.files("kz_upr").joinpath(_ROOT, *name.split("/")).read_bytes()
    except (FileNotFoundError, NotADirectoryError, KeyError):  # a zip raises KeyError
        raise DataFileError(name, "a file", "none") from None


def _parsed(name: str, content: bytes) -> dict[str, Any]:
    try:
        document = json.loads(content)
    except ValueError as error:
        raise DataFileError(name, "JSON", f"{len(content)} bytes that are not ({error})") from None
    if not isinstance(document, dict):
        raise DataFileError(name, "a JSON object", f"a {type(document).__name__}")
    return document
