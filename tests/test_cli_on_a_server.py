"""Every command answers on a Neo4j server as it does on the embedded file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from luocdo.cli import main

if TYPE_CHECKING:
    from conftest import Server

ROOT = Path(__file__).resolve().parent.parent
DAY = ("--as-of", "2025-11-23")
LOOK_UPS = {
    "owners": ("QĐ 131", "--duties", "--drafts", *DAY),
    "lineage": ("57-NQ/TW", *DAY),
    "document": ("131/QĐ-TTg", *DAY),
    "unit": ("cuc cntt", "--past", "--groups", *DAY),
    "due": ("--within", "2025", *DAY),
    "why": ("4268/QĐ-BGDĐT", "131/QĐ-TTg", *DAY),
    "query": ("owners", "-p", "id=131/QĐ-TTg", "--format", "json"),
    "cypher": (
        "MATCH (t:Task)-[r:LED_BY]->(u:Unit) RETURN t, r, u.name AS name ORDER BY r.id LIMIT 20",
    ),
    "centrality": DAY,
    "reports": ("100/KH-BGDĐT", *DAY),
    "approvals": ("QĐ 131", *DAY),
    "changes": ("100/KH-BGDĐT", *DAY),
    "money": ("131/QĐ-TTg", *DAY),
    "targets": ("142/QĐ-TTg", *DAY),
    "documents": DAY,
    "units": DAY,
    "gaps": ("03/NQ-CP", *DAY),
    "conflicts": DAY,
    "find": ("tri", "tue", "nhan", "tao", "--drafts", "--loose", *DAY),
    "new": ("--issued", "--since", "1/1/2020", *DAY),
    "compare": ("03/NQ-CP", "100/KH-BGDĐT", *DAY),
    "ask": ("cục cntt có việc nào quá hạn theo QĐ 131", *DAY),
    "check": DAY,
    "export": ("--format", "jsonl"),
}
NO_ANSWER = {
    "load",
    "forget",
    "sync",
    "view",
    "browser",
    "serve",
    "mcp",
    "demo",
    "identify",
    "correct",
    "corrections",
    "undo",
    "review",
    "queries",
}  # nothing to compare, or told below

pytestmark = pytest.mark.neo4j


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result.output


def test_no_command_is_forgotten_here() -> None:
    takes_a_store = {
        name
        for name, command in main.commands.items()
        if any(p.name == "store" for p in command.params)
    }
    assert takes_a_store - NO_ANSWER <= LOOK_UPS.keys()


@pytest.fixture
def loaded(server: Server, sample_store: str) -> str:
    run("sync", "--store", sample_store, "--to", server.url)
    return server.url


def test_a_look_up_prints_the_same(loaded: str, sample_store: str) -> None:
    for name, arguments in LOOK_UPS.items():
        if name == "find":  # it looks into the files too, which a copied graph has not
            continue
        printed = run(name, *arguments, "--store", sample_store)
        assert printed.strip(), name
        assert run(name, *arguments, "--store", loaded) == printed, name


def test_a_picture_is_the_same(loaded: str, sample_store: str, tmp_path: Path) -> None:
    pages = {url: tmp_path / f"{number}.html" for number, url in enumerate((loaded, sample_store))}
    for url, page in pages.items():
        run("view", "QĐ 131", *DAY, "-o", str(page), "--store", url)
    assert pages[loaded].read_bytes() == pages[sample_store].read_bytes()


def test_files_are_loaded_and_forgotten_on_the_server_itself(server: Server) -> None:
    run("load", str(ROOT / "samples"), "--store", server.url, "--jobs", "1")
    assert run("unit", "cuc cntt", "--store", server.url).startswith("Cục Công nghệ thông tin")
    run("forget", "131-qd-ttg.txt", "--store", server.url)
    left = run("cypher", "MATCH (f:SourceFile) RETURN f.id AS file", "--store", server.url)
    assert "131-qd-ttg.txt" not in left
    assert ".txt" in left


@pytest.mark.parametrize(
    "text", ["CREATE (:Document {id: 'x'})", "MATCH (n:Unit) SET n.name = 'x' RETURN n"]
)
def test_a_question_that_writes_is_refused(loaded: str, text: str) -> None:
    assert "chỉ được hỏi" in run("cypher", text, "--store", loaded, code=2)


def test_a_server_against_the_file_is_compared_in_both_directions(
    loaded: str, sample_store: str
) -> None:
    between = ("--store", sample_store, "--to", loaded)
    assert "hai kho giống nhau" in run("sync", *between, "--check")
    run("forget", "131-qd-ttg.txt", "--store", loaded)
    assert "thiếu ở đích" in run("sync", *between, "--check", code=1)
    assert "thừa ở đích" in run("sync", "--store", loaded, "--to", sample_store, "--check", code=1)
    run("sync", *between)
    assert "hai kho giống nhau" in run("sync", *between, "--check")


def test_a_password_is_asked_for_only_at_a_terminal_and_never_shown(
    loaded: str, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD")
    assert "đặt biến NEO4J_PASSWORD" in run("owners", "QĐ 131", "--store", loaded, code=3)
    told = run(
        "owners",
        "QĐ 131",
        "--store",
        loaded.replace("neo4j@", f"neo4j:{server.password}@"),
        code=3,
    )
    assert "không đặt mật khẩu trong địa chỉ kho" in told
    assert server.password not in told
