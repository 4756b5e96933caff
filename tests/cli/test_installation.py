"""``kz-upr verify``: whether the files of an installation are those that were shipped."""

import base64
import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

import kz_upr
from conftest import HOME, Run

from .conftest import RunMain

DATA = [path for path in (HOME / "kz_upr" / "editions").rglob("*") if path.is_file()]
INFO = f"kz_upr-{kz_upr.__version__}.dist-info"
SOUND = "No file is missing, altered or added."
SOUND_DATA = "No data file is missing, altered or added."


def install(home: Path) -> Path:
    """A copy of the package with the record of an installer; the folder in which it is found."""
    shutil.copytree(HOME / "kz_upr", home / "kz_upr", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "kz_upr" / "__pycache__").mkdir()
    (home / "kz_upr" / "__pycache__" / "nothing.pyc").touch()  # compiled modules are not recorded, nor are they a fault
    info = home / INFO
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: kz-upr\nVersion: {kz_upr.__version__}\n", "utf-8")
    rows = [f"{INFO}/RECORD,,", "kz_upr/__pycache__/__init__.cpython-311.pyc,,"]
    for path in sorted(path for path in home.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest = base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).rstrip(b"=").decode()
        rows.append(f"{path.relative_to(home).as_posix()},sha256={digest},{path.stat().st_size}")
    (info / "RECORD").write_text("\r\n".join(rows) + "\r\n", "utf-8")
    return home


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return install(tmp_path / "home")


VERIFY = "from kz_upr.cli import main; sys.exit(main(['verify']))"

#: Makes one kind of damage after the other, and undoes it; prints the status and the lines of each.
DAMAGE = """
import contextlib, io, json, pathlib, shutil
from kz_upr.cli import main

home = pathlib.Path(sys.path[0])

def verified():
    with contextlib.redirect_stdout(io.StringIO()) as out:
        status = main(["verify"])
    return status, " ".join(out.getvalue().split())

def damaged(name, how):
    path = home / name
    content = path.read_bytes() if path.is_file() else None
    if how != "added":
        path.unlink()
    if how == "added":
        path.write_bytes(b"{}")
    elif how == "altered":
        path.write_bytes(content[:-1] + b"#")
    elif how == "truncated":
        path.write_bytes(content[:10])
    elif how == "a folder":
        path.mkdir()
    elif how == "brackets":
        path.write_bytes(b"[" * 200_000)
    try:
        return verified()
    finally:
        if path.is_dir():
            path.rmdir()
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)

print(json.dumps([verified(), *(damaged(*one) for one in json.load(sys.stdin)), verified()]))
"""

#: What is damaged and how; the faults that are told.
FAULTS = [
    (("kz_upr/citing.py", "altered"), {"kz_upr/citing.py": "expected sha256 "}),
    (("kz_upr/citing.py", "truncated"), {"kz_upr/citing.py": "(10 bytes)"}),
    (("kz_upr/cli/pages.py", "missing"), {"kz_upr/cli/pages.py": "expected a file, got none"}),
    (("kz_upr/py.typed", "missing"), {"kz_upr/py.typed": "expected a file, got none"}),
    (("kz_upr/evil.py", "added"), {"kz_upr/evil.py": "not among the files that were shipped"}),
    (("kz_upr/editions/2026.11/kaz-3.json", "altered"), {"kz_upr/editions/2026.11/kaz-3.json": "expected sha256 "}),
    (("kz_upr/editions/2025.4/kaz-3.json", "missing"), {"kz_upr/editions/2025.4/kaz-3.json": "got none"}),
    (("kz_upr/editions/2025.4/kaz-3.json", "a folder"), {"kz_upr/editions/2025.4/kaz-3.json": "got a folder"}),
    (("kz_upr/editions/2026.11/kaz-5.json", "added"), {"kz_upr/editions/2026.11/kaz-5.json": "not among"}),
    (("kz_upr/editions/review.schema.json", "altered"), {"kz_upr/editions/review.schema.json": "expected sha256 "}),
    (("kz_upr/editions/themes.json", "missing"), {"kz_upr/editions/themes.json": "got none"}),
    (("kz_upr/editions/index.json", "altered"), {"kz_upr/editions/index.json": "expected sha256 "}),
    (("kz_upr/editions/index.json", "brackets"), {"kz_upr/editions/index.json": "(200000 bytes)"}),
    (("kz_upr/editions/2026.11/manifest.json", "altered"), {"kz_upr/editions/2026.11/manifest.json": "sha256"}),
    (("kz_upr/editions/2026.11/manifest.json", "missing"), {"kz_upr/editions/2026.11/manifest.json": "got none"}),
    ((f"{INFO}/METADATA", "altered"), {f"{INFO}/METADATA": "expected sha256 "}),
]


@pytest.fixture(scope="module")
def outcomes(python: Run, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, str]]:
    """The status and the text of a sound copy, of each damaged one, and of the copy that was put right."""
    home = install(tmp_path_factory.mktemp("installed") / "home")
    process = python(
        f"import io; sys.stdin = io.StringIO({json.dumps([damage for damage, _ in FAULTS])!r})\n{DAMAGE}", home=home
    )
    found: list[tuple[int, str]] = json.loads(process.stdout)
    return found


def test_a_sound_installation(outcomes: list[tuple[int, str]]) -> None:
    for status, text in (outcomes[0], outcomes[-1]):
        assert status == 0
        assert text.endswith(SOUND)
        assert f"Data: {len(DATA)} files compared with the manifests." in text
        files = len([path for path in (HOME / "kz_upr").rglob("*") if path.is_file() and path.suffix != ".pyc"])
        assert f"Code and data: {files + 3} files" in text  # with METADATA, RECORD and one compiled module


@pytest.mark.parametrize("number", range(len(FAULTS)), ids=[" ".join(damage) for damage, _ in FAULTS])
def test_each_fault_is_told_with_its_file_and_no_other_file_is_blamed(
    outcomes: list[tuple[int, str]], number: int
) -> None:
    _, told = FAULTS[number]
    status, text = outcomes[number + 1]
    assert status == 1
    assert SOUND not in text
    _, _, listed = text.partition(f"{len(told)} fault{'s' if len(told) > 1 else ''}; reinstall kz_upr: - ")
    faults = dict(fault.split(": ", 1) for fault in listed.split(" - "))
    assert faults.keys() == told.keys()
    for name, reason in told.items():
        assert reason in faults[name]


def test_an_edition_that_is_gone(home: Path, python: Run) -> None:
    shutil.rmtree(home / "kz_upr" / "editions" / "2025.4")
    process = python(VERIFY, home=home, check=False)
    assert process.returncode == 1
    assert "3 faults" in process.stdout
    for name in ("manifest", "sources", "kaz-3"):
        assert f"kz_upr/editions/2025.4/{name}.json: expected a file, got none" in process.stdout


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (None, "Code: not checked, since its installer left no record."),
        ("kz_upr/__init__.py\r\n", "RECORD: expected a path, a hash and a size in each row"),
        ("kz_upr/__init__.py,sha256=???,1\r\n", "kz_upr/__init__.py: expected sha256 "),
        ("kz_upr/__init__.py,sha256=a,1\r\n", "RECORD: expected a path, a hash and a size in each row"),
    ],
)
def test_another_record(home: Path, python: Run, record: str | None, told: str) -> None:
    path = home / INFO / "RECORD"
    if record is None:
        path.unlink()
    else:
        path.write_text(record, encoding="utf-8")
    process = python(VERIFY, home=home, check=False)
    assert process.returncode == (1 if record else 0)
    assert told in " ".join(process.stdout.split())
    assert process.stderr == ""


def test_data_are_checked_without_a_record(tmp_path: Path, python: Run) -> None:
    shutil.copytree(HOME / "kz_upr", tmp_path / "kz_upr", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "kz_upr" / "editions" / "persons.json").write_text("{}", encoding="utf-8")
    process = python(VERIFY, home=tmp_path, check=False)
    words = " ".join(process.stdout.split())
    assert process.returncode == 1
    assert "not checked, since it runs from a source checkout, for which there is no installation record." in words
    assert "1 fault; reinstall kz_upr: - kz_upr/editions/persons.json: expected sha256 " in words


class TestZip:
    @pytest.fixture
    def archive(self, home: Path, tmp_path: Path) -> Path:
        return Path(shutil.make_archive(str(tmp_path / "kz_upr"), "zip", home))

    def test_sound(self, archive: Path, python: Run) -> None:
        process = python(VERIFY, home=archive)
        assert f"Data: {len(DATA)} files" in process.stdout
        assert "compared with the record of the installer" in " ".join(process.stdout.split())
        assert process.stdout.endswith(f"{SOUND}\n")

    def test_without_a_record(self, home: Path, tmp_path: Path, python: Run) -> None:
        shutil.rmtree(home / INFO)
        process = python(VERIFY, home=Path(shutil.make_archive(str(tmp_path / "bare"), "zip", home)))
        assert "Code: not checked" in process.stdout
        assert process.stdout.endswith(f"{SOUND_DATA}\n")

    def test_damaged_content(self, home: Path, tmp_path: Path, python: Run) -> None:
        """The zip file's own checksum shows it."""
        path = tmp_path / "kz_upr.zip"
        with zipfile.ZipFile(path, "w") as file:  # stored, not compressed
            for member in sorted(member for member in home.rglob("*") if member.is_file()):
                file.write(member, member.relative_to(home))
        content = path.read_bytes()
        name = b"kz_upr/editions/2026.11/kaz-3.json"
        at = content.index(name) + len(name) + 100
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        process = python(VERIFY, home=path, check=False)
        assert process.returncode == 1
        words = " ".join(process.stdout.split())
        assert "1 fault; reinstall kz_upr: - kz_upr/editions/2026.11/kaz-3.json: expected a file, got an error" in words

    def test_of_one_file_fewer(self, home: Path, tmp_path: Path, python: Run) -> None:
        (home / "kz_upr" / "editions" / "themes.json").unlink()
        process = python(VERIFY, home=Path(shutil.make_archive(str(tmp_path / "less"), "zip", home)), check=False)
        assert process.returncode == 1
        assert "kz_upr/editions/themes.json: expected a file, got none" in process.stdout


def test_writes_nothing(home: Path, python: Run) -> None:
    before = sorted(home.rglob("*"))
    python(VERIFY, "-B", home=home)
    assert sorted(home.rglob("*")) == before


def test_in_this_process(run: RunMain) -> None:
    result = run("verify")
    assert (result.status, result.err) == (0, "")
    assert result.words.startswith(f"kz_upr {kz_upr.__version__}, data {kz_upr.DATA_EDITION}, in ")
    assert result.out.endswith(f"{SOUND_DATA if 'Code: not checked' in result.out else SOUND}\n")


def test_takes_no_arguments(run: RunMain) -> None:
    assert run("verify", "now").err == "kz-upr: error: unrecognized arguments: now; see kz-upr --help\n"
