"""The bundled reviews: what is returned, and what the package survives."""

import json
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import kz_upr
from conftest import HOME, Run

LOAD = "import kz_upr; review = kz_upr.load_review(); print(review.totals.received)"


def test_the_same_object_every_time() -> None:
    review = kz_upr.load_review()
    assert kz_upr.load_review() is review
    assert kz_upr.load_review(3) is review
    assert kz_upr.load_review(3, edition=kz_upr.DATA_EDITION) is review
    assert kz_upr.load_reviews()[2] is review
    assert kz_upr.load_review(edition="2025.4") is not review


def test_all_reviews_of_an_edition() -> None:
    assert [review.id for review in kz_upr.load_reviews()] == ["KAZ-1", "KAZ-2", "KAZ-3", "KAZ-4"]
    assert [review.id for review in kz_upr.load_reviews(edition="2025.4")] == ["KAZ-3"]
    assert {review.edition for review in kz_upr.load_reviews()} == {kz_upr.DATA_EDITION}


def test_editions() -> None:
    editions = kz_upr.editions()
    assert [edition.id for edition in editions][:2] == ["2025.4", "2026.11"]
    assert kz_upr.DATA_EDITION in {edition.id for edition in editions}
    assert editions[0].reviews == ("KAZ-3",)
    assert editions[0].released is not None
    assert str(editions[0]) == "2025.4"
    assert repr(editions[0]) == "<Edition 2025.4: KAZ-3>"


def test_sixteen_threads_get_one_object(python: Run) -> None:
    """In a fresh process all threads start at the same moment, the first import included."""
    process = python(
        """
import threading
sys.setswitchinterval(1e-6)
barrier, found = threading.Barrier(16), []
def ask(cycle):
    barrier.wait()
    import kz_upr
    found.append((cycle, kz_upr.load_review(cycle), kz_upr.resolve_state("France")))
threads = [threading.Thread(target=ask, args=(1 + n % 4,)) for n in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert len(found) == 16, found
assert len({id(review) for _, review, _ in found}) == 4
assert all(review.cycle == cycle for cycle, review, _ in found)
assert len({id(state) for *_, state in found}) == 1
print("good")
"""
    )
    assert process.stdout == "good\n"


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (
            lambda: kz_upr.load_review(edition="2025.5"),
            kz_upr.UnknownEditionError,
            "no edition '2025.5'; nearest: 2025.4, 2026.11; existing: 2025.4, 2026.11",
        ),
        (
            lambda: kz_upr.load_reviews(edition=""),
            kz_upr.UnknownEditionError,
            "no edition ''; existing: 2025.4, 2026.11",
        ),
        (
            lambda: kz_upr.load_review(5),
            kz_upr.UnknownCycleError,
            "no review of cycle 5 in edition 2026.11; existing: 1, 2, 3, 4",
        ),
        (
            lambda: kz_upr.load_review(1, edition="2025.4"),
            kz_upr.UnknownCycleError,
            "no review of cycle 1 in edition 2025.4; existing: 3",
        ),
        (
            lambda: kz_upr.load_review("3"),  # type: ignore[arg-type]
            kz_upr.UnknownCycleError,
            "no review of cycle '3' in edition 2026.11; nearest: 3; existing: 1, 2, 3, 4",
        ),
    ],
    ids=["edition", "no edition", "cycle", "cycle of an edition", "cycle as a string"],
)
def test_what_does_not_exist(ask: Callable[[], object], error: type[kz_upr.UnknownNameError], message: str) -> None:
    with pytest.raises(error) as caught:
        ask()
    assert str(caught.value) == message
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("load", [kz_upr.load_review, kz_upr.load_reviews])
def test_an_edition_that_is_not_a_string(load: Callable[..., object]) -> None:
    with pytest.raises(
        TypeError, match=r'^expected a string, got float 2026\.11: write "2026\.11", since as a number 2026\.10'
    ):
        load(edition=2026.11)


# -- damaged files ---------------------------------------------------------------------------------


def copy_package(folder: Path) -> Path:
    """A copy of the package that may be damaged; the folder in which it is found."""
    shutil.copytree(HOME / "kz_upr", folder / "kz_upr", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return copy_package(tmp_path / "home")


#: Damages a file in every way, and asks for what needs it; what fails is not kept, so one process is enough.
DAMAGE = """
import json, pathlib
import kz_upr

path = pathlib.Path(kz_upr.__file__).parent / "editions" / {name!r}
content = path.read_bytes()

def told(ask):
    try:
        ask()
    except kz_upr.DataFileError as error:
        return [error.name, error.expected, error.found, str(error)]

def damaged(how):
    path.unlink()
    if how == "renamed":
        path.with_suffix(".jsn").write_bytes(content)
    elif how == "truncated":
        path.write_bytes(content[: len(content) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "altered":  # one letter; the length is the same
        path.write_bytes(content.replace(b"A", b"B", 1) if b"A" in content else content.replace(b"0", b"1", 1))
    elif how == "a folder":
        path.mkdir()
    elif how == "line ends":
        path.write_bytes(content.replace(b"\\n", b"\\r\\n"))
    try:
        return told(lambda: {ask})
    finally:
        if path.is_dir():
            path.rmdir()
        path.write_bytes(content)

print(json.dumps({{how: damaged(how) for how in {hows!r}}}))
"""
HOWS = ("missing", "renamed", "truncated", "empty", "altered", "line ends", "a folder")


@pytest.fixture(
    scope="module",
    params=[
        ("2026.11/kaz-3.json", "kz_upr.load_review()"),
        ("2026.11/sources.json", "kz_upr.load_review()"),
        ("2026.11/manifest.json", "kz_upr.load_review()"),
        ("states.json", "kz_upr.load_review()"),
        ("state-names.json", "kz_upr.resolve_state('Côte d’Ivoire')"),
        ("themes.json", "kz_upr.list_themes()"),
        ("persons.json", "kz_upr.list_affected_persons()"),
        ("instruments.json", "kz_upr.list_instruments()"),
        ("synonyms.json", "kz_upr.search(kz_upr.load_review(), 'jail')"),
    ],
    ids=lambda param: param[0],
)
def told(
    request: pytest.FixtureRequest, python: Run, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, list[str] | None]]:
    """The name of a file, and what the error says of each kind of damage: its name, expected, found and text."""
    name, ask = request.param
    home = copy_package(tmp_path_factory.mktemp("home"))
    process = python(DAMAGE.format(name=name, ask=ask, hows=HOWS), home=home, PYTHONUTF8="1")
    return name, json.loads(process.stdout)


@pytest.mark.parametrize("how", HOWS)
def test_the_error_names_the_damaged_file(told: tuple[str, dict[str, list[str] | None]], how: str) -> None:
    file, errors = told
    error = errors[how]
    assert error is not None, "nothing was raised"
    name, expected, found, text = error
    assert name == file
    if how in ("missing", "renamed"):
        assert (expected, found) == ("a file", "none")
    elif how == "a folder":
        assert (expected, found) == ("a file", "a folder")
    else:
        assert expected.startswith("sha256 ")
        assert found.startswith("sha256 ")
        assert expected != found[: len(expected)]
    assert text == f"bundled data file {file}: expected {expected}, got {found}; reinstall kz_upr"


INDEX = """
import json, pathlib
import kz_upr

path = pathlib.Path(kz_upr.__file__).parent / "editions" / "index.json"
good = path.read_bytes()
document = json.loads(good)
other_hash, fewer = json.loads(good), json.loads(good)
other_hash["files"]["states.json"]["sha256"] = "0" * 64  # would blame the sound file
del fewer["editions"]["2025.4"]  # would drop an edition in silence
told = []
for content in (
    None,
    b"",
    b"{",
    b"[]",
    b"{}",
    b"\\xff",
    b"[" * 200_000,
    good + b" ",
    json.dumps(other_hash).encode(),
    json.dumps(fewer).encode(),
):
    path.unlink()
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    for ask in (kz_upr.load_review, kz_upr.editions, lambda: kz_upr.resolve_state("France")):
        try:
            ask()
        except kz_upr.DataFileError as error:
            told.append([error.name, error.expected.split()[0], error.found.split()[0]])
        else:
            told.append(None)
    if content is None:
        path.rmdir()
        path.touch()
path.write_bytes(good)
print(json.dumps(told), len(kz_upr.editions()))
"""


def test_the_error_names_a_damaged_index(copied: Path, python: Run) -> None:
    told, _, editions = python(INDEX, home=copied).stdout.strip().rpartition(" ")
    assert json.loads(told) == [["index.json", "a", "a"]] * 3 + [["index.json", "sha256", "sha256"]] * 27
    assert editions == "2"


def test_a_file_that_the_manifest_does_not_list_is_not_read(copied: Path, python: Run) -> None:
    (copied / "kz_upr" / "editions" / "2026.11" / "kaz-5.json").write_text("{}", encoding="utf-8")
    process = python("import kz_upr; print([r.cycle for r in kz_upr.load_reviews()])", home=copied)
    assert process.stdout == "[1, 2, 3, 4]\n"


def test_nothing_of_a_failed_load_is_kept(copied: Path, python: Run) -> None:
    """After the repair, the second attempt succeeds in the same process."""
    name = copied / "kz_upr" / "editions" / "2026.11" / "kaz-3.json"
    process = python(
        f"""
import pathlib, kz_upr
path = pathlib.Path({str(name)!r})
good = path.read_bytes()
path.write_bytes(good[:-1])
try:
    kz_upr.load_review()
except kz_upr.DataFileError:
    path.write_bytes(good)
print(kz_upr.load_review().totals.received)
""",
        home=copied,
    )
    assert process.stdout == "245\n"


def test_the_command_reports_a_damaged_file(copied: Path, python: Run) -> None:
    path = copied / "kz_upr" / "editions" / "2026.11" / "kaz-3.json"
    path.write_bytes(path.read_bytes()[:1000])
    process = python("from kz_upr.__main__ import main; sys.exit(main([]))", home=copied, check=False)
    assert process.returncode == 2
    assert "2026.11/kaz-3.json" in process.stderr
    assert "Traceback" not in process.stderr


# -- places and settings ---------------------------------------------------------------------------


def test_from_a_zip(tmp_path: Path, python: Run) -> None:
    archive = tmp_path / "kz_upr.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in (HOME / "kz_upr").rglob("*"):
            if "__pycache__" not in path.parts:
                file.write(path, path.relative_to(HOME))
    code = LOAD + "\nprint(kz_upr.resolve_state('Côte d’Ivoire').iso3, len(kz_upr.load_reviews()), kz_upr.__file__)"
    first, second = python(code, home=archive).stdout.splitlines()
    assert first == "245"
    assert second.startswith("CIV 4 ")
    assert "kz_upr.zip" in second


def test_a_file_missing_from_a_zip_is_named(tmp_path: Path, python: Run) -> None:
    archive = tmp_path / "kz_upr.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in (HOME / "kz_upr").rglob("*"):
            if "__pycache__" not in path.parts and path.name != "themes.json":
                file.write(path, path.relative_to(HOME))
    code = """
import kz_upr
try:
    kz_upr.load_review()
except kz_upr.DataFileError as error:
    print(error.name, error.expected, error.found, sep="|")
"""
    assert python(code, home=archive).stdout == "themes.json|a file|none\n"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are different there")
def test_from_a_read_only_place(copied: Path, python: Run, tmp_path: Path) -> None:
    paths = [copied, *copied.rglob("*")]
    for path in paths:
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        elsewhere = tmp_path / "nowhere"
        elsewhere.mkdir()
        assert python(LOAD, home=copied, cwd=elsewhere, HOME=str(elsewhere)).stdout == "245\n"
        assert list(elsewhere.iterdir()) == []
    finally:
        for path in paths:
            path.chmod(path.stat().st_mode | stat.S_IWUSR)


def test_nothing_is_written_anywhere(copied: Path, python: Run) -> None:
    before = sorted(copied.rglob("*"))
    python(LOAD + "; kz_upr.search(review, 'torture'); kz_upr.to_json(review)", "-B", home=copied)
    assert sorted(copied.rglob("*")) == before


@pytest.mark.parametrize(
    "options",
    [
        ("-W", "error"),
        ("-W", "error", "-X", "warn_default_encoding"),
        ("-I",),
        ("-O",),
        ("-OO",),
        ("-b", "-b"),
        ("-X", "dev", "-W", "error"),
        ("-X", "utf8=0"),
    ],
    ids=" ".join,
)
def test_under_strict_settings(python: Run, options: tuple[str, ...]) -> None:
    code = (
        LOAD + "; kz_upr.from_json(kz_upr.to_json(review)); kz_upr.search(review, 'lawyers'); kz_upr.cite(review)"
        "; kz_upr.resolve_state('Côte d’Ivoire'); kz_upr.compare_editions('2025.4', '2026.11')"
        "; kz_upr.to_records(review.recommendations)"
    )
    process = python(code, *options)
    assert process.stdout == "245\n"
    assert process.stderr == ""


def test_in_the_c_locale(python: Run) -> None:
    environment = {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert python(LOAD, "-W", "error", **environment).stdout == "245\n"


# -- what importing and loading do -----------------------------------------------------------------

#: Modules that only some uses need: tables, comparisons, the command, similar names, reading documents.
RARE = (
    *("argparse", "csv", "difflib", "jsonschema", "pypdfium2", "textwrap", "tqdm"),
    *("kz_upr.cli", "kz_upr.comparing.differences", "kz_upr.documents", "kz_upr.tables"),
)

#: Prints what is imported and which bundled files are opened by the import, and then by loading a review.
WATCHED = f"""
import json
there, opened = set(sys.modules), []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)

def seen():
    names = [path.replace("\\\\", "/").partition("/editions/")[2] for path in opened if path.endswith(".json")]
    opened.clear()
    return [[name for name in {RARE!r} if name in sys.modules.keys() - there], sorted(names)]

import kz_upr
version, edition = kz_upr.__version__, kz_upr.DATA_EDITION
imported = seen()
kz_upr.load_review()
loaded = seen()
kz_upr.load_review()
print(json.dumps([version, edition, imported, loaded, seen()]))
"""


@pytest.fixture(scope="module")
def watched(python: Run) -> Any:
    return json.loads(python(WATCHED).stdout)


def test_importing_reads_no_data_and_imports_no_rare_modules(watched: Any) -> None:
    version, edition, imported, *_ = watched
    assert (version, edition) == (kz_upr.__version__, kz_upr.DATA_EDITION)
    assert imported == [[], []]


def test_loading_a_review_reads_its_files_alone_and_once(watched: Any) -> None:
    *_, loaded, again = watched
    folder = kz_upr.DATA_EDITION
    files = [f"{folder}/{name}.json" for name in ("kaz-3", "manifest", "sources")]
    assert loaded == [[], [*files, "index.json", "instruments.json", "persons.json", "states.json", "themes.json"]]
    assert again == [[], []]


def test_no_network_code(repository: Path) -> None:
    for path in (repository / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for name in ("socket", "urllib", "http.client", "requests", "httpx", "ftplib"):
            assert f"import {name}" not in text, path
            assert f"from {name}" not in text, path
