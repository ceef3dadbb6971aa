"""The suite on several Pythons, with the oldest libraries, and the long looks: ``nox -s NAME``."""

import shutil
from pathlib import Path

import nox

nox.options.sessions = ["tests", "lint", "docs"]
nox.options.reuse_existing_virtualenvs = True
#: uv installs an interpreter that is missing, and is what can choose the oldest libraries
nox.options.default_venv_backend = "uv|virtualenv"

PYTHONS = ["3.11", "3.12", "3.13"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the test suite, ``nox -s tests-3.13 -- -k dateline`` a part of it."""
    session.install(".[test]")
    session.run("pytest", "--quiet", *session.posargs)


@nox.session(python="3.11", venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Run the test suite with the oldest libraries that we say we work with."""
    session.install("--resolution", "lowest-direct", ".[test]")
    session.run("pytest", "--quiet", *session.posargs)


@nox.session(python="3.11")
def wheel(session: nox.Session) -> None:
    """Run the test suite on the built wheel, without the sources; what reads sources is left out."""
    session.install("build", "pytest>=8.2", "hypothesis>=6.100", "jsonschema>=4.21", "markdown-it-py>=3", "sybil>=9")
    folder = Path(session.create_tmp())
    shutil.rmtree(folder / "wheel", ignore_errors=True)
    session.run("python", "-m", "build", "--wheel", "--outdir", str(folder / "wheel"))
    session.install(*map(str, (folder / "wheel").glob("*.whl")), "--no-deps", "--force-reinstall")
    session.install("lxml", "attrs", "python-dateutil")
    for part in ("tests", "docs/reference"):
        shutil.copytree(part, folder / part, dirs_exist_ok=True)
    shutil.copy("pyproject.toml", folder)
    sources = ("test_architecture.py", "test_documentation.py", "test_import_time.py")
    ignored = [f"--ignore=tests/{name}" for name in sources]
    session.chdir(folder)
    session.run("pytest", "--quiet", "-o", "pythonpath=tests", *ignored, "tests", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and types, those that users see included."""
    session.install("-e", ".[test,lint,docs,bench]", "pyright[nodejs]", "nox")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("pyright", "--verifytypes", "articlekit", "--ignoreexternal")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation, every warning an error."""
    session.install(".[docs]")
    session.run("sphinx-build", "-W", "-q", "-b", "html", "docs", "docs/_build")


@nox.session(python="3.11")
def fuzz(session: nox.Session) -> None:
    """Fuzz every target, ``nox -s fuzz -- bylines`` one: a million inputs of each form, a hundred thousand pages."""
    session.install(".[test,fuzz]")
    few = {"pages": 100_000, "texts": 100_000, "mappings": 300_000}
    names = session.posargs or [*few, "datelines", "bylines", "notes", "captions", "credits", "end-matter"]
    for name in names:
        corpus = str(Path(session.create_tmp()) / "corpus" / name)
        fuzzed = ("python", "-m", "tests.fuzz", name, "--corpus", corpus)
        session.run(*fuzzed, "--runs", "10000")
        session.run(*fuzzed, "--runs", str(few.get(name, 1_000_000)), "--blindly", "1")


@nox.session(python="3.11")
def mutation(session: nox.Session) -> None:
    """Change the code at places drawn by chance and see whether the tests notice: ``-- 200 --seed 2`` at 200 others."""
    session.install("-e", ".[test,lint]", "mutmut>=3.8")
    session.run("python", "-m", "tests.mutation", *session.posargs)


@nox.session
def nightly(session: nox.Session) -> None:
    """What takes long or needs a browser: the view in Chromium, frames, real pages, every Python, fuzzing, mutation."""
    session.install(".[test,cli,frames,browser]")
    patient = "faulthandler_timeout=7200"  # by day a test of five minutes hangs
    session.run("pytest", "--quiet", "-o", patient, "tests", "src", env={"NIGHTLY": "1"})
    for python in PYTHONS:
        session.notify(f"tests-{python}")
    for name in ("lowest", "wheel", "fuzz", "mutation"):
        session.notify(name)
