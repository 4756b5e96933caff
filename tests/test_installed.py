"""What must hold of an installed package, from any directory, with nothing of the repository beside it."""

import datetime
import importlib.metadata
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kz_upr


def run(*arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(kz_upr.__file__).resolve().parent.parent), "PYTHONUTF8": "1"},
        timeout=60,
    )


def test_the_session() -> None:
    review = kz_upr.load_review()
    assert review.date == datetime.date(2019, 11, 7)
    assert review.delegation is not None
    assert review.delegation.head is not None
    assert review.delegation.head.name == "Marat Beketayev"
    assert len(review.delegation.institutions) == 11
    assert review.totals is not None
    assert (review.totals.received, review.totals.supported, review.totals.noted) == (245, 214, 31)
    assert kz_upr.find_recommendation(review, "139.124").states[0].iso3 == "FRA"
    assert kz_upr.select(review.recommendations, position="noted")


def test_every_file_of_every_edition_is_there() -> None:
    for edition in kz_upr.editions():
        assert tuple(review.id for review in kz_upr.load_reviews(edition=edition.id)) == edition.reviews
    assert kz_upr.resolve_state("Côte d’Ivoire").iso3 == "CIV"
    assert kz_upr.list_topics()


def test_every_public_name() -> None:
    for name in kz_upr.__all__:
        assert getattr(kz_upr, name) is not None


def test_there_and_back() -> None:
    for review in kz_upr.load_reviews():
        assert kz_upr.from_json(kz_upr.to_json(review)) == review


def test_the_command(tmp_path: Path) -> None:
    process = run("-m", "kz_upr", cwd=tmp_path)
    assert process.returncode == 0, process.stderr
    assert "245 received, 214 supported, 31 noted" in process.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_readers_of_documents_are_there_without_the_libraries(tmp_path: Path) -> None:
    code = "import sys; sys.modules.update(dict.fromkeys(['docx', 'lxml', 'pypdfium2'])); import kz_upr.documents"
    process = run("-c", f"{code}; kz_upr.documents.read_thematic_list('list.docx')", cwd=tmp_path)
    assert "ImportError: reading Word documents needs kz_upr[documents]" in process.stderr


def test_types_are_there_for_type_checkers() -> None:
    assert (Path(kz_upr.__file__).parent / "py.typed").exists()


class TestTheDistribution:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        try:
            importlib.metadata.distribution("kz-upr")
        except importlib.metadata.PackageNotFoundError:
            pytest.skip("kz_upr is imported from its sources, not installed")

    def test_version_and_licences(self) -> None:
        assert importlib.metadata.version("kz-upr") == kz_upr.__version__
        names = [str(path) for path in importlib.metadata.files("kz-upr") or ()]
        if not any(name.startswith("kz_upr/") for name in names):
            pytest.skip("installed as a link to its sources")
        assert any(name.endswith("licenses/LICENSE") for name in names)
        assert any(name.endswith("licenses/LICENSE-DATA") for name in names)

    def test_three_dependencies_and_no_more(self) -> None:
        needed = [need for need in importlib.metadata.requires("kz-upr") or () if "extra ==" not in need]
        assert sorted(need.split(">")[0].strip() for need in needed) == ["attrs", "cattrs", "importlib-resources"]

    def test_what_documents_need_is_an_extra(self) -> None:
        needed = [need for need in importlib.metadata.requires("kz-upr") or () if "extra ==" in need]
        assert sorted(re.split(r"[^\w-]", need)[0] for need in needed) == ["pypdfium2", "python-docx"]

    def test_the_script(self) -> None:
        (entry,) = importlib.metadata.entry_points(group="console_scripts", name="kz-upr")
        assert entry.load()(["cite"]) == 0

    def test_nothing_of_the_repository_is_in_it(self) -> None:
        names = [str(path) for path in importlib.metadata.files("kz-upr") or ()]
        for folder in ("tests/", "tools/", "docs/", "data/", "benchmarks/", "src/"):
            assert not [name for name in names if name.startswith(folder)]
        assert not [name for name in names if name.endswith((".pdf", ".docx", ".xlsx"))]

    def test_in_isolated_mode(self, tmp_path: Path) -> None:
        process = run("-I", "-W", "error", "-m", "kz_upr", "recommendations", "139.124", cwd=tmp_path)
        assert process.returncode == 0, process.stderr
        assert "KAZ-3-139.124" in process.stdout
