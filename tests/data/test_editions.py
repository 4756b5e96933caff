"""The data files: canonical, complete, as the schema says, made from their inputs, and never changed once released."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

import kz_upr
from conftest import HOME
from kz_upr.conversion import canonical_json, structure, unstructure
from kz_upr.model import sources_of

EDITIONS = HOME / "kz_upr" / "editions"
INDEX = json.loads((EDITIONS / "index.json").read_bytes())

#: The hash of every released edition's manifest. An entry never changes and never goes.
RELEASED = {
    "2025.4": "628be342ca09862b48231cca776cd6dcb9b696c2d41e20e0708205b3deee7091",
}


def manifest(edition: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((EDITIONS / edition / "manifest.json").read_bytes())
    return content


def test_released_editions_never_change() -> None:
    found = {edition.id: edition.sha256 for edition in kz_upr.editions() if edition.released}
    assert found == RELEASED


@pytest.mark.parametrize("edition", INDEX["editions"])
def test_the_manifest_is_complete(edition: str) -> None:
    listed = manifest(edition)["files"]
    there = {path.name: path.read_bytes() for path in (EDITIONS / edition).iterdir() if path.name != "manifest.json"}
    assert listed == {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()} for name, content in there.items()
    }


def test_the_index_is_complete() -> None:
    there = {
        path.name: {"bytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in EDITIONS.iterdir()
        if path.is_file() and path.name != "index.json"
    }
    assert INDEX["files"] == there
    assert set(INDEX["editions"]) == {path.name for path in EDITIONS.iterdir() if path.is_dir()}
    for edition, entry in INDEX["editions"].items():
        content = (EDITIONS / edition / "manifest.json").read_bytes()
        assert entry == {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


@pytest.mark.parametrize("edition", INDEX["editions"])
def test_the_counts_are_those_of_the_reviews(edition: str) -> None:
    reviews = kz_upr.load_reviews(edition=edition)
    described = manifest(edition)
    assert described["counts"] == {
        review.id: {
            "recommendations": len(review.recommendations),
            "statements": len(review.statements),
            "points": sum(len(statement.points) for statement in review.statements),
            "discrepancies": len(review.discrepancies),
        }
        for review in reviews
    }
    cited = {source.id for review in reviews for source in sources_of(review)}
    assert described["sources"] == len(cited)


def test_written_again_the_bytes_are_the_same() -> None:
    for path in EDITIONS.rglob("*.json"):
        if path.name != "state-names.json":  # 1,200 names on a line, for the size of the wheel
            content = path.read_text(encoding="utf-8")
            assert canonical_json(json.loads(content)) == content, path


@pytest.mark.parametrize("edition", INDEX["editions"])
def test_reviews_and_sources_written_again_are_the_same_bytes(edition: str) -> None:
    for review in kz_upr.load_reviews(edition=edition):
        path = EDITIONS / edition / f"{review.id.lower()}.json"
        assert canonical_json({"type": "Review", **unstructure(review)}) == path.read_text(encoding="utf-8")
    path = EDITIONS / edition / "sources.json"
    sources = [structure(entry, kz_upr.Source) for entry in json.loads(path.read_bytes())["sources"]]
    assert canonical_json({"sources": [unstructure(s) for s in sources]}) == path.read_text(encoding="utf-8")
    assert [source.id for source in sources] == sorted({source.id for source in sources})


# -- ids -------------------------------------------------------------------------------------------


def ids(edition: str) -> set[str]:
    found: set[str] = set()
    for review in kz_upr.load_reviews(edition=edition):
        found.add(review.id)
        for thing in (*review.statements, *review.recommendations, *review.discrepancies, *sources_of(review)):
            found.add(thing.id)
        if review.delegation is not None:
            found.update(institution.id for institution in review.delegation.institutions)
    return found


@pytest.mark.parametrize("edition", [edition.id for edition in kz_upr.editions() if edition.released])
def test_every_id_ever_released_still_resolves(edition: str) -> None:
    assert ids(edition) <= ids(kz_upr.DATA_EDITION)


def test_ids_are_made_of_their_parts() -> None:
    for review in kz_upr.load_reviews():
        assert all(statement.id.startswith(f"{review.id}-") for statement in review.statements)
        assert all(r.id == f"{review.id}-{r.number}" for r in review.recommendations)
        assert all(discrepancy.id.startswith(f"{review.id}-d-") for discrepancy in review.discrepancies)


def test_an_institution_of_one_id_is_one_institution() -> None:
    """Within a review; its name may change from year to year."""
    for review in kz_upr.load_reviews():
        delegation = review.delegation
        if delegation is None:
            continue
        named = {institution.id: institution for institution in delegation.institutions}
        for delegate in filter(None, (delegation.head, *delegation.members)):
            if delegate.institution is not None:
                assert named[delegate.institution.id] == delegate.institution


# -- what stands in the data -----------------------------------------------------------------------


def texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, (list, tuple)):
        for item in thing:
            yield from texts(item)
    elif isinstance(thing, dict):
        for item in thing.values():
            yield from texts(item)


def test_texts_are_clean() -> None:
    for path in EDITIONS.rglob("kaz-*.json"):
        for text in texts(json.loads(path.read_bytes())):
            assert text == text.strip() != "", (path, text)
            assert "  " not in text, (path, text)
            assert "\n" not in text, (path, text)


def test_no_official_wording_is_bundled() -> None:
    for edition in INDEX["editions"]:
        for review in kz_upr.load_reviews(edition=edition):
            for recommendation in review.recommendations:
                assert recommendation.official_text is None
                assert all(clause.official_text is None for clause in recommendation.clauses)


def test_what_is_missing_is_explained() -> None:
    for edition in INDEX["editions"]:
        for review in kz_upr.load_reviews(edition=edition):
            for held in (review.coverage.recommendations, review.coverage.statements):
                if held.stated is None or held.held < held.stated:
                    assert held.why, (edition, review.id)


def test_inferences_say_how() -> None:
    def visit(thing: Any) -> Iterator[kz_upr.Citation]:
        if isinstance(thing, kz_upr.Citation):
            yield thing
        elif isinstance(thing, tuple):
            for item in thing:
                yield from visit(item)
        elif attrs.has(type(thing)):
            for field in attrs.fields(type(thing)):
                yield from visit(getattr(thing, field.name))

    for edition in INDEX["editions"]:
        for review in kz_upr.load_reviews(edition=edition):
            for citation in visit(review):
                assert citation.locator
                assert not citation.inferred or citation.note, citation


# -- the schema ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((EDITIONS / "review.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", sorted(EDITIONS.rglob("kaz-*.json")), ids=lambda p: "/".join(p.parts[-2:]))
def test_every_review_is_as_the_schema_says(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(json.loads(path.read_bytes()))


@pytest.mark.parametrize("edition", INDEX["editions"])
def test_every_source_is_as_the_schema_says(edition: str, validator: jsonschema.Draft202012Validator) -> None:
    definition = {**validator.schema, "$ref": "#/$defs/Source"}
    for key in ("properties", "required", "additionalProperties", "type"):
        definition.pop(key)
    only = jsonschema.Draft202012Validator(definition)
    for source in json.loads((EDITIONS / edition / "sources.json").read_bytes())["sources"]:
        only.validate(source)


@pytest.mark.parametrize("cycle", [1, 2, 3, 4])
def test_what_a_user_writes_is_as_the_schema_says(cycle: int, validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(json.loads(kz_upr.to_json(kz_upr.load_review(cycle))))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (["cycle"], "3"),
        (["id"], None),
        (["colour"], "red"),
        (["date"], "7 November 2019"),
        (["state"], "Kazakhstan"),
        (["citations"], []),
        (["totals", "citations"], []),
        (["totals", "received"], 1.5),
        (["recommendations", 0, "number"], "139-1"),
        (["recommendations", 0, "citations"], []),
        (["recommendations", 0, "topics"], ["torture"]),
        (["recommendations", 0, "text_sha256"], "abc"),
        (["recommendations", 0, "clauses", 0, "subject"], "x" * 121),
        (["recommendations", 0, "clauses", 0, "action"], "dance"),
        (["recommendations", 0, "clauses", 0, "states"], "FRA"),
        (["recommendations", 0, "positions", 0, "value"], "rejected"),
        (["recommendations", 0, "positions", 0, "citations"], []),
        (["statements", 0, "points"], []),
        (["statements", 0, "speaker", "kind"], "journalist"),
        (["discrepancies", 0, "accounts"], []),
        (["delegation", "head"], "M. Beketayev"),
    ],
    ids=str,
)
def test_the_schema_refuses_what_is_broken(
    where: list[str | int], value: object, validator: jsonschema.Draft202012Validator
) -> None:
    document = json.loads((EDITIONS / "2026.11" / "kaz-3.json").read_bytes())
    node = document
    for step in where[:-1]:
        node = node[step]
    node[where[-1]] = value
    assert not validator.is_valid(document)


@pytest.mark.parametrize("missing", ["id", "state", "cycle", "coverage", "citations"])
def test_the_schema_misses_what_is_needed(missing: str, validator: jsonschema.Draft202012Validator) -> None:
    document = json.loads((EDITIONS / "2026.11" / "kaz-3.json").read_bytes())
    del document[missing]
    assert not validator.is_valid(document)


# -- the tool that makes them ----------------------------------------------------------------------


def build(root: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "error", str(root / "tools" / "build.py"), *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )


def test_the_inputs_give_the_files(repository: Path) -> None:
    process = build(repository, "--check")
    assert process.returncode == 0, process.stdout + process.stderr
    assert process.stderr == ""


@pytest.fixture(scope="module")
def workshop(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workshop")
    for folder in ("data", "src", "tools"):
        shutil.copytree(repository / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def files(root: Path) -> dict[str, bytes]:
    place = root / "src" / "kz_upr" / "editions"
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_built_twice_from_nothing_the_bytes_are_the_same(workshop: Path) -> None:
    before = files(workshop)
    for name in before:
        if name.count("/"):  # what all editions share is needed to start
            (workshop / "src" / "kz_upr" / "editions" / name).unlink()
    assert build(workshop).returncode == 0
    assert files(workshop) == before
    process = build(workshop)
    assert "0 written" in process.stdout
    assert files(workshop) == before


def test_a_stray_file_is_told(workshop: Path) -> None:
    stray = workshop / "src" / "kz_upr" / "editions" / "2025.4" / "notes.txt"
    stray.write_text("x")
    try:
        process = build(workshop, "--check")
        assert process.returncode == 1
        assert "notes.txt" in process.stdout
    finally:
        stray.unlink()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "2026.11/kaz-3/review.toml",
            "received = 245",
            'received = "245"',
            ["kaz-3", "$.totals.received", "whole number"],
        ),
        ("2026.11/kaz-3/review.toml", "received = 245", "received = 24", ["kaz-3", "$.totals", "only 24 received"]),
        ("2026.11/kaz-3/review.toml", "[totals]", "[totals", ["review.toml", "line"]),
        ("2026.11/kaz-3/review.toml", "session = 34", "sesion = 34", ["kaz-3", "$.sesion", "no such field"]),
        (
            "2026.11/kaz-3/recommendations.toml",
            'states = ["ISL"]',
            'states = ["ICE"]',
            ["kaz-3", ".clauses[0].states[0]", "ICE"],
        ),
        (
            "2026.11/kaz-3/recommendations.toml",
            'number = "139.161"',
            'number = "139.124"',
            ["kaz-3", "KAZ-3-139.124 stands there twice"],
        ),
        (
            "2026.11/kaz-3/statements.toml",
            'source = "a-hrc-43-2"',
            'source = "a-hrc-43"',
            ["kaz-3", "no source 'a-hrc-43'"],
        ),
        ("2026.11/kaz-1/review.toml", 'troika = ["BGD"', 'troika = ["BDG"', ["kaz-1", "$.troika[0]", "BDG"]),
        ("2025.4/sources.toml", 'kind = "press release"', 'kind = "rumour"', ["sources.toml", "source[0]", "rumour"]),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("20") else "",
)
def test_a_mistake_in_an_input_is_told_with_its_place(
    workshop: Path, file: str, old: str, new: str, told: list[str]
) -> None:
    path = workshop / "data" / file
    good = path.read_text(encoding="utf-8")
    assert old in good
    before = {name: content for name, content in files(workshop).items() if name.count("/")}
    path.write_text(good.replace(old, new, 1), encoding="utf-8")
    try:
        process = build(workshop)
        assert process.returncode == 1, process.stdout
        assert "Traceback" not in process.stderr
        assert all(part in process.stderr for part in told), process.stderr
        assert before.items() <= files(workshop).items(), "nothing of an edition is written after a mistake"
    finally:
        path.write_text(good, encoding="utf-8")


def test_official_wording_in_an_input_is_refused(workshop: Path) -> None:
    path = workshop / "data" / "2026.11" / "kaz-3" / "recommendations.toml"
    good = path.read_text(encoding="utf-8")
    path.write_text(
        good.replace('states = ["ISL"]', 'states = ["ISL"]\nofficial_text = "The text"', 1), encoding="utf-8"
    )
    try:
        process = build(workshop)
        assert process.returncode == 1
        assert "official wording is never bundled: KAZ-3-139.161" in process.stderr
    finally:
        path.write_text(good, encoding="utf-8")
