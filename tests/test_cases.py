"""Small documents, each with one kind of fault: every line of their expectations holds.

Those of ``tests/cases`` are the repository's own; others lie beside it, with a script that says
what their lines mean. For some of those the expectations are ours: ``tests/cases/beside``.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from case_lines import Exported, wrong_in
from click.testing import CliRunner

from luocdo.cli import main

if TYPE_CHECKING:
    from types import ModuleType

OWN = Path(__file__).with_name("cases")
CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
EXPECTED = sorted(CASES.glob("*.expect"))
EXPECTED_HERE = sorted(
    path for path in (OWN / "beside").glob("*.expect") if any(CASES.glob(f"{path.stem}.*"))
)


@cache
def checker() -> ModuleType:
    """The script that says what a line of an expectation means."""
    spec = importlib.util.spec_from_file_location("check_cases", CASES / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(store: str, *arguments: str) -> str:
    return CliRunner().invoke(main, [*arguments, "--store", store]).stdout


def exported(documents: list[Path], store: str) -> list[str]:
    told(store, "load", "--jobs", "1", *map(str, documents))
    return [
        line
        for line in told(store, "export", "--format", "jsonl").splitlines()
        if line.startswith("{")
    ]


def lines_of(expected: Path) -> list[str]:
    lines = (line.strip() for line in expected.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def read(documents: list[Path], folder: Path) -> tuple[Any, list[dict[str, str]]]:
    """Return the graph of ``documents`` as the checker sees it, and what `check` lists."""
    store = f"ladybug:{folder / 'kho.lbug'}"
    lines = exported(documents, store)
    issues = told(store, "check", "--format", "json", "--limit", "100000")
    return checker().Graph(lines), json.loads(issues) if issues.strip().startswith("[") else []


def documents_of(case: str) -> list[Path]:
    """Return the documents that lie beside the repository under the name of a case."""
    return sorted(
        path
        for path in CASES.glob(f"{case}.*")
        if not path.name.endswith((".expect", ".expected.md"))
    )


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.stem)
def test_every_line_of_a_case_holds(expected: Path, tmp_path: Path) -> None:
    graph, issues = read(documents_of(expected.stem), tmp_path)
    wrong = {line: checker().check_line(line, graph, issues) for line in lines_of(expected)}
    assert {line: found for line, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    "expected", [*sorted(OWN.glob("*.expect")), *EXPECTED_HERE], ids=lambda path: path.stem
)
def test_every_line_that_we_expect_holds(expected: Path, tmp_path: Path) -> None:
    own = expected.with_suffix(".txt")
    documents = [own] if own.exists() else documents_of(expected.stem)
    lines = exported(documents, f"ladybug:{tmp_path / 'kho.lbug'}")
    graph = Exported.of(map(json.loads, lines))
    wrong = {line: wrong_in(line, graph) for line in lines_of(expected)}
    assert {line: found for line, found in wrong.items() if found} == {}
