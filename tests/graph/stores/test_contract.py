"""Every store holds one graph with its records and answers read-only questions the same way."""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.errors import QueryError
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.records import Issue
from luocdo.graph.stores.ladybug import LadybugStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from luocdo.graph.stores.base import Store

RECORDS = {"a.txt": b'{"file":"a.txt"}', "b.txt": b'{"file":"b.txt"}'}
EVIDENCE = {
    "source": "a.txt",
    "place": "Điều 1",
    "quote": "Thực hiện; 'trích' \"kép\"\n\tdòng",
    "from_char": 0,
    "to_char": 9,
    "reading": "stated",
}


def a_graph(name: str = "131/QĐ-TTg") -> Graph:
    nodes = (
        Node("Document", "doc:x", {"name": name, "status": "cited"}),
        Node(
            "Document",
            "doc:p",
            {"name": "100/KH-BGDĐT", "status": "loaded", "year": 2025, "draft": False},
        ),
        Node(
            "Task",
            "task:1",
            {"text": "việc", "basis": "none", "leaf": True, "origin": "annex", "ordinal": 1},
        ),
        Node("Unit", "unit:1", {"name": "Cục", "display": "Cục · Bộ", "known": True}),
    )
    edges = (
        Edge("IMPLEMENTS", "e1", "doc:p", "doc:x", {**EVIDENCE, "derives": True}),
        Edge("LED_BY", "e3", "task:1", "unit:1", {**EVIDENCE, "as_printed": "Cục"}),
        Edge("MANDATES", "e2", "doc:p", "task:1", EVIDENCE),
    )
    return Graph(nodes, edges, (("a.txt", Issue(kind="corrected", message="sửa", place="1")),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kho" / "x.lbug"


@pytest.fixture(params=["ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(
    request: pytest.FixtureRequest, path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    with _empty(request, path, monkeypatch) as opened:
        opened.replace(RECORDS, a_graph())
        yield opened


def cleared(url: str, monkeypatch: pytest.MonkeyPatch) -> Store:
    from neo4j import GraphDatabase

    from luocdo.graph.stores.neo4j import Neo4jStore

    address, _, host = url.rpartition("@")
    scheme, _, user = address.partition("://")
    name, _, password = user.partition(":")
    with GraphDatabase.driver(f"{scheme}://{host}", auth=(name, password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    return Neo4jStore(f"{scheme}://{name}@{host}")


def _empty(request: pytest.FixtureRequest, path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    if request.param == "ladybug":
        return LadybugStore(path, lambda _: nullcontext(a_graph()))
    return cleared(str(request.getfixturevalue("neo4j_server")), monkeypatch)


def test_what_was_written_is_read_back(store: Store) -> None:
    found = store.contents()
    assert {node.id: dict(node.properties) for node in found.nodes} == {
        node.id: dict(node.properties) for node in a_graph().nodes
    }
    assert {
        edge.id: (edge.type, edge.start, edge.end, dict(edge.properties)) for edge in found.edges
    } == {
        edge.id: (edge.type, edge.start, edge.end, dict(edge.properties))
        for edge in a_graph().edges
    }


def test_records_are_kept_as_they_were_given(store: Store) -> None:
    assert store.records() == RECORDS


def test_when_a_file_came_is_kept_until_its_bytes_change(store: Store) -> None:
    told = b'{"file":"c.txt","digest":"%s","reader":"%s"}'
    store.replace(RECORDS | {"c.txt": told % (b"d", b"r")}, a_graph())
    came = store.stamps()["c.txt"].came
    assert datetime.datetime.fromisoformat(came).tzinfo
    with pytest.MonkeyPatch.context() as later:
        for module in ("record_file", "server_records"):
            later.setattr(f"luocdo.graph.stores.{module}.now", lambda: "2999-01-01T00:00:00+00:00")
        store.replace(RECORDS | {"c.txt": told % (b"d", b"better")}, a_graph())
        assert store.stamps()["c.txt"].came == came
        store.replace(RECORDS | {"c.txt": told % (b"other", b"better")}, a_graph())
        assert store.stamps()["c.txt"].came.startswith("2999")


def test_the_state_is_another_after_a_change(store: Store) -> None:
    before = store.state()
    assert store.state() == before
    store.replace(RECORDS | {"c.txt": b'{"file":"c.txt"}'}, a_graph())
    assert store.state() != before


def test_replacing_leaves_nothing_of_the_old_graph(store: Store) -> None:
    store.replace({"a.txt": b'{"file":"a.txt"}'}, Graph(a_graph("749/QĐ-TTg").nodes[:1], (), ()))
    assert store.run("MATCH (n:Document) RETURN n.name AS name").rows == (("749/QĐ-TTg",),)
    assert store.run("MATCH (r:Remark) RETURN r.id AS id").rows == ()


def test_remarks_can_be_asked_for(store: Store) -> None:
    assert store.run("MATCH (r:Remark) RETURN r.kind AS kind, r.source AS source").rows == (
        ("corrected", "a.txt"),
    )


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("MATCH (n:Document) SET n.name = 'x'", "chỉ được hỏi"),  # a write
        ("CREATE (:Document {id: 'y'})", "chỉ được hỏi"),  # another
        ("MATCH (n:Document WHERE", "Cypher"),  # no Cypher
        (
            "MATCH (n:Document {id: $id}) RETURN n",
            r"thiếu tham số: \$id",
        ),  # Ladybug would take it for NULL
    ],
)
def test_what_is_no_read_only_question_is_refused(store: Store, query: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        store.run(query)
    assert store.contents().edges


def test_an_unused_parameter_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match=r"không dùng: \$id"):
        store.run("MATCH (n:Document) RETURN n.id AS key", {"id": "x"})


def test_nodes_edges_and_paths_come_as_plain_values(store: Store) -> None:
    query = "MATCH p = (d:Document {id: 'doc:p'})-[r:IMPLEMENTS]->(x:Document) RETURN d, r, p"
    ((node, edge, path),) = store.run(query).rows
    assert isinstance(node, dict)
    assert (node["_label"], node["id"], node["year"]) == ("Document", "doc:p", 2025)
    assert isinstance(edge, dict)
    assert (edge["_type"], edge["derives"], edge["quote"]) == (
        "IMPLEMENTS",
        True,
        EVIDENCE["quote"],
    )
    assert isinstance(path, dict)
    assert [step["id"] for step in path["nodes"]] == ["doc:p", "doc:x"]
    assert [(step["_start"], step["_end"]) for step in path["edges"]] == [("doc:p", "doc:x")]
