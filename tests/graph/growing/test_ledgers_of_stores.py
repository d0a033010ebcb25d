"""The ledger of a store can be lost, damaged or behind: the graph is that of a fresh build all the
same.
"""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from luocdo.graph import library
from luocdo.graph.building import graph
from luocdo.graph.errors import StoreError
from luocdo.graph.export import shown, write, write_shown
from luocdo.graph.library import change, graph_of, rebuild, told_to
from luocdo.graph.stores.opening import open_store
from luocdo.graph.stores.record_file import RecordFile
from luocdo.loaders.reading import read_record
from luocdo.loaders.source import decode_source

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.records import FileRecord
    from luocdo.graph.stores.base import Store

TEXT = (
    "BỘ Y TẾ\n\nSố: {number}/KH-BYT\n\nHà Nội, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\nKiểm tra lần {number}\n\n"
    "Căn cứ Quyết định số 131/QĐ-TTg của Thủ tướng Chính phủ;\n\nBộ ban hành Kế hoạch như sau:\n"
    "1. Vụ Pháp chế chủ trì rà soát quy định, xong trước ngày 30/9/2025.\n"
)


def plan(number: int) -> dict[str, FileRecord]:
    return {
        f"{number}.txt": read_record(
            decode_source(f"{number}.txt", TEXT.format(number=number).encode())
        )
    }


def holds_what_a_fresh_build_gives(store: Store) -> bool:
    fresh, held = rebuild(store.records()), store.contents()
    nodes = {node.id: dict(node.properties) for node in held.nodes} == {
        n.id: dict(n.properties) for n in fresh.nodes
    }
    edges = {edge.id: dict(edge.properties) for edge in held.edges} == {
        e.id: dict(e.properties) for e in fresh.edges
    }
    return nodes and edges and graph_of(store) == fresh


@pytest.fixture
def place(tmp_path: Path) -> Path:
    with open_store(f"ladybug:{tmp_path / 'kho.lbug'}") as store:
        change(store, plan(11))
    return tmp_path / "kho.lbug.ledger"


def test_a_change_is_written_as_what_it_changes(place: Path) -> None:
    said: list[str] = []
    with open_store(f"ladybug:{place.with_suffix('')}") as store:
        change(store, plan(12), say=said.append)
        assert holds_what_a_fresh_build_gives(store)
    assert said == ["ghi 9 nút và cạnh đã đổi"]


def test_many_files_are_taken_in_a_few_at_a_time(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "_AT_ONCE", 2)
    said: list[str] = []
    with open_store(f"ladybug:{place.with_suffix('')}") as store:
        change(store, plan(12) | plan(13) | plan(14), frozenset({"11.txt"}), say=said.append)
        assert holds_what_a_fresh_build_gives(store)
        change(store, plan(15), say=said.append)
        assert holds_what_a_fresh_build_gives(store)
    assert said[0] == "ghi cả đồ thị"
    assert said[1].endswith("đã đổi")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda place: place.unlink(), id="lost"),
        pytest.param(
            lambda place: place.write_bytes(place.read_bytes()[:100] + b"\0" * 5000), id="damaged"
        ),
        pytest.param(lambda place: place.write_bytes(b""), id="empty"),
    ],
)
def test_a_ledger_that_is_gone_is_filled_again(place: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(place)
    with open_store(f"ladybug:{place.with_suffix('')}") as store:
        change(store, plan(12))
        assert holds_what_a_fresh_build_gives(store)


@pytest.mark.parametrize("lost", [("",), ("", ".ledger")], ids=["graph", "graph and ledger"])
def test_a_lost_graph_is_made_again_without_holding_all_records(
    place: Path, monkeypatch: pytest.MonkeyPatch, lost: tuple[str, ...]
) -> None:
    monkeypatch.setattr(graph, "_AT_ONCE", 2)
    kept = place.with_suffix("")
    with open_store(f"ladybug:{kept}") as store:
        change(store, plan(12) | plan(13) | plan(14))
    for ending in lost:
        kept.with_name(f"{kept.name}{ending}").unlink()
    with open_store(f"ladybug:{kept}") as store:
        with monkeypatch.context() as patch:
            patch.setattr(RecordFile, "kept", None)  # nobody asks for all of them
            store.contents()
        assert holds_what_a_fresh_build_gives(store)


@pytest.mark.parametrize("lost", [(), (".ledger",)], ids=["ledger", "no ledger"])
def test_an_export_holds_neither_all_records_nor_the_graph(
    place: Path, monkeypatch: pytest.MonkeyPatch, lost: tuple[str, ...]
) -> None:
    kept = place.with_suffix("")
    for ending in lost:
        kept.with_name(f"{kept.name}{ending}").unlink()
    with open_store(f"ladybug:{kept}") as store:
        fresh, told = BytesIO(), BytesIO()
        write(rebuild(store.records()), "jsonl", fresh)
        with monkeypatch.context() as patch:
            patch.setattr(RecordFile, "kept", None)  # nobody asks for all of them
            patch.setattr(library, "in_order", None)
            with closing(told_to(shown, store)) as leaving:
                write_shown(leaving, "jsonl", told)
    assert told.getvalue() == fresh.getvalue()


def test_a_ledger_behind_its_store_catches_up(place: Path) -> None:
    """A load that was killed after its records were kept, before its ledger was."""
    before = place.read_bytes()
    with open_store(f"ladybug:{place.with_suffix('')}") as store:
        change(store, plan(12))
        place.write_bytes(before)
        change(store, plan(13), frozenset({"11.txt"}))
        assert holds_what_a_fresh_build_gives(store)


def test_a_file_that_is_no_ledger_is_not_written_over(place: Path) -> None:
    place.write_text("thư từ của tôi, không phải kho", encoding="utf-8")
    with (
        open_store(f"ladybug:{place.with_suffix('')}") as store,
        pytest.raises(StoreError, match="không phải kho"),
    ):
        change(store, plan(12))
    assert place.read_text(encoding="utf-8").startswith("thư từ")
