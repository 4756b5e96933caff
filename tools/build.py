"""Build the bundled data (src/kz_upr/editions/) from the readable inputs (data/).

    python tools/build.py            write the files that have changed
    python tools/build.py --check    write nothing; exit status 1 if a file would change

The inputs have the same fields as the model. Every object is checked against the rules of the model, and every review
against the JSON Schema. The same inputs give the same bytes.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
EDITIONS = ROOT / "src" / "kz_upr" / "editions"
#: The module that pins the index; its name is relative to the editions, as those of the data files are.
PINNED = "../_version.py"
SCHEMA_VERSION = 1
sys.path.insert(0, str(ROOT / "src"))

from kz_upr import bundle, conversion, structuring  # noqa: E402
from kz_upr.errors import InvalidDocumentError  # noqa: E402
from kz_upr.model import Review, Source, Stage, faults_of, sources_of  # noqa: E402
from kz_upr.numbers import number_key  # noqa: E402
from schema import review_schema  # noqa: E402


class InputError(Exception):
    """An invalid input; the message names the file and the place."""


# -- inputs ----------------------------------------------------------------------------------------


def toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file; empty if the file does not exist."""
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: {error}") from None


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file; empty if the file does not exist."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def dump(document: object) -> bytes:
    return conversion.canonical_json(document).encode()


def entry(content: bytes) -> dict[str, Any]:
    """The description of a file in a manifest."""
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


# -- files shared by all editions ------------------------------------------------------------------


def shared_files() -> dict[str, bytes]:
    """States, their names, redirects, themes, persons, instruments, synonyms and the JSON Schema."""
    rows = [{key: value for key, value in row.items() if value} for row in table(DATA / "reference" / "states.csv")]
    names: dict[str, list[str]] = {}
    for row in table(DATA / "reference" / "state-names.csv"):
        names.setdefault(row["iso3"], []).append(row["name"])
    adjectives: dict[str, list[str]] = {}
    for row in table(DATA / "reference" / "state-adjectives.csv"):
        adjectives.setdefault(row["adjective"], []).append(row["iso3"])
    said = {"names": names, "adjectives": adjectives}
    return {
        "states.json": dump({"states": rows}),
        "state-names.json": json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n",
        "redirects.json": dump({"redirects": {r["from"]: {"to": r["to"], "since": r["since"]} for r in redirects()}}),
        "themes.json": dump({"themes": themes()}),
        "persons.json": dump({"persons": vocabulary("persons", lists=("other_labels",))}),
        "instruments.json": dump(
            {
                "instruments": vocabulary(
                    "instruments", lists=("other_names",), renamed={"depositary_or_resolution": "depositary"}
                )
            }
        ),
        "synonyms.json": dump({"synonyms": table(DATA / "reference" / "synonyms.csv")}),
        "review.schema.json": dump(review_schema()),
    }


def vocabulary(name: str, lists: tuple[str, ...], renamed: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """The entries of a vocabulary, without their sources and empty values; ``lists`` are the columns of several."""
    entries = []
    for row in table(DATA / "reference" / f"{name}.csv"):
        kept = {(renamed or {}).get(key, key): value for key, value in row.items() if value and key != "source"}
        entries.append({key: value.split("|") if key in lists else value for key, value in kept.items()})
    return entries


def themes() -> list[dict[str, Any]]:
    """The themes, each with its parents and children."""
    entries = vocabulary("themes", lists=("other_labels", "search_words"), renamed={"definition_note": "note"})
    for entry in entries:
        parents = [entry.pop(key) for key in ("parent", "also_under") if key in entry]
        if parents:
            entry["parents"] = parents
    for entry in entries:
        children = [other["id"] for other in entries if entry["id"] in other.get("parents", ())]
        if children:
            entry["children"] = children
    return entries


def redirects() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = toml(DATA / "redirects.toml").get("redirect", [])
    return entries


def check_redirects(newest: dict[str, Any]) -> None:
    """Every redirect leads directly to an existing recommendation, and no existing recommendation is redirected."""
    there = {r["id"] for review in newest.values() for r in review.get("recommendations", ())}
    for redirect in redirects():
        if missing := [id for id in redirect["to"] if id not in there]:
            raise InputError(f"data/redirects.toml: {redirect['from']} leads to unknown ids: {', '.join(missing)}")
        if redirect["from"] in there:
            raise InputError(f"data/redirects.toml: {redirect['from']} is redirected but still exists")


def index_file(shared: dict[str, bytes], manifests: dict[str, dict[str, Any]]) -> bytes:
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "editions": manifests,
            "files": {name: entry(content) for name, content in shared.items()},
        }
    )


# -- one edition -----------------------------------------------------------------------------------


def edition_files(edition: str) -> dict[str, bytes]:
    """The files of one edition, its manifest last."""
    folder = DATA / edition
    described = toml(folder / "edition.toml")
    sources: dict[str, Source] = {}
    for path in sorted(folder.glob("sources*.toml")):
        for position, raw in enumerate(toml(path).get("source", [])):
            source = built(raw, Source, f"{path} source[{position}]")
            if source.id in sources:
                raise InputError(f"{path}: duplicate source: {source.id}")
            sources[source.id] = source
    reviews = {path.name: read_review(edition, path, sources) for path in sorted(folder.glob("kaz-*")) if path.is_dir()}
    cited = {source.id for review in reviews.values() for source in sources_of(review)}
    if unused := sorted(sources.keys() - cited):
        raise InputError(f"{folder}: uncited sources: {', '.join(unused)}")
    files = {
        f"{name}.json": dump({"type": "Review", **structuring.unstructure(review)}) for name, review in reviews.items()
    }
    files["sources.json"] = dump({"sources": [structuring.unstructure(sources[id]) for id in sorted(sources)]})
    manifest = {
        "edition": edition,
        "schema_version": SCHEMA_VERSION,
        **{key: str(value) for key, value in described.items()},
        "counts": {
            review.id: {
                "recommendations": len(review.recommendations),
                "statements": len(review.statements),
                "points": sum(len(statement.points) for statement in review.statements),
                "discrepancies": len(review.discrepancies),
            }
            for review in reviews.values()
        },
        "sources": len(sources),
        "files": {name: entry(content) for name, content in files.items()},
    }
    return {**files, "manifest.json": dump(manifest)}


def built(raw: Any, cls: Any, place: str, sources: dict[str, Source] | None = None) -> Any:
    try:
        return structuring.structure(raw, cls, sources)
    except InvalidDocumentError as error:
        raise InputError("\n".join(f"{place} {path}: {fault}" for path, fault in error.faults)) from None


def read_review(edition: str, folder: Path, sources: dict[str, Source]) -> Review:
    """One review, read from its folder and checked."""
    header = toml(folder / "review.toml")
    cycle = int(folder.name.rpartition("-")[2])
    id = f"{header.setdefault('state', 'KAZ')}-{cycle}"
    included = header.pop("include_statements", [])
    places = [*(DATA / other / folder.name for other in included), folder]
    statements = [row for place in places for row in toml(place / "statements.toml").get("statement", [])]
    for place in places:
        code_points(statements, table(place / "points.csv"))
    recommendations = [*toml(folder / "recommendations.toml").get("recommendation", []), *coded(folder, header)]
    for recommendation in recommendations:
        recommendation["id"] = f"{id}-{recommendation['number']}"
        for clause in recommendation.get("clauses", ()):
            clause["instruments"] = named_instruments(clause.get("instruments", ()))
    recommendations.sort(key=lambda recommendation: number_key(recommendation["number"]))
    coverage = header.setdefault("coverage", {})
    for name, held in (("recommendations", recommendations), ("statements", statements)):
        coverage.setdefault(name, {})["held"] = len(held)
    delegation = header.get("delegation", {})
    bodies = {body["id"]: body for body in delegation.get("institutions", [])}
    for delegate in [*([delegation["head"]] if "head" in delegation else []), *delegation.get("members", [])]:
        if isinstance(body := delegate.get("institution"), str):
            if body not in bodies:
                raise InputError(f"{folder}: {delegate['name']}: {body} is not among the delegation's institutions")
            delegate["institution"] = bodies[body]
    head_as_printed = header.pop("head_in_statements", None)
    for statement in statements:
        if head_as_printed and statement["speaker"].get("person", {}).get("name") == head_as_printed:
            statement["speaker"]["person"] = delegation["head"]
    raw = {
        **header,
        "id": id,
        "cycle": cycle,
        "edition": edition,
        "statements": statements,
        "recommendations": recommendations,
        "discrepancies": toml(folder / "discrepancies.toml").get("discrepancy", []),
        "notes": toml(folder / "notes.toml").get("note", []),
    }
    review: Review = built(raw, Review, str(folder.relative_to(ROOT)), sources)
    faults = faults_of(review)
    if joined := [r.id for r in review.recommendations if r.official_text or any(c.official_text for c in r.clauses)]:
        faults.append(("$.recommendations", f"official wording is never bundled: {', '.join(joined)}"))
    if faults:
        raise InputError("\n".join(f"{folder.relative_to(ROOT)} {path}: {fault}" for path, fault in faults))
    return review


def coded(folder: Path, header: dict[str, Any]) -> list[dict[str, Any]]:
    """Recommendations from the table of coded clauses and the positions by paragraph."""
    report = header.pop("report", None)  # the document from which the table was coded
    groups = toml(folder / "positions.toml").get("group", [])
    found: dict[str, dict[str, Any]] = {}
    for row in table(folder / "recommendations.csv"):
        number = row["number"]
        recommendation = found.setdefault(
            number,
            {
                "number": number,
                "clauses": [],
                "positions": positions_of(number, groups),
                "evidence": "official text",
                "text_sha256": row["text_sha256"],
                "citations": [{"source": report, "locator": f"para. {number}"}],
            },
        )
        recommendation["clauses"].append(
            {
                "actions": row["actions"].split(),
                "summary": row["summary"],
                "states": row["states"].split(),
                "themes": row["themes"].split(),
                "affected_persons": row["persons"].split(),
                "instruments": row["instruments"].split(),
            }
        )
    return list(found.values())


def code_points(statements: list[dict[str, Any]], codes: list[dict[str, str]]) -> None:
    """Give the points their ids, and the codes of a table of coded points."""
    by_id = {row["point"]: row for row in codes}
    for statement in statements:
        for position, point in enumerate(statement["points"], 1):
            point["id"] = f"{statement['id']}-p{position}"
            if row := by_id.pop(point["id"], None):
                point["themes"] = row["themes"].split()
                point["affected_persons"] = row["persons"].split()
                point["instruments"] = named_instruments(row["instruments"].split())
    if by_id:
        raise InputError(f"codes for points that do not exist: {', '.join(by_id)}")


def named_instruments(codes: Iterable[str]) -> list[dict[str, str]]:
    """Instruments with their manner, from codes like ``CAT:implement``."""
    return [dict(zip(("instrument", "manner"), code.split(":"), strict=True)) for code in codes]


def positions_of(number: str, groups: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The history of a recommendation's position: for each stage, the narrowest group that covers its number."""
    chosen: dict[str, dict[str, Any]] = {}
    paragraph = number.partition(".")[0]
    for group in groups:
        named = number in group.get("numbers", ())
        if not named and ("numbers" in group or group.get("paragraph") not in (paragraph, None)):
            continue
        before = chosen.get(group["stage"])
        if before is None or named:
            chosen[group["stage"]] = {**group, "named": named}
        elif not before["named"]:
            raise InputError(f"{number}: two groups give a position for the stage {group['stage']}")
    return [
        {key: value for key, value in chosen[stage].items() if key not in ("paragraph", "numbers", "named")}
        for stage in Stage
        if stage in chosen
    ]


# -- the build -------------------------------------------------------------------------------------


def validate(files: dict[str, bytes]) -> None:
    """Check every review against the JSON Schema."""
    import jsonschema

    validator = jsonschema.Draft202012Validator(review_schema())
    for name, content in files.items():
        if name.rpartition("/")[2].startswith("kaz-"):
            for error in validator.iter_errors(json.loads(content)):
                raise InputError(f"{name} {error.json_path}: {error.message}")


def all_files() -> dict[str, bytes]:
    """Every bundled file, by its name below ``editions/``, the index last. Raises InputError; writes nothing."""
    shared = shared_files()
    editions = sorted((path.parent.name for path in DATA.glob("*/edition.toml")), key=number_key)
    files: dict[str, bytes] = {}
    # States and themes are looked up in the tables just made, not in those of the last build
    with mock.patch.object(bundle, "read_json", lambda name: json.loads(shared[name])):
        for edition in editions:
            files |= {f"{edition}/{name}": content for name, content in edition_files(edition).items()}
    validate(files)
    check_redirects({n: json.loads(c) for n, c in files.items() if n.startswith(f"{editions[-1]}/kaz-")})
    manifests = {edition: entry(files[f"{edition}/manifest.json"]) for edition in editions}
    return {**shared, **files, "index.json": index_file(shared, manifests)}


def pinned(index: bytes) -> bytes:
    """The module that holds the hash of the index."""
    line = f'INDEX_SHA256 = "{hashlib.sha256(index).hexdigest()}"'
    return re.sub(rb'INDEX_SHA256 = "\w+"', line.encode(), (EDITIONS / PINNED).read_bytes())


def write(name: str, content: bytes) -> None:
    path = EDITIONS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; list the files that differ")
    check: bool = parser.parse_args().check
    try:
        files = all_files()
    except InputError as error:
        faults = str(error).splitlines()
        more = [f"… and {len(faults) - 20} more"] if len(faults) > 20 else []
        print(*faults[:20], *more, sep="\n", file=sys.stderr)
        return 1
    count = len(files)
    files[PINNED] = pinned(files["index.json"])
    there = {str(path.relative_to(EDITIONS)): path.read_bytes() for path in EDITIONS.rglob("*") if path.is_file()}
    there[PINNED] = (EDITIONS / PINNED).read_bytes()
    changed = [name for name, content in files.items() if there.get(name) != content]
    stray = sorted(there.keys() - files.keys())
    for name in changed:
        if not check:
            write(name, files[name])
        print(f"{'differs' if check else 'written'}: {name}")
    for name in stray:
        print(f"not listed: {name}")
    print(f"{count} files, {len(changed)} {'differ' if check else 'written'}")
    return 1 if stray or (check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
