"""Words are found in what the papers say beside their tasks, each passage with its place; a
passage that is in the answer already is not repeated.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from luocdo.commands.passages import Passages
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import forget_paths, load_paths
from luocdo.loaders.source import decode_source
from luocdo.queries.finding import FindOptions, find
from luocdo.queries.prose_index import Passage, prose_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)
PLAN = """BỘ XÂY DỰNG
-------
Số: 12/KH-BXD
Hà Nội, ngày 03 tháng 02 năm 2025

KẾ HOẠCH
Phát triển nhà ở xã hội năm 2025

I. MỤC ĐÍCH
1. Người thu nhập thấp có chỗ ở ổn định gần nơi làm việc. Nhà lưu trú công nhân còn thiếu.
II. NHIỆM VỤ
1. Giao Vụ Pháp chế soạn quy chế quản lý nhà lưu trú công nhân, xong trước ngày 30/6/2025.

KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Trần Văn A
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("van")
    (folder / "nha-o.txt").write_text(PLAN, "utf-8")
    with open_store(f"ladybug:{folder / 'x.lbug'}") as opened:
        assert not load_paths(opened, [folder / "nha-o.txt"], jobs=1).refused
        yield opened


def in_the_text(store: Store, words: str) -> list[tuple[str, str]]:
    answer = find(store, words, TODAY, FindOptions(), Passages())
    tables = [one for one in answer.tables if one.title[1].startswith("IN THE TEXT")]
    rows = (dict(zip(one.columns, each, strict=True)) for one in tables for each in one.rows)
    return [(row["place"], row["text"]) for row in rows]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("thu nhập thấp", [("I › 1", "Người thu nhập thấp có chỗ ở ổn định gần nơi làm việc.")]),
        ("thu nhap thap", [("I › 1", "Người thu nhập thấp có chỗ ở ổn định gần nơi làm việc.")]),
        ("nhà lưu trú công nhân", [("I › 1", "Nhà lưu trú công nhân còn thiếu.")]),  # not its task
        ("tàu vũ trụ", []),
    ],
)
def test_the_sentence_is_shown_with_its_place(
    store: Store, words: str, found: list[tuple[str, str]]
) -> None:
    assert in_the_text(store, words) == found


def test_what_is_taken_back_is_found_no_more(tmp_path: Path) -> None:
    other = PLAN.replace("12/KH-BXD", "13/KH-BXD").replace("thu nhập thấp", "cao tuổi")
    (tmp_path / "nha-o.txt").write_text(PLAN, "utf-8")
    (tmp_path / "khac.txt").write_text(other, "utf-8")
    with open_store(f"ladybug:{tmp_path / 'x.lbug'}") as opened:
        load_paths(opened, [tmp_path / "nha-o.txt", tmp_path / "khac.txt"], jobs=1)
        assert in_the_text(opened, "thu nhập thấp")
        forget_paths(opened, ["nha-o.txt"])
        assert not in_the_text(opened, "thu nhập thấp")


def test_only_files_that_changed_are_read(tmp_path: Path) -> None:
    read: list[str] = []

    def passages(file: str) -> list[Passage]:
        read.append(file)
        return [Passage("Điều 1", f"Lời của tệp {file}")]

    for digests in ({"a": "1", "b": "1"}, {"a": "1", "b": "2"}, {"b": "2"}):
        with prose_index(tmp_path / "prose") as index:
            index.follow(digests, passages)
            held = index.holding([("loi",), ("cua",), ("tep",)], in_order=True)
    assert read == ["a", "b", "b"]
    assert [one.shown for one in held] == ["Lời của tệp b"]


def test_a_broken_index_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "prose").write_bytes(b"no database" * 100)
    with prose_index(tmp_path / "prose") as index:
        index.follow({"a": "1"}, lambda _: [Passage("1", "Lời văn")])
        assert index.holding([("loi",)], in_order=True)


def test_what_was_recognised_once_is_not_recognised_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "nha-o.txt"
    paper.write_text(PLAN, "utf-8")
    monkeypatch.setattr(
        "luocdo.loaders.arrivals.decode_source",
        lambda name, data: replace(decode_source(name, data), confidences=((0, 5, 0.9),)),
    )
    with open_store(f"ladybug:{tmp_path / 'x.lbug'}") as opened:
        assert not load_paths(opened, [paper], jobs=1).refused
        monkeypatch.setattr("luocdo.loaders.source.decode_source", pytest.fail)
        assert in_the_text(opened, "nhà lưu trú")
        forget_paths(opened, ["nha-o.txt"])
        assert not list(opened.copies.folder.glob("??/*")) if opened.copies else False
