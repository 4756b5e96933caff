import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn():
    spec = importlib.util.spec_from_file_location("_pictures", DOCS / "_pictures.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # attrs looks the module up
    spec.loader.exec_module(module)
    yield module.pictures()
    del sys.modules[spec.name]


def test_the_files_are_what_the_data_gives(drawn):
    files = {path.name: path.read_bytes() for path in (DOCS / "pictures").glob("*.svg")}

    assert files == {name: text.encode() for name, text in drawn.items()}


def test_a_reader_who_does_not_see_gets_every_number(drawn):
    for text in drawn.values():
        root = ET.fromstring(text)  # noqa: S314 - our own
        told = root.findtext(f"{SVG}desc")

        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title")
        assert [
            said.text for said in root.iter(f"{SVG}text") if said.get("class") == "soft" and said.text not in told
        ] == []


def test_nothing_leaves_the_picture(drawn):
    for text in drawn.values():
        root = ET.fromstring(text)  # noqa: S314
        width = float(root.get("width"))

        assert all(
            float(bar.get("x")) + float(bar.get("width")) <= width for bar in root.iter(f"{SVG}rect") if bar.get("x")
        )
        assert all(float(end.get("x")) + 7.2 * len(end.text) <= width for end in root.iter(f"{SVG}text"))
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_every_picture_stands_on_a_page(drawn):
    pages = "".join(page.read_text(encoding="utf-8") for page in DOCS.glob("*.md"))

    assert [name for name in drawn if f"](pictures/{name})" not in pages] == []
