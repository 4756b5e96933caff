"""The bundled data files, checked against the hashes that were shipped with them.

The code holds the SHA-256 of ``editions/index.json``, which lists the manifest of every edition and the files that the
editions share; a manifest lists the files of its edition. Both give the SHA-256 of each file, so that no damage goes
unnoticed and the damaged file itself is named.
"""

import functools
import hashlib
import json
from typing import Any

import importlib_resources
from importlib_resources.abc import Traversable

from kz_upr._version import INDEX_SHA256
from kz_upr.errors import DataFileError


def read_json(name: str) -> Any:
    """The content of a bundled JSON file, by its path below ``editions/``.

    Raises :class:`~kz_upr.errors.DataFileError` if the file is not listed, is missing or differs from its listed hash.
    """
    edition, _, file = name.rpartition("/")
    files = manifest(edition)["files"] if edition else index()["files"]
    if file not in files:
        raise DataFileError(name, "a listed file", "no entry in the manifest")
    return _json(name, files[file]["sha256"])


@functools.cache
def index() -> dict[str, Any]:
    """The index of all editions and of the files that they share."""
    document: dict[str, Any] = _json("index.json", INDEX_SHA256)
    return document


@functools.cache
def manifest(edition: str) -> dict[str, Any]:
    """The manifest of one edition. Raises KeyError if the index does not list it."""
    document: dict[str, Any] = _json(f"{edition}/manifest.json", index()["editions"][edition]["sha256"])
    return document


def _json(name: str, sha256: str) -> Any:
    content = verified(root().joinpath(*name.split("/")), name, sha256)
    return json.loads(content.decode())  # for bytes, json detects the encoding first, in Python


def verified(path: Traversable, name: str, sha256: str) -> bytes:
    """The bytes of a shipped file. Raises :class:`~kz_upr.errors.DataFileError` if their hash differs."""
    content = _bytes(path, name)
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise DataFileError(name, f"sha256 {sha256}", f"sha256 {found} ({len(content)} bytes)")
    return content


@functools.cache
def root() -> Traversable:
    """The folder ``editions``, which may be in a zip file."""
    return importlib_resources.files("kz_upr").joinpath("editions")


def _bytes(path: Traversable, name: str) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, KeyError):  # a zip raises KeyError
        found = "none"
    except Exception as error:  # whatever the importer raises; the one for zip files has its own errors
        found = "a folder" if path.is_dir() else f"an error ({getattr(error, 'strerror', None) or error})"
    raise DataFileError(name, "a file", found)
