"""The store by URL: what goes wrong is said in one sentence, and a load that was cut off is done
again by repeating it.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from luocdo.graph.errors import QueryError, StoreError
from luocdo.graph.library import change, rebuild
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.records import encode
from luocdo.graph.stores.neo4j import Neo4jStore
from luocdo.graph.stores.stamps import Stamp, arrived
from luocdo.graph.syncing import drift
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from luocdo.graph.records import FileRecord

PLAN = (
    "BỘ Y TẾ\n\nSố: {number}/KH-BYT\n\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra lần "
    "{number}\n\nCăn cứ Quyết định số 131/QĐ-TTg của Thủ tướng Chính phủ;\n\nBộ ban hành Kế hoạch "
    "như sau:\n1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày 30/9/2025.\n"
)
RECORDS = {"a.txt": b'{"file":"a.txt"}'}
NODES = tuple(
    Node("Document", f"doc:{n}", {"name": f"{n}/QĐ-TTg", "status": "cited"}) for n in range(30)
)
EDGES = tuple(
    Edge("BASED_ON", f"e{n}", f"doc:{n}", f"doc:{n + 1}", {"quote": "căn cứ", "derives": True})
    for n in range(29)
)


def _split(url: str) -> tuple[str, str]:
    """Return the URL without its password, and the password."""
    before, _, host = url.rpartition("@")
    plain, _, password = before.rpartition(":")
    return f"{plain}@{host}", password


@pytest.fixture
def store(neo4j_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Neo4jStore]:
    url, password = _split(neo4j_server)
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    with Neo4jStore(url) as opened:
        opened.replace({}, Graph((), (), ()))
        yield opened


@pytest.mark.neo4j
def test_a_load_writes_only_what_differs_and_deletes_what_is_gone(store: Neo4jStore) -> None:
    store.replace(RECORDS, Graph(NODES, EDGES, ()))
    fewer = Graph((Node("Document", "doc:0", {"name": "tên mới"}), *NODES[1:10]), EDGES[:9], ())
    store.replace({}, fewer)
    held = store.contents()
    assert {node.id: dict(node.properties) for node in held.nodes} == {
        node.id: dict(node.properties) for node in fewer.nodes
    }
    assert {edge.id for edge in held.edges} == {edge.id for edge in fewer.edges}
    assert store.records() == {}


@pytest.mark.neo4j
def test_an_edge_that_someone_moved_by_hand_is_put_back(
    store: Neo4jStore, neo4j_server: str
) -> None:
    from neo4j import GraphDatabase

    store.replace(RECORDS, Graph(NODES, EDGES, ()))
    parts = urlsplit(neo4j_server)
    move = """MATCH (a)-[r:BASED_ON {id: 'e0'}]->() MATCH (b:Document {id: 'doc:20'})
              CREATE (a)-[s:BASED_ON]->(b) SET s = properties(r) DELETE r"""
    with GraphDatabase.driver(
        f"bolt://{parts.hostname}:{parts.port}", auth=("neo4j", parts.password)
    ) as driver:
        driver.execute_query(move)
    store.replace(RECORDS, Graph(NODES, EDGES, ()))
    assert {edge.id: edge.end for edge in store.contents().edges} == {
        edge.id: edge.end for edge in EDGES
    }


@pytest.mark.neo4j
def test_a_load_tells_how_far_it_is(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luocdo.graph.stores.server_graph.BATCH", 20)
    heard: list[str] = []
    store.replace(RECORDS, Graph(NODES, EDGES, ()), heard.append)
    assert heard == [
        "Document: 20/30", "Document: 30/30",
        "BASED_ON Document → Document: 20/29", "BASED_ON Document → Document: 29/29",
    ]  # fmt: skip


@pytest.mark.neo4j
def test_a_load_during_which_the_server_was_killed_is_done_by_repeating_it(
    mortal_neo4j: Callable[[], AbstractContextManager[tuple[str, subprocess.Popen[bytes]]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("luocdo.graph.stores.neo4j._RETRY_SECONDS", 1)
    whole = Graph(NODES, EDGES, ())
    with mortal_neo4j() as (url, server):
        plain, password = _split(url)
        monkeypatch.setenv("NEO4J_PASSWORD", password)

        def kill(_: str) -> None:
            server.kill()
            server.wait()

        with Neo4jStore(plain) as store, pytest.raises(StoreError, match="không tới được"):
            store.replace(RECORDS, whole, kill)  # the nodes are written, then it dies
    with mortal_neo4j() as (url, _), Neo4jStore(_split(url)[0]) as store:
        assert store.records() == {}
        store.replace(RECORDS, whole)
        held = store.contents()
        assert {node.id for node in held.nodes} == {node.id for node in whole.nodes}
        assert {edge.id for edge in held.edges} == {edge.id for edge in whole.edges}
        assert store.records() == RECORDS


@pytest.mark.neo4j
def test_a_load_that_was_cut_off_is_done_by_repeating_it(
    store: Neo4jStore, neo4j_server: str
) -> None:
    store.replace({}, Graph(NODES[:7], EDGES[:3], ()))  # as far as a killed load may have come
    store.replace(RECORDS, Graph(NODES, EDGES, ()))
    store.replace(RECORDS, Graph(NODES, EDGES, ()))
    with Neo4jStore(_split(neo4j_server)[0]) as other:
        assert not drift(store, other)
        assert len(other.contents().edges) == len(EDGES)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, where the ledger of a server lies."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def _plan(number: int) -> dict[str, FileRecord]:
    file = f"{number}.txt"
    text = PLAN.format(number=number)
    return {file: read_record(decode_source(file, text.encode()))}


def _holds_a_fresh_build(store: Neo4jStore) -> bool:
    held, fresh = store.contents(), rebuild(store.records())
    return {one.id: one for one in (*held.nodes, *held.edges)} == {
        one.id: one for one in (*fresh.nodes, *fresh.edges)
    }


@pytest.mark.neo4j
def test_a_change_is_written_as_what_it_changes(store: Neo4jStore, cache: Path) -> None:
    said: list[str] = []
    change(store, _plan(11) | _plan(12))
    for new, gone in ((_plan(13), set()), ({}, {"12.txt"}), (_plan(12), {"11.txt"})):
        change(store, new, frozenset(gone), said.append)
        assert _holds_a_fresh_build(store)
    assert len(said) == 3
    assert all(one.endswith("nút và cạnh đã đổi") for one in said)
    assert [one.name.partition(".")[2] for one in (cache / "luocdo").iterdir()] == ["ledger"]


def _interrupt(_: str) -> None:
    raise InterruptedError


@pytest.mark.neo4j
@pytest.mark.parametrize("spoilt", ["no ledger", "another machine", "cut off"])
def test_a_graph_that_the_ledger_does_not_tell_is_compared_whole(
    store: Neo4jStore, cache: Path, monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    change(store, _plan(11))
    if spoilt == "no ledger":
        next((cache / "luocdo").iterdir()).unlink()
    elif spoilt == "another machine":
        records = {file: encode(record) for file, record in _plan(12).items()}
        store.replace(records, rebuild(records))
    else:  # in the middle of many nodes
        monkeypatch.setattr("luocdo.graph.stores.server_graph.AT_ONCE", 0)
        with pytest.raises(InterruptedError):
            change(store, _plan(12), say=_interrupt)
        monkeypatch.setattr("luocdo.graph.stores.server_graph.AT_ONCE", 1000)
    change(store, _plan(13))
    assert _holds_a_fresh_build(store)
    change(store, _plan(14))
    assert _holds_a_fresh_build(store)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Document) SET n.name = 'x'",
        "CREATE INDEX FOR (n:Task) ON (n.text)",
    ],
)
def test_a_question_that_writes_is_refused(store: Neo4jStore, query: str) -> None:
    store.replace(RECORDS, Graph(NODES, EDGES, ()))
    with pytest.raises(QueryError, match="chỉ được hỏi"):
        store.run(query)
    assert len(store.contents().nodes) == len(NODES)


@pytest.mark.neo4j
def test_the_server_itself_refuses_to_write_in_a_reading_session(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("luocdo.graph.stores.neo4j._only_reads", lambda *_: None)
    with pytest.raises(QueryError, match="chỉ được hỏi"):
        store.run("CREATE (:Document {id: 'x'})")


@pytest.mark.neo4j
def test_a_wrong_password_is_told_without_showing_it(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "sai-mat-khau")
    with (
        Neo4jStore(store.url) as locked,
        pytest.raises(StoreError, match="sai tên hoặc mật khẩu") as caught,
    ):
        locked.run("MATCH (n:Document) RETURN n LIMIT 1")
    assert "sai-mat-khau" not in str(caught.value)


@pytest.mark.neo4j
def test_a_server_too_old_is_refused(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("luocdo.graph.stores.neo4j._OLDEST", 6)
    with Neo4jStore(store.url) as old, pytest.raises(StoreError, match="máy chủ quá cũ"):
        old.run("MATCH (n:Document) RETURN n LIMIT 1")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"\0\0\0\0", "quá cũ"),  # speaks no version of Bolt that the driver speaks
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "Bolt"),  # the port of the web page
    ],
)
def test_what_is_no_server_of_today_is_told(
    answer: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_answer_each, args=(listener, answer), daemon=True).start()
        url = f"bolt://neo4j@127.0.0.1:{listener.getsockname()[1]}"
        with Neo4jStore(url) as store, pytest.raises(StoreError, match=said):
            store.run("MATCH (n:Document) RETURN n LIMIT 1")


def _answer_each(listener: socket.socket, answer: bytes) -> None:
    """Answer each caller's greeting, until the listener is closed."""
    with suppress(OSError):
        while True:
            caller, _ = listener.accept()
            with caller:
                caller.recv(64)
                caller.sendall(answer)


def test_an_unreachable_server_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (
        Neo4jStore(f"bolt://neo4j@127.0.0.1:{port}") as store,
        pytest.raises(StoreError, match="không tới được"),
    ):
        store.run("MATCH (n:Document) RETURN n LIMIT 1")


@pytest.mark.neo4j
def test_a_second_writer_waits_then_is_refused_with_the_number_of_the_first(
    store: Neo4jStore, neo4j_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, _ = _split(neo4j_server)
    monkeypatch.setattr("luocdo.graph.stores.server_records.PATIENCE", 0.5)
    with Neo4jStore(url) as second, store.writing():
        with pytest.raises(StoreError, match=f"tiến trình {os.getpid()}"):
            second.replace(RECORDS, Graph((), (), ()))
        store.replace(RECORDS, Graph((), (), ()))  # the first holds it as often as it likes
    assert store.records() == RECORDS


@pytest.mark.neo4j
def test_the_lease_of_a_writer_that_died_ends_by_itself(
    store: Neo4jStore, neo4j_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("luocdo.graph.stores.lease.LEASE", 0.5)
    url, password = _split(neo4j_server)
    killed = (
        "import os, sys\n"
        "from luocdo.graph.stores import lease\n"
        "from luocdo.graph.stores.neo4j import Neo4jStore\n"
        "lease.LEASE = 0.5\n"
        "with Neo4jStore(sys.argv[1]).writing():\n"
        "    os._exit(9)\n"
    )
    environment = {**os.environ, "NEO4J_PASSWORD": password}
    assert (
        subprocess.run(
            [sys.executable, "-c", killed, url], check=False, env=environment
        ).returncode
        == 9
    )
    store.replace(RECORDS, Graph((), (), ()))
    assert store.records() == RECORDS


@pytest.mark.neo4j
def test_what_arrived_waits_unseen_until_it_is_kept(store: Neo4jStore) -> None:
    store.stage(
        [arrived("b.txt", b'{"file":"b.txt","digest":"d","reader":"r"}', "/van-ban/b.txt")]
    )
    assert store.records() == {}
    assert store.arrived() == {"b.txt": Stamp("d", "r", "/van-ban/b.txt")}
    store.replace(store.arrived_records(["b.txt"]), Graph((), (), ()))
    assert store.arrived() == {}
    assert store.stamps() == {"b.txt": Stamp("d", "r", "/van-ban/b.txt")}


@pytest.mark.neo4j
def test_a_difference_is_written_whole_or_not_at_all(
    store: Neo4jStore, neo4j_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.replace(RECORDS, Graph(NODES, EDGES, ()))
    seen: list[int] = []

    def fails(*_: object) -> None:
        with Neo4jStore(_split(neo4j_server)[0]) as reader:
            seen.append(len(reader.run("MATCH (d:Document) RETURN d.id AS id").rows))
        raise StoreError("đứt")  # noqa: EM101 - a message of the test's own

    with monkeypatch.context() as broken:
        broken.setattr(Neo4jStore, "_write_records", fails)
        with pytest.raises(StoreError, match="đứt"):
            store.replace({}, Graph(NODES[:3], EDGES[:2], ()))
    assert seen == [len(NODES)]  # while it was being written, a reader saw the old state
    assert len(store.contents().nodes) == len(NODES)
    assert store.records() == RECORDS
    store.replace({}, Graph(NODES[:3], EDGES[:2], ()))
    assert len(store.contents().nodes) == 3
