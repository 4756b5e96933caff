"""The checks of the project. ``nox`` runs all of them, ``nox -s tests`` one."""

import os
import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2024.4"
nox.options.error_on_external_run = True
nox.options.default_venv_backend = "virtualenv"
nox.options.sessions = ["lint", "typing", "tests", "data", "docs", "wheel"]

PYPROJECT = nox.project.load_toml("pyproject.toml")
SHARED = Path("..") / "shared"


def install(session: nox.Session, *groups: str, package: str = ".[documents]") -> None:
    session.install(package, *(need for group in groups for need in nox.project.dependency_groups(PYPROJECT, group)))


@nox.session
def tests(session: nox.Session) -> None:
    """The tests and every example, against the installed package, in two processes unless told otherwise."""
    install(session, "tests")
    session.run("pytest", *(session.posargs or ("-n", "2")))


@nox.session
def coverage(session: nox.Session) -> None:
    """The share of statements and branches that the tests run, also in the processes that they start; at least 98 %."""
    install(session, "tests", "coverage", package="-e.[documents]")
    session.run("pytest", "-q", "-n", "2", "--cov", "--cov-report=", *session.posargs)
    session.run("coverage", "report", "--fail-under=98")


@nox.session
def mutations(session: nox.Session) -> None:
    """2,000 documents damaged by chance (``-- --seed 2``): none may differ in silence, but for the known classes."""
    documents = SHARED / "corpus" / "documents"
    if not documents.is_dir():
        session.skip(f"no {documents}: there is nothing to damage")
    install(session, "tests")
    session.run("python", "-m", "mutations", str(documents), *session.posargs, env={"PYTHONPATH": "tests"})


@nox.session
def lint(session: nox.Session) -> None:
    """Format, lint, and the contract of imports."""
    install(session, "lint")
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("lint-imports")


@nox.session
def typing(session: nox.Session) -> None:
    """Types: of the package, its tests and a user's program; every public name must be typed."""
    install(session, "typing", package="-e.[documents]")
    session.install("nox")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--ignoreexternal", "--verifytypes", "kz_upr")


@nox.session
def data(session: nox.Session) -> None:
    """The bundled files are what the inputs give, and share no sentence with a source."""
    install(session, "tests")
    session.run("python", "tools/build.py", "--check")
    tool = SHARED / "tools" / "borrowed_sentences.py"
    if tool.exists():
        session.run("python", str(tool))
    else:
        session.warn(f"no {tool}: borrowed sentences are not checked")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, warnings as errors, and the tests of its pictures."""
    install(session, "docs", "tests")
    session.run("pytest", "-q", "tests/test_pictures.py")
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel and test what users install, without the sources beside it."""
    session.install("build")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", "dist", silent=True)
    (built,) = Path("dist").glob("*.whl")
    size = built.stat().st_size
    session.log(f"{built.name}: {size / 1024:.0f} KiB")
    if size > 500 * 1024:
        session.error("the wheel is larger than 500 KiB")
    session.install(str(built.resolve()), "pytest", "hypothesis", "jsonschema", "sybil", "--force-reinstall")
    tests = Path("tests").resolve()
    with session.chdir(session.create_tmp()):
        session.run("python", "-I", "-m", "kz_upr")
        session.run(
            "python", "-m", "pytest", "-q", "-c", os.devnull, "-p", "no:cacheprovider", str(tests / "test_installed.py")
        )


@nox.session
def mutants(session: nox.Session) -> None:
    """Mutants of the code, drawn by a fixed seed, and those that no test notices. Takes hours.

    Works on a copy of the last commit; options go to the drawing: ``nox -s mutants -- --number 20 --seed 7``.
    """
    copy = Path(session.create_tmp()).resolve() / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    session.run("git", "clone", "--quiet", ".", str(copy), external=True)
    session.env["KZ_UPR_CORPUS"] = str(SHARED.resolve())
    session.env["PYTHONDONTWRITEBYTECODE"] = ""  # or every mutant would compile the package anew
    install(session, "tests", "coverage", "mutation", package=f"-e{copy}[documents]")
    with session.chdir(copy):
        session.run("pytest", "-q", "-n", "2", "--cov", "--cov-context=test")
        session.run("cosmic-ray", "init", "tools/mutation.toml", "mutants.sqlite")
        session.run("python", "tools/mutation.py", "draw", "mutants.sqlite", *session.posargs)
        session.run("cosmic-ray", "exec", "tools/mutation.toml", "mutants.sqlite")
        session.run("cr-report", "--surviving-only", "--show-diff", "mutants.sqlite")


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Speed and size, as ratios in one run."""
    install(session, "tests")
    for script in sorted(Path("benchmarks").glob("*.py")):
        session.run("python", str(script), *session.posargs)


if __name__ == "__main__":
    sys.exit("run it with nox")
