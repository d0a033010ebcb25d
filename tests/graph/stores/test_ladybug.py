"""The embedded store survives crashes, losses and second writers, and rewrites only what its engine says differently."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.errors import StoreError
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.stores.base import Store, bare, check_parameters
from luocdo.graph.stores.dialect import for_ladybug
from luocdo.graph.stores.kept import encode_records, read_records
from luocdo.graph.stores.ladybug import LadybugStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RECORDS = {"a.txt": b'{"file":"a.txt"}', "b.txt": b'{"file":"b.txt"}'}


def a_graph(name: str = "131/QĐ-TTg") -> Graph:
    nodes = (
        Node("Document", "doc:x", {"name": name, "status": "cited"}),
        Node("Unit", "unit:1", {"name": "Cục", "display": "Cục · Bộ", "known": True}),
    )
    return Graph(nodes, (Edge("ISSUED_BY", "e1", "doc:x", "unit:1", {"quote": "Cục"}),), ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kho" / "x.lbug"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with LadybugStore(path, lambda _: a_graph()) as opened:
        opened.replace(RECORDS, a_graph())
        yield opened


def test_a_crash_while_loading_leaves_the_old_state(path: Path, store: Store) -> None:
    broken = Graph(a_graph().nodes, (Edge("LED_BY", "e", "doc:x", "unit:1", {}),), ())
    with pytest.raises((RuntimeError, StoreError)):
        store.replace({"c.txt": b'{"file":"c.txt"}'}, broken)
    with LadybugStore(path, lambda _: a_graph()) as again:
        assert again.records() == RECORDS
        assert len(again.contents().edges) == 1


@pytest.mark.parametrize(
    ("swap", "records", "name"), [(1, RECORDS, "cũ"), (2, {"c.txt": b'{"file":"c.txt"}'}, "c.txt")]
)
def test_a_load_killed_between_its_steps_leaves_the_old_state_or_the_whole_new_one(
    path: Path, swap: int, records: dict[str, bytes], name: str
) -> None:
    with LadybugStore(path, lambda _: a_graph()) as opened:
        opened.replace(RECORDS, a_graph("cũ"))
    killed = (
        "import os, sys, pathlib\n"
        "from luocdo.graph.model import Graph, Node\n"
        "from luocdo.graph.stores import ladybug\n"
        "swap, steps = ladybug._swap, [0]\n"
        "def step(fresh, place):\n"
        "    steps[0] += 1\n"
        "    os._exit(9) if steps[0] == int(sys.argv[2]) else swap(fresh, place)\n"
        "ladybug._swap = step\n"
        "graph = Graph((Node('Document', 'doc:x', {'name': 'mới', 'status': 'cited'}),), (), ())\n"
        "store = ladybug.LadybugStore(pathlib.Path(sys.argv[1]), lambda _: graph)\n"
        "store.replace({'c.txt': b'{\"file\":\"c.txt\"}'}, graph)\n"
    )
    done = subprocess.run([sys.executable, "-c", killed, str(path), str(swap)], check=False)
    assert done.returncode == 9
    with LadybugStore(path, lambda kept: a_graph(",".join(kept))) as again:
        assert again.records() == records
        assert again.run("MATCH (n:Document) RETURN n.name AS name").rows == ((name,),)
        again.replace(RECORDS, a_graph("sau"))  # what the killed one left does not lock the store


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
