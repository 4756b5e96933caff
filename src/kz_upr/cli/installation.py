"""Whether every file of this installation is as shipped: ``kz-upr verify``."""

import argparse
import base64
import csv
import os
from collections.abc import Iterator
from typing import Any

import importlib_resources
from importlib_resources.abc import Traversable

import kz_upr
from kz_upr import DataFileError, bundle
from kz_upr._version import INDEX_SHA256
from kz_upr.cli.layout import Page, printable
from kz_upr.messages import count

_EDITIONS = "kz_upr/editions/"


class _Inspection:
    """The files that were compared with the lists that came with them."""

    def __init__(self) -> None:
        self.listed: set[str] = set()
        self.faults: dict[str, str] = {}

    def agrees(self, path: Traversable, name: str, sha256: str) -> bool:
        """Whether the file exists and has this hash; otherwise a fault is noted."""
        self.listed.add(name)
        try:
            bundle.verified(path, name, sha256)
        except DataFileError as error:
            self.faults[name] = f"expected {error.expected}, got {error.found}"
        return name not in self.faults

    def forbid_others(self, folder: Traversable, name: str) -> None:
        """Note a fault for each file below the folder that is in no list."""
        for file in _below(folder, name):
            if file not in self.listed:
                self.faults[file] = "not among the files that were shipped"


def verify(options: argparse.Namespace) -> int:  # noqa: ARG001
    """Compare all files with the manifests of the data and the record of the installer; 1 if one differs."""
    package = importlib_resources.files("kz_upr")
    page = Page()
    page.line(f"kz_upr {kz_upr.__version__}, data {kz_upr.DATA_EDITION}, in {printable(str(package))}", rest="  ")
    data, installed = _data(), _installed(package)
    page.line(f"Data: {count(len(data.listed), 'file')} compared with the manifests.")
    if isinstance(installed, str):
        page.line(f"Code: not checked, since {installed}.", rest="  ")
        checked, faults = "data file", data.faults
    else:
        page.line(f"Code and data: {count(len(installed.listed), 'file')} compared with the record of the installer.")
        checked, faults = "file", installed.faults | data.faults
    if not faults:
        page.line(f"No {checked} is missing, altered or added.")
        return 0
    page.line(f"{count(len(faults), 'fault')}; reinstall kz_upr:")
    for name, fault in sorted(faults.items()):
        page.bullet(f"{printable(name)}: {fault}")
    return 1


def _data() -> _Inspection:
    """The data files. Files that only a damaged list names are not checked."""
    found = _Inspection()

    def agrees(name: str, sha256: str) -> bool:
        return found.agrees(bundle.root().joinpath(*name.split("/")), _EDITIONS + name, sha256)

    if not agrees("index.json", INDEX_SHA256):
        return found
    index = bundle.index()
    for name, entry in index["files"].items():
        agrees(name, entry["sha256"])
    for edition, entry in index["editions"].items():
        if agrees(f"{edition}/manifest.json", entry["sha256"]):
            for name, file in bundle.manifest(edition)["files"].items():
                agrees(f"{edition}/{name}", file["sha256"])
        else:
            found.listed.update(_below(bundle.root().joinpath(edition), f"{_EDITIONS}{edition}/"))
    found.forbid_others(bundle.root(), _EDITIONS)
    return found


def _installed(package: Traversable) -> _Inspection | str:
    """The files that the installer of this package recorded, or why there are none.

    The imported package may not be the installed one of the same name.
    """
    import importlib.metadata  # takes longer than everything else that the command imports

    for distribution in importlib.metadata.distributions(name="kz-upr"):
        if os.path.realpath(str(distribution.locate_file("kz_upr"))) == os.path.realpath(str(package)):
            break
    else:
        return "it runs from a source checkout, for which there is no installation record"
    text = distribution.read_text("RECORD")
    if text is None:
        return "its installer left no record"
    found = _Inspection()
    try:
        recorded = {row[0]: _sha256(row[1]) for row in csv.reader(text.splitlines()) if row}
    except (ValueError, IndexError, csv.Error):
        found.faults["RECORD"] = "expected a path, a hash and a size in each row"
        return found
    for name, sha256 in recorded.items():
        if sha256 is None:
            found.listed.add(name)
        else:
            path: Any = distribution.locate_file(name)
            found.agrees(path, name, sha256)
    found.forbid_others(package, "kz_upr/")
    return found


def _sha256(recorded: str) -> str | None:
    """The hash in hexadecimal digits. None if none is recorded, as for the record itself and compiled modules."""
    algorithm, _, digest = recorded.partition("=")
    return base64.urlsafe_b64decode(f"{digest}==").hex() if algorithm == "sha256" else None


def _below(folder: Traversable, name: str) -> Iterator[str]:
    """The names of all files below a folder, if it exists, except compiled modules."""
    for entry in folder.iterdir() if folder.is_dir() else ():
        if not entry.is_dir():
            yield f"{name}{entry.name}"
        elif entry.name != "__pycache__":
            yield from _below(entry, f"{name}{entry.name}/")
