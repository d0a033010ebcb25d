"""The law of the library: after any sequence of changes the graph is that of a fresh build of the
same files.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from luocdo.graph.export import write
from luocdo.graph.library import rebuild, take_in
from luocdo.graph.records import FileRecord, encode
from luocdo.graph.stores.opening import open_store
from luocdo.graph.stores.stamps import Arrived, Stamp
from luocdo.loaders.loading import forget_paths
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Store

# Papers that depend on one another: an undated mention joins the one dated candidate, a short form
# the one decision.
DECISION = "THỦ TƯỚNG CHÍNH PHỦ\n\nSố: {number}/QĐ-TTg\n\nHà Nội, ngày 25 tháng 01 năm {year}\n\nQUYẾT ĐỊNH\nPhê duyệt Đề án\n\n"
PLAN = (
    "BỘ Y TẾ\nSố: {number}/KH-BYT\nHà Nội, ngày 10 tháng 3 năm {year}\n\nKẾ HOẠCH\nThực hiện Quyết định số 131/QĐ-TTg của Thủ "
    "tướng Chính phủ\n\nBộ ban hành Kế hoạch như sau:\n1. Vụ Pháp chế chủ trì rà soát theo QĐ 131, xong trước ngày 30/9/2025.\n"
)
TEXTS = {
    "qd-2022.txt": DECISION.format(number=131, year=2022),
    "qd-2023.txt": DECISION.format(number=131, year=2023),
    "qd-khac.txt": DECISION.format(number=749, year=2020),
    "kh-1.txt": PLAN.format(number=11, year=2024),
    "kh-2.txt": PLAN.format(number=12, year=2025),
}
OTHERS = {
    "kh-1.txt": PLAN.format(number=13, year=2024),
    "qd-khac.txt": DECISION.format(number=131, year=2020),
}


def record(name: str, text: str) -> FileRecord:
    return read_record(decode_source(name, text.encode()))


RECORDS = {name: encode(record(name, text)) for name, text in TEXTS.items()}
NEWER = {name: encode(record(name, text)) for name, text in OTHERS.items()}


def exported(graph: Graph) -> bytes:
    out = io.BytesIO()
    write(graph, "jsonl", out)
    return out.getvalue()


def held(store: Store) -> dict[str, object]:
    found = store.contents()
    nodes = {node.id: (node.label, dict(node.properties)) for node in found.nodes}
    return {
        **nodes,
        **{
            edge.id: (edge.type, edge.start, edge.end, dict(edge.properties))
            for edge in found.edges
        },
    }


class Library(RuleBasedStateMachine):
    """A store that is changed in every way there is, beside the set of records that it should
    hold.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="luocdo-"))
        self.store = open_store(f"ladybug:{self.folder / 'kho.lbug'}")
        self.wanted: dict[str, bytes] = {}
        self.staged: dict[str, bytes] = {}

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def _stage(self, name: str, line: bytes) -> None:
        self.store.stage([Arrived(name, line, Stamp("d", "r", f"/van-ban/{name}"))])
        self.staged[name] = line

    @rule(names=st.sets(st.sampled_from(sorted(RECORDS)), min_size=1))
    def load(self, names: set[str]) -> None:
        for name in names:
            self._stage(name, RECORDS[name])
        take_in(self.store, names)
        self.wanted |= {name: RECORDS[name] for name in names}

    @rule(name=st.sampled_from(sorted(NEWER)))
    def load_a_newer_version(self, name: str) -> None:
        self._stage(name, NEWER[name])
        take_in(self.store, [name])
        self.wanted[name] = NEWER[name]

    @rule(name=st.sampled_from(sorted(RECORDS)))
    def stop_a_load(self, name: str) -> None:
        self._stage(name, RECORDS[name])  # and it is never taken in

    @rule(name=st.sampled_from(sorted(RECORDS)))
    def forget(self, name: str) -> None:
        if name in self.wanted:
            forget_paths(self.store, [name])
            del self.wanted[name]

    @rule()
    def lose_the_graph(self) -> None:
        self.store.close()
        (self.folder / "kho.lbug").unlink(missing_ok=True)

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = open_store(f"ladybug:{self.folder / 'kho.lbug'}")

    @invariant()
    def the_records_are_those_that_were_taken_in(self) -> None:
        assert self.store.records() == self.wanted

    @invariant()
    def the_graph_is_that_of_a_fresh_build(self) -> None:
        fresh = rebuild(dict(sorted(self.wanted.items(), reverse=True)))
        assert exported(rebuild(self.store.records())) == exported(fresh)
        if self.wanted:
            nodes = {node.id: (node.label, dict(node.properties)) for node in fresh.nodes}
            edges = {
                edge.id: (edge.type, edge.start, edge.end, dict(edge.properties))
                for edge in fresh.edges
            }
            assert held(self.store) == {**nodes, **edges}


TestLibrary = Library.TestCase
TestLibrary.settings = settings(
    max_examples=3, stateful_step_count=6, deadline=None, suppress_health_check=list(HealthCheck)
)
