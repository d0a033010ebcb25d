"""Every store holds one graph with its records and answers read-only questions the same way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from luocdo.graph.errors import QueryError, StoreError
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.records import Issue
from luocdo.graph.stores.base import Store, bare, check_parameters
from luocdo.graph.stores.dialect import for_ladybug
from luocdo.graph.stores.ladybug import LadybugStore, encode_records, read_records

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
        Node("Document", "doc:p", {"name": "100/KH-BGDĐT", "status": "loaded", "year": 2025, "draft": False}),
        Node("Task", "task:1", {"text": "việc", "basis": "none", "leaf": True, "origin": "annex", "ordinal": 1}),
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


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with LadybugStore(path, lambda _: a_graph()) as opened:
        opened.replace(RECORDS, a_graph())
        yield opened


def test_what_was_written_is_read_back(store: Store) -> None:
    found = store.contents()
    assert {node.id: dict(node.properties) for node in found.nodes} == {
        node.id: dict(node.properties) for node in a_graph().nodes
    }
    assert {edge.id: (edge.type, edge.start, edge.end, dict(edge.properties)) for edge in found.edges} == {
        edge.id: (edge.type, edge.start, edge.end, dict(edge.properties)) for edge in a_graph().edges
    }


def test_records_are_kept_as_they_were_given(store: Store) -> None:
    assert store.records() == RECORDS


def test_replacing_leaves_nothing_of_the_old_graph(store: Store) -> None:
    store.replace({"a.txt": b'{"file":"a.txt"}'}, Graph(a_graph("749/QĐ-TTg").nodes[:1], (), ()))
    assert store.run("MATCH (n:Document) RETURN n.name AS name").rows == (("749/QĐ-TTg",),)
    assert store.run("MATCH (r:Remark) RETURN r.id AS id").rows == ()


def test_remarks_can_be_asked_for(store: Store) -> None:
    assert store.run("MATCH (r:Remark) RETURN r.kind AS kind, r.source AS source").rows == (("corrected", "a.txt"),)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("MATCH (n:Document) SET n.name = 'x'", "chỉ được hỏi"),  # a write
        ("CREATE (:Document {id: 'y'})", "chỉ được hỏi"),  # another
        ("MATCH (n:Document WHERE", "Cypher"),  # no Cypher
        ("MATCH (n:Nothing) RETURN n", "Cypher"),  # a label the schema does not have
        ("MATCH (n:Document {id: $id}) RETURN n", r"thiếu tham số: \$id"),  # Ladybug would take it for NULL
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
    assert (edge["_type"], edge["derives"], edge["quote"]) == ("IMPLEMENTS", True, EVIDENCE["quote"])
    assert isinstance(path, dict)
    assert [step["id"] for step in path["nodes"]] == ["doc:p", "doc:x"]
    assert [(step["_start"], step["_end"]) for step in path["edges"]] == [("doc:p", "doc:x")]


def test_a_crash_while_loading_leaves_the_old_state(path: Path, store: Store) -> None:
    broken = Graph(a_graph().nodes, (Edge("LED_BY", "e", "doc:p", "unit:1", {}),), ())
    with pytest.raises((RuntimeError, StoreError)):
        store.replace({"c.txt": b'{"file":"c.txt"}'}, broken)
    with LadybugStore(path, lambda _: a_graph()) as again:
        assert again.records() == RECORDS
        assert len(again.contents().edges) == 3


@pytest.mark.parametrize("damage", [b"", None], ids=["emptied", "deleted"])
def test_a_lost_graph_is_built_anew_from_the_records(path: Path, store: Store, damage: bytes | None) -> None:
    store.close()
    path.unlink() if damage is None else path.write_bytes(damage)
    with LadybugStore(path, lambda records: a_graph(",".join(records))) as again:
        assert again.run("MATCH (n:Document {id: 'doc:x'}) RETURN n.name AS name").rows == (("a.txt,b.txt",),)


def test_records_whose_bytes_were_changed_are_refused(path: Path, store: Store) -> None:
    store.close()
    kept = path.with_name(path.name + ".records")
    kept.write_bytes(kept.read_bytes().replace(b"b.txt", b"c.txt", 1))
    with pytest.raises(StoreError, match="hỏng"):
        read_records(kept)


def test_records_do_not_depend_on_their_order() -> None:
    assert encode_records(RECORDS) == encode_records(dict(reversed(RECORDS.items())))


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    with (
        LadybugStore(tmp_path / "none.lbug", lambda _: a_graph()) as empty,
        pytest.raises(StoreError, match="luocdo load"),
    ):
        empty.run("MATCH (n:Document) RETURN n")


def test_a_second_writer_is_refused_with_the_number_of_the_first(path: Path, store: Store) -> None:
    holder = (
        "import sys, pathlib, filelock, os\n"
        "lock = filelock.FileLock(sys.argv[1] + '.lock'); lock.acquire()\n"
        "pathlib.Path(sys.argv[1] + '.writer').write_text(str(os.getpid()))\n"
        "print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=str(other.pid)):
            store.replace(RECORDS, a_graph())
        other.communicate("")


@pytest.mark.parametrize(
    ("portable", "ladybug"),
    [
        ("-[:A|B*1..30 {derives: true}]->", "-[:A|B* SHORTEST 1..30 {derives: true}]->"),  # a closure ends early
        ("-[:PART_OF*0..3]->", "-[:PART_OF*0..3]->"),  # few steps stay
        ("// paths: trail\n-[:A*1..10]->", "// paths: trail\n-[:A* TRAIL 1..10]->"),  # paths are shown
        ("p = shortestPath((a)-[:A*1..10]-(b))", "p = (a)-[:A* SHORTEST 1..10]-(b)"),  # both ends bound
    ],
)
def test_the_dialect_rewrites_only_variable_lengths(portable: str, ladybug: str) -> None:
    assert for_ladybug(portable) == ladybug


def test_parameters_in_strings_and_comments_do_not_count() -> None:
    query = "// $comment\nMATCH (n {id: $id}) WHERE n.name <> '$text // $more' RETURN n"
    check_parameters(query, {"id": 1})
    assert "$comment" not in bare(query)
