"""What is installed: every package and its data, and nothing else from the repository's top."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("commands", "graph", "loaders", "queries", "viz")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What the pages' script is bundled from stays in the repository; the wheel carries the bundle.
WORKSHOP = {"__pycache__", "assets"}
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "node_modules")


def _top_level_sources() -> list[Path]:
    return [
        *ROOT.glob("*.py"),
        *ROOT.glob("*.toml"),
        *(ROOT / name for name in ("README.md", "LICENSE", "py.typed")),
    ]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names inside a wheel, built from a copy so that no build folder is left in
    the sources.
    """
    copy = tmp_path_factory.mktemp("sources")
    for path in _top_level_sources():
        shutil.copy(path, copy)
    for folder in (*FOLDERS, "samples"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, copy / folder, ignore=LEFT_OUT)
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(copy / "dist"),
        str(copy),
    ]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = (copy / "dist").glob("luocdo-*.whl")
    with ZipFile(built) as archive:
        return set(archive.namelist())


def _files(pattern: str, *folders: str) -> set[str]:
    found = (
        path for folder in folders for path in (ROOT / folder).rglob(pattern) if path.is_file()
    )
    return {
        f"luocdo/{path.relative_to(ROOT).as_posix()}"
        for path in found
        if not WORKSHOP & set(path.parts)
    }


def test_everything_is_below_the_one_package(wheel: set[str]) -> None:
    tops = {name.partition("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"luocdo"}


def test_the_root_gives_only_the_command_line(wheel: set[str]) -> None:
    at_root = {name for name in wheel if name.count("/") == 1 and name.startswith("luocdo/")}
    assert at_root <= {"luocdo/cli.py", "luocdo/py.typed"}


def test_every_module_of_the_folders_is_installed(wheel: set[str]) -> None:
    assert _files("*.py", *FOLDERS) - wheel == set()


@pytest.mark.parametrize("suffix", ["cypher", "toml", "tsv", "json", "html", "css", "js", "svg"])
def test_data_are_installed(wheel: set[str], suffix: str) -> None:
    assert _files(f"*.{suffix}", *FOLDERS) - wheel == set()


def test_samples_are_installed(wheel: set[str]) -> None:
    assert _files("*", "samples") - wheel == set()


def test_neither_tests_nor_workshop_are_installed(wheel: set[str]) -> None:
    strays = {
        name for name in wheel if {"tests", "bench", "docs", "tools"} & set(name.split("/")[:-1])
    }
    assert strays == set()


def test_every_package_stands_in_pyproject() -> None:
    setuptools = PROJECT["tool"]["setuptools"]
    folders = {
        path.parent.relative_to(ROOT)
        for name in FOLDERS
        for path in (ROOT / name).rglob("*.py")
        if not WORKSHOP & set(path.parts)
    }
    names = {"luocdo", *(".".join(("luocdo", *folder.parts)) for folder in folders)}
    assert set(setuptools["packages"]) == names
    assert set(setuptools["package-dir"]) == names


def _imported() -> set[str]:
    """The top-level names that the sources import, wherever in a module."""
    paths = [path for name in FOLDERS for path in (ROOT / name).rglob("*.py")]
    names: set[str] = set()
    for path in [*paths, *ROOT.glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add(node.module or "")
    return {name.partition(".")[0] for name in names} - {"luocdo"}


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_whatever_is_imported_is_a_declared_dependency() -> None:
    optional = PROJECT["project"]["optional-dependencies"].values()
    requirements = [
        *PROJECT["project"]["dependencies"],
        *(each for extra in optional for each in extra),
    ]
    declared = {_canonical(re.split(r"[<>=!~\[; ]", each, maxsplit=1)[0]) for each in requirements}
    providers = packages_distributions()
    undeclared = {
        name
        for name in _imported() - sys.stdlib_module_names
        if not declared & {_canonical(each) for each in providers.get(name, [])}
    }
    assert undeclared == set()


def test_the_licence_is_installed(wheel: set[str]) -> None:
    assert any(name.endswith("/licenses/LICENSE") for name in wheel)
