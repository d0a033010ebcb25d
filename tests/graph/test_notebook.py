"""py2neo on the settings of luocdo: it reads what was loaded, by its own means."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from small_graph import RECORDS, small_graph

from luocdo.graph.errors import StoreError
from luocdo.graph.notebook import py2neo_graph
from luocdo.graph.stores.neo4j import Neo4jStore

if TYPE_CHECKING:
    from conftest import Server


NOTEBOOK = """
from luocdo.graph.notebook import py2neo_graph
graph = py2neo_graph()
rows = graph.run("MATCH (:Task)-[:LED_BY]->(u:Unit) RETURN DISTINCT u.name AS name ORDER BY name").to_table()
print(*(row[0] for row in rows), graph.nodes.match("Document", number="131/QĐ-TTg").first()["date"], sep="|")
"""


@pytest.mark.neo4j
def test_a_notebook_reads_what_was_loaded(server: Server) -> None:
    with Neo4jStore(server.url) as store:
        store.replace(RECORDS, small_graph())
    # A process of its own, as a notebook is: py2neo leaves its sockets open.
    told = subprocess.run(
        [sys.executable, "-c", NOTEBOOK],
        env={**os.environ, "LUOCDO_STORE": server.url, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (
        told.stdout.strip() == "Các đơn vị thuộc Bộ|Cục Công nghệ thông tin|Văn phòng|2022-01-25"
    ), told.stderr


def test_a_file_is_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOCDO_STORE", "ladybug:x.lbug")
    with pytest.raises(StoreError, match="neo4j://"):
        py2neo_graph()


def test_without_py2neo_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py2neo", None)
    with pytest.raises(StoreError, match=r"pip install luocdo\[py2neo\]"):
        py2neo_graph("bolt://localhost")
