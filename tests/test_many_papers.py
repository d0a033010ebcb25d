"""Every answer and every export holds at two thousand papers that carry out one decision."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner
from many_papers import DECISION, ROWS, papers

from luocdo.cli import main
from luocdo.graph.export import FORMATS
from luocdo.graph.library import change
from luocdo.graph.stores.opening import open_store

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = 2000


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"ladybug:{tmp_path_factory.mktemp('many') / 'x.lbug'}"
    with open_store(address) as store:
        change(store, {record.file: record for record in papers(PAPERS)})
    return address


def told(url: str, *arguments: str) -> str:
    result = CliRunner().invoke(main, [*arguments, "--store", url])
    assert result.exit_code == 0, result.output[-2000:]
    return result.stdout


def test_owners_lists_every_assignment_of_every_paper(url: str) -> None:
    rows = json.loads(told(url, "owners", DECISION, "--format", "json"))
    assert len({row["task"] for row in rows}) == PAPERS * (
        ROWS - 1
    )  # one row of five stands in the body
    assert {row["block"] for row in rows} == {"stated", "inferred"}
    assert "VĂN BẢN TRIỂN KHAI: còn 1990 văn bản nữa" in told(url, "owners", DECISION)


@pytest.mark.parametrize(
    "arguments",
    [
        ("unit", "Cục Công nghệ thông tin · Bộ Khoa học và Công nghệ"),
        ("due", "--within", "2026"),
        ("due", "--within", "2026", "--document", DECISION),
        ("document", DECISION),
        ("lineage", DECISION),
        ("check",),
        ("centrality",),
    ],
)
def test_other_questions_answer(url: str, arguments: tuple[str, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(told(url, *arguments, "--format", "csv"))))
    assert rows


@pytest.mark.parametrize("kind", ["owners", "lineage"])
def test_the_page_is_drawn(url: str, kind: str, tmp_path: Path) -> None:
    told(url, "view", DECISION, "--answer", kind, "-o", str(tmp_path / "x.html"))
    assert DECISION in (tmp_path / "x.html").read_text("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_written(url: str, form: str, tmp_path: Path) -> None:
    file = tmp_path / f"x.{form}"
    told(url, "export", "--format", form, "-o", str(file))
    if form == "xlsx":
        book = openpyxl.load_workbook(file, read_only=True)
        assert book["Phân công"].max_row == PAPERS * ROWS + 1
    elif form == "mermaid":  # documents and what joins them, no tasks
        assert file.read_text("utf-8").count("-->") >= PAPERS
    else:
        assert file.stat().st_size > PAPERS * ROWS * 100
