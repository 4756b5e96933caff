"""The bundled data files, checked against the hashes shipped with them."""

import hashlib
import json
import re
from typing import Any

import pytest

from conftest import HOME
from kz_upr import DataFileError, bundle

EDITIONS = HOME / "kz_upr" / "editions"
NAMES = sorted(path.relative_to(EDITIONS).as_posix() for path in EDITIONS.rglob("*.json"))


def content(name: str) -> Any:
    return json.loads((EDITIONS / name).read_bytes())


def test_index_and_manifests() -> None:
    assert bundle.index() == content("index.json")
    assert bundle.index() is bundle.index()
    for edition, entry in bundle.index()["editions"].items():
        assert bundle.manifest(edition) == content(f"{edition}/manifest.json")
        found = hashlib.sha256((EDITIONS / edition / "manifest.json").read_bytes()).hexdigest()
        assert entry["sha256"] == found


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(("index.json", "manifest.json"))])
def test_every_other_file_is_listed_and_read(name: str) -> None:
    assert bundle.read_json(name) == content(name)


@pytest.mark.parametrize("name", ["", "nothing.json", "index.json", "2026.11/kaz-9.json", "2026.11/manifest.json"])
def test_a_file_that_is_not_listed_is_not_read(name: str) -> None:
    message = f"bundled data file {name}: expected a listed file, got no entry in the manifest; reinstall kz_upr"
    with pytest.raises(DataFileError, match=f"^{re.escape(message)}$") as caught:
        bundle.read_json(name)
    assert caught.value.name == name


@pytest.mark.parametrize("name", ["../bundle.py", "1999.1/kaz-3.json", "2026.11/../themes.json"])
def test_a_folder_that_is_not_an_edition_is_not_read(name: str) -> None:
    with pytest.raises(KeyError, match=f"^{re.escape(repr(name.rpartition('/')[0]))}$"):
        bundle.read_json(name)


def test_an_edition_that_is_not_listed() -> None:
    with pytest.raises(KeyError, match=r"^'1999\.1'$"):
        bundle.manifest("1999.1")


@pytest.mark.parametrize("name", NAMES)
def test_files_are_json_objects_without_a_byte_order_mark(name: str) -> None:
    read = (EDITIONS / name).read_bytes()
    assert not read.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in read
    assert isinstance(json.loads(read), dict)
