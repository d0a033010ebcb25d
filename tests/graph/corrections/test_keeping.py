"""Corrections live in the store among the records: files that come and go leave them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.graph.corrections.correction import Correction
from luocdo.graph.corrections.keeping import said, say, take_back
from luocdo.graph.errors import NothingFoundError
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import forget_paths, load_paths

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.stores.base import Store

LEADS = "MATCH (t:Task)-[r:LED_BY]->(u:Unit) RETURN u.name, r.reading ORDER BY u.name"
PLAN = """BỘ GIÁO DỤC VÀ ĐÀO TẠO
Số: 12/KH-BGDĐT
Hà Nội, ngày 01 tháng 3 năm 2025
KẾ HOẠCH
Triển khai học liệu số

PHỤ LỤC
| TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |
|---|---|---|---|
| 1 | Xây dựng quy định về học liệu số | Vụ GDĐH | 2025 |
"""


def correction(by: str = "Lan") -> Correction:
    return Correction(
        kind="lead",
        file="ke-hoach.txt",
        place="Phụ lục › 1",
        quote="Xây dựng quy định về học liệu số",
        value="Văn phòng · Bộ Giáo dục và Đào tạo",
        by=by,
        at="2025-11-20T08:00:00+07:00",
    )


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "ke-hoach.txt").write_text(PLAN, "utf-8")
    opened = open_store(f"ladybug:{tmp_path / 'kho.lbug'}")
    load_paths(opened, [tmp_path / "ke-hoach.txt"])
    return opened


def test_a_correction_holds_until_it_is_taken_back(store: Store, tmp_path: Path) -> None:
    say(store, [correction()])
    assert store.run(LEADS).rows == (("Văn phòng", "corrected"),)
    load_paths(store, [tmp_path / "ke-hoach.txt"], again=True)
    assert store.run(LEADS).rows == (("Văn phòng", "corrected"),)
    forget_paths(store, ["ke-hoach.txt"])
    assert said(store.records()) == [correction()]
    load_paths(store, [tmp_path / "ke-hoach.txt"])
    assert store.run(LEADS).rows == (("Văn phòng", "corrected"),)
    assert take_back(store, correction().id[:4]) == correction()
    assert store.run(LEADS).rows == (("Vụ Giáo dục Đại học", "stated"),)
    assert said(store.records()) == []


def test_saying_it_again_replaces_what_was_said_before(store: Store) -> None:
    say(store, [correction()])
    say(store, [correction(by="Minh")])
    assert [one.by for one in said(store.records())] == ["Minh"]


def test_what_nobody_said_cannot_be_taken_back(store: Store) -> None:
    with pytest.raises(NothingFoundError):
        take_back(store, "abc")
