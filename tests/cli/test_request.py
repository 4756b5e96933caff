"""The review and the filters that the user asks for."""

import json
from pathlib import Path

import pytest

import kz_upr
from made_exports import written

from .conftest import RunMain, in_a_process


def test_the_id_of_a_recommendation_chooses_its_cycle(run: RunMain) -> None:
    assert run("cite", "KAZ-2-124.10") == run("cite", "124.10", "--cycle", "2")
    assert run("cite", "kaz-2-124.10").out.startswith("A/HRC/28/10")
    assert run("recommendations", "KAZ-2-124.10") == run("recommendations", "124.10", "--cycle", "2")


@pytest.mark.parametrize(
    "arguments", [("show",), ("recommendations", "--state", "Austria"), ("discrepancies",), ("export",), ("cite",)]
)
def test_a_review_from_a_file_is_shown_alike(run: RunMain, saved: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments, "--from", saved).out == run(*arguments, "--cycle", "2").out


def test_a_review_from_standard_input(run: RunMain, saved: Path) -> None:
    with saved.open("rb") as file:
        process = in_a_process("cite", "--from", "-", stdin=file, encoding="utf-8")
    assert process.stdout == run("cite", "--cycle", "2").out


def test_a_folder_is_no_review(run: RunMain, here: Path) -> None:
    assert run("show", "--from", here).err == f"kz-upr: error: {here}: Is a directory\n"


def test_every_fault_of_a_file_on_a_line_of_its_own(run: RunMain, here: Path) -> None:
    document = json.loads(kz_upr.to_json(kz_upr.load_review(2)))
    document["session"], document["cycle"] = "x", "y"
    written(here / "a.json", document)
    first, *faults = run("show", "--from", "a.json").err.splitlines()
    assert first == "kz-upr: error: a.json: not a review written by kz-upr: 2 faults"
    assert sorted(fault.split(":")[0] for fault in faults) == ["  $.cycle", "  $.session"]
    del document["session"], document["cycle"]
    for recommendation in document["recommendations"]:
        recommendation["colour"] = "red"
    written(here / "a.json", document)
    first, *faults, last = run("show", "--from", "a.json").err.splitlines()
    assert first.endswith(": 195 faults")
    assert len(faults) == 10
    assert last == "  and 185 more"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "argument --from: expected the name of a file, got ''"),
        ("empty.json", "'state' is missing"),
        ("broken.json", "broken.json: not a review"),
    ],
)
def test_a_file_without_a_review(run: RunMain, here: Path, name: str, told: str) -> None:
    (here / "empty.json").write_text("{}", encoding="utf-8")
    (here / "broken.json").write_text("{", encoding="utf-8")
    result = run("show", "--from", name)
    assert result.status == 2
    assert told in result.err
