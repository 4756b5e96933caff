"""What holds for an installed package, from any directory, without the repository beside it."""

import datetime
import importlib.metadata
import re
from pathlib import Path

import pytest

import kz_upr
from conftest import Run


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
    noted = kz_upr.select(review.recommendations, position="noted")
    assert "139.114" in {recommendation.number for recommendation in noted}


def test_every_file_of_every_edition_can_be_read() -> None:
    for edition in kz_upr.editions():
        assert tuple(review.id for review in kz_upr.load_reviews(edition=edition.id)) == edition.reviews
    assert kz_upr.resolve_state("Côte d’Ivoire").iso3 == "CIV"
    assert kz_upr.resolve_theme("capital punishment").label == "Death penalty"
    assert kz_upr.resolve_affected_persons("Women").label == "Women & girls"
    assert kz_upr.resolve_instrument("OPCAT").adopted == "2002-12-18"


def test_every_public_name() -> None:
    space: dict[str, object] = {}
    exec("from kz_upr import *", space)  # noqa: S102
    assert {
        "load_review",
        "search",
        "complete",
        "to_csv",
        "Review",
        "Theme",
        "UnknownStateError",
        "DATA_EDITION",
    } <= space.keys()
    assert all(value is not None for value in space.values())
    assert callable(kz_upr.documents.read_report)


def test_there_and_back() -> None:
    for review in kz_upr.load_reviews():
        assert kz_upr.from_json(kz_upr.to_json(review)) == review


def test_the_command(command: Run, tmp_path: Path) -> None:
    process = command(cwd=tmp_path)
    assert process.returncode == 0, process.stderr
    assert "245 received, 214 supported, 31 noted" in process.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_readers_of_documents_are_there_without_the_libraries(python: Run) -> None:
    code = "import sys; sys.modules.update(dict.fromkeys(['docx', 'lxml', 'pypdfium2'])); import kz_upr.documents"
    process = python(f"{code}; kz_upr.documents.read_thematic_list('list.docx')", check=False)
    assert "ImportError: reading Word documents needs kz_upr[documents]" in process.stderr


def test_type_checkers_find_the_types() -> None:
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
        assert any(name.endswith("licenses/LICENSE-UNICODE") for name in names)

    def test_only_three_dependencies(self) -> None:
        needed = [need for need in importlib.metadata.requires("kz-upr") or () if "extra ==" not in need]
        assert sorted(need.split(">")[0].strip() for need in needed) == ["attrs", "cattrs", "importlib-resources"]

    def test_what_documents_and_parquet_need_are_extras(self) -> None:
        needed = [need for need in importlib.metadata.requires("kz-upr") or () if "extra ==" in need]
        libraries = sorted(re.split(r"[^\w-]", need)[0] for need in needed)
        assert libraries == ["pyarrow", "pypdfium2", "python-docx", "tqdm"]

    def test_the_script(self) -> None:
        (entry,) = importlib.metadata.entry_points(group="console_scripts", name="kz-upr")
        assert entry.load()(["cite"]) == 0

    def test_pyinstaller_is_told_of_the_data(self) -> None:
        entries = importlib.metadata.entry_points(group="pyinstaller40", name="hook-dirs")
        (entry,) = (entry for entry in entries if entry.value.startswith("kz_upr"))
        (folder,) = entry.load()()
        assert [path.name for path in Path(folder).glob("hook-*.py")] == ["hook-kz_upr.py"]

    def test_it_is_what_was_built(self, command: Run, tmp_path: Path) -> None:
        process = command("verify", cwd=tmp_path)
        assert process.returncode == 0, process.stdout + process.stderr
        recorded = any(str(path).startswith("kz_upr/") for path in importlib.metadata.files("kz-upr") or ())
        assert process.stdout.endswith(f"No {'file' if recorded else 'data file'} is missing, altered or added.\n")
        assert ("compared with the record of the installer" in " ".join(process.stdout.split())) is recorded

    def test_it_contains_nothing_of_the_repository(self) -> None:
        names = [str(path) for path in importlib.metadata.files("kz-upr") or ()]
        for folder in ("tests/", "tools/", "docs/", "data/", "benchmarks/", "src/"):
            assert not [name for name in names if name.startswith(folder)]
        assert not [name for name in names if name.endswith((".pdf", ".docx", ".xlsx"))]

    def test_in_isolated_mode(self, command: Run, tmp_path: Path) -> None:
        process = command("recommendations", "139.124", options=("-I", "-W", "error"), cwd=tmp_path)
        assert process.returncode == 0, process.stderr
        assert "KAZ-3-139.124" in process.stdout
