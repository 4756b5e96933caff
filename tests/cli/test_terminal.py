"""What documents, names of files and arguments hold never steers the terminal."""

import re
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

import kz_upr
from kz_upr.cli.layout import Page, printable, tell
from made_review import REVIEW

from .conftest import RunMain, in_a_process, printed_at_terminal, saved_as

#: Clears the screen, sets the title of the window, rings, goes to the left, is a C1 control, turns the direction of
#: writing, ends a line for some terminals, and is half a character.
HOSTILE = "\x1b[2J\x1b]0;title\x07\x08\r\x9b31m\u202etxt\u2066\u2028\x00end"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids such names")


def harmless(text: str) -> bool:
    """Whether a terminal shows every character, and obeys none but the ends of lines."""
    return re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text) is None


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A review with such texts wherever a text is free."""

    def infected(thing: Any) -> Any:
        if isinstance(thing, tuple):
            return tuple(map(infected, thing))
        if not attrs.has(type(thing)) or isinstance(thing, kz_upr.State | kz_upr.Theme | kz_upr.Instrument):
            return thing
        free = {"summary", "title", "publisher", "locator", "note", "question", "why", "taken", "official_text", "text"}
        return attrs.evolve(
            thing,
            **{
                field.name: f"{value} {HOSTILE}" if field.name in free and value else infected(value)
                for field in attrs.fields(type(thing))
                if (value := getattr(thing, field.name)) is not None and field.name != "warnings"
            },
        )

    cited = REVIEW.recommendations[0].citations[0]
    accounts = tuple(kz_upr.Account(value=value, citation=cited) for value in ("one", "two"))
    disputed = kz_upr.Discrepancy(
        id="KAZ-9-d-count", question="How many?", accounts=accounts, taken=None, why="Unclear."
    )
    return saved_as(tmp_path / "hostile.json", infected(attrs.evolve(REVIEW, discrepancies=(disputed,))))


PAGES = [
    ("show",),
    ("recommendations",),
    ("recommendations", "1.1"),
    ("statements",),
    ("search", "torture"),
    ("discrepancies",),
    ("cite", "1.1"),
    ("cite", "1.1", "--style", "bibtex"),
]


@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_texts_of_a_review(run: RunMain, hostile: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--from", hostile)
    assert (result.status, result.err) == (0, "")
    assert harmless(result.out)
    assert r"\u001b[2J" in result.words or arguments == ("show",)


@pytest.mark.parametrize("format", ["csv", "json"])
def test_an_export_to_a_terminal_is_shown_and_one_to_a_pipe_is_exact(hostile: Path, format: str) -> None:
    arguments = ("export", "--from", str(hostile), "--format", format)
    shown = printed_at_terminal(*arguments).decode().replace("\r\n", "\n")
    assert harmless(shown)
    assert r"\u009b31m" in shown
    process = in_a_process(*arguments)
    assert "\x9b31m\u202etxt" in process.stdout.decode()
    if format == "json":  # the escapes are those of JSON
        assert kz_upr.from_json(shown) == kz_upr.from_json(process.stdout)


def test_a_document(run: RunMain, index_export: Path) -> None:
    text = index_export.read_text("utf-8")
    index_export.write_text(text.replace("- Peru", r"- Per\u001b[2J\u202eu"), encoding="utf-8")
    for arguments in (("check", index_export), ("complete", index_export, "-o", "-")):
        result = run(*arguments)
        assert harmless(result.err)
        if arguments[0] == "check":
            assert harmless(result.out)
            assert r"\u001b[2J\u202e" in result.out


@posix
@pytest.mark.parametrize("name", ["\x1b[2Jred\nkz-upr: error: forged.json", "\u202etxt.json", "\udcff.json"])
def test_names_of_files(run: RunMain, here: Path, index_export: Path, name: str) -> None:
    path = here / name
    lines = [run("check", path).err, run("show", "--from", path).err, run("export", "-o", path).err]
    path.unlink()
    path.write_bytes(index_export.read_bytes())
    output = here / f"{name}-out.json"
    lines.append(run("complete", path, "-o", path).err)
    completed = run("complete", path, "-o", output)
    assert completed.status == 0
    path.write_text("{", encoding="utf-8")
    lines += [run("check", path).err, run("show", "--from", path).err]
    for line in (*lines, completed.out):
        assert printable(name) in " ".join(line.split())
        assert harmless(line)
        line.encode("utf-8")  # without halves of characters
    assert [line.count("\n") for line in lines] == [1] * len(lines)


@posix
def test_the_progress_bar(index_export: Path) -> None:
    pytest.importorskip("tqdm")
    path = index_export.rename(index_export.with_name("\x1b]0;title\x07\u202e.json"))
    shown = printed_at_terminal("check", path)
    assert b"\x1b]0;" not in shown
    assert b"\x07" not in shown
    assert rb"\u001b]0;title\u0007\u202e.json" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        (HOSTILE,),
        (f"--{HOSTILE}",),
        ("cite", HOSTILE),
        ("recommendations", HOSTILE),
        ("recommendations", "--state", HOSTILE),
        ("statements", "--speaker", HOSTILE),
        ("editions", HOSTILE, "2026.11"),
        ("--cycle", HOSTILE),
        ("export", "--format", HOSTILE),
        ("export", "-o", f"nowhere/{HOSTILE}"),
    ],
)
def test_arguments(run: RunMain, here: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert harmless(result.err)


def test_search_words(run: RunMain) -> None:
    result = run("search", "tortrue\x1b[2J")
    assert harmless(result.out)


class TestPrintable:
    def test_what_a_terminal_obeys_is_an_escape(self) -> None:
        assert printable("a\x1bb\x7f\x9b\n\u202e\u2069\u2028\udcff") == (
            r"a\u001bb\u007f\u009b\u000a\u202e\u2069\u2028\udcff"
        )

    @pytest.mark.parametrize(
        "text", ["", " ", "Côte d’Ivoire", "Қазақстан", "عربى\u200f", "中文", "e\u0301", "😀", "~\xa0¡"]
    )
    def test_any_other_text_is_the_same(self, text: str) -> None:
        assert printable(text) == text


class TestTell:
    def test_lines_after_the_first_are_indented(self, capsys: pytest.CaptureFixture[str]) -> None:
        tell("one", "two\nforged", "three")
        assert capsys.readouterr().err == "one\n  two\\u000aforged\n  three\n"

    def test_what_a_user_gave_is_shortened_in_the_middle(self, capsys: pytest.CaptureFixture[str]) -> None:
        tell(f"begin{'a' * 100_000}end")
        line = capsys.readouterr().err
        assert line.startswith("beginaaaa")
        assert " … aaaa" in line
        assert line.endswith("aaaend\n")
        assert len(line) < 1000
        tell("a" * 1000)
        assert capsys.readouterr().err == "a" * 1000 + "\n"


def test_line_breaks_within_a_paragraph_are_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page()
    page.line("one\ntwo\rthree\r\nfour")
    page.heading("five\nsix")
    page.lines("seven\n eight\x1b")
    assert capsys.readouterr().out.split("\n") == ["one two three  four", "five six", "seven", r" eight\u001b", ""]


LONG = "a" * 100_000


@pytest.mark.parametrize(
    "arguments",
    [
        (LONG,),
        (f"--{LONG}",),
        ("check", LONG),
        ("complete", "x.pdf", "-o", LONG),
        ("show", "--from", LONG),
        ("show", "--edition", LONG),
        ("show", "--cycle", LONG),
        ("show", "--cycle", "9" * 100_000),
        ("search", "torture", "--limit", "9" * 100_000),
        ("cite", LONG),
        ("cite", f"139.{'9' * 100_000}"),
        ("cite", "--style", LONG),
        ("discrepancies", LONG),
        ("recommendations", LONG),
        ("recommendations", "--state", LONG),
        ("recommendations", "--theme", LONG),
        ("recommendations", "--sdg", LONG),
        ("recommendations", "--group", LONG),
        ("statements", "--speaker", LONG),
        ("statements", "--setting", LONG),
        ("export", "-o", LONG),
        ("export", "-o", f"{LONG}.json"),
        ("export", "--per", LONG),
        ("editions", LONG, LONG),
        ("verify", LONG),
    ],
    ids=lambda arguments: " ".join(argument[:12] for argument in arguments),
)
def test_a_very_long_argument_is_told_in_a_short_line(run: RunMain, here: Path, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert len(result.err) < 1200
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("words", [("search",), ("statements",), ("recommendations", "--text")], ids=" ".join)
def test_very_long_words_find_nothing(run: RunMain, words: tuple[str, ...]) -> None:
    result = run(*words, LONG)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("0 ")
