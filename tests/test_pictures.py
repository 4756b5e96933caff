"""The pictures of the documentation."""

import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def drawn() -> Iterator[dict[str, str]]:
    """Every picture as the data gives it, by its name."""
    path = DOCS / "_pictures.py"
    if not path.exists():
        pytest.skip(f"no {path}")
    spec = importlib.util.spec_from_file_location("_pictures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # attrs looks the module up
    spec.loader.exec_module(module)
    yield module.pictures()
    del sys.modules[spec.name]


@pytest.fixture(scope="module")
def roots(drawn: dict[str, str]) -> list[ET.Element]:
    return [ET.fromstring(text) for text in drawn.values()]  # noqa: S314  (our own)


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name, "nan"))


def test_the_files_are_what_the_data_gives(drawn: dict[str, str]) -> None:
    files = {path.name: path.read_bytes() for path in (DOCS / "pictures").glob("*.svg")}
    assert files == {name: text.encode() for name, text in drawn.items()}


def test_the_description_has_every_number(roots: list[ET.Element]) -> None:
    """For readers who do not see the picture."""
    for root in roots:
        described = root.findtext(f"{SVG}desc")
        assert described is not None
        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title")
        shown = [text.text or "" for text in root.iter(f"{SVG}text") if text.get("class") == "soft"]
        assert shown
        assert [text for text in shown if text not in described] == []


def test_nothing_is_outside_the_picture(drawn: dict[str, str], roots: list[ET.Element]) -> None:
    for root in roots:
        width = number(root, "width")
        bars = [bar for bar in root.iter(f"{SVG}rect") if bar.get("x")]
        assert bars
        assert all(number(bar, "x") + number(bar, "width") <= width for bar in bars)
        assert all(number(text, "x") + 7.2 * len(text.text or "") <= width for text in root.iter(f"{SVG}text"))
    for text in drawn.values():
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_every_picture_is_on_a_page(drawn: dict[str, str]) -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in DOCS.glob("*.md"))
    assert [name for name in drawn if f"](pictures/{name})" not in pages] == []
