"""The embedded store survives crashes, losses and second writers, and rewrites only what its
engine says differently.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, contextmanager, nullcontext
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from luocdo.graph.errors import StoreError
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.stores.base import Store, bare, check_parameters
from luocdo.graph.stores.dialect import for_ladybug
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.graph.stores.opening import open_store
from luocdo.graph.stores.stamps import Stamp, arrived

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
    with LadybugStore(path, lambda _: nullcontext(a_graph())) as opened:
        opened.replace(RECORDS, a_graph())
        yield opened


def test_a_crash_while_loading_leaves_the_old_state(path: Path, store: Store) -> None:
    broken = Graph(a_graph().nodes, (Edge("LED_BY", "e", "doc:x", "unit:1", {}),), ())
    with pytest.raises((RuntimeError, StoreError)):
        store.replace({"c.txt": b'{"file":"c.txt"}'}, broken)
    with LadybugStore(path, lambda _: nullcontext(a_graph())) as again:
        assert again.records() == RECORDS
        assert len(again.contents().edges) == 1


@pytest.mark.parametrize(
    ("step", "records", "name"),
    [
        ("write_graph", RECORDS, "cũ"),  # nothing written
        ("put", RECORDS, "cũ"),  # a whole new graph, the old records
        (
            "put_in_place",
            {"c.txt": b'{"file":"c.txt"}'},
            "mới",
        ),  # the new records, the new graph beside the old
    ],
)
def test_a_load_killed_between_its_steps_leaves_the_old_state_or_the_whole_new_one(
    path: Path, step: str, records: dict[str, bytes], name: str
) -> None:
    with LadybugStore(path, lambda _: nullcontext(a_graph())) as opened:
        opened.replace(RECORDS, a_graph("cũ"))
    killed = (
        "import os, sys, pathlib\n"
        "from luocdo.graph.model import Graph, Node\n"
        "from luocdo.graph.stores import bulk, ladybug, places, record_file\n"
        "for holder in (bulk, places.Places, record_file.RecordFile):\n"
        "    if hasattr(holder, sys.argv[2]):\n"
        "        setattr(holder, sys.argv[2], lambda *_: os._exit(9))\n"
        "graph = Graph((Node('Document', 'doc:x', {'name': 'mới', 'status': 'cited'}),), (), ())\n"
        "store = ladybug.LadybugStore(pathlib.Path(sys.argv[1]), lambda _: graph)\n"
        "store.replace({'c.txt': b'{\"file\":\"c.txt\"}'}, graph)\n"
    )
    done = subprocess.run([sys.executable, "-c", killed, str(path), step], check=False)
    assert done.returncode == 9
    with LadybugStore(path, lambda _: nullcontext(a_graph("dựng lại"))) as again:
        assert again.records() == records
        assert again.run("MATCH (n:Document) RETURN n.name AS name").rows == ((name,),)
        again.replace(RECORDS, a_graph("sau"))  # what the killed one left does not lock the store
    assert leftovers(path) == []


def leftovers(path: Path) -> list[str]:
    """What stands beside the store that is not the store."""
    own = {
        path.name,
        *(f"{path.name}.{ending}" for ending in ("records", "names", "built", "lock")),
    }
    return sorted(one.name for one in path.parent.iterdir() if one.name not in own)


@pytest.mark.parametrize("damage", [b"", None], ids=["emptied", "deleted"])
def test_a_lost_graph_is_built_anew_from_the_records(
    path: Path, store: Store, damage: bytes | None
) -> None:
    store.close()
    path.unlink() if damage is None else path.write_bytes(damage)
    with LadybugStore(
        path, lambda kept: nullcontext(a_graph(",".join(kept.checksums())))
    ) as again:
        assert again.run("MATCH (n:Document {id: 'doc:x'}) RETURN n.name AS name").rows == (
            ("a.txt,b.txt",),
        )


def test_records_whose_bytes_were_changed_are_refused(path: Path, store: Store) -> None:
    store.close()
    kept = path.with_name(path.name + ".records")
    kept.write_bytes(kept.read_bytes().replace(b'{"file":"b.txt"}', b'{"file":"c.txt"}'))
    with pytest.raises(StoreError, match="hỏng"):
        store.records()


def test_a_record_that_is_gone_is_noticed(path: Path, store: Store) -> None:
    with closing(sqlite3.connect(path.with_name(path.name + ".records"))) as database, database:
        database.execute("DELETE FROM kept WHERE file = 'b.txt'")
    with pytest.raises(StoreError, match="hỏng"):
        store.records()


@pytest.mark.parametrize("cut", [100, 5000])
def test_records_that_were_cut_are_a_sentence(path: Path, store: Store, cut: int) -> None:
    store.close()
    kept = path.with_name(path.name + ".records")
    kept.write_bytes(kept.read_bytes()[:cut])
    with pytest.raises(StoreError, match="hỏng"):
        store.records()


KILLED_IN_COMMIT = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA cache_size = 1")
database.execute("BEGIN IMMEDIATE")
for number in range(50):
    database.execute("INSERT INTO arrived VALUES (?, NULL, '', '', x'00', zeroblob(100000), '')", (f"{number}.txt",))
database.execute("DELETE FROM kept")
os._exit(9)
"""


def test_a_writer_killed_within_a_commit_leaves_the_old_records(path: Path, store: Store) -> None:
    store.close()
    kept = f"{path}.records"
    assert (
        subprocess.run([sys.executable, "-c", KILLED_IN_COMMIT, kept], check=False).returncode == 9
    )
    assert leftovers(path) == [f"{path.name}.records-journal"]
    assert store.records() == RECORDS
    assert store.arrived() == {}
    assert leftovers(path) == []


def old_form(path: Path, records: dict[str, bytes]) -> None:
    """Leave what an older luocdo left: one file of lines under their checksum, and a graph of its
    own.
    """
    body = b"".join(records[file] + b"\n" for file in sorted(records))
    first = {"luocdo": 1, "sha256": sha256(body).hexdigest(), "files": len(records)}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name(path.name + ".records").write_bytes(json.dumps(first).encode() + b"\n" + body)
    path.write_bytes(b"LBUG of an older form")
    path.with_name(path.name + ".built").write_text("1 0.22.0 abc", encoding="utf-8")


def test_a_store_of_the_older_form_is_taken_over_by_whoever_comes_first(path: Path) -> None:
    old_form(path, RECORDS)
    with LadybugStore(
        path, lambda kept: nullcontext(a_graph(",".join(sorted(kept.checksums()))))
    ) as opened:
        assert opened.run("MATCH (n:Document) RETURN n.name AS name").rows == (("a.txt,b.txt",),)
        assert opened.records() == RECORDS
        assert opened.stamps()["a.txt"].origin is None
    assert leftovers(path) == []


def test_a_damaged_store_of_the_older_form_is_refused_and_stays(path: Path) -> None:
    old_form(path, RECORDS)
    kept = path.with_name(path.name + ".records")
    kept.write_bytes(kept.read_bytes()[:-3])
    before = kept.read_bytes()
    with (
        LadybugStore(path, lambda _: nullcontext(a_graph())) as opened,
        pytest.raises(StoreError, match="hỏng"),
    ):
        opened.records()
    assert kept.read_bytes() == before


FOREIGN = {
    "words": b"quan trong",
    "another graph": b"LBUG1" + bytes(5000),
    "another database": b"SQLite format 3\0" + bytes(84),
    "a picture": b"\x89PNG\r\n",
}


@pytest.mark.parametrize("ending", ["", ".records", ".new"])
@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_a_file_that_is_no_store_is_never_written_over(
    path: Path, ending: str, content: bytes
) -> None:
    if ending == ".new" and content.startswith(b"LBUG"):
        return  # what an older luocdo left when it was killed at its first load
    path.parent.mkdir()
    taken = path.with_name(path.name + ending)
    taken.write_bytes(content)
    with (
        LadybugStore(path, lambda _: nullcontext(a_graph())) as opened,
        pytest.raises(StoreError, match="không phải kho"),
    ):
        opened.replace(RECORDS, a_graph())
    assert taken.read_bytes() == content
    assert {one.name for one in path.parent.iterdir()} <= {taken.name, path.name + ".lock"}


def test_an_empty_file_may_become_a_store(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with LadybugStore(path, lambda _: nullcontext(a_graph())) as opened:
        opened.replace(RECORDS, a_graph())
        assert opened.records() == RECORDS


@pytest.mark.parametrize(
    "left", ["new", "new.wal", "new.wal.checkpoint", "new.7.shadow", "new.7.checkpoint.apply.lock"]
)
def test_what_a_dead_writer_left_stops_nobody(path: Path, store: Store, left: str) -> None:
    path.with_name(f"{path.name}.{left}").write_bytes(b"half")
    store.replace(RECORDS, a_graph("sau"))
    assert store.run("MATCH (n:Document) RETURN n.name AS name").rows == (("sau",),)
    store.close()
    assert leftovers(path) == []


def test_a_graph_that_an_engine_spoilt_is_built_anew(path: Path, store: Store) -> None:
    store.close()
    spoil = "import ladybug, sys; ladybug.Connection(ladybug.Database(sys.argv[1], read_only=True)).execute('CHECKPOINT')"
    subprocess.run([sys.executable, "-c", spoil, str(path)], check=False, capture_output=True)
    assert leftovers(path) != []
    with LadybugStore(path, lambda _: nullcontext(a_graph("dựng lại"))) as again:
        assert again.run("MATCH (n:Document) RETURN n.name AS name").rows == (("dựng lại",),)
    assert leftovers(path) == []


LIMITED = """
import pathlib, resource, sys
from luocdo.graph.errors import StoreError
from luocdo.graph.model import Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
most = int(sys.argv[2])
graph = Graph(tuple(Node("Document", f"doc:{n}", {"name": f"{n} " + "x" * 200}) for n in range(20_000)), (), ())
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    LadybugStore(pathlib.Path(sys.argv[1]), lambda _: graph).replace({"c.txt": b'{"file":"c.txt"}'}, graph)
except StoreError as error:
    print(error)
    sys.exit(3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sizes of files are not limited there")
@pytest.mark.parametrize("most", [0, 20_000, 300_000, 2_000_000, 5_000_000])
def test_a_disk_that_takes_no_more_is_a_sentence_and_the_old_state_stays(
    path: Path, store: Store, most: int
) -> None:
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(most)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 3, done.stderr
    assert "Kho giữ như trước" in done.stdout
    assert store.records() == RECORDS
    assert store.run("MATCH (n:Document) RETURN n.name AS name").rows == (("131/QĐ-TTg",),)
    store.close()
    assert leftovers(path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a script that is a program")
def test_an_engine_that_dies_while_it_writes_is_a_sentence(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    dying.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(dying))
    with pytest.raises(StoreError, match="Kho giữ như trước"):
        store.replace({}, a_graph("sau"))
    assert store.records() == RECORDS
    assert store.run("MATCH (n:Document) RETURN n.name AS name").rows == (("131/QĐ-TTg",),)


@pytest.mark.parametrize("url", ["ladybug:", "/", "~khong-co-ai/kho.lbug", "ladybug:a\0b"])
def test_a_store_without_a_name_is_a_sentence(url: str) -> None:
    with pytest.raises(StoreError):
        open_store(url)


def test_a_graph_that_does_not_hold_what_was_written_is_not_put_in_place(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "luocdo.graph.stores.spool.Spool.counts",
        lambda _: {"MATCH (n:Document) RETURN count(*)": 7},
    )
    with pytest.raises(StoreError, match="phải là 7"):
        store.replace({}, a_graph("sau"))
    assert store.run("MATCH (n:Document) RETURN n.name AS name").rows == (("131/QĐ-TTg",),)


def test_what_arrived_waits_unseen_until_it_is_kept(store: Store) -> None:
    store.stage(
        [arrived("c.txt", b'{"file":"c.txt","digest":"d","reader":"r"}', "/van-ban/c.txt")]
    )
    assert store.records() == RECORDS
    assert store.arrived() == {"c.txt": Stamp("d", "r", "/van-ban/c.txt")}
    store.replace(RECORDS | store.arrived_records(["c.txt"]), a_graph())
    assert store.arrived() == {}
    assert store.stamps()["c.txt"] == Stamp("d", "r", "/van-ban/c.txt")


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    with (
        LadybugStore(tmp_path / "none.lbug", lambda _: nullcontext(a_graph())) as empty,
        pytest.raises(StoreError, match="luocdo load"),
    ):
        empty.run("MATCH (n:Document) RETURN n")


HOLDER = """
import sys, pathlib
from luocdo.graph.stores.locking import alone
from luocdo.graph.stores.places import Places
with alone(Places(pathlib.Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other
        other.communicate("")


def test_a_second_writer_that_waited_long_enough_is_refused_with_the_number_of_the_first(
    path: Path,
) -> None:
    with (
        another_writer(path) as other,
        LadybugStore(path, lambda _: nullcontext(a_graph()), patience=0.1) as second,
        pytest.raises(StoreError, match=str(other.pid)),
    ):
        second.replace(RECORDS, a_graph())


def test_a_second_writer_waits_for_the_first(path: Path) -> None:
    with (
        another_writer(path) as other,
        LadybugStore(path, lambda _: nullcontext(a_graph())) as second,
    ):
        threading.Timer(0.3, other.communicate, [""]).start()
        second.replace(RECORDS, a_graph())
        assert second.records() == RECORDS


def test_while_another_writes_the_older_graph_answers(path: Path, store: Store) -> None:
    store.close()
    path.with_name(path.name + ".built").write_text("another", encoding="utf-8")
    with (
        another_writer(path),
        LadybugStore(path, lambda _: nullcontext(a_graph("dựng lại"))) as reader,
    ):
        assert reader.run("MATCH (n:Document) RETURN n.name AS name").rows == (("131/QĐ-TTg",),)


@pytest.mark.parametrize(
    ("portable", "ladybug"),
    [
        (
            "-[:A|B*1..30 {derives: true}]->",
            "-[:A|B* SHORTEST 1..30 {derives: true}]->",
        ),  # a closure ends early
        ("-[:PART_OF*0..3]->", "-[:PART_OF*0..3]->"),  # few steps stay
        (
            "// paths: trail\n-[:A*1..10]->",
            "// paths: trail\n-[:A* TRAIL 1..10]->",
        ),  # paths are shown
        (
            "p = shortestPath((a)-[:A*1..10]-(b))",
            "p = (a)-[:A* SHORTEST 1..10]-(b)",
        ),  # both ends bound
    ],
)
def test_the_dialect_rewrites_only_variable_lengths(portable: str, ladybug: str) -> None:
    assert for_ladybug(portable) == ladybug


def test_parameters_in_strings_and_comments_do_not_count() -> None:
    query = "// $comment\nMATCH (n {id: $id}) WHERE n.name <> '$text // $more' RETURN n"
    check_parameters(query, {"id": 1})
    assert "$comment" not in bare(query)
