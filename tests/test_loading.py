"""Bundled bytes to reviews: what comes back, and what the package survives."""

import copy
import json
import pickle
import shutil
import stat
import sys
import zipfile
from pathlib import Path

import pytest

import kz_upr
from conftest import HOME, Run
from kz_upr import DataFileError

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


def test_one_object_for_sixteen_threads(python: Run) -> None:
    """A fresh process, every thread let go at the same moment, first import included."""
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
    ("ask", "kinds", "told"),
    [
        ("load_review(edition='2025.5')", (LookupError,), ["2025.5", "nearest: 2025.4", "2025.4, 2026.11"]),
        ("load_reviews(edition='')", (LookupError,), ["no edition ''", "2025.4, 2026.11"]),
        ("load_review(5)", (LookupError,), ["5", "1, 2, 3, 4", "2026.11"]),
        ("load_review(1, edition='2025.4')", (LookupError,), ["edition 2025.4", "there is: 3"]),
        ("load_review('3')", (LookupError,), ["'3'"]),
        ("resolve_state('Frnace')", (LookupError,), ["Frnace", "nearest: France"]),
        ("resolve_state('')", (LookupError,), ["''"]),
        (
            "find_recommendation(kz_upr.load_review(), '139.123')",
            (LookupError, KeyError),
            ["139.123", "KAZ-3", "139.114", "139.124"],
        ),
        ("select((), topic='Z9')", (LookupError,), ["Z9", "A1"]),
    ],
)
def test_what_is_not_there_is_explained(ask: str, kinds: tuple[type[Exception], ...], told: list[str]) -> None:
    with pytest.raises(kinds[0]) as caught:
        eval(f"kz_upr.{ask}")  # noqa: S307
    assert all(isinstance(caught.value, kind) for kind in kinds)
    assert all(part in str(caught.value) for part in told), str(caught.value)
    assert len(str(caught.value)) < 400


def test_look_up_errors_can_be_sent_and_read_again() -> None:
    for number in ("139.123", "1.1", "nonsense"):
        with pytest.raises(kz_upr.UnknownRecommendationError) as caught:
            kz_upr.find_recommendation(kz_upr.load_review(), number)
        for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):  # noqa: S301
            assert str(again) == str(caught.value)
            assert again.nearest == caught.value.nearest
            assert again.asked == number
    error = DataFileError("x.json", "one", "two")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301


# -- damaged files ---------------------------------------------------------------------------------


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package that may be damaged; its folder."""
    shutil.copytree(HOME / "kz_upr", tmp_path / "home" / "kz_upr", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "home"


CATCH = """
import kz_upr
try:
    {ask}
except kz_upr.DataFileError as error:
    print("|".join([error.name, error.expected, error.found, str(error)]))
else:
    print("nothing was raised")
"""


def damage(folder: Path, name: str, how: str) -> None:
    path = folder / "kz_upr" / "editions" / name
    content = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "renamed":
        path.rename(path.with_suffix(".jsn"))
    elif how == "truncated":
        path.write_bytes(content[: len(content) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "altered":  # one letter, the length the same
        path.write_bytes(content.replace(b"A", b"B", 1) if b"A" in content else content.replace(b"0", b"1", 1))
    elif how == "line ends":
        path.write_bytes(content.replace(b"\n", b"\r\n"))
    elif how == "a folder":
        path.unlink()
        path.mkdir()


@pytest.mark.parametrize("how", ["missing", "renamed", "truncated", "empty", "altered", "line ends"])
@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("2026.11/kaz-3.json", "kz_upr.load_review()"),
        ("2026.11/sources.json", "kz_upr.load_review()"),
        ("2026.11/manifest.json", "kz_upr.load_review()"),
        ("states.json", "kz_upr.load_review()"),
        ("state-names.json", "kz_upr.resolve_state('Côte d’Ivoire')"),
        ("topics.json", "kz_upr.list_topics()"),
    ],
)
def test_a_damaged_file_is_named(copied: Path, python: Run, name: str, ask: str, how: str) -> None:
    damage(copied, name, how)
    found = python(CATCH.format(ask=ask), home=copied).stdout.strip().split("|")
    assert found[0] == name
    if how in ("missing", "renamed"):
        assert found[2] == "none"
    else:
        assert found[1].startswith("sha256 ")
        assert found[2].startswith("sha256 ")
        assert found[1] != found[2][: len(found[1])]
    assert all(part in found[3] for part in (name, found[1], found[2]))


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b"{}", b'{"editions": {}}', b'{"editions": {"a": 1}}', b"\xff"]
)
def test_a_damaged_index_is_named(copied: Path, python: Run, content: bytes | None) -> None:
    index = copied / "kz_upr" / "editions" / "index.json"
    index.unlink() if content is None else index.write_bytes(content)
    for ask in ("kz_upr.load_review()", "kz_upr.editions()", "kz_upr.resolve_state('France')"):
        assert python(CATCH.format(ask=ask), home=copied).stdout.startswith("index.json|")


def test_a_file_that_the_manifest_does_not_list_is_not_read(copied: Path, python: Run) -> None:
    (copied / "kz_upr" / "editions" / "2026.11" / "kaz-5.json").write_text("{}")
    assert (
        "[1, 2, 3, 4]" in python("import kz_upr; print([r.cycle for r in kz_upr.load_reviews()])", home=copied).stdout
    )


def test_nothing_is_kept_of_a_failed_load(copied: Path, python: Run) -> None:
    """The second try after the repair succeeds, in the same process."""
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


def test_the_command_explains_a_damaged_file(copied: Path, python: Run) -> None:
    damage(copied, "2026.11/kaz-3.json", "truncated")
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
            if "__pycache__" not in path.parts and path.name != "topics.json":
                file.write(path, path.relative_to(HOME))
    assert python(CATCH.format(ask="kz_upr.load_review()"), home=archive).stdout.startswith("topics.json|a file|none|")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
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


# -- the lazy package ------------------------------------------------------------------------------

HEAVY = ("attr", "attrs", "cattrs", "importlib_resources", "json", "csv", "difflib", "hashlib", "tempfile", "argparse")


def test_import_alone_imports_nothing_heavy(python: Run) -> None:
    process = python("before = set(sys.modules)\nimport kz_upr\nprint(*sorted(set(sys.modules) - before))")
    assert process.stdout.split() == ["kz_upr"]


def test_version_and_edition_cost_nothing(python: Run) -> None:
    code = (
        "import kz_upr; print(kz_upr.__version__, kz_upr.DATA_EDITION, len(dir(kz_upr)) > 50);"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert python(code, "-I").stdout.endswith("True\n[]\n")


def test_loading_does_not_import_what_it_does_not_need(python: Run) -> None:
    code = LOAD + "\nprint([name for name in ('csv', 'difflib', 'argparse', 'jsonschema') if name in sys.modules])"
    assert python(code).stdout == "245\n[]\n"


def test_no_network_code(repository: Path) -> None:
    for path in (repository / "src").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for name in ("socket", "urllib", "http.client", "requests", "httpx", "ftplib"):
            assert f"import {name}" not in text, path
            assert f"from {name}" not in text, path


def test_every_bundled_file_is_json_without_a_mark_at_its_start() -> None:
    for path in (HOME / "kz_upr" / "editions").rglob("*.json"):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content
        assert isinstance(json.loads(content), dict)
