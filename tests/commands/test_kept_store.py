"""A store that stays open answers from the graph as it is now, whoever wrote it meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from luocdo.commands.kept_store import KeptStore
from luocdo.graph.errors import StoreError
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths
from luocdo.queries.document_rows import DocumentsRow
from luocdo.queries.runner import run

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def loaded(url: str, name: str) -> None:
    with open_store(url) as store:
        load_paths(store, [SAMPLES / name], jobs=1)


def names(kept: KeptStore) -> set[str]:
    with kept.opened() as store:
        return {row.number for row in run(store, DocumentsRow) if row.status == "loaded"}


def test_what_another_wrote_is_seen_by_the_next_question(tmp_path: Path) -> None:
    url = f"ladybug:{tmp_path / 'kho.lbug'}"
    loaded(url, "142-qd-ttg.txt")
    kept = KeptStore(url)
    assert names(kept) == {"142/QĐ-TTg"}
    loaded(url, "1907-qd-ttg.txt")
    assert names(kept) == {"142/QĐ-TTg", "1907/QĐ-TTg"}


def test_what_is_worked_out_of_the_whole_store_is_worked_out_once_for_each_state_of_it(
    tmp_path: Path,
) -> None:
    url = f"ladybug:{tmp_path / 'kho.lbug'}"
    loaded(url, "142-qd-ttg.txt")
    kept = KeptStore(url)
    asked: list[int] = []

    def counted(store: Store) -> int:
        asked.append(len([row for row in run(store, DocumentsRow) if row.status == "loaded"]))
        return asked[-1]

    assert [kept.once("papers", counted) for _ in range(2)] == [1, 1]
    loaded(url, "1907-qd-ttg.txt")
    assert [kept.once("papers", counted) for _ in range(2)] == [2, 2]
    assert asked == [1, 2]


def test_an_empty_store_is_asked_again_once_it_holds_something(tmp_path: Path) -> None:
    url = f"ladybug:{tmp_path / 'kho.lbug'}"
    kept = KeptStore(url)
    with pytest.raises(StoreError):
        names(kept)
    loaded(url, "142-qd-ttg.txt")
    assert names(kept) == {"142/QĐ-TTg"}
