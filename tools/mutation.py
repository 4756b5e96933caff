"""Whether the tests notice changes of the code: mutants drawn at random, each run against the tests of its lines.

Used by ``nox -s mutants`` together with cosmic-ray, which makes the mutants and runs the tests:

    python tools/mutation.py draw SESSION [--number 400] [--seed 1]    keep a sample of the mutants
    python tools/mutation.py test                                      run the tests of the mutant in the work tree

A place in the code is drawn first, then one of its mutants, since a comparison alone has ten. Annotations are left out.
The tests of a line are those that ran it, by the contexts in the coverage file. Python must be allowed to write
bytecode, or every mutant compiles the package anew.
"""

import argparse
import ast
import random
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, WorkItem
from coverage import CoverageData

#: Tests that read every document at hand: too slow to run for every mutant, and seldom the only ones to notice it.
WHOLE_CORPUS = (
    "tests/documents/test_official_documents.py",
    "tests/mutations/",
    "tests/test_many_documents.py",
)
ROOTS = ("model", "reference", "completing", "checking", "documents", "conversion.py", "queries.py", "wording.py")


def draw(db: WorkDB, number: int, seed: int) -> None:
    """Keep so many mutants of a session, at places drawn at random."""
    places: dict[tuple[str, tuple[int, int]], list[WorkItem]] = {}
    annotated: dict[Path, list[ast.expr]] = {}
    for item in db.work_items:
        mutation = item.mutations[0]
        path = mutation.module_path
        if path.relative_to("src/kz_upr").parts[0] in ROOTS:
            kinds = annotated.setdefault(path, _annotations(path) if path not in annotated else [])
            if not any(_contains(kind, mutation) for kind in kinds):
                places.setdefault((path.as_posix(), mutation.start_pos), []).append(item)
    chance = random.Random(seed)  # noqa: S311
    kept = [
        chance.choice(sorted(places[place], key=lambda item: item.mutations[0].operator_name))
        for place in chance.sample(sorted(places), number)
    ]
    db.clear()
    db.add_work_items(kept)
    print(f"{len(kept)} mutants of {len(places):,} places")


def _annotations(path: Path) -> list[ast.expr]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    kinds = [node.annotation for node in nodes if isinstance(node, ast.arg | ast.AnnAssign)]
    kinds += [node.returns for node in nodes if isinstance(node, ast.FunctionDef)]
    return [kind for kind in kinds if kind is not None]


def _contains(kind: ast.expr, mutation: MutationSpec) -> bool:
    start, end = (kind.lineno, kind.col_offset), (kind.end_lineno or 0, kind.end_col_offset or 0)
    return bool(start <= mutation.start_pos and mutation.end_pos <= end)


def test() -> int:
    """Run the tests of the lines that differ from the last commit. 0 if all pass."""
    changed = subprocess.run(["git", "diff", "-U0", "--", "src"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    (name,) = re.findall(r"^--- a/(.*)", changed, re.MULTILINE)
    lines = {int(line) for line in re.findall(r"^@@ -(\d+)", changed, re.MULTILINE)}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider"]
    return subprocess.run([*command, *_tests_of(name, lines)], check=False).returncode


def _tests_of(name: str, lines: set[int]) -> list[str]:
    """The tests that ran one of these lines, those of the same module first.

    For a line that only an import runs, or of which attrs makes code: the tests that ran the module, those of its room
    if none did, and those of the public surface.
    """
    data = CoverageData()
    data.read()
    contexts = data.contexts_by_lineno(str(Path(name).resolve()))
    ran = _tests_in(contexts.get(line, []) for line in lines)
    own = Path("tests", Path(name).relative_to("src/kz_upr"))
    if not ran:
        ran = (_tests_in(contexts.values()) or {str(own.parent)}) | {"tests/test_surface.py"}
    mirrored = str(own.with_name(f"test_{own.name}"))
    return sorted(ran, key=lambda test: (not test.startswith(mirrored), not test.startswith("tests"), test))


def _tests_in(contexts: Iterable[list[str]]) -> set[str]:
    tests = {_test(context) for found in contexts for context in found if context}
    return {test for test in tests if not test.startswith(WHOLE_CORPUS)}


def _test(context: str) -> str:
    """The test of a context, without its parameters; of an example, the whole page, as examples build on each other."""
    test = context.partition("|")[0]
    return test.partition("[")[0] if test.startswith("tests/") else test.partition("::")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("session")
    drawing.add_argument("--number", type=int, default=400)
    drawing.add_argument("--seed", type=int, default=1)
    commands.add_parser("test")
    asked = parser.parse_args()
    if asked.command == "test":
        sys.exit(test())
    with use_db(asked.session, WorkDB.Mode.open) as db:
        draw(db, asked.number, asked.seed)


if __name__ == "__main__":
    main()
