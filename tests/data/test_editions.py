"""The data files: canonical, complete, valid by the schema, built from their inputs, unchanged once released."""

import contextlib
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import kz_upr
from conftest import HOME
from kz_upr import citations_of
from kz_upr.conversion import canonical_json
from kz_upr.model import sources_of
from kz_upr.structuring import structure, unstructure

EDITIONS = HOME / "kz_upr" / "editions"
REDIRECT = """
[[redirect]]
from = "{old}"
to = ["{new}"]
since = "2026.11"
"""
REDIRECTED = "data/redirects.toml: KAZ-3-{0} leads to unknown ids: KAZ-3-{0}"
INDEX = json.loads((EDITIONS / "index.json").read_bytes())

#: The hash of every released edition's manifest. An entry is never changed nor removed.
RELEASED = {
    "2025.4": "8df0b073d11cf877fc89ebbcf9df8ec434554883e21cedb792b000e9766f9cc9",
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


def test_canonical_json_gives_the_same_bytes() -> None:
    for path in EDITIONS.rglob("*.json"):
        if path.name != "state-names.json":  # 1,200 names on one line, to keep the wheel small
            content = path.read_text(encoding="utf-8")
            assert canonical_json(json.loads(content)) == content, path


@pytest.mark.parametrize("edition", INDEX["editions"])
def test_reviews_and_sources_are_written_as_the_same_bytes(edition: str) -> None:
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
        for things in (review.statements, review.recommendations, review.discrepancies, sources_of(review)):
            found.update(thing.id for thing in things)
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


def test_one_id_means_one_institution() -> None:
    """Within a review; the name may change from year to year."""
    for review in kz_upr.load_reviews():
        delegation = review.delegation
        if delegation is None:
            continue
        named = {institution.id: institution for institution in delegation.institutions}
        for delegate in filter(None, (delegation.head, *delegation.members)):
            if delegate.institution is not None:
                assert named[delegate.institution.id] == delegate.institution


# -- content ---------------------------------------------------------------------------------------


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
                complete = held.held == held.stated
                assert complete or held.why, (edition, review.id)
                assert not complete or held.why is None, (edition, review.id)


def test_every_citation_has_a_place_and_every_inference_an_explanation() -> None:
    for edition in INDEX["editions"]:
        for review in kz_upr.load_reviews(edition=edition):
            for path, citation in citations_of(review):
                assert citation.locator, path
                assert not citation.inferred or citation.note, path


@pytest.mark.parametrize("edition", INDEX["editions"])
def test_one_page_is_one_source(edition: str) -> None:
    sources = {source.id: source for review in kz_upr.load_reviews(edition=edition) for source in sources_of(review)}
    addresses = [source.url or source.copy_url for source in sources.values() if source.url or source.copy_url]
    assert len(addresses) == len(set(addresses))


def test_a_copy_is_named_as_one() -> None:
    """A test host, a file-sharing site, a mirror or a repost is never given as the address of the document."""
    hosts = ("web.test.ohchr", "scribd.com", "ppeniagara.com", "saudipress.com", "windpress.info", "miragenews.com")
    sources = {source for review in kz_upr.load_reviews() for source in sources_of(review)}
    addresses = [source.url for source in sources if source.url]
    assert [url for url in addresses if any(host in url for host in hosts)] == []
    assert [url for url in addresses if url.split("/")[2].endswith(".")] == []


# -- the schema ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((EDITIONS / "review.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", sorted(EDITIONS.rglob("kaz-*.json")), ids=lambda p: "/".join(p.parts[-2:]))
def test_every_review_is_valid_by_the_schema(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    validator.validate(json.loads(path.read_bytes()))


@pytest.mark.parametrize("edition", INDEX["editions"])
def test_every_source_is_valid_by_the_schema(edition: str, validator: jsonschema.Draft202012Validator) -> None:
    definition = {**validator.schema, "$ref": "#/$defs/Source"}
    for key in ("properties", "required", "additionalProperties", "type"):
        definition.pop(key)
    only = jsonschema.Draft202012Validator(definition)
    for source in json.loads((EDITIONS / edition / "sources.json").read_bytes())["sources"]:
        only.validate(source)


@pytest.mark.parametrize("cycle", [1, 2, 3, 4])
def test_what_a_user_writes_is_valid_by_the_schema(cycle: int, validator: jsonschema.Draft202012Validator) -> None:
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
        (["recommendations", 0, "text_sha256"], "abc"),
        (["recommendations", 0, "clauses", 0, "summary"], "x" * 241),
        (["recommendations", 0, "clauses", 0, "actions"], ["dance"]),
        (["recommendations", 0, "clauses", 0, "themes"], "torture"),
        (["recommendations", 0, "clauses", 0, "instruments"], ["CAT"]),
        (["recommendations", 0, "clauses", 0, "states"], "FRA"),
        (["recommendations", 0, "positions", 0, "value"], "rejected"),
        (["recommendations", 0, "positions", 0, "citations"], []),
        (["statements", 0, "points", 0, "summary"], "x" * 241),
        (["statements", 0, "points", 0, "act"], "shouts"),
        (["statements", 0, "setting"], "Council"),
        (["statements", 0, "speaker", "kind"], "journalist"),
        (["discrepancies", 0, "accounts"], []),
        (["discrepancies", 0, "question"], None),
        (["notes", 0, "citations"], []),
        (["delegation", "head"], "M. Beketayev"),
    ],
    ids=str,
)
def test_the_schema_refuses_a_wrong_value(
    where: list[str | int], value: object, validator: jsonschema.Draft202012Validator
) -> None:
    document = json.loads((EDITIONS / "2026.11" / "kaz-3.json").read_bytes())
    node = document
    for step in where[:-1]:
        node = node[step]
    node[where[-1]] = value
    (error,) = validator.iter_errors(document)
    place = list(error.absolute_path)
    assert place == ([] if where == ["colour"] else where) or place == [*where, 0]


@pytest.mark.parametrize("missing", ["id", "state", "cycle", "coverage", "citations"])
def test_the_schema_requires_what_is_needed(missing: str, validator: jsonschema.Draft202012Validator) -> None:
    document = json.loads((EDITIONS / "2026.11" / "kaz-3.json").read_bytes())
    del document[missing]
    assert [error.message for error in validator.iter_errors(document)] == [f"{missing!r} is a required property"]


# -- the tool that builds them ---------------------------------------------------------------------


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
    assert process.stdout == f"{len(files(repository))} files, 0 differ\n"
    assert process.stderr == ""


@pytest.fixture(scope="module")
def workshop(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the inputs, the tools and the package. A test that changes it undoes the change."""
    root = tmp_path_factory.mktemp("workshop")
    for folder in ("data", "src", "tools"):
        shutil.copytree(repository / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def files(root: Path) -> dict[str, bytes]:
    place = root / "src" / "kz_upr" / "editions"
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


@contextlib.contextmanager
def changed(path: Path, old: str, new: str) -> Iterator[None]:
    """Within it, the file has one text in place of another."""
    good = path.read_bytes()
    text = good.decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
    try:
        yield
    finally:
        path.write_bytes(good)


def test_built_from_nothing_and_again_the_bytes_are_the_same(workshop: Path) -> None:
    """The second time nothing is written, and a file that does not belong there is reported."""
    before = files(workshop)
    editions = workshop / "src" / "kz_upr" / "editions"
    for name in before:
        (editions / name).unlink()
    process = build(workshop)
    assert process.returncode == 0, process.stderr
    assert f"{len(before)} files, {len(before)} written" in process.stdout
    assert files(workshop) == before
    stray = editions / "2025.4" / "notes.txt"
    stray.write_text("x", encoding="utf-8")
    process = build(workshop)
    stray.unlink()
    assert process.returncode == 1
    assert process.stdout == f"not listed: 2025.4/notes.txt\n{len(before)} files, 0 written\n"
    assert files(workshop) == before


def test_only_the_files_that_differ_are_written(workshop: Path) -> None:
    before = files(workshop)
    with changed(workshop / "data" / "2026.11" / "kaz-3" / "review.toml", "meeting = 31", "meeting = 32"):
        process = build(workshop)
    assert process.returncode == 0, process.stderr
    written = {"2026.11/kaz-3.json", "2026.11/manifest.json", "index.json"}
    told = {line.removeprefix("written: ") for line in process.stdout.splitlines()[:-1]}
    assert told == {*written, "../_version.py"}  # the code holds the hash of the index
    assert {name for name, content in files(workshop).items() if content != before[name]} == written
    assert build(workshop).returncode == 0
    assert files(workshop) == before


def test_the_code_holds_the_hash_of_the_index(repository: Path) -> None:
    index = repository / "src" / "kz_upr" / "editions" / "index.json"
    code = (repository / "src" / "kz_upr" / "_version.py").read_text(encoding="utf-8")
    assert f'INDEX_SHA256 = "{hashlib.sha256(index.read_bytes()).hexdigest()}"\n' in code


#: Each mistake: the file below data/, a text in it, what is put in its place, and what the tool says.
MISTAKES = {
    "a string in place of a number": (
        "2026.11/kaz-3/review.toml",
        "received = 245",
        'received = "245"',
        'data/2026.11/kaz-3 $.totals.received: expected an integer, got str "245"',
    ),
    "totals that do not add up": (
        "2026.11/kaz-3/review.toml",
        "received = 245",
        "received = 24",
        "data/2026.11/kaz-3 $.totals: 214 + 31 answered, but only 24 received",
    ),
    "broken TOML": (
        "2026.11/kaz-3/review.toml",
        "[totals]",
        "[totals",
        "review.toml: Expected ']' at the end of a table",
    ),
    "an unknown field": (
        "2026.11/kaz-3/review.toml",
        "session = 34",
        "sesion = 34",
        "data/2026.11/kaz-3 $: a Review has no field sesion; its fields are id, state, cycle, ",
    ),
    "an unknown State": (
        "2026.11/kaz-3/recommendations.toml",
        'states = ["ISL"]',
        'states = ["ICE"]',
        "clauses[0].states[0]: no State 'ICE'",
    ),
    "a duplicate number": (
        "2026.11/kaz-3/recommendations.toml",
        'number = "139.161"',
        'number = "139.124"',
        "data/2026.11/kaz-3 $.recommendations[17]: duplicate id: KAZ-3-139.124",
    ),
    "an unknown source": (
        "2026.11/kaz-3/statements.toml",
        'source = "a-hrc-43-2"',
        'source = "a-hrc-43"',
        ".source: no source 'a-hrc-43' among the sources of the document",
    ),
    "an unknown State in the troika": (
        "2026.11/kaz-1/review.toml",
        'troika = ["BGD"',
        'troika = ["BDG"',
        "data/2026.11/kaz-1 $.troika[0]: no State 'BDG'",
    ),
    "an unknown kind of source": (
        "2025.4/sources.toml",
        'kind = "Government publication"',
        'kind = "rumour"',
        "sources.toml source[0] $.kind: expected one of national report, ",
    ),
    "official wording": (
        "2026.11/kaz-3/recommendations.toml",
        'states = ["ISL"]',
        'states = ["ISL"]\nofficial_text = "The text"',
        "data/2026.11/kaz-3 $.recommendations: official wording is never bundled: KAZ-3-139.161",
    ),
    "a redirect to an unknown id": (
        "redirects.toml",
        "",
        REDIRECT.format(old="KAZ-3-139.1", new="KAZ-3-139.1"),
        REDIRECTED.format("139.1"),
    ),
    "a redirect from an existing id": (
        "redirects.toml",
        "",
        REDIRECT.format(old="KAZ-3-139.124", new="KAZ-3-139.161"),
        "data/redirects.toml: KAZ-3-139.124 is redirected but still exists",
    ),
}

#: Makes one mistake after the other and builds each time, in one process.
MAKE_MISTAKES = """
import contextlib, io, json, sys
sys.path.insert(0, "tools")
import build

def bundled():
    return {path: path.read_bytes() for path in build.EDITIONS.rglob("*") if path.is_file()}

sys.argv = ["build.py"]
before = bundled()
outcomes = {}
for name, (file, old, new, _) in json.load(sys.stdin).items():
    path = build.DATA / file
    good = path.read_bytes()
    assert old in good.decode(), old
    path.write_bytes(good.decode().replace(old, new, 1).encode())
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = build.main()
    path.write_bytes(good)
    outcomes[name] = [status, out.getvalue(), err.getvalue(), bundled() == before]
json.dump(outcomes, sys.stdout)
"""


@pytest.fixture(scope="module")
def outcomes(workshop: Path) -> dict[str, list[Any]]:
    """Of each mistake: the exit status, both outputs, and whether all bundled files are as before."""
    process = subprocess.run(
        [sys.executable, "-W", "error", "-c", MAKE_MISTAKES],
        input=json.dumps(MISTAKES),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=workshop,
        timeout=300,
    )
    assert process.returncode == 0, process.stderr
    found: dict[str, list[Any]] = json.loads(process.stdout)
    return found


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_an_input_is_reported_and_nothing_is_written(outcomes: dict[str, list[Any]], mistake: str) -> None:
    *_, told = MISTAKES[mistake]
    status, out, err, unchanged = outcomes[mistake]
    assert (status, out) == (1, "")
    assert told in err
    assert unchanged


def test_nothing_is_written_if_one_input_is_wrong_and_another_has_changed(workshop: Path) -> None:
    """Neither the files of other editions nor the tables that all editions share."""
    before, data = files(workshop), workshop / "data"
    with (
        changed(data / "reference" / "states.csv", "Kazakhstan", "Qazaqstan"),
        changed(data / "reference" / "themes.csv", "Scope of international", "Extent of international"),
    ):
        process = build(workshop, "--check")
        differing = re.findall(r"^differs: (.*)$", process.stdout, re.MULTILINE)
        assert {"states.json", "themes.json"} <= set(differing)
        assert process.returncode == 1
        assert files(workshop) == before
        for file in ("2025.4/sources.toml", "2026.11/sources.toml"):
            with changed(data / file, "kind = ", "sort = "):
                process = build(workshop)
            assert process.returncode == 1, process.stdout
            assert f"data/{file} source[0] $.kind: required field 'kind' is missing" in process.stderr
            assert process.stdout == ""
            assert files(workshop) == before
